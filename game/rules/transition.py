"""What comes of a move: `apply`, and the dice it may lead to.

The order of a night: incidents until it is quiet, certain nightly changes, nightly dice, the timetable's
die; then a new day, lapsed letters, clauses that fall due, and the first side's turn.
"""

from collections.abc import Callable

from game.rules.deals import broken, carry_out, end_settling, lapse_letters, months, sign_letter, void
from game.rules.ruleset import Draft, Ruleset, bundle_of, channel_of
from game.rules.sides import bits, other
from game.rules.slots import (
    ACTOR,
    BARRED,
    BARRED_UNTIL,
    BUSY,
    CHANCE,
    CLIMBED,
    CLOSE,
    DAY,
    DEAL,
    DEAL_MANDATE,
    DRAWN,
    DRAWS,
    ENDING,
    FATE,
    FEIGNED,
    FOUND_OUT,
    HAND,
    LEAK,
    LETTER,
    LETTERS,
    MANDATE,
    MOVE,
    NIGHT,
    NO_DEAL,
    NODE,
    OVER,
    OWED,
    PENDING,
    READING,
    REFUSED,
    STUDY,
    SUBJECT,
    TIME,
    TURN,
    TURNS,
    WAR,
    WROTE,
    State,
)

Outcomes = tuple[tuple[int, int], ...]
LAST_LAPSE = 63


def apply(rules: Ruleset, state: State, move: int) -> State:
    """Returns the state after a legal move; what an illegal one gives is not defined."""
    ids = rules.ids
    if move < ids.answer:
        return rules.act[move](state)
    if move >= ids.offer:
        return offer(rules, state, move - ids.offer)
    if move >= ids.die:
        return DICE[state[NODE]](rules, state, move - ids.die)
    if move >= ids.option:
        return answer_incident(rules, state, move - ids.option)
    if move >= ids.comply:
        return comply(rules, state, (move - ids.comply) % 3)
    return answer_letter(rules, state, *divmod(move - ids.answer, 2))


def chance(draft: Draft, node: int, subject: int) -> None:
    """Puts a die on the table."""
    draft[ACTOR], draft[NODE], draft[SUBJECT] = CHANCE, node, subject


def ended(rules: Ruleset, draft: Draft) -> State | None:
    """Returns the final state (or its last die) once an ending has been reached, else None."""
    return rules.finish(draft) if draft[ENDING] else None


def offer(rules: Ruleset, state: State, code: int) -> State:
    """Sends a letter; one through a channel in which a letter of the other side lies open answers it."""
    n, side = [*state], state[ACTOR]
    channel, bundle = divmod(code, len(rules.bundles.masks))
    slot = LETTER + 2 * side + (state[LETTER + 2 * side] != 0)
    for j in (0, 1):
        theirs = LETTER + 2 * other(side) + j
        if state[theirs] and channel_of(rules, state[theirs]) == channel and (state[theirs] >> 6 & 63) <= state[DAY]:
            void(rules, n, theirs)
    arrives = state[DAY] + max(rules.delays[channel], side)
    n[slot] = code << 12 | arrives << 6 | min(arrives + rules.lasts[channel], LAST_LAPSE)
    n[BUSY + side] |= 1 << channel
    n[WROTE + side] = 1
    n[LETTERS + side] += 1
    rules.space["sent"][side * len(rules.channels) + channel](n)
    rules.settle["offer"](n)
    if n[ENDING]:
        return rules.finish(n)
    if rules.bundles.masks[bundle] & rules.bundles.secret and leak_odds(rules, n, slot) > 0:
        chance(n, LEAK, slot - LETTER)
    return (*n,)


def leak_odds(rules: Ruleset, state: State | Draft, slot: int) -> int:
    """Returns the odds (in 10,000) that a letter with a secret clause leaks."""
    side = (slot - LETTER) // 2
    odds: int = rules.space["leak"][side * len(rules.channels) + channel_of(rules, state[slot])](state)
    return odds


def answer_letter(rules: Ruleset, state: State, number: int, refuse: int) -> State:
    """Accepts or refuses a letter of the other side; accepting voids all others."""
    n, sender = [*state], other(state[ACTOR])
    slot = LETTER + 2 * sender + number
    letter = state[slot]
    if refuse:
        void(rules, n, slot)
        n[REFUSED + sender] += 2
        rules.space["refused"][sender * len(rules.channels) + channel_of(rules, letter)](n)
    else:
        sign_letter(rules, n, sender, letter)
    rules.settle["answer"](n)
    return ended(rules, n) or (*n,)


