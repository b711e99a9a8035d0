"""The level of a new match: a preset of seats and sources that changes by hand undo; and waiting for a long thinker."""

import threading

import pytest

from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.thinking import ThinkingScreen
from game.frontends.desktop.table import Table
from game.match.match import Match
from game.match.record import load_record
from game.players.player import Choice


def chosen(window, label: str) -> None:
    """Chooses a level by its name."""
    row = window.widget("level")
    window.click(row.part(row.labels.index(label)).center)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_level_seats_its_program_and_is_saved(open_window, tmp_path, size) -> None:
    window = open_window(size)
    window.press("new")
    first, second = window.app.desk.crisis.scenario.side_names
    assert window.top.level == "firm"
    chosen(window, "Expert")
    assert window.top.who == {first: "human", second: "expert:200"}
    chosen(window, "Hard")
    window.press("begin")
    (file,) = (tmp_path / "saves").glob("*.json")
    record = load_record(file)
    assert record.level == "hard" and record.players[first] == "human"


def test_the_human_stays_where_he_is_when_the_level_changes(open_window) -> None:
    window = open_window()
    window.press("new")
    first, second = window.app.desk.crisis.scenario.side_names
    window.top.who = {first: "random", second: "human"}
    chosen(window, "Calm")
    assert window.top.who[second] == "human" and window.top.who[first] not in ("human", "random")


def test_what_a_level_does_not_say_is_ones_own(open_window) -> None:
    window = open_window()
    window.press("new")
    second = window.app.desk.crisis.scenario.side_names[1]
    row = window.widget(f"who {second}")
    window.press(f"who {second}")
    window.click(window.widget(f"who {second}").part(len(row.labels) - 1).center)
    assert window.top.who[second] == "random" and window.top.level is None


def test_a_program_that_is_left_thinking_changes_nothing_any_more(open_window, crisis, monkeypatch) -> None:
    window = open_window()
    go, thinking = threading.Event(), threading.Event()

    def slow(rules, view, draw) -> Choice:
        thinking.set()
        go.wait(5)
        return Choice(rules.listed[view[0]](view)[0])

    monkeypatch.setattr("game.players.roster.player", lambda *_: slow)
    first, second = crisis.scenario.side_names
    table = Table(window.app.desk, Match(crisis.rules, seed=1, players={first: "random", second: "human"}))
    table.save()
    before = table.match.chain
    window.app.obey(Show(table.screen()))
    assert isinstance(window.top, ThinkingScreen)
    assert thinking.wait(5)
    window.app.obey(window.top.back())
    go.set()
    window.settle()
    assert window.name == "TitleScreen"
    assert table.match.chain == before == load_record(table.file).chain
