"""Screen models of the war room: what one side reads, in words and figures, with no toolkit in them.

`move` is always the notation of a move, ready for `match.play`; an empty text means that it is closed now.
"""

from dataclasses import dataclass
from typing import Literal

from game.frontends.presenter.basics import ClauseLine, Figure, Odds, Reading, Tone
from game.frontends.presenter.cues import Cue
from game.frontends.presenter.map.charts import ArcMark, Chart, FrameMark, Mark, VesselMark
from game.frontends.presenter.table.offers import ChannelChoice, ClauseChoice, Composer, FormChoice, OfferSheet

__all__ = [
    "ActCard",
    "Alert",
    "ArcMark",
    "Band",
    "ChannelChoice",
    "Chart",
    "ClauseChoice",
    "ClauseLine",
    "Composer",
    "DayMark",
    "Deal",
    "Dial",
    "Event",
    "Figure",
    "FormChoice",
    "FrameMark",
    "Gauge",
    "Header",
    "Ladder",
    "Letter",
    "MandateCard",
    "Mark",
    "NewsItem",
    "Odds",
    "OfferSheet",
    "OnRecord",
    "PastLetter",
    "Reading",
    "Rung",
    "Tone",
    "Verdict",
    "VesselMark",
    "Voice",
    "Want",
    "WarRoom",
]


Verdict = Literal["for", "against", "unsure"]


@dataclass(frozen=True)
class DayMark:
    """A day of the time line: its gauge at nightfall if it is past, and the odds that the match ends with it.

    `told` are sentences on what the reader did and was told on it, and how it ended or may end.
    """

    day: int
    date: str
    gauge: int | None
    today: bool
    closing: Odds | None
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Header:
    """Where and when we are, and whose turn it is; `yours` says whether the reader is to move.

    `notices` say what runs out or falls due, and when; in the months after a deal there is no day.
    """

    title: str
    date: str
    day: int
    days: int
    side: int
    side_name: str
    short: str
    capital: str
    turn: str
    yours: bool
    phase: str
    line: tuple[DayMark, ...]
    notices: tuple[str, ...] = ()
    months: bool = False


@dataclass(frozen=True)
class Band:
    """A worded stretch of a meter, up to and including `to`."""

    to: int
    text: str


@dataclass(frozen=True)
class Alert:
    """The alert on the gauge: its name and its word now, with all its words from the lowest."""

    name: str
    word: str
    index: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Dial:
    """The balance of threats, 0 to 100, with the names of its two ends, and what no deal is worth to the reader.

    `deal` is what the deal is worth once one has been signed; `reported` says so while not all of it is carried out,
    since until then what lies on the ground, and with it the balance, is as it was before.
    """

    name: str
    value: int
    low_end: str
    high_end: str
    no_deal: int
    yielding: int
    fear: int
    deal: int | None = None
    reported: str = ""


@dataclass(frozen=True)
class Gauge:
    """The public gauge with its word and bands, the alert, and tonight's odds if nobody moves any more."""

    name: str
    value: int
    low: int
    high: int
    word: str
    bands: tuple[Band, ...]
    alert: Alert
    hazard: Odds
    war: Odds
    balance: Dial


@dataclass(frozen=True)
class Ladder:
    """The escalation ladder of a side; `scale` is how many rungs are worth drawing."""

    side: int
    name: str
    value: int
    climbed: int
    scale: int
    refused: str


@dataclass(frozen=True)
class NewsItem:
    """An item of the morning's news, with where it stands and what is disputed about it."""

    id: str
    text: str
    source: str
    disputed: str


@dataclass(frozen=True)
class Event:
    """Something that has happened since the reader's last turn, as the reader may know it."""

    day: int
    text: str
    kind: Literal["act", "letter", "night", "deal", "found", "state", "meter"]
    side: int | None = None
    cue: Cue | None = None


