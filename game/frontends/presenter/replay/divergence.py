"""A match beside what happened in fact: where it left that path, and how far apart the two are, region by region."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from game.frontends.presenter.debrief.parting import DEALT
from game.frontends.presenter.readings import regions
from game.frontends.presenter.replay.replaying import replay_steps
from game.frontends.presenter.stories import ReplayStep
from game.frontends.presenter.words import day_date, short_date
from game.match.match import Match
from game.match.replay import Past
from game.rules.ruleset import Ruleset
from game.rules.slots import DAY, State
from game.rules.view import view


@dataclass(frozen=True)
class Apart:
    """A region in two matches on the same evening; `steps` is how many of its states lie between them, 1 or more."""

    name: str
    ours: str
    theirs: str
    steps: int


@dataclass(frozen=True)
class Parting:
    """The first step in which a match is not what happened: its day, and what was done here and there in words."""

    day: int
    date: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Divergence:
    """Two matches beside each other: the steps of what happened, and where the other left them, None if nowhere."""

    match: Match
    past: Match
    side: int | None
    steps: tuple[ReplayStep, ...]
    parting: Parting | None

    def on(self, day: int) -> tuple[Apart, ...]:
        """Returns the regions in which the two differ on the evening of a day, those furthest apart first."""
        ours, theirs = evening(self.match, day), evening(self.past, day)
        return apart(self.match.rules, ours, theirs, self.side) if ours and theirs else ()


def divergence(match: Match, past: Past, side: int | None = None) -> Divergence:
    """Returns a match beside what happened by the same rules, as a side knew both or, with None, in truth."""
    ours, theirs = replay_steps(match, side=side), replay_steps(past.match, past.told, side)
    return Divergence(match, past.match, side, theirs, _parting(ours, theirs, match.rules))


def evening(match: Match, day: int) -> State | None:
    """Returns the last state of a day, or None if a match does not reach it."""
    return next((state for state in reversed(match.states) if state[DAY] == day), None)


def apart(rules: Ruleset, ours: State, theirs: State, side: int | None) -> tuple[Apart, ...]:
    """Returns the regions in which two states differ, as a side sees them or in truth, the furthest apart first."""
    first, second = (state if side is None else view(rules, state, side) for state in (ours, theirs))
    pairs = zip(regions(rules, first, side or 0), regions(rules, second, side or 0), strict=True)
    found = [Apart(a.plain or a.name, a.word, b.word, abs(a.value - b.value)) for a, b in pairs if a.value != b.value]
    return tuple(sorted(found, key=lambda each: -each.steps))


def _parting(ours: Sequence[ReplayStep], theirs: Sequence[ReplayStep], rules: Ruleset) -> Parting | None:
    """Returns the first pair of steps that differ; how the mandates fell does not count."""
    for one, other in zip_longest(_after_deal(ours), _after_deal(theirs)):
        if one is None or other is None or _same(one) != _same(other):
            step = one or other
            date = short_date(day_date(rules, step.day))
            return Parting(step.day, date, _words(rules, one, other), _words(rules, other, one))
    return None


def _after_deal(steps: Sequence[ReplayStep]) -> list[ReplayStep]:
    return [step for step in steps if step.after > max(step.ply, DEALT)]


def _same(step: ReplayStep) -> tuple[object, ...]:
    return step.day, step.side, step.described, step.lines


def _words(rules: Ruleset, step: ReplayStep | None, beside: ReplayStep | None) -> str:
    """Returns what a step was, by what it has and the one beside it has not."""
    if step is None:
        return "It is over"
    who = "" if step.side is None else f"{list(rules.scenario.sides.values())[step.side].capital}: "
    if step.move:
        return f"{who}{step.described}"
    shared = beside.lines if beside else ()
    line = next((line for line in step.lines if line not in shared), "")
    if not line:
        return f"{step.described}: nothing {'else ' if step.lines else ''}was seen"
    return line if who and line.startswith(who) else f"{step.described}: {line}"
