"""The value of a tree, worked out without generated code: for tables, and for what is asked seldom."""

from collections.abc import Callable, Iterable

from game.scenario.words import (
    Add,
    Call,
    Compare,
    Const,
    Days,
    Done,
    Expr,
    In,
    Join,
    Line,
    Not,
    OpenLetters,
    Slot,
    Sum,
    Test,
)

Get = Callable[[str], int]
COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    "==": lambda a, b: a == b,
}


class Evaluator:
    """Reads trees against `get`, which returns the value of a slot by its name."""

    def __init__(self, get: Get, reckonings: dict[str, Sum], acts: dict[str, tuple[str, ...]]) -> None:
        self.get, self.reckonings, self.acts = get, reckonings, acts
        self.sides = tuple(acts)

    def all(self, tests: Iterable[Test]) -> bool:
        """Returns whether every test holds."""
        return all(self.holds(test) for test in tests)

    def holds(self, test: Test) -> bool:
        """Returns whether a test holds."""
        match test:
            case Compare(left, sign, right):
                return COMPARISONS[sign](self.number(left), self.number(right))
            case In(slot, states, _):
                return self.get(slot) in states
            case Done(side, act):
                name = self.sides[side]
                return bool(self.get(f"{name}.done") >> self.acts[name].index(act) & 1)
            case Not(part):
                return not self.holds(part)
            case Join(word, parts):
                return (all if word == "and" else any)(self.holds(part) for part in parts)

    def number(self, tree: Expr) -> int:
        """Returns the value of a number."""
        match tree:
            case Const(value):
                return value
            case Slot(name):
                return self.get(name)
            case OpenLetters(side):
                return sum(self.get(f"{self.sides[side]}.letter{j}") != 0 for j in (1, 2))
            case Call(name):
                return self.number(self.reckonings[name])
            case Days(region, states):
                return self.get("day") - self.get(f"since.{region}") if self.get(region) in states else 0
            case Add(terms):
                return sum(sign * self.number(term) for sign, term in terms)
            case Sum(lines, percent, least, most):
                value = sum(self.line(line) for line in lines)
                if percent is not None:
                    value = value * self.number(percent) // 100
                value = value if least is None else max(least, value)
                return value if most is None else min(most, value)

    def line(self, line: Line) -> int:
        """Returns what one line adds to its sum."""
        if line.when is not None:
            return line.amount if self.holds(line.when) else 0
        if line.number is None:
            return line.amount
        value = self.number(line.number)
        if line.percent:
            return value * line.amount // 100
        if line.floor is not None:
            value = max(0, value - line.floor)
        elif line.ceiling is not None:
            value = max(0, line.ceiling - value)
        return line.amount * (value // line.every)
