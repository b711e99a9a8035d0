"""Random games of the shipped crisis, position by position."""

import random
from collections.abc import Iterator

from game.rules.moves import legal_moves
from game.rules.play import pick, roll
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, OVER, State
from game.rules.transition import apply


def wander(rules: Ruleset, seed: int) -> Iterator[tuple[State, int]]:
    """Yields every state of a random game, each with the move or die that follows."""
    draw = random.Random(seed).random
    state = rules.start
    while state[ACTOR] != OVER:
        move = roll(rules, state, draw) if state[ACTOR] == CHANCE else pick(rules, legal_moves(rules, state), draw)
        yield state, move
        state = apply(rules, state, move)
