"""Drawn states fit what a side sees, depend on nothing else, and weigh the other's mandates by what is known."""

import random
from collections.abc import Iterator

from random_matches import played
from toy import Game, toy

from game.match.dice import draws
from game.players.sampling import drawn, err_alike, sample, send_alike, weights
from game.rules.play import playout
from game.rules.ruleset import Ruleset
from game.rules.slots import DAY, ENDING, LETTER, MANDATE, READING, State, beliefs
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


def test_a_report_of_today_is_believed_and_an_old_one_taken_for_as_wrong_as_in_comparable_games() -> None:
    game = Game(HIDDEN).play("act look", "act fill")
    store = game.rules.slots.index["store"]

    def sampled() -> set[int]:
        seen = view(game.rules, game.state, 0)
        return {sample(game.rules, seen, 0, draws(n, 0, 0))[store] for n in range(200)}

    assert sampled() == {0}
    game.pass_days(3)
    assert sampled() == {0, 1}


def test_a_side_errs_by_as_much_as_it_did_in_a_precedent() -> None:
    rules = toy(HIDDEN)
    store, stock = (rules.slots.index[name] for name in ("store", "stock"))
    seen = view(rules, Game(rules).pass_days(2).state, 0)
    before, true, n = list(seen), list(seen), list(seen)
    before[stock], true[stock], true[store] = 20, 26, 2
    err_alike(rules, n, 0, tuple(before), tuple(true))
    assert (n[stock], n[store]) == (seen[stock] + 6, 2)
    before[store], true[store], true[stock], n = 1, 2, 99, list(seen)
    err_alike(rules, n, 0, tuple(before), tuple(true))
    assert (n[stock], n[store]) == (90, seen[store])


def test_a_letter_may_be_under_way_as_one_was_in_a_precedent() -> None:
    rules = toy("channels: {post: {delay: 2}}")
    true = Game(rules).play("act wait", "offer post give for take", "act wait").pass_days().state
    seen, n = view(rules, true, 0), list(view(rules, true, 0))
    send_alike(rules, n, 1, seen, true)
    assert n[LETTER + 2] == true[LETTER + 2] and view(rules, tuple(n), 0) == seen
    n = [*seen]
    send_alike(rules, n, 1, seen, (*true[:DAY], true[DAY] + 1, *true[DAY + 1 :]))
    assert not n[LETTER + 2]


def test_the_other_knows_of_a_secret_what_it_knew_in_a_precedent() -> None:
    rules = toy("meters: {stock: {to: 9, starts: 4, seen_by: red, others_assume: 1}}")
    at, state = rules.slots.belief[rules.slots.index["stock"]], Game(rules).state
    for known, believed in ((1, 1), (4, 4)):
        n, true = list(state), list(state)
        told = list(beliefs(state))
        told[at] = known
        true[-1] = tuple(told)  # type: ignore[call-overload]
        err_alike(rules, n, 0, state, tuple(true))
        assert beliefs(n)[at] == believed


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
