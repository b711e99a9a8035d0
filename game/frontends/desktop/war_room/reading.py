"""A screen to read on: letters, news with their sources, all figures, all advisers, the list of the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Back, Command, Response
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.theme import ASH, BONE, GUTTER, Colour, Role
from game.frontends.desktop.widgets.button import Button
from game.frontends.presenter.words import minus, signed

Press = Callable[[], Response]
_WIDE = 1150
"""From which width on there is room for two columns."""


@dataclass(frozen=True)
class Entry:
    """A paragraph with its heading and small print, each left out if empty.

    `parts` are figures with what they are figures of, `total` what they add up to.
    """

    head: str = ""
    text: str = ""
    small: str = ""
    colour: Colour = BONE
    parts: tuple[tuple[str, int], ...] = ()
    total: int = 0


class Reading(Page):
    """Paragraphs under a name in a column that scrolls, with buttons below if something can be done about them."""

    leaves_to = "War room"

    def __init__(
        self, desk: Desk, name: str, note: str, entries: list[Entry], actions: list[tuple[str, Press]] | None = None
    ) -> None:
        """Opens the page."""
        super().__init__(desk)
        self.name, self.note, self.entries, self.actions = name, note, entries, actions or []

    def fill(self, body: Rect) -> None:
        """Sets the paragraphs and the buttons."""
        tall = max(44, self.grid.control(44)) if self.actions else 0
        room = Rect(body.x, body.y, body.w, body.h - tall - (self.grid.space(GUTTER) if tall else 0))
        flow = Flow(self, "reading", room)
        self._entries(flow, room.h)
        flow.close()
        x = body.x
        for label, press in self.actions:
            width = self.desk.width(label, Role.STRONG, 16) + self.desk.size(40)
            self.add(Button(label, Rect(x, body.bottom - tall, width, tall), label, press))
            x += width + self.grid.space(GUTTER)

    def _entries(self, flow: Flow, tall: int) -> None:
        """Sets the paragraphs in one column or, where that would scroll and there is width, in two alike in height."""
        trial, bottoms = flow.columns(2)[0], [flow.y]
        trial.strokes = []
        for entry in self.entries:
            self._entry(trial, entry)
            bottoms.append(trial.y)
        whole = bottoms[-1] - bottoms[0]
        parts = [flow, flow]
        if whole > tall and self.grid.effective_width >= _WIDE:
            parts = flow.columns(2)
        for entry, top in zip(self.entries, bottoms, strict=False):
            self._entry(parts[top - bottoms[0] > whole / 2], entry)
        flow.join(parts)

    def _entry(self, flow: Flow, entry: Entry) -> None:
        """Sets a paragraph."""
        if entry.head:
            flow.text(entry.head, Role.SIGN, 18, entry.colour)
        if entry.text:
            flow.text(entry.text, Role.TEXT, 17, BONE)
        if entry.small:
            flow.text(entry.small, Role.TEXT, 14, ASH)
        if entry.parts:
            self._add_up(flow, entry)
        flow.space(16)

    def _add_up(self, flow: Flow, entry: Entry) -> None:
        """Sets the parts one under the other, each behind its figure, and the sum under a line."""
        indent, column = self.desk.width("−100  ", Role.STRONG, 16), flow.part(0, min(flow.width, self._line))
        for name, amount in entry.parts:
            self._part(column, signed(amount), name, indent)
        column.space(3)
        column.rule()
        column.space(3)
        self._part(column, minus(entry.total), "together", indent)
        flow.join([column])

    @property
    def _line(self) -> int:
        """Returns how wide a line of text is that is good to read."""
        return self.desk.width("n" * 62, Role.TEXT, 16)

    def _part(self, flow: Flow, value: str, name: str, indent: int) -> None:
        figure, words = flow.part(0, indent), flow.part(indent, flow.width - indent)
        figure.text(value, Role.STRONG, 16)
        words.text(name, Role.TEXT, 16, ASH)
        flow.join([figure, words])

    def keys(self, event: pygame.event.Event) -> Response:
        """Goes back by Backspace as by Esc."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_BACKSPACE:
            return self.back()
        return None

    def back(self) -> Command:
        """Returns to where it was opened."""
        return Back()
