"""How sure one can be of what was counted: intervals that hold the truth in 95 of 100 cases."""

from math import sqrt

Z95 = 1.959964
"""How many standard deviations on either side hold 95 % of a normal distribution."""


def of_share(count: int, of: int) -> tuple[float, float]:
    """Returns the 95 % interval of a share, `count` out of `of`, by Wilson's method; from 0 to 1 where `of` is 0."""
    if not of:
        return 0.0, 1.0
    rate, spread = count / of, Z95 * Z95 / of
    middle = (rate + spread / 2) / (1 + spread)
    half = Z95 * sqrt(rate * (1 - rate) / of + spread / of / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def of_mean(total: int, squares: int, count: int) -> tuple[float, float]:
    """Returns the 95 % interval of a mean from the sum of `count` values and of their squares; `count` is above 0."""
    mean = total / count
    half = Z95 * sqrt(max(0.0, squares / count - mean * mean) / count)
    return mean - half, mean + half
