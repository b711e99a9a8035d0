"""How things stood day by day: gauge, ladders, what no deal was worth, what each side could make of the other."""

from game.analysis.bargain import no_deals
from game.analysis.risk import is_nightfall
from game.match.findings import Reading, Standing
from game.match.match import Match
from game.players.sampling import weights
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide, other
from game.rules.slots import ACTOR, CHANCE, DAY, LADDER, MANDATE, READING, State
from game.rules.view import view


def standings(match: Match) -> tuple[Standing, ...]:
    """Returns how things stood on each day of a match."""
    rules, gauge = match.rules, match.rules.slots.index[match.rules.scenario.roles.gauge]
    turns: dict[tuple[int, int], State] = {}
    evenings: dict[int, State] = {}
    for state in match.states:
        if state[ACTOR] < CHANCE:
            turns.setdefault((state[DAY], state[ACTOR]), state)
        if state[DAY] not in evenings or not is_nightfall(evenings[state[DAY]]):
            evenings[state[DAY]] = state
    return tuple(
        Standing(
            day,
            state[gauge],
            BySide(state[LADDER], state[LADDER + 1]),
            no_deals(rules, state),
            BySide(_reading(rules, turns.get((day, 0)), 0), _reading(rules, turns.get((day, 1)), 1)),
        )
        for day, state in evenings.items()
    )


def _reading(rules: Ruleset, state: State | None, side: int) -> Reading | None:
    if state is None:
        return None
    seen = view(rules, state, side)
    likely = weights(rules, seen, side)
    said = seen[READING + side] - 1
    shares = tuple(weight / sum(likely) for weight in likely)
    return Reading(shares, state[MANDATE + other(side)] - 1, said if said >= 0 else None)
