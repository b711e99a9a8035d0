"""The figures of `knot simulate`: shares, means, medians and correlations with their intervals, every id named."""

import json
import re
from collections import Counter
from math import isclose
from pathlib import Path
from statistics import correlation as pearson
from statistics import mean as average
from statistics import median as middle
from statistics import pstdev, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated import random_game, tallied

from game.rules.ruleset import Ruleset
from game.simulation.statistics import correlation, mean, median, paired, share, spread, statistics
from game.simulation.tally import Tally

GUIDE = Path(__file__).parents[2] / "docs" / "simulation.md"
KEYS = ["games", "endings", "settled", "war", "war_any", "scores", "days", "peak", "tension"]
KEYS += ["acts", "clauses", "channels", "incidents", "deals", "two_letters"]
KEYS += ["deal_day", "terms", "first_letter", "exposed", "deadline"]
AROUND = ["scenario", "players", "seed", "moves_per_second"]


def test_the_guide_explains_every_key() -> None:
    rows = re.findall(r"^\| (`.*`) \| [^|]*\|$", GUIDE.read_text("utf-8").partition("## Statistics")[2], re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(KEYS + AROUND)


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


@given(st.lists(st.integers(-20, 20), min_size=1))
def test_means_and_medians_are_those_of_the_values(values: list[int]) -> None:
    assert isclose(mean(Counter(values)), average(values), abs_tol=1e-6)
    assert median(Counter(values)) == middle(values)


@given(st.lists(st.integers(0, 100), min_size=2))
def test_the_spread_is_that_of_the_values(values: list[int]) -> None:
    said = spread(Counter(values))
    assert isclose(said["sd"], pstdev(values), abs_tol=1e-6)
    assert isclose(said["half"], 1.959964 * stdev(values) / len(values) ** 0.5, abs_tol=1e-6)


@given(st.lists(st.tuples(st.integers(-60, 60), st.integers(0, 100)), min_size=4))
def test_the_correlation_is_pearsons(pairs: list[tuple[int, int]]) -> None:
    said, (first, second) = correlation(Counter(pairs)), zip(*pairs, strict=True)
    assert said["n"] == len(pairs)
    if len(set(first)) == 1 or len(set(second)) == 1:
        assert said["correlation"] is said["low"] is said["high"] is None
        return
    assert said["correlation"] is not None
    assert isclose(said["correlation"], pearson(first, second), abs_tol=2e-6)
    if said["low"] is not None and said["high"] is not None:
        assert said["low"] <= said["correlation"] <= said["high"]


def test_the_interval_of_a_correlation_is_fishers() -> None:
    """28 pairs, 22 of them alike: r = 8 / 14, atanh r = 0.64964, its standard error 1 / 5."""
    said = correlation(Counter([(0, 0)] * 11 + [(1, 1)] * 11 + [(0, 1)] * 3 + [(1, 0)] * 3))
    assert said == {"correlation": 0.571429, "low": 0.252095, "high": 0.778533, "n": 28}


def test_the_guides_paired_comparison_is_right() -> None:
    said = paired([71, 44, 0, 58], [65, 44, 12, 40])
    assert f"paired([71, 44, 0, 58], [65, 44, 12, 40])  # {said}" in GUIDE.read_text("utf-8")
    assert said == {"mean": 3.0, "low": -9.239971, "high": 15.239971, "n": 4}


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=2), st.integers(-50, 50))
def test_luck_that_both_had_cancels_out(pairs: list[tuple[int, int]], shift: int) -> None:
    first, second = zip(*pairs, strict=True)
    said = paired(first, second)
    assert isclose(said["mean"], average(first) - average(second), abs_tol=1e-6)
    assert paired([a + b + shift for a, b in pairs], [2 * b + shift for b in second]) == said
    assert paired(second, first)["low"] == -said["high"]


@pytest.mark.parametrize(("first", "second"), [([1], [2]), ([], []), ([1, 2, 3], [1, 2])])
def test_what_cannot_be_paired_is_refused(first: list[int], second: list[int]) -> None:
    with pytest.raises(ValueError):
        paired(first, second)


def test_every_figure_is_that_of_the_games(busy: Ruleset) -> None:
    games = [random_game(busy, seed) for seed in range(80)]
    said, scenario = statistics(busy, tallied(games)), busy.scenario
    endings = [scenario.endings[busy.endings[game.ending]] for game in games]
    assert list(said) == KEYS and said == json.loads(json.dumps(said))
    for k, side in enumerate(scenario.side_names):
        scores = [game.scores[k] for game in games]
        assert isclose(said["scores"][side]["mean"], average(scores), abs_tol=1e-6)
        assert isclose(said["scores"][side]["sd"], pstdev(scores), abs_tol=1e-6)
    assert said["war"]["count"] == sum(ending.war == "nuclear" for ending in endings)
    assert said["war_any"]["count"] == sum(ending.war is not None for ending in endings)
    assert said["settled"]["count"] == sum(game.settled for game in games) == sum(said["deals"].values())
    assert isclose(said["days"]["mean"], average(game.day for game in games), abs_tol=1e-6)
    assert isclose(said["peak"]["tension"], average(game.peak[0] for game in games), abs_tol=1e-6)
    assert set(said["clauses"]) == set(scenario.clauses) and set(said["endings"]) == set(scenario.endings)
    assert all(deal.count(" for ") == 1 for deal in said["deals"])


def test_what_balance_asks_for_is_that_of_the_games(busy: Ruleset) -> None:
    games = [random_game(busy, seed) for seed in range(80)]
    said, deals = statistics(busy, tallied(games)), [game.deal for game in games if game.settled and game.deal]
    worth = [deal.terms.first - deal.terms.second for deal in deals]
    assert said["terms"]["n"] == len(deals) == sum(said["deal_day"]["games"].values()) > 5
    assert isclose(said["terms"]["correlation"], pearson([deal.balance for deal in deals], worth), abs_tol=1e-6)
    assert isclose(said["deal_day"]["mean"], average(deal.day for deal in deals), abs_tol=1e-6)
    first = [min(filter(None, game.first_letters)) for game in games if any(game.letters)]
    assert said["first_letter"] == {"mean": round(average(first), 6), "games": len(first)}
    assert isclose(sum(said["exposed"].values()), average(game.exposed > 0 for game in games), abs_tol=1e-5)
    for k, side in enumerate(busy.scenario.side_names):
        opened = [signing.letters for game in games for signing in game.signings if signing.by == k]
        assert said["two_letters"][side]["count"] == opened.count(2) and opened
        assert isclose(said["two_letters"][side]["rate"], opened.count(2) / len(opened), abs_tol=1e-6)


def test_no_games_give_figures_without_a_fault(busy: Ruleset) -> None:
    said = statistics(busy, Tally())
    assert said["war"] == {"count": 0, "rate": 0.0, "low": 0.0, "high": 1.0} and said["days"]["median"] == 0
    assert said["terms"]["correlation"] is None and said["deal_day"] == {"mean": 0, "median": 0, "games": {}}
    assert said["scores"]["red"] == {"mean": 0, "sd": 0, "half": 0}
