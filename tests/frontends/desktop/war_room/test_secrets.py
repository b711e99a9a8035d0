"""States that differ only in the other side's secrets give equal frames."""

import pytest
from conftest import cut_short, dawn

from game.match.match import Match
from game.rules.slots import MOVE, State
from game.rules.view import view


def twin(match: Match, side: int) -> State:
    """Returns the present state with everything that is hidden from a side changed as far as its range allows."""
    state, slots = list(match.state), match.rules.slots
    for slot, blind in slots.hidden_from.items():
        if blind == side and slot in slots.spans:
            low, high = slots.spans[slot]
            state[slot] = high if state[slot] != high else low
    return tuple(state)


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("day", [3, 9])
def test_equal_views_give_equal_frames(lay, history: Match, side: int, day: int) -> None:
    frames = []
    for other in (False, True):
        match = cut_short(history, dawn(history, day, side, MOVE))
        if other:
            changed = twin(match, side)
            assert changed != match.state
            assert view(match.rules, changed, side) == view(match.rules, match.state, side)
            match._states = [*match._states[:-1], changed]
        window = lay(match, seat=side)
        assert window.name == "WarRoom"
        frames.append(window.pixels())
    assert frames[0] == frames[1]
