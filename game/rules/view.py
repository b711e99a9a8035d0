"""What one side may know of a state."""

from game.rules.ruleset import Ruleset
from game.rules.slots import State


def view(rules: Ruleset, state: State, side: int) -> State:
    """Returns the state as a side (0 or 1) believes it; the other's secrets leave no trace in it."""
    return rules.viewers[side](state)
