"""What a move would do as far as its side may know: before and after, in integers."""

from dataclasses import dataclass

from game.rules.moves import yes_odds
from game.rules.odds import hazard, war_tonight
from game.rules.ruleset import Draft, Ruleset, arrives, lapses
from game.rules.sides import BySide, bits, other
from game.rules.slots import (
    ACTOR,
    CHANCE,
    CLIMBED,
    ENDING,
    FOUND_OUT,
    HAND,
    LADDER,
    LEAK,
    LETTER,
    MANDATE,
    NODE,
    REFUSED,
    TERMS,
    TURNS,
    State,
)
from game.rules.transition import apply
from game.rules.view import view as view_of
from game.rules.worth import no_deal, terms, worth

CERTAIN = 10_000


@dataclass(frozen=True)
class Line:
    """Something that changes: its role or kind, slot or reckoning, owner if each side has one, before and after.

    `kind` is a role of the scenario, or `ladder`, `climbed`, `refused`, `hazard`, `war`, `meter`, `region`; odds
    are in 10,000, regions hold the numbers of their states.  Where `seen` is false the side cannot check it:
    both values are its own estimate, and only the difference is sure.
    """

    kind: str
    name: str
    side: int | None
    before: int
    after: int
    seen: bool = True


@dataclass(frozen=True)
class OfferFacts:
    """What an offer is worth in points of the final score, and how it travels.

    `worth` is exact for the writer's own mandate; `them` has one value for each mandate the other side may have.
    """

    worth: int
    no_deal: int
    them: tuple[int, ...]
    them_no_deal: int
    face: BySide[int]
    leak: int
    arrives: int
    lapses: int


@dataclass(frozen=True)
class Preview:
    """Everything a side may know of what a move does; `die` is the odds in 10,000 of the die it leads to, if any.

    `ending` is the ending that the move brings for certain, `becomes` what that may still turn into by `die`.
    """

    lines: tuple[Line, ...]
    die: int | None = None
    ending: str | None = None
    offer: OfferFacts | None = None
    becomes: str | None = None


def preview(rules: Ruleset, view: State, move: int, tonight: tuple[int, int] | None = None) -> Preview:
    """Returns what a legal move of the side to act would change, read from its view alone.

    `tonight` are the hazard and war odds of the view itself, where the caller knows them already.
    """
    side = view[ACTOR]
    after = apply(rules, view, move)
    ending, becomes = ends(rules, after)
    lines = changed(rules, view, after, side)
    if ending is None:
        lines += _odds(rules, tonight or odds_of(rules, view), after)
    die = yes_odds(rules, after) if after[ACTOR] == CHANCE and after[NODE] in (LEAK, HAND, FOUND_OUT, TURNS) else None
    facts = offer_facts(rules, view, after, move) if move >= rules.ids.offer else None
    return Preview(lines, die, ending, facts, becomes)


def ends(rules: Ruleset, after: State) -> tuple[str | None, str | None]:
    """Returns the ending reached in a state and, if a die on that is still to be cast, the one it may turn into."""
    if not after[ENDING]:
        return None, None
    name = rules.endings[after[ENDING] - 1]
    turns = rules.scenario.endings[name].turns_into
    return name, turns.ending if turns and after[ACTOR] == CHANCE and after[NODE] == TURNS else None


def odds_of(rules: Ruleset, view: State) -> tuple[int, int]:
    """Returns tonight's hazard and war odds in 10,000, if nobody moves any more."""
    return hazard(rules, view), war_tonight(rules, view)


def _odds(rules: Ruleset, before: tuple[int, int], after: State) -> tuple[Line, ...]:
    pairs = zip(("hazard", "war"), before, odds_of(rules, after), strict=True)
    return tuple(Line(kind, kind, None, low, high) for kind, low, high in pairs if low != high)


