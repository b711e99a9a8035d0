"""A table with one row a game, for other programs; docs/simulation.md says what each column means."""

import csv
from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from typing import TypeAlias

from game.rules.notation import format_bundle
from game.rules.ruleset import Ruleset
from game.rules.sides import bits
from game.simulation.game import Game, Signing

Cell: TypeAlias = int | str
OfGame: TypeAlias = Callable[[Ruleset, Game], Cell]
OfSide: TypeAlias = Callable[[Ruleset, Game, int], Cell]


def of_deal(read: Callable[[Ruleset, Signing], Cell]) -> OfGame:
    """Returns what reads a cell from the deal that stood at the end; it stays empty where there was none."""
    return lambda rules, game: read(rules, game.deal) if game.deal else ""


def happened(rules: Ruleset, game: Game) -> str:
    """Returns the ids of the incidents that happened, in the order of the scenario."""
    return " ".join(rules.incidents[number] for number in bits(game.incidents))


SIDE_COLUMNS: dict[str, OfSide] = {
    "mandate": lambda rules, game, side: rules.mandates[side][game.mandates[side]],
    "score": lambda rules, game, side: game.scores[side],
    "terms": lambda rules, game, side: game.deal.terms[side] if game.deal else "",
    "letters": lambda rules, game, side: game.letters[side],
    "first_letter": lambda rules, game, side: game.first_letters[side] or "",
    "refused": lambda rules, game, side: game.refused[side],
    "top": lambda rules, game, side: game.tops[side],
    "breaches": lambda rules, game, side: game.breaches[side],
}
"""What is told of each side, in columns called by the side's id and this name."""

COLUMNS: dict[str, OfGame] = {
    "ending": lambda rules, game: rules.endings[game.ending],
    "settled": lambda rules, game: int(game.settled),
    "war": lambda rules, game: rules.scenario.endings[rules.endings[game.ending]].war or "",
    "day": lambda rules, game: game.day,
    "peak": lambda rules, game: game.peak[0],
    "peak_day": lambda rules, game: game.peak[1],
    "exposed": lambda rules, game: game.exposed or "",
    "deadline": lambda rules, game: game.deadline or "",
    "moves": lambda rules, game: game.moves,
    "deal_day": of_deal(lambda rules, deal: deal.day),
    "balance": of_deal(lambda rules, deal: deal.balance),
    "signed_by": of_deal(lambda rules, deal: rules.scenario.side_names[deal.by]),
    "open_letters": of_deal(lambda rules, deal: deal.letters),
    "deal": of_deal(lambda rules, deal: format_bundle(rules, deal.deal)),
    "incidents": happened,
}
"""What is told once a game."""


def header(rules: Ruleset) -> list[str]:
    """Returns the names of the columns: what tells games apart, what is told of each side and of the game."""
    sides = rules.scenario.side_names
    return ["seed", *(f"{side}_{name}" for name in ("player", *SIDE_COLUMNS) for side in sides), *COLUMNS]


def row(rules: Ruleset, players: Sequence[str], game: Game) -> list[Cell]:
    """Returns the cells of a game between two players, named by side (0, 1)."""
    told = [read(rules, game, side) for read in SIDE_COLUMNS.values() for side in (0, 1)]
    return [game.seed, *players, *told, *(read(rules, game) for read in COLUMNS.values())]


def written(rows: Iterable[Sequence[Cell]]) -> str:
    """Returns rows as lines of comma-separated values, the same on every system."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
