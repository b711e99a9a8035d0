"""The rules about regions: every state can be reached, can be left, and is moved along its arrows."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.scenario.arrows import followers
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.schema import Region
from game.scenario.words import Complaint, In, Join, Not, PathPart, Test


@dataclass(frozen=True)
class Move:
    """A change that puts a region into the state `to` from one of the states `sources`."""

    path: tuple[PathPart, ...]
    sources: frozenset[str]
    to: str


def regions_complaints(scenario: Scenario, resolved: Resolved) -> Iterator[Complaint]:
    """Yields states nobody reaches or leaves, and changes against the arrows."""
    for name, region in scenario.regions.items():
        moves = list(_moves(name, region, scenario, resolved))
        yield from _states(name, region, moves)
        yield from _against(region, moves)


def _states(name: str, region: Region, moves: list[Move]) -> Iterator[Complaint]:
    first, *_, last = region.states
    follow = followers(region)
    for state in region.states:
        path = ("regions", name, "states", state)
        if state != first and all(move.to != state for move in moves):
            yield Complaint(path, "is never reached: no act, clause, trigger, incident or night leads here", key=True)
        elif all(state not in move.sources for move in moves) and (follow[state] if region.arrows else state != last):
            yield Complaint(path, "is never left: no act, clause, trigger, incident or night leads on", key=True)


def _against(region: Region, moves: list[Move]) -> Iterator[Complaint]:
    follow = followers(region)
    for move in moves:
        lost = sorted(state for state in move.sources if move.to not in follow[state])
        if move.path[0] in ("triggers", "each_night", "incidents") and lost:
            text = f"no arrow leads from {' or '.join(lost)} to {move.to}: exclude it in 'when', or draw the arrow"
            yield Complaint(move.path, text)


def _moves(name: str, region: Region, scenario: Scenario, resolved: Resolved) -> Iterator[Move]:
    states, follow = list(region.states), followers(region)
    for path, changes in resolved.changes.items():
        for change in changes:
            if change.slot != name or change.state is None:
                continue
            to = states[change.state]
            sources = {states[k] for k in _open(path, name, len(states), resolved)} - {to}
            if path[0] == "acts" and not scenario.acts[str(path[1])][str(path[2])].by_force:
                sources = {state for state in sources if to in follow[state]}
            place = path[:-1] if isinstance(path[-1], int) else path
            yield Move((*place, name), frozenset(sources), to)


def _open(path: tuple[PathPart, ...], name: str, count: int, resolved: Resolved) -> set[int]:
    """Returns the states of a region in which the change at `path` may happen, as far as its guard tells."""
    tests = resolved.conditions.get((*path[:-1], "when"), ()) if path[-1] == "changes" else ()
    states = set(range(count))
    return states.intersection(*(_allowed(test, name, states) for test in tests))


def _allowed(test: Test, name: str, states: set[int]) -> set[int]:
    match test:
        case In(slot, wanted) if slot == name:
            return set(wanted)
        case Not(In(slot, wanted)) if slot == name:
            return states - set(wanted)
        case Join(word, parts):
            each = [_allowed(part, name, states) for part in parts]
            return set.intersection(*each) if word == "and" else set.union(*each)
        case _:
            return states
