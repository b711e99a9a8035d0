"""Tonight's odds as a view shows them, if nobody moves any more: of an incident, and of war."""

from game.rules.ruleset import Draft, Ruleset
from game.rules.slots import ACTOR, CHANCE, DRAWS, ENDING, NIGHT, NODE, OVER, SUBJECT, WAR, State
from game.rules.transition import apply

WHOLE = 10_000
SQUARE = WHOLE * WHOLE


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
        rules.settle["incident"](n)
        if n[ENDING]:
            return _ended(rules, n)
    odds: int = rules.space["war"][face](state)
    return max(0, min(WHOLE, odds))


def _ended(rules: Ruleset, state: State | Draft) -> int:
    """Returns 10,000 if the ending that an incident led to is a war, else 0."""
    ending = rules.scenario.endings[rules.endings[state[ENDING] - 1]]
    return WHOLE if ending.war else 0
