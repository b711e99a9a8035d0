"""A day ends in a short scene: skipped by any key or click, still where motion is reduced, public where two share."""

import pygame
import pytest
from window import Window

from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.nightfall import NightScreen
from game.frontends.desktop.table import Table
from game.match.match import Match
from game.rules.slots import NIGHT, NODE

ACT = "act watch"
KEYS = (pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_x, pygame.K_F2)


def sit(window: Window, players: dict[str, str] | None = None) -> Table:
    """Lays a match of the loaded scenario on the desk, past its briefings, and shows it."""
    match = Match(window.app.desk.crisis.rules, seed=4, players=players or {})
    table = Table(window.app.desk, match)
    table.briefed, table.seat = {0, 1}, match.actor
    window.app.obey(Show(table.screen()))
    window.settle()
    return table


def pass_day(window: Window, table: Table) -> None:
    """Has both sides, or the one that is no program, let a day pass."""
    while table.slept == table.match.day and not isinstance(window.top, NightScreen):
        table.seat = table.match.actor
        window.app.obey(table.play(ACT))
        window.settle()
        window.settle()


def opponent(window: Window) -> dict[str, str]:
    scenario = window.app.desk.crisis.scenario
    second = [*scenario.sides][1]
    return {second: next(name for name, persona in scenario.personas.items() if persona.side == second)}


@pytest.mark.parametrize("key", KEYS)
def test_any_key_goes_on(open_window, key: int) -> None:
    window = open_window()
    table = sit(window)
    pass_day(window, table)
    assert window.name == "NightScreen"
    window.key(key)
    assert window.name == "CurtainScreen"


def test_a_click_anywhere_goes_on(open_window) -> None:
    window = open_window()
    table = sit(window)
    pass_day(window, table)
    window.click((300, 40))
    assert window.name == "CurtainScreen"


def test_against_a_program_the_night_stands_before_the_next_turn(open_window) -> None:
    window = open_window()
    table = sit(window, opponent(window))
    pass_day(window, table)
    assert window.name == "NightScreen"
    assert any(die.odds for die in window.top.night.dice)
    window.key(pygame.K_RETURN)
    assert window.name in ("WarRoom", "IncidentRoom")


def test_two_at_one_window_are_told_no_odds_but_the_timetables(open_window) -> None:
    window = open_window()
    pass_day(window, sit(window))
    assert all(die.odds is None or "timetable" in die.text for die in window.top.night.dice)
    assert not any(item.private for item in window.top.night.papers)


def before_the_end(window: Window) -> Table:
    """Lays a match on the desk as it stood before the last act, after which the night ends it."""
    rules = window.app.desk.crisis.rules
    for seed in range(99):
        match, past = Match(rules, seed=seed), 0
        while match.actor is not None:
            past = match.ply
            match.play(ACT if ACT in match.legal_moves else next(iter(match.legal_moves)))
        if any(state[NODE] == NIGHT for state in match.states[past:]):
            break
    table = Table(window.app.desk, match.branch(past, seed=seed))
    table.briefed, table.seat, table.slept = {0, 1}, table.match.actor, table.match.day
    return table


def test_a_night_that_ends_the_match_is_shown_before_the_ending(open_window) -> None:
    window = open_window()
    table = before_the_end(window)
    window.app.obey(Show(table.screen()))
    window.app.obey(table.play(ACT))
    window.settle()
    assert table.match.actor is None
    assert window.name == "NightScreen"
    assert not any(item.private for item in window.top.night.papers)
    assert window.widget("open").label == "See how it ended"
    window.key(pygame.K_RETURN)
    assert window.name == "EndingScreen"
    again = Table(window.app.desk, table.match, table.file)
    assert type(again.screen()).__name__ == "EndingScreen"


def test_with_reduced_motion_everything_is_there_and_nothing_moves(open_window) -> None:
    window = open_window()
    pass_day(window, sit(window))
    before = window.pixels()
    assert not any(window.top.animate(float(now)) for now in range(20))
    window.settle()
    assert window.pixels() == before


def test_the_dice_fall_one_by_one_and_the_first_key_shows_the_rest(open_window) -> None:
    window = open_window()
    window.app.settings.reduced_motion = False
    pass_day(window, sit(window))
    first = window.pixels()
    moving = [window.top.animate(now / 10) for now in range(12)]
    window.settle()
    assert all(moving)
    assert window.pixels() != first
    window.key(pygame.K_SPACE)
    assert window.name == "NightScreen"
    assert window.top.over
    window.key(pygame.K_SPACE)
    assert window.name == "CurtainScreen"


def test_left_alone_it_comes_to_rest_with_all_shown(open_window) -> None:
    window = open_window()
    window.app.settings.reduced_motion = False
    pass_day(window, sit(window))
    now = 0.0
    while window.top.animate(now) and now < 60:
        now += 0.05
    window.settle()
    assert now < 15
    resting = window.pixels()
    window.app.settings.reduced_motion = True
    window.app.obey(Show(NightScreen(window.app.desk, window.top.table, window.top.night)))
    window.settle()
    assert window.pixels() == resting


def test_a_night_is_told_once_and_again_only_after_it_was_taken_back(open_window) -> None:
    window = open_window()
    table = sit(window, opponent(window))
    pass_day(window, table)
    window.key(pygame.K_RETURN)
    assert not isinstance(table.screen(), NightScreen)
    window.app.obey(table.undo())
    window.settle()
    assert table.match.day == 1
    pass_day(window, table)
    assert window.name == "NightScreen"


def test_a_saved_game_is_gone_on_with_without_a_night(open_window) -> None:
    window = open_window()
    table = sit(window, opponent(window))
    pass_day(window, table)
    again = Table(window.app.desk, table.match, table.file)
    again.briefed = {0, 1}
    assert not isinstance(again.screen(), NightScreen)


def test_what_does_not_fit_is_scrolled_by_keys_and_wheel(open_window) -> None:
    window = open_window((1024, 640), 200)
    pass_day(window, sit(window))
    pane = next(widget for widget in window.top.widgets if widget.key == "night")
    assert pane.most > 0
    window.wheel(pane.rect.center, -3)
    assert window.name == "NightScreen"
    assert pane.offset > 0
    window.tab_to("night")
    window.key(pygame.K_END)
    assert pane.offset == pane.most
