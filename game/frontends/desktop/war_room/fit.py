"""Measures that grow with the text, and text that ends in an ellipsis where it does not fit."""

from __future__ import annotations

from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import BONE, SMALLEST_TYPE, Colour, Role
from game.frontends.desktop.type import Type


def em(desk: Desk, units: float) -> int:
    """Returns a distance that grows with the type, given for type of 14 pixels."""
    return max(1, round(desk.size(SMALLEST_TYPE) * units / SMALLEST_TYPE))


def wide(desk: Desk, text: str, role: Role, units: float) -> int:
    """Returns the width in pixels of one line of text."""
    return desk.type.width(text, role, desk.size(units))


def lines(desk: Desk, text: str, role: Role, units: float, width: int, most: int) -> list[str]:
    """Returns wrapped text of at most so many lines, the last one ending in an ellipsis if some was left out."""
    return list(_lines(desk.type, text, role, desk.size(units), max(1, width), most))


def _lines(type_: Type, text: str, role: Role, size: int, width: int, most: int) -> tuple[str, ...]:
    wrapped = type_.wrap(text, role, size, width)
    if len(wrapped) <= most:
        return tuple(wrapped)
    if most <= 0:
        return ()
    return *wrapped[: most - 1], _one(type_, f"{wrapped[most - 1]} {wrapped[most]}", role, size, width)


def one(desk: Desk, text: str, role: Role, units: float, width: int) -> str:
    """Returns the text as it is or, where it is too wide, shortened by words with an ellipsis."""
    return _one(desk.type, text, role, desk.size(units), width)


def _one(type_: Type, text: str, role: Role, size: int, width: int) -> str:
    if type_.width(text, role, size) <= width:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        short = " ".join(words).rstrip(",;:.·") + "…"
        if type_.width(short, role, size) <= width:
            return short
    word = words[0] if words else ""
    while len(word) > 1 and type_.width(f"{word}…", role, size) > width:
        word = word[:-1]
    return f"{word}…"


def paragraph(
    desk: Desk, surface: Surface, text: str, role: Role, units: float, box: Rect, colour: Colour = BONE
) -> int:
    """Draws as much wrapped text as a box holds; returns the bottom of what was drawn."""
    step = desk.line(role, units)
    for line in lines(desk, text, role, units, box.w, max(0, box.h // step)):
        desk.block(surface, line, role, units, box.topleft, box.w + desk.size(units), colour)
        box = box.move(0, step)
    return box.top


def note(desk: Desk, head: str, text: str, width: int) -> str:
    """Returns a panel's note if it finds room beside its heading, or else nothing."""
    used = wide(desk, head, Role.SIGN, 16) + em(desk, 12) + 2 * desk.grid.space(14)
    return text if used + wide(desk, text, Role.TEXT, 14) <= width else ""
