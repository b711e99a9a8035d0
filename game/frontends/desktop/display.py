"""Whether a window can be opened here, and what to say if not."""

import os
import sys

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
