"""What was offered, what it was worth to both, and what might have been signed, all from the true state and exact."""

from collections.abc import Sequence

from game.match.fates import fate, new_letter
from game.match.findings import Chance, Frontier, Offer, Terms
from game.match.match import Match
from game.rules.moves import bundle_list
from game.rules.notation import parse_move
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide, other
from game.rules.slots import ACTOR, BUSY, CHANCE, DAY, DEAL, LETTER, MANDATE, TERMS, WROTE, State
from game.rules.worth import no_deal, worth

TOP = 100


def offers(match: Match) -> tuple[Offer, ...]:
    """Returns every letter of a match, in order."""
    return tuple(_offer(match, ply) for ply, entry in enumerate(match.history) if entry.move.startswith("offer "))


def _offer(match: Match, ply: int) -> Offer:
    rules, before, after = match.rules, match.states[ply], match.states[ply + 1]
    side, them = before[ACTOR], other(before[ACTOR])
    move = parse_move(rules, before, match.moves[ply])
    channel, bundle = divmod(move - rules.ids.offer, len(rules.bundles.masks))
    mask, letter = rules.bundles.masks[bundle], new_letter(before, after, side)
    needs, never, _ = rules.red_lines[them][before[MANDATE + them] - 1]
    came, ended = fate(match.states, match.moves, ply, letter)
    return Offer(
        ply=ply,
        day=before[DAY],
        side=side,
        channel=rules.channels[channel],
        terms=weighed(rules, before, mask),
        no_deal=no_deals(rules, before),
        crossed=bool((needs and not mask & needs) or mask & never),
        fate=came,
        ended=ended,
    )


def weighed(rules: Ruleset, state: State, mask: int) -> Terms:
    """Returns a bundle with what signing it in a state would be worth to each side."""
    return Terms(mask, BySide(_kept(worth(rules, state, 0, mask)), _kept(worth(rules, state, 1, mask))))


def no_deals(rules: Ruleset, state: State) -> BySide[int]:
    """Returns what no deal is worth to each side in a state, 0 to 100."""
    return BySide(_kept(no_deal(rules, state, 0)), _kept(no_deal(rules, state, 1)))


def _kept(points: int) -> int:
    return max(0, min(TOP, points))


def allowed(rules: Ruleset, state: State) -> int:
    """Returns the clause forms that could stand in a letter of a day, as bits; 0 where no letter may be sent."""
    free = list(state)
    free[LETTER : LETTER + 4] = [0] * 4
    free[BUSY] = free[BUSY + 1] = free[WROTE] = free[WROTE + 1] = 0
    forms = 0
    for side in (0, 1):
        for _, open_ in rules.offers[side](free):
            forms |= open_
    return forms


def possible(rules: Ruleset, state: State) -> list[Terms]:
    """Returns every bundle that could be offered in a state, with its worth to each side."""
    return [weighed(rules, state, rules.bundles.masks[k]) for k in bundle_list(rules, allowed(rules, state))]


def chance_of(rules: Ruleset, state: State) -> Chance:
    """Returns the best deal that both would have signed in a state."""
    floor = no_deals(rules, state)
    good = [terms for terms in possible(rules, state) if all(w >= f for w, f in zip(terms.worth, floor, strict=True))]
    return Chance(state[DAY], floor, best_of(good, floor))


def best_of(deals: Sequence[Terms], floor: BySide[int]) -> Terms | None:
    """Returns the deal that is best for both together; of equals the one that leaves the poorer side most."""

    def rank(terms: Terms) -> tuple[int, int, int]:
        least = min(value - nothing for value, nothing in zip(terms.worth, floor, strict=True))
        return -terms.joint, -least, terms.mask

    return min(deals, key=rank, default=None)


def frontier(match: Match) -> Frontier | None:
    """Returns the deals that were possible when the deal was signed, or when one last could be; None if never."""
    rules, states = match.rules, match.states
    stands, signings = match.state[DEAL], [n for n, move in enumerate(match.moves) if move.startswith("accept ")]
    if stands:
        state = states[signings[-1]]
        deals = [*possible(rules, state), weighed(rules, state, match.state[TERMS])]
        reached = deals[-1].worth
    else:
        open_ = [state for state in states if state[ACTOR] < CHANCE and allowed(rules, state)]
        result = match.outcome
        if not open_ or result is None:
            return None
        state, reached = open_[-1], result.scores
        deals = possible(rules, state)
    floor = no_deals(rules, state)
    best = best_of(deals, floor)
    return Frontier(state[DAY], bool(stands), unbeaten(deals), floor, reached, best) if best else None


def unbeaten(deals: Sequence[Terms]) -> tuple[Terms, ...]:
    """Returns the deals that no other beats for both at once, from best for the first side on; one for each point."""
    found = list[Terms]()
    for terms in sorted(deals, key=lambda terms: (-terms.worth.first, -terms.worth.second, terms.mask)):
        if not found or terms.worth.second > found[-1].worth.second:
            found.append(terms)
    return tuple(found)
