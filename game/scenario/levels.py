"""The rule that a level names a program for each side that can play it."""

import re
from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.vocabulary import near
from game.scenario.words import Complaint

SEARCH = re.compile(r"expert:[1-9][0-9]{0,5}")
"""How a search is written where a player is named: with the number of games it plays on before it decides."""


def levels_complaints(scenario: Scenario) -> Iterator[Complaint]:
    """Yields every level's side that is none, that is left out, or that is given to somebody who cannot play it."""
    sides = scenario.side_names
    for name, level in scenario.levels.items():
        path = ("levels", name, "plays")
        for side in sides:
            if side not in level.plays:
                yield Complaint(path, f"nobody is named who plays {side}", key=True)
        for side, who in level.plays.items():
            own = [id_ for id_, persona in scenario.personas.items() if persona.side == side]
            if side not in sides:
                yield Complaint((*path, side), f"'{side}' is no side{near(side, sides)}", key=True)
            elif who not in own and not SEARCH.fullmatch(who):
                text = f"'{who}' is no persona of {side}{near(who, own)} (a search reads expert:200)"
                yield Complaint((*path, side), text)
