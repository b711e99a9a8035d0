"""The engine against the plain interpreter: the same moves, dice, states and views all the way through random games."""

import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from oracle import Oracle
from toy import toy

from game.rules.compile import compile_ruleset
from game.rules.moves import chance_outcomes, legal_moves
from game.rules.notation import format_move
from game.rules.play import pick, roll
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, NODE, OVER, TURNS, State
from game.rules.transition import apply
from game.rules.view import view
from game.scenario.loader import load_file, load_scenario, shipped

MINIMAL = Path(__file__).parents[1] / "scenario" / "minimal.yaml"
BUSY = (Path(__file__).parent / "busy.yaml").read_text("utf-8")
SMALL = ("minimal", "busy")
KINDS = {"act", "offer", "accept", "refuse", "answer", "keep", "feign", "lapse"} | {
    f"chance {die}"
    for die in ("mandate", "leak", "night", "war", "fate", "close", "hand", "found_out", "study", "turns")
}
LISTED_WHOLE = 200
"""Bundles up to which every offer is compared in every state; beyond, a few of them are drawn."""


@cache
def rules_of(name: str) -> Ruleset:
    if name == "busy":
        return toy(BUSY)
    loaded = load_file(MINIMAL) if name == "minimal" else load_scenario(name)
    return compile_ruleset(loaded.scenario, loaded.resolved)


class Comparison:
    """A random game on which engine and oracle are held against each other at every step."""

    def __init__(self, rules: Ruleset, seed: int) -> None:
        self.rules, self.oracle = rules, Oracle(rules)
        self.random = random.Random(seed)
        self.whole = len(rules.bundles.masks) <= LISTED_WHOLE
        self.kinds: Counter[str] = Counter()

    def game(self) -> int:
        """Plays one game and returns the number of its moves."""
        state, moves = self.rules.start, 0
        while state[ACTOR] != OVER:
            state = self.step(state)
            moves += 1
        self.views(state)
        return moves

    def step(self, state: State) -> State:
        rules, oracle = self.rules, self.oracle
        position = oracle.scribe.read(state)
        legal = legal_moves(rules, state)
        self.listing(state, position)
        self.views(state)
        if state[ACTOR] == CHANCE:
            faces = [(format_move(rules, state, m), odds) for m, odds in chance_outcomes(rules, state)]
            assert faces == oracle.outcomes(position)
            move = roll(rules, state, self.random.random)
        else:
            move = pick(rules, legal, self.random.random)
        text = format_move(rules, state, move)
        self.kinds[text.partition(" ")[0] if state[ACTOR] != CHANCE else f"chance {position['node']}"] += 1
        after = apply(rules, state, move)
        wanted = oracle.apply(position, text)
        found = oracle.scribe.read(after)
        if after[ACTOR] == OVER or after[NODE] == TURNS:
            wanted["node"], wanted["subject"] = found["node"], found["subject"]
        assert found == wanted, (text, {k: (found[k], wanted[k]) for k in found if found[k] != wanted[k]})
        assert oracle.scribe.write(wanted) == after
        return after

    def listing(self, state: State, position: dict[str, object]) -> None:
        rules, legal = self.rules, legal_moves(self.rules, state)
        assert [format_move(rules, state, move) for move in legal.listed] == self.oracle.listed(position)
        if self.whole:
            assert [format_move(rules, state, move) for move in legal] == self.oracle.legal(position)
            return
        allowed, scribe = self.oracle.allowed(position), self.oracle.scribe
        for c, channel in enumerate(scribe.channels):
            for _ in range(5):
                bundle = self.random.randrange(len(scribe.bundles))
                move = rules.ids.offer + c * len(scribe.bundles) + bundle
                forms = scribe.bundles[bundle]
                assert (move in legal) == bool(forms and forms <= allowed.get(channel, set()))

    def views(self, state: State) -> None:
        scribe = self.oracle.scribe
        for side in (0, 1):
            seen = scribe.read(view(self.rules, state, side))
            wanted = self.oracle.view(scribe.read(state), side)
            assert seen == wanted, {k: (seen[k], wanted[k]) for k in seen if seen[k] != wanted[k]}


def compare(name: str, moves: int, seed: int = 1) -> Counter[str]:
    comparison = Comparison(rules_of(name), seed)
    while moves > 0:
        moves -= comparison.game()
    return comparison.kinds


def test_engine_and_interpreter_agree_on_a_small_scenario() -> None:
    compare("minimal", 2_000)


def test_engine_and_interpreter_agree_where_every_kind_of_move_and_die_comes_up() -> None:
    comparison, moves = Comparison(rules_of("busy"), 2), 0
    while moves < 2_000 or (set(comparison.kinds) != KINDS and moves < 20_000):
        moves += comparison.game()
    assert set(comparison.kinds) == KINDS


@pytest.mark.parametrize("name", shipped())
def test_engine_and_interpreter_agree_on_a_shipped_scenario(name: str) -> None:
    compare(name, 1_000)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", [*SMALL, *shipped()])
def test_engine_and_interpreter_agree_over_a_hundred_thousand_moves(name: str) -> None:
    compare(name, 100_000, 3)
