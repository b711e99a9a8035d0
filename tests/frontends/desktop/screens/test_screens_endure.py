"""Whatever is pressed, clicked and turned, nothing is raised, and what is drawn in parts equals what is drawn whole."""

import random

import pygame
import pytest

KEYS = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN),
    *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE, pygame.K_DELETE),
    *(pygame.K_ESCAPE, pygame.K_F1, pygame.K_p, pygame.K_m, pygame.K_1, pygame.K_PLUS, pygame.K_MINUS),
)


def random_event(chance: random.Random, size: tuple[int, int]) -> pygame.event.Event:
    place = chance.randrange(-5, size[0] + 5), chance.randrange(-5, size[1] + 5)
    kind = chance.randrange(8)
    if kind < 4:
        key = chance.choice(KEYS)
        mod = chance.choice((0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL))
        return pygame.event.Event(
            chance.choice((pygame.KEYDOWN, pygame.KEYDOWN, pygame.KEYUP)), key=key, mod=mod, unicode=""
        )
    if kind == 4:
        return pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0))
    if kind == 5:
        return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=chance.choice((-2, 1)))
    if kind == 6:
        return pygame.event.Event(pygame.TEXTINPUT, text=chance.choice("0a9é"))
    return pygame.event.Event(
        chance.choice((pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)), pos=place, button=chance.choice((1, 1, 1, 3))
    )


@pytest.mark.parametrize("seed", range(4))
def test_random_events_raise_nothing(open_window, seed: int) -> None:
    chance, size = random.Random(seed), (1024, 640)
    window = open_window(size)
    now = 0.0
    for number in range(1000):
        event = random_event(chance, size)
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
