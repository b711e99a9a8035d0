"""The shipped scenario, compiled once, and windows on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from window import Window

from game.frontends.desktop.crisis import Crisis, load_crisis

Open = Callable[..., Window]


@pytest.fixture(scope="session")
def crisis() -> Crisis:
    """Returns the shipped scenario with its rules."""
    return load_crisis(None)


@pytest.fixture
def open_window(tmp_path: Path, crisis: Crisis) -> Iterator[Open]:
    """Opens windows whose saves lie in an empty folder."""

    def open_(size: tuple[int, int] = (1280, 720), text: int = 100) -> Window:
        return Window(tmp_path / "saves", crisis, size, text)

    yield open_
