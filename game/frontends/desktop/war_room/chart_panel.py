"""The map of one theatre as kept pictures: chart, lines, symbols, labels, and boxes for ships beyond the frame."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.chart import Chart as Projection
from game.frontends.desktop.chart import Frame, load_coast
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.ink import Ink, Place
from game.frontends.desktop.kept import weight
from game.frontends.desktop.theme import ASH, BONE, LAND, LINE, PANEL, RADIUS, Colour, Role
from game.frontends.desktop.war_room import edge, labels, marks
from game.frontends.desktop.war_room.fit import em, wide
from game.frontends.desktop.war_room.marks import Symbol
from game.frontends.desktop.war_room.sailing import Sailing, sailing
from game.frontends.presenter.map.charts import ArcMark, Chart, FrameMark, VesselMark

_COASTS = ("west", "east", "world", "globe")
_WORDS = {
    "ready": "ready",
    "building": "building",
    "standing-down": "standing down",
    "withdrawn": "withdrawn",
}
_DEEDS: dict[str, tuple[signs.SignName, str]] = {
    "turned": ("turned", "turned"),
    "holding": ("holding", "stopped"),
    "boarded": ("boarded", "boarded"),
}
_ROOMY = 420
_LINE, _RANGE = 105, 35
Taken = tuple[int, int, int, int]


@dataclass(frozen=True)
class Drawn:
    """A map that is kept: `still` is all of it, `under` is without what has moved since the morning before.

    `spots` say where each thing lies (keys and rectangle, marks before labels), all in pixels of the picture.
    """

    still: Surface
    under: Surface
    base: Projection
    spots: tuple[tuple[tuple[str, ...], Rect], ...]
    marks: tuple[Rect, ...]
    labels: tuple[Rect, ...]
    sailing: tuple[Sailing, ...]

    @property
    def bytes(self) -> int:
        """Returns how much room the pictures take."""
        return weight(self.still) + weight(self.base.picture) + (weight(self.under) if self.sailing else 0)


_IN_A_ROW = 5
"""How many icons of a place stand in one row."""


@lru_cache(maxsize=2)
def projection(assets: Path, frame: FrameMark, size: tuple[int, int]) -> Projection:
    """Returns the empty chart of a frame in a size, with the finest coast that covers it; kept with its picture."""
    latitude, longitude = frame.centre
    shown = Frame(latitude, longitude, 2 * frame.half_width, 2 * frame.half_height)
    for name in _COASTS:
        coast = load_coast(assets / "map" / f"{name}.json")
        west, south, east, north = coast.box
        high = math.degrees(frame.half_height / 6371)
        broad = math.degrees(frame.half_width / 6371) / max(0.2, math.cos(math.radians(latitude)))
        covered = south <= latitude - high * 0.7 and latitude + high * 0.7 <= north
        if covered and west <= longitude - broad * 0.7 and longitude + broad * 0.7 <= east:
            break
    return Projection(shown, size, coast)


def draw(desk: Desk, surface: Surface, box: Rect, chart: Chart, frame: FrameMark) -> None:
    """Draws the map of a frame into a box, its name in the corner."""
    kept = drawn(desk, (box.w - 2, box.h - 2), chart, frame)
    surface.blit(kept.still, (box.x + 1, box.y + 1))
    pygame.draw.rect(surface, LINE, box, 1, border_radius=RADIUS)


def drawn(
    desk: Desk,
    size: tuple[int, int],
    chart: Chart,
    frame: FrameMark,
    *,
    ranges: bool = False,
    taken: Iterable[Rect] = (),
) -> Drawn:
    """Returns the map of a frame in a size, with circles of ranges if asked; `taken` is kept free of labels."""
    boxes = tuple((rect.x, rect.y, rect.w, rect.h) for rect in taken)
    key = desk.grid, size, chart, frame, ranges, boxes
    return desk.charts.once(key, lambda: _drawn(desk, size, chart, frame, ranges, boxes))


def _drawn(
    desk: Desk, size: tuple[int, int], chart: Chart, frame: FrameMark, ranges: bool, taken: Iterable[Taken]
) -> Drawn:
    unit = max(0.75, desk.grid.scale) * (1 + (desk.grid.text - 1) * 0.5)
    drawing = _Drawing(desk, projection(desk.assets, frame, size), chart, unit)
    title = _title(desk, frame.name, chart.report, size[0])
    drawing.draw(ranges, [Rect(0, 0, *title.get_size()), *(Rect(rect) for rect in taken)])
    for picture in {id(each): each for each in (drawing.under, drawing.picture)}.values():
        picture.blit(title, (0, 0))
    return drawing.result()


def _title(desk: Desk, name: str, report: str, most: int) -> Surface:
    """Returns the tab in the corner of a map: its name, and of which day the report is where there is room."""
    pad, gap = em(desk, 12), em(desk, 14)
    width = wide(desk, name, Role.SIGN, 14) + 2 * pad
    said = wide(desk, report, Role.TEXT, 14) + gap
    told = bool(report) and width + said < most * 0.8
    picture = Surface((width + said * told, desk.size(14) * 2))
    picture.fill(PANEL)
    box = picture.get_rect()
    end = desk.text(picture, name, Role.SIGN, 14, (pad, desk.middle(box, Role.SIGN, 14)), BONE).right
    if told:
        desk.text(picture, report, Role.TEXT, 14, (end + gap, desk.middle(box, Role.TEXT, 14)), ASH)
    pygame.draw.line(picture, LINE, (0, box.h - 1), (box.w, box.h - 1))
    pygame.draw.line(picture, LINE, (box.w - 1, 0), (box.w - 1, box.h))
    return picture


class _Drawing:
    """One map while it is drawn: lines, symbols and labels, those of what has moved at last."""

    def __init__(self, desk: Desk, base: Projection, chart: Chart, unit: float) -> None:
        self.desk, self.base, self.chart, self.unit = desk, base, chart, unit
        self.under = self.picture = base.picture.copy()
        self.bounds = self.picture.get_rect().inflate(-8, -8)
        self.spots: list[tuple[tuple[str, ...], Rect]] = []
        self.marks: list[Rect] = []
        self.labels: list[Rect] = []
        self.moving: list[Sailing] = []

    def result(self) -> Drawn:
        return Drawn(
            self.picture,
            self.under,
            self.base,
            tuple(self.spots),
            tuple(self.marks),
            tuple(self.labels),
            tuple(self.moving),
        )

    def draw(self, ranges: bool, kept: list[Rect]) -> None:
        chart, base, unit = self.chart, self.base, self.unit
        inside, outside = marks.vessels(base, chart.vessels, unit)
        ships = [symbol for _, symbol in inside]
        arcs = [arc for arc in chart.arcs if (ranges or arc.style == "line") and self._spots_of(arc)]
        self._lines(arcs, [mark for mark, _ in inside])
        sites = marks.sites(base, chart.places, unit)
        events = marks.incidents(base, chart.incidents, unit)
        fixed = [*events, *sites]
        fixed += marks.places(base, chart.places, [*fixed, *ships], unit)
        for symbol in reversed(fixed):
            marks.draw_symbol(self.picture, symbol, unit)
        kept.append(self._legend(sites, [mark for mark, _ in inside], kept))
        bare = [*kept, *(symbol.box for symbol in (*fixed, *ships))]
        edged = edge.boxes(self.desk, self.picture, base, outside, self.bounds, bare)
        self.spots += [((key,), box) for key, box in edged]
        kept += [box for _, box in edged]
        symbols = [*fixed, *ships, *marks.names(base, chart.places, unit)]
        self.marks = [symbol.box for symbol in symbols if symbol.kind != "name"]
        self.spots += [(symbol.keys, symbol.box.inflate(6, 6)) for symbol in symbols if symbol.kind != "name"]
        self._finish(inside, symbols, self._written(symbols, arcs), kept)
        for arc in arcs:
            self.spots += [((f"line.{arc.id}",), marks.square(spot, 14 * unit)) for spot in self._spots_of(arc)]

    def _lines(self, arcs: Sequence[ArcMark], vessels: Sequence[VesselMark]) -> None:
        ink = Ink(self.picture.get_size(), 2)
        for arc in arcs:
            marks.draw_arc(ink, self.base, arc, self.unit)
        for mark in vessels:
            marks.draw_wake(ink, self.base, mark, self.unit)
        ink.onto(self.picture)

    def _written(self, symbols: Sequence[Symbol], arcs: Sequence[ArcMark]) -> list[_Label]:
        """Returns the labels, the weightiest first."""
        told = [(symbol.weight, self._of_symbol(symbol)) for symbol in symbols]
        told += [(_RANGE if arc.style == "range" else _LINE, self._of_arc(arc)) for arc in arcs]
        return [label for _, label in sorted(told, key=lambda each: -each[0])]

    def _finish(
        self,
        inside: Sequence[tuple[VesselMark, Symbol]],
        symbols: Sequence[Symbol],
        written: Sequence[_Label],
        kept: Sequence[Rect],
    ) -> None:
        """Places the labels, and draws first what lies still and then what has moved since the morning before."""
        wanted = [label.wanted for label in written]
        spots = [label.mark for label in wanted] + list(kept)
        placed = labels.place(wanted, spots, self.bounds, self.unit, self._on_land)
        ways = {symbol.key: sailing(self.base, mark, symbol.at, self.unit) for mark, symbol in inside}
        self.moving = [way for way in ways.values() if way]
        for moved in (False, True):
            for mark, symbol in inside:
                if bool(ways[symbol.key]) is moved:
                    turn = marks.course(self.base, mark)
                    marks.draw_vessel(self.picture, mark, symbol.at, turn, self.unit)
            here = [label for label in written if bool(ways.get(label.wanted.key)) is moved]
            self._label([(label, placed[label.wanted.key]) for label in here if label.wanted.key in placed])
            if not moved and self.moving:
                self.under = self.picture.copy()

    def _label(self, here: Sequence[tuple[_Label, labels.Placed]]) -> None:
        led = [(label.colour, place.leader) for label, place in here if place.leader]
        if led:
            ink = Ink(self.picture.get_size(), 2)
            for colour, leader in led:
                ink.line(colour, leader, 1.2)
            ink.onto(self.picture)
        for label, place in here:
            self.picture.blit(label.picture, place.box)
            self.labels.append(place.box)
            if not label.mute:
                self.spots.append((label.keys, place.box))

    def _on_land(self, spot: Place) -> bool:
        x, y = round(spot[0]), round(spot[1])
        width, height = self.base.picture.get_size()
        if not (0 <= x < width and 0 <= y < height):
            return True
        red, green, blue, _ = self.base.picture.get_at((x, y))
        return abs(red - LAND[0]) + abs(green - LAND[1]) + abs(blue - LAND[2]) < 12

    def _of_symbol(self, symbol: Symbol) -> _Label:
        desk, role = self.desk, Role.STRONG if symbol.strong else Role.TEXT
        if symbol.kind == "name":
            text = desk.type.label(" ".join(symbol.name), Role.SIGN, desk.size(14), ASH)
            wanted = labels.Wanted(symbol.key, text.get_size(), symbol.box, centred=True)
            return _Label(wanted, text, ASH, symbol.keys, mute=True)
        if symbol.kind == "incident" and symbol.strong:
            role = Role.SIGN
        text = desk.type.label(symbol.name, role, desk.size(14), symbol.colour)
        picture = self._with_icons(symbol, text) if symbol.icons else text
        wanted = labels.Wanted(symbol.key, picture.get_size(), symbol.box, bool(symbol.icons))
        return _Label(wanted, picture, symbol.colour, symbol.keys)

    def _with_icons(self, symbol: Symbol, text: Surface) -> Surface:
        """Returns a name under its icons; many stand in two rows, so that they stay near their place."""
        step, count = round(17 * self.unit), len(symbol.icons)
        across = count if count <= _IN_A_ROW else -(-count // 2)
        rows = -(-count // across)
        width = max(text.get_width(), step * across)
        picture = Surface((width, text.get_height() + step * rows), pygame.SRCALPHA)
        start = (width - step * (across - 1)) / 2
        for number, icon in enumerate(symbol.icons):
            row, column = divmod(number, across)
            at = start + column * step, step * (row + 0.5)
            signs.stamp(picture, icon, at, round(18 * self.unit), symbol.colour)
        picture.blit(text, ((width - text.get_width()) // 2, step * rows - 3))
        return picture

    def _of_arc(self, arc: ArcMark) -> _Label:
        desk, colour = self.desk, marks.colour_of(arc.side)
        note = arc.note.split(";")[0].split(", ")[0]
        rows = [desk.type.label(arc.name, Role.STRONG, desk.size(14), colour)]
        if note and self.bounds.w >= _ROOMY and wide(desk, note, Role.TEXT, 14) < self.bounds.w * 0.36:
            rows.append(desk.type.label(note, Role.TEXT, desk.size(14), ASH))
        step = desk.line(Role.TEXT, 14)
        size = max(row.get_width() for row in rows), rows[0].get_height() + step * (len(rows) - 1)
        picture = Surface(size, pygame.SRCALPHA)
        for number, row in enumerate(rows):
            picture.blit(row, (0, number * step))
        key = f"line.{arc.id}"
        wanted = labels.Wanted(key, size, Rect(0, 0, 0, 0), along=self._spots_of(arc))
        return _Label(wanted, picture, colour, (key,))

    def _spots_of(self, arc: ArcMark) -> tuple[Place, ...]:
        """Returns the places in view along a line, its ends first since ships lie in the middle."""
        line = self.base.arc(*arc.centre, arc.radius_km, *arc.bearings)
        order = sorted(range(len(line)), key=lambda number: -abs(number - len(line) * 0.45))
        return tuple(line[number] for number in order if self.bounds.collidepoint(line[number]))

    def _legend(self, sites: Sequence[Symbol], vessels: Sequence[VesselMark], kept: Sequence[Rect]) -> Rect:
        """Draws what the signs in view mean at the foot of the map, above the buttons if there is no room beside."""
        desk, height, size, gap = self.desk, self.desk.size(14) * 2, self.desk.size(16), em(self.desk, 8)
        items = [
            (size + gap // 2 + wide(desk, word, Role.TEXT, 14) + gap * 2, icon, word, colour)
            for icon, word, colour in _meanings(sites, vessels)
        ]
        if not items:
            return Rect(0, 0, 0, 0)
        box = Rect(0, self.picture.get_height() - height, gap + sum(width for width, *_ in items), height)
        beside = [rect for rect in kept if rect.colliderect(box)]
        if beside:
            box.bottom = min(rect.top for rect in beside)
        while box.w > self.picture.get_width():
            box.w -= items.pop()[0]
        self.picture.fill(PANEL, box)
        pygame.draw.rect(self.picture, LINE, box, 1)
        x = gap
        for _, icon, word, colour in items:
            signs.stamp(self.picture, icon, (x + size / 2, box.centery), size, colour)
            x += size + gap // 2
            x = desk.text(self.picture, word, Role.TEXT, 14, (x, desk.middle(box, Role.TEXT, 14)), ASH).right + gap * 2
        return box


@dataclass(frozen=True)
class _Label:
    """A label with its picture; `mute` if nothing is said of it beyond."""

    wanted: labels.Wanted
    picture: Surface
    colour: Colour
    keys: tuple[str, ...]
    mute: bool = False


def _meanings(sites: Sequence[Symbol], vessels: Sequence[VesselMark]) -> Iterable[tuple[signs.SignName, str, Colour]]:
    """Yields the signs in view with their words and colours, each word once."""
    seen: dict[str, tuple[signs.SignName, Colour]] = {}
    for site in sites:
        for icon in site.icons:
            word = _WORDS.get(icon.split("-", 1)[-1], "")
            if word:
                seen.setdefault(word, (icon, site.colour))
    for mark in vessels:
        colour = marks.colour_of(mark.side)
        if mark.does:
            sign, word = _DEEDS[mark.does]
            seen.setdefault(word, (sign, BONE if mark.does == "boarded" else colour))
        if mark.reported and mark.kind == "ship" and mark.side is not None:
            seen.setdefault("reported only", (marks.vessel_sign(mark), colour))
    return [(icon, word, colour) for word, (icon, colour) in seen.items()]
