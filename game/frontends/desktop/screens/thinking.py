"""What is shown while a program decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import KnotError
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Command, Response
from game.frontends.desktop.screens.waiting import BusyPage

if TYPE_CHECKING:
    from game.frontends.desktop.table import Table


class ThinkingScreen(BusyPage):
    """Lets the programs at the table play in a thread and then shows what comes next."""

    leaves_to = "Title"

    def __init__(self, desk: Desk, table: Table) -> None:
        """Begins to play as soon as it is laid out."""
        side = table.match.actor or 0
        party = list(table.match.rules.scenario.sides.values())[side]
        super().__init__(desk, f"{party.capital} is deciding.")
        self.table, self.name = table, party.capital
        self._begun = False

    def build(self) -> None:
        """Draws the page and begins."""
        super().build()
        if not self._begun:
            self._begun = True
            self.desk.later(self._play, self._done)

    def back(self) -> Command:
        """Goes to the title; the match is saved already, and the program stops."""
        return self.table.leave()

    def _play(self) -> str:
        try:
            self.table.let_programs_play()
        except KnotError as error:
            return str(error)
        return ""

    def _done(self, fault: str) -> Response:
        if self.desk.top is not self:
            return None
        if fault:
            self.sentence = fault
            self.rebuild()
            return None
        return self.table.go_on()
