"""The first game in the window: played to its end as the lessons say, by mouse or by keyboard, at every size."""

import re
from collections.abc import Iterator

import pygame
import pytest
from window import Window

from game.frontends.desktop.lesson_card import HIDDEN, KEY, Face, Outline
from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens import learning
from game.frontends.desktop.table import Table
from game.frontends.desktop.theme import Role
from game.frontends.desktop.war_room.panels import tab_names
from game.frontends.presenter.teaching.hints import HINTS, TIMES
from game.frontends.presenter.teaching.lessons import LessonCard
from game.match.match import Match

SEED = 1
WANTED = {"drop_toll", "remove_guns", "free_ferry"}


class ByMouse:
    """Presses what it is told to with the mouse."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def press(self, key: str) -> None:
        self.window.press(key)

    def tick(self, key: str) -> None:
        self.window.click(self.window.widget(key).target.move(12, 12).topleft)

    def next(self) -> None:
        self.window.press(KEY)


class ByKeyboard(ByMouse):
    """Does the same with Tab, Enter and the lesson's own key."""

    def press(self, key: str) -> None:
        self.window.tab_to(key)
        self.window.key(pygame.K_RETURN)

    def tick(self, key: str) -> None:
        self.press(key)

    def next(self) -> None:
        self.window.key(pygame.K_t)


FORMS = (
    ((1024, 640), 100, ByMouse),
    ((1280, 720), 100, ByKeyboard),
    ((1920, 1080), 100, ByMouse),
    ((1024, 640), 150, ByKeyboard),
    ((1024, 640), 200, ByMouse),
)


def shown(window: Window) -> LessonCard | None:
    return next((widget.card for widget in window.top.widgets if isinstance(widget, Face)), None)


def check_clear(window: Window) -> None:
    """Checks that a card lies in the window, off what it points to and off what plays the move."""
    widgets = window.top.widgets
    face = next(widget for widget in widgets if isinstance(widget, Face))
    outlines = [widget.box for widget in widgets if isinstance(widget, Outline)]
    assert window.top.area.contains(face.box)
    assert face.box.collidelist(outlines) < 0
    assert bool(outlines) is bool(face.card.points_to) or window.name == "ComposerScreen"
    plays = [w.box for w in widgets if w.key in ("confirm", "send") or w.key.startswith("answer.")]
    assert face.box.collidelist(plays) < 0
    text = window.app.desk.block_height(face.card.text, Role.TEXT, 16, face.box.w - 2 * window.app.desk.size(10))
    button = window.widget(KEY).box
    assert face.box.contains(button) and face.box.y + text <= button.y


def walk(window: Window, hand: ByMouse) -> Iterator[LessonCard]:
    """Plays the first game to its end, doing what each lesson says, and yields each lesson as it is shown."""
    named = {act.name: name for acts in window.top.table.rules.scenario.acts.values() for name, act in acts.items()}
    for _ in range(60):
        if window.name == "EndingScreen":
            return
        if window.name in ("BriefingScreen", "NightScreen"):
            hand.press("open")
            continue
        card = shown(window)
        if card:
            yield card
        if card and not card.task:
            hand.next()
        elif card and card.points_to == "offer":
            write(window, hand)
        elif card and (quoted := re.search(r'"(.*?)"', card.text)) and card.points_to == "acts":
            act(window, hand, named[quoted[1]])
        elif window.name in ("IncidentRoom", "DutyRoom"):
            hand.press("answer.0")
        elif card and card.points_to == "letters":
            hand.press("accept")
            hand.press("confirm")
        else:
            act(window, hand, "look_closer" if window.top.match.day != 3 else "wait")
    raise AssertionError("the first game does not come to its end")


def act(window: Window, hand: ByMouse, name: str) -> None:
    if not any(widget.key == f"act.{name}" for widget in window.top.widgets):
        room = window.top
        number = next(n for n, rung in enumerate(room.model.rungs) if any(card.id == name for card in rung.acts))
        for _ in range(6):
            if any(widget.key == "rungs" for widget in room.widgets):
                break
            window.key(pygame.K_1 + next(n for n, tab in enumerate(tab_names(room)) if tab == "act"))
        room.turn_rung(number - room.rung)
    hand.press(f"act.{name}")
    if window.name == "WarRoom" and window.widget("confirm").why == "":
        hand.press("confirm")


