"""What a side takes the other for: which of its leaders it behaves like, as far as all can see."""

from dataclasses import dataclass

from game.players.persona import persona
from game.players.player import Choice, Draw, Player, random_player
from game.rules.ruleset import Ruleset, bundle_of, readable
from game.rules.sides import other
from game.rules.slots import ACTOR, DAY, DEAL, LADDER, MOVE, NO_DEAL, NODE, State
from game.rules.worth import worth

WHOLE = 1_000
PRIOR = 2
"""How many times as likely the historical leader is as any other, before anything is seen."""
KEEPS = 72
"""Percent of its likelihood that a leader keeps for each rung by which the other side stands off his ladder."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who may lead a side: his name (`` for nobody known), how he plays, his ladder by turns, his prior."""

    name: str
    player: Player
    ladder: tuple[int, ...]
    prior: int


def leaders_of(rules: Ruleset, side: int) -> tuple[Leader, ...]:
    """Returns everybody who may lead a side (0 or 1); where nobody is written, one who plays at random."""
    own = rules.scenario.side_names[side]
    found = tuple(
        Leader(name, persona(rules, name), tuple(written.temper.ladder), PRIOR if written.historical else 1)
        for name, written in rules.scenario.personas.items()
        if written.side == own
    )
    return found or (Leader("", random_player, (0,), 1),)


def listening(leader: Player, going_on: float) -> Player:
    """Returns a leader who, besides what is his own way, signs a letter that brings him more than `going_on` points."""

    def player(rules: Ruleset, view: State, draw: Draw) -> Choice:
        side = view[ACTOR]
        if view[NODE] == MOVE and view[DEAL] == NO_DEAL:
            for number, letter in readable(view, other(side)):
                if worth(rules, view, side, bundle_of(rules, letter)) > going_on:
                    return Choice(rules.ids.answer + 2 * number)
        return leader(rules, view, draw)

    return player


def likeness(view: State, side: int, leaders: tuple[Leader, ...]) -> tuple[int, ...]:
    """Returns, as whole numbers above 0, how likely each leader of the other side is, by where it stands on the ladder.

    `side` (0 or 1) is the one whose view it is; on a day the first side moves first.
    """
    them = other(side)
    turns = view[DAY] - (them > side)
    likely = []
    for leader in leaders:
        off = abs(view[LADDER + them] - leader.ladder[min(turns, len(leader.ladder)) - 1]) if turns else 0
        likely.append(max(1, leader.prior * WHOLE * KEEPS**off // 100**off))
    return tuple(likely)
