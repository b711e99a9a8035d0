"""What a debrief promises, measured: `python benchmarks/debrief.py [--games N] [--blunders N] [--stretches N]`.

The account of risk adds up in every game; planted moves that are at least 10 worse are marked with a better move;
stretches of decisions all within 2 get hardly any mark; a debrief takes at most half a minute on two cores.
"""

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from random import Random
from time import perf_counter

from game.analysis.bench import Tools, tools
from game.analysis.debrief import ROLLOUTS, debrief, decisions_of
from game.analysis.estimate import differences
from game.analysis.marks import Decision, judged, others_of, played, weighed
from game.analysis.risk import nights
from game.match.match import Match
from game.match.replay import past
from game.players.roster import player
from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario

WORSE, WITHIN, SURE = 10, 2, 10_000
IN_A_STRETCH = 10


def matches(rules: Ruleset, first: int) -> Iterator[Match]:
    """Yields matches of the historical leaders, every third with a random move among four of the first side."""
    names = [name for name, persona in rules.scenario.personas.items() if persona.historical]
    seats = [player(rules, name, k) for k, name in enumerate(names)]
    wild = player(rules, "random", 0)
    seed = first
    while True:
        match, chance = Match(rules, seed=seed), Random(seed)
        while (actor := match.actor) is not None:
            strays = seed % 3 == 0 and actor == 0 and chance.random() < 1 / 4
            match.play(match.ask(wild if strays else seats[actor]).move)
        yield match
        seed += 1


def adds_up(rules: Ruleset, games: int) -> int:
    """Returns in how many of some games a night's parts do not add up to its odds of war."""
    wrong = 0
    for match, _ in zip(matches(rules, 0), range(games), strict=False):
        wrong += any(night.itself + sum(share.odds for share in night.shares) != night.war for night in nights(match))
    return wrong


def leads(kit: Tools, decision: Decision, games: int) -> dict[int, float]:
    """Returns by how much each other move of a decision is better than the one played, at so many games."""
    numbers = range(games)
    mine = [score for score, _ in played(kit, decision, decision.move, "truth", numbers)]
    found = {}
    for move in others_of(kit, decision):
        scores = [score for score, _ in played(kit, decision, move, "truth", numbers)]
        found[move] = differences(scores, mine).mean
    return found


def decided(rules: Ruleset, first: int) -> Iterator[Decision]:
    """Yields decisions out of many matches, a few of each."""
    for match in matches(rules, first):
        chance = Random(match.chain)
        found = decisions_of(match)
        yield from chance.sample(found, min(4, len(found)))


def blunders(rules: Ruleset, number: int, sure: int) -> tuple[int, int]:
    """Returns how many of some planted moves, each at least 10 worse than another, are marked `?` or `??`."""
    kit, marked, planted = tools(rules), 0, 0
    for decision in decided(rules, 1_000):
        if planted == number:
            break
        rough = leads(kit, decision, 60)
        if not rough:
            continue
        best, worst = max(rough, key=rough.__getitem__), min(rough, key=rough.__getitem__)
        if max(0.0, rough[best]) - rough[worst] < WORSE + 2:
            continue
        planted_one = Decision(decision.ply, decision.state, worst, decision.seed)
        if leads_of(kit, planted_one, best, sure) < WORSE:
            continue
        planted += 1
        pair = weighed(kit, planted_one, ROLLOUTS)
        marked += pair is not None and judged(rules, planted_one, pair).mark in ("?", "??")
    return marked, planted


def leads_of(kit: Tools, decision: Decision, move: int, games: int) -> float:
    """Returns by how much one other move is better than the one played."""
    if move == decision.move:
        return 0.0
    mine = [score for score, _ in played(kit, decision, decision.move, "truth", range(games))]
    return differences([score for score, _ in played(kit, decision, move, "truth", range(games))], mine).mean


def even(rules: Ruleset, stretches: int, sure: int) -> tuple[int, int]:
    """Returns how many decisions get a mark of those in which no other move is more than 2 better than the one played.

    They are found in few games; of the best other move it is made sure in many more.
    """
    kit, marked, count = tools(rules), 0, 0
    for decision in decided(rules, 5_000):
        if count == stretches * IN_A_STRETCH:
            break
        rough = leads(kit, decision, 60)
        if not rough or max(rough.values()) > WITHIN + 2:
            continue
        best = max(rough, key=rough.__getitem__)
        if leads_of(kit, decision, best, sure) > WITHIN:
            continue
        count += 1
        pair = weighed(kit, decision, ROLLOUTS)
        marked += pair is not None and "?" in judged(rules, decision, pair).mark
    return marked, count


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--blunders", type=int, default=50)
    parser.add_argument("--stretches", type=int, default=50)
    parser.add_argument("--sure", type=int, default=SURE, help="games by which a planted move is known for what it is")
    args = parser.parse_args()
    loaded = load_scenario("cuba1962")
    rules = compile_ruleset(loaded.scenario, loaded.resolved)
    print(f"games in which a night does not add up: {adds_up(rules, args.games)} of {args.games}")
    marked, planted = blunders(rules, args.blunders, args.sure)
    print(f"planted moves at least {WORSE} worse marked ? or ??: {marked} of {planted}")
    marked, count = even(rules, args.stretches, args.sure)
    print(f"false marks among decisions all within {WITHIN}: {marked} of {count}")
    with ProcessPoolExecutor(2) as executor:
        started = perf_counter()
        debrief(past(rules).match, executor=executor)
        print(f"debrief of the historical path: {perf_counter() - started:.1f} s in two processes")


if __name__ == "__main__":
    main()
