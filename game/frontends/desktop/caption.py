"""A line at the foot of the window that says for some seconds what was heard; it takes no clicks and no focus."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop.theme import BONE, EDGE, MARGIN, PANEL, Grid, Role

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk

TYPE = 14
_FRESH = 1.0
_SHOWN, _LETTERS = 3.0, 20


class Caption:
    """What is said at the moment, in `words`; nothing most of the time."""

    def __init__(self, desk: Desk) -> None:
        """Says nothing."""
        self.desk, self.words = desk, ""
        self.dirty: list[pygame.Rect] = []
        self._since = self._until = 0.0
        self._picture: pygame.Surface | None = None
        self._grid: Grid | None = None

    def say(self, words: str) -> None:
        """Says something; what was said just now stays before it, unless nothing is to be said at all."""
        now = time.monotonic()
        fresh = words and self.words and words not in self.words and now - self._since < _FRESH
        self._set(f"{self.words} {words}" if fresh else words)
        self._since, self._until = now, now + _SHOWN + len(self.words) / _LETTERS

    def fade(self, now: float) -> None:
        """Ends what has been said for long enough."""
        if self.words and now >= self._until:
            self._set("")

    @property
    def box(self) -> pygame.Rect:
        """Returns where it stands: over the lower margin, and as little as possible of what is above."""
        grid, picture = self.desk.grid, self._drawn()
        left = max(12, grid.space(MARGIN))
        return pygame.Rect(left, grid.height - picture.get_height(), *picture.get_size())

    def take_dirty(self) -> list[pygame.Rect]:
        """Returns what must be drawn again since the words have changed, and forgets it."""
        taken, self.dirty = self.dirty, []
        return taken

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the line over whatever the screen shows there."""
        if self.words:
            surface.blit(self._drawn(), self.box)

    def _set(self, words: str) -> None:
        if self.words:
            self.dirty.append(self.box)
        self.words, self._picture = words, None
        if words:
            self.dirty.append(self.box)

    def _drawn(self) -> pygame.Surface:
        """Returns the line as a picture, kept until words or window change."""
        desk = self.desk
        if self._picture is None or self._grid != desk.grid:
            pad = desk.size(6)
            most = desk.grid.width - 2 * max(12, desk.grid.space(MARGIN)) - 2 * pad
            width = min(most, desk.width(self.words, Role.TEXT, TYPE) + 1)
            block = desk.type.block(self.words, Role.TEXT, desk.size(TYPE), BONE, width)
            self._picture = pygame.Surface((block.get_width() + 2 * pad, block.get_height() + 4))
            self._picture.fill(PANEL)
            pygame.draw.rect(self._picture, EDGE, self._picture.get_rect(), 1)
            self._picture.blit(block, (pad, 2))
            self._grid = desk.grid
        return self._picture
