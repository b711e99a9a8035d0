"""A forecast reads the view alone, is the same for the same view, and holds the truth where that can be worked out."""

from pathlib import Path

import pytest
from random_matches import decisions
from toy import Game, toy

from game.analysis.forecast import Counts, Foresight, Question, forecast, step
from game.players.player import Choice, Draw, random_player
from game.rules.moves import chance_outcomes, legal_moves
from game.rules.notation import parse_move
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide, other
from game.rules.slots import ACTOR, CHANCE, ENDING, MANDATE, OVER, READING, State
from game.rules.transition import apply
from game.rules.view import view

BUSY = (Path(__file__).parents[1] / "rules" / "busy.yaml").read_text("utf-8")
TINY = """
calendar: {days: 3}
clauses: {give: {when: heat >= 99}, take: {when: heat >= 99}}
incidents: {clash: {odds: 2000, war: 5000, ends_in: war, answered_by: red, options: {shrug: {}, frown: {}}}}
"""


def exact(rules: Ruleset, state: State) -> float:
    """Returns the chance of war from a state on where whatever the sides may do comes to the same."""
    if state[ACTOR] == OVER:
        return float(rules.scenario.endings[rules.endings[state[ENDING] - 1]].war is not None)
    if state[ACTOR] != CHANCE:
        return exact(rules, apply(rules, state, legal_moves(rules, state).listed[0]))
    outcomes = chance_outcomes(rules, state)
    chances = [weight * exact(rules, apply(rules, state, move)) for move, weight in outcomes]
    return sum(chances) / sum(weight for _, weight in outcomes)


def accepting(rules: Ruleset, view: State, draw: Draw) -> Choice:
    """Accepts the last letter it can, or else does the first thing it may."""
    listed = legal_moves(rules, view).listed
    taken = [
        move for move in listed if rules.ids.answer <= move < rules.ids.comply and not (move - rules.ids.answer) % 2
    ]
    return Choice(taken[-1] if taken else listed[0])


def refusing(rules: Ruleset, view: State, draw: Draw) -> Choice:
    return Choice(legal_moves(rules, view).listed[0])


def offered(players: BySide) -> float:
    """Returns the forecast chance that red's letter is accepted."""
    game = Game()
    move = parse_move(game.rules, game.state, "offer post give for take")
    question = Question(view(game.rules, game.state, 0), 0, move)
    counts = Foresight(game.rules, players).count(question, 0, 10)
    said = forecast(question, counts, game.rules).accepted
    assert said
    return said.rate


def test_the_interval_holds_the_truth_as_often_as_it_claims() -> None:
    held, odds = 0, range(500, 4_500, 200)
    for one in odds:
        game = Game(TINY.replace("odds: 2000", f"odds: {one}"))
        *_, last = Foresight(game.rules).refined(Question(view(game.rules, game.state, 0), 0), 300)
        assert (last.games, last.settled.rate, last.accepted) == (300, 0, None)
        assert 0 < last.war.high - last.war.low < 0.12
        held += last.war.low <= exact(game.rules, game.state) <= last.war.high
    assert held >= len(odds) - 3


def test_the_same_view_gives_the_same_figures_however_the_games_are_divided() -> None:
    rules = toy(BUSY)
    for state in decisions(rules, 2, 5)[::9]:
        question = Question(view(rules, state, state[ACTOR]), state[ACTOR])
        whole = Foresight(rules).count(question, 0, 12)
        assert Foresight(rules).count(question, 0, 5) + Foresight(rules).count(question, 5, 7) == whole
        assert whole.games == 12


def test_nothing_that_the_view_hides_is_read() -> None:
    rules = toy(BUSY)
    for state in decisions(rules, 2, 6)[::9]:
        side = state[ACTOR]
        twin = list(state)
        twin[MANDATE + other(side)] = 1 + twin[MANDATE + other(side)] % len(rules.mandates[other(side)])
        twin[READING + other(side)] = 0
        views = [view(rules, one, side) for one in (state, tuple(twin))]
        assert views[0] == views[1]
        figures = [Foresight(rules).count(Question(one, side), 0, 6) for one in views]
        assert figures[0] == figures[1]


def test_figures_get_surer_step_by_step_and_the_first_rest_on_few_games() -> None:
    game = Game(TINY)
    told = [*Foresight(game.rules).refined(Question(view(game.rules, game.state, 0), 0), 200)]
    assert [one.games for one in told] == [25, 100, 175, 200]
    widths = [one.war.high - one.war.low for one in told]
    assert widths == sorted(widths, reverse=True)
    assert step(200, 200) == 0


def test_an_offer_is_as_likely_accepted_as_that_very_letter_is() -> None:
    assert offered(BySide(refusing, accepting)) == 1
    assert offered(BySide(accepting, refusing)) == 0
    assert 0 < offered(BySide(random_player, random_player)) < 1


def test_another_letter_that_is_accepted_does_not_count() -> None:
    game = Game("channels: {wire: {}}")
    game.play("offer wire give for take")
    move = parse_move(game.rules, game.state, "offer post give for take")
    question = Question(view(game.rules, game.state, 0), 0, move)

    def first_letter(rules: Ruleset, view: State, draw: Draw) -> Choice:
        listed = legal_moves(rules, view).listed
        return Choice(next((move for move in listed if move == rules.ids.answer), listed[0]))

    counts = Foresight(game.rules, BySide(refusing, first_letter)).count(question, 0, 5)
    assert (counts.settled, counts.accepted) == (5, 0)


def test_who_writes_waits_for_the_answer_before_signing_what_lies_open() -> None:
    game = Game("channels: {wire: {}}")
    game.play("act wait", "offer wire take for give", "act wait", "chance quiet")
    move = parse_move(game.rules, game.state, "offer post give for take")
    question = Question(view(game.rules, game.state, 0), 0, move)
    assert Foresight(game.rules, BySide(accepting, accepting)).count(question, 0, 5).accepted == 5
    assert Foresight(game.rules, BySide(accepting, refusing)).count(question, 0, 5).settled == 5


def test_a_move_that_ends_the_match_is_known_for_certain() -> None:
    game = Game("acts: {red: {strike: {ends_in: war}}}")
    question = Question(view(game.rules, game.state, 0), 0, parse_move(game.rules, game.state, "act strike"))
    assert Foresight(game.rules).count(question, 0, 3) == Counts(3, 3, 0, 0, 0, 0)


@pytest.mark.parametrize("side", [0, 1])
def test_scores_are_those_of_the_side_that_asks(side: int) -> None:
    game = Game("scores: {red: {base: 30, per our terms: null}, blue: {base: 60, per our terms: null}}")
    question = Question(view(game.rules, game.state, side), side)
    score = forecast(question, Foresight(game.rules).count(question, 0, 4), game.rules).score
    assert (score.rate, score.low, score.high) == ((30, 30, 30), (60, 60, 60))[side]
