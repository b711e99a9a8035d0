"""What may be done: legal moves as a set in a fixed order, and the faces of dice with their weights."""

from collections.abc import Iterator

from game.rules.dice import chance_outcomes, yes_odds
from game.rules.ruleset import Draft, Parts, Ruleset
from game.rules.slots import (
    ACTOR,
    CHANCE,
    INCIDENT,
    MONTHS,
    MOVE,
    NODE,
    SUBJECT,
    State,
)

__all__ = ["LegalMoves", "bundle_list", "chance_outcomes", "duties", "forms_in", "legal_moves", "yes_odds"]

MOST_LISTS = 1_024


def bundle_list(rules: Ruleset, allowed: int) -> tuple[int, ...]:
    """Returns the numbers of all bundles made of allowed clause forms; kept, since few such sets occur."""
    found = rules.bundle_lists.get(allowed)
    if found is None:
        if len(rules.bundle_lists) >= MOST_LISTS:
            rules.bundle_lists.clear()
        masks = rules.bundles.masks
        found = tuple(b for b, mask in enumerate(masks) if mask and not mask & ~allowed)
        rules.bundle_lists[allowed] = found
    return found


def forms_in(offers: Parts) -> int:
    """Returns the clause forms, as bits, that at least one of the open channels may carry."""
    forms = 0
    for _, allowed in offers:
        forms |= allowed
    return forms


class LegalMoves:
    """The legal moves of a state: acts, answers and dice listed, offers made only when somebody looks."""

    __slots__ = ("listed", "offers", "rules")

    def __init__(self, rules: Ruleset, listed: tuple[int, ...], offers: Parts) -> None:
        self.rules, self.listed, self.offers = rules, listed, offers

    def __iter__(self) -> Iterator[int]:
        yield from self.listed
        for base, allowed in self.offers:
            for bundle in bundle_list(self.rules, allowed):
                yield base + bundle

    def __len__(self) -> int:
        return len(self.listed) + sum(len(bundle_list(self.rules, allowed)) for _, allowed in self.offers)

    def __contains__(self, move: object) -> bool:
        if move in self.listed:
            return True
        masks = self.rules.bundles.masks
        for base, allowed in self.offers:
            if isinstance(move, int) and base < move < base + len(masks):
                return not masks[move - base] & ~allowed
        return False

    def __bool__(self) -> bool:
        return bool(self.listed or self.offers)


def legal_moves(rules: Ruleset, state: State) -> LegalMoves:
    """Returns the legal moves of a state in a fixed order: acts, answers, offers; dice where one is cast."""
    actor = state[ACTOR]
    if actor < CHANCE:
        if state[NODE] == MOVE:
            return LegalMoves(rules, rules.listed[actor](state), rules.offers[actor](state))
        return LegalMoves(rules, duties(rules, state), ())
    return LegalMoves(rules, tuple(move for move, _ in chance_outcomes(rules, state)), ())


def duties(rules: Ruleset, state: State | Draft) -> tuple[int, ...]:
    """Returns the answers to the incident, or the ways to meet the clause, that is in question."""
    if state[NODE] == INCIDENT:
        return rules.options_open[state[SUBJECT]](state)
    assert state[NODE] == MONTHS
    form = rules.bundles.forms[state[SUBJECT]]
    first = rules.ids.comply + 3 * form.number
    return (first, first + 1, first + 2) if form.can_be_feigned else (first, first + 2)
