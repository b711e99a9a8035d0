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


def chance_outcomes(rules: Ruleset, state: State | Draft) -> Outcomes:
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


def yes_odds(rules: Ruleset, state: State | Draft) -> int:
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
    odds: int = rules.space["turns"](state)[0]
    return odds


def leak_odds(rules: Ruleset, state: State | Draft, slot: int) -> int:
    """Returns the odds (in 10,000) that the letter in a slot leaks."""
    side = (slot - LETTER) // 2
    odds: int = rules.space["leak"][side * len(rules.channels) + channel_of(rules, state[slot])](state)
    return odds


def found_out_odds(rules: Ruleset, state: State | Draft) -> int:
    """Returns the odds (in 10,000) that the feigned clause in question is found out."""
    odds: int = rules.space["found_out"][rules.bundles.forms[state[SUBJECT]].giver](state)
    return odds


def study_outcomes(rules: Ruleset, state: State | Draft) -> Outcomes:
    """Returns the readings that intelligence may bring; in a view, where the truth is unknown, all alike."""
    study = rules.studies[state[SUBJECT]]
    return study.outcomes[0 if study.slot else state[MANDATE + other(study.side)]]


def fall_of_mandate(rules: Ruleset, n: Draft, face: int) -> None:
    """Deals a mandate to the side in question."""
    n[MANDATE + n[SUBJECT]] = face + 1
    if not n[SUBJECT]:
        n[SUBJECT] = 1
        return
    rules.space["settle_all"](n)
    if n[ENDING]:
        rules.finish(n)
    else:
        rules.begin(n, 0)


def fall_of_leak(rules: Ruleset, n: Draft, no: int) -> None:
    """Leaks a letter or not: a leak publishes its secret clauses, voids it and bars them for a while."""
    slot = LETTER + n[SUBJECT]
    n[ACTOR], n[NODE], n[SUBJECT] = n[TURN], MOVE, 0
    if no:
        return
    side, channel = (slot - LETTER) // 2, channel_of(rules, n[slot])
    secret = bundle_of(rules, n[slot]) & rules.bundles.secret
    void(rules, n, slot)
    rules.space["leaked"][side * len(rules.channels) + channel](n)
    for form in bits(secret):
        rules.space["expose"][form](n)
        n[BARRED] |= rules.bundles.clause_masks[rules.bundles.forms[form].clause]
    n[BARRED_UNTIL] = n[DAY] + rules.scenario.deals.barred_days
    rules.settle["leak"](n)
    if n[ENDING]:
        rules.finish(n)


def fall_of_hand(rules: Ruleset, n: Draft, no: int) -> None:
    """Lets the answer to an incident get out of hand, or not."""
    if no:
        rules.begin(n, n[TURN])
    else:
        ends_in_war(rules, n, n[SUBJECT] & 255)


def fall_of_found_out(rules: Ruleset, n: Draft, no: int) -> None:
    """Finds a feigned clause out, or not."""
    if no:
        n[FEIGNED] |= 1 << n[SUBJECT]
    else:
        broken(rules, n, n[SUBJECT])
    if n[ENDING]:
        rules.finish(n)
    else:
        months(rules, n)


def fall_of_study(rules: Ruleset, n: Draft, face: int) -> None:
    """Gives a side its noisy reading, and goes on to whoever is next."""
    study = rules.studies[n[SUBJECT]]
    if study.slot:
        low, high = rules.slots.limits[study.slot]
        believed, at = list(beliefs(n)), rules.slots.belief[study.slot]
        believed[at : at + 2] = max(low, min(high, n[study.slot] + study.errors[face])), n[DAY]
        n[BELIEFS] = tuple(believed)  # type: ignore[call-overload]
    else:
        n[READING + study.side] = face + 1
    if study.side:
        chance(n, NIGHT, 0)
    else:
        rules.begin(n, 1)


def fall_of_turns(rules: Ruleset, n: Draft, no: int) -> None:
    """Lets an ending turn into another, or stand."""
    if no:
        n[ACTOR] = OVER
        return
    n[ENDING] = rules.space["turns"](n)[1]
    rules.finish(n)


FALLS: dict[int, Callable[[Ruleset, Draft, int], None]] = {
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
