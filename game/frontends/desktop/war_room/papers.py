"""Letters and news in the inbox: papers and rows that open when pressed."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, EDGE, INK, INK_FAINT, PAPER, RAISE, STAMP, Colour, Role
from game.frontends.desktop.war_room.fit import em
from game.frontends.desktop.widgets.widget import Response, Widget
from game.frontends.presenter.models import Letter

_TYPED, _STAMPED = 15, 14


def paper_height(desk: Desk, width: int, text: str) -> int:
    """Returns the height of a letter's paper in the inbox, with that text typed on it or none."""
    pad = em(desk, 10)
    typed = desk.block_height(text, Role.DOCUMENT, _TYPED, width - 2 * pad) if text else 0
    return typed + 2 * desk.line(Role.DOCUMENT, _STAMPED) + 2 * pad


class Paper(Widget):
    """A letter to answer on paper, summed up where there is room; pressed, it is laid on the table."""

    def __init__(self, key: str, rect: Rect, letter: Letter, text: str, press: Callable[[], Response]) -> None:
        """Places the paper."""
        super().__init__(key, rect)
        self.letter, self.text, self._press, self.chosen = letter, text, press, False

    def draw(self, surface: Surface) -> None:
        """Draws the paper."""
        box, desk, pad = self.box, self.desk, em(self.desk, 10)
        surface.fill(PAPER, box)
        if self.chosen:
            pygame.draw.rect(surface, BONE, box.inflate(4, 4), 2)
        size = desk.size(_STAMPED)
        base = box.y + pad + desk.type.ascent(Role.DOCUMENT, size)
        right = f"lapses {self.letter.lapses}".upper()
        width = desk.width(right, Role.DOCUMENT, _STAMPED)
        name = self.letter.channel_name.upper()
        if desk.width(name, Role.DOCUMENT, _STAMPED) + width + pad > box.w - 2 * pad:
            desk.text(surface, name, Role.DOCUMENT, _STAMPED, (box.x + pad, base), STAMP)
            low = box.bottom - pad // 2 - desk.line(Role.DOCUMENT, _STAMPED) + desk.type.ascent(Role.DOCUMENT, size)
            desk.text(surface, right, Role.DOCUMENT, _STAMPED, (box.right - pad, low), STAMP, "right")
        else:
            desk.text(surface, name, Role.DOCUMENT, _STAMPED, (box.x + pad, base), STAMP)
            desk.text(surface, right, Role.DOCUMENT, _STAMPED, (box.right - pad, base), STAMP, "right")
        if not self.text:
            return
        top = box.y + pad + desk.line(Role.DOCUMENT, _STAMPED)
        body = desk.block(surface, self.text, Role.DOCUMENT, _TYPED, (box.x + pad, top), box.w - 2 * pad, INK)
        low = body.bottom + desk.type.ascent(Role.DOCUMENT, size)
        if low < box.bottom and width + desk.width("summary", Role.DOCUMENT, _STAMPED) + 3 * pad < box.w:
            desk.text(surface, "summary", Role.DOCUMENT, _STAMPED, (box.x + pad, low), INK_FAINT)

    def press(self) -> Response:
        """Lays the letter on the table."""
        return self._press()


_RIGHT = 8
"""Pixels at the right of a line of news that are left to the ring around it."""


class Item(Widget):
    """A line of news with a small square before it, filled if it was told this morning."""

    def __init__(
        self,
        key: str,
        rect: Rect,
        text: str,
        press: Callable[[], Response],
        *,
        colour: Colour = BONE,
        fresh: bool = True,
    ) -> None:
        """Places the row."""
        super().__init__(key, rect)
        self.text, self.colour, self.fresh, self._press = text, colour, fresh, press

    @staticmethod
    def height(desk: Desk, text: str, width: int) -> int:
        """Returns the height of a row of that width."""
        return max(32, desk.block_height(text, Role.TEXT, 15, width - desk.size(18) - _RIGHT) + em(desk, 6))

    def draw(self, surface: Surface) -> None:
        """Draws the row."""
        box, desk = self.box, self.desk
        if self.hovered or self.has_focus:
            surface.fill(RAISE, box)
        size = em(desk, 8)
        line = desk.line(Role.TEXT, 15)
        width = box.w - desk.size(18) - _RIGHT
        tall = desk.block_height(self.text, Role.TEXT, 15, width)
        top = box.y + (box.h - tall) // 2
        spot = Rect(box.x + em(desk, 6), top + (line - size) // 2, size, size)
        if self.fresh:
            surface.fill(self.colour, spot)
        else:
            pygame.draw.rect(surface, EDGE, spot, 1)
        at = box.x + desk.size(18), top
        desk.block(surface, self.text, Role.TEXT, 15, at, width, self.colour if self.fresh else ASH)

    def press(self) -> Response:
        """Opens the item."""
        return self._press()
