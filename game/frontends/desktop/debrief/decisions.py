"""Every decision that was judged, in the order played, each with what it cost or won beside the best other move."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.frontends.desktop.debrief.course import told_move
from game.frontends.desktop.debrief.moves import MoveRow
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, GUTTER, PANEL
from game.frontends.presenter.debrief.debriefing import SIGNS

if TYPE_CHECKING:
    from game.frontends.desktop.debrief.pages import DebriefPages

NONE = "Nobody had a choice in this match."


def fill(screen: DebriefPages, room: Rect) -> None:
    """Fills the page: the list, and what is chosen on it beside it, or in a narrow window under its row."""
    moves = screen.model.moves
    if screen.narrow or not moves:
        flow = Flow(screen, "decisions", room, PANEL)
        _rows(screen, flow, opened=True)
        flow.close()
        return
    gap = screen.grid.space(GUTTER)
    left = (room.w - gap) * 52 // 100
    count = f"{len(moves)}, of which {sum(bool(move.mark) for move in moves)} marked"
    flow = screen.column("decisions", Rect(room.x, room.y, left, room.h), "All decisions", count)
    _rows(screen, flow, opened=False)
    flow.close()
    flow = screen.column("story", Rect(room.x + left + gap, room.y, room.w - left - gap, room.h), "The move")
    told_move(flow, moves[screen.decision - 1])
    flow.close()


def _rows(screen: DebriefPages, flow: Flow, *, opened: bool) -> None:
    """Lists the decisions; `opened` tells of the chosen one under its row."""
    of = screen.model
    for number, move in enumerate(of.moves, 1):
        chosen = number == screen.decision
        rect = flow.rect(MoveRow.height(flow.desk, of, move, flow.width))
        press = partial(screen.choose_decision, number)
        flow.add(MoveRow(f"decision {number}", rect, of, move, press, chosen=chosen))
        if opened and chosen:
            flow.space(8)
            told_move(flow, move)
            flow.space(8)
    flow.space(8)
    flow.text(SIGNS if of.moves else NONE, units=14, colour=ASH)
