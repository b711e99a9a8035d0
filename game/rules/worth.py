"""What a deal is worth to a side, in the points of its final score: the one figure of player, script and search."""

from game.rules.ruleset import Draft, Ruleset
from game.rules.sides import bits
from game.rules.slots import (
    BROKEN,
    DAY,
    DEAL,
    DEAL_DAY,
    FACE,
    FEIGNED,
    KEPT,
    MANDATE,
    OWED,
    STRUCK,
    TERMS,
    WEIGHT,
    WORTH,
    State,
)


def terms(rules: Ruleset, state: State | Draft, side: int, mandate: int | None = None) -> int:
    """Returns what the signed clauses are worth to a side in points, under its mandate or that of number `mandate`."""
    number = state[MANDATE + side] - 1 if mandate is None else mandate
    counts: int = rules.space["counts"][side](state)
    return clause_value(rules, side, number, state[TERMS], counts, state[OWED], state[BROKEN] | state[FEIGNED])


def clause_value(
    rules: Ruleset, side: int, mandate: int, signed: int, counts: int, owed: int = -1, lost: int = 0
) -> int:
    """Returns what clause forms are worth to a side under a mandate, in points, with its red line.

    A received form that rests on the other's word counts by `counts` percent while it is owed.  A lost one brings its
    receiver nothing and costs its giver what did not rest on his word.
    """
    values, mine, total = rules.values[side][mandate], rules.bundles.given[side], 0
    for i in bits(signed):
        form, value = rules.bundles.forms[i], values[i]
        if lost >> i & 1:
            value = value * (100 - form.rests_on_word) // 100 if mine >> i & 1 else 0
        elif form.deferred and not mine >> i & 1 and owed >> i & 1:
            value = value * (100 * (100 - form.rests_on_word) + form.rests_on_word * counts) // 10_000
        total += value
    needs, never, costs = rules.red_lines[side][mandate]
    crossed = (needs and not signed & needs) or signed & never
    return total - costs if crossed else total


def sign(rules: Ruleset, draft: Draft, mask: int) -> None:
    """Changes a draft as the signing of a bundle of clause forms does: terms, face, promises, both sides' effects."""
    bundle, faces, weights, space = rules.bundles.index[mask], rules.faces, rules.weights, rules.space
    draft[TERMS] = draft[OWED] = mask
    draft[KEPT] = draft[BROKEN] = draft[FEIGNED] = 0
    draft[DEAL], draft[DEAL_DAY] = STRUCK, draft[DAY]
    draft[FACE], draft[FACE + 1] = faces[0][bundle], faces[1][bundle]
    draft[WEIGHT], draft[WEIGHT + 1] = weights[0][bundle], weights[1][bundle]
    for signed in space["signed"]:
        signed(draft)
    promise = space["promise"]
    for form in rules.bundles.members[bundle]:
        promise[form](draft)


def worth(rules: Ruleset, state: State, side: int, mask: int, mandate: int | None = None) -> int:
    """Returns the score (not yet kept within 0–100) that signing a bundle now would bring a side."""
    draft = list(state)
    sign(rules, draft, mask)
    draft[WORTH + side] = terms(rules, draft, side, mandate)
    value: int = rules.space["settled"][side](draft)
    return value


def standing(rules: Ruleset, state: State, side: int) -> int:
    """Returns the score (not yet kept within 0–100) that the signed deal would bring a side if it were over now."""
    draft = list(state)
    draft[WORTH + side] = terms(rules, draft, side)
    value: int = rules.space["settled"][side](draft)
    return value


def no_deal(rules: Ruleset, state: State, side: int) -> int:
    """Returns what having no deal is worth to a side in points, read from the balance of threats of a state."""
    return rules.reckon(state, rules.scenario.roles.no_deal, side)
