"""A small writer of HTML and SVG: what is said is escaped, what was made by it is not."""

from collections.abc import Iterable
from html import escape

EMPTY = frozenset({"br", "meta", "line", "circle", "rect", "path", "polyline", "polygon"})
"""What has no content."""

SHORT = 13
"""How many letters a cell of a table has that is not broken into lines."""


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: object) -> Markup:
    """Returns an element; `_` in the names of attributes stands for `-` and is dropped at the end."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in EMPTY:
        return Markup(f"<{name}{said}/>" if name not in ("br", "meta") else f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(content)}</{name}>")


def joined(parts: Iterable[str]) -> Markup:
    """Returns parts behind each other; those that are no markup are escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in parts))


def fixed(text: str) -> Markup:
    """Returns a text that is not broken into lines."""
    return tag("span", text, class_="fix")


def table(head: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "") -> Markup:
    """Returns a table with its head, and a caption if one is given."""
    return tag(
        "table",
        *([tag("caption", caption)] if caption else []),
        tag("thead", tag("tr", *(tag("th", cell, scope="col") for cell in head))),
        tag("tbody", *(tag("tr", *map(_cell, row)) for row in rows)),
    )


def _cell(text: str) -> Markup:
    """Returns a cell of a table; what is short stays in one line."""
    return tag("td", text, class_="fix" if len(text) <= SHORT else None)
