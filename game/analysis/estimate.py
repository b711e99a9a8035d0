"""A figure that was counted, with how sure one can be of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from game.intervals import Z95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over some games with its 95 % interval; of 0 games where the figure is exact."""

    mean: float
    low: float
    high: float
    games: int

    @property
    def error(self) -> float:
        """Returns the standard error of the mean."""
        return (self.high - self.low) / 2 / Z95

    def above(self, bound: float, errors: float = 2) -> bool:
        """Returns whether the mean is at least a bound even with so many standard errors taken off."""
        return self.mean - errors * self.error >= bound

    def below(self, bound: float, errors: float = 2) -> bool:
        """Returns whether the mean is under a bound even with so many standard errors added."""
        return self.mean + errors * self.error < bound


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
