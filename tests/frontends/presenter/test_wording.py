"""Odds, dates and signs are spelled one way; conditions and sums can be read aloud."""

from datetime import UTC, date, datetime

import pytest

from game.frontends.presenter.events import number_event
from game.frontends.presenter.reasons import Wording, largest_lines, unmet
from game.frontends.presenter.words import (
    by_name,
    clock,
    full_date,
    halves,
    listed,
    minus,
    odds,
    sentence,
    short_date,
    signed,
)
from game.match.match import Match
from game.rules.preview import Line
from game.rules.ruleset import Ruleset
from game.rules.slots import DEAL, NO_DEAL, STRUCK
from game.scenario.story import Term
from game.scenario.words import In


@pytest.mark.parametrize("text", ["They roll out", "They roll out.", "Will they?", "Moscow: “No.”"])
def test_a_sentence_has_one_full_stop_or_none_after_another_mark(text: str) -> None:
    assert sentence(text) == sentence(sentence(text)) and not sentence(text).endswith(("..", "?.", "”."))
    assert sentence("They roll out") == "They roll out."


@pytest.mark.parametrize(
    ("chance", "percent", "one_in"),
    [
        (0, "0 %", "none"),
        (3, "under 0.1 %", "1 in 3,333"),
        (340, "3.4 %", "1 in 29"),
        (1_250, "13 %", "1 in 8"),
        (7_000, "70 %", "7 in 10"),
        (10_000, "100 %", "certain"),
    ],
)
def test_odds_are_spelled_as_per_cent_and_as_one_in(chance: int, percent: str, one_in: str) -> None:
    assert (odds(chance).percent, odds(chance).one_in) == (percent, one_in)


def test_dates_and_numbers() -> None:
    assert full_date(date(1901, 4, 2)) == "Tuesday 2 April 1901"
    assert short_date(date(1901, 4, 2)) == "2 Apr"
    assert [signed(2), signed(0), signed(-2), minus(-3)] == ["+2", "0", "−2", "−3"]
    assert [halves(0), halves(1), halves(5)] == ["0", "½", "2½"]
    assert [listed([]), listed(["a"]), listed("abc")] == ["", "a", "a, b and c"]


def test_every_condition_and_sum_of_a_scenario_can_be_put_into_words(rules: Ruleset) -> None:
    wording, state = Wording(rules), Match(rules, seed=1).state
    for tests in rules.resolved.conditions.values():
        assert all(wording.test(test) and wording.test(test, no=True) for test in tests)
    for total in rules.resolved.sums.values():
        lines = largest_lines(rules, state, total)
        assert len(lines) <= 3
        assert all(name and amount for name, amount in lines)


def test_the_largest_lines_of_a_plain_sum_add_up_to_it(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    total = strait.resolved.sums[("incidents", "shot", "odds")]
    lines = largest_lines(strait, match.state, total, 9)
    assert sum(amount for _, amount in lines) == strait.evaluator(match.state).number(total)


def test_a_moment_with_a_zone_says_so() -> None:
    assert clock(datetime(1962, 10, 16, 12, 45, tzinfo=UTC)) == "16 Oct 12:45 GMT"
    assert clock(datetime(1901, 4, 2, 9, 0)) == "2 Apr 09:00"


def test_a_glossary_is_told_from_a_to_z() -> None:
    terms = [Term(name=name, text="…") for name in ("R-12", "fkr", "DEFCON")]
    assert [term.name for term in by_name(terms)] == ["DEFCON", "fkr", "R-12"]


def test_what_a_deal_has_closed_says_so(strait: Ruleset) -> None:
    state = list(Match(strait, seed=1).state)
    test = In("deal", (NO_DEAL,), 3)
    assert unmet(strait, tuple(state), [test]) == ""
    state[DEAL] = STRUCK
    assert unmet(strait, tuple(state), [test]) == "not possible once a deal is signed"


def test_an_event_says_in_plain_words_whose_trust_in_whom_has_changed(strait: Ruleset) -> None:
    lines = [Line("trust", strait.scenario.roles.trust, side, 40, 45) for side in (0, 1)]
    assert [number_event(strait, line, 1).text for line in lines] == [
        "Nordhaven's trust in Suderby: 40 → 45",
        "Suderby's trust in Nordhaven: 40 → 45",
    ]
