"""A draft can be sent exactly when the rules allow the offer; its figures are those of the rules."""

import random

from random_matches import played

from game.frontends import presenter
from game.match.match import Match
from game.rules.moves import legal_moves
from game.rules.notation import parse_offer
from game.rules.ruleset import Ruleset
from game.rules.worth import no_deal, worth


def test_a_draft_can_be_sent_if_and_only_if_it_is_legal(rules: Ruleset) -> None:
    chance = random.Random(3)
    for seed in range(3):
        for match in played(rules, seed):
            side = match.actor
            if side is None:
                continue
            view, legal = match.view(side), legal_moves(rules, match.view(side))
            for _ in range(8):
                mask = chance.choice((chance.choice(rules.bundles.masks), chance.getrandbits(len(rules.bundles.forms))))
                channel = chance.choice(rules.channels)
                sheet = presenter.offer_sheet(rules, view, side, channel, mask)
                base = rules.ids.offer + rules.channels.index(channel) * len(rules.bundles.masks)
                sendable = bool(mask) and mask in rules.bundles.index and base + rules.bundles.index[mask] in legal
                assert bool(sheet.move) == sendable == (not sheet.reason)
                if sendable:
                    assert parse_offer(rules, sheet.move) == base + rules.bundles.index[mask]
                    assert sheet.worth == worth(rules, view, side, mask)
                    assert sheet.no_deal == no_deal(rules, view, side)
                    assert sheet.them[0] <= sheet.them[1]
            assert presenter.composer(rules, view, side).open == bool(legal.offers)


def test_a_broken_red_line_is_named(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    match.play("act raise_watch")
    match.play("act wait")
    mask = strait.bundles.clause_masks["stand_down"]
    sheet = presenter.offer_sheet(strait, match.view(0), 0, "envoy", mask)
    assert sheet.red_line == "Guns."
    assert presenter.offer_sheet(strait, match.view(0), 0, "envoy", 0).reason == "an offer needs at least one clause"


def test_closed_clauses_and_channels_say_why(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    desk = presenter.composer(strait, match.view(0), 0)
    assert [choice.reason for choice in desk.ours] == ["watch must be raised"]
    assert [choice.open for choice in desk.theirs] == [True]
    match.play("offer envoy nothing for remove_guns at_once")
    assert presenter.composer(strait, match.view(0), 0).channels[0].reason == "your last letter by it is still open"


def test_what_a_deal_and_no_deal_are_worth_is_made_of_lines_that_add_up(rules: Ruleset) -> None:
    for match in played(rules, 5):
        side = match.actor
        if side is None or match.ply > 50:
            return
        view = match.view(side)
        for mask in rules.bundles.masks[1 :: len(rules.bundles.masks) // 5 + 1]:
            sheet = presenter.offer_sheet(rules, view, side, rules.channels[0], mask)
            assert sum(amount for _, amount in sheet.breakdown) == sheet.worth
            assert sum(amount for _, amount in sheet.no_deal_breakdown) == sheet.no_deal
            names = [name for name, _ in sheet.breakdown]
            assert all(line.name in " ".join(names) for line in (*sheet.gives, *sheet.wants) if line.points)


def test_an_offer_by_the_channel_of_their_letter_says_that_it_answers_it(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    mask = strait.bundles.clause_masks["remove_guns"] & -strait.bundles.clause_masks["remove_guns"]
    assert presenter.offer_sheet(strait, match.view(0), 0, "envoy", mask).answers == ""
    match.play("offer envoy nothing for remove_guns at_once")
    assert presenter.composer(strait, match.view(0), 0).channels[0].busy
    match.play("act wait")
    while match.actor != 1 or not any(move.startswith("accept") for move in match.legal_moves):
        match.play("act wait")
    assert "no longer be signed" in presenter.offer_sheet(strait, match.view(1), 1, "envoy", mask).answers
