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

Press = Callable[[], Response]


@dataclass(frozen=True)
class Entry:
    """A paragraph with its heading and small print, each left out if empty."""

    head: str = ""
    text: str = ""
    small: str = ""
    colour: Colour = BONE


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
        for entry in self.entries:
            if entry.head:
                flow.text(entry.head, Role.SIGN, 18, entry.colour)
            if entry.text:
                flow.text(entry.text, Role.TEXT, 17, BONE)
            if entry.small:
                flow.text(entry.small, Role.TEXT, 14, ASH)
            flow.space(16)
        flow.close()
        x = body.x
        for label, press in self.actions:
            width = self.desk.width(label, Role.STRONG, 16) + self.desk.size(40)
            self.add(Button(label, Rect(x, body.bottom - tall, width, tall), label, press))
            x += width + self.grid.space(GUTTER)

    def keys(self, event: pygame.event.Event) -> Response:
        """Goes back by Backspace as by Esc."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_BACKSPACE:
            return self.back()
        return None

    def back(self) -> Command:
        """Returns to where it was opened."""
        return Back()
