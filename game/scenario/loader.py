"""Reads scenario files; every fault is told at once with its file, line and column.

Faults come in three passes, each complete in itself, since each needs what the one before has made: faults of
writing and of shape (keys, kinds of values) together, then faults of names and meaning.  Nothing in a file
can run: the parser's events become plain texts, numbers, lists and mappings, and nothing else.

YAML is read by the 1.2 rules: `true` and `false`, whole numbers (with `+` too), numbers with a decimal point,
nothing (`~`, `null` or empty); all else is text, also `yes`, `on`, `10:30` and dates.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path as File

import yaml
from pydantic import ValidationError

from game.data import data
from game.errors import Fault, ScenarioError
from game.scenario.arrows import arrows_complaints
from game.scenario.levels import levels_complaints
from game.scenario.lint import lint
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved, resolve
from game.scenario.shape import reckonings_complaints, shape_complaints
from game.scenario.tree import Node, PlacedFault, Scalar, Spot, fault, merged, shown
from game.scenario.vocabulary import near
from game.scenario.words import Complaint

MOST_BYTES = 1 << 20
MOST_LEVELS = 32
WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
LESSONS = re.compile("^lessons:", re.MULTILINE)
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

HINTS = (
    ("mapping values are not allowed", "a wrong indent, or a second ': ' in one line (a text with ': ' wants quotes)"),
    ("found a tab character", "a tab (indent with spaces)"),
    ("cannot start any token", "a sign that begins no value (indent with spaces; such a text wants quotes)"),
    ("',' or '}'", "a '}' or a comma is missing (in braces a text with a comma or ': ' wants quotes)"),
    ("',' or ']'", "a ']' or a comma is missing (in brackets a text with a comma or ': ' wants quotes)"),
    ("unexpected end of stream", "quotes that are not closed"),
    ("could not find expected ':'", "a key without ':' (a text of several lines wants '>' and an indent)"),
    ("escape character", "a backslash in double quotes (use single quotes)"),
    ("expected key", "no place for this (keys of one mapping begin in one column; nothing follows a quoted text)"),
    ("expected <block end>", "no place for this (keys of one mapping and entries of one list begin in one column)"),
    ("expected '-' indicator", "no place for this (entries of one list begin in one column)"),
)


@dataclass(frozen=True)
class Loaded:
    """A scenario that holds no fault: as written, as resolved, and the digest that records keep of it."""

    scenario: Scenario
    resolved: Resolved
    digest: str


def load_text(text: str, name: str = "scenario") -> Loaded:
    """Returns the scenario written in `text`; raises ScenarioError with every fault found."""
    return _load([(name, text)])


def load_file(path: File | str, overlays: Iterable[File | str] = ()) -> Loaded:
    """Returns the scenario in a file, changed by each overlay in turn; raises ScenarioError."""
    return _load(_texts(path, overlays))


def load_scenario(name: File | str, overlays: Iterable[File | str] = ()) -> Loaded:
    """Returns a shipped scenario by its id, or the one in a file; raises ScenarioError."""
    return load_file(scenario_file(name), overlays)


def check_scenario(name: File | str, overlays: Iterable[File | str] = ()) -> list[Fault]:
    """Returns what is doubtful about a scenario that can be loaded, in the order of the file; raises ScenarioError."""
    root, scenario, resolved = _parsed(_texts(scenario_file(name), overlays))
    return sorted(set(_placed(lint(scenario, resolved), root)))


def scenario_file(name: File | str) -> File:
    """Returns the file of a shipped scenario by its id, or `name` if that is a path; raises ScenarioError."""
    if isinstance(name, File) or name.endswith((".yaml", ".yml")) or File(name).name != name:
        return File(name)
    known = shipped()
    if name not in known:
        text = f"no scenario of this name is shipped{near(name, known)} (there are: {', '.join(known)})"
        raise ScenarioError(name, [fault(Spot(name, 1, 1), (), text)])
    return data("scenarios") / f"{name}.yaml"


def shipped() -> list[str]:
    """Returns the ids of the scenarios that come with the game, sorted."""
    return sorted(file.stem for file in data("scenarios").glob("*.yaml"))


def teaching() -> str | None:
    """Returns the id of the first shipped scenario that has lessons, or None."""
    return next((name for name in shipped() if LESSONS.search(scenario_file(name).read_text("utf-8"))), None)


def digest(scenario: Scenario) -> str:
    """Returns the SHA-256 of what a scenario says, in 64 letters; comments, layout and lessons do not count.

    A lesson says something of the screen, not of the crisis, so records hold when it is worded anew.
    """
    said = json.dumps(scenario.model_dump(mode="json", exclude={"lessons"}), separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def _load(sources: Sequence[tuple[str, str]]) -> Loaded:
    _, scenario, resolved = _parsed(sources)
    return Loaded(scenario, resolved, digest(scenario))


def _parsed(sources: Sequence[tuple[str, str]]) -> tuple[Node, Scenario, Resolved]:
    name = sources[0][0]
    root, faults = read(sources[0][1], name)
    for over_name, text in sources[1:]:
        over, more = read(text, over_name)
        faults += more
        if root and over:
            root, lost = merged(root, over)
            faults += lost
    if root is None:
        raise ScenarioError(name, faults)
    scenario, complaints = _validated(root)
    if scenario is None or faults:
        raise ScenarioError(name, faults + _placed(complaints, root))
    complaints += [*arrows_complaints(scenario), *levels_complaints(scenario)]
    resolved = resolve(scenario, complaints)
    if complaints:
        raise ScenarioError(name, _placed(complaints, root))
    return root, scenario, resolved


def _validated(root: Node) -> tuple[Scenario | None, list[Complaint]]:
    try:
        scenario = Scenario.model_validate(root.plain)
    except ValidationError as error:
        return None, shape_complaints(error, root)
    complaints = reckonings_complaints(scenario)
    return (None if complaints else scenario), complaints


def _placed(complaints: Iterable[Complaint], root: Node) -> list[Fault]:
    return [fault(root.place(one.path, one.offset, one.key), root.spelled(one.path), one.text) for one in complaints]


def _texts(path: File | str, overlays: Iterable[File | str]) -> list[tuple[str, str]]:
    return [(str(name), _text_of(File(name))) for name in (path, *overlays)]


def _text_of(file: File) -> str:
    start = Spot(str(file), 1, 1)
    try:
        raw = file.read_bytes()
        return raw.decode("utf-8")
    except OSError as error:
        wrong = fault(start, (), f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        lines = BREAK.split(raw[: error.start].decode("utf-8"))
        wrong = fault(Spot(str(file), len(lines), len(lines[-1]) + 1), (), "this is not UTF-8")
    raise ScenarioError(str(file), [wrong])


def read(text: str, name: str) -> tuple[Node | None, list[Fault]]:
    """Returns what a text says, with places, and the faults of its writing; no node if it cannot be read."""
    text = text.removeprefix("\ufeff")
    start = Spot(name, 1, 1)
    if found := UNPRINTABLE.search(text):
        lines = BREAK.split(text[: found.start()])
        where = Spot(name, len(lines), len(lines[-1]) + 1)
        return None, [fault(where, (), f"a letter that cannot be printed (U+{ord(found.group()):04X})")]
    if len(text.encode()) > MOST_BYTES:
        return None, [fault(start, (), "the file is larger than 1 MiB")]
    reader = _Reader(name)
    try:
        for event in yaml.parse(text, Loader=PARSER):
            if not reader.take(event):
                return None, list(reader.faults)
    except yaml.MarkedYAMLError as error:
        return None, [*reader.faults, _misread(error, name)]
    except yaml.YAMLError as error:
        return None, [*reader.faults, fault(start, (), f"this is not YAML: {error}")]
    root = reader.root
    if not reader.sound:
        return None, list(reader.faults)
    if root is None or not isinstance(root.value, dict):
        what = "the file is empty" if root is None or root.value is None else "the file wants keys with values"
        return None, [*reader.faults, fault(start, (), what)]
    return root, list(reader.faults)


def _misread(error: yaml.MarkedYAMLError, name: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    spot = Spot(name, mark.line + 1, mark.column + 1) if mark else Spot(name, 1, 1)
    problem = str(error.problem)
    hint = next((hint for sign, hint in HINTS if sign in problem), problem)
    return fault(spot, (), f"cannot be read as YAML: {hint}")


@dataclass
class _Open:
    """A mapping or list that is being read; a key of None means that its value is to be dropped."""

    node: Node
    key: str | None = None
    key_spot: Spot | None = None
    as_key: bool = False

    @property
    def wants_key(self) -> bool:
        return isinstance(self.node.value, dict) and self.key_spot is None


@dataclass
class _Reader:
    """Builds a tree from the parser's events without recursion, and complains of what is refused."""

    name: str
    root: Node | None = None
    faults: list[PlacedFault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0
    sound: bool = True

    def take(self, event: yaml.Event) -> bool:
        """Takes one event and returns whether to go on."""
        if isinstance(event, yaml.NodeEvent):
            return self._node(event)
        if isinstance(event, yaml.CollectionEndEvent):
            closed = self.stack.pop()
            if not closed.as_key:
                self._put(closed.node)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                return self._refuse(self._spot(event), "a second document: one file holds one scenario")
        return True

    def _node(self, event: yaml.NodeEvent) -> bool:
        spot = self._spot(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(spot, f"aliases (*{shown(event.anchor)}) are not allowed: write it out")
            self._scalar(spot, None, "")
            return True
        if event.anchor is not None:
            self._complain(spot, f"anchors (&{shown(event.anchor)}) are not allowed")
        if tag := getattr(event, "tag", None):
            self._complain(spot, f"tags ({shown(tag)}) are not allowed")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] or event.style in ("", None)
            self._scalar(self._scalar_spot(event, plain), _value(event.value) if plain else event.value, event.value)
            return True
        return self._opened(event, spot)

    def _opened(self, event: yaml.NodeEvent, spot: Spot) -> bool:
        if len(self.stack) == MOST_LEVELS:
            return self._refuse(spot, f"more than {MOST_LEVELS} levels of nesting")
        as_key = bool(self.stack) and self.stack[-1].wants_key
        if as_key:
            self._refuse(spot, "a key must be a plain text")
            self.stack[-1].key_spot = spot
        value: dict[str, Node] | list[Node] = {} if isinstance(event, yaml.MappingStartEvent) else []
        key = self.stack[-1].key_spot if self.stack and isinstance(self.stack[-1].node.value, dict) else None
        flow = bool(getattr(event, "flow_style", False))
        self.stack.append(_Open(Node(value, spot if flow else key or spot, key, flow), as_key=as_key))
        return True

    def _scalar(self, spot: Spot, value: Scalar, text: str) -> None:
        if not (self.stack and self.stack[-1].wants_key):
            self._put(Node(value, spot))
            return
        top = self.stack[-1]
        assert isinstance(top.node.value, dict)
        top.key, top.key_spot = text, spot
        if text == "<<":
            self._refuse(spot, "merge keys (<<) are not allowed: write it out")
            top.key = None
        elif text in top.node.value:
            first = top.node.value[text].key
            self._complain(spot, f"is here twice (first at line {first.line if first else spot.line})")
            top.key = None

    def _put(self, node: Node) -> None:
        """Puts a value where it belongs: under the key read before it, in the list, or at the top."""
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
            return
        if isinstance(top.node.value, dict) and top.key is not None:
            spot = top.key_spot if node.value is None and top.key_spot else node.spot
            top.node.value[top.key] = Node(node.value, spot, top.key_spot, node.flow or top.node.flow)
        top.key = top.key_spot = None

    def _refuse(self, spot: Spot, text: str) -> bool:
        """Notes what makes the tree worthless, and returns False."""
        self.sound = False
        self._complain(spot, text)
        return False

    def _complain(self, spot: Spot, text: str) -> None:
        path: list[str | int] = []
        for level in self.stack:
            if isinstance(level.node.value, list):
                path.append(len(level.node.value))
            elif level.key is not None:
                path.append(level.key)
        self.faults.append(fault(spot, tuple(path), text))

    def _spot(self, event: yaml.Event) -> Spot:
        mark = event.start_mark
        return Spot(self.name, mark.line + 1, mark.column + 1) if mark else Spot(self.name, 1, 1)

    def _scalar_spot(self, event: yaml.ScalarEvent, plain: bool) -> Spot:
        """Returns where the first letter of a text stands; its width is 0 if letters cannot be counted."""
        spot, end, quote = self._spot(event), event.end_mark, 0 if plain else 1
        if end is None or end.line + 1 != spot.line or end.column + 1 - spot.column - 2 * quote != len(event.value):
            return spot
        return Spot(spot.file, spot.line, spot.column + quote, len(event.value))


def _value(text: str) -> Scalar:
    """Returns what a text without quotes means."""
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
