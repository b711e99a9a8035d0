"""The generated module of a scenario: straight-line Python for every act, effect, sum and list.

The text is made from the validated model by `Writer` alone and executed here, the one place that does so,
in a space that knows nothing but a few builtins.
"""

import linecache
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from game.rules.bundles import Bundles
from game.rules.flow import write_fates, write_morning, write_turns
from game.rules.hazard import write_hazard
from game.rules.listing import Lister
from game.rules.ruleset import MoveIds
from game.rules.settling import Settler
from game.rules.slots import (
    ACTOR,
    BELIEFS,
    BREACHES,
    CHANCE,
    CLIMBED,
    DAY,
    DEAL,
    DEAL_SLOTS,
    DONE,
    ENDING,
    FOUND,
    LADDER,
    LETTER,
    LETTERS,
    NIGHT,
    NODE,
    PENDING,
    REFUSED,
    STUDY,
    SUBJECT,
    TIME,
    TURN,
    WORTH,
    WROTE,
    Slots,
)
from game.rules.tables import Tables
from game.rules.viewing import write_view
from game.rules.writer import Writer, reckoning
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.schema import Act
from game.scenario.words import Change, Line, Sum

Path = tuple[str | int, ...]


class Generator:
    """Writes the module of one scenario."""

    def __init__(self, scenario: Scenario, resolved: Resolved, slots: Slots, bundles: Bundles, ids: MoveIds) -> None:
        self.s, self.r, self.b, self.ids = scenario, resolved, bundles, ids
        self.slots, self.sides, self.beliefs = slots, scenario.side_names, len(slots.names) + BELIEFS
        self.w = Writer(Tables(slots, resolved))
        self.settler = Settler(resolved, self.w)
        self.lister = Lister(scenario, resolved, bundles, self.settler, ids)

    def source(self) -> str:
        """Returns the source of the whole module."""
        self._reckonings()
        self.pending = write_turns(self.w, self.s, self.r)
        self._acts()
        first = 0
        for side in (0, 1):
            self.lister.acts(side, first)
            self.lister.offers(side)
            write_view(self.w, self.s, self.slots, self.b, side)
            first += len(self.s.acts[self.sides[side]])
        self.lister.options()
        write_hazard(self.w, self.s, self.r, self.ids)
        self._effects()
        self.w(*self.w.tables.source())
        return "\n".join(self.w.lines)

    def _reckonings(self) -> None:
        for name, tree in self.r.reckonings.items():
            self.w(f"def {reckoning(name)}(s): return {self.w.sum(tree, 's')}")
        rows = ", ".join(f"'{name}': {reckoning(name)}" for name in self.r.reckonings)
        self.w(f"RECKONINGS = {{{rows}}}", "")

    def _acts(self) -> None:
        number = 0
        for k, side in enumerate(self.sides):
            for bit, (name, act) in enumerate(self.s.acts[side].items()):
                self._act(number, k, bit, name, act)
                number += 1
        self.w("ACTS = (" + "".join(f"act_{m}, " for m in range(number)) + ")", "")

    def _act(self, number: int, k: int, bit: int, name: str, act: Act) -> None:
        w, changes = self.w, self.r.changes[("acts", self.sides[k], name, "changes")]
        written = w.written(changes) | {DONE + k, LADDER + k, CLIMBED + k}
        gesture = self.r.changes[("deals", "gesture", k)] if act.rung < 0 else ()
        repudiated = self.r.changes[("deals", "repudiated", k)] if act.repudiates else ()
        written |= (
            w.written(gesture) | w.written(repudiated) | (frozenset(DEAL_SLOTS) if act.repudiates else frozenset())
        )
        settle = self.settler.settle(written)
        w(f"def act_{number}(n):  # {self.sides[k]} {name}")
        w.changes(self._with_rung(k, act.rung, changes), "n", "    ")
        if act.rung > 0:
            w(f"    n[{CLIMBED + k}] = n[{CLIMBED + k}] + {act.rung}")
        if act.repudiates:
            w.changes(repudiated, "n", "    ")
            w(*(f"    n[{slot}] = 0" for slot in DEAL_SLOTS))
        self._opened(bool(act.reveals))
        self._reveal(act.reveals, "    ")
        self._closed(bool(act.reveals))
        if act.uncovers:
            secret = sum(
                1 << b for b, a in enumerate(self.s.acts[self.sides[1 - k]].values()) if a.visibility == "discoverable"
            )
            w(f"    n[{FOUND + k}] = n[{FOUND + k}] | n[{DONE + 1 - k}] & {secret}")
        w(f"    n[{DONE + k}] = n[{DONE + k}] | {1 << bit}")
        if gesture:
            w(f"    if n[{WROTE + k}]:")
            w.changes(gesture, "n", " " * 8)
        w(f"    n[{WROTE + k}] = 0")
        if act.ends_in:
            w.ending(list(self.s.endings).index(act.ends_in), "    ")
        else:
            w(*settle)
        if act.ends_in or settle:
            w(f"    if n[{ENDING}]: return finish(n)")
        self._end_turn(number, k, act)

    def _with_rung(self, k: int, rung: int, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Returns changes with the rung of the act added to what they do to its side's ladder."""
        slot = f"{self.sides[k]}.ladder"
        own = [change.by for change in changes if change.slot == slot and change.by is not None]
        rest = tuple(change for change in changes if change.slot != slot)
        total = Sum((*(Line(1, by) for by in own), Line(rung)))
        return (*rest, Change(slot, by=total)) if rung or own else changes

    def _reveal(self, names: Sequence[str], pad: str) -> None:
        """Writes the truth into the list of beliefs `b`, with today's date."""
        for name in names:
            slot = self.slots.index[name]
            at = self.slots.belief[slot]
            self.w(f"{pad}b[{at}] = n[{slot}]; b[{at + 1}] = d  # {name}")

    def _opened(self, reveals: bool) -> None:
        """Opens the beliefs for writing, if anything is to be revealed."""
        if reveals:
            self.w(f"    b = [*n[{self.beliefs}]]; d = n[{DAY}]")

    def _closed(self, reveals: bool) -> None:
        """Puts the beliefs back."""
        if reveals:
            self.w(f"    n[{self.beliefs}] = tuple(b)")

    def _end_turn(self, number: int, k: int, act: Act) -> None:
        w = self.w
        if act.studies:
            w(f"    n[{ACTOR}] = {CHANCE}; n[{NODE}] = {STUDY}; n[{SUBJECT}] = {number}")
        elif k == 1:
            w(f"    n[{ACTOR}] = {CHANCE}; n[{NODE}] = {NIGHT}")
        elif self.pending[1]:
            w(
                f"    if n[{PENDING}] and n[{PENDING}] & {self.pending[1]}: begin(n, 1)",
                f"    else: n[{ACTOR}] = n[{TURN}] = 1",
            )
        else:
            w(f"    n[{ACTOR}] = n[{TURN}] = 1")
        w("")

    def _effects(self) -> None:
        """Writes every other effect and sum, each kind as a tuple of functions."""
        s, sides = self.s, (0, 1)
        clause = [("clauses", form.clause) for form in self.b.forms]
        promised = [
            (*path, "promised", "in_secret" if form.secret else "in_public")
            for path, form in zip(clause, self.b.forms, strict=True)
        ]
        channel = [("channels", name) for name in s.channels]
        options = [("incidents", i, "options", o) for i, inc in s.incidents.items() for o in inc.options]
        incident = [("incidents", name) for name in s.incidents]
        self._batch("carry", [(*path, "carried_out") for path in clause])
        self._batch("expose", [(*path, "leaked") for path in clause])
        self._batch("promise", promised)
        for what in ("sent", "accepted", "refused", "leaked"):
            self._batch(what, [(*path, what, k) for k in sides for path in channel])
        for what in ("signed", "breach", "silence"):
            self._batch(what, [("deals", what, k) for k in sides])
        self._batch("incident", [(*path, "changes") for path in incident])
        self._batch("option", [(*path, "changes") for path in options])
        self._sums("leak", [(*path, "leak", k) for k in sides for path in channel])
        self._sums("war", [(*path, "war") for path in incident])
        self._sums("out_of_hand", [(*path, "out_of_hand") for path in options])
        self._sums("counts", [("deals", "counts", k) for k in sides])
        self._sums("found_out", [("deals", "found_out", k) for k in sides])
        self._sums("score", [self._score(name, side) for name in s.endings for side in self.sides])
        self._sums("settled", [("scores", side) for side in self.sides])
        self._nights()
        self._settling("settle_all", None, False)
        for name, (kinds, slots, final) in SETTLED_AFTER.items():
            written = frozenset(slots).union(*(self.touched[kind] for kind in kinds))
            self._settling(f"settle_after_{name}", written, final)

    def _settling(self, name: str, written: frozenset[int] | None, final: bool) -> None:
        lines = self.settler.settle(written, final)
        self.w(f"def {name}(n):", *lines, "    return n", "")

    def _score(self, ending: str, side: str) -> Path:
        own = ("endings", ending, "scores", side)
        return own if own in self.r.sums else ("scores", side)

    def _nights(self) -> None:
        """Writes `dawn`, which makes the changes of a night that no die decides, and what comes after it."""
        certain = [name for name, night in self.s.each_night.items() if night.odds is None]
        dice = [name for name, night in self.s.each_night.items() if night.odds is not None]
        pulled = {name: meter.pulled for name, meter in self.s.meters.items() if meter.pulled}
        touched = frozenset(self.slots.index[name] for name in pulled)
        for name in certain:
            touched |= self.w.written(self.r.changes[("each_night", name, "changes")])
        settle = self.settler.settle(touched)
        revealing = any(self.s.each_night[name].reveals for name in certain)
        self.w("def dawn(rules, n):", f"    n[{SUBJECT}] = 0")
        self._opened(revealing)
        for name in certain:
            when = self.w.tests(self.r.conditions[("each_night", name, "when")], "n")
            self.w(f"    if {when}:")
            self._nightly(name, " " * 8)
        for name, pull in pulled.items():
            self._pull(name, pull.up, pull.down)
        self._closed(revealing)
        self.w(*settle, f"    if n[{ENDING}]: finish(n)", "    else: fates(rules, n, 0)", "")
        for k, name in enumerate(dice):
            self._fate(k, name)
        self.w("fate = (" + "".join(f"fate_{k}, " for k in range(len(dice))) + ")", "")
        fates = [
            (
                self.w.tests(self.r.conditions[("each_night", name, "when")], "n"),
                self.w.sum(self.r.sums[("each_night", name, "odds")], "n"),
            )
            for name in dice
        ]
        write_fates(self.w, fates)
        write_morning(self.w, self.settler.settle((DAY, CLIMBED, CLIMBED + 1)), self.pending[0])

    def _fate(self, k: int, name: str) -> None:
        settle = self.settler.settle(self.w.written(self.r.changes[("each_night", name, "changes")]))
        reveals = bool(self.s.each_night[name].reveals)
        self.w(f"def fate_{k}(n):")
        self._opened(reveals)
        self._nightly(name, "    ")
        self._closed(reveals)
        self.w(*settle, "    return n", "")

    def _nightly(self, name: str, pad: str) -> None:
        self.w.changes(self.r.changes[("each_night", name, "changes")], "n", pad)
        revealed = [what for names in self.s.each_night[name].reveals.values() for what in names]
        self._reveal(revealed, pad)
        if not (self.r.changes[("each_night", name, "changes")] or revealed):
            self.w(f"{pad}pass")

    def _pull(self, name: str, up: int, down: int) -> None:
        slot = self.slots.index[name]
        low, high = self.slots.limits[slot]
        goal = self.w.sum(self.r.sums[("meters", name, "pulled", "to")], "n")
        self.w(f"    a = {goal} - n[{slot}]", f"    if a > 0: a = n[{slot}] + (a // {up} or 1)")
        self.w(f"    elif a < 0: a = n[{slot}] - (-a // {down} or 1)", f"    else: a = n[{slot}]")
        self.w(f"    n[{slot}] = {low} if a < {low} else {high} if a > {high} else a  # {name}")

    touched: dict[str, frozenset[int]]

    def _batch(self, name: str, paths: Iterable[Path]) -> None:
        """Writes one function for each of some changes, and the tuple of them all."""
        self.touched = getattr(self, "touched", {})
        touched, count = frozenset[int](), 0
        for path in paths:
            changes = self.r.changes[path]
            written = self.w.written(changes)
            touched |= written
            settle = self.settler.settle(written.union(SETTLING[name])) if name in SETTLING else []
            self.w(f"def {name}_{count}(n):  # {' '.join(map(str, path))}")
            self.w.changes(changes, "n", "    ")
            self.w(*settle, "    return n")
            count += 1
        self.touched[name] = touched
        self.w(f"{name} = (" + "".join(f"{name}_{k}, " for k in range(count)) + ")", "")

    def _sums(self, name: str, paths: Sequence[Path]) -> None:
        for k, path in enumerate(paths):
            total: Sum = self.r.sums[path]
            self.w(f"def {name}_{k}(s): return {self.w.sum(total, 's')}")
        self.w(f"{name} = (" + "".join(f"{name}_{k}, " for k in range(len(paths))) + ")", "")


EACH = (0, 1)
TABLE = tuple(range(LETTER, LETTER + 4))
SETTLING: dict[str, tuple[int, ...]] = {
    "incident": (),
    "option": (),
    "refused": (*TABLE, *(REFUSED + k for k in EACH)),
    "silence": (*TABLE, *(REFUSED + k for k in EACH)),
    "carry": (),
    "breach": tuple(BREACHES + k for k in EACH),
}
"""The effects that settle at once what they wake, with the slots that the flow has just written on."""
SETTLED_AFTER: dict[str, tuple[tuple[str, ...], tuple[int, ...], bool]] = {
    "offer": (("sent",), (*TABLE, *(LETTERS + k for k in EACH)), False),
    "accept": (("signed", "accepted", "promise"), (*TABLE, *DEAL_SLOTS), False),
    "leak": (("leaked", "expose"), TABLE, False),
    "time": ((), (TIME,), True),
    "done": ((), (DEAL, *(WORTH + k for k in EACH)), True),
}
"""The settling functions of the flow: the effects and slots after which each is called, and if it is the end."""


BUILTINS = {"list": list, "tuple": tuple, "int": int, "len": len}


def execute(source: str, title: str, known: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
    """Returns the names that a generated module defines over those `known` to it; its lines show in tracebacks."""
    name = f"<rules of {title}>"
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    space: dict[str, Any] = {"__builtins__": BUILTINS, **known}
    exec(compile(source, name, "exec"), space)
    return space
