"""What a debrief promises, measured: `python benchmarks/debrief.py [--games N] [--blunders N] [--stretches N]`.

A debrief takes at most half a minute on two cores, says within half a second how far it is, and is called off at once;
its curves are known to 3 points, its turning points from 2,000 games.  The account of risk adds up in every game;
planted moves that are at least 10 worse are marked with a better move; stretches of decisions all within 2 get hardly
any mark.  Where nothing else runs on two cores, the seconds are half of those of a processor.

What a planted move is worth is counted in up to 10,000 games, in fewer where four standard errors already tell on
which side of the bound it lies.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache, partial
from itertools import chain, count, islice
from multiprocessing import active_children
from os import times
from random import Random
from threading import Event
from time import perf_counter, sleep

from game.analysis.bench import Tools, tools
from game.analysis.debrief import ROLLOUTS, debrief, decisions_of
from game.analysis.estimate import differences
from game.analysis.marks import Decision, judged, others_of, played, weighed
from game.analysis.risk import nights
from game.debriefs import Studies
from game.errors import KnotError
from game.match.match import Match, rules_of
from game.match.replay import past
from game.players.roster import player
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario

WORSE, WITHIN = 10, 2
"""By how many points a planted move is worse at least, and how near each other the moves of an even decision lie."""
ROUGH, MARGIN, DOUBT, FEW = 60, 2, 6, 2
"""Games by which a decision is chosen to be looked at, the points by which they may deceive where a move is sought
that is worse and where none is, and how many of the best other moves are then looked at in many games."""
CHUNK, SURE = 500, 4
"""Games that are added together, and the standard errors that tell a side of a bound."""
PERCENT = 100
OF_EACH, IN_A_STRETCH, TOGETHER = 4, 10, 8
"""Decisions looked at of each match, in a stretch, and the matches that are handed out together."""

Examined = list[bool]
"""Of the decisions of a match that are what was looked for: whether each was marked as worse."""


@cache
def kit() -> Tools:
    """Returns what judges decisions, once in each process."""
    return tools(rules_of(load_scenario("cuba1962")))


def played_out(rules: Ruleset, seed: int) -> Match:
    """Returns a match of the historical leaders; in every third the first side strays now and then."""
    names = [name for name, persona in rules.scenario.personas.items() if persona.historical]
    seats, wild = [player(rules, name, side) for side, name in enumerate(names)], player(rules, "random", 0)
    match, chance = Match(rules, seed=seed), Random(seed)
    while (actor := match.actor) is not None:
        strays = seed % 3 == 0 and actor == 0 and chance.random() < 1 / 4
        match.play(match.ask(wild if strays else seats[actor]).move)
    return match


def adds_up(seed: int) -> bool:
    """Returns whether the parts of every night of a match add up to its odds of war."""
    found = nights(played_out(kit().rules, seed))
    return all(night.itself + sum(share.odds for share in night.shares) == night.war for night in found)


def decided(seed: int) -> list[Decision]:
    """Returns a few decisions out of a match."""
    match = played_out(kit().rules, seed)
    found = decisions_of(match)
    return Random(match.chain).sample(found, min(OF_EACH, len(found)))


def leads(decision: Decision) -> dict[int, float]:
    """Returns roughly by how much each other move of a decision is better than the one played."""
    mine = scores(decision, decision.move, range(ROUGH))
    return {move: differences(scores(decision, move, range(ROUGH)), mine).mean for move in others_of(kit(), decision)}


def scores(decision: Decision, move: int, games: range) -> list[float]:
    """Returns what a move brings the side that decides, game by game."""
    return [score for score, _ in played(kit(), decision, move, "truth", games)]


def lead(decision: Decision, move: int, bound: float, sure: int) -> float:
    """Returns by how much another move is better than the one played, in as many games as tell if it passes a bound."""
    mine, others = list[float](), list[float]()
    for first in range(0, sure, CHUNK):
        games = range(first, min(first + CHUNK, sure))
        mine += scores(decision, decision.move, games)
        others += scores(decision, move, games)
        found = differences(others, mine)
        if abs(found.mean - bound) > SURE * found.error:
            break
    return found.mean


def marked(decision: Decision, *marks: str) -> bool:
    """Returns whether a debrief gives a decision one of some marks."""
    pair = weighed(kit(), decision, ROLLOUTS)
    return pair is not None and judged(kit().rules, decision, pair).mark in marks


def blunders(seed: int, sure: int) -> Examined:
    """Returns whether the worst moves of a match's decisions are marked, where another is at least 10 better."""
    found = []
    for decision in decided(seed):
        rough = leads(decision) | {decision.move: 0.0}
        best, worst = max(rough, key=rough.__getitem__), min(rough, key=rough.__getitem__)
        planted = Decision(decision.ply, decision.state, worst, decision.seed)
        if rough[best] - rough[worst] >= WORSE + MARGIN and lead(planted, best, WORSE, sure) >= WORSE:
            found.append(marked(planted, "?", "??"))
    return found


