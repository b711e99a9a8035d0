"""The account of risk adds up to the odds of every night, and what a move does not do is not laid at its door."""

from pathlib import Path

import pytest
from random_matches import played
from toy import toy

from game.analysis.risk import brushes, is_nightfall, nights
from game.match.match import Match
from game.match.replay import past
from game.rules.compile import compile_ruleset
from game.rules.odds import war_tonight
from game.rules.ruleset import Ruleset
from game.rules.slots import DAY
from game.scenario.loader import load_scenario

BUSY = (Path(__file__).parents[1] / "rules" / "busy.yaml").read_text("utf-8")
STEPS = """
calendar: {days: 4}
acts:
  red: {threaten: {rung: 2, changes: {heat: +20}}, soothe: {rung: -1, changes: {heat: -10}}}
  blue: {threaten_too: {rung: 2, changes: {heat: +10}}, brood: {}}
incidents:
  clash: {odds: {base: 100, per heat above 30: 20}, war: 5000, ends_in: war, answered_by: red,
    options: {shrug: {}, frown: {changes: {heat: +10}}}}
"""


@pytest.fixture(scope="module")
def crisis() -> Ruleset:
    loaded = load_scenario("cuba1962")
    return compile_ruleset(loaded.scenario, loaded.resolved)


def finished(rules: Ruleset, seed: int) -> Match:
    *_, match = played(rules, seed)
    return match


def played_out(rules: Ruleset, *moves: str) -> Match:
    """Returns a match in which both sides make the moves given, then wait, and every die falls on its last face."""
    match, left = Match(rules, mandates={"red": "plain", "blue": "plain"}), list(moves)
    while match.actor is not None:
        match.push(left.pop(0) if left else "act wait")
        while match.side is None and match.outcome is None:
            match.push(match.legal_moves and list(match.legal_moves)[-1])
    return match


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("scenario", ["busy", "crisis"])
def test_the_shares_of_a_night_add_up_to_its_odds(scenario: str, seed: int, crisis: Ruleset) -> None:
    rules = toy(BUSY) if scenario == "busy" else crisis
    match = finished(rules, seed)
    fell = {state[DAY]: war_tonight(rules, state) for state in match.states if is_nightfall(state)}
    found = nights(match)
    assert {night.day: night.war for night in found} == fell
    for night in found:
        assert night.itself + sum(share.odds for share in night.shares) == night.war
        assert all(share.odds and match.history[share.ply].day <= night.day for share in night.shares)


def test_a_share_is_what_the_move_adds_to_the_odds() -> None:
    match = played_out(toy(STEPS), "act threaten", "act threaten_too", "act soothe")
    first, second, *_ = nights(match)
    assert [(share.move, share.odds) for share in first.shares] == [("act threaten", 200), ("act threaten_too", 100)]
    assert first.itself == 50 and first.war == 350
    assert [(share.move, share.odds) for share in second.shares][2:] == [("act soothe", -100)]


def test_an_act_whose_lines_are_taken_out_has_no_share() -> None:
    tame = toy(STEPS.replace("threaten_too: {rung: 2, changes: {heat: +10}}", "threaten_too: {}"))
    for night in nights(played_out(tame, "act threaten", "act threaten_too")):
        assert {share.move for share in night.shares} == {"act threaten"}


def test_what_nobody_did_is_the_crisis_itself() -> None:
    for night in nights(played_out(toy(STEPS))):
        assert night.war == night.itself == 50 and not night.shares


def test_the_path_of_history_was_most_dangerous_on_the_night_of_the_27th(crisis: Ruleset) -> None:
    match = past(crisis).match
    worst = max(nights(match), key=lambda night: night.war)
    assert crisis.scenario.calendar.first_day.day + worst.day - 1 == 27


def test_every_die_on_war_that_was_cast_is_told(crisis: Ruleset) -> None:
    found = brushes(past(crisis).match)
    assert found and not any(brush.war for brush in found)
    assert all(0 < brush.odds < 10_000 and brush.incident in crisis.incidents for brush in found)
    assert {bool(brush.answer) for brush in found} == {True, False}


def test_a_night_that_ended_in_war_ends_the_account() -> None:
    rules = toy(STEPS.replace("odds: {base: 100", "odds: {base: 5000"))
    matches = [finished(rules, seed) for seed in range(10)]
    wars = [match for match in matches if match.outcome and match.outcome.war]
    assert wars
    for match in wars:
        assert nights(match)[-1].day == match.day
        assert brushes(match)[-1].war
