"""How a side weighs deals from its view: what it wants, what no deal is worth, what the other may need.

Everything is worked out from the view alone; of the other side's mandate it takes what was read and what the
other's letters leave possible.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from game.players.frontier import WIDTH, Points, frontier, points
from game.rules.ruleset import Ruleset, bundle_of, readable
from game.rules.sides import BySide, other
from game.rules.slots import MANDATE, READING, WORTH, State
from game.rules.worth import clause_value, no_deal, sign

Mandates: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Prospect:
    """A bundle with what signing it now is worth to the one who asks and to the other, in points."""

    mask: int
    mine: int
    theirs: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """What clauses are worth under mandates, kept, since the same bundles come up again and again."""

    rules: Ruleset
    kept: dict[tuple[int, Mandates, int, int], int] = field(default_factory=dict)
    kept_points: dict[tuple[int, Mandates, int], Points] = field(default_factory=dict)

    def value(self, side: int, mandates: Mandates, mask: int, counts: int) -> int:
        """Returns the points of a bundle's clauses to a side, as the mean over the mandates it may have."""
        key = (side, mandates, mask, counts)
        value = self.kept.get(key)
        if value is None:
            values = [clause_value(self.rules, side, mandate, mask, counts) for mandate in mandates]
            value = self.kept[key] = sum(values) // len(values)
        return value

    def frontier(self, side: int, mine: int, theirs: Mandates, counts: BySide[int], allowed: int) -> tuple[int, ...]:
        """Returns the bundles of `allowed` forms worth talking about, from best for `side` to best for the other.

        `mine` is a mandate of the side, `theirs` the mandates the other may have, `counts` how far, in percent, a
        promise counts with each side.
        """
        them = other(side)
        own, others = self._points(side, (mine,), counts[side]), self._points(them, theirs, counts[them])
        return frontier(self.rules.bundles, own, others, allowed)

    def _points(self, side: int, mandates: Mandates, counts: int) -> Points:
        key = (side, mandates, counts // WIDTH)
        found = self.kept_points.get(key)
        if found is None:
            found = self.kept_points[key] = points(self.rules, side, mandates, counts // WIDTH * WIDTH)
        return found


class Table:
    """What lies between two sides: no-deal values, and the bundles worth talking about, weighed when asked for."""

    def __init__(self, ledger: Ledger, view: State, side: int, allowed: int, as_if: int | None = None) -> None:
        rules, them = ledger.rules, other(side)
        self.ledger, self.view, self.side = ledger, view, side
        self.own, self.others = (view[MANDATE + side] - 1,), possible_mandates(rules, view, side)
        self.mine, self.theirs = no_deal(rules, view, side), no_deal(rules, view, them)
        counts = BySide(rules.space["counts"][0](view), rules.space["counts"][1](view))
        mandate = self.own[0] if as_if is None else as_if
        self.masks = ledger.frontier(side, mandate, self.others, counts, allowed)
        self.weighed: dict[int, Prospect] = {}

    def weigh(self, mask: int) -> Prospect:
        """Returns a bundle with its worth to both sides if it were signed now."""
        found = self.weighed.get(mask)
        if found is None:
            found = self.weighed[mask] = self._weigh(mask)
        return found

    def _weigh(self, mask: int) -> Prospect:
        rules, side, draft = self.ledger.rules, self.side, list(self.view)
        them, counts, settled = other(side), rules.space["counts"], rules.space["settled"]
        sign(rules, draft, mask)
        draft[WORTH + side] = self.ledger.value(side, self.own, mask, counts[side](draft))
        draft[WORTH + them] = self.ledger.value(them, self.others, mask, counts[them](draft))
        return Prospect(mask, settled[side](draft), settled[them](draft))

    @property
    def prospects(self) -> tuple[Prospect, ...]:
        """Returns every bundle of the frontier, weighed."""
        return tuple(self.weigh(mask) for mask in self.masks)

    def best(self, need: int) -> Prospect | None:
        """Returns the bundle best for the asker of those worth at least `need` to the other, or None."""
        return self._first(lambda prospect: prospect.theirs >= need, 0, 1)

    def kindest(self, least: int) -> Prospect | None:
        """Returns the bundle best for the other of those worth at least `least` to the asker, or None."""
        return self._first(lambda prospect: prospect.mine >= least, len(self.masks) - 1, -1)

    def _first(self, fits: Callable[[Prospect], bool], start: int, step: int) -> Prospect | None:
        """Returns the first bundle from one end of the frontier that fits, found by halving, or None."""
        low, high = 0, len(self.masks)  # bundles before `low` do not fit; `high` does, if it is not the end
        while low < high:
            middle = (low + high) // 2
            if fits(self.weigh(self.masks[start + step * middle])):
                high = middle
            else:
                low = middle + 1
        return self.weigh(self.masks[start + step * low]) if low < len(self.masks) else None


def possible_mandates(rules: Ruleset, view: State, side: int) -> Mandates:
    """Returns the numbers of the mandates the other side may have, never none.

    They are those whose red line none of its letters crosses; of these the one that was read, if it is there.
    """
    them = other(side)
    asked = [bundle_of(rules, letter) for _, letter in readable(view, them)]
    left = tuple(k for k, line in enumerate(rules.red_lines[them]) if not any(_crosses(mask, line) for mask in asked))
    read = view[READING + side] - 1
    if read >= 0 and (read in left or not left):
        return (read,)
    return left or tuple(range(len(rules.mandates[them])))


def _crosses(mask: int, line: tuple[int, int, int]) -> bool:
    needs, never, _ = line
    return bool((needs and not mask & needs) or mask & never)
