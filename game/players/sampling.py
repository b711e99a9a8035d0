"""What may really be the case, as far as one side can tell: states drawn to fit its view.

Only the view is looked at, so equal views give equal samples.
"""

from collections.abc import Callable, Sequence

from game.players.player import Draw
from game.players.precedents import precedents
from game.rules.ruleset import Draft, Ruleset, bundle_of, channel_of, readable
from game.rules.sides import other
from game.rules.slots import BELIEFS, BUSY, DAY, ENDING, LETTER, LETTERS, MANDATE, READING, State, beliefs
from game.rules.worth import no_deal, worth

Sampler = Callable[[Draw], State]

LEAST, NEUTRAL, MOST = 4, 20, 60
"""What a letter says for a mandate under which its writer gains by it: the gain in points above NEUTRAL, in bounds."""


def sample(rules: Ruleset, view: State, side: int, draw: Draw) -> State:
    """Returns a state that fits what a side (0 or 1) sees in `view`."""
    return sampler(rules, view, side)(draw)


def sampler(rules: Ruleset, view: State, side: int) -> Sampler:
    """Returns what draws states that fit a side's view, with the work done that all of them share."""
    likely, comparable = weights(rules, view, side), precedents(rules).nearest(view, side)

    def draw_state(draw: Draw) -> State:
        n = list(view)
        n[MANDATE + other(side)] = 1 + drawn(likely, draw)
        plain = tuple(n)
        if comparable:
            seen, true = comparable[draw(len(comparable))]
            err_alike(rules, n, side, seen, true)
            send_alike(rules, n, other(side), seen, true)
        return tuple(n) if goes_on(rules, n) else plain

    return draw_state


def weights(rules: Ruleset, view: State, side: int) -> tuple[int, ...]:
    """Returns how likely each mandate of the other side is, as whole numbers above 0 that need not add up to anything.

    They follow from the reading of it, by the odds that a study errs, and from its open letters: the more its
    writer would gain by one under a mandate, the likelier is that mandate.
    """
    them = other(side)
    likely = [1] * len(rules.mandates[them])
    reading = view[READING + side]
    study = next((study for study in rules.studies.values() if study.side == side and not study.slot), None)
    if reading and study:
        face = rules.ids.die + reading - 1
        likely = [dict(study.outcomes[1 + number]).get(face, 0) for number in range(len(likely))]
    for _, letter in readable(view, them):
        nothing, mask = no_deal(rules, view, them), bundle_of(rules, letter)
        for mandate in range(len(likely)):
            gain = worth(rules, view, them, mask, mandate) - nothing
            likely[mandate] *= max(LEAST, min(MOST, NEUTRAL + gain))
    return tuple(likely)


def drawn(likely: Sequence[int], draw: Draw) -> int:
    """Returns the place of one of some weights, each as likely as it weighs."""
    left = draw(sum(likely))
    for place, weight in enumerate(likely):
        left -= weight
        if left < 0:
            return place
    raise AssertionError("what is drawn lies below the sum of the weights")


def err_alike(rules: Ruleset, n: Draft, side: int, seen: State, true: State) -> None:
    """Lets a side be as wrong in a draft as it was in a precedent, and the other know what it knew there.

    A report of today is right.  A region is taken from the precedent where the side believed the same of it; a
    meter lies as far off what is believed.
    """
    believed, theirs = list(beliefs(n)), beliefs(true)
    for slot, blind in rules.slots.hidden_from.items():
        at = rules.slots.belief[slot]
        if blind != side:
            if theirs[at] == true[slot]:
                believed[at : at + 2] = n[slot], n[DAY]
        elif believed[at + 1] == n[DAY] or seen[slot] == true[slot]:
            continue
        elif slot in rules.slots.limits:
            low, high = rules.slots.limits[slot]
            n[slot] = max(low, min(high, n[slot] + true[slot] - seen[slot]))
        elif seen[slot] == n[slot]:
            n[slot] = true[slot]
            if slot in rules.slots.since:
                n[rules.slots.since[slot]] = min(n[DAY], true[rules.slots.since[slot]])
    n[BELIEFS] = tuple(believed)  # type: ignore[call-overload]


def send_alike(rules: Ruleset, n: Draft, them: int, seen: State, true: State) -> None:
    """Puts letters under way that were under way in a precedent, if it is of the same day and there is room."""
    for slot in (LETTER + 2 * them, LETTER + 2 * them + 1):
        letter = true[slot]
        if letter and not seen[slot] and not n[slot] and true[DAY] == n[DAY]:
            channel = 1 << channel_of(rules, letter)
            if not n[BUSY + them] & channel:
                n[slot] = letter
                n[BUSY + them] |= channel
                n[LETTERS + them] += 1


def goes_on(rules: Ruleset, n: Draft) -> bool:
    """Returns whether a drawn state is one in which the game has not ended."""
    settled = list(n)
    rules.space["settle_all"](settled)
    return not settled[ENDING]
