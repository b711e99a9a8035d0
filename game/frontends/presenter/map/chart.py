"""The map as one side knows it: places with their reported states, vessels where they are thought to be, lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.frontends.presenter.map.charts import ArcMark, Chart, FrameMark, IncidentMark, Mark, VesselMark
from game.frontends.presenter.map.globe import Position
from game.frontends.presenter.map.things import things
from game.frontends.presenter.readings import regions
from game.frontends.presenter.words import day_date, plain_date, short_date
from game.rules.ruleset import Ruleset
from game.rules.sides import bits
from game.rules.slots import DAY, DEAL, DRAWN, State
from game.scenario.story import Leg, Place, Vessel
from game.scenario.words import Condition, Done, In, Slot, walk


def chart(rules: Ruleset, view: State, side: int, openings: Sequence[State] = ()) -> Chart | None:
    """Returns the map as a side knows it, or None if the scenario has none.

    `openings` are its views of past mornings: what it only hears of is taken to have gone on since it first did.
    """
    charted = rules.scenario.map
    if charted is None:
        return None
    frames = tuple(
        FrameMark(name, frame.name, _point(frame.centre), frame.half_width, frame.half_height)
        for name, frame in charted.frames.items()
    )
    incidents = tuple(_incidents(rules, view, openings))
    told = Chart(
        (*frames, *_elsewhere(frames, incidents)),
        tuple(_places(rules, view, side)),
        tuple(_vessels(rules, view, side, openings)),
        tuple(_arcs(rules, view, side)),
        regions(rules, view, side),
        incidents,
        _heading(rules, view) if openings else "",
    )
    return replace(told, things=things(rules, told, f"as of {short_date(day_date(rules, view[DAY]))}"))


def _elsewhere(frames: tuple[FrameMark, ...], incidents: Sequence[IncidentMark]) -> tuple[FrameMark, ...]:
    """Returns a frame, as large as the main one, about each incident that lies in no other."""
    found = frames
    for incident in incidents:
        if not any(frame.holds(incident.at) for frame in found):
            found += (replace(frames[0], id=f"elsewhere_{incident.id}", name="Elsewhere", centre=incident.at),)
    return found[len(frames) :]


def _heading(rules: Ruleset, view: State) -> str:
    """Returns of which day the report on the map is; what is signed is not carried out yet for that."""
    today = plain_date(day_date(rules, view[DAY])).rsplit(" ", 1)[0]
    return f"Signed · report of {today}" if view[DEAL] else f"Report of {today}"


def _point(at: list[float]) -> Position:
    return at[0], at[1]


def _condition(rules: Ruleset, path: tuple[str | int, ...]) -> Condition:
    return rules.resolved.conditions[path]


def _holds(rules: Ruleset, view: State, path: tuple[str | int, ...]) -> bool:
    return rules.evaluator(view).all(_condition(rules, path))


def _owner(rules: Ruleset, side: str | None) -> int | None:
    return None if side is None else rules.side(side)


def _places(rules: Ruleset, view: State, side: int) -> Iterator[Mark]:
    assert rules.scenario.map
    for name, place in rules.scenario.map.places.items():
        if _holds(rules, view, ("map", "places", name, "when")):
            yield _place(rules, view, side, name, place)


def _place(rules: Ruleset, view: State, side: int, name: str, place: Place) -> Mark:
    paths = [("map", "places", name, "looks", i, "when") for i in range(len(place.looks))]
    held = next((i for i, path in enumerate(paths) if _holds(rules, view, path)), None)
    look = None if held is None else place.looks[held]
    rests = _condition(rules, ("map", "places", name, "when"))
    rests += _condition(rules, paths[held]) if held is not None else ()
    return Mark(
        name,
        place.name,
        place.kind,
        _owner(rules, place.side),
        _point(place.at),
        place.marks,
        place.range_km,
        look.sign if look else "",
        (look.note or "") if look else "",
        _age(rules, _reports(rules, view, side, rests)),
    )


def _arcs(rules: Ruleset, view: State, side: int) -> Iterator[ArcMark]:
    assert rules.scenario.map
    for name, arc in rules.scenario.map.arcs.items():
        path = ("map", "arcs", name, "when")
        if _holds(rules, view, path):
            first, last = arc.bearings
            age = _age(rules, _reports(rules, view, side, _condition(rules, path)))
            owner = _owner(rules, arc.side)
            centre, note = _point(arc.centre), arc.note or ""
            yield ArcMark(name, arc.name, centre, arc.radius_km, (first, last), arc.style, note, owner, age)


def _vessels(rules: Ruleset, view: State, side: int, openings: Sequence[State]) -> Iterator[VesselMark]:
    assert rules.scenario.map
    past = [morning for morning in openings if morning[DAY] < view[DAY]]
    for name, vessel in rules.scenario.map.vessels.items():
        mark = _vessel(rules, view, side, openings, name, vessel)
        if mark:
            before = _vessel(rules, past[-1], side, past, name, vessel) if past else None
            yield replace(mark, was=before.at if before else None)


def _vessel(
    rules: Ruleset, view: State, side: int, openings: Sequence[State], name: str, vessel: Vessel
) -> VesselMark | None:
    for i, leg in enumerate(vessel.legs):
        when = _condition(rules, ("map", "vessels", name, "legs", i, "when"))
        if rules.evaluator(view).all(when):
            reports = _reports(rules, view, side, when)
            acted = any(isinstance(part, Done) for test in when for part in walk(test))
            began = _first_seen(rules, view, openings, when) if reports or acted else _since(rules, view, when)
            track = _passed(vessel, leg, view[DAY] - began)
            does = "" if leg.does == "boarded" and view[DAY] > began else leg.does
            owner = _owner(rules, vessel.side)
            heard = vessel.kind == "submarine" and owner not in (None, side) and not reports
            age = f"contact {short_date(day_date(rules, view[DAY]))}" if heard else _age(rules, reports)
            at = track[len(track) // 2 if vessel.kind == "aircraft" else -1]
            return VesselMark(name, vessel.name, vessel.kind, owner, at, track, leg.note, age, does)
    return None


def _passed(vessel: Vessel, leg: Leg, days: int) -> tuple[Position, ...]:
    """Returns the positions a vessel has passed after so many days; a flight is over within one."""
    last = len(leg.track) - 1 if vessel.kind == "aircraft" else max(0, min(days, len(leg.track) - 1))
    return tuple(_point(at) for at in leg.track[: last + 1])


def _reports(rules: Ruleset, view: State, side: int, when: Condition) -> tuple[int, ...]:
    """Returns the days (0 for none) of the reports on which a side's knowledge of a condition rests."""
    index = rules.slots.index
    named = [part for test in when for part in walk(test)]
    slots = [index[part.slot] for part in named if isinstance(part, In)]
    slots += [index[part.name] for part in named if isinstance(part, Slot) and part.name in index]
    return tuple(rules.reported(view, slot) for slot in slots if rules.slots.hidden_from.get(slot) == side)


