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
    draft = list(state)
    advance(rules, draft, move)
    return tuple(draft)


def advance(rules: Ruleset, n: Draft, move: int) -> None:
    """Makes a legal move in a draft, which is a state that may be written on."""
    ids = rules.ids
    if move < ids.answer:
        rules.act[move](n)
    elif move >= ids.offer:
        offer(rules, n, move - ids.offer)
    elif move >= ids.die:
        FALLS[n[NODE]](rules, n, move - ids.die)
    elif move >= ids.option:
        answer_incident(rules, n, move - ids.option)
    elif move >= ids.comply:
        comply(rules, n, (move - ids.comply) % 3)
    else:
        answer_letter(rules, n, *divmod(move - ids.answer, 2))


def offer(rules: Ruleset, n: Draft, code: int) -> None:
    """Sends a letter; one through a channel in which a letter of the other side lies open answers it."""
    side, masks = n[ACTOR], rules.bundles.masks
    channel, bundle = divmod(code, len(masks))
    slot = LETTER + 2 * side + (n[LETTER + 2 * side] != 0)
    if n[BUSY + 1 - side]:
        answer_by(rules, n, channel, LETTER + 2 * other(side))
    due = n[DAY] + max(rules.delays[channel], side)
    n[slot] = code << 12 | due << 6 | min(due + rules.lasts[channel], LAST_LAPSE)
    n[BUSY + side] |= 1 << channel
    n[WROTE + side] = 1
    n[LETTERS + side] += 1
    if rules.sends[channel]:
        rules.space["sent"][side * len(rules.channels) + channel](n)
    rules.settle["offer"](n)
    if n[ENDING]:
        rules.finish(n)
    elif masks[bundle] & rules.bundles.secret:
        may_leak(rules, n, slot)


def answer_by(rules: Ruleset, n: Draft, channel: int, first: int) -> None:
    """Takes away the letters (in two slots from `first`) that a new one through their channel answers."""
    for slot in (first, first + 1):
        if n[slot] and channel_of(rules, n[slot]) == channel and arrives(n[slot]) <= n[DAY]:
            void(rules, n, slot)


def may_leak(rules: Ruleset, n: Draft, slot: int) -> None:
    """Casts the die on whether a letter with a secret clause leaks, unless that is certain or impossible."""
    odds = leak_odds(rules, n, slot)
    if odds > 0:
        chance(n, LEAK, slot - LETTER)
    if odds >= CERTAIN:
        fall_of_leak(rules, n, 0)


def answer_letter(rules: Ruleset, n: Draft, number: int, refuse: int) -> None:
    """Accepts or refuses a letter of the other side; accepting voids all others."""
    sender = other(n[ACTOR])
    slot = LETTER + 2 * sender + number
    letter = n[slot]
    if refuse:
        void(rules, n, slot)
        n[REFUSED + sender] += 2
        rules.space["refused"][sender * len(rules.channels) + channel_of(rules, letter)](n)
    else:
        sign_letter(rules, n, sender, letter)
        rules.settle["accept"](n)
    if n[ENDING]:
        rules.finish(n)


def comply(rules: Ruleset, n: Draft, how: int) -> None:
    """Keeps (0), feigns (1) or lets lapse (2) the deferred clause in question."""
    form = n[SUBJECT]
    n[OWED] &= ~(1 << form)
    if how == 1:
        chance(n, FOUND_OUT, form)
        odds = found_out_odds(rules, n)
        if not 0 < odds < CERTAIN:
            fall_of_found_out(rules, n, odds <= 0)
        return
    if how == 0:
        carry_out(rules, n, form)
    else:
        broken(rules, n, form)
    if n[ENDING]:
        rules.finish(n)
    else:
        months(rules, n)


def answer_incident(rules: Ruleset, n: Draft, option: int) -> None:
    """Answers the incident in question; the answer may get out of hand."""
    incident = n[SUBJECT]
    n[PENDING] &= ~(1 << incident)
    odds = rules.space["out_of_hand"][option](n)
    rules.space["option"][option](n)
    if n[ENDING]:
        rules.finish(n)
    elif odds >= CERTAIN:
        ends_in_war(rules, n, incident)
    elif odds > 0:
        chance(n, HAND, incident | odds << 8)
    else:
        rules.begin(n, n[ACTOR])
