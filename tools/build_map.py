"""Builds the coastlines in assets/map from the TopoJSON files of World Atlas 2.0.2 (Natural Earth, public domain).

Usage: python tools/build_map.py FOLDER, where FOLDER holds land-50m.json and land-10m.json. Only the outlines of
land are kept, without borders; inland seas such as the Caspian become rings of water. Needs the standard library alone.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

Place = tuple[float, float]
Box = tuple[float, float, float, float]

TARGET = Path(__file__).resolve().parent.parent / "assets" / "map"
CHARTS: dict[str, tuple[str, Box, float, float]] = {
    "world.json": ("land-50m.json", (-130, -12, 75, 84), 0.06, 0.05),
    "west.json": ("land-10m.json", (-112, 2, -42, 48), 0.02, 0.002),
    "east.json": ("land-10m.json", (-14, 24, 72, 70), 0.03, 0.006),
    "globe.json": ("land-50m.json", (-180, -60, 180, 84), 0.07, 0.1),
}
"""For each chart its source and, in degrees, the box (west, south, east, north), error allowed and smallest area."""


def arcs_of(topology: dict) -> list[list[Place]]:
    """Returns the arcs of a TopoJSON file in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def ring_of(arcs: list[list[Place]], numbers: list[int]) -> list[Place]:
    """Returns the closed line made of these arcs; a number below zero is an arc walked backwards."""
    ring: list[Place] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def simplified(line: list[Place], error: float) -> list[Place]:
    """Returns the line without the points that lie within `error` of what is left (Douglas and Peucker)."""
    keep, open_ = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_:
        first, last = open_.pop()
        middle = max(range(first + 1, last), key=lambda i: distance(line[i], line[first], line[last]), default=None)
        if middle is not None and distance(line[middle], line[first], line[last]) > error:
            keep.add(middle)
            open_ += [(first, middle), (middle, last)]
    return [line[i] for i in sorted(keep)]


def distance(point: Place, first: Place, last: Place) -> float:
    """Returns how far a point lies from the line through two others, or from the one where both are."""
    length = math.dist(first, last)
    if length < 1e-8:
        return math.dist(point, first)
    (x, y), (a, b), (c, d) = point, first, last
    return abs((c - a) * (b - y) - (a - x) * (d - b)) / length


def clipped(ring: list[Place], box: Box) -> list[Place]:
    """Returns the part of a ring inside the box (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        inside: list[Place] = []
        for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            was, is_ = (before[axis] - limit) * sign >= 0, (here[axis] - limit) * sign >= 0
            if was != is_:
                share = (limit - before[axis]) / (here[axis] - before[axis])
                x, y = (before[k] + share * (here[k] - before[k]) for k in (0, 1))
                inside.append((x, y))
            if is_:
                inside.append(here)
        ring = inside
    return ring


def area(ring: list[Place]) -> float:
    """Returns the area of a ring in square degrees."""
    return abs(sum(a * d - b * c for (a, b), (c, d) in pairwise([*ring, ring[0]]))) / 2


def build(source: Path, box: Box, error: float, smallest: float) -> dict:
    """Returns one chart: rings of land and of water within it, as longitudes and latitudes."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    rings: dict[str, list] = {"land": [], "water": []}
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            for number, arc_numbers in enumerate(polygon):
                ring = clipped(ring_of(arcs, arc_numbers), box)
                if ring and area(ring) > smallest and len(line := simplified(ring, error)) > 3:
                    rings["water" if number else "land"].append([[round(x, 2), round(y, 2)] for x, y in line])
    return {"source": "Natural Earth (public domain), through World Atlas 2.0.2", "box": box, **rings}


def main(folder: Path) -> None:
    """Writes every chart."""
    for name, (source, box, error, smallest) in CHARTS.items():
        chart = build(folder / source, box, error, smallest)
        text = json.dumps(chart, separators=(",", ":"))
        (TARGET / name).write_text(text + "\n", encoding="utf-8")
        points = sum(len(ring) for kind in ("land", "water") for ring in chart[kind])
        print(f"{name}: {len(chart['land'])} land, {len(chart['water'])} water, {points} points, {len(text)} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
