"""The map as one side knows it: places with their reported states, vessels where they are thought to be, lines."""

from game.frontends.presenter.charts import ArcMark, Chart, FrameMark, Mark, VesselMark
from game.frontends.presenter.readings import regions
from game.frontends.presenter.words import day_date, short_date
from game.rules.ruleset import Ruleset
from game.rules.slots import DAY, State
from game.scenario.story import Leg, Place, Vessel
from game.scenario.words import In, Test, walk


def chart(rules: Ruleset, view: State, side: int) -> Chart | None:
    """Returns the map as a side knows it, or None if the scenario has none."""
    charted = rules.scenario.map
    if charted is None:
        return None
    frames = tuple(
        FrameMark(name, frame.name, _point(frame.centre), frame.half_width, frame.half_height)
        for name, frame in charted.frames.items()
    )
    places = [_place(rules, view, name, place) for name, place in charted.places.items()]
    vessels = [_vessel(rules, view, side, name, vessel) for name, vessel in charted.vessels.items()]
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


def _vessel(rules: Ruleset, view: State, side: int, name: str, vessel: Vessel) -> VesselMark | None:
    for i, leg in enumerate(vessel.legs):
        when = rules.resolved.conditions[("map", "vessels", name, "legs", i, "when")]
        if rules.evaluator(view).all(when):
            day, report = _known(rules, view, side, when)
            return _on_leg(rules, view, name, vessel, leg, when, day, report)
    return None


def _known(rules: Ruleset, view: State, side: int, when: tuple[Test, ...]) -> tuple[int, str]:
    """Returns the day of which a side knows where something is: today, or that of the oldest report it rests on."""
    slots = [rules.slots.index[part.slot] for test in when for part in walk(test) if isinstance(part, In)]
    blind = [slot for slot in slots if rules.slots.hidden_from.get(slot) == side]
    if not blind:
        return view[DAY], ""
    day = min(rules.reported(view, slot) for slot in blind)
    return day, f"reported {short_date(day_date(rules, day))}" if day else "assumed"


def _on_leg(
    rules: Ruleset, view: State, name: str, vessel: Vessel, leg: Leg, when: tuple[Test, ...], day: int, report: str
) -> VesselMark:
    """Returns a vessel as many positions along its leg as days have passed since the leg began, so far as known."""
    began = max((_since(rules, view, test) for test in when), default=1)
    passed = max(0, min(day - began, len(leg.track) - 1))
    track = tuple(_point(at) for at in leg.track[: passed + 1])
    return VesselMark(name, vessel.name, vessel.kind, _owner(rules, vessel.side), track[-1], track, leg.note, report)


def _since(rules: Ruleset, view: State, test: Test) -> int:
    """Returns the day since which a region a test asks for has been where it is, or 1 where no date is kept."""
    slots = [rules.slots.index[part.slot] for part in walk(test) if isinstance(part, In)]
    return max((view[rules.slots.since[slot]] for slot in slots if slot in rules.slots.since), default=1)
