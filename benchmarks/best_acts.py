"""Which acts are the best thing to do somewhere: every legal act played on, in positions met where searches play.

An act counts if its mean is above the second best's by two standard errors.  First every act is played on a little;
the few best are then judged by games of their own, so that luck in the first does not help.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import as_completed
from dataclasses import replace
from random import Random
from statistics import fmean, stdev

from benchmarks.claims import SIDES, Plan
from benchmarks.findings import Finding, exact
from benchmarks.rows import SCENARIO, digest, load, save, states
from game.players.player import Player
from game.players.rollout import expectation, historical
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, DEAL, MOVE, NO_DEAL, NODE, State
from game.rules.transition import apply
from game.simulation.tournament import Pairing, opened

FIRST, THEN = 24, 300
"""Games for every act, then for each of the few that did best."""
FEW = 4
POSITIONS = 150
TOGETHER = 5
"""How many positions are judged, and kept, together."""
WANTED = 12
CLEAR = 2.0
"""Standard errors."""


def best_acts(plan: Plan, positions: int = POSITIONS) -> Iterator[Finding]:
    """Yields how many acts of each side are best somewhere in the play of searches."""
    rules = plan.table.rules()
    for side in (0, 1):
        places = met(plan, side, positions)
        found = [move for move in judged(plan, places) if move is not None]
        names = Counter(rules.acts[move].id for move in found)
        note = (
            f"in {len(places)} positions, {len(found)} clear: {', '.join(f'{n} {k}' for n, k in names.most_common())}"
        )
        yield exact(len(names)).within(f"acts of {SIDES[side]} best by two standard errors", WANTED, note=note)


def met(plan: Plan, side: int, count: int) -> list[State]:
    """Returns positions, evenly out of all in which a side was to act while nothing was signed."""
    rules, found = plan.table.rules(), list[State]()
    for record in plan.table.records(plan.row(plan.expert, plan.expert)):
        for state, move in states(rules, record):
            if state[ACTOR] == side and state[NODE] == MOVE and state[DEAL] == NO_DEAL and move < rules.ids.answer:
                found.append(state)
    count = min(count, len(found))
    return [found[k * len(found) // count] for k in range(count)]


def judged(plan: Plan, positions: Sequence[State]) -> Iterator[int | None]:
    """Yields the act that is best in each position, in any order, or None where none clearly is."""
    parts = [tuple(positions[k : k + TOGETHER]) for k in range(0, len(positions), TOGETHER)]
    table, wanted, missing = plan.table, digest(()), []
    for part in parts:
        file = table.kept("acts", (wanted, part, FIRST, THEN, FEW, CLEAR))
        if file.exists():
            yield from load(file)
        else:
            missing.append((part, file))
    if table.executor is None:
        done = ((file, judge(part, wanted)) for part, file in missing)
    else:
        waiting = {table.executor.submit(judge, part, wanted): file for part, file in missing}
        done = ((waiting[future], future.result()) for future in as_completed(waiting))
    for count, (file, moves) in enumerate(done, 1):
        save(file, moves)
        table.tell(f"best acts: {TOGETHER * count} of {TOGETHER * len(missing)} positions")
        yield from moves


def judge(positions: Sequence[State], wanted: str) -> list[int | None]:
    """Returns the best act of each position, None where none clearly is, under the scenario of digest `wanted`."""
    rules, _ = opened(replace(Pairing(SCENARIO), digest=wanted))
    leaders = historical(rules)
    return [best(rules, leaders, state) for state in positions]


def best(rules: Ruleset, leaders: BySide[Player], state: State) -> int | None:
    """Returns the act of the side to move that is clearly best in a position, or None."""
    moves = [move for move in rules.listed[state[ACTOR]](state) if move < rules.ids.answer]
    first = {move: scores(rules, leaders, state, move, range(FIRST)) for move in moves}
    few = sorted(moves, key=lambda move: -fmean(first[move]))[:FEW]
    then = {move: scores(rules, leaders, state, move, range(FIRST, FIRST + THEN)) for move in few}
    ranked = sorted(few, key=lambda move: -fmean(then[move]))
    if len(ranked) < 2:
        return None
    ahead = [a - b for a, b in zip(then[ranked[0]], then[ranked[1]], strict=True)]
    return ranked[0] if fmean(ahead) > CLEAR * stdev(ahead) / len(ahead) ** 0.5 else None


def scores(rules: Ruleset, leaders: BySide[Player], state: State, move: int, seeds: range) -> list[float]:
    """Returns what an act is worth to its side, game by game; every act meets the same dice."""
    side, after = state[ACTOR], apply(rules, state, move)
    return [expectation(rules, after, leaders, Random(seed).random).scores[side] for seed in seeds]
