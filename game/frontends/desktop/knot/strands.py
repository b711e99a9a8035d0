"""What a three-strand rope looks like when it is cut across: which strand is seen where, and how light it is."""

import math
from functools import lru_cache
from typing import NamedTuple

from game.frontends.desktop.theme import SIDE_COLOURS, Colour, mix

PITCH = 4.6
"""The length in radii over which a strand goes once round its rope."""

SHADES = 64
_CENTRE, _RADIUS = 0.52, 0.50
_LINE = 0.035
_TONE = SHADES / 1.3
_NIGHT, _HIGHLIGHT, _EMBER = (12, 9, 8), (255, 242, 216), (255, 132, 78)

FINENESS: dict[str, tuple[int, tuple[float, ...]]] = {
    "small": (19, (-1, -0.62, 0, 0.62, 1)),
    "usual": (38, (-1, -0.7, -0.4, -0.13, 0.13, 0.4, 0.7, 1)),
    "large": (76, tuple(round(edge / 10, 1) for edge in range(-10, 11))),
}
"""Steps in a pitch, and the edges of the bands in which a strand is painted, from rim (-1) to rim (1)."""


class Strand(NamedTuple):
    """One strand in a cut: edges of its bands across the rope in radii, and what each band looks like.

    That is its number among the shades, how much the light from the side adds, and whether it is the side's yarn.
    """

    seen: bool
    edges: tuple[float, ...]
    bands: tuple[tuple[float, float, bool], ...]


Cut = tuple[Strand, ...]


class Paint(NamedTuple):
    """The colours of a rope from dark to light: bare strands, the side's yarn, and the lines between strands."""

    bare: tuple[Colour, ...]
    yarn: tuple[Colour, ...]
    line: Colour


def fineness(radius: float) -> str:
    """Returns how finely a rope of this radius in pixels is painted: `small`, `usual` or `large`."""
    return "small" if radius < 5 else "usual" if radius < 22 else "large"


@lru_cache(maxsize=64)
def cuts(fine: str, seat: int, missing: frozenset[int]) -> tuple[Cut, ...]:
    """Returns the cuts through one pitch of a side's rope, without the strands that are torn."""
    steps, rims = FINENESS[fine]
    whole = [k for k in range(3) if k not in missing]
    return tuple(_cut(_angle(fine, seat, step), whole, rims, seat, fine == "small") for step in range(steps))


def strand_at(fine: str, seat: int, strand: int, step: int) -> float:
    """Returns where across the rope the middle of a strand lies after so many steps, -1 to 1."""
    return math.sin(_angle(fine, seat, step) + 2 * math.pi * strand / 3)


def _angle(fine: str, seat: int, step: int) -> float:
    return 2 * math.pi * step / FINENESS[fine][0] * (-1 if seat == 0 else 1)


def _cut(angle: float, whole: list[int], rims: tuple[float, ...], seat: int, small: bool) -> Cut:
    turns = {k: angle + 2 * math.pi * k / 3 for k in whole}
    centres = {k: (_CENTRE * math.sin(a), _CENTRE * math.cos(a)) for k, a in turns.items()}
    strands = []
    for k, (x, height) in centres.items():
        low, high = x - _RADIUS, x + _RADIUS
        for other, place in centres.items():
            if other != k:
                low, high = _covered(low, high, (x, height), place)
        seen = high - low > 3 * _LINE
        low, high = (low + _LINE, high - _LINE) if seen else ((low + high) / 2, (low + high) / 2)
        edges = tuple(min(high, max(low, x + _RADIUS * u)) for u in rims)
        marked = k == 0 or (seat == 1 and k == 1)
        bands = tuple(
            _band((u + v) / 2, x, height, angle + 2.1 * k, marked and abs(u + v) / 2 < (0.62 if small else 0.4))
            for u, v in zip(rims, rims[1:], strict=False)
        )
        strands.append(Strand(seen, edges, bands))
    return tuple(strands)


def _covered(low: float, high: float, own: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Returns what of a strand between `low` and `high` is left when another lies beside it or over it."""
    (x, z), (a, b) = own, other
    apart = math.dist(own, other)
    rise = math.sqrt(max(0.0, _RADIUS**2 - apart**2 / 4)) / apart
    right = a > x
    lift = rise if right else -rise
    meet, height = (x + a) / 2 - (b - z) * lift, (z + b) / 2 + (a - x) * lift
    if height < z:
        return low, high
    if height < b:
        meet = a - _RADIUS if right else a + _RADIUS
    return (low, min(high, meet)) if right else (max(low, meet), high)


def _band(u: float, centre: float, height: float, wave: float, marked: bool) -> tuple[float, float, bool]:
    """Returns the light of a band from above, how much it leans to the side, and whether it is the marking yarn."""
    offset, round_ = centre + _RADIUS * u, math.sqrt(1 - u * u)
    z = height + _RADIUS * round_
    fibre = 1 + 0.06 * math.sin(u * 12 + wave) + 0.07 * math.sin(u * 27 - 2 * wave)
    valley = 1.0 if z >= 0.45 else 0.62 + 0.38 * max(0.0, z) / 0.45
    dim = fibre * valley
    light = 0.40 + 0.30 * round_ + 0.17 * max(0.0, z)
    return light * dim * _TONE, 0.42 * (0.8 * u + 0.35 * offset) * dim * _TONE, marked


@lru_cache(maxsize=128)
def shades(base: Colour, seat: int, heat: float) -> Paint:
    """Returns the colours of a side's rope; heat, 0 to 1, is how far it glows."""
    yarn = SIDE_COLOURS[seat]
    bare, marked = [], []
    for shade in range(SHADES):
        light = shade / _TONE
        bare.append(mix(_lit(base, light, heat), _EMBER, heat * 0.22 * min(1.0, light)))
        marked.append(_lit(yarn, max(0.46, light * 1.04), heat))
    return Paint(tuple(bare), tuple(marked), mix((0, 0, 0), base, 0.24))


def _lit(colour: Colour, light: float, heat: float) -> Colour:
    lit = mix(_NIGHT, colour, max(0.18, min(1.0, light)))
    if light > 0.86:
        lit = mix(lit, _HIGHLIGHT, min(0.42, (light - 0.86) * 1.5) * (1 - 0.5 * heat))
    return lit
