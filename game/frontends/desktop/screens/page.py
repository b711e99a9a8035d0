"""The frame of every menu screen: a band with its name and the keys, and the room below."""

from __future__ import annotations

import pygame

from game.frontends.desktop.screen import Screen
from game.frontends.desktop.theme import ASH, BONE, LINE, MARGIN, PANEL, Role
from game.frontends.desktop.widgets.key_button import KeyButton
from game.frontends.desktop.widgets.still import hint_width


class Page(Screen):
    """A screen with a heading; derived classes define `fill(body)` instead of `build`."""

    note = ""
    helped = True
    leaves_to = "Back"

    def build(self) -> None:
        """Draws the band and fills the room below."""
        self.fill(self.band(self.name, self.note))

    def fill(self, body: pygame.Rect) -> None:
        """Draws and adds what the screen shows."""

    def band(self, name: str, note: str = "") -> pygame.Rect:
        """Draws the band at the top and returns the room below it, inside the margins."""
        desk, grid = self.desk, self.grid
        band = pygame.Rect(0, 0, grid.width, max(grid.space(56), round(desk.size(25) * 1.7), 40))
        pygame.draw.rect(self.ground, PANEL, band)
        pygame.draw.line(self.ground, LINE, (0, band.bottom - 1), (grid.width, band.bottom - 1))
        right = self._keys(band)
        margin = grid.space(MARGIN)
        base = desk.middle(band, Role.SIGN, 25)
        left = desk.text(self.ground, name, Role.SIGN, 25, (margin, base), BONE).right + grid.space(20)
        if note and left + desk.width(note, Role.SIGN, 16) < right:
            desk.text(self.ground, note, Role.SIGN, 16, (left, base), ASH)
        top = band.bottom + margin
        return pygame.Rect(margin, top, grid.width - 2 * margin, grid.height - top - grid.foot)

    def _keys(self, band: pygame.Rect) -> int:
        """Adds the buttons of the band from the right; returns where they begin."""
        keys = [("Esc", self.leaves_to, self.back)]
        if self.helped:
            keys.append(("F1", "Help", lambda: self.desk.help()))
        right = band.right - self.grid.space(MARGIN) // 2
        for cap, label, press in keys:
            width = hint_width(self.desk, cap, label) + self.desk.size(20)
            height = max(32, min(band.h - 8, self.desk.size(32)))
            rect = pygame.Rect(right - width, 0, width, height)
            rect.centery = band.centery
            self.add(KeyButton(cap.lower(), rect, cap, label, press))
            right -= width
        return right
