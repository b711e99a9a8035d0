"""The curtain between two players at one window: a closed folder that tells nothing of the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop import knot, signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Command, Home, Screen
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    FOLDER,
    INK,
    SEAL,
    TAB,
    Role,
    mix,
)
from game.frontends.desktop.widgets.hold import HoldButton
from game.frontends.desktop.widgets.still import SHADOW, hints, sheet
from game.frontends.presenter.scenes.briefing import curtain

if TYPE_CHECKING:
    from game.frontends.desktop.table import Table

_STRAIN, _LADDERS = 16, (0.4, 0.4)
_CREASE = mix(FOLDER, INK, 0.2)
_LIGHT = mix(FOLDER, BONE, 0.35)


class CurtainScreen(Screen):
    """Whose turn it is and nothing else; the rope on it is the same on every day of every match."""

    def __init__(self, desk: Desk, table: Table, side: int) -> None:
        """Falls before a side's turn."""
        super().__init__(desk)
        self.table, self.side = table, side
        self.told = curtain(table.rules, side, table.match.state)
        self.first = table.seat is None
        self.hold: HoldButton | None = None

    def build(self) -> None:
        """Draws the folder with the button under it."""
        desk, grid = self.desk, self.grid
        high = max(44, grid.space(68), round(desk.size(17) * 2.6))
        gap = max(14, grid.space(46))
        room = pygame.Rect(0, 0, grid.width, grid.height - high - gap - max(gap, grid.foot))
        width = min(max(grid.space(1280), round(desk.size(16) * 52)), grid.width - 2 * grid.space(40))
        tab = max(grid.space(52), round(desk.size(25) * 1.7))
        top = max(tab + grid.space(20), grid.space(162) if grid.text <= 1.25 else 0)
        folder = pygame.Rect((grid.width - width) // 2, top, width, room.bottom - top)
        self._folder(folder, tab)
        self._content(folder)
        self._button(folder, high, folder.bottom + gap)

    def animate(self, now: float) -> bool:
        """Fills the button while it is held."""
        return bool(self.hold and self.hold.advance())

    def back(self) -> Command:
        """Goes to the title; the match is saved."""
        return Home()

    def _folder(self, rect: pygame.Rect, tab: int) -> None:
        ground, desk, shadow = self.ground, self.desk, self.grid.space(16)
        pygame.draw.rect(ground, SHADOW, rect.move(shadow, shadow).union(rect.move(shadow, -shadow * 2)))
        word = f"{self.told.capital} · {self.told.when.partition(',')[0]}"
        wide = max(self.grid.space(440), desk.width(word, Role.SIGN, 25) + tab * 2)
        slope = tab * 3 // 5
        corners = [(0, tab), (slope, 0), (wide - slope, 0), (wide, tab)]
        pygame.draw.polygon(ground, TAB, [(rect.x + 8 + x, rect.y - tab + y) for x, y in corners])
        pygame.draw.rect(ground, FOLDER, rect)
        pygame.draw.rect(ground, TAB, (rect.x, rect.y, rect.w, max(6, self.grid.space(11))))
        pygame.draw.line(
            ground,
            _LIGHT,
            (rect.x, rect.y + max(6, self.grid.space(11))),
            (rect.right - 1, rect.y + max(6, self.grid.space(11))),
        )
        box = pygame.Rect(rect.x + 8 + tab, rect.y - tab, wide, tab)
        desk.text(ground, word, Role.SIGN, 25, (box.x, desk.middle(box, Role.SIGN, 25)), INK)

    def _content(self, rect: pygame.Rect) -> None:
        desk, grid, ground = self.desk, self.grid, self.ground
        pad = grid.space(90)
        inner = rect.inflate(-2 * pad, 0)
        mark = min(grid.space(176), rect.h // 4)
        size = max(28, min(grid.space(96), rect.h // 6))
        while size > 24 and desk.type.width(self.told.title, Role.TITLE, size) > inner.w - mark - pad // 2:
            size -= 2
        top = rect.y + max(grid.space(60), rect.h // 16)
        base = top + round(size * 0.95)
        left = inner.x + mark + grid.space(36)
        desk.type.draw(ground, self.told.title, Role.TITLE, size, INK, (left, base))
        signs.stamp(ground, signs.SIDE_SIGNS[self.side], (inner.x + mark // 2, base - size * 0.36), mark, SEAL)
        signs.stamp(
            ground, signs.SIDE_SIGNS[self.side], (inner.x + mark // 2, base - size * 0.36), mark * 3 // 5, FOLDER
        )
        signs.stamp(ground, signs.SIDE_SIGNS[self.side], (inner.x + mark // 2, base - size * 0.36), mark * 2 // 5, SEAL)
        text = "Take your seat." if self.first else self.told.text
        line = desk.block(ground, text, Role.MEDIUM, 24, (left, base + size // 6), inner.right - left, INK)
        paper = self._paper(rect)
        self._rope(pygame.Rect(rect.x, line.bottom, rect.w, paper.top - line.bottom))

    def _paper(self, rect: pygame.Rect) -> pygame.Rect:
        desk, grid = self.desk, self.grid
        sealed = f"Sealed by {self.told.other_capital}.\n" if not self.first else ""
        text = f"{sealed}If this is not your seat, look away."
        pad = max(12, grid.space(32))
        width = min(rect.w - 2 * pad, max(grid.space(700), desk.size(22) * 24))
        height = desk.block_height(text, Role.DOCUMENT, 22, width - 2 * pad) + pad * 3 // 2
        paper = pygame.Rect(0, 0, width, height)
        paper.midbottom = rect.centerx, rect.bottom - max(12, grid.space(52))
        sheet(self.ground, paper, 0)
        desk.block(self.ground, text, Role.DOCUMENT, 22, (paper.x + pad, paper.y + pad * 3 // 4), width - 2 * pad, INK)
        return paper

    def _rope(self, room: pygame.Rect) -> None:
        if room.h < 70:
            return
        radius, size = round(min(self.grid.space(15), room.h / 18), 1), room.size
        pygame.draw.line(
            self.ground, _CREASE, (room.x, room.bottom - room.h // 6), (room.right - 1, room.bottom - room.h // 6)
        )
        if picture := self.desk.drawn(("curtain", size), lambda: knot.picture(*size, radius, _STRAIN, _LADDERS)):
            self.ground.blit(picture, room)

    def _button(self, folder: pygame.Rect, high: int, top: int) -> None:
        desk = self.desk
        word = "Nothing of the game is shown until you do."
        label = "Press twice to open" if desk.still else "Hold to open"
        width = max(self.grid.space(310), desk.width(label, Role.STRONG, 17) + desk.size(16) * 7)
        note = desk.width(word, Role.TEXT, 16)
        beside = width + note + self.grid.space(30) < self.grid.width - 40
        left = folder.centerx - (width + note) // 2 if beside else folder.centerx - width // 2
        rect = pygame.Rect(left, top, width, high)
        self.hold = self.add(HoldButton("open", rect, label, lambda: self.table.sit(self.side), twice=desk.still))
        if beside:
            at = rect.right + self.grid.space(26), desk.middle(rect, Role.TEXT, 16)
            desk.text(self.ground, word, Role.TEXT, 16, at, ASH)
            if at[0] + note + desk.size(15) * 9 < self.grid.width:
                hints(desk, self.ground, self.grid.space(24), rect.centery, [("Esc", "title")], rect.left)
