"""What a draft or a letter is worth is shown with every part of it, and why a yes is unlikely where it is."""

from dataclasses import replace

import pygame
import pytest
from moments import cut_short, dawn
from window import Chance, Oracle, Said

from game.frontends import presenter
from game.frontends.desktop.war_room import notes
from game.frontends.presenter.words import minus, signed
from game.match.match import Match
from game.rules.notation import parse_offer
from game.rules.slots import MOVE

SIZES = [((1280, 720), 100), ((1024, 640), 150), ((1920, 1080), 100)]


class Doubtful(Oracle):
    """An oracle to whom a yes is unlikely, or likely."""

    def __init__(self, rate: float = 0.05) -> None:
        super().__init__()
        self.rate = rate

    def known(self, side: int, view, move: int | None = None) -> Said:
        """Returns the same forecast with another chance of a yes."""
        found = super().known(side, view, move)
        return replace(found, accepted=found.accepted and Chance(self.rate, self.rate, self.rate))


def weighed(lay, history: Match, size: tuple[int, int], text: int, oracle: Oracle | None = None):
    """Returns a window with a draft of a few clauses in the composer, on what it is worth."""
    match = cut_short(history, dawn(history, 9, 0, MOVE))
    window = lay(match, size, text, seat=0, forecaster=oracle)
    window.key(pygame.K_o)
    composer = window.top
    for choice in [each for each in composer.choices.values() if each.open][:5]:
        composer._choose(choice, next(n for n, form in enumerate(choice.forms) if form.open))
    if composer.grid.effective_width < 1150:
        composer._turn(4)
    window.settle()
    return window


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_a_draft_is_weighed_part_by_part_with_the_sum(lay, history: Match, texts: list[str], size, text: int) -> None:
    window = weighed(lay, history, size, text)
    sheet, room = window.top.sheet, window.top.room
    texts.clear()
    window.top.rebuild()
    for lines, total in ((sheet.breakdown, sheet.worth), (sheet.no_deal_breakdown, sheet.no_deal)):
        shown = presenter.own_lines(room.rules, room.side, lines)
        assert len(lines) > 3 and {name for name, _ in shown} <= {*texts}
        assert {signed(amount) for _, amount in lines} | {minus(total)} <= {*texts}
    assert texts.count("Together") == 2


@pytest.mark.parametrize(("size", "text"), SIZES[:2])
def test_the_last_part_can_be_scrolled_to_by_keyboard(lay, history: Match, size, text: int) -> None:
    window = weighed(lay, history, size, text)
    pane = window.widget("worth")
    assert pane.most and pane.content.get_height() == pane.height
    window.top.focus_on("worth")
    window.key(pygame.K_END)
    assert pane.offset == pane.most


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_why_a_yes_is_unlikely_stands_with_its_chance(lay, history: Match, texts: list[str], size, text: int) -> None:
    window = weighed(lay, history, size, text, Doubtful())
    composer, room = window.top, window.top.room
    move = parse_offer(room.rules, composer.sheet.move)
    why = presenter.doubts(room.rules, room.view, room.side, move, room.model.past_letters)
    texts.clear()
    composer.rebuild()
    at = texts.index("Chance of a yes")
    assert texts[at + 1 : at + 1 + len(why)] == [*why]
    composer.foresight.desk.worker = Doubtful(0.9)
    texts.clear()
    composer._foretold()
    assert "Chance of a yes" in texts and not {*why} & {*texts}


def test_a_letter_is_read_with_every_part_of_its_worth(lay, history: Match) -> None:
    ply = next(n for n, entry in enumerate(history.history) if entry.move.startswith("accept "))
    match = cut_short(history, ply)
    room = lay(match, seat=match.actor).top
    letter = room.model.inbox[0]
    told = [entry for entry in notes.letter(room, letter).entries if entry.parts]
    assert [entry.total for entry in told] == [letter.worth, letter.no_deal]
    assert all(sum(amount for _, amount in entry.parts) == entry.total for entry in told)
    room.letter = 0
    room.consider_accept()
    assert [entry for entry in notes.figures(room).entries if entry.parts] == told
    room.consider_refuse()
    assert not [entry for entry in notes.figures(room).entries if entry.parts]
