"""Buttons: plain, main, of the title's menu, and disabled with the reason."""

from __future__ import annotations

from typing import Literal

import pygame

from game.frontends.desktop.theme import ASH, BONE, EDGE, HOVER, INK, LINE, PANEL, RADIUS, RAISE, Role, mix
from game.frontends.desktop.widgets.widget import STAY, Press, Response, Widget, answer

Kind = Literal["plain", "main", "quiet"]
TYPE = 16
_MAIN_HOVER = mix(BONE, (255, 255, 255), 0.5)


class Button(Widget):
    """A button with one line of text; with `why` it is disabled and says why in a second, smaller line."""

    def __init__(
        self,
        key: str,
        rect: pygame.Rect,
        label: str,
        press: Press | None = None,
        *,
        kind: Kind = "plain",
        why: str = "",
    ) -> None:
        """Places a button that calls `press`."""
        super().__init__(key, rect)
        self.label, self.kind, self.why, self._press = label, kind, why, press

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the button."""
        box = self.box
        ground, border, ink = self._colours()
        if ground:
            pygame.draw.rect(surface, ground, box, border_radius=RADIUS)
        if border:
            pygame.draw.rect(surface, border, box, 1, border_radius=RADIUS)
        if not self.why:
            middle = self.desk.middle(box, Role.STRONG, TYPE)
            self.desk.text(surface, self.label, Role.STRONG, TYPE, (box.centerx, middle), ink, "centre")
            return
        half = pygame.Rect(box.x, box.y + box.h // 10, box.w, box.h * 2 // 5)
        middle = self.desk.middle(half, Role.STRONG, TYPE)
        self.desk.text(surface, self.label, Role.STRONG, TYPE, (box.centerx, middle), ink, "centre")
        half.y += half.h
        self.desk.text(
            surface, self.why, Role.TEXT, 14, (box.centerx, self.desk.middle(half, Role.TEXT, 14)), ASH, "centre"
        )

    def press(self) -> Response:
        """Calls back, unless disabled."""
        return STAY if self.why else answer(self._press)

    def _colours(self) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None, tuple[int, int, int]]:
        if self.why:
            return PANEL, LINE, ASH
        if self.kind == "main":
            return (_MAIN_HOVER if self.hovered else BONE), None, INK
        if self.kind == "quiet":
            return (RAISE if self.hovered else None), None, BONE
        return (HOVER if self.hovered else RAISE), EDGE, BONE
