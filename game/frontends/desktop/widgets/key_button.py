"""A quiet button that shows the key that does the same."""

from __future__ import annotations

import pygame

from game.frontends.desktop.theme import ASH, BONE, RADIUS, RAISE, Role
from game.frontends.desktop.widgets.still import cap_gap, hint_width, keycap
from game.frontends.desktop.widgets.widget import Press, Response, Widget, answer


class KeyButton(Widget):
    """A key's cap with a word beside it; not in the round of Tab, since its key does the same."""

    focusable = False

    def __init__(self, key: str, rect: pygame.Rect, cap: str, label: str, press: Press) -> None:
        """Places the button."""
        super().__init__(key, rect)
        self.cap, self.label, self._press = cap, label, press

    def draw(self, surface: pygame.Surface) -> None:
        """Draws cap and word."""
        box, desk = self.box, self.desk
        if self.hovered:
            pygame.draw.rect(surface, RAISE, box, border_radius=RADIUS)
        left = box.x + (box.w - hint_width(desk, self.cap, self.label)) // 2
        right = keycap(desk, surface, self.cap, left, box.centery)
        base = desk.middle(box, Role.TEXT, 15)
        desk.text(surface, self.label, Role.TEXT, 15, (right + cap_gap(desk), base), BONE if self.hovered else ASH)

    def click(self, place: tuple[int, int]) -> Response:
        """Calls back."""
        return answer(self._press)
