"""The expert: it plays games on in its head, from states that fit its view, and does what came out best.

The search is flat, with sequential halving: the worse half of the moves is dropped again and again, so that most
games are spent on those between which it is hard to choose.  After the move in question the own side goes on as its
historical leader would, the other as one of its leaders, the likelier the more it has behaved like him so far; a
letter may also meet one who reckons what going on would bring him.  Each side is out for its own score.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, log2, sqrt
from random import Random
from statistics import fmean, pstdev
from time import perf_counter

from game.players.bargaining import Ledger
from game.players.candidates import candidates
from game.players.naming import move_name
from game.players.player import Choice, Draw, Player
from game.players.reading import Leader, leaders_of, likeness, listening
from game.players.rollout import expectation
from game.players.sampling import drawn, sampler
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide, other
from game.rules.slots import ACTOR, LETTERS, State
from game.rules.transition import apply

SEEDS = 1 << 53
FOR_EACH = 6
"""Games there must be for each move that is looked at."""
FEWEST, MOST = 3, 30
"""The least and the most acts and offers looked at."""
DOUBT = 0.7
"""Standard errors by which a move must be better than what the leader would do: else its lead is luck too often."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a search may think: a number of games a decision, or of seconds (which no two machines repeat)."""

    rollouts: int = 0
    seconds: int = 0

    @property
    def width(self) -> int:
        """Returns how many acts and offers are looked at."""
        return MOST if self.seconds else max(FEWEST, min(MOST, self.rollouts // FOR_EACH))

    def passes(self, rounds: int, moves: int) -> Iterator[None]:
        """Yields as often as each of some moves may be played on in one of so many rounds, at least once."""
        if self.seconds:
            end = perf_counter() + self.seconds / rounds
            yield
            while perf_counter() < end:
                yield
        else:
            yield from [None] * max(1, round(self.rollouts / (rounds * moves)))


@dataclass(slots=True)
class Line:
    """A move with what came of it: the own score (0 to 100) and the share of war, game by game."""

    move: int
    scores: list[float] = field(default_factory=list)
    wars: list[float] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Returns the mean own score."""
        return fmean(self.scores)

    def leads(self, habit: "Line") -> bool:
        """Returns whether it is better than another line by more than doubt; both began in the same worlds."""
        ahead = [mine - other for mine, other in zip(self.scores, habit.scores, strict=False)]
        return fmean(ahead) > DOUBT * pstdev(ahead) / sqrt(len(ahead))


class Worlds:
    """What may be the case, who may play the other side, how chance may fall: every move is tried in the same ones."""

    def __init__(self, rules: Ruleset, side: int, casts: BySide[tuple[Leader, ...]], view: State, seed: int) -> None:
        self.rules, self.side, self.seed = rules, side, seed
        self.draw_state, self.others = sampler(rules, view, side), casts[other(side)]
        self.likely = likeness(view, side, self.others)
        self.me = max(casts[side], key=lambda leader: leader.prior).player
        self.known: list[tuple[State, BySide[Player]]] = []
        self.going_on: list[float] = []  # what the other side gets where the first line is played

    def play(self, line: Line) -> None:
        """Plays a line on in the next world it has not seen."""
        number = len(line.scores)
        if number == len(self.known):
            self.known.append(self._world(draw_from(Random(self.seed + 2 * number))))
        state, players = self.known[number]
        chance = Random(self.seed + 2 * number + 1)
        if line.move >= self.rules.ids.offer and chance.random() * (1 + state[LETTERS + self.side]) < 1:
            players = self._listening(players)
        result = expectation(self.rules, apply(self.rules, state, line.move), players, chance.random)
        line.scores.append(result.scores[self.side])
        line.wars.append(result.war)
        if len(self.going_on) == number:
            self.going_on.append(result.scores[other(self.side)])

    def _listening(self, players: BySide[Player]) -> BySide[Player]:
        """Returns the players with an other side that may think for itself: the less likely, the more it let lie."""
        if not self.going_on:
            return players
        first, second = players
        going_on = fmean(self.going_on)
        return BySide(listening(first, going_on), second) if self.side else BySide(first, listening(second, going_on))

    def _world(self, draw: Draw) -> tuple[State, BySide[Player]]:
        state, them = self.draw_state(draw), self.others[drawn(self.likely, draw)].player
        return state, BySide(them, self.me) if self.side else BySide(self.me, them)


def expert(rules: Ruleset, limit: Limit) -> Player:
    """Returns the player that searches as long as a limit allows; the same draw and number of games, the same move."""
    casts, ledger = BySide(leaders_of(rules, 0), leaders_of(rules, 1)), Ledger(rules)

    def player(rules: Ruleset, view: State, draw: Draw) -> Choice:
        side, chance = view[ACTOR], Random(draw(SEEDS))
        worlds = Worlds(rules, side, casts, view, chance.getrandbits(53))
        habit = worlds.me(rules, view, draw_from(chance)).move
        moves = dict.fromkeys((habit, *candidates(rules, ledger, view, limit.width)))
        lines = [Line(move) for move in moves]
        best = search(lines, limit, worlds) if len(lines) > 1 else lines[0]
        return Choice(best.move, because(rules, view, best, lines))

    return player


def draw_from(chance: Random) -> Draw:
    """Returns a source of whole numbers that draws on a source of chance."""
    return lambda below: int(chance.random() * below)


def search(lines: Sequence[Line], limit: Limit, worlds: Worlds) -> Line:
    """Returns the best of some lines; the first is the leader's, which stands while others do not lead."""
    alive, habit = list(lines), lines[0]
    rounds = ceil(log2(len(lines)))
    for _ in range(rounds):
        for _ in limit.passes(rounds, len(alive)):
            for line in alive:
                worlds.play(line)
        alive.sort(key=lambda line: -line.score)
        alive = alive[: max(2, (len(alive) + 1) // 2)]
        if habit not in alive:
            alive.append(habit)
    best = max(alive, key=lambda line: line.score)
    return best if best is habit or best.leads(habit) else habit


def because(rules: Ruleset, view: State, best: Line, lines: Sequence[Line]) -> str:
    """Returns what is expected of a move, and of the two that were weighed most against it."""
    if not best.scores:
        return "There is nothing else to do."
    others = sorted((line for line in lines if line is not best), key=lambda line: (-len(line.scores), -line.score))
    weighed = "; ".join(f"{move_name(rules, view, line.move)}, {line.score:.0f}" for line in others[:2])
    war = 100 * fmean(best.wars)
    return f"I expect {best.score:.0f} points of this, and war in {war:.0f} of 100 cases. I also weighed: {weighed}."
