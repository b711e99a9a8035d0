"""Views that leaders meet when they play each other."""

import random
from collections.abc import Iterator

from game.players.persona import persona
from game.players.rollout import stepper
from game.rules.play import Random
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, CHANCE, OVER, State
from game.rules.view import view


def views(rules: Ruleset, first: str, second: str, games: int) -> Iterator[tuple[State, State, int]]:
    """Yields state, view and side before every decision of some games between two personas."""
    players = BySide(persona(rules, first), persona(rules, second))
    for seed in range(games):
        chance: Random = random.Random(seed).random
        draft, step = list(rules.start), stepper(rules, players, chance)
        while draft[ACTOR] != OVER:
            if draft[ACTOR] != CHANCE:
                state = tuple(draft)
                yield state, view(rules, state, state[ACTOR]), state[ACTOR]
            step(draft)
