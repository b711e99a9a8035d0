"""Why an offer may be turned down: from the writer's own view and letters alone, where a yes is unlikely."""

import random

import pytest
from hidden import scrambled
from random_matches import played

from game.frontends import presenter
from game.frontends.presenter.forecasts import NOTHING, Estimate
from game.frontends.presenter.table.doubts import HOPE, UNLIKELY
from game.match.match import Match, rules_of
from game.rules.moves import legal_moves
from game.rules.preview import worth_to_them
from game.rules.ruleset import Ruleset
from game.rules.sides import bits
from game.rules.slots import READING, State
from game.rules.worth import no_deal
from game.scenario.loader import load_scenario


def offers(rules: Ruleset, view: State) -> list[int]:
    """Returns some of the offers that can be sent in a view."""
    legal = legal_moves(rules, view)
    made = [base + rules.bundles.index[mask] for base, allowed in legal.offers for mask in rules.bundles.masks
            if mask and not mask & ~allowed]  # fmt: skip
    return random.Random(7).sample(made, min(6, len(made)))


def mask_of(rules: Ruleset, move: int) -> int:
    return rules.bundles.masks[(move - rules.ids.offer) % len(rules.bundles.masks)]


def test_the_first_reason_sets_the_guess_of_the_deal_beside_that_of_no_deal(rules: Ruleset) -> None:
    for seed in range(3):
        for match in played(rules, seed):
            side = match.actor
            if side is None:
                continue
            view = match.view(side)
            for move in offers(rules, view):
                values, nothing = worth_to_them(rules, view, side, mask_of(rules, move)), no_deal(rules, view, 1 - side)
                first, *_ = presenter.doubts(rules, view, side, move, ())
                read = view[READING + side]
                if read:
                    values = values[read - 1 : read]
                assert (" worth less to them" in first) == any(value < nothing for value in values)
                assert ("Whatever" in first) == (not read and len({value < nothing for value in values}) == 1)
                assert ("our reading" in first) == bool(read)
                assert (HOPE in first) == any(value >= nothing for value in values)


def test_the_reasons_are_the_same_whatever_the_other_side_hides(rules: Ruleset) -> None:
    for match in played(rules, 11):
        side = match.actor
        if side is None:
            continue
        twin = rules.viewers[side](scrambled(rules, match.state, side))
        past = presenter.facts_of(match, side).past_letters
        for move in offers(rules, match.view(side))[:2]:
            told = presenter.doubts(rules, match.view(side), side, move, past)
            assert told == presenter.doubts(rules, twin, side, move, past)


OFFER = "offer envoy stand_down for remove_guns at_once"


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        ("refuse 1", "refused by Suderby on 4 Apr."),
        ("offer envoy nothing for stand_down", "answered by Suderby on 4 Apr: its own letter arrives 5 Apr."),
        ("act wait", ""),
    ],
)
def test_a_letter_that_came_to_nothing_speaks_against_one_that_is_no_better(
    strait: Ruleset, answer: str, fate: str
) -> None:
    match = Match(strait, seed=4)
    for move in ("act raise_watch", "act wait", OFFER, "act wait", "act wait", "act wait", answer):
        match.play(move)
    past = presenter.facts_of(match, 0).past_letters
    same, worse = strait.bundles.clause_masks["stand_down"], 0
    forms = {form.form: number for number, form in enumerate(strait.bundles.forms) if form.clause == "remove_guns"}
    found = []
    for mask in (same | 1 << forms["at_once"], worse | 1 << forms["at_once"], same | 1 << forms["within_weeks"], same):
        move = strait.ids.offer + strait.bundles.index[mask]
        told = presenter.doubts(strait, match.view(0), 0, move, past)
        found.append(any(text.endswith(f"gave as much and asked no more: it was {fate}") for text in told))
    assert found == [bool(fate), bool(fate), False, False]


def test_promises_and_a_slow_channel_are_named() -> None:
    rules = rules_of(load_scenario("cuba1962"))
    view = Match(rules, seed=3).view(0)
    size, seen = len(rules.bundles.masks), {True: 0, False: 0}
    for number, name in enumerate(rules.channels):
        for index, mask in enumerate(rules.bundles.masks[1:400:7], 1):
            move = rules.ids.offer + number * size + 1 + 7 * (index - 1)
            text = " ".join(presenter.doubts(rules, view, 0, move, ()))
            assert ("It is slow" in text) == (rules.scenario.channels[name].delay > 1)
            forms = [rules.bundles.forms[k] for k in bits(mask & rules.bundles.given[0])]
            promised = any(form.deferred and form.rests_on_word for form in forms)
            assert ("only promise for later" in text) == promised
            seen[promised] += 1
    assert all(seen.values())


def test_only_a_low_chance_that_is_known_calls_for_reasons() -> None:
    assert not presenter.unlikely(None) and not presenter.unlikely(NOTHING)
    chances = (0, UNLIKELY - 1, UNLIKELY)
    assert [presenter.unlikely(Estimate("x %", "x %", chance)) for chance in chances] == [True, True, False]