def write(window: Window, hand: ByMouse) -> None:
    hand.press("offer")
    check_clear(window)
    for name in sorted(WANTED ^ set(window.top.draft)):
        for tab in range(2):
            if any(widget.key == f"clause.{name}" for widget in window.top.widgets):
                break
            window.key(pygame.K_1 + tab)
        hand.tick(f"clause.{name}")
        assert (name in window.top.draft) is (name in WANTED)
    hand.press("send")


@pytest.mark.parametrize(("size", "text", "way"), FORMS, ids=str)
def test_the_first_game_is_played_as_its_lessons_say(open_window, monkeypatch, size, text, way) -> None:
    monkeypatch.setattr(learning, "randbelow", lambda _: SEED)
    window = open_window(size, text)
    way(window).press("learn")
    seen = []
    for card in walk(window, way(window)):
        check_clear(window)
        seen.append(card.number)
    assert seen == sorted(seen) and len(seen) >= 12
    table = window.top.table
    assert table.match.outcome and table.rules.scenario.endings[table.match.outcome.ending].settled


def test_a_saved_first_game_is_continued_from_the_title_where_its_reader_was(open_window, monkeypatch) -> None:
    monkeypatch.setattr(learning, "randbelow", lambda _: SEED)
    window = open_window()
    hand = ByMouse(window)
    hand.press("learn")
    hand.press("open")
    while not (shown(window) or LessonCard(0, 0, "", None, True)).task:
        hand.next()
    act(window, hand, "send_boats")
    hand.press("open")
    card = shown(window)
    window.key(pygame.K_ESCAPE)
    hand.press("continue")
    assert window.name == "WarRoom" and shown(window) == card and card is not None


def test_hints_are_shown_in_the_first_game_until_they_are_closed_and_fade(tmp_path, crisis) -> None:
    window = Window(tmp_path, crisis, hints=True)
    table = Table(window.app.desk, Match(crisis.rules, seed=SEED, players={"ussr": "khrushchev"}))
    window.app.obey(Show(table.screen()))
    settings, hand = window.app.desk.settings, ByMouse(window)
    hand.press("open")
    assert shown(window).number == 0 and settings.hinted == {"mandate": 1}
    window.top.rebuild()
    check_clear(window)
    hand.next()
    assert shown(window) is None and settings.hinted == {"mandate": TIMES}
    settings.hinted = dict.fromkeys((each.id for each in HINTS), TIMES)
    window.app.obey(table.play("act watch"))
    while window.name != "WarRoom":
        window.settle()
        if window.name == "NightScreen":
            hand.press("open")
    assert shown(window) is None
    settings.hint_again(True)
    table.hinted = None
    window.top.rebuild()
    assert shown(window).number == 0


def test_no_hint_is_shown_once_a_game_has_been_played_to_its_end_or_where_they_are_off(tmp_path, crisis) -> None:
    for settled in ({"games": 1}, {"hints": False}):
        window = Window(tmp_path, crisis, hints=True)
        for name, value in settled.items():
            setattr(window.app.desk.settings, name, value)
        match = Match(crisis.rules, seed=SEED, players={"ussr": "khrushchev"})
        window.app.obey(Show(Table(window.app.desk, match).screen()))
        window.press("open")
        assert window.name == "WarRoom" and shown(window) is None


def test_a_lesson_that_asks_for_something_is_hidden_by_its_own_key_alone_and_comes_back(
    open_window, monkeypatch
) -> None:
    monkeypatch.setattr(learning, "randbelow", lambda _: SEED)
    window = open_window()
    hand = ByKeyboard(window)
    hand.press("learn")
    hand.press("open")
    while not shown(window).task:
        hand.next()
    card = shown(window)
    window.key(pygame.K_t)
    assert shown(window) == card
    window.key(pygame.K_s)
    assert shown(window) != card and window.app.desk.caption.words.endswith(HIDDEN)
    window.key(pygame.K_t)
    assert shown(window) == card
