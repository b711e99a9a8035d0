"""The forecast stands where it should, is asked for what is looked at, delays no frame, and can be switched off."""

from concurrent.futures import Executor, Future

import pygame
import pytest
from moments import cut_short, dawn
from window import Chance, Oracle, Said

from game.analysis.worker import Worker
from game.frontends.desktop.war_room import notes
from game.frontends.presenter.forecasts import LED
from game.match.match import Match
from game.rules.notation import parse_move
from game.rules.slots import INCIDENT, MOVE


class Slow(Executor):
    """An executor that takes everything and finishes nothing."""

    def __init__(self) -> None:
        self.tasks = 0

    def submit(self, work, /, *given, **named) -> Future:
        self.tasks += 1
        return Future()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        assert not wait


def opened(lay, history: Match, oracle, day: int = 9, **more):
    return lay(cut_short(history, dawn(history, day, 0, MOVE)), seat=0, forecaster=oracle, **more)


def climb(room) -> None:
    """Previews the first open act that climbs."""
    room._choose(next(act for rung in room.model.rungs for act in rung.acts if act.open and act.rung > 0))


def test_war_by_the_end_stands_beside_the_gauge_and_in_the_preview(lay, history: Match, texts: list[str]) -> None:
    window = opened(lay, history, Oracle(), size=(1920, 1080))
    climb(window.top)
    window.settle()
    assert {"War if nobody moves", "10–23 %", "War by the end", "85 %"} <= {*texts}
    preview = [figure for figure in window.top.shown.figures if figure.role == "war_by_end"]
    assert [(figure.compared, figure.after, figure.tone) for figure in preview] == [
        ("85 % if your leader decides", "100 % (99–100)", "worse")
    ]


def test_all_figures_tell_the_whole_forecast(lay, history: Match) -> None:
    room = opened(lay, history, Oracle()).top
    climb(room)
    told = {(entry.head, entry.text) for entry in notes.figures(room).entries}
    assert {
        ("Settled by the end", "15 % if your leader decides → 0 % (0–1)"),
        ("Your score, on average", "48 if your leader decides → 10"),
    } <= told
    room.consider(None)
    told = {(entry.head, entry.text) for entry in notes.figures(room).entries}
    assert {("War if nobody moves", "10–23 %"), ("Settled by the end", "15 % (12–18)")} <= told


def test_what_is_looked_at_is_what_is_asked(lay, history: Match) -> None:
    oracle = Oracle()
    room = opened(lay, history, oracle).top
    for act in [act for rung in room.model.rungs for act in rung.acts if act.open][:4]:
        room.pick(act)
        side, seen, moves = oracle.asked[-1]
        assert (side, seen) == (0, room.view)
        number = parse_move(room.rules, room.view, act.move)
        assert moves == [None, number]


def test_the_composer_tells_how_likely_a_yes_is(lay, history: Match, texts: list[str]) -> None:
    oracle = Oracle()
    window = opened(lay, history, oracle, day=12)
    window.key(pygame.K_o)
    texts.clear()
    window.top.rebuild()
    window.app.redraw()
    assert "Chance of a yes" in texts
    assert "100 % (98–100)" in texts
    assert oracle.asked[-1][2] == [None, parse_move(window.top.room.rules, window.top.room.view, window.top.sheet.move)]


def test_news_of_the_forecast_is_drawn_at_the_next_frame_only_where_it_stands(lay, history: Match) -> None:
    oracle = Oracle()
    room = opened(lay, history, oracle).top
    room.take_dirty()
    oracle.told()
    assert 0 < sum(rect.w * rect.h for rect in room.take_dirty()) < room.area.w * room.area.h / 2


def test_an_incident_is_answered_with_the_forecast_in_sight(lay, history: Match, texts: list[str]) -> None:
    ply = max(ply for ply, state in enumerate(history.states) if state[1] == INCIDENT and state[0] < 2)
    lay(cut_short(history, ply), (1920, 1080), seat=history.states[ply][0], forecaster=Oracle())
    assert "85 %" in texts
    assert texts.count("100 % (99–100)") == 2


@pytest.mark.parametrize("how", ["setting", "nobody"])
def test_without_forecast_no_word_of_it_stands_anywhere(lay, history: Match, texts: list[str], how: str) -> None:
    window = opened(lay, history, Oracle() if how == "setting" else None)
    window.app.settings.forecast = how == "nobody"
    texts.clear()
    for key in (pygame.K_RIGHT, pygame.K_p, pygame.K_ESCAPE, pygame.K_o):
        window.top.rebuild()
        window.app.redraw()
        window.key(key)
    said = " ".join(texts)
    assert len(said) > 500
    assert not [word for word in ("by the end", "if nobody moves", "Chance of a yes", "on average") if word in said]


def test_a_forecast_that_never_comes_delays_nothing_and_is_a_dash(lay, history: Match, texts: list[str]) -> None:
    slow = Slow()
    worker = Worker(lambda then: pytest.fail("nothing can have been heard"), slow)
    window = opened(lay, history, worker, size=(1920, 1080))
    for _ in range(3):
        window.key(pygame.K_RIGHT)
    assert texts.count("–") >= 2
    assert slow.tasks == 1
    window.app.close()
    pygame.display.init()
    pygame.font.init()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_strip_and_preview_start_from_the_same_figure_whatever_is_looked_at(lay, history: Match, size) -> None:
    """An oracle that knows another figure for every move: two different ones on a screen would be seen."""

    class Many(Oracle):
        def known(self, side, view, move=None):
            share = Chance(rate := (0.11 if move is None else 0.3 + move % 60 / 100), rate - 0.03, rate + 0.03)
            return Said(share, share, Chance(50, 48, 52), Chance(0.5, 0.4, 0.6))

    room = opened(lay, history, Many(), day=12, size=size).top
    stands = room.strip_model.foreseen
    assert stands.war.percent == "11 %"
    seen = set()
    for act in [act for rung in room.model.rungs for act in rung.acts if act.open]:
        room.pick(act)
        figure = next(figure for figure in room.shown.figures if figure.role == "war_by_end")
        assert (figure.before, figure.against) == ("11 %", LED)
        assert room.strip_model.foreseen == stands
        seen.add(figure.after)
    assert len(seen) > 3
    room.consider(None)
    letter = room.open_letter
    assert letter is not None
    figure = next(figure for figure in room.foresight.ahead((), letter.accept) if figure.role == "war_by_end")
    assert (figure.before, figure.against) == ("11 %", LED)
    assert room.compose().screen.foresight.foreseen() == stands
