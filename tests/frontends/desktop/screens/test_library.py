"""A save that cannot be gone on with stays readable, and nothing leads to deleting it by accident."""

import json
from pathlib import Path

import pygame

from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.library import LibraryScreen
from game.frontends.desktop.table import Table
from game.match.match import Match

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
