"""The panel of acts: a column for each rung in use, or a row of rungs over a list where columns are too narrow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, CARD_GAP, DANGER, HEMP, Role
from game.frontends.desktop.war_room.cards import NAME, Card, RungBar, card_height, head
from game.frontends.desktop.war_room.fit import em, note
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.pane import Pane

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.room import WarRoom

_TOLD = 2
"""In how many lines at least a card tells what the act is, if there is room."""
_RING = 7
"""Room for the focus ring around the cards, in pixels."""


def add(room: WarRoom, box: Rect, *, framed: bool = True) -> None:
    """Adds the panel; without a frame where a tab is its frame."""
    desk, rungs = room.desk, room.model.rungs
    inner = _frame(room, box) if framed else box
    gap = max(5, desk.grid.space(CARD_GAP))
    column = (inner.w - gap * (len(rungs) - 1)) // max(1, len(rungs))
    if column >= _widest_word(room) + 2 * em(desk, 7) and column >= desk.size(14) * 6:
        _columns(room, inner, column, gap)
    else:
        _list(room, inner, gap)


def _widest_word(room: WarRoom) -> int:
    words = {word for rung in room.model.rungs for act in rung.acts for word in act.name.split()}
    return max((room.desk.width(word, Role.STRONG, NAME) for word in words), default=0)


def _frame(room: WarRoom, box: Rect) -> Rect:
    desk = room.desk
    legend = max(desk.line(Role.TEXT, 14), desk.size(15) * 3 // 2 + 2) + desk.grid.space(12)

    def paint(surface: Surface, area: Rect) -> None:
        words = "one act ends your turn · left climbs down, right climbs up"
        still.panel(desk, surface, area, "3 Act", note(desk, "3 Act", words, area.w))
        _legend(desk, room.model.gauge.name.lower(), surface, Rect(area.x, area.bottom - legend, area.w, legend - 4))

    room.add(Plate("acts", box, paint))
    pad, top = desk.grid.space(14), desk.grid.control(36)
    return Rect(box.x + pad, box.y + top + pad // 2, box.w - 2 * pad, box.h - top - pad // 2 - legend)


def _legend(desk: Desk, gauge: str, surface: Surface, box: Rect) -> None:
    size, gap, x = em(desk, 12), em(desk, 6), box.x + desk.grid.space(14)
    base = desk.middle(box, Role.TEXT, 14)
    for names, text, colour in (
        (("up", "down"), gauge, ASH),
        (("eye",), "seen by all", ASH),
        (("eye-closed",), "secret", ASH),
    ):
        for name in names:
            ink = DANGER if name == "up" else BONE if name == "down" else ASH
            wide = size if name in ("up", "down") else round(size * 1.5)
            signs.stamp(surface, name, (x + wide / 2, box.centery), wide, ink)  # type: ignore[arg-type]
            x += wide + 3
        x = desk.text(surface, text, Role.TEXT, 14, (x + 3, base), colour).right + gap * 3
    x = desk.text(surface, "year", Role.TEXT, 14, (x, base), HEMP).right + gap
    x = desk.text(surface, "on record", Role.TEXT, 14, (x, base), ASH).right
    keys = [("← → ↑ ↓", "card"), ("Enter", "on to Confirm")]
    width = sum(still.hint_width(desk, *key) + em(desk, 6) * 3 for key in keys)
    start = box.right - desk.grid.space(14) - width
    if start > x + gap * 2:
        still.hints(desk, surface, start, box.centery, keys, box.right)


def _columns(room: WarRoom, inner: Rect, column: int, gap: int) -> None:
    desk, rungs = room.desk, room.model.rungs
    heads = max(desk.grid.control(30), desk.line(Role.STRONG, 16) + 4)

    def paint(surface: Surface, area: Rect) -> None:
        for number, rung in enumerate(rungs):
            head(desk, surface, Rect(number * (column + gap), 0, column, heads - 4), rung.rung, False)

    room.add(Plate("rungs", Rect(inner.x, inner.y, inner.w, heads), paint))
    top = inner.y + heads + gap // 2
    lines = max((_lines(desk, act.name, column) for rung in rungs for act in rung.acts), default=1)
    view = Rect(inner.x - _RING, top - _RING, inner.w + 2 * _RING, inner.bottom - top + _RING)
    least = card_height(desk, min(3, max(2, lines)))
    most = max((len(rung.acts) for rung in rungs), default=0)
    rows = max(1, min(most, (inner.bottom - top + gap) // (least + gap)))
    tall = max(least, (inner.bottom - top + gap) // rows - gap)  # so many whole rows that none is cut
    told = tall - least >= _TOLD * desk.line(Role.TEXT, 14)
    pane = room.add(Pane("acts.pane", view, most * (tall + gap) - gap + 2 * _RING))
    pane.focusable = False
    for number, rung in enumerate(rungs):
        for row, act in enumerate(rung.acts):
            rect = Rect(_RING + number * (column + gap), _RING + row * (tall + gap), column, tall)
            room.add(Card(f"act.{act.id}", rect, act, partial(room.pick, act), told=told), pane)


def _lines(desk: Desk, name: str, width: int) -> int:
    return len(desk.type.wrap(name, Role.STRONG, desk.size(NAME), width - 2 * em(desk, 7)))


def _list(room: WarRoom, inner: Rect, gap: int) -> None:
    desk, rungs = room.desk, room.model.rungs
    bar = Rect(inner.x, inner.y, inner.w, max(32, desk.grid.control(34)))
    room.add(RungBar("rungs", bar, rungs, room.rung, room.turn_rung))
    if not rungs:
        return
    acts = rungs[room.rung].acts
    top = bar.bottom + gap
    across = max(1, min(3, inner.w // round(desk.size(15) * 15)))
    width = (inner.w - gap * (across - 1) - 12) // across
    lines = max((_lines(desk, act.name, width) for act in acts), default=1)
    closed = any(not act.open for act in acts)
    tall = card_height(desk, max(lines, 2 if closed else 1))
    above = min(_RING, gap)
    view = Rect(inner.x - _RING, top - above, inner.w + 2 * _RING, inner.bottom - top + above + 3)
    rows = -(-len(acts) // across)
    pane = room.add(Pane("acts.pane", view, rows * (tall + gap) + 2 * _RING))
    pane.focusable = False
    for number, act in enumerate(acts):
        row, column = divmod(number, across)
        rect = Rect(_RING + column * (width + gap), above + row * (tall + gap), width, tall)
        turn = room.turn_rung if across == 1 else None
        room.add(
            Card(f"act.{act.id}", rect, act, partial(room.pick, act), turn, worded=width > desk.size(15) * 17), pane
        )
