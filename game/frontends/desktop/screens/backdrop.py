"""What is behind the title: the faint ocean with the rope across it, drawn in a thread because it takes a while."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.frontends.desktop import knot
from game.frontends.desktop.chart import Chart, Frame, load_coast
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ROOM

_OCEAN = Frame(45, -25, 9_600, 5_400)
_FAINT = 0.62
_STRAIN, _LADDERS = 50, (0.62, 0.62)
_GLOW = 150

Spec = tuple[int, int, float, int]
"""Width, height, radius of the rope and the height of its knot's middle, in pixels."""


class Backdrop:
    """Keeps the picture of the latest size that was asked for."""

    def __init__(self, desk: Desk, done: Callable[[], None]) -> None:
        """Calls `done` in the main thread when a picture is ready."""
        self.desk, self._done = desk, done
        self._spec: Spec | None = None
        self._picture: pygame.Surface | None = None

    def picture(self, width: int, height: int, radius: float, middle: int) -> pygame.Surface | None:
        """Returns the picture, or None while it is being drawn."""
        spec = width, height, radius, middle
        if spec == self._spec:
            return self._picture
        self._spec, self._picture = spec, None
        assets = self.desk.assets

        def take(picture: pygame.Surface) -> None:
            if spec == self._spec:
                self._picture = picture.convert()
                self._done()

        self.desk.later(lambda: draw(assets, spec), take)
        return None


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
