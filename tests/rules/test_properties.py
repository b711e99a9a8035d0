"""What holds in every state of every game, tried on random ones."""

import os
import random
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from toy import toy

from game.rules.compile import compile_ruleset
from game.rules.moves import LegalMoves, chance_outcomes, legal_moves
from game.rules.notation import format_move, parse_move
from game.rules.outcome import aftermath, outcome
from game.rules.play import pick, play, playout, roll
from game.rules.ruleset import Ruleset, arrives, bundle_of, channel_of, lapses
from game.rules.slots import (
    ACTOR,
    BROKEN,
    BUSY,
    CHANCE,
    DAY,
    DEAL,
    DEAL_MANDATE,
    DRAWN,
    FEIGNED,
    FOUND_OUT,
    KEPT,
    LETTER,
    NIGHT,
    NODE,
    OVER,
    OWED,
    PENDING,
    STUDY,
    SUBJECT,
    TERMS,
    State,
)
from game.rules.transition import apply
from game.scenario.loader import load_file, load_scenario, shipped

HERE = Path(__file__).parent
LONGEST = 400
NAMES = ("minimal", "busy", *shipped())
each_scenario = pytest.mark.parametrize("name", NAMES)
seeds = st.integers(0, 2**32)


@cache
def rules_of(name: str) -> Ruleset:
    if name == "busy":
        return toy((HERE / "busy.yaml").read_text("utf-8"))
    loaded = load_file(HERE.parent / "scenario" / "minimal.yaml") if name == "minimal" else load_scenario(name)
    return compile_ruleset(loaded.scenario, loaded.resolved)


def game(rules: Ruleset, seed: int) -> list[tuple[State, int]]:
    """Returns every state of a random game with the move played there; the last state has no move (-1)."""
    chance, state, steps = random.Random(seed).random, rules.start, []
    while state[ACTOR] != OVER:
        move = roll(rules, state, chance) if state[ACTOR] == CHANCE else pick(rules, legal_moves(rules, state), chance)
        steps.append((state, move))
        state = apply(rules, state, move)
    return [*steps, (state, -1)]


def check_letters(rules: Ruleset, state: State) -> None:
    for side in (0, 1):
        letters = [letter for letter in state[LETTER + 2 * side : LETTER + 2 * side + 2] if letter]
        channels = [channel_of(rules, letter) for letter in letters]
        assert len(set(channels)) == len(channels), "one letter a channel"
        assert state[BUSY + side] == sum(1 << channel for channel in channels)
        for letter in letters:
            assert bundle_of(rules, letter) in rules.bundles.index
            assert arrives(letter) <= lapses(letter) and lapses(letter) >= state[DAY]
            assert state[DEAL] == 0, "a signature voids every letter"


def check(rules: Ruleset, state: State) -> None:
    """Checks a state by itself."""
    assert type(state) is tuple
    for slot, (low, high) in rules.slots.spans.items():
        assert low <= state[slot] <= high, rules.slots.names[slot]
    check_letters(rules, state)
    fates = [state[slot] for slot in (OWED, KEPT, BROKEN, FEIGNED)]
    if state[ACTOR] == CHANCE and state[NODE] == FOUND_OUT:
        fates.append(1 << state[SUBJECT])
    assert sum(fates) == state[TERMS], "each clause signed has one fate"
    assert not any(a & b for i, a in enumerate(fates) for b in fates[:i])
    assert not state[PENDING] & ~state[DRAWN]
    assert (state[DEAL] == 0) == (state[TERMS] == 0)


