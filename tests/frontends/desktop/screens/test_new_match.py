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


def test_a_later_day_begins_with_the_mandates_of_history_and_says_so(open_window) -> None:
    window = open_window()
    window.press("new")
    screen, scenario = window.top, window.app.desk.crisis.scenario
    assert [widget_labels(window, side)[0] for side in scenario.side_names] == ["Drawn", "Drawn"]
    chosen(window, "start", 1)
    assert [widget_labels(window, side)[:2] for side in scenario.side_names] == [["As it was", "Drawn"]] * 2
    assert "of history" in screen._mandate("us")
    for seed in range(5):
        screen.seed = str(seed)
        assert screen._match().record().mandates == scenario.history.mandates
    chosen(window, "mandate us", 2)
    other = next(iter(scenario.mandates["us"]))
    assert screen._match().record().mandates == {**scenario.history.mandates, "us": other}


def widget_labels(window, side: str) -> list[str]:
    """Returns the mandates to choose from."""
    return [*window.widget(f"mandate {side}").labels]


def test_mandates_can_still_be_drawn_for_a_later_day(open_window) -> None:
    window = open_window()
    window.press("new")
    chosen(window, "start", 1)
    screen, rules = window.top, window.app.desk.crisis.rules
    for side in rules.scenario.side_names:
        chosen(window, f"mandate {side}", 1)
        assert "may go against" in screen._mandate(side)
    found = set()
    for seed in range(20):
        screen.seed = str(seed + 1)
        match = screen._match()
        found.add(match.moves[:2])
        assert match.record().mandates.keys() == {*rules.scenario.side_names}
    assert len(found) > 4
    chosen(window, "start", 0)
    assert set(screen.mandates.values()) == {""}


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