def even(seed: int, sure: int) -> Examined:
    """Returns whether those decisions of a match are marked where no other move is more than 2 better."""
    found = []
    for decision in decided(seed):
        rough = leads(decision)
        best = sorted(rough, key=lambda move: -rough[move])[:FEW]
        if (
            rough
            and rough[best[0]] <= WITHIN + DOUBT
            and all(lead(decision, move, WITHIN, sure) <= WITHIN for move in best)
        ):
            found.append(marked(decision, "?!", "?", "??"))
    return found


def gathered(executor: Executor, examine: Callable[[int], Examined], first: int, number: int) -> Examined:
    """Returns the first so many findings out of match after match; the same for any number of processes."""

    def batches() -> Iterator[Examined]:
        seen = hits = 0
        for start in count(first, TOGETHER):
            found = list(chain.from_iterable(executor.map(examine, range(start, start + TOGETHER))))
            seen, hits = seen + len(found), hits + sum(found)
            print(f"  {seen} of {number} found, {hits} marked", file=sys.stderr, flush=True)
            yield found

    return list(islice(chain.from_iterable(batches()), number))


def thirteen_days() -> Match:
    """Returns a match of the historical leaders that ends on the last day or after it."""
    last = kit().rules.scenario.calendar.days
    return next(match for match in map(partial(played_out, kit().rules), count(1_000)) if match.day >= last)


def whole(name: str, match: Match, jobs: int) -> None:
    """Prints how long a debrief takes, and how well it knows what it says."""
    before, started, heard = times(), perf_counter(), list[float]()
    with ProcessPoolExecutor(jobs) as executor:
        found = debrief(match, executor=executor, progress=lambda *_: heard.append(perf_counter() - started))
        took = perf_counter() - started
    used = sum(times()[:4]) - sum(before[:4])
    print(f"debrief of {name}: {took:.1f} s in {jobs} processes, {used:.1f} s of a processor", flush=True)
    print(f"  progress is told after {heard[0]:.2f} s, the first part is done after {heard[1]:.2f} s")
    wars = [PERCENT * (point.war.high - point.war.low) / 2 for point in found.curve]
    scores = [(score.high - score.low) / 2 for point in found.curve for score in point.scores]
    print(f"  the widest intervals of its curves: war ± {max(wars):.1f} %, scores ± {max(scores):.1f}")
    games = [2 * judgement.lead.games for judgement in found.judgements if judgement.ply in found.turning]
    print(f"  games of its turning points: {', '.join(map(str, games))}", flush=True)


def called_off() -> None:
    """Prints how soon a debrief that is stopped in the middle of its work is over and its processes are gone."""
    studies, working = Studies(), Event()
    with ThreadPoolExecutor(1) as thread:
        heard = thread.submit(studies.work_out, past(kit().rules).match, lambda done, _: done > 20 and working.set())
        working.wait()
        begun, started = len(active_children()), perf_counter()
        studies.stop()
        assert isinstance(heard.exception(), KnotError)
        while active_children():
            sleep(0.01)
    took = perf_counter() - started
    print(f"called off, a debrief is over and its {begun} processes are gone after {took:.2f} s", flush=True)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--blunders", type=int, default=50)
    parser.add_argument("--stretches", type=int, default=50)
    parser.add_argument("--even-from", type=int, default=5_000, help="the seed of the first match of stretches")
    parser.add_argument("--sure", type=int, default=10_000, help="games by which a move is known for what it is")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes share the work (2)")
    args = parser.parse_args()
    for name, match in (("what happened", past(kit().rules).match), ("a game of 13 days", thirteen_days())):
        whole(name, match, args.jobs)
    called_off()
    with ProcessPoolExecutor(args.jobs) as executor:
        right = sum(executor.map(adds_up, range(args.games), chunksize=TOGETHER))
        print(f"games in which every night adds up: {right} of {args.games}", flush=True)
        found = gathered(executor, partial(blunders, sure=args.sure), 1_000, args.blunders)
        print(f"planted moves at least {WORSE} worse marked ? or ??: {sum(found)} of {len(found)}", flush=True)
        found = gathered(executor, partial(even, sure=args.sure), args.even_from, args.stretches * IN_A_STRETCH)
        print(f"false marks among decisions all within {WITHIN}: {sum(found)} of {len(found)}", flush=True)


if __name__ == "__main__":
    main()
