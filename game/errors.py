"""The exceptions of the package.

KnotError
├── ScenarioError   a scenario file is faulty; holds every fault with its place
├── IllegalMove     a move may not be played here; holds a Refusal
├── NotationError   a text is no move
└── RecordError     a record cannot be read or replayed
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class KnotError(Exception):
    """The base of every exception raised on purpose."""


@dataclass(frozen=True, order=True)
class Fault:
    """One complaint about a scenario file, with the line and column (from 1) it speaks of."""

    line: int
    column: int
    text: str

    def located(self, name: str) -> str:
        """Returns the fault as one line `file:line:column: text`."""
        return f"{name}:{self.line}:{self.column}: {self.text}"


class ScenarioError(KnotError):
    """A scenario file that cannot be used; lists every fault found, in the order of the file."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name = name
        self.faults = sorted(set(faults))
        super().__init__("\n".join(fault.located(name) for fault in self.faults))


class Refusal(StrEnum):
    """Why a move is refused; checked in this order."""

    OVER = "the match is over"
    NOT_YOUR_TURN = "it is not this side's turn"
    NO_SUCH_MOVE = "there is no such move"
    NOT_OPEN = "it is not open now"


class IllegalMove(KnotError):
    """A move that may not be played; `refusal` says why and the message names move, side and day."""

    def __init__(self, refusal: Refusal, move: str, side: str, day: int) -> None:
        self.refusal = refusal
        super().__init__(f"{move}: {refusal.value} (side {side}, day {day})")


class NotationError(KnotError):
    """A text that spells no move; the message names the word that was not understood."""


class RecordError(KnotError):
    """A record that cannot be read, or whose replay stops at a move."""


def listed(faults: Iterable[Fault]) -> list[dict[str, object]]:
    """Returns faults as JSON has them."""
    return [{"line": fault.line, "column": fault.column, "text": fault.text} for fault in faults]
