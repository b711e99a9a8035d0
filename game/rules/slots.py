"""Where each integer of a state stands.

A state is an exact tuple of integers (indexing one is faster than any named form).  The first slots belong
to the engine and are the same for every scenario; meters, regions and dates follow.  The last slot holds what
each side believes of what it cannot see, and since when, as a tuple of its own: it changes seldom, and copying
a state is most of what a move costs.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from game.scenario.model import Scenario
from game.scenario.vocabulary import Vocabulary

State: TypeAlias = tuple[int, ...]
BELIEFS = -1

(
    ACTOR,  # 0 or 1: a side; CHANCE; OVER
    NODE,  # which decision or die
    DAY,
    TURN,  # whose turn it is, also while a die is cast
    SUBJECT,  # the incident, letter, clause form, act or nightly change in question
    ENDING,  # 0, or 1 + the number of the ending
    TIME,  # 1 once the timetable has ended the game
    DEAL,  # 0 none, 1 struck, 2 done
    DEAL_DAY,
    TERMS,  # the clause forms signed, as bits
    OWED,  # … of these, not yet carried out
    KEPT,
    BROKEN,
    FEIGNED,
    DRAWN,  # incidents that have happened, as bits
    PENDING,  # … of these, not yet answered
    DRAWS,  # incidents drawn tonight
    BARRED,  # clause forms off the table after a leak, as bits
    BARRED_UNTIL,
    MANDATE,
    _,
    LETTER,  # four: two of the first side, two of the second; offer << 12 | arrives << 6 | lapses
    _,
    _,
    _,
    BUSY,  # channels with an own letter under way or open, as bits
    _,
    DONE,  # acts ever done, as bits
    _,
    FOUND,  # discoverable acts of the other side found out, as bits
    _,
    WROTE,  # whether an offer was made this turn
    _,
    REFUSED,
    _,
    LETTERS,
    _,
    LADDER,
    _,
    CLIMBED,
    _,
    FACE,
    _,
    WEIGHT,
    _,
    WORTH,  # `terms`: what the deal's clauses are worth
    _,
    BREACHES,
    _,
    READING,  # the mandate a side takes the other's to be, 1 + number, or 0
    _,
) = range(51)

CHANCE, OVER = 2, 3
(MOVE, INCIDENT, MONTHS, DEAL_MANDATE, LEAK, NIGHT, WAR, FATE, CLOSE, HAND, FOUND_OUT, STUDY, TURNS) = range(13)
NO_DEAL, STRUCK, SETTLED = 0, 1, 2
LADDER_TOP = 99

DEAL_SLOTS = (DEAL, DEAL_DAY, TERMS, OWED, KEPT, BROKEN, FEIGNED, FACE, FACE + 1, WEIGHT, WEIGHT + 1)
"""What is forgotten when a deal is repudiated."""

ENGINE_NAMES = {
    "day": DAY,
    "time": TIME,
    "deal": DEAL,
    "ending": ENDING,
}
EACH_NAMES = {
    "ladder": LADDER,
    "climbed": CLIMBED,
    "refused": REFUSED,
    "letters": LETTERS,
    "face": FACE,
    "weight": WEIGHT,
    "terms": WORTH,
    "breaches": BREACHES,
    "done": DONE,
}


@dataclass(frozen=True)
class Slots:
    """The place, range and first value of every slot that a scenario names.

    `belief` gives, for each hidden slot, where in the beliefs its believed value stands; the day of the
    report stands behind it.
    """

    names: tuple[str, ...]
    start: tuple[int, ...]
    index: dict[str, int]
    limits: dict[int, tuple[int, int]]
    spans: dict[int, tuple[int, int]]
    since: dict[int, int] = field(default_factory=dict)
    belief: dict[int, int] = field(default_factory=dict)
    hidden_from: dict[int, int] = field(default_factory=dict)


class _Layout:
    """Hands out slots in the order of the file."""

    def __init__(self, names: Vocabulary) -> None:
        self.sides = names.sides
        self.names: list[str] = [f"engine.{i}" for i in range(51)]
        self.start: list[int] = [0] * 51
        self.index = dict(ENGINE_NAMES)
        for name, slot in EACH_NAMES.items():
            for k, side in enumerate(names.sides):
                self.index[f"{side}.{name}"] = slot + k
        for k, side in enumerate(names.sides):
            self.index[f"{side}.letter1"], self.index[f"{side}.letter2"] = LETTER + 2 * k, LETTER + 2 * k + 1
        for name, slot in self.index.items():
            self.names[slot] = name
        self.limits: dict[int, tuple[int, int]] = {LADDER: (0, LADDER_TOP), LADDER + 1: (0, LADDER_TOP)}
        self.spans: dict[int, tuple[int, int]] = {DAY: (0, names.days + 4), DEAL: (0, 2), TIME: (0, 1)}
        self.spans.update({LADDER: (0, LADDER_TOP), LADDER + 1: (0, LADDER_TOP)})

    def add(self, name: str, start: int) -> int:
        self.names.append(name)
        self.start.append(start)
        self.index[name] = len(self.names) - 1
        return len(self.names) - 1


def lay_out(scenario: Scenario, names: Vocabulary) -> Slots:
    """Returns the slots of a scenario."""
    layout = _Layout(names)
    for name, meter in scenario.meters.items():
        owners = [f"{side}." for side in names.sides] if meter.each else [""]
        for k, owner in enumerate(owners):
            starts = meter.starts if isinstance(meter.starts, int) else meter.starts[names.sides[k]]
            slot = layout.add(f"{owner}{name}", starts)
            layout.limits[slot] = layout.spans[slot] = (meter.low, meter.high)
    for name, region in scenario.regions.items():
        layout.spans[layout.add(name, 0)] = (0, len(region.states) - 1)
    since = {layout.index[region]: layout.add(f"since.{region}", 1) for region in sorted(names.since)}
    belief: dict[int, int] = {}
    hidden: dict[int, int] = {}
    assumed: list[int] = []
    for name, blind in names.hidden_from.items():
        slot = layout.index[name]
        hidden[slot], belief[slot] = blind, len(assumed)
        assumed += [_assumed(scenario, name, layout.start[slot]), 0]
    return Slots(
        (*layout.names, "beliefs"),
        (*layout.start, tuple(assumed)),  # type: ignore[arg-type]  # the one slot that is no integer
        layout.index,
        layout.limits,
        layout.spans,
        since,
        belief,
        hidden,
    )


def beliefs(state: State | list[int]) -> tuple[int, ...]:
    """Returns what both sides believe: for each hidden slot the believed value and the day of the report, or 0."""
    return state[BELIEFS]  # type: ignore[return-value]


def _assumed(scenario: Scenario, name: str, start: int) -> int:
    """Returns what the other side believes of a hidden slot at first."""
    region = scenario.regions.get(name)
    if region is not None:
        return 0 if region.others_assume is None else list(region.states).index(region.others_assume)
    assumed = scenario.meters[name.split(".")[-1]].others_assume
    return start if assumed is None else assumed
