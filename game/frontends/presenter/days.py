"""What happened on each day so far, as one side may know it: its own moves, and what it was told."""

from collections.abc import Sequence

from game.frontends.presenter.describe import describe
from game.frontends.presenter.events import told_of
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DAY, State


def day_by_day(rules: Ruleset, states: Sequence[State], moves: Sequence[str], side: int) -> dict[int, tuple[str, ...]]:
    """Returns by day, in sentences, what a side did and what it was told; a day on which nothing was has none."""
    found: dict[int, tuple[str, ...]] = {}
    for before, move, after in zip(states, moves, states[1:], strict=False):
        if before[ACTOR] == side:
            found[before[DAY]] = (*found.get(before[DAY], ()), f"You: {describe(rules, before, move)}")
        for event in told_of(rules, (before, move, after), side):
            found[event.day] = (*found.get(event.day, ()), event.text)
    return found
