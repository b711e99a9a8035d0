"""What comes of a move."""

from game.rules.deals import broken, carry_out, months, sign_letter, void
from game.rules.dice import FALLS, fall_of_found_out, fall_of_leak, found_out_odds, leak_odds
from game.rules.night import CERTAIN, chance, ends_in_war
from game.rules.ruleset import Draft, Ruleset, arrives, channel_of
from game.rules.sides import other
from game.rules.slots import (
    ACTOR,
    BUSY,
    DAY,
    ENDING,
    FOUND_OUT,
    HAND,
    LEAK,
    LETTER,
    LETTERS,
    NODE,
    OWED,
    PENDING,
    REFUSED,
    SUBJECT,
    WROTE,
    State,
)

LAST_LAPSE = 63


def apply(rules: Ruleset, state: State, move: int) -> State:
    """Returns the state after a legal move; what an illegal one gives is not defined."""
    ids = rules.ids
    if move < ids.answer:
        return rules.act[move](state)
    if move >= ids.offer:
        return offer(rules, state, move - ids.offer)
    if move >= ids.die:
        return FALLS[state[NODE]](rules, state, move - ids.die)
    if move >= ids.option:
        return answer_incident(rules, state, move - ids.option)
    if move >= ids.comply:
        return comply(rules, state, (move - ids.comply) % 3)
    return answer_letter(rules, state, *divmod(move - ids.answer, 2))


def offer(rules: Ruleset, state: State, code: int) -> State:
    """Sends a letter; one through a channel in which a letter of the other side lies open answers it."""
    n, side = list(state), state[ACTOR]
    channel, bundle = divmod(code, len(rules.bundles.masks))
    slot = LETTER + 2 * side + (state[LETTER + 2 * side] != 0)
    theirs = LETTER + 2 * other(side)
    if state[theirs] or state[theirs + 1]:
        answer_by(rules, n, channel, theirs)
    due = state[DAY] + max(rules.delays[channel], side)
    n[slot] = code << 12 | due << 6 | min(due + rules.lasts[channel], LAST_LAPSE)
    n[BUSY + side] |= 1 << channel
    n[WROTE + side] = 1
    n[LETTERS + side] += 1
    if rules.sends[channel]:
        rules.space["sent"][side * len(rules.channels) + channel](n)
    rules.settle["offer"](n)
    if n[ENDING]:
        return rules.finish(n)
    if rules.bundles.masks[bundle] & rules.bundles.secret:
        return may_leak(rules, n, slot)
    return tuple(n)


def answer_by(rules: Ruleset, n: Draft, channel: int, first: int) -> None:
    """Takes away the letters (in two slots from `first`) that a new one through their channel answers."""
    for slot in (first, first + 1):
        if n[slot] and channel_of(rules, n[slot]) == channel and arrives(n[slot]) <= n[DAY]:
            void(rules, n, slot)


def may_leak(rules: Ruleset, n: Draft, slot: int) -> State:
    """Casts the die on whether a letter with a secret clause leaks, unless that is certain or impossible."""
    odds = leak_odds(rules, n, slot)
    if odds <= 0:
        return tuple(n)
    chance(n, LEAK, slot - LETTER)
    return tuple(n) if odds < CERTAIN else fall_of_leak(rules, tuple(n), 0)


def answer_letter(rules: Ruleset, state: State, number: int, refuse: int) -> State:
    """Accepts or refuses a letter of the other side; accepting voids all others."""
    n, sender = list(state), other(state[ACTOR])
    slot = LETTER + 2 * sender + number
    letter = state[slot]
    if refuse:
        void(rules, n, slot)
        n[REFUSED + sender] += 2
        rules.space["refused"][sender * len(rules.channels) + channel_of(rules, letter)](n)
        rules.settle["refuse"](n)
    else:
        sign_letter(rules, n, sender, letter)
        rules.settle["accept"](n)
    return rules.finish(n) if n[ENDING] else tuple(n)


def comply(rules: Ruleset, state: State, how: int) -> State:
    """Keeps (0), feigns (1) or lets lapse (2) the deferred clause in question."""
    n, form = list(state), state[SUBJECT]
    n[OWED] &= ~(1 << form)
    if how == 0:
        carry_out(rules, n, form)
    elif how == 1:
        chance(n, FOUND_OUT, form)
        odds = found_out_odds(rules, n)
        return tuple(n) if 0 < odds < CERTAIN else fall_of_found_out(rules, tuple(n), odds <= 0)
    else:
        broken(rules, n, form)
    return rules.finish(n) if n[ENDING] else months(rules, n)


def answer_incident(rules: Ruleset, state: State, option: int) -> State:
    """Answers the incident in question; the answer may get out of hand."""
    n = list(state)
    n[PENDING] &= ~(1 << state[SUBJECT])
    odds = rules.space["out_of_hand"][option](state)
    rules.space["option"][option](n)
    rules.settle["option"](n)
    if n[ENDING]:
        return rules.finish(n)
    if odds >= CERTAIN:
        return ends_in_war(rules, n, state[SUBJECT])
    if odds > 0:
        chance(n, HAND, state[SUBJECT] | odds << 8)
    else:
        rules.begin(n, state[ACTOR])
    return tuple(n)
