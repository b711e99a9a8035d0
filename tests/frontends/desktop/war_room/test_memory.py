"""A window holds the pictures of the screen that is shown, and nothing once it is gone."""

import gc
import weakref

import pygame
from moments import cut_short, dawn

from game.match.match import Match
from game.rules.slots import MOVE

WALK = (pygame.K_l, pygame.K_n, pygame.K_ESCAPE, pygame.K_p, pygame.K_ESCAPE, pygame.K_F1, pygame.K_ESCAPE)


def test_a_covered_screen_keeps_no_picture_and_comes_back_as_it_was(lay, history: Match) -> None:
    window = lay(cut_short(history, dawn(history, 9, 0, MOVE)), seat=0)
    window.key(pygame.K_DOWN)
    before, focused, room = window.pixels(), window.top.focused.key, window.top
    window.key(pygame.K_F1)
    assert window.top is not room
    for screen in window.app.stack[:-1]:
        assert not screen.widgets
        assert screen.ground.get_size() == (1, 1)
    window.key(pygame.K_ESCAPE)
    assert window.top is room
    assert window.top.focused.key == focused
    assert window.pixels() == before


def test_a_list_scrolled_down_is_found_scrolled_down_again(lay, history: Match) -> None:
    window = lay(cut_short(history, dawn(history, 9, 0, MOVE)), seat=0)
    window.key(pygame.K_l, pygame.K_END, *[pygame.K_DOWN] * 12)
    offset = window.widget("list").offset
    assert offset > 0
    window.key(pygame.K_F1, pygame.K_ESCAPE)
    assert window.widget("list").offset == offset


def test_what_a_closed_window_kept_goes_with_it(lay, history: Match) -> None:
    window = lay(cut_short(history, dawn(history, 9, 0, MOVE)), seat=0)
    window.key(*WALK)
    desk, faces = weakref.ref(window.app.desk), weakref.ref(window.app.desk.type)
    del window
    gc.collect()
    assert desk() is None
    assert faces() is None


def test_what_is_kept_stays_within_its_bounds(lay, history: Match) -> None:
    for size in ((1280, 720), (2560, 1440)):
        window = lay(cut_short(history, dawn(history, 12, 1, MOVE)), size=size, seat=1)
        window.key(*WALK, pygame.K_l, *[pygame.K_n] * 6)
        for kept in (window.app.desk.ropes, window.app.desk.charts, window.app.desk._drawn, window.app.desk.type._kept):
            assert 0 < kept.bytes <= kept.most
