"""Source of the functions that list what a side may do.

Each slot that guards ask for gets a table from its value to the bits of the acts (or clause forms and
channels) that the value leaves open; listing is looking up and AND-ing.  What asks for two slots at once is
tested in place.
"""

from collections.abc import Iterable

from game.rules.bundles import Bundles
from game.rules.evaluate import Evaluator
from game.rules.ruleset import MoveIds
from game.rules.settling import Settler
from game.rules.slots import BARRED, BUSY, DAY, DEAL, DONE, LETTER, Slots
from game.rules.writer import Writer
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.schema import Region
from game.scenario.words import Change, Condition, In, Join, Not, Test

Row = tuple[int, Condition]


def arrows_into(region: Region, state: int) -> tuple[int, ...]:
    """Returns the numbers of the states from which an arrow of a region leads to `state`."""
    states = list(region.states)
    if not region.arrows:
        return tuple(k for k in range(len(states)) if k != state)
    sources: set[int] = set()
    for chain in region.arrows:
        words = chain.split()
        for left, arrow, right in zip(words[::2], words[1::2], words[2::2], strict=False):
            ends = [(left, right), (right, left)] if arrow == "<->" else [(left, right)]
            for a, b in ends:
                if b == states[state]:
                    sources |= set(range(len(states))) if a == "any" else {states.index(a)}
    return tuple(sorted(sources - {state}))


def implied(scenario: Scenario, side: int, act_id: str, changes: tuple[Change, ...]) -> Condition:
    """Returns the guards nobody has to write: of the deal's phase, and of the arrows of regions.

    An act that would move no region, all being there already, is closed unless it also brings intelligence.
    """
    act = scenario.acts[scenario.side_names[side]][act_id]
    phases = (1,) if act.repudiates else (0,) if act.rung > 0 else (0, 1)
    guards: list[Test] = [In("deal", phases, 3)]
    moved = [change for change in changes if change.state is not None and change.slot in scenario.regions]
    if act.by_force or not moved:
        return tuple(guards)
    for change in moved:
        assert change.state is not None
        region = scenario.regions[change.slot]
        ways = {*arrows_into(region, change.state), change.state}
        guards.append(In(change.slot, tuple(sorted(ways)), len(region.states)))
    if not (act.reveals or act.studies):
        guards.append(Not(Join("and", tuple(_there(scenario, change) for change in moved))))
    return tuple(guards)


def _there(scenario: Scenario, change: Change) -> Test:
    """Returns the test that a region is already where a change would bring it."""
    assert change.state is not None
    return In(change.slot, (change.state,), len(scenario.regions[change.slot].states))


