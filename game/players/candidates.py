"""The moves that are worth a search: every duty and answer, the acts, and a few offers out of thousands."""

from collections.abc import Iterator, Sequence

from game.players.bargaining import Ledger, Table
from game.rules.moves import LegalMoves, forms_in, legal_moves
from game.rules.ruleset import Ruleset, channel_of, readable
from game.rules.sides import other
from game.rules.slots import ACTOR, DEAL, NO_DEAL, State

LEVELS = (0, 12, 25, 40, 55, 70)
"""Percent of the most that a deal could bring the other side: what the offers looked at leave to it."""
CHANNELS = 2
"""In how many channels the same offer is thought of."""


def candidates(rules: Ruleset, ledger: Ledger, view: State, most: int) -> tuple[int, ...]:
    """Returns moves of the side to move that are worth a search; of acts and offers at most `most` together."""
    legal = legal_moves(rules, view)
    answers = [move for move in legal.listed if move >= rules.ids.answer]
    acts = [move for move in legal.listed if move < rules.ids.answer]
    talk = list(offers(rules, ledger, view, legal)) if legal.offers and view[DEAL] == NO_DEAL else []
    said = min(len(talk), max(most // 2, most - len(acts)))
    return (*answers, *spread(talk, said), *spread(acts, most - said))


def spread(moves: Sequence[int], most: int) -> list[int]:
    """Returns at most `most` moves, evenly out of all."""
    count = min(len(moves), max(0, most))
    return [moves[k * len(moves) // count] for k in range(count)]


def offers(rules: Ruleset, ledger: Ledger, view: State, legal: LegalMoves) -> Iterator[int]:
    """Yields the offers that are best for the side to move at some levels of what they leave to the other."""
    table = Table(ledger, view, view[ACTOR], forms_in(legal.offers))
    kindest = table.kindest(table.mine)
    room = max(0, kindest.theirs - table.theirs) if kindest else 0
    found = [table.best(table.theirs + level * room // 100) for level in LEVELS]
    for mask in dict.fromkeys(prospect.mask for prospect in found if prospect):
        yield from through(rules, view, legal, mask)


def through(rules: Ruleset, view: State, legal: LegalMoves, mask: int) -> Iterator[int]:
    """Yields the offer of a bundle through the fittest channels: one that answers a letter, then the discreetest."""
    size = len(rules.bundles.masks)
    answered = {channel_of(rules, letter) for _, letter in readable(view, other(view[ACTOR]))}
    channels = list(rules.scenario.channels.values())

    def rank(base: int) -> tuple[bool, bool, int]:
        number = (base - rules.ids.offer) // size
        return number not in answered, not channels[number].secret, number

    fitting = sorted((base for base, forms in legal.offers if not mask & ~forms), key=rank)
    yield from (base + rules.bundles.index[mask] for base in fitting[:CHANNELS])
