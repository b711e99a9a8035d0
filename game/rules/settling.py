"""Triggers and endings, woven into what can wake them.

In a settled state no trigger is awake and no ending holds, so after a move only those need looking at that
read, directly or through other triggers, a slot the move may have written.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules.slots import ENDING
from game.rules.writer import Writer
from game.scenario.resolve import Resolved
from game.scenario.words import Change, Condition, In

FINAL = (In("deal", (2,), 3), In("time", (1,), 2))
"""What comes about once, at the very end: a deal that is done, a time that is up."""


@dataclass(frozen=True)
class Rule:
    """A trigger or an ending: what wakes it and what it writes."""

    when: Condition
    reads: frozenset[int]
    changes: tuple[Change, ...] = ()
    writes: frozenset[int] = frozenset()
    number: int = 0


class Settler:
    """Writes one function for each distinct set of triggers and endings that something can wake."""

    def __init__(self, resolved: Resolved, writer: Writer) -> None:
        self.resolved, self.w = resolved, writer
        self.triggers = [
            self._rule(("triggers", path[1], "when"), changes)
            for path, changes in resolved.changes.items()
            if path[0] == "triggers"
        ]
        endings = resolved.names.regions["ending"][1:]
        self.endings = [
            self._rule(("endings", name, "when"), (), number)
            for number, name in enumerate(endings)
            if ("endings", name, "when") in resolved.conditions
        ]
        self.made: dict[tuple[str, ...], str] = {}

    def _rule(self, path: tuple[str | int, ...], changes: tuple[Change, ...], number: int = 0) -> Rule:
        when = self.resolved.conditions[path]
        return Rule(when, self.reads(when), changes, self.w.written(changes), number)

    def reads(self, when: Condition) -> frozenset[int]:
        """Returns the slots a condition reads."""
        return frozenset[int]().union(*(self.w.tables.reads(test) for test in when))

    def settle(self, written: Iterable[int] | None, final: bool = False) -> list[str]:
        """Returns the lines that settle a draft `n` in which `written` (or anything) has been written on.

        Only a trigger that reads something written can be the first to wake; mostly none does.
        What waits for the very end is left out unless this is it (`final`).
        """
        touched = None if written is None else frozenset(written)
        triggers, endings = self.triggers, self.endings
        if not final and touched is not None:
            triggers, endings = ([rule for rule in rules if not _is_final(rule)] for rules in (triggers, endings))
        first, word, lines = _reading(triggers, touched), "if", list[str]()
        if first:
            awake = " or ".join(self.w.tests(rule.when, "n") for rule in first)
            lines, word = [f"    if {awake}: {self._loop(triggers, endings, touched)}(n)"], "elif"
        return [*lines, *self._ends(self.w, _reading(endings, touched), word)]

    def _loop(self, triggers: list[Rule], endings: list[Rule], touched: frozenset[int] | None) -> str:
        """Returns the name of the function that lets triggers fire, from the top, until none is awake."""
        awake, size = list[Rule](), -1
        while len(awake) > size:
            size, awake = len(awake), _reading(triggers, touched)
            touched = touched and touched.union(*(rule.writes for rule in awake))
        inner = Writer(self.w.tables)
        self._triggers(inner, awake)
        body = (*inner.lines[1:], *self._ends(inner, _reading(endings, touched), "if"))
        if body not in self.made:
            self.made[body] = f"settle_{len(self.made)}"
            self.w(f"def {self.made[body]}(n):", *body, "")
        return self.made[body]

    def _ends(self, w: Writer, endings: list[Rule], word: str) -> list[str]:
        """Returns the lines that test endings, of which the first that holds counts."""
        words = [word, *("elif" for _ in endings)]
        return [
            f"    {word} {w.tests(rule.when, 'n')}: n[{ENDING}] = {rule.number + 1}"
            for word, rule in zip(words, endings, strict=False)
        ]

    def _triggers(self, inner: Writer, awake: list[Rule]) -> None:
        inner("    fired = 0", "    while 1:")
        for k, rule in enumerate(awake):
            inner(f"        if {inner.tests(rule.when, 'n')} and not fired & {1 << k}:")
            inner(f"            fired |= {1 << k}")
            inner.changes(rule.changes, "n", " " * 12)
            inner("            continue")
        inner("        break")


def _reading(rules: list[Rule], touched: frozenset[int] | None) -> list[Rule]:
    """Returns the rules that read what has been touched, which may be anything."""
    return [rule for rule in rules if touched is None or rule.reads & touched]


def _is_final(rule: Rule) -> bool:
    return any(test in FINAL for test in rule.when)
