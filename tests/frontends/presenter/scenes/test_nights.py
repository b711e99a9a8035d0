"""A night is told to each side as it may know it, and to both together only what both know already."""

from collections.abc import Iterator
from copy import copy

import pytest
from random_matches import played

from game.analysis.risk import is_nightfall
from game.frontends.presenter.scenes.nights import Night, morning_after, night
from game.frontends.presenter.words import odds
from game.match.match import Match, rules_of
from game.match.replay import dawn_of, past
from game.rules.odds import hazard, war_tonight
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, CLOSE, DAY, MONTHS, NIGHT, NODE, WAR, State
from game.rules.view import view
from game.scenario.loader import load_scenario


@pytest.fixture(scope="module")
def history() -> Match:
    """Returns the historical path, played to its end."""
    return past(rules_of(load_scenario("cuba1962"))).match


def mornings(match: Match) -> Iterator[Match]:
    """Yields a match as it was at the dawn of each of its days."""
    last = max(s[DAY] for s in match.states if s[NODE] != MONTHS)
    for day in range(2, last + 1):
        yield match.branch(dawn_of(match, day))


def lines(told: Night) -> set[str]:
    return {die.text for die in told.dice} | {*told.changes} | {item.text for item in told.papers}


FATAL = {WAR: "chance war yes", CLOSE: "chance close yes"}


def ends(rules: Ruleset) -> Iterator[Match]:
    """Yields matches as random play ends them, and as they had ended had a die of the last nights fallen on yes."""
    for seed in range(8):
        *_, last = played(rules, seed)
        yield last
        for ply, state in enumerate(last.states):
            if state[ACTOR] == CHANCE and state[NODE] in FATAL and state[DAY] >= last.day - 1:
                twin = copy(last)
                twin._states, twin._entries = last._states[: ply + 1], last._entries[:ply]
                twin._links = last._links[: ply + 1]
                twin.push(FATAL[state[NODE]])
                twin._cast()
                yield twin


def test_the_first_morning_has_no_night_before_it(rules: Ruleset) -> None:
    assert night(next(played(rules, 1)), (0,)) is None


def test_a_night_that_ends_the_match_is_told_with_the_die_that_did_it(rules: Ruleset) -> None:
    said = {WAR: "It has come to war.", CLOSE: "Time is up."}
    for match in ends(rules):
        for readers in ((0,), (1,), (0, 1)):
            told = night(match, readers)
            assert told is not None
            assert told.onward == "See how it ended"
            assert told.day == morning_after(match)
            for node, move in FATAL.items():
                if match.moves[-1] == move:
                    assert (told.dice[-1].text, told.dice[-1].fell) == (said[node], True)


def test_after_a_night_of_war_neither_quiet_nor_a_morning_is_told(rules: Ruleset) -> None:
    for match in ends(rules):
        told = night(match, (0, 1))
        assert told is not None
        if match.moves[-1] == FATAL[WAR]:
            assert told.morning == told.evening
            assert told.head.startswith("The last")
            assert told.dice[0].text != "A quiet night."


@pytest.mark.parametrize("side", [0, 1])
def test_the_last_night_told_to_both_rests_on_no_secret(rules: Ruleset, side: int) -> None:
    for match in ends(rules):
        twin = disguised(match, side)
        assert night(match, (0, 1)) == night(twin, (0, 1))
        told = night(match, (0, 1))
        assert told is not None
        assert not any(item.private for item in told.papers)
        assert all(die.odds is None or "ime" in die.text for die in told.dice)


def test_every_night_is_told_to_whoever_sits_at_the_window(rules: Ruleset) -> None:
    for match in played(rules, 2):
        if match.actor is not None and match.day > 1:
            for readers in ((match.actor,), (0, 1)):
                told = night(match, readers)
                assert told is not None
                assert told.day == match.day
                assert told.dice


def test_what_both_are_told_each_is_told_alone(history: Match) -> None:
    for match in mornings(history):
        both = night(match, (0, 1))
        assert both is not None
        quiet = {"A quiet night."}
        for side in (0, 1):
            alone = night(match, (side,))
            assert alone is not None
            news = {item.text for item in both.papers if match.actor != side and not item.side}
            assert lines(both) - quiet - news <= lines(alone)


