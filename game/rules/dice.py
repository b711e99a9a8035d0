"""The dice other than a night's: how they may fall, how likely, and what comes of it."""

from collections.abc import Callable
from typing import TypeAlias

from game.rules import night
from game.rules.deals import broken, months, void
from game.rules.night import chance, ends_in_war
from game.rules.ruleset import Draft, Ruleset, bundle_of, channel_of
from game.rules.sides import bits, other
from game.rules.slots import (
    ACTOR,
    BARRED,
    BARRED_UNTIL,
    BELIEFS,
    CHANCE,
    CLOSE,
    DAY,
    DEAL_MANDATE,
    ENDING,
    FATE,
    FEIGNED,
    FOUND_OUT,
    HAND,
    LEAK,
    LETTER,
    MANDATE,
    MOVE,
    NIGHT,
    NODE,
    OVER,
    READING,
    STUDY,
    SUBJECT,
    TURN,
    TURNS,
    WAR,
    State,
    beliefs,
)

Outcomes: TypeAlias = tuple[tuple[int, int], ...]


def chance_outcomes(rules: Ruleset, state: State) -> Outcomes:
    """Returns each face of the die on the table with its weight (above 0), or () where none is cast."""
    if state[ACTOR] != CHANCE:
        return ()
    node, die = state[NODE], rules.ids.die
    if node == NIGHT:
        return rules.night_faces(state)
    if node == DEAL_MANDATE:
        return tuple((die + k, 1) for k in range(len(rules.mandates[state[SUBJECT]])))
    if node == STUDY:
        return study_outcomes(rules, state)
    odds = yes_odds(rules, state)
    return ((die, odds), (die + 1, 10_000 - odds))


def yes_odds(rules: Ruleset, state: State) -> int:
    """Returns the odds (in 10,000) that the yes-or-no die on the table falls on yes."""
    node = state[NODE]
    if node in (WAR, HAND):
        return state[SUBJECT] >> 8
    if node == CLOSE:
        return rules.timetable[state[DAY]]
    if node == FATE:
        fate = rules.next_fate(state, state[SUBJECT])
        assert fate is not None
        return fate[1]
    if node == LEAK:
        return leak_odds(rules, state, LETTER + state[SUBJECT])
    if node == FOUND_OUT:
        return found_out_odds(rules, state)
    assert node == TURNS
    tree = rules.resolved.sums[("endings", rules.endings[state[ENDING] - 1], "turns_into", "odds")]
    return rules.evaluator(state).number(tree)


def leak_odds(rules: Ruleset, state: State | Draft, slot: int) -> int:
    """Returns the odds (in 10,000) that the letter in a slot leaks."""
    side = (slot - LETTER) // 2
    odds: int = rules.space["leak"][side * len(rules.channels) + channel_of(rules, state[slot])](state)
    return odds


def found_out_odds(rules: Ruleset, state: State | Draft) -> int:
    """Returns the odds (in 10,000) that the feigned clause in question is found out."""
    odds: int = rules.space["found_out"][rules.bundles.forms[state[SUBJECT]].giver](state)
    return odds


def study_outcomes(rules: Ruleset, state: State) -> Outcomes:
    """Returns the readings that intelligence may bring; in a view, where the truth is unknown, all alike."""
    study = rules.studies[state[SUBJECT]]
    return study.outcomes[0 if study.slot else state[MANDATE + other(study.side)]]


def fall_of_mandate(rules: Ruleset, state: State, face: int) -> State:
    """Deals a mandate to the side in question."""
    n = list(state)
    n[MANDATE + state[SUBJECT]] = face + 1
    if not state[SUBJECT]:
        n[SUBJECT] = 1
        return tuple(n)
    rules.space["settle_all"](n)
    if n[ENDING]:
        return rules.finish(n)
    rules.begin(n, 0)
    return tuple(n)


def fall_of_leak(rules: Ruleset, state: State, no: int) -> State:
    """Leaks a letter or not: a leak publishes its secret clauses, voids it and bars them for a while."""
    n, slot = list(state), LETTER + state[SUBJECT]
    n[ACTOR], n[NODE], n[SUBJECT] = state[TURN], MOVE, 0
    if no:
        return tuple(n)
    side, secret = (slot - LETTER) // 2, bundle_of(rules, state[slot]) & rules.bundles.secret
    void(rules, n, slot)
    rules.space["leaked"][side * len(rules.channels) + channel_of(rules, state[slot])](n)
    for form in bits(secret):
        rules.space["expose"][form](n)
        n[BARRED] |= rules.bundles.clause_masks[rules.bundles.forms[form].clause]
    n[BARRED_UNTIL] = state[DAY] + rules.scenario.deals.barred_days
    rules.settle["leak"](n)
    return rules.finish(n) if n[ENDING] else tuple(n)


def fall_of_hand(rules: Ruleset, state: State, no: int) -> State:
    """Lets the answer to an incident get out of hand, or not."""
    n = list(state)
    if not no:
        return ends_in_war(rules, n, state[SUBJECT] & 255)
    rules.begin(n, state[TURN])
    return tuple(n)


def fall_of_found_out(rules: Ruleset, state: State, no: int) -> State:
    """Finds a feigned clause out, or not."""
    n, form = list(state), state[SUBJECT]
    if no:
        n[FEIGNED] |= 1 << form
    else:
        broken(rules, n, form)
    return rules.finish(n) if n[ENDING] else months(rules, n)


def fall_of_study(rules: Ruleset, state: State, face: int) -> State:
    """Gives a side its noisy reading, and goes on to whoever is next."""
    n, study = list(state), rules.studies[state[SUBJECT]]
    if study.slot:
        low, high = rules.slots.limits[study.slot]
        believed, at = list(beliefs(state)), rules.slots.belief[study.slot]
        believed[at : at + 2] = max(low, min(high, state[study.slot] + study.errors[face])), state[DAY]
        n[BELIEFS] = tuple(believed)  # type: ignore[call-overload]
    else:
        n[READING + study.side] = face + 1
    if study.side:
        chance(n, NIGHT, 0)
    else:
        rules.begin(n, 1)
    return tuple(n)


def fall_of_turns(rules: Ruleset, state: State, no: int) -> State:
    """Lets an ending turn into another, or stand."""
    n = list(state)
    if no:
        n[ACTOR] = OVER
        return tuple(n)
    turns = rules.scenario.endings[rules.endings[state[ENDING] - 1]].turns_into
    assert turns is not None
    n[ENDING] = rules.endings.index(turns.ending) + 1
    return rules.finish(n)


FALLS: dict[int, Callable[[Ruleset, State, int], State]] = {
    DEAL_MANDATE: fall_of_mandate,
    LEAK: fall_of_leak,
    NIGHT: night.fall_of_night,
    WAR: night.fall_of_war,
    FATE: night.fall_of_fate,
    CLOSE: night.fall_of_close,
    HAND: fall_of_hand,
    FOUND_OUT: fall_of_found_out,
    STUDY: fall_of_study,
    TURNS: fall_of_turns,
}
"""What the fall of each die does."""
