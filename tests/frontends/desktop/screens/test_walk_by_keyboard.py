"""Every screen is reached, used and left by the keyboard alone."""

import time

import pygame
from window import Window

TAB, ENTER, ESC, LEFT, RIGHT, UP, DOWN, SPACE = (
    pygame.K_TAB,
    pygame.K_RETURN,
    pygame.K_ESCAPE,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_SPACE,
)


def begin_hot_seat(window: Window) -> None:
    window.tab_to("new")
    window.key(ENTER)
    second = list(window.app.desk.crisis.scenario.sides)[1]
    window.top.who[second] = "human"
    window.tab_to("begin")
    window.key(ENTER)


def test_the_menu_is_walked_by_the_arrows(open_window) -> None:
    window = open_window()
    assert window.top.focused.key == "new"
    seen = [window.top.focused.key]
    for _ in range(6):
        window.key(DOWN)
        seen.append(window.top.focused.key)
    assert seen == ["new", "learn", "replay", "library", "settings", "help", "quit"]
    window.key(DOWN)
    assert window.top.focused.key == "quit"
    window.key(ENTER)
    assert not window.app.stack


def test_every_screen_of_the_menu_opens_and_closes(open_window) -> None:
    window = open_window()
    for key, name in (
        ("new", "NewMatchScreen"),
        ("replay", "ReplayScreen"),
        ("library", "LibraryScreen"),
        ("settings", "SettingsScreen"),
        ("help", "HelpScreen"),
    ):
        window.tab_to(key)
        window.key(ENTER)
        assert window.name == name
        window.key(ESC)
        assert window.name == "TitleScreen"
        assert window.top.focused.key == key


def test_a_hot_seat_begins_with_prologue_curtain_and_briefing(open_window) -> None:
    window = open_window()
    begin_hot_seat(window)
    assert window.name == "PrologueScreen"
    window.key(RIGHT, RIGHT, LEFT)
    assert window.top.at == 1
    for _ in range(len(window.top.cards) - 1):
        window.key(ENTER)
    assert window.name == "CurtainScreen"
    window.key(SPACE, SPACE)
    assert window.name == "BriefingScreen"
    window.key(ENTER, ENTER)
    assert window.name == "WarRoom"


def test_escape_in_the_prologue_goes_on_to_the_match(open_window) -> None:
    window = open_window()
    window.key(ENTER)
    window.tab_to("begin")
    window.key(ENTER, ESC)
    assert window.name == "BriefingScreen"


def test_the_replay_steps_turns_days_and_is_taken_over(open_window) -> None:
    window = open_window()
    window.tab_to("replay")
    window.key(ENTER)
    first = window.top.at
    window.tab_to("curve")
    window.key(RIGHT, RIGHT, RIGHT, LEFT)
    assert window.top.at == first + 2
    day = window.top.step.day
    window.key(pygame.K_PAGEDOWN, pygame.K_PAGEDOWN)
    assert window.top.step.day == day + 2
    window.key(pygame.K_END)
    assert window.top.at == len(window.top.steps) - 1
    window.key(pygame.K_HOME, pygame.K_PAGEDOWN, pygame.K_PAGEDOWN)
    ply = window.top.step.ply
    window.tab_to("take")
    window.key(ENTER)
    assert window.name == "NewMatchScreen"
    window.tab_to("begin")
    window.key(ENTER)
    match = window.top.table.match
    assert match.parent is not None
    assert match.parent.ply == ply


def test_the_replay_plays_by_itself(open_window) -> None:
    window = open_window()
    window.tab_to("replay")
    window.key(ENTER)
    assert window.top.focused.key == "curve"
    before = window.top.at
    window.key(ENTER)
    for now in range(100, 400, 10):
        window.top.animate(float(now))
    assert window.top.at >= before + 5
    window.key(ENTER)
    stopped = window.top.at
    for now in range(400, 500, 10):
        window.top.animate(float(now))
    assert window.top.at == stopped


def test_help_opens_from_everywhere_and_leads_back(open_window) -> None:
    window = open_window()
    window.key(ENTER)
    window.key(pygame.K_F1)
    assert window.name == "HelpScreen"
    window.key(*[RIGHT] * 12)
    assert window.top.at == 9
    window.key(pygame.K_F1)
    assert window.name == "HelpScreen"
    window.key(ESC)
    assert window.name == "NewMatchScreen"


