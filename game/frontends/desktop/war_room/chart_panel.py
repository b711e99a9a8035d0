"""The map of one theatre as a kept picture: chart, lines, symbols, labels, and boxes for ships beyond the frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.chart import Chart as Projection
from game.frontends.desktop.chart import Frame, load_coast
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.ink import Ink, Place
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    EDGE,
    LAND,
    LINE,
    PANEL,
    RADIUS,
    SEA,
    Colour,
    Role,
)
from game.frontends.desktop.war_room import labels, marks
from game.frontends.desktop.war_room.fit import em, one
from game.frontends.desktop.war_room.marks import Symbol
from game.frontends.presenter.models import Chart, FrameMark, VesselMark

_COASTS = ("west", "east", "world")
_MOST_BOXES = 3
_LEGEND = {"ready": "ready", "building": "building", "standing-down": "standing down", "withdrawn": "withdrawn"}


@lru_cache(maxsize=12)
def projection(assets: Path, frame: FrameMark, size: tuple[int, int]) -> Projection:
    """Returns the empty chart of a frame in a size, with the finest coast that covers it; kept with its picture."""
    latitude, longitude = frame.centre
    shown = Frame(latitude, longitude, 2 * frame.half_width, 2 * frame.half_height)
    for name in _COASTS:
        coast = load_coast(assets / "map" / f"{name}.json")
        west, south, east, north = coast.box
        high = math.degrees(frame.half_height / 6371)
        wide = math.degrees(frame.half_width / 6371) / max(0.2, math.cos(math.radians(latitude)))
        covered = south <= latitude - high * 0.7 and latitude + high * 0.7 <= north
        if covered and west <= longitude - wide * 0.7 and longitude + wide * 0.7 <= east:
            break
    return Projection(shown, size, coast)


def draw(desk: Desk, surface: Surface, box: Rect, chart: Chart, frame: FrameMark, taken: Sequence[Rect] = ()) -> None:
    """Draws the map of a frame into a box, its name in the corner; `taken` are places kept free of labels."""
    pad = 1
    size = box.w - 2 * pad, box.h - 2 * pad
    base = projection(desk.assets, frame, size)
    unit = max(0.75, desk.grid.scale) * (1 + (desk.grid.text - 1) * 0.5)
    picture = base.picture.copy()
    title = _title(desk, frame.name)
    drawing = _Drawing(desk, picture, base, chart, unit)
    bounds = picture.get_rect().inflate(-8, -8)
    drawing.draw(bounds, [Rect(0, 0, *title.get_size()), *taken])
    picture.blit(title, (0, 0))
    surface.blit(picture, (box.x + pad, box.y + pad))
    pygame.draw.rect(surface, LINE, box, 1, border_radius=RADIUS)


def _title(desk: Desk, name: str) -> Surface:
    width = desk.width(name, Role.SIGN, 14) + desk.size(24)
    picture = Surface((width, desk.size(14) * 2))
    picture.fill(PANEL)
    box = picture.get_rect()
    desk.text(picture, name, Role.SIGN, 14, (em(desk, 12), desk.middle(box, Role.SIGN, 14)), BONE)
    pygame.draw.line(picture, LINE, (0, box.h - 1), (box.w, box.h - 1))
    pygame.draw.line(picture, LINE, (box.w - 1, 0), (box.w - 1, box.h))
    return picture


class _Drawing:
    """One map while it is drawn: first lines, then symbols, then labels around them."""

    def __init__(self, desk: Desk, picture: Surface, base: Projection, chart: Chart, unit: float) -> None:
        self.desk, self.picture, self.base, self.chart, self.unit = desk, picture, base, chart, unit
        self.sea = picture.copy()

    def draw(self, bounds: Rect, kept: list[Rect]) -> None:
        ink = Ink(self.picture.get_size(), 2)
        inside, outside = marks.vessels(self.base, self.chart.vessels, self.unit)
        for arc in self.chart.arcs:
            marks.draw_arc(ink, self.base, arc, self.unit)
        for mark, _ in inside:
            marks.draw_wake(ink, self.base, mark, self.unit)
        ink.onto(self.picture)
        sites = marks.sites(self.base, self.chart.places, self.unit)
        ships = [symbol for _, symbol in inside]
        places = marks.places(self.base, self.chart.places, [*sites, *ships], self.unit)
        kinds = {mark.id: mark.kind for mark in self.chart.places}
        for symbol in (*sites, *places):
            marks.draw_symbol(self.picture, symbol, kinds[symbol.key], self.unit)
        for mark, symbol in inside:
            size = round(24 * self.unit)
            signs.stamp(self.picture, marks.vessel_sign(mark), symbol.at, size, symbol.colour, self._turn(mark))
        boxes = self._edge_boxes(outside, bounds, [*kept, *(symbol.box for symbol in (*sites, *ships))])
        legend = self._legend(sites)
        self._labels([*sites, *ships, *places], bounds, [*kept, legend, *boxes])

    def _turn(self, mark: VesselMark) -> float:
        return 0 if mark.kind == "submarine" else marks.course(self.base, mark)

    def _on_land(self, spot: Place) -> bool:
        x, y = round(spot[0]), round(spot[1])
        width, height = self.sea.get_size()
        if not (0 <= x < width and 0 <= y < height):
            return True
        red, green, blue, _ = self.sea.get_at((x, y))
        return abs(red - LAND[0]) + abs(green - LAND[1]) + abs(blue - LAND[2]) < 12

    def _labels(self, symbols: Sequence[Symbol], bounds: Rect, taken: Sequence[Rect]) -> None:
        order = sorted(symbols, key=lambda symbol: -symbol.weight)
        pictures = {symbol.key: self._label(symbol) for symbol in order}
        wanted = [
            labels.Wanted(symbol.key, pictures[symbol.key].get_size(), symbol.box, bool(symbol.icons))
            for symbol in order
        ]
        spots = [symbol.box for symbol in order] + list(taken)
        placed = labels.place(wanted, spots, bounds, self.unit, self._on_land)
        ink = Ink(self.picture.get_size(), 2)
        lines = False
        for symbol in order:
            found = placed.get(symbol.key)
            if found and found.leader:
                ink.line(symbol.colour, found.leader, 1.2)
                lines = True
        if lines:
            ink.onto(self.picture)
        for symbol in order:
            found = placed.get(symbol.key)
            if found:
                self.picture.blit(pictures[symbol.key], found.box)

    def _label(self, symbol: Symbol) -> Surface:
        desk, role = self.desk, Role.STRONG if symbol.strong else Role.TEXT
        text = desk.type.label(symbol.name, role, desk.size(14), symbol.colour)
        if not symbol.icons:
            return text
        step = round(17 * self.unit)
        width = max(text.get_width(), step * len(symbol.icons))
        picture = Surface((width, text.get_height() + step), pygame.SRCALPHA)
        start = (width - step * (len(symbol.icons) - 1)) / 2
        for number, icon in enumerate(symbol.icons):
            signs.stamp(picture, icon, (start + number * step, step / 2), round(18 * self.unit), symbol.colour)
        picture.blit(text, ((width - text.get_width()) // 2, step - 3))
        return picture

    def _edge_boxes(self, outside: Sequence[VesselMark], bounds: Rect, taken: Sequence[Rect]) -> list[Rect]:
        """Draws a box at the edge for the nearest ships beyond the frame and tells how many more there are."""
        middle = bounds.center
        near = sorted(outside, key=lambda mark: (mark.kind != "ship", math.dist(self.base.point(*mark.at), middle)))
        desk = self.desk
        boxes: list[Rect] = []
        height = desk.line(Role.TEXT, 14) * 2 + 6
        for mark in near:
            if len(boxes) == (_MOST_BOXES if bounds.w > 560 else 2) or not self._worth_a_box(mark):
                break
            at = self.base.point(*mark.at)
            note = one(desk, mark.note.split(",")[0].split(";")[0], Role.TEXT, 14, round(bounds.w * 0.42))
            width = max(desk.width(mark.name, Role.STRONG, 14) + 3 * desk.size(18), desk.width(note, Role.TEXT, 14))
            box = Rect(0, 0, width + 16, height)
            box.center = round(at[0]), round(at[1])
            box.clamp_ip(bounds)
            free = self._free_edge(box, bounds, [*taken, *boxes])
            if free is None:
                continue
            self._edge_box(free, mark, note, at)
            boxes.append(free)
        return boxes

    def _worth_a_box(self, mark: VesselMark) -> bool:
        """Returns whether a vessel is near enough to this theatre to be pointed to."""
        (x, y), (width, height) = self.base.point(*mark.at), self.base.size
        return mark.kind == "ship" and -2.2 * width < x < 3.2 * width and -2.2 * height < y < 3.2 * height

    def _free_edge(self, box: Rect, bounds: Rect, taken: Sequence[Rect]) -> Rect | None:
        """Returns the box moved along the edge until it covers nothing, or None."""
        upright = box.left == bounds.left or box.right == bounds.right
        for step in range(40):
            for way in (1, -1):
                moved = box.move(0, way * step * 10) if upright else box.move(way * step * 10, 0)
                if bounds.contains(moved) and moved.inflate(8, 8).collidelist(list(taken)) < 0:
                    return moved
        return None

    def _edge_box(self, box: Rect, mark: VesselMark, note: str, at: Place) -> None:
        desk, colour = self.desk, marks.colour_of(mark.side)
        self.picture.fill(SEA, box)
        pygame.draw.rect(self.picture, colour if mark.side is not None else EDGE, box, 1)
        line, size = desk.line(Role.TEXT, 14), desk.size(18)
        y = box.y + 3 + line / 2
        turn = marks.course(self.base, mark)
        signs.stamp(self.picture, marks.vessel_sign(mark), (box.x + 8 + size / 2, y), size, colour, turn)
        top = Rect(box.x, box.y + 3, box.w, line)
        base = desk.middle(top, Role.STRONG, 14)
        desk.text(self.picture, mark.name, Role.STRONG, 14, (box.x + 14 + size, base), colour)
        angle = math.degrees(math.atan2(at[1] - box.centery, at[0] - box.centerx))
        signs.stamp(self.picture, "right", (box.right - 8 - size / 2, y), size, colour, angle)
        low = Rect(box.x, top.bottom, box.w, line)
        desk.text(self.picture, note, Role.TEXT, 14, (box.x + 8, desk.middle(low, Role.TEXT, 14)), BONE)

    def _legend(self, sites: Sequence[Symbol]) -> Rect:
        """Draws what the signs in view mean, at the foot of the map."""
        used = list(dict.fromkeys(icon for site in sites for icon in site.icons if icon != "loss"))
        desk = self.desk
        items: list[tuple[signs.SignName, str, Colour]] = []
        seen: set[str] = set()
        for site in sites:
            for icon in site.icons:
                word = _LEGEND.get(icon.split("-", 1)[1], "")
                if icon in used and word and word not in seen:
                    items.append((icon, word, site.colour))
                    seen.add(word)
        if not items:
            return Rect(0, 0, 0, 0)
        size, gap = desk.size(16), em(desk, 8)
        width = sum(size + gap // 2 + desk.width(word, Role.TEXT, 14) + gap * 2 for _, word, _ in items) + gap
        height = desk.size(14) * 2
        box = Rect(0, self.picture.get_height() - height, width, height)
        if width > self.picture.get_width():
            return Rect(0, 0, 0, 0)
        self.picture.fill(PANEL, box)
        pygame.draw.rect(self.picture, LINE, box, 1)
        x = gap
        for icon, word, colour in items:
            signs.stamp(self.picture, icon, (x + size / 2, box.centery), size, colour)
            x += size + gap // 2
            x = desk.text(self.picture, word, Role.TEXT, 14, (x, desk.middle(box, Role.TEXT, 14)), ASH).right + gap * 2
        return box
