"""What reads one slot alone is looked up; the tables hold what the plain reader of trees works out."""

import pytest
from test_properties import NAMES, game, rules_of

from game.rules.slots import DEAL
from game.rules.tables import Tables
from game.scenario.words import Compare, Const, In, Line, Slot, Sum


@pytest.mark.parametrize("name", NAMES)
def test_every_reckoning_is_what_the_plain_reader_says(name: str) -> None:
    rules = rules_of(name)
    for state, _ in game(rules, 4):
        evaluator = rules.evaluator(state)
        for reckoning, tree in rules.resolved.reckonings.items():
            assert rules.space["RECKONINGS"][reckoning](state) == evaluator.number(tree), reckoning


def test_negative_values_stand_at_the_end_of_a_table() -> None:
    rules = rules_of("cuba1962")
    tables = Tables(rules.slots, rules.resolved)
    slot = next(slot for slot, (low, _) in rules.slots.spans.items() if low < 0)
    low, high = rules.slots.spans[slot]
    row = tables.row(slot, lambda evaluator: evaluator.number(Slot(rules.slots.names[slot])))
    assert all(row[value] == value for value in range(low, high + 1))


def test_lines_of_one_slot_share_a_table_and_a_plain_product_needs_none() -> None:
    rules = rules_of("cuba1962")
    tables = Tables(rules.slots, rules.resolved)
    one, two = (rules.slots.names[slot] for slot in list(rules.slots.limits)[:2])
    found, rest = tables.lines(
        (Line(2, Slot(one)), Line(5, when=Compare(Slot(one), ">", Const(1))), Line(3, Slot(two))), "s"
    )
    assert len(found) == 1 and rest == [Line(3, Slot(two))]
    assert tables.look_up(rules.slots.index[one], Sum((Line(1, Slot(one)),)), "s") not in found


def test_guards_of_one_slot_become_bits_by_value_and_the_others_stay_tests() -> None:
    rules = rules_of("cuba1962")
    tables = Tables(rules.slots, rules.resolved)
    none, both = In("deal", (0,), 3), Compare(Slot("deal"), ">", Slot("day"))
    bits, rest = tables.guards([(1, (none,)), (2, (none, both)), (4, ())], 7)
    assert bits == {DEAL: (7, 4, 4)} and rest == [(2, both)]
