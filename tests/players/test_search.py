"""The expert: repeatable, from its view alone, better than a guess, and it says what it expects."""

from re import fullmatch
from time import perf_counter

import pytest
from toy import Game

from game.errors import KnotError
from game.match.dice import draws
from game.match.match import Match
from game.players.naming import move_name
from game.players.player import random_player
from game.players.roster import player, seat
from game.players.search import FEWEST, MOST, Limit, Line, expert
from game.rules.moves import legal_moves
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.view import view

DANGER = """
acts:
  red: {dare: {ends_in: war}, press: {changes: {our standing: +20}}}
scores: {red: {per our terms: 1, percent of our standing: 50}, blue: {per our terms: 1}}
calendar: {days: 4}
"""
LETTER = "act wait", "offer post give for take"


def decided(game: Game, rollouts: int, seed: int = 1) -> str:
    side = game.state[0]
    choice = expert(game.rules, Limit(rollouts))(game.rules, view(game.rules, game.state, side), draws(seed, 5, side))
    return format_move(game.rules, game.state, choice.move)


def test_the_same_draw_and_number_of_games_give_the_same_choice(busy: Ruleset) -> None:
    for seed in range(4):
        match, twin = Match(busy, seed=seed), expert(busy, Limit(24))
        expected = [match.ask(expert(busy, Limit(24))) for _ in range(2)]
        assert expected == [match.ask(twin) for _ in range(2)]


def test_every_choice_is_legal_in_the_true_state(busy: Ruleset) -> None:
    program = expert(busy, Limit(8))
    for seed in range(6):
        match = Match(busy, seed=seed)
        while match.actor is not None:
            move = match.ask(program).move
            assert move in legal_moves(busy, match.state)
            match.play(move)


def test_it_does_not_go_to_war_when_it_need_not() -> None:
    assert {decided(Game(DANGER), 40, seed) for seed in range(8)} <= {"act press", "act wait"} | set(
        Game(DANGER).offers
    )


def test_it_signs_what_is_better_than_no_deal() -> None:
    good = "mandates: {red: {plain: {wants: {take: 60, give: -5}}}}\nacts: {red: {dare: {ends_in: war}}}"
    game = Game(good).play(*LETTER).pass_days()
    assert decided(game, 60) == "accept 1"


def test_it_does_not_sign_what_is_worse_than_no_deal() -> None:
    bad = "mandates: {red: {plain: {wants: {take: 1, give: -60}}}}\nendings: {drift: {scores: {red: 40, blue: 0}}}"
    game = Game(bad).play(*LETTER).pass_days()
    assert all(decided(game, 60, seed) != "accept 1" for seed in range(5))


def test_it_says_what_it_expects_and_what_it_weighed() -> None:
    game = Game(DANGER).play(*LETTER).pass_days()
    said = expert(game.rules, Limit(60))(game.rules, view(game.rules, game.state, 0), draws(1, 5, 0)).because
    figures = r"I expect \d+ points of this, and war in \d+ of 100 cases. I also weighed: .+, \d+; .+, \d+\."
    assert fullmatch(figures, said)


def test_where_there_is_one_move_nothing_is_searched() -> None:
    game = Game("channels: {post: {when: phase is hot}}")
    choice = expert(game.rules, Limit(10**5))(game.rules, view(game.rules, game.state, 0), draws(1, 5, 0))
    assert choice.because == "There is nothing else to do."


@pytest.mark.parametrize(("rollouts", "rounds", "moves"), [(200, 4, 12), (60, 3, 6), (1, 5, 30)])
def test_a_number_of_games_is_shared_by_rounds_and_moves_and_every_move_is_tried(
    rollouts: int, rounds: int, moves: int
) -> None:
    count = len(list(Limit(rollouts).passes(rounds, moves)))
    assert count == max(1, round(rollouts / rounds / moves))


def test_seconds_are_shared_by_rounds() -> None:
    start = perf_counter()
    assert len(list(Limit(seconds=1).passes(20, 3))) >= 1
    assert 0.04 < perf_counter() - start < 0.5


def test_more_games_look_at_more_moves() -> None:
    widths = [Limit(rollouts).width for rollouts in (1, 30, 60, 10_000)]
    assert widths == sorted(widths) and (widths[0], widths[-1]) == (FEWEST, MOST) and Limit(seconds=1).width == MOST


def test_a_lead_counts_only_beyond_doubt() -> None:
    habit = Line(1, [10.0, 30.0, 20.0, 20.0])
    assert Line(2, [15.0, 35.0, 25.0, 26.0]).leads(habit)
    assert not Line(2, [80.0, 0.0, 0.0, 4.0]).leads(habit)
    assert not Line(2, list(habit.scores)).leads(habit)


def test_moves_have_the_names_of_the_scenario(busy: Ruleset) -> None:
    kinds = set()
    for seed in range(30):
        match = Match(busy, seed=seed)
        while match.actor is not None:
            for move in legal_moves(busy, match.state).listed:
                assert move_name(busy, match.view(match.actor), move)
            move = match.ask(random_player).move
            kinds.add(format_move(busy, match.state, move).split()[0])
            assert "_" not in move_name(busy, match.view(match.actor), move)
            match.play(move)
    assert {"act", "offer", "accept", "refuse", "answer"} <= kinds


def test_the_roster_knows_the_expert_by_games_or_seconds(busy: Ruleset) -> None:
    assert seat(busy, "expert:20", 0) and seat(busy, "expert:2s", 1)


@pytest.mark.parametrize("who", ["expert", "expert:", "expert:0", "expert:x", "expert:-2", "expert:2m", "expert:١"])
def test_an_expert_without_a_limit_is_refused_in_one_line(busy: Ruleset, who: str) -> None:
    with pytest.raises(KnotError, match="does not say how long it may think: expert:200") as refused:
        player(busy, who, 0)
    assert "\n" not in str(refused.value)
