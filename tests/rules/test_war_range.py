"""The range of tonight's war odds is the whole tree of night and morning, from careful answers to reckless ones."""

from fractions import Fraction
from pathlib import Path

import pytest
from random_matches import decisions
from toy import Game, toy

from game.rules.moves import chance_outcomes, legal_moves
from game.rules.notation import format_move
from game.rules.odds import nightfall, war_range, war_tonight
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, ENDING, INCIDENT, MOVE, NODE, OVER, PENDING, State
from game.rules.transition import apply
from game.rules.view import view

BUSY = Path(__file__).parent / "busy.yaml"
CLASH = """
incidents:
  clash:
    odds: 1000
    war: 500
    ends_in: war
    answered_by: ANSWERER
    options: {yield: {changes: {heat: -1}}, shoot: {out_of_hand: 2000, changes: {heat: +9}}}
"""


def walked(rules: Ruleset, state: State, worst: bool) -> Fraction:
    """Returns the chance of war from a state on by every die and the best or worst answers, in exact fractions."""
    if state[ACTOR] == OVER:
        return Fraction(rules.scenario.endings[rules.endings[state[ENDING] - 1]].war is not None)
    if state[ACTOR] == CHANCE:
        outcomes = chance_outcomes(rules, state)
        chances = [weight * walked(rules, apply(rules, state, move), worst) for move, weight in outcomes]
        return sum(chances, Fraction(0)) / sum(weight for _, weight in outcomes)
    if state[NODE] == INCIDENT:
        choose = max if worst else min
        return choose(walked(rules, apply(rules, state, move), worst) for move in legal_moves(rules, state))
    if state[NODE] == MOVE and state[ACTOR] == 0 and state[PENDING]:
        draft = list(state)
        rules.begin(draft, 1)
        return walked(rules, tuple(draft), worst) if draft[NODE] == INCIDENT else Fraction(0)
    return Fraction(0)


def test_the_range_is_the_whole_tree_of_night_and_morning() -> None:
    rules = toy(BUSY.read_text("utf-8"))
    for mine in [view(rules, state, state[ACTOR]) for state in decisions(rules, 6, 8)[::7]]:
        for value, worst in zip(war_range(rules, mine), (False, True), strict=True):
            assert abs(value - walked(rules, nightfall(mine), worst) * 10_000) <= Fraction(1, 2)


def test_the_range_is_never_below_the_war_odds_of_tonights_incidents_alone() -> None:
    rules = toy(BUSY.read_text("utf-8"))
    for mine in [view(rules, state, state[ACTOR]) for state in decisions(rules, 10, 9)[::5]]:
        low, high = war_range(rules, mine)
        assert war_tonight(rules, mine) <= low <= high <= 10_000


@pytest.mark.parametrize("answerer", ["red", "blue"])
def test_careful_and_reckless_answers_of_either_side_are_the_two_ends(answerer: str) -> None:
    game = Game(CLASH.replace("ANSWERER", answerer))
    mine = view(game.rules, game.state, 0)
    assert war_tonight(game.rules, mine) == 50
    assert war_range(game.rules, mine) == (50, 50 + 190)


def test_an_incident_that_still_waits_for_its_answer_counts() -> None:
    game = Game(CLASH.replace("ANSWERER", "red"))
    game.play("act wait", "act wait", "chance clash", "chance war no")
    while game.to_move == "chance":
        game.play(list(game.outcomes)[-1])
    assert "answer shoot" in [format_move(game.rules, game.state, move) for move in legal_moves(game.rules, game.state)]
    assert war_range(game.rules, view(game.rules, game.state, 0)) == (0, 2_000)


def test_nothing_can_come_any_more_once_it_is_over() -> None:
    game = Game("endings: {end: {name: End, text: Over., when: heat >= 30}}")
    assert game.to_move == "over"
    assert war_range(game.rules, game.state) == (0, 0)
