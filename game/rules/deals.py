"""Letters and deals: signing, settling, the months after."""

from game.rules.ruleset import Draft, Ruleset, bundle_of, channel_of, lapses
from game.rules.sides import bits
from game.rules.slots import (
    ACTOR,
    BREACHES,
    BROKEN,
    BUSY,
    DAY,
    DEAL,
    DEAL_DAY,
    ENDING,
    KEPT,
    LETTER,
    MONTHS,
    NODE,
    OWED,
    REFUSED,
    SETTLED,
    SUBJECT,
    TURN,
    WORTH,
)
from game.rules.worth import sign, terms

LETTER_SLOTS = range(LETTER, LETTER + 4)


def void(rules: Ruleset, n: Draft, slot: int) -> None:
    """Takes a letter off the table."""
    n[BUSY + (slot - LETTER) // 2] &= ~(1 << channel_of(rules, n[slot]))
    n[slot] = 0


def lapse_letters(rules: Ruleset, n: Draft) -> None:
    """Takes letters away that nobody answered in time; silence counts half a refusal."""
    today = n[DAY]
    for slot in LETTER_SLOTS:
        if (letter := n[slot]) and lapses(letter) < today:
            sender = (slot - LETTER) // 2
            void(rules, n, slot)
            n[REFUSED + sender] += 1
            rules.space["silence"][1 - sender](n)


def sign_letter(rules: Ruleset, n: Draft, sender: int, letter: int) -> None:
    """Signs the bundle of a letter; every letter on the table becomes void."""
    for slot in LETTER_SLOTS:
        n[slot] = 0
    n[BUSY] = n[BUSY + 1] = 0
    sign(rules, n, bundle_of(rules, letter))
    rules.space["accepted"][sender * len(rules.channels) + channel_of(rules, letter)](n)


def carry_out(rules: Ruleset, n: Draft, form: int) -> None:
    """Carries out a clause form."""
    n[OWED] &= ~(1 << form)
    n[KEPT] |= 1 << form
    rules.space["carry"][form](n)


def broken(rules: Ruleset, n: Draft, form: int) -> None:
    """Marks a clause form as broken for all to see, and charges its giver."""
    giver = rules.bundles.forms[form].giver
    n[OWED] &= ~(1 << form)
    n[BROKEN] |= 1 << form
    n[BREACHES + giver] += 1
    rules.space["breach"][giver](n)


def end_settling(rules: Ruleset, n: Draft) -> bool:
    """Carries out what falls due this morning and returns whether the settling days are over."""
    nights = n[DAY] - n[DEAL_DAY]
    over = nights >= rules.scenario.deals.settling_nights
    for form in bits(n[OWED] & ~rules.bundles.deferred):
        if over or nights >= rules.bundles.forms[form].due:
            carry_out(rules, n, form)
    return over


def months(rules: Ruleset, n: Draft) -> None:
    """Asks each side in turn what becomes of the deferred clauses it owes; then the deal is done."""
    for side in (0, 1):
        owed = n[OWED] & rules.bundles.given[side]
        if owed:
            n[ACTOR] = n[TURN] = side
            n[NODE], n[SUBJECT] = MONTHS, next(bits(owed))
            return
    n[DEAL], n[SUBJECT] = SETTLED, 0
    for side in (0, 1):
        n[WORTH + side] = terms(rules, n, side)
    rules.settle["done"](n)
    end(rules, n)


def end(rules: Ruleset, n: Draft) -> None:
    """Ends a match that cannot go on: by the ending that holds, or else by the last of the file."""
    n[ENDING] = n[ENDING] or len(rules.endings)
    rules.finish(n)
