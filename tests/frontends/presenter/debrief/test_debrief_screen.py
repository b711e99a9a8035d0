"""The debrief in words: the same figures as the analysis, every sentence of history with its source, and JSON."""

import json
from dataclasses import replace

import pytest

from game.analysis.debrief import debrief
from game.frontends.page.debrief import debrief_page
from game.frontends.presenter.dangers import NAMED, die_words
from game.frontends.presenter.debrief.debrief import debrief_screen
from game.frontends.presenter.debrief.debriefing import TOPS, DebriefScreen, from_json, to_json
from game.frontends.presenter.debrief.judging import measure, tenths
from game.frontends.presenter.debrief.past import past_days
from game.frontends.presenter.debrief.questions import MOST
from game.frontends.presenter.debrief.risks import causes, part
from game.frontends.presenter.scenes.ending import ending_screen
from game.frontends.presenter.words import IN_TRUTH, clock, day_date
from game.frontends.terminal.debriefed import sections
from game.match.findings import Debrief, Estimate
from game.match.match import Match
from game.match.replay import past
from game.players.rollout import historical
from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario

FEW = 20


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    loaded = load_scenario("cuba1962")
    return compile_ruleset(loaded.scenario, loaded.resolved)


@pytest.fixture(scope="module")
def match(rules: Ruleset) -> Match:
    """Returns a match of two leaders other than the historical path."""
    played = Match(rules, seed=5, players={"us": "kennedy", "ussr": "khrushchev"})
    seats = historical(rules)
    while played.actor is not None:
        played.play(played.ask(seats[played.actor]).move)
    return played


@pytest.fixture(scope="module")
def found(match: Match) -> Debrief:
    return debrief(match, FEW)


@pytest.fixture(scope="module")
def screen(match: Match, found: Debrief) -> DebriefScreen:
    return debrief_screen(match, found)


def test_a_debrief_comes_back_from_json_as_it_was(screen: DebriefScreen, history: DebriefScreen) -> None:
    for one in (screen, history):
        assert from_json(to_json(one)) == one
        json.loads(to_json(one))


def test_date_and_points_of_a_deal_are_those_of_the_ending_page(
    match: Match, screen: DebriefScreen, history: DebriefScreen
) -> None:
    """What changed between signing and end is said, so that two pages never disagree without a word."""
    day, month = ending_screen(match).date.split()[1:3]
    assert f"signed {day} {month[:3]}, over " in screen.subtitle
    later = []
    for one, shown in ((match, screen), (past(match.rules).match, history)):
        assert shown.frontier and shown.frontier.signed
        signed, end = sum(shown.frontier.reached), ending_screen(one).together
        assert f"= {signed} points on the day it was signed" in shown.frontier.sentence
        later.append(signed != end)
        assert (f"= {end} at the end." in shown.frontier.sentence) == later[-1]
    assert any(later)


def test_what_no_deal_was_worth_is_told_in_truth_in_every_debrief(screen: DebriefScreen) -> None:
    """In the game it is what a side sees, which can be another figure: each says which it is."""
    said = "\n".join(line for _, lines in sections(screen) for line in lines)
    assert screen.offers and screen.chances
    assert f"Worth then, {IN_TRUTH}:" in said and f"no deal {IN_TRUTH}" in said
    assert f"(no deal, {IN_TRUTH})" in debrief_page(screen)
    assert any(f"What no deal was worth is told {IN_TRUTH}" in text for text in screen.how)


def test_that_points_of_several_marks_do_not_add_up_is_said_only_where_there_are_several(
    history: DebriefScreen,
) -> None:
    assert len(history.marked) > 1
    assert "do not add up" in history.caution
    assert replace(history, moves=history.marked[:1]).caution == ""


def test_the_debrief_of_history_names_the_night_of_the_27th(history: DebriefScreen) -> None:
    assert any("most dangerous night was that of Saturday 27 October" in sentence for sentence in history.summary)
    assert history.questions[0].startswith("The night of 27 Oct was the most dangerous: at nightfall, before")
    assert all(night.history is None for night in history.nights)
    assert {leader.name for leader in history.leaders} == {"as it happened"}
    assert all(step.at.endswith(" GMT") for day in history.beside for step in day.past)


def test_the_chances_of_a_night_and_of_a_die_in_it_are_told_apart(history: DebriefScreen) -> None:
    assert "at nightfall, before anything had happened, the chance of war was" in " ".join(history.summary)
    worst = max(history.brushes, key=lambda brush: brush.odds.of_ten_thousand)
    (asked,) = [text for text in history.questions if worst.name in text and worst.odds.percent in text]
    assert die_words(worst) in asked and asked.startswith(worst.date)
    since = "Once it was answered so" if worst.answer else "Once it had happened"
    assert die_words(worst).startswith(
        f"{since}, the chance of war was {worst.odds.percent} ({worst.odds.one_in}). It "
    )
    assert NAMED in history.how


