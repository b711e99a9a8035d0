"""At every size and text setting all text is whole and apart, every target is large enough, every glyph is there."""

from dataclasses import dataclass

import pygame
import pytest
from window import SIZES, TEXTS, Window

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen, Show
from game.frontends.desktop.screens.briefing import BriefingScreen
from game.frontends.desktop.screens.curtain import CurtainScreen
from game.frontends.desktop.screens.help import HelpScreen
from game.frontends.desktop.screens.library import LibraryScreen
from game.frontends.desktop.screens.new_match import NewMatchScreen
from game.frontends.desktop.screens.prologue import PrologueScreen
from game.frontends.desktop.screens.replay import ReplayScreen, historical
from game.frontends.desktop.screens.settings import SettingsScreen
from game.frontends.desktop.screens.title import TitleScreen
from game.frontends.desktop.table import Table
from game.frontends.desktop.theme import SMALLEST_MAIN_TARGET, SMALLEST_TARGET
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.card import Card
from game.frontends.desktop.widgets.pane import Pane
from game.match.match import Match
from game.rules.compile import Ruleset


def table(desk: Desk) -> Table:
    rules: Ruleset = desk.crisis.rules
    sitting = Table(desk, Match(rules, seed=3))
    sitting.seat = 0
    return sitting


def replay_late(desk: Desk) -> ReplayScreen:
    screen = historical(desk)
    assert isinstance(screen, ReplayScreen)
    screen.at = max(range(len(screen.steps)), key=lambda n: len(screen.steps[n].text + screen.steps[n].described))
    return screen


def help_at(page: int):
    def make(desk: Desk) -> HelpScreen:
        screen = HelpScreen(desk)
        screen.at = page
        return screen

    return make


def library(desk: Desk) -> LibraryScreen:
    table(desk).save()
    return LibraryScreen(desk)


def prologue_at(card: int):
    def make(desk: Desk) -> PrologueScreen:
        screen = PrologueScreen(desk, table(desk))
        screen.at = card % len(screen.cards)
        return screen

    return make


SCREENS = {
    "title": TitleScreen,
    "new": NewMatchScreen,
    "library": library,
    "settings": SettingsScreen,
    "curtain": lambda desk: CurtainScreen(desk, table(desk), 1),
    "briefing": lambda desk: BriefingScreen(desk, table(desk), 0),
    "briefing other": lambda desk: BriefingScreen(desk, table(desk), 1),
    "replay": historical,
    "replay late": replay_late,
    **{f"help {page}": help_at(page) for page in range(9)},
    **{f"prologue {card}": prologue_at(card) for card in (0, 1, 4, -1)},
}


@dataclass(frozen=True)
class Drawn:
    """A text that was drawn: on which surface, where, and how much of the surface could be drawn on."""

    surface: int
    rect: pygame.Rect
    clip: pygame.Rect
    whole: pygame.Rect
    text: str


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """Returns a list to which every text drawn through the desk is added."""
    seen: list[Drawn] = []

    def note(name: str) -> None:
        plain = getattr(Desk, name)

        def noted(self: Desk, surface: pygame.Surface, text: str, role, units, *rest, **more) -> pygame.Rect:
            clip = surface.get_clip()
            surface.set_clip(None)
            rect = plain(self, surface, text, role, units, *rest, **more)
            surface.set_clip(clip)
            trim = self.size(units) // 5
            if name == "block":
                lines = self.type.wrap(text, role, self.size(units), rect.w)
                rect = pygame.Rect(rect.x, rect.y, max(self.width(line, role, units) for line in lines), rect.h)
            rect = rect.inflate(0, -2 * trim)
            seen.append(Drawn(id(surface), rect, clip, surface.get_rect(), text))
            surface.set_clip(clip)
            return plain(self, surface, text, role, units, *rest, **more)

        monkeypatch.setattr(Desk, name, noted)

    note("text")
    note("block")
    return seen


