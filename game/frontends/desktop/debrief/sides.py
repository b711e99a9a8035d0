"""Both sides day by day: ladders, mandates, and what each could make of the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.debrief.bars import bar_row
from game.frontends.desktop.debrief.plot import Key, Plot, legend, legend_height
from game.frontends.desktop.ink import Ink
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, BONE, GUTTER, PANEL, SIDE_COLOURS, Role
from game.frontends.presenter.debrief.debriefing import DayRow, DebriefScreen, LeaderCard, ReadingCell
from game.frontends.presenter.words import IN_TRUTH, capital

if TYPE_CHECKING:
    from game.frontends.desktop.debrief.pages import DebriefPages

WHOLE = 100


def fill(screen: DebriefPages, room: Rect) -> None:
    """Fills the page: charts and days at the left, mandates at the right."""
    if screen.narrow:
        flow = Flow(screen, "days", room, PANEL)
        _charts(screen, flow, screen.desk.size(14) * 10)
        _leaders(flow, screen.model)
        _days(flow, screen.model)
        flow.close()
        return
    gap = screen.grid.space(GUTTER)
    left = (room.w - gap) * 58 // 100
    flow = screen.column("days", Rect(room.x, room.y, left, room.h), "Day by day")
    _charts(screen, flow, max(room.h * 3 // 10, screen.desk.size(14) * 9))
    _days(flow, screen.model)
    flow.close()
    flow = screen.column("leaders", Rect(room.x + left + gap, room.y, room.w - left - gap, room.h), "Who played")
    _leaders(flow, screen.model)
    flow.close()


def summary(screen: DebriefPages, rect: Rect) -> None:
    """Fills a panel with the ladders, mandates and scores."""
    flow = screen.column("ladders", rect, "Ladders and mandates")
    _chart(
        screen,
        flow,
        rect.h * 48 // 100,
        "ladders",
        [[day.ladders[side] for day in screen.model.days] for side in (0, 1)],
    )
    flow.space(8)
    for leader in screen.model.leaders:
        _score(flow, screen.model, leader)
    for side in (0, 1):
        day = next((day for day in reversed(screen.model.days) if (cell := day.readings[side]) and cell.guess), None)
        if day and (cell := day.readings[side]):
            flow.text(_reading(screen.model, side, cell, f"On {day.date} "), units=14, colour=ASH)
    flow.close()


def _charts(screen: DebriefPages, flow: Flow, high: int) -> None:
    """Sets the charts of ladders and of what no deal was worth."""
    of = screen.model
    for name, pairs in (("ladders", [day.ladders for day in of.days]), ("no deal", [day.no_deal for day in of.days])):
        flow.text(
            {"ladders": "Ladders of escalation", "no deal": f"What no deal was worth, {IN_TRUTH}"}[name], Role.SIGN, 16
        )
        _chart(screen, flow, high, name, [[pair[side] for pair in pairs] for side in (0, 1)])
        flow.space(14)


def _chart(screen: DebriefPages, flow: Flow, high: int, name: str, values: list[list[int]]) -> None:
    rect = flow.rect(high)
    picture = screen.kept(name, rect.size, lambda: _drawn(screen, rect.size, values))
    flow.strokes.append(lambda surface: surface.blit(picture, rect))


def _drawn(screen: DebriefPages, size: tuple[int, int], values: list[list[int]]) -> Surface:
    """Returns a chart of both sides in steps."""
    desk, of = screen.desk, screen.model
    surface = Surface(size)
    surface.fill(PANEL)
    keys: list[Key] = [(name, signs.SIDE_SIGNS[n], SIDE_COLOURS[n]) for n, name in enumerate(of.sides)]
    head = legend_height(desk, size[0], keys)
    legend(desk, surface, Rect(0, 0, size[0], head), keys)
    labels = [day.date.split(" ")[0] for day in of.days]
    most = max((value for side in values for value in side), default=0)
    plot = Plot(desk, Rect(0, head, size[0], size[1] - head), labels, 4 * (1 + most // 4))
    plot.frame(surface)
    ink = Ink(size)
    for seat in (0, 1):
        plot.stairs(ink, values[seat], seat)
    ink.onto(surface)
    return surface


def _score(flow: Flow, of: DebriefScreen, leader: LeaderCard) -> None:
    name = f"{of.sides[leader.side]}: {leader.mandate.name}"
    bar_row(flow, name, str(leader.score), leader.score / WHOLE, leader.side)


def _leaders(flow: Flow, of: DebriefScreen) -> None:
    """Sets who played, with which mandate and score, and of a leader of the scenario the card."""
    for leader in of.leaders:
        flow.text(f"{of.sides[leader.side]}: {capital(leader.name)}", Role.SIGN, 18, SIDE_COLOURS[leader.side])
        if leader.text:
            flow.text(leader.text, units=15, colour=ASH)
        flow.space(8)
        bar_row(flow, "Points", f"{leader.score} of 100", leader.score / WHOLE, leader.side)
        flow.text(f"Mandate: {leader.mandate.name}", Role.MEDIUM)
        flow.text(leader.mandate.text, units=15)
        flow.text(f"Red line: {leader.mandate.red_line}", units=15, colour=ASH)
        flow.space(8)
        for name, value, text in leader.figures:
            flow.text(f"{capital(name)} {value}: {text}", units=15, colour=ASH)
        flow.space(16)


def _days(flow: Flow, of: DebriefScreen) -> None:
    """Sets every day: the gauge, ladders, what no deal was worth, and both readings against the truth."""
    flow.text("What each could make of the other's mandate", Role.SIGN, 16)
    flow.text("From reports and letters alone.", units=14, colour=ASH)
    for day in of.days:
        flow.space(10)
        flow.rule()
        flow.space(8)
        _day(flow, of, day)


def _day(flow: Flow, of: DebriefScreen, day: DayRow) -> None:
    past = f" (in fact {day.history})" if day.history is not None else ""
    flow.text(f"{day.date}. {capital(of.gauge)} {day.gauge}{past}", Role.MEDIUM, 16, BONE)
    pairs = zip(of.shorts, day.ladders, day.no_deal, strict=True)
    flow.text("; ".join(f"{name}: ladder {rung}, no deal {nothing}" for name, rung, nothing in pairs) + ".", units=15)
    for side, cell in enumerate(day.readings):
        if cell and cell.guess:
            flow.text(_reading(of, side, cell), units=15, colour=SIDE_COLOURS[side])


def _reading(of: DebriefScreen, side: int, cell: ReadingCell, when: str = "") -> str:
    """Returns what a side could make of the other's mandate, as a sentence."""
    right = "right" if cell.right else "wrong"
    said = f" Its sources said: {cell.said}." if cell.said else ""
    return f"{when}{of.shorts[side]} could think: {cell.guess} ({cell.percent} %), {right}.{said}"
