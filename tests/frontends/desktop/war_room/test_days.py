"""The line of days tells what happened on each, to the mouse and to the keyboard alike, on every screen of play."""

import pygame
import pytest
from moments import dawn
from window import SIZES, Window

from game.match.match import Match
from game.match.replay import dawn_of
from game.rules.slots import ACTOR, INCIDENT, MONTHS, MOVE, NODE

ENTER, LEFT, RIGHT, HOME, TAB = pygame.K_RETURN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_TAB


def tip(window: Window):
    return next((widget for widget in window.top.widgets if widget.key == "day tip"), None)


def whole(window: Window) -> bytes:
    """Returns what the window shows when all of it is drawn anew."""
    window.top.invalidate()
    window.app.redraw()
    return window.pixels()


@pytest.fixture
def morning(history: Match) -> Match:
    return history.branch(dawn_of(history, 9))


@pytest.mark.parametrize("size", SIZES)
def test_the_keyboard_walks_the_days(lay, morning: Match, size: tuple[int, int]) -> None:
    window = lay(morning, size, seat=0)
    assert tip(window) is None
    window.tab_to("days")
    line = window.widget("days")
    assert line.days[line.at].today
    assert tip(window) is not None
    window.key(LEFT, LEFT)
    assert line.days[line.at].day == 7
    assert window.pixels() == whole(window)
    window.key(HOME, LEFT)
    assert line.at == 0
    window.key(TAB)
    assert tip(window) is None
    assert window.pixels() == whole(window)


def test_the_mouse_over_a_day_tells_of_it(lay, morning: Match) -> None:
    window = lay(morning, (1920, 1080), seat=0)
    line = window.widget("days")
    for number in (6, 11):
        place = line.box.x + number * line.step + 5, line.box.centery
        window.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
        window.settle()
        assert line.at == number
        assert tip(window) is not None
        assert window.top.area.contains(tip(window).box)
        assert window.pixels() == whole(window)
    window.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=(960, 700), rel=(0, 0), buttons=(0, 0, 0)))
    window.settle()
    assert tip(window) is None
    assert window.pixels() == whole(window)


def test_enter_opens_all_days_on_a_page(lay, morning: Match) -> None:
    window = lay(morning, seat=0)
    window.tab_to("days")
    window.key(ENTER)
    assert window.name == "Reading"
    assert [entry.head for entry in window.top.entries][:2] == ["24 Oct", "23 Oct"]
    window.key(pygame.K_ESCAPE)
    assert window.name == "WarRoom"


def test_a_day_tells_what_this_side_did_and_was_told(lay, morning: Match) -> None:
    window = lay(morning, seat=0)
    day = next(day for day in window.widget("days").days if day.day == 7)
    assert day.told == ("You: Speak to the nation", "Moscow: Raise the alert", "Tension at nightfall: 36")


def test_what_the_other_side_did_in_secret_is_on_no_day(history: Match) -> None:
    from game.frontends import presenter

    acts = history.rules.scenario.acts
    for side, own in enumerate(history.rules.scenario.side_names):
        told = presenter.facts_of(history.branch(dawn_of(history, 13)), side).told
        theirs = next(name for name in acts if name != own)
        hidden = {act.name for act in acts[theirs].values() if act.visibility != "public"}
        said = [line for lines in told.values() for line in lines if not line.startswith(("You:", "Found out"))]
        assert said
        assert not [line for line in said for name in hidden if line.endswith(f": {name}")]


def test_every_past_day_has_its_nightfall(history: Match) -> None:
    """Also when the last thing of a day is a reading that intelligence brings."""
    from game.frontends import presenter

    facts = presenter.facts_of(history, 0)
    days = {state[2] for state in history.states[: dawn(history, 13, 0, MOVE)]}
    assert {*range(1, max(days))} <= {*facts.nightfalls}


def test_an_incident_keeps_its_answer_in_focus(lay, history: Match) -> None:
    window = lay(history.branch(dawn_of(history, 13)), seat=0)
    assert window.name == "IncidentRoom"
    assert window.top.focused.key == "answer.0"
    assert window.widget("days").days[12].today


@pytest.mark.parametrize("node", [INCIDENT, MONTHS])
def test_an_enter_meant_for_the_screen_before_plays_no_answer(lay, history: Match, node: int) -> None:
    ply = max(p for p, state in enumerate(history.states) if state[NODE] == node and state[ACTOR] < 2)
    window = lay(history.branch(ply), seat=history.states[ply][ACTOR])
    room, answer = window.top, window.top.focused
    for _ in range(3):  # held, a key repeats
        window.app.dispatch(pygame.event.Event(pygame.KEYDOWN, key=ENTER, mod=0, unicode=""))
    window.app.dispatch(pygame.event.Event(pygame.KEYUP, key=ENTER, mod=0))
    assert (window.top, room.table.match.ply, room.focused) == (room, ply, answer)
    window.key(ENTER)
    assert room.table.match.ply > ply
