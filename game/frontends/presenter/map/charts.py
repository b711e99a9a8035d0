"""Screen models of the map."""

from dataclasses import dataclass
from typing import Literal

from game.frontends.presenter.basics import Reading
from game.frontends.presenter.map.globe import EARTH, Position, project

_INNER = 0.95
Kind = Literal["incident", "vessel", "site", "line", "place"]


@dataclass(frozen=True)
class Mark:
    """A place on the map as the reader knows it; `sign` is a Look's or ``; `reported` says how old a report is."""

    id: str
    name: str
    kind: str
    side: int | None
    at: Position
    marks: int
    range_km: int
    sign: str
    note: str
    reported: str = ""


@dataclass(frozen=True)
class VesselMark:
    """A vessel and the positions it has passed; `at` is where it is reported to be, of a flight where it was halfway.

    `does` is a Leg's or ``; `was` is where the reader's map of the morning before had it, None if it had not.
    """

    id: str
    name: str
    kind: str
    side: int | None
    at: Position
    track: tuple[Position, ...]
    note: str
    reported: str
    does: str = ""
    was: Position | None = None


@dataclass(frozen=True)
class ArcMark:
    """A line at a distance round a centre between two bearings in degrees."""

    id: str
    name: str
    centre: Position
    radius_km: int
    bearings: tuple[int, int]
    style: str
    note: str
    side: int | None = None
    reported: str = ""


@dataclass(frozen=True)
class IncidentMark:
    """An incident that the reader knows of, where it happened; `fresh` if it was the last night or is tonight."""

    id: str
    name: str
    at: Position
    date: str
    text: str
    fresh: bool


@dataclass(frozen=True)
class FrameMark:
    """A window of the map in one projection: centre, half width and half height in km."""

    id: str
    name: str
    centre: Position
    half_width: int
    half_height: int

    def holds(self, at: Position) -> bool:
        """Returns whether a position lies in the window and not at its very edge."""
        east, north = (abs(way) * EARTH for way in project(*at, self.centre))
        return east <= self.half_width * _INNER and north <= self.half_height * _INNER


@dataclass(frozen=True)
class Thing:
    """Anything on the map in words: a sentence, how old the report is, and where it is.

    `key` is its kind and id, as in `vessel.ferry`; `small` is the source and what is disputed.
    """

    key: str
    kind: Kind
    name: str
    words: str
    report: str
    where: str
    at: Position
    side: int | None = None
    small: str = ""


@dataclass(frozen=True)
class Chart:
    """The map as one side knows it; `report` says of which day, `` in a replay, `things` tell all of it in words."""

    frames: tuple[FrameMark, ...]
    places: tuple[Mark, ...]
    vessels: tuple[VesselMark, ...]
    arcs: tuple[ArcMark, ...]
    states: tuple[Reading, ...]
    incidents: tuple[IncidentMark, ...] = ()
    report: str = ""
    things: tuple[Thing, ...] = ()
