"""Where chance comes from: every die follows from the match's seed and the number of moves made before it."""

from collections.abc import Mapping
from hashlib import sha256

from game.players.player import Draw
from game.rules.moves import chance_outcomes
from game.rules.ruleset import Ruleset
from game.rules.slots import DEAL_MANDATE, NIGHT, NODE, SUBJECT, State

WHOLE = 10_000


def die(seed: int, ply: int) -> Draw:
    """Returns the source of the die cast as move number `ply`; the same again after a move was taken back."""
    return _stream(f"{seed}/{ply}")


def draws(seed: int, ply: int, side: int) -> Draw:
    """Returns the source of what a player on `side` (0 or 1) draws while deciding on move number `ply`."""
    return _stream(f"{seed}/{ply}/{side}")


def cast(rules: Ruleset, state: State, draw: Draw, mandates: Mapping[int, int]) -> int:
    """Returns the face on which the die on the table falls; a mandate chosen for its side (0 or 1) is dealt."""
    node = state[NODE]
    if node == NIGHT:
        return rules.ids.die + rules.draw_night(state, draw(WHOLE))
    if node == DEAL_MANDATE and state[SUBJECT] in mandates:
        return rules.ids.die + mandates[state[SUBJECT]]
    outcomes = chance_outcomes(rules, state)
    left = draw(sum(weight for _, weight in outcomes))
    for move, weight in outcomes:
        left -= weight
        if left < 0:
            return move
    raise AssertionError("a die has a face for every number drawn")


def _stream(label: str) -> Draw:
    """Returns whole numbers made of nothing but a label, so that every system draws the same."""
    count = 0

    def draw(below: int) -> int:
        nonlocal count
        count += 1
        return int.from_bytes(sha256(f"{label}/{count}".encode()).digest(), "big") % below

    return draw
