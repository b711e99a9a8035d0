"""The second pass over a scenario: every name and every text of it gets its meaning, or a complaint.

The result is looked up by the path of the text in the file; texts that are read once for each side carry
the number of the side (0 or 1) at the end of the path.
"""

from dataclasses import dataclass, field

from game.scenario.model import Scenario
from game.scenario.reader import Path, Reader
from game.scenario.schema import Act, Clause, Mandate
from game.scenario.secrets import check_secrets
from game.scenario.tale import read_tale
from game.scenario.vocabulary import Vocabulary
from game.scenario.words import Call, Change, Complaint, Condition, Sum, walk


@dataclass(frozen=True)
class Resolved:
    """The meaning of a scenario's texts, by their paths."""

    names: Vocabulary
    conditions: dict[Path, Condition] = field(default_factory=dict)
    sums: dict[Path, Sum] = field(default_factory=dict)
    changes: dict[Path, tuple[Change, ...]] = field(default_factory=dict)
    reckonings: dict[str, Sum] = field(default_factory=dict)


def resolve(scenario: Scenario, complaints: list[Complaint]) -> Resolved:
    """Returns the meaning of a scenario whose shape is right; faults are added to `complaints`."""
    names = Vocabulary(scenario)
    work = _Work(scenario, Reader(names, complaints), Resolved(names, reckonings=names.reckonings))
    work.check_names()
    work.read_reckonings()
    work.read_world()
    work.read_acts()
    work.read_deals()
    work.read_chance()
    read_tale(scenario, work.reader, work.out.conditions)
    check_secrets(scenario, work.out.conditions, names, complaints)
    if not complaints:
        work.check_open()
    return work.out


