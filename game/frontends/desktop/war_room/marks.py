"""The symbols of the map: sites in groups, cities and bases, vessels with their wakes, lines and circles."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.chart import Chart
from game.frontends.desktop.ink import Ink, Place, circle
from game.frontends.desktop.signs import SignName
from game.frontends.desktop.theme import ASH, BONE, DANGER, SEA, SIDE_COLOURS, Colour, mix
from game.frontends.presenter.map.charts import ArcMark, IncidentMark, Mark, VesselMark

_SITE_SIGNS: dict[str, str] = {
    "building": "building",
    "ready": "ready",
    "standing_down": "standing-down",
    "withdrawn": "withdrawn",
}
_SIZES = {"area": 26, "town": 7}
_CLOSE = 1000
"""How many kilometres a chart may be wide to show towns."""
_NEARING = 5000
"""How many kilometres beyond the edge of a chart a vessel may be for the chart to point at it."""
MOST_OF_A_KIND = 8


@dataclass
class Symbol:
    """A mark on the map with the label that belongs to it; `icons` are drawn with the label, not on the spot.

    `keys` name the things it stands for.
    """

    keys: tuple[str, ...]
    name: str
    at: Place
    box: Rect
    colour: Colour
    weight: int
    strong: bool = True
    kind: str = ""
    icons: list[SignName] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Returns the key of the first thing it stands for."""
        return self.keys[0]


def colour_of(seat: int | None) -> Colour:
    """Returns the colour of a side's mark, bone for what belongs to none."""
    return BONE if seat is None else SIDE_COLOURS[seat]


def square(at: Place, size: float) -> Rect:
    """Returns the square around a point."""
    box = Rect(0, 0, round(size), round(size))
    box.center = round(at[0]), round(at[1])
    return box


def site_sign(mark: Mark) -> SignName:
    """Returns the sign of a place's state: in a ring for the first side, bare for the second."""
    if mark.sign == "loss":
        return "loss"
    state = _SITE_SIGNS.get(mark.sign, "building")
    name: SignName = f"{'ringed' if mark.side == 0 else 'site'}-{state}"  # type: ignore[assignment]
    return name


def sites(chart: Chart, places: Sequence[Mark], unit: float) -> list[Symbol]:
    """Returns the sites in view, those of one name with different numbers as one group."""
    found = []
    shown = [mark for mark in places if mark.kind == "site" and mark.sign != "hidden" and chart.shows(*mark.at)]
    for (name, seat), group in groupby(shown, key=lambda mark: (mark.name.rstrip(" 0123456789"), mark.side)):
        members = list(group)
        spots = [chart.point(*mark.at) for mark in members]
        at = sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)
        several = len(members) > 1
        icons = [site_sign(mark) for mark in members for _ in range(1 if several else min(mark.marks, MOST_OF_A_KIND))]
        box = square(at, max(5, 6 * unit))
        label = name.split(",")[0] if len(name) > 22 else name
        keys = tuple(f"place.{mark.id}" for mark in members)
        found.append(Symbol(keys, label, at, box, colour_of(seat), 100, True, "site", icons))
    return found


def places(chart: Chart, marks: Sequence[Mark], taken: Sequence[Symbol], unit: float) -> list[Symbol]:
    """Returns cities, towns, bases and areas in view; one that would lie on another mark is left to the list."""
    found: list[Symbol] = []
    order = {"area": 0, "city": 1, "town": 2, "base": 3}
    for mark in sorted((m for m in marks if m.kind in order), key=lambda m: (not m.sign, order[m.kind])):
        if mark.sign == "hidden" or not chart.shows(*mark.at, 8 * unit):
            continue
        if mark.kind == "town" and chart.frame.across > _CLOSE:
            continue
        at = chart.point(*mark.at)
        plain = mark.kind in ("city", "town")
        colour = DANGER if mark.sign == "loss" else BONE if plain else colour_of(mark.side)
        box = square(at, _SIZES.get(mark.kind, 9) * unit)
        crowded = any(box.inflate(9, 9).colliderect(other.box) for other in (*taken, *found))
        if crowded and mark.kind != "area" and not mark.sign:
            continue
        weight = 60 if mark.sign else {"city": 90, "town": 30}.get(mark.kind, 20)
        name = mark.name.split(",")[0]
        found.append(Symbol((f"place.{mark.id}",), name, at, box, colour, weight, bool(mark.sign), mark.kind))
    return found


