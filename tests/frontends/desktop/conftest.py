"""Every test of the window runs without one."""

import os
import sys
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


@pytest.fixture(autouse=True, scope="module")
def forgetful() -> Iterator[None]:
    """Lets go of all that windows of many sizes have kept once the tests of a file are done."""
    yield
    for name, module in sorted(sys.modules.items()):
        if name.startswith("game.frontends.desktop"):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()
