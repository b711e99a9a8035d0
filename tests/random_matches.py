"""Random matches for front ends to show."""

import random
from collections.abc import Iterator

from game.match.match import Match
from game.rules.moves import legal_moves
from game.rules.play import pick
from game.rules.ruleset import Ruleset


def played(rules: Ruleset, seed: int) -> Iterator[Match]:
    """Yields a match before every decision of random play, and at its end."""
    match, chance = Match(rules, seed=seed), random.Random(seed).random
    while match.actor is not None:
        yield match
        match.play(pick(rules, legal_moves(rules, match.state), chance))
    yield match