@dataclass(frozen=True)
class Letter:
    """A letter to answer, or an own one under way or lying open; `worth` and `no_deal` are the reader's.

    `breakdown` adds up to `worth`, `no_deal_breakdown` to `no_deal`; `mask` holds the clause forms as bits.
    `said` is the sentence that the sender put to it.
    """

    number: int
    channel: str
    channel_name: str
    sender: int
    gives: tuple[ClauseLine, ...]
    wants: tuple[ClauseLine, ...]
    arrives: str
    lapses: str
    days_left: int
    open: bool
    worth: int
    no_deal: int
    accept: str
    refuse: str
    accepting: tuple[Figure, ...]
    refusing: tuple[Figure, ...]
    breakdown: tuple[tuple[str, int], ...] = ()
    no_deal_breakdown: tuple[tuple[str, int], ...] = ()
    mask: int = 0
    said: str = ""


@dataclass(frozen=True)
class PastLetter:
    """An own letter that is no longer open: its day, its terms as its writer puts them, what became of it.

    `mask` holds its clause forms as bits; `declined` says that it was refused, answered by another or left unanswered.
    """

    date: str
    channel_name: str
    terms: str
    fate: str
    mask: int = 0
    declined: bool = False


@dataclass(frozen=True)
class OnRecord:
    """That a move was made or weighed in the real crisis; `today` if on the day of the game."""

    date: str
    weighed: bool
    today: bool
    words: str
    source: str
    disputed: str


@dataclass(frozen=True)
class ActCard:
    """An act of the reader's side: open (with `move`) or closed (with the `reason`), and what it does to the gauge."""

    id: str
    number: int
    move: str
    name: str
    text: str
    rung: int
    open: bool
    reason: str
    gauge: int
    visibility: str
    undone_by: str
    record: OnRecord | None


@dataclass(frozen=True)
class Rung:
    """The acts of one rung of the ladder."""

    rung: int
    acts: tuple[ActCard, ...]


@dataclass(frozen=True)
class Voice:
    """An adviser and what he says; `verdict` is on the move in question."""

    id: str
    name: str
    post: str
    stance: Literal["hawk", "owl", "dove"]
    verdict: Verdict
    text: str


@dataclass(frozen=True)
class Want:
    """A line of a mandate: a clause (and form where they differ) and its points."""

    name: str
    points: int


@dataclass(frozen=True)
class MandateCard:
    """What a government wants, and its red line; `read` says how far the reader takes it for the other side's."""

    id: str
    name: str
    text: str
    wants: tuple[Want, ...]
    red_line: str
    costs: int
    read: str = ""


@dataclass(frozen=True)
class Deal:
    """A deal that has been signed: its clauses with what has become of each, what follows when, what it is worth."""

    signed: str
    clauses: tuple[ClauseLine, ...]
    face: tuple[int, int]
    next: str
    breakdown: tuple[tuple[str, int], ...] = ()

    @property
    def worth(self) -> int:
        """Returns what the deal is worth to the reader as things stand, in points."""
        return sum(amount for _, amount in self.breakdown)


@dataclass(frozen=True)
class WarRoom:
    """Everything of the main screen; previews and advice on a move are asked for one at a time.

    `others` are the mandates of which the other side has one, `quiet` says where nothing is new this morning.
    """

    header: Header
    gauge: Gauge
    ladders: tuple[Ladder, Ladder]
    meters: tuple[Reading, ...]
    news: tuple[NewsItem, ...]
    since: tuple[Event, ...]
    inbox: tuple[Letter, ...]
    sent: tuple[Letter, ...]
    can_offer: bool
    no_offer: str
    rungs: tuple[Rung, ...]
    voices: tuple[Voice, ...]
    mandate: MandateCard
    deal: Deal | None
    chart: Chart | None
    others: tuple[MandateCard, ...] = ()
    past_letters: tuple[PastLetter, ...] = ()
    quiet: str = ""
