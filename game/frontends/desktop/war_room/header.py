"""The line at the top of every screen of play: date, the days, whose turn it is, keys."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.theme import ASH, BONE, LINE, MARGIN, PANEL, SIDE_COLOURS, Role, ramp
from game.frontends.desktop.war_room.fit import em, wide
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.key_button import KeyButton
from game.frontends.desktop.widgets.widget import Press
from game.frontends.presenter.models import DayMark, Header

_HIGHEST = 100


Key = tuple[str, str, Press]
"""A key's cap, what it does in a word, and what happens when the word is clicked."""


def add(screen: Screen, box: Rect, header: Header, keys: Sequence[Key], below: str = "", turn: str = "") -> None:
    """Adds the header with a button for each key that finds room; `below` is a smaller line under the date."""
    desk, margin = screen.desk, max(12, screen.grid.space(MARGIN))
    turn = turn or (f"{header.turn}: {header.side_name}" if header.yours else header.turn)
    if wide(desk, turn, Role.SIGN, 18) > box.w * 0.25 and header.yours:
        turn = f"{header.turn}: {header.short}"
    words = wide(desk, turn, Role.SIGN, 18) + desk.size(17) + em(desk, 28)
    shown = list(keys)
    while shown and words + sum(_width(desk, key) for key in shown) > box.w * 0.44:
        last = shown.pop(0)
        if not shown:
            shown = [(last[0], "", last[2])]
            break
    start = box.right - margin // 2 - sum(_width(desk, key) for key in shown)
    right = start - words

    def paint(surface: Surface, area: Rect) -> None:
        _draw(desk, surface, area, header, right, below)
        _turn(desk, surface, area, header.side, turn, right)

    screen.add(Plate("header", box, paint))
    for cap, label, press in shown:
        rect = Rect(start, 0, _width(desk, (cap, label, press)), max(32, min(box.h - 4, desk.size(32))))
        rect.centery = box.centery
        screen.add(KeyButton(f"key.{cap}", rect, cap, label, press))
        start = rect.right


def _width(desk: Desk, key: Key) -> int:
    return still.hint_width(desk, key[0], key[1]) + desk.size(14)


def _turn(desk: Desk, surface: Surface, box: Rect, seat: int, turn: str, x: int) -> None:
    signs.side(surface, seat, (x + em(desk, 8), box.centery), desk.size(17))
    base = desk.middle(box, Role.SIGN, 18)
    desk.text(surface, turn, Role.SIGN, 18, (x + desk.size(22), base), SIDE_COLOURS[seat])


def _draw(desk: Desk, surface: Surface, box: Rect, header: Header, right: int, below: str) -> None:
    surface.fill(PANEL, box)
    surface.fill(LINE, Rect(box.x, box.bottom - 1, box.w, 1))
    margin = max(12, desk.grid.space(MARGIN))
    left = _left(desk, surface, box, header, below, margin, right)
    room = Rect(left + margin, box.y, right - left - 2 * margin, box.h - 1)
    _days(desk, surface, room, header.line)


def _left(desk: Desk, surface: Surface, box: Rect, header: Header, below: str, x: int, right: int) -> int:
    """Draws date, day and capital as far as there is room; returns where they end."""
    line = Rect(box) if not below else Rect(box.x, box.y + 1, box.w, round(box.h * 0.56))
    size = 25 if not below and wide(desk, header.date, Role.SIGN, 25) < box.w * 0.42 else 18
    end = desk.text(surface, header.date, Role.SIGN, size, (x, desk.middle(line, Role.SIGN, size)), BONE).right
    base = desk.middle(line, Role.SIGN, size)
    for text in (f"Day {header.day} · {header.capital}", f"Day {header.day}"):
        start = end + desk.size(16)
        if start + wide(desk, text, Role.SIGN, 16) < right - desk.size(16):
            end = desk.text(surface, text, Role.SIGN, 16, (start, base), ASH).right
            break
    if below:
        low = Rect(box.x, line.bottom, box.w, box.bottom - line.bottom - 3)
        end = max(end, desk.text(surface, below, Role.TEXT, 14, (x, desk.middle(low, Role.TEXT, 14)), ASH).right)
    return end


def _days(desk: Desk, surface: Surface, room: Rect, days: Sequence[DayMark]) -> None:
    """Draws the days with the gauge of each nightfall as a bar, if there is room for figures of readable size."""
    need = wide(desk, "28?", Role.TEXT, 14) + 6
    step = min(desk.grid.space(38), room.w // max(1, len(days)))
    if step < need or not days:
        return
    left = room.x + (room.w - step * len(days)) // 2
    foot = room.bottom - desk.size(15) - 5
    for number, day in enumerate(days):
        cell = Rect(left + number * step, room.y + 4, step, room.h - 6)
        text = day.date.split()[0] + ("?" if day.closing and day.closing.of_ten_thousand and not day.gauge else "")
        middle = cell.centerx
        colour = BONE if day.today else ASH
        desk.text(
            surface, text, Role.STRONG if day.today else Role.TEXT, 14, (middle, room.bottom - 7), colour, "centre"
        )
        bar = Rect(cell.x + 2, 0, step - 4, 1)
        if day.gauge is not None:
            bar.h = max(2, round((foot - room.y - 8) * day.gauge / _HIGHEST))
            bar.bottom = foot
            surface.fill(ramp(day.gauge), bar)
        else:
            bar.bottom = foot
            surface.fill(LINE, bar)
        if day.today:
            pygame.draw.rect(surface, BONE, cell, 2)
