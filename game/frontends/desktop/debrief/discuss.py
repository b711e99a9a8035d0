"""Questions to discuss, and how the figures came about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, GUTTER, PANEL, Role

if TYPE_CHECKING:
    from game.frontends.desktop.debrief.pages import DebriefPages


def fill(screen: DebriefPages, room: Rect) -> None:
    """Fills the page."""
    if screen.narrow:
        flow = Flow(screen, "questions", room, PANEL)
        _questions(flow, screen.model.questions)
        flow.space(14)
        _how(flow, screen.model.how)
        flow.close()
        return
    gap = screen.grid.space(GUTTER)
    left = (room.w - gap) * 62 // 100
    flow = screen.column("questions", Rect(room.x, room.y, left, room.h), "To discuss")
    _questions(flow, screen.model.questions)
    flow.close()
    flow = screen.column(
        "how", Rect(room.x + left + gap, room.y, room.w - left - gap, room.h), "How these figures came about"
    )
    _how(flow, screen.model.how)
    flow.close()


def _questions(flow: Flow, questions: tuple[str, ...]) -> None:
    desk, indent = flow.desk, flow.desk.size(17) * 2
    for number, text in enumerate(questions, 1):
        flow.stroke(0, partial(_number, desk, number))
        flow.text(text, units=17, indent=indent)
        flow.space(12)


def _number(desk: Desk, number: int, surface: Surface, rect: Rect) -> None:
    """Writes the number of a question into the margin."""
    row = Rect(rect.x, rect.y, rect.w, desk.line(Role.TEXT, 17))
    at = row.x, desk.middle(row, Role.MEDIUM, 17)
    desk.text(surface, f"{number}.", Role.MEDIUM, 17, at, ASH)


def _how(flow: Flow, how: tuple[str, ...]) -> None:
    for text in how:
        flow.text(text, units=15, colour=ASH)
        flow.space(8)
