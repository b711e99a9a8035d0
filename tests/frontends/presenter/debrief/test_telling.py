"""What a debrief tells first: points, what cost most and what would have been better, the deal, what a war came of."""

from dataclasses import replace

import pytest

from game.frontends.presenter.debrief.bargains import FATES
from game.frontends.presenter.debrief.debriefing import BrushCard, ChanceCard, DebriefScreen, MarkedMove, RiskPart
from game.frontends.presenter.debrief.judging import left_out, marked_move
from game.frontends.presenter.debrief.questions import questions
from game.frontends.presenter.debrief.telling import telling
from game.frontends.presenter.words import odds
from game.match.findings import Debrief, Estimate, Judgement
from game.match.match import Match
from game.match.replay import past
from game.rules.moves import legal_moves
from game.rules.notation import format_move
from game.rules.slots import ACTOR, DAY
from game.scenario.loader import load_scenario

BRUSH = BrushCard("27 Oct", "A shot", "Fire back", odds(900), True, "")
CHANCE = ChanceCard(9, "24 Oct", "this for that", (63, 42), (30, 20), 105)


@pytest.fixture(scope="module")
def match() -> Match:
    return past(load_scenario("cuba1962")).match


def told(match: Match, of: DebriefScreen, **changes: object) -> str:
    return "\n".join(telling(match, replace(of, **changes)))


def test_the_points_come_first_and_what_happened_in_fact_last(match: Match, history: DebriefScreen) -> None:
    first, *_, last = history.summary
    assert all(f"{of.score}" in first and history.capitals[of.side] in first for of in history.leaders)
    assert last.startswith("What happened in fact")


def test_each_side_is_told_what_cost_it_most_and_what_was_better(match: Match, history: DebriefScreen) -> None:
    for side, capital in enumerate(history.capitals):
        found = [move for move in history.moves if move.side == side]
        worst, lesser = replace(found[3], mark="??"), replace(found[5], mark="?")
        worst = replace(worst, lead=replace(worst.lead, value=-20.0, text="−20.0 ± 1.0"), short="Wait", instead="Go")
        lesser = replace(lesser, lead=replace(lesser.lead, value=-7.0))
        said = told(match, history, moves=(lesser, worst))
        assert f"What cost {capital} most: “Wait” on {worst.date}. “Go” promised it 20.0 ± 1.0 points more." in said
        assert said.count("What cost") == 1
        other = told(match, history, moves=(replace(worst, instead="Wait"),))
        assert "A letter of other terms promised" in other
    none = told(match, history, moves=tuple(replace(move, mark="") for move in history.moves))
    assert "What cost" not in none and "No decision of either side fell short" in none


NONE = Debrief(0, (), (), (), (), (), (), (), (), None, (), ())


def judged(match: Match, ply: int, other: str, lead: float, mark: str = "") -> MarkedMove:
    """Returns the move of a number beside another, by how much better it was, give or take 1."""
    figure = Estimate(lead, lead - 1, lead + 1, 100)
    own, day = Estimate(40, 39, 41, 100), match.states[ply][DAY]
    war = Estimate(0, 0, 0, 100)
    side = match.states[ply][ACTOR]
    found = Judgement(ply, day, side, match.moves[ply], other, own, own, figure, war, None, mark)
    return marked_move(match, NONE, found)


def act_beside(match: Match, kind: str) -> tuple[int, str]:
    """Returns the number of an act that was played where a move of some kind was open too, and that move."""
    for ply, (state, move) in enumerate(zip(match.states, match.moves, strict=False)):
        if move.startswith("act "):
            legal = (format_move(match.rules, state, other) for other in legal_moves(match.rules, state))
            if found := next((other for other in legal if other.startswith(kind)), ""):
                return ply, found
    raise AssertionError(kind)


