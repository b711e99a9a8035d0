"""Source of the functions that list what a side may do.

Each slot that guards ask for gets a table from its value to the bits of the acts (or clause forms and
channels) that the value leaves open; listing is looking up and AND-ing.  What asks for two slots at once is
tested in place.
"""

from collections.abc import Iterable

from game.rules.bundles import Bundles
from game.rules.ruleset import MoveIds
from game.rules.settling import Settler
from game.rules.slots import BARRED, BUSY, DAY, DEAL, LETTER, Slots
from game.rules.tables import Row
from game.rules.writer import Writer
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.schema import Region
from game.scenario.words import Change, Condition, Done, In, Join, Not, Test

INDEXED, MOST_STATES = 4, 10


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
        """Writes `listed_SIDE` and `random_SIDE`, whose acts have the numbers from `first` on."""
        name = self.s.side_names[side]
        rows: list[Row] = []
        for bit, (act_id, act) in enumerate(self.s.acts[name].items()):
            changes = self.r.changes[("acts", name, act_id, "changes")]
            written = self.r.conditions[("acts", name, act_id, "when")]
            once = (Not(Done(side, act_id)),) if act.once else ()
            rows.append((1 << bit, (*implied(self.s, side, act_id, changes), *written, *once)))
        self._listed(side, first, rows)
        self._at_random(side, first, rows)

    def _listed(self, side: int, first: int, rows: list[Row]) -> None:
        every = (1 << len(rows)) - 1
        parts = self._gates(f"ACTS_{side}", rows, every)
        numbers = tuple(range(first, first + len(rows)))
        self.w(f"KNOWN_{side} = {{}}", f"def spell_{side}(bits):")
        self.w(f"    found = KNOWN_{side}[bits] = (*[m for m in {numbers} if bits >> m - {first} & 1],)")
        self.w("    return found", "")
        self.w(f"def listed_{side}(s):", f"    bits = {' & '.join(parts) or every}")
        self.w(f"    out = KNOWN_{side}.get(bits) or spell_{side}(bits)")
        self.w(f"    if s[{BUSY + 1 - side}]:")
        self._answers(side, " " * 8)
        self.w("    return out", "")

    def _answers(self, side: int, pad: str) -> None:
        """Adds to `out` the answers to letters that have arrived."""
        theirs = LETTER + 2 * (1 - side)
        for j in (0, 1):
            accept = self.ids.answer + 2 * j
            self.w(f"{pad}if s[{theirs + j}] and (s[{theirs + j}] >> 6 & 63) <= s[{DAY}]:")
            self.w(f"{pad}    out += ({accept}, {accept + 1})")

    def _at_random(self, side: int, first: int, rows: list[Row]) -> None:
        """Writes `random_SIDE`, which tries acts at random until one is open: each open one is as likely to be made.

        Tried are the acts that the slots which close most leave open; only the rest of a guard is looked at.  An
        answer to a letter may be drawn instead; it is returned.
        """
        closing, tries = self._closing(rows), []
        for number, (_, when) in enumerate(rows, first):
            rest = self._merged([test for test in when if self.w.tables.only(test) not in closing])
            tries.append(f"{number}: {'try' if rest else 'act'}_{number}")
            if rest:
                self.w(f"def try_{number}(s): return act_{number}(s) if {self.w.tests(rest, 's')} else 1")
        self.w(f"TRIES_{side} = {{{', '.join(tries)}}}")
        doors = f"(*[TRIES_{side}[m] for m in spell_{side}({' & '.join(f'b{slot}' for slot in closing)})],)"
        for slot in reversed(closing):
            doors = f"[{doors} for b{slot} in ACTS_{side}_{slot}]"
        self.w(f"DOORS_{side} = {doors}", "")
        self.w(f"def random_{side}(s, random):", f"    doors = DOORS_{side}" + "".join(f"[s[{k}]]" for k in closing))
        self.w(f"    if s[{BUSY + 1 - side}]:", "        out = ()")
        self._answers(side, "        ")
        self.w("        while out:", "            k = int(random() * (len(doors) + len(out))) - len(out)")
        self.w("            if k < 0: return out[k]", "            if not doors[k](s): return 0")
        self.w("    while doors[int(random() * len(doors))](s): pass", "    return 0", "")

    def _merged(self, tests: list[Test]) -> Condition:
        """Returns tests in which what is asked of one region is asked once."""
        tables, _ = self.w.tables.guards([(1, tuple(tests))], 1)
        regions = {slot: row for slot, row in tables.items() if self.slots.names[slot] in self.s.regions}
        merged = [
            In(self.slots.names[slot], tuple(k for k, open_ in enumerate(row) if open_), len(row))
            for slot, row in regions.items()
        ]
        return (*merged, *(test for test in tests if self.w.tables.only(test) not in regions))

    def _closing(self, rows: list[Row]) -> list[int]:
        """Returns the few regions that close most, averaged over their states."""
        every = (1 << len(rows)) - 1
        closed = {
            slot: 100 * sum((every & ~bits).bit_count() for bits in row) // len(row)
            for slot, row in self.w.tables.guards(rows, every)[0].items()
            if len(row) <= MOST_STATES
        }
        return sorted(sorted(closed, key=closed.__getitem__)[-INDEXED:])

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
        tables, rest = self.w.tables.guards(rows, every)
        parts = []
        for slot, row in tables.items():
            self.w(f"{name}_{slot} = {row}  # {self.slots.names[slot]}")
            parts.append(f"{name}_{slot}[s[{slot}]]")
        tests: dict[str, int] = {}
        for bit, test in rest:
            source = self.w.test(test, "s")
            tests[source] = tests.get(source, 0) | bit
        return [*parts, *(f"({every} if {source} else {every & ~mask})" for source, mask in tests.items())]
