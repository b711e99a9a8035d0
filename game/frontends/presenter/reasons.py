"""Conditions and sums in words: why an act is closed, and what the odds were made of.

The words come from the names and states that the scenario gives to its meters and regions.
"""

from collections.abc import Iterable, Iterator

from game.frontends.presenter.words import listed, signed
from game.rules.ruleset import Ruleset
from game.rules.slots import NO_DEAL, State
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

FIXED = "a fixed part, in any case"
SIGNS = {
    ">=": "at least",
    "<=": "at most",
    ">": "above",
    "<": "below",
    "==": "exactly",
}
ENGINE = {
    "deal": ("the deal", ("none", "signed", "done")),
    "time": ("time", ("running", "up")),
    "day": ("the day", ()),
}
EACH = {
    "ladder": "ladder",
    "climbed": "rungs climbed today",
    "refused": "refused letters (in halves)",
    "letters": "letters sent",
    "face": "face given",
    "weight": "weight given",
    "terms": "worth of the terms",
    "breaches": "broken promises",
}


class Wording:
    """Puts trees of one scenario into words."""

    def __init__(self, rules: Ruleset) -> None:
        self.rules, self.scenario = rules, rules.scenario

    def needs(self, tests: Iterable[Test]) -> str:
        """Returns a condition as what it asks for."""
        return listed(self.test(test) for test in tests)

    def need(self, test: Test, no: bool = False) -> str:
        """Returns a test, or with `no` its contrary, as a sentence of what must be so."""
        must = "must not be" if no else "must be"
        match test:
            case Compare(left, sign, right):
                return f"{self.number(left)} {must} {SIGNS[sign]} {self.number(right)}"
            case In(slot, states, count):
                return self._state(slot, states, count, no, " must be", " must not be")
            case Done(side, act):
                name = self.scenario.acts[self.scenario.side_names[side]][act].name
                return f"{name} must {'not ' if no else ''}have been done"
            case Not(part):
                return self.need(part, not no)
            case Join(word, parts):
                joint = ("or" if word == "and" else "and") if no else word
                return f" {joint} ".join(self.need(part, no) for part in parts)

    def test(self, test: Test, no: bool = False) -> str:
        """Returns a test, or with `no` its contrary, in words."""
        match test:
            case Compare(left, sign, right):
                return f"{self.number(left)} {'not ' if no else ''}{SIGNS[sign]} {self.number(right)}"
            case In(slot, states, count):
                return self._state(slot, states, count, no)
            case Done(side, act):
                sides = self.scenario.side_names
                name = self.scenario.acts[sides[side]][act].name
                return f"{'not ' if no else ''}done before: {name}"
            case Not(part):
                return self.test(part, not no)
            case Join(word, parts):
                joint = ("or" if word == "and" else "and") if no else word
                return f" {joint} ".join(self.test(part, no) for part in parts)

    def _state(
        self, slot: str, states: tuple[int, ...], count: int, no: bool, joint: str = ":", other: str = ": other than"
    ) -> str:
        name, words = self._region(slot)
        rest = tuple(k for k in range(count) if k not in states)
        if no:
            states, rest = rest, states
        if len(rest) == 1 and len(states) > 1:
            return f"{name}{other} {words[rest[0]]}"
        return f"{name}{joint} {listed((words[k] for k in states), 'or')}"

    def _region(self, slot: str) -> tuple[str, tuple[str, ...]]:
        if slot in self.scenario.regions:
            region = self.scenario.regions[slot]
            return region.name, tuple(region.states.values())
        if slot == "ending":
            return "the ending", ("none", *(ending.name for ending in self.scenario.endings.values()))
        return ENGINE[slot]

    def number(self, tree: Expr) -> str:
        """Returns a number in words."""
        match tree:
            case Const(value):
                return str(value)
            case Slot(name):
                return self.slot(name)
            case OpenLetters(side):
                return f"open letters of {self._side(side)}"
            case Call(name):
                return self.slot(name)
            case Days(region, states):
                name, words = self._region(region)
                return f"days of {name} ({listed((words[k] for k in states), 'or')})"
            case Add(terms):
                signs = [f"{'minus ' if sign < 0 else ''}{self.number(term)}" for sign, term in terms]
                return " plus ".join(signs).replace("plus minus", "minus")
            case Sum():
                return listed(self.line(line) for line in tree.lines)

    def _side(self, side: int) -> str:
        return self.scenario.sides[self.scenario.side_names[side]].short

    def slot(self, name: str) -> str:
        """Returns the name of a meter, region or reckoning with its owner."""
        owner, _, own = name.rpartition(".")
        meters = self.scenario.meters
        word = meters[own].name if own in meters else EACH.get(own, ENGINE.get(own, (own.replace("_", " "),))[0])
        return f"{self.scenario.sides[owner].short}: {word}" if owner in self.scenario.sides else word

    def line(self, line: Line) -> str:
        """Returns what a line of a sum reads."""
        if line.when is not None:
            return self.test(line.when)
        if line.number is None:
            return FIXED
        name = self.number(line.number)
        if line.floor is not None:
            return f"{name} above {line.floor}"
        return f"{name} below {line.ceiling}" if line.ceiling is not None else name


