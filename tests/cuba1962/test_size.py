"""How much the scenario holds, that each climb has a way down which costs, and that what it says has a source."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from toy import plain

from cuba1962.crisis import FILE, Crisis, cuba
from cuba1962.wandering import wander
from game.rules.slots import ACTOR, CHANCE, DEAL, MOVE, NODE, State
from game.scenario.schema import Act

SCENARIO = cuba().scenario
SIDES = SCENARIO.side_names
CLIMBS = [
    (side, name) for side in SIDES for name, act in SCENARIO.acts[side].items() if act.rung > 0 and not act.ends_in
]
TRIALS = 12
"""From how many positions of random games each climb is tried."""

TOLD = {"name", "text", "because", "averted_by", "source", "disputed", "on_record", "sayings", "at"}
TIME = re.compile(r"\bday\b|\bdate\b|\d{4}-\d\d|\b(october|november)\b", re.IGNORECASE)
DURATION = re.compile(r"\bfor \d+ days?\b|\bdays of \w+ is \w+")


def act(side: str, name: str) -> Act:
    """Returns what the file says of an act."""
    return SCENARIO.acts[side][name]


def said(data: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yields every key and value of a part of the file that is not there to be read by people."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in TOLD:
                yield path, str(key)
                yield from said(value, f"{path}.{key}")
    elif isinstance(data, list):
        for value in data:
            yield from said(value, path)
    else:
        yield path, str(data)


def sourced(data: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields every mapping of the file that names a source or says what is disputed."""
    if isinstance(data, dict):
        if isinstance(data.get("source"), str) or "disputed" in data:
            yield path, data
        for key, value in data.items():
            yield from sourced(value, f"{path}.{key}")
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from sourced(value, f"{path}[{i}]")


@cache
def everything() -> dict[str, Any]:
    """Returns the whole scenario as data."""
    return SCENARIO.model_dump(mode="json", exclude_none=True)


@cache
def openings() -> dict[tuple[str, str], list[State]]:
    """Returns for each climb some positions of random games, no deal struck, in which it is legal."""
    rules, found, seed = cuba(), {climb: [] for climb in CLIMBS}, 0
    while any(len(states) < TRIALS for states in found.values()):
        fresh = set(CLIMBS)  # one position a game, so that they differ
        for state, _ in wander(rules, seed):
            if state[ACTOR] == CHANCE or state[NODE] != MOVE or state[DEAL]:
                continue
            for move in rules.listed[state[ACTOR]](state):
                climb = (SIDES[state[ACTOR]], rules.acts[move].id) if move < rules.ids.answer else None
                if climb in fresh and len(found[climb]) < TRIALS:
                    found[climb].append(state)
                    fresh.remove(climb)
        seed += 1
    return found


def at(state: State) -> Crisis:
    """Returns the crisis in a state."""
    crisis = Crisis()
    crisis.state = state
    return crisis


def after(state: State, side: str, *acts: str) -> Crisis | None:
    """Returns the crisis after acts of a side on successive days, all else held still; None if it ends before."""
    crisis = at(state)
    for name in acts:
        while crisis.to_move != side or crisis.state[NODE] != MOVE:
            if crisis.to_move == "over":
                return None
            crisis.step()
        crisis.play(f"act {name}")
    return crisis


@pytest.mark.parametrize("side", SIDES)
def test_each_side_has_at_least_fourteen_acts(side: str) -> None:
    assert len(SCENARIO.acts[side]) >= 14


def test_there_are_eleven_clauses_or_more_six_soviet_and_five_american() -> None:
    givers = [clause.given_by for clause in SCENARIO.clauses.values()]
    assert len(givers) >= 11
    assert givers.count("ussr") >= 6
    assert givers.count("us") >= 5
    assert len(cuba().bundles.masks) <= 5_000


def test_there_are_four_channels_and_one_carries_secrets() -> None:
    assert len(SCENARIO.channels) == 4
    assert [name for name, channel in SCENARIO.channels.items() if channel.secret] == ["back_channel"]


def test_there_are_incidents_endings_and_an_aftermath() -> None:
    assert len(SCENARIO.incidents) >= 10
    assert len(SCENARIO.endings) >= 10
    assert len(SCENARIO.aftermath) >= 10


@pytest.mark.parametrize("side", SIDES)
def test_each_side_has_three_mandates_each_with_a_red_line(side: str) -> None:
    mandates = SCENARIO.mandates[side]
    assert len(mandates) >= 3
    for mandate in mandates.values():
        assert (mandate.red_line.needs or mandate.red_line.never) and mandate.red_line.costs > 0
        assert set(mandate.wants) == set(SCENARIO.clauses)


