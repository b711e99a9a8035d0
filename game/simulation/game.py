"""One game summed up in whole numbers: what tallies are folded from, and what a row of a file tells."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.outcome import outcome
from game.rules.ruleset import Ruleset, bundle_of, readable
from game.rules.sides import BySide, other
from game.rules.slots import (
    ACTOR,
    BREACHES,
    CHANCE,
    DAY,
    DEAL,
    DRAWN,
    DRAWS,
    LADDER,
    MANDATE,
    NIGHT,
    NODE,
    OVER,
    State,
)
from game.rules.worth import terms


@dataclass(frozen=True, slots=True)
class Signing:
    """A deal as it was signed: its day, its clause forms as bits, and what lay on the table.

    `balance` is the balance of threats just before, `terms` what the clauses were then worth to each side under its
    mandate, in points, `by` the side (0, 1) that accepted, and `letters` how many of the other's letters it could read.
    """

    day: int
    by: int
    deal: int
    balance: int
    terms: BySide[int]
    letters: int


@dataclass(frozen=True, slots=True)
class Game:
    """What came of a game; mandates and endings by number, acts by the number of the move, days from 1 (0: never).

    `gauge` is the tension each evening, `incidents` those that happened as bits, `tops` the highest ladders,
    `exposed` and `deadline` the days on which the regions of these roles left their first state.
    """

    seed: int
    moves: int
    mandates: BySide[int]
    ending: int
    settled: bool
    day: int
    scores: BySide[int]
    gauge: dict[int, int]
    acts: Counter[int]
    channels: Counter[int]
    incidents: int
    signings: tuple[Signing, ...]
    stands: bool
    letters: BySide[int]
    first_letters: BySide[int]
    refused: BySide[int]
    tops: BySide[int]
    breaches: BySide[int]
    exposed: int
    deadline: int

    @property
    def deal(self) -> Signing | None:
        """Returns the deal that stood at the end; one that was repudiated does not."""
        return self.signings[-1] if self.stands else None

    @property
    def peak(self) -> tuple[int, int]:
        """Returns the highest tension of an evening and the first day of it."""
        value = max(self.gauge.values())
        return value, min(day for day, found in self.gauge.items() if found == value)


def summed_up(rules: Ruleset, seed: int, states: Sequence[State], moves: Sequence[int]) -> Game:
    """Returns the summary of a game that has ended: its states from the start on, and the moves between them."""
    end, ids, roles = states[-1], rules.ids, rules.scenario.roles
    result = outcome(rules, end)
    assert result is not None
    decided = [(state, move) for state, move in zip(states, moves, strict=False) if state[ACTOR] < CHANCE]
    offers = [(state, move) for state, move in decided if move >= ids.offer]
    writers = [state[ACTOR] for state, _ in offers]
    refusals = [
        other(state[ACTOR]) for state, move in decided if ids.answer <= move < ids.comply and move - ids.answer & 1
    ]
    return Game(
        seed=seed,
        moves=len(moves),
        mandates=BySide(end[MANDATE] - 1, end[MANDATE + 1] - 1),
        ending=rules.endings.index(result.ending),
        settled=result.settled,
        day=result.day,
        scores=result.scores,
        gauge=evenings(rules, states),
        acts=Counter(move for _, move in decided if move < ids.answer),
        channels=Counter((move - ids.offer) // len(rules.bundles.masks) for _, move in offers),
        incidents=end[DRAWN],
        signings=signings(rules, states, moves),
        stands=bool(end[DEAL]),
        letters=BySide(writers.count(0), writers.count(1)),
        first_letters=BySide(first_day(offers, 0), first_day(offers, 1)),
        refused=BySide(refusals.count(0), refusals.count(1)),
        tops=BySide(highest(states, LADDER), highest(states, LADDER + 1)),
        breaches=BySide(end[BREACHES], end[BREACHES + 1]),
        exposed=left(rules, states, roles.phase),
        deadline=left(rules, states, roles.deadline),
    )


def evenings(rules: Ruleset, states: Sequence[State]) -> dict[int, int]:
    """Returns the gauge by day, read when the turns of the day are over or the game ends before they are."""
    slot, found = rules.slots.index[rules.scenario.roles.gauge], dict[int, int]()
    for state in states:
        actor = state[ACTOR]
        if (actor == CHANCE and state[NODE] == NIGHT and not state[DRAWS]) or actor == OVER:
            found.setdefault(state[DAY], state[slot])
    return found


def signings(rules: Ruleset, states: Sequence[State], moves: Sequence[int]) -> tuple[Signing, ...]:
    """Returns every deal that was signed, in order."""
    answer, comply = rules.ids.answer, rules.ids.comply
    return tuple(
        signed(rules, states[ply], states[ply + 1], (move - answer) // 2)
        for ply, move in enumerate(moves)
        if answer <= move < comply and not move - answer & 1
    )


def signed(rules: Ruleset, before: State, after: State, number: int) -> Signing:
    """Returns what the side to move signed by accepting letter `number` (0 or 1) of the other side."""
    sender = other(before[ACTOR])
    return Signing(
        day=before[DAY],
        by=before[ACTOR],
        deal=bundle_of(rules, rules.letter(before, sender, number)),
        balance=rules.reckon(before, rules.scenario.roles.balance),
        terms=BySide(terms(rules, after, 0), terms(rules, after, 1)),
        letters=len(readable(before, sender)),
    )


def first_day(offers: Sequence[tuple[State, int]], side: int) -> int:
    """Returns the day of a side's first offer, or 0."""
    return next((state[DAY] for state, _ in offers if state[ACTOR] == side), 0)


def highest(states: Sequence[State], slot: int) -> int:
    """Returns the highest value of a slot."""
    return max(state[slot] for state in states)


def left(rules: Ruleset, states: Sequence[State], region: str | None) -> int:
    """Returns the day on which a region left its first state, or 0."""
    if region is None:
        return 0
    slot = rules.slots.index[region]
    return next((state[DAY] for state in states if state[slot]), 0)
