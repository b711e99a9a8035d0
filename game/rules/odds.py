"""Tonight's odds as a view shows them, if nobody moves any more: of an incident, and of war."""

from game.rules.dice import chance_outcomes
from game.rules.moves import duties
from game.rules.ruleset import Draft, Ruleset
from game.rules.slots import (
    ACTOR,
    CHANCE,
    DRAWS,
    ENDING,
    INCIDENT,
    MOVE,
    NIGHT,
    NODE,
    OVER,
    SUBJECT,
    WAR,
    State,
)
from game.rules.transition import apply

WHOLE = 10_000
SQUARE = WHOLE * WHOLE
FINE = 10**30
"""The parts in which a range of odds is reckoned; what each die rounds off is far below one in 10,000."""
Range = tuple[int, int]


def nightfall(state: State) -> State:
    """Returns the state as if night fell now."""
    n = [*state]
    n[ACTOR], n[NODE], n[SUBJECT], n[DRAWS] = CHANCE, NIGHT, 0, 0
    return tuple(n)


def hazard(rules: Ruleset, view: State) -> int:
    """Returns the chance in 10,000 of at least one incident tonight; 0 once the match is over."""
    if view[ACTOR] == OVER:
        return 0
    *incidents, _ = rules.night(view)
    return sum(weight for _, weight in incidents)


def war_tonight(rules: Ruleset, view: State) -> int:
    """Returns the chance in 10,000, rounded, that an incident of tonight ends the match in war.

    Every sequence of draws is walked; each draw reads the state that the incidents before it have left.
    """
    if view[ACTOR] == OVER:
        return 0
    draws = rules.scenario.hazard.draws
    unit: int = SQUARE**draws // WHOLE
    return (_from(rules, nightfall(view), draws, {}) + unit // 2) // unit


def _from(rules: Ruleset, state: State, draws: int, known: dict[State, int]) -> int:
    """Returns the chance of war in SQUARE ** draws; the same incidents in another order often leave the same state."""
    if state in known:
        return known[state]
    total, rest = 0, SQUARE ** (draws - 1)
    *incidents, _ = rules.night(state)
    for face, weight in incidents:
        if draws == 1:
            total += weight * _last(rules, state, face)
        else:
            total += weight * _drawn(rules, state, face, draws - 1, rest, known)
    known[state] = total
    return total


def _drawn(rules: Ruleset, state: State, face: int, draws: int, rest: int, known: dict[State, int]) -> int:
    """Returns the chance of war in WHOLE × `rest` once an incident has been drawn."""
    after = apply(rules, state, rules.ids.die + face)
    if after[NODE] != WAR or after[ACTOR] != CHANCE:
        return _ended(rules, after) * rest if after[ENDING] else WHOLE * _from(rules, after, draws, known)
    odds = after[SUBJECT] >> 8
    if odds >= WHOLE:
        return WHOLE * rest
    return odds * rest + (WHOLE - odds) * _from(rules, apply(rules, after, rules.ids.die + 1), draws, known)


def _last(rules: Ruleset, state: State, face: int) -> int:
    """Returns the chance of war in 10,000 of a last draw, without the dawn that would follow it."""
    if rules.scenario.incidents[rules.incidents[face]].changes:
        n = [*state]
        rules.space["incident"][face](n)
        if n[ENDING]:
            return _ended(rules, n)
    odds: int = rules.space["war"][face](state)
    return max(0, min(WHOLE, odds))


def _ended(rules: Ruleset, state: State | Draft) -> int:
    """Returns 10,000 if the ending that an incident led to is a war, else 0."""
    ending = rules.scenario.endings[rules.endings[state[ENDING] - 1]]
    return WHOLE if ending.war else 0


def war_range(rules: Ruleset, view: State) -> Range:
    """Returns the chances in 10,000, rounded, of war until the night's incidents have been answered in the morning.

    The first is that of the most careful answers, the second that of the most reckless; nobody does anything else.
    Every die until then is walked, also those of what the night brings besides incidents.
    """
    low, high = _walked(rules, view if view[ACTOR] == OVER else nightfall(view), {})
    unit = FINE // WHOLE
    return (low + unit // 2) // unit, (high + unit // 2) // unit


def _walked(rules: Ruleset, state: State, known: dict[State, Range]) -> Range:
    """Returns the lowest and the highest chance of war in FINE from a state of the night or the morning on."""
    if state[ACTOR] == OVER:
        war = FINE // WHOLE * _ended(rules, state)
        return war, war
    if state not in known:
        if state[ACTOR] == CHANCE:
            known[state] = _cast(rules, state, known)
        else:
            known[state] = _answered(rules, state, known)
    return known[state]


def _cast(rules: Ruleset, state: State, known: dict[State, Range]) -> Range:
    low = high = 0
    for move, weight in chance_outcomes(rules, state):
        least, most = _walked(rules, apply(rules, state, move), known)
        low, high = low + weight * least, high + weight * most
    return low // WHOLE, high // WHOLE


def _answered(rules: Ruleset, state: State, known: dict[State, Range]) -> Range:
    """Returns the range over the answers to the incident in question, or else to those of the second side."""
    if state[NODE] == INCIDENT:
        ranges = [_walked(rules, apply(rules, state, move), known) for move in duties(rules, state)]
        return min(low for low, _ in ranges), max(high for _, high in ranges)
    draft = [*state]
    rules.begin(draft, 1)
    if state[ACTOR] == 0 and state[NODE] == MOVE and draft[NODE] == INCIDENT:
        return _walked(rules, tuple(draft), known)
    return 0, 0
