"""Cards: a heading, a sentence and perhaps a line at the foot; pressed, or chosen among others."""

from __future__ import annotations

import pygame

from game.frontends.desktop import signs
from game.frontends.desktop.theme import ASH, BONE, EDGE, HOVER, PADDING, RADIUS, RAISE, Role
from game.frontends.desktop.widgets.widget import Press, Response, Widget, answer

TITLE, TEXT = 17, 15


class Card(Widget):
    """A raised card; `chosen` draws its border in bone and its sign filled."""

    def __init__(
        self,
        key: str,
        rect: pygame.Rect,
        title: str,
        text: str = "",
        press: Press | None = None,
        *,
        chosen: bool | None = None,
        foot: str = "",
    ) -> None:
        """Places a card; `chosen` is None if it is no choice."""
        super().__init__(key, rect)
        self.title, self.text, self.foot, self.chosen, self._press = title, text, foot, chosen, press

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the card."""
        box, desk = self.box, self.desk
        ground = HOVER if self.hovered else RAISE
        pygame.draw.rect(surface, ground, box, border_radius=RADIUS)
        border = BONE if self.chosen else EDGE
        pygame.draw.rect(surface, border, box, 2 if self.chosen else 1, border_radius=RADIUS)
        pad = desk.grid.space(PADDING)
        line = desk.line(Role.STRONG, TITLE)
        left, top = box.x + pad, box.y + pad
        if self.chosen is not None:
            mark = desk.size(TITLE)
            signs.stamp(
                surface, "radio-chosen" if self.chosen else "radio", (left + mark // 2, top + line // 2), mark, BONE
            )
            left += mark + pad // 2
        title = desk.block(surface, self.title, Role.STRONG, TITLE, (left, top), box.right - pad - left)
        if self.text:
            desk.block(
                surface, self.text, Role.TEXT, TEXT, (box.x + pad, title.bottom + pad // 4), box.w - 2 * pad, ASH
            )
        if self.foot:
            desk.text(surface, self.foot, Role.TEXT, 14, (box.x + pad, box.bottom - pad), ASH)

    def press(self) -> Response:
        """Calls back."""
        return answer(self._press)
