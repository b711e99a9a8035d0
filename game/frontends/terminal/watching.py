"""The replay in plain text: narrated day by day, gone through by commands, as either side knew it, and taken over."""

from collections.abc import Callable, Iterator

from game.errors import KnotError
from game.frontends import presenter
from game.frontends.presenter.debrief.past import is_past, told_with
from game.frontends.presenter.replay.opinions import Opinion, opinion_card
from game.frontends.presenter.replay.watching import Watch
from game.frontends.presenter.words import MONTHS_AFTER, day_date, short_date
from game.frontends.terminal import papers
from game.frontends.terminal.console import Console
from game.match.match import Match, side_number
from game.match.replay import Past, day_named
from game.players.roster import HUMAN, check
from game.rules.ruleset import Ruleset
from game.rules.slots import State

Opine = Callable[[Ruleset, State, int], Opinion]
"""Asks the expert, at once, about a decision in which a move was made."""
TakeOver = Callable[[Match, int, dict[str, str]], int]
"""Goes on with a match after so many moves with other players; returns the exit status."""

PROMPT = "-- Enter: next day, end: to the end, help -- "
HELP = (
    "Enter              the next day; end tells the rest",
    "step, back         one move on, or back; step 3, back 3",
    "day 26             that day, by its number or date",
    "turn               the next turning point",
    "as SIDE, as all    as one side knew it, or all revealed",
    "letters, standing  what lies open; how things stand",
    "sources            where this step is told, in full",
    "expert             what the expert would have done",
    "compare            this game beside what happened, today",
    "take SIDE [WHO]    go on from here as a side, against a program or human",
    "quit",
)


