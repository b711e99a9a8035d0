"""What a player is, and the one that plays at random."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from game.rules.moves import bundle_list, legal_moves
from game.rules.ruleset import Ruleset
from game.rules.slots import State

Draw: TypeAlias = Callable[[int], int]
"""Gives a whole number from 0 up to but not including the one it is given."""

OFFERS_IN = 4
"""One free decision in so many is an offer; all moves alike would make nearly all of them offers."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The move a player decided on, and the sentence in which it explains it (may be empty)."""

    move: int
    because: str = ""


Player: TypeAlias = Callable[[Ruleset, State, Draw], Choice]
"""Decides for the side to move from what that side can see (a view, never the state); keeps nothing in mind."""


def random_player(rules: Ruleset, view: State, draw: Draw) -> Choice:
    """Returns a random move: an offer with probability 1/4 if one is open, else any other move alike."""
    legal = legal_moves(rules, view)
    if legal.offers and draw(OFFERS_IN) == 0:
        base, allowed = legal.offers[draw(len(legal.offers))]
        bundles = bundle_list(rules, allowed)
        return Choice(base + bundles[draw(len(bundles))])
    return Choice(legal.listed[draw(len(legal.listed))])
