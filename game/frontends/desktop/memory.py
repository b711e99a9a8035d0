"""Memory given back: pictures are drawn several times too large, and what that took must not stay with the process."""

import sys

_THRESHOLD = -3
"""What `mallopt` calls the size from which on memory is taken from the system, and given back, piece by piece."""
_LARGE = 1 << 18


def give_back() -> None:
    """Has the C library give large freed blocks back at once; left alone, glibc soon keeps them for itself."""
    if sys.platform != "linux":
        return
    import ctypes  # after the first frame

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        mallopt(_THRESHOLD, _LARGE)
