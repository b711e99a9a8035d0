"""Where labels of a map stand: never over a symbol, never over each other, on a leader line where it is crowded."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pygame import Rect

from game.frontends.desktop.ink import Place

_AWAY = (26, 44, 64, 90, 120)
"""How far from its mark a label may stand on a leader, in units of space."""

OnLand = Callable[[Place], bool]


@dataclass(frozen=True)
class Wanted:
    """A label that wants a place: its size and the rectangle of its mark.

    It belongs into the sea on a leader if `apart`, on its mark and nowhere else if `centred`, and beside one of the
    spots of `along` and nowhere else if there are any.
    """

    key: str
    size: tuple[int, int]
    mark: Rect
    apart: bool = False
    centred: bool = False
    along: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Placed:
    """Where a label stands, and the leader line to it if it stands apart."""

    box: Rect
    leader: tuple[Place, Place] | None = None


def place(
    wanted: Iterable[Wanted], symbols: Sequence[Rect], bounds: Rect, unit: float, on_land: OnLand
) -> dict[str, Placed]:
    """Returns the places of the labels, the first asked for first; a label for which there is no room has none.

    Right, left, below and above of the mark are tried, then leader lines of growing length.
    """
    placed: dict[str, Placed] = {}
    taken = list(symbols)
    for label in wanted:
        others = [box for box in taken if box is not label.mark]
        lines = [found.leader for found in placed.values() if found.leader]
        if label.along:
            found = _along(label, others, lines, bounds, unit)
        elif label.centred:
            box = Rect((0, 0), label.size)
            box.center = label.mark.center
            found = Placed(box) if _free(box, others, lines, bounds) else None
        else:
            found = None if label.apart else _beside(label, others, lines, bounds, unit)
            found = found or _led(label, others, lines, bounds, unit, on_land)
        if found:
            placed[label.key] = found
            taken.append(found.box)
    return placed


def _beside(
    label: Wanted, others: list[Rect], lines: list[tuple[Place, Place]], bounds: Rect, unit: float
) -> Placed | None:
    (width, height), mark, gap = label.size, label.mark, max(2, round(3 * unit))
    middle = mark.centery - height // 2
    for x, y in (
        (mark.right + gap, middle),
        (mark.left - gap - width, middle),
        (mark.centerx - width // 2, mark.bottom + gap // 2),
        (mark.centerx - width // 2, mark.top - gap // 2 - height),
    ):
        box = Rect(x, y, width, height)
        if _free(box, others, lines, bounds):
            return Placed(box)
    return None


def _along(
    label: Wanted, others: list[Rect], lines: list[tuple[Place, Place]], bounds: Rect, unit: float
) -> Placed | None:
    """Returns the first free place beside one of the spots of a line that the line itself does not cross."""
    (width, height), gap = label.size, round(6 * unit)
    for x, y in label.along:
        for left in (x - gap - width, x + gap):
            box = Rect(round(left), round(y - height / 2), width, height)
            if _free(box, others, lines, bounds) and not any(box.collidepoint(spot) for spot in label.along):
                return Placed(box)
    return None


def _led(
    label: Wanted,
    others: list[Rect],
    lines: list[tuple[Place, Place]],
    bounds: Rect,
    unit: float,
    on_land: OnLand,
) -> Placed | None:
    """Returns the cheapest place on a leader: near, in the sea, its line crossing nothing."""
    best: tuple[float, Placed] | None = None
    width, height = label.size
    x, y = label.mark.center
    for away in _AWAY:
        for turn in range(24):
            angle = turn * math.pi / 12
            reach = away * unit
            at = x + math.cos(angle) * (reach + width / 2), y + math.sin(angle) * (reach + height / 2)
            box = Rect(0, 0, width, height)
            box.center = round(at[0]), round(at[1])
            if box.colliderect(label.mark) or not _free(box, others, lines, bounds):
                continue
            line = (float(x), float(y)), _nearest(box, (x, y))
            if any(other.clipline(*line) for other in others) or any(_cross(line, other) for other in lines):
                continue
            cost = away + 60 * _land_share(box, on_land)
            if best is None or cost < best[0]:
                best = cost, Placed(box, line)
    return best[1] if best else None


def _free(box: Rect, others: list[Rect], lines: list[tuple[Place, Place]], bounds: Rect) -> bool:
    return bounds.contains(box) and box.collidelist(others) < 0 and not any(box.clipline(*line) for line in lines)


def _nearest(box: Rect, point: tuple[float, float]) -> Place:
    """Returns the middle of the side of a box that looks at a point."""
    x, y = point
    sides = (box.midleft, box.midright, box.midtop, box.midbottom)
    return min(sides, key=lambda side: math.dist(side, (x, y)))


def _land_share(box: Rect, on_land: OnLand) -> float:
    spots = [(box.left + box.w * part / 4, y) for part in range(5) for y in (box.top, box.centery, box.bottom)]
    return sum(on_land(spot) for spot in spots) / len(spots)


def _cross(first: tuple[Place, Place], second: tuple[Place, Place]) -> bool:
    (a, b), (c, d) = first, second
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Place, b: Place, c: Place) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
