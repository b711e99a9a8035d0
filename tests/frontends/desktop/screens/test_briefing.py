"""The mandate lies in a sealed folder that one press opens; credits name everything that is shipped."""

import pygame
import pytest

from game.data import data
from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.briefing import BriefingScreen
from game.frontends.desktop.screens.credits import CREDITS
from game.frontends.desktop.table import Table
from game.frontends.desktop.widgets.folder import OPENING
from game.match.match import Match


def brief(window, side: int = 0, number: int = 0) -> BriefingScreen:
    """Shows the briefing of a side with one of its mandates."""
    rules = window.app.desk.crisis.rules
    names = rules.scenario.side_names
    chosen = {names[side]: rules.mandates[side][number], names[1 - side]: rules.mandates[1 - side][0]}
    screen = BriefingScreen(window.app.desk, Table(window.app.desk, Match(rules, seed=1, mandates=chosen)), side)
    window.app.obey(Show(screen))
    window.settle()
    return screen


def test_a_key_opens_the_folder_at_once_where_motion_is_reduced(open_window) -> None:
    window = open_window()
    screen = brief(window)
    assert screen.focused.key == "seal"
    window.key(pygame.K_SPACE)
    assert screen.opened == 1.0
    assert screen.focused.key == "open"
    assert not any(widget.key == "seal" for widget in screen.widgets)


def test_a_click_opens_the_folder(open_window) -> None:
    window = open_window()
    screen = brief(window)
    window.press("seal")
    assert screen.opened == 1.0


@pytest.mark.parametrize("side", [0, 1])
def test_a_sealed_folder_looks_the_same_whatever_lies_in_it(open_window, side: int) -> None:
    sealed, open_ = set(), set()
    window = open_window()
    for number in (0, 1):
        brief(window, side, number)
        sealed.add(window.pixels())
        window.key(pygame.K_RETURN)
        open_.add(window.pixels())
    assert (len(sealed), len(open_)) == (1, 2)


def test_the_cover_lifts_and_comes_to_rest(open_window) -> None:
    window = open_window()
    window.app.settings.reduced_motion = False
    screen = brief(window)
    before = window.pixels()
    window.key(pygame.K_RETURN)
    assert screen.opened < 1.0
    assert screen.animate(100.0)
    assert screen.animate(100.0 + OPENING / 2)
    window.settle()
    assert window.pixels() != before
    assert not screen.animate(100.0 + OPENING)
    assert screen.focused.key == "open"
    assert not screen.animate(200.0)


def test_credits_name_every_font_and_kind_of_asset() -> None:
    words = " ".join(name.replace(" ", "") for name, _, _ in CREDITS)
    for font in (data("assets") / "fonts").glob("*.ttf"):
        assert font.stem.split("-")[0] in words
    assert "Coastlines" in words
    assert "Sounds" in words
    for name in ("pygame-ce", "PyYAML", "pydantic", "platformdirs"):
        assert name in words
