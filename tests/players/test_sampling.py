"""Drawn states fit what a side sees, depend on nothing else, and weigh the other's mandates by what is known."""

import random
from collections import Counter
from collections.abc import Iterator

from random_matches import played
from toy import Game, toy

from game.match.dice import draws
from game.players.sampling import drawn, sample, weights
from game.rules.play import playout
from game.rules.ruleset import Ruleset
from game.rules.slots import ENDING, MANDATE, READING, State, beliefs
from game.rules.view import view

MANDATES = """
acts: {red: {spy: {visibility: secret, studies: {what: their mandate, right: 6000}}}}
mandates:
  blue:
    plain: {wants: {give: 30, take: -10}}
    proud: {wants: {give: 5, take: -40}, red_line: {never: [take], costs: 15}}
"""
HIDDEN = """
meters: {stock: {to: 90, starts: 40, seen_by: blue}}
regions: {store: {states: [empty, half, full], arrows: [empty -> half -> full, half -> empty], seen_by: blue}}
acts: {red: {look: {visibility: secret, reveals: [stock, store]}}, blue: {fill: {visibility: secret, when: store is not full, changes: {store: half}}}}
"""  # noqa: E501 - scenario lines are read across


def positions(rules: Ruleset) -> Iterator[tuple[int, State, State]]:
    """Yields the side to move, its view and the state before each decision of some random matches."""
    for seed in range(12):
        for match in played(rules, seed):
            if match.actor is not None:
                yield match.actor, match.view(match.actor), match.state


def test_a_sample_looks_to_its_side_as_what_it_saw(busy: Ruleset) -> None:
    changed = 0
    for side, seen, _ in positions(busy):
        state = sample(busy, seen, side, draws(1, 2, side))
        assert view(busy, state, side) == seen
        changed += state[51:] != seen[51:]
    assert changed > 100


def test_a_sample_follows_from_the_view_alone(busy: Ruleset) -> None:
    for side, seen, state in positions(busy):
        twin = view(busy, sample(busy, seen, side, draws(7, 7, side)), side)
        assert sample(busy, twin, side, draws(3, 4, side)) == sample(busy, seen, side, draws(3, 4, side))
        assert state[MANDATE + side] == sample(busy, seen, side, draws(3, 4, side))[MANDATE + side]


def test_a_sample_can_be_played_on(busy: Ruleset) -> None:
    chance = random.Random(5).random
    for side, seen, _ in positions(busy):
        state = sample(busy, seen, side, draws(5, 6, side))
        low_high = [(state[slot], *limits) for slot, limits in busy.slots.spans.items()]
        assert all(low <= value <= high for value, low, high in low_high)
        assert playout(busy, chance, state)[0][ENDING]


def test_a_fresh_report_of_a_region_is_believed_and_an_old_one_doubted() -> None:
    game = Game(HIDDEN).play("act look", "act fill")
    store = game.rules.slots.index["store"]
    seen = view(game.rules, game.state, 0)
    assert {sample(game.rules, seen, 0, draws(n, 0, 0))[store] for n in range(200)} == {0}
    game.pass_days(6)
    later = Counter(sample(game.rules, view(game.rules, game.state, 0), 0, draws(n, 0, 0))[store] for n in range(400))
    assert set(later) == {0, 1} and 0.2 < later[1] / 400 < 0.42


def test_a_meter_lies_near_its_report_and_farther_from_an_old_one() -> None:
    game = Game(HIDDEN).play("act look", "act wait")
    stock = game.rules.slots.index["stock"]

    def spread() -> tuple[int, int]:
        seen = view(game.rules, game.state, 0)
        values = [sample(game.rules, seen, 0, draws(n, 0, 0))[stock] for n in range(200)]
        return min(values), max(values)

    assert spread() == (38, 42)
    game.pass_days(3)
    assert spread() == (35, 45)


def test_what_the_other_knows_of_a_secret_is_open() -> None:
    rules = toy("meters: {stock: {to: 9, starts: 4, seen_by: red, others_assume: 1}}")
    seen = view(rules, Game(rules).state, 0)
    at = rules.slots.belief[rules.slots.index["stock"]]
    assert {beliefs(sample(rules, seen, 0, draws(n, 0, 0)))[at] for n in range(50)} == {1, 4}


def test_without_a_reading_or_a_letter_every_mandate_is_as_likely() -> None:
    game = Game(MANDATES)
    assert weights(game.rules, view(game.rules, game.state, 0), 0) == (1, 1)


def test_a_reading_weighs_as_much_as_it_is_right() -> None:
    game = Game(MANDATES).play("act spy", "chance reading proud", "act wait")
    seen = view(game.rules, game.state, 0)
    assert seen[READING] == 2
    assert weights(game.rules, seen, 0) == (4_000, 6_000)


def test_a_letter_speaks_for_the_mandates_under_which_its_writer_gains() -> None:
    game = Game(MANDATES).play("act wait", "offer post give for take").pass_days()
    plain, proud = weights(game.rules, view(game.rules, game.state, 0), 0)
    assert plain > 4 * proud > 0


def test_a_letter_under_way_says_nothing() -> None:
    game = Game(MANDATES + "channels: {post: {delay: 2}}").play("act wait", "offer post give for take").pass_days()
    assert weights(game.rules, view(game.rules, game.state, 0), 0) == (1, 1)


def test_a_place_is_drawn_as_often_as_it_weighs() -> None:
    assert [drawn((1, 0, 3), lambda below, n=n: n) for n in range(4)] == [0, 2, 2, 2]
