"""Reads the texts of a scenario into trees and keeps every complaint with its place."""

from collections.abc import Callable
from typing import TypeVar

from game.scenario.grammar import Misread, Parser
from game.scenario.schema import Changes, Sum
from game.scenario.vocabulary import Vocabulary, near
from game.scenario.words import Call, Change, Complaint, Condition, Const, Expr, Join, Line, PathPart, Test
from game.scenario.words import Sum as SumTree

T = TypeVar("T")
Path = tuple[PathPart, ...]
WRITABLE_BUILT_IN = ("ladder",)


class Reader:
    """Turns conditions, sums and changes into trees; what cannot be read becomes a complaint."""

    def __init__(self, names: Vocabulary, complaints: list[Complaint]) -> None:
        self.names, self.complaints = names, complaints

    def complain(self, path: Path, text: str, offset: int = 0, key: bool = False) -> None:
        """Notes a fault at a path of keys."""
        self.complaints.append(Complaint(path, text, offset, key))

    def known(self, path: Path, word: str, among: object, what: str, key: bool = False) -> bool:
        """Returns whether `word` is one of `among`, and complains if not."""
        if word in among:  # type: ignore[operator]
            return True
        self.complain(path, f"'{word}' is no {what}{near(word, among)}", key=key)
        return False

    def condition(self, path: Path, texts: str | list[str], side: int | None, dated: bool = False) -> Condition:
        """Returns the tests of a condition, all of which must hold."""
        rows = [(path, texts)] if isinstance(texts, str) else [((*path, i), t) for i, t in enumerate(texts)]
        tests: list[Test] = []
        for place, text in rows:
            tree = self._read(place, text, side, lambda p: p.whole(p.condition), dated=dated)
            if isinstance(tree, Join) and tree.word == "and":
                tests.extend(tree.parts)
            elif tree is not None:
                tests.append(tree)
        return tuple(tests)

    def sum(self, path: Path, value: Sum, side: int | None) -> SumTree:
        """Returns the tree of a sum."""
        if isinstance(value, int):
            return SumTree((Line(value),))
        lines: list[Line] = []
        limits: dict[str, int] = {}
        percent: Expr | None = None
        for key, amount in value.items():
            place = (*path, key)
            if key == "percent":
                percent = self._percent(place, amount, side)
            elif not isinstance(amount, int):
                self.complain(place, f"a line of a sum wants a whole number, not '{amount}'")
            elif key in ("at least", "at most"):
                limits[key] = amount
            else:
                line = self._read(place, key, side, lambda p, n=amount: p.whole(lambda: p.line(n)), key=True)  # type: ignore[misc]
                lines.extend([line] if line else [])
        return SumTree(tuple(lines), percent, limits.get("at least"), limits.get("at most"))

    def changes(self, path: Path, changes: Changes, side: int | None) -> tuple[Change, ...]:
        """Returns the trees of changes, in the order they were written; nothing can be changed twice."""
        out: list[Change] = []
        for key, value in changes.items():
            place = (*path, key)
            if key in self.names.regions:
                out.extend(self._move(place, key, value))
                continue
            slot = self._meter(place, key, side)
            if slot is None:
                continue
            if any(change.slot == slot for change in out):
                self.complain(place, f"'{key}' is changed twice here", key=True)
            elif isinstance(value, str):
                self.complain(place, "a meter changes by a number, such as +5")
            else:
                out.append(Change(slot, by=self.sum(place, value, side)))
        return tuple(out)

    def _move(self, place: Path, region: str, value: object) -> list[Change]:
        states = self.names.regions[region]
        if region in ("deal", "time", "ending"):
            self.complain(place, f"'{region}' is moved by the rules alone", key=True)
        elif value not in states:
            self.complain(place, f"'{value}' is none of {', '.join(states)}{near(value, states)}")
        else:
            return [Change(region, state=states.index(str(value)))]
        return []

    def _meter(self, place: Path, key: str, side: int | None) -> str | None:
        tree = self._read(place, key, side, lambda p: p.whole(p.named), key=True)
        slot = getattr(tree, "name", None)
        if tree is None or slot is None:
            return None
        if isinstance(tree, Call) or (slot not in self.names.limits and slot.split(".")[-1] not in WRITABLE_BUILT_IN):
            self.complain(place, f"'{key}' is worked out by the rules and cannot be changed", key=True)
            return None
        return str(slot)

    def _percent(self, place: Path, value: int | str, side: int | None) -> Expr | None:
        if isinstance(value, int):
            return Const(value)
        return self._read(place, value, side, lambda p: p.whole(p.number))

    def _read(
        self,
        path: Path,
        text: str,
        side: int | None,
        rule: Callable[[Parser], T],
        key: bool = False,
        dated: bool = False,
    ) -> T | None:
        try:
            return rule(Parser(text, self.names, side, dated))
        except Misread as fault:
            self.complain(path, fault.text, fault.offset, key)
            return None
