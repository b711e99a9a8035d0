"""A match as a file: what was played, by whom, and a chain of digests that vouches for it."""

import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from game.errors import RecordError
from game.rules.ruleset import Ruleset
from game.rules.slots import State

FORMAT = 1
MOST_BYTES = 4 << 20
LINK_LETTERS = 16

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Notation = Annotated[str, StringConstraints(pattern=r"^[a-z][-a-z0-9_+ ]{0,999}$")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0, lt=1 << 63)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Move(_Part):
    """One move or die: its notation, the side (or `chance`) that made it, why, and the first letters of its link."""

    m: Notation
    by: Id
    link: Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{LINK_LETTERS}}}$")]
    because: Annotated[str, StringConstraints(max_length=2_000)] = ""


class Parent(_Part):
    """The record a match was taken up from (the chain of that record, or `history`) and after how many moves."""

    chain: Hash | Literal["history"]
    ply: Count


class Record(_Part):
    """A match as it is kept; `digest` is that of the scenario, `chain` that of the match up to its last move."""

    format: Literal[1] = 1
    scenario: Id
    digest: Hash
    seed: Count
    players: dict[Id, Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_:]{0,59}$")]]
    level: Id | None = None
    mandates: dict[Id, Id] = {}
    moves: list[Move]
    chain: Hash
    parent: Parent | None = None
    undone: Count = 0

    def text(self) -> str:
        """Returns the record as canonical JSON: keys sorted, one line at the end."""
        said = self.model_dump(mode="json", exclude_defaults=True) | {"format": self.format}
        return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n"

    def save(self, path: Path | str) -> None:
        """Writes the record so that a crash leaves either the old file or the new one; raises RecordError."""
        path = Path(path)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8", newline="\n") as file:
                file.write(self.text())
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise RecordError(f"{path}: cannot be saved: {error.strerror or error}") from None


def check_free(path: Path) -> None:
    """Raises RecordError if a file that is no record would be saved over."""
    if path.exists() and not (path.is_file() and is_record(path)):
        raise RecordError(f"{path}: is there already and is no record, so nothing is saved over it")


def check_copy(path: Path, chains: tuple[str, ...]) -> None:
    """Raises RecordError unless a copy of the match with these links may be saved to a file.

    Its folder must be there, and the file be new or a record of the same match.
    """
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}")
    check_free(path)
    if path.exists() and load_record(path).chain not in chains:
        raise RecordError(f"{path}: is there already and is no record of this match, so nothing is saved over it")


def load_record(path: Path | str) -> Record:
    """Returns the record in a file; raises RecordError with one line that says what is wrong."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RecordError(f"{path}: cannot be read: {error.strerror}") from None
    if len(raw) > MOST_BYTES:
        raise RecordError(f"{path}: larger than 4 MiB, so no record of a match")
    try:
        return parse(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise RecordError(f"{path}: this is not UTF-8") from None
    except RecordError as error:
        raise RecordError(f"{path}: {error}") from None


def parse(text: str) -> Record:
    """Returns the record written in a text; raises RecordError with one line that says what is wrong."""
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"this is not JSON (line {error.lineno}, column {error.colno})") from None
    except (ValueError, RecursionError):
        raise RecordError("this is not JSON that a record could be") from None
    if not isinstance(said, dict):
        raise RecordError("a record is a JSON object")
    if said.get("format") != FORMAT:
        raise RecordError(f"format {FORMAT} is wanted; this is {_shown(said.get('format'))}")
    try:
        return Record.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RecordError(f"{where}: {first['msg'].lower()}") from None


def is_record(path: Path) -> bool:
    """Returns whether a file looks like a record and not like a scenario."""
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip().startswith(b"{")
    except OSError:
        return path.suffix == ".json"


def first_link(rules: Ruleset) -> str:
    """Returns the link that the chain of every match of a scenario hangs on."""
    return sha256(rules.scenario.id.encode()).hexdigest()


def linker(rules: Ruleset) -> Callable[[str, str, State], str]:
    """Returns what makes a link of the one before it, the move in notation and the state by names."""
    names = rules.slots.names

    def link(before: str, move: str, state: State) -> str:
        lines = [before, move, *(f"{name} {value}" for name, value in zip(names, state, strict=True))]
        return sha256("\n".join(lines).encode()).hexdigest()

    return link


def _shown(value: Any) -> str:
    return ascii(value)[:40]
