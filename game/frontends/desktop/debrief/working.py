"""The wait for a debrief: how far it has come, and a way to call it off."""

from __future__ import annotations

import pygame

from game.errors import KnotError
from game.frontends.desktop.debrief.pages import DebriefPages
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Command, Response, Show
from game.frontends.desktop.screens.waiting import BusyPage
from game.frontends.desktop.theme import ASH, Role
from game.frontends.presenter.debrief.debriefing import DebriefScreen
from game.frontends.presenter.waits import time_left
from game.match.match import Match

SENTENCE = (
    "Games are played on from every decision of this match, to see what each was worth. How long that takes depends on "
    "the machine; it is told below as soon as it can be reckoned."
)


class WorkingPage(BusyPage):
    """Has the debrief worked out in other processes and shows the share that is done."""

    name = "Debrief"
    leaves_to = "Stop"

    def __init__(self, desk: Desk, match: Match, origin: str | None = None) -> None:
        """Begins to work as soon as it is laid out."""
        super().__init__(desk, SENTENCE)
        self.match, self.origin = match, origin
        self.done, self.parts = 0, 0
        self.found: DebriefScreen | str | None = None
        self.wait = ""
        self._begun = self._left = False

    def build(self) -> None:
        """Draws the page and begins, or goes on where something else was shown meanwhile."""
        super().build()
        if not self._begun:
            self._begun = True
            self.desk.later(self._work, self._worked)
        elif isinstance(self.found, DebriefScreen):
            self.desk.soon(self._go_on)

    def fill(self, body: pygame.Rect) -> None:
        """Draws the sentence with the bar under it, or alone where there is no debrief."""
        super().fill(body)
        if isinstance(self.found, str) and self.bar:
            self.widgets.remove(self.bar)
            self.bar = None

    def paint(self, surface: pygame.Surface) -> None:
        """Says how many parts of how many are done, and how long the rest may take."""
        if self.bar and self.parts:
            at = self.bar.rect.x, self.bar.rect.bottom + self.desk.line(Role.TEXT, 16)
            words = f"{self.done} of {self.parts}{', ' if self.wait else ''}{self.wait}"
            self.desk.text(surface, words, Role.TEXT, 16, at, ASH)

    def animate(self, now: float) -> bool:
        """Fills the bar as far as the work has come, and reckons the wait from how fast it came there."""
        self._since = now if self._since is None else self._since
        share = self.done / self.parts if self.parts else 0.0
        if self.bar and share != self.bar.share:
            self.bar.fill(share)
            self.wait = time_left(now - self._since, self.done, self.parts)
            self.invalidate()
        return False

    def back(self) -> Command:
        """Calls the work off."""
        self._left = True
        if self.desk.debriefer:
            self.desk.debriefer.stop()
        return super().back()

    def _tell(self, done: int, parts: int) -> None:
        if self._left:
            raise KnotError("the debrief was called off")
        self.done, self.parts = done, parts

    def _work(self) -> DebriefScreen | str:
        assert self.desk.debriefer
        try:
            return self.desk.debriefer.work_out(self.match, self._tell)
        except KnotError as error:
            return f"There is no debrief: {error}."

    def _worked(self, found: DebriefScreen | str) -> Response:
        self.found = found
        if isinstance(found, DebriefScreen):
            self.desk.debriefs[self.match.chain] = found
        return self._go_on() if self.desk.top is self else None

    def _go_on(self) -> Response:
        if isinstance(self.found, DebriefScreen):
            return Show(DebriefPages(self.desk, self.found, self.match, self.origin), instead=True)
        self.sentence = self.found or ""
        self.rebuild()
        return None
