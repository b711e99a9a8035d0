"""A line at the foot of the window that says for some seconds what was heard; it takes no clicks and no focus."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop.theme import BONE, MARGIN, ROOM, Grid, Role

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
        self.box = pygame.Rect(0, 0, 0, 0)
        self._since = self._until = 0.0
        self._placed: tuple[str, Grid] = "", desk.grid

    def say(self, words: str) -> None:
        """Says something; what was said just now stays before it if there is room, unless nothing is to be said."""
        now = time.monotonic()
        both = f"{self.words} {words}"
        fresh = words and self.words and words not in self.words and now - self._since < _FRESH
        self.words = both if fresh and self._width(both) <= self._room.w else words
        self._since, self._until = now, now + _SHOWN + len(self.words) / _LETTERS

    def fade(self, now: float) -> None:
        """Ends what has been said for long enough."""
        if now >= self._until:
            self.words = ""

    def take_dirty(self) -> list[pygame.Rect]:
        """Finds the line its place in the row that every screen keeps free; returns what must be drawn again for it."""
        placed = self.words, self.desk.grid
        if placed == self._placed:
            return []
        before, self._placed = self.box, placed
        self.box = self._room
        self.box.w = self._width(self.words) if self.words else 0
        return [rect for rect in (before, self.box) if rect.w]

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the line over whatever the screen shows there."""
        if self.box.w:
            surface.fill(ROOM, self.box)
            base = self.desk.middle(self.box, Role.TEXT, TYPE)
            self.desk.text(surface, self.words, Role.TEXT, TYPE, (self.box.x, base), BONE)

    @property
    def _room(self) -> pygame.Rect:
        """Returns the row at the foot of the window, between its margins."""
        grid = self.desk.grid
        margin = max(12, grid.space(MARGIN))
        high = round(self.desk.size(TYPE) * 1.4)
        return pygame.Rect(margin, grid.height - high, grid.width - 2 * margin, high)

    def _width(self, words: str) -> int:
        return self.desk.width(words, Role.TEXT, TYPE)
