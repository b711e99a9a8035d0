"""Where Tab and the arrows lead."""

import pygame
import pytest

from game.frontends.desktop import focus
from game.frontends.desktop.theme import FOCUS, FOCUS_WIDTH, ROOM
from game.frontends.desktop.widgets.widget import Widget


def widgets(*places: tuple[int, int]) -> list[Widget]:
    return [Widget(str(n), pygame.Rect(x, y, 90, 40)) for n, (x, y) in enumerate(places)]


def press(key: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod)


GRID = ((0, 0), (100, 0), (200, 0), (0, 50), (100, 50), (200, 50))


def test_tab_goes_through_all_in_reading_order_and_round() -> None:
    order = widgets(*GRID)
    now, seen = order[0], []
    for _ in order:
        seen.append(now.key)
        now = focus.next_for(press(pygame.K_TAB), order, now)
    assert seen == ["0", "1", "2", "3", "4", "5"]
    assert now is order[0]
    assert focus.next_for(press(pygame.K_TAB, pygame.KMOD_SHIFT), order, now) is order[5]


@pytest.mark.parametrize(
    ("key", "there"),
    [(pygame.K_LEFT, 3), (pygame.K_RIGHT, 5), (pygame.K_UP, 1), (pygame.K_DOWN, None)],
)
def test_arrows_go_to_the_nearest_that_way(key: int, there: int | None) -> None:
    order = widgets(*GRID)
    found = focus.next_for(press(key), order, order[4])
    assert found is (None if there is None else order[there])


def test_what_cannot_be_focused_is_passed_over() -> None:
    order = widgets(*GRID)
    order[1].focusable = False
    assert focus.next_for(press(pygame.K_TAB), order, order[0]) is order[2]


def test_going_there_and_back_by_arrows_returns() -> None:
    order = widgets(*GRID)
    for here in order:
        for way, back in ((pygame.K_RIGHT, pygame.K_LEFT), (pygame.K_DOWN, pygame.K_UP)):
            there = focus.next_for(press(way), order, here)
            if there is not None:
                assert focus.next_for(press(back), order, there) is here


def test_the_ring_is_seen_on_any_ground_and_leaves_all_around_the_widget_whole() -> None:
    surface = pygame.Surface((200, 120))
    surface.fill(FOCUS)
    widget = Widget("a", pygame.Rect(50, 40, 90, 40))
    focus.ring(surface, widget, surface.get_rect())
    column = [surface.get_at((95, y))[:3] for y in range(120)]
    changed = [y for y, colour in enumerate(column) if colour != FOCUS]
    assert changed
    assert {*changed} <= {*range(40 + FOCUS_WIDTH, 48), *range(72, 80 - FOCUS_WIDTH)}
    surface.fill(ROOM)
    focus.ring(surface, widget, surface.get_rect())
    lit = [y for y in range(120) if surface.get_at((95, y))[:3] == FOCUS]
    assert lit == [*range(40, 40 + FOCUS_WIDTH), *range(80 - FOCUS_WIDTH, 80)]
