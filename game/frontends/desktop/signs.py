"""The drawn marks of the window: sides, trends, eyes, controls, and what stands on the map.

`sign` gives one as a picture, `stamp` puts it on a surface around a point. All colours and sizes come from the caller.
"""

from functools import lru_cache
from typing import Literal

import pygame

from game.frontends.desktop.ink import Ink, Place
from game.frontends.desktop.pens import PENS, Sheet
from game.frontends.desktop.theme import SIDE_COLOURS, Colour

SignName = Literal[
    "disc",
    "lozenge",
    "disc-open",
    "lozenge-open",
    "up",
    "down",
    "up-open",
    "down-open",
    "same",
    "left",
    "right",
    "eye",
    "eye-closed",
    "box",
    "box-checked",
    "radio",
    "radio-chosen",
    "check",
    "cross",
    "loss",
    "site-ready",
    "site-building",
    "site-standing-down",
    "site-withdrawn",
    "ringed-ready",
    "ringed-building",
    "ringed-standing-down",
    "ringed-withdrawn",
    "hull-0",
    "hull-1",
    "hull-0-open",
    "hull-1-open",
    "hull-neutral",
    "carrier",
    "holding",
    "turned",
    "boarded",
    "submarine",
    "submarine-suspected",
    "aircraft",
    "place",
    "clock",
    "paper",
]
"""The names of all signs; `-open` ones are outlined: reported, guessed or previewed."""

SIDE_SIGNS: tuple[SignName, SignName] = ("disc", "lozenge")
"""The marks of the first and of the second side, by seat."""


@lru_cache(maxsize=800)
def sign(name: SignName, size: int, colour: Colour, turn: float = 0) -> pygame.Surface:
    """Returns a sign as a square picture of `size` pixels, turned clockwise by degrees; kept.

    Its colours are premultiplied: `stamp` draws it so, and whoever blits it gives `BLEND_PREMULTIPLIED`.
    """
    sheet = Sheet(size, colour, turn)
    PENS[name](sheet)
    return sheet.ink.picture()


def stamp(
    surface: pygame.Surface, name: SignName, at: Place, size: int, colour: Colour, turn: float = 0
) -> pygame.Rect:
    """Draws a sign with its middle at a point, turned clockwise by degrees, and returns the rectangle of its box."""
    picture = sign(name, size, colour, round(turn) % 360)
    corner = round(at[0] - size / 2), round(at[1] - size / 2)
    return surface.blit(picture, corner, special_flags=pygame.BLEND_PREMULTIPLIED)


def side(surface: pygame.Surface, seat: int, at: Place, size: int) -> pygame.Rect:
    """Draws the mark of a side in its colour with its middle at a point."""
    return stamp(surface, SIDE_SIGNS[seat], at, size, SIDE_COLOURS[seat])


def hatch(surface: pygame.Surface, box: pygame.Rect, colour: Colour, *, gap: int = 6, width: float = 1.5) -> None:
    """Fills a rectangle with lines at 45 degrees, `gap` pixels apart."""
    if box.w <= 0 or box.h <= 0:
        return
    ink = Ink(box.size)
    for start in range(-box.h, box.w + box.h, gap):
        ink.line(colour, [(start, box.h + 1), (start + box.h + 1, 0)], width)
    ink.onto(surface, box.topleft)