def comply(rules: Ruleset, state: State, how: int) -> State:
    """Keeps (0), feigns (1) or lets lapse (2) the deferred clause in question."""
    n, form = [*state], state[SUBJECT]
    n[OWED] &= ~(1 << form)
    if how == 0:
        carry_out(rules, n, form)
    elif how == 1:
        chance(n, FOUND_OUT, form)
        if found_out_odds(rules, n) <= 0:
            return fall_of_found_out(rules, (*n,), 1)
        return (*n,)
    else:
        broken(rules, n, form)
    rules.settle["night"](n)
    return ended(rules, n) or months(rules, n)


def found_out_odds(rules: Ruleset, state: State | Draft) -> int:
    """Returns the odds (in 10,000) that the feigned clause in question is found out."""
    giver = rules.bundles.forms[state[SUBJECT]].giver
    odds: int = rules.space["found_out"][giver](state)
    return odds


def answer_incident(rules: Ruleset, state: State, option: int) -> State:
    """Answers the incident in question; the answer may get out of hand."""
    n = [*state]
    n[PENDING] &= ~(1 << state[SUBJECT])
    odds = rules.space["out_of_hand"][option](state)
    rules.space["option"][option](n)
    rules.settle["incident"](n)
    if n[ENDING]:
        return rules.finish(n)
    if odds > 0:
        chance(n, HAND, state[SUBJECT] | min(odds, 10_000) << 8)
    else:
        rules.begin(n, state[ACTOR])
    return (*n,)


def fall_of_mandate(rules: Ruleset, state: State, face: int) -> State:
    """Deals a mandate to the side in question."""
    n = [*state]
    n[MANDATE + state[SUBJECT]] = face + 1
    if state[SUBJECT]:
        rules.begin(n, 0)
    else:
        n[SUBJECT] = 1
    return (*n,)


def fall_of_leak(rules: Ruleset, state: State, no: int) -> State:
    """Leaks a letter or not: a leak publishes its secret clauses, voids it and bars them for a while."""
    n, slot = [*state], LETTER + state[SUBJECT]
    if not no:
        side, mask = (slot - LETTER) // 2, bundle_of(rules, state[slot])
        secret = mask & rules.bundles.secret
        void(rules, n, slot)
        rules.space["leaked"][side * len(rules.channels) + channel_of(rules, state[slot])](n)
        for form in bits(secret):
            rules.space["expose"][form](n)
            n[BARRED] |= rules.bundles.clause_masks[rules.bundles.forms[form].clause]
        n[BARRED_UNTIL] = state[DAY] + rules.scenario.deals.barred_days
        rules.settle["answer"](n)
    n[ACTOR], n[NODE], n[SUBJECT] = state[TURN], MOVE, 0
    return ended(rules, n) or (*n,)


def fall_of_night(rules: Ruleset, state: State, face: int) -> State:
    """Draws an incident, or a quiet rest of the night."""
    n = [*state]
    if face == len(rules.incidents):
        return dawn(rules, n)
    war = rules.space["war"][face](state)
    n[DRAWN] |= 1 << face
    n[PENDING] |= 1 << face
    n[DRAWS] += 1
    rules.space["incident"][face](n)
    rules.settle["incident"](n)
    if n[ENDING]:
        return rules.finish(n)
    if war > 0:
        chance(n, WAR, face | min(war, 10_000) << 8)
        return (*n,)
    return draw_again(rules, n)


def draw_again(rules: Ruleset, n: Draft) -> State:
    """Goes on with the night: another draw, or dawn when no more may come."""
    if n[DRAWS] < rules.scenario.hazard.draws:
        chance(n, NIGHT, 0)
        return (*n,)
    return dawn(rules, n)


def fall_of_war(rules: Ruleset, state: State, no: int) -> State:
    """Starts the war by an incident, or not."""
    n = [*state]
    if no:
        n[SUBJECT] = 0
        return draw_again(rules, n)
    return ends_in_war(rules, n, state[SUBJECT] & 255)


def ends_in_war(rules: Ruleset, n: Draft, incident: int) -> State:
    """Ends the game as an incident does; it stays in question, so that the ending can name it."""
    name = rules.incidents[incident]
    n[SUBJECT] = incident
    n[ENDING] = rules.endings.index(rules.scenario.incidents[name].ends_in) + 1
    return rules.finish(n)


def dawn(rules: Ruleset, n: Draft) -> State:
    """Makes the certain changes of a night, then casts its dice."""
    n[SUBJECT] = 0
    rules.nightly(n)
    rules.settle["night"](n)
    return ended(rules, n) or fates(rules, n, 0)


def fates(rules: Ruleset, n: Draft, first: int) -> State:
    """Casts the nightly dice from number `first` on; certain ones are not cast."""
    for k in range(first, len(rules.space["fate"])):
        odds = rules.space["fate_odds"][k](n)
        if odds >= 10_000:
            rules.space["fate"][k](n)
            rules.settle["night"](n)
            if n[ENDING]:
                return rules.finish(n)
        elif odds > 0:
            chance(n, FATE, k)
            return (*n,)
    return timetable(rules, n)


