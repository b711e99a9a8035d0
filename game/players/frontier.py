"""The bundles worth talking about: those that no other beats for both sides at once.

Clause points alone decide, with trust in coarse steps, so that few tables serve whole games; what signing
costs at home and abroad is worked out later, for the few bundles that come into question.
"""

from functools import lru_cache

from game.rules.bundles import Bundles
from game.rules.ruleset import Ruleset
from game.rules.sides import bits

WIDTH = 20
"""Trust is taken in steps of this many percent, so that equal questions meet again."""
MOST = 24
"""The most bundles kept of a frontier."""
FACE = 4
"""Tenths of a point that a point of face is taken to cost its giver."""

Points = tuple[int, ...]


def points(rules: Ruleset, side: int, mandates: tuple[int, ...], counts: int) -> Points:
    """Returns what each clause form is worth to a side under the mean of some mandates, in tenths of points.

    Face is taken off what the side gives; a promise to it counts by `counts` percent.
    """
    values = []
    for i, form in enumerate(rules.bundles.forms):
        value = sum(rules.values[side][mandate][i] for mandate in mandates) * 10 // len(mandates)
        if form.deferred and form.giver != side:
            value = value * (100 * (100 - form.rests_on_word) + form.rests_on_word * counts) // 10_000
        values.append(value - form.face * FACE if form.giver == side else value)
    return tuple(values)


@lru_cache(maxsize=4_096)
def frontier(bundles: Bundles, mine: Points, theirs: Points, allowed: int) -> tuple[int, ...]:
    """Returns masks of bundles made of the `allowed` forms, from best for one side to best for the other."""
    closed = ~allowed
    best: dict[int, tuple[int, int]] = {}
    for value, other_value, mask in zip(totals(bundles, mine), totals(bundles, theirs), bundles.masks, strict=True):
        if not mask & closed and mask and (value not in best or best[value][0] < other_value):
            best[value] = (other_value, mask)
    found: list[int] = []
    highest = None
    for _, (value, mask) in sorted(best.items(), reverse=True):
        if highest is None or value > highest:
            found.append(mask)
            highest = value
    if len(found) <= MOST:
        return tuple(found)
    return tuple(found[i * (len(found) - 1) // (MOST - 1)] for i in range(MOST))


def totals(bundles: Bundles, values: Points) -> list[int]:
    """Returns the sum of the points of every bundle's forms, by the bundle's number."""
    sums = [0]
    for issue in bundles.issues:
        choices = [0, *(values[i] for i in bits(issue))]
        sums = [total + choice for total in sums for choice in choices]
    return sums
