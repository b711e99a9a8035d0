"""Screen models around the war room: briefing, curtain, incident, months after, ending, prologue, replay."""

from dataclasses import dataclass
from typing import Literal

from game.frontends.presenter.basics import ClauseLine, Figure, Odds
from game.frontends.presenter.models import Header, MandateCard, OnRecord, Voice


@dataclass(frozen=True)
class Card:
    """A dated card of prologue or closing."""

    date: str
    title: str
    text: str
    source: str
    disputed: str


@dataclass(frozen=True)
class Briefing:
    """What a side reads before its first turn; `others` are the mandates of which the other side has one.

    `since` has, where the match begins on a later day, what the side did and was told by then, by date; `today` is
    that later day.
    """

    side: int
    name: str
    capital: str
    leader: str
    home: str
    paragraphs: tuple[str, ...]
    sees_other: str
    mandate: MandateCard
    others: tuple[MandateCard, ...]
    since: tuple[tuple[str, tuple[str, ...]], ...] = ()
    today: str = ""


@dataclass(frozen=True)
class Curtain:
    """What stands between two players at one screen; tells nothing of the game but whose turn it is."""

    side: int
    name: str
    capital: str
    other_capital: str
    when: str
    title: str
    text: str


@dataclass(frozen=True)
class OptionCard:
    """An answer to an incident, or a way to meet a clause, with what it does and the odds of its die.

    `notes` say in sentences what it leads to besides.
    """

    id: str
    move: str
    name: str
    text: str
    open: bool
    reason: str
    figures: tuple[Figure, ...]
    die: Odds | None
    die_text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class IncidentScreen:
    """Something nobody ordered, to be answered now."""

    header: Header
    id: str
    name: str
    text: str
    at: tuple[float, float] | None
    averted_by: str
    record: OnRecord | None
    options: tuple[OptionCard, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class DutyScreen:
    """A deferred clause that falls due in the months after."""

    header: Header
    clause: ClauseLine
    options: tuple[OptionCard, ...]


@dataclass(frozen=True)
class ScoreCard:
    """What the ending is worth to a side, the largest lines it is made of, and its mandate, now told.

    `breakdown` has every line: together they are the score.
    """

    side: int
    name: str
    score: int
    lines: tuple[tuple[str, int], ...]
    mandate: MandateCard
    breakdown: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class WarAccount:
    """Which night the war came of, by what, at which odds, and the largest lines in them.

    `decision` is the act that ended it, if one did, `die` what a die had to do with it, both as sentences;
    `about` says what the lines are lines of.
    """

    night: str
    incident: str
    text: str
    odds: Odds
    lines: tuple[tuple[str, int], ...]
    averted_by: str
    decision: str = ""
    die: str = ""
    about: str = ""


@dataclass(frozen=True)
class AftermathItem:
    """Something of the years after; `follows` says whether it came about."""

    id: str
    name: str
    follows: bool
    text: str
    source: str
    disputed: str


@dataclass(frozen=True)
class SecretDone:
    """Something a side did that the other was not told when it was done."""

    side: int
    date: str
    text: str


@dataclass(frozen=True)
class Thought:
    """What a program thought of a move of its own: when, which side, the move in words, the sentence."""

    date: str
    side: int
    move: str
    because: str


@dataclass(frozen=True)
class NearMiss:
    """A die of war that was cast: the night, what happened or how it was answered, its odds, how it fell, who knew.

    `averted_by` says what stood between such an incident and war in fact.
    """

    night: str
    incident: str
    answer: str
    odds: Odds
    war: bool
    knew: str
    averted_by: str


@dataclass(frozen=True)
class EndingScreen:
    """How it ended, for both sides' eyes; `history` says how the historical path ended and where this one left it.

    `misses` are the dice of war that were cast, `thoughts` the reasons of programs, both in order.
    """

    id: str
    name: str
    text: str
    date: str
    day: int
    signed: bool
    war: Literal["nuclear", "limited"] | None
    settled: bool
    source: str
    disputed: str
    scores: tuple[ScoreCard, ScoreCard]
    together: int
    account: WarAccount | None
    deal: tuple[ClauseLine, ...]
    aftermath: tuple[AftermathItem, ...]
    states: tuple[tuple[str, str], ...]
    secrets: tuple[SecretDone, ...]
    history: str = ""
    misses: tuple[NearMiss, ...] = ()
    thoughts: tuple[Thought, ...] = ()


@dataclass(frozen=True)
class ReplayStep:
    """A step of a replay as both sides together or one of them knew it; `gauge` is the value after it.

    It leads from the state before move number `ply` to the one before move number `after`.  `nightfall` says whether it
    is its day's last, `odds` are those of the face that a die fell on, as in `1 in 21`.  `lines` tell what came of it,
    `knew` who learned of it, `turning` why it is a turning point, `` if it is none.
    """

    ply: int
    day: int
    date: str
    at: str
    side: int | None
    move: str
    described: str
    text: str
    source: str
    disputed: str
    bend: str
    gauge: int
    nightfall: bool
    odds: str = ""
    after: int = 0
    lines: tuple[str, ...] = ()
    knew: str = ""
    turning: str = ""

    @property
    def stamp(self) -> str:
        """Returns when it was: the hour that is told of it, maybe of another day, or the day of the match."""
        return self.at or self.date
