"""How a side weighs a deal from its view: what it wants, what no deal is worth, what the other may need.

Everything is worked out from the view alone; the other side's mandate is the one that was read, or the
mean of all it could be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.rules.bundles import Bundles
from game.rules.moves import bundle_list
from game.rules.ruleset import Ruleset
from game.rules.sides import bits, other
from game.rules.slots import MANDATE, READING, State
from game.rules.worth import no_deal, worth

WIDTH = 5
"""Trust is taken in steps of this many percent, so that equal questions meet again."""
FRONTIER = 24
"""The most bundles looked at closely."""


@dataclass(frozen=True)
class Prospect:
    """A bundle with what signing it now is worth to the one who asks and to the other, in points."""

    mask: int
    mine: int
    theirs: int


@dataclass(frozen=True)
class Table:
    """What lies between two sides: their no-deal values, and the bundles worth talking about, best first."""

    mine: int
    theirs: int
    prospects: tuple[Prospect, ...]

    def best(self, need: int) -> Prospect | None:
        """Returns the bundle best for the asker of those worth at least `need` to the other, or None."""
        return max(
            (p for p in self.prospects if p.theirs >= need),
            key=lambda p: (p.mine, p.theirs, -p.mask),
            default=None,
        )


def their_mandates(rules: Ruleset, view: State, side: int) -> tuple[int, ...]:
    """Returns the numbers of the mandates the other side may have: the one that was read, or all."""
    read = view[READING + side]
    return (read - 1,) if read else tuple(range(len(rules.mandates[other(side)])))


def worth_to_them(rules: Ruleset, view: State, side: int, mask: int) -> int:
    """Returns what a bundle seems worth to the other side, in points."""
    mandates = their_mandates(rules, view, side)
    return sum(worth(rules, view, other(side), mask, mandate) for mandate in mandates) // len(mandates)


def lay_table(rules: Ruleset, view: State, side: int, allowed: int) -> Table:
    """Returns the table as a side sees it, for bundles made of the `allowed` clause forms."""
    mine = points(rules, view, side, (view[MANDATE + side] - 1,))
    theirs = points(rules, view, other(side), their_mandates(rules, view, side))
    masks = frontier(rules.bundles, mine, theirs, bundle_list(rules, allowed))
    prospects = [
        Prospect(mask, worth(rules, view, side, mask), worth_to_them(rules, view, side, mask)) for mask in masks
    ]
    return Table(no_deal(rules, view, side), no_deal(rules, view, other(side)), tuple(prospects))


def points(rules: Ruleset, view: State, side: int, mandates: Sequence[int]) -> tuple[int, ...]:
    """Returns the points of each clause form to a side under the mean of some mandates, trust included."""
    counts = rules.space["counts"][side](view) // WIDTH * WIDTH
    values = []
    for i, form in enumerate(rules.bundles.forms):
        value = sum(rules.values[side][mandate][i] for mandate in mandates) * 10 // len(mandates)
        if form.deferred and form.giver != side:
            value = value * (100 * (100 - form.rests_on_word) + form.rests_on_word * counts) // 10_000
        values.append(value - form.face * 4 if form.giver == side else value)
    return tuple(values)


@lru_cache(maxsize=4_096)
def frontier(
    bundles: Bundles, mine: tuple[int, ...], theirs: tuple[int, ...], numbers: tuple[int, ...]
) -> tuple[int, ...]:
    """Returns the bundles that no other beats for both sides, at most FRONTIER of them, evenly spread."""
    mine_by, theirs_by = totals(bundles, mine), totals(bundles, theirs)
    best: dict[int, tuple[int, int]] = {}
    for number in numbers:
        value, other_value = mine_by[number], theirs_by[number]
        if value not in best or best[value][0] < other_value:
            best[value] = (other_value, bundles.masks[number])
    found: list[int] = []
    highest = None
    for _, (value, mask) in sorted(best.items(), reverse=True):
        if highest is None or value > highest:
            found.append(mask)
            highest = value
    if len(found) <= FRONTIER:
        return tuple(found)
    return tuple(found[i * (len(found) - 1) // (FRONTIER - 1)] for i in range(FRONTIER))


def totals(bundles: Bundles, points: tuple[int, ...]) -> list[int]:
    """Returns the sum of the points of every bundle's forms, by the bundle's number."""
    sums = [0]
    for issue in bundles.issues:
        choices = [0, *(points[i] for i in bits(issue))]
        sums = [total + choice for total in sums for choice in choices]
    return sums
