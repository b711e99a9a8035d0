"""What a deal, no deal or an ending is worth, in lines that add up to it exactly."""

from collections.abc import Iterable

from game.frontends.presenter.describe import form_words
from game.frontends.presenter.reasons import FIXED, Wording, additive_parts
from game.frontends.presenter.words import capital, signed
from game.rules.preview import clause_points
from game.rules.ruleset import Draft, Ruleset
from game.rules.slots import MANDATE, TERMS, WORTH, State
from game.rules.worth import no_deal, sign, standing, worth
from game.scenario.words import Sum

Lines = tuple[tuple[str, int], ...]
REST = "rounding, and keeping to the scale"


def deal_lines(rules: Ruleset, view: State, side: int, mask: int) -> Lines:
    """Returns what signing a bundle now would be worth to a side: clauses, what signing changes, what it holds."""
    total = rules.resolved.sums[("scores", rules.scenario.side_names[side])]
    before, after = list(view), list(view)
    sign(rules, after, mask)
    held, signed = (_parts(rules, draft, side, total) for draft in (before, after))
    changes = {name: signed.get(name, 0) - held.get(name, 0) for name in {**held, **signed}}
    lines = [
        *_clauses(rules, after, side),
        *((f"{name}: what signing changes", amount) for name, amount in changes.items()),
        *((name if name == FIXED else f"{name}: as it stands", amount) for name, amount in held.items()),
    ]
    return _summed(lines, worth(rules, view, side, mask))


def no_deal_lines(rules: Ruleset, view: State, side: int) -> Lines:
    """Returns what having no deal is worth to a side, in lines."""
    name = f"{rules.scenario.side_names[side]}.{rules.scenario.roles.no_deal}"
    total = rules.resolved.reckonings[name]
    return _summed(_parts(rules, view, side, total).items(), no_deal(rules, view, side))


def standing_lines(rules: Ruleset, view: State, side: int) -> Lines:
    """Returns what the signed deal is worth to a side as things stand, in lines."""
    total = rules.resolved.sums[("scores", rules.scenario.side_names[side])]
    return score_lines(rules, view, side, total, standing(rules, view, side))


def score_lines(rules: Ruleset, state: State, side: int, total: Sum, score: int) -> Lines:
    """Returns the final score of a side in lines, that of the clauses clause by clause."""
    parts = _parts(rules, state, side, total)
    signed = _clauses(rules, state, side) if state[TERMS] and _terms(rules, side) in _names(rules, total) else []
    return _summed([*signed, *parts.items()], score)


def own_lines(rules: Ruleset, side: int, lines: Lines) -> Lines:
    """Returns lines for a column of a side's own, in which that side is not named again."""
    prefix = f"{rules.scenario.sides[rules.scenario.side_names[side]].short}: "
    plain = ((name.removeprefix(prefix), amount) for name, amount in lines)
    return tuple((capital(name), amount) for name, amount in plain)


def _parts(rules: Ruleset, state: State | Draft, side: int, total: Sum) -> dict[str, int]:
    """Returns the lines of a sum in a state as if no clause were worth anything."""
    draft = list(state)
    draft[WORTH + side] = 0
    return additive_parts(rules, tuple(draft), total)


def _terms(rules: Ruleset, side: int) -> str:
    return Wording(rules).slot(f"{rules.scenario.side_names[side]}.terms")


def _names(rules: Ruleset, total: Sum) -> set[str]:
    return {Wording(rules).line(line) for line in total.lines}


def _clauses(rules: Ruleset, state: State | Draft, side: int) -> list[tuple[str, int]]:
    points, red_line = clause_points(rules, state, side)
    values = rules.values[side][state[MANDATE + side] - 1]
    lines = [(_named(rules, number, values[number], amount), amount) for number, amount in points]
    return [*lines, ("your red line is broken", red_line)]


def _named(rules: Ruleset, number: int, value: int, amount: int) -> str:
    """Returns a clause form by name, with its full worth where part of that rests on a word not yet kept."""
    name = form_words(rules, number)
    return name if value == amount else f"{name}: of {signed(value)}, what counts of their word"


def _summed(lines: Iterable[tuple[str, int]], value: int) -> Lines:
    """Returns the lines that count, with what is missing to the value."""
    kept = [(name, amount) for name, amount in lines if amount]
    rest = value - sum(amount for _, amount in kept)
    return (*kept, (REST, rest)) if rest else tuple(kept)
