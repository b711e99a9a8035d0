"""A scenario made ready to be played: slots, moves, tables and compiled functions, built once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from game.rules.bundles import Bundles
from game.rules.evaluate import Evaluator
from game.rules.slots import DAY, LETTER, Slots, State, beliefs
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved

Draft: TypeAlias = list[int]
Effect: TypeAlias = Callable[[Draft], Any]
Reckon: TypeAlias = Callable[[State | Draft], int]

Parts: TypeAlias = tuple[tuple[int, int], ...]
"""For each open channel, the number of its first offer and the clause forms it may hold, as bits."""

Random: TypeAlias = Callable[[], float]
MadeAtRandom: TypeAlias = Callable[[Draft, Random], int]
"""Makes a random act in a draft and returns 0, or returns an answer to a letter that was drawn instead."""

Listing: TypeAlias = Callable[[State | Draft], tuple[int, ...]]

LETTERS_OF_A_SIDE = 2


@dataclass(frozen=True)
class ActInfo:
    """What the engine must know of an act besides its code."""

    side: int
    id: str
    bit: int
    rung: int


@dataclass(frozen=True)
class StudyInfo:
    """What the die of an act of intelligence may bring, by the other side's mandate (from 1) where it asks for that.

    `slot` is the hidden slot that is read, or 0 for the mandate; `errors` belong to the faces in their order.
    """

    side: int
    slot: int
    errors: tuple[int, ...]
    outcomes: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True)
class MoveIds:
    """Where each kind of move begins among the integers that moves are.

    Acts come first, then answers to letters (accept and refuse by turns), the three ways to meet a clause,
    answers to incidents, the faces of dice, and offers by channel and bundle.
    """

    answer: int
    comply: int
    option: int
    die: int
    offer: int
    end: int


@dataclass(slots=True)
class Ruleset:
    """A compiled scenario; every function of `game.rules` takes one first and none changes it."""

    scenario: Scenario
    resolved: Resolved
    slots: Slots
    bundles: Bundles
    ids: MoveIds
    acts: tuple[ActInfo, ...]
    studies: dict[int, StudyInfo]
    start: State
    source: str
    space: dict[str, Any]
    act: tuple[Effect, ...]
    listed: tuple[Listing, Listing]
    at_random: tuple[MadeAtRandom, MadeAtRandom]
    offers: tuple[Callable[[State | Draft], Parts], Callable[[State | Draft], Parts]]
    viewers: tuple[Callable[[State], State], Callable[[State], State]]
    night: Callable[[State | Draft], Parts]
    night_faces: Callable[[State | Draft], Parts]
    draw_night: Callable[[State | Draft, float], int]
    dawn: "Flow"
    fates: "Callable[[Ruleset, Draft, int], None]"
    morning: "Flow"
    next_fate: Callable[[State | Draft, int], tuple[int, int] | None]
    finish: Effect
    begin: Callable[[Draft, int], None]
    options_open: tuple[Listing, ...]
    channels: tuple[str, ...]
    incidents: tuple[str, ...]
    answerer: tuple[int, ...]
    option_ids: tuple[tuple[int, ...], ...]
    option_names: tuple[str, ...]
    endings: tuple[str, ...]
    mandates: tuple[tuple[str, ...], tuple[str, ...]]
    values: tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]
    red_lines: tuple[tuple[tuple[int, int, int], ...], tuple[tuple[int, int, int], ...]]
    timetable: tuple[int, ...]
    sends: tuple[bool, ...]
    faces: tuple[tuple[int, ...], tuple[int, ...]]
    weights: tuple[tuple[int, ...], tuple[int, ...]]
    delays: tuple[int, ...]
    lasts: tuple[int, ...]
    settle: dict[str, Effect]
    bundle_lists: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def read(self, state: State | Draft, name: str) -> int:
        """Returns the value of the slot called `name`, such as `us.home` for a meter each side has."""
        return state[self.slots.index[name]]

    def reported(self, state: State, slot: int) -> int:
        """Returns the day of the report that a side's belief about a hidden slot rests on, or 0 if it assumes."""
        return beliefs(state)[self.slots.belief[slot] + 1]

    def evaluator(self, state: State | Draft) -> Evaluator:
        """Returns a reader of conditions and sums against a state."""
        index = self.slots.index
        return Evaluator(lambda name: state[index[name]], self.resolved.reckonings, self.resolved.names.acts)

    def reckon(self, state: State, name: str, side: int | None = None) -> int:
        """Returns the value of a reckoning, of a side where each side has one."""
        full = name if side is None else f"{self.scenario.side_names[side]}.{name}"
        reckon: Reckon = self.space["RECKONINGS"][full]
        return reckon(state)

    def side(self, name: str) -> int:
        """Returns the number (0 or 1) of a side by its id; raises ValueError for another word."""
        return self.scenario.side_names.index(name)

    def letter(self, state: State, side: int, number: int) -> int:
        """Returns the letter of a side in place `number` (0 or 1), or 0."""
        return state[LETTER + LETTERS_OF_A_SIDE * side + number]


Flow: TypeAlias = Callable[[Ruleset, Draft], None]


def channel_of(rules: Ruleset, letter: int) -> int:
    """Returns the number of the channel a letter came through."""
    return (letter >> 12) // len(rules.bundles.masks)


def bundle_of(rules: Ruleset, letter: int) -> int:
    """Returns the clause forms of a letter, as bits."""
    return rules.bundles.masks[(letter >> 12) % len(rules.bundles.masks)]


def arrives(letter: int) -> int:
    """Returns the day from which a letter can be read."""
    return letter >> 6 & 63


def readable(state: State | Draft, sender: int) -> tuple[tuple[int, int], ...]:
    """Returns the letters of a side that have arrived and lie open, each behind its place (0 or 1)."""
    day, first = state[DAY], LETTER + LETTERS_OF_A_SIDE * sender
    places = enumerate(state[first : first + LETTERS_OF_A_SIDE])
    return tuple((place, letter) for place, letter in places if letter and arrives(letter) <= day)


def lapses(letter: int) -> int:
    """Returns the last day on which a letter can be answered."""
    return letter & 63
