"""One rope on a surface: its twisted body, step by step where it bends and from one kept pitch where it is straight."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import pygame

from game.frontends.desktop.knot.path import Point, curve, smooth
from game.frontends.desktop.knot.strands import FINENESS, PITCH, SHADES, Cut, Paint, cuts, fineness, shades
from game.frontends.desktop.theme import Colour, mix, ramp

_LIGHT = (-0.35, -0.94)
_LEVELS = 16
_AHEAD = 3
_STEEP = 0.1

Clear = tuple[int, ...]
"""The alpha of a colour, or nothing where it is opaque."""


class Spot(NamedTuple):
    """A place on the surface in pixels with the direction across the rope there."""

    x: float
    y: float
    across_x: float
    across_y: float


class Rope:
    """A rope of one side on a surface, coloured and frayed by the strain."""

    def __init__(
        self,
        seat: int,
        points: Sequence[Point],
        radius: float,
        drawn: float,
        middle: tuple[float, float],
        strain: float,
    ) -> None:
        """Lays the rope along the points of a left rope, mirrored for seat 1.

        `radius` is in pixels of the surface and `drawn` in those of the screen; `middle` is the knot's place on the
        surface; the strain is 0 to 100.
        """
        self.seat, self.radius, self.strain = seat, radius, strain
        self.fine = fineness(drawn)
        self.steps = FINENESS[self.fine][0]
        self.step = PITCH / self.steps
        self.points = curve(points, self.step)
        self.spots = _spots(self.points, -1 if seat else 1, radius, middle)
        self.torn: dict[int, tuple[int, int]] = {}
        """The strands that are missing, each between two spots."""

    def back(self, length: float) -> int:
        """Returns the number of the spot `length` radii before the rope's end."""
        return max(0, len(self.spots) - 1 - round(length / self.step))

    def heat(self, index: int) -> tuple[Colour, float]:
        """Returns the colour of the rope at a spot and how far it glows, 0 to 1."""
        near = round(math.exp(-((self.points[index][0] / 9) ** 2)) * _LEVELS) / _LEVELS
        colour = mix(ramp(self.strain * 0.62), ramp(self.strain), near)
        return colour, max(0.0, (self.strain - 60) / 40) * near

    def draw(self, surface: pygame.Surface, first: int = 0, last: int | None = None, fade: float = 0) -> None:
        """Draws the rope from one spot to another, its ends fading in over `fade` radii."""
        last = len(self.spots) - 1 if last is None else min(last, len(self.spots) - 1)
        over = fade / self.step
        for index in range(first, last + _AHEAD):
            # The ground runs ahead, or it would leave its rim on the strands of the step before.
            if index < last:
                self._step(surface, index, _alpha(index, first, last, over), ground=True)
            if index >= first + _AHEAD:
                self._step(surface, index - _AHEAD, _alpha(index - _AHEAD, first, last, over), ground=False)

    def _step(self, surface: pygame.Surface, index: int, clear: Clear, *, ground: bool) -> None:
        (colour, heat), rows = self.heat(index), self._cuts(index)
        paint, ends = shades(colour, self.seat, heat), (self.spots[index], self.spots[index + 1])
        if ground:
            _ground(surface, ends, rows[0], paint.line + clear, self.radius)
        else:
            _strands(surface, ends, rows, paint, self.radius, clear)

    def straight(self, near: float) -> int:
        """Returns the number of the first spot from the edge that is steep or within `near` radii of the knot."""
        for index, (spot, point) in enumerate(zip(self.spots, self.points, strict=True)):
            if abs(spot.across_x) > _STEEP or point[0] > -near:
                return index
        return len(self.spots) - 1

    def draw_far(self, surface: pygame.Surface, last: int) -> None:
        """Draws the nearly straight rope before the spot `last` from one pitch of it, cut into columns."""
        column, tall = math.ceil(self.step * self.radius), math.ceil(self.radius * 2.3)
        tiles: dict[tuple[Colour, float], pygame.Surface] = {}
        columns = []
        for index in range(last):
            heat = self.heat(index)
            if heat not in tiles:
                tiles[heat] = self._pitch(heat, column, tall)
            spot, place = self.spots[index], index % self.steps
            left = spot.x if self.seat == 0 else spot.x - column
            start = (place if self.seat == 0 else self.steps - 1 - place) * column
            columns.append((tiles[heat], (round(left), round(spot.y - tall / 2)), (start, 0, column, tall)))
        surface.blits(columns, False)

    def _pitch(self, heat: tuple[Colour, float], column: int, tall: int) -> pygame.Surface:
        tile = pygame.Surface((self.steps * column, tall), pygame.SRCALPHA)
        tile.fill((*heat[0], 0))
        paint, rows = shades(heat[0], self.seat, heat[1]), cuts(self.fine, self.seat, frozenset())
        way, pitch = (-1 if self.seat else 1), []
        for number in range(self.steps):
            start = (self.steps - number if self.seat else number) * column
            ends = Spot(start, tall / 2, 0, way), Spot(start + way * column, tall / 2, 0, way)
            _ground(tile, ends, rows[number], paint.line, self.radius)
            pitch.append((ends, (rows[number], rows[(number + 1) % self.steps])))
        for ends, cut in pitch:
            _strands(tile, ends, cut, paint, self.radius, ())
        return tile

    def _cuts(self, index: int) -> tuple[Cut, Cut]:
        missing = frozenset(strand for strand, (first, last) in self.torn.items() if first <= index <= last)
        rows = cuts(self.fine, self.seat, missing)
        return rows[index % self.steps], rows[(index + 1) % self.steps]


