"""Matches laid on the desk of a window without a display."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from window import Window

from game.frontends.desktop.crisis import Crisis
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Show
from game.frontends.desktop.table import Table
from game.frontends.presenter.forecasts import Forecaster
from game.match.match import Match
from game.match.replay import past
from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario

MINIMAL = Path(__file__).parents[3] / "scenario" / "minimal.yaml"
Lay = Callable[..., Window]


@pytest.fixture(scope="session")
def minimal() -> Ruleset:
    """Returns the rules of the smallest scenario."""
    loaded = load_scenario(str(MINIMAL))
    return compile_ruleset(loaded.scenario, loaded.resolved)


@pytest.fixture(scope="session")
def shipped() -> Ruleset:
    """Returns the rules of the shipped scenario."""
    loaded = load_scenario("cuba1962")
    return compile_ruleset(loaded.scenario, loaded.resolved)


@pytest.fixture(scope="session")
def history(shipped: Ruleset) -> Match:
    """Returns the historical path, played to its end."""
    return past(shipped).match


@pytest.fixture
def lay(tmp_path: Path) -> Iterator[Lay]:
    """Opens a window in which a match between two humans is being played."""

    def lay_(
        match: Match,
        size: tuple[int, int] = (1280, 720),
        text: int = 100,
        seat: int | None = None,
        forecaster: Forecaster | None = None,
    ) -> Window:
        window = Window(tmp_path / "saves", Crisis(match.rules), size, text, forecaster)
        table = Table(window.app.desk, match)
        if seat is not None:
            table.seat, table.briefed = seat, {0, 1}
        window.app.obey(Show(table.screen()))
        for _ in range(2):  # a thread may post its result in the very moment it ends
            window.settle()
        return window

    yield lay_


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Returns a list to which everything written is added, lines and paragraphs alike."""
    seen: list[str] = []
    for name in ("text", "block"):
        plain = getattr(Desk, name)

        def noted(self: Desk, surface, text: str, *rest, plain=plain, **more) -> pygame.Rect:
            seen.append(text)
            return plain(self, surface, text, *rest, **more)

        monkeypatch.setattr(Desk, name, noted)
    return seen
