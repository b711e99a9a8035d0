"""A match told again as one side knew it: its own moves, and what it was told of the other's turns and of the nights.

How many moves the other side made in a turn is not told, nor what went on in a night that nobody was shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from game.frontends.presenter.describe import describe
from game.frontends.presenter.events import events
from game.frontends.presenter.facts import said_in
from game.frontends.presenter.replay.turning import turning
from game.frontends.presenter.stories import ReplayStep
from game.frontends.presenter.words import day_date, full_date
from game.match.match import Match
from game.rules.sides import other
from game.rules.slots import ACTOR, CHANCE, DAY, NIGHT, NODE, TURN
from game.rules.view import view

_DIE = "A die is cast"


@dataclass(frozen=True)
class _Part:
    """Moves in a row that a side lives through as one: where they begin and end, and what they are to it."""

    first: int
    last: int
    kind: str


def seen_steps(match: Match, side: int) -> tuple[ReplayStep, ...]:
    """Returns a match step by step as a side (0 or 1) knew it while it went on."""
    said = said_in(match)
    steps = (_step(match, side, part, said) for part in _parts(match, side))
    return tuple(step for step in steps if step.described != _DIE or step.lines)


def _parts(match: Match, side: int) -> Iterator[_Part]:
    kinds = [*_kinds(match, side)]
    for (_, kind, _own), group in groupby(
        range(match.ply), key=lambda ply: (match.states[ply][DAY], kinds[ply], ply if kinds[ply] == "own" else -1)
    ):
        plies = [*group]
        yield _Part(plies[0], plies[-1] + 1, kind)


def _kinds(match: Match, side: int) -> Iterator[str]:
    """Yields of every move whether it is the side's own, the other's turn, the night, or chance in the own turn."""
    day = night = 0
    for state in match.states[:-1]:
        if state[DAY] != day:
            day, night = state[DAY], 0
        night |= state[ACTOR] == CHANCE and state[NODE] == NIGHT
        if state[ACTOR] == side:
            yield "own"
        elif night:
            yield "night"
        else:
            yield "theirs" if other(side) in (state[ACTOR], state[TURN]) else "chance"


def _step(match: Match, side: int, part: _Part, said: tuple[str, ...]) -> ReplayStep:
    rules, span = match.rules, range(part.first, part.last)
    raw = [(match.states[ply], match.moves[ply], match.states[ply + 1]) for ply in span]
    before, after = raw[0][0], raw[-1][2]
    own = raw[0] if part.kind == "own" else None
    words = ["" if own or match.moves[ply].startswith("offer") else said[ply] for ply in span]
    told = events(rules, raw, side, own, words)
    mine = match.history[part.first] if own else None
    return ReplayStep(
        ply=part.first,
        day=before[DAY],
        date=full_date(day_date(rules, before[DAY])),
        at="",
        side=side if own else other(side) if part.kind == "theirs" else None,
        move=mine.move if mine else "",
        described=describe(rules, before, mine.move) if mine else _title(match, side, part.kind),
        text=mine.because if mine else "",
        source="",
        disputed="",
        bend="",
        gauge=rules.read(after, rules.scenario.roles.gauge),
        nightfall=_falls(match, part),
        after=part.last,
        lines=tuple(dict.fromkeys(event.text for event in told)),
        turning=turning(rules, raw, side, lambda state: view(rules, state, side)),
    )


def _title(match: Match, side: int, kind: str) -> str:
    scenario = match.rules.scenario
    them = scenario.sides[scenario.side_names[other(side)]].capital
    return {"theirs": f"{them}'s turn", "night": "The night", "chance": _DIE}[kind]


def _falls(match: Match, part: _Part) -> bool:
    after = match.states[part.last]
    return after[ACTOR] == CHANCE and after[NODE] == NIGHT
