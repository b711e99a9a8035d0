"""A line at the foot of the window that says for some seconds what was heard; it takes no clicks and no focus."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop.theme import BONE, EDGE, MARGIN, PANEL, Grid, Role

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk
    from game.frontends.desktop.screen import Screen

TYPE = 14
_FRESH = 1.0
_SHOWN, _LETTERS = 3.0, 20
_WIDTHS = 1.0, 0.55
_PLACES = 0.0, 1.0, 0.5
_STEPS = 8


class Caption:
    """What is said at the moment, in `words`; nothing most of the time."""

    def __init__(self, desk: Desk) -> None:
        """Says nothing."""
        self.desk, self.words = desk, ""
        self.box = pygame.Rect(0, 0, 0, 0)
        self._since = self._until = 0.0
        self._picture: pygame.Surface | None = None
        self._placed: tuple[str, Grid, Screen | None] = "", desk.grid, None

    def say(self, words: str) -> None:
        """Says something; what was said just now stays before it, unless nothing is to be said at all."""
        now = time.monotonic()
        fresh = words and self.words and words not in self.words and now - self._since < _FRESH
        self.words = f"{self.words} {words}" if fresh else words
        self._since, self._until = now, now + _SHOWN + len(self.words) / _LETTERS

    def fade(self, now: float) -> None:
        """Ends what has been said for long enough."""
        if now >= self._until:
            self.words = ""

    def take_dirty(self) -> list[pygame.Rect]:
        """Finds the line its place on the screen that is shown; returns what must be drawn again for it."""
        placed = self.words, self.desk.grid, self.desk.top if self.words else None
        if placed == self._placed:
            return []
        before, self._placed = self.box, placed
        self.box, self._picture = pygame.Rect(0, 0, 0, 0), None
        if self.words:
            self._place()
        return [rect for rect in (before, self.box) if rect.w]

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the line over whatever the screen shows there."""
        if self._picture:
            surface.blit(self._picture, self.box)

    def _place(self) -> None:
        """Sets the line as low as it leaves the words of what can be pressed free, and covers least of it."""
        top = self.desk.top
        pressed = [w.target for w in top.widgets if w.focusable and w.mouse and w.target] if top else []
        size = self.desk.size(TYPE)
        labels = [pygame.Rect(part.x, part.centery - size // 2, part.w, size) for part in pressed]

        def worse(choice: tuple[pygame.Surface, pygame.Rect]) -> tuple[int, int, int]:
            _, box = choice
            hidden = len(box.collidelistall(labels))
            return hidden, -box.bottom, sum(part.w * part.h for part in map(box.clip, pressed))

        self._picture, self.box = min(self._choices(), key=worse)

    def _choices(self) -> Iterator[tuple[pygame.Surface, pygame.Rect]]:
        """Yields pictures of the line and where they might stand, by half lines up from the foot of the window."""
        grid = self.desk.grid
        margin = max(12, grid.space(MARGIN))
        for picture in map(self._drawn, _WIDTHS):
            wide, high = picture.get_size()
            for place in _PLACES:
                left = margin + round((grid.width - 2 * margin - wide) * place)
                for steps in range(_STEPS):
                    yield picture, pygame.Rect(left, grid.height - high - steps * high // 2, wide, high)

    def _drawn(self, share: float) -> pygame.Surface:
        """Returns the words as a picture that takes at most a share of the window's width."""
        desk = self.desk
        pad = desk.size(6)
        most = round((desk.grid.width - 2 * max(12, desk.grid.space(MARGIN))) * share) - 2 * pad
        width = min(most, desk.width(self.words, Role.TEXT, TYPE) + 1)
        block = desk.type.block(self.words, Role.TEXT, desk.size(TYPE), BONE, width)
        picture = pygame.Surface((block.get_width() + 2 * pad, block.get_height() + 4))
        picture.fill(PANEL)
        pygame.draw.rect(picture, EDGE, picture.get_rect(), 1)
        picture.blit(block, (pad, 2))
        return picture
