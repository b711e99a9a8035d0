"""The figures of `knot simulate`: shares with Wilson's interval, means and medians, every id named."""

import json
from collections import Counter
from math import isclose
from statistics import mean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.players.player import random_player
from game.rules.outcome import outcome
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.simulation.statistics import median, share, statistics, told
from game.simulation.tally import Tally, Teller
from game.simulation.tournament import play_game

KEYS = ["games", "endings", "settled", "war", "war_any", "scores", "days", "peak", "tension"]
KEYS += ["acts", "clauses", "channels", "incidents", "deals", "two_letters"]


@pytest.mark.parametrize(
    ("count", "games", "low", "high"),
    [(0, 10, 0.0, 0.277533), (5, 10, 0.236593, 0.763407), (10, 10, 0.722467, 1.0), (81, 263, 0.255290, 0.366216)],
)
def test_intervals_are_wilsons(count: int, games: int, low: float, high: float) -> None:
    """The last is the example of the statistical literature (Newcombe 1998, without continuity correction)."""
    one = share(count, games)
    assert isclose(one["low"], low, abs_tol=2e-5) and isclose(one["high"], high, abs_tol=2e-5)


@given(st.integers(1, 5_000).flatmap(lambda games: st.tuples(st.integers(0, games), st.just(games))))
def test_intervals_hold_the_rate(pair: tuple[int, int]) -> None:
    one = share(*pair)
    assert 0 <= one["low"] <= one["rate"] + 1e-6 and one["rate"] <= one["high"] + 1e-6 <= 1 + 1e-6


@given(st.lists(st.integers(1, 20), min_size=1))
def test_the_median_is_the_middle(values: list[int]) -> None:
    from statistics import median as middle

    assert median(Counter(values)) == middle(values)


def test_every_figure_is_that_of_the_games(busy: Ruleset) -> None:
    teller, results = Teller(busy), []
    for seed in range(80):
        result = outcome(busy, play_game(busy, BySide(random_player, random_player), {}, seed, teller))
        assert result
        results.append(result)
    said = statistics(busy, teller.tally)
    assert list(said) == KEYS and said == json.loads(json.dumps(said))
    for k, side in enumerate(busy.scenario.side_names):
        scores = [result.scores[k] for result in results]
        assert isclose(said["scores"][side]["mean"], mean(scores), abs_tol=1e-6)
        assert isclose(said["scores"][side]["sd"], pstdev(scores), abs_tol=1e-6)
    assert said["war"]["count"] == sum(result.war == "nuclear" for result in results)
    assert said["war_any"]["count"] == sum(result.war is not None for result in results)
    assert said["settled"]["count"] == sum(result.settled for result in results) == sum(said["deals"].values())
    assert isclose(said["days"]["mean"], mean(result.day for result in results), abs_tol=1e-6)
    assert set(said["clauses"]) == set(busy.scenario.clauses) and set(said["endings"]) == set(busy.scenario.endings)
    assert all(deal.count(" for ") == 1 for deal in said["deals"])


def test_no_games_give_figures_without_a_fault(busy: Ruleset) -> None:
    said = statistics(busy, Tally())
    assert said["war"] == {"count": 0, "rate": 0.0, "low": 0.0, "high": 1.0} and said["days"]["median"] == 0


def test_a_reader_is_told_the_same_in_lines(busy: Ruleset) -> None:
    teller = Teller(busy)
    play_game(busy, BySide(random_player, random_player), {}, 1, teller)
    said = {"scenario": "toy", "players": {"red": "random"}, **statistics(busy, teller.tally), "moves_per_second": 1.0}
    lines = list(told(said))
    assert lines[0] == "toy: 1 games, red random" and all(len(line) < 80 for line in lines)
