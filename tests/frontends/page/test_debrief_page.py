"""The page to hand in: one file that parses, with nothing from outside it, and readable without colour."""

import re

import pytest
from strict_page import Page, assert_self_contained

from game.frontends.page.charts import Curve, lines
from game.frontends.page.debrief import debrief_page
from game.frontends.page.markup import Markup, joined, table, tag
from game.frontends.presenter.debrief.debriefing import DebriefScreen


@pytest.fixture(scope="module")
def screen(history: DebriefScreen) -> DebriefScreen:
    return history


@pytest.fixture(scope="module")
def page(screen: DebriefScreen) -> Page:
    return Page(debrief_page(screen))


def test_the_page_parses_and_every_element_is_closed(page: Page) -> None:
    assert not page.open
    assert {"html", "head", "body", "svg", "table", "figure", "ol"} <= page.seen


def test_nothing_is_fetched_and_nothing_runs(screen: DebriefScreen) -> None:
    assert_self_contained(debrief_page(screen))


def test_every_part_of_the_debrief_is_on_the_page(screen: DebriefScreen, page: Page) -> None:
    said = " ".join(page.said)
    for text in (*screen.questions, *screen.how, *(move.sentence for move in screen.marked), screen.ending_text):
        assert text in said
    assert all(night.war.percent in said for night in screen.nights)
    assert all(step.text in said and step.source in said for day in screen.beside for step in day.past)


def test_it_prints_on_a4_without_cutting_a_chart(screen: DebriefScreen) -> None:
    text = debrief_page(screen)
    assert "size: A4" in text and re.search(r"figure[^{]*\{ break-inside: avoid", text)


def test_sides_are_told_apart_without_colour(screen: DebriefScreen) -> None:
    drawn = lines("t", [Curve("one", [1, 2]), Curve("two", [2, 1], (), 1)], ["a", "b"], 4)
    plain = re.sub(r"#[0-9a-f]{3,6}", "", drawn)
    assert plain.count("<circle") > 0 and plain.count("<polygon") > 0 and "stroke-dasharray" in plain
    assert "one" in plain and "two" in plain


def test_what_is_said_is_escaped_and_what_was_made_is_not() -> None:
    assert tag("p", "<b> & more", class_='a"b') == '<p class="a&quot;b">&lt;b&gt; &amp; more</p>'
    assert joined([tag("b", "x"), "<"]) == "<b>x</b>&lt;"
    assert ">&lt;i&gt;</td>" in table(["h"], [["<i>"]]) and isinstance(table([], []), Markup)


@pytest.mark.parametrize("values", [[None, None], [0.0], [3.0, None, 5.0], [100.0] * 30])
def test_charts_stay_within_their_frame(values: list[float | None]) -> None:
    drawn = lines("t", [Curve("c", values)], ["l"] * len(values), 100, [(value or 0, "w") for value in values])
    for x, y in re.findall(r"(-?[0-9.]+),(-?[0-9.]+)", " ".join(re.findall(r'points="([^"]*)"', drawn))):
        assert 0 <= float(x) <= 680 and 0 <= float(y) <= 240
    assert Page(drawn).open == []
