"""A button that must be held down, so that nobody opens it by accident."""

from __future__ import annotations

import time

import pygame

from game.frontends.desktop.theme import BONE, EDGE, RADIUS, RAISE, Role, mix
from game.frontends.desktop.widgets.still import keycap
from game.frontends.desktop.widgets.widget import STAY, Press, Response, Widget

HOLD = 0.8
_PRESSING = (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER)
_FILLED = mix(RAISE, BONE, 0.22)


class HoldButton(Widget):
    """Fills while Space, Enter or the mouse is held; calls back when full. With `twice`, two presses do as well."""

    def __init__(self, key: str, rect: pygame.Rect, label: str, press: Press, *, twice: bool = False) -> None:
        """Places the button."""
        super().__init__(key, rect)
        self.label, self._press, self._twice = label, press, twice
        self._since: float | None = None
        self._presses = 0
        self.share = 0.0

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the button, filled as far as it has been held."""
        box, desk = self.box, self.desk
        pygame.draw.rect(surface, RAISE, box, border_radius=RADIUS)
        pygame.draw.rect(surface, _FILLED, (box.x, box.y, round(box.w * self.share), box.h), border_radius=RADIUS)
        pygame.draw.rect(surface, EDGE, box, 1, border_radius=RADIUS)
        cap = desk.width("Space", Role.MEDIUM, 15) + desk.size(15)
        gap = desk.size(10)
        left = box.centerx - (cap + gap + desk.width(self.label, Role.STRONG, 17)) // 2
        right = keycap(desk, surface, "Space", left, box.centery)
        desk.text(surface, self.label, Role.STRONG, 17, (right + gap, desk.middle(box, Role.STRONG, 17)), BONE)

    def take(self, event: pygame.event.Event) -> Response:
        """Begins and ends holding by key."""
        if event.type not in (pygame.KEYDOWN, pygame.KEYUP) or event.key not in _PRESSING:
            return None
        if event.type == pygame.KEYDOWN:
            return self._begin()
        return self._end()

    def grab(self, place: tuple[int, int]) -> Response:
        """Begins holding by mouse."""
        return self._begin()

    def click(self, place: tuple[int, int]) -> Response:
        """Ends holding by mouse."""
        return self._end()

    def drag(self, place: tuple[int, int]) -> Response:
        """Lets go when the mouse leaves the button."""
        return STAY if self.box.collidepoint(place) else self._end()

    def advance(self) -> bool:
        """Fills with the clock; returns whether it is held."""
        if self._since is None:
            return False
        share = min(1.0, (time.monotonic() - self._since) / HOLD)
        if share != self.share:
            self.share = share
            self.touch()
        if share == 1.0:
            self._since = None
            self.desk.soon(self._press)
        return True

    def _begin(self) -> Response:
        if self._since is None and self.share < 1.0:
            self._since = time.monotonic()
        return STAY

    def _end(self) -> Response:
        if self._since is not None:
            self._since = None
            self._presses += 1
            self.share = 0.0
            self.touch()
            if self._twice and self._presses >= 2:
                return self._press()
        return STAY
