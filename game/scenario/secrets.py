"""The rule that nobody's choices depend on what they cannot see, checked when a scenario is loaded."""

from game.scenario.model import Scenario
from game.scenario.reader import Path
from game.scenario.vocabulary import Vocabulary
from game.scenario.words import Complaint, Condition, slots


def check_secrets(
    scenario: Scenario, conditions: dict[Path, Condition], names: Vocabulary, complaints: list[Complaint]
) -> None:
    """Complains of every guard, rule or saying that asks for a slot hidden from the side it belongs to."""
    for path, tests in conditions.items():
        side = _asker(scenario, path)
        if side is None:
            continue
        for test in tests:
            try:
                read = slots(test, names.reckonings, names.sides)
            except KeyError:
                continue
            for slot in sorted(read):
                if names.hidden_from.get(slot) == side:
                    text = f"asks for '{slot}', which {names.sides[side]} cannot see"
                    complaints.append(Complaint(_place(path), text))


def _place(path: Path) -> Path:
    return path[:-1] if path[0] == "channels" else path


def _asker(scenario: Scenario, path: Path) -> int | None:
    """Returns the side whose choice a condition is about, or None where nobody chooses."""
    sides = scenario.side_names
    match path:
        case ("acts", side, *_) | ("advisers", side, *_):
            return sides.index(str(side))
        case ("clauses", name, *_):
            return sides.index(scenario.clauses[str(name)].given_by)
        case ("channels", _, "when", int(side)):
            return side
        case ("incidents", name, "options", *_):
            return sides.index(scenario.incidents[str(name)].answered_by)
        case ("personas", name, *_):
            return sides.index(scenario.personas[str(name)].side)
        case _:
            return None