def test_long_pages_scroll_by_the_keyboard(open_window) -> None:
    window = open_window((1024, 640), 200)
    window.key(pygame.K_F1)
    pane = next(widget for widget in window.top.widgets if widget.key == "page 0")
    window.tab_to("page 0")
    window.key(pygame.K_END)
    assert pane.offset == pane.most > 0
    window.key(pygame.K_PAGEUP, UP)
    assert pane.offset < pane.most


def test_settings_change_at_once_and_last(open_window) -> None:
    window = open_window()
    window.tab_to("settings")
    window.key(ENTER)
    window.tab_to("text")
    window.key(RIGHT, RIGHT)
    assert window.app.settings.text == 150
    assert window.app.desk.grid.text == 1.5
    window.tab_to("motion")
    window.key(SPACE)
    assert not window.app.settings.reduced_motion


def test_text_grows_and_shrinks_by_control_keys(open_window) -> None:
    window = open_window()
    for key, size in ((pygame.K_PLUS, 125), (pygame.K_PLUS, 150), (pygame.K_MINUS, 125), (pygame.K_0, 100)):
        window.key(key, mod=pygame.KMOD_CTRL)
        assert window.app.settings.text == size
        assert window.app.desk.grid.text == size / 100


def test_the_seed_takes_digits_only(open_window) -> None:
    window = open_window()
    window.key(ENTER)
    window.tab_to("seed")
    for _ in range(12):
        window.key(pygame.K_BACKSPACE)
    for letter in "19x62":
        window.app.dispatch(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    assert window.top.seed == "1962"
    window.tab_to("begin")
    window.key(ENTER)
    assert window.top.table.match.seed == 1962


def test_a_saved_game_is_listed_continued_deleted_and_brought_back(open_window) -> None:
    window = open_window()
    begin_hot_seat(window)
    window.top.table.save()
    window.key(ESC)
    window.key(ESC)
    assert window.name == "TitleScreen"
    assert window.top.focused is not None
    window.tab_to("library")
    window.key(ENTER)
    assert len(window.top.saves) == 1
    window.tab_to("delete")
    window.key(ENTER)
    assert window.top.focused.key == "keep"
    window.key(ENTER)
    assert len(window.top.saves) == 1
    window.key(ENTER, ESC)
    assert window.name == "LibraryScreen"
    assert window.top.focused.key == "delete"
    window.key(ENTER)
    window.tab_to("really")
    window.key(ENTER)
    assert window.top.saves == []
    assert window.top.focused.key == "undo"
    window.key(ENTER)
    assert len(window.top.saves) == 1
    window.tab_to("open")
    window.key(ENTER)
    assert window.name == "CurtainScreen"
    window.key(ESC)
    window.tab_to("continue")
    window.key(ENTER)
    assert window.name == "CurtainScreen"


def test_deleted_games_are_gone_at_the_next_visit(open_window) -> None:
    window = open_window()
    begin_hot_seat(window)
    window.top.table.save()
    window.key(ESC, ESC)
    window.tab_to("library")
    window.key(ENTER)
    window.tab_to("delete")
    window.key(ENTER)
    window.tab_to("really")
    window.key(ENTER, ESC)
    window.key(ENTER)
    assert window.name == "LibraryScreen"
    assert list(window.app.desk.saves.iterdir()) == []


def test_a_key_that_is_held_does_not_press_on_the_next_screen(open_window) -> None:
    window = open_window()
    for _ in range(20):
        window.app.dispatch(pygame.event.Event(pygame.KEYDOWN, key=ENTER, mod=0, unicode=""))
    window.settle()
    assert window.name == "NewMatchScreen"
    window.app.dispatch(pygame.event.Event(pygame.KEYUP, key=ENTER, mod=0))
    window.key(ESC)
    assert window.name == "TitleScreen"


def test_the_curtain_opened_by_holding_leaves_the_briefing_unread(open_window) -> None:
    window = open_window()
    window.app.settings.reduced_motion = False
    begin_hot_seat(window)
    window.key(ESC)
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        window.app.dispatch(pygame.event.Event(pygame.KEYDOWN, key=SPACE, mod=0, unicode=" "))
        window.top.animate(0.0)
        window.settle()
        time.sleep(0.03)
    assert window.name == "BriefingScreen"
    assert not [move for move in window.top.table.match.history if move.by != "chance"]
