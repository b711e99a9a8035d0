"""What may be done: legal moves as a set in a fixed order, and the faces of dice with their weights."""

from collections.abc import Iterator

from game.rules.ruleset import Parts, Ruleset
from game.rules.slots import (
    ACTOR,
    CHANCE,
    CLOSE,
    DAY,
    DEAL_MANDATE,
    ENDING,
    FATE,
    FOUND_OUT,
    HAND,
    INCIDENT,
    LEAK,
    LETTER,
    MANDATE,
    MONTHS,
    MOVE,
    NIGHT,
    NODE,
    OVER,
    STUDY,
    SUBJECT,
    TURNS,
    WAR,
    State,
)
from game.rules.transition import Outcomes, found_out_odds, leak_odds

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


def duties(rules: Ruleset, state: State) -> tuple[int, ...]:
    """Returns the answers to the incident, or the ways to meet the clause, that is in question."""
    if state[NODE] == INCIDENT:
        return rules.options_open[state[SUBJECT]](state)
    assert state[NODE] == MONTHS
    form = rules.bundles.forms[state[SUBJECT]]
    first = rules.ids.comply + 3 * list(rules.bundles.clause_masks).index(form.clause)
    return (first, first + 1, first + 2) if form.can_be_feigned else (first, first + 2)


def chance_outcomes(rules: Ruleset, state: State) -> Outcomes:
    """Returns each face of the die on the table with its weight (above 0), or () where none is cast."""
    if state[ACTOR] != CHANCE:
        return ()
    node, die = state[NODE], rules.ids.die
    if node == NIGHT:
        return tuple([(die + k, weight) for k, weight in rules.night(state)])
    if node == DEAL_MANDATE:
        return tuple((die + k, 1) for k in range(len(rules.mandates[state[SUBJECT]])))
    if node == STUDY:
        return study_outcomes(rules, state)
    odds = yes_odds(rules, state)
    return ((die, odds), (die + 1, 10_000 - odds))


def yes_odds(rules: Ruleset, state: State) -> int:
    """Returns the odds (in 10,000) that the yes-or-no die on the table falls on yes."""
    node = state[NODE]
    if node in (WAR, HAND):
        return state[SUBJECT] >> 8
    if node == CLOSE:
        return rules.timetable[state[DAY]]
    if node == LEAK:
        return leak_odds(rules, state, LETTER + state[SUBJECT])
    if node == FOUND_OUT:
        return found_out_odds(rules, state)
    if node == FATE:
        odds: int = rules.space["fate_odds"][state[SUBJECT]](state)
        return odds
    assert node == TURNS
    return turning_odds(rules, state)


def turning_odds(rules: Ruleset, state: State) -> int:
    """Returns the odds that the ending reached turns into another."""
    tree = rules.resolved.sums[("endings", rules.endings[state[ENDING] - 1], "turns_into", "odds")]
    return rules.evaluator(state).number(tree)


def study_outcomes(rules: Ruleset, state: State) -> Outcomes:
    """Returns the readings that intelligence may bring; in a view, where the truth is unknown, all alike."""
    act, die = rules.acts[state[SUBJECT]], rules.ids.die
    study = rules.scenario.acts[rules.scenario.side_names[act.side]][act.id].studies
    assert study is not None
    if study.what != "their mandate":
        return tuple((die + k, odds) for k, odds in enumerate(study.error.values()) if odds)
    true, count = state[MANDATE + 1 - act.side] - 1, len(rules.mandates[1 - act.side])
    if true < 0:
        return tuple((die + k, 1) for k in range(count))
    wrong = (10_000 - study.right) // max(1, count - 1)
    right = 10_000 - wrong * (count - 1)
    return tuple((die + k, odds) for k in range(count) if (odds := right if k == true else wrong))


def is_over(state: State) -> bool:
    """Returns whether the match has ended."""
    return state[ACTOR] == OVER
