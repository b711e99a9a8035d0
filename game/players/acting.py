"""How a scripted leader acts: its rules first, else the act nearest to where it wants to stand on the ladder."""

from game.players.player import Choice, Draw
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import ACTOR, DAY, DEAL, LADDER, LETTER, NO_DEAL, State
from game.rules.transition import apply
from game.scenario.story import Persona

STEEPEST, DEEPEST = 3, -2
WITHIN = 4
"""A leader does not let the other get further ahead on the ladder than this many rungs."""


def by_rule(rules: Ruleset, view: State, name: str, verb: str, moves: tuple[int, ...], draw: Draw) -> Choice | None:
    """Returns the move of the first rule of a persona that holds, is drawn and names one of `moves`, or None."""
    evaluator = rules.evaluator(view)
    texts = {format_move(rules, view, move): move for move in moves}
    for i, rule in enumerate(rules.scenario.personas[name].rules):
        move = texts.get(rule.play) if rule.play.startswith(verb) else None
        if move is None or not evaluator.all(rules.resolved.conditions[("personas", name, "rules", i, "when")]):
            continue
        if rule.chance == 100 or draw(100) < rule.chance:
            return Choice(move, rule.because)
    return None


def act(rules: Ruleset, view: State, persona: Persona, name: str, moves: tuple[int, ...], draw: Draw) -> Choice:
    """Returns the act that ends a persona's turn."""
    side = view[ACTOR]
    open_acts = tuple(move for move in moves if move < rules.ids.answer)
    if view[DEAL] == NO_DEAL:
        ruled = by_rule(rules, view, name, "act ", open_acts, draw)
        if ruled:
            return ruled
    plain = [move for move in open_acts if not _grave(rules, move)]
    step = wanted_step(rules, view, persona, side)
    nearest = min(abs(rules.acts[move].rung - step) for move in plain)
    choices = [move for move in plain if abs(rules.acts[move].rung - step) == nearest]
    move = choices[draw(len(choices))]
    rung = rules.acts[move].rung
    return Choice(move, persona.sayings["climb" if rung > 0 else "calm" if rung < 0 else "hold"])


def _grave(rules: Ruleset, move: int) -> bool:
    """Returns whether an act is one that only a rule may choose: it ends the game, breaks a deal or runs a clock."""
    info = rules.acts[move]
    written = rules.scenario.acts[rules.scenario.side_names[info.side]][info.id]
    clock = rules.scenario.roles.deadline
    return bool(written.ends_in or written.repudiates or info.rung > STEEPEST or (clock and clock in written.changes))


def wanted_step(rules: Ruleset, view: State, persona: Persona, side: int) -> int:
    """Returns the rungs a persona would like to climb (or climb down) today."""
    temper, gauge = persona.temper, rules.read(view, rules.scenario.roles.gauge)
    if view[DEAL] != NO_DEAL:
        return -1
    if gauge > temper.cap:
        return -1 - (gauge - temper.cap) // 8
    target = temper.ladder[min(view[DAY], len(temper.ladder)) - 1]
    target = max(target, view[LADDER + other(side)] - WITHIN)
    if view[LETTER + 2 * side] or view[LETTER + 2 * side + 1]:
        target -= 2
    return max(DEEPEST, min(STEEPEST, target - view[LADDER + side]))


def answer(rules: Ruleset, view: State, persona: Persona, name: str, moves: tuple[int, ...], draw: Draw) -> Choice:
    """Returns a persona's answer to an incident: by rule, else with restraint or without."""
    ruled = by_rule(rules, view, name, "answer ", moves, draw)
    if ruled:
        return ruled
    gauge = rules.scenario.roles.gauge
    heat = {move: rules.read(apply(rules, view, move), gauge) for move in moves}
    restrained = draw(100) < persona.temper.restraint + max(0, (rules.read(view, gauge) - 50) // 2)
    move = (min if restrained else max)(moves, key=lambda m: (heat[m], m))
    return Choice(move, persona.sayings["answer"])
