"""The table of a class: every match that is over, by what it came to and what it risked."""

from functools import cache

import pytest

from game.frontends.presenter.classroom.class_table import ClassRow, class_row, class_table
from game.match.match import Match, rules_of
from game.match.replay import HISTORY, dawn_of, past
from game.players.roster import player
from game.rules.odds import war_tonight
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, DRAWS, NIGHT, NODE
from game.scenario.loader import load_scenario


@cache
def crisis() -> Ruleset:
    return rules_of(load_scenario("cuba1962"))


@cache
def path() -> Match:
    return past(crisis()).match


@cache
def played(day: int, seed: int) -> Match:
    """Returns a match of the two hawks, taken up on a day of the path and played to its end."""
    match = path().branch(
        dawn_of(path(), day), seed=seed, players={"us": "us_hawk", "ussr": "ussr_hawk"}, origin=HISTORY
    )
    seats = [player(crisis(), who, side) for side, who in enumerate(match.players.values())]
    while match.actor is not None:
        match.play(match.ask(seats[match.actor]).move)
    return match


def row(day: int, seed: int = 1) -> ClassRow:
    return class_row(played(day, seed), "team", path())


def test_a_row_says_who_played_from_when_to_which_ending() -> None:
    found, result = row(7), played(7, 1).outcome
    assert (found.players.first, found.mandates.first, str(found.began)) == ("The Chiefs", "Remove", "1962-10-22")
    assert found.ending == crisis().scenario.endings[result.ending].name and found.scores == result.scores
    assert found.ended.day == 15 + result.day and found.together == sum(result.scores)


def test_peak_and_risk_are_those_of_the_days_that_were_played() -> None:
    match = played(11, 1)
    since, slot = match.parent.ply, crisis().slots.index[crisis().scenario.roles.gauge]
    nights = {s[DAY]: s for s in match.states[since:] if s[ACTOR] == CHANCE and s[NODE] == NIGHT and not s[DRAWS]}
    quiet = 1.0
    for state in nights.values():
        quiet *= 1 - war_tonight(match.rules, state) / 10_000
    found = row(11)
    assert min(nights) == 11 and found.risk.of_ten_thousand == round(10_000 * (1 - quiet))
    assert found.peak == max([*(state[slot] for state in nights.values()), match.state[slot]])


@pytest.mark.parametrize("day", [1, 7, 11])
def test_a_match_leaves_history_where_its_moves_do(day: int) -> None:
    match = played(day, 3)
    ply = next(n for n, move in enumerate(match.moves) if n > 1 and match.moves[n] != path().moves[n])
    assert row(day, 3).parted.day == 15 + match.history[ply].day >= 15 + day


def test_what_happened_in_fact_never_left_history_and_was_played_by_the_leaders() -> None:
    found = class_table(crisis(), {"a": played(7, 1)}).in_fact
    assert found.parted is None and found.players.second == "Nikita Khrushchev"
    assert (str(found.ended), str(found.peak_date)) == ("1962-10-28", "1962-10-27")


def test_the_summary_names_the_best_and_the_most_dangerous() -> None:
    matches = {f"team {day}": played(day, 1) for day in (1, 7, 11)}
    table = class_table(crisis(), matches)
    together = max(table.rows, key=lambda found: found.together)
    boldest = max(table.rows, key=lambda found: found.risk.of_ten_thousand)
    assert together.name in table.summary[1] and f"{together.together} of 200" in table.summary[1]
    assert boldest.name in table.summary[2] and boldest.risk.percent in table.summary[2]
    assert table.summary[0].startswith("Games: 3.")


def test_a_match_that_lasts_has_no_row() -> None:
    with pytest.raises(ValueError, match="not over"):
        class_row(Match(crisis()), "x", None)


def test_a_scenario_without_a_path_that_ends_is_compared_with_none(strait: Ruleset) -> None:
    match = Match(strait, players={"north": "random", "south": "random"})
    while match.actor is not None:
        match.play(match.ask(player(strait, "random", match.actor)).move)
    table = class_table(strait, {"a": match})
    assert table.in_fact is None and table.rows[0].parted is None
