"""A level of the scenario laid over a match: who sits where, and how far a human's sources err."""

from collections.abc import Mapping

from game.errors import KnotError
from game.players.roster import HUMAN
from game.rules.intelligence import with_errors
from game.rules.ruleset import Ruleset
from game.scenario.story import Level
from game.scenario.vocabulary import near


def level_named(rules: Ruleset, name: str) -> Level:
    """Returns the level of that name; raises KnotError if the scenario has none."""
    levels = rules.scenario.levels
    if name not in levels:
        known = f" (there are: {', '.join(levels)})" if levels else ""
        raise KnotError(f"'{name}' is no level of {rules.scenario.id}{near(name, levels)}{known}")
    return levels[name]


def seats_at(rules: Ruleset, level: str, players: Mapping[str, str]) -> dict[str, str]:
    """Returns who sits where at a level: the human at the first seat not given away, its program at the other.

    Raises KnotError if `players` leave no seat to a human.
    """
    plays = level_named(rules, level).plays
    seats, free = dict(players), [side for side in rules.scenario.side_names if side not in players]
    if HUMAN not in seats.values():
        if not free:
            raise KnotError(f"level {level} is for a human player, and none plays")
        seats[free.pop(0)] = HUMAN
    return {**seats, **{side: plays[side] for side in free}}


def rules_at(rules: Ruleset, level: str | None, players: Mapping[str, str]) -> Ruleset:
    """Returns the rules as a level has them: the sources of human sides err as it says."""
    if level is None:
        return rules
    errors = level_named(rules, level).errors
    for number, side in enumerate(rules.scenario.side_names):
        if players.get(side) == HUMAN:
            rules = with_errors(rules, number, errors)
    return rules
