"""The briefing: what a side knows on its first morning, how it sees the other, and its mandate in a sealed folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Command, Home, Response
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    BUTTON,
    FOLDER,
    INK,
    INK_FAINT,
    PAPER,
    SIDE_COLOURS,
    STAMP,
    TAB,
    Role,
)
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.folder import OPENING, Folder
from game.frontends.presenter.facts import facts_of
from game.frontends.presenter.scenes.briefing import briefing
from game.frontends.presenter.words import day_date, full_date, sentence, signed

if TYPE_CHECKING:
    from game.frontends.desktop.table import Table
    from game.frontends.presenter.models import MandateCard


class BriefingScreen(Page):
    """What a side reads before its first turn; the main button opens the war room."""

    leaves_to = "Title"

    def __init__(self, desk: Desk, table: Table, side: int) -> None:
        """Briefs a side."""
        super().__init__(desk)
        self.table, self.side = table, side
        self.told = briefing(table.rules, table.match.view(side), side, facts_of(table.match, side).told)
        self.name = self.told.name
        self.note = full_date(day_date(table.rules, table.match.day))
        self.opened = 0.0  # how far the folder is open, 0 to 1
        self._since: float | None = None
        self._folder: Folder | None = None

    def fill(self, body: pygame.Rect) -> None:
        """Sets situation and mandate side by side, or one under the other."""
        high = max(44, self.grid.control(BUTTON))
        gap = max(10, self.grid.space(16))
        flow = Flow(self, "briefing", pygame.Rect(body.x, body.y, body.w, body.h - high - gap))
        if self.grid.effective_width >= 1000:
            parts = flow.columns(2)
            self._situation(parts[0])
            self._mandate(parts[1])
            flow.join(parts)
            flow.space(28)
            self._others(flow, len(self.told.others))
        else:
            self._mandate(flow)
            flow.space(24)
            self._situation(flow)
            flow.space(28)
            self._others(flow, 1)
        flow.close()
        label = "Open the war room"
        width = max(self.grid.space(320), self.desk.width(label, Role.STRONG, 16) + self.desk.size(40))
        rect = pygame.Rect(body.right - width, body.bottom - high, width, high)
        self.add(Button("open", rect, label, self.table.go_on, kind="main"))
        self.focus_on("open" if self.opened else "seal")

    def animate(self, now: float) -> bool:
        """Lifts the cover of the folder."""
        if self._since is None:
            return False
        self._since = self._since or now
        self.opened = min(1.0, (now - self._since) / OPENING)
        if self.opened == 1.0:
            self._since = None
            self.rebuild()
            self.focus_on("open")
        elif self._folder:
            self._folder.lift(self.opened)
        return self._since is not None

    def break_seal(self) -> Response:
        """Opens the folder: at once where motion is reduced."""
        if self.desk.still:
            self.opened = 1.0
            self.rebuild()
            self.focus_on("open")
        elif self._since is None:
            self._since = 0.0
        return STAY

    def back(self) -> Command:
        """Goes to the title; the match is saved."""
        return Home()

    def _situation(self, flow: Flow) -> None:
        desk, told = self.desk, self.told
        size = desk.size(25)

        def heading(surface: pygame.Surface, rect: pygame.Rect) -> None:
            signs.side(surface, self.side, (rect.x + size // 2, rect.centery), size)
            at = rect.x + round(size * 1.5), desk.middle(rect, Role.SIGN, 25)
            desk.text(surface, told.capital, Role.SIGN, 25, at, SIDE_COLOURS[self.side])

        flow.stroke(round(size * 1.5), heading)
        flow.text(f"You are {told.leader}, with {told.home[:1].lower()}{told.home[1:]}.", units=16, colour=ASH)
        flow.space(18)
        if told.since:
            self._until_today(flow)
        pad = max(14, self.grid.space(36))
        top, since = flow.y, len(flow.strokes)
        page = flow.inset(pad)
        page.y += pad
        for number, paragraph in enumerate(told.paragraphs):
            if number:
                page.y += pad // 2
            page.text(paragraph, Role.DOCUMENT, 20 if self.grid.text <= 1.25 else 18, INK)
        flow.y = page.y + pad
        flow.behind(since, lambda surface, rect: pygame.draw.rect(surface, PAPER, rect), top)
        flow.space(24)
        flow.text("How we see them", Role.SIGN, 18)
        flow.space(6)
        flow.text(told.sees_other, units=17)

    def _until_today(self, flow: Flow) -> None:
        """Sets, for a start on a later day, what that day is and what came before it as the side knows it."""
        flow.text(f"Now: {self.told.today}", Role.SIGN, 20, BONE)
        flow.text("What you did and learned until then:", units=16)
        for date, said in self.told.since:
            flow.space(6)
            flow.text(f"{date}. {' '.join(map(sentence, said))}", units=16, colour=ASH)
        flow.space(24)
        flow.text("How it began for you", Role.SIGN, 18)
        flow.space(6)

    def _mandate(self, flow: Flow) -> None:
        told, pad = self.told.mandate, max(14, self.grid.space(32))
        tab = round(self.desk.size(18) * 2)
        flow.stroke(tab, self._tab)
        if self.opened < 1.0:
            high = max(self.desk.size(16) * 14, self.grid.space(440 if self.grid.effective_width >= 1000 else 0))
            self._folder = flow.add(Folder(flow.rect(high), self.side, self.break_seal))
            return
        top, since = flow.y, len(flow.strokes)
        folder = flow.inset(pad)
        folder.y += pad
        paper_top, paper_since = folder.y, len(flow.strokes)
        page = folder.inset(pad)
        page.y += pad
        page.text("FOR YOUR EYES ONLY", Role.DOCUMENT, 15, STAMP)
        page.text(told.name, Role.DOCUMENT, 24, INK)
        page.space(6)
        page.text(told.text, Role.TEXT, 17, INK)
        page.space(14)
        for want in sorted(told.wants, key=lambda want: -want.points):
            self._want(page, want.name, want.points)
        page.space(14)
        self._red_line(page, told)
        folder.y = page.y + pad
        folder.behind(paper_since, lambda surface, rect: pygame.draw.rect(surface, PAPER, rect), paper_top)
        flow.y = folder.y + pad
        flow.behind(since, lambda surface, rect: pygame.draw.rect(surface, FOLDER, rect), top)

    def _tab(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        desk = self.desk
        wide = desk.width("Your mandate", Role.SIGN, 18) + rect.h * 3
        corners = [(0, rect.h), (rect.h // 2, 0), (wide - rect.h // 2, 0), (wide, rect.h)]
        pygame.draw.polygon(surface, TAB, [(rect.x + x, rect.y + y) for x, y in corners])
        at = rect.x + rect.h, desk.middle(rect, Role.SIGN, 18)
        desk.text(surface, "Your mandate", Role.SIGN, 18, at, INK)

    def _want(self, page: Flow, name: str, points: int) -> None:
        desk = self.desk
        figure = desk.width("−00", Role.STRONG, 16) + desk.size(10)
        width = min(page.width, desk.size(16) * 30)
        height = desk.block_height(name, Role.TEXT, 16, width - figure)

        def draw(surface: pygame.Surface, rect: pygame.Rect) -> None:
            desk.block(surface, name, Role.TEXT, 16, rect.topleft, width - figure, INK)
            line = pygame.Rect(rect.x, rect.y, width, desk.line(Role.TEXT, 16))
            at = line.right, desk.middle(line, Role.STRONG, 16)
            desk.text(surface, signed(points), Role.STRONG, 16, at, INK if points > 0 else INK_FAINT, "right")

        page.stroke(height, draw)

    def _red_line(self, page: Flow, told: MandateCard) -> None:
        page.stroke(3, lambda surface, rect: pygame.draw.rect(surface, STAMP, rect))
        page.space(8)
        page.text("RED LINE", Role.DOCUMENT, 15, STAMP)
        page.text(told.red_line, Role.STRONG, 17, INK)
        page.text(f"Crossing it costs you {told.costs} of 100 points.", Role.TEXT, 15, INK_FAINT)

    def _others(self, flow: Flow, across: int) -> None:
        flow.text("Their mandate is one of these", Role.SIGN, 18)
        flow.space(6)
        parts = flow.columns(across)
        for number, other in enumerate(self.told.others):
            part = parts[number % across]
            part.text(other.name, Role.STRONG, 16, BONE)
            part.text(other.text, Role.TEXT, 15, ASH)
            part.text(f"Red line: {other.red_line}", Role.TEXT, 15, ASH)
            part.space(8)
        flow.join(parts)
