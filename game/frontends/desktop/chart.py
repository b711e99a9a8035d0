"""Charts of real coastlines in Lambert's azimuthal equal-area projection, and geodesic lines on them."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pygame

from game.frontends.desktop.ink import Ink, Place
from game.frontends.desktop.theme import COAST, GRID, LAND, ROOM, SEA, mix
from game.frontends.presenter.map.globe import EARTH, Position, project

_COAST_WIDTH = 1.1
_LARGE = 1_000_000


class Coast(NamedTuple):
    """Rings of land and of water inside it, each a closed line of positions, and the box they were cut to."""

    land: tuple[tuple[Position, ...], ...]
    water: tuple[tuple[Position, ...], ...]
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """What a chart shows: its centre in degrees, and how many kilometres across and down it shows at least."""

    latitude: float
    longitude: float
    across: float
    down: float


@lru_cache(maxsize=8)
def load_coast(path: Path) -> Coast:
    """Returns the coastlines of a file in the folder `map` of the assets; raises OSError if it cannot be read."""
    data = json.loads(path.read_text(encoding="utf-8"))
    land, water = (tuple(tuple((lat, lon) for lon, lat in ring) for ring in data[kind]) for kind in ("land", "water"))
    return Coast(land, water, tuple(data["box"]))


def destination(start: Position, bearing: float, kilometres: float) -> Position:
    """Returns where one comes from a position on a bearing in degrees, clockwise from north."""
    far, p, b = kilometres / EARTH, math.radians(start[0]), math.radians(bearing)
    end = math.asin(math.sin(p) * math.cos(far) + math.cos(p) * math.sin(far) * math.cos(b))
    turn = math.atan2(math.sin(b) * math.sin(far) * math.cos(p), math.cos(far) - math.sin(p) * math.sin(end))
    return math.degrees(end), start[1] + math.degrees(turn)


def between(first: Position, second: Position, share: float) -> Position:
    """Returns the position at `share` (0 to 1) of the great circle from the first to the second."""
    a, b = _vector(first), _vector(second)
    angle = math.acos(max(-1.0, min(1.0, sum(x * y for x, y in zip(a, b, strict=True)))))
    if angle < 1e-9:
        return first
    f, g = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
    x, y, z = (f * m + g * n for m, n in zip(a, b, strict=True))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _vector(position: Position) -> tuple[float, float, float]:
    p, m = math.radians(position[0]), math.radians(position[1])
    return math.cos(p) * math.cos(m), math.cos(p) * math.sin(m), math.sin(p)


class Chart:
    """A chart of one frame in one size: its picture, and the places of positions on it in pixels."""

    def __init__(
        self, frame: Frame, size: tuple[int, int], coast: Coast, *, zoom: float = 1.0, faint: float = 0.0
    ) -> None:
        """Fits the frame into the size; `zoom` widens the coast's line, `faint` (0 to 1) fades all into the room."""
        self.frame, self.size, self.coast, self._zoom, self._faint = frame, size, coast, zoom, faint
        self._per_km = min(size[0] / frame.across, size[1] / frame.down)

    @cached_property
    def picture(self) -> pygame.Surface:
        """Returns sea, graticule, land and coast, drawn once: nobody may draw on it."""
        sea, grid, land, shore = (mix(colour, ROOM, self._faint) for colour in (SEA, GRID, LAND, COAST))
        ink = Ink(self.size, 3 if self.size[0] * self.size[1] <= _LARGE else 2, sea)
        width = _COAST_WIDTH * self._zoom
        for line in self._graticule():
            ink.line(grid, line, self._zoom)
        rings = [(land, ring) for ring in self.coast.land] + [(sea, ring) for ring in self.coast.water]
        drawn = [(fill, ring, line) for fill, ring in rings if self._near(line := [self.point(*at) for at in ring])]
        for fill, _, line in drawn:
            ink.polygon(fill, line)
        for _, ring, line in drawn:
            for shoreline in self._shorelines(ring, line):
                ink.line(shore, shoreline, width)
        return ink.picture()

    def point(self, latitude: float, longitude: float) -> Place:
        """Returns where a position lies on the chart in pixels from its upper left corner, perhaps beyond its edge."""
        east, north = project(latitude, longitude, (self.frame.latitude, self.frame.longitude))
        scale = EARTH * self._per_km
        return self.size[0] / 2 + east * scale, self.size[1] / 2 - north * scale

    def shows(self, latitude: float, longitude: float, margin: float = 0.0) -> bool:
        """Returns whether a position lies on the chart, `margin` pixels or more from its edge."""
        x, y = self.point(latitude, longitude)
        return margin <= x <= self.size[0] - margin and margin <= y <= self.size[1] - margin

    def pixels(self, kilometres: float) -> float:
        """Returns how long a distance is at the chart's centre, in pixels."""
        return kilometres * self._per_km

    def circle(self, latitude: float, longitude: float, kilometres: float) -> list[Place]:
        """Returns all places at that distance from a position, as a closed line."""
        return self.arc(latitude, longitude, kilometres, 0, 360)

    def arc(self, latitude: float, longitude: float, kilometres: float, first: float, last: float) -> list[Place]:
        """Returns the part of a circle between two bearings in degrees, clockwise from the first."""
        sweep = (last - first) % 360 or 360
        parts = max(8, round(sweep / 3))
        bearings = (first + sweep * part / parts for part in range(parts + 1))
        return [self.point(*destination((latitude, longitude), bearing, kilometres)) for bearing in bearings]

    def track(self, positions: Sequence[Position], parts: int = 12) -> list[Place]:
        """Returns the great circles through the positions, as a line."""
        if not positions:
            return []
        places = [self.point(*positions[0])]
        for first, second in pairwise(positions):
            places += [self.point(*between(first, second, part / parts)) for part in range(1, parts + 1)]
        return places

    def _near(self, line: list[Place]) -> bool:
        (width, height), xs, ys = self.size, [x for x, _ in line], [y for _, y in line]
        return max(xs) >= 0 and min(xs) <= width and max(ys) >= 0 and min(ys) <= height

    def _graticule(self) -> Iterable[list[Place]]:
        step = 5 if self.frame.across < 5000 else 10
        north, east = round(self.frame.latitude / step) * step, round(self.frame.longitude / step) * step
        parallels = range(max(-80, north - 12 * step), min(85, north + 12 * step), step)
        meridians = range(east - 16 * step, east + 16 * step + 1, step)
        ends = parallels[0], parallels[-1]
        for latitude in parallels:
            yield [self.point(latitude, meridian) for meridian in range(meridians[0], meridians[-1] + 1, 2)]
        for longitude in meridians:
            yield [self.point(latitude, longitude) for latitude in range(ends[0], ends[1] + 1, 2)]

    def _shorelines(self, ring: Sequence[Position], line: list[Place]) -> Iterable[list[Place]]:
        """Yields the ring's line without the stretches along which it was cut to its box."""
        west, south, east, north = self.coast.box
        part: list[Place] = []
        for (here, place), (there, _) in pairwise(zip([*ring, ring[0]], [*line, line[0]], strict=True)):
            part.append(place)
            straight = here[0] == there[0] in (south, north) or here[1] == there[1] in (west, east)
            if straight:
                if len(part) > 1:
                    yield part
                part = []
        if len(part) > 1:
            yield [*part, line[0]]
