"""The debrief of a match that has ended: all that can be worked out from its record alone.

Games played on are counted, never timed, and every one of them is seeded from the record's chain, so that a record
has the same debrief on every run and with any number of workers.
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import closing
from functools import partial
from typing import Any

from game.analysis.bargain import chance_of, frontier, offers
from game.analysis.bench import Bench, Progress, Tools, Work, seed_of
from game.analysis.curves import dawns, end_point, point
from game.analysis.days import standings
from game.analysis.marks import TURNING, Decision, Pair, closer, judged, looks, turning_points, weighed
from game.analysis.risk import brushes, is_nightfall, nights
from game.errors import KnotError
from game.match.findings import Chance, Debrief, Near, PastNight, Point
from game.match.match import Match
from game.match.replay import past
from game.rules.notation import parse_move
from game.rules.odds import war_tonight
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, State

ROLLOUTS, LEAST = 400, 20
"""How many games a close decision is played on for each of two moves, unless another number is given; the least."""


def debrief(
    match: Match,
    rollouts: int = ROLLOUTS,
    executor: Executor | None = None,
    progress: Progress = lambda done, parts: None,
) -> Debrief:
    """Returns the debrief of a match; raises KnotError while it lasts, and whatever `progress` raises.

    `progress` is told how many parts of how many are done, first at once; what it raises calls the rest off.
    """
    if match.outcome is None:
        raise KnotError("the match is not over: there is a debrief only of a match that has ended")
    decisions, opened = decisions_of(match), dawns(match.states)
    judging = [partial(weighed, decision=decision, rollouts=rollouts) for decision in decisions]
    points = [
        partial(point, state=match.states[ply], ply=ply, seed=seed_of(match.chain, "point", ply), most=rollouts)
        for ply in opened
    ]
    chances = [partial(_chance, state=match.states[ply]) for ply in opened]
    most = len(judging) + len(points) + len(chances) + min(TURNING, len(judging)) * looks(rollouts)
    work = _Work(Bench(match.rules, executor), progress, most)
    best, curve, pairs = (work.done(parts) for parts in (chances, points, judging))
    turning = turning_points(pairs)
    look_closer(work, [decisions[n] for n in turning], [pairs[n] for n in turning], rollouts)
    progress(most, most)
    return Debrief(
        rollouts=rollouts,
        curve=(*curve, last := end_point(match.rules, match.state, match.ply)),
        judgements=tuple(judged(match.rules, d, pair) for d, pair in zip(decisions, pairs, strict=True) if pair),
        turning=tuple(decisions[n].ply for n in turning),
        nights=nights(match),
        brushes=brushes(match),
        standings=standings(match),
        offers=offers(match),
        chances=tuple(best),
        frontier=frontier(match),
        near=nearness(curve, last),
        history=history_nights(match.rules),
    )


class _Work:
    """Does parts of the work and tells how many are done."""

    def __init__(self, bench: Bench, progress: Progress, most: int) -> None:
        self.bench, self.progress, self.most, self.count = bench, progress, most, 0
        progress(0, most)

    def done(self, parts: Sequence[Work]) -> list[Any]:
        """Returns what the parts come to, in their order."""
        found = []
        with closing(self.bench.results(parts)) as results:
            for result in results:
                found.append(result)
                self.count += 1
                self.progress(self.count, self.most)
        return found


def decisions_of(match: Match) -> list[Decision]:
    """Returns every decision of a match, with where chance comes from when it is judged."""
    return [
        Decision(entry.ply, state, parse_move(match.rules, state, entry.move), seed_of(match.chain, entry.ply))
        for entry, state in zip(match.history, match.states, strict=False)
        if state[ACTOR] < CHANCE
    ]


def look_closer(work: _Work, decisions: Sequence[Decision], pairs: Sequence[Pair], rollouts: int) -> None:
    """Compares the two moves of each turning point in many more games, and in those alone."""
    parts = [closer(decision, pair, rollouts) for decision, pair in zip(decisions, pairs, strict=True)]
    found = iter(work.done([part for own in parts for part in own]))
    for pair, own in zip(pairs, parts, strict=True):
        pair.own, pair.others, pair.war = [], [], []
        for _ in own:
            pair.add(next(found))


def _chance(tools: Tools, state: State) -> Chance:
    return chance_of(tools.rules, state)


def nearness(curve: Sequence[Point], last: Point) -> tuple[Near, ...]:
    """Returns the endings that were not reached, the likeliest first, each on the day when it was likeliest."""
    reached, best = last.endings[0][0], dict[str, Near]()
    for before in curve:
        for name, share in before.endings:
            if name != reached and (name not in best or share.mean > best[name].share.mean):
                best[name] = Near(name, before.day, share)
    return tuple(sorted(best.values(), key=lambda near: -near.share.mean))


def history_nights(rules: Ruleset) -> tuple[PastNight, ...]:
    """Returns the nights of the historical path, none if there is no such path or the rules do not allow it."""
    gauge = rules.slots.index[rules.scenario.roles.gauge]
    try:
        states = past(rules).match.states
    except KnotError:
        return ()
    return tuple(
        PastNight(state[DAY], state[gauge], war_tonight(rules, state)) for state in states if is_nightfall(state)
    )