def names(chart: Chart, marks: Sequence[Mark], unit: float) -> list[Symbol]:
    """Returns the names of lands and seas in view, which are written where they lie and have no mark."""
    shown = [mark for mark in marks if mark.kind == "name" and chart.shows(*mark.at, 20 * unit)]
    spots = [chart.point(*mark.at) for mark in shown]
    return [
        Symbol((f"place.{mark.id}",), mark.name, at, square(at, 0), ASH, 0, False, "name")
        for mark, at in zip(shown, spots, strict=True)
    ]


def incidents(chart: Chart, marks: Iterable[IncidentMark], unit: float) -> list[Symbol]:
    """Returns the incidents in view, those of the last night large."""
    found = []
    for mark in marks:
        if chart.shows(*mark.at, 8 * unit):
            at = chart.point(*mark.at)
            box = square(at, (40 if mark.fresh else 20) * unit)
            colour, weight = (DANGER, 110) if mark.fresh else (ASH, 50)
            found.append(Symbol((f"incident.{mark.id}",), mark.name, at, box, colour, weight, mark.fresh, "incident"))
    return found


def vessels(
    chart: Chart, marks: Iterable[VesselMark], unit: float
) -> tuple[list[tuple[VesselMark, Symbol]], list[VesselMark]]:
    """Returns the vessels in view with their symbols, moved apart a little, and those a few days beyond the frame."""
    inside: list[tuple[VesselMark, Symbol]] = []
    outside = []
    for mark in marks:
        if not chart.shows(*mark.at, 8 * unit):
            if chart.shows(*mark.at, -chart.pixels(_NEARING)):
                outside.append(mark)
            continue
        suspected = mark.kind == "submarine" and bool(mark.reported)
        name = f"{mark.name}?" if suspected else mark.name
        size = round((26 if suspected else 24) * unit)
        box = _apart(square(chart.point(*mark.at), size), [symbol.box for _, symbol in inside], chart.size)
        symbol = Symbol((f"vessel.{mark.id}",), name, box.center, box, colour_of(mark.side), 70, True, "vessel")
        inside.append((mark, symbol))
    return inside, outside


