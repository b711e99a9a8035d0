"""A part of a screen that is drawn once and kept until something on it changes."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frontends.desktop.theme import ROOM
from game.frontends.desktop.widgets.widget import Widget

Paint = Callable[[pygame.Surface, pygame.Rect], None]
"""Draws on a surface of its own, in the rectangle given, which fills it."""


class Plate(Widget):
    """A kept picture of a panel; `renew` has it drawn again at the next frame."""

    focusable = False
    mouse = False

    def __init__(self, key: str, rect: pygame.Rect, paint: Paint) -> None:
        """Places a plate that `paint` draws."""
        super().__init__(key, rect)
        self._paint = paint
        self._picture: pygame.Surface | None = None

    @property
    def reach(self) -> pygame.Rect:
        """Returns its box, since no ring is ever drawn around it."""
        return self.box

    def renew(self) -> None:
        """Forgets the picture."""
        self._picture = None
        self.touch()

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the kept picture, made first if need be."""
        if self._picture is None:
            self._picture = pygame.Surface(self.rect.size)
            self._picture.fill(ROOM)
            self._paint(self._picture, self._picture.get_rect())
        surface.blit(self._picture, self.box)
