"""The days on which a match can begin, in words."""

import re

from game.frontends.presenter.teaching.rules_pages import rules_pages
from game.frontends.presenter.teaching.starts import how_long, start_card, start_cards
from game.match.match import rules_of
from game.match.replay import past
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario


def test_a_later_start_is_a_shorter_game_and_says_its_day() -> None:
    path = past(rules_of(load_scenario("cuba1962"))).match
    cards = start_cards(path)
    assert [card.name for card in cards] == ["From the beginning", "22 October", "26 October"]
    minutes = [card.minutes for card in cards]
    assert minutes == sorted(minutes, reverse=True) and minutes[-1] <= 30 < minutes[-2] <= 60
    for card in cards:
        assert f"about {card.minutes} minutes" in card.text and re.match(
            r"[A-Z][a-z]+day \d+ October 1962: ", card.text
        )
    assert "as it began" in cards[0].text and "played as it was" in start_card(path, 5).text


def test_where_history_has_one_day_there_is_one_beginning(strait: Ruleset) -> None:
    assert [card.day for card in start_cards(past(strait).match)] == [1]


def test_nobody_is_surprised_by_how_long_it_can_last() -> None:
    crisis, lesson = (rules_of(load_scenario(name)).scenario for name in ("cuba1962", "tutorial"))
    assert how_long(crisis) == "No last day is set: without a deal it may be over after day 12, or go on until day 17."
    assert how_long(lesson) == "Without a deal it lasts until day 6."
    _, sections = rules_pages(crisis)[0]
    assert how_long(crisis) in dict(sections)["How it ends"]