class Replay:
    """A match that is told; `ahead` is the number of the step that is told next."""

    def __init__(
        self, match: Match, console: Console, past: Past | None, opine: Opine | None, take: TakeOver | None
    ) -> None:
        """Begins before the first step; without `opine` nobody is asked, without `take` nothing is taken over."""
        self.match, self.console, self._opine, self._take = match, console, opine, take
        self.rules, self.whole = match.rules, is_past(match)
        self.watch = Watch(match, told_with(match), None if self.whole else past)
        self.ahead, self._day = 0, 0
        self._status: int | None = None

    def run(self, *, asks: bool) -> int:
        """Tells everything, day by day with a question after each if asked to; returns the exit status."""
        self._before()
        self._tell_day()
        while asks and (line := self._asked()) is not None:
            if line in ("quit", "q", "exit"):
                return 0
            self._obey(line)
            if self._status is not None:
                return self._status
        while self.ahead < len(self.watch.steps):
            self._tell()
        self._after()
        return 0

    def _asked(self) -> str | None:
        """Returns what is typed, or None to hear the rest; a pipe is not prompted."""
        console = self.console
        line = console.ask(PROMPT) if console.interactive else console.source.readline() or None
        line = line and line.strip().lower()
        told = self.ahead >= len(self.watch.steps)
        return None if line == "end" or (told and not line) else line

    def _obey(self, line: str) -> None:
        """Does what a command says, or says why not."""
        word, _, rest = line.partition(" ")
        commands: dict[str, Callable[[str], object]] = {
            "": lambda _: self._tell_day(),
            "step": self._step,
            "back": self._back,
            "day": self._go_to_day,
            "turn": lambda _: self._turn(),
            "as": self._see_as,
            "letters": lambda _: self._letters(),
            "standing": lambda _: self._standing(),
            "sources": lambda _: self._sources(),
            "expert": lambda _: self._expert(),
            "compare": lambda _: self._compare(),
            "take": self._take_over,
            "help": lambda _: self.console.page("What you can type", [f"  {row}" for row in HELP]),
        }
        if word not in commands:
            self.console.say(f"'{word[:20]}' is nothing that can be done here: type help.")
            return
        try:
            commands[word](rest.strip())
        except KnotError as error:
            self.console.say(str(error))

    # -- telling ---------------------------------------------------------------------------------------------------

    def _before(self) -> None:
        scenario, steps = self.rules.scenario, self.watch.steps
        self.console.page(scenario.title, [scenario.summary])
        if self.whole:
            self.console.page("Before", papers.cards(presenter.prologue(self.rules)))
        clock = "Times are GMT. " if any(step.at.endswith("GMT") for step in steps) else ""
        self.console.say("", f"{clock}Within a day each side's turn is told in the order of the turns.")

    def _after(self) -> None:
        if self.match.outcome is not None:
            screen = presenter.ending_screen(self.match)
            self.console.page(screen.name, papers.ending(screen))
        if self.whole and (cards := presenter.closing(self.rules)):
            self.console.page("After", papers.cards(cards))

    def _tell(self) -> None:
        """Tells the next step, under the name of its day if that is a new one."""
        self.watch.go(self.ahead)
        step = self.watch.step
        if step.day != self._day:
            self._day = step.day
            self.console.head(step.date if step.date == MONTHS_AFTER else f"{step.date} · day {step.day}")
        names = [party.short for party in self.watch.parties]
        gauge = self.rules.scenario.meters[self.rules.scenario.roles.gauge].name
        self.console.say(*papers.step(step, (names[0], names[1]), gauge))
        self.ahead = self.watch.at + 1

    def _tell_day(self) -> None:
        """Tells the rest of the day, or the next one."""
        if self.ahead < len(self.watch.steps):
            day = self.watch.steps[self.ahead].day
            while self.ahead < len(self.watch.steps) and self.watch.steps[self.ahead].day == day:
                self._tell()

    def _show(self, number: int) -> None:
        """Goes to a step and tells it."""
        self.ahead, self._day = max(0, min(len(self.watch.steps) - 1, number)), 0
        self._tell()

    def _step(self, rest: str) -> None:
        for _ in range(min(_count(rest), len(self.watch.steps) - self.ahead)):
            self._tell()

    def _back(self, rest: str) -> None:
        self._show(self.watch.at - _count(rest))

    def _go_to_day(self, rest: str) -> None:
        day = day_named(self.match, rest)
        number = next((n for n, step in enumerate(self.watch.steps) if step.day == day), None)
        if number is None:
            raise KnotError(f"day {day} is not reached: there are days 1 to {self.match.day}")
        self.ahead, self._day = number, 0
        self._tell_day()

    def _turn(self) -> None:
        self.watch.next_turn()
        self._show(self.watch.at)

    def _see_as(self, rest: str) -> None:
        self.watch.see_as(None if rest in ("all", "both", "") else side_number(self.rules, rest))
        self.console.say(f"{self.watch.eyes}.")
        self._show(self.watch.at)

    # -- asking ----------------------------------------------------------------------------------------------------

    def _letters(self) -> None:
        self.console.page("Letters", self._letter_lines())

    def _letter_lines(self) -> Iterator[str]:
        letters = self.watch.moment.letters
        for letter in letters:
            yield f"  {letter.head} ({letter.when})"
            yield f"      {letter.terms}"
            yield from (f"      {line}" for line in letter.worth)
        if not letters:
            yield "  No letter is open or under way."

    def _standing(self) -> None:
        moment, parties = self.watch.moment, self.watch.parties
        rows = [f"  {parties[side].name}: mandate {name}" for side, name in moment.mandates]
        rows.append(f"  {moment.gauge.name} {moment.gauge.value} {moment.gauge.word}, {moment.gauge.alert.word}")
        for reading in moment.readings:
            value = reading.word or str(reading.value)
            rows.append(f"  {reading.name}: {value}{f' ({reading.reported})' if reading.reported else ''}")
        self.console.page("How things stand", rows)

    def _sources(self) -> None:
        found = [f"  {sign}: {text}" if text else f"  {sign}" for sign, text in self.watch.sources()]
        self.console.page("Sources", found or ["  Nothing here claims to be history."])

    def _expert(self) -> None:
        decision = self.watch.decision
        if self._opine is None or decision is None:
            raise KnotError("nobody decides in this step" if self._opine else "no expert can be asked here")
        with self.console.waiting("The expert plays it on in its head."):
            card = opinion_card(self.rules, decision[0], self._opine(self.rules, *decision))
        rows = [card.verdict, *(f"  {line.head}: {line.move} ({line.figures})" for line in card.lines), card.rests]
        self.console.page("What the expert would have done", rows)

    def _compare(self) -> None:
        told, year = self.watch.divergence, self.watch.year
        if told is None:
            raise KnotError("this is what happened" if self.whole else "nothing is told beside it")
        rows = [f"This game goes as {year} went."]
        if told.parting:
            rows = [f"This game left {year} on {told.parting.date}."]
            rows += [f"  Here: {told.parting.ours}", f"  {year}: {told.parting.theirs}"]
        rows.append(f"On the evening of {short_date(day_date(self.rules, self.watch.step.day))}:")
        for each in told.on(self.watch.step.day):
            rows.append(f"  {each.name}: here {each.ours}, {year} {each.theirs} ({each.steps} apart)")
        self.console.page(f"Beside {year}", rows)

    # -- taking over -----------------------------------------------------------------------------------------------

    def _take_over(self, rest: str) -> None:
        words = rest.split()
        if self._take is None or not words or len(words) > 2:
            raise KnotError("take SIDE, or take SIDE WHO: who plays the other side")
        if not self.watch.playable:
            raise KnotError("it is over")
        seat = side_number(self.rules, words[0])
        names = self.rules.scenario.side_names
        who = words[1] if len(words) == 2 else presenter.opponents(self.rules, 1 - seat)[0]
        check(self.rules, who, 1 - seat)
        self._status = self._take(self.match, self.watch.step.ply, {names[seat]: HUMAN, names[1 - seat]: who})


def _count(text: str) -> int:
    """Returns how many steps are meant; raises KnotError."""
    if text and not (text.isdecimal() and len(text) < 4):
        raise KnotError(f"'{text[:20]}' is no number of steps")
    return int(text or 1)