def unmet(rules: Ruleset, view: State, tests: Iterable[Test]) -> str:
    """Returns the first test that fails in a view as what must come about, or `` if all hold."""
    evaluator = rules.evaluator(view)
    failed = next((test for test in tests if not evaluator.holds(test)), None)
    if isinstance(failed, In) and failed.slot == "deal" and failed.states == (NO_DEAL,):
        return "not possible once a deal is signed"
    return "" if failed is None else Wording(rules).need(failed)


def largest_lines(rules: Ruleset, state: State, total: Sum, count: int = 3) -> tuple[tuple[str, int], ...]:
    """Returns the largest parts of a sum in a state, in words, those of the sums it calls included."""
    found = sorted(_parts(rules, state, total, 100, 0), key=lambda part: -abs(part[1]))
    merged: dict[str, int] = {}
    for name, amount in found:
        merged[name] = merged.get(name, 0) + amount
    ranked = sorted(merged.items(), key=lambda part: -abs(part[1]))
    return tuple((name, amount) for name, amount in ranked[:count] if amount)


def additive_parts(rules: Ruleset, state: State, total: Sum) -> dict[str, int]:
    """Returns the parts of a sum in a state, in words; of the sums it calls, those that only add up are opened."""
    evaluator, wording = rules.evaluator(state), Wording(rules)
    found: dict[str, int] = {}
    for line in total.lines:
        called = _called(rules, line)
        if called and line.amount == 1 and (called.percent, called.least, called.most) == (None,) * 3:
            parts = additive_parts(rules, state, called)
        else:
            parts = {wording.line(line): evaluator.line(line)}
        for name, amount in parts.items():
            found[name] = found.get(name, 0) + amount
    return found


def _parts(rules: Ruleset, state: State, total: Sum, percent: int, depth: int) -> Iterator[tuple[str, int]]:
    """Yields every line of a sum with what it adds, scaled; lines that only call a sum are opened."""
    evaluator, wording = rules.evaluator(state), Wording(rules)
    scale = percent if total.percent is None else percent * evaluator.number(total.percent) // 100
    for line in total.lines:
        called = _called(rules, line)
        if called is not None and depth < 4:
            share = line.amount if line.percent else 100 * line.amount
            yield from _parts(rules, state, called, scale * share // 100, depth + 1)
        else:
            yield wording.line(line), evaluator.line(line) * scale // 100


def _called(rules: Ruleset, line: Line) -> Sum | None:
    whole = line.when is None and line.floor is None and line.ceiling is None and line.every == 1
    return rules.resolved.reckonings[line.number.name] if whole and isinstance(line.number, Call) else None


def spelled(lines: Iterable[tuple[str, int]]) -> str:
    """Returns parts of a sum as one line: `+300 alert, +40 heat`."""
    return ", ".join(f"{signed(amount)} {name}" for name, amount in lines)
