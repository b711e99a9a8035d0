"""What a side hears follows from what it may know, is told once, and tells nobody else in the room."""

from typing import get_args

import pytest
from random_matches import played

from game.frontends import presenter
from game.frontends.presenter.cues import MOST, PRIVATE, Cue, end_cues, move_cues, turn_cues, weightiest
from game.frontends.presenter.facts import Facts
from game.match.match import Match, rules_of
from game.match.replay import past
from game.rules.ruleset import LETTERS_OF_A_SIDE, Ruleset, arrives
from game.rules.slots import ACTOR, DAY, INCIDENT, LADDER, MONTHS, MOVE, NODE, State
from game.rules.view import view
from game.scenario.loader import load_scenario


@pytest.fixture(scope="module")
def history() -> Match:
    """Returns the historical path, played to its end."""
    return past(rules_of(load_scenario("cuba1962"))).match


def heard(match: Match, ply: int, *, shared: bool = False) -> tuple[Cue, ...]:
    """Returns what the side to move hears after so many moves."""
    states = match.states[: ply + 1]
    side = states[-1][ACTOR]
    facts = presenter.facts(match.rules, states, match.moves[:ply], side)
    return turn_cues(match.rules, view(match.rules, states[-1], side), facts, shared=shared)


def opening(match: Match, day: int, side: int, node: int) -> int:
    """Returns the number of moves before a side's first decision of a kind on a day."""
    return next(n for n, s in enumerate(match.states) if (s[DAY], s[ACTOR], s[NODE]) == (day, side, node))


def own(match: Match, move: str) -> tuple[Cue, ...]:
    """Returns what the mover heard of the first move of the path that begins like this."""
    ply = next(n for n, text in enumerate(match.moves) if text.startswith(move))
    before, after = match.states[ply], match.states[ply + 1]
    return move_cues(match.rules, before, match.moves[ply], after, before[ACTOR])


@pytest.mark.parametrize(
    ("day", "side", "node", "cues"),
    [
        (1, 0, MOVE, ("day",)),
        (2, 0, MOVE, ("found", "day")),
        (8, 0, MOVE, ("climb", "day")),
        (9, 0, MOVE, ("climb_down", "day")),
        (11, 0, MOVE, ("letter", "climb_down")),
        (12, 0, INCIDENT, ("incident",)),
        (12, 0, MOVE, ("letter", "strain")),
        (12, 1, MOVE, ("incident", "strain")),
        (13, 1, MOVE, ("secret_letter", "day")),
        (15, 0, MONTHS, ("due",)),
    ],
)
def test_the_path_is_heard_as_it_was(history: Match, day: int, side: int, node: int, cues: tuple[Cue, ...]) -> None:
    assert heard(history, opening(history, day, side, node)) == cues


@pytest.mark.parametrize(
    ("move", "cue"),
    [
        ("act broadcast", "climb"),
        ("act ultimatum", "strain"),
        ("act turn_ships", "climb_down"),
        ("offer private_letter", "sent"),
        ("accept", "signed"),
    ],
)
def test_own_moves_are_heard_at_once(history: Match, move: str, cue: Cue) -> None:
    assert own(history, move) == (cue,)


@pytest.mark.parametrize("move", ["act fly_u2", "answer no_reprisal"])
def test_what_leaves_ladder_and_letters_alone_is_silent(history: Match, move: str) -> None:
    assert own(history, move) == ()


def test_an_ending_is_heard_when_it_is_there(history: Match) -> None:
    assert end_cues(history.rules, history.states[-1]) == ("settled",)
    assert end_cues(history.rules, history.states[-2]) == ()


def test_endings_sound_by_how_they_end(rules: Ruleset) -> None:
    for seed in range(12):
        *_, match = played(rules, seed)
        assert match.outcome
        expected = "war" if match.outcome.war else "settled" if match.outcome.settled else "over"
        assert end_cues(rules, match.state) == (expected,)


def test_few_cues_at_once_and_the_weightiest_first() -> None:
    order = get_args(Cue)
    assert weightiest(reversed(order)) == order[:MOST]
    assert weightiest(("day", "letter", "letter")) == ("letter", "day")


def test_letters_are_heard_when_they_can_first_be_read(rules: Ruleset) -> None:
    for seed in range(4):
        for match in played(rules, seed):
            side = match.actor
            if side is None or match.state[NODE] != MOVE:
                continue
            seen, facts = match.view(side), presenter.facts_of(match, side)
            cues = turn_cues(rules, seen, facts)
            told = bool({"letter", "secret_letter"} & set(cues))
            if seen == facts.openings[-1] and not told:
                new = [letter for letter in open_letters(rules, seen, side) if is_new(rules, letter, facts, side)]
                assert not new or len(cues) == MOST
            elif told:
                assert any(is_new(rules, letter, facts, side) for letter in open_letters(rules, seen, side))


def open_letters(rules: Ruleset, seen: State, side: int) -> list[int]:
    letters = [rules.letter(seen, 1 - side, n) for n in range(LETTERS_OF_A_SIDE)]
    return [letter for letter in letters if letter and arrives(letter) <= seen[DAY]]


def is_new(rules: Ruleset, letter: int, facts: Facts, side: int) -> bool:
    return facts.parting is None or letter not in open_letters(rules, facts.parting, side)


def test_one_room_hears_nothing_that_one_side_alone_may_know(rules: Ruleset) -> None:
    for seed in range(4):
        for match in played(rules, seed):
            if match.actor is None:
                continue
            shared = heard(match, match.ply, shared=True)
            assert not set(shared) & PRIVATE
            assert len(shared) <= MOST


def alerted(history: Match, ply: int, word: int, climb: int = 0) -> State:
    """Returns the view of the side to move with another alert and a longer ladder of the other side."""
    seen = list(view(history.rules, history.states[ply], history.states[ply][ACTOR]))
    seen[history.rules.slots.index[history.rules.scenario.roles.alert]] = word
    seen[LADDER + 1 - seen[ACTOR]] += climb
    return tuple(seen)


def test_the_gravest_alert_is_heard_once_and_then_there_is_silence(history: Match) -> None:
    ply = opening(history, 9, 0, MOVE)
    calm, grave = alerted(history, ply, 2), alerted(history, ply, 3, climb=2)
    reached = turn_cues(history.rules, grave, Facts(0, (), {}, (), calm))
    assert reached == ("brink",)
    after = turn_cues(history.rules, alerted(history, ply, 3, climb=4), Facts(0, (), {}, (), grave))
    assert after == ()
