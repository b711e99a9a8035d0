"""Everything around the war room: briefing, curtain, duties, endings, replays."""

from types import SimpleNamespace

import pytest
from random_matches import played

from game.frontends import presenter
from game.frontends.presenter.facts import said_in
from game.match.match import Match
from game.match.replay import dawn_of, past
from game.players.player import random_player
from game.rules.outcome import outcome
from game.rules.ruleset import Ruleset
from game.rules.slots import INCIDENT, MONTHS, NODE
from game.scenario.loader import load_scenario


def test_whoever_must_answer_sees_what_and_how(rules: Ruleset) -> None:
    for seed in range(6):
        for match in played(rules, seed):
            for side in (0, 1):
                view, facts = match.view(side), presenter.facts_of(match, side)
                asked = match.actor == side
                incident = presenter.incident_screen(rules, view, facts)
                duty = presenter.duty_screen(rules, view, facts)
                assert bool(incident) == (asked and match.state[NODE] == INCIDENT)
                assert bool(duty) == (asked and match.state[NODE] == MONTHS)
                screen = incident or duty
                if screen:
                    assert [option.move for option in screen.options if option.open] == [*match.legal_moves]


def test_an_ending_tells_scores_mandates_and_where_a_war_came_from(rules: Ruleset) -> None:
    wars = 0
    for seed in range(25):
        *_, match = played(rules, seed)
        screen = presenter.ending_screen(match)
        result = outcome(rules, match.state)
        assert result is not None
        assert screen.id == result.ending
        assert tuple(card.score for card in screen.scores) == tuple(result.scores)
        assert all(sum(amount for _, amount in card.breakdown) == card.score for card in screen.scores)
        for card in screen.scores:
            prefix = f"{rules.scenario.sides[rules.scenario.side_names[card.side]].short}: "
            assert not [name for name, _ in (*card.lines, *card.breakdown) if name.startswith(prefix)]
        assert (screen.account is not None) == (result.war is not None)
        if screen.account:
            wars += 1
            assert screen.account.night and screen.account.incident
            assert screen.account.odds.of_ten_thousand > 0
            assert 1 <= len(screen.account.lines) <= 3
    assert wars or rules.scenario.id == "strait"


def test_there_is_no_ending_before_the_end(strait: Ruleset) -> None:
    with pytest.raises(ValueError, match="not over"):
        presenter.ending_screen(Match(strait, seed=1))


def test_a_replay_has_every_move_and_what_history_tells_of_it(strait: Ruleset) -> None:
    path = past(strait)
    steps = presenter.replay_steps(path.match, path.told)
    assert tuple(step.move for step in steps if step.move) == path.match.moves
    assert [step.described for step in steps if step.side is not None] == ["Wait", "Mount the guns"]
    assert [step.source for step in steps if step.source] == ["chronicle"]
    assert [step.at for step in steps if step.at] == ["2 Apr 09:00", "2 Apr 20:00"]
    assert [step.gauge for step in steps if step.nightfall] == [30]


def test_every_move_and_die_can_be_described(rules: Ruleset) -> None:
    for seed in range(8):
        *_, match = played(rules, seed)
        steps = presenter.replay_steps(match)
        assert len(steps) == match.ply
        assert all(step.described for step in steps)


def test_a_curtain_tells_nothing_but_whose_turn_it_is(strait: Ruleset) -> None:
    veil = presenter.curtain(strait, 1, Match(strait, seed=1).state)
    assert (veil.title, veil.text) == ("For Suderby only", "Nordhaven has moved. Change seats.")
    assert veil.when == "day 1, Tuesday 2 April 1901"


def test_the_months_after_a_deal_have_a_name_instead_of_a_date(rules: Ruleset) -> None:
    found = {True: 0, False: 0}
    for seed in range(30):
        for match in played(rules, seed):
            if match.actor is None:
                continue
            side, later = match.actor, match.state[NODE] == MONTHS
            found[later] += 1
            head = presenter.header(rules, match.view(side), presenter.facts_of(match, side))
            assert (head.date == "The months after") == head.months == later
            assert sum(day.today for day in head.line) == (not later)
            assert (presenter.curtain(rules, side, match.state).when == "the months after") == later
        dates = {
            step.date for step in presenter.replay_steps(match) if step.move.startswith(("keep", "feign", "lapse"))
        }
        assert dates <= {"The months after"}
    assert found[True] or rules.scenario.id == "strait"