def offer_facts(rules: Ruleset, view: State, after: State, move: int) -> OfferFacts:
    """Returns what an offer is worth and how it travels; `after` is the view once it has been sent.

    A letter that is sure to leak is gone as soon as it is sent: it arrives on day 0, that is never.
    """
    side = view[ACTOR]
    mask = rules.bundles.masks[(move - rules.ids.offer) % len(rules.bundles.masks)]
    slots = (LETTER + 2 * side, LETTER + 2 * side + 1)
    letter = next((after[slot] for slot in slots if after[slot] != view[slot]), 0)
    bundle = rules.bundles.index[mask]
    leaks = after[ACTOR] == CHANCE and after[NODE] == LEAK
    return OfferFacts(
        worth(rules, view, side, mask),
        no_deal(rules, view, side),
        worth_to_them(rules, view, side, mask),
        no_deal(rules, view, other(side)),
        BySide(rules.faces[0][bundle], rules.faces[1][bundle]),
        yes_odds(rules, after) if leaks else 0 if letter else CERTAIN,
        arrives(letter),
        lapses(letter),
    )


def worth_to_them(rules: Ruleset, view: State, side: int, mask: int) -> tuple[int, ...]:
    """Returns what a bundle would be worth to the other side of `side` under each mandate it may have."""
    them = other(side)
    return tuple(worth(rules, view, them, mask, number) for number in range(len(rules.mandates[them])))


def clause_points(rules: Ruleset, state: State | Draft, side: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Returns each signed clause form with its points for a side, and the cost of its red line if that is broken.

    Together they are what `worth.terms` returns.
    """
    needs, never, costs = rules.red_lines[side][state[MANDATE + side] - 1]

    def cost(signed: int) -> int:
        return costs if (needs and not signed & needs) or signed & never else 0

    n, points = list(state), []
    for number in bits(state[TERMS]):
        n[TERMS] = 1 << number
        points.append((number, terms(rules, n, side) + cost(1 << number)))
    return tuple(points), -cost(state[TERMS])


def changed(rules: Ruleset, before: State, after: State, side: int) -> tuple[Line, ...]:
    """Returns every named value that differs between two views of a side; `after` may still hold its estimates."""
    seen, slots = view_of(rules, after, side), rules.slots
    lines = []
    for slot, (kind, name, owner) in named_slots(rules).items():
        if seen[slot] != before[slot]:
            lines.append(Line(kind, name, owner, before[slot], seen[slot]))
        elif slots.hidden_from.get(slot) == side and after[slot] != before[slot]:
            lines.append(Line(kind, name, owner, before[slot], after[slot], seen=False))
    for kind, name, owner in named_reckonings(rules):
        low, high = rules.reckon(before, name, owner), rules.reckon(seen, name, owner)
        if low != high:
            lines.append(Line(kind, name, owner, low, high))
    return tuple(lines)


def named_slots(rules: Ruleset) -> dict[int, tuple[str, str, int | None]]:
    """Returns, by slot, the kind, name and owner of every meter and region, ladders and refusals."""
    scenario = rules.scenario
    roles = {name: role for role, name in scenario.roles.model_dump().items() if name}
    found: dict[int, tuple[str, str, int | None]] = {}
    for name, meter in scenario.meters.items():
        owners = enumerate(scenario.side_names) if meter.each else [(None, None)]
        for k, owner in owners:
            found[rules.slots.index[f"{owner}.{name}" if owner else name]] = (roles.get(name, "meter"), name, k)
    for k in (0, 1):
        for kind, first in (("ladder", LADDER), ("climbed", CLIMBED), ("refused", REFUSED)):
            found[first + k] = (kind, kind, k)
    for name in scenario.regions:
        found[rules.slots.index[name]] = (roles.get(name, "region"), name, None)
    return found


def named_reckonings(rules: Ruleset) -> tuple[tuple[str, str, int | None], ...]:
    """Returns role, name and owner of the reckonings that play a role."""
    roles = rules.scenario.roles
    known = rules.resolved.reckonings
    found: list[tuple[str, str, int | None]] = []
    for role in ("balance", "fear", "no_deal", "yielding"):
        name = getattr(roles, role)
        if name in known:
            found.append((role, name, None))
        found += [(role, name, k) for k, side in enumerate(rules.scenario.side_names) if f"{side}.{name}" in known]
    return tuple(found)
