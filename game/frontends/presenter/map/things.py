"""Everything on the map in words: what is said of it, how old that is, where it is."""

from collections.abc import Iterator

from game.frontends.presenter.map.charts import ArcMark, Chart, IncidentMark, Mark, Thing, VesselMark
from game.frontends.presenter.map.globe import Position
from game.rules.ruleset import Ruleset
from game.scenario.schema import Sourced

_SIGNS = {
    "building": "Under construction",
    "ready": "Ready",
    "standing_down": "Being taken down",
    "withdrawn": "Gone",
    "loss": "Lost",
}
_DOES = {"holding": "She lies stopped", "turned": "She has turned", "boarded": "She is being searched"}
_KINDS = {
    "ship": "ship",
    "carrier": "carrier",
    "submarine": "submarine",
    "aircraft": "flight",
    "city": "city",
    "town": "town",
    "base": "base",
    "site": "site",
    "area": "area",
}
_MILE = 1.852


def things(rules: Ruleset, chart: Chart, today: str) -> tuple[Thing, ...]:
    """Returns all that stands on a map in words, incidents and vessels first; `today` dates what is seen."""
    told = [
        *(_incident(rules, mark) for mark in chart.incidents),
        *(_vessel(rules, mark, today) for mark in chart.vessels),
        *(_place(rules, mark, today) for mark in chart.places if mark.kind == "site" and mark.sign != "hidden"),
        *(_arc(rules, mark, today) for mark in chart.arcs),
        *(_place(rules, mark, today) for mark in chart.places if mark.kind not in ("site", "name")),
    ]
    return tuple(told)


def position(at: Position) -> str:
    """Returns a position in degrees with their quarters."""
    north, east = at
    return f"{abs(north):.1f}° {'N' if north >= 0 else 'S'} {abs(east):.1f}° {'E' if east >= 0 else 'W'}"


def distance(kilometres: int) -> str:
    """Returns a distance in kilometres and in nautical miles."""
    return f"{kilometres:,} km, {round(kilometres / _MILE / 10) * 10:,} nautical miles,"


def _incident(rules: Ruleset, mark: IncidentMark) -> Thing:
    record = rules.scenario.incidents[mark.id].on_record
    when = f"night of {mark.date}" if mark.date else ""
    where = f"{position(mark.at)}, indicative"
    return Thing(f"incident.{mark.id}", "incident", mark.name, mark.text, when, where, mark.at, None, _small(record))


def _vessel(rules: Ruleset, mark: VesselMark, today: str) -> Thing:
    assert rules.scenario.map
    does = _DOES.get(mark.does, "")
    said = does.removeprefix("She ").split()[-1] not in mark.note.lower() if does else False
    words = _sentences(_owned(rules, mark.side, mark.kind), mark.note, does if said else "")
    where = f"{position(mark.at)}, indicative"
    small = _small(rules.scenario.map.vessels[mark.id])
    return Thing(
        f"vessel.{mark.id}", "vessel", mark.name, words, mark.reported or today, where, mark.at, mark.side, small
    )


def _place(rules: Ruleset, mark: Mark, today: str) -> Thing:
    assert rules.scenario.map
    site = mark.kind == "site"
    count = f", {mark.marks} positions" if site and mark.marks > 1 else ""
    words = _sentences(f"{_owned(rules, mark.side, mark.kind)}{count}", mark.note or _SIGNS.get(mark.sign, ""))
    small = _small(rules.scenario.map.places[mark.id])
    seen = mark.reported or (today if mark.sign else "")
    key, kind = f"place.{mark.id}", "site" if site else "place"
    return Thing(key, kind, mark.name, words, seen, position(mark.at), mark.at, mark.side, small)  # type: ignore[arg-type]


def _arc(rules: Ruleset, mark: ArcMark, today: str) -> Thing:
    assert rules.scenario.map
    kind = "range" if mark.style == "range" else "line"
    words = _sentences(_owned(rules, mark.side, kind), mark.note)
    where = f"{distance(mark.radius_km)} about {position(mark.centre)}"
    small = _small(rules.scenario.map.arcs[mark.id])
    return Thing(
        f"line.{mark.id}", "line", mark.name, words, mark.reported or today, where, mark.centre, mark.side, small
    )


def _owned(rules: Ruleset, side: int | None, kind: str) -> str:
    """Returns what something is and whose, as in `Ship, Northland`."""
    word = _KINDS.get(kind, kind).capitalize()
    return word if side is None else f"{word}, {list(rules.scenario.sides.values())[side].name}"


def _sentences(*parts: str) -> str:
    return " ".join(f"{part[0].upper()}{part[1:].removesuffix('.')}." for part in parts if part)


def _small(claim: Sourced | None) -> str:
    """Returns where a statement stands and what is disputed about it."""
    return " ".join(_claims(claim)) if claim else ""


def _claims(claim: Sourced) -> Iterator[str]:
    if claim.source:
        yield f"Source: {claim.source}."
    if claim.disputed:
        yield f"Disputed: {claim.disputed}"
