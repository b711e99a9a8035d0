"""What a scripted leader is like, in four figures drawn from the temper that the scenario gives it."""

from dataclasses import dataclass

from game.scenario.story import Temper

DAY = 8
"""Points of patience for each day that a leader lets pass before it writes of its own accord."""
TOP = 100


@dataclass(frozen=True, slots=True)
class Card:
    """A leader in figures from 0 to 100.

    `resolve` is how little time and fear make it give way, `patience` how long it waits before it talks, `face` how
    much it minds to be the one that gives, `trust` how far its word and its letters can be taken as they are.
    """

    resolve: int
    patience: int
    face: int
    trust: int


def card(temper: Temper) -> Card:
    """Returns the card of a leader with a temper."""
    return Card(
        resolve=_mean(temper.aspires_to, TOP - temper.yields_to_fear),
        patience=_mean(temper.opens_at, DAY * temper.opens_after),
        face=_mean(TOP - temper.gives_to, temper.cap),
        trust=_mean(temper.honest, TOP - temper.bluffs_below),
    )


def _mean(one: int, two: int) -> int:
    return (max(0, min(TOP, one)) + max(0, min(TOP, two))) // 2