def test_sentences_name_sides_by_their_capitals_and_letters_say_who_gives(
    screen: DebriefScreen, history: DebriefScreen
) -> None:
    for one in (screen, history):
        told = [
            *one.questions,
            *one.summary[:-1],
            *(move.sentence for move in one.moves),
            *(move.move for move in one.moves),
        ]
        told += [offer.why + offer.terms for offer in one.offers]
        assert not [text for text in told for side in one.sides if f" {side} " in f" {text} "]
        assert not [text for text in told if "we give" in text or "they give" in text]
    assert any("Moscow gives " in move.move and "; Washington gives " in move.move for move in history.moves)


def test_every_historical_sentence_has_its_source(history: DebriefScreen, rules: Ruleset) -> None:
    steps = [step for day in history.beside for step in day.past]
    path = rules.scenario.history
    assert path and len(steps) == len([step for step in path.steps if step.text])
    assert all(step.source for step in steps)


def test_what_happened_in_fact_stands_in_order_under_its_own_day(rules: Ruleset) -> None:
    path, told = rules.scenario.history, past_days(rules)
    assert path and [*told] == sorted(told)
    when = {clock(step.at): step.at for step in path.steps}
    for day, steps in told.items():
        moments = [when[step.at] for step in steps]
        assert moments == sorted(moments)
        assert {moment.date() for moment in moments} == {day_date(rules, day)}
    *_, last = [step for steps in told.values() for step in steps]
    assert "April 1963" in last.text


def test_the_parts_of_each_night_add_up_in_words_too(screen: DebriefScreen) -> None:
    for night in screen.nights:
        assert sum(part.odds for part in night.parts) == night.war.of_ten_thousand
    whole = sum(night.war.of_ten_thousand for night in screen.nights)
    assert sum(part.odds for part in screen.sources_of_risk) == whole


def test_the_causes_of_a_night_are_few_and_add_up_to_its_odds(screen: DebriefScreen, history: DebriefScreen) -> None:
    for night in (*screen.nights, *history.nights):
        found = causes(night)
        assert sum(part.odds for part in found) == night.war.of_ten_thousand
        assert all(part.odds for part in found[:-1])
        assert len(found) <= len(night.parts) + 1


def test_the_scale_of_nights_holds_every_night(screen: DebriefScreen, history: DebriefScreen) -> None:
    for one in (screen, history):
        most = max(odds.of_ten_thousand for night in one.nights for odds in (night.war, night.history) if odds)
        assert one.nights_top in TOPS and most <= 100 * one.nights_top


def test_a_move_is_named_without_what_a_letter_says(screen: DebriefScreen, history: DebriefScreen) -> None:
    for move in (*screen.moves, *history.moves):
        assert move.move.startswith(move.short) and "we give" not in move.short
        assert move.verdict in move.sentence and move.toll in move.sentence


def test_counted_figures_carry_their_interval_and_exact_ones_none(screen: DebriefScreen) -> None:
    for move in screen.moves:
        assert "±" in move.own.text and "±" in move.lead.text and move.own.games
        assert move.own.low <= move.own.value <= move.own.high
    assert all("±" in near.share.text for near in screen.near)
    assert "±" not in screen.curve[-1].war.text and screen.curve[-1].date == "end"


def test_marked_moves_come_with_the_better_move(screen: DebriefScreen, history: DebriefScreen) -> None:
    for move in (*screen.marked, *history.marked):
        assert move.mark or move.turning
        assert move.other in move.sentence
        assert ("costs its side" in move.sentence) == (move.mark != "" and not move.omission)


def test_both_leaders_cards_are_shown_with_mandate_and_score(screen: DebriefScreen, match: Match) -> None:
    for leader in screen.leaders:
        assert [name for name, _, _ in leader.figures] == ["resolve", "patience", "face", "trust"]
        assert match.outcome and leader.score == match.outcome.scores[leader.side]


def test_offers_say_why_they_came_to_nothing(screen: DebriefScreen, history: DebriefScreen) -> None:
    for offer in (*screen.offers, *history.offers):
        assert bool(offer.why) == (not offer.fate.startswith("accepted"))


def test_questions_fit_a_page_and_speak_of_this_match(screen: DebriefScreen, history: DebriefScreen) -> None:
    assert 3 <= len(screen.questions) <= MOST
    assert set(screen.questions) != set(history.questions)
    assert all(question.endswith(("?", ".")) for question in screen.questions)


def test_a_match_that_goes_on_has_no_debrief(rules: Ruleset, found: Debrief) -> None:
    with pytest.raises(ValueError, match="not over"):
        debrief_screen(Match(rules, seed=1), found)


@pytest.mark.parametrize(("value", "text"), [(-0.04, "0.0"), (-1.26, "−1.3"), (3.0, "3.0")])
def test_figures_have_a_true_minus_and_no_minus_nought(value: float, text: str) -> None:
    assert tenths(value) == text
    assert measure(Estimate(value, value - 1, value + 1, 9)).text == f"{text} ± 1.0"


@pytest.mark.parametrize(("odds", "text"), [(0, "0.00 %"), (130, "+1.30 %"), (-7, "−0.07 %")])
def test_what_a_move_adds_to_odds_is_spelled_in_percent(odds: int, text: str) -> None:
    assert part("a", 0, odds).text == text
