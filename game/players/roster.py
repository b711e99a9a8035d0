"""Who can sit at the table, by name."""

from game.errors import KnotError
from game.players.persona import persona
from game.players.player import Player, random_player
from game.rules.ruleset import Ruleset
from game.scenario.vocabulary import near

HUMAN, RANDOM = "human", "random"


def player(rules: Ruleset, who: str, side: int) -> Player:
    """Returns the program of that name for a side (0 or 1); raises KnotError if there is none."""
    if who == RANDOM:
        return random_player
    check(rules, who, side)
    return persona(rules, who)


def seat(rules: Ruleset, who: str, side: int) -> Player | None:
    """Returns the program of that name for a side (0 or 1), or None for a human; raises KnotError."""
    return None if who == HUMAN else player(rules, who, side)


def check(rules: Ruleset, who: str, side: int) -> None:
    """Raises KnotError unless `who` can play a side (0 or 1)."""
    names, personas = rules.scenario.side_names, rules.scenario.personas
    if who in (HUMAN, RANDOM) or (who in personas and personas[who].side == names[side]):
        return
    if who in personas:
        raise KnotError(f"{who} plays {personas[who].side}, not {names[side]}")
    known = [HUMAN, *programs(rules, side)]
    raise KnotError(f"'{who}' is nobody who plays {names[side]}{near(who, known)} (there are: {', '.join(known)})")


def programs(rules: Ruleset, side: int) -> list[str]:
    """Returns the names of the programs that can play a side (0 or 1): `random`, then its leaders."""
    name = rules.scenario.side_names[side]
    return [RANDOM, *(who for who, persona in rules.scenario.personas.items() if persona.side == name)]
