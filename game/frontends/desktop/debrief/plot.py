"""Charts by day: the lines and words round them, curves with their intervals, bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.ink import Ink, Place
from game.frontends.desktop.theme import ASH, EDGE, GRID, PANEL, SIDE_COLOURS, Colour, Role, mix

_BAND = 0.16
_STEPS = (4, 2, 1)


@dataclass(frozen=True)
class Plot:
    """A chart in a rectangle: places across with their labels, and values from 0 to `top`.

    `above` are pixels kept free over the highest value.
    """

    desk: Desk
    rect: Rect
    labels: Sequence[str]
    top: float
    above: int = 0

    @cached_property
    def field(self) -> Rect:
        """Returns where the values lie."""
        widest = max(self.desk.width(f"{value:g}", Role.TEXT, 14) for value in self.steps)
        left = widest + self.desk.size(14) // 2
        return Rect(self.rect.x + left, self.rect.y + self._over, self.rect.w - left, self._high)

    @cached_property
    def steps(self) -> list[float]:
        """Returns the values that are named at the left."""
        line = self.desk.line(Role.TEXT, 14)
        count = next((steps for steps in _STEPS if self._high / steps >= 1.4 * line), 1)
        return [self.top * step / count for step in range(count + 1)]

    @property
    def _over(self) -> int:
        return self.above + self.desk.line(Role.TEXT, 14) // 2

    @property
    def _high(self) -> int:
        return self.rect.h - self._over - self.desk.line(Role.TEXT, 14) * 5 // 4

    def x(self, place: float) -> float:
        """Returns where a place (0 is the first) lies from the left."""
        return self.field.x + self.field.w * (place + 0.5) / max(1, len(self.labels))

    def y(self, value: float) -> float:
        """Returns where a value lies from above."""
        return self.field.bottom - self.field.h * min(value, self.top) / self.top

    def column(self, place: int) -> Rect:
        """Returns the whole height of the chart at a place, its label included."""
        left, right = round(self.x(place - 0.5)), round(self.x(place + 0.5))
        return Rect(left, self.field.y, right - left, self.rect.bottom - self.field.y)

    def at(self, values: Sequence[float]) -> list[Place]:
        """Returns where values, one for each place from the first on, lie."""
        return [(self.x(place), self.y(value)) for place, value in enumerate(values)]

    def frame(self, surface: Surface) -> None:
        """Draws the lines of the field, and the words at its left and beneath."""
        desk, field, line = self.desk, self.field, self.desk.line(Role.TEXT, 14)
        for value in self.steps:
            y = round(self.y(value))
            pygame.draw.line(surface, GRID if value else EDGE, (field.x, y), (field.right, y))
            base = y + desk.type.capitals(Role.TEXT, desk.size(14)) // 2
            desk.text(surface, f"{value:g}", Role.TEXT, 14, (field.x - desk.size(14) // 2, base), ASH, "right")
        widest = max((desk.width(label, Role.TEXT, 14) for label in self.labels), default=1) + desk.size(14) // 2
        every = max(1, -(-widest * len(self.labels) // max(1, field.w)))
        base = self.rect.bottom - line // 4
        for place, label in enumerate(self.labels):
            x = self.x(place)
            if place:
                edge = round(self.x(place - 0.5))
                pygame.draw.line(surface, GRID, (edge, field.y), (edge, field.bottom))
            if place % every == 0:
                half = desk.width(label, Role.TEXT, 14) / 2
                x = min(max(x, self.rect.x + half), self.rect.right - half)
                desk.text(surface, label, Role.TEXT, 14, (x, base), ASH, "centre")

    def band(self, ink: Ink, bounds: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Fills what lies between lower and upper bounds."""
        lows, highs = ([pair[n] for pair in bounds] for n in (0, 1))
        if len(bounds) > 1:
            ink.polygon(mix(PANEL, colour, _BAND), [*self.at(highs), *reversed(self.at(lows))])

    def curve(self, ink: Ink, values: Sequence[float], colour: Colour, *, dashed: bool = False) -> None:
        """Draws a curve, solid or dashed."""
        points, width = self.at(values), max(1.6, self.desk.size(14) / 7)
        if len(points) > 1 and dashed:
            ink.dashed(colour, points, width, (width * 4, width * 2.2))
        elif len(points) > 1:
            ink.line(colour, points, width)

    def stairs(self, ink: Ink, values: Sequence[float], seat: int) -> None:
        """Draws a curve that changes in steps, in the middle between two places."""
        points = [(self.x(place + shift), self.y(v)) for place, v in enumerate(values) for shift in (-0.5, 0.5)]
        width = max(1.6, self.desk.size(14) / 7)
        if seat:
            ink.dashed(SIDE_COLOURS[seat], points, width, (width * 4, width * 2.2))
        else:
            ink.line(SIDE_COLOURS[seat], points, width)

    def marks(self, surface: Surface, values: Sequence[float], name: signs.SignName, colour: Colour) -> None:
        """Puts a sign on every value of a curve."""
        for place in self.at(values):
            signs.stamp(surface, name, place, self.desk.size(11), colour)


def between(values: Sequence[float], place: float) -> float:
    """Returns the value of a curve at a place, which may lie between two of its own."""
    place = min(max(place, 0.0), len(values) - 1.0)
    for number, (here, there) in enumerate(pairwise(values)):
        if place <= number + 1:
            return here + (there - here) * (place - number)
    return values[-1]


Key = tuple[str, signs.SignName, Colour]
"""What a curve is called, its sign, its colour."""


def sheet(plot: Plot, size: tuple[int, int], keys: Sequence[Key]) -> Surface:
    """Returns a picture of a size with the frame of a plot and the names of its curves, and nothing in it yet."""
    surface = Surface(size)
    surface.fill(PANEL)
    legend(plot.desk, surface, surface.get_rect(), keys)
    plot.frame(surface)
    return surface


def legend(desk: Desk, surface: Surface, rect: Rect, keys: Sequence[Key]) -> None:
    """Names curves side by side, in as many rows as they need."""
    size, line = desk.size(14), desk.line(Role.TEXT, 14)
    for (text, name, colour), (x, y) in zip(keys, _places(desk, rect.w, keys), strict=True):
        row = Rect(rect.x + x, rect.y + y, rect.w, line)
        signs.stamp(surface, name, (row.x + size / 2, row.centery), size, colour)
        desk.text(surface, text, Role.TEXT, 14, (row.x + size * 3 // 2, desk.middle(row, Role.TEXT, 14)), ASH)


def legend_height(desk: Desk, width: int, keys: Sequence[Key]) -> int:
    """Returns the height a legend takes in a width."""
    return _places(desk, width, keys)[-1][1] + desk.line(Role.TEXT, 14) if keys else 0


def _places(desk: Desk, width: int, keys: Sequence[Key]) -> list[tuple[int, int]]:
    size, places, x, y = desk.size(14), list[tuple[int, int]](), 0, 0
    for text, _, _ in keys:
        needed = size * 3 // 2 + desk.width(text, Role.TEXT, 14)
        if x and x + needed > width:
            x, y = 0, y + desk.line(Role.TEXT, 14)
        places.append((x, y))
        x += needed + size
    return places
