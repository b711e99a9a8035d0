"""The historical path through the rules, and taking over on one of its days."""

from pathlib import Path

import pytest

from game.errors import KnotError, RecordError
from game.match.match import Match, rules_of
from game.match.replay import HISTORY, dawn_of, dealt, historical_record, mornings, past, resume, starts
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY
from game.scenario.loader import load_scenario, load_text

MINIMAL = (Path(__file__).parents[1] / "scenario" / "minimal.yaml").read_text("utf-8")
STEPS = "steps: [{at: 1901-04-02 09:00, day: 1901-04-02, play: act wait, source: chronicle}, "
TWO_DAYS = """steps: [{at: 1901-04-02 09:00, day: 1901-04-02, text: A quiet morning.},
  {at: 1901-04-02 10:00, day: 1901-04-02, play: act raise_watch},
  {at: 1901-04-02 20:00, day: 1901-04-02, play: act mount},
  {at: 1901-04-03 06:00, day: 1901-04-03, text: A second morning.},
  {at: 1901-04-03 20:00, day: 1901-04-03, play: act wait},
  {at: 1901-04-03 21:00, day: 1901-04-03, play: act wait},
  {at: 1901-04-03 22:00, day: 1901-04-03, chance: report yes}, """


def with_steps(steps: str) -> Ruleset:
    text = MINIMAL.replace(STEPS, steps)
    assert text != MINIMAL
    return rules_of(load_text(text.replace(", {at: 1901-04-02 20:00, day: 1901-04-02, play: act mount}]", "]")))


def test_the_path_is_a_record_with_the_mandates_of_history(strait: Ruleset) -> None:
    record = historical_record(strait)
    assert [move.m for move in record.moves[:4]] == ["chance peace", "chance pride", "act wait", "act mount"]
    assert record.players == {} and record.mandates == {"north": "peace", "south": "pride"}
    assert resume(record, strait).chain == record.chain


def test_dice_that_are_not_named_fall_on_their_last_face() -> None:
    moves = past(with_steps(TWO_DAYS)).match.moves
    assert moves[2:5] == ("act raise_watch", "act mount", "chance quiet")
    assert moves[5:] == ("act wait", "act wait", "chance quiet", "chance report yes")


def test_steps_are_told_with_the_move_they_go_with() -> None:
    history = past(with_steps(TWO_DAYS))
    moves = history.match.moves
    told = {step.play or step.chance or step.text: ply for ply, step in history.told}
    assert told["A quiet morning."] == told["act raise_watch"] == moves.index("act raise_watch")
    assert told["A second morning."] == 5 and told["report yes"] == 8
    assert [step.text for step in history.at(5)] == ["A second morning.", None]


@pytest.mark.parametrize(
    ("step", "line"),
    [
        ("play: act lower_watch", r"history.steps\[0\]: act lower_watch: it is not open now \(side north, day 1\)"),
        ("chance: quiet", r"history.steps\[0\]: no die that could fall on 'chance quiet' is cast before north"),
    ],
)
def test_a_step_the_rules_refuse_is_named(step: str, line: str) -> None:
    rules = with_steps("steps: [{at: 1901-04-02 09:00, day: 1901-04-02, " + step + "}, ")
    with pytest.raises(RecordError, match=line):
        past(rules)


def test_a_scenario_without_history_says_so(busy: Ruleset) -> None:
    with pytest.raises(KnotError, match="tells no history"):
        past(busy)


def test_taking_over_on_a_day_begins_with_its_first_decision() -> None:
    history = past(with_steps(TWO_DAYS)).match
    ply = dawn_of(history, 2)
    assert history.states[ply][DAY] == 2 and history.states[ply][ACTOR] < CHANCE
    match = history.branch(ply, seed=11, players={"south": "random"}, origin=HISTORY)
    assert (match.day, match.side, match.seed, match.players["south"]) == (2, "north", 11, "random")
    assert match.moves == history.moves[:ply]
    record = match.record()
    assert record.parent and (record.parent.chain, record.parent.ply) == (HISTORY, ply)
    assert resume(record, match.rules).record() == record


def test_a_day_that_is_not_reached_is_told(strait: Ruleset) -> None:
    with pytest.raises(KnotError, match="day 9 is not reached: there are days 1 to"):
        dawn_of(past(strait).match, 9)


def test_other_mandates_can_be_put_into_history(busy: Ruleset, strait: Ruleset) -> None:
    assert past(strait, {"north": "peace"}).match.mandates["north"] == "peace"
    with pytest.raises(KnotError, match="no mandate"):
        past(strait, {"north": "war"})
    assert isinstance(Match(busy), Match)


def test_a_match_begins_on_the_first_day_or_before_the_gauge_rises_most() -> None:
    match = past(with_steps(TWO_DAYS)).match
    assert set(mornings(match)) == {1, 2, 3} and starts(match) == (1,)
    slot = match.rules.slots.index[match.rules.scenario.roles.gauge]
    for heights, days in (
        ((9, 0, 5, 7, 7, 20, 21), (1, 2, 5)),
        ((0, 40, 41, 43, 40, 42, 42), (1, 3, 5)),
        ((5, 4), (1,)),
    ):
        match._states = [with_slots(match.rules, (DAY, n), (slot, high)) for n, high in enumerate(heights, 1)]
        assert starts(match) == days


def with_slots(rules: Ruleset, *values: tuple[int, int]) -> tuple[int, ...]:
    """Returns the start with some slots set and a side to move."""
    n = [*rules.start]
    for slot, value in (*values, (ACTOR, 0)):
        n[slot] = value
    return tuple(n)


def test_mandates_that_are_not_chosen_are_dealt_by_the_seed() -> None:
    rules = rules_of(load_scenario("cuba1962"))
    found = [dealt(rules, seed, {}) for seed in range(30)]
    assert found == [dealt(rules, seed, {}) for seed in range(30)]
    for side, mandates in rules.scenario.mandates.items():
        assert {hand[side] for hand in found} == {*mandates}
        assert all(dealt(rules, seed, {side: name})[side] == name for seed in range(3) for name in mandates)
