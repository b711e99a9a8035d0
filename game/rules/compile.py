"""Scenario to ruleset: slots, bundles, move numbers and the generated module, put together once."""

from typing import Any

from game.rules.bundles import Bundles, make_bundles
from game.rules.deals import end_settling, lapse_letters, months
from game.rules.generate import SETTLED_AFTER, Generator, execute
from game.rules.night import time_is_up
from game.rules.ruleset import ActInfo, MoveIds, Ruleset, StudyInfo
from game.rules.slots import ACTOR, CHANCE, DAY, DEAL_MANDATE, NODE, Slots, lay_out
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.schema import THEIR_MANDATE, Mandate

FLOW = {function.__name__: function for function in (lapse_letters, end_settling, months, time_is_up)}
"""What the generated flow of a night leaves to plain functions."""
GENERATED = ("night", "night_faces", "draw_night", "dawn", "fates", "morning", "next_fate", "finish", "begin")


def compile_ruleset(scenario: Scenario, resolved: Resolved) -> Ruleset:
    """Returns the ruleset of a scenario whose texts have been resolved without complaint."""
    slots, bundles = lay_out(scenario, resolved.names), make_bundles(scenario)
    ids = number_moves(scenario, bundles)
    source = Generator(scenario, resolved, slots, bundles, ids).source()
    start = [*slots.start]
    start[ACTOR], start[NODE], start[DAY] = CHANCE, DEAL_MANDATE, 1
    return Ruleset(
        scenario=scenario,
        resolved=resolved,
        slots=slots,
        bundles=bundles,
        ids=ids,
        acts=_acts(scenario),
        studies=_studies(scenario, slots, ids),
        start=tuple(start),
        source=source,
        **_space(execute(source, scenario.id, FLOW)),
        **_incidents(scenario, ids),
        **_deals(scenario, bundles),
        endings=tuple(scenario.endings),
        timetable=_timetable(scenario),
    )


def number_moves(scenario: Scenario, bundles: Bundles) -> MoveIds:
    """Returns where each kind of move begins."""
    answer = sum(len(acts) for acts in scenario.acts.values())
    comply = answer + 4
    option = comply + 3 * len(scenario.clauses)
    die = option + sum(len(incident.options) for incident in scenario.incidents.values())
    studies = [act.studies for acts in scenario.acts.values() for act in acts.values() if act.studies]
    faces = max(
        2,
        len(scenario.incidents) + 1,
        *(len(mandates) for mandates in scenario.mandates.values()),
        *(len(study.error) for study in studies),
    )
    offer = die + faces
    return MoveIds(answer, comply, option, die, offer, offer + len(scenario.channels) * len(bundles.masks))


def _acts(scenario: Scenario) -> tuple[ActInfo, ...]:
    return tuple(
        ActInfo(k, name, bit, act.rung)
        for k, side in enumerate(scenario.side_names)
        for bit, (name, act) in enumerate(scenario.acts[side].items())
    )


def _studies(scenario: Scenario, slots: Slots, ids: MoveIds) -> dict[int, StudyInfo]:
    """Returns what each act of intelligence may find out, by the act's number."""
    found: dict[int, StudyInfo] = {}
    for number, info in enumerate(_acts(scenario)):
        study = scenario.acts[scenario.side_names[info.side]][info.id].studies
        if study is None:
            continue
        them = scenario.side_names[1 - info.side]
        if study.what == THEIR_MANDATE:
            outcomes = _readings(len(scenario.mandates[them]), study.right, ids.die)
            found[number] = StudyInfo(info.side, 0, (), outcomes)
            continue
        meter = study.what.split()[-1]
        slot = slots.index[f"{them}.{meter}" if scenario.meters[meter].each else meter]
        faces = tuple((ids.die + k, odds) for k, odds in enumerate(study.error.values()) if odds)
        found[number] = StudyInfo(info.side, slot, tuple(study.error), (faces,))
    return found


def _readings(count: int, right: int, die: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Returns how a reading of a mandate may come out, by the true one; where it is unknown (0) all alike."""
    wrong = (10_000 - right) // max(1, count - 1)
    right = 10_000 - wrong * (count - 1)
    rows = [tuple((die + k, 1) for k in range(count))]
    for true in range(count):
        rows.append(tuple((die + k, odds) for k in range(count) if (odds := right if k == true else wrong)))
    return tuple(rows)


def _space(space: dict[str, Any]) -> dict[str, Any]:
    return {
        "space": space,
        "act": space["ACTS"],
        "listed": (space["listed_0"], space["listed_1"]),
        "at_random": (space["random_0"], space["random_1"]),
        "offers": (space["offers_0"], space["offers_1"]),
        "viewers": (space["view_0"], space["view_1"]),
        "options_open": space["OPTIONS"],
        "settle": {name: space[f"settle_after_{name}"] for name in SETTLED_AFTER},
        **{name: space[name] for name in GENERATED},
    }


def _incidents(scenario: Scenario, ids: MoveIds) -> dict[str, Any]:
    option_ids, first = [], ids.option
    for incident in scenario.incidents.values():
        option_ids.append(tuple(range(first, first + len(incident.options))))
        first += len(incident.options)
    return {
        "incidents": tuple(scenario.incidents),
        "answerer": tuple(scenario.side_names.index(i.answered_by) for i in scenario.incidents.values()),
        "option_ids": tuple(option_ids),
        "option_names": tuple(name for i in scenario.incidents.values() for name in i.options),
    }


def _deals(scenario: Scenario, bundles: Bundles) -> dict[str, Any]:
    sides, channels = scenario.side_names, scenario.channels.values()
    mandates = [list(scenario.mandates[side].values()) for side in sides]
    return {
        "channels": tuple(scenario.channels),
        "delays": tuple(channel.delay for channel in channels),
        "lasts": tuple(channel.lasts for channel in channels),
        "sends": tuple(bool(channel.sent) for channel in channels),
        "mandates": tuple(tuple(scenario.mandates[side]) for side in sides),
        "values": tuple(tuple(_values(bundles, mandate) for mandate in row) for row in mandates),
        "red_lines": tuple(tuple(_red_line(bundles, mandate) for mandate in row) for row in mandates),
        "faces": tuple(tuple(bundles.sum(mask, k, "face") for mask in bundles.masks) for k in (0, 1)),
        "weights": tuple(tuple(bundles.sum(mask, k, "weight") for mask in bundles.masks) for k in (0, 1)),
    }


def _values(bundles: Bundles, mandate: Mandate) -> tuple[int, ...]:
    """Returns what each clause form is worth under a mandate."""
    values = []
    for form in bundles.forms:
        points = mandate.wants.get(form.clause, 0)
        values.append(points if isinstance(points, int) else points.get(form.form, 0))  # type: ignore[call-overload]
    return tuple(values)


def _red_line(bundles: Bundles, mandate: Mandate) -> tuple[int, int, int]:
    """Returns the forms of which one is needed, those never to be signed (as bits), and the cost in points."""

    def mask(texts: list[str]) -> int:
        wanted = [text.partition(" ") for text in texts]
        return sum(
            1 << i
            for i, form in enumerate(bundles.forms)
            if any(form.clause == name and kind in ("", form.form) for name, _, kind in wanted)
        )

    line = mandate.red_line
    return mask(line.needs), mask(line.never), line.costs


def _timetable(scenario: Scenario) -> tuple[int, ...]:
    """Returns the odds, by day, that the timetable ends the game after that day's night."""
    calendar = scenario.calendar
    return tuple(10_000 if day >= calendar.days else calendar.timetable.get(day, 0) for day in range(calendar.days + 5))
