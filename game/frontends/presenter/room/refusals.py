"""Why a move that is no move here is refused, in words."""

from game.errors import NotationError
from game.frontends.presenter.facts import Facts
from game.frontends.presenter.room.acts import closed
from game.frontends.presenter.table.composer import offer_sheet
from game.rules.notation import ANSWERS, COMPLY, parse_offer
from game.rules.ruleset import Ruleset, readable
from game.rules.sides import other
from game.rules.slots import MOVE, NODE, State

FIRST = "answer what is in question first"


def refusal(rules: Ruleset, view: State, facts: Facts, move: str) -> str:
    """Returns why a move in notation may not be played now, or `` where it spells no move at all."""
    verb, _, rest = move.partition(" ")
    if verb == "act":
        return _act(rules, view, facts.side, rest)
    if verb == "offer":
        return _offer(rules, view, facts.side, move)
    if verb in ANSWERS and rest.isdigit():
        return _letter(rules, view, facts, int(rest[:2]))
    if verb in COMPLY and rest in rules.scenario.clauses:
        return "no word of yours falls due on that now"
    if verb == "answer" and rest in rules.option_names:
        return "nothing has happened that this would answer"
    return ""


def _act(rules: Ruleset, view: State, side: int, name: str) -> str:
    found = {act.side: number for number, act in enumerate(rules.acts) if act.id == name}
    if side in found:
        return closed(rules, view, found[side])
    return f"only {rules.scenario.sides[rules.scenario.side_names[other(side)]].capital} can do that" if found else ""


def _offer(rules: Ruleset, view: State, side: int, move: str) -> str:
    try:
        number = parse_offer(rules, move)
    except NotationError:
        return ""
    mask = rules.bundles.masks[(number - rules.ids.offer) % len(rules.bundles.masks)]
    return offer_sheet(rules, view, side, move.split()[1], mask).reason


def _letter(rules: Ruleset, view: State, facts: Facts, number: int) -> str:
    if number in facts.answered:
        return f"your letter through {facts.answered[number]} was the answer to it"
    there = [place + 1 for place, _ in readable(view, other(facts.side))]
    if number in there:
        return FIRST if view[NODE] != MOVE else ""
    if not there:
        return "no letter of theirs lies open"
    return f"there is no letter {number} of theirs, only {' and '.join(map(str, there))}"
