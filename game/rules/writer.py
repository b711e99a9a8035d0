"""Python source from trees: the only place where code is made, out of integers and operators alone."""

from collections.abc import Iterable, Sequence

from game.rules.slots import DAY, DONE, ENDING, LETTER
from game.rules.tables import Tables
from game.scenario.words import (
    Add,
    Call,
    Change,
    Compare,
    Condition,
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


class Writer:
    """Collects lines of source; `var` is the name of the state being read, `s` (a tuple) or `n` (a list)."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.slots, self.acts = tables, tables.slots, tuple(tables.names.acts.values())
        self.lines = [""]
        self.local: dict[str, str] = {}  # reckonings that stand in a local variable here

    def __call__(self, *lines: str) -> None:
        """Adds lines of source."""
        self.lines.extend(lines)

    def slot(self, name: str, var: str) -> str:
        """Returns the source that reads a slot."""
        return f"{var}[{self.slots.index[name]}]"

    def tests(self, tests: Condition, var: str) -> str:
        """Returns the source of a condition."""
        written = (self.test(test, var) for test in tests)
        return " and ".join(source for source in written if source != "True") or "True"

    def test(self, test: Test, var: str) -> str:
        """Returns the source of one test."""
        match test:
            case Compare(left, sign, right):
                return f"{self.number(left, var)} {sign} {self.number(right, var)}"
            case In():
                return self._state(test, var)
            case Done(side, act):
                return f"{var}[{DONE + side}] >> {self.acts[side].index(act)} & 1"
            case Not(part):
                return f"not ({self.test(part, var)})"
            case Join(word, parts):
                return "(" + f" {word} ".join(self.test(part, var) for part in parts) + ")"

    def _state(self, test: In, var: str) -> str:
        value, states, last = self.slot(test.slot, var), test.states, test.count - 1
        if len(states) in (0, test.count):
            return str(bool(states))
        if len(states) == 1:
            return f"{value} == {states[0]}"
        if states == tuple(range(states[0], last + 1)):
            return f"{value} >= {states[0]}"
        if states == tuple(range(states[-1] + 1)):
            return f"{value} <= {states[-1]}"
        return f"{value} in {states}"

    def number(self, tree: Expr, var: str) -> str:
        """Returns the source of a number, in brackets where it needs them."""
        match tree:
            case Const(value):
                return str(value)
            case Slot(name):
                return self.slot(name, var)
            case OpenLetters(side):
                first = LETTER + 2 * side
                return f"(({var}[{first}] != 0) + ({var}[{first + 1}] != 0))"
            case Call(name):
                return self.local.get(name) or self._looked_up(tree, var) or f"{reckoning(name)}({var})"
            case Days(region, states):
                since = self.slots.since[self.slots.index[region]]
                return f"({var}[{DAY}] - {var}[{since}] if {self.slot(region, var)} in {states} else 0)"
            case Add(terms):
                parts = [f"{'-' if sign < 0 else '+'} {self.number(term, var)}" for sign, term in terms]
                return "(" + " ".join(parts).removeprefix("+ ") + ")"
            case Sum():
                return self.sum(tree, var)

    def sum(self, tree: Sum, var: str) -> str:
        """Returns the source of a sum."""
        if (constant := tree.constant) is not None:
            return str(constant)
        if looked_up := self._looked_up(tree, var):
            return looked_up
        found, rest = self.tables.lines(tree.lines, var)
        value = " + ".join([*found, *(self.line(line, var) for line in rest if line.amount)]) or "0"
        if tree.percent is not None:
            value = f"({value}) * {self.number(tree.percent, var)} // 100"
        if tree.least is not None:
            value = f"({tree.least} if (m := {value}) < {tree.least} else m)"
        if tree.most is not None:
            value = f"({tree.most} if (m := {value}) > {tree.most} else m)"
        return f"({value})"

    def _looked_up(self, tree: Expr, var: str) -> str:
        slot = self.tables.only(tree)
        return self.tables.look_up(slot, tree, var) if slot >= 0 else ""

    def line(self, line: Line, var: str) -> str:
        """Returns the source of what one line adds."""
        if line.when is not None:
            return f"({line.amount} if {self.test(line.when, var)} else 0)"
        if line.number is None:
            return str(line.amount)
        value = self.number(line.number, var)
        if line.percent:
            return f"{value} * {line.amount} // 100"
        every = f" // {line.every}" if line.every > 1 else ""
        if line.floor is not None:
            beyond = f"({value} - {line.floor})"
            return f"({line.amount} * ({beyond}{every}) if {value} > {line.floor} else 0)"
        if line.ceiling is not None:
            beyond = f"({line.ceiling} - {value})"
            return f"({line.amount} * ({beyond}{every}) if {value} < {line.ceiling} else 0)"
        times = f"{line.amount} * " if line.amount != 1 else ""
        return f"{times}({value}{every})" if every else f"{times}{value}"

    def changes(self, changes: Sequence[Change], var: str, pad: str) -> None:
        """Writes changes to `n`: everything is read from `var` before anything is written."""
        late: dict[str, str] = {}
        for change in changes:
            if change.by is not None and not self._alone(change):
                late[change.slot] = f"a{len(late)}"
                self(f"{pad}{late[change.slot]} = {self.slot(change.slot, var)} + {self.sum(change.by, var)}")
        for change in changes:
            slot = self.slots.index[change.slot]
            if change.state is not None:
                self._move(slot, change.state, var, pad)
            elif change.slot in late:
                self._clamp(slot, late[change.slot], pad)
            elif change.by is not None:
                after = Sum((Line(1, Slot(change.slot)), Line(1, change.by)), None, *self.slots.limits[slot])
                self(f"{pad}n[{slot}] = {self.tables.look_up(slot, after, var)}  # {change.slot}")

    def _alone(self, change: Change) -> bool:
        """Returns whether what becomes of a slot can be looked up by what it was."""
        slot = self.slots.index[change.slot]
        return slot in self.slots.spans and change.by is not None and self.tables.reads(change.by) <= {slot}

    def _move(self, slot: int, state: int, var: str, pad: str) -> None:
        since = self.slots.since.get(slot)
        if since is not None:
            self(f"{pad}if {var}[{slot}] != {state}: n[{since}] = n[{DAY}]")
        self(f"{pad}n[{slot}] = {state}  # {self.slots.names[slot]}")

    def _clamp(self, slot: int, value: str, pad: str) -> None:
        low, high = self.slots.limits[slot]
        clamped = f"{low} if {value} < {low} else {high} if {value} > {high} else {value}"
        self(f"{pad}n[{slot}] = {clamped}  # {self.slots.names[slot]}")

    def written(self, changes: Iterable[Change]) -> frozenset[int]:
        """Returns the slots that changes may write."""
        slots = {self.slots.index[change.slot] for change in changes}
        return frozenset(slots | {self.slots.since[slot] for slot in slots if slot in self.slots.since})

    def ending(self, number: int, pad: str) -> None:
        """Writes that the game has come to an ending."""
        self(f"{pad}n[{ENDING}] = {number + 1}")


def reckoning(name: str) -> str:
    """Returns the name of the function that works out a reckoning."""
    return "reckon_" + name.replace(".", "_")
