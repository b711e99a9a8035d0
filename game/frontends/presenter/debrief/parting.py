"""What the historical path came to, and where a match left it."""

from itertools import zip_longest

from game.errors import KnotError
from game.frontends.presenter.debrief.past import is_past
from game.frontends.presenter.words import day_date, plain_date
from game.match.match import Match
from game.match.replay import past

DEALT = 2
"""How many dice deal the mandates before anything happens."""


def same_ending(match: Match) -> str:
    """Returns what to say of a match that ended by the name by which the real crisis ended."""
    if is_past(match):
        return "This is how it ended in the real crisis."
    return "It ended by the same name in the real crisis; what followed there may differ."


def parting(match: Match) -> str:
    """Returns how the historical path ended and on which day a match left it, or `` if none is told to its end."""
    try:
        path = past(match.rules).match
    except KnotError:
        return ""
    if path.outcome is None:
        return ""
    scenario = match.rules.scenario
    scores = ", ".join(
        f"{scenario.sides[side].name} {score}"
        for side, score in zip(scenario.side_names, path.outcome.scores, strict=True)
    )
    ended = f"What happened in fact, told by the same rules: {scenario.endings[path.outcome.ending].name} ({scores})."
    day = parted(match, path)
    if day is None:
        return f"{ended} This match went the same way to the end."
    return f"{ended} This match left that path on {plain_date(day_date(match.rules, day))}."


def parted(match: Match, path: Match) -> int | None:
    """Returns the first day (from 1) on which a match and the historical path are no longer the same, or None."""
    pairs = zip_longest(match.moves[DEALT:], path.moves[DEALT:])
    ply = next((ply for ply, (ours, theirs) in enumerate(pairs, DEALT) if ours != theirs), None)
    return None if ply is None else match.history[min(ply, match.ply - 1)].day
