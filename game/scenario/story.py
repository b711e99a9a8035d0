"""Models of what is told and shown: players, advisers, prologue, news, the historical path, the map."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.schema import Condition, Coordinate, Date, Moment, Name, Percent, Sourced, Strict, Text

Verdict = Literal["for", "against", "unsure"]
Part = Literal[
    "days",
    "knot",
    "mandate",
    "map",
    "news",
    "letters",
    "offer",
    "acts",
    "preview",
    "advisers",
    "end_turn",
    "answers",
    "promises",
]
"""The parts of a screen of play that a lesson can point to."""


class Temper(Strict):
    """How a scripted leader bargains; shares are percent of the way from no deal to the own ideal."""

    aspires_from: int = Field(ge=0, le=200)
    aspires_to: Percent
    yields_to_fear: int = Field(50, ge=0, le=200)
    gives_from: int = Field(10, ge=-20, le=100)
    gives_to: int = Field(60, ge=-20, le=100)
    opens_at: int = Field(40, ge=0, le=100)
    opens_after: int = Field(6, ge=0, le=30)
    two_letters_from: Percent = 15
    honest: Percent = 100
    cap: int = Field(76, ge=0, le=100)
    restraint: Percent = 80
    bluffs_below: Percent = 0
    channels: dict[Name, Annotated[int, Field(ge=1, le=100)]] = {}
    ladder: list[Annotated[int, Field(ge=0, le=99)]] = Field(min_length=2)


class Play(Strict):
    """A rule of a scripted leader: the first whose condition holds and whose move is legal is played."""

    when: Condition = []
    play: str
    chance: Percent = 100
    because: Text


class Sayings(Strict):
    """What a scripted leader says when no rule gives a reason."""

    climb: Text
    calm: Text
    hold: Text
    offer: Text
    counter: Text
    accept: Text
    refuse: Text
    answer: Text
    comply: Text


class Persona(Sourced):
    """A scripted leader: temper, rules for acts and incidents, and the words in which they are explained."""

    side: Name
    name: Text
    text: Text
    historical: bool = False
    temper: Temper
    rules: list[Play] = []
    sayings: Sayings


class Level(Strict):
    """How hard the game is: who plays each side against a human, and how often the human's own sources err.

    `errors` is the percent of the odds of error as they are written with the acts of intelligence.
    """

    name: Text
    text: Text
    plays: dict[Name, Text]
    errors: int = Field(100, ge=25, le=200)


class Saying(Strict):
    """An imagined sentence of an adviser on some acts or clauses, or on the state of things."""

    about: list[Name] = []
    when: Condition = []
    verdict: Verdict = "unsure"
    text: Text


class Adviser(Strict):
    """A voice in the room; `stance` is how he leans as a rule."""

    name: Text
    post: Text
    stance: Literal["hawk", "owl", "dove"]
    says: list[Saying] = Field(min_length=1)


class Card(Sourced):
    """One dated card of the prologue."""

    date: Date
    title: Text
    text: Text
    source: Text


class News(Sourced):
    """A morning's item for the sides named, told on the first morning its condition holds."""

    when: Condition
    to: list[Name] = Field(min_length=1, max_length=2)
    text: Text


class Lesson(Strict):
    """A step of a first game, for one side: what to look at or to do, shown until it is done.

    Without `until` it is done with the next move.  The part it points to must be on the screen for it to be shown.
    """

    side: Name
    text: Text
    when: Condition = []
    until: Text | None = None
    points_to: Part | None = None


class Step(Sourced):
    """One move or die of the historical path; `bend` says why the game's day differs from the true one."""

    at: Moment
    day: Date
    play: str | None = None
    chance: str | None = None
    text: Text | None = None
    bend: Text | None = None


class Path(Strict):
    """What happened: the mandates and every move in order; a die not named falls on its last outcome."""

    mandates: dict[Name, Name]
    steps: list[Step] = Field(min_length=1)
    closing: list[Card] = []


class Frame(Strict):
    """A window of the map in one projection: its centre and the half width and height in km."""

    name: Text
    centre: Coordinate
    half_width: int = Field(ge=100, le=10_000)
    half_height: int = Field(ge=100, le=10_000)


class Look(Strict):
    """How a mark is drawn while a condition holds."""

    when: Condition
    sign: Literal["building", "ready", "standing_down", "withdrawn", "loss", "hidden"]
    note: Text | None = None


class Place(Sourced):
    """Something at a fixed position: a city, a base, a site whose state the view knows.

    A `town` is shown on close maps only; a `name` is only written there, as that of a land or a sea.
    """

    name: Text
    at: Coordinate
    kind: Literal["city", "town", "base", "site", "area", "name"]
    side: Name | None = None
    marks: int = Field(1, ge=1, le=8)
    range_km: int = Field(0, ge=0, le=20_000)
    when: Condition = []
    looks: list[Look] = []


class Leg(Strict):
    """A vessel's positions while a condition holds, day by day since it began to hold; a flight is done in a day.

    `does` is how it is marked; `boarded` is so on the first day only.
    """

    when: Condition
    track: list[Coordinate] = Field(min_length=1)
    note: Text
    does: Literal["", "holding", "turned", "boarded"] = ""


class Vessel(Sourced):
    """A ship, submarine or aircraft; the first leg whose condition holds is drawn."""

    name: Text
    kind: Literal["ship", "carrier", "submarine", "aircraft"]
    side: Name | None = None
    legs: list[Leg] = Field(min_length=1)


class Arc(Sourced):
    """A line of a side at a distance round a centre, between two bearings (degrees, clockwise from north)."""

    name: Text
    side: Name | None = None
    centre: Coordinate
    radius_km: int = Field(ge=1, le=20_000)
    bearings: Annotated[list[int], Field(min_length=2, max_length=2)] = [0, 360]
    when: Condition = []
    style: Literal["line", "range"] = "line"
    note: Text | None = None


class Map(Strict):
    """What stands on the map; the first frame is the main one."""

    frames: dict[Name, Frame] = Field(min_length=1)
    places: dict[Name, Place] = {}
    vessels: dict[Name, Vessel] = {}
    arcs: dict[Name, Arc] = {}


class Term(Sourced):
    """An entry of the glossary or of who is who."""

    name: Text
    text: Text


class Quotation(Strict):
    """A short checked quotation with speaker, date and source."""

    text: Text
    speaker: Text
    date: Date
    source: Text