@pytest.mark.parametrize(
    ("other", "missing", "first"),
    [("offer", "wrote no letter", "written a letter"), ("accept", "gave no answer", "answered a letter")],
)
def test_a_letter_that_was_not_written_is_not_held_against_the_act(
    match: Match, history: DebriefScreen, other: str, missing: str, first: str
) -> None:
    """A letter costs no turn: what fell short is that none was written before the act, not the act."""
    ply, rival = act_beside(match, other)
    move = judged(match, ply, rival, -20.7, "??")
    capital = history.capitals[move.side]
    assert f"{capital} {missing}" in move.omission and move.move.endswith("before it)")
    assert move.verdict.startswith("Before “") and move.verdict.endswith(": that promised 20.7 ± 1.0 points more.")
    said = told(match, history, moves=(move,))
    assert (
        f"What cost {capital} most was left undone on {move.date}: {move.omission}. “{move.instead}” promised" in said
    )
    asked = "\n".join(questions(replace(history, moves=(move,))))
    assert f"On {move.date} {move.omission}; “" in asked and f"{capital} chose" not in asked
    better = judged(match, ply, rival, 20.7)
    assert not better.omission and "before it" not in better.move
    missed = left_out(match.moves[ply], rival)
    assert missed and first in missed.first
    assert left_out(match.moves[ply], match.moves[ply]) is None and left_out(rival, rival) is None


def test_what_is_as_good_is_called_neither_better_nor_next_best(match: Match) -> None:
    ply, _ = act_beside(match, "act")
    for lead, word in ((0.04, "As good"), (-0.04, "As good"), (0.6, "Next best"), (-0.6, "Better")):
        move = judged(match, ply, match.moves[ply], lead)
        assert move.beside == word
        assert ("as much" in move.verdict) == (word == "As good")


def test_nobody_is_asked_why_a_better_deal_was_not_written_where_the_one_signed_was_as_good(
    history: DebriefScreen,
) -> None:
    assert history.frontier
    for percent, asked in ((70, True), (98, False)):
        of = replace(history, frontier=replace(history.frontier, percent=percent), chances=(CHANCE,), offers=())
        assert ("Why did nobody write it?" in "\n".join(questions(of))) == asked


def test_a_letter_that_came_to_nothing_is_asked_after_in_a_whole_sentence(history: DebriefScreen) -> None:
    for fate in FATES.values():
        offer = replace(history.offers[0], fate=f"{fate}, 27 Oct", why="Both would have gained by it.")
        (asked,) = [text for text in questions(replace(history, offers=(offer,))) if "What stood in its way?" in text]
        assert f"It was {fate.split(',')[0]}." in asked and "was lapsed" not in asked


def test_a_deal_is_set_against_the_best_and_where_none_was_the_one_missed(match: Match, history: DebriefScreen) -> None:
    assert history.frontier and history.frontier.signed and history.frontier.sentence in history.summary
    none = replace(history.frontier, signed=False)
    assert "63 points to Washington and 42 to Moscow" in told(match, history, frontier=none, chances=(CHANCE,))
    assert "on 1 morning there was one" in told(match, history, frontier=none, chances=(CHANCE,))
    assert "on no morning" in told(match, history, frontier=None, chances=())


def test_a_war_that_nobody_ordered_is_told_with_what_it_came_of(match: Match, history: DebriefScreen) -> None:
    assert "Nobody ordered" not in told(match, history)
    said = told(match, history, brushes=(BRUSH,))
    assert "it came of “A shot”, answered “Fire back”, on 27 Oct, at a chance of 9.0 % once it was answered so" in said
    *others, last = history.nights
    parts = RiskPart("The crisis itself", None, 5, "+0.05 %"), RiskPart("Climb (27 Oct)", 1, 400, "+4.00 %")
    said = told(match, history, brushes=(BRUSH,), nights=(*others, replace(last, parts=parts)))
    assert "Most of that night's danger came of this: Climb (27 Oct), by Moscow." in said
    assert "“A shot”, on 27 Oct" in told(match, history, brushes=(replace(BRUSH, answer=""),))
