"""The map as one side knows it: places with their reported states, vessels where they are thought to be, lines."""

from collections.abc import Sequence

from game.frontends.presenter.charts import ArcMark, Chart, FrameMark, Mark, VesselMark
from game.frontends.presenter.readings import regions
from game.frontends.presenter.words import day_date, short_date
from game.rules.ruleset import Ruleset
from game.rules.slots import DAY, State
from game.scenario.story import Place, Vessel
from game.scenario.words import Condition, In, walk


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
    places = [_place(rules, view, name, place) for name, place in charted.places.items()]
    vessels = [_vessel(rules, view, side, openings, name, vessel) for name, vessel in charted.vessels.items()]
    arcs = [
        ArcMark(
            name,
            arc.name,
            _point(arc.centre),
            arc.radius_km,
            (arc.bearings[0], arc.bearings[1]),
            arc.style,
            arc.note or "",
        )
        for name, arc in charted.arcs.items()
        if _holds(rules, view, ("map", "arcs", name, "when"))
    ]
    return Chart(
        frames,
        tuple(place for place in places if place),
        tuple(vessel for vessel in vessels if vessel),
        tuple(arcs),
        regions(rules, view, side),
    )


def _point(at: list[float]) -> tuple[float, float]:
    return at[0], at[1]


def _holds(rules: Ruleset, view: State, path: tuple[str | int, ...]) -> bool:
    return rules.evaluator(view).all(rules.resolved.conditions[path])


def _owner(rules: Ruleset, side: str | None) -> int | None:
    return None if side is None else rules.side(side)


def _place(rules: Ruleset, view: State, name: str, place: Place) -> Mark | None:
    if not _holds(rules, view, ("map", "places", name, "when")):
        return None
    held = (
        look for i, look in enumerate(place.looks) if _holds(rules, view, ("map", "places", name, "looks", i, "when"))
    )
    look = next(held, None)
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
    )


def _vessel(
    rules: Ruleset, view: State, side: int, openings: Sequence[State], name: str, vessel: Vessel
) -> VesselMark | None:
    for i, leg in enumerate(vessel.legs):
        when = rules.resolved.conditions[("map", "vessels", name, "legs", i, "when")]
        if rules.evaluator(view).all(when):
            reports = _reports(rules, view, side, when)
            began = _first_seen(rules, view, openings, when) if reports else _since(rules, view, when)
            passed = max(0, min(view[DAY] - began, len(leg.track) - 1))
            track = tuple(_point(at) for at in leg.track[: passed + 1])
            owner = _owner(rules, vessel.side)
            return VesselMark(name, vessel.name, vessel.kind, owner, track[-1], track, leg.note, _age(rules, reports))
    return None


def _reports(rules: Ruleset, view: State, side: int, when: Condition) -> tuple[int, ...]:
    """Returns the days (0 for none) of the reports on which a side's knowledge of a condition rests."""
    slots = [rules.slots.index[part.slot] for test in when for part in walk(test) if isinstance(part, In)]
    return tuple(rules.reported(view, slot) for slot in slots if rules.slots.hidden_from.get(slot) == side)


def _age(rules: Ruleset, reports: tuple[int, ...]) -> str:
    if not reports:
        return ""
    day = min(reports)
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
