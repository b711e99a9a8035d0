"""What is behind the title: the faint ocean with the rope across it, drawn in a thread because it takes a while."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.frontends.desktop import knot
from game.frontends.desktop.chart import Chart, Frame, load_coast
from game.frontends.desktop.theme import ROOM

_OCEAN = Frame(45, -25, 9_600, 5_400)
_FAINT = 0.62
_STRAIN, _LADDERS = 50, (0.62, 0.62)
_GLOW = 150

Spec = tuple[int, int, float, int]
"""Width, height, radius of the rope and the height of its knot's middle, in pixels."""


def draw(assets: Path, spec: Spec) -> pygame.Surface:
    """Returns ocean and rope for a window."""
    width, height, radius, middle = spec
    coast = load_coast(assets / "map" / "world.json")
    picture = Chart(_OCEAN, (width, height), coast, zoom=width / 1920, faint=_FAINT).picture.copy()
    deep = max(1, round(radius * 14))
    rope = knot.picture(width, deep * 2, radius, _STRAIN, _LADDERS, centre=(width / 2, deep))
    _soften(picture, middle)
    picture.blit(rope, (0, middle - deep))
    return picture


def _soften(picture: pygame.Surface, middle: int) -> None:
    """Fades the chart into the room towards the top and the bottom, where the text stands."""
    width, height = picture.get_size()
    veil = pygame.Surface((1, 64), pygame.SRCALPHA)
    for row in range(64):
        away = abs(row / 63 * height - middle) / height
        veil.set_at((0, row), (*ROOM, min(_GLOW, round(away * 220))))
    picture.blit(pygame.transform.smoothscale(veil, (width, height)), (0, 0))
