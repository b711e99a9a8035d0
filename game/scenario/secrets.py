"""The rule that nobody's choices depend on what they cannot see, checked when a scenario is loaded."""

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.reader import Path
from game.scenario.vocabulary import Vocabulary
from game.scenario.words import Call, Complaint, Condition, Done, Test, Tree, slots, walk

GUARDS = ("acts", "clauses", "channels", "incidents")
"""Sections whose conditions decide what is legal; what else is asked is asked of a view."""


def check_secrets(
    scenario: Scenario, conditions: dict[Path, Condition], names: Vocabulary, complaints: list[Complaint]
) -> None:
    """Complains of every guard, rule or saying that asks for what is hidden from a side it belongs to."""
    for path, tests in conditions.items():
        for side in _askers(scenario, path):
            found = {what for test in tests for what in _unseen(test, scenario, names, side, path[0] in GUARDS)}
            complaints.extend(
                Complaint(_place(path), f"asks for '{what}', which {names.sides[side]} cannot see")
                for what in sorted(found)
            )


def _unseen(test: Test, scenario: Scenario, names: Vocabulary, side: int, guard: bool) -> Iterator[str]:
    """Yields what a test asks for that a side cannot see: hidden slots, and in guards letters and acts untold."""
    try:
        read = slots(test, names.reckonings, names.sides)
    except KeyError:  # a reckoning that could not be read has its own complaint
        return
    other = names.sides[1 - side]
    yield from (slot for slot in read if names.hidden_from.get(slot) == side)
    if not guard:
        return
    if read & {f"{other}.letter1", f"{other}.letters"}:
        yield f"{other}.letters"
    for part in _whole(test, names):
        if isinstance(part, Done) and part.side != side and scenario.acts[other][part.act].visibility != "public":
            yield f"after {part.act}"


def _whole(tree: Tree, names: Vocabulary) -> Iterator[Tree]:
    """Yields every tree inside a tree, and inside the reckonings it calls."""
    for part in walk(tree):
        yield part
        if isinstance(part, Call):
            yield from _whole(names.reckonings[part.name], names)


def _place(path: Path) -> Path:
    return path[:-1] if path[0] == "channels" else path


def _askers(scenario: Scenario, path: Path) -> tuple[int, ...]:
    """Returns the sides whose choices a condition is about; a clause can be offered by both."""
    sides = scenario.side_names
    match path:
        case ("acts", side, *_) | ("advisers", side, *_):
            return (sides.index(str(side)),)
        case ("clauses", *_):
            return (0, 1)
        case ("channels", _, "when", int(side)):
            return (side,)
        case ("incidents", name, "options", *_):
            return (sides.index(scenario.incidents[str(name)].answered_by),)
        case ("personas", name, *_):
            return (sides.index(scenario.personas[str(name)].side),)
        case _:
            return ()
