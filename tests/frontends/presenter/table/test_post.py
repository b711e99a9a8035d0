"""What became of a side's own letters, and what the other side said to them."""

import pytest

from game.frontends import presenter
from game.frontends.presenter.models import WarRoom
from game.match.match import Match
from game.rules.ruleset import Ruleset

OFFER = "offer envoy stand_down for remove_guns at_once"
COUNTER = "offer envoy stand_down for remove_guns within_weeks"


def room(match: Match, side: int) -> WarRoom:
    """Returns the war room of a side."""
    return presenter.war_room(match.rules, match.view(side), presenter.facts_of(match, side))


def written(strait: Ruleset, *then: str, **players: str) -> Match:
    """Returns a match in which the north has written on the second day, the south having waited, and what came then."""
    match = Match(strait, seed=4, players=players)
    for move in ("act raise_watch", "act wait", OFFER, "act wait", "act wait", "act wait"):
        match.play(move)
    for move in then:
        match.play(move, "It is not enough.")
    return match


def told(match: Match, side: int) -> list[str]:
    return [event.text for event in room(match, side).since]


ANSWERED = "Suderby has answered your letter (Envoy): its own letter arrives 5 Apr"
REFUSED = "Suderby has refused your letter (Envoy)"
LAPSED = "Your letter (Envoy) was not answered in time and has lapsed"


@pytest.mark.parametrize(
    ("moves", "text", "fate"),
    [
        ((COUNTER, "act wait"), ANSWERED, "answered by Suderby on 4 Apr: its own letter arrives 5 Apr"),
        (("refuse 1", "act wait"), REFUSED, "refused by Suderby on 4 Apr"),
        (("accept 1", "act wait"), "Suderby has accepted your letter (Envoy)", "accepted by Suderby on 4 Apr"),
    ],
)
def test_the_writer_is_told_what_became_of_a_letter(
    strait: Ruleset, moves: tuple[str, ...], text: str, fate: str
) -> None:
    match = written(strait, *moves)
    assert text in told(match, 0)
    (letter,) = room(match, 0).past_letters
    assert (letter.fate, letter.channel_name, letter.date) == (fate, "Envoy", "3 Apr")
    assert letter.terms.startswith("we give Stand down")
    assert not room(match, 0).sent and not room(match, 1).past_letters


def test_a_letter_that_was_not_answered_in_time_says_so(strait: Ruleset) -> None:
    match = written(strait)
    while not room(match, 0).past_letters:
        match.play("act wait")
    assert room(match, 0).past_letters[0].fate.startswith("not answered in time: lapsed on")
    assert match.actor == 0 and LAPSED in told(match, 0)


def test_an_open_letter_is_not_among_those_of_the_past(strait: Ruleset) -> None:
    match = written(strait)
    assert room(match, 0).sent and not room(match, 0).past_letters


def offered(strait: Ruleset, player: str) -> Match:
    """Returns a match in which a letter of the north, with a reason, has arrived in the south."""
    match = Match(strait, seed=4, players={"north": player})
    for move in ("act raise_watch", "act wait", OFFER, "act wait", "act wait", "act wait"):
        match.play(move, f"For {move}.")
    return match


def test_what_a_leader_says_stands_in_the_letter_and_what_another_program_reckons_does_not(strait: Ruleset) -> None:
    assert room(offered(strait, "clerk"), 1).inbox[0].said == f"For {OFFER}."
    assert room(offered(strait, "expert:9"), 1).inbox[0].said == ""


def test_a_refusal_is_told_with_its_reason_and_an_act_without(strait: Ruleset) -> None:
    match = Match(strait, seed=4, players={"north": "clerk"})
    for move in ("act raise_watch", "offer envoy stand_down for remove_guns at_once", "act wait"):
        match.play(move, "North says.")
    for move in ("refuse 1", "act lower_watch"):
        match.play(move, "Never.")
    said = [text for text in told(match, 1) if "“" in text]
    assert said == ["Nordhaven has refused your letter (Envoy). “Never.”"]
