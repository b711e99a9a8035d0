"""Every test of the window runs without one."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


@pytest.fixture(scope="session", autouse=True)
def display() -> Iterator[None]:
    """Opens SDL's unseen display for all tests of the window."""
    import pygame

    pygame.display.init()
    pygame.font.init()
    yield
    pygame.quit()


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Lets go of what was measured with the faces of a closed window: hundreds of windows are to cost no more."""
    yield
    from game.frontends.desktop.war_room import fit

    for kept in (fit._width, fit._lines, fit._one):
        kept.cache_clear()
