"""What is found about a claim: a figure with its 95 % interval, the band it must lie in, and whether it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf, nan, sqrt
from statistics import fmean, median
from typing import NamedTuple

from game.intervals import Z95, of_share


@dataclass(frozen=True)
class Finding:
    """A claim by its name, the figure found with its interval, and the band that it must lie in.

    `whole` says that the whole interval must lie in the band, otherwise the figure alone; `note` says more.
    """

    name: str
    figure: float
    low: float
    high: float
    at_least: float = -inf
    at_most: float = inf
    whole: bool = True
    note: str = ""

    @property
    def holds(self) -> bool:
        """Returns whether the claim holds."""
        low, high = (self.low, self.high) if self.whole else (self.figure, self.figure)
        return self.at_least <= low and high <= self.at_most

    @property
    def possible(self) -> bool:
        """Returns whether the interval leaves it possible that the claim holds: what few games can tell."""
        return self.low <= self.at_most and self.at_least <= self.high

    @property
    def verdict(self) -> str:
        """Returns `holds` or `FAILS`."""
        return "holds" if self.holds else "FAILS"

    @property
    def shown(self) -> str:
        """Returns the figure with its interval, where it has one."""
        if isinf(self.low) or self.low == self.high:
            return number(self.figure)
        return f"{number(self.figure)} ({number(self.low)} to {number(self.high)})"

    @property
    def band(self) -> str:
        """Returns the band, and whether the figure alone is asked for."""
        if isinf(self.at_most):
            text = f"≥ {number(self.at_least)}"
        elif isinf(self.at_least):
            text = f"≤ {number(self.at_most)}"
        else:
            text = f"{number(self.at_least)} to {number(self.at_most)}"
        return text if self.whole or self.low == self.high else f"{text}, figure"


def number(value: float) -> str:
    """Returns a figure with as many digits as it wants."""
    return f"{value:.0f}" if value == int_or_nan(value) else f"{value:.2f}" if abs(value) < 2 else f"{value:.1f}"


def int_or_nan(value: float) -> float:
    """Returns a figure without what follows the point, or nan of what is none."""
    return float(int(value)) if value == value and not isinf(value) else nan


class Estimate(NamedTuple):
    """A figure with its 95 % interval; of nothing, no figure and every value possible."""

    figure: float = nan
    low: float = -inf
    high: float = inf

    def within(
        self, name: str, at_least: float = -inf, at_most: float = inf, whole: bool = True, note: str = ""
    ) -> Finding:
        """Returns the finding of a claim that the figure lies in a band."""
        return Finding(name, self.figure, self.low, self.high, at_least, at_most, whole, note)


def exact(value: float) -> Estimate:
    """Returns a figure that has no error."""
    return Estimate(value, value, value)


def share(count: int, of: int) -> Estimate:
    """Returns a share in percent."""
    low, high = of_share(count, of)
    return Estimate(100 * count / of, 100 * low, 100 * high) if of else Estimate()


def mean(values: Sequence[float]) -> Estimate:
    """Returns a mean, its error from how much the values vary."""
    n = len(values)
    if not n:
        return Estimate()
    middle = fmean(values)
    if n == 1:
        return Estimate(middle)
    half = Z95 * sqrt(sum((value - middle) ** 2 for value in values) / (n - 1) / n)
    return Estimate(middle, middle - half, middle + half)


def middle_of(values: Sequence[float]) -> Estimate:
    """Returns a median, its interval from the places that the middle of so many values may have."""
    n, ranked = len(values), sorted(values)
    if not n:
        return Estimate()
    half = Z95 * sqrt(n) / 2
    return Estimate(median(ranked), ranked[max(0, int(n / 2 - half))], ranked[min(n - 1, int(n / 2 + half))])


def paired(first: Sequence[float], second: Sequence[float]) -> Estimate:
    """Returns by how much the first exceed the second, game by game; of the longer row the first games count."""
    return mean([a - b for a, b in zip(first, second, strict=False)])


def apart(count: int, of: int, other: int, other_of: int) -> Estimate:
    """Returns by how many points a share exceeds another of other games."""
    p, q = count / of, other / other_of
    half = 100 * Z95 * sqrt(p * (1 - p) / of + q * (1 - q) / other_of)
    return Estimate(100 * (p - q), 100 * (p - q) - half, 100 * (p - q) + half)


def proportion(parts: Sequence[float], wholes: Sequence[float]) -> Estimate:
    """Returns, in percent, the sum of parts to the sum of wholes; its error by the residuals, case by case."""
    n, whole = len(parts), sum(wholes)
    if n < 2 or not whole:
        return Estimate()
    ratio = sum(parts) / whole
    half = Z95 * sqrt(sum((a - ratio * b) ** 2 for a, b in zip(parts, wholes, strict=True)) * n / (n - 1)) / whole
    return Estimate(100 * ratio, 100 * (ratio - half), 100 * (ratio + half))
