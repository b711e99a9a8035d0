"""Nothing is played before Confirm; what is previewed shows everywhere; a frame of it is cheap."""

import time

import pygame
import pytest
from conftest import cut_short, dawn

from game.frontends.desktop.war_room.cards import Card
from game.match.match import Match
from game.rules.slots import MOVE

DEAREST = 5.0


@pytest.fixture
def room(lay, history: Match):
    window = lay(cut_short(history, dawn(history, 9, 0, MOVE)), seat=0)
    assert window.name == "WarRoom"
    return window


def cards(window) -> list[Card]:
    return [widget for widget in window.top.widgets if isinstance(widget, Card)]


def test_looking_at_acts_plays_nothing(room) -> None:
    before = room.top.match.ply
    for card in cards(room):
        room.top.focus_on(card.key)
        room.settle()
        assert room.top.subject.title == card.act.name
    assert room.top.match.ply == before


def test_a_closed_act_says_why_and_cannot_be_confirmed(room) -> None:
    screen = room.top
    rungs = [(n, act) for n, rung in enumerate(screen.model.rungs) for act in rung.acts if not act.open]
    number, act = rungs[0]
    screen.rung = number
    screen.rebuild()
    screen.focus_on(f"act.{act.id}")
    room.settle()
    assert screen.confirm_button.why
    before = screen.match.ply
    screen.focus_on("confirm")
    room.key(pygame.K_RETURN)
    assert screen.match.ply == before


def test_enter_on_an_act_goes_to_confirm_and_escape_back(room) -> None:
    card = next(card for card in cards(room) if card.act.open)
    room.top.focus_on(card.key)
    room.key(pygame.K_RETURN)
    assert room.top.focused.key == "confirm"
    room.key(pygame.K_ESCAPE)
    assert room.top.focused.key == card.key


def test_a_frame_in_which_the_previewed_act_changes_is_cheap(room) -> None:
    screen, surface = room.top, pygame.display.get_surface()
    costs = []
    for _ in range(3):
        for card in cards(room):
            start = time.process_time()
            screen.focus_on(card.key)
            for rect in screen.take_dirty():
                surface.set_clip(rect)
                screen.draw(surface)
            costs.append((time.process_time() - start) * 1000)
            surface.set_clip(None)
    assert sorted(costs)[len(costs) // 2] <= DEAREST


def test_the_map_and_its_list_are_reached_by_keys(room) -> None:
    first = room.top.frame
    room.key(pygame.K_m)
    assert room.top.frame != first
    room.key(pygame.K_l)
    assert room.name == "Reading"
    room.key(pygame.K_ESCAPE)
    assert room.name == "WarRoom"


def chosen_late(window) -> str:
    screen = window.top
    act = next(act for rung in reversed(screen.model.rungs) for act in reversed(rung.acts) if act.open)
    screen.rung = next(n for n, rung in enumerate(screen.model.rungs) if act in rung.acts)
    screen.rebuild()
    screen.focus_on(f"act.{act.id}")
    window.key(pygame.K_RETURN)
    assert screen.focused.key == "confirm"
    return act.move


@pytest.mark.parametrize("key", [pygame.K_p, pygame.K_F1, pygame.K_l, pygame.K_d])
def test_a_choice_outlives_every_other_screen(room, key: int) -> None:
    move = chosen_late(room)
    room.key(key)
    assert room.name != "WarRoom"
    room.key(pygame.K_ESCAPE)
    assert room.top.subject.move == move
    assert room.top.focused.key == "confirm"


def test_a_choice_outlives_a_larger_text(room) -> None:
    move = chosen_late(room)
    for _ in range(3):
        room.key(pygame.K_PLUS, mod=pygame.KMOD_CTRL)
        assert room.top.subject.move == move
        assert room.top.focused.key == "confirm"


def test_tab_passes_over_cards_without_choosing(room) -> None:
    move = chosen_late(room)
    room.key(pygame.K_TAB)
    room.tab_to("confirm")
    assert room.top.subject.move == move
