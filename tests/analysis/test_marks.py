"""Marks of decisions: planted blunders and only moves are found with the better move, and even decisions get none."""

import pytest
from toy import Game, toy

from game.analysis.bench import tools
from game.analysis.estimate import exactly
from game.analysis.marks import Decision, Pair, closer, judged, looks, mark, turning_points, weighed
from game.match.findings import Estimate
from game.rules.notation import parse_move

CHOICES = """
calendar: {days: 2}
acts:
  red:
    blunder: {changes: {our standing: -12}}
    slip: {changes: {our standing: -4}}
    shine: {changes: {our standing: +20}}
channels: {post: {when: heat >= 99}}
scores: {red: {per our standing: 1}, blue: {per our standing: 1}}
incidents: {clash: {odds: 3000, war: 5000, ends_in: war, answered_by: red, options: {shrug: {}, frown: {}}}}
"""
EVEN = CHOICES.replace("-12", "+0").replace("-4", "+1").replace("+20", "+1")
ROLLOUTS = 60


def judgement(changes: str, move: str, seed: int = 1, rollouts: int = ROLLOUTS):
    """Returns how a move of red's first turn is judged."""
    game = Game(changes)
    decision = Decision(2, game.state, parse_move(game.rules, game.state, move), seed)
    pair = weighed(tools(game.rules), decision, rollouts)
    assert pair
    return judged(game.rules, decision, pair)


@pytest.mark.parametrize(("move", "sign"), [("act blunder", "??"), ("act wait", "??"), ("act shine", "!")])
def test_a_planted_move_is_marked_with_the_better_one(move: str, sign: str) -> None:
    found = judgement(CHOICES, move)
    assert found.mark == sign
    assert found.other == ("act wait" if move == "act shine" else "act shine")
    assert found.lead.low <= found.lead.mean <= found.lead.high


def test_a_smaller_slip_gets_the_smaller_mark() -> None:
    without = CHOICES.replace("    shine: {changes: {our standing: +20}}\n", "")
    assert judgement(without, "act slip").mark in ("", "?!")
    assert judgement(without.replace("-4", "-7"), "act slip").mark == "?!"
    assert judgement(without.replace("-4", "-9"), "act slip").mark == "?"


@pytest.mark.parametrize("seed", range(20))
def test_decisions_in_which_all_is_as_good_are_not_marked(seed: int) -> None:
    assert judgement(EVEN, "act wait", seed).mark == ""


def test_a_judgement_is_the_same_every_time_and_another_with_other_chance() -> None:
    assert judgement(CHOICES, "act slip", 7) == judgement(CHOICES, "act slip", 7)
    assert judgement(CHOICES, "act slip", 7).own != judgement(CHOICES, "act slip", 8).own


def test_what_is_no_choice_is_not_judged() -> None:
    game = Game("channels: {post: {when: heat >= 99}}")
    decision = Decision(2, game.state, parse_move(game.rules, game.state, "act wait"), 1)
    assert weighed(tools(game.rules), decision, ROLLOUTS) is None


@pytest.mark.parametrize(
    ("lead", "error", "over", "sign"),
    [
        (-10.0, 0.0, None, "??"),
        (-11.0, 1.0, None, "?"),
        (-5.0, 0.0, None, "?"),
        (-3.0, 0.0, None, "?!"),
        (-4.9, 1.0, None, ""),
        (2.0, 0.0, 5.0, "!"),
        (2.0, 0.1, 9.0, ""),
        (9.0, 0.0, 4.9, ""),
        (9.0, 0.0, None, ""),
    ],
)
def test_marks_are_given_at_two_standard_errors(lead: float, error: float, over: float | None, sign: str) -> None:
    half = error * 1.959964
    found = Estimate(lead, lead - half, lead + half, 100)
    assert mark(found, None if over is None else exactly(over)) == sign


def test_turning_points_are_the_decisions_on_which_most_hangs_for_sure() -> None:
    leads = [0.0, -9.0, 4.0, 0.5, -2.0, 7.0, 1.0]
    pairs: list[Pair | None] = [Pair(1, [lead, lead], [0.0, 0.0]) for lead in leads]
    unsure = Pair(1, [60.0, -20.0], [0.0, 0.0])
    assert turning_points([None, *pairs, unsure]) == [2, 3, 5, 6, 7]


def test_a_closer_look_shares_its_games_out() -> None:
    rules, game = toy(CHOICES), Game(CHOICES)
    decision = Decision(2, game.state, parse_move(rules, game.state, "act wait"), 1)
    parts = closer(decision, Pair(0), 400)
    assert len(parts) == looks(400) == 4
    assert [number for part in parts for number in part.keywords["games"]] == list(range(1_000))