def _alpha(index: int, first: int, last: int, over: float) -> Clear:
    return (round(255 * smooth(min(index - first, last - index) / over)),) if over else ()


def _spots(points: Sequence[Point], way: int, radius: float, middle: tuple[float, float]) -> list[Spot]:
    places = [(middle[0] + way * x * radius, middle[1] + y * radius) for x, y, _ in points]
    spots = []
    for (x, y), before, after in zip(places, [places[0], *places], [*places[1:], places[-1]], strict=False):
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        spots.append(Spot(x, y, -dy / length, dx / length))
    return spots


def _ground(surface: pygame.Surface, ends: tuple[Spot, Spot], cut: Cut, line: tuple[int, ...], radius: float) -> None:
    """Draws the dark between and around the strands for one step of rope."""
    rim = [edge for strand in cut if strand.seen for edge in (strand.edges[0], strand.edges[-1])]
    low, high = (min(rim) - 0.05) * radius, (max(rim) + 0.05) * radius
    (x, y, ax, ay), (u, v, bx, by) = ends
    corners = (
        (x + ax * low, y + ay * low),
        (x + ax * high, y + ay * high),
        (u + bx * high, v + by * high),
        (u + bx * low, v + by * low),
    )
    pygame.draw.polygon(surface, line, corners)


def _strands(
    surface: pygame.Surface,
    ends: tuple[Spot, Spot],
    rows: tuple[Cut, Cut],
    paint: Paint,
    radius: float,
    clear: Clear,
) -> None:
    """Draws one step of rope: every band of every strand that is seen."""
    (x, y, ax, ay), (u, v, bx, by) = ends
    light = _LIGHT[0] * ax + _LIGHT[1] * ay
    ax, ay, bx, by = ax * radius, ay * radius, bx * radius, by * radius
    polygon = pygame.draw.polygon
    for strand, after in zip(*rows, strict=True):
        if not (strand.seen or after.seen):
            continue
        e, f = strand.edges[0], after.edges[0]
        start, end = (x + ax * e, y + ay * e), (u + bx * f, v + by * f)
        for (shade, lean, yarn), e1, f1 in zip(strand.bands, strand.edges[1:], after.edges[1:], strict=True):
            if e1 == e and f1 == f:
                continue
            e, f = e1, f1
            stop, far = (x + ax * e, y + ay * e), (u + bx * f, v + by * f)
            tone = min(SHADES - 1, max(0, int(shade + lean * light)))
            polygon(surface, (paint.yarn if yarn else paint.bare)[tone] + clear, (start, stop, far, end))
            start, end = stop, far
