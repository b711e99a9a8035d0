"""Levels: who sits where, whose sources err, and that a record goes on at its own level."""

import json

import pytest
from toy import toy

from game.errors import KnotError, RecordError
from game.match.level import rules_at, seats_at
from game.match.match import Match
from game.match.record import parse
from game.match.replay import resume
from game.rules.intelligence import error_odds
from game.rules.ruleset import Ruleset

SIMPLE = "temper: {aspires_from: 80, aspires_to: 40, ladder: [4, 8]}"
SAYINGS = (
    "sayings: {climb: U., calm: D., hold: S., offer: T., counter: C., accept: A., refuse: N., answer: S., comply: D.}"
)
HARD = f"""
acts:
  red: {{spy: {{visibility: secret, studies: {{what: their mandate, right: 6000}}}}}}
  blue: {{spy: {{visibility: secret, studies: {{what: their mandate, right: 6000}}}}}}
mandates: {{red: {{proud: {{wants: {{take: 5}}}}}}, blue: {{proud: {{wants: {{give: 5}}}}}}}}
personas:
  marshal: {{side: red, name: M, text: M., historical: true, {SIMPLE}, {SAYINGS}}}
  admiral: {{side: blue, name: A, text: A., historical: true, {SIMPLE}, {SAYINGS}}}
levels:
  hard: {{name: Hard, text: Hard., plays: {{red: marshal, blue: "expert:8"}}, errors: 120}}
  plain: {{name: Plain, text: Plain., plays: {{red: marshal, blue: admiral}}}}
"""


@pytest.fixture
def rules() -> Ruleset:
    return toy(HARD)


def right(rules: Ruleset) -> list[int]:
    """Returns how often, in 10,000, the spies of the two sides are right."""
    return [error_odds(rules, study)[0] for study in rules.studies.values()]


@pytest.mark.parametrize(
    ("named", "seats"),
    [
        ({}, {"red": "human", "blue": "expert:8"}),
        ({"blue": "human"}, {"red": "marshal", "blue": "human"}),
        ({"red": "human"}, {"red": "human", "blue": "expert:8"}),
        ({"red": "random"}, {"red": "random", "blue": "human"}),
        ({"blue": "admiral"}, {"red": "human", "blue": "admiral"}),
        ({"red": "human", "blue": "human"}, {"red": "human", "blue": "human"}),
    ],
)
def test_a_level_gives_its_program_the_seat_that_a_human_leaves(
    rules: Ruleset, named: dict[str, str], seats: dict[str, str]
) -> None:
    assert seats_at(rules, "hard", named) == seats
    assert Match(rules, players=named, level="hard").players == seats


def test_a_level_needs_a_human(rules: Ruleset) -> None:
    with pytest.raises(KnotError, match="level hard is for a human player, and none plays"):
        Match(rules, players={"red": "random", "blue": "random"}, level="hard")


def test_an_unknown_level_is_refused_with_those_there_are(rules: Ruleset) -> None:
    with pytest.raises(
        KnotError, match=r"'herd' is no level of toy - did you mean 'hard'\? \(there are: hard, plain\)"
    ):
        Match(rules, level="herd")


def test_only_the_sources_of_humans_err_as_the_level_says(rules: Ruleset) -> None:
    assert right(rules) == [6_000, 6_000] and right(Match(rules, level="hard").rules) == [5_200, 6_000]
    assert right(Match(rules, players={"blue": "human"}, level="hard").rules) == [6_000, 5_200]
    assert (
        Match(rules, level="hard").plain is rules
        and Match(rules, level="plain").rules is rules
        and rules_at(rules, None, {}) is rules
    )


def test_a_level_is_kept_in_the_record_and_goes_on_from_it(rules: Ruleset) -> None:
    match = Match(rules, seed=4, level="hard")
    match.play("act spy")
    record = match.record()
    assert json.loads(record.text())["level"] == "hard"
    again = resume(parse(record.text()), rules)
    assert (again.level, again.players, again.chain) == ("hard", match.players, match.chain)
    assert right(again.rules) == right(match.rules) and again.record() == record
    assert "level" not in json.loads(Match(rules, seed=4).record().text())


def test_a_record_of_a_level_that_is_gone_is_refused(rules: Ruleset) -> None:
    record = Match(rules, level="hard").record()
    with pytest.raises(KnotError, match="'hard' is no level of toy"):
        resume(record, toy(HARD.replace("  hard:", "  gone:")))
    with pytest.raises(RecordError):
        parse(json.dumps(record.model_dump(mode="json") | {"level": 3}))


def test_a_match_taken_up_has_its_own_level(rules: Ruleset) -> None:
    match = Match(rules, seed=4, level="hard")
    match.play("act spy")
    twin = match.branch(2, players={"blue": "human"}, level="plain")
    assert (twin.level, twin.players) == ("plain", {"red": "marshal", "blue": "human"})
    assert right(twin.rules) == [6_000, 6_000]
    assert match.branch(2).level is None and match.level == "hard" and right(match.rules) == [5_200, 6_000]
