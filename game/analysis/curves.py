"""How a match might have gone on from each of its days: the risk of war, both scores, and the endings."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from game.analysis.bench import Tools
from game.analysis.estimate import estimate, exactly, share
from game.match.findings import Point
from game.players.rollout import forked
from game.rules.outcome import outcome
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, CHANCE, DAY, State

PART = 50
NEAR = 2.5
"""Points to either side of a mean within which the truth lies in 95 of 100 cases, when it is sure enough."""
PERCENT = 100


@dataclass(slots=True)
class Games:
    """Figures of games played on, game by game."""

    war: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)
    endings: list[dict[str, float]] = field(default_factory=list)

    def play(self, tools: Tools, state: State, seed: int) -> None:
        """Adds a game played on from a state."""
        war = first = second = 0.0
        endings: dict[str, float] = defaultdict(float)
        for part, end in forked(tools.rules, state, tools.players, Random(seed).random):
            result = outcome(tools.rules, end)
            assert result is not None
            war += part * (result.war is not None)
            first += part * result.scores.first
            second += part * result.scores.second
            endings[result.ending] += part
        self.war.append(war)
        self.first.append(first)
        self.second.append(second)
        self.endings.append(endings)

    def point(self, rules: Ruleset, ply: int, day: int) -> Point:
        """Returns what the games come to."""
        shares = [(name, [game.get(name, 0.0) for game in self.endings]) for name in rules.endings]
        return Point(
            ply,
            day,
            share(self.war),
            BySide(estimate(self.first), estimate(self.second)),
            tuple((name, share(found)) for name, found in shares if any(found)),
        )


def point(tools: Tools, state: State, ply: int, seed: int, most: int) -> Point:
    """Returns how it stood in a state, from as many games as are needed and at most `most`."""
    games = Games()
    for number in range(most):
        games.play(tools, state, seed + number)
        if number % PART == PART - 1 and sure(found := games.point(tools.rules, ply, state[DAY])):
            return found
    return games.point(tools.rules, ply, state[DAY])


def sure(found: Point) -> bool:
    """Returns whether the risk of war and both scores are known well enough."""
    halves = [PERCENT * (found.war.high - found.war.low), *(score.high - score.low for score in found.scores)]
    return max(halves) <= 2 * NEAR


def end_point(rules: Ruleset, state: State, ply: int) -> Point:
    """Returns how it stood when it was over."""
    result = outcome(rules, state)
    assert result is not None
    war, one = exactly(float(result.war is not None)), exactly(1.0)
    scores = BySide(exactly(float(result.scores.first)), exactly(float(result.scores.second)))
    return Point(ply, state[DAY], war, scores, ((result.ending, one),))


def dawns(states: Sequence[State]) -> list[int]:
    """Returns the number of moves before the first decision of each day."""
    found: dict[int, int] = {}
    for ply, state in enumerate(states):
        if state[ACTOR] < CHANCE:
            found.setdefault(state[DAY], ply)
    return [*found.values()]
