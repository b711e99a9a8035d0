"""States written out in full: every integer by its name, masks as sets of names, letters as what they say."""

from typing import Any, NamedTuple

from game.rules import slots as s
from game.rules.ruleset import Ruleset
from game.rules.slots import State

Position = dict[str, Any]
Form = tuple[str, str]
NODES = (
    "move", "incident", "months", "mandate", "leak", "night", "war", "fate", "close", "hand", "found_out", "study",
    "turns",
)  # fmt: skip
ACTORS = (0, 1, "chance", "over")
SHARED = {
    "day": s.DAY, "turn": s.TURN, "subject": s.SUBJECT, "ending": s.ENDING, "time": s.TIME, "deal": s.DEAL,
    "deal_day": s.DEAL_DAY, "draws": s.DRAWS, "barred_until": s.BARRED_UNTIL,
}  # fmt: skip
FORMS = {"terms": s.TERMS, "owed": s.OWED, "kept": s.KEPT, "broken": s.BROKEN, "feigned": s.FEIGNED, "barred": s.BARRED}
EACH = {
    "mandate": s.MANDATE, "wrote": s.WROTE, "refused": s.REFUSED, "letters": s.LETTERS, "ladder": s.LADDER,
    "climbed": s.CLIMBED, "face": s.FACE, "weight": s.WEIGHT, "terms": s.WORTH, "breaches": s.BREACHES,
    "reading": s.READING,
}  # fmt: skip


class Letter(NamedTuple):
    """A letter: its channel, its clauses with their forms, the day it arrives and the last it can be answered."""

    channel: str
    forms: frozenset[Form]
    arrives: int
    lapses: int


class Scribe:
    """Writes states of a ruleset out as positions, and positions down as states."""

    def __init__(self, rules: Ruleset) -> None:
        scenario = rules.scenario
        self.names = rules.slots.names
        self.beliefs = {rules.slots.names[slot]: at for slot, at in rules.slots.belief.items()}
        self.sides = scenario.side_names
        self.forms = [(name, form) for name, clause in scenario.clauses.items() for form in clause.forms]
        self.bundles = [self._set(mask, self.forms) for mask in rules.bundles.masks]
        self.number = {bundle: i for i, bundle in enumerate(self.bundles)}
        self.channels, self.incidents = list(scenario.channels), list(scenario.incidents)
        self.acts = [list(scenario.acts[side]) for side in self.sides]

    @staticmethod
    def _set(mask: int, names: list[Any]) -> frozenset[Any]:
        return frozenset(name for i, name in enumerate(names) if mask >> i & 1)

    def read(self, state: State) -> Position:
        """Returns the position that a state is."""
        p: Position = {"actor": ACTORS[state[s.ACTOR]], "node": NODES[state[s.NODE]]}
        p.update({name: state[slot] for name, slot in SHARED.items()})
        p.update({name: self._set(state[slot], self.forms) for name, slot in FORMS.items()})
        p["drawn"], p["pending"] = (self._set(state[slot], self.incidents) for slot in (s.DRAWN, s.PENDING))
        for k, side in enumerate(self.sides):
            p.update({f"{side}.{name}": state[slot + k] for name, slot in EACH.items()})
            p[f"{side}.done"] = self._set(state[s.DONE + k], self.acts[k])
            p[f"{side}.found"] = self._set(state[s.FOUND + k], self.acts[1 - k])
            p[f"{side}.busy"] = self._set(state[s.BUSY + k], self.channels)
            for j in (0, 1):
                p[f"{side}.letter{j + 1}"] = self._letter(state[s.LETTER + 2 * k + j])
        p.update({name: state[slot] for slot, name in enumerate(self.names) if 50 < slot < len(self.names) - 1})
        for name, at in self.beliefs.items():
            p[f"believed.{name}"], p[f"reported.{name}"] = s.beliefs(state)[at : at + 2]
        return p

    def _letter(self, letter: int) -> Letter | None:
        if not letter:
            return None
        channel, bundle = divmod(letter >> 12, len(self.bundles))
        return Letter(self.channels[channel], self.bundles[bundle], letter >> 6 & 63, letter & 63)

    def write(self, p: Position) -> State:
        """Returns the state that a position is."""
        n = [0] * len(self.names)
        n[s.ACTOR], n[s.NODE] = ACTORS.index(p["actor"]), NODES.index(p["node"])
        for name, slot in SHARED.items():
            n[slot] = p[name]
        for name, slot in FORMS.items():
            n[slot] = self._mask(p[name], self.forms)
        n[s.DRAWN], n[s.PENDING] = (self._mask(p[name], self.incidents) for name in ("drawn", "pending"))
        for k, side in enumerate(self.sides):
            for name, slot in EACH.items():
                n[slot + k] = p[f"{side}.{name}"]
            n[s.DONE + k] = self._mask(p[f"{side}.done"], self.acts[k])
            n[s.FOUND + k] = self._mask(p[f"{side}.found"], self.acts[1 - k])
            n[s.BUSY + k] = self._mask(p[f"{side}.busy"], self.channels)
            for j in (0, 1):
                n[s.LETTER + 2 * k + j] = self._code(p[f"{side}.letter{j + 1}"])
        for slot, name in enumerate(self.names[:-1]):
            if slot > 50:
                n[slot] = p[name]
        n[s.BELIEFS] = tuple(p[f"{what}.{name}"] for name in self.beliefs for what in ("believed", "reported"))
        return tuple(n)

    def _code(self, letter: Letter | None) -> int:
        if letter is None:
            return 0
        offer = self.channels.index(letter.channel) * len(self.bundles) + self.number[letter.forms]
        return offer << 12 | letter.arrives << 6 | letter.lapses

    @staticmethod
    def _mask(some: frozenset[Any], names: list[Any]) -> int:
        return sum(1 << names.index(name) for name in some)
