"""The expert's opinion of a decision: the same of the same view, with what was done among what it weighs."""

from itertools import pairwise

import pytest

from game.analysis.opinion import FEWEST, Opinion, opinion
from game.match.match import Match
from game.match.replay import past
from game.rules.moves import legal_moves
from game.rules.notation import parse_move
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, State
from game.rules.view import view
from game.scenario.loader import load_scenario

GAMES = 90


@pytest.fixture(scope="module")
def path() -> Match:
    """Returns the historical path."""
    return past(load_scenario("cuba1962")).match


def decisions(path: Match) -> list[tuple[State, int]]:
    """Returns what the side to move knew, and its move, at some decisions of a match."""
    plies = [ply for ply, state in enumerate(path.states[:-1]) if state[ACTOR] < CHANCE][::6]
    return [_asked(path.rules, path.states[ply], path.moves[ply]) for ply in plies]


def _asked(rules: Ruleset, state: State, move: str) -> tuple[State, int]:
    return view(rules, state, state[ACTOR]), parse_move(rules, state, move)


def test_an_opinion_weighs_legal_moves_and_the_one_that_was_made(path: Match) -> None:
    for known, made in decisions(path):
        said = opinion(path.rules, known, made, games=GAMES)
        legal = legal_moves(path.rules, known)
        assert said.made.move == made
        assert len(said.others) <= 2
        looked = [said.best, *said.others]
        assert len({each.move for each in looked}) == len(looked)
        assert all(each.move in legal for each in looked)
        assert all(0 <= each.score <= 100 and 0 <= each.war <= 1 for each in (*looked, said.made))
        assert min(said.best.games, said.made.games) >= FEWEST


def test_the_same_view_gives_the_same_opinion(path: Match) -> None:
    known, made = decisions(path)[3]
    first, second = (opinion(path.rules, known, made, games=GAMES) for _ in range(2))
    assert first == second


def test_it_is_told_how_far_it_has_come_and_can_be_ended_there(path: Match) -> None:
    known, made = decisions(path)[0]
    shares: list[float] = []
    assert isinstance(opinion(path.rules, known, made, shares.append, GAMES), Opinion)
    assert shares[0] == 0
    assert all(0 <= before <= after <= 1 for before, after in pairwise(shares))

    def stop(share: float) -> None:
        if share > 0.3:
            raise StopIteration

    with pytest.raises((StopIteration, RuntimeError)):
        opinion(path.rules, known, made, stop, GAMES)
