"""The base of every widget, and what its callbacks answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk
    from game.frontends.desktop.widgets.pane import Pane

_AROUND = 4
"""How many pixels a widget may draw outside its box: a hairline, an outline."""


class Command:
    """What a screen asks of the event loop; the kinds are in `screen`."""


class _Stay(Command):
    """Says that an event was dealt with and nothing more is to be done."""


STAY = _Stay()
Response = Command | None
Press = Callable[[], Response]


class Widget:
    """Something in a window with a rectangle: drawn, perhaps focused and pressed.

    `key` names it within its screen, `rect` is in the window or in the content of its scrolling `pane`.
    """

    focusable = True
    mouse = True
    typing = False
    desk: Desk

    def __init__(self, key: str, rect: pygame.Rect) -> None:
        """Places the widget."""
        self.key, self.rect = key, pygame.Rect(rect)
        self.pane: Pane | None = None
        self.has_focus = self.hovered = self.dirty = False

    @property
    def box(self) -> pygame.Rect:
        """Returns where the widget lies in the window, even if scrolled out of sight."""
        if self.pane is None:
            return self.rect
        return self.rect.move(self.pane.rect.x, self.pane.rect.y - self.pane.offset)

    @property
    def ring(self) -> pygame.Rect:
        """Returns the box along whose inner edge the focus is shown."""
        return self.box

    @property
    def target(self) -> pygame.Rect:
        """Returns the part of the box that can be clicked."""
        return self.box.clip(self.pane.rect) if self.pane else self.box

    @property
    def reach(self) -> pygame.Rect:
        """Returns the box with all that is drawn around it."""
        return self.box.inflate(2 * _AROUND, 2 * _AROUND)

    def touch(self) -> None:
        """Marks the widget to be drawn again."""
        self.dirty = True

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the widget in its box."""

    def press(self) -> Response:
        """Does what Enter or Space does."""
        return STAY

    def take(self, event: pygame.event.Event) -> Response:
        """Deals with a keyboard event while focused; returns None if it is not for this widget."""
        return None

    def hover(self, place: tuple[int, int]) -> None:
        """Takes notice that the mouse has moved to a place of the widget."""

    def leave(self) -> None:
        """Takes notice that the mouse has left the widget."""

    def grab(self, place: tuple[int, int]) -> Response:
        """Deals with the mouse button going down."""
        return STAY

    def drag(self, place: tuple[int, int]) -> Response:
        """Deals with the mouse moving while held."""
        return STAY

    def click(self, place: tuple[int, int]) -> Response:
        """Deals with the mouse button released where it went down."""
        return self.press() if self.focusable else STAY


def answer(press: Press | None) -> Response:
    """Returns what a callback answers, or STAY."""
    response = press() if press else None
    return STAY if response is None else response
