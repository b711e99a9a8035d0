"""The prologue: dated cards along a thread, one at a time, under two ropes that are not yet tied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop import knot
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Command, Response
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.theme import ASH, BUTTON, HEMP, INK, INK_FAINT, ROOM, STAMP, Role
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.still import sheet
from game.frontends.presenter.scenes.briefing import prologue
from game.frontends.presenter.teaching.starts import how_long

if TYPE_CHECKING:
    from game.frontends.desktop.table import Table
    from game.frontends.presenter.stories import Card

_TEXT = 26
_BACK = (pygame.K_LEFT, pygame.K_UP, pygame.K_BACKSPACE, pygame.K_PAGEUP)
_ON = (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_PAGEDOWN)


class PrologueScreen(Page):
    """What led here; the arrows turn the cards, Esc goes straight to the match."""

    leaves_to = "Skip"

    def __init__(self, desk: Desk, table: Table) -> None:
        """Begins with the first card."""
        super().__init__(desk)
        self.table, self.cards, self.at = table, prologue(table.rules), 0
        self.name = table.rules.scenario.title

    def fill(self, body: pygame.Rect) -> None:
        """Draws ropes, card and thread."""
        grid = self.grid
        high = max(44, grid.control(BUTTON))
        foot = pygame.Rect(body.x, body.bottom - high, body.w, high)
        thread = foot.top - max(grid.space(40), 26)
        self._buttons(foot)
        self._thread(body, thread)
        room = pygame.Rect(body.x, body.y, body.w, thread - max(grid.space(50), 20) - body.y)
        card = self._card_size(self.cards[self.at], room)
        spare = room.h - card.h
        if spare > grid.space(150):
            ropes = pygame.Rect(0, body.y, grid.width, min(spare - grid.space(30), grid.space(300)))
            self._ropes(ropes)
            card.centery = (ropes.bottom + room.bottom) // 2
        else:
            card.centery = room.centery
        self._card(self.cards[self.at], card)

    def keys(self, event: pygame.event.Event) -> Response:
        """Turns the cards by the arrows."""
        if event.type != pygame.KEYDOWN or event.key not in _BACK + _ON:
            return None
        return self._turn(1 if event.key in _ON else -1)

    def back(self) -> Command:
        """Goes on to the match."""
        return self.table.go_on()

    def _buttons(self, foot: pygame.Rect) -> None:
        desk, last = self.desk, self.at == len(self.cards) - 1
        width = max(self.grid.space(300), desk.width("To the briefing", Role.STRONG, 16) + desk.size(40))
        rect = pygame.Rect(foot.right - width, foot.y, width, foot.h)
        label = "To the briefing" if last else "Next"
        self.add(Button("next", rect, label, self.back if last else lambda: self._turn(1), kind="main"))
        if self.at:
            width = desk.width("Before", Role.STRONG, 16) + desk.size(40)
            rect = pygame.Rect(rect.x - width - self.grid.space(16), foot.y, width, foot.h)
            self.add(Button("before", rect, "Before", lambda: self._turn(-1)))
        width, lasts = rect.x - self.grid.space(16) - foot.x, how_long(self.table.rules.scenario)
        told = last and desk.block_height(lasts, Role.TEXT, 16, width) <= foot.h + self.grid.space(16)
        word = lasts if told else f"{self.at + 1} of {len(self.cards)}"
        top = foot.centery - desk.block_height(word, Role.TEXT, 16, width) // 2
        desk.block(self.ground, word, Role.TEXT, 16, (foot.x, top), width, ASH)

    def _thread(self, body: pygame.Rect, y: int) -> None:
        pygame.draw.line(self.ground, HEMP, (body.x, y), (body.right, y), 2)
        step = body.w / max(1, len(self.cards))
        for number in range(len(self.cards)):
            at = round(body.x + step * (number + 0.5)), y
            pygame.draw.aacircle(self.ground, HEMP, at, 8 if number == self.at else 6)
            if number > self.at:
                pygame.draw.aacircle(self.ground, ROOM, at, 4)
        self._dates(body.x + step / 2, step, y)

    def _dates(self, x: float, step: float, y: int) -> None:
        """Sets the date of each card over its dot, if there is room for all of them."""
        desk, gap = self.desk, self.grid.space(14)
        dates = [card.date.upper() for card in self.cards]
        if max(desk.width(date, Role.SIGN, 14) for date in dates) + gap > step or self.grid.effective_width < 1150:
            return
        for number, date in enumerate(dates):
            colour = HEMP if number == self.at else ASH
            desk.text(self.ground, date, Role.SIGN, 14, (x + step * number, y - gap), colour, "centre")

    def _ropes(self, rect: pygame.Rect) -> None:
        radius, size = round(max(5.0, rect.h / 15), 1), rect.size
        last = self.at == len(self.cards) - 1
        strain = float(self.table.rules.read(self.table.match.state, self.table.rules.scenario.roles.gauge))
        if last:
            picture = self.desk.drawn(("tied", size), lambda: knot.picture(*size, radius, strain, (0.1, 0.1)))
        else:
            picture = self.desk.drawn(("slack", size), lambda: knot.undone(*size, radius))
        if picture:
            self.ground.blit(picture, rect)

    def _card_size(self, card: Card, room: pygame.Rect) -> pygame.Rect:
        """Returns the card's rectangle, as narrow as its text allows within the height."""
        desk, grid = self.desk, self.grid
        pad = max(14, grid.space(40))
        for units in (1100, 1400, 1800):
            width = min(room.w, max(grid.space(units), desk.size(16) * units // 26))
            inner = width - 2 * pad
            height = 2 * pad + desk.line(Role.DOCUMENT, 18) + desk.block_height(card.title, Role.DOCUMENT, 30, inner)
            height += grid.space(14) * 2 + desk.block_height(card.text, Role.TEXT, _TEXT, inner)
            height += desk.block_height(_foot(card), Role.TEXT, 15, inner)
            if height <= room.h or width == room.w:
                break
        rect = pygame.Rect(0, 0, width, min(height, room.h))
        rect.midtop = room.centerx, room.y
        return rect

    def _card(self, card: Card, rect: pygame.Rect) -> None:
        desk, grid, ground = self.desk, self.grid, self.ground
        pad, gap = max(14, grid.space(40)), grid.space(14)
        sheet(ground, rect, grid.space(10))
        left, width = rect.x + pad, rect.w - 2 * pad
        y = desk.block(ground, card.date.upper(), Role.DOCUMENT, 18, (left, rect.y + pad), width, STAMP).bottom
        y = desk.block(ground, card.title, Role.DOCUMENT, 30, (left, y), width, INK).bottom + gap
        y = desk.block(ground, card.text, Role.TEXT, _TEXT, (left, y), width, INK).bottom + gap
        desk.block(ground, _foot(card), Role.TEXT, 15, (left, y), width, INK_FAINT)

    def _turn(self, step: int) -> Response:
        if not 0 <= self.at + step < len(self.cards):
            return STAY
        self.at += step
        self.rebuild()
        return STAY


def _foot(card: Card) -> str:
    return "\n".join(
        line for line in (f"Disputed: {card.disputed}" if card.disputed else "", f"Source: {card.source}") if line
    )
