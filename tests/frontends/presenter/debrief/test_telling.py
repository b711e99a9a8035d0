"""What a debrief tells first: points, what cost most and what would have been better, the deal, what a war came of."""

from dataclasses import replace

import pytest

from game.frontends.presenter.debrief.debriefing import BrushCard, ChanceCard, DebriefScreen, RiskPart
from game.frontends.presenter.debrief.telling import telling
from game.frontends.presenter.words import odds
from game.match.match import Match
from game.match.replay import past
from game.scenario.loader import load_scenario

BRUSH = BrushCard("27 Oct", "A shot", "Fire back", odds(900), True, "")
CHANCE = ChanceCard(9, "24 Oct", "this for that", (63, 42), (30, 20), 105)


@pytest.fixture(scope="module")
def match() -> Match:
    return past(load_scenario("cuba1962")).match


def told(match: Match, of: DebriefScreen, **changes: object) -> str:
    return "\n".join(telling(match, replace(of, **changes)))


def test_the_points_come_first_and_what_happened_in_fact_last(match: Match, history: DebriefScreen) -> None:
    first, *_, last = history.summary
    assert all(f"{of.score}" in first and history.capitals[of.side] in first for of in history.leaders)
    assert last.startswith("What happened in fact")


def test_each_side_is_told_what_cost_it_most_and_what_was_better(match: Match, history: DebriefScreen) -> None:
    for side, capital in enumerate(history.capitals):
        found = [move for move in history.moves if move.side == side]
        worst, lesser = replace(found[3], mark="??"), replace(found[5], mark="?")
        worst = replace(worst, lead=replace(worst.lead, value=-20.0, text="−20.0 ± 1.0"), short="Wait", instead="Go")
        lesser = replace(lesser, lead=replace(lesser.lead, value=-7.0))
        said = told(match, history, moves=(lesser, worst))
        assert f"What cost {capital} most: “Wait” on {worst.date}. “Go” promised it 20.0 ± 1.0 points more." in said
        assert said.count("What cost") == 1
        other = told(match, history, moves=(replace(worst, instead="Wait"),))
        assert "A letter of other terms promised" in other
    none = told(match, history, moves=tuple(replace(move, mark="") for move in history.moves))
    assert "What cost" not in none and "No decision of either side fell short" in none


def test_a_deal_is_set_against_the_best_and_where_none_was_the_one_missed(match: Match, history: DebriefScreen) -> None:
    assert history.frontier and history.frontier.signed and history.frontier.sentence in history.summary
    none = replace(history.frontier, signed=False)
    assert "63 points to Washington and 42 to Moscow" in told(match, history, frontier=none, chances=(CHANCE,))
    assert "on 1 morning there was one" in told(match, history, frontier=none, chances=(CHANCE,))
    assert "on no morning" in told(match, history, frontier=None, chances=())


def test_a_war_that_nobody_ordered_is_told_with_what_it_came_of(match: Match, history: DebriefScreen) -> None:
    assert "Nobody ordered" not in told(match, history)
    said = told(match, history, brushes=(BRUSH,))
    assert "it came of “A shot”, answered “Fire back”, on 27 Oct, at a chance of 9.0 % once it was answered so" in said
    *others, last = history.nights
    parts = RiskPart("The crisis itself", None, 5, "+0.05 %"), RiskPart("Climb (27 Oct)", 1, 400, "+4.00 %")
    said = told(match, history, brushes=(BRUSH,), nights=(*others, replace(last, parts=parts)))
    assert "Most of that night's danger came of this: Climb (27 Oct), by Moscow." in said
    assert "“A shot”, on 27 Oct" in told(match, history, brushes=(replace(BRUSH, answer=""),))
