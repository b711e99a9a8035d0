"""The line at the top of every screen of play: date, the days, whose turn it is, keys."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.theme import ASH, BONE, LINE, MARGIN, PANEL, SIDE_COLOURS, Colour, Role
from game.frontends.desktop.war_room import days
from game.frontends.desktop.war_room.fit import em, wide
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.key_button import KeyButton
from game.frontends.desktop.widgets.widget import Press
from game.frontends.presenter.models import Header

Key = tuple[str, str, Press]
"""A key's cap, what it does in a word, and what happens when the word is clicked."""
Words = tuple[str, Role, int, Colour, tuple[int, int]]
"""A line of text with its face, size, colour and the start of its baseline."""


def add(screen: Screen, box: Rect, header: Header, keys: Sequence[Key], below: str = "", turn: str = "") -> None:
    """Adds the header with a button for each key that finds room; `below` is a smaller line under the date."""
    desk, margin = screen.desk, max(12, screen.grid.space(MARGIN))
    turn = turn or (f"{header.turn}: {header.side_name}" if header.yours else header.turn)
    if wide(desk, turn, Role.SIGN, 18) > box.w * 0.25 and header.yours:
        turn = f"{header.turn}: {header.short}"
    words = wide(desk, turn, Role.SIGN, 18) + desk.size(17) + em(desk, 26)
    shown = list(keys)
    most = min(box.w * 0.44, box.w - 2 * margin - wide(desk, below, Role.TEXT, 14) - em(desk, 12))
    while shown and words + sum(_width(desk, key) for key in shown) > most:
        last = shown.pop(0)
        if not shown:
            shown = [(last[0], "", last[2])]
            break
    start = box.right - margin // 2 - sum(_width(desk, key) for key in shown)
    right = start - words

    words_left, end = _left(desk, box, header, below, margin, right)

    def paint(surface: Surface, area: Rect) -> None:
        surface.fill(PANEL, area)
        surface.fill(LINE, Rect(area.x, area.bottom - 1, area.w, 1))
        for text, role, size, colour, at in words_left:
            desk.text(surface, text, role, size, at, colour)
        _turn(desk, surface, area, header.side, turn, right)

    screen.add(Plate("header", box, paint))
    room = Rect(end + margin, box.y, right - end - 2 * margin, box.h - 1)
    today = Rect(margin - 10, box.y, end - margin + 24, box.h - 1)
    days.add(screen, room, today, header.line)
    for cap, label, press in shown:
        rect = Rect(start, 0, _width(desk, (cap, label, press)), max(32, min(box.h - 4, desk.size(32))))
        rect.centery = box.centery
        screen.add(KeyButton(f"key.{cap}", rect, cap, label, press))
        start = rect.right


def _width(desk: Desk, key: Key) -> int:
    return still.hint_width(desk, key[0], key[1]) + desk.size(14)


def _turn(desk: Desk, surface: Surface, box: Rect, seat: int, turn: str, x: int) -> None:
    size = desk.size(17)
    signs.side(surface, seat, (x + size / 2, box.centery), size)
    base = desk.middle(box, Role.SIGN, 18)
    desk.text(surface, turn, Role.SIGN, 18, (x + size + em(desk, 7), base), SIDE_COLOURS[seat])


def _left(desk: Desk, box: Rect, header: Header, below: str, x: int, right: int) -> tuple[list[Words], int]:
    """Returns date, day and capital as far as there is room, with their baselines, and where they end."""
    line = Rect(box) if not below else Rect(box.x, box.y + 1, box.w, round(box.h * 0.56))
    size = 25 if not below and wide(desk, header.date, Role.SIGN, 25) < box.w * 0.42 else 18
    base = desk.middle(line, Role.SIGN, size)
    found: list[Words] = [(header.date, Role.SIGN, size, BONE, (x, base))]
    end = x + wide(desk, header.date, Role.SIGN, size)
    day = f"Day {header.day}"
    for text in (header.capital,) if header.months else (f"{day} · {header.capital}", day):
        start, width = end + desk.size(16), wide(desk, text, Role.SIGN, 16)
        if start + width < right - desk.size(16):
            found.append((text, Role.SIGN, 16, ASH, (start, base)))
            end = start + width
            break
    if below:
        low = Rect(box.x, line.bottom, box.w, box.bottom - line.bottom - 3)
        found.append((below, Role.TEXT, 14, ASH, (x, desk.middle(low, Role.TEXT, 14))))
        end = max(end, x + wide(desk, below, Role.TEXT, 14))
    return found, end
