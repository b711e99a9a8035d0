"""Models that mirror a scenario file word for word; names inside texts are resolved in a second pass.

Conditions, changes and sums are kept here as they were written; `words` gives them meaning.
"""

from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
Condition: TypeAlias = str | list[str]
Sum: TypeAlias = int | dict[str, int | str]
Changes: TypeAlias = dict[str, int | str | dict[str, int | str]]
Odds: TypeAlias = Annotated[int, Field(ge=0, le=10_000)]
Percent: TypeAlias = Annotated[int, Field(ge=0, le=100)]
Form: TypeAlias = Literal["at_once", "within_weeks", "within_months", "within_months secret"]
Coordinate: TypeAlias = Annotated[list[Annotated[float, Field(allow_inf_nan=False)]], Field(min_length=2, max_length=2)]


def _written(value: object) -> object:
    """Refuses the numbers that would otherwise count as seconds since 1970."""
    if (isinstance(value, str) and "-" in value) or isinstance(value, date):
        return value
    raise PydanticCustomError("date_type", "a date is written 2000-12-31")


Date: TypeAlias = Annotated[date, Field(strict=False), BeforeValidator(_written)]
Moment: TypeAlias = Annotated[datetime, Field(strict=False), BeforeValidator(_written)]


class Strict(BaseModel):
    """A mapping of the file: unknown keys are faults, nothing is converted, nothing changes later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)


class Sourced(Strict):
    """What claims to be history: where it stands, and what is disputed about it."""

    source: Text | None = None
    disputed: Text | None = None


class Party(Strict):
    """One of the two sides: how it is called and how it sees the other."""

    name: Text
    short: Text
    capital: Text
    leader: Text
    home: Text
    briefing: list[Text] = Field(min_length=1)
    sees_other: Text


class Calendar(Strict):
    """The days of the crisis; `timetable` gives the odds that the game ends after the night of a day."""

    first_day: Date
    days: int = Field(ge=1, le=30)
    timetable: dict[Annotated[int, Field(strict=False)], Odds] = {}


class Band(Strict):
    """A worded stretch of a meter, up to and including `to`."""

    to: int
    text: Text


class Pull(Strict):
    """How a meter drifts each night: a share 1/up of the gap to its goal upwards, 1/down downwards."""

    to: Sum
    up: int = Field(ge=1, le=100)
    down: int = Field(ge=1, le=100)


class Meter(Strict):
    """A bounded integer; `each` makes one for each side, `seen_by` hides it from the other side."""

    name: Text
    text: Text = ""
    each: bool = False
    low: int = Field(0, alias="from")
    high: int = Field(100, alias="to")
    starts: int | dict[Name, int] = 0
    seen_by: Name | None = None
    others_assume: int | None = None
    pulled: Pull | None = None
    bands: list[Band] = []


class Region(Strict):
    """A small state machine; the first state is where it starts."""

    name: Text
    text: Text = ""
    states: dict[Name, Text] = Field(min_length=2)
    arrows: list[str] = []
    moved_by: Name | None = None
    seen_by: Name | None = None
    others_assume: Name | None = None


class OnRecord(Sourced):
    """That something was done, or only weighed, on a day of the real crisis."""

    date: Date
    weighed: bool = False


THEIR_MANDATE = "their mandate"


class Study(Strict):
    """Intelligence that errs: a reading of what is hidden, with odds (in 10,000) for each error."""

    what: Text
    error: dict[Annotated[int, Field(strict=False)], Odds] = {}
    right: Odds = 6_000


class Act(Strict):
    """Something a side can do to end its turn; `rung` is what it adds to its escalation ladder."""

    name: Text
    text: Text
    rung: int = Field(0, ge=-4, le=6)
    when: Condition = []
    changes: Changes = {}
    visibility: Literal["public", "secret", "discoverable"] = "public"
    once: bool = False
    by_force: bool = False
    undone_by: Name | None = None
    reveals: list[Name] = []
    uncovers: bool = False
    studies: Study | None = None
    repudiates: bool = False
    ends_in: Name | None = None
    on_record: OnRecord | None = None


class Trigger(Strict):
    """A consequence looked for after every move, from the top again after one has fired."""

    when: Condition
    changes: Changes


class Nightly(Strict):
    """A change of every night whose condition holds; with `odds` it is a die (in 10,000)."""

    when: Condition = []
    odds: Sum | None = None
    changes: Changes = {}
    reveals: dict[Name, list[Name]] = {}
    text: Text | None = None


class Promised(Strict):
    """What the mere promise of a clause changes when it is signed."""

    in_public: Changes = {}
    in_secret: Changes = {}


class Clause(Sourced):
    """One thing a side can give; clauses of one `issue` exclude each other."""

    given_by: Name
    name: Text
    text: Text
    issue: Name | None = None
    when: Condition = []
    forms: list[Form] = Field(["at_once"], min_length=1)
    due: int = Field(1, ge=1, le=3)
    face: int = Field(0, ge=0, le=50)
    weight: int = Field(0, ge=0, le=20)
    rests_on_word: Percent = 100
    promised: Promised = Promised()
    carried_out: Changes = {}
    leaked: Changes = {}
    can_be_feigned: bool = False


class Channel(Sourced):
    """A way an offer travels: `delay` and `lasts` in days, what it may carry, what it does."""

    name: Text
    text: Text
    when: Condition = []
    delay: int = Field(0, ge=0, le=3)
    lasts: int = Field(2, ge=1, le=7)
    secret: bool = False
    leak: Sum = 0
    leaked: Changes = {}
    sent: Changes = {}
    accepted: Changes = {}
    refused: Changes = {}


class Deals(Strict):
    """What holds of every deal: signing, settling, promises, breaches."""

    signed: Changes = {}
    settling_nights: int = Field(2, ge=1, le=3)
    counts: Sum = 100
    secret_face: Percent = 25
    found_out: Sum = 5_000
    breach: Changes = {}
    repudiated: Changes = {}
    gesture: Changes = {}
    silence: Changes = {}
    barred_days: int = Field(2, ge=0, le=7)


class RedLine(Strict):
    """What a mandate will not have: lacking one of `needs`, or signing one of `never`, costs points."""

    text: Text
    needs: list[str] = []
    never: list[str] = []
    costs: int = Field(ge=0, le=60)


class Mandate(Strict):
    """What a government wants: points for each clause it gets or gives, by form where they differ."""

    name: Text
    text: Text
    wants: dict[Name, int | dict[Form, int]]
    red_line: RedLine


class Hazard(Strict):
    """How incidents come: all odds times `percent`, at most `at_most` in 10,000, `draws` a night."""

    percent: Sum = 100
    at_most: Odds = 9_000
    draws: int = Field(3, ge=1, le=4)


class Option(Strict):
    """A way to answer an incident, with the odds (in 10,000) that it gets out of hand."""

    name: Text
    text: Text
    when: Condition = []
    changes: Changes = {}
    out_of_hand: Sum = 0


class Incident(Strict):
    """Something nobody ordered; `war` is the odds (in 10,000) that it starts the war by itself."""

    name: Text
    text: Text
    when: Condition = []
    odds: Sum
    war: Sum = 0
    averted_by: Text = ""
    ends_in: Name
    changes: Changes = {}
    answered_by: Name
    seen_by: Name | None = None
    options: dict[Name, Option] = Field(min_length=2, max_length=4)
    at: Coordinate | None = None
    on_record: OnRecord | None = None


class TurnsInto(Strict):
    """That one ending may become another, at odds in 10,000."""

    ending: Name
    odds: Sum


class Ending(Sourced):
    """How it ends; looked for after every move in the order of the file."""

    name: Text
    text: Text
    when: Condition | None = None
    war: Literal["nuclear", "limited"] | None = None
    settled: bool = False
    turns_into: TurnsInto | None = None
    scores: dict[Name, Sum] | None = None


class Aftermath(Sourced):
    """Something that follows, or does not, in the years after."""

    name: Text
    when: Condition
    text: Text
    otherwise: Text | None = None
