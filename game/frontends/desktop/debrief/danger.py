"""Where the danger came from: the odds of every night, their causes, and what stood between an incident and war."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect, Surface, draw

from game.frontends.desktop import signs
from game.frontends.desktop.debrief.bars import sources
from game.frontends.desktop.debrief.picker import Picker
from game.frontends.desktop.debrief.plot import Key, Plot, legend_height, sheet
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, BONE, DANGER, GUTTER, HEMP, PANEL, RAISE, Role
from game.frontends.presenter.dangers import AT_NIGHTFALL, die_words
from game.frontends.presenter.debrief.debriefing import BrushCard, DebriefScreen, NightRow
from game.frontends.presenter.debrief.risks import causes

if TYPE_CHECKING:
    from game.frontends.desktop.debrief.pages import DebriefPages

WHOLE = 100
HEAD = "Odds of war at each nightfall"
CAUSES = "What it came from"


def fill(screen: DebriefPages, room: Rect) -> None:
    """Fills the page: the nights, and the causes of the one that is chosen."""
    if screen.narrow:
        flow = Flow(screen, "causes", room, PANEL)
        flow.add(chart(screen, flow.rect(max(room.h * 6 // 10, screen.desk.size(14) * 9))))
        flow.space(10)
        told(screen, flow)
        flow.close()
        return
    gap = screen.grid.space(GUTTER)
    left = (room.w - gap) * 58 // 100
    inner = screen.panel(Rect(room.x, room.y, left, room.h), HEAD, "war that nobody ordered, in percent")
    screen.add(chart(screen, inner))
    flow = screen.column("causes", Rect(room.x + left + gap, room.y, room.w - left - gap, room.h), CAUSES)
    told(screen, flow)
    flow.close()


def summary(screen: DebriefPages, rect: Rect) -> None:
    """Fills a panel with what the risk of all nights came from."""
    of = screen.model
    flow = screen.column("sources", rect, "Where the risk came from", "all nights added up")
    sources(flow, of.sources_of_risk)
    flow.close()


def chart(screen: DebriefPages, rect: Rect) -> Picker:
    """Returns the chart of the nights, on which one is chosen."""
    desk, of = screen.desk, screen.model
    keys: list[Key] = [("this match", "place", DANGER)]
    if any(night.history for night in of.nights):
        keys.append(("in fact, by the same rules", "lozenge-open", HEMP))
    head = legend_height(desk, rect.w, keys)
    labels = [night.date.split(" ")[0] for night in of.nights]
    inner = Rect(0, head, rect.w, rect.h - head)
    plot = Plot(desk, inner, labels, of.nights_top, desk.line(Role.STRONG, 14))

    def drawn(surface: Surface, spot: Rect, number: int, chosen: bool) -> None:
        _night(surface, spot, plot, of.nights[number], chosen)

    spots = [plot.column(number) for number in range(len(of.nights))]
    kept = screen.kept("nights", rect.size, lambda: sheet(plot, rect.size, keys))
    return Picker("nights", rect, kept, spots, screen.night, screen.choose_night, drawn)


def _night(surface: Surface, spot: Rect, plot: Plot, night: NightRow, chosen: bool) -> None:
    """Draws the bar of a night, its figure where there is room, and what the night was in fact."""
    desk = plot.desk
    bottom = spot.y + plot.field.h
    high = round(plot.field.h * min(1.0, night.war.of_ten_thousand / WHOLE / plot.top))
    bar = Rect(0, 0, min(spot.w * 6 // 10, desk.size(14) * 3), max(2, high))
    bar.midbottom = spot.centerx, bottom
    if chosen:
        draw.rect(surface, RAISE, Rect(spot.x, spot.y, spot.w, plot.field.h))
        draw.rect(surface, BONE, Rect(spot.x, bottom, spot.w, 3))
    signs.hatch(surface, bar, DANGER)
    draw.rect(surface, DANGER, bar, 1)
    if night.history:
        y = bottom - plot.field.h * min(1.0, night.history.of_ten_thousand / WHOLE / plot.top)
        signs.stamp(surface, "lozenge-open", (spot.centerx, y), desk.size(14), HEMP)
    figure = night.war.percent.removesuffix(" %")
    if 10 * high > plot.field.h and desk.width(figure, Role.STRONG, 14) < spot.w:
        at = spot.centerx, bar.y - desk.size(14) // 2
        desk.text(surface, figure, Role.STRONG, 14, at, DANGER, "centre")


def told(screen: DebriefPages, flow: Flow) -> None:
    """Tells of the night that is chosen, or of all of them."""
    of = screen.model
    if not of.nights:
        flow.text("No night was slept through.", colour=ASH)
    elif screen.night:
        _told_night(flow, of, of.nights[screen.night - 1])
    else:
        _told_all(flow, of)


def _told_night(flow: Flow, of: DebriefScreen, night: NightRow) -> None:
    flow.text(f"The night of {night.date}", Role.SIGN, 18)
    flow.text(f"War that nobody ordered: {night.war.percent} ({night.war.one_in}).", Role.MEDIUM)
    flow.text(f"Any incident: {night.hazard.percent}. Both {AT_NIGHTFALL}.", colour=ASH)
    if night.history:
        flow.text(f"In fact, by the same rules: {night.history.percent}.", colour=HEMP)
    flow.space(12)
    sources(flow, causes(night))
    _brushes(flow, [brush for brush in of.brushes if brush.date == night.date])


def _told_all(flow: Flow, of: DebriefScreen) -> None:
    ours, past = of.all_nights
    flow.text("All nights", Role.SIGN, 18)
    flow.text(f"War that nobody ordered, over all nights together: {ours}.", Role.MEDIUM)
    if past:
        flow.text(f"In fact, by the same rules: {past}.", colour=HEMP)
    flow.text("Below: the odds of all nights added up, and whose moves they came from.", colour=ASH)
    flow.text("Choose a night on the chart to see its own causes.", colour=ASH)
    flow.space(12)
    sources(flow, of.sources_of_risk)
    _brushes(flow, of.brushes)


def _brushes(flow: Flow, brushes: tuple[BrushCard, ...] | list[BrushCard]) -> None:
    """Sets what stood between an incident and war."""
    if brushes:
        flow.space(12)
        flow.text("What stood between an incident and war", Role.SIGN, 16)
    for brush in brushes:
        answer = f", answered: {brush.answer}" if brush.answer else ""
        flow.space(6)
        flow.text(f"{brush.date}, {brush.name}{answer}", Role.MEDIUM, 15, DANGER if brush.war else BONE)
        flow.text(die_words(brush), units=15, colour=ASH)
        if brush.averted_by and not brush.answer:
            flow.text(f"In fact: {brush.averted_by}", units=15, colour=HEMP)
