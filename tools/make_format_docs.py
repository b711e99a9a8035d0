"""Writes docs/scenario-format.md: every key of the format, from the models and tools/format_words.txt.

Run `python tools/make_format_docs.py` after a model has changed.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.scenario import schema  # noqa: E402
from game.scenario.model import Scenario  # noqa: E402

WORDS = ROOT / "tools" / "format_words.txt"
PREFACE = ROOT / "tools" / "format_preface.md"
PAGE = ROOT / "docs" / "scenario-format.md"
ALIASES = {"a condition": schema.Condition, "a sum": schema.Sum}
PLAIN = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "str": "a text",
    "date": "a date",
    "datetime": "a day and time",
}


def rows() -> dict[str, tuple[str, str]]:
    """Returns the example and the meaning of every key, by `Model.key`."""
    lines = [line for line in WORDS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    parts = [line.split(" | ") for line in lines]
    return {key: (example, meaning) for key, example, meaning in parts}


def row(model: type[BaseModel], key: str, words: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Returns the example and the meaning of a key; raises KeyError if nobody has written them."""
    own = f"{model.__name__}.{key}"
    return words[own] if own in words else words[f"*.{key}"]


def models(kind: Any = Scenario) -> Iterator[type[BaseModel]]:
    """Yields the models that an annotation leads to, in the order of the file, each as often as it is used."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for field in kind.model_fields.values():
            yield from models(field.annotation)
    for inner in get_args(kind):
        yield from models(inner)


def takes(kind: Any, metadata: Any = ()) -> str:
    """Returns in words what a key takes."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind == schema.Changes:
        return "changes"
    if origin is Annotated:
        return takes(inner[0], inner[1:])
    if origin in (Union, UnionType):
        return _branches([branch for branch in inner if branch is not type(None)])
    if origin is Literal:
        return ", ".join(f"`{choice}`" for choice in inner)
    if origin is list:
        return f"a list: {takes(inner[0])}"
    if origin is dict:
        return f"for each name: {takes(inner[1])}"
    if issubclass(kind, BaseModel):
        return f"[{title(kind)}](#{title(kind)})"
    if any(getattr(item, "pattern", None) for item in metadata):
        return "a name"
    return PLAIN[kind.__name__] + _limits(metadata)


def _branches(branches: list[Any]) -> str:
    """Returns in words what a union takes; sums and conditions are unions with a name."""
    words = []
    for name, alias in ALIASES.items():
        if set(get_args(alias)) <= set(branches):
            words.append(name)
            branches = [branch for branch in branches if branch not in get_args(alias)]
    return " or ".join(words + [takes(branch) for branch in branches])


def _limits(metadata: Any) -> str:
    """Returns the range of a number, or nothing."""
    items = [inner for item in metadata for inner in (item.metadata if isinstance(item, FieldInfo) else [item])]
    low, high = (next((getattr(item, name) for item in items if hasattr(item, name)), None) for name in ("ge", "le"))
    return "" if low is None or high is None else f" ({low:,} to {high:,})"


def title(model: type[BaseModel]) -> str:
    """Returns the heading of a model: its name in small letters with hyphens."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "needed"
    value = field.default
    if value is None or value == {} or value == [] or value == "" or isinstance(value, BaseModel):
        return "–"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def section(model: type[BaseModel], words: dict[str, tuple[str, str]]) -> str:
    """Returns the part of the page about one model."""
    lines = [f"### {title(model)}", "", " ".join((model.__doc__ or "").split()), ""]
    lines += ["| key | takes | if left out | means | example |", "|---|---|---|---|---|"]
    for name, field in model.model_fields.items():
        key = field.alias or name
        example, meaning = row(model, key, words)
        kind = takes(field.annotation, field.metadata)
        lines.append(f"| `{key}` | {kind} | {_default(field)} | {meaning} | `{example}` |")
    return "\n".join(lines) + "\n"


def page() -> str:
    """Returns the whole page."""
    words = rows()
    parts = [section(model, words) for model in dict.fromkeys(models())]
    return PREFACE.read_text("utf-8") + "\n" + "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
