"""What a move leads to, in plain sentences beside its figures: the end it brings, what it looks at."""

from collections.abc import Iterator

from game.frontends.presenter.room.deadlines import last_night
from game.frontends.presenter.room.intelligence import prospects
from game.frontends.presenter.words import odds
from game.rules.moves import yes_odds
from game.rules.notation import parse_move
from game.rules.preview import ends
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, ENDING, State
from game.rules.transition import apply
from game.scenario.words import Expr, slots

BELIEVED = ", as far as you can tell"


def outlook(rules: Ruleset, view: State, move: str) -> tuple[str, ...]:
    """Returns what a move in notation leads to besides its figures; raises NotationError for no move."""
    number = parse_move(rules, view, move)
    after = apply(rules, view, number)
    side, (verb, _, name) = view[ACTOR], move.partition(" ")
    if verb != "act":
        return tuple(_end(rules, after, side))
    tonight = () if after[ENDING] else last_night(rules, after)
    return (*_end(rules, after, side), *prospects(rules, side, name), *tonight)


def _end(rules: Ruleset, after: State, side: int) -> Iterator[str]:
    name, becomes = ends(rules, after)
    if name is None:
        return
    yield f"Ends the crisis: {rules.scenario.endings[name].name}, for certain."
    if becomes:
        yield may_become(rules, after, name, becomes, side)


def may_become(rules: Ruleset, state: State, name: str, becomes: str, side: int) -> str:
    """Returns the odds of the die by which an ending may turn into another, as a side reckons them."""
    chance = odds(yes_odds(rules, state))
    tree = rules.resolved.sums[("endings", name, "turns_into", "odds")]
    believed = BELIEVED if guessed(rules, tree, side) else ""
    return f"It may become {rules.scenario.endings[becomes].name}: {chance.percent} ({chance.one_in}){believed}."


def guessed(rules: Ruleset, tree: Expr, side: int) -> bool:
    """Returns whether a number rests on what a side cannot see."""
    read = slots(tree, rules.resolved.reckonings, rules.scenario.side_names)
    return any(rules.slots.hidden_from.get(rules.slots.index[name]) == side for name in read)
