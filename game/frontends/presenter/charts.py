"""Screen models of the map."""

from dataclasses import dataclass

from game.frontends.presenter.basics import Reading


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
