"""Rows of a list: a heading with a note, chosen by focus, opened by pressing."""

from __future__ import annotations

import pygame

from game.frontends.desktop.theme import ASH, BONE, HOVER, LINE, RADIUS, RAISE, Role
from game.frontends.desktop.widgets.widget import Press, Response, Widget, answer


class Row(Widget):
    """A line of a list with a label at the left, a note in a second column and perhaps a word at the right."""

    def __init__(
        self,
        key: str,
        rect: pygame.Rect,
        label: str,
        note: str = "",
        press: Press | None = None,
        *,
        column: int = 0,
        right: str = "",
        sign: bool = False,
        line: bool = True,
        chosen: bool = False,
    ) -> None:
        """Places a row; the note begins `column` pixels from the left, the label is signage if `sign`."""
        super().__init__(key, rect)
        self.label, self.note, self.right, self.column = label, note, right, column
        self.sign, self.line, self.chosen, self._press = sign, line, chosen, press

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the row on a raised ground while focused, hovered or chosen."""
        box, desk = self.box, self.desk
        if self.has_focus or self.chosen:
            pygame.draw.rect(surface, RAISE, box, border_radius=RADIUS)
        elif self.hovered:
            pygame.draw.rect(surface, HOVER, box, border_radius=RADIUS)
        elif self.line:
            pygame.draw.line(surface, LINE, (box.x, box.bottom), (box.right, box.bottom))
        role, size = (Role.SIGN, 25) if self.sign else (Role.MEDIUM, 16)
        left = box.x + desk.grid.space(20)
        desk.text(surface, self.label, role, size, (left, desk.middle(box, role, size)), BONE)
        base = desk.middle(box, role, size)
        if self.note:
            desk.text(surface, self.note, Role.TEXT, 16, (left + self.column, base), ASH)
        if self.right:
            desk.text(surface, self.right, Role.TEXT, 16, (box.right - desk.grid.space(20), base), ASH, "right")

    def press(self) -> Response:
        """Calls back."""
        return answer(self._press)
