"""What somebody who types for the first time stumbles over."""

import io
from pathlib import Path

import pytest
from random_matches import played

from game.frontends import presenter, terminal
from game.match.match import Match, rules_of
from game.players.roster import seat
from game.rules.ruleset import Ruleset
from game.rules.slots import LETTER, MONTHS, NODE
from game.scenario.loader import load_scenario

MINIMAL = Path(__file__).parents[2] / "scenario" / "minimal.yaml"


class Screen(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def told(match: Match, typed: str) -> str:
    """Returns what a terminal shows while lines are typed, as one line."""
    output = io.StringIO()
    first, second = (
        seat(match.rules, match.players[name], k) for k, name in enumerate(match.rules.scenario.side_names)
    )
    terminal.play(match, (first, second), None, input=io.StringIO(typed), output=output)
    return " ".join(output.getvalue().split())


def test_at_the_end_it_is_told_what_the_programs_thought_and_how_near_it_came(strait: Ruleset) -> None:
    match = Match(strait, seed=4, players={"north": "clerk", "south": "random"})
    text = told(match, "")
    assert "What they thought: 2 Apr The North:" in text and "“" in text
    dice = sum(move.startswith(("chance war ", "chance out_of_hand ")) for move in match.moves)
    assert text.count("Night of day") == dice


def test_any_record_can_be_replayed(strait: Ruleset) -> None:
    match = Match(load_scenario(MINIMAL), seed=4)
    match.play("act raise_watch")
    output = io.StringIO()
    assert terminal.replay(match.record(), load_scenario(MINIMAL), input=io.StringIO(""), output=output) == 0
    assert "North: Raise the watch" in output.getvalue()


def test_cancel_is_named_at_every_step_of_an_offer_and_leaves_the_offer_alone(strait: Ruleset) -> None:
    for typed in ("q", "1\ncancel", "1\n1\nquit", "1\n1\n1\nq"):
        match = Match(strait, seed=4)
        text = told(match, f"act raise_watch\nact wait\noffer\n{typed}\nact listen\n")
        assert match.moves[-1] == "act listen" and "Nothing was sent." in text
        assert text.count(", or cancel: ") == min(3, typed.count("\n") + 1)


LETTERS = "offer envoy stand_down for remove_guns at_once"
ARRIVED = ("act raise_watch", "act wait", LETTERS, "act wait", "act wait", "act wait")


def arrived(strait: Ruleset) -> Match:
    """Returns a match in which the south has a letter to answer."""
    match = Match(strait, seed=4)
    for move in ARRIVED:
        match.play(move)
    return match


def test_the_prompt_names_the_letters_that_are_there(strait: Ruleset) -> None:
    match = arrived(strait)
    n = [*match._states[-1]]
    n[LETTER + 1], n[LETTER] = n[LETTER], 0
    match._states[-1] = tuple(n)
    assert "accept 2 | refuse 2 |" in told(match, "")


def test_advice_on_what_there_is_not_is_an_error(strait: Ruleset) -> None:
    text = told(Match(strait, seed=4), "show advice pledge\nadvice raise_watch\nadvice 2\n")
    assert "'pledge' is no act of yours and no clause" in text
    assert text.count("Advisers (imagined)") == 2


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (f"{LETTERS}\n", "watch must be raised"),
        ("refuse 1\n", "no letter of theirs lies open"),
        ("keep stand_down\n", "no word of yours falls due on that now"),
        ("answer ask\n", "nothing has happened that this would answer"),
        ("act mount\n", "only Suderby can do that"),
    ],
)
def test_a_move_that_is_refused_says_why(strait: Ruleset, typed: str, reason: str) -> None:
    text = told(Match(strait, seed=4), typed)
    assert reason in text and "(side " not in text


def test_a_letter_that_an_offer_has_answered_says_so(strait: Ruleset) -> None:
    text = told(arrived(strait), "refuse 2\noffer envoy remove_guns within_weeks for stand_down\nrefuse 1\n")
    assert "Refuse 2: there is no letter 2 of theirs, only 1." in text
    assert "Refuse 1: your letter through Envoy was the answer to it." in text


def test_no_is_an_answer_to_a_preview(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    text = told(match, "2\nn\nyes\n")
    assert "Nothing was done." in text and "Nothing is chosen." in text
    assert not match.moves[2:]


def test_ids_are_listed_and_an_offer_is_spelled_as_its_writer_gives(strait: Ruleset) -> None:
    text = told(arrived(strait), f"clauses\npreview {LETTERS.replace('at_once', 'within_weeks')}\n")
    assert "We can give: remove_guns (at_once, within_weeks): Guns away" in text
    assert "They can give: stand_down: Stand down" in text and "Channels: envoy: Envoy" in text
    assert "[offer envoy remove_guns within_weeks for stand_down]" in text


def test_once_signed_the_figures_are_those_of_the_deal(strait: Ruleset) -> None:
    text = told(arrived(strait), "accept 1\nscore\n")
    after = text.partition("Done: Accept")[2]
    assert "the deal is worth" in after and "The deal, to you, as it stands:" in after
    assert "o deal is worth" not in after and "No deal, to you" not in after


def test_the_mandate_is_shown_once_at_the_start(strait: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "9999")
    screen = Screen()
    terminal.play(Match(strait, seed=4), (None, None), None, input=Screen("\nq\n"), output=screen)
    assert screen.getvalue().count("Your mandate, secret") == 1


def test_the_months_after_show_the_score_of_each_way() -> None:
    rules, found = rules_of(load_scenario("cuba1962")), None
    for match in (m for seed in range(60) for m in played(rules, seed)):
        if match.actor is not None and match.state[NODE] == MONTHS:
            found = presenter.duty_screen(rules, match.view(match.actor), presenter.facts_of(match, match.actor))
            if len(found.options) == 3:
                break
    assert found
    scores = [[figure for figure in option.figures if figure.role == "score"] for option in found.options]
    assert [len(held) for held in scores] == [1, 2, 1]
    assert scores[1][1].name == "Your score if it is found out"
