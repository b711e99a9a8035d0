"""What the expert would have done, in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.frontends.presenter.debrief.judging import left_out
from game.frontends.presenter.describe import describe
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, State

HUNDRED = 100


class Weighed(Protocol):
    """A move with what it led to: the mean own score, 0 to 100, and the share of wars, 0 to 1."""

    @property
    def move(self) -> int:
        """Returns the move."""

    @property
    def score(self) -> float:
        """Returns the mean own score."""

    @property
    def war(self) -> float:
        """Returns how often it came to war."""

    @property
    def games(self) -> int:
        """Returns over how many games."""


class Opinion(Protocol):
    """The move the expert would make, those it weighed most against it, and the one that was made."""

    @property
    def best(self) -> Weighed:
        """Returns what the expert would do."""

    @property
    def others(self) -> Sequence[Weighed]:
        """Returns what it weighed most against that."""

    @property
    def made(self) -> Weighed:
        """Returns what was done."""


class Adviser(Protocol):
    """What asks the expert in the background; see `game.analysis.adviser.Adviser`, which is one."""

    @property
    def share(self) -> float | None:
        """Returns how much of the search is done, 0 to 1, or None while nothing is asked."""

    @property
    def found(self) -> Opinion | None:
        """Returns the answer to what was asked last, once it is there."""

    @property
    def trouble(self) -> str:
        """Returns why nothing can be asked, or ``."""

    def ask(self, rules: Ruleset, view: State, made: int, told: Callable[[], object]) -> None:
        """Asks about a decision in which `made` was the move; calls back whenever more is known."""

    def cancel(self) -> None:
        """Calls off what was asked."""

    def close(self) -> None:
        """Stops for good."""


@dataclass(frozen=True)
class OpinionLine:
    """A move the expert looked at: what it is to it, the move in words, and what to expect of it."""

    head: str
    move: str
    figures: str


@dataclass(frozen=True)
class OpinionCard:
    """What the expert says: one sentence, its own move first and then those it weighed, and what that rests on."""

    verdict: str
    lines: tuple[OpinionLine, ...]
    rests: str


def opinion_card(rules: Ruleset, view: State, said: Opinion) -> OpinionCard:
    """Returns what the expert would have done with a decision, from the view of the side that made it."""
    party = rules.scenario.sides[rules.scenario.side_names[view[ACTOR]]]
    same = said.best.move == said.made.move
    lines = [_line(rules, view, "The expert's move" if not same else "Done, and the expert's move", said.best)]
    lines += [] if same else [_line(rules, view, "What was done", said.made)]
    lines += [_line(rules, view, "Also weighed", other) for other in said.others]
    return OpinionCard(
        "The expert would have done the same." if same else _verdict(rules, view, said),
        tuple(lines),
        f"Games played on from what {party.capital} knew; points are {party.capital}'s, 0 to 100.",
    )


def _verdict(rules: Ruleset, view: State, said: Opinion) -> str:
    points, wars = round(said.best.score - said.made.score), round(HUNDRED * (said.made.war - said.best.war))
    told = []
    if points > 0:
        told.append(f"{points} more {'point' if points == 1 else 'points'}")
    if wars > 0:
        told.append(f"{wars} fewer {'war' if wars == 1 else 'wars'} in 100 games")
    missed = left_out(*(format_move(rules, view, of.move) for of in (said.made, said.best)))
    would = missed.first if missed else "have done otherwise"
    return f"The expert would {would}: {' and '.join(told) if told else 'about as good'}."


def _line(rules: Ruleset, view: State, head: str, weighed: Weighed) -> OpinionLine:
    figures = f"{weighed.score:.0f} points · war in {HUNDRED * weighed.war:.0f} of 100 · {weighed.games} games"
    return OpinionLine(head, describe(rules, view, weighed.move), figures)
