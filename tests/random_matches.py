"""Random matches for front ends to show, and the states that random games pass."""

import random
from collections.abc import Iterator

from game.match.match import Match
from game.rules.moves import legal_moves
from game.rules.play import pick, roll
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, OVER, State
from game.rules.transition import apply


def played(rules: Ruleset, seed: int) -> Iterator[Match]:
    """Yields a match before every decision of random play, and at its end."""
    match, chance = Match(rules, seed=seed), random.Random(seed).random
    while match.actor is not None:
        yield match
        match.play(pick(rules, legal_moves(rules, match.state), chance))
    yield match


def decisions(rules: Ruleset, games: int, seed: int) -> list[State]:
    """Returns every state of some random games in which a side is to act."""
    chance, found = random.Random(seed).random, []
    for _ in range(games):
        state = rules.start
        while state[ACTOR] != OVER:
            if state[ACTOR] == CHANCE:
                state = apply(rules, state, roll(rules, state, chance))
            else:
                found.append(state)
                state = apply(rules, state, pick(rules, legal_moves(rules, state), chance))
    return found
