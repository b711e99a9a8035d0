"""Matches as they were at a moment, for the tests of screens."""

from game.match.match import Match
from game.rules.slots import ACTOR, DAY, NODE


def cut_short(match: Match, ply: int) -> Match:
    """Returns the match as it was after so many moves, to be played on."""
    early = Match(match.rules, seed=match.seed, mandates=match.mandates)
    early._states, early._entries = match._states[: ply + 1], match._entries[:ply]
    early._links = match._links[: ply + 1]
    return early


def dawn(match: Match, day: int, side: int, node: int) -> int:
    """Returns the number of moves before a side's first decision of a kind on a day."""
    states = enumerate(match.states)
    return next(ply for ply, s in states if s[DAY] == day and s[ACTOR] == side and s[NODE] == node)
