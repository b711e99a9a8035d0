# ruff: noqa: E501 - scenario lines are read across
"""A view holds what its side may know and nothing else, checked by changing what it may not know."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from positions import Letter, Position, Scribe
from toy import Game, toy

from game.rules.moves import legal_moves
from game.rules.play import pick, roll
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, OVER, State
from game.rules.transition import apply
from game.rules.view import view

BUSY = (Path(__file__).parent / "busy.yaml").read_text("utf-8")


def games(rules: Ruleset, count: int, seed: int) -> list[State]:
    """Returns every state of some random games."""
    chance, states = random.Random(seed).random, []
    for _ in range(count):
        state = rules.start
        while state[ACTOR] != OVER:
            states.append(state)
            move = (
                roll(rules, state, chance) if state[ACTOR] == CHANCE else pick(rules, legal_moves(rules, state), chance)
            )
            state = apply(rules, state, move)
    return states


def other_mandate(p: Position, other: str, rules: Ruleset) -> None:
    if p[f"{other}.mandate"]:
        p[f"{other}.mandate"] = p[f"{other}.mandate"] % len(rules.scenario.mandates[other]) + 1


def hidden_slots(p: Position, other: str, rules: Ruleset) -> None:
    k = 1 - rules.side(other)
    for name, blind in rules.resolved.names.hidden_from.items():
        if blind == k:
            low, high = rules.slots.spans[rules.slots.index[name]]
            p[name] = low + (p[name] - low + 1) % (high - low + 1)
            if f"since.{name}" in p:
                p[f"since.{name}"] = max(1, p[f"since.{name}"] - 1)


def beliefs(p: Position, other: str, rules: Ruleset) -> None:
    k = rules.side(other)
    for name, blind in rules.resolved.names.hidden_from.items():
        if blind == k:
            low, high = rules.slots.spans[rules.slots.index[name]]
            p[f"believed.{name}"] = low + (p[f"believed.{name}"] - low + 1) % (high - low + 1)
            p[f"reported.{name}"] = 1
    p[f"{other}.reading"] = 1
    p[f"{other}.wrote"] = 1 - p[f"{other}.wrote"]


def secret_acts(p: Position, other: str, rules: Ruleset) -> None:
    acts = rules.scenario.acts[other]
    me = rules.scenario.side_names[1 - rules.side(other)]
    secret = {name for name, act in acts.items() if act.visibility != "public"} - p[f"{me}.found"]
    p[f"{other}.done"] = p[f"{other}.done"] ^ secret
    mine = rules.scenario.acts[me]
    p[f"{other}.found"] = frozenset(name for name, act in mine.items() if act.visibility == "discoverable")


def letters_under_way(p: Position, other: str, _: Ruleset) -> None:
    for j in (1, 2):
        letter = p[f"{other}.letter{j}"]
        if letter and letter.arrives > p["day"]:
            p[f"{other}.letter{j}"] = None
            p[f"{other}.letters"] -= 1
            p[f"{other}.busy"] -= {letter.channel}
        elif not letter and "court" not in p[f"{other}.busy"]:
            p[f"{other}.letter{j}"] = Letter("court", frozenset({("pay", "at_once")}), p["day"] + 2, p["day"] + 4)
            p[f"{other}.letters"] += 1
            p[f"{other}.busy"] |= {"court"}


def feigned(p: Position, other: str, rules: Ruleset) -> None:
    given = {f for f in p["kept"] if rules.scenario.clauses[f[0]].given_by == other}
    p["kept"], p["feigned"] = p["kept"] - given, p["feigned"] | given


def unseen_incidents(p: Position, other: str, rules: Ruleset) -> None:
    unseen = frozenset(name for name, i in rules.scenario.incidents.items() if i.seen_by == other)
    p["drawn"], p["pending"] = p["drawn"] ^ unseen, p["pending"] ^ unseen


SECRETS: tuple[Callable[[Position, str, Ruleset], None], ...] = (
    other_mandate, hidden_slots, beliefs, secret_acts, letters_under_way, feigned, unseen_incidents,
)  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: secret.__name__)
def test_a_view_does_not_change_with_the_others_secrets(secret: Callable[[Position, str, Ruleset], None]) -> None:
    rules = toy(BUSY)
    scribe, changed = Scribe(rules), 0
    for state in games(rules, 25, 7):
        for side, other in ((0, "blue"), (1, "red")):
            position = scribe.read(state)
            secret(position, other, rules)
            twin = scribe.write(position)
            changed += twin != state
            assert view(rules, twin, side) == view(rules, state, side)
    assert changed, "the secret never came up"


def test_the_side_to_move_has_the_same_moves_in_its_view_as_in_the_state() -> None:
    rules = toy(BUSY)
    for state in games(rules, 40, 8):
        if state[ACTOR] != CHANCE:
            seen = legal_moves(rules, view(rules, state, state[ACTOR]))
            assert list(seen) == list(legal_moves(rules, state))


def test_a_view_of_a_view_is_the_view() -> None:
    rules = toy(BUSY)
    for state in games(rules, 10, 9):
        for side in (0, 1):
            seen = view(rules, state, side)
            assert view(rules, seen, side) == seen or state[ACTOR] != side


def test_what_is_hidden_from_one_is_seen_by_the_other() -> None:
    game = Game(
        "meters: {stock: {to: 9, starts: 4, seen_by: blue, others_assume: 1}}\nregions: {store: {states: [empty, full], seen_by: red, others_assume: full}}"
    )
    assert (game.seen("red", "stock"), game.seen("blue", "stock")) == (1, 4)
    assert (game.seen("red", "store"), game.seen("blue", "store")) == ("empty", "full")
    assert (game.seen("red", "blue.home"), game.seen("blue", "blue.home")) == (50, 50)


def test_what_the_other_believes_is_hidden_too() -> None:
    game = Game(
        "meters: {stock: {to: 9, starts: 4, seen_by: blue, others_assume: 1}}\nacts: {red: {look: {visibility: secret, reveals: [stock]}}}"
    )
    before = view(game.rules, game.state, 1)
    game.play("act look")
    assert game.seen("red", "stock") == 4
    assert game.seen("blue", "believed.stock") == game.read(before, "believed.stock")


def test_at_a_die_or_in_the_others_turn_nothing_tells_what_is_in_question() -> None:
    game = Game("acts: {blue: {poll: {visibility: secret, studies: {what: their home, error: {0: 10000}}}}}").play(
        "act wait", "act poll"
    )
    seen = view(game.rules, game.state, 0)
    assert seen[1] == seen[4] == 0