class Lister:
    """Writes the listing functions of both sides."""

    def __init__(
        self, scenario: Scenario, resolved: Resolved, bundles: Bundles, settler: Settler, ids: MoveIds
    ) -> None:
        self.s, self.r, self.b, self.settler, self.ids = scenario, resolved, bundles, settler, ids
        self.w: Writer = settler.w
        self.slots: Slots = settler.w.slots

    def acts(self, side: int, first: int) -> None:
        """Writes `listed_SIDE`, whose acts have the numbers from `first` on."""
        name = self.s.side_names[side]
        acts = self.s.acts[name]
        rows: list[Row] = []
        for bit, act_id in enumerate(acts):
            changes = self.r.changes[("acts", name, act_id, "changes")]
            written = self.r.conditions[("acts", name, act_id, "when")]
            rows.append((1 << bit, (*implied(self.s, side, act_id, changes), *written)))
        every = (1 << len(acts)) - 1
        parts = self._gates(f"ACTS_{side}", rows, every)
        once = sum(1 << bit for bit, act in enumerate(acts.values()) if act.once)
        if once:
            parts.append(f"~(s[{DONE + side}] & {once})")
        numbers = tuple(range(first, first + len(acts)))
        self.w(f"KNOWN_{side} = {{}}", f"def spell_{side}(bits):")
        self.w(f"    found = KNOWN_{side}[bits] = (*[m for m in {numbers} if bits >> m - {first} & 1],)")
        self.w("    return found", "")
        self.w(f"def listed_{side}(s):", f"    bits = {' & '.join(parts) or every}")
        self.w(f"    out = KNOWN_{side}.get(bits) or spell_{side}(bits)")
        theirs = LETTER + 2 * (1 - side)
        self.w(f"    if s[{theirs}] or s[{theirs + 1}]:")
        for j in (0, 1):
            accept = self.ids.answer + 2 * j
            self.w(f"        if s[{theirs + j}] and (s[{theirs + j}] >> 6 & 63) <= s[{DAY}]:")
            self.w(f"            out += ({accept}, {accept + 1})")
        self.w("    return out", "")

    def offers(self, side: int) -> None:
        """Writes `offers_SIDE`: the channels open now, each with the forms an offer through it may hold."""
        forms, own = len(self.b.forms), LETTER + 2 * side
        rows: list[Row] = [
            (mask, self.r.conditions[("clauses", name, "when")]) for name, mask in self.b.clause_masks.items()
        ]
        rows += [
            (1 << forms + c, self.r.conditions[("channels", name, "when", side)])
            for c, name in enumerate(self.s.channels)
        ]
        every = (1 << forms + len(self.s.channels)) - 1
        parts = self._gates(f"FORMS_{side}", rows, every) or [str(every)]
        self.w(f"MEMO_{side} = {{}}", f"def channels_{side}(a):", f"    forms, out = a & {(1 << forms) - 1}, ()")
        for c, channel in enumerate(self.s.channels.values()):
            carried = "forms" if channel.secret else f"forms & {~self.b.secret}"
            base = self.ids.offer + c * len(self.b.masks)
            self.w(f"    if a >> {forms + c} & 1 and {carried}: out += (({base}, {carried}),)")
        self.w(f"    MEMO_{side}[a] = out", "    return out", "")
        self.w(f"def offers_{side}(s):", f"    if s[{DEAL}] or s[{own}] and s[{own + 1}]: return ()")
        self.w(f"    a = {' & '.join(parts)} & ~(s[{BARRED}] | s[{BUSY + side}] << {forms})")
        self.w(f"    found = MEMO_{side}.get(a)", f"    return channels_{side}(a) if found is None else found", "")

    def options(self) -> None:
        """Writes `OPTIONS`: for each incident, the answers open in a state."""
        number = self.ids.option
        names = []
        for k, (name, incident) in enumerate(self.s.incidents.items()):
            self.w(f"def options_{k}(s):", "    out = ()")
            for option in incident.options:
                when = self.r.conditions[("incidents", name, "options", option, "when")]
                self.w(f"    if {self.w.tests(when, 's')}: out += ({number},)")
                number += 1
            self.w("    return out", "")
            names.append(f"options_{k}, ")
        self.w(f"OPTIONS = ({''.join(names)})", "")

    def _gates(self, name: str, rows: Iterable[Row], every: int) -> list[str]:
        """Writes the tables and returns the sources of masks to be AND-ed."""
        tables: dict[int, list[tuple[int, Test]]] = {}
        tests: dict[str, int] = {}
        for mask, when in rows:
            for test in when:
                reads = self.settler.reads((test,))
                slot = min(reads) if len(reads) == 1 else -1
                if slot in self.slots.spans:
                    tables.setdefault(slot, []).append((mask, test))
                else:
                    source = self.w.test(test, "s")
                    tests[source] = tests.get(source, 0) | mask
        parts = []
        for slot, gates in sorted(tables.items()):
            self.w(f"{name}_{slot} = {self._table(slot, gates, every)}  # {self.slots.names[slot]}")
            parts.append(f"{name}_{slot}[s[{slot}]]")
        parts += [f"({every} if {source} else {every & ~mask})" for source, mask in tests.items()]
        return parts

    def _table(self, slot: int, gates: list[tuple[int, Test]], every: int) -> tuple[int, ...]:
        """Returns the open bits by value, laid out 0 … high, low … -1 so that negative values index from the end."""
        low, high = self.slots.spans[slot]
        row = []
        for value in [*range(high + 1), *range(low, 0)]:
            evaluator = Evaluator(lambda _, v=value: v, self.r.reckonings, self.r.names.acts)  # type: ignore[misc]
            bits = every
            for mask, test in gates:
                if not evaluator.holds(test):
                    bits &= ~mask
            row.append(bits)
        return tuple(row)
