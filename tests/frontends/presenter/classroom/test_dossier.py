"""The dossier of a side: its own view of a morning, and nothing that the other side keeps to itself."""

from functools import cache
from itertools import product

import pytest
from hidden import scrambled
from random_matches import played

from game.frontends.presenter.classroom.dossier import Dossier, dossier
from game.match.match import Match, rules_of
from game.match.replay import dawn_of, past, starts
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DAY
from game.scenario.loader import load_scenario


@cache
def crisis() -> Ruleset:
    return rules_of(load_scenario("cuba1962"))


@cache
def path() -> Match:
    return past(crisis()).match


def on(day: int, side: int, **mandates: str) -> Dossier:
    """Returns the dossier of a side for a morning of the historical path."""
    match = past(crisis(), mandates).match if mandates else path()
    return dossier(match.branch(dawn_of(match, day)), side)


@pytest.mark.parametrize("side", [0, 1])
def test_a_dossier_is_the_same_whatever_the_other_side_hides(side: int) -> None:
    for day in starts(path()):
        match = path().branch(dawn_of(path(), day))
        mine = dossier(match, side)
        match._states = [scrambled(crisis(), state, side) for state in match.states]
        assert dossier(match, side) == mine


def test_so_it_is_on_any_morning_of_any_match(strait: Ruleset) -> None:
    mornings = 0
    for match in played(strait, 8):
        for ply, state in enumerate(match.states):
            if state[ACTOR] == 0 and (not ply or match.states[ply - 1][DAY] != state[DAY]):
                twin, mornings = match.branch(ply), mornings + 1
                for side in (0, 1):
                    mine = dossier(twin, side)
                    twin._states = [scrambled(strait, state, side) for state in match.states[: ply + 1]]
                    assert dossier(twin, side) == mine
                    twin._states = [*match.states[: ply + 1]]
    assert mornings > 8


def test_mandates_make_no_difference_not_even_the_own_one() -> None:
    names = [*crisis().scenario.mandates.values()]
    for side in (0, 1):
        assert len({str(on(11, side, us=us, ussr=ussr)) for us, ussr in product(*names)}) == 1


def test_it_tells_what_the_side_did_and_was_told_and_what_lies_on_the_table() -> None:
    first = on(1, 0)
    assert (first.before, first.letters) == ((), ()) and first.date == "Tuesday 16 October 1962"
    ours, theirs = on(11, 0), on(11, 1)
    assert [day.date for day in ours.before] == [f"{n} Oct" for n in range(16, 26)]
    assert any("Speak to the nation" in said for day in ours.before for said in day.told)
    assert any(day.news for day in ours.before)
    assert "Moscow wrote to you" in ours.letters[0] and "You wrote to Washington" in theirs.letters[0]


def test_acts_are_open_as_at_the_first_decision_of_the_day() -> None:
    for day in starts(path()):
        match = path().branch(dawn_of(path(), day))
        mine = {card.id for rung in dossier(match, 0).rungs for card in rung.acts if card.open}
        assert mine == {move.removeprefix("act ") for move in match.legal_moves if move.startswith("act ")}
        theirs = [card for rung in dossier(match, 1).rungs for card in rung.acts]
        assert any(card.open for card in theirs) and not any(card.reason == "not your turn" for card in theirs)


def test_what_is_hidden_is_a_report_or_a_guess() -> None:
    known = {reading.id: reading.reported for reading in on(11, 0).regions}
    own = {reading.id: reading.reported for reading in on(11, 1).regions}
    hidden = {name for name, region in crisis().scenario.regions.items() if region.seen_by == "ussr"}
    assert hidden and all(known[name] and not own[name] for name in hidden)