def check_chance(rules: Ruleset, state: State) -> None:
    outcomes = chance_outcomes(rules, state)
    assert outcomes and all(weight > 0 for _, weight in outcomes)
    assert len({move for move, _ in outcomes}) == len(outcomes)
    if state[NODE] != DEAL_MANDATE:
        assert sum(weight for _, weight in outcomes) == 10_000
    if state[NODE] not in (DEAL_MANDATE, NIGHT, STUDY):
        assert len(outcomes) == 2
    if state[NODE] == NIGHT:
        unlisted = [rules.ids.die + rules.draw_night(state, x) for x in range(0, 10_000, 97)]
        bounds = [(move, sum(w for _, w in outcomes[: i + 1])) for i, (move, w) in enumerate(outcomes)]
        assert unlisted == [next(m for m, top in bounds if x < top) for x in range(0, 10_000, 97)]


@each_scenario
@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_every_state_of_a_game_is_sound(name: str, seed: int) -> None:
    rules = rules_of(name)
    steps = game(rules, seed)
    assert len(steps) < LONGEST
    for state, _ in steps:
        check(rules, state)
        if state[ACTOR] == CHANCE:
            check_chance(rules, state)
        assert bool(legal_moves(rules, state)) == (state[ACTOR] != OVER)


@each_scenario
@settings(max_examples=10, deadline=None)
@given(seed=seeds)
def test_every_move_is_spelled_and_read_back(name: str, seed: int) -> None:
    rules = rules_of(name)
    for state, move in game(rules, seed)[:-1]:
        for one in (*legal_moves(rules, state).listed, move):
            assert parse_move(rules, state, format_move(rules, state, one)) == one


@each_scenario
@settings(max_examples=10, deadline=None)
@given(seed=seeds)
def test_a_move_changes_nothing_but_its_result(name: str, seed: int) -> None:
    rules = rules_of(name)
    for state, move in game(rules, seed)[:-1]:
        kept = (*state,)
        assert play(rules, state, move) == apply(rules, state, move)
        assert state == kept


@each_scenario
@settings(max_examples=5, deadline=None)
@given(seed=seeds)
def test_legal_moves_are_a_set_in_a_fixed_order(name: str, seed: int) -> None:
    rules = rules_of(name)
    draw = random.Random(seed)
    for state, _ in draw.sample(game(rules, seed)[:-1], 3):
        legal = legal_moves(rules, state)
        listed = [*legal]
        assert len(listed) == len(legal) == len({*listed})
        assert [*legal_moves(rules, state)] == listed
        assert all(move in legal for move in draw.sample(listed, min(50, len(listed))))
        others = {draw.randrange(rules.ids.end) for _ in range(200)} - {*listed}
        assert not any(move in legal for move in others)
        assert "act wait" not in legal and -1 not in legal and rules.ids.end not in legal


@each_scenario
def test_every_random_game_ends_and_is_scored(name: str) -> None:
    rules, chance = rules_of(name), random.Random(5).random
    for _ in range(60):
        state, steps = playout(rules, chance)
        result = outcome(rules, state)
        assert steps < LONGEST
        assert result and result.ending in rules.endings
        assert all(0 <= score <= 100 for score in result.scores)
        assert 1 <= result.day <= state[DAY]
        assert [name for name, _ in aftermath(rules, state)] == [*rules.scenario.aftermath]
        assert not [*legal_moves(rules, state)] and not chance_outcomes(rules, state)


def test_a_match_that_goes_on_has_no_outcome() -> None:
    assert outcome(rules_of("minimal"), rules_of("minimal").start) is None


def test_an_empty_set_of_moves_is_false() -> None:
    assert not LegalMoves(rules_of("minimal"), (), ())


def digest(name: str) -> str:
    """Returns the hash of all states of some random games, and of the generated code."""
    rules, total = rules_of(name), sha256()
    total.update(rules.source.encode())
    for seed in range(3):
        for state, move in game(rules, seed):
            total.update(f"{state} {move}".encode())
    return total.hexdigest()


@each_scenario
def test_games_are_the_same_whatever_the_seed_of_hashes(name: str) -> None:
    code = f"from test_properties import digest; print(digest({name!r}))"
    path = os.pathsep.join(str(folder) for folder in (HERE, HERE.parent, HERE.parents[1]))
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "424242")
    }
    assert found == {digest(name) + "\n"}
