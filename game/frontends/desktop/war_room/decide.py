"""The button that plays a move, which says in its place why it cannot."""

from __future__ import annotations

import pygame
from pygame import Surface

from game.frontends.desktop.theme import ASH, LINE, PANEL, RADIUS, Role
from game.frontends.desktop.war_room.fit import em, one
from game.frontends.desktop.widgets.button import Button


class Decide(Button):
    """A main button; while it can play nothing its words are the reason."""

    def draw(self, surface: Surface) -> None:
        """Draws the button, or the reason on a flat ground."""
        if not self.why:
            super().draw(surface)
            return
        box, desk = self.box, self.desk
        pygame.draw.rect(surface, PANEL, box, border_radius=RADIUS)
        pygame.draw.rect(surface, LINE, box, 1, border_radius=RADIUS)
        text = one(desk, f"{self.why[:1].upper()}{self.why[1:]}.", Role.TEXT, 15, box.w - em(desk, 12))
        at = box.centerx, desk.middle(box, Role.TEXT, 15)
        desk.text(surface, text, Role.TEXT, 15, at, ASH, "centre")
