"""Forecasts in words: what is sure to differ is called better or worse, and what is not known is a dash."""

from dataclasses import dataclass

import pytest

from game.frontends import presenter
from game.frontends.presenter.forecasts import ALIKE, LED, UNKNOWN, spread


@dataclass(frozen=True)
class Share:
    """A share with its interval."""

    rate: float
    low: float
    high: float


@dataclass(frozen=True)
class Forecast:
    """What games came to."""

    war: Share
    settled: Share = Share(0.5, 0.4, 0.6)
    score: Share = Share(50, 48, 52)
    accepted: Share | None = None
    games: int = 100


LOW, NEAR, HIGH = Share(0.10, 0.08, 0.12), Share(0.11, 0.09, 0.13), Share(0.24, 0.21, 0.27)


def test_a_chance_is_told_with_how_sure_it_is() -> None:
    said = presenter.foreseen(Forecast(HIGH), (40, 82))
    assert said.war.full == "24 % (21–27)"
    assert said.war.percent == "24 %"
    assert said.tonight == "0.4–0.8 %"
    assert said.score == "50 (48–52)"


def test_what_is_not_known_yet_is_a_dash() -> None:
    said = presenter.foreseen(None, None)
    assert {said.tonight, said.war.full, said.settled.full, said.score} == {UNKNOWN}
    assert presenter.estimate(None).full == UNKNOWN


@pytest.mark.parametrize(
    ("odds", "text"), [((0, 0), "0 %"), ((3, 3), "under 0.1 %"), ((900, 1_200), "9.0–12 %"), ((44, 44), "0.4 %")]
)
def test_a_range_with_equal_ends_is_one_figure(odds: tuple[int, int], text: str) -> None:
    assert spread(*odds) == text


@pytest.mark.parametrize(
    ("before", "after", "tone"),
    [(LOW, HIGH, "worse"), (HIGH, LOW, "better"), (LOW, NEAR, "plain"), (LOW, LOW, "plain")],
)
def test_only_what_luck_does_not_explain_is_better_or_worse(before: Share, after: Share, tone: str) -> None:
    war, settled, _ = presenter.figures_ahead(Forecast(before), Forecast(after))
    assert war.tone == tone
    assert war.low == round(before.rate * 10_000)
    assert war.high == (war.low if tone == "plain" else round(after.rate * 10_000))
    assert war.after.startswith(ALIKE) == (tone == "plain")
    assert settled.tone == "plain"


def test_a_higher_score_and_more_settlements_are_better() -> None:
    after = Forecast(LOW, settled=Share(0.9, 0.8, 0.95), score=Share(60, 58, 62))
    _, settled, score = presenter.figures_ahead(Forecast(LOW), after)
    assert (settled.tone, score.tone) == ("better", "better")
    assert score.after == "60 (58–62)"


def test_a_preview_waits_until_both_ends_are_known() -> None:
    assert presenter.figures_ahead(None, Forecast(LOW)) == ()
    assert presenter.figures_ahead(Forecast(LOW), None) == ()


def test_what_is_compared_is_named() -> None:
    war, settled, score = presenter.figures_ahead(Forecast(LOW), Forecast(HIGH))
    assert (war.before, war.compared, war.after) == ("10 %", "10 % if your leader decides", "24 % (21–27)")
    assert settled.after == f"{ALIKE} (40–60)" and score.compared == "50 if your leader decides"
    assert {war.against, settled.against, score.against} == {LED}


def test_alike_is_said_only_where_the_figure_before_lies_within_the_interval_after() -> None:
    before, after = Share(0.28, 0.25, 0.31), Share(0.22, 0.18, 0.25)
    war, _, score = presenter.figures_ahead(
        Forecast(before, score=Share(40, 37, 43)), Forecast(after, score=Share(44, 42, 46))
    )
    assert (war.after, war.tone) == ("22 % (18–25)", "plain")
    assert (score.after, score.tone) == ("44 (42–46)", "plain")
    for rate in range(101):
        war, *_ = presenter.figures_ahead(Forecast(Share(rate / 100, 0, 1)), Forecast(after))
        assert war.after.startswith(ALIKE) == (18 <= rate <= 25)
        assert (war.low == war.high) == (18 <= rate <= 25)


@pytest.mark.parametrize(("rate", "text"), [(0.0, "0 %"), (1.0, "100 %"), (0.4, "40 %")])
def test_a_figure_that_is_sure_has_no_bracket(rate: float, text: str) -> None:
    sure = Share(rate, rate, rate)
    assert presenter.estimate(sure).full == text
    assert presenter.foreseen(Forecast(sure, score=Share(12, 11.8, 12.2)), None).score == "12"
    _, settled, _ = presenter.figures_ahead(Forecast(sure, settled=sure), Forecast(sure, settled=sure))
    assert settled.after == ALIKE
