"""The simple schemes that must not beat a leader: each is what its name says, and otherwise the leader."""

from collections.abc import Iterator
from functools import cache
from statistics import fmean
from typing import NamedTuple

import pytest

from benchmarks.schemes import BRINK, schemes
from cuba1962.crisis import cuba
from game.players.rollout import historical, historical_name
from game.players.script import make_script
from game.rules.moves import duties
from game.rules.ruleset import bundle_of, readable
from game.rules.sides import BySide, other
from game.rules.slots import ACTOR, DAY, DEAL, LADDER, MONTHS, MOVE, NO_DEAL, NODE, State
from game.rules.view import view
from game.rules.worth import worth
from game.simulation.tournament import play_game

GAMES = 12
both_sides = pytest.mark.parametrize("side", [0, 1])


class Decision(NamedTuple):
    """A decision of the side that plays by a scheme: what it saw and what it did."""

    view: State
    move: int


@cache
def games(name: str, side: int) -> list[list[Decision]]:
    """Returns what a scheme decides, game by game, against the leader of the other side."""
    rules, leaders = cuba(), historical(cuba())
    mine = schemes(rules, side)[name]
    seats = BySide(leaders[0], mine) if side else BySide(mine, leaders[1])
    found = []
    for seed in range(1, GAMES + 1):
        states, moves = play_game(rules, seats, {}, seed)
        decided = zip(states, moves, strict=False)
        found.append([Decision(view(rules, s, side), move) for s, move in decided if s[ACTOR] == side])
    return found


def turns(name: str, side: int) -> Iterator[Decision]:
    """Yields the decisions of a scheme on its turns while nothing is signed."""
    for game in games(name, side):
        yield from (one for one in game if one.view[NODE] == MOVE and one.view[DEAL] == NO_DEAL)


def acts(name: str, side: int) -> list[Decision]:
    """Returns those decisions that are acts."""
    return [one for one in turns(name, side) if one.move < cuba().ids.answer]


def talks(name: str, side: int) -> list[Decision]:
    """Returns those decisions that answer a letter or write one."""
    return [one for one in turns(name, side) if one.move >= cuba().ids.answer]


def rungs(side: int) -> dict[int, int]:
    """Returns the acts a leader chooses from, with their rungs."""
    name = historical_name(cuba(), side)
    assert name
    return dict(make_script(cuba(), name).rungs)


def open_rungs(one: Decision, side: int) -> list[int]:
    """Returns the rungs of the acts that were open."""
    return [rungs(side)[move] for move in cuba().listed[side](one.view) if move in rungs(side)]


def letters(name: str, side: int) -> int:
    """Returns how many letters a scheme writes."""
    return sum(one.move >= cuba().ids.offer for one in talks(name, side))


@both_sides
def test_the_leader_to_compare_with_is_the_leader(side: int) -> None:
    rules, leaders = cuba(), historical(cuba())
    for seed, game in enumerate(games("leader", side), 1):
        states, moves = play_game(rules, leaders, {}, seed)
        assert [one.move for one in game] == [m for s, m in zip(states, moves, strict=False) if s[ACTOR] == side]


@both_sides
def test_every_other_scheme_plays_otherwise(side: int) -> None:
    for name in schemes(cuba(), side):
        if name != "leader":
            assert games(name, side) != games("leader", side), name


@both_sides
def test_the_climber_climbs_in_silence_and_talks_at_the_top(side: int) -> None:
    gauge, name = cuba().slots.index[cuba().scenario.roles.gauge], "climb to the top, then deal"
    below = [one for one in acts(name, side) if one.view[gauge] < BRINK]
    assert below and all(rungs(side)[one.move] == max(open_rungs(one, side)) for one in below)
    assert all(one.view[gauge] >= BRINK for one in talks(name, side))
    assert max(one.view[LADDER + side] for one in turns(name, side)) > max(
        one.view[LADDER + side] for one in turns("sit still", side)
    )


@both_sides
def test_who_sits_still_never_climbs_and_never_climbs_down(side: int) -> None:
    assert {rungs(side)[one.move] for one in acts("sit still", side)} == {0}


@both_sides
def test_who_only_calms_climbs_down_as_far_as_it_can(side: int) -> None:
    done = acts("only calm", side)
    assert done and all(rungs(side)[one.move] == min(open_rungs(one, side)) <= 0 for one in done)


@both_sides
def test_who_offers_every_turn_writes_more_than_the_leader(side: int) -> None:
    assert letters("offer every turn", side) > letters("leader", side)


@both_sides
def test_who_bids_low_leaves_the_other_less(side: int) -> None:
    def left(name: str) -> float:
        rules, size = cuba(), len(cuba().bundles.masks)
        written = [one for one in talks(name, side) if one.move >= rules.ids.offer]
        masks = [(one.view, rules.bundles.masks[(one.move - rules.ids.offer) % size]) for one in written]
        mandates = range(len(rules.mandates[other(side)]))
        return fmean(worth(rules, seen, other(side), mask, k) for seen, mask in masks for k in mandates)

    assert left("low-ball") < left("leader") - 2


@both_sides
def test_who_takes_the_first_offer_leaves_no_letter_unsigned(side: int) -> None:
    rules = cuba()
    met = [one for one in turns("take the first offer", side) if readable(one.view, other(side))]
    accepted = range(rules.ids.answer, rules.ids.comply, 2)
    assert met and all(one.move in accepted for one in met)
    assert all(bundle_of(rules, letter) for one in met for _, letter in readable(one.view, other(side)))


@both_sides
def test_who_waits_for_the_last_day_says_nothing_before_the_timetable(side: int) -> None:
    assert all(one.view[DAY] >= min(cuba().scenario.calendar.timetable) for one in talks("wait for the last day", side))


@both_sides
def test_who_never_answers_signs_and_refuses_nothing(side: int) -> None:
    assert all(one.move >= cuba().ids.offer for one in talks("never answer", side))
    assert letters("never answer", side)


@both_sides
def test_who_never_offers_only_answers(side: int) -> None:
    assert not letters("never offer", side) and talks("never offer", side)


@both_sides
def test_who_breaks_every_promise_keeps_none(side: int) -> None:
    broken = [one for game in games("break every promise", side) for one in game if one.view[NODE] == MONTHS]
    assert broken and all(one.move != duties(cuba(), one.view)[0] for one in broken)
