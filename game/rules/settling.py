"""Triggers and endings, woven into what can wake them.

In a settled state no trigger is awake and no ending holds, so after a move only those need looking at that
read, directly or through other triggers, a slot the move may have written.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules.slots import ENDING
from game.rules.writer import Writer
from game.scenario.resolve import Resolved
from game.scenario.words import Change, Condition, In, slots

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
        names = self.resolved.names
        found = frozenset[str]().union(*(slots(test, names.reckonings, names.sides) for test in when))
        return frozenset(self.w.slots.index[name] for name in found)

    def settle(self, written: Iterable[int] | None, final: bool = False) -> str:
        """Returns the name of the function that settles what `written` (or anything) can wake, or ``.

        What waits for the very end is left out unless this is it (`final`).
        """
        awake, touched = self._awake(written)
        endings = [rule for rule in self.endings if touched is None or rule.reads & touched]
        if not final and written is not None:
            awake, endings = ([rule for rule in rules if not _is_final(rule)] for rules in (awake, endings))
        inner = Writer(self.w.slots, {})
        inner.acts = self.w.acts
        self._triggers(inner, awake)
        word = "if"
        for rule in endings:
            inner(f"    {word} {inner.tests(rule.when, 'n')}: n[{ENDING}] = {rule.number + 1}")
            word = "elif"
        body = tuple(inner.lines[1:])
        if not body:
            return ""
        if body not in self.made:
            self.made[body] = f"settle_{len(self.made)}"
            self.w(f"def {self.made[body]}(n):", *body, "")
        return self.made[body]

    def _awake(self, written: Iterable[int] | None) -> tuple[list[Rule], frozenset[int] | None]:
        if written is None:
            return self.triggers, None
        touched, awake = frozenset(written), set[int]()
        grown = True
        while grown:
            grown = False
            for k, rule in enumerate(self.triggers):
                if k not in awake and rule.reads & touched:
                    awake.add(k)
                    touched |= rule.writes
                    grown = True
        return [rule for k, rule in enumerate(self.triggers) if k in awake], touched

    def _triggers(self, inner: Writer, awake: list[Rule]) -> None:
        if not awake:
            return
        inner("    fired = 0", "    while 1:")
        for k, rule in enumerate(awake):
            inner(f"        if {inner.tests(rule.when, 'n')} and not fired & {1 << k}:")
            inner(f"            fired |= {1 << k}")
            inner.changes(rule.changes, "n", " " * 12)
            inner("            continue")
        inner("        break")


def _is_final(rule: Rule) -> bool:
    return any(test in FINAL for test in rule.when)
