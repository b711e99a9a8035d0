"""The account of risk: whose moves each night's odds of war came from.

The match is told again with its moves put back one at a time, in the order in which they were played, and nobody doing
anything after the last of them; chance falls as it fell.  What a move adds to the odds of the nights after it is its
share, so that the shares of a night and what stands with no move at all add up to that night's odds exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.match.findings import Brush, Night, Share
from game.match.match import Match
from game.rules.dice import chance_outcomes
from game.rules.notation import parse_move
from game.rules.odds import hazard, nightfall, war_tonight
from game.rules.ruleset import Draft, Ruleset
from game.rules.slots import (
    ACTOR,
    CHANCE,
    CLOSE,
    DAY,
    DRAWS,
    ENDING,
    FATE,
    HAND,
    NIGHT,
    NODE,
    SUBJECT,
    TIME,
    WAR,
    State,
)
from game.rules.transition import advance

WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Fall:
    """How a die of a night fell: where in the night it stands, and the move that it is."""

    place: tuple[int, int]
    move: int


def nights(match: Match) -> tuple[Night, ...]:
    """Returns every night that fell, with where its odds of war came from."""
    rules, states = match.rules, match.states
    fell = {state[DAY]: state for state in states if is_nightfall(state)}
    falls = falls_of(match)
    decisions = [ply for ply, entry in enumerate(match.history) if states[ply][ACTOR] < CHANCE]
    bases = [decisions[0], *(settled_after(states, ply) for ply in decisions)] if decisions else []
    told = [told_on(rules, states[base], falls, max(fell, default=0)) for base in bases]
    return tuple(_night(match, state, decisions, told) for state in fell.values())


def _night(match: Match, state: State, decisions: Sequence[int], told: Sequence[dict[int, int]]) -> Night:
    day, shares = state[DAY], []
    for ply, before, after in zip(decisions, told, told[1:], strict=False):
        if day in after and (odds := after[day] - before[day]):
            shares.append(Share(ply, match.states[ply][ACTOR], match.moves[ply], odds))
    war = war_tonight(match.rules, state)
    return Night(day, hazard(match.rules, state), war, told[0][day], tuple(shares))


def is_nightfall(state: State) -> bool:
    """Returns whether both turns of a day are over and nothing has been drawn yet."""
    return state[ACTOR] == CHANCE and state[NODE] == NIGHT and not state[DRAWS]


def settled_after(states: Sequence[State], ply: int) -> int:
    """Returns the number of the first state after a move and its dice: a decision, nightfall, or the end."""
    after = range(ply + 1, len(states))
    return next(n for n in after if states[n][ACTOR] != CHANCE or is_nightfall(states[n]))


def falls_of(match: Match) -> dict[int, list[Fall]]:
    """Returns, by day, how the dice of the night fell."""
    found: dict[int, list[Fall]] = {}
    for state, text in zip(match.states, match.moves, strict=False):
        if place := place_of(state):
            move = parse_move(match.rules, state, text)
            found.setdefault(state[DAY], []).append(Fall(place, move))
    return found


def place_of(state: State | Draft) -> tuple[int, int] | None:
    """Returns where in a night its die stands, or None where none of the night is on the table."""
    if state[ACTOR] != CHANCE:
        return None
    node = state[NODE]
    if node in (NIGHT, WAR):
        return 0, 2 * state[DRAWS] + (node == NIGHT)
    return (1, state[SUBJECT]) if node == FATE else (2, 0) if node == CLOSE else None


def told_on(rules: Ruleset, state: State, falls: dict[int, list[Fall]], last: int) -> dict[int, int]:
    """Returns the odds of war of each night up to day `last` if from a state on nobody does anything more."""
    odds, known = dict[int, int](), state
    for day in range(state[DAY], last + 1):
        known = nightfall(known)
        odds[day] = war_tonight(rules, known)
        known = told_through(rules, known, falls.get(day, []))
    return odds


def told_through(rules: Ruleset, state: State, falls: Sequence[Fall]) -> State:
    """Returns the state on the morning after a night whose dice fell in a certain way, war or not.

    A die that did not fall then falls on its last face; one that is not on the table does not fall.
    """
    n, day = list(state), state[DAY]
    for fall in falls:
        while (place := place_of(n)) and n[DAY] == day and place < fall.place:
            advance(rules, n, last_face(rules, n))
        if place == fall.place and n[DAY] == day:
            advance(rules, n, fall.move)
    while place_of(n) and n[DAY] == day:
        advance(rules, n, last_face(rules, n))
    n[ENDING] = n[TIME] = 0
    n[DAY] = day + 1
    return tuple(n)


def last_face(rules: Ruleset, n: Draft) -> int:
    """Returns the last face of the die on the table that may fall."""
    return [face for face, weight in chance_outcomes(rules, n) if weight][-1]


def brushes(match: Match) -> tuple[Brush, ...]:
    """Returns every die on war that was cast, or that would have been cast had it not been certain, in order."""
    rules, found = match.rules, []
    for ply, (state, entry) in enumerate(zip(match.states, match.history, strict=False)):
        if state[ACTOR] == CHANCE and state[NODE] in (WAR, HAND):
            number, odds = state[SUBJECT] & 255, state[SUBJECT] >> 8
            answer = match.moves[ply - 1] if state[NODE] == HAND else ""
            war = entry.move.endswith(" yes")
            found.append(Brush(ply, entry.day, rules.incidents[number], odds, war, answer))
    return tuple(found)