def _age(rules: Ruleset, reports: tuple[int, ...]) -> str:
    """Returns how old the latest of some reports is, `` if there are none since the side sees it itself."""
    if not reports:
        return ""
    day = max(reports)
    return f"reported {short_date(day_date(rules, day))}" if day else "assumed"


def _first_seen(rules: Ruleset, view: State, openings: Sequence[State], when: Condition) -> int:
    """Returns the day from which on a side, morning after morning, has taken a condition to hold."""
    began = view[DAY]
    for morning in reversed(openings):
        if not rules.evaluator(morning).all(when):
            break
        began = morning[DAY]
    return began


def _since(rules: Ruleset, view: State, when: Condition) -> int:
    """Returns the day since which the regions a condition asks for are where they are, 1 where no date is kept."""
    slots = [rules.slots.index[part.slot] for test in when for part in walk(test) if isinstance(part, In)]
    return max((view[rules.slots.since[slot]] for slot in slots if slot in rules.slots.since), default=1)


def _incidents(rules: Ruleset, view: State, openings: Sequence[State]) -> Iterator[IncidentMark]:
    """Yields the incidents a side knows of that happened somewhere, dated by its first morning after them if known."""
    mornings = [morning for morning in openings if morning[DAY] < view[DAY]] + [view]
    for number in bits(view[DRAWN]):
        name = rules.incidents[number]
        incident = rules.scenario.incidents[name]
        if incident.at:
            night = max(1, next(morning[DAY] for morning in mornings if morning[DRAWN] >> number & 1) - 1)
            date = short_date(day_date(rules, night)) if openings else ""
            fresh = bool(openings) and night >= view[DAY] - 1
            yield IncidentMark(name, incident.name, _point(incident.at), date, incident.text, fresh)