def fall_of_fate(rules: Ruleset, state: State, no: int) -> State:
    """Makes a nightly change come about, or not."""
    n = [*state]
    if not no:
        rules.space["fate"][state[SUBJECT]](n)
        rules.settle["night"](n)
        if n[ENDING]:
            return rules.finish(n)
    return fates(rules, n, state[SUBJECT] + 1)


def timetable(rules: Ruleset, n: Draft) -> State:
    """Casts the timetable's die, unless a deal has been struck or the day has none."""
    odds = rules.timetable[n[DAY]] if n[DEAL] == NO_DEAL else 0
    if odds >= 10_000:
        return time_is_up(rules, n)
    if odds > 0:
        chance(n, CLOSE, 0)
        return (*n,)
    return morning(rules, n)


def fall_of_close(rules: Ruleset, state: State, no: int) -> State:
    """Ends the game by the timetable, or goes on."""
    return morning(rules, [*state]) if no else time_is_up(rules, [*state])


def time_is_up(rules: Ruleset, n: Draft) -> State:
    """Ends the game without a deal."""
    n[TIME] = 1
    rules.settle["night"](n)
    return rules.finish(n)


def morning(rules: Ruleset, n: Draft) -> State:
    """Begins a new day: letters lapse, clauses fall due, the first side is to move."""
    n[DAY] += 1
    n[DRAWS] = n[SUBJECT] = n[CLIMBED] = n[CLIMBED + 1] = 0
    if n[BARRED] and n[DAY] > n[BARRED_UNTIL]:
        n[BARRED] = 0
    if n[LETTER] or n[LETTER + 1] or n[LETTER + 2] or n[LETTER + 3]:
        lapse_letters(rules, n)
    settled = n[DEAL] != NO_DEAL and end_settling(rules, n)
    rules.settle["night"](n)
    if n[ENDING]:
        return rules.finish(n)
    if settled:
        return months(rules, n)
    rules.begin(n, 0)
    return (*n,)


def fall_of_hand(rules: Ruleset, state: State, no: int) -> State:
    """Lets the answer to an incident get out of hand, or not."""
    n = [*state]
    if not no:
        return ends_in_war(rules, n, state[SUBJECT] & 255)
    rules.begin(n, state[TURN])
    return (*n,)


def fall_of_found_out(rules: Ruleset, state: State, no: int) -> State:
    """Finds a feigned clause out, or not."""
    n, form = [*state], state[SUBJECT]
    if no:
        n[FEIGNED] |= 1 << form
    else:
        broken(rules, n, form)
        rules.settle["night"](n)
    return ended(rules, n) or months(rules, n)


def fall_of_study(rules: Ruleset, state: State, face: int) -> State:
    """Gives a side its noisy reading, and goes on to whoever is next."""
    n, act = [*state], rules.acts[state[SUBJECT]]
    study = rules.scenario.acts[rules.scenario.side_names[act.side]][act.id].studies
    assert study is not None
    if study.what == "their mandate":
        n[READING + act.side] = face + 1
    else:
        owner, _, meter = study.what.rpartition(" ")
        name = meter if not owner else f"{rules.scenario.side_names[other(act.side)]}.{meter}"
        slot = rules.slots.index[name]
        low, high = rules.slots.limits[slot]
        error = list(study.error)[face]
        n[rules.slots.belief[slot]] = max(low, min(high, state[slot] + error))
        n[rules.slots.reported[slot]] = state[DAY]
    n[SUBJECT] = 0
    if act.side:
        chance(n, NIGHT, 0)
    else:
        rules.begin(n, 1)
    return (*n,)


def fall_of_turns(rules: Ruleset, state: State, no: int) -> State:
    """Lets an ending turn into another, or stand."""
    n = [*state]
    if no:
        n[ACTOR] = OVER
        return (*n,)
    turns = rules.scenario.endings[rules.endings[state[ENDING] - 1]].turns_into
    assert turns is not None
    n[ENDING] = rules.endings.index(turns.ending) + 1
    return rules.finish(n)


DICE: dict[int, Callable[[Ruleset, State, int], State]] = {
    DEAL_MANDATE: fall_of_mandate,
    LEAK: fall_of_leak,
    NIGHT: fall_of_night,
    WAR: fall_of_war,
    FATE: fall_of_fate,
    CLOSE: fall_of_close,
    HAND: fall_of_hand,
    FOUND_OUT: fall_of_found_out,
    STUDY: fall_of_study,
    TURNS: fall_of_turns,
}
"""What the fall of each die does."""
