"""Random play: an offer in a quarter of the cases, channel and bundle alike; else any other move alike."""

from collections import Counter

import pytest

from game.errors import KnotError
from game.match.dice import draws
from game.match.match import Match
from game.players.player import random_player
from game.players.roster import player, seat
from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset

DRAWS = 8_000


def test_one_free_decision_in_four_is_an_offer(busy: Ruleset) -> None:
    view = Match(busy, seed=1).view(0)
    legal = legal_moves(busy, view)
    moves = Counter(random_player(busy, view, draws(seed, 0, 0)).move for seed in range(DRAWS))
    assert set(moves) <= set(legal)
    offers = {move: count for move, count in moves.items() if move >= busy.ids.offer}
    assert 0.23 < sum(offers.values()) / DRAWS < 0.27
    by_channel = Counter(
        {base: sum(offers[m] for m in offers if base <= m < base + len(busy.bundles.masks)) for base, _ in legal.offers}
    )
    assert max(by_channel.values()) < 1.25 * min(by_channel.values())
    others = [moves[move] for move in legal.listed]
    assert max(others) < 1.25 * min(others)


def test_every_choice_is_legal_in_the_true_state(busy: Ruleset) -> None:
    for seed in range(50):
        match = Match(busy, seed=seed)
        while match.actor is not None:
            move = match.ask(random_player).move
            assert move in legal_moves(busy, match.state)
            match.play(move)
        assert match.outcome


def test_the_roster_knows_humans_random_players_and_leaders(strait: Ruleset) -> None:
    assert player(strait, "random", 1) is random_player
    assert seat(strait, "human", 0) is None and seat(strait, "random", 0) is random_player
    assert seat(strait, "clerk", 0) is not None


@pytest.mark.parametrize(
    ("who", "side", "line"),
    [
        ("randon", 0, "did you mean 'random'"),
        ("clark", 0, "did you mean 'clerk'"),
        ("clerk", 1, "clerk plays north, not south"),
        ("human", 0, "human"),
    ],
)
def test_nobody_else_plays(strait: Ruleset, who: str, side: int, line: str) -> None:
    with pytest.raises(KnotError, match=line):
        player(strait, who, side)
