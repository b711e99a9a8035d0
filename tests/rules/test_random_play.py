"""Random play without records: games end, and drawing without listing is as likely as listing says."""

import random
from collections import Counter
from statistics import mean, variance

import pytest
from test_properties import NAMES, rules_of

from game.rules.compile import compile_ruleset
from game.rules.moves import legal_moves
from game.rules.outcome import outcome
from game.rules.play import pick, playout, playout_listed, roll
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, LETTERS, MOVE, NIGHT, NODE, OVER, State
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


@pytest.mark.parametrize("name", NAMES)
def test_acts_made_at_random_are_as_likely_as_listing_says(name: str) -> None:
    rules, dice, tries = rules_of(name), random.Random(13).random, 2_000
    for state in turns(rules, 40):
        legal = legal_moves(rules, state)
        found = Counter[State]()
        for _ in range(tries):
            draft = list(state)
            answer = rules.at_random[state[ACTOR]](draft, dice)
            found[apply(rules, state, answer) if answer else tuple(draft)] += 1
        wanted = Counter(apply(rules, state, move) for move in legal.listed)
        assert found.keys() <= wanted.keys()
        for after, ways in wanted.items():
            share = ways / len(legal.listed)
            error = (tries * share * (1 - share)) ** 0.5
            assert abs(found[after] - tries * share) <= 5 * error, len(legal.listed)


def test_both_kinds_of_random_play_write_as_many_letters_and_last_as_long(rules: Ruleset) -> None:
    found: list[list[tuple[int, ...]]] = []
    for play in (playout, playout_listed):
        dice = random.Random(17).random
        games = [play(rules, dice) for _ in range(2_000)]
        found.append([(steps, state[DAY], state[LETTERS], state[LETTERS + 1]) for state, steps in games])
    for one, other in zip(zip(*found[0], strict=True), zip(*found[1], strict=True), strict=True):
        error = ((variance(one) + variance(other)) / len(one)) ** 0.5
        assert abs(mean(one) - mean(other)) <= 4 * error


def turns(rules: Ruleset, count: int) -> list[State]:
    """Returns states in which a side is to act, from random games."""
    return [state for state in states(rules, 12 * count) if state[ACTOR] != CHANCE and state[NODE] == MOVE][:count]


def nights(rules: Ruleset, count: int) -> list[State]:
    """Returns states in which a night's die lies on the table, from random games."""
    return [state for state in states(rules, 12 * count) if state[ACTOR] == CHANCE and state[NODE] == NIGHT][:count]


def states(rules: Ruleset, count: int) -> list[State]:
    """Returns states of random games."""
    dice, found = random.Random(5).random, list[State]()
    while len(found) < count:
        state = rules.start
        while state[ACTOR] != OVER:
            found.append(state)
            legal = legal_moves(rules, state)
            move = roll(rules, state, dice) if state[ACTOR] == CHANCE else pick(rules, legal, dice)
            state = apply(rules, state, move)
    return found
