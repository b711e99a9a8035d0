"""A figure that was counted, with how sure one can be of it."""

from collections.abc import Sequence
from math import fsum, sqrt

from game.intervals import Z95
from game.match.findings import Estimate


def exactly(value: float) -> Estimate:
    """Returns a figure that is no estimate."""
    return Estimate(value, value, value, 0)


def estimate(values: Sequence[float]) -> Estimate:
    """Returns the mean of the figures of at least two games."""
    games = len(values)
    mean = fsum(values) / games
    half = Z95 * sqrt(fsum((value - mean) ** 2 for value in values) / (games - 1) / games)
    return Estimate(mean, mean - half, mean + half, games)


def share(values: Sequence[float]) -> Estimate:
    """Returns the mean of shares, its interval kept from 0 to 1."""
    found = estimate(values)
    return Estimate(found.mean, max(0.0, found.low), min(1.0, found.high), found.games)


def differences(one: Sequence[float], two: Sequence[float]) -> Estimate:
    """Returns by how much the first exceed the second of figures of the same games."""
    return estimate([a - b for a, b in zip(one, two, strict=True)])
