"""A match watched: what one side knew of it step by step, who learned of what, and how far it went from history."""

import pytest
from random_matches import played

from game.frontends import presenter
from game.frontends.presenter.replay.divergence import divergence
from game.frontends.presenter.replay.moment import moment
from game.frontends.presenter.replay.watching import Watch, points_of
from game.match.match import Match
from game.match.replay import Past, dawn_of, past
from game.players.player import random_player
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DAY, NIGHT, NODE
from game.rules.view import view
from game.scenario.loader import load_scenario


@pytest.fixture(scope="module")
def told() -> Past:
    """Returns the shipped historical path with what it tells."""
    return past(load_scenario("cuba1962"))


def whole(rules: Ruleset, seed: int) -> Match:
    *_, match = played(rules, seed)
    return match


def test_a_side_goes_through_a_match_in_order_and_makes_its_own_moves(rules: Ruleset) -> None:
    for seed in range(6):
        match = whole(rules, seed)
        for side in (0, 1):
            steps = presenter.replay_steps(match, side=side)
            assert all(step.ply < step.after for step in steps)
            assert all(one.after <= other.ply for one, other in zip(steps, steps[1:], strict=False))
            own = [ply for ply, state in enumerate(match.states[:-1]) if state[ACTOR] == side]
            assert [step.ply for step in steps if step.move] == own
            assert all(step.side == side for step in steps if step.move)
            assert not any(step.source or step.disputed for step in steps)


def test_a_side_sees_at_most_one_step_of_the_other_s_turn(rules: Ruleset) -> None:
    for seed in range(6):
        match = whole(rules, seed)
        for side in (0, 1):
            theirs = [(step.day, step.side) for step in presenter.replay_steps(match, side=side) if not step.move]
            turns = [day for day, who in theirs if who == 1 - side]
            own = [entry.day for entry in match.history if entry.by == match.rules.scenario.side_names[side]]
            assert all(turns.count(day) <= own.count(day) + 1 for day in turns)


def test_equal_views_make_equal_steps(told: Past) -> None:
    """Two secret acts that leave the same view of the other side are told to it in the same words."""
    path, found = told.match, 0
    secret = {f"act {id_}" for id_, act in path.rules.scenario.acts["ussr"].items() if act.visibility != "public"}
    for ply, state in enumerate(path.states[:-1]):
        if state[ACTOR] != 1:
            continue
        games = {}
        for move in path.branch(ply).legal_moves:
            if move in secret:
                game = path.branch(ply)
                game.push(move)
                if game.state[NODE] == NIGHT:  # not before a die that is part of their turn
                    games.setdefault(view(path.rules, game.state, 0), []).append(game)
        for alike in games.values():
            assert len({presenter.replay_steps(game, side=0) for game in alike}) == 1
            found += len(alike) > 1
    assert found > 5


def test_who_knew_is_what_the_sides_were_told(told: Past) -> None:
    rules = told.match.rules
    for step in presenter.replay_steps(told.match, told.told):
        if step.side is None or not step.move.startswith("act "):
            continue
        act = rules.scenario.acts[rules.scenario.side_names[step.side]][step.move.removeprefix("act ")]
        them = list(rules.scenario.sides.values())[1 - step.side].capital
        assert step.knew.startswith("Both sides knew." if act.visibility == "public" else f"{them} did not know.")


def test_turning_points_are_told_with_their_reason_and_are_few(told: Past) -> None:
    for side in (None, 0, 1):
        steps = presenter.replay_steps(told.match, told.told, side)
        turns = [step for step in steps if step.turning]
        assert 5 < len(turns) < len(steps) / 3
        assert any(step.turning == "A deal is signed" for step in turns)
        leaps = [after for before, after in zip(steps, steps[1:], strict=False) if abs(after.gauge - before.gauge) > 8]
        assert leaps
        assert all(step.turning for step in leaps)


