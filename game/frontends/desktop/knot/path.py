"""Where the ropes run: curves in units of the rope's radius, x to the right and y down from the middle of the knot.

Every curve is that of the left rope, from the edge of the picture to its tail; the right rope is its mirror image. The
third coordinate is the height above the table, -1 to 1: of two crossing ropes the higher is drawn over the other.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float, float]


class Form(NamedTuple):
    """The measures of the knot at one strain, in radii of the rope."""

    inner: float
    outer: float
    half: float
    cap: float
    tail: float


def lerp(first: float, second: float, share: float) -> float:
    """Returns the number at `share` (0 to 1) of the way from the first to the second."""
    return first + (second - first) * share


def smooth(share: float) -> float:
    """Returns `share`, clamped to 0 to 1, eased at both ends."""
    share = max(0.0, min(1.0, share))
    return share * share * (3 - 2 * share)


def form(strain: float) -> Form:
    """Returns the measures of the knot at a strain of 0 (loose) to 100 (torn)."""
    s = smooth((strain / 100 - 0.03) / 0.95) ** 0.85
    return Form(lerp(2.75, 1, s), lerp(5, 2.82, s), lerp(7.2, 2.45, s), lerp(1, 0.55, s), lerp(1, 0.72, s))


def knotted(strain: float, reach: float, pull: float) -> list[Point]:
    """Returns the points of a rope in the knot: `reach` radii from the edge, its end pulled by 0 (slack) to 1."""
    inner, outer, half, cap, tail = form(strain)
    swell = 0.08 * (outer - inner)
    upper: list[Point] = [
        (-half, -inner, -1),
        (-0.45 * half, -inner - swell, -0.2),
        (0, -(inner + outer) / 2, 1),
        (0.42 * half, 0.06 - outer, 0.2),
        (half - 0.55 * cap, -0.8 * outer, -0.8),
    ]
    lower = [(x, -y, z) for x, y, z in reversed(upper)]
    end: list[Point] = [
        (-half - 2.3 * tail, inner + 0.35, -1),
        (-half - 4.2 * tail, inner + 1.5 * tail, -1),
        (-half - 5.4 * tail, inner + 3.4 * tail, -1),
    ]
    standing = _standing(-half - 2.4, -inner, reach, pull)
    return [*standing, *upper, (half + 0.42 * cap, 0, -1), *lower, *end]


def _standing(x: float, y: float, reach: float, pull: float) -> list[Point]:
    """Returns the nine points from the edge to the knot, which sag the more the shorter and slacker the rope is."""
    sag = lerp(5.2 if reach < 26 else 2.3, 0, smooth(pull))
    points: list[Point] = []
    for number in range(9):
        f = number / 8
        drop = sag * 4 * f * (1 - f) * (0.75 + 0.25 * f)
        points.append((lerp(-reach - 2, x, f), y * smooth(f) + drop, -1))
    return points


_SLACK: tuple[tuple[Point, ...], tuple[Point, ...]] = (
    (
        (-47, 2.2, -1),
        (-38, 1.2, -1),
        (-30, -2.6, -1),
        (-23.6, -4.7, -1),
        (-18, -4.5, -1),
        (-14.2, -1.9, -1),
        (-14.6, 1.7, -1),
        (-18.7, 3.9, -1),
        (-23.2, 2.7, -1),
        (-24.6, 0, -1),
        (-22.6, -2, 0),
        (-18.6, -2.6, 1),
        (-13.4, -1.3, 1),
        (-8.6, 0.4, -1),
        (-4.2, 2, -1),
    ),
    (
        (-56, -0.6, -1),
        (-44, 1.6, -1),
        (-35, 2.8, -1),
        (-27.8, 0.9, -1),
        (-22.4, -3, -1),
        (-16.9, -4.5, -1),
        (-12, -2.9, -1),
        (-11.6, 0.9, -1),
        (-15, 3.2, -1),
        (-19, 2, -1),
        (-19.6, -0.8, 0),
        (-16.4, -1.9, 1),
        (-12.2, 0.2, 1),
        (-8.2, 2.4, -1),
        (-4.2, 4.2, -1),
    ),
)


def slack(seat: int, reach: float) -> list[Point]:
    """Returns the points of a rope that lies untied on the table."""
    points = _SLACK[seat]
    start, level = points[0][0], points[0][1]
    edge = max(reach, 2 - start) + 2
    wave = [(lerp(-edge, start, f), 0.8 + (level - 0.8) * smooth(f), -1.0) for f in (0, 0.34, 0.67)]
    return [*wave, *points]


def hanging(seat: int, reach: float) -> list[Point]:
    """Returns the points of a rope that was cut through and hangs from its edge."""
    lean = 0.6 * seat
    ends: list[Point] = [
        (-24, -2.2, -1),
        (-16, -2.5, -1),
        (-10.5, -1.7 + lean, -1),
        (-7.4 - lean, 0.6 + lean, -1),
        (-6.6 - lean, 3.2 + lean, -1),
        (-7.2 - lean, 5.6 + lean, -1),
    ]
    edge = max(reach, 26) + 2
    return [(lerp(-edge, -24, f), -2.2 * smooth(f) + 1.2 * 4 * f * (1 - f), -1) for f in (0, 0.25, 0.5, 0.75)] + ends


def curve(points: Sequence[Point], step: float) -> list[Point]:
    """Returns a Catmull-Rom curve through the points, as points `step` apart along it."""
    even, left = [points[0]], step
    for here, there in pairwise(_fine(points, step)):
        length = math.dist(here[:2], there[:2])
        while length >= left:
            here = _between(here, there, left / length)
            even.append(here)
            length, left = length - left, step
        left -= length
    return even


def _between(first: Point, second: Point, share: float) -> Point:
    (a, b, c), (x, y, z) = first, second
    return a + (x - a) * share, b + (y - b) * share, c + (z - c) * share


def _fine(points: Sequence[Point], step: float) -> list[Point]:
    fine: list[Point] = []
    ends = [points[0], *points, points[-1]]
    for p, q, r, s in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        parts = max(4, int(math.dist(q[:2], r[:2]) / step))
        a, b, c, d = zip(*(_cubic(*four) for four in zip(p, q, r, s, strict=True)), strict=True)
        for part in range(parts):
            u = part / parts
            x, y, z = (a[k] + u * (b[k] + u * (c[k] + u * d[k])) for k in range(3))
            fine.append((x, y, z))
    return [*fine, points[-1]]


def _cubic(p: float, q: float, r: float, s: float) -> tuple[float, float, float, float]:
    return q, (r - p) / 2, (2 * p - 5 * q + 4 * r - s) / 2, (3 * q - p - 3 * r + s) / 2
