"""Dice follow from the seed and the number of moves alone, and fall as often as their weights say."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from game.match.dice import cast, die, draws
from game.match.match import Match
from game.players.player import random_player
from game.rules.moves import chance_outcomes
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE

ROOT = Path(__file__).parents[2]


def test_a_die_is_the_same_for_the_same_seed_and_move() -> None:
    first, again = die(7, 3), die(7, 3)
    assert [first(6) for _ in range(20)] == [again(6) for _ in range(20)]


def test_dice_of_other_moves_seeds_and_sides_differ() -> None:
    sources = [die(7, 3), die(7, 4), die(8, 3), die(73, 0), draws(7, 3, 0), draws(7, 3, 1)]
    assert len({tuple(draw(1_000_000) for _ in range(4)) for draw in sources}) == len(sources)


def test_what_falls_is_the_same_on_every_system() -> None:
    """The numbers were worked out with `sha256sum` alone; saved matches rest on them."""
    assert [die(1962, 0)(10_000), draws(1962, 5, 1)(1_000)] == [1406, 856]


def test_all_faces_come_up_alike() -> None:
    counts = Counter(die(seed, 1)(6) for seed in range(6_000))
    assert sorted(counts) == [0, 1, 2, 3, 4, 5]
    assert all(850 < count < 1_150 for count in counts.values())


def test_every_die_falls_as_its_faces_say(busy: Ruleset) -> None:
    for state in dice_of_random_matches(busy, 40):
        outcomes = chance_outcomes(busy, state)
        total = sum(weight for _, weight in outcomes)
        fallen = [cast(busy, state, lambda below, x=x: x * below // 1_000, {}) for x in range(1_000)]
        counts = Counter(fallen)
        for face, weight in outcomes:
            assert abs(counts[face] - 1_000 * weight / total) <= 1


def dice_of_random_matches(rules: Ruleset, games: int) -> list:
    found = {}
    for seed in range(games):
        match = Match(rules, seed=seed)
        while match.actor is not None:
            match.play(match.ask(random_player).move)
        found.update({(state[1], state[4]): state for state in match.states if state[ACTOR] == CHANCE})
    return list(found.values())


def test_a_match_does_not_depend_on_hash_seeds() -> None:
    script = (
        "from game.match.match import Match; from game.players.player import random_player;"
        "from game.scenario.loader import load_file\n"
        "match = Match(load_file('tests/scenario/minimal.yaml'), seed=5)\n"
        "while match.actor is not None: match.play(match.ask(random_player).move)\n"
        "print(match.record().text())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1
