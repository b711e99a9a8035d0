"""The base of widgets on which one of several is chosen."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frontends.desktop.widgets.widget import STAY, Response, Widget, answer


class Chooser(Widget):
    """One of several, by number from 0: left and right choose the neighbour while it has the focus, Enter the next."""

    def __init__(self, key: str, rect: pygame.Rect, count: int, chosen: int, change: Callable[[int], Response]) -> None:
        """Places the widget; `change` is called with the number chosen."""
        super().__init__(key, rect)
        self.count, self.chosen, self._change = count, chosen, change

    def take(self, event: pygame.event.Event) -> Response:
        """Chooses by left and right; past the ends the event is left to others."""
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key) if event.type == pygame.KEYDOWN else None
        if step is None or not 0 <= self.chosen + step < self.count:
            return None
        return self.choose(self.chosen + step)

    def press(self) -> Response:
        """Chooses the next one, the first after the last."""
        return self.choose((self.chosen + 1) % self.count)

    def choose(self, number: int) -> Response:
        """Chooses one and calls back."""
        if number == self.chosen:
            return STAY
        self.chosen = number
        self.touch()
        return answer(lambda: self._change(number))
