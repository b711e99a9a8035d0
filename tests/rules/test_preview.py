"""A preview equals what playing the move does, as far as its side may know; tonight's odds equal those of the night."""

import random
from fractions import Fraction
from pathlib import Path

import pytest
from random_matches import decisions
from toy import Game, toy

from game.match.match import rules_of
from game.rules.moves import chance_outcomes, legal_moves
from game.rules.notation import parse_move
from game.rules.odds import hazard, nightfall, war_tonight
from game.rules.play import pick, pick_offer
from game.rules.preview import changed, preview
from game.rules.ruleset import Ruleset, arrives, lapses
from game.rules.slots import ACTOR, CHANCE, DRAWS, ENDING, NIGHT, NODE, OVER, State
from game.rules.transition import apply
from game.rules.view import view
from game.rules.worth import no_deal, worth
from game.scenario.loader import load_scenario

TESTS = Path(__file__).parents[1]
NAMES = ("strait", "busy", "cuba1962")


def ruleset(name: str) -> Ruleset:
    if name == "busy":
        return toy((TESTS / "rules" / "busy.yaml").read_text("utf-8"))
    return rules_of(load_scenario(TESTS / "scenario" / "minimal.yaml" if name == "strait" else name))


@pytest.fixture(scope="module", params=NAMES)
def rules(request: pytest.FixtureRequest) -> Ruleset:
    return ruleset(request.param)


def some_moves(rules: Ruleset, state: State, chance: random.Random) -> list[int]:
    legal = legal_moves(rules, state)
    return [*legal.listed, pick(rules, legal, chance.random)]


def reveals(rules: Ruleset, move: int) -> bool:
    if move >= rules.ids.answer:
        return False
    act = rules.acts[move]
    return bool(rules.scenario.acts[rules.scenario.side_names[act.side]][act.id].reveals)


def test_a_preview_equals_what_playing_does(rules: Ruleset) -> None:
    chance = random.Random(5)
    for state in decisions(rules, 6, 1):
        side = state[ACTOR]
        before = view(rules, state, side)
        for move in some_moves(rules, state, chance):
            if reveals(rules, move):
                continue
            after = view(rules, apply(rules, state, move), side)
            promised = {line for line in preview(rules, before, move).lines if line.seen}
            kept = {line for line in changed(rules, before, after, side) if line.seen}
            assert {line for line in promised if line.kind not in ("hazard", "war")} == kept


def test_the_odds_of_a_preview_are_those_of_the_view_after_it(rules: Ruleset) -> None:
    chance = random.Random(6)
    for state in decisions(rules, 2, 2)[::5]:
        before = view(rules, state, state[ACTOR])
        move = chance.choice(some_moves(rules, before, chance))
        after = apply(rules, before, move)
        shown = {line.kind: (line.before, line.after) for line in preview(rules, before, move).lines}
        pairs = {
            "hazard": (hazard(rules, before), hazard(rules, after)),
            "war": (war_tonight(rules, before), war_tonight(rules, after)),
        }
        for kind, (low, high) in pairs.items():
            assert shown.get(kind, (low, low)) == (low, high)


def test_a_preview_reads_the_view_alone(rules: Ruleset) -> None:
    for state in decisions(rules, 2, 3):
        mine = view(rules, state, state[ACTOR])
        assert view(rules, mine, state[ACTOR]) == mine
        for move in legal_moves(rules, mine).listed:
            assert preview(rules, mine, move) == preview(rules, view(rules, mine, state[ACTOR]), move)


def test_an_offer_is_worth_what_signing_it_would_bring(rules: Ruleset) -> None:
    chance = random.Random(7)
    found = 0
    for state in decisions(rules, 6, 4):
        legal = legal_moves(rules, state)
        if not legal.offers:
            continue
        side = state[ACTOR]
        mine = view(rules, state, side)
        move = pick_offer(rules, legal.offers, chance.random)
        mask = rules.bundles.masks[(move - rules.ids.offer) % len(rules.bundles.masks)]
        facts = preview(rules, mine, move).offer
        assert facts is not None
        assert facts.worth == worth(rules, mine, side, mask)
        assert facts.no_deal == no_deal(rules, mine, side)
        them = 1 - side
        assert facts.them == tuple(worth(rules, mine, them, mask, n) for n in range(len(rules.mandates[them])))
        sent = apply(rules, state, move)
        lying = [n for n in (rules.letter(sent, side, k) for k in (0, 1)) if n >> 12 == move - rules.ids.offer]
        assert [(facts.arrives, facts.lapses)] == ([(arrives(n), lapses(n)) for n in lying] or [(0, 0)])
        weights = dict(chance_outcomes(rules, sent)) if sent[ACTOR] == CHANCE else {}
        assert facts.leak == (weights.get(rules.ids.die, 0) if lying else 10_000)
        found += 1
    assert found > 20


def walked(rules: Ruleset, state: State) -> Fraction:
    """Returns the chance of war from a die of the night on, by every face of every die until dawn."""
    if state[ENDING]:
        ending = rules.scenario.endings[rules.endings[state[ENDING] - 1]]
        return Fraction(ending.war is not None)
    total = Fraction(0)
    for move, weight in chance_outcomes(rules, state):
        quiet = state[NODE] == NIGHT and move == rules.ids.die + len(rules.incidents)
        last = state[NODE] == NIGHT and state[DRAWS] + 1 >= rules.scenario.hazard.draws
        after = apply(rules, state, move)
        if quiet or (last and after[ACTOR] == CHANCE and after[NODE] not in (NIGHT, WAR_NODE)):
            continue
        if after[ENDING] or (after[ACTOR] == CHANCE and after[NODE] in (NIGHT, WAR_NODE)):
            total += weight * walked(rules, after)
    return total / 10_000


WAR_NODE = 6


def test_war_tonight_is_the_whole_tree_of_the_night() -> None:
    rules = ruleset("busy")
    for state in decisions(rules, 10, 8)[::3]:
        mine = view(rules, state, state[ACTOR])
        exact = walked(rules, nightfall(mine)) * 10_000
        assert abs(war_tonight(rules, mine) - exact) <= Fraction(1, 2)


def test_hazard_is_what_the_night_does_not_leave_quiet(rules: Ruleset) -> None:
    for state in decisions(rules, 3, 9):
        mine = view(rules, state, state[ACTOR])
        outcomes = dict(chance_outcomes(rules, nightfall(mine)))
        assert hazard(rules, mine) == 10_000 - outcomes[rules.ids.die + len(rules.incidents)]


def test_odds_are_nothing_once_it_is_over() -> None:
    game = Game("endings: {end: {name: End, text: Over., when: heat >= 30}}")
    state = [*game.state]
    state[ACTOR] = OVER
    assert hazard(game.rules, tuple(state)) == war_tonight(game.rules, tuple(state)) == 0


def test_what_cannot_be_seen_is_told_as_a_difference() -> None:
    game = Game(
        """
        meters: {home: {each: true, starts: 50, seen_by: own}}
        acts: {red: {press: {changes: {their home: -4}}}}
        """
    )
    mine = view(game.rules, game.state, 0)
    lines = preview(game.rules, mine, parse_move(game.rules, mine, "act press")).lines
    assert [(line.name, line.side, line.after - line.before, line.seen) for line in lines] == [("home", 1, -4, False)]
