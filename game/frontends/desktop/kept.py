"""What was drawn once and is kept, as much of it as fits into a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from pygame import Surface

Value = TypeVar("Value")
MEGABYTE = 1 << 20


def weight(picture: Surface) -> int:
    """Returns how many bytes a picture takes."""
    return picture.get_pitch() * picture.get_height()


class Kept(Generic[Value]):
    """Things by their keys, the longest unused let go of first; the newest stays however heavy it is."""

    def __init__(self, most: int, weigh: Callable[[Value], int]) -> None:
        """Keeps at most so many bytes, as `weigh` counts them."""
        self.most, self.bytes, self._weigh = most, 0, weigh
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        """Returns what is kept under a key, or None."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def put(self, key: Hashable, value: Value) -> Value:
        """Keeps something, in place of what its key had before, and returns it."""
        if key in self._kept:
            self.bytes -= self._weigh(self._kept.pop(key))
        self._kept[key] = value
        self.bytes += self._weigh(value)
        while self.bytes > self.most and len(self._kept) > 1:
            self.bytes -= self._weigh(self._kept.popitem(last=False)[1])
        return value

    def once(self, key: Hashable, draw: Callable[[], Value]) -> Value:
        """Returns what is kept under a key, drawn now if nothing is."""
        found = self.get(key)
        return self.put(key, draw()) if found is None else found

    def latest(self, fits: Callable[[Value], bool]) -> Value | None:
        """Returns what was used last of all that fits, or None."""
        return next((value for value in reversed(self._kept.values()) if fits(value)), None)
