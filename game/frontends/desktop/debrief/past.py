"""What was done in fact on the same day, with its sources, and where the two paths part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect, Surface, draw

from game.frontends.desktop.debrief.picker import Picker
from game.frontends.desktop.debrief.plot import Key, Plot, legend_height, sheet
from game.frontends.desktop.ink import Ink
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, BONE, EDGE, GUTTER, HEMP, PANEL, Role
from game.frontends.presenter.debrief.debriefing import DayBeside, DebriefScreen, PastStep
from game.frontends.presenter.words import capital

if TYPE_CHECKING:
    from game.frontends.desktop.debrief.pages import DebriefPages

WHOLE = 100


def fill(screen: DebriefPages, room: Rect) -> None:
    """Fills the page: the gauge of both paths, and under it the chosen day in this match and in fact."""
    if screen.narrow:
        flow = Flow(screen, "day", room, PANEL)
        flow.add(chart(screen, flow.rect(max(room.h * 6 // 10, screen.desk.size(14) * 9))))
        flow.space(10)
        _ours(flow, screen.model, screen.day)
        if has_past(screen.model):
            flow.space(14)
            _past(flow, screen.model, screen.day)
        flow.close()
        return
    gap = screen.grid.space(GUTTER)
    high = (room.h - gap) * 38 // 100
    head = f"{capital(screen.model.gauge)}, evening by evening"
    screen.add(chart(screen, screen.panel(Rect(room.x, room.y, room.w, high), head)))
    top, tall = room.y + high + gap, room.h - high - gap
    left = (room.w - gap) * 42 // 100 if has_past(screen.model) else room.w
    flow = screen.column("ours", Rect(room.x, top, left, tall), "This match")
    _ours(flow, screen.model, screen.day)
    flow.close()
    if has_past(screen.model):
        flow = screen.column("past", Rect(room.x + left + gap, top, room.w - left - gap, tall), "In fact")
        _past(flow, screen.model, screen.day)
        flow.close()


def has_past(of: DebriefScreen) -> bool:
    """Returns whether anything is told of what happened in fact."""
    return any(day.past for day in of.beside)


def chart(screen: DebriefPages, rect: Rect) -> Picker:
    """Returns the chart of the gauge in this match and in fact, on which a day is chosen."""
    desk, of = screen.desk, screen.model
    keys: list[Key] = [("this match", "disc", BONE)]
    if any(day.history is not None for day in of.days):
        keys.append(("in fact", "lozenge-open", HEMP))
    head = legend_height(desk, rect.w, keys)
    labels = [day.date.split(" ")[0] for day in of.days]
    plot = Plot(desk, Rect(0, head, rect.w, rect.h - head), labels, WHOLE)

    def picture() -> Surface:
        surface = sheet(plot, rect.size, keys)
        _curves(surface, plot, of)
        return surface

    def drawn(surface: Surface, spot: Rect, number: int, chosen: bool) -> None:
        if chosen:
            draw.rect(surface, EDGE, Rect(spot.x, spot.y, spot.w, plot.field.h), 1)
            draw.rect(surface, BONE, Rect(spot.x, spot.y + plot.field.h, spot.w, 3))

    spots = [plot.column(number) for number in range(len(of.days))]
    kept = screen.kept("gauge", rect.size, picture)
    return Picker("gauge", rect, kept, spots, screen.day, screen.choose_day, drawn)


def _curves(surface: Surface, plot: Plot, of: DebriefScreen) -> None:
    ours = [float(day.gauge) for day in of.days]
    past = [float(day.history) for day in of.days if day.history is not None]
    ink = Ink(surface.get_size())
    plot.curve(ink, past, HEMP, dashed=True)
    plot.curve(ink, ours, BONE)
    ink.onto(surface)
    plot.marks(surface, past, "lozenge-open", HEMP)
    plot.marks(surface, ours, "disc", BONE)


def _chosen(of: DebriefScreen, number: int) -> DayBeside | None:
    """Returns the day with a number on the chart, or None for the whole."""
    return next((day for day in of.beside if number and day.day == of.days[number - 1].day), None)


def _ours(flow: Flow, of: DebriefScreen, number: int) -> None:
    """Sets what was decided in this match on a day, or how the two paths went as a whole."""
    day = _chosen(of, number)
    flow.text(day.date if day else "As a whole", Role.SIGN, 18)
    if day is None:
        flow.text(of.summary[-1] if of.summary else "", units=17)
        flow.text("Choose a day on the chart.", colour=ASH)
        return
    for text in day.ours:
        flow.text(text, units=17)
        flow.space(8)
    if not day.ours:
        flow.text("Nothing was decided.", colour=ASH)


def _past(flow: Flow, of: DebriefScreen, number: int) -> None:
    """Sets what happened in fact on a day, or on all of them."""
    day = _chosen(of, number)
    for one in [day] if day else of.beside:
        flow.text(f"{one.date}, in fact", Role.SIGN, 18, HEMP)
        for step in one.past:
            _step(flow, step)
        if not one.past:
            flow.text("Nothing is told of this day.", colour=ASH)
        flow.space(8)
    flow.text("What the signs of sources stand for is in help, under Sources.", units=14, colour=ASH)


def _step(flow: Flow, step: PastStep) -> None:
    flow.text(step.at, Role.MEDIUM, 15, HEMP)
    flow.text(step.text, units=17)
    flow.text(f"Source: {step.source}", units=14, colour=ASH)
    if step.disputed:
        flow.text(f"Disputed: {step.disputed}", units=14, colour=ASH)
    flow.space(12)
