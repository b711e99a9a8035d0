"""How a scripted leader acts: its rules first, else the act nearest to where it wants to stand on the ladder."""

from collections.abc import Sequence

from game.players.player import Choice, Draw
from game.players.script import STEEPEST, Rule, Script
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import DAY, DEAL, LADDER, LETTER, NO_DEAL, State
from game.rules.transition import apply

DEEPEST = -2
WITHIN = 4
"""A leader does not let the other get further ahead on the ladder than this many rungs."""
WAITING = 2
"""The rungs by which a leader holds back while a letter of its own waits for an answer."""


def by_rule(rules: Sequence[Rule], view: State, moves: tuple[int, ...], draw: Draw) -> Choice | None:
    """Returns the move of the first rule that names one of `moves`, holds and is drawn, or None."""
    for rule in rules:
        for move in rule.moves:
            if move in moves and rule.holds(view) and (rule.chance == 100 or draw(100) < rule.chance):
                return Choice(move, rule.because)
    return None


def act(script: Script, view: State, moves: tuple[int, ...], draw: Draw) -> Choice:
    """Returns the act that ends a persona's turn."""
    if view[DEAL] == NO_DEAL:
        ruled = by_rule(script.acts, view, moves, draw)
        if ruled:
            return ruled
    step, rungs = wanted_step(script, view), script.rungs
    plain = [move for move in moves if move in rungs]
    if not behind(script, view):  # a step is answered by any step; else only what builds the threat is worth climbing
        plain = [move for move in plain if rungs[move] <= 0 or move in script.threats]
    nearest = min([abs(rungs[move] - step) for move in plain])
    choices = [move for move in plain if abs(rungs[move] - step) == nearest]
    move = choices[draw(len(choices))]
    says, rung = script.sayings, rungs[move]
    return Choice(move, says.climb if rung > 0 else says.calm if rung < 0 else says.hold)


def behind(script: Script, view: State) -> bool:
    """Returns whether the other side stands further up the ladder than a leader lets it get ahead."""
    return view[LADDER + other(script.side)] - WITHIN > view[LADDER + script.side]


def wanted_step(script: Script, view: State) -> int:
    """Returns the rungs a persona would like to climb (or climb down) today."""
    temper, side, gauge = script.temper, script.side, view[script.gauge]
    if view[DEAL] != NO_DEAL:
        return -1
    if gauge > temper.cap:
        return -1 - (gauge - temper.cap) // 8
    target = temper.ladder[min(view[DAY], len(temper.ladder)) - 1]
    target = max(target, view[LADDER + other(side)] - WITHIN)
    if view[LETTER + 2 * side] or view[LETTER + 2 * side + 1]:
        target -= WAITING
    return max(DEEPEST, min(STEEPEST, target - view[LADDER + side]))


def answer(rules: Ruleset, script: Script, view: State, moves: tuple[int, ...], draw: Draw) -> Choice:
    """Returns a persona's answer to an incident: by rule, else with restraint or without."""
    ruled = by_rule(script.answers, view, moves, draw)
    if ruled:
        return ruled
    heat = {move: apply(rules, view, move)[script.gauge] for move in moves}
    restrained = draw(100) < script.temper.restraint + max(0, (view[script.gauge] - 50) // 2)
    move = (min if restrained else max)(moves, key=lambda m: (heat[m], m))
    return Choice(move, script.sayings.answer)
