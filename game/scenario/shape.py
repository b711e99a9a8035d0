"""Says in plain words, and at its place, what the models find wrong with the shape of a scenario."""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.scenario.model import Scenario
from game.scenario.tree import COMMA, Node, Path, shown
from game.scenario.vocabulary import near
from game.scenario.words import Complaint, PathPart

MOST_FAULTS = 1_000
"""A file of garbage makes an error of every line; nobody reads more than these."""

WANTS = {
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "date_type": "a date as year-month-day",
    "date_parsing": "a date as year-month-day",
    "date_from_datetime_parsing": "a date as year-month-day",
    "date_from_datetime_inexact": "a date as year-month-day",
    "datetime_type": "a day and time as year-month-day hour:minute",
    "datetime_parsing": "a day and time as year-month-day hour:minute",
    "datetime_from_date_parsing": "a day and time as year-month-day hour:minute",
}


class Wrong(NamedTuple):
    """One error of the models: where, whether it is the key that is wrong, whether a union tried it."""

    path: Path
    key: bool
    tried: bool
    error: ErrorDetails


def shape_complaints(error: ValidationError, root: Node) -> list[Complaint]:
    """Returns what is wrong with the shape of a file, one complaint for each thing that is wrong."""
    at: dict[Path, list[Wrong]] = {}
    for detail in error.errors(include_url=False)[:MOST_FAULTS]:
        wrong = _followed(detail, root)
        at.setdefault(wrong.path, []).append(wrong)
    above = {path[:length] for path in at for length in range(len(path))}
    return [
        complaint
        for path, group in at.items()
        for complaint in _told([one for one in group if not (one.tried and path in above)], root)
    ]


def reckonings_complaints(scenario: Scenario) -> list[Complaint]:
    """Returns what the models let pass: a text in place of the sum of a side, since it looks like a line of a sum."""
    return [
        Complaint(("reckonings", name, key), f"wants {WANTS['int_type']} or {WANTS['dict_type']}{_hint([], inner)}")
        for name, value in scenario.reckonings.items()
        if isinstance(value, dict)
        for key, inner in value.items()
        if key in ("each", *scenario.side_names) and isinstance(inner, str)
    ]


def _followed(error: ErrorDetails, root: Node) -> Wrong:
    """Returns an error with its path in the file: the parts that name branches of a union lead nowhere."""
    path: list[PathPart] = []
    node, key, tried = root, False, False
    for part in error["loc"]:
        below = node.child(part)
        if below is not None:
            node = below
            path.append(part)
        elif part == "[key]":
            key = True
        elif error["type"] != "missing" or part != error["loc"][-1]:
            tried = True
    return Wrong(tuple(path), key, tried, error)


def _told(group: list[Wrong], root: Node) -> Iterator[Complaint]:
    """Yields what is to be said of one place: what its union wanted in one sentence, all else by itself."""
    kinds = [one for one in group if one.error["type"] in WANTS and not one.key]
    others = [one for one in group if one not in kinds]
    if kinds and not any(one.key for one in others):
        path = kinds[0].path
        wanted = list(dict.fromkeys(WANTS[one.error["type"]] for one in kinds))
        yield Complaint(path, f"wants {' or '.join(wanted)}{_hint(wanted, kinds[0].error['input'])}")
    for one in others:
        text, at_key = _sentence(one, root)
        yield Complaint(one.path, text, key=at_key)


def _hint(wanted: list[str], given: object) -> str:
    """Returns what the author may have meant, in brackets."""
    if given is None:
        return " (nothing is written here)"
    if isinstance(given, str):
        if "true or false" in wanted and given.lower() in ("yes", "no", "on", "off", "true", "false"):
            return f" (not '{given}')"
        if re.fullmatch(r"[-+]?\d+(\.\d+)?", given):
            return " (leave the quotes away)"
        return f" (not '{shown(given)}')"
    if isinstance(given, bool):
        return f" (not '{str(given).lower()}')"
    if isinstance(given, int | float):
        return f" (put {given} in quotes)" if wanted == ["a text"] else f" (not {given})"
    return ""


def _sentence(wrong: Wrong, root: Node) -> tuple[str, bool]:
    """Returns what is wrong, and whether it is the key that is complained of."""
    kind, context = wrong.error["type"], wrong.error.get("ctx", {})
    name = shown(wrong.path[-1]) if wrong.path else ""
    given = name if wrong.key else wrong.error["input"]
    if kind == "extra_forbidden":
        return _unknown_key(wrong, root), True
    if kind == "missing":
        return f"{'' if wrong.path else 'the file '}is missing '{wrong.error['loc'][-1]}'", True
    if kind == "literal_error":
        options = [quoted or bare for quoted, bare in re.findall(r"'([^']*)'|(\d+)", context["expected"])]
        return f"'{shown(given)}' is none of {', '.join(options)}{near(given, options)}", wrong.key
    if kind == "string_pattern_mismatch":
        rule = "small letters, digits and _, at most 40, a letter first"
        return f"'{shown(given)}' cannot be a name ({rule})", wrong.key
    if kind in WANTS:
        return f"wants {WANTS[kind]} (not '{shown(given)}')", wrong.key
    return _measure(kind, context) or shown(wrong.error["msg"]).lower(), wrong.key


def _measure(kind: str, context: dict[str, Any]) -> str:
    """Returns what is wrong with a size, or nothing if it is no matter of size."""
    match kind:
        case "greater_than_equal":
            return f"wants {context['ge']} or more"
        case "less_than_equal":
            return f"wants {context['le']} or less"
        case "too_short":
            return f"wants {context['min_length']} entries or more"
        case "too_long":
            return f"wants {context['max_length']} entries or less"
        case "string_too_short":
            return "is an empty text"
        case "string_too_long":
            return f"is longer than {context['max_length']} letters"
    return ""


def _unknown_key(wrong: Wrong, root: Node) -> str:
    key, keys = str(wrong.path[-1]), keys_at(wrong.path[:-1])
    node = root.find(wrong.path)
    hint = near(key, keys)
    if not hint and node and node.value is None and node.flow:
        hint = COMMA
    listed = f" (there are: {', '.join(keys)})"
    return f"'{shown(key)}' is not a key here{hint or listed}"


def keys_at(path: Path) -> list[str]:
    """Returns the keys that the models know at a path of the file."""
    kinds: list[Any] = [Scenario]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, part)]
    return [
        field.alias or name
        for kind in kinds
        for model in _unwrapped(kind)
        if isinstance(model, type) and issubclass(model, BaseModel)
        for name, field in model.model_fields.items()
    ]


def _unwrapped(kind: Any) -> Iterator[Any]:
    """Yields the branches of an annotation."""
    if get_origin(kind) is Annotated:
        yield from _unwrapped(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for branch in get_args(kind):
            yield from _unwrapped(branch)
    else:
        yield kind


def _inside(kind: Any, part: PathPart) -> Iterator[Any]:
    """Yields what an annotation allows under a key or an index."""
    for branch in _unwrapped(kind):
        if get_origin(branch) in (dict, list):
            yield get_args(branch)[-1]
        elif isinstance(branch, type) and issubclass(branch, BaseModel):
            yield from (
                field.annotation
                for name, field in branch.model_fields.items()
                if part in (name, field.alias) and field.annotation
            )
