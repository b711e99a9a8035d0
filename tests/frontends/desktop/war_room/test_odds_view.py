"""Tonight's odds beside those previewed: only what reads otherwise than before stands after the arrow."""

import pytest

from game.frontends.desktop.war_room.odds_view import following
from game.frontends.presenter.basics import Figure
from game.frontends.presenter.words import odds


def figure(low: int, high: int, role: str = "war") -> Figure:
    return Figure(role, "War tonight", odds(low).percent, odds(high).percent, low, high, "worse")


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (625, 500, "20"),
        (625, 610, ""),  # both read 1 in 16
        (500, 500, ""),
        (0, 54, "1 in 185"),
        (54, 0, "none"),
        (5_000, 8_000, "8 in 10"),
        (8_000, 5_000, "1 in 2"),
        (9_000, 10_000, "certain"),
    ],
)
def test_odds_after_the_arrow_can_be_read_with_those_before_it(low: int, high: int, text: str) -> None:
    assert following(figure(low, high)) == text


@pytest.mark.parametrize(("low", "high", "text"), [(2_400, 2_430, ""), (2_400, 2_900, "29 %"), (0, 9_900, "99 %")])
def test_a_forecast_after_the_arrow_is_in_percent(low: int, high: int, text: str) -> None:
    assert following(figure(low, high, "war_by_end")) == text
    assert following(None) == ""
