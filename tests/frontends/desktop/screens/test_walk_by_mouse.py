"""Every screen is reached, used and left by the mouse alone."""

import time

import pygame


def test_a_match_against_a_program_is_begun(open_window) -> None:
    window = open_window()
    window.press("new")
    assert window.name == "NewMatchScreen"
    window.press("begin")
    assert window.name == "PrologueScreen"
    window.press("next")
    window.press("before")
    assert window.top.at == 0
    window.press("esc")
    assert window.name == "BriefingScreen"
    window.press("open")
    assert window.name == "WarRoom"


def test_hovering_does_not_move_the_focus(open_window) -> None:
    window = open_window()
    focused = window.top.focused
    place = window.widget("settings").box.center
    window.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(0, 0, 0)))
    assert window.widget("settings").hovered
    assert window.top.focused is focused


def test_a_press_let_go_elsewhere_does_nothing(open_window) -> None:
    window = open_window()
    here, there = window.widget("new").box.center, window.widget("help").box.center
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=here, button=1))
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=there, button=1))
    assert window.name == "TitleScreen"


def test_the_curtain_opens_when_held_and_not_before(open_window) -> None:
    window = open_window()
    window.app.settings.reduced_motion = False
    window.press("new")
    second = list(window.app.desk.crisis.scenario.sides)[1]
    window.top.who[second] = "human"
    window.press("begin")
    window.press("esc")
    assert window.name == "CurtainScreen"
    place = window.widget("open").box.center
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
    window.top.animate(0.0)
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    window.settle()
    assert window.name == "CurtainScreen"
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
    time.sleep(0.85)
    window.top.animate(0.0)
    window.settle()
    assert window.name == "BriefingScreen"


def test_the_curve_is_scrubbed(open_window) -> None:
    window = open_window()
    window.press("replay")
    curve = window.widget("curve")
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=curve.box.center, button=1))
    middle = window.top.at
    window.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=curve.box.midright, rel=(9, 0), buttons=(1, 0, 0)))
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=curve.box.midright, button=1))
    assert 0 < middle < window.top.at == len(window.top.steps) - 1


def test_tabs_and_segments_are_clicked(open_window) -> None:
    window = open_window()
    window.press("help")
    tabs = window.widget("tabs")
    window.click(tabs.parts()[6].center)
    assert window.top.at == 6
    window.press("esc")
    window.press("settings")
    choice = window.widget("text")
    window.click(choice.part(2).center)
    assert window.app.settings.text == 150


def test_pages_scroll_by_the_wheel(open_window) -> None:
    window = open_window((1024, 640), 150)
    window.press("help")
    pane = window.widget("page 0")
    window.wheel(pane.box.center, -3)
    assert pane.offset > 0
    window.wheel(pane.box.center, 30)
    assert pane.offset == 0
