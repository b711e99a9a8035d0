"""Tabs: words in a row, the chosen one raised with a bar above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop.theme import ASH, BONE, LINE, PANEL, RAISE, Role
from game.frontends.desktop.widgets.chooser import Chooser
from game.frontends.desktop.widgets.widget import STAY, Response

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk

TYPE = 16
_BAR = 3


class Tabs(Chooser):
    """A row of tabs; left and right turn to the next while it has the focus. Labels may carry counts."""

    def __init__(
        self, key: str, rect: pygame.Rect, labels: list[str], chosen: int, change: Callable[[int], Response]
    ) -> None:
        """Places the row; `change` is called with the number chosen."""
        super().__init__(key, rect, len(labels), chosen, change)
        self.labels = labels

    @staticmethod
    def rows(desk: Desk, labels: list[str], width: int) -> list[list[int]]:
        """Returns the widths of the tabs, as wide as their words, in as many rows as they need."""
        rows: list[list[int]] = [[]]
        for label in labels:
            wide = desk.width(label, Role.SIGN, TYPE) + round(desk.size(TYPE) * 1.6)
            if rows[-1] and sum(rows[-1]) + wide > width:
                rows.append([])
            rows[-1].append(wide)
        return rows

    def parts(self) -> list[pygame.Rect]:
        """Returns the boxes of the tabs."""
        box, rows = self.box, self.rows(self.desk, self.labels, self.rect.w)
        high = box.h // len(rows)
        return [
            pygame.Rect(box.x + sum(row[:number]), box.y + high * line, wide, high)
            for line, row in enumerate(rows)
            for number, wide in enumerate(row)
        ]

    @property
    def ring(self) -> pygame.Rect:
        """Returns the box of the chosen tab."""
        return self.parts()[self.chosen]

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the row."""
        box = self.box
        pygame.draw.rect(surface, PANEL, box)
        pygame.draw.line(surface, LINE, (box.x, box.bottom - 1), (box.right, box.bottom - 1))
        for number, (label, part) in enumerate(zip(self.labels, self.parts(), strict=True)):
            chosen = number == self.chosen
            if chosen:
                pygame.draw.rect(surface, RAISE, part)
                pygame.draw.rect(surface, BONE, (part.x, part.y, part.w, _BAR))
            at = part.centerx, self.desk.middle(part, Role.SIGN, TYPE)
            self.desk.text(surface, label, Role.SIGN, TYPE, at, BONE if chosen else ASH, "centre")

    def click(self, place: tuple[int, int]) -> Response:
        """Turns to the tab under the mouse."""
        for number, part in enumerate(self.parts()):
            if part.collidepoint(place):
                return self.choose(number)
        return STAY
