"""What is counted over many games: whole numbers only, so that sums do not depend on who counted first."""

from collections import Counter
from dataclasses import dataclass, field, fields

from game.rules.outcome import Outcome
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, DRAWN, DRAWS, LETTER, NIGHT, NODE, OVER, TERMS, State

Count = Counter[int]


@dataclass
class Tally:
    """The counts of some games; two tallies add up to the tally of all their games.

    Endings, channels and incidents count by number, acts by the number of the move, deals by clause forms as bits,
    scores by side (0, 1), `scored`, `days` and the gauge by value or day.
    """

    games: int = 0
    moves: int = 0
    endings: Count = field(default_factory=Counter)
    scores: Count = field(default_factory=Counter)
    squares: Count = field(default_factory=Counter)
    days: Count = field(default_factory=Counter)
    gauge: Count = field(default_factory=Counter)
    gauged: Count = field(default_factory=Counter)
    peaks: int = 0
    peak_days: int = 0
    acts: Count = field(default_factory=Counter)
    channels: Count = field(default_factory=Counter)
    incidents: Count = field(default_factory=Counter)
    deals: Count = field(default_factory=Counter)
    accepted: int = 0
    of_two: int = 0

    def __iadd__(self, more: "Tally") -> "Tally":
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(more, each.name))
        return self


class Teller:
    """Watches one game after another move by move and keeps their tally."""

    def __init__(self, rules: Ruleset) -> None:
        self.rules, self.tally = rules, Tally()
        self.gauge_slot = rules.slots.index[rules.scenario.roles.gauge]
        self._evenings: dict[int, int] = {}

    def decided(self, state: State, move: int) -> None:
        """Counts a decision of a side, made in `state`."""
        tally, ids = self.tally, self.rules.ids
        if move < ids.answer:
            tally.acts[move] += 1
        elif move >= ids.offer:
            tally.channels[(move - ids.offer) // len(self.rules.bundles.masks)] += 1
        elif move < ids.comply and not (move - ids.answer) % 2:
            theirs = LETTER + 2 * (1 - state[ACTOR])
            tally.accepted += 1
            tally.of_two += all(state[slot] and state[slot] >> 6 & 63 <= state[DAY] for slot in (theirs, theirs + 1))

    def reached(self, state: State) -> None:
        """Reads the gauge once the turns of a day are over, and when the game ends before they are."""
        actor = state[ACTOR]
        if (actor == CHANCE and state[NODE] == NIGHT and not state[DRAWS]) or actor == OVER:
            self._evenings.setdefault(state[DAY], state[self.gauge_slot])

    def ended(self, state: State, moves: int, result: Outcome) -> None:
        """Counts a game that has ended after so many moves and dice."""
        tally = self.tally
        tally.games += 1
        tally.moves += moves
        tally.endings[self.rules.endings.index(result.ending)] += 1
        tally.days[result.day] += 1
        for side, score in enumerate(result.scores):
            tally.scores[side] += score
            tally.squares[side] += score * score
        for incident in range(len(self.rules.incidents)):
            tally.incidents[incident] += state[DRAWN] >> incident & 1
        if result.settled:
            tally.deals[state[TERMS]] += 1
        self._read_gauge()

    def _read_gauge(self) -> None:
        tally, evenings = self.tally, self._evenings
        for day, value in evenings.items():
            tally.gauge[day] += value
            tally.gauged[day] += 1
        peak = max(evenings.values())
        tally.peaks += peak
        tally.peak_days += min(day for day, value in evenings.items() if value == peak)
        evenings.clear()
