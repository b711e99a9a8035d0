"""The expert's opinion in words: a letter that was missing before an act is not told as if the act were wrong."""

from dataclasses import dataclass

import pytest

from game.frontends.presenter.replay.opinions import opinion_card
from game.match.match import Match
from game.rules.notation import parse_move
from game.rules.ruleset import Ruleset


@dataclass(frozen=True)
class Weighed:
    """A move with what it led to."""

    move: int
    score: float
    war: float
    games: int = 60


@dataclass(frozen=True)
class Opinion:
    """What the expert would do, and what was done."""

    best: Weighed
    made: Weighed
    others: tuple[Weighed, ...] = ()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("offer", "The expert would first have written a letter: 7 more points and 10 fewer wars in 100 games."),
        ("act raise_watch", "The expert would have done otherwise: 7 more points and 10 fewer wars in 100 games."),
        ("act wait", "The expert would have done the same."),
    ],
)
def test_the_expert_says_what_it_would_have_done(strait: Ruleset, kind: str, said: str) -> None:
    match = Match(strait, seed=4)
    view = match.view(0)
    best = next(move for move in match.legal_moves if move.startswith(kind))
    better, made = (parse_move(strait, view, move) for move in (best, "act wait"))
    card = opinion_card(strait, view, Opinion(Weighed(better, 50.0, 0.1), Weighed(made, 43.0, 0.2)))
    assert card.verdict == said
