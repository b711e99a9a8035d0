"""Help: the rules in five short pages, the keys, the words, the people, the sources, credits and licences."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.frontends.desktop import knot
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Response
from game.frontends.desktop.screens.credits import CREDITS, LICENCES
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.theme import ASH, BONE, HEMP, Role
from game.frontends.desktop.widgets.still import hint_width, hints
from game.frontends.desktop.widgets.tabs import Tabs
from game.frontends.presenter.teaching.rules_pages import rules_pages
from game.frontends.presenter.words import by_name
from game.scenario.story import Term

_KEYS = (
    ("Tab", "to the next thing, with Shift to the one before"),
    ("← ↑ ↓ →", "to the nearest thing that way"),
    ("Enter", "press, open, choose"),
    ("Space", "the same; hold it to open a curtain"),
    ("Esc", "back"),
    ("F1", "help"),
    ("F11", "full screen"),
    ("F12", "save a picture of the screen"),
    ("M", "sound off and on"),
    ("Ctrl +", "larger text"),
    ("Ctrl -", "smaller text"),
    ("Ctrl 0", "text as it was at first"),
    ("O", "war room: write an offer"),
    ("C", "to Confirm; in an offer, to Send"),
    ("P", "war room: every figure of the preview"),
    ("D", "war room: your mandate"),
    ("N", "war room: the next map"),
    ("T", "the next lesson, or the one that was hidden"),
    ("R", "war room: circles of ranges on the map"),
    ("L", "war room, incident: the map in full, with a list"),
    ("Z", "war room: take back"),
    (", .", "replay: a step back, on"),
    ("PgUp", "replay: a day back"),
    ("PgDn", "replay: a day on"),
    ("P", "replay: play or pause"),
    ("+ -", "replay: faster, slower"),
    ("T", "replay: the next turning point"),
    ("V", "replay: through whose eyes"),
    ("S", "replay: the sources"),
    ("E", "replay: ask the expert"),
    ("D", "replay: the debrief, once the game is over"),
    ("Ctrl S", "debrief: save all of it as a page"),
    ("1-7", "the tabs, where there are tabs"),
    ("Z", "offer: take the last change back"),
    ("X", "offer: begin it again"),
    ("F", "offer: the next form of a chosen clause"),
    ("+ -", "offer: its next form, the one before"),
)


class HelpScreen(Page):
    """Tabs over a text that scrolls; opened by F1 from everywhere, left to where one was."""

    name = "Help"
    helped = False

    def __init__(self, desk: Desk) -> None:
        """Opens the first page."""
        super().__init__(desk)
        assert desk.crisis
        self.scenario, self.at = desk.crisis.scenario, 0
        self.rules = rules_pages(self.scenario)

    def fill(self, body: pygame.Rect) -> None:
        """Draws tabs and page."""
        names = [name for name, _ in self.rules] + ["Keys", "Words", "People", "Sources", "Credits"]
        rows = len(Tabs.rows(self.desk, names, body.w))
        high = max(36, round(self.desk.size(16) * 2.3)) * rows
        self.add(Tabs("tabs", pygame.Rect(body.x, body.y, body.w, high), names, self.at, self._turn))
        top = body.y + high + self.grid.space(20)
        rest = self.at - len(self.rules)
        rope = self.grid.space(250) if rest < 0 and self.grid.height > 700 and self.grid.text < 1.5 else 0
        if rope:
            self._rope(pygame.Rect(0, self.grid.height - rope, self.grid.width, rope))
        flow = Flow(self, f"page {self.at}", pygame.Rect(body.x, top, body.w, body.bottom - rope - top))
        if rest < 0:
            self._rules(flow)
        else:
            (self._list_keys, self._words, self._people, self._sources, self._credits)[rest](flow)
        flow.close()

    def _turn(self, number: int) -> Response:
        self.at = number
        self.rebuild()
        return STAY

    def _rules(self, flow: Flow) -> None:
        parts = self._columns(flow, 2)
        sections = self.rules[self.at][1]
        half = -(-len(sections) // len(parts))
        for number, (head, text) in enumerate(sections):
            part = parts[number // half]
            part.text(head, Role.SIGN, 20)
            part.space(4)
            part.text(text, units=19)
            part.space(26)
        flow.join(parts)

    def _rope(self, rect: pygame.Rect) -> None:
        """Draws the rope, tighter from page to page."""
        size, strain = rect.size, 10.0 + 20 * self.at
        radius, pull = round(size[1] / 17, 1), strain / 100
        picture = self.desk.drawn(("help", size, strain), lambda: knot.picture(*size, radius, strain, (pull, pull)))
        if picture:
            self.ground.blit(picture, rect)

    def _list_keys(self, flow: Flow) -> None:
        column = max(hint_width(self.desk, keys, "") for keys, _ in _KEYS) + self.grid.space(24)
        high = round(self.desk.size(15) * 2.2)
        for keys, does in _KEYS:

            def draw(surface: pygame.Surface, rect: pygame.Rect, keys: str = keys, does: str = does) -> None:
                hints(self.desk, surface, rect.x, rect.centery, [(keys, "")], rect.right)
                at = rect.x + column, self.desk.middle(rect, Role.TEXT, 16)
                self.desk.text(surface, does, Role.TEXT, 16, at, BONE)

            flow.stroke(high, draw)

    def _words(self, flow: Flow) -> None:
        self._terms(flow, by_name(self.scenario.glossary.values()))

    def _people(self, flow: Flow) -> None:
        self._terms(flow, self.scenario.people.values())

    def _terms(self, flow: Flow, terms: Iterable[Term]) -> None:
        parts = self._columns(flow, 3)
        for term in terms:
            part = min(parts, key=lambda part: part.y)
            part.text(term.name, Role.STRONG, 17)
            part.text(term.text, units=16)
            if term.disputed:
                part.text(f"Disputed: {term.disputed}", units=15, colour=HEMP)
            if term.source:
                part.text(f"Source: {term.source}", units=14, colour=ASH)
            part.space(16)
        flow.join(parts)

    def _sources(self, flow: Flow) -> None:
        flow.text(
            "What the signs after a fact stand for. GK: general knowledge, with the standard work named.", colour=ASH
        )
        flow.space(16)
        parts = self._columns(flow, 2)
        for key, text in self.scenario.sources.items():
            part = min(parts, key=lambda part: part.y)
            part.text(key, Role.STRONG, 15)
            part.text(text, units=15, colour=ASH)
            part.space(10)
        flow.join(parts)

    def _credits(self, flow: Flow) -> None:
        parts = self._columns(flow, 2)
        for name, text, licence in CREDITS:
            part = min(parts, key=lambda part: part.y)
            part.text(name, Role.STRONG, 17)
            part.text(text, units=16)
            part.text(f"Licence: {licence}", units=15, colour=ASH)
            part.space(16)
        flow.join(parts)
        flow.text(LICENCES, units=15, colour=ASH)

    def _columns(self, flow: Flow, most: int) -> list[Flow]:
        """Returns as many columns as stay readable, at most so many."""
        return flow.columns(max(1, min(most, flow.width // self.desk.width("n" * 34, Role.TEXT, 16))))
