"""Where saved matches lie, and which scenario a record belongs to."""

from pathlib import Path

from platformdirs import user_data_dir

from game.errors import RecordError
from game.match.record import Record
from game.scenario.loader import Loaded, load_scenario, shipped


def saves() -> Path:
    """Returns the folder of saved matches, which may not exist yet."""
    return Path(user_data_dir("knot-of-war", appauthor=False)) / "saves"


def saved(folder: Path) -> list[Path]:
    """Returns the records in a folder, the one changed last first."""
    return sorted(folder.glob("*.json"), key=lambda path: (-path.stat().st_mtime_ns, path.name))


def fresh(folder: Path, scenario: str, seed: int) -> Path:
    """Returns a path for a new record that no file has yet."""
    name, number = f"{scenario}-{seed}", 1
    while (path := folder / (f"{name}.json" if number == 1 else f"{name}-{number}.json")).exists():
        number += 1
    return path


def scenario_of(record: Record, path: Path) -> Loaded:
    """Returns the scenario of the record in a file: one beside the file that fits it, or else the one shipped.

    Raises RecordError if there is none, ScenarioError if it is faulty.
    """
    beside = path.with_name(f"{record.scenario}.yaml")
    here = load_scenario(beside) if beside.is_file() else None
    if here and here.digest == record.digest:
        return here
    if record.scenario in shipped():
        return load_scenario(record.scenario)
    if here:
        return here
    raise RecordError(f"{path}: its scenario, {record.scenario}, is not shipped: put {beside.name} beside the record")
