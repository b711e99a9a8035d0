"""The smallest screen models: odds, lines of a preview, readings, clauses."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["better", "worse", "plain"]


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
    `low` and `high` are the values in integers, for gauges.  `against` names what else the move is compared with than
    things as they stand.
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
    against: str = ""

    @property
    def compared(self) -> str:
        """Returns the value before, with what it is the value of: `26 % if your leader decides`."""
        return f"{self.before} {self.against}".strip()


@dataclass(frozen=True)
class Reading:
    """A meter or a region as the reader knows it; `reported` says how old a report is, `` where it is seen itself.

    `name` says whose it is where each side has one, `plain` does not.
    """

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
    plain: str = ""


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
