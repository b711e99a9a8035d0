"""Memory given back: pictures are drawn several times too large, and what that took must not stay with the process."""

import gc
import sys

_THRESHOLD = -3
"""What `mallopt` calls the size from which on memory is taken from the system, and given back, piece by piece."""
_LARGE = 1 << 18


def give_back() -> None:
    """Has the C library give large freed blocks back at once; left alone, glibc soon keeps them for itself."""
    _ask("mallopt", _THRESHOLD, _LARGE)


def settle() -> None:
    """Has what is there now stay for good, so that looking for what nobody uses any more takes no time."""
    gc.collect()
    gc.freeze()


def tidy() -> None:
    """Lets go of screens that are left, which they and their widgets refer to, and gives what they took back.

    Does nothing before all has settled, since it would take as long as several frames.
    """
    if gc.get_freeze_count():
        gc.collect()
        _ask("malloc_trim", 0)


def _ask(function: str, *numbers: int) -> None:
    """Calls a function of the C library, where there is one of that name."""
    if sys.platform != "linux":
        return
    import ctypes  # after the first frame

    if call := getattr(ctypes.CDLL(None), function, None):
        call(*numbers)
