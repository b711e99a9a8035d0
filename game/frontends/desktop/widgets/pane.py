"""A part of the window whose content scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.frontends.desktop.theme import ASH, EDGE, LINE
from game.frontends.desktop.widgets.widget import STAY, Response, Widget

_BAR, _GRIP = 6, 32
_FADE, _MARGIN = 18, 3


@lru_cache(maxsize=32)
def _veil(width: int, colour: tuple[int, int, int], up: bool) -> pygame.Surface:
    """Returns a strip that goes from clear to a colour, downwards or upwards."""
    strip = pygame.Surface((width, _FADE), pygame.SRCALPHA)
    for row in range(_FADE):
        strip.fill((*colour, 255 * (row + 1) ** 2 // _FADE**2), (0, _FADE - 1 - row if up else row, width, 1))
    return strip


class Pane(Widget):
    """A viewport on content that may be higher; widgets added with this pane scroll with it.

    `content` is a picture of the still part of the content, or None. The pane takes the focus only if it can scroll
    and holds no widget that could.
    """

    def __init__(
        self,
        key: str,
        rect: pygame.Rect,
        height: int,
        content: pygame.Surface | None = None,
    ) -> None:
        """Opens a viewport on content of that height in pixels."""
        super().__init__(key, rect)
        self.height, self.content, self.offset = height, content, 0
        self.step = max(16, rect.h // 12)
        self.focusable = height > rect.h
        self._held: int | None = None

    @property
    def most(self) -> int:
        """Returns the largest offset in pixels."""
        return max(0, self.height - self.rect.h)

    def scroll_to(self, offset: float) -> None:
        """Shows the content from this offset on, as far as there is content."""
        offset = max(0, min(self.most, round(offset)))
        if offset != self.offset:
            self.offset = offset
            self.touch()

    def scroll_by(self, pixels: float) -> None:
        """Moves the content up by so many pixels."""
        self.scroll_to(self.offset + pixels)

    def reveal(self, rect: pygame.Rect) -> None:
        """Scrolls until a rectangle of the content is in sight, with a little room around it."""
        room = self.step // 2
        if rect.top - room < self.offset:
            self.scroll_to(rect.top - room)
        elif rect.bottom + room > self.offset + self.rect.h:
            self.scroll_to(min(rect.top - room, rect.bottom + room - self.rect.h))

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the still content and, if there is more than fits, the bar at the right edge."""
        if self.content:
            surface.blit(self.content, self.rect, pygame.Rect(0, self.offset, *self.rect.size))
        if self.most:
            rail = self._rail
            pygame.draw.rect(surface, LINE, rail, border_radius=3)
            colour = ASH if self.hovered or self.has_focus else EDGE
            pygame.draw.rect(surface, colour, self._grip, border_radius=3)

    def fade(self, surface: pygame.Surface, held: Sequence[Widget]) -> None:
        """Lets what is cut by an edge fade there into the ground; `held` are widgets that the pane may hold."""
        box = self.rect
        for up, more in ((True, self.offset > 0), (False, self.offset < self.most)):
            edge = pygame.Rect(box.x, box.y if up else box.bottom - _FADE, box.w - _BAR, _FADE)
            y = box.y if up else box.bottom
            if more and edge.colliderect(surface.get_clip()) and (self.content or self._cuts(held, y)):
                red, green, blue, _ = self._ground(surface, y - (not up))
                surface.blit(_veil(edge.w, (red, green, blue), up), edge)

    def _ground(self, surface: pygame.Surface, y: int) -> pygame.Color:
        """Returns the colour of the empty last row of the content or, without any, of the margin at a height."""
        if self.content:
            return self.content.get_at((0, self.content.get_height() - 1))
        return surface.get_at((self.rect.x + _MARGIN, y))

    def _cuts(self, held: Sequence[Widget], y: int) -> bool:
        return any(widget.pane is self and widget.box.top + 2 < y < widget.box.bottom - 2 for widget in held)

    def take(self, event: pygame.event.Event) -> Response:
        """Scrolls by the arrows and by Page Up, Page Down, Home and End."""
        if event.type != pygame.KEYDOWN or not self.most:
            return None
        page = self.rect.h - self.step
        by = {
            pygame.K_UP: -self.step,
            pygame.K_DOWN: self.step,
            pygame.K_PAGEUP: -page,
            pygame.K_PAGEDOWN: page,
            pygame.K_HOME: -self.height,
            pygame.K_END: self.height,
        }.get(event.key)
        if by is None or (abs(by) == self.step and self.offset == (0 if by < 0 else self.most)):
            return None
        self.scroll_by(by)
        return STAY

    def grab(self, place: tuple[int, int]) -> Response:
        """Takes hold of the bar."""
        self._held = place[1] if self.most and place[0] >= self._rail.left - _GRIP // 2 else None
        return STAY

    def drag(self, place: tuple[int, int]) -> Response:
        """Moves the bar with the mouse."""
        if self._held is not None:
            room = max(1, self.rect.h - self._grip.h)
            self.scroll_by((place[1] - self._held) * self.most / room)
            self._held = place[1]
        return STAY

    @property
    def _rail(self) -> pygame.Rect:
        return pygame.Rect(self.rect.right - _BAR, self.rect.top, _BAR, self.rect.h)

    @property
    def _grip(self) -> pygame.Rect:
        length = max(_GRIP, self.rect.h * self.rect.h // max(1, self.height))
        top = self.rect.top + (self.rect.h - length) * self.offset // max(1, self.most)
        return pygame.Rect(self.rect.right - _BAR, top, _BAR, length)
