"""A scenario file as plain data in which every key and every value knows where it stands."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from game.errors import Fault
from game.scenario.words import PathPart

Scalar: TypeAlias = str | int | float | bool | None
Path: TypeAlias = tuple[PathPart, ...]
COMMA = " (in braces a text with a comma wants quotes)"
"""What to say of a key in braces that nobody meant."""


@dataclass(frozen=True)
class Spot:
    """A place in a file, lines and columns from 1; texts are complained of up to `width` letters further."""

    file: str
    line: int
    column: int
    width: int = 0

    def moved(self, offset: int) -> "Spot":
        """Returns the place `offset` letters further, or this place where letters cannot be counted."""
        return replace(self, column=self.column + offset) if 0 <= offset <= self.width else self


@dataclass(frozen=True)
class Node:
    """A value of the file; `key` is the place of the key that leads to it, `flow` says it is in braces."""

    value: "Scalar | dict[str, Node] | list[Node]"
    spot: Spot
    key: Spot | None = None
    flow: bool = False

    @property
    def plain(self) -> object:
        """Returns the value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain for node in self.value]
        return self.value

    def child(self, part: PathPart) -> "Node | None":
        """Returns what stands under a key or an index, or None if nothing does."""
        if isinstance(self.value, dict):
            return self.value.get(str(part))
        if isinstance(self.value, list) and isinstance(part, int) and 0 <= part < len(self.value):
            return self.value[part]
        return None

    def spelled(self, path: Path) -> Path:
        """Returns `path` with keys as the file has them: a number under a mapping is a key, not an index."""
        spelled: list[PathPart] = []
        node: Node | None = self
        for part in path:
            is_list = node is not None and isinstance(node.value, list)
            spelled.append(part if is_list else str(part))
            node = node.child(part) if node else None
        return tuple(spelled)

    def find(self, path: Path) -> "Node | None":
        """Returns what stands at `path`, or None if nothing does."""
        node: Node | None = self
        for part in path:
            node = node.child(part) if node else None
        return node

    def place(self, path: Path, offset: int = 0, key: bool = False) -> Spot:
        """Returns where the value at `path` (or its key) stands, or else the key of the nearest thing around it."""
        node = self.find(path)
        if node:
            start = node.key if key and node.key else node.spot
            return start.moved(offset)
        return self.place(path[:-1], key=True)


@dataclass(frozen=True, order=True)
class PlacedFault(Fault):
    """A fault that knows its file, since overlays bring several."""

    file: str

    def located(self, name: str) -> str:
        """Returns the fault as one line `file:line:column: text`, with its own file."""
        return super().located(self.file)


def fault(spot: Spot, path: Path, text: str) -> PlacedFault:
    """Returns a fault in one printable line, its path before the text."""
    line = f"{dotted(path)}: {text}" if path else text
    return PlacedFault(spot.line, spot.column, printable(line), spot.file)


def dotted(path: Path) -> str:
    """Returns a path as it is spoken of: keys with points between, entries of lists counted from 1.

    >>> dotted(("acts", "north", "wait", "when", 0))
    'acts.north.wait.when[1]'
    """
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{shown(part)}" for part in path]
    return "".join(parts).removeprefix(".")


def shown(value: object, width: int = 60) -> str:
    """Returns the beginning of a value for a message."""
    text = str(value)
    return text if len(text) <= width else text[: width - 1] + "…"


def printable(text: str) -> str:
    """Returns `text` in one line without anything a terminal could obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def merged(base: Node, over: Node, path: Path = ()) -> tuple[Node, list[PlacedFault]]:
    """Returns `base` changed by `over` key by key, with the faults of `over`.

    Texts, numbers and lists are replaced; an empty value removes its key.
    """
    if not (isinstance(base.value, dict) and isinstance(over.value, dict)):
        return over, []
    value = dict(base.value)
    faults: list[PlacedFault] = []
    for key, node in over.value.items():
        below = value.get(key)
        if node.value is None:
            if value.pop(key, None) is None:
                text = f"is not there, so it cannot be removed{COMMA if node.flow else ''}"
                faults.append(fault(node.key or node.spot, (*path, key), text))
        elif below is None:
            value[key] = node
        else:
            value[key], more = merged(below, node, (*path, key))
            faults += more
    return replace(base, value=value), faults
