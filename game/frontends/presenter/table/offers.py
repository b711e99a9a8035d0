"""Screen models of the composer, in which an offer is written."""

from dataclasses import dataclass

from game.frontends.presenter.basics import ClauseLine, Figure, Odds


@dataclass(frozen=True)
class FormChoice:
    """A way of giving a clause: its bit number, its words, its points to the reader and, lowest to highest, to them.

    `them_read` are those under the mandate that the reader's intelligence takes theirs to be, if it has looked.
    `id` is its word in notation.
    """

    number: int
    words: str
    open: bool
    points: int
    them: tuple[int, int]
    them_read: int | None = None
    id: str = ""


@dataclass(frozen=True)
class ClauseChoice:
    """A clause with its forms; those of one `issue` exclude each other; `reason` says why it is closed."""

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
    """A channel in the composer; `answers` says that a letter by it answers theirs, `busy` that an own one is open."""

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
    busy: bool


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
    """What a draft is worth and does: exact for the reader, from lowest to highest over their mandates for them.

    `read` is the mandate that the reader's intelligence takes theirs to be, with the worth to them under it and
    how far it can be trusted, if it has looked.  `breakdown` adds up to `worth`, `no_deal_breakdown` to `no_deal`.
    `answers` says so where sending it answers a letter of theirs.
    """

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
    read: tuple[str, int, str] | None = None
    breakdown: tuple[tuple[str, int], ...] = ()
    no_deal_breakdown: tuple[tuple[str, int], ...] = ()
    answers: str = ""
