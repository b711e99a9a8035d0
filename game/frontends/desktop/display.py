"""Whether a window can be opened here, what to say if not, and the picture it has among others."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from game.frontends.desktop.theme import ROOM, SIDE_COLOURS

if TYPE_CHECKING:
    from pygame import Surface

NO_DISPLAY = "there is no display"


def available() -> str | None:
    """Returns None if a window can be opened, or else in a few words why not."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame
    except ImportError as error:
        return f"pygame-ce is not installed ({error})"
    forced = os.environ.get("SDL_VIDEODRIVER")
    if sys.platform == "linux" and not (forced or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return NO_DISPLAY  # asked before SDL is, which would complain on its own
    try:
        pygame.display.init()
    except (pygame.error, AttributeError) as error:
        return str(error)
    if pygame.display.get_driver().lower() in ("dummy", "offscreen", "null") and not forced:
        pygame.display.quit()
        return NO_DISPLAY
    return None


def doubled() -> str | None:
    """Returns a line to print if both pygame and pygame-ce are installed, since they overwrite each other."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        version("pygame"), version("pygame-ce")
    except PackageNotFoundError:
        return None
    return "Both pygame and pygame-ce are installed and overwrite each other: remove both, then install pygame-ce."


def suitable(smallest: tuple[int, int]) -> tuple[int, int]:
    """Returns a window size in pixels that leaves some of the desktop to be seen, at least the smallest."""
    import pygame

    width, height = pygame.display.get_desktop_sizes()[0]
    return max(smallest[0], width * 5 // 6), max(smallest[1], height * 5 // 6)


def icon() -> Surface:
    """Returns the window's picture in small: two strands, each passing over the other."""
    import pygame

    picture = pygame.Surface((32, 32))
    picture.fill(ROOM)
    for side, middle in enumerate((11, 21)):
        pygame.draw.circle(picture, SIDE_COLOURS[side], (middle, 16), 9, 4)
    pygame.draw.circle(picture, SIDE_COLOURS[0], (11, 16), 9, 4, draw_top_right=True)
    return picture
