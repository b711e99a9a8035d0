"""Meters and regions as a side knows them: what it sees, and what it was last told of what it does not."""

from game.frontends.presenter.basics import Reading
from game.frontends.presenter.figures import name_of
from game.frontends.presenter.words import band_word, day_date, short_date, state_word
from game.rules.preview import named_slots
from game.rules.ruleset import Ruleset
from game.rules.slots import State

METERS = ("home", "standing", "trust", "world", "meter")
REGIONS = ("phase", "alert", "deadline", "region")


def meters(rules: Ruleset, view: State, side: int) -> tuple[Reading, ...]:
    """Returns the meters a side may know besides the gauge: its own, then the other's, then the shared ones."""
    found = _readings(rules, view, side, METERS)
    owned = [reading for reading in found if reading.side is not None]
    shared = [reading for reading in found if reading.side is None]
    return (*sorted(owned, key=lambda reading: (reading.side != side, METERS.index(reading.role))), *shared)


def regions(rules: Ruleset, view: State, side: int) -> tuple[Reading, ...]:
    """Returns the states of all regions as a side knows them."""
    return tuple(_readings(rules, view, side, REGIONS))


def _readings(rules: Ruleset, view: State, side: int, kinds: tuple[str, ...]) -> list[Reading]:
    found = []
    for slot, (kind, name, owner) in named_slots(rules).items():
        blind = rules.slots.hidden_from.get(slot) == side
        if kind not in kinds or (blind and not rules.reported(view, slot) and kind in METERS):
            continue
        is_meter = name in rules.scenario.meters
        thing = rules.scenario.meters[name] if is_meter else rules.scenario.regions[name]
        low, high = rules.slots.spans[slot]
        word = band_word(rules, name, view[slot]) if is_meter else state_word(rules, name, view[slot])
        report = _report(rules, rules.reported(view, slot)) if blind else ""
        label = name_of(rules, kind, name, owner)
        found.append(Reading(kind, name, label, view[slot], low, high, word, owner, report, thing.text, thing.name))
    return found


def _report(rules: Ruleset, day: int) -> str:
    """Returns how old what is known is."""
    return f"reported {short_date(day_date(rules, day))}" if day else "assumed"
