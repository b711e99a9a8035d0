"""The first day of a new match: the beginning, a day that makes a shorter game, or any other."""

import pygame
import pytest

from game.match.match import Match
from game.match.record import load_record


def chosen(window, key: str, number: int) -> None:
    """Chooses one of several by its number."""
    window.click(window.widget(key).part(number).center)


def begun(window, tmp_path) -> Match:
    """Begins and returns the match that was saved."""
    window.press("begin")
    (file,) = (tmp_path / "saves").glob("*.json")
    return Match(window.app.desk.crisis.rules, record=load_record(file))


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
@pytest.mark.parametrize(("number", "day"), [(0, 1), (1, 7), (2, 11)])
def test_a_match_begins_on_the_day_that_was_chosen(open_window, tmp_path, size, number: int, day: int) -> None:
    window = open_window(size)
    window.press("new")
    chosen(window, "start", number)
    match = begun(window, tmp_path)
    assert (match.day, match.level, match.side) == (day, "firm", "us")
    assert (match.parent is not None) == (day > 1)


def test_any_other_day_can_be_found_by_hand(open_window, tmp_path) -> None:
    window = open_window()
    window.press("new")
    assert window.widget("start").labels[-1] == "Another day"
    chosen(window, "start", 3)
    window.top._start(8)
    assert window.widget("start").chosen == 3 and window.top.day == 9
    chosen(window, "start", 2)
    assert window.top.day == 11 and not window.top.any_day
    chosen(window, "start", 3)
    window.top._start(4)
    assert begun(window, tmp_path).day == 5


def test_mandates_that_are_drawn_are_secret_on_a_later_day_too(open_window) -> None:
    window = open_window()
    window.press("new")
    chosen(window, "start", 1)
    screen, rules = window.top, window.app.desk.crisis.rules
    found = set()
    for seed in range(20):
        screen.seed = str(seed + 1)
        match = screen._match()
        found.add(match.moves[:2])
        assert match.record().mandates.keys() == {*rules.scenario.side_names}
    assert len(found) > 4


def test_a_shorter_game_begins_with_the_briefing_of_its_day(open_window) -> None:
    window = open_window()
    window.press("new")
    chosen(window, "start", 2)
    window.press("begin")
    assert window.name == "BriefingScreen"
    assert [date for date, _ in window.top.told.since] == [f"{day} Oct" for day in range(16, 26)]
    window.press("seal")
    window.press("open")
    assert window.name == "WarRoom"


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_enter_on_a_choice_begins_and_space_chooses(open_window, tmp_path, size) -> None:
    window = open_window(size)
    window.press("new")
    window.top.focus_on("start")
    before = window.widget("start").chosen
    window.key(pygame.K_SPACE)
    assert window.name == "NewMatchScreen"
    assert window.widget("start").chosen == before + 1
    window.key(pygame.K_RETURN)
    assert window.name != "NewMatchScreen"
    assert len([*(tmp_path / "saves").glob("*.json")]) == 1
