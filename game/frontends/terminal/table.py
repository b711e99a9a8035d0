"""A match at one terminal: whose turn it is, curtains between two humans, saving, the end."""

import shlex
from collections.abc import Callable
from pathlib import Path

from game.errors import KnotError
from game.frontends import presenter
from game.frontends.presenter.forecasts import Foretell
from game.frontends.presenter.teaching.starts import how_long
from game.frontends.presenter.words import sentence
from game.frontends.terminal import pages, papers
from game.frontends.terminal.console import Console
from game.frontends.terminal.lessons import Lessons
from game.frontends.terminal.turn import Turn
from game.match.match import Match
from game.match.record import check_copy
from game.players.player import Player
from game.rules.slots import DAY

Players = tuple[Player | None, Player | None]
Study = Callable[[Match, Console], object]
"""Tells the debrief of a match that is over."""


class Table:
    """Plays a match to its end, or until a human leaves."""

    def __init__(
        self,
        match: Match,
        players: Players,
        file: Path | None,
        console: Console,
        foretell: Foretell | None = None,
        debrief: Study | None = None,
    ) -> None:
        self.match, self.players, self.file, self.console = match, players, file, console
        self.foretell, self.debrief = foretell, debrief
        self.seated: int | None = None
        self.told_day = 0
        self.reminded: set[int] = set()
        self.lessons = tuple(Lessons(match, side, console) for side in range(2))

    @property
    def humans(self) -> int:
        """Returns how many humans play."""
        return sum(player is None for player in self.players)

    def run(self) -> int:
        """Plays; returns the status the program ends with, 0."""
        if self.humans and not any(entry.by != "chance" for entry in self.match.history):
            self._prologue()
        while (side := self.match.actor) is not None:
            program = self.players[side]
            if program is not None:
                self._decide(program)
            elif not (self._seat(side) and self._turn(side)):
                self._leave()
                return 0
        self._end()
        return 0

    def _turn(self, side: int) -> bool:
        """Has a human play a turn; returns False if the player has left."""
        return Turn(self.match, side, self.console, self.save, self.foretell, self.lessons[side]).run()

    def _prologue(self) -> None:
        scenario = self.match.rules.scenario
        self.console.page(scenario.title, [scenario.summary, "", scenario.setting, "", how_long(scenario)])
        cards = presenter.prologue(self.match.rules)
        if cards:
            self.console.page("Before", papers.cards(cards))

    def _decide(self, program: Player) -> None:
        """Lets a program move; what it did is told at once only if nobody is to be kept from knowing it."""
        capital = list(self.match.rules.scenario.sides.values())[self.match.actor or 0].capital
        with self.console.waiting(f"{capital} is deciding."):
            choice = self.match.ask(program)
        before, side, day, ply = self.match.state, self.match.actor, self.match.day, self.match.ply
        words = presenter.describe(self.match.rules, before, choice.move)
        self.match.play(choice.move, choice.because)
        self.save(None)
        if self.humans or side is None:
            return
        scenario = self.match.rules.scenario
        if day != self.told_day:
            self.told_day = day
            gauge = scenario.meters[scenario.roles.gauge].name
            value = before[self.match.rules.slots.index[scenario.roles.gauge]]
            self.console.say("", f"Day {before[DAY]}: {gauge} {value}")
        self.console.say(f"  {scenario.sides[scenario.side_names[side]].short}: {words}. {choice.because}".rstrip())
        self._tell_dice(ply + 1)

    def _tell_dice(self, first: int) -> None:
        """Tells of the dice since move number `first` by which something happened."""
        scenario = self.match.rules.scenario
        for entry in self.match.history[first:]:
            fall = entry.move.removeprefix("chance ")
            if fall in scenario.incidents or fall.endswith(" yes"):
                words = presenter.describe(self.match.rules, self.match.states[entry.ply], entry.move)
                self.console.say(f"  Chance: {sentence(words)}")

    def _seat(self, side: int) -> bool:
        """Hands the terminal over to a side; returns False at the end of input."""
        first = self.seated is None
        if self.seated == side:
            return True
        if self.humans > 1:
            veil = presenter.curtain(self.match.rules, side, self.match.state)
            self.console.clear(f"{veil.title} · {veil.when}")
            self.console.say("If this is not your seat, look away." if first else veil.text)
            if self.console.interactive:
                if self.console.ask("Enter opens it: ") is None:
                    return False
                self.console.clear(veil.title)
        self.seated = side
        taken = self.match.parent.ply if self.match.parent else 0
        if not any(entry.by == self.match.rules.scenario.side_names[side] for entry in self.match.history[taken:]):
            told = presenter.facts_of(self.match, side).told
            paper = presenter.briefing(self.match.rules, self.match.view(side), side, told)
            self.console.page(paper.capital, papers.briefing(paper))
        elif side not in self.reminded:
            self._mandate(side)
        self.reminded.add(side)
        return True

    def _mandate(self, side: int) -> None:
        """Shows a side's mandate by itself, so that nobody plays without having read it."""
        card = presenter.briefing(self.match.rules, self.match.view(side), side).mandate
        self.console.page(f"Your mandate, secret: {card.name}", pages.mandate(card))

    def save(self, file: Path | None) -> bool:
        """Saves the match to its own file, or a copy to another; returns whether that could be done."""
        target = file or self.file
        if target is None:
            return False
        try:
            if file is not None and file != self.file:
                check_copy(file, self.match.chains)
            self.match.record().save(target)
        except KnotError as error:
            self.console.say(f"Not saved: {error}")
            return False
        return True

    def _leave(self) -> None:
        self.save(None)
        if self.file is None:
            self.console.say("", "The match was not saved: no file was named.")
        else:
            self.console.say("")
            self.console.exact(f"Saved. Go on with: knot play {shlex.quote(str(self.file))}")

    def _end(self) -> None:
        self.save(None)
        if self.humans > 1:
            self.console.clear("The end · for both")
        screen = presenter.ending_screen(self.match)
        self.console.page(screen.name, papers.ending(screen))
        if self.file is not None:
            name = shlex.quote(str(self.file))
            self.console.say("")
            self.console.exact(f"Saved. See it again with: knot replay {name}")
            self.console.exact(f"Where the danger came from, what each move cost: knot debrief {name}")
        if self.debrief and self.console.interactive:
            self._offer_debrief(self.debrief)

    def _offer_debrief(self, debrief: Study) -> None:
        """Asks whether the match is to be looked back on now, which takes a while."""
        while line := self.console.ask("debrief shows it now (it takes a while), Enter leaves: "):
            if line.lower() in ("debrief", "d", "yes", "y"):
                debrief(self.match, self.console)
                return
            if line.lower() in ("quit", "exit", "q", "no", "n"):
                return
            self.console.say("Type debrief, or press Enter to leave.")
