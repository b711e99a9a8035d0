"""The table of the nights: incidents and war, worked out from the file for the state in which both alerts are on."""

from itertools import pairwise

import pytest

from cuba1962.crisis import cuba
from game.rules.odds import hazard, nightfall, war_tonight
from game.rules.slots import State

REFERENCE = {"crisis": "standoff", "us_alert": "defcon_2", "soviet_alert": "raised", "quarantine": "enforced"}
TABLE = {20: (9, 0.1), 40: (16, 0.6), 60: (27, 2.7), 80: (42, 9.4)}
"""For each tension, how many nights in a hundred must bring at least one incident, and war."""


def position(tension: int, **values: str | int) -> State:
    """Returns a nightfall in the reference state at a tension, with other values changed; nobody has climbed."""
    rules = cuba()
    draft = [*rules.start]
    regions = rules.resolved.names.regions
    for name, value in {**REFERENCE, "tension": tension, **values}.items():
        draft[rules.slots.index[name]] = list(regions[name]).index(value) if isinstance(value, str) else value
    return nightfall(tuple(draft))


@pytest.mark.parametrize("tension", TABLE)
def test_incidents_come_as_often_as_the_table_says(tension: int) -> None:
    assert round(hazard(cuba(), position(tension)) / 100) == TABLE[tension][0]


@pytest.mark.parametrize("tension", TABLE)
def test_nights_end_in_war_as_often_as_the_table_says(tension: int) -> None:
    assert war_tonight(cuba(), position(tension)) / 100 == pytest.approx(TABLE[tension][1], abs=0.05)


@pytest.mark.parametrize("odds", [hazard, war_tonight])
def test_odds_rise_with_tension_ever_more_steeply(odds) -> None:
    steps = [odds(cuba(), position(tension)) for tension in range(0, 101, 20)]
    rises = [after - before for before, after in pairwise(steps)]
    assert all(rise > 0 for rise in rises)
    assert rises[:4] == sorted(rises[:4]), "each step up to 80 costs at least as much as the one before"
    fine = [odds(cuba(), position(tension)) for tension in range(99)]
    assert fine == sorted(fine)


@pytest.mark.parametrize("tension", TABLE)
@pytest.mark.parametrize("side", ["us.climbed", "ussr.climbed"])
def test_haste_adds_to_both_odds(tension: int, side: str) -> None:
    rules = cuba()
    for odds in (hazard, war_tonight):
        calm, hasty, hastier = (odds(rules, position(tension, **{side: rungs})) for rungs in (0, 2, 4))
        assert calm < hasty < hastier


@pytest.mark.parametrize("tension", TABLE)
def test_safeguards_lower_the_odds_of_war_and_leave_those_of_incidents(tension: int) -> None:
    rules, bare = cuba(), position(tension)
    for name, state in (("jupiter_locks", "locked"), ("ban", "repeated")):
        kept = position(tension, **{name: state})
        assert hazard(rules, kept) == hazard(rules, bare)
        assert war_tonight(rules, kept) < war_tonight(rules, bare)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("air_defence", "free_fire"),
        ("submarines", "own_judgement"),
        ("shipping", "running_the_line"),
        ("invasion_force", "ready"),
        ("hunt", "pressed"),
        ("us_alert", "defcon_1"),
    ],
)
def test_what_is_ordered_by_day_is_paid_for_by_night(name: str, state: str) -> None:
    rules = cuba()
    assert war_tonight(rules, position(60, **{name: state})) > war_tonight(rules, position(60))


def test_a_secret_crisis_and_a_settled_one_have_quieter_nights() -> None:
    rules = cuba()
    assert hazard(rules, position(60, crisis="covert")) < hazard(rules, position(60)) // 2
    settling = hazard(rules, position(60, crisis="settling", deal=1))
    assert settling == pytest.approx(hazard(rules, position(60)) * 0.6, rel=0.02)
