"""Taking over what happened: from every decision of 1962, as either side, against a program, to an ending."""

from functools import cache

import pytest

from cuba1962.crisis import cuba
from game.match.match import Match
from game.match.replay import HISTORY, dawn_of, past, resume, starts
from game.players.roster import HUMAN, player
from game.rules.slots import ACTOR, CHANCE

SIDES = cuba().scenario.side_names
LEADERS = {leader.side: who for who, leader in cuba().scenario.personas.items() if leader.historical}


@cache
def path() -> Match:
    """Returns the path played to its end."""
    return past(cuba()).match


DECISIONS = [ply for ply, state in enumerate(path().states) if state[ACTOR] < CHANCE]


def taken_over(ply: int, side: str, hand: str, seed: int, level: str | None = None) -> Match:
    """Returns the path taken over by a human as one side, whose hand a program guides, played to an ending."""
    other = next(name for name in SIDES if name != side)
    players = {side: HUMAN} if level else {side: HUMAN, other: LEADERS[other]}
    match = path().branch(ply, seed=seed, players=players, level=level, origin=HISTORY)
    seats = {name: player(match.rules, who, SIDES.index(name)) for name, who in match.players.items() if who != HUMAN}
    seats[side] = player(match.rules, hand, SIDES.index(side))
    while match.side is not None:
        choice = match.ask(seats[match.side])
        match.play(choice.move, choice.because)
    return match


def check(match: Match, ply: int) -> None:
    """Checks that a match that was taken over is at an ending, began as it happened, and can be read again."""
    assert match.outcome is not None and match.outcome.ending in cuba().scenario.endings
    assert match.moves[:ply] == path().moves[:ply]
    record = match.record()
    assert record.parent is not None and (record.parent.chain, record.parent.ply) == (HISTORY, ply)
    assert resume(record, cuba()).record() == record


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("ply", DECISIONS)
def test_from_every_decision_each_side_can_be_played_to_an_ending(ply: int, side: str) -> None:
    check(taken_over(ply, side, "random", seed=ply), ply)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("level", [level for level in cuba().scenario.levels if level != "expert"])
def test_a_shorter_game_can_be_played_at_a_level(level: str, side: str) -> None:
    for day in starts(path()):
        ply = dawn_of(path(), day)
        check(taken_over(ply, side, LEADERS[side], 7, level), ply)


@pytest.mark.slow
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("ply", DECISIONS)
def test_whoever_guides_the_hand_there_is_an_ending(ply: int, side: str) -> None:
    leaders = [who for who, leader in cuba().scenario.personas.items() if leader.side == side]
    for seed in range(4):
        for hand in ("random", *leaders):
            check(taken_over(ply, side, hand, seed), ply)


def test_shorter_games_begin_on_the_days_on_which_the_knot_tightened_most() -> None:
    first = cuba().scenario.calendar.first_day
    assert [first.day + day - 1 for day in starts(path())] == [16, 22, 26]
