"""Random play without records: games end, and drawing without listing is as likely as listing says."""

import random
from collections import Counter

import pytest

from game.rules.compile import compile_ruleset
from game.rules.moves import legal_moves
from game.rules.outcome import outcome
from game.rules.play import pick, playout, playout_listed, roll
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, NIGHT, NODE, OVER, State
from game.rules.transition import apply
from game.scenario.loader import load_scenario

LONGEST = 400


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    loaded = load_scenario("cuba1962")
    return compile_ruleset(loaded.scenario, loaded.resolved)


@pytest.mark.parametrize("play", [playout, playout_listed])
def test_random_games_end(rules: Ruleset, play) -> None:
    dice = random.Random(7).random
    for _ in range(100):
        state, steps = play(rules, dice)
        assert outcome(rules, state) is not None
        assert steps < LONGEST


def test_both_kinds_of_random_play_end_alike(rules: Ruleset) -> None:
    counts = []
    for play in (playout, playout_listed):
        dice = random.Random(11).random
        counts.append(Counter(outcome(rules, play(rules, dice)[0]).ending for _ in range(1_500)))
    for ending in counts[0] | counts[1]:
        assert abs(counts[0][ending] - counts[1][ending]) < 110, ending  # four standard errors at most


def test_a_playout_from_a_state_leaves_it_as_it_was(rules: Ruleset) -> None:
    before = rules.start
    playout(rules, random.Random(3).random, before)
    assert before == rules.start


def test_a_night_drawn_falls_as_the_night_listed(rules: Ruleset) -> None:
    for state in nights(rules, 40):
        drawn = Counter(rules.draw_night(state, x) for x in range(10_000))
        assert drawn == dict(rules.night(state))


def nights(rules: Ruleset, count: int) -> list[State]:
    """Returns states in which a night's die lies on the table, from random games."""
    dice, found = random.Random(5).random, []
    while len(found) < count:
        state = rules.start
        while state[ACTOR] != OVER:
            if state[NODE] == NIGHT and state[ACTOR] == CHANCE:
                found.append(state)
            legal = legal_moves(rules, state)
            move = roll(rules, state, dice) if state[ACTOR] == CHANCE else pick(rules, legal, dice)
            state = apply(rules, state, move)
    return found[:count]
