"""Two of everything: values that belong to the first and the second side."""

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class BySide(NamedTuple, Generic[T]):
    """One value for each side, in the order of their turns; indexed by the side's number, 0 or 1."""

    first: T
    second: T


def other(side: int) -> int:
    """Returns the number of the other side."""
    return side ^ 1


def bits(mask: int) -> Iterator[int]:
    """Yields the numbers of the bits set in a mask, lowest first."""
    while mask:
        low = mask & -mask
        mask ^= low
        yield low.bit_length() - 1
