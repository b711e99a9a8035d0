"""Models of the debrief: plain values and words, for terminal, window and page alike, and as JSON.

Chances are in percent, odds of nights in 10,000, scores and worths in points from 0 to 100.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pydantic import TypeAdapter

from game.frontends.presenter.basics import Odds
from game.frontends.presenter.models import MandateCard
from game.match.match import Match

TOPS = (1, 2, 4, 8, 12, 20, 40, 100)
"""Where the scale of the nights' odds may end, in percent."""

NO_SUM = "What a move won or lost is counted against the best other move of that moment: these points do not add up."

SIGNS = (
    "?! at least 3 points worse than another move, as good as surely; ? at least 5; ?? at least 10; ! the only good "
    "move. An open sign has no mark."
)
"""What the marks of moves mean, in short."""


@dataclass(frozen=True)
class Measure:
    """A figure with its 95 % interval and the number of games it rests on, 0 where it is exact."""

    text: str
    value: float
    low: float
    high: float
    games: int


@dataclass(frozen=True)
class CurvePoint:
    """How it stood on a morning, or (the last, dated `end`) when it was over: the risk of war by then, both scores."""

    day: int
    date: str
    war: Measure
    scores: tuple[Measure, Measure]


@dataclass(frozen=True)
class ReadingCell:
    """What a side could make of the other's mandate: the likeliest, how likely in percent, whether that was right.

    `guess` is empty where nothing was to be learnt; `said` is what its sources named, if they did.
    """

    guess: str
    percent: int
    right: bool
    said: str


@dataclass(frozen=True)
class DayRow:
    """How a day ended: the gauge (and on the historical path, or None), ladders, the worth of no deal, readings."""

    day: int
    date: str
    gauge: int
    history: int | None
    ladders: tuple[int, int]
    no_deal: tuple[int, int]
    readings: tuple[ReadingCell | None, ReadingCell | None]


@dataclass(frozen=True)
class MarkedMove:
    """A decision that was judged: what was played and what else, what is expected of each, and a sentence on it.

    `lead` is how much better it was than the other move, `war` how much likelier it made war. `short` and `instead`
    are both moves without what a letter says; `verdict` and `toll` are what `sentence` says of the points and, if
    anything, of war. `omission` is not `` where the other move would not have ended the turn: what was not done before.
    """

    ply: int
    day: int
    date: str
    side: int
    who: str
    mark: str
    turning: bool
    move: str
    short: str
    other: str
    instead: str
    sentence: str
    verdict: str
    toll: str
    own: Measure
    others: Measure
    lead: Measure
    war: Measure
    omission: str = ""

    @property
    def beside(self) -> str:
        """Returns what the other move is to the one that was played: `Better`, `As good` or `Next best`."""
        if self.lead.text.lstrip("−").startswith("0.0"):
            return "As good"
        return "Next best" if self.lead.value > 0 else "Better"


@dataclass(frozen=True)
class RiskPart:
    """Something that a risk came from: a move in words and its side, or None for the crisis itself and the rest.

    `odds` are what it added in 10,000, `text` spells them in percent with their sign.
    """

    name: str
    side: int | None
    odds: int
    text: str


@dataclass(frozen=True)
class NightRow:
    """A night: the odds of an incident and of war, those of war on the historical path, and what they came from.

    The parts add up to the odds of war exactly; the first is the crisis itself.
    """

    day: int
    date: str
    hazard: Odds
    war: Odds
    history: Odds | None
    parts: tuple[RiskPart, ...]

    @property
    def largest(self) -> tuple[RiskPart, ...]:
        """Returns the parts that are at least a twentieth of the odds of war, none where those are next to nothing."""
        war = self.war.of_ten_thousand
        return tuple(part for part in self.parts if 20 * abs(part.odds) >= war > 9)


@dataclass(frozen=True)
class BrushCard:
    """A die on war: when, what happened or how it was answered, its odds, how it fell, and what stood in between."""

    date: str
    name: str
    answer: str
    odds: Odds
    war: bool
    averted_by: str


