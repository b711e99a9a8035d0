"""Tables: what reads one slot alone is worked out beforehand for every value that the slot may have."""

from collections.abc import Callable, Iterable

from game.rules.evaluate import Evaluator
from game.rules.slots import Slots
from game.scenario.resolve import Resolved
from game.scenario.words import Condition, Expr, Line, Slot, Sum, Test, Tree, slots

Values = tuple[int, ...]
Gate = tuple[int, Test]
Row = tuple[int, Condition]


class Tables:
    """The tables of a generated module, each made once."""

    def __init__(self, slots: Slots, resolved: Resolved) -> None:
        self.slots, self.names, self.reckonings = slots, resolved.names, resolved.reckonings
        self.made: dict[Values, str] = {}
        self.known: dict[tuple[int, Expr], str] = {}

    def reads(self, tree: Tree) -> frozenset[int]:
        """Returns the slots that a tree reads."""
        return frozenset(self.slots.index[name] for name in slots(tree, self.reckonings, self.names.sides))

    def only(self, tree: Tree) -> int:
        """Returns the slot that a tree reads if it reads one alone, and that of known range, or else -1."""
        reads = self.reads(tree)
        return min(reads) if len(reads) == 1 and reads <= self.slots.spans.keys() else -1

    def row(self, slot: int, value: Callable[[Evaluator], int]) -> Values:
        """Returns what comes of each value, laid out 0 … high, low … -1 so that negative ones index from the end."""
        low, high = self.slots.spans[slot]
        acts = self.names.acts
        return tuple(
            value(Evaluator(lambda _, v=v: v, self.reckonings, acts))  # type: ignore[misc]
            for v in [*range(high + 1), *range(low, 0)]
        )

    def guards(self, rows: Iterable[Row], every: int) -> tuple[dict[int, Values], list[Gate]]:
        """Returns by slot the bits (of `every`) that each of its values leaves open, and the tests not of one slot."""
        alone: dict[int, list[Gate]] = {}
        rest: list[Gate] = []
        for bit, when in rows:
            for test in when:
                slot = self.only(test)
                (alone.setdefault(slot, []) if slot >= 0 else rest).append((bit, test))
        return {slot: self._bits(slot, gates, every) for slot, gates in sorted(alone.items())}, rest

    def _bits(self, slot: int, gates: list[Gate], every: int) -> Values:
        def left(evaluator: Evaluator) -> int:
            return every & ~sum({bit for bit, test in gates if not evaluator.holds(test)})

        return self.row(slot, left)

    def name(self, row: Values) -> str:
        """Returns the name of a table."""
        return self.made.setdefault(row, f"TABLE_{len(self.made)}")

    def look_up(self, slot: int, tree: Expr, var: str) -> str:
        """Returns the source that looks up the value of a number which reads `slot` alone."""
        if (slot, tree) not in self.known:
            self.known[slot, tree] = self.name(self.row(slot, lambda evaluator: evaluator.number(tree)))
        return f"{self.known[slot, tree]}[{var}[{slot}]]"

    def lines(self, lines: tuple[Line, ...], var: str) -> tuple[list[str], list[Line]]:
        """Returns a look-up for the lines that read the same slot alone, and the lines that are no better for it."""
        alike: dict[int, list[Line]] = {}
        for line in lines:
            alike.setdefault(self.only(line), []).append(line)
        rest = alike.pop(-1, [])
        found = []
        for slot, group in alike.items():
            if len(group) == 1 and _plain(group[0]):
                rest += group
            else:
                found.append(self.look_up(slot, Sum(tuple(group)), var))
        return found, rest

    def source(self) -> list[str]:
        """Returns the lines that define the tables."""
        return [f"{name} = {row}" for row, name in self.made.items()]


def _plain(line: Line) -> bool:
    """Returns whether a line is a slot times an amount."""
    return line == Line(line.amount, line.number) and isinstance(line.number, Slot)
