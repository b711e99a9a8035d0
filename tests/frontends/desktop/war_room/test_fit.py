"""At every size and text setting the text of the war room is whole and apart, and nothing lies over anything else."""

import pygame
import pytest
from looks import ROOMS, WINDOWS, Looks
from moments import cut_short, dawn
from window import Oracle

from game.match.match import Match
from game.players.roster import seat
from game.rules.ruleset import Ruleset
from game.rules.slots import INCIDENT, MONTHS, MOVE


def opened(lay, match: Match, what: str, size: tuple[int, int], text: int):
    """Returns a window that shows what is named."""
    if what in ("incident", "months"):
        node = INCIDENT if what == "incident" else MONTHS
        ply = max(p for p, s in enumerate(match.states) if s[1] == node and s[0] < 2)
        return lay(cut_short(match, ply), size, text, seat=match.states[ply][0], forecaster=Oracle())
    if what == "ending":
        return lay(cut_short(match, match.ply), size, text)
    if what == "war":
        return lay(into_war(match.rules), size, text)
    side = 1 if what == "other side" else 0
    ply = dawn(match, DAYS.get(what, 9), side, MOVE)
    oracle = None if what == "other side" else Oracle()
    window = lay(cut_short(match, ply), size, text, seat=side, forecaster=oracle)
    if what == "composer":
        window.key(pygame.K_o)
        assert window.name == "ComposerScreen"
    elif what in KEYS:
        window.key(KEYS[what])
        assert window.name == ("MapScreen" if what == "list" else "Reading")
    elif what == "letter":
        window.app.obey(window.top.read_letter(window.top.model.inbox[0]))
        window.settle()
    elif what == "closed":
        screen = window.top
        screen.pick(next(act for rung in screen.model.rungs for act in rung.acts if not act.open))
    elif what in ("inbox", "deal", "map", "advice", "mandate"):
        from game.frontends.desktop.war_room.layout import TABS

        window.app.obey(window.top.turn_tab(TABS.index(what)))
        window.settle()
    return window


def into_war(rules: Ruleset) -> Match:
    """Returns a match that programs without a plan have played into war."""
    names = rules.scenario.side_names
    for seed in range(100):
        match = Match(rules, seed=seed, players=dict.fromkeys(names, "random"))
        seats = [seat(rules, "random", side) for side in range(2)]
        while match.actor is not None:
            choice = match.ask(seats[match.actor])
            match.play(choice.move, choice.because)
        if match.outcome.war:
            return match
    raise AssertionError("nothing led to war")


DAYS = {"first": 1, "letters": 12, "letter": 12}
KEYS = {"figures": pygame.K_p, "list": pygame.K_l, "whole mandate": pygame.K_d}
WHAT = [
    "room",
    "first",
    "closed",
    "letter",
    "war",
    *KEYS,
    "other side",
    "letters",
    "composer",
    "incident",
    "months",
    "ending",
    "inbox",
    "deal",
    "advice",
    "map",
    "mandate",
]


SHOWN = {
    "letter": "Reading",
    "war": "EndingScreen",
    "figures": "Reading",
    "list": "MapScreen",
    "whole mandate": "Reading",
    "composer": "ComposerScreen",
    "incident": "IncidentRoom",
    "months": "DutyRoom",
    "ending": "EndingScreen",
}
"""The class of the screen that each name stands for, where that is not the war room."""


def test_the_walk_shows_every_room_named_for_it() -> None:
    assert {*SHOWN} <= {*WHAT}
    assert {SHOWN.get(what, "WarRoom") for what in WHAT} == {*ROOMS}


@pytest.mark.parametrize(("size", "text"), WINDOWS)
@pytest.mark.parametrize("what", WHAT)
def test_war_room_fits(
    lay, history: Match, monkeypatch: pytest.MonkeyPatch, what: str, size: tuple[int, int], text: int
) -> None:
    looks = Looks(monkeypatch)
    window = opened(lay, history, what, size, text)
    assert window.name == SHOWN.get(what, "WarRoom")
    looks.check(looks.draw_whole(window))
