"""What all pages have in common: the frame round them."""

from collections.abc import Iterable

from game.frontends.page.markup import Markup, joined, tag
from game.frontends.page.style import STYLE


def sheet(title: str, parts: Iterable[Markup], kind: str = "") -> str:
    """Returns a whole page, all in one file; `kind` is the class of its body: `` or one that the style knows."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Markup(STYLE)),
    )
    body = tag("body", joined(parts), class_=kind or None)
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}\n"
