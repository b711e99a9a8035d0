"""What freed pictures and left screens took goes back to the system."""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from weakref import ref

import pygame
import pytest
from window import Window

from game.frontends.desktop.memory import settle, tidy

GIVEN_BACK = """
from game.frontends.desktop.memory import give_back
from pygame import Surface
give_back()
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
before, kept = resident(), []
for _ in range(40):
    large = Surface((1000, 1000), depth=32)
    large.fill("white")
    kept.append(bytes(9000))
    del large
print(resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc alone is asked to")
def test_a_freed_picture_goes_back_to_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", GIVEN_BACK], capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[-1]) < 3_000_000


class Ring:
    """Something that only refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def settled() -> Iterator[None]:
    settle()
    yield
    gc.unfreeze()


def left() -> ref[Ring]:
    """Returns a ring that nobody uses, just after a search for such."""
    gc.collect()
    return ref(Ring())


def test_once_all_has_settled_a_ring_goes_at_the_next_tidying(settled: None) -> None:
    ring = left()
    tidy()
    assert ring() is None


def test_what_had_settled_is_not_looked_at() -> None:
    ring = Ring()
    gc.collect()
    gc.freeze()
    gone = ref(ring)
    del ring
    tidy()
    assert gone() is not None
    gc.unfreeze()
    gc.collect()
    assert gone() is None


def test_nothing_is_looked_for_before_all_has_settled() -> None:
    ring = left()
    tidy()
    assert ring() is not None


def test_a_screen_that_was_left_is_gone_with_the_next_frame(open_window: Callable[..., Window], settled: None) -> None:
    window = open_window()
    for row in ("help", "settings", "library", "new"):
        window.press(row)
        screen = ref(window.top)
        assert window.name != "TitleScreen"
        window.key(pygame.K_ESCAPE)
        assert window.name == "TitleScreen"
        assert screen() is None
