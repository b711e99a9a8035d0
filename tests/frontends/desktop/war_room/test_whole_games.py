"""Whole games are played in the window by keyboard events alone, and by mouse events alone."""

from random import Random

import pygame
import pytest
from window import Window

from game.frontends.desktop.war_room.cards import Card, RungBar
from game.frontends.desktop.war_room.clauses import ClauseCard
from game.match.match import Match
from game.rules.ruleset import Ruleset

ENTER, TAB, ESC, SPACE = pygame.K_RETURN, pygame.K_TAB, pygame.K_ESCAPE, pygame.K_SPACE
LONGEST = 900


class ByKeyboard:
    """A player who only presses keys."""

    def __init__(self, window: Window, seed: int) -> None:
        self.window, self.chance = window, Random(seed)

    def go(self, key: str) -> None:
        self.window.tab_to(key)
        self.window.key(ENTER)

    def open_curtain(self) -> None:
        self.window.key(ENTER, ENTER)

    def end_night(self) -> None:
        self.window.key(self.chance.choice((ENTER, SPACE, ESC)))

    def read_briefing(self) -> None:
        keys = [w.key for w in self.window.top.widgets if w.focusable]
        self.go(next((key for key in ("begin", "open", "go", "to work") if key in keys), keys[-1]))

    def pick_rung(self) -> None:
        if any(isinstance(widget, RungBar) for widget in self.window.top.widgets):
            self.window.tab_to("rungs")
            for _ in range(self.chance.randrange(9)):
                self.window.key(self.chance.choice((pygame.K_LEFT, pygame.K_RIGHT)))

    def act(self) -> None:
        for _ in range(40):
            self.pick_rung()
            cards = [w.key for w in self.window.top.widgets if isinstance(w, Card) and w.act.open]
            if cards:
                break
        self.go(self.chance.choice(cards))
        assert self.window.top.focused.key == "confirm"
        self.window.key(ENTER)

    def answer(self, key: str) -> None:
        self.go(key)
        assert self.window.top.focused.key == "confirm"
        self.window.key(ENTER)

    def write(self) -> None:
        self.window.key(pygame.K_o)
        assert self.window.name == "ComposerScreen"
        for key in self.open_clauses():
            if key not in self.chosen():
                self.go(key)
        self.window.key(pygame.K_c)
        assert self.window.top.focused.key == "send"
        before = self.window.top
        self.window.key(ENTER)
        if self.window.top is before:
            self.window.key(ESC)

    def open_clauses(self) -> list[str]:
        keys = [w.key for w in self.window.top.widgets if isinstance(w, ClauseCard) and w.clause.open]
        return [key for key in keys if self.chance.random() < 0.6] or keys[:1]

    def chosen(self) -> set[str]:
        return {w.key for w in self.window.top.widgets if isinstance(w, ClauseCard) and w.form is not None}

    def answer_incident(self) -> None:
        ways = [w.key for w in self.window.top.widgets if w.key.startswith("answer.") and not w.why]
        self.go(self.chance.choice(ways))


class ByMouse(ByKeyboard):
    """A player who only clicks."""

    def go(self, key: str) -> None:
        self.window.press(key)

    def end_night(self) -> None:
        self.window.click((200, 30))

    def open_curtain(self) -> None:
        self.window.press("open")
        if self.window.name == "CurtainScreen":
            self.window.press("open")

    def pick_rung(self) -> None:
        bar = next((w for w in self.window.top.widgets if isinstance(w, RungBar)), None)
        if bar:
            self.window.click(bar.part(self.chance.randrange(len(bar.rungs))).center)

    def act(self) -> None:
        for _ in range(40):
            self.pick_rung()
            cards = [w.key for w in self.window.top.widgets if isinstance(w, Card) and w.act.open]
            if cards:
                break
        self.go(self.chance.choice(cards))
        self.window.press("confirm")

    def answer(self, key: str) -> None:
        self.go(key)
        self.window.press("confirm")

    def write(self) -> None:
        self.window.press("offer")
        assert self.window.name == "ComposerScreen"
        for key in self.open_clauses():
            if key not in self.chosen():
                self.go(key)
        before = self.window.top
        self.window.press("send")
        if self.window.top is before:
            self.window.press("key.Esc")


def play(player: ByKeyboard) -> dict[str, int]:
    """Plays until the ending is shown; returns how often each screen was met."""
    window, met = player.window, dict[str, int]()
    for _ in range(LONGEST):
        name = window.name
        met[name] = met.get(name, 0) + 1
        if name == "EndingScreen":
            return met
        if name == "CurtainScreen":
            player.open_curtain()
        elif name == "NightScreen":
            player.end_night()
        elif name == "BriefingScreen":
            player.read_briefing()
        elif name in ("IncidentRoom", "DutyRoom"):
            player.answer_incident()
        elif name == "WarRoom":
            turn(player)
        else:
            raise AssertionError(f"nobody knows what to do on {name}")
    raise AssertionError("the game does not end")


def turn(player: ByKeyboard) -> None:
    room = player.window.top
    keys = {widget.key for widget in room.widgets}
    if "accept" in keys and player.chance.random() < 0.5:
        player.answer(player.chance.choice(("accept", "refuse")))
    elif room.model.can_offer and "offer" in keys and player.chance.random() < 0.4:
        player.write()
    else:
        player.act()


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("way", [ByKeyboard, ByMouse])
def test_a_small_game_is_played_to_its_end(lay, minimal: Ruleset, way: type[ByKeyboard], seed: int) -> None:
    match = Match(minimal, seed=seed)
    met = play(way(lay(match), seed))
    assert match.outcome is not None
    assert met["WarRoom"] > 2
    assert met["NightScreen"] > 1


@pytest.mark.parametrize("way", [ByKeyboard, ByMouse])
def test_the_shipped_crisis_is_played_to_its_end(lay, shipped: Ruleset, way: type[ByKeyboard]) -> None:
    match = Match(shipped, seed=5)
    met = play(way(lay(match), 5))
    assert match.outcome is not None
    assert met["WarRoom"] > 2