@dataclass(frozen=True)
class OfferCard:
    """A letter: who wrote it, what it offered, what it and no deal were then worth to each side, what came of it."""

    day: int
    date: str
    side: int
    channel: str
    terms: str
    worth: tuple[int, int]
    no_deal: tuple[int, int]
    fate: str
    why: str


@dataclass(frozen=True)
class ChanceCard:
    """The deal that was best for both together among those that both would have signed on a morning."""

    day: int
    date: str
    terms: str
    worth: tuple[int, int]
    no_deal: tuple[int, int]
    joint: int


@dataclass(frozen=True)
class FrontierCard:
    """What could be reached at best: pairs of worths that no other deal beats, no deal, the point reached, the best."""

    date: str
    signed: bool
    points: tuple[tuple[int, int], ...]
    no_deal: tuple[int, int]
    reached: tuple[int, int]
    best: tuple[int, int]
    terms: str
    percent: int
    sentence: str


@dataclass(frozen=True)
class LeaderCard:
    """Who played a side: by name, in a sentence, and if it was a leader of the scenario in figures from 0 to 100."""

    side: int
    name: str
    text: str
    figures: tuple[tuple[str, int, str], ...]
    score: int
    mandate: MandateCard


@dataclass(frozen=True)
class NearCard:
    """An ending that was not reached, the day on which it was likeliest, and how likely."""

    name: str
    date: str
    share: Measure


@dataclass(frozen=True)
class PastStep:
    """Something that happened in fact, with its source."""

    at: str
    text: str
    source: str
    disputed: str


@dataclass(frozen=True)
class DayBeside:
    """A day of the match beside the same day of the historical path."""

    day: int
    date: str
    ours: tuple[str, ...]
    past: tuple[PastStep, ...]


@dataclass(frozen=True)
class DebriefScreen:
    """The whole debrief of a match; `summary` holds the sentences that say most."""

    title: str
    subtitle: str
    ending: str
    ending_text: str
    sides: tuple[str, str]
    shorts: tuple[str, str]
    capitals: tuple[str, str]
    gauge: str
    rollouts: int
    chain: str
    summary: tuple[str, ...]
    leaders: tuple[LeaderCard, LeaderCard]
    curve: tuple[CurvePoint, ...]
    days: tuple[DayRow, ...]
    moves: tuple[MarkedMove, ...]
    nights: tuple[NightRow, ...]
    all_nights: tuple[str, str]
    sources_of_risk: tuple[RiskPart, ...]
    brushes: tuple[BrushCard, ...]
    offers: tuple[OfferCard, ...]
    chances: tuple[ChanceCard, ...]
    frontier: FrontierCard | None
    near: tuple[NearCard, ...]
    beside: tuple[DayBeside, ...]
    questions: tuple[str, ...]
    how: tuple[str, ...]

    @property
    def marked(self) -> tuple[MarkedMove, ...]:
        """Returns the moves that have a mark or on which most hung, in order."""
        return tuple(move for move in self.moves if move.mark or move.turning)

    @property
    def caution(self) -> str:
        """Returns what must be known to read the marked moves together, `` where there are not two."""
        return NO_SUM if len(self.marked) > 1 else ""

    @property
    def nights_top(self) -> int:
        """Returns where a scale of the nights' odds of war ends, in percent."""
        found = [odds.of_ten_thousand for night in self.nights for odds in (night.war, night.history) if odds]
        return next(step for step in TOPS if 100 * step >= max(found, default=0))


class Debriefer(Protocol):
    """What works out debriefs beside a window, one at a time; see `game.debriefs`."""

    def work_out(self, match: Match, bar: Callable[[int, int], object]) -> DebriefScreen:
        """Returns the debrief of a match that is over; called in a thread.

        `bar` is told how many parts of how many are done. Raises KnotError, also when it is called off.
        """

    def stop(self) -> None:
        """Calls off what is being worked out; called from any thread."""


_ADAPTER = TypeAdapter(DebriefScreen)


def to_json(screen: DebriefScreen) -> str:
    """Returns a debrief as JSON."""
    return _ADAPTER.dump_json(screen, indent=2).decode()


def from_json(text: str) -> DebriefScreen:
    """Returns the debrief that was written as JSON; raises ValueError if it is none."""
    return _ADAPTER.validate_json(text)
