"""What happens to a rope that is worked hard: loose fibres, torn strands, and the whipping that keeps its end."""

import math
from random import Random

import pygame

from game.frontends.desktop.knot.rope import Rope
from game.frontends.desktop.knot.strands import strand_at
from game.frontends.desktop.theme import SIDE_COLOURS, Colour, mix

_TORN = ((80, 2, 1.9, (5.0, 7.0)), (92, 1, 1.5, (9.0, 3.9)))
"""Strands that tear: from which strain, which strand, half the length of the gap, how far from the knot by seat."""


def hair(
    surface: pygame.Surface,
    at: tuple[float, float],
    angle: float,
    length: float,
    curl: float,
    colour: Colour,
    width: float,
    parts: int = 8,
) -> None:
    """Draws a fibre that grows from `at` and turns by `curl` over its length, thinner to its tip."""
    x, y = at
    for part in range(parts):
        there = x + math.cos(angle) * length / parts, y + math.sin(angle) * length / parts
        thick = max(1.0, width * (1 - part / parts * 0.75))
        pygame.draw.line(surface, colour, (x, y), there, round(thick))
        if thick > 3:
            pygame.draw.circle(surface, colour, there, thick / 2)
        (x, y), angle = there, angle + curl / parts


def fibres(surface: pygame.Surface, rope: Rope, chance: Random) -> None:
    """Draws the fibres that stand off a strained rope, most of them near the knot."""
    tries = ((rope.strain - 28) / 72) ** 1.7 if rope.strain > 28 else 0
    for _ in range(int(tries * (40 if rope.fine == "small" else 95))):
        where, near, turn, length, curl, shade = (chance.random() for _ in range(6))
        index = int(where * len(rope.spots))
        if near > math.exp(-abs(rope.points[index][0]) / 13):
            continue
        spot, way, reach = rope.spots[index], 1 if turn < 0.5 else -1, rope.radius * 0.8
        ax, ay = spot.across_x * way, spot.across_y * way
        angle = math.atan2(ay, ax) + (turn * 4 % 2 - 1) * 0.9
        hair(
            surface,
            (spot.x + ax * reach, spot.y + ay * reach),
            angle,
            rope.radius * (0.54 + length * (0.54 + 1.35 * (rope.strain / 100) ** 2)),
            (curl * 2 - 1) * 1.6,
            mix((0, 0, 0), rope.heat(index)[0], 0.6 + 0.4 * shade),
            rope.radius * 0.075,
        )


def brush(surface: pygame.Surface, rope: Rope, chance: Random, strength: float = 1.0) -> None:
    """Draws the fibres at the rope's end; `strength` lengthens them and their number."""
    last, before = rope.spots[-1], rope.spots[rope.back(0.8)]
    along, colour = math.atan2(last.y - before.y, last.x - before.x), rope.heat(len(rope.spots) - 1)[0]
    for _ in range(round((9 if rope.fine == "small" else 26) * strength)):
        side, depth, turn, length, curl, shade = (chance.random() for _ in range(6))
        hair(
            surface,
            (last.x + (side - 0.5) * rope.radius, last.y + (depth - 0.5) * 0.6 * rope.radius),
            along + (turn * 2 - 1) * 0.7 * (0.6 + rope.strain / 140),
            rope.radius * (0.8 + length * (0.9 + rope.strain / 120)) * strength**0.5,
            (curl * 2 - 1) * 0.8,
            mix((0, 0, 0), colour, 0.55 + 0.45 * shade),
            rope.radius * 0.11,
        )


def whipping(surface: pygame.Surface, rope: Rope) -> None:
    """Draws the twine round the rope near its end: one plain band for the first side, four bands for the second."""
    first, last = rope.back(2.2 if rope.seat == 0 else 2.5), rope.back(0.5)
    for index in range(first, last):
        along = (index - first) * rope.step
        rim = along < 0.13 or (last - index) * rope.step < 0.13
        dark = rim or (rope.seat == 1 and along % 0.52 > 0.33)
        _ring(surface, rope, index, dark)


def _ring(surface: pygame.Surface, rope: Rope, index: int, dark: bool) -> None:
    here, there = rope.spots[index], rope.spots[index + 1]
    reach, colour, bands = rope.radius * (1.07 if dark else 1.13), SIDE_COLOURS[rope.seat], 16
    for band in range(-bands, bands):
        low, high = band / bands, (band + 1) / bands
        round_ = math.sqrt(1 - ((low + high) / 2) ** 2)
        lean = (-0.35 * here.across_x - 0.94 * here.across_y) * (low + high) / 2
        light = 0.22 if dark or band in (-bands, bands - 1) else 0.60 + 0.28 * round_ + 0.3 * lean
        corners = [
            (spot.x + spot.across_x * reach * offset, spot.y + spot.across_y * reach * offset)
            for spot, offset in ((here, low), (here, high), (there, high), (there, low))
        ]
        pygame.draw.polygon(surface, mix((0, 0, 0), colour, min(1.0, light)), corners)


def tear(rope: Rope, half: float) -> None:
    """Takes out of the rope the strands that its strain has torn, beside a knot of that half width."""
    for strain, strand, gap, places in _TORN:
        if rope.strain >= strain:
            place = half + places[rope.seat]
            middle = next(index for index, point in enumerate(rope.points) if point[0] > -place)
            span = round(gap / rope.step)
            rope.torn[strand] = _rim(rope, strand, middle - span), _rim(rope, strand, middle + span)


def _rim(rope: Rope, strand: int, near: int) -> int:
    """Returns the spot near another where a strand lies at the lower rim, so that its end can leave the rope."""
    low, high = max(0, near - rope.steps // 2), min(len(rope.spots), near + rope.steps // 2)
    return max(
        range(low, high),
        key=lambda index: strand_at(rope.fine, rope.seat, strand, index) * rope.spots[index].across_y,
    )


def ends_of_torn(surface: pygame.Surface, rope: Rope, chance: Random) -> None:
    """Draws the ends of torn strands, which curl away from the rope."""
    for first, last in rope.torn.values():
        for index, way in ((first, 1), (last, -1)):
            _curl(surface, rope, index, way, chance)


def _curl(surface: pygame.Surface, rope: Rope, index: int, way: int, chance: Random) -> None:
    spot, r, base = rope.spots[index], rope.radius, rope.heat(index)[0]
    flip = 1 if spot.across_y > 0 else -1
    ax, ay = spot.across_x * flip, spot.across_y * flip
    ahead = rope.spots[min(len(rope.spots) - 1, index + 3)]
    along = math.atan2((ahead.y - spot.y) * way, (ahead.x - spot.x) * way)
    turn = (math.atan2(ay, ax) - along + math.pi) % (2 * math.pi) - math.pi
    at = spot.x + ax * r * 0.5, spot.y + ay * r * 0.5
    for light, width in ((0.30, 0.80), (0.82, 0.60)):
        hair(surface, at, along + turn * 0.1, r * 1.5, turn * 0.6, mix((0, 0, 0), base, light), r * width, 16)
    for _ in range(15):
        share, angle, length, curl, shade, width = (chance.random() for _ in range(6))
        share = 0.2 + 0.75 * share
        lean = along + turn * 0.35 * share
        root = at[0] + math.cos(lean) * r * 1.6 * share, at[1] + math.sin(lean) * r * 1.6 * share
        hair(
            surface,
            root,
            along + turn * (0.15 + 0.8 * angle),
            r * (1 + 1.4 * length),
            turn * (1.6 * curl - 0.3),
            mix((0, 0, 0), base, 0.6 + 0.4 * shade),
            r * (0.08 + 0.09 * width),
        )
