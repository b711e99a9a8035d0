"""Bargaining: the table holds bundles that no other beats, weighed as signing them would pay."""

import random

import pytest
from views import views

from game.players.bargaining import Ledger, Table, possible_mandates
from game.players.frontier import MOST, frontier, points, totals
from game.rules.ruleset import Ruleset, bundle_of, readable
from game.rules.slots import DEAL, LETTER, MANDATE, MOVE, NO_DEAL, NODE, READING, State
from game.rules.worth import clause_value, no_deal, worth

ALL = (1 << 16) - 1


@pytest.fixture(scope="module")
def talks(cuba: Ruleset) -> list[tuple[State, State, int]]:
    """Returns the decisions of some games in which there is still something to talk about."""
    met = views(cuba, "kennedy", "khrushchev", 12)
    return [each for each in met if each[1][NODE] == MOVE and each[1][DEAL] == NO_DEAL]


def test_of_two_bundles_of_a_frontier_neither_is_better_for_both(cuba: Ruleset) -> None:
    dice = random.Random(1)
    for _ in range(20):
        allowed = dice.randrange(ALL + 1)
        mine = points(cuba, 0, (dice.randrange(3),), dice.choice((60, 80, 100)))
        theirs = points(cuba, 1, (0, 1, 2), dice.choice((60, 80, 100)))
        found = frontier(cuba.bundles, mine, theirs, allowed)
        number = cuba.bundles.index
        worths = [(totals(cuba.bundles, mine)[number[m]], totals(cuba.bundles, theirs)[number[m]]) for m in found]
        assert len(found) <= MOST and not any(mask & ~allowed or not mask for mask in found)
        assert worths == sorted(worths, reverse=True)
        assert [other for _, other in worths] == sorted(other for _, other in worths)


def test_no_bundle_is_better_for_both_than_the_best_of_the_frontier(cuba: Ruleset) -> None:
    mine, theirs = points(cuba, 0, (0,), 80), points(cuba, 1, (0, 1, 2), 80)
    found = frontier(cuba.bundles, mine, theirs, ALL)
    ours, others = totals(cuba.bundles, mine), totals(cuba.bundles, theirs)
    for number, mask in enumerate(cuba.bundles.masks):
        for kept in found:
            at = cuba.bundles.index[kept]
            assert mask == 0 or not (ours[number] > ours[at] and others[number] > others[at])


def test_a_ledger_says_what_clauses_are_worth_on_the_mean_of_mandates(cuba: Ruleset) -> None:
    ledger, dice = Ledger(cuba), random.Random(2)
    for _ in range(200):
        mask, side, counts = dice.choice(cuba.bundles.masks), dice.randrange(2), dice.randrange(101)
        values = [clause_value(cuba, side, mandate, mask, counts) for mandate in range(3)]
        assert ledger.value(side, (0, 1, 2), mask, counts) == sum(values) // 3
        assert ledger.value(side, (1,), mask, counts) == values[1]


def test_the_table_weighs_a_bundle_as_signing_it_pays(cuba: Ruleset, talks: list[tuple[State, State, int]]) -> None:
    ledger = Ledger(cuba)
    for _, seen, side in talks[::7]:
        table = Table(ledger, seen, side, ALL)
        assert (table.mine, table.theirs) == (no_deal(cuba, seen, side), no_deal(cuba, seen, 1 - side))
        for prospect in table.prospects:
            assert prospect.mine == worth(cuba, seen, side, prospect.mask)


def test_what_is_asked_of_the_table_fits_or_nothing_does(cuba: Ruleset, talks: list[tuple[State, State, int]]) -> None:
    ledger = Ledger(cuba)
    for _, seen, side in talks[::5]:
        table = Table(ledger, seen, side, ALL)
        for need in range(-10, 100, 15):
            best, kindest = table.best(need), table.kindest(need)
            assert best is None or best.theirs >= need
            assert kindest is None or kindest.mine >= need
            assert best or table.prospects[-1].theirs < need
            assert kindest or table.prospects[0].mine < need


def test_a_letter_tells_which_mandates_its_writer_cannot_have(
    cuba: Ruleset, talks: list[tuple[State, State, int]]
) -> None:
    told = 0
    for _, seen, side in talks:
        left = possible_mandates(cuba, seen, side)
        assert left and set(left) <= {0, 1, 2}
        if not readable(seen, 1 - side):
            assert left == ((seen[READING + side] - 1,) if seen[READING + side] else (0, 1, 2))
            continue
        told += len(left) < 3
        for _, letter in readable(seen, 1 - side):
            for needs, never, _ in (cuba.red_lines[1 - side][mandate] for mandate in left if len(left) < 3):
                mask = bundle_of(cuba, letter)
                assert seen[READING + side] or ((not needs or mask & needs) and not mask & never)
    assert told


def test_the_table_is_the_same_for_equal_views(cuba: Ruleset, talks: list[tuple[State, State, int]]) -> None:
    for state, seen, side in talks[::9]:
        changed = list(state)
        changed[MANDATE + 1 - side] = changed[MANDATE + 1 - side] % 3 + 1
        again = cuba.viewers[side](tuple(changed))
        assert Table(Ledger(cuba), again, side, ALL).prospects == Table(Ledger(cuba), seen, side, ALL).prospects


def test_only_letters_that_have_arrived_can_be_answered(cuba: Ruleset, talks: list[tuple[State, State, int]]) -> None:
    for state, seen, side in talks:
        sent = [letter for letter in state[LETTER + 2 * (1 - side) :][:2] if letter]
        assert {letter for _, letter in readable(seen, 1 - side)} <= set(sent)