@pytest.mark.parametrize("side", SIDES)
def test_each_side_has_six_advisers_of_every_stance_who_speak(side: str) -> None:
    advisers = SCENARIO.advisers[side]
    assert len(advisers) >= 6
    assert {adviser.stance for adviser in advisers.values()} == {"hawk", "owl", "dove"}
    about = {name for adviser in advisers.values() for saying in adviser.says for name in saying.about}
    assert about & set(SCENARIO.acts[side]) and about & set(SCENARIO.clauses)


def test_each_side_has_three_personas() -> None:
    seats = [persona.side for persona in SCENARIO.personas.values()]
    assert all(seats.count(side) >= 3 for side in SIDES)
    assert {"kennedy", "us_hawk", "us_dove", "khrushchev", "ussr_hawk", "ussr_dove"} <= set(SCENARIO.personas)


def test_the_prologue_is_told_in_dated_cards_before_the_first_day() -> None:
    dates = [card.date for card in SCENARIO.prologue]
    assert len(dates) >= 8
    assert dates == sorted(dates) and dates[-1] < SCENARIO.calendar.first_day


def test_there_is_a_path_a_map_and_news() -> None:
    assert SCENARIO.history and SCENARIO.map and SCENARIO.map.vessels and SCENARIO.map.places and SCENARIO.news


@pytest.mark.parametrize(("side", "name"), CLIMBS)
def test_every_climb_has_its_own_way_down(side: str, name: str) -> None:
    way = act(side, name).undone_by
    assert way and act(side, way).rung < 0
    for state in openings()[side, name]:
        crisis = at(state).play(f"act {name}")
        while crisis.to_move != "over" and (crisis.to_move != side or crisis.state[NODE] != MOVE):
            crisis.step()
        assert crisis.to_move == "over" or f"act {way}" in crisis.listed


@pytest.mark.parametrize(("side", "name"), CLIMBS)
def test_going_up_and_down_again_loses(side: str, name: str) -> None:
    way = act(side, name).undone_by
    assert way
    lost = []
    for state in openings()[side, name]:
        moved, still = after(state, side, name, way), after(state, side, "watch", "watch")
        if moved and still:
            before, now = (crisis[f"{side}.standing"] + crisis[f"{side}.home"] for crisis in (still, moved))
            lost.append(before - now)
    assert lost and min(lost) > 0, f"standing and home lost by {name} and {way}: {lost}"


@pytest.mark.parametrize("section", ["acts", "triggers", "incidents", "personas"])
def test_no_rule_names_a_day_or_a_date(section: str) -> None:
    data = plain(FILE.read_text("utf-8"))[section]
    timed = [(path, text) for path, text in said(data) if TIME.search(DURATION.sub("", text))]
    assert not timed


def test_every_source_is_in_the_list_or_names_the_standard_work() -> None:
    unknown = [
        (path, part.strip())
        for path, data in sourced(everything())
        for part in data.get("source", "").split(";")
        if part.strip() not in SCENARIO.sources and not re.match(r"GK: \S", part.strip())
    ]
    assert not unknown


def test_what_claims_to_be_history_names_its_source() -> None:
    path, chart = SCENARIO.history, SCENARIO.map
    assert path and chart
    told = {
        **{f"prologue {card.title}": card.source for card in (*SCENARIO.prologue, *path.closing)},
        **{f"step {step.at}": step.source for step in path.steps if step.text},
        **{name: item.source for part in (SCENARIO.aftermath, SCENARIO.people) for name, item in part.items()},
        **{name: item.source for part in (SCENARIO.clauses, SCENARIO.channels) for name, item in part.items()},
        **{name: item.source for part in (chart.vessels, chart.arcs) for name, item in part.items()},
        **{name: place.source for name, place in chart.places.items() if place.kind == "site" or place.range_km},
        **{name: item.on_record and item.on_record.source for name, item in SCENARIO.incidents.items()},
        **{
            f"{side} {name}": record.source
            for side in SIDES
            for name in SCENARIO.acts[side]
            if (record := act(side, name).on_record)
        },
    }
    assert len(told) > 200
    assert not [name for name, source in told.items() if not source]


def test_what_is_disputed_is_said_in_a_sentence() -> None:
    disputes = [(path, data["disputed"]) for path, data in sourced(everything()) if "disputed" in data]
    assert len(disputes) >= 10
    for path, text in disputes:
        assert len(text.split()) >= 4 and text[0].isupper() and text[-1] in ".!?”", f"{path}: {text}"