def test_an_ending_of_the_same_name_is_not_called_what_happened() -> None:
    path = past(load_scenario("cuba1962")).match
    assert presenter.same_ending(path) == "This is how it ended in the real crisis."
    assert "what followed there may differ" in presenter.same_ending(path.branch(path.ply - 1, seed=5))


def test_a_briefing_shows_the_own_mandate_and_all_that_the_other_side_may_have(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    paper = presenter.briefing(strait, match.view(0), 0)
    assert paper.mandate.name == "Peace"
    assert [want.points for want in paper.mandate.wants] == [40, 30, -10]
    assert [card.name for card in paper.others] == ["Pride"]


def test_a_briefing_on_a_later_day_tells_what_the_side_did_and_was_told_before() -> None:
    path = past(load_scenario("cuba1962")).match
    match = path.branch(dawn_of(path, 7))
    for side in (0, 1):
        told = presenter.facts_of(match, side).told
        paper = presenter.briefing(match.rules, match.view(side), side, told)
        since = dict(paper.since)
        assert paper.today == "Monday 22 October 1962"
        assert [*since] == [f"{day} Oct" for day in range(16, 22)]
        assert [*since.values()] == [told[day] for day in range(1, 7)]
    assert presenter.briefing(match.rules, match.view(0), 0).since == ()


def test_an_ending_says_how_the_historical_path_ended_and_where_it_was_left() -> None:
    path = past(load_scenario("cuba1962")).match
    assert path.outcome is not None
    name = path.rules.scenario.endings[path.outcome.ending].name
    same = presenter.ending_screen(path).history
    assert name in same and same.endswith("to the end.")
    match = path.branch(0, seed=5)
    while match.actor is not None:
        match.play(match.ask(random_player).move)
    assert name in (left := presenter.ending_screen(match).history) and "This match left that path on " in left


def test_the_end_lists_every_die_of_war_with_its_odds_and_who_knew(rules: Ruleset) -> None:
    seen = set()
    for seed in range(25):
        *_, match = played(rules, seed)
        misses = presenter.ending_screen(match).misses
        falls = [move for move in match.moves if move.startswith(("chance war ", "chance out_of_hand "))]
        assert [die.war for die in misses] == [move.endswith(" yes") for move in falls]
        assert all(die.odds.of_ten_thousand > 0 and die.night and die.incident for die in misses)
        assert all(bool(die.answer) == ("hand" in move) for die, move in zip(misses, falls, strict=True))
        seen |= {die.knew for die in misses}
    capitals = [side.capital for side in rules.scenario.sides.values()]
    assert seen <= {"both sides knew then", *(f"only {name} knew then" for name in capitals)}
    assert seen or rules.scenario.id == "strait"


def test_the_end_tells_the_reasons_of_every_move_those_of_secret_acts_too(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    match.play("act listen", "They must not know.")
    while match.actor is not None:
        match.play("act wait")
    (thought,) = presenter.ending_screen(match).thoughts
    assert (thought.date, thought.side) == ("2 Apr", 0)
    assert (thought.move, thought.because) == ("Listen", "They must not know.")


def test_what_a_leader_says_is_told_when_it_is_new() -> None:
    entries = [("us", "One step."), ("ussr", "One step."), ("us", "One step."), ("us", "Enough."), ("us", "One step.")]
    history = [SimpleNamespace(by=by, move="offer x", because=because) for by, because in entries]
    scenario = SimpleNamespace(personas={"kennedy", "khrushchev"})
    players = {"us": "kennedy", "ussr": "khrushchev"}
    match = SimpleNamespace(rules=SimpleNamespace(scenario=scenario), players=players, history=history)
    assert said_in(match) == ("One step.", "One step.", "", "Enough.", "One step.")  # type: ignore[arg-type]