class _Work:
    """One pass; each method reads one part of the file."""

    def __init__(self, scenario: Scenario, reader: Reader, out: Resolved) -> None:
        self.s, self.reader, self.out = scenario, reader, out
        self.sides = scenario.side_names

    def when(self, path: Path, texts: str | list[str] | None, side: int | None, *key: int) -> None:
        if texts is not None:
            self.out.conditions[(*path, *key)] = self.reader.condition(path, texts, side)

    def check_names(self) -> None:
        """Checks what names other things of the file outside the small languages."""
        known = self.reader.known
        for section in ("acts", "mandates", "scores"):
            for side in getattr(self.s, section):
                known((section, side), side, self.sides, "side", key=True)
            for side in self.sides:
                if side not in getattr(self.s, section):
                    self.reader.complain((section,), f"'{side}' is missing here", key=True)
        for name, meter in self.s.meters.items():
            if meter.seen_by is not None:
                among = ("own",) if meter.each else self.sides
                known(("meters", name, "seen_by"), meter.seen_by, among, "side that could see it")
            if isinstance(meter.starts, dict):
                for side in self.sides:
                    if side not in meter.starts:
                        self.reader.complain(("meters", name, "starts"), f"'{side}' is missing here")
        for name, region in self.s.regions.items():
            for key in ("seen_by", "moved_by"):
                if getattr(region, key) is not None:
                    known(("regions", name, key), getattr(region, key), self.sides, "side")
            if region.others_assume is not None:
                known(("regions", name, "others_assume"), region.others_assume, region.states, "state here")
        self._check_roles()

    def _check_roles(self) -> None:
        meters, roles = self.s.meters, self.s.roles
        groups = {
            "meter": (meters, ("gauge", "home", "standing", "trust", "world")),
            "region": (self.s.regions, ("phase", "alert", "deadline")),
            "reckoning": (self.s.reckonings, ("balance", "fear", "no_deal", "yielding")),
        }
        for what, (among, fields) in groups.items():
            for role in fields:
                name = getattr(roles, role)
                if name is not None:
                    self.reader.known(("roles", role), name, among, what)

    def read_reckonings(self) -> None:
        for name, value in self.s.reckonings.items():
            path: Path = ("reckonings", name)
            if name in self.out.names.shared_reckonings:
                self.out.reckonings[name] = self.reader.sum(path, value, None)  # type: ignore[arg-type]
                continue
            for k, side in enumerate(self.sides):
                assert isinstance(value, dict)
                key = "each" if "each" in value else side
                if key not in value:
                    self.reader.complain(path, f"'{side}' is missing here", key=True)
                    continue
                tree = self.reader.sum((*path, key), value[key], k)  # type: ignore[arg-type]
                self.out.reckonings[f"{side}.{name}"] = tree
        self._check_cycles()

    def _check_cycles(self) -> None:
        calls = {
            name: [part.name for part in walk(tree) if isinstance(part, Call)]
            for name, tree in self.out.reckonings.items()
        }
        for name in [name for name in calls if name in self._reached(name, calls)]:
            text = "these reckonings ask for each other in a circle"
            self.reader.complain(("reckonings", name.split(".")[-1]), text, key=True)
            del self.out.reckonings[name]

    @staticmethod
    def _reached(name: str, calls: dict[str, list[str]]) -> set[str]:
        """Returns every reckoning that a reckoning asks for, directly or through others."""
        found: set[str] = set()
        ahead = [*calls[name]]
        while ahead:
            call = ahead.pop()
            if call not in found:
                found.add(call)
                ahead += calls.get(call, [])
        return found

    def read_world(self) -> None:
        for name, meter in self.s.meters.items():
            if meter.pulled:
                self.out.sums[("meters", name, "pulled", "to")] = self.reader.sum(
                    ("meters", name, "pulled", "to"), meter.pulled.to, None
                )
        for name, trigger in self.s.triggers.items():
            path: Path = ("triggers", name)
            self.when((*path, "when"), trigger.when, None)
            self.out.changes[(*path, "changes")] = self.reader.changes((*path, "changes"), trigger.changes, None)
        for name, night in self.s.each_night.items():
            path = ("each_night", name)
            self.when((*path, "when"), night.when, None)
            self.out.changes[(*path, "changes")] = self.reader.changes((*path, "changes"), night.changes, None)
            if night.odds is not None:
                self.out.sums[(*path, "odds")] = self.reader.sum((*path, "odds"), night.odds, None)
            for side, what in night.reveals.items():
                if self.reader.known((*path, "reveals", side), side, self.sides, "side", key=True):
                    self._reveals((*path, "reveals", side), what, self.sides.index(side))

    def _reveals(self, path: Path, what: list[str], side: int) -> None:
        hidden = [slot for slot, blind in self.out.names.hidden_from.items() if blind == side]
        for i, name in enumerate(what):
            self.reader.known((*path, i), name, hidden, f"thing hidden from {self.sides[side]}")

    def read_acts(self) -> None:
        for k, side in enumerate(self.sides):
            for name, act in self.s.acts.get(side, {}).items():
                self._act(("acts", side, name), k, act)

    def _act(self, path: Path, k: int, act: Act) -> None:
        self.when((*path, "when"), act.when, k)
        self.out.changes[(*path, "changes")] = self.reader.changes((*path, "changes"), act.changes, k)
        self._reveals((*path, "reveals"), act.reveals, k)
        if act.undone_by is not None:
            self.reader.known((*path, "undone_by"), act.undone_by, self.s.acts[self.sides[k]], "act of this side")
        if act.ends_in is not None:
            self.reader.known((*path, "ends_in"), act.ends_in, self.s.endings, "ending")
        if act.studies and act.studies.what != "their mandate":
            words = act.studies.what.split() or [""]
            owner = self.out.names.owner(words[0], k)
            slot = words[0] if owner is None else f"{self.sides[owner]}.{words[-1]}"
            if self.out.names.hidden_from.get(slot) != k or slot not in self.out.names.limits:
                text = f"'{act.studies.what}' is no meter hidden from {self.sides[k]}"
                self.reader.complain((*path, "studies", "what"), text)
            elif sum(act.studies.error.values()) != 10_000:
                self.reader.complain((*path, "studies", "error"), "the odds of all errors must come to 10,000")

    def read_deals(self) -> None:
        for name, clause in self.s.clauses.items():
            self._clause(("clauses", name), clause)
        for name, channel in self.s.channels.items():
            for k in (0, 1):
                path: Path = ("channels", name)
                self.when((*path, "when"), channel.when, k, k)
                self.out.sums[(*path, "leak", k)] = self.reader.sum((*path, "leak"), channel.leak, k)
                for what in ("leaked", "sent", "accepted", "refused"):
                    place = (*path, what)
                    self.out.changes[(*place, k)] = self.reader.changes(place, getattr(channel, what), k)
        deals = self.s.deals
        for k in (0, 1):
            for what in ("signed", "breach", "repudiated", "gesture", "silence"):
                place = ("deals", what)
                self.out.changes[(*place, k)] = self.reader.changes(place, getattr(deals, what), k)
            for what in ("counts", "found_out"):
                self.out.sums[("deals", what, k)] = self.reader.sum(("deals", what), getattr(deals, what), k)
            self._mandates(k)
        for side, total in self.s.scores.items():
            if side in self.sides:
                self.out.sums[("scores", side)] = self.reader.sum(("scores", side), total, self.sides.index(side))

    def _clause(self, path: Path, clause: Clause) -> None:
        if not self.reader.known((*path, "given_by"), clause.given_by, self.sides, "side"):
            return
        k = self.sides.index(clause.given_by)
        self.when((*path, "when"), clause.when, k)
        for place, changes in (
            ((*path, "carried_out"), clause.carried_out),
            ((*path, "leaked"), clause.leaked),
            ((*path, "promised", "in_public"), clause.promised.in_public),
            ((*path, "promised", "in_secret"), clause.promised.in_secret),
        ):
            self.out.changes[place] = self.reader.changes(place, changes, k)

    def _mandates(self, k: int) -> None:
        side = self.sides[k]
        for name, mandate in self.s.mandates.get(side, {}).items():
            path: Path = ("mandates", side, name)
            for clause, points in mandate.wants.items():
                if self.reader.known((*path, "wants", clause), clause, self.s.clauses, "clause", key=True):
                    forms = self.s.clauses[clause].forms
                    for form in points if isinstance(points, dict) else ():
                        self.reader.known((*path, "wants", clause, form), form, forms, "form of it", key=True)
            self._red_line((*path, "red_line"), mandate)

    def _red_line(self, path: Path, mandate: Mandate) -> None:
        for key in ("needs", "never"):
            for i, text in enumerate(getattr(mandate.red_line, key)):
                name, _, form = text.partition(" ")
                if self.reader.known((*path, key, i), name, self.s.clauses, "clause") and form:
                    self.reader.known((*path, key, i), form, self.s.clauses[name].forms, "form of it")

    def read_chance(self) -> None:
        self.out.sums[("hazard", "percent")] = self.reader.sum(("hazard", "percent"), self.s.hazard.percent, None)
        for name, incident in self.s.incidents.items():
            path: Path = ("incidents", name)
            self.when((*path, "when"), incident.when, None)
            for what in ("odds", "war"):
                self.out.sums[(*path, what)] = self.reader.sum((*path, what), getattr(incident, what), None)
            self.out.changes[(*path, "changes")] = self.reader.changes((*path, "changes"), incident.changes, None)
            self.reader.known((*path, "ends_in"), incident.ends_in, self.s.endings, "ending")
            if incident.seen_by is not None:
                self.reader.known((*path, "seen_by"), incident.seen_by, [incident.answered_by], "side that answers it")
            if not self.reader.known((*path, "answered_by"), incident.answered_by, self.sides, "side"):
                continue
            k = self.sides.index(incident.answered_by)
            for option, how in incident.options.items():
                place = (*path, "options", option)
                self.when((*place, "when"), how.when, k)
                self.out.changes[(*place, "changes")] = self.reader.changes((*place, "changes"), how.changes, k)
                self.out.sums[(*place, "out_of_hand")] = self.reader.sum((*place, "out_of_hand"), how.out_of_hand, k)
        self._endings()

    def _endings(self) -> None:
        for name, ending in self.s.endings.items():
            path: Path = ("endings", name)
            self.when((*path, "when"), ending.when, None)
            if ending.turns_into:
                place = (*path, "turns_into")
                self.reader.known((*place, "ending"), ending.turns_into.ending, self.s.endings, "ending")
                self.out.sums[(*place, "odds")] = self.reader.sum((*place, "odds"), ending.turns_into.odds, None)
            for side, total in (ending.scores or {}).items():
                if self.reader.known((*path, "scores", side), side, self.sides, "side", key=True):
                    place = (*path, "scores", side)
                    self.out.sums[place] = self.reader.sum(place, total, self.sides.index(side))
        turns = {name: [end.turns_into.ending] if end.turns_into else [] for name, end in self.s.endings.items()}
        for name in turns:
            if name in self._reached(name, turns):
                text = "these endings turn into each other in a circle"
                self.reader.complain(("endings", name, "turns_into"), text, key=True)
        for name, item in self.s.aftermath.items():
            self.when(("aftermath", name, "when"), item.when, None)

    def check_open(self) -> None:
        """Checks that whoever is to move or to answer always can."""
        for side in self.sides:
            acts = self.s.acts.get(side, {})
            if acts and not any(self._always_open(act) for act in acts.values()):
                text = "one act must be open always: without 'when', climbing, moving a region, 'once' and repudiating"
                self.reader.complain(("acts", side), text, key=True)
        for name, incident in self.s.incidents.items():
            if all(option.when for option in incident.options.values()):
                text = "one answer must be open always: leave the 'when' of one away"
                self.reader.complain(("incidents", name, "options"), text, key=True)

    def _always_open(self, act: Act) -> bool:
        bound = act.when or act.rung > 0 or act.once or act.repudiates
        return not bound and (act.by_force or not set(act.changes) & set(self.s.regions))
