"""A save that cannot be gone on with stays readable, and nothing leads to deleting it by accident."""

import json
import os
from pathlib import Path

import pygame
import pytest

from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.library import LibraryScreen
from game.frontends.desktop.table import Table
from game.frontends.desktop.widgets.save_row import SaveRow, thumbnail
from game.match.match import Match
from game.match.replay import dawn_of, past

OTHER = {"digest": "0" * 64, "moves": [{"m": "act no_such_act", "by": "chance", "link": "0" * 16}]}


def spoil(path: Path, **changes: object) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def open_spoilt(window, **changes: object) -> LibraryScreen:
    sitting = Table(window.app.desk, Match(window.app.desk.crisis.rules, seed=3))
    sitting.save()
    spoil(next(iter(window.app.desk.saves.glob("*.json"))), **changes)
    screen = LibraryScreen(window.app.desk)
    window.app.obey(Show(screen))
    window.settle()
    return screen


def test_a_match_of_another_scenario_says_so_first_and_keeps_its_sides(open_window) -> None:
    screen = open_spoilt(open_window(), **OTHER)
    save = screen.saves[0]
    assert save.fault == "This match was played with another version of the scenario."
    assert save.detail and save.place and save.written
    assert "a human" in save.sides


def test_the_focus_never_goes_to_delete_by_itself(open_window) -> None:
    window = open_window()
    screen = open_spoilt(window, **OTHER)
    window.press("save 0")
    assert screen.focused.key == "save 0"
    window.key(pygame.K_RETURN)
    assert screen.focused.key == "save 0"


def keep(window, *matches: Match) -> LibraryScreen:
    """Saves matches, each later than the one before, and opens the library."""
    window.app.desk.saves.mkdir(parents=True)
    for number, match in enumerate(matches):
        path = window.app.desk.saves / f"{number}.json"
        match.record().save(path)
        os.utime(path, (1_000_000 + number, 1_000_000 + number))
    screen = LibraryScreen(window.app.desk)
    window.app.obey(Show(screen))
    for _ in range(3):
        window.settle()
    return screen


def test_saves_tell_day_players_and_ending_the_latest_first(open_window, crisis) -> None:
    history = past(crisis.rules).match
    window = open_window()
    screen = keep(window, history.branch(dawn_of(history, 3)), history.branch(dawn_of(history, 12)), history)
    days = crisis.scenario.calendar.days
    assert [save.reached for save in screen.saves] == [f"Day {day} of {days}" for day in (13, 12, 3)]
    assert [save.fate for save in screen.saves] == ["settled", "", ""]
    assert crisis.scenario.endings[history.outcome.ending].name in screen.saves[0].place
    assert all("a human" in save.sides for save in screen.saves)
    assert screen.saves[1].curve[:2] == (15, 15)
    assert len(screen.saves[1].curve) == 11


def test_thumbnails_differ_by_strain_and_are_drawn_once(open_window, crisis, monkeypatch: pytest.MonkeyPatch) -> None:
    history = past(crisis.rules).match
    window = open_window()
    keep(window, *(history.branch(dawn_of(history, day)) for day in (2, 3, 12)), history)
    rows = [widget for widget in window.top.widgets if isinstance(widget, SaveRow)]
    size = rows[0].rect.h * 2, rows[0].rect.h - 10
    window.top.rebuild()
    pictures = [thumbnail(window.app.desk, row.save, size) for row in rows]
    assert pictures == [None] * 4
    for _ in range(3):
        window.settle()
    monkeypatch.setattr("game.frontends.desktop.knot.picture", None)
    pictures = [thumbnail(window.app.desk, row.save, size) for row in rows]
    looks = [pygame.image.tobytes(picture, "RGBA") for picture in pictures]
    assert looks[2] == looks[3]
    assert len({*looks}) == 3


def test_delete_asks_first_and_another_row_is_a_no(open_window) -> None:
    window = open_window()
    rules = window.app.desk.crisis.rules
    screen = keep(window, Match(rules, seed=1), Match(rules, seed=2))
    window.press("delete")
    assert screen.focused.key == "keep"
    assert len(screen.saves) == 2
    window.press("save 1")
    assert not any(widget.key == "really" for widget in screen.widgets)
    window.press("delete")
    window.press("really")
    assert [save.path.name for save in screen.saves] == ["1.json"]
    window.press("undo")
    assert len(screen.saves) == 2