def laid_out(window: Window, name: str, drawn: list[Drawn]) -> Screen:
    """Shows a screen and returns it with the texts of one whole drawing in `drawn`."""
    window.app.obey(Show(SCREENS[name](window.app.desk)))
    window.settle()
    drawn.clear()
    window.top.rebuild()
    window.app.redraw()
    return window.top


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screen_fits(open_window, drawn: list[Drawn], name: str, size: tuple[int, int], text: int) -> None:
    window = open_window(size, text)
    screen = laid_out(window, name, drawn)
    assert len(drawn) > 3
    check_text(drawn)
    check_targets(screen)


def check_text(drawn: list[Drawn]) -> None:
    """Checks that every text lies inside its surface and over no other text."""
    for one in drawn:
        assert one.whole.left <= one.rect.left, f"cut at the left: {one.text!r}"
        assert one.rect.right <= one.whole.right, f"cut at the right: {one.text!r}"
        if one.clip == one.whole:
            assert one.whole.top <= one.rect.top, f"cut at the top: {one.text!r}"
            assert one.rect.bottom <= one.whole.bottom, f"cut at the bottom: {one.text!r}"
    for number, one in enumerate(drawn):
        for other in drawn[number + 1 :]:
            if one.surface == other.surface and one.text != other.text:
                seen = one.rect.clip(one.clip)
                assert not seen.colliderect(other.rect.clip(other.clip)), f"{one.text!r} over {other.text!r}"


def check_targets(screen: Screen) -> None:
    """Checks that everything that can be pressed is large enough, inside the window, and holds its text."""
    for widget in screen.widgets:
        if isinstance(widget, Pane):
            continue
        if widget.pane is None:
            assert screen.area.contains(widget.box), f"{widget.key} leaves the window"
        else:
            assert widget.rect.left >= 0
            assert widget.rect.right <= widget.pane.rect.w, f"{widget.key} leaves its pane"
            assert widget.rect.bottom <= widget.pane.height
        least = SMALLEST_MAIN_TARGET if isinstance(widget, Button) and widget.kind == "main" else SMALLEST_TARGET
        if widget.mouse:
            assert widget.rect.h >= least, f"{widget.key} is {widget.rect.h} px high"
            assert widget.rect.w >= least, f"{widget.key} is {widget.rect.w} px wide"
        if isinstance(widget, Button | Card):
            check_label(widget)
    for one in screen.widgets:
        for other in screen.widgets:
            if (
                one is not other
                and one.pane is other.pane
                and not isinstance(one, Pane)
                and not isinstance(other, Pane)
            ):
                assert not one.rect.colliderect(other.rect), f"{one.key} over {other.key}"


def check_label(widget: Button | Card) -> None:
    """Checks that a button's words and a card's text lie within it."""
    desk = widget.desk
    if isinstance(widget, Button):
        from game.frontends.desktop.theme import Role

        words = desk.width(widget.label, Role.STRONG, 16), desk.width(widget.why, Role.TEXT, 14) if widget.why else 0
        assert max(words) + 8 <= widget.rect.w, f"{widget.label!r} does not fit"


@pytest.mark.parametrize("name", SCREENS)
def test_every_letter_has_a_glyph(open_window, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    window = open_window((1280, 720))
    missing: list[tuple[str, set[str]]] = []
    checked: set[tuple[str, object]] = set()
    for method in ("text", "block"):
        plain = getattr(Desk, method)

        def noted(self: Desk, surface, text: str, role, *rest, plain=plain, **more) -> pygame.Rect:
            if text and (text, role) not in checked:
                checked.add((text, role))
                if lost := self.type.missing(text, role):
                    missing.append((text, lost))
            return plain(self, surface, text, role, *rest, **more)

        monkeypatch.setattr(Desk, method, noted)
    window.app.obey(Show(SCREENS[name](window.app.desk)))
    window.settle()
    assert missing == []
