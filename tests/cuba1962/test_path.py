"""What happened in 1962, played by the rules: legal move by move, tightest on the 27th, settled by the secret trade."""

import os
import subprocess
import sys
from datetime import UTC, date, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest

from cuba1962.crisis import BUNDLE, cuba
from game.match.match import Match
from game.match.replay import Past, historical_record, past, resume
from game.rules.moves import chance_outcomes
from game.rules.notation import parse_move
from game.rules.outcome import aftermath
from game.rules.play import play
from game.rules.slots import ACTOR, CHANCE, DAY, LETTER, NIGHT, NODE, OVER, State

FIRST = date(1962, 10, 16)
SETTLED = date(1962, 10, 28)
DAYS = [FIRST + timedelta(days) for days in range(13)]
WASHINGTON = timezone(timedelta(hours=-4))
PEAK = date(1962, 10, 27)
ROOT = Path(__file__).parents[2]


@cache
def story() -> Past:
    """Returns the path played to its end."""
    return past(cuba())


@cache
def evenings() -> dict[date, State]:
    """Returns the state at the end of each day's two turns."""
    found: dict[date, State] = {}
    for state in story().match.states:
        if state[ACTOR] == CHANCE and state[NODE] == NIGHT:
            found.setdefault(FIRST + timedelta(state[DAY] - 1), state)
    return found


def state_on(day: date, region: str) -> str:
    """Returns the state of a region at the end of a day's two turns."""
    rules = cuba()
    return list(rules.scenario.regions[region].states)[rules.read(evenings()[day], region)]


def test_every_move_and_every_die_is_legal() -> None:
    rules, match = cuba(), story().match
    state = rules.start
    for move, reached in zip(match.moves, match.states[1:], strict=True):
        number = parse_move(rules, state, move)
        if state[ACTOR] == CHANCE:
            assert dict(chance_outcomes(rules, state))[number] > 0, f"{move} could not fall"
        state = play(rules, state, number)
        assert state == reached
    assert state[ACTOR] == OVER


def test_it_ends_in_the_secret_trade_signed_on_the_28th() -> None:
    result = story().match.outcome
    assert result and result.ending == "secret_trade" and result.settled
    assert FIRST + timedelta(result.day - 1) == SETTLED


def test_tension_is_highest_on_the_27th_by_five_or_more() -> None:
    rules = cuba()
    gauge = {day: rules.read(state, "tension") for day, state in evenings().items()}
    assert gauge[PEAK] >= 5 + max(value for day, value in gauge.items() if day != PEAK)
    assert list(gauge)[: len(DAYS)] == DAYS


def test_at_no_moment_outside_the_27th_is_it_as_tense_as_then() -> None:
    rules = cuba()
    peaks: dict[int, int] = {}
    for state in story().match.states:
        peaks[state[DAY]] = max(peaks.get(state[DAY], 0), rules.read(state, "tension"))
    assert max(peaks, key=lambda day: peaks[day]) == (PEAK - FIRST).days + 1


def test_the_alert_goes_to_three_on_the_22nd_and_two_on_the_24th_and_never_to_one() -> None:
    levels = {day: state_on(day, "us_alert") for day in evenings()}
    for day, level in levels.items():
        if day < date(1962, 10, 22):
            assert level == "defcon_5"
        else:
            assert level == ("defcon_3" if day < date(1962, 10, 24) else "defcon_2")
    top = list(cuba().scenario.regions["us_alert"].states).index("defcon_1")
    assert all(cuba().read(state, "us_alert") < top for state in story().match.states)


def test_the_crisis_is_secret_until_the_speech_and_on_the_brink_on_the_27th() -> None:
    assert {state_on(day, "crisis") for day in DAYS if day < date(1962, 10, 22)} == {"covert"}
    assert state_on(date(1962, 10, 22), "crisis") == "exposed"
    assert state_on(PEAK, "crisis") == "on_the_brink"
    assert state_on(SETTLED, "crisis") == "settling"


def test_both_soviet_letters_lie_open_on_the_27th_and_washington_answers_with_its_own() -> None:
    match = story().match
    for state, move in zip(match.states, match.moves, strict=False):
        if move.startswith("offer back_channel"):
            assert move == f"offer back_channel {BUNDLE}"
            assert state[DAY] == (PEAK - FIRST).days + 1
            assert all(0 < state[LETTER + 2 + k] >> 6 & 63 <= state[DAY] for k in (0, 1))
            return
    raise AssertionError("Washington makes no offer")


def test_what_is_found_and_demanded_on_the_27th() -> None:
    assert state_on(date(1962, 10, 26), "photographs") == "building"
    assert state_on(PEAK, "photographs") == "operational"
    assert state_on(PEAK, "ultimatum") == "delivered_in_private"
    assert state_on(SETTLED, "ultimatum") == "met"


def test_the_nights_bring_what_they_brought() -> None:
    nights: dict[int, set[str]] = {}
    for entry in story().match.history:
        if entry.move.removeprefix("chance ") in cuba().incidents:
            nights.setdefault(entry.day, set()).add(entry.move.removeprefix("chance "))
    assert nights == {11: {"u2_shot_down"}, 12: {"b59", "u2_over_chukotka"}, 13: {"moorestown"}}


def test_every_day_of_the_thirteen_is_told_and_the_settling_days_too() -> None:
    path = cuba().scenario.history
    assert path
    told = {step.day for step in path.steps if step.text}
    assert set(DAYS) <= told
    assert max(told) > SETTLED
    assert all(len(step.text.split()) >= 5 for step in path.steps if step.text)
    assert path.closing


def test_no_step_is_more_than_a_day_from_where_it_stood_and_each_bend_is_explained() -> None:
    """The days after the signing stand for longer: the rule holds until the deal is struck."""
    path = cuba().scenario.history
    assert path
    for step in path.steps:
        true = (step.at if step.at.tzinfo else step.at.replace(tzinfo=UTC)).astimezone(WASHINGTON).date()
        apart = abs((true - step.day).days)
        assert apart <= 1, f"{step.at}: told on {step.day}"
        if apart or step.at.date() != step.day:
            assert step.bend and step.bend[0].isupper() and step.bend.endswith("."), f"{step.at}: told on {step.day}"


def test_the_record_of_the_path_goes_through_the_rules_again() -> None:
    record = historical_record(cuba())
    match = resume(record, cuba())
    assert isinstance(match, Match)
    assert match.chain == record.chain
    assert not match.notes


def test_the_aftermath_is_the_one_that_followed() -> None:
    items = dict(aftermath(cuba(), story().match.state))
    followed = {"hotline", "test_ban", "jupiters_out", "the_secret_kept", "turkey_and_the_allies", "the_pledge"}
    assert {name for name in followed if not items[name]} == set()
    assert items["peking"] and items["the_build_up"] and items["tactical_warheads"]


@pytest.mark.timeout(60)
def test_the_command_tells_all_of_it_without_anybody_at_the_keyboard() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "game", "replay", "--terminal"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert not run.stderr
    said = " ".join(run.stdout.split())
    letters = "".join(said.split())
    for day in (*DAYS, date(1962, 10, 29), date(1962, 10, 30)):
        assert f"{day.day} October 1962" in said or f"{day.day} Oct" in said, day
    path = cuba().scenario.history
    assert path
    for step in path.steps:
        if step.text:
            assert "".join(step.text.split()) in letters, step.text
    assert "secret trade" in said.lower()
