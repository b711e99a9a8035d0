"""A strict reader of pages, and what holds for every page to hand out or in."""

import re
from html.parser import HTMLParser

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element that begins."""
        self.seen.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element without content."""
        self.seen.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        """Checks an element that ends."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Notes what is said."""
        self.said.append(data)


ACTIVE = {"script", "link", "img", "iframe", "object", "embed", "form", "a", "base", "audio", "video"}


def assert_self_contained(text: str) -> Page:
    """Returns a page that parses, after checking that it fetches nothing and runs nothing."""
    page = Page(text)
    assert not page.open and not page.seen & ACTIVE
    names = {name for _, name, _ in page.attributes}
    assert not names & {"src", "href", "xlink:href"} and not [name for name in names if name.startswith("on")]
    assert not re.search(r"@import|@font-face|https?:", text)
    assert set(re.findall(r"url\(([^)]*)\)", text)) <= {"#hatch"}
    assert "size: A4" in text and "<meta charset" in text
    return page
