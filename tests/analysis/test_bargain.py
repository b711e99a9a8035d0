"""Offers with their worth and their fate, and the deals that both would have signed."""

from itertools import pairwise

import pytest
from random_matches import played
from toy import toy

from game.analysis.bargain import allowed, chance_of, frontier, no_deals, offers, possible
from game.match.fates import fate
from game.match.match import Match
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY
from game.rules.worth import no_deal, worth

TRADE = """
calendar: {days: 6}
channels: {post: {}, wire: {}}
clauses: {give: {given_by: red}, take: {given_by: blue}, trinket: {given_by: blue}}
mandates:
  red: {plain: {wants: {take: 30, trinket: 5, give: -10}, red_line: {needs: [take], costs: 10}}}
  blue: {plain: {wants: {give: 30, take: -10, trinket: -30}}}
acts: {red: {bluster: {}}, blue: {bluster_too: {}}}
"""
PLAIN = {"red": "plain", "blue": "plain"}


def trade(*moves: str) -> Match:
    """Returns a match of the moves given, then of waiting; every other die falls on its last face."""
    match, left = Match(toy(TRADE), mandates=PLAIN), list(moves)
    while match.actor is not None:
        match.play(left.pop(0) if left else next(text for text in match.legal_moves))
    return match


@pytest.mark.parametrize(
    ("moves", "fate"),
    [
        (["offer post give for take", "act wait", "accept 1"], "accepted"),
        (["offer post give for take", "act wait", "refuse 1"], "refused"),
        (["offer post give for take", "act wait", "offer post give for take + trinket"], "answered"),
        (["offer post give for take", "act wait", "act wait"], "lapsed"),
        (["offer post give for take", "act wait", "offer wire give for trinket", "act wait", "accept 1"], "void"),
    ],
)
def test_what_came_of_a_letter_is_told(moves: list[str], fate: str) -> None:
    found = offers(trade(*moves))[0]
    assert (found.side, found.day, found.channel, found.fate) == (0, 1, "post", fate)


def test_a_letter_that_is_left_when_all_is_over_stays_open() -> None:
    match = Match(toy(TRADE), mandates=PLAIN)
    match.play("offer post give for take")
    letter = next(
        value for value, before in zip(match.state, match.states[2], strict=True) if value != before and value > 99
    )
    assert fate(match.states, match.moves, 2, letter) == ("open", 3)


def test_an_offer_is_worth_to_both_what_the_rules_say() -> None:
    match = trade("offer post give for take", "act wait", "refuse 1")
    (found,) = offers(match)
    state = match.states[found.ply]
    assert found.terms.worth == tuple(worth(match.rules, state, side, found.terms.mask) for side in (0, 1))
    assert found.no_deal == tuple(no_deal(match.rules, state, side) for side in (0, 1))
    assert not found.crossed


def test_a_letter_across_the_reader_s_red_line_says_so() -> None:
    (found,) = offers(trade("act wait", "offer post give for trinket"))
    assert found.side == 1 and found.crossed


def test_the_best_deal_is_one_that_both_would_have_signed() -> None:
    match = trade("offer post give for take", "act wait", "refuse 1")
    found = chance_of(match.rules, match.states[2])
    assert found.best and found.no_deal == no_deals(match.rules, match.states[2])
    good = [
        terms
        for terms in possible(match.rules, match.states[2])
        if terms.worth.first >= found.no_deal.first and terms.worth.second >= found.no_deal.second
    ]
    assert found.best in good and found.best.joint == max(terms.joint for terms in good)


def test_where_no_letter_may_be_sent_there_is_no_deal_to_be_had() -> None:
    rules = toy("clauses: {give: {when: heat >= 99}, take: {when: heat >= 99}}")
    match = Match(rules, mandates=PLAIN)
    assert allowed(rules, match.state) == 0
    assert chance_of(rules, match.state).best is None


def test_no_deal_of_the_frontier_beats_another_for_both() -> None:
    found = frontier(trade("offer post give for take", "act wait", "accept 1"))
    assert found and found.signed and found.day == 1
    for one, two in pairwise(found.points):
        assert one.worth.first > two.worth.first and one.worth.second < two.worth.second
    assert found.percent == round(100 * sum(found.reached) / found.best.joint) <= 100


def test_without_a_deal_the_frontier_is_that_of_the_last_day_for_one() -> None:
    match = trade()
    found = frontier(match)
    assert found and not found.signed and match.outcome
    assert found.reached == match.outcome.scores
    assert found.day == max(state[DAY] for state in match.states if state[ACTOR] < CHANCE)


@pytest.mark.parametrize("seed", range(5))
def test_every_letter_of_a_match_has_one_fate(seed: int) -> None:
    rules: Ruleset = toy(TRADE)
    *_, match = played(rules, seed)
    found = offers(match)
    assert [offer.ply for offer in found] == [ply for ply, move in enumerate(match.moves) if move.startswith("offer")]
    signed = [offer for offer in found if offer.fate == "accepted"]
    assert len(signed) == sum(move.startswith("accept") for move in match.moves)
