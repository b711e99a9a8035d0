"""What the expert would have done in a side's place: a search of a fixed number of games, told move by move.

Only the view is looked at, and chance is seeded from its digest: the same view gives the same opinion.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random
from statistics import fmean

from game.players.bargaining import Ledger
from game.players.candidates import candidates
from game.players.reading import leaders_of
from game.players.search import Limit, Line, Worlds, draw_from, search
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, State

GAMES = 800
"""How many games an opinion rests on."""
FEWEST = 60
"""How many of them at least are played after the move that was made."""
OTHERS = 2

Tick = Callable[[float], object]
"""Is told now and then which share of the search is done, 0 to 1; what it raises ends the search."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A move with what it led to: the mean own score, 0 to 100, the share of wars, and over how many games."""

    move: int
    score: float
    war: float
    games: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """The move the expert would make, the two it weighed most against it, and the one that was made."""

    best: Weighed
    others: tuple[Weighed, ...]
    made: Weighed


@dataclass(frozen=True, slots=True)
class _Watched(Limit):
    """A limit that tells of every pass."""

    tick: Callable[[], object] = field(default=lambda: None)

    def passes(self, rounds: int, moves: int) -> Iterator[None]:
        for _ in Limit.passes(self, rounds, moves):
            self.tick()
            yield


def opinion(rules: Ruleset, view: State, made: int, tick: Tick = lambda share: None, games: int = GAMES) -> Opinion:
    """Returns what the expert thinks of the decision that a view asks for, in which `made` was the move."""
    side = view[ACTOR]
    chance = Random(int.from_bytes(sha256(repr(view).encode()).digest(), "big"))
    worlds = Worlds(rules, side, BySide(leaders_of(rules, 0), leaders_of(rules, 1)), view, chance.getrandbits(53))
    habit = worlds.me(rules, view, draw_from(chance)).move
    told = _Watched(rollouts=games, tick=lambda: tick(min(1.0, _played(lines) / games)))
    moves = dict.fromkeys((habit, *candidates(rules, Ledger(rules), view, told.width), made))
    lines = [Line(move) for move in moves]
    best = search(lines, told, worlds) if len(lines) > 1 else lines[0]
    chosen = next(line for line in lines if line.move == made)
    for line in (best, chosen):
        while len(line.scores) < FEWEST:
            worlds.play(line)
    return _told(best, chosen, lines)


def _played(lines: Sequence[Line]) -> int:
    return sum(len(line.scores) for line in lines)


def _told(best: Line, made: Line, lines: Sequence[Line]) -> Opinion:
    rest = [line for line in lines if line is not best and line is not made and line.scores]
    rest.sort(key=lambda line: (-len(line.scores), -line.score))
    return Opinion(_weighed(best), tuple(_weighed(line) for line in rest[:OTHERS]), _weighed(made))


def _weighed(line: Line) -> Weighed:
    return Weighed(line.move, line.score, fmean(line.wars), len(line.scores))
