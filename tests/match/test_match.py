"""What a match promises: legal moves as a set, dice cast at once, views for players, moves taken back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import IllegalMove, KnotError, NotationError, Refusal
from game.match.match import Match
from game.players.player import random_player
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, MANDATE
from game.rules.view import view


def to_its_end(match: Match) -> Match:
    while match.actor is not None:
        match.play(match.ask(random_player).move)
    return match


def test_a_match_begins_with_mandates_dealt_and_the_first_side_to_move(strait: Ruleset) -> None:
    match = Match(strait, seed=3)
    assert (match.side, match.actor, match.day, match.outcome) == ("north", 0, 1, None)
    assert match.moves == ("chance peace", "chance pride")
    assert {entry.by for entry in match.history} == {"chance"}


def test_legal_moves_are_a_set_of_texts_in_a_fixed_order(busy: Ruleset) -> None:
    match = Match(busy, seed=1)
    moves = list(match.legal_moves)
    assert len(moves) == len(match.legal_moves) == len(set(moves))
    assert all(move in match.legal_moves for move in moves)
    assert "act nonsense" not in match.legal_moves and 3 not in match.legal_moves
    assert moves == list(Match(busy, seed=1).legal_moves)


def test_a_match_that_is_over_has_no_moves(busy: Ruleset) -> None:
    match = to_its_end(Match(busy, seed=2))
    assert match.outcome and match.side is None and not list(match.legal_moves)
    with pytest.raises(IllegalMove) as refused:
        match.play("act wait")
    assert refused.value.refusal is Refusal.OVER
    with pytest.raises(IllegalMove):
        match.ask(random_player)


def test_a_refused_move_says_why_and_changes_nothing(strait: Ruleset) -> None:
    match = Match(strait, seed=3)
    before = match.state, match.chain
    for text, why in (("act lower_watch", Refusal.NOT_OPEN), ("act mount", Refusal.NOT_YOUR_TURN)):
        with pytest.raises(IllegalMove, match=f"{text}.*side north, day 1") as refused:
            match.play(text)
        assert refused.value.refusal is why
    with pytest.raises(NotationError, match="did you mean 'act listen'"):
        match.play("act lisen")
    with pytest.raises(NotationError):
        match.play("chance quiet")
    assert (match.state, match.chain) == before


def test_players_see_their_view_and_nothing_else(busy: Ruleset) -> None:
    match, seen = Match(busy, seed=4), []

    def spy(rules, state, draw):
        seen.append((match.actor, match.state, state))
        return random_player(rules, state, draw)

    while match.actor is not None:
        match.play(match.ask(spy).move)
    assert all(shown == view(busy, state, side) for side, state, shown in seen)
    assert match.view("red") == match.view(0)


def test_chosen_mandates_are_dealt(busy: Ruleset) -> None:
    sides = busy.scenario.side_names
    for number, name in enumerate(busy.mandates[0]):
        match = Match(busy, seed=1, mandates={sides[0]: name})
        assert match.state[MANDATE] == number + 1
        assert match.moves[0] == f"chance {name}"


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ({"players": {"nroth": "human"}}, "'nroth' is no side - did you mean 'north'"),
        ({"players": {"north": "clark"}}, "'clark' is nobody who plays north - did you mean 'clerk'"),
        ({"players": {"south": "clerk"}}, "clerk plays north, not south"),
        ({"mandates": {"north": "pace"}}, "'pace' is no mandate of north - did you mean 'peace'"),
        ({"mandates": {"east": "peace"}}, "'east' is no side"),
        ({"seed": -1}, "a seed is a whole number"),
    ],
)
def test_wrong_names_are_told_with_the_right_one(strait: Ruleset, wrong: dict, line: str) -> None:
    with pytest.raises(KnotError) as error:
        Match(strait, **wrong)
    assert line in str(error.value) and "\n" not in str(error.value)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), data=st.data())
def test_taking_back_and_repeating_gives_the_same_match(busy: Ruleset, seed: int, data: st.DataObject) -> None:
    match = to_its_end(Match(busy, seed=seed))
    states, moves, chain = match.states, match.moves, match.chain
    decisions = [entry.ply for entry in match.history if entry.by != "chance"]
    ply = data.draw(st.sampled_from(decisions))
    match.undo(match.ply - ply)
    assert match.states == states[: ply + 1] and match.undone == 1
    while match.actor is not None:
        match.play(moves[match.ply])
    assert (match.states, match.moves, match.chain) == (states, moves, chain)


def test_between_two_humans_undo_stays_in_the_turn(strait: Ruleset) -> None:
    match = Match(strait, seed=3)
    with pytest.raises(KnotError):
        match.undo()
    match.play("offer envoy nothing for remove_guns at_once")
    assert match.undoable == 1
    match.undo()
    assert match.ply == 2 and match.record().undone == 1
    match.play("act wait")
    assert (match.side, match.undoable) == ("south", 0)
    match.play("act wait")
    assert match.side == "north" and match.undoable == 0


def test_against_a_program_undo_goes_to_the_last_own_decision(strait: Ruleset) -> None:
    match = Match(strait, seed=3, players={"south": "random"})
    match.play("act raise_watch")
    while match.side == "south":
        match.play(match.ask(random_player).move)
    assert match.day == 2
    match.undo()
    assert (match.day, match.side, match.ply) == (1, "north", 2)
    with pytest.raises(KnotError):
        match.undo()


def test_two_programs_take_nothing_back(strait: Ruleset) -> None:
    match = to_its_end(Match(strait, players={"north": "random", "south": "random"}))
    assert match.undoable == 0


def test_entries_tell_day_side_and_reason(strait: Ruleset) -> None:
    match = Match(strait, seed=3)
    match.play("act wait", "Let us see.")
    entry = match.history[-1]
    assert (entry.ply, entry.by, entry.move, entry.day, entry.because) == (2, "north", "act wait", 1, "Let us see.")


def test_a_branch_shares_the_moves_before_it_and_leaves_the_first_alone(busy: Ruleset) -> None:
    match = to_its_end(Match(busy, seed=6))
    ply = next(k for k, state in enumerate(match.states) if state[DAY] == 3 and state[ACTOR] < CHANCE)
    moves, twin = match.moves, match.branch(ply, seed=99)
    to_its_end(twin)
    assert twin.moves[:ply] == moves[:ply] and match.moves == moves
    assert twin.record().parent is not None and twin.record().parent.ply == ply
    with pytest.raises(KnotError):
        match.branch(match.ply + 1)
