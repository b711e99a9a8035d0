"""Hints for a first game: one line each on what newcomers miss, shown a few times and then no more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.frontends.presenter.models import WarRoom
from game.scenario.story import Part

TIMES = 2
"""How often a hint is shown."""
RISKY = 2_000
"""The odds of an incident tonight, in 10,000, from which a hint speaks of them."""
LATE = 3
"""The day from which somebody who has written no letter is told of letters."""


@dataclass(frozen=True)
class Hint:
    """A hint with its id, and the part of the screen it is about."""

    id: str
    text: str
    points_to: Part
    holds: Callable[[WarRoom], bool]


HINTS = (
    Hint(
        "letter",
        "A letter waits for your answer and lapses on its date. Accept, refuse or counter it before you act.",
        "letters",
        lambda room: bool(room.inbox),
    ),
    Hint(
        "odds",
        "The chance of an incident tonight stands at the knot. An act that climbs down makes it smaller.",
        "knot",
        lambda room: room.gauge.hazard.of_ten_thousand >= RISKY,
    ),
    Hint(
        "offer",
        "Only a deal unties the knot, and an offer costs no turn: write one before you act.",
        "offer",
        lambda room: room.header.day >= LATE and room.can_offer and not room.sent and not room.inbox,
    ),
    Hint(
        "mandate",
        "Your points come from your mandate: read it before you climb.",
        "mandate",
        lambda room: room.header.day == 1,
    ),
    Hint(
        "preview",
        "Nothing is played before you confirm: try acts, and read in the preview what each would change.",
        "preview",
        lambda room: room.header.day > 1,
    ),
)
"""Every hint, the most pressing first."""


def hint(room: WarRoom, shown: Mapping[str, int]) -> Hint | None:
    """Returns the first hint that fits a war room and has been shown less than twice, or None."""
    return next((each for each in HINTS if shown.get(each.id, 0) < TIMES and each.holds(room)), None)
