"""Rollouts: the same numbers give the same end, each player sees its own view, and leaders play them."""

import random
from statistics import fmean, pstdev

import pytest
from toy import Game

from game.errors import KnotError
from game.players.player import Choice, Draw, random_player
from game.players.rollout import expectation, forked, historical, historical_name, rollout
from game.rules.outcome import outcome
from game.rules.play import playout
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, OVER, State
from game.rules.view import view

BOTH_RANDOM = BySide(random_player, random_player)


def test_a_rollout_reaches_an_end_that_follows_from_the_numbers_drawn(busy: Ruleset) -> None:
    ends = [rollout(busy, busy.start, BOTH_RANDOM, random.Random(seed).random) for seed in range(30)]
    assert ends == [rollout(busy, busy.start, BOTH_RANDOM, random.Random(seed).random) for seed in range(30)]
    assert all(outcome(busy, end) for end in ends) and len(set(ends)) > 20


def test_dice_fall_in_rollouts_as_in_random_play(busy: Ruleset) -> None:
    def wars(play_on) -> int:  # type: ignore[no-untyped-def]
        results = [outcome(busy, play_on(random.Random(seed).random)) for seed in range(600)]
        return sum(result is not None and result.war is not None for result in results)

    rolled = wars(lambda chance: rollout(busy, busy.start, BOTH_RANDOM, chance))
    assert abs(rolled - wars(lambda chance: playout(busy, chance)[0])) < 60


def test_players_of_a_rollout_see_their_own_view() -> None:
    game = Game("mandates: {blue: {proud: {wants: {give: 5}}}}", ("plain", "proud"))

    def watching(rules: Ruleset, seen: State, draw: Draw) -> Choice:
        assert seen == view(rules, seen, seen[ACTOR])
        return random_player(rules, seen, draw)

    assert rollout(game.rules, game.state, BySide(watching, watching), random.Random(1).random)


def test_the_historical_leaders_play_where_they_are_written_and_random_play_elsewhere(strait: Ruleset) -> None:
    assert [historical_name(strait, side) for side in (0, 1)] == ["clerk", None]
    leaders = historical(strait)
    assert leaders.second is random_player and leaders.first is not random_player
    assert outcome(strait, rollout(strait, strait.start, leaders, random.Random(2).random))


def test_a_rollout_of_a_finished_game_is_that_game(busy: Ruleset) -> None:
    end = rollout(busy, busy.start, BOTH_RANDOM, random.Random(0).random)

    def nobody(rules: Ruleset, seen: State, draw: Draw) -> Choice:
        raise KnotError("nobody is asked")

    assert rollout(busy, end, BySide(nobody, nobody), random.Random(0).random) == end
    with pytest.raises(KnotError):
        rollout(busy, busy.start, BySide(nobody, nobody), random.Random(0).random)


def test_an_expectation_is_the_mean_of_rollouts_and_varies_less(busy: Ruleset) -> None:
    seeds = range(600)
    ends = [outcome(busy, rollout(busy, busy.start, BOTH_RANDOM, random.Random(seed).random)) for seed in seeds]
    wars = [float(end is not None and end.war is not None) for end in ends]
    expected = [expectation(busy, busy.start, BOTH_RANDOM, random.Random(seed).random).war for seed in seeds]
    assert all(0 <= war <= 1 for war in expected)
    assert abs(fmean(wars) - fmean(expected)) < 0.06
    assert pstdev(expected) < pstdev(wars)


def test_the_ends_of_a_forked_rollout_are_ends_and_their_shares_add_up(busy: Ruleset) -> None:
    for seed in range(50):
        ends = [*forked(busy, busy.start, BOTH_RANDOM, random.Random(seed).random)]
        assert sum(share for share, _ in ends) == pytest.approx(1)
        assert all(share >= 0 and end[ACTOR] == OVER for share, end in ends)
        assert sum(share * (outcome(busy, end).war is not None) for share, end in ends) == pytest.approx(  # type: ignore[union-attr]
            expectation(busy, busy.start, BOTH_RANDOM, random.Random(seed).random).war
        )
