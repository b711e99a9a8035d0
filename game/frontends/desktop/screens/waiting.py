"""What is shown while something takes more than a moment."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Response, Screen, Show
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.theme import ASH, DANGER, Role
from game.frontends.desktop.widgets.progress import Progress

_STEP = 0.06


class BusyPage(Page):
    """A page with a sentence and a bar that fills more slowly the longer it takes."""

    helped = False

    def __init__(self, desk: Desk, sentence: str) -> None:
        """Shows a sentence."""
        super().__init__(desk)
        self.sentence = sentence
        self.bar: Progress | None = None
        self._since: float | None = None

    def fill(self, body: pygame.Rect) -> None:
        """Draws the sentence with the bar under it."""
        desk = self.desk
        y = body.y + body.h // 3
        colour = DANGER if desk.fault else ASH
        text = desk.fault or self.sentence
        width = min(body.w, desk.width("n" * 50, Role.TEXT, 20))
        block = desk.block(self.ground, text, Role.TEXT, 20, (body.centerx - width // 2, y), width, colour)
        if not desk.fault:
            rect = pygame.Rect(block.x, block.bottom + self.grid.space(16), width, max(6, self.grid.space(8)))
            self.bar = self.add(Progress("bar", rect))

    def animate(self, now: float) -> bool:
        """Fills the bar."""
        self._since = self._since or now
        if self.bar:
            passed = now - self._since
            self.bar.fill(round(passed / (passed + 1.5) / _STEP) * _STEP)
        return False


class WaitingScreen(BusyPage):
    """Waits for the scenario and then makes room for the screen that needs it."""

    name = "One moment"

    def __init__(self, desk: Desk, screen: Callable[[], Screen]) -> None:
        """Waits to show a screen."""
        super().__init__(desk, "The scenario is being read.")
        self._screen = screen

    def ready(self) -> Response:
        """Shows the screen, or the fault."""
        return Show(self._screen(), instead=True) if self.desk.crisis else super().ready()
