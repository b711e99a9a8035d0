"""Sources of one side that err more or less: the same faces, other odds, never worse than a guess."""

import pytest
from toy import toy

from game.rules.intelligence import error_odds, with_errors
from game.rules.ruleset import Ruleset

SPIES = """
acts:
  red:
    spy: {visibility: secret, studies: {what: their mandate, right: 6000}}
    poll: {visibility: secret, studies: {what: their home, error: {-10: 2000, 0: 7000, 10: 1000}}}
    rumour: {visibility: secret, studies: {what: their home, error: {-10: 5000, 10: 5000}}}
  blue: {spy: {visibility: secret, studies: {what: their mandate, right: 6000}}}
mandates: {blue: {one: {wants: {give: 1}}, two: {wants: {give: 2}}}}
"""


def errors(percent: int, side: int = 0) -> list[dict[int, int]]:
    rules = with_errors(toy(SPIES), side, percent)
    return [error_odds(rules, study) for study in rules.studies.values() if study.side == 0]


def test_sources_err_as_they_are_written_or_by_a_percentage_of_it() -> None:
    assert errors(100) == [{0: 6_000}, {-10: 2_000, 0: 7_000, 10: 1_000}, {-10: 5_000, 10: 5_000}]
    assert errors(50) == [{0: 8_000}, {-10: 1_000, 0: 8_500, 10: 500}, {-10: 5_000, 10: 5_000}]
    assert errors(150)[1] == {-10: 3_000, 0: 5_500, 10: 1_500}


def test_no_source_is_worse_than_a_guess() -> None:
    assert errors(200)[0] == {0: 3_360}
    assert errors(200, side=1) == errors(100)


@pytest.mark.parametrize("percent", [25, 60, 130, 200])
def test_the_faces_and_their_sum_stay(percent: int) -> None:
    rules = toy(SPIES)

    def rows(of: Ruleset) -> list[tuple[tuple[int, int], ...]]:
        return [row for study in of.studies.values() for row in study.outcomes]

    for before, after in zip(rows(rules), rows(with_errors(rules, 0, percent)), strict=True):
        assert [face for face, _ in before] == [face for face, _ in after]
        assert sum(odds for _, odds in before) == sum(odds for _, odds in after) and all(odds for _, odds in after)


def test_the_rules_given_are_left_as_they_are() -> None:
    rules = toy(SPIES)
    assert with_errors(rules, 0, 50).studies != rules.studies
    assert with_errors(rules, 0, 100) is rules
