"""Precedents: games of the historical leaders, the nearest of which say what a view may hide."""

from toy import Game, toy

from game.match.match import Match
from game.players.precedents import NEAREST, Precedents, precedents
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DAY
from game.rules.view import view


def test_precedents_are_what_a_side_saw_and_what_was(busy: Ruleset) -> None:
    for turn, found in precedents(busy).by_turn.items():
        for seen, true in found:
            assert (true[DAY], true[ACTOR]) == turn and view(busy, true, turn[1]) == seen


def test_they_are_played_once_for_each_scenario_and_always_alike(busy: Ruleset, strait: Ruleset) -> None:
    assert precedents(busy) is precedents(busy)
    assert precedents(strait) is not precedents(busy)
    assert Precedents(strait).by_turn == precedents(strait).by_turn


def test_the_nearest_come_first_and_are_those_of_the_side(busy: Ruleset) -> None:
    every = precedents(busy)
    seen, _ = every.by_turn[2, 1][5]
    near = every.nearest(seen, 1)
    assert seen in [there for there, _ in near] and len(near) == NEAREST
    assert {true[ACTOR] for _, true in near} == {1}


def test_other_days_are_looked_at_where_one_has_too_few() -> None:
    rules = toy("calendar: {days: 9}")
    last = Game(rules).pass_days(8)
    assert len(precedents(rules).nearest(view(rules, last.state, 0), 0)) == NEAREST


def test_a_match_of_its_own_has_precedents_too(strait: Ruleset) -> None:
    match = Match(strait, seed=2)
    assert precedents(strait).nearest(match.view(0), 0)