def test_nothing_that_is_one_sides_own_is_told_to_both(history: Match) -> None:
    scenario = history.rules.scenario
    secret = {i.name for i in scenario.incidents.values() if i.seen_by}
    secret |= {act.name for acts in scenario.acts.values() for act in acts.values() if act.visibility != "public"}
    secret |= {item.text for item in scenario.news.values() if len(item.to) == 1}
    for match in mornings(history):
        both = night(match, (0, 1))
        assert both is not None
        assert not secret & lines(both)
        assert not any(item.private for item in both.papers)


def disguised(match: Match, side: int) -> Match:
    """Returns a match in which everything hidden from a side was otherwise all the time."""
    twin, slots = match.branch(match.ply), match.rules.slots
    found: list[State] = []
    for state in match.states:
        n = [*state]
        for slot, blind in slots.hidden_from.items():
            if blind == side and slot in slots.spans:
                n[slot] = slots.spans[slot][n[slot] != slots.spans[slot][1]]
        found.append(tuple(n))
    twin._states = found
    return twin


@pytest.mark.parametrize("side", [0, 1])
def test_the_night_told_to_both_rests_on_no_secret(history: Match, side: int) -> None:
    for match in mornings(history):
        assert night(match, (0, 1)) == night(disguised(match, side), (0, 1))


@pytest.mark.parametrize("side", [0, 1])
def test_a_side_is_told_the_odds_it_could_reckon_itself(history: Match, side: int) -> None:
    quiet = 0
    for match in mornings(history):
        told = night(match, (side,))
        dusk = next(s for s in match.states if s[DAY] == match.day - 1 and s[NODE] == NIGHT)
        assert told is not None
        if told.dice[0].text.startswith("A quiet night."):
            quiet += 1
            chance = hazard(match.rules, view(match.rules, dusk, side))
            assert (told.dice[0].odds.of_ten_thousand if told.dice[0].odds else 0) == chance
            assert told.dice[0].text.endswith("An incident could have come.") == bool(chance)
    assert quiet > 5


def test_where_no_incident_could_come_the_night_is_quiet_and_no_more(
    history: Match, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.frontends.presenter.scenes.nights.hazard", lambda rules, seen: 0)
    told = [night(match, (0,)) for match in mornings(history)]
    quiet = [one.dice[0] for one in told if one and one.dice[0].text.startswith("A quiet night.")]
    assert len(quiet) > 5
    assert {(die.text, die.odds) for die in quiet} == {("A quiet night.", None)}


def test_papers_without_public_news_say_so_in_a_line(history: Match) -> None:
    lines = set()
    for match in mornings(history):
        for readers in ((0,), (1,), (0, 1)):
            told = night(match, readers)
            assert told is not None
            assert bool(told.quiet) == all(item.private for item in told.papers)
            lines.add(told.quiet)
    assert lines == {"", "Nothing new in the papers."}


def test_the_timetable_is_no_secret(history: Match) -> None:
    cast = {s[DAY] for s in history.states if s[NODE] == CLOSE}
    for match in mornings(history):
        told = night(match, (0, 1))
        assert told is not None
        ended = [die for die in told.dice if die.text == "The timetable could have ended it."]
        assert bool(ended) == (match.day - 1 in cast)
        assert all(die.odds for die in ended)


def test_the_night_of_the_u2_is_told_to_washington(history: Match) -> None:
    told = night(history.branch(dawn_of(history, 12)), (0,))
    assert told is not None
    assert told.gauge == (46, 58)
    first, second, *_ = told.dice
    assert (first.text, first.fell, first.odds and first.odds.one_in) == ("A U-2 is shot down", True, "1 in 25")
    assert (second.text, second.fell) == ("It could have come to war.", False)
    assert told.papers[-1].dateline == "Washington, 26 Oct"


def test_the_die_of_an_incident_is_told_apart_from_the_chance_of_its_night(history: Match) -> None:
    told = night(history.branch(dawn_of(history, 12)), (0,))
    assert told is not None
    dusk = next(state for state in history.states if is_nightfall(state) and state[DAY] == 11)
    whole = odds(war_tonight(history.rules, view(history.rules, dusk, 0)))
    (die,) = [die for die in told.dice if die.text == "It could have come to war."]
    assert die.odds and die.odds.of_ten_thousand > whole.of_ten_thousand
    assert die.more.startswith("Its chance once that had happened, as far as you knew.")
    assert die.more.endswith(f"Before it, at nightfall, war stood at {whole.percent}.")
    assert not any(die.more for die in night(history.branch(dawn_of(history, 12)), (0, 1)).dice if not die.fell)
