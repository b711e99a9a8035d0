"""States that differ in nothing that a side may know."""

from game.rules.ruleset import Ruleset
from game.rules.slots import MANDATE, READING, State


def scrambled(rules: Ruleset, state: State, side: int) -> State:
    """Returns a state that differs in what a side cannot know: the other's mandate, reading, secrets and drafts."""
    n = [*state]
    them = 1 - side
    if n[MANDATE + them]:
        n[MANDATE + them] = n[MANDATE + them] % len(rules.mandates[them]) + 1
    n[READING + them] = (n[READING + them] + 1) % (1 + len(rules.mandates[side]))
    for slot, blind in rules.slots.hidden_from.items():
        if blind == side:
            low, high = rules.slots.spans[slot]
            n[slot] = low + (n[slot] - low + 1) % (high - low + 1)
    return tuple(n)
