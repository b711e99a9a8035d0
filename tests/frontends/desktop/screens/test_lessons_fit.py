"""At every size and text setting every lesson of the first game stands whole on its card, clear of what it is about."""

from dataclasses import dataclass

import pygame
import pytest
from looks import WINDOWS, Looks, check_contrast, check_focus
from test_learning import check_clear, shown
from window import Window

from game.frontends.desktop.crisis import Crisis, load_crisis
from game.frontends.desktop.lesson_card import KEY, Face
from game.frontends.desktop.screen import Show
from game.frontends.desktop.table import Table
from game.frontends.presenter.teaching.lessons import lesson_of
from game.match.match import Match
from game.players.roster import facing_lessons, seat
from game.scenario.loader import teaching

_OFFER = "offer herald drop_toll for remove_guns + free_ferry"


@dataclass(frozen=True)
class Moment:
    """When a lesson is shown: after how many moves, which lessons are read, and the lesson's number."""

    ply: int
    read: frozenset[int]
    number: int


@pytest.fixture(scope="module")
def first_game() -> tuple[Crisis, Match, list[Moment]]:
    """Returns the first game, played as its lessons say, and when each of them is shown."""
    crisis = load_crisis(teaching())
    match = Match(crisis.rules, seed=1, players=facing_lessons(crisis.scenario))
    seats = [seat(crisis.rules, who, side) for side, who in enumerate(match.players.values())]
    moments: list[Moment] = []
    read: set[int] = set()
    while match.actor is not None:
        card = lesson_of(match, match.actor, read)
        if program := seats[match.actor]:
            match.play(match.ask(program).move)
        elif card and not card.task:
            moments.append(Moment(match.ply, frozenset(read), card.number))
            read.add(card.number)
        else:
            until = crisis.scenario.lessons[card.number - 1].until if card else None
            if card:
                moments.append(Moment(match.ply, frozenset(read), card.number))
            match.play(_obeying(match, until or ""))
    return crisis, match, moments


def _obeying(match: Match, until: str) -> str:
    """Returns the move that a lesson asks for, or one that goes calmly on."""
    if until == "offer":
        return _OFFER
    signing = ("accept",) if "deal" in until else ()
    for words in (*((until,) if until else ()), *signing, "keep", "answer", "act look_closer", "act wait"):
        for move in match.legal_moves:
            if f"{move} ".startswith(f"{words} "):
                return move
    raise AssertionError("nothing calm is left to do")


def at(tmp_path, first_game, moment: Moment, size: tuple[int, int], text: int) -> Window:
    """Returns a window that shows a moment of the first game."""
    crisis, match, _ = first_game
    window = Window(tmp_path, crisis, size, text)
    table = Table(window.app.desk, match.branch(moment.ply, players=facing_lessons(crisis.scenario)))
    table.read, table.seat, table.briefed = set(moment.read), 0, {0, 1}
    window.app.obey(Show(table.screen()))
    window.settle()
    return window


def test_the_first_game_shows_most_of_its_lessons_and_every_part(first_game) -> None:
    crisis, _, moments = first_game
    numbers = [moment.number for moment in moments]
    assert len({*numbers}) >= len(crisis.scenario.lessons) - 2
    assert sorted(numbers) == numbers


@pytest.mark.parametrize(("size", "text"), WINDOWS)
def test_every_lesson_fits(tmp_path, first_game, monkeypatch, size: tuple[int, int], text: int) -> None:
    looks = Looks(monkeypatch)
    for moment in {moment.number: moment for moment in first_game[2]}.values():
        window = at(tmp_path, first_game, moment, size, text)
        screen = looks.draw_whole(window)
        assert shown(window).number == moment.number
        face = next(widget for widget in screen.widgets if isinstance(widget, Face))
        check_clear(window)
        check_contrast(looks.drawn)
        check_focus(screen)
        words = face.card.text, f"Lesson {moment.number} of {face.card.count}"
        inside = [one for one in looks.drawn if one.text in words]
        assert len(inside) == 2 and all(face.box.contains(one.rect) for one in inside)
        assert inside[1].rect.right <= window.widget(KEY).box.x and min(window.widget(KEY).box.size) >= 32


@pytest.mark.parametrize(("size", "text"), WINDOWS)
def test_a_lesson_on_offers_stands_whole_over_the_composer(
    tmp_path, first_game, monkeypatch, size: tuple[int, int], text: int
) -> None:
    moment = next(m for m in first_game[2] if first_game[0].scenario.lessons[m.number - 1].until == "offer")
    window = at(tmp_path, first_game, moment, size, text)
    looks = Looks(monkeypatch)
    window.key(pygame.K_o)
    assert window.name == "ComposerScreen" and shown(window)
    looks.draw_whole(window)
    check_clear(window)
    check_contrast(looks.drawn)
