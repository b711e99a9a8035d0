"""What is counted over many games: whole numbers only, so that sums do not depend on who counted first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from game.rules.sides import bits
from game.simulation.game import Game

Count = Counter[int]
Joint = Counter[tuple[int, int]]
"""How often two values came together."""


@dataclass
class Tally:
    """The counts of some games; two tallies add up to the tally of all their games.

    Endings, channels and incidents count by number, acts by the number of the move, deals by clause forms as bits,
    scores by side (0, 1) and score, `open_letters` by the accepting side and how many lay open to it, `gauge` sums by
    day, `terms` by balance of threats at signing and what the deal was worth to the first side above the second, and
    what remains by value or day.  Deals are those of settlements.
    """

    games: int = 0
    moves: int = 0
    endings: Count = field(default_factory=Counter)
    scores: Joint = field(default_factory=Counter)
    days: Count = field(default_factory=Counter)
    gauge: Count = field(default_factory=Counter)
    gauged: Count = field(default_factory=Counter)
    peaks: Count = field(default_factory=Counter)
    peak_days: Count = field(default_factory=Counter)
    acts: Count = field(default_factory=Counter)
    channels: Count = field(default_factory=Counter)
    incidents: Count = field(default_factory=Counter)
    deals: Count = field(default_factory=Counter)
    deal_days: Count = field(default_factory=Counter)
    terms: Joint = field(default_factory=Counter)
    open_letters: Joint = field(default_factory=Counter)
    first_letters: Count = field(default_factory=Counter)
    exposed: Count = field(default_factory=Counter)
    deadlines: Count = field(default_factory=Counter)

    def __iadd__(self, more: "Tally") -> "Tally":
        self.games += more.games
        self.moves += more.moves
        for each in fields(self)[2:]:
            getattr(self, each.name).update(getattr(more, each.name))
        return self

    def count(self, game: Game) -> None:
        """Adds a game."""
        self.games += 1
        self.moves += game.moves
        self.endings[game.ending] += 1
        self.scores.update(enumerate(game.scores))
        self.days[game.day] += 1
        self.gauge.update(game.gauge)
        self.gauged.update(game.gauge.keys())
        peak, day = game.peak
        self.peaks[peak] += 1
        self.peak_days[day] += 1
        self.acts.update(game.acts)
        self.channels.update(game.channels)
        self.incidents.update(bits(game.incidents))
        self.open_letters.update((signing.by, signing.letters) for signing in game.signings)
        self.first_letters.update(_days(min((day for day in game.first_letters if day), default=0)))
        self.exposed.update(_days(game.exposed))
        self.deadlines.update(_days(game.deadline))
        self._count_deal(game)

    def _count_deal(self, game: Game) -> None:
        if game.settled and (deal := game.deal):
            self.deals[deal.deal] += 1
            self.deal_days[deal.day] += 1
            self.terms[deal.balance, deal.terms.first - deal.terms.second] += 1


def _days(day: int) -> Iterable[int]:
    """Returns the day on which something happened, or nothing where it never did."""
    return (day,) if day else ()
