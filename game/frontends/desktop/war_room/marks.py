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
from game.frontends.desktop.theme import ASH, BONE, DANGER, SIDE_COLOURS, Colour
from game.frontends.presenter.models import ArcMark, Mark, VesselMark

_SITE_SIGNS: dict[str, str] = {
    "building": "building",
    "ready": "ready",
    "standing_down": "standing-down",
    "withdrawn": "withdrawn",
}
_QUIET_KINDS = ("city", "base")
MOST_OF_A_KIND = 8


@dataclass
class Symbol:
    """A mark on the map with the label that belongs to it; `icons` are drawn with the label, not on the spot."""

    key: str
    name: str
    at: Place
    box: Rect
    colour: Colour
    weight: int
    strong: bool = True
    note: str = ""
    icons: list[SignName] = field(default_factory=list)


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
        found.append(Symbol(members[0].id, label, at, box, colour_of(seat), 100, True, members[0].note, icons))
    return found


def places(chart: Chart, marks: Sequence[Mark], taken: Sequence[Symbol], unit: float) -> list[Symbol]:
    """Returns cities, bases and areas in view; a base that would lie on another mark is left to the list."""
    found: list[Symbol] = []
    order = {"area": 0, "city": 1, "base": 2}
    for mark in sorted((m for m in marks if m.kind != "site"), key=lambda m: (not m.sign, order.get(m.kind, 3))):
        if mark.sign == "hidden" or not chart.shows(*mark.at, 8 * unit):
            continue
        at = chart.point(*mark.at)
        colour = DANGER if mark.sign == "loss" else colour_of(mark.side) if mark.kind != "city" else BONE
        size = 26 if mark.kind == "area" else 22 if mark.sign == "loss" else 9
        box = square(at, size * unit)
        if (
            mark.kind == "base"
            and not mark.sign
            and any(box.inflate(9, 9).colliderect(s.box) for s in (*taken, *found))
        ):
            continue
        name = mark.name.split(",")[0]
        weight = 60 if mark.sign else 40 if mark.kind == "city" else 20
        found.append(Symbol(mark.id, name, at, box, colour, weight, bool(mark.sign), mark.note))
    return found


def vessels(
    chart: Chart, marks: Iterable[VesselMark], unit: float
) -> tuple[list[tuple[VesselMark, Symbol]], list[VesselMark]]:
    """Returns the vessels in view with their symbols, and those beyond the frame."""
    inside, outside = [], []
    for mark in marks:
        if not chart.shows(*mark.at, 8 * unit):
            outside.append(mark)
            continue
        at = chart.point(*mark.at)
        suspected = mark.kind == "submarine" and bool(mark.reported)
        name = f"{mark.name}?" if suspected else mark.name
        box = square(at, (26 if suspected else 20) * unit)
        inside.append((mark, Symbol(mark.id, name, at, box, colour_of(mark.side), 70, True, mark.note)))
    return inside, outside


def course(chart: Chart, mark: VesselMark) -> float:
    """Returns the way a vessel goes in degrees clockwise from the top of the chart."""
    if len(mark.track) < 2:
        return 270.0 if mark.side else 90.0
    (x, y), (u, v) = chart.point(*mark.track[-2]), chart.point(*mark.at)
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
    line = chart.track(mark.track[-7:] if mark.kind == "aircraft" else mark.track[-3:])
    colour = colour_of(mark.side)
    if mark.kind == "aircraft":
        ink.dashed(colour, line, 2 * unit, (9 * unit, 3 * unit, 2 * unit, 3 * unit))
    else:
        ink.dotted(colour, line, 1.4 * unit, 4 * unit)


def draw_arc(ink: Ink, chart: Chart, arc: ArcMark, unit: float) -> None:
    """Draws a line with outward ticks, or the dots of a range."""
    line = chart.arc(*arc.centre, arc.radius_km, *arc.bearings)
    if arc.style == "line":
        span = (arc.bearings[1] - arc.bearings[0]) % 360 or 360
        length = sum(math.dist(a, b) for a, b in zip(line, line[1:], strict=False))
        ink.ticked(BONE, line, 2.4 * unit, every=max(8.0, length * 8 / span), length=9 * unit)
    else:
        seen = [spot for spot in line if -400 < spot[0] < chart.size[0] + 400 and -400 < spot[1] < chart.size[1] + 400]
        if len(seen) > 1:
            ink.dotted(ASH, seen, 1.3 * unit, 5 * unit)


def draw_symbol(surface: Surface, symbol: Symbol, kind: str, unit: float) -> None:
    """Draws the mark of a place where it lies."""
    if kind == "site":
        signs.stamp(surface, "disc", symbol.at, round(9 * unit), symbol.colour)
    elif kind == "area":
        ink = Ink(symbol.box.size)
        middle = symbol.box.w / 2, symbol.box.h / 2
        ink.dashed(symbol.colour, circle(middle, symbol.box.w / 2 - 2), 1.4, (4, 3))
        ink.onto(surface, symbol.box.topleft)
    else:
        signs.stamp(surface, "place", symbol.at, max(10, round(12 * unit)), symbol.colour)
