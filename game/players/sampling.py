"""What may really be the case, as far as one side can tell: states drawn to fit its view.

Only the view is looked at, so equal views give equal samples.
"""

from collections.abc import Callable, Mapping, Sequence

from game.players.player import Draw
from game.rules.ruleset import Draft, Ruleset, arrives, bundle_of
from game.rules.sides import other
from game.rules.slots import BELIEFS, DAY, ENDING, MANDATE, READING, State, beliefs
from game.rules.worth import no_deal, worth
from game.scenario.arrows import followers

Sampler = Callable[[Draw], State]

LEAST, NEUTRAL, MOST = 4, 20, 60
"""What a letter says for a mandate under which its writer gains by it: the gain in points above NEUTRAL, in bounds."""
MOVED_ON, MOVED_ON_MOST = 5, 40
"""Percent, for each day that a report is old, that a region has moved on since; and the most it comes to."""
OFF, OFF_MOST = 2, 10
"""The points that a meter may lie off a report of today, one more for each day; and the most it comes to."""
KNOWN = 50
"""Percent of what a side hides that the other side is taken to know all the same."""


def sample(rules: Ruleset, view: State, side: int, draw: Draw) -> State:
    """Returns a state that fits what a side (0 or 1) sees in `view`."""
    return sampler(rules, view, side)(draw)


def sampler(rules: Ruleset, view: State, side: int) -> Sampler:
    """Returns what draws states that fit a side's view, with the work done that all of them share."""
    likely, later = weights(rules, view, side), next_states(rules)

    def draw_state(draw: Draw) -> State:
        n = list(view)
        n[MANDATE + other(side)] = 1 + drawn(likely, draw)
        plain, believed = tuple(n), list(beliefs(view))
        for slot, blind in rules.slots.hidden_from.items():
            at = rules.slots.belief[slot]
            if blind == side:
                drift(rules, n, slot, believed[at + 1], later, draw)
            elif draw(100) < KNOWN:
                believed[at : at + 2] = n[slot], n[DAY]
        n[BELIEFS] = tuple(believed)  # type: ignore[call-overload]
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
    for number in (0, 1):
        letter = rules.letter(view, them, number)
        if letter and arrives(letter) <= view[DAY]:
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


def next_states(rules: Ruleset) -> dict[int, tuple[int, ...]]:
    """Returns, for each slot of a region, the state that comes next by an arrow from each state, or that state."""
    found = {}
    for name, region in rules.scenario.regions.items():
        states, follow = list(region.states), followers(region)
        found[rules.slots.index[name]] = tuple(
            min((later for to in follow[state] if (later := states.index(to)) > number), default=number)
            for number, state in enumerate(states)
        )
    return found


def drift(rules: Ruleset, n: Draft, slot: int, reported: int, later: Mapping[int, tuple[int, ...]], draw: Draw) -> None:
    """Moves a hidden slot of a draft from what is believed, the further the older the report (0: never) is."""
    age = n[DAY] - (reported or 1)
    if slot not in later:
        low, high = rules.slots.limits[slot]
        most = min(OFF_MOST, OFF + age)
        n[slot] = max(low, min(high, n[slot] + draw(2 * most + 1) - most))
    elif age and draw(100) < min(MOVED_ON_MOST, MOVED_ON * age):
        n[slot] = later[slot][n[slot]]
        if slot in rules.slots.since:
            n[rules.slots.since[slot]] = n[DAY] - draw(age)


def goes_on(rules: Ruleset, n: Draft) -> bool:
    """Returns whether a drawn state is one in which the game has not ended."""
    settled = list(n)
    rules.space["settle_all"](settled)
    return not settled[ENDING]
