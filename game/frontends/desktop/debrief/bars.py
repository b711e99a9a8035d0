"""Rows of a name, a figure and a bar beneath, the bar in the pattern of the side it belongs to."""

from __future__ import annotations

from pygame import Rect, Surface, draw

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, BONE, EDGE, LINE, SIDE_COLOURS, Role
from game.frontends.presenter.debrief.debriefing import Measure, RiskPart

_WHOLE = 100


def bar_row(
    flow: Flow,
    name: str,
    value: str,
    share: float,
    seat: int | None,
    spread: tuple[float, float] | None = None,
) -> None:
    """Sets a row: `share` and `spread` are parts of the width, outlined where the share is below 0."""
    desk = flow.desk
    size, line = desk.size(14), desk.line(Role.TEXT, 15)
    indent = size * 3 // 2 if seat is not None else 0
    room = flow.width - indent - desk.width(value, Role.STRONG, 15) - size
    lines = desk.type.wrap(name, Role.TEXT, desk.size(15), max(size, room))

    def words(surface: Surface, rect: Rect) -> None:
        row = Rect(rect.x, rect.y, rect.w, line)
        if seat is not None:
            signs.side(surface, seat, (rect.x + size / 2, row.centery), size)
        base = desk.middle(row, Role.STRONG, 15)
        desk.text(surface, value, Role.STRONG, 15, (rect.right, base), BONE, "right")
        for number, text in enumerate(lines):
            desk.text(surface, text, Role.TEXT, 15, (rect.x + indent, base + number * line), BONE)

    flow.stroke(line * len(lines), words)
    flow.stroke(size, lambda surface, rect: _bar(desk, surface, rect, share, seat, spread))
    flow.space(10)


def _bar(
    desk: Desk, surface: Surface, rect: Rect, share: float, seat: int | None, spread: tuple[float, float] | None
) -> None:
    high = max(6, desk.size(14) // 2)
    rail = Rect(rect.x, rect.y + 2, rect.w, high)
    full = Rect(rail.x, rail.y, max(2, round(rail.w * min(1.0, abs(share)))) if share else 0, high)
    colour = EDGE if seat is None else SIDE_COLOURS[seat]
    draw.rect(surface, LINE, rail, 1)
    if share > 0 and seat == 1:
        signs.hatch(surface, full, colour)
    elif share > 0:
        draw.rect(surface, colour, full)
    if full.w:
        draw.rect(surface, colour, full, 1)
    if spread:
        left, right = (rail.x + round(rail.w * min(1.0, max(0.0, end))) for end in spread)
        for x in (left, right):
            draw.line(surface, BONE, (x, rail.y - 3), (x, rail.bottom + 2), 2)
        draw.line(surface, BONE, (left, rail.bottom + 1), (right, rail.bottom + 1), 2)


def expected(flow: Flow, name: str, of: Measure, seat: int) -> None:
    """Sets what is expected of a move, from 0 to 100 points, with its interval."""
    spread = (of.low / _WHOLE, of.high / _WHOLE) if of.games else None
    bar_row(flow, name, of.text, of.value / _WHOLE, seat, spread)


def sources(flow: Flow, parts: tuple[RiskPart, ...]) -> None:
    """Sets what a risk came from; what made it smaller is outlined."""
    most = max((abs(part.odds) for part in parts), default=0) or 1
    for part in parts:
        bar_row(flow, part.name, part.text, part.odds / most, part.side)
    if any(part.odds < 0 for part in parts):
        flow.text("An outlined bar made war less likely.", units=14, colour=ASH)
