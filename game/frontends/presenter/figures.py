"""Previews in words: each value that a move changes, before and after, for the side that reads."""

from game.frontends.presenter.basics import Figure, Tone
from game.frontends.presenter.words import capital, halves, minus, odds, signed, state_word
from game.rules.notation import parse_move
from game.rules.preview import Line, Preview, preview
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import ACTOR, State

ORDER = (
    "gauge",
    "hazard",
    "war",
    "balance",
    "ladder",
    "climbed",
    "home",
    "standing",
    "world",
    "trust",
    "alert",
    "phase",
    "deadline",
    "no_deal",
    "yielding",
    "fear",
    "refused",
    "meter",
    "region",
)
NAMES = {
    "hazard": "Incident tonight",
    "war": "War tonight",
    "ladder": "Ladder",
    "climbed": "Climbed today",
    "refused": "Refused",
    "balance": "Balance of threats",
    "fear": "Fear",
    "no_deal": "No deal is worth",
    "yielding": "Price of yielding",
}
BETTER_LOW = ("gauge", "hazard", "war", "fear", "yielding", "climbed")
BETTER_HIGH = ("home", "standing", "trust", "no_deal")


def preview_figures(
    rules: Ruleset, view: State, move: str, tonight: tuple[int, int] | None = None
) -> tuple[Figure, ...]:
    """Returns what a move in notation changes, the weightiest first; raises NotationError for no move.

    `tonight` are the odds on the gauge now, of an incident and of war in 10,000; without it they are worked out.
    """
    return figures(rules, preview(rules, view, parse_move(rules, view, move), tonight), view[ACTOR])


def figures(rules: Ruleset, of: Preview, side: int) -> tuple[Figure, ...]:
    """Returns a preview in words for a side, in the order of the screen, its own values before the other's."""
    lines = sorted(of.lines, key=lambda line: (ORDER.index(line.kind), line.side not in (None, side)))
    found = (_figure(rules, line, side) for line in lines if _wanted(line, side))
    return tuple(figure for figure in found if figure.before != figure.after)  # nothing moves that is shown alike


def _wanted(line: Line, side: int) -> bool:
    """Returns whether a line belongs on the screen: what weighs on the other side alone is theirs to read."""
    return not (line.kind in ("no_deal", "yielding", "fear") and line.side not in (None, side))


def _figure(rules: Ruleset, line: Line, side: int) -> Figure:
    delta = line.after - line.before
    before, after = spell(rules, line, line.before), spell(rules, line, line.after)
    if not line.seen and line.kind not in ("region", "phase", "alert", "deadline"):
        before, after = "", signed(delta)
    return Figure(
        line.kind,
        name_of(rules, line.kind, line.name, line.side),
        before,
        after,
        line.before,
        line.after,
        _tone(line.kind, line.side, side, delta),
        line.side,
        line.seen,
    )


def name_of(rules: Ruleset, kind: str, name: str, owner: int | None) -> str:
    """Returns the name of a value, with its owner's where each side has one."""
    scenario = rules.scenario
    if name in scenario.meters:
        word = scenario.meters[name].name
    elif name in scenario.regions:
        word = scenario.regions[name].name
    else:
        word = NAMES[kind]
    if owner is None:
        return word
    party = scenario.sides[scenario.side_names[owner]]
    return f"{party.capital}'s {word.lower()}" if kind == "trust" else f"{word} ({party.short})"


def whose_trust(rules: Ruleset, owner: int) -> str:
    """Returns whose trust in whom the trust of a side is."""
    ours, theirs = (rules.scenario.sides[rules.scenario.side_names[side]].capital for side in (owner, other(owner)))
    word = rules.scenario.meters[rules.scenario.roles.trust].name.lower()
    return f"{capital(ours)}'s {word} in {theirs}"


def spell(rules: Ruleset, line: Line, value: int) -> str:
    """Returns a value as shown: odds, halves, the words of a state, or a number."""
    if line.kind in ("hazard", "war"):
        return odds(value).percent
    if line.kind == "refused":
        return halves(value)
    return state_word(rules, line.name, value) if line.name in rules.scenario.regions else minus(value)


def _tone(kind: str, owner: int | None, side: int, delta: int) -> Tone:
    own = owner is None or owner == side
    if kind in BETTER_LOW and own:
        return "better" if delta < 0 else "worse"
    if kind in BETTER_HIGH and own:
        return "better" if delta > 0 else "worse"
    return "plain"
