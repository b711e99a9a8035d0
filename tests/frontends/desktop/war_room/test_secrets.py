"""States that differ only in the other side's secrets give equal frames, on every screen of play."""

from concurrent.futures import Executor, Future

import pygame
import pytest
from moments import cut_short, dawn
from window import Window

from game.analysis.worker import Worker
from game.match.match import Match
from game.rules.slots import ACTOR, INCIDENT, MONTHS, MOVE, NODE, State
from game.rules.view import view

ESC = pygame.K_ESCAPE
DRAWN_ROPES = 2


class AtOnce(Executor):
    """Does the first parts of what it is given in this thread, and nothing of the rest."""

    def __init__(self, parts: int = 6) -> None:
        self.left = parts

    def submit(self, work, /, *given, **named) -> Future:
        future: Future = Future()
        if self.left:
            self.left -= 1
            future.set_result(work(*given, **named))
        return future


def twin(match: Match, side: int) -> State:
    """Returns the present state with everything that is hidden from a side changed as far as its range allows."""
    state, slots = list(match.state), match.rules.slots
    for slot, blind in slots.hidden_from.items():
        if blind == side and slot in slots.spans:
            low, high = slots.spans[slot]
            state[slot] = high if state[slot] != high else low
    return tuple(state)


def pair(history: Match, ply: int, side: int) -> list[Match]:
    """Returns the match as it was after so many moves, and the same with other secrets of the other side."""
    matches = [cut_short(history, ply) for _ in range(2)]
    changed = twin(matches[1], side)
    assert changed != matches[1].state
    assert view(matches[1].rules, changed, side) == view(matches[1].rules, matches[1].state, side)
    matches[1]._states = [*matches[1]._states[:-1], changed]
    return matches


def frames(window: Window, *keys: int) -> list[bytes]:
    """Returns what the window shows, at first and after each key, with every picture drawn that takes a while."""
    seen = []
    for key in (None, *keys):
        if key is not None:
            window.key(key)
        for _ in range(DRAWN_ROPES):
            window.settle()
        seen.append(window.pixels())
    return seen


def test_the_frames_of_a_turn_are_distinct(lay, history: Match) -> None:
    window = lay(pair(history, dawn(history, 9, 0, MOVE), 0)[0], seat=0)
    assert len({*frames(window, pygame.K_RIGHT, pygame.K_p)}) == 3


@pytest.mark.parametrize(("day", "forecast"), [(3, False), (9, True), (12, False)])
@pytest.mark.parametrize("side", [0, 1])
def test_equal_views_give_equal_frames(lay, history: Match, side: int, day: int, forecast: bool) -> None:
    seen = []
    for match in pair(history, dawn(history, day, side, MOVE), side):
        worker = Worker(lambda then: then(), AtOnce()) if forecast else None
        window = lay(match, seat=side, forecaster=worker)
        assert window.name == "WarRoom"
        assert worker is None or worker.known(side, window.top.view)
        ways = (pygame.K_RIGHT, pygame.K_p, ESC, pygame.K_l, ESC, pygame.K_d, ESC, pygame.K_o)
        seen.append(frames(window, *ways))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("node", [INCIDENT, MONTHS])
def test_equal_views_give_equal_frames_where_an_answer_is_due(lay, history: Match, node: int) -> None:
    ply, side = next((p, s[ACTOR]) for p, s in enumerate(history.states) if s[NODE] == node and s[ACTOR] < 2)
    seen = [frames(lay(match, seat=side), pygame.K_2) for match in pair(history, ply, side)]
    assert seen[0] == seen[1]


@pytest.mark.parametrize(("side", "before"), [(0, None), (0, 1), (1, None), (1, 0)])
def test_curtains_tell_nothing(lay, history: Match, side: int, before: int | None) -> None:
    """A curtain is the same whatever either side hides: it is seen by whoever walks past."""
    ply = dawn(history, 9, side, MOVE)
    seen = []
    for hidden_from in (0, 1):
        for match in pair(history, ply, hidden_from):
            window = lay(match)
            assert window.name == "CurtainScreen"
            window.top.table.seat = before
            window.top.first = before is None
            seen.append(frames(window, pygame.K_TAB))
    assert all(each == seen[0] for each in seen)
