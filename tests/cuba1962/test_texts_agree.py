"""What is told in one day, or at the end, does not contradict itself, and nobody is told what only the other knows."""

import pytest

from game.frontends import presenter
from game.frontends.presenter.events import events
from game.match.match import Match
from game.rules.outcome import aftermath
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DEAL, FATE, NO_DEAL, NODE, SETTLED, STRUCK, SUBJECT, State
from game.scenario.loader import load_scenario


@pytest.fixture(scope="module")
def match() -> Match:
    """Returns the crisis on its first morning."""
    return Match(load_scenario("cuba1962"), seed=1962)


def changed(rules: Ruleset, state: State, **values: int | str) -> State:
    """Returns a state with other values of meters and regions, regions by the id of their state."""
    n = [*state]
    for name, value in values.items():
        slot = rules.slots.index[name.replace("__", ".")]
        n[slot] = value if isinstance(value, int) else [*rules.scenario.regions[name].states].index(value)
    return tuple(n)


def followed(match: Match, **values: int | str) -> set[str]:
    """Returns what follows from a deal that is done."""
    n = [*changed(match.rules, match.state, **values)]
    n[DEAL] = SETTLED
    return {name for name, follows in aftermath(match.rules, tuple(n)) if follows}


LINES = {"hotline", "no_hotline"}
BANS = {"test_ban", "talks_without_a_ban", "no_test_ban"}


@pytest.mark.parametrize("trust", [10, 30, 60])
@pytest.mark.parametrize("talks", ["none", "promised", "held"])
@pytest.mark.parametrize("cuba", ["building", "operational", "withdrawn"])
def test_peace_of_years_needs_the_missiles_gone_and_talks_that_were_signed_are_told(
    match: Match, trust: int, talks: str, cuba: str
) -> None:
    found = followed(match, us__trust=trust, ussr__trust=trust, talks=talks, cuba=cuba)
    gone = cuba == "withdrawn"
    assert len(found & LINES) == len(found & BANS) == 1
    assert ("hotline" in found) == (gone and trust >= 25)
    assert "test_ban" not in found or gone
    assert "no_test_ban" not in found or talks == "none"


def said(match: Match, side: int, about: str, **values: int | str) -> str:
    view = changed(match.rules, match.view(side), **values)
    return " ".join(voice.text for voice in presenter.advice(match.rules, view, side, about))


OF_A_LINE = ("piracy", "they stop our", "robbery", "mean to stop", "peacetime")


@pytest.mark.parametrize("about", ["denounce", "raise_alert", "show_calm", "run_the_line", "lift_quarantine"])
def test_nobody_speaks_of_a_line_before_there_is_one_or_when_it_is_lifted(match: Match, about: str) -> None:
    for quarantine in ("none", "lifted"):
        text = said(match, 1, about, quarantine=quarantine)
        assert not [
            word for word in ("piracy", "they stop our", "robbery", "mean to stop", "peacetime") if word in text
        ]
    assert said(match, 1, about, quarantine="enforced") != said(match, 1, about, quarantine="none")


@pytest.mark.parametrize("side", [0, 1])
def test_after_a_deal_nobody_advises_as_if_there_were_none(match: Match, side: int) -> None:
    rules = match.rules
    of_now = ("bolt", "way down", "One pilot", "commits us to nothing")
    for about in ("watch", "hold_fire", *rules.scenario.clauses):
        view = [*changed(rules, match.view(side), crisis="settling", removal="agreed")]
        view[DEAL] = STRUCK
        text = " ".join(voice.text for voice in presenter.advice(rules, tuple(view), side, about))
        assert not [word for word in of_now if word in text]
    general = {voice.name for voice in presenter.advice(rules, tuple(view), side)}
    assert general == {adviser.name for adviser in rules.scenario.advisers[rules.scenario.side_names[side]].values()}


@pytest.mark.parametrize("deal", ["before", "after"])
def test_every_open_act_has_an_adviser_s_word(match: Match, deal: str) -> None:
    rules = match.rules
    for side, name in enumerate(rules.scenario.side_names):
        view = [*changed(rules, match.view(side), crisis="settling" if deal == "after" else "standoff")]
        view[DEAL] = STRUCK if deal == "after" else NO_DEAL
        silent = {act for act in rules.scenario.acts[name] if not presenter.advice(rules, tuple(view), side, act)}
        assert not silent


def test_moscow_s_map_shows_no_flight_that_only_washington_knows_of(match: Match) -> None:
    rules = match.rules
    room = presenter.war_room(rules, match.view(1), presenter.facts_of(match, 1))
    assert room.chart
    assert not [thing.name for thing in room.chart.things if "Heyser" in thing.name]
    assert "unknown" not in " ".join(thing.words for thing in room.chart.things)


def test_what_the_interpreters_find_is_told_to_those_who_learn_it_alone(match: Match) -> None:
    rules = match.rules
    before = changed(rules, match.state, cuba="operational", photographs="building", flights="high")
    dice = [name for name, night in rules.scenario.each_night.items() if night.odds is not None]
    after = changed(rules, before, photographs="operational", tension=60)
    n = [*before]
    n[ACTOR], n[NODE], n[SUBJECT] = CHANCE, FATE, dice.index("high_films_show_them_ready")
    step = (tuple(n), "chance high_films_show_them_ready yes", after)
    told = ["interpreters" in " ".join(event.text for event in events(rules, [step], side)) for side in (0, 1)]
    assert told == [True, False]


def test_world_opinion_says_whom_it_is_with(match: Match) -> None:
    rules = match.rules
    step = (match.state, "act watch", changed(rules, match.state, world=-4))
    assert "World opinion: 0 → −4 (leaning to Moscow)" in [event.text for event in events(rules, [step], 1)]


def test_a_lifted_quarantine_says_nothing_of_ships_that_have_turned(match: Match) -> None:
    news = match.rules.scenario.news
    assert "course" not in news["quarantine_lifted"].text and "turned" in news["ships_turned"].text


def told_news(match: Match, **values: int | str) -> dict[str, str]:
    """Returns the news whose condition holds in a state with a deal that was just signed."""
    rules = match.rules
    n = [*changed(rules, match.state, crisis="settling", **values)]
    n[DEAL] = STRUCK
    evaluator = rules.evaluator(tuple(n))
    holding = (name for name in rules.scenario.news if evaluator.all(rules.resolved.conditions["news", name, "when"]))
    return {name: rules.scenario.news[name].text for name in holding}


def test_news_of_the_morning_after_a_deal_agree_with_it(match: Match) -> None:
    news = told_news(match, pledge="hinted", cuba="standing_down", work="halted", us__home=30, castro="defiant")
    assert {"pledge_hinted", "missiles_down", "home_us_after_the_deal", "castro_against_the_deal"} <= {*news}
    assert not {"work_stopped", "home_us_strains", "castro_defiant", "alert_lowered"} & {*news}
    assert "no letter" not in news["pledge_hinted"]


def test_the_text_of_a_clause_leaves_the_term_to_its_form(match: Match) -> None:
    assert not [clause.name for clause in match.rules.scenario.clauses.values() if "months" in clause.text]


def test_the_secret_comes_out_as_the_record_says(match: Match) -> None:
    assert "hinted at; in January 1989" in match.rules.scenario.aftermath["the_secret_kept"].text
