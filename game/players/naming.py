"""What a player calls a move when it explains itself: the names that the scenario gives."""

from game.rules.notation import COMPLY
from game.rules.ruleset import Ruleset
from game.rules.sides import bits
from game.rules.slots import ACTOR, SUBJECT, State


def move_name(rules: Ruleset, view: State, move: int) -> str:
    """Returns the name of a legal move of the side to move, in words of the scenario."""
    scenario, ids = rules.scenario, rules.ids
    if move < ids.answer:
        return scenario.acts[scenario.side_names[view[ACTOR]]][rules.acts[move].id].name
    if move >= ids.offer:
        return _offer_name(rules, move)
    if move >= ids.option:
        incident = scenario.incidents[rules.incidents[view[SUBJECT]]]
        return incident.options[rules.option_names[move - ids.option]].name
    if move >= ids.comply:
        clause, how = divmod(move - ids.comply, 3)
        return f"{COMPLY[how]}: {list(scenario.clauses.values())[clause].name}"
    return "refuse a letter" if (move - ids.answer) % 2 else "accept a letter"


def _offer_name(rules: Ruleset, move: int) -> str:
    channel, bundle = divmod(move - rules.ids.offer, len(rules.bundles.masks))
    clauses = [rules.bundles.forms[i].clause for i in bits(rules.bundles.masks[bundle])]
    named = ", ".join(rules.scenario.clauses[clause].name for clause in dict.fromkeys(clauses))
    return f"a letter ({rules.scenario.channels[rules.channels[channel]].name}: {named})"
