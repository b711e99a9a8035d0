"""Games played to their end from any state, cheaply: what forecast, search and debrief are made of."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.players.persona import persona
from game.players.player import Player, random_player
from game.rules.dice import yes_odds
from game.rules.night import fall_of_night
from game.rules.outcome import outcome
from game.rules.play import WHOLE, Random
from game.rules.play import draw as cast
from game.rules.ruleset import Draft, Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, CHANCE, HAND, NIGHT, NODE, OVER, TURNS, WAR, State
from game.rules.transition import advance

Step = Callable[[Draft], None]

GRAVE = (WAR, HAND, TURNS)
"""The dice of which one face ends the game."""


class Expectation(NamedTuple):
    """What a game is worth before its gravest dice are cast: the sides' scores (0 to 100) and the share of war."""

    scores: BySide[float]
    war: float


def rollout(rules: Ruleset, state: State, players: BySide[Player], random: Random) -> State:
    """Returns how the game ends when `players` go on from a state; `random` gives floats from 0 up to below 1.

    Each player sees its own view only.  The same numbers drawn give the same end.
    """
    n, step = list(state), stepper(rules, players, random)
    while n[ACTOR] != OVER:
        step(n)
    return tuple(n)


def expectation(rules: Ruleset, state: State, players: BySide[Player], random: Random) -> Expectation:
    """Returns what a rollout is worth on average over the dice that may start a war; all others are cast once.

    Its mean is that of rollouts, but it varies much less, since the game goes on behind every war that may come.
    """
    first = second = war = 0.0
    for weight, end in forked(rules, state, players, random):
        result = outcome(rules, end)
        assert result is not None
        first += weight * result.scores.first
        second += weight * result.scores.second
        war += weight * (result.war is not None)
    return Expectation(BySide(first, second), war)


def forked(rules: Ruleset, state: State, players: BySide[Player], random: Random) -> Iterator[tuple[float, State]]:
    """Yields the ends of a rollout, each with its share, where it forks at every die that may start a war.

    The shares add up to 1; all other dice are cast once on each way.
    """
    step = stepper(rules, players, random)
    open_: list[tuple[float, Draft]] = [(1.0, list(state))]
    while open_:
        share, n = open_.pop()
        while n[ACTOR] != OVER and not (n[ACTOR] == CHANCE and n[NODE] in GRAVE):
            step(n)
        if n[ACTOR] == OVER:
            yield share, tuple(n)
        else:
            odds, grave = yes_odds(rules, n) / WHOLE, list(n)
            advance(rules, grave, rules.ids.die)
            advance(rules, n, rules.ids.die + 1)
            open_ += ((share - share * odds, n), (share * odds, grave))


def stepper(rules: Ruleset, players: BySide[Player], random: Random) -> Step:
    """Returns what takes a draft one decision or die further."""
    viewers, quick = rules.viewers, rules.draw_night

    def draw(below: int) -> int:
        return int(random() * below)

    def step(n: Draft) -> None:
        actor = n[ACTOR]
        if actor != CHANCE:
            advance(rules, n, players[actor](rules, viewers[actor](tuple(n)), draw).move)
        elif n[NODE] == NIGHT:
            fall_of_night(rules, n, quick(n, random() * WHOLE))
        else:
            advance(rules, n, cast(rules, n, random))

    return step


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
