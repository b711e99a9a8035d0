"""Decisions judged by what came of them and of what else might have been done, from how things truly stood.

The other move is chosen in some games and compared with the one played in others, so that it is not luck that
chooses it; both begin with the same chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from math import fsum
from random import Random

from game.analysis.bench import Tools, Work, seed_of
from game.analysis.estimate import differences, estimate
from game.match.findings import Estimate, Judgement
from game.players.candidates import candidates
from game.players.rollout import expectation
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DAY, State
from game.rules.transition import apply
from game.rules.view import view

MARKS = (("??", 10), ("?", 5), ("?!", 3))
"""By how many points a move is worse at least than another of the same decision."""
ONLY, BETTER = 2, 5
"""By how many points the only move is better than every other, and than the others on average."""
EVERY = 1_000
"""More acts and offers than there ever are to look at."""
PART = 50
COARSE, MEAN, FEWEST = 50, 5, 6
"""A coarse look, and one at all others, takes this part of the games of a close one, and at least so many."""
TURNING, CLOSELY = 5, 5
"""How many decisions are looked at most closely, and in how many times as many games, half of them for each move."""
CHUNK = 250


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be judged: the true state, the move that was played, and where chance comes from."""

    ply: int
    state: State
    move: int
    seed: int

    @property
    def side(self) -> int:
        """Returns the side that decided."""
        return self.state[ACTOR]


@dataclass(slots=True)
class Pair:
    """The move played and another, in the same games: own scores, and how much more often war comes of the first."""

    other: int
    own: list[float] = field(default_factory=list)
    others: list[float] = field(default_factory=list)
    war: list[float] = field(default_factory=list)
    over: Estimate | None = None

    @property
    def lead(self) -> Estimate:
        """Returns by how much the move played is better."""
        return differences(self.own, self.others)

    def add(self, more: "Pair") -> None:
        """Adds the games of another pair of the same moves."""
        self.own += more.own
        self.others += more.others
        self.war += more.war


def others_of(tools: Tools, decision: Decision) -> list[int]:
    """Returns the moves that might have been made instead: every act and answer, and the offers worth a thought."""
    seen = view(tools.rules, decision.state, decision.side)
    found = candidates(tools.rules, tools.ledger, seen, EVERY)
    return [move for move in dict.fromkeys(found) if move != decision.move]


def played(tools: Tools, decision: Decision, move: int, stage: str, games: range) -> list[tuple[float, float]]:
    """Returns own score and share of war after a move in the games of those numbers."""
    rules, side = tools.rules, decision.side
    after, seed = apply(rules, decision.state, move), seed_of(str(decision.seed), stage)
    found = (expectation(rules, after, tools.players, Random(seed + game).random) for game in games)
    return [(result.scores[side], result.war) for result in found]


def weighed(tools: Tools, decision: Decision, rollouts: int) -> Pair | None:
    """Returns the move played beside the best other one, in as many games as are needed; None if there is no other."""
    moves = others_of(tools, decision)
    if not moves:
        return None
    pair = Pair(rival(tools, decision, moves, max(FEWEST, rollouts // COARSE)))
    while len(pair.own) < rollouts:
        first = len(pair.own)
        pair.add(compared(tools, decision, pair.other, range(first, min(first + PART, rollouts)), "pair"))
        if settled(pair.lead):
            break
    if pair.lead.above(ONLY):
        pair.over = over_all(tools, decision, moves, max(FEWEST, rollouts // MEAN))
    return pair


def rival(tools: Tools, decision: Decision, moves: Sequence[int], games: int) -> int:
    """Returns the best of some moves by sequential halving: the worse half is dropped again and again."""
    scores: dict[int, list[float]] = {move: [] for move in moves}
    alive, done = list(moves), 0
    while len(alive) > 1:
        for move in alive:
            scores[move] += [score for score, _ in played(tools, decision, move, "rival", range(done, games))]
        alive.sort(key=lambda move: -fsum(scores[move]))
        alive = alive[: (len(alive) + 1) // 2]
        done, games = games, 2 * games
    return alive[0]


def compared(tools: Tools, decision: Decision, other: int, games: range, stage: str) -> Pair:
    """Returns the move played beside another in the games of those numbers."""
    mine = played(tools, decision, decision.move, stage, games)
    theirs = played(tools, decision, other, stage, games)
    wars = [war - other_war for (_, war), (_, other_war) in zip(mine, theirs, strict=True)]
    return Pair(other, [score for score, _ in mine], [score for score, _ in theirs], wars)


def settled(lead: Estimate) -> bool:
    """Returns whether more games would hardly change the mark."""
    (_, most), (_, least) = MARKS[0], MARKS[-1]
    return (lead.below(ONLY, 3) and lead.above(-least, 3)) or lead.below(-most, 4)


def over_all(tools: Tools, decision: Decision, moves: Sequence[int], games: int) -> Estimate:
    """Returns by how much the move played is better than the others on average."""
    numbers = range(games)
    mine = [score for score, _ in played(tools, decision, decision.move, "mean", numbers)]
    theirs = [[score for score, _ in played(tools, decision, move, "mean", numbers)] for move in moves]
    return differences(mine, [fsum(scores) / len(scores) for scores in zip(*theirs, strict=True)])


def judged(rules: Ruleset, decision: Decision, pair: Pair) -> Judgement:
    """Returns what a pair says of a decision."""
    state = decision.state
    return Judgement(
        decision.ply,
        state[DAY],
        decision.side,
        format_move(rules, state, decision.move),
        format_move(rules, state, pair.other),
        estimate(pair.own),
        estimate(pair.others),
        pair.lead,
        estimate(pair.war),
        pair.over,
        mark(pair.lead, pair.over),
    )


def mark(lead: Estimate, over: Estimate | None) -> str:
    """Returns the mark of a move, each at two standard errors, or nothing."""
    if over is not None and lead.above(ONLY) and over.above(BETTER):
        return "!"
    worse = -lead.mean - 2 * lead.error
    return next((sign for sign, points in MARKS if worse >= points), "")


def turning_points(pairs: Sequence[Pair | None]) -> list[int]:
    """Returns the numbers of the decisions in which most hung on the choice, at most `TURNING`, in order."""
    leads = {number: pair.lead for number, pair in enumerate(pairs) if pair}
    surest = sorted(leads, key=lambda n: (-max(0.0, abs(leads[n].mean) - 2 * leads[n].error), n))
    return sorted(surest[:TURNING])


def looks(rollouts: int) -> int:
    """Returns in how many parts a turning point is looked at more closely."""
    return -(-rollouts * CLOSELY // 2 // CHUNK)


def closer(decision: Decision, pair: Pair, rollouts: int) -> list[Work]:
    """Returns those parts: new games of both moves each."""
    games, parts = rollouts * CLOSELY // 2, looks(rollouts)
    bounds = [games * part // parts for part in range(parts + 1)]
    return [
        partial(compared, decision=decision, other=pair.other, games=range(first, end), stage="turning")
        for first, end in zip(bounds, bounds[1:], strict=False)
    ]
