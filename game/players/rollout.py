"""Games played to their end from any state, cheaply: what forecast, search and debrief are made of."""

from game.players.persona import persona
from game.players.player import Player, random_player
from game.rules.night import fall_of_night
from game.rules.play import WHOLE, Random
from game.rules.play import draw as cast
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, CHANCE, NIGHT, NODE, OVER, State
from game.rules.transition import advance


def rollout(rules: Ruleset, state: State, players: BySide[Player], random: Random) -> State:
    """Returns how the game ends when `players` go on from a state; `random` gives floats from 0 up to below 1.

    Each player sees its own view only.  The same numbers drawn give the same end.
    """
    n, viewers = list(state), rules.viewers

    def draw(below: int) -> int:
        return int(random() * below)

    while (actor := n[ACTOR]) != OVER:
        if actor != CHANCE:
            advance(rules, n, players[actor](rules, viewers[actor](tuple(n)), draw).move)
        elif n[NODE] == NIGHT:
            fall_of_night(rules, n, rules.draw_night(n, random() * WHOLE))
        else:
            advance(rules, n, cast(rules, n, random))
    return tuple(n)


def historical(rules: Ruleset) -> BySide[Player]:
    """Returns the one policy of each side in rollouts: its historical leader, or random play where none is written."""
    return BySide(_leader(rules, 0), _leader(rules, 1))


def _leader(rules: Ruleset, side: int) -> Player:
    name = historical_name(rules, side)
    return persona(rules, name) if name else random_player


def historical_name(rules: Ruleset, side: int) -> str | None:
    """Returns the name of the historical leader of a side (0 or 1), or None if the scenario has none."""
    own = rules.scenario.side_names[side]
    return next((name for name, p in rules.scenario.personas.items() if p.side == own and p.historical), None)