def _apart(box: Rect, others: Sequence[Rect], size: tuple[int, int]) -> Rect:
    """Returns the box moved as little as keeps it clear of the others, or where it was if it is too crowded."""
    window = Rect(0, 0, *size)
    for away in range(0, 3 * box.w, max(2, box.w // 4)):
        for turn in range(12):
            angle = math.radians(turn * 30)
            moved = box.move(round(away * math.cos(angle)), round(away * math.sin(angle)))
            if window.contains(moved) and moved.collidelist(list(others)) < 0:
                return moved
    return box


def course(chart: Chart, mark: VesselMark) -> float:
    """Returns the way a vessel goes in degrees clockwise from the top of the chart."""
    here = mark.track.index(mark.at) if mark.at in mark.track else 0
    if not here:
        return 270.0 if mark.side else 90.0
    (x, y), (u, v) = chart.point(*mark.track[here - 1]), chart.point(*mark.at)
    if math.dist((x, y), (u, v)) < 0.5:
        return 0.0
    return math.degrees(math.atan2(u - x, y - v))


def vessel_sign(mark: VesselMark) -> SignName:
    """Returns the sign of a vessel: filled if known, outlined if only reported."""
    if mark.kind == "submarine":
        return "submarine-suspected" if mark.reported else "submarine"
    if mark.kind == "aircraft":
        return "aircraft"
    if mark.kind == "carrier":
        return "carrier"
    if mark.side is None:
        return "hull-neutral"
    if mark.side == 0:
        return "hull-0-open" if mark.reported else "hull-0"
    return "hull-1-open" if mark.reported else "hull-1"


def draw_wake(ink: Ink, chart: Chart, mark: VesselMark, unit: float) -> None:
    """Draws where a vessel has come from: dots behind a ship, long dash and dot for a flight."""
    if len(mark.track) < 2:
        return
    line = chart.track(mark.track if mark.kind == "aircraft" else mark.track[-2:])
    colour = colour_of(mark.side)
    if mark.kind == "aircraft":
        ink.dashed(colour, line, 2 * unit, (9 * unit, 3 * unit, 2 * unit, 3 * unit))
    else:
        ink.dotted(colour, line, 1.4 * unit, 4 * unit)


def draw_arc(ink: Ink, chart: Chart, arc: ArcMark, unit: float) -> None:
    """Draws a line with outward ticks, or the dots of a range."""
    line = chart.arc(*arc.centre, arc.radius_km, *arc.bearings)
    colour = colour_of(arc.side)
    if arc.style == "line":
        span = (arc.bearings[1] - arc.bearings[0]) % 360 or 360
        length = sum(math.dist(a, b) for a, b in zip(line, line[1:], strict=False))
        ink.ticked(colour, line, 2.4 * unit, every=max(8.0, length * 8 / span), length=9 * unit)
        return
    for part in _seen(chart, line):
        ink.dotted(mix(colour, SEA, 0.25), part, 1.6 * unit, 5 * unit)


def _seen(chart: Chart, line: Sequence[Place]) -> Iterable[list[Place]]:
    """Yields the stretches of a line that lie on the chart or just beyond it."""
    part: list[Place] = []
    for spot in line:
        if -200 < spot[0] < chart.size[0] + 200 and -200 < spot[1] < chart.size[1] + 200:
            part.append(spot)
            continue
        if len(part) > 1:
            yield part
        part = []
    if len(part) > 1:
        yield part


def draw_symbol(surface: Surface, symbol: Symbol, unit: float) -> None:
    """Draws the mark of a place or an incident where it lies."""
    if symbol.kind == "site":
        signs.stamp(surface, "disc", symbol.at, round(9 * unit), symbol.colour)
    elif symbol.kind == "incident":
        if symbol.strong:
            ink = Ink(symbol.box.size)
            ink.disc(mix(SEA, symbol.colour, 0.24), (symbol.box.w / 2, symbol.box.h / 2), symbol.box.w / 2 - 2)
            ink.onto(surface, symbol.box.topleft)
        signs.stamp(surface, "loss", symbol.box.center, symbol.box.w, symbol.colour)
    elif symbol.kind == "area":
        ink = Ink(symbol.box.size)
        middle = symbol.box.w / 2, symbol.box.h / 2
        ink.dashed(symbol.colour, circle(middle, symbol.box.w / 2 - 2), 1.4, (4, 3))
        ink.onto(surface, symbol.box.topleft)
    elif symbol.kind != "name":
        signs.stamp(surface, "place", symbol.at, max(10, round(12 * unit)), symbol.colour)


def draw_vessel(surface: Surface, mark: VesselMark, at: Place, turn: float, unit: float) -> None:
    """Draws a vessel with its middle at a point on a course, and the sign of what she does."""
    colour, size = colour_of(mark.side), round(24 * unit)
    turn = 0 if mark.kind == "submarine" else turn
    signs.stamp(surface, vessel_sign(mark), at, size, colour, turn)
    if mark.does == "holding":
        ahead = math.radians(turn - 90)
        bow = at[0] + math.cos(ahead) * size * 0.62, at[1] + math.sin(ahead) * size * 0.62
        signs.stamp(surface, "holding", bow, round(size * 0.8), colour, turn)
    elif mark.does == "turned":
        signs.stamp(surface, "turned", (at[0] + size * 0.55, at[1] - size * 0.5), round(size * 0.55), colour)
    elif mark.does == "boarded":
        signs.stamp(surface, "boarded", at, round(size * 1.25), BONE)