def test_the_panels_of_a_side_come_from_its_view_alone(told: Past) -> None:
    match, rules = told.match, told.match.rules
    for ply in range(3, match.ply, 5):
        for side in (0, 1):
            seen, known = moment(match, ply, side), view(rules, match.states[ply], side)
            assert seen.gauge == presenter.war_room(rules, known, presenter.facts_of(match.branch(0), side)).gauge
            assert [owner for owner, _ in seen.mandates] == [side]
            assert seen.header.day == known[DAY]
        revealed = moment(match, ply, None)
        assert [owner for owner, _ in revealed.mandates] == [0, 1]
        assert {letter.head for letter in moment(match, ply, 0).letters} <= {each.head for each in revealed.letters}


def test_the_same_moment_stays_when_the_eyes_change(told: Past) -> None:
    watch = Watch(told.match, told.told)
    for ply in range(3, told.match.ply):
        watch.see_as(None)
        watch.go_to_move(ply)
        at = watch.at
        for _ in range(3):
            watch.turn_eyes()
            assert watch.step.ply <= ply
        assert watch.side is None
        assert watch.at == at


def test_a_match_is_nowhere_apart_from_itself(told: Past) -> None:
    for side in (None, 0, 1):
        beside = divergence(told.match, told, side)
        assert beside.parting is None
        assert all(not beside.on(day) for day in range(1, told.match.day + 1))


def test_the_parting_is_the_first_day_on_which_something_else_happens(told: Past) -> None:
    for day in (3, 8, 12):
        match = told.match.branch(dawn_of(told.match, day), seed=4, origin="history")
        while match.actor is not None:
            match.play(match.ask(random_player).move)
        first = next(n for n, moves in enumerate(zip(match.moves, told.match.moves, strict=False)) if len({*moves}) > 1)
        beside = divergence(match, told)
        assert beside.parting
        assert beside.parting.day == match.history[first].day
        assert all(not beside.on(earlier) for earlier in range(1, beside.parting.day))
        for apart in beside.on(min(match.day, told.match.day)):
            assert apart.steps > 0
            assert apart.ours != apart.theirs


def test_the_parting_names_nobody_twice_and_tells_the_two_apart(told: Past) -> None:
    """As a side saw it: the other's turn is told by what was seen of it, not by whose it was."""
    capitals = [party.capital for party in told.match.rules.scenario.sides.values()]
    said = []
    for day in range(2, 12):
        match = told.match.branch(dawn_of(told.match, day), seed=4, origin="history")
        while match.actor is not None and match.day < day + 2:
            match.play(match.ask(random_player).move)
        for side in (0, 1):
            parting = divergence(match, told, side).parting
            assert parting and parting.ours != parting.theirs
            said += [parting.ours, parting.theirs]
    assert not [text for text in said for name in capitals if f"{name}'s turn: {name}" in text]
    assert not [text for text in said if text.endswith("s turn")]


def test_points_of_a_day_lie_in_it_in_order(told: Past) -> None:
    steps = presenter.replay_steps(told.match, told.told)
    points = points_of(steps)
    assert [int(time) + 1 for time, _ in points] == [step.day for step in steps]
    assert [time for time, _ in points] == sorted(time for time, _ in points)
    assert [value for _, value in points] == [step.gauge for step in steps]


def test_sources_are_spelled_out(told: Past) -> None:
    watch = Watch(told.match, told.told)
    known = told.match.rules.scenario.sources
    for number, step in enumerate(watch.steps):
        watch.go(number)
        assert bool(watch.sources()) == bool(step.source)
        assert all(text in known.values() for _, text in watch.sources())


def test_what_is_told_bears_its_own_date_even_where_the_match_is_a_day_behind(told: Past) -> None:
    steps = [step for step in presenter.replay_steps(told.match, told.told) if step.at]
    assert any(step.at.split()[0] not in step.date.split() for step in steps)
    assert all(step.stamp == step.at for step in steps)
