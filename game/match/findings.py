"""What a debrief finds in a match: plain figures, worked out by the analysis and put into words by front ends."""

from dataclasses import dataclass

from game.intervals import Z95
from game.rules.sides import BySide

TOP = 100


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over some games with its 95 % interval; of 0 games where the figure is exact."""

    mean: float
    low: float
    high: float
    games: int

    @property
    def error(self) -> float:
        """Returns the standard error of the mean."""
        return (self.high - self.low) / 2 / Z95

    def above(self, bound: float, errors: float = 2) -> bool:
        """Returns whether the mean is at least a bound even with so many standard errors taken off."""
        return self.mean - errors * self.error >= bound

    def below(self, bound: float, errors: float = 2) -> bool:
        """Returns whether the mean is under a bound even with so many standard errors added."""
        return self.mean + errors * self.error < bound


@dataclass(frozen=True, slots=True)
class Point:
    """How it stood before a move: the share of war (0 to 1), both scores (0 to 100), the shares of endings.

    Endings stand in the order of the scenario; those that never came about are left out.
    """

    ply: int
    day: int
    war: Estimate
    scores: BySide[Estimate]
    endings: tuple[tuple[str, Estimate], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision: what was played and the best of the other moves, in notation, with what is expected of each.

    Scores (0 to 100) are those of the side that moved; `lead` is how much better the move played was, `war` how much
    more often it comes to war (-1 to 1), `over` how much better it was than the others on average, where that was
    looked at.  `mark` is `??`, `?`, `?!`, `!` or nothing.
    """

    ply: int
    day: int
    side: int
    move: str
    other: str
    own: Estimate
    others: Estimate
    lead: Estimate
    war: Estimate
    over: Estimate | None
    mark: str


@dataclass(frozen=True, slots=True)
class Share:
    """What a move (number, side and notation) adds to the odds of a night, in 10,000; may be below 0."""

    ply: int
    side: int
    move: str
    odds: int


@dataclass(frozen=True, slots=True)
class Night:
    """A night: the chances in 10,000 of an incident and of war, what stood with no move at all, and the shares.

    `itself` and the shares add up to `war`; shares of 0 are left out.
    """

    day: int
    hazard: int
    war: int
    itself: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Brush:
    """A die on war that was cast: its odds in 10,000, the incident's id, by whose answer, and whether it was war.

    `answer` is the notation of the answer that got out of hand or did not, `` where the incident itself was the danger.
    """

    ply: int
    day: int
    incident: str
    odds: int
    war: bool
    answer: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a side could make of the other's mandate: how likely each was (0 to 1 each), and which its sources named.

    It rests on reports and letters alone; `truth` is the number of the true one, `said` that of the sources' or None.
    """

    likely: tuple[float, ...]
    truth: int
    said: int | None

    @property
    def guess(self) -> int:
        """Returns the number of the likeliest mandate, the first of equals."""
        return max(range(len(self.likely)), key=lambda number: self.likely[number])


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stood at the end of a day's turns, and what each side could make of the other at its own."""

    day: int
    gauge: int
    ladders: BySide[int]
    no_deal: BySide[int]
    readings: BySide[Reading | None]


@dataclass(frozen=True, slots=True)
class Terms:
    """A bundle (clause forms as bits) with what signing it was worth to each side, 0 to 100."""

    mask: int
    worth: BySide[int]

    @property
    def joint(self) -> int:
        """Returns what it is worth to both together, 0 to 200."""
        return sum(self.worth)


@dataclass(frozen=True, slots=True)
class Offer:
    """A letter: who wrote it when, by which channel, what it and no deal were then worth to each side.

    `fate` is `accepted`, `refused`, `answered` (by a letter), `lapsed`, `leaked`, `void` (another was signed or all
    was called off) or `open` (at the end), `ended` the number of the move that brought it.
    """

    ply: int
    day: int
    side: int
    channel: str
    terms: Terms
    no_deal: BySide[int]
    crossed: bool
    fate: str
    ended: int


@dataclass(frozen=True, slots=True)
class Chance:
    """The deal that was best for both together on a day, of those worth to each at least what no deal was, or None."""

    day: int
    no_deal: BySide[int]
    best: Terms | None


@dataclass(frozen=True, slots=True)
class Frontier:
    """The deals that no other beat for both at once, when one was signed or could last be; and the point reached.

    `reached` is what the deal was worth when it was signed, or without one the final scores; `best` is the highest sum.
    """

    day: int
    signed: bool
    points: tuple[Terms, ...]
    no_deal: BySide[int]
    reached: BySide[int]
    best: Terms

    @property
    def percent(self) -> int:
        """Returns the sum reached in percent of the highest, 0 to 100 and more where the end was better."""
        return round(TOP * sum(self.reached) / self.best.joint) if self.best.joint else TOP


@dataclass(frozen=True, slots=True)
class Near:
    """An ending that was not reached: the day on which it was likeliest, and how likely (0 to 1)."""

    ending: str
    day: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class PastNight:
    """A night of the historical path: its day, the gauge, the chance of war in 10,000."""

    day: int
    gauge: int
    war: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything a debrief tells, in figures; `turning` holds the moves (by number) on which most hung.

    `history` are the nights of the historical path by the same rules, none if the scenario tells no history.
    """

    rollouts: int
    curve: tuple[Point, ...]
    judgements: tuple[Judgement, ...]
    turning: tuple[int, ...]
    nights: tuple[Night, ...]
    brushes: tuple[Brush, ...]
    standings: tuple[Standing, ...]
    offers: tuple[Offer, ...]
    chances: tuple[Chance, ...]
    frontier: Frontier | None
    near: tuple[Near, ...]
    history: tuple[PastNight, ...]
