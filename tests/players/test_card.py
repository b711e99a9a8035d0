"""A leader's card is drawn from its temper: the harder it is, the higher."""

import pytest

from game.players.card import Card, card
from game.scenario.loader import load_scenario
from game.scenario.story import Temper

SOFT = {"aspires_from": 50, "aspires_to": 10, "yields_to_fear": 90, "opens_at": 10, "opens_after": 1, "ladder": [1, 1]}
HARD = {"aspires_to": 90, "yields_to_fear": 0, "opens_at": 90, "opens_after": 14}


def test_a_harder_temper_has_a_higher_card() -> None:
    soft, hard = card(Temper(**SOFT)), card(Temper(**{**SOFT, **HARD}))
    assert (soft.resolve, soft.patience) < (hard.resolve, hard.patience)


@pytest.mark.parametrize(("key", "value", "figure"), [("gives_to", 0, "face"), ("honest", 0, "trust")])
def test_each_figure_follows_its_own_part_of_the_temper(key: str, value: int, figure: str) -> None:
    one, two = card(Temper(**SOFT)), card(Temper(**{**SOFT, key: value}))
    changed = {name for name in Card.__slots__ if getattr(one, name) != getattr(two, name)}
    assert changed == {figure}


def test_every_leader_of_the_crisis_has_figures_from_0_to_100() -> None:
    for persona in load_scenario("cuba1962").scenario.personas.values():
        found = card(persona.temper)
        assert all(0 <= getattr(found, name) <= 100 for name in Card.__slots__)
