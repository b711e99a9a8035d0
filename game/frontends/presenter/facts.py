"""What a side could know of the match so far: its own views, and what it was told since its last turn.

This is the only place of the presenter in which states are read before the match is over; what leaves it has
gone through the side's view.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.frontends.presenter.events import events
from game.frontends.presenter.models import Event
from game.match.match import Match
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, NIGHT, NODE, TURN, State
from game.rules.view import view as view_of


@dataclass(frozen=True)
class Facts:
    """What a side could know besides its view of this moment.

    `openings` are its views at the start of each of its turns so far, `nightfalls` the gauge at the end of each
    past day by day, `since` what has happened since it last ended a turn, `parting` its view at that moment or None.
    """

    side: int
    openings: tuple[State, ...]
    nightfalls: dict[int, int]
    since: tuple[Event, ...]
    parting: State | None = None


def facts_of(match: Match, side: int) -> Facts:
    """Returns what a side (0 or 1) could know of a match so far."""
    return facts(match.rules, match.states, match.moves, side)


def facts(rules: Ruleset, states: Sequence[State], moves: Sequence[str], side: int) -> Facts:
    """Returns what a side could know; `moves[n]` in notation led from `states[n]` to `states[n + 1]`."""
    firsts = _openings(states, side)
    now = firsts[-1] if firsts else 0
    last = _parting(states, side, now)
    return Facts(
        side,
        tuple(view_of(rules, states[n], side) for n in firsts),
        nightfalls(rules, states),
        _since(rules, states, moves, side, last, now),
        view_of(rules, states[last], side) if last else None,
    )


def nightfalls(rules: Ruleset, states: Sequence[State]) -> dict[int, int]:
    """Returns the public gauge at the end of both turns of each past day."""
    slot = rules.slots.index[rules.scenario.roles.gauge]
    found: dict[int, int] = {}
    for before, state in zip(states, states[1:], strict=False):
        if state[ACTOR] == CHANCE and state[NODE] == NIGHT and before[ACTOR] < CHANCE:
            found[state[DAY]] = state[slot]
    return found


def _openings(states: Sequence[State], side: int) -> tuple[int, ...]:
    """Returns the numbers of the states in which a day's turn of a side begins."""
    found: dict[int, int] = {}
    for n, state in enumerate(states):
        if state[ACTOR] == side:
            found.setdefault(state[DAY], n)
    return tuple(found.values())


def _parting(states: Sequence[State], side: int, now: int) -> int:
    """Returns the number of the state in which a side's last turn had ended, or 0 if it had none."""
    first = now
    while first > 0 and not (states[first - 1][TURN] == side and states[first - 1][ACTOR] == side):
        first -= 1
    return first


def _since(
    rules: Ruleset, states: Sequence[State], moves: Sequence[str], side: int, first: int, now: int
) -> tuple[Event, ...]:
    """Returns what was told between the end of a side's last turn and the beginning of this one."""
    steps = [(states[n], moves[n], states[n + 1]) for n in range(first, now)] if first else []
    own = (states[first - 1], moves[first - 1], states[first]) if first else None
    return events(rules, steps, side, own)
