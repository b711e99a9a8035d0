"""Whether forecasts come true: of the mornings on which war by the end was called likely, how many came to war.

    python benchmarks/calibration.py [SCENARIO] [--games 200] [--rollouts 100] [--again 0] [--seed 0] [--jobs 1]

Plays games between the historical leaders.  Each morning, before its first move, each side is asked how likely war is
by the end, and in how many games it is settled; then the game goes on and shows.  Few rollouts spread the forecasts
beyond the truth, the more the fewer there are: with 100 a forecast errs by 4 points either way, and those that say
most are those that err upwards.  With `--again 600` a morning whose first forecast says 30 % or more is asked
again over so many other games, and the second forecast alone is counted; the game rests its own on up to 1,000.  The
mornings of one game end alike, so the interval of a row is reckoned from the games in it, not from the mornings.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import groupby
from random import Random

from game.analysis.forecast import Counts, Foresight, Question
from game.intervals import of_share
from game.match.match import rules_of
from game.players.rollout import rollout, stepper
from game.rules.outcome import Outcome, outcome
from game.rules.slots import ACTOR, CHANCE, DAY, MOVE, NODE, OVER
from game.rules.view import view
from game.scenario.loader import load_scenario, shipped

BINS = 10
MUCH = 0.3
"""The likelihood of war from which a morning is asked again."""
LEAST = 2_000
"""How many games and rollouts at least are compared from the start; they are cheap."""


@dataclass
class Told:
    """What was forecast on the mornings of a game, for war and settlement from 0 to 1, and what came of it."""

    war: bool
    settled: bool
    mornings: list[tuple[int, int, float, float]] = field(default_factory=list)


@cache
def foresight(scenario: str) -> Foresight:
    """Returns what forecasts by a scenario's rules, once in each process."""
    return Foresight(rules_of(load_scenario(scenario)))


def asked_of(oracle: Foresight, question: Question, rollouts: int, again: int) -> tuple[float, float]:
    """Returns how likely war and a settlement are said to be; where war is likely, said over `again` other games."""
    counts = oracle.count(question, 0, rollouts)
    if again and counts.war >= MUCH * rollouts:
        counts = oracle.count(question, rollouts, again)
    return counts.war / counts.games, counts.settled / counts.games


def played(scenario: str, rollouts: int, again: int, seed: int) -> Told:
    """Returns what was forecast in the game of a seed, and what came of it."""
    oracle = foresight(scenario)
    rules, told = oracle.rules, Told(False, False)
    n, asked = list(rules.start), set[tuple[int, int]]()
    step = stepper(rules, oracle.players, Random(seed).random)
    while (side := n[ACTOR]) != OVER:
        if side < CHANCE and n[NODE] == MOVE and (n[DAY], side) not in asked:
            asked.add((n[DAY], side))
            question = Question(view(rules, tuple(n), side), side)
            told.mornings.append((n[DAY], side, *asked_of(oracle, question, rollouts, again)))
        step(n)
    result = outcome(rules, tuple(n))
    assert result is not None
    told.war, told.settled = result.war is not None, result.settled
    return told


def table(games: list[Told], what: str) -> Iterable[str]:
    """Yields, for war or settlement, a line for each tenth: mornings, mean forecast, share that came true."""
    place = 2 if what == "war" else 3
    rows = [(m[place], getattr(game, what), k) for k, game in enumerate(games) for m in game.mornings]
    yield f"{what}: forecast   mornings   games   mean forecast   came true   95 %             off"
    for tenth, group in groupby(sorted(rows), key=lambda row: min(BINS - 1, int(row[0] * BINS))):
        yield line(f"{10 * tenth:3}-{10 * tenth + 10:3} %", [*group])
    yield line("all", rows)


def line(name: str, rows: list[tuple[float, bool, int]]) -> str:
    """Returns what forecasts on some mornings were on average, and in how many of them it came so."""
    mean, came = (sum(row[i] for row in rows) / len(rows) for i in (0, 1))
    games = len({game for *_, game in rows})
    low, high = of_share(round(came * games), games)
    figures = f"{len(rows):15}{games:8}{mean:16.1%}{came:12.1%}   {low:4.0%} to {high:4.0%}"
    return f"  {name:9}{figures}{100 * (came - mean):+10.1f}"


def start(scenario: str, games: int, seed: int) -> Iterable[str]:
    """Yields how games between the leaders end, beside rollouts from the first side's first morning."""
    oracle = foresight(scenario)
    rules = oracle.rules
    ends = [
        outcome(rules, rollout(rules, rules.start, oracle.players, Random(k).random)) for k in range(seed, seed + games)
    ]
    asked = Counter(first_morning(scenario, k) for k in range(seed, seed + games))
    counts = sum((oracle.count(question, 0, often) for question, often in asked.items()), Counts())
    for what in ("war", "settled"):
        real = sum(of(end, what) for end in ends if end)
        said = getattr(counts, what)
        yield (
            f"{what}: {real / games:.1%} of {games} games ({span(real, games)}), "
            f"{said / counts.games:.1%} of {counts.games} rollouts from the first morning ({span(said, counts.games)})"
        )


def first_morning(scenario: str, seed: int) -> Question:
    """Returns the question of the first side on the first morning of a game."""
    rules, n = foresight(scenario).rules, list(foresight(scenario).rules.start)
    step = stepper(rules, foresight(scenario).players, Random(seed).random)
    while n[ACTOR] >= CHANCE:
        step(n)
    return Question(view(rules, tuple(n), n[ACTOR]), n[ACTOR])


def of(end: Outcome, what: str) -> bool:
    """Returns whether a game ended in war, or in a settlement."""
    return end.war is not None if what == "war" else end.settled


def span(count: int, of_all: int) -> str:
    """Returns the 95 % interval of a share."""
    low, high = of_share(count, of_all)
    return f"{low:.1%} to {high:.1%}"


def main() -> None:
    """Plays, asks and prints."""
    parser = argparse.ArgumentParser(description="Compares forecasts with what came of them.")
    parser.add_argument("scenario", nargs="?", default=shipped()[0])
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--rollouts", type=int, default=100)
    parser.add_argument("--again", type=int, default=0, help="games over which a likely war is asked again")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    work, seeds = partial(played, args.scenario, args.rollouts, args.again), range(args.seed, args.seed + args.games)
    with ProcessPoolExecutor(args.jobs) as executor:
        games = [*executor.map(work, seeds, chunksize=4)]
    mornings = sum(len(game.mornings) for game in games)
    print(f"{args.games} games from seed {args.seed}, {mornings} mornings, {args.rollouts} rollouts each", end=", ")
    print(f"{args.again} where war is likely" if args.again else "asked once")
    for what in ("war", "settled"):
        print(*table(games, what), sep="\n")
    print(*start(args.scenario, max(args.games, LEAST), args.seed), sep="\n")


if __name__ == "__main__":
    main()
