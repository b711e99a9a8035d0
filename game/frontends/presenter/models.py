"""Screen models of the war room: what one side reads, in words and figures, with no toolkit in them.

`move` is always the notation of a move, ready for `match.play`; an empty text means that it is closed now.
"""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["better", "worse", "plain"]
Verdict = Literal["for", "against", "unsure"]


@dataclass(frozen=True)
class Odds:
    """A chance in 10,000 with its two spellings, `3.4 %` and `1 in 29`."""

    of_ten_thousand: int
    percent: str
    one_in: str


@dataclass(frozen=True)
class Figure:
    """A line of a preview: name, value before and after as shown, and which way it pulls for the reader.

    `role` is a role of the scenario, or ladder, hazard, war, refused, meter or region; `side` is None for what
    both share.  Where `seen` is false the reader knows only the change, as `after` spells it, not the values.
    `low` and `high` are the values in integers, for gauges.
    """

    role: str
    name: str
    before: str
    after: str
    low: int
    high: int
    tone: Tone
    side: int | None = None
    seen: bool = True


@dataclass(frozen=True)
class DayMark:
    """A day of the time line: its gauge at nightfall if it is past, and the odds that the match ends with it."""

    day: int
    date: str
    gauge: int | None
    today: bool
    closing: Odds | None


@dataclass(frozen=True)
class Header:
    """Where and when we are, and whose turn it is; `yours` says whether the reader is to move."""

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
    """The balance of threats, 0 to 100, with the names of its two ends, and what no deal is worth to the reader."""

    name: str
    value: int
    low_end: str
    high_end: str
    no_deal: int
    yielding: int
    fear: int


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
class Reading:
    """A meter or a region as the reader knows it; `reported` says how old a report is, `` where it is seen itself."""

    role: str
    id: str
    name: str
    value: int
    low: int
    high: int
    word: str
    side: int | None = None
    reported: str = ""
    text: str = ""


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


@dataclass(frozen=True)
class ClauseLine:
    """A clause in a letter or a deal; `points` is what it is worth to the reader's mandate, as a side of its giver."""

    id: str
    number: int
    name: str
    text: str
    form: str
    giver: int
    points: int
    status: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter to answer, or an own one under way or lying open; `worth` and `no_deal` are the reader's."""

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
    """An adviser and what he says; `verdict` is on the move in question, `sure` whether he spoke of that very move."""

    id: str
    name: str
    post: str
    stance: Literal["hawk", "owl", "dove"]
    verdict: Verdict
    text: str
    sure: bool


@dataclass(frozen=True)
class Want:
    """A line of a mandate: a clause (and form where they differ) and its points."""

    name: str
    points: int


@dataclass(frozen=True)
class MandateCard:
    """What a government wants, and its red line."""

    id: str
    name: str
    text: str
    wants: tuple[Want, ...]
    red_line: str
    costs: int


@dataclass(frozen=True)
class Deal:
    """A deal that has been signed: its clauses with what has become of each, and what follows when."""

    signed: str
    clauses: tuple[ClauseLine, ...]
    face: tuple[int, int]
    next: str


@dataclass(frozen=True)
class Mark:
    """A place on the map as the reader knows it; `sign` is a Look's or ``, `at` latitude and longitude."""

    id: str
    name: str
    kind: str
    side: int | None
    at: tuple[float, float]
    marks: int
    range_km: int
    sign: str
    note: str


@dataclass(frozen=True)
class VesselMark:
    """A vessel, the positions it has passed and its last; `at` is where it is reported to be."""

    id: str
    name: str
    kind: str
    side: int | None
    at: tuple[float, float]
    track: tuple[tuple[float, float], ...]
    note: str
    reported: str


@dataclass(frozen=True)
class ArcMark:
    """A line at a distance round a centre between two bearings in degrees."""

    id: str
    name: str
    centre: tuple[float, float]
    radius_km: int
    bearings: tuple[int, int]
    style: str
    note: str


@dataclass(frozen=True)
class FrameMark:
    """A window of the map in one projection: centre, half width and half height in km."""

    id: str
    name: str
    centre: tuple[float, float]
    half_width: int
    half_height: int


@dataclass(frozen=True)
class Chart:
    """The map as one side knows it."""

    frames: tuple[FrameMark, ...]
    places: tuple[Mark, ...]
    vessels: tuple[VesselMark, ...]
    arcs: tuple[ArcMark, ...]
    states: tuple[Reading, ...]


@dataclass(frozen=True)
class WarRoom:
    """Everything of the main screen; previews and advice on a move are asked for one at a time."""

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


@dataclass(frozen=True)
class FormChoice:
    """A way of giving a clause in the composer: its bit number, its words, its points to the reader, and to the other side by mandate."""

    number: int
    words: str
    open: bool
    points: int
    them: tuple[int, int]


@dataclass(frozen=True)
class ClauseChoice:
    """A clause in the composer with its forms; those of one `issue` exclude each other; `reason` says why it is closed."""

    id: str
    name: str
    text: str
    giver: int
    issue: str
    forms: tuple[FormChoice, ...]
    open: bool
    reason: str


@dataclass(frozen=True)
class ChannelChoice:
    """A channel in the composer."""

    id: str
    number: int
    name: str
    text: str
    open: bool
    reason: str
    arrives: str
    lapses: str
    secret: bool
    leak: Odds
    answers: str


@dataclass(frozen=True)
class Composer:
    """What may be put into an offer now: own clauses, theirs, and the channels."""

    ours: tuple[ClauseChoice, ...]
    theirs: tuple[ClauseChoice, ...]
    channels: tuple[ChannelChoice, ...]
    open: bool
    reason: str


@dataclass(frozen=True)
class OfferSheet:
    """What a draft is worth and does: exact for the reader, from lowest to highest over their mandates for them."""

    move: str
    reason: str
    gives: tuple[ClauseLine, ...]
    wants: tuple[ClauseLine, ...]
    cost: int
    gain: int
    worth: int
    no_deal: int
    them: tuple[int, int]
    them_no_deal: int
    them_by_mandate: tuple[tuple[str, int], ...]
    face: tuple[int, int]
    leak: Odds
    arrives: str
    lapses: str
    red_line: str
    figures: tuple[Figure, ...]
