"""Whatever is pressed, clicked and turned, nothing is raised, and what is drawn in parts equals what is drawn whole."""

import random

import pygame
import pytest
from window import Window

from game.frontends.desktop.screen import Show
from game.frontends.desktop.table import Table
from game.match.replay import dawn_of

KEYS = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN),
    *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE, pygame.K_DELETE),
    *(pygame.K_ESCAPE, pygame.K_F1, pygame.K_F11, pygame.K_PLUS, pygame.K_MINUS, pygame.K_1, pygame.K_3, pygame.K_6),
    *map(ord, "pmncoldzfrtx"),
)


SIZES = ((1024, 640), (1280, 720), (1600, 900))


def random_event(chance: random.Random) -> pygame.event.Event:
    size = pygame.display.get_window_size()
    place = chance.randrange(-5, size[0] + 5), chance.randrange(-5, size[1] + 5)
    kind = chance.randrange(40)
    if kind == 0:
        return pygame.event.Event(chance.choice((pygame.VIDEOEXPOSE, pygame.WINDOWFOCUSLOST, pygame.WINDOWSIZECHANGED)))
    if kind < 20:
        key = chance.choice(KEYS)
        mod = chance.choice((0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL))
        kinds = pygame.KEYDOWN, pygame.KEYDOWN, pygame.KEYUP
        return pygame.event.Event(chance.choice(kinds), key=key, mod=mod, unicode="")
    if kind < 25:
        return pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0))
    if kind < 30:
        return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=chance.choice((-2, 1)))
    if kind < 32:
        return pygame.event.Event(pygame.TEXTINPUT, text=chance.choice("0a9é"))
    way = chance.choice((pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP))
    return pygame.event.Event(way, pos=place, button=chance.choice((1, 1, 1, 3)))


def begin(window: Window, seed: int) -> None:
    """Begins at the title, in a match of two humans on the path of history, or at its end, by seed."""
    desk = window.app.desk
    history = desk.crisis.past.match
    if seed % 4 == 0:
        return
    day = 3 * (seed % 4)
    match = history if day == 9 and seed % 8 == 3 else history.branch(dawn_of(history, day))
    window.app.obey(Show(Table(desk, match).screen()))


def endure(window: Window, seed: int, count: int) -> set[str]:
    """Sends random events and answers which screens were met; what would close the window is left out."""
    chance, now, met = random.Random(seed), 0.0, set[str]()
    begin(window, seed)
    for number in range(count):
        event = random_event(chance)
        met.add(window.name)
        quit_ = window.name == "TitleScreen" and window.top.focused and window.top.focused.key == "quit"
        if quit_ or (window.name == "TitleScreen" and event.type == pygame.MOUSEBUTTONUP):
            window.tab_to("new")
            continue
        window.app.dispatch(event)
        now += 0.5
        window.top.animate(now)
        window.app.redraw()
        if number % 50 == 0:
            window.settle()
    window.settle()
    return met


@pytest.mark.parametrize("seed", range(3))
def test_random_events_raise_nothing(open_window, seed: int) -> None:
    assert len(endure(open_window(SIZES[seed]), seed, 300)) > 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_ten_thousand_random_events_raise_nothing(open_window, seed: int) -> None:
    assert len(endure(open_window(SIZES[seed % 3]), seed, 10_000)) > 2


@pytest.mark.parametrize("seed", range(3))
def test_drawing_what_changed_equals_drawing_all(open_window, seed: int) -> None:
    chance = random.Random(seed)
    window = open_window()
    window.key(pygame.K_RETURN)
    for _ in range(60):
        window.key(chance.choice((pygame.K_TAB, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)))
        place = chance.randrange(1280), chance.randrange(720)
        window.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
        window.app.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=chance.choice((-1, 1))))
        window.settle()
        before = window.pixels()
        window.top.invalidate()
        window.app.redraw()
        assert window.pixels() == before


def test_an_idle_window_draws_nothing(open_window) -> None:
    window = open_window()
    for key in ("new", "settings", "help", "replay"):
        window.press(key)
        window.top.animate(1.0)
        assert window.top.take_dirty() == []
        window.key(pygame.K_ESCAPE)
