"""The match on the desk: who sits where, what is shown next, and the file it is saved to after every move.

A screen of play calls `table.play(move)` (or `undo`, or `leave`) and hands its answer to the event loop:

    return table.play("act fly_u2")          # plays, saves, answers the command that shows what comes next

What comes next is the night, the curtain, the briefing, the wait for a program, or a door of `war_room.entry`:

    turn(desk, table) -> Screen              the screen of the side to move: incident, duty or war room
    ending(desk, table) -> Screen            how it ended
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.errors import RecordError
from game.frontends.desktop.drafts import Drafts
from game.frontends.desktop.screen import Command, Home, Screen, Show
from game.frontends.presenter.scenes.nights import morning_after, night
from game.match.library import fresh
from game.match.match import Match
from game.players.roster import HUMAN
from game.rules.slots import DAY, INCIDENT, NODE, SUBJECT
from game.rules.view import view

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk
    from game.frontends.presenter.teaching.hints import Hint
    from game.rules.ruleset import Ruleset


class Table:
    """A match being played at this window; `file` is where it is saved, `trouble` why it could not be.

    `read` are the numbers of the lessons put away by hand, `taught` is that of the one shown last.
    """

    def __init__(self, desk: Desk, match: Match, file: Path | None = None) -> None:
        """Lays a match on the desk; without a file a new one is begun among the saves."""
        self.desk, self.match = desk, match
        self.file = file or fresh(desk.saves, match.rules.scenario.id, match.seed)
        self.trouble = ""
        self.seat: int | None = None
        self.briefed: set[int] = set()
        self.heard: set[tuple[int, ...]] = set()
        self.charted: tuple[int, int] | None = None  # side and day of the map that was seen last
        self.read: set[int] = set()
        self.taught = 0
        self.hinted: tuple[tuple[int, int], Hint | None] | None = None  # side and day, and the hint shown there
        self.begun = match.ply
        self.left = False
        self.drafts = Drafts()
        self.slept = max(match.day, morning_after(match))  # until which morning the nights have been shown
        if desk.forecaster:
            desk.forecaster.use(match.rules)

    @property
    def rules(self) -> Ruleset:
        """Returns the rules of the match."""
        return self.match.rules

    @property
    def side(self) -> int:
        """Returns the number of the side whose player sits before the window: the one to move, or else the last."""
        actor = self.match.actor
        return actor if actor is not None and self.human(actor) else self.seat or 0

    @property
    def hot_seat(self) -> bool:
        """Returns whether two humans share the window."""
        return all(who == HUMAN for who in self.match.players.values())

    @property
    def first_day(self) -> int:
        """Returns the day on which the match began, or was taken up from another."""
        return self.match.states[self.match.parent.ply][DAY] if self.match.parent else 1

    def human(self, side: int) -> bool:
        """Returns whether a human plays the side (0 or 1)."""
        return self.match.players[self.match.rules.scenario.side_names[side]] == HUMAN

    def play(self, move: str) -> Command:
        """Plays a move, saves, and returns the command that shows what comes next; raises as `Match.play` does."""
        from game.frontends.presenter.cues import move_cues

        before, side = self.match.state, self.side
        self.match.play(move)
        self.drafts.played()
        self.save()
        if not self.hot_seat:  # both sit in this room, and the other must not hear what is done
            self.desk.sound.play(move_cues(self.rules, before, move, self.match.state, side))
        return self.go_on()

    def _count(self) -> None:
        """Counts a game that has been played to its end here, unless it taught."""
        if self.match.ply > self.begun and not self.rules.scenario.lessons:
            self.desk.settings.games += 1
            self.desk.settings.save()
        self.begun = self.match.ply

    def undo(self) -> Command:
        """Takes back to the last own decision, saves, and returns the command that shows it."""
        self.match.undo()
        self.drafts.unsend()
        self.heard, self.slept = {self._moment}, min(self.slept, self.match.day)
        self.save()
        return self.go_on()

    def leave(self) -> Command:
        """Returns the command that goes to the title; the match is saved already, and programs stop."""
        self.left = True
        return Home()

    def go_on(self) -> Command:
        """Returns the command that shows what comes next, instead of the screen before."""
        return Show(self.screen(), instead=True)

    def screen(self) -> Screen:
        """Returns the screen of this moment."""
        from game.frontends.desktop.screens.briefing import BriefingScreen
        from game.frontends.desktop.screens.curtain import CurtainScreen
        from game.frontends.desktop.screens.thinking import ThinkingScreen
        from game.frontends.desktop.war_room.entry import ending, turn

        side = self.match.actor
        if (side is None or self.human(side)) and (dark := self._night()):
            return dark
        if side is None:
            self._count()
            self._listen()
            return ending(self.desk, self)
        if not self.human(side):
            return ThinkingScreen(self.desk, self)
        if self.hot_seat and self.seat != side:
            self.desk.sound.play(("curtain",))
            return CurtainScreen(self.desk, self, side)
        self.seat = side
        if side not in self.briefed and self.match.day == self.first_day:
            self.briefed.add(side)
            return BriefingScreen(self.desk, self, side)
        self._listen()
        return turn(self.desk, self)

    def _night(self) -> Screen | None:
        """Returns the end of the day that is over, once, if humans play: to both only what both may know."""
        from game.frontends.desktop.screens.nightfall import NightScreen

        readers = [side for side in (0, 1) if self.human(side)]
        if self.slept >= morning_after(self.match) or not readers:
            return None
        told = night(self.match, readers)
        self.slept = morning_after(self.match)
        return NightScreen(self.desk, self, told) if told else None

    @property
    def _moment(self) -> tuple[int, ...]:
        state = self.match.state
        return self.side, state[DAY], state[NODE], state[SUBJECT] if state[NODE] == INCIDENT else 0

    def _listen(self) -> None:
        """Lets the one before the window hear, once, what has happened until this moment."""
        from game.frontends.presenter.cues import end_cues, turn_cues
        from game.frontends.presenter.facts import facts_of

        rules, state, side = self.rules, self.match.state, self.side
        if self._moment in self.heard:
            return
        self.heard.add(self._moment)
        if self.match.actor is None:
            self.desk.sound.play(end_cues(rules, state))
        else:
            facts = facts_of(self.match, side)
            self.desk.sound.play(turn_cues(rules, view(rules, state, side), facts, shared=self.hot_seat))

    def sit(self, side: int) -> Command:
        """Seats a side at the window once its curtain has been opened."""
        self.seat = side
        return self.go_on()

    def let_programs_play(self) -> None:
        """Plays for the programs until a human is to move, it is over, or everybody has left; runs in a thread.

        A move found after that is dropped: the match stands as it was saved.
        """
        from game.players.roster import seat

        match = self.match
        seats = [seat(match.rules, who, side) for side, who in enumerate(match.players.values())]
        while match.actor is not None and (program := seats[match.actor]):
            choice = match.ask(program)
            if self.left:
                return
            match.play(choice.move, choice.because)
            self.save()

    def save(self) -> None:
        """Writes the match to its file; `trouble` says so in a line if that fails."""
        try:
            self.match.record().save(self.file)
            self.trouble = ""
        except RecordError as error:
            self.trouble = str(error)
            pygame.display.set_caption(f"Not saved: {error}")
