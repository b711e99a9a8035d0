"""Text and widgets set one under the other in a pane that scrolls if they need more room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import pygame

from game.frontends.desktop.theme import BONE, GUTTER, LINE, ROOM, Colour, Role
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.widget import Widget

if TYPE_CHECKING:
    from game.frontends.desktop.screen import Screen

AnyWidget = TypeVar("AnyWidget", bound=Widget)
Stroke = Callable[[pygame.Surface], object]
_EDGE, _BAR = 10, 12


class Flow:
    """A column in a pane: `y` is where the next thing goes, in pixels of the content."""

    def __init__(self, screen: Screen, key: str, rect: pygame.Rect, ground: Colour = ROOM) -> None:
        """Opens a pane in a rectangle, with room for the focus ring and the scroll bar.

        On the bare room that lies outside, so that what is set stands on the margins as everything else does.
        """
        self.screen, self.desk, self.ground = screen, screen.desk, ground
        left = _EDGE if ground == ROOM else 0
        right = _BAR if left and rect.right >= screen.inner.right else 0
        view = pygame.Rect(rect.x - left, rect.y, rect.w + left + right, rect.h)
        self.pane = screen.add(Pane(key, view, rect.h))
        self.strokes: list[Stroke] = []
        self.x, self.y, self.width = _EDGE, _EDGE, rect.w + left - (_EDGE if right else 3 * _EDGE)

    def part(self, x: int, width: int) -> Flow:
        """Returns a narrower column beginning at this height, `x` pixels from the left of this one."""
        twin = object.__new__(Flow)
        twin.__dict__.update(self.__dict__, x=self.x + x, width=width)
        return twin

    def columns(self, count: int) -> list[Flow]:
        """Returns so many columns of equal width side by side."""
        gap = self.desk.grid.space(GUTTER * 2)
        width = (self.width - gap * (count - 1)) // count
        return [self.part((width + gap) * number, width) for number in range(count)]

    def join(self, parts: list[Flow]) -> None:
        """Goes on below the longest of the columns."""
        self.y = max(part.y for part in parts)

    def inset(self, pixels: int) -> Flow:
        """Returns the column without so many pixels at either side."""
        return self.part(pixels, self.width - 2 * pixels)

    def behind(self, since: int, draw: Callable[[pygame.Surface, pygame.Rect], object], top: int) -> None:
        """Draws something behind all that was set since `since` strokes, from `top` down to here."""
        rect = pygame.Rect(self.x, top, self.width, self.y - top)
        self.strokes.insert(since, lambda surface: draw(surface, rect))

    def space(self, units: float) -> None:
        """Leaves room."""
        self.y += self.desk.grid.space(units)

    def text(
        self, text: str, role: Role = Role.TEXT, units: float = 16, colour: Colour = BONE, indent: int = 0
    ) -> None:
        """Sets wrapped text, at most about 76 letters wide."""
        width = min(self.width - indent, self.desk.width("n" * 62, role, units))
        block = self.desk.type.block(text, role, self.desk.size(units), colour, width)
        at = self.x + indent, self.y
        self.strokes.append(lambda surface: surface.blit(block, at))
        self.y += block.get_height()

    def rule(self) -> None:
        """Draws a hairline across the column."""
        left, right, y = self.x, self.x + self.width, self.y
        self.strokes.append(lambda surface: pygame.draw.line(surface, LINE, (left, y), (right, y)))

    def stroke(self, height: int, draw: Callable[[pygame.Surface, pygame.Rect], object]) -> None:
        """Keeps a strip of the column for something drawn by a function."""
        rect = pygame.Rect(self.x, self.y, self.width, height)
        self.strokes.append(lambda surface: draw(surface, rect))
        self.y += height

    def rect(self, height: int, width: int | None = None) -> pygame.Rect:
        """Takes a rectangle of the column for a widget."""
        rect = pygame.Rect(self.x, self.y, min(self.width, width or self.width), height)
        self.y += height
        return rect

    def add(self, widget: AnyWidget) -> AnyWidget:
        """Adds a widget whose rectangle was taken from the column."""
        return self.screen.add(widget, self.pane)

    def close(self) -> Pane:
        """Draws what was set and returns the pane."""
        pane = self.pane
        pane.height = self.y + _EDGE
        pane.content = pygame.Surface((pane.rect.w, max(pane.height, pane.rect.h)))
        pane.content.fill(self.ground)
        for draw in self.strokes:
            draw(pane.content)
        pane.focusable = pane.most > 0 and not any(w.focusable and w.pane is pane for w in self.screen.widgets)
        return pane
