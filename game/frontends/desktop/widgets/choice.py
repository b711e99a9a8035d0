"""One of several: a row of segments; and yes or no: a toggle."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop import signs
from game.frontends.desktop.theme import ASH, BONE, EDGE, INK, PANEL, RADIUS, RAISE, Role
from game.frontends.desktop.widgets.chooser import Chooser
from game.frontends.desktop.widgets.widget import Response, Widget, answer

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk

TYPE = 16


class Choice(Chooser):
    """Segments of which one is chosen, in as many rows as they need; left and right choose while it has the focus."""

    def __init__(
        self, key: str, rect: pygame.Rect, labels: list[str], chosen: int, change: Callable[[int], Response]
    ) -> None:
        """Places the row; `change` is called with the number chosen."""
        super().__init__(key, rect, len(labels), chosen, change)
        self.labels = labels

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the segments, the chosen one in bone."""
        pygame.draw.rect(surface, RAISE, self.box, border_radius=RADIUS)
        for number, label in enumerate(self.labels):
            part = self.part(number)
            chosen = number == self.chosen
            if chosen:
                pygame.draw.rect(surface, BONE, part, border_radius=RADIUS)
            role = Role.STRONG if chosen else Role.TEXT
            at = part.centerx, self.desk.middle(part, role, TYPE)
            self.desk.text(surface, label, role, TYPE, at, INK if chosen else BONE, "centre")
        pygame.draw.rect(surface, EDGE, self.box, 1, border_radius=RADIUS)

    @staticmethod
    def rows(desk: Desk, labels: list[str], width: int) -> int:
        """Returns how many rows the labels need in a width."""
        widest = max(desk.width(label, Role.STRONG, TYPE) for label in labels) + desk.size(TYPE)
        return -(-len(labels) // max(1, min(len(labels), width // widest)))

    def part(self, number: int) -> pygame.Rect:
        """Returns the box of one segment."""
        box, count = self.box, len(self.labels)
        rows = self.rows(self.desk, self.labels, self.rect.w)
        across = -(-count // rows)
        row, column = divmod(number, across)
        left, right = box.w * column // across, box.w * (column + 1) // across
        top, bottom = box.h * row // rows, box.h * (row + 1) // rows
        return pygame.Rect(box.x + left, box.y + top, right - left, bottom - top)

    def click(self, place: tuple[int, int]) -> Response:
        """Chooses the segment under the mouse."""
        number = next((n for n in range(len(self.labels)) if self.part(n).collidepoint(place)), self.chosen)
        return self.choose(number)


class Toggle(Widget):
    """A box to check with its label beside it and a note under the label."""

    def __init__(
        self, key: str, rect: pygame.Rect, label: str, checked: bool, change: Callable[[bool], Response], note: str = ""
    ) -> None:
        """Places the toggle; `change` is called with its new value."""
        super().__init__(key, rect)
        self.label, self.checked, self.note, self._change = label, checked, note, change

    def draw(self, surface: pygame.Surface) -> None:
        """Draws box, label and note."""
        box, desk = self.box, self.desk
        if self.hovered:
            pygame.draw.rect(surface, PANEL, box, border_radius=RADIUS)
        size = desk.size(22)
        signs.stamp(surface, "box-checked" if self.checked else "box", (box.x + size // 2 + 8, box.centery), size, BONE)
        left, half = box.x + size + 20, pygame.Rect(box)
        if self.note:
            half.h = box.h // 2
            half.y += box.h // 16
        desk.text(surface, self.label, Role.MEDIUM, TYPE, (left, desk.middle(half, Role.MEDIUM, TYPE)), BONE)
        if self.note:
            half.y = box.centery - box.h // 16
            desk.text(surface, self.note, Role.TEXT, 14, (left, desk.middle(half, Role.TEXT, 14)), ASH)

    def press(self) -> Response:
        """Turns it over."""
        self.checked = not self.checked
        self.touch()
        return answer(lambda: self._change(self.checked))
