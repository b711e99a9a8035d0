"""The end of a day: night falls, its dice fall one by one, and the morning's papers lie on the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import knot, signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Command, Response, Screen
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    BUTTON,
    DANGER,
    EDGE,
    INK,
    INK_FAINT,
    MARGIN,
    PAPER,
    STAMP,
    Role,
)
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.pane import Pane

if TYPE_CHECKING:
    from game.frontends.desktop.table import Table
    from game.frontends.presenter.scenes.nights import Die, Dispatch, Night

DARK, BEAT, QUICK = 0.9, 0.8, 0.35
"""Seconds until the first die falls, between dice, and between the papers that are laid down."""
_SCROLLING = (pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END, pygame.K_TAB)
_SIDE_BY_SIDE = 1000
_ROPE = 0.46
"""The part of the height for which the rope is thick enough at most, where little has happened."""


class NightScreen(Screen):
    """A short sequence that any key or click ends, and then leaves; where motion is reduced all is there at once."""

    name = "Night"

    def __init__(self, desk: Desk, table: Table, night: Night) -> None:
        """Begins in the dark."""
        super().__init__(desk)
        self.table, self.night = table, night
        self.beats = [DARK, *[BEAT] * len(night.dice), *[QUICK] * len(night.papers)]
        self.at = len(self.beats) if desk.still else 0
        self._due: float | None = None

    @property
    def over(self) -> bool:
        """Returns whether everything has been shown."""
        return self.at >= len(self.beats)

    @property
    def morning(self) -> bool:
        """Returns whether the dice have fallen."""
        return self.at > len(self.night.dice)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Draws the rope over the night at the left and the morning at the right, or one above the other.

        The rope takes the height that these do not need.
        """
        grid = self.grid
        margin, gap = max(12, grid.space(MARGIN)), max(12, grid.space(40))
        high = max(44, grid.control(BUTTON))
        rope = round(grid.height * (0.26 if grid.text <= 1.25 else 0.16))
        foot = grid.height - grid.foot - high
        body = Rect(margin, rope, grid.width - 2 * margin, foot - margin - rope)
        spare = body.h - self._told(body, gap)
        if spare > 0:
            self.widgets.clear()
            body = Rect(body.x, body.y + spare, body.w, body.h - spare)
            self._told(body, gap)
        self._rope(Rect(0, 0, grid.width, body.y))
        label = self.night.onward
        width = max(grid.space(300), self.desk.width(label, Role.STRONG, 16) + self.desk.size(40))
        button = Rect(grid.width - margin - width, foot, width, high)
        self.add(Button("open", button, label, self._go_on, kind="main"))
        word = "Any key goes on." if self.over else "Any key shows the rest."
        if margin + self.desk.width(word, Role.TEXT, 15) < button.x - gap:
            at = margin, self.desk.middle(button, Role.TEXT, 15)
            self.desk.text(self.ground, word, Role.TEXT, 15, at, ASH)
        self.focus_on("open")

    def _told(self, body: Rect, gap: int) -> int:
        """Adds the night and the morning; returns the height that they need."""
        if self.grid.effective_width < _SIDE_BY_SIDE:
            flow = Flow(self, "night", body)
            self._night(flow)
            flow.space(24)
            return self._papers(flow).height
        left = round((body.w - gap) * 0.44)
        flow = Flow(self, "night", Rect(body.x, body.y, left, body.h))
        self._night(flow)
        tall = flow.close().height
        papers = Flow(self, "papers", Rect(body.x + left + gap, body.y, body.w - left - gap, body.h))
        return max(tall, self._papers(papers, flow.y).height)

    def _rope(self, box: Rect) -> None:
        radius = round(min(box.h, self.grid.height * _ROPE) * 0.058, 1)
        pulls = [min(1.0, ladder.value / ladder.scale) if ladder.scale else 0.0 for ladder in self.night.ladders]
        pictures = []
        for strain in self.night.gauge:
            key = "night", box.size, strain, *pulls

            def work(strain: int = strain) -> Surface:
                return knot.picture(*box.size, radius, float(strain), (pulls[0], pulls[1]))

            pictures.append(self.desk.drawn(key, work))
        if picture := pictures[self.morning]:
            self.ground.blit(picture, box)

    def _night(self, flow: Flow) -> None:
        night = self.night
        flow.text("The night of", Role.SIGN, 16, ASH)
        flow.text(night.evening, Role.TITLE, 30)
        flow.space(14)
        for number, die in enumerate(night.dice):
            self._die(flow, die, shown=self.at > number)
        flow.space(10)
        self._change(flow)

    def _die(self, flow: Flow, die: Die, *, shown: bool) -> None:
        """Sets how a die fell, with what it stood at to the right."""
        desk, small = self.desk, self.desk.size(16)
        indent, figure = small * 2, desk.width("0 in 1,000", Role.STRONG, 20)
        top, since = flow.y, len(flow.strokes)
        words = flow.part(indent, flow.width - indent - figure)
        words.text(die.text, Role.STRONG, 20)
        if die.more:
            words.text(die.more, Role.TEXT, 16, ASH)
        flow.y = words.y
        if die.odds:
            odds = flow.part(flow.width - figure, figure)
            odds.y = top
            one_in, percent = die.odds.one_in, die.odds.percent
            odds.stroke(desk.line(Role.STRONG, 20), lambda surface, rect: self._right(surface, rect, one_in, 20))
            odds.stroke(desk.line(Role.TEXT, 16), lambda surface, rect: self._right(surface, rect, percent, 16))
            flow.join([flow, odds])
        at = flow.x + small * 2 // 3, top + desk.line(Role.STRONG, 20) // 2
        colour = EDGE if not die.fell else DANGER if die.more else BONE
        flow.strokes.append(lambda surface: _mark(surface, at, small, colour, die.fell))
        if not shown:
            del flow.strokes[since:]
        flow.space(14)

    def _right(self, surface: Surface, rect: Rect, text: str, size: int) -> None:
        role, colour = (Role.STRONG, BONE) if size > 16 else (Role.TEXT, ASH)
        self.desk.text(surface, text, role, size, (rect.right, self.desk.middle(rect, role, size)), colour, "right")

    def _change(self, flow: Flow) -> None:
        """Sets what the night has made of gauge, alert and the rest; empty until the dice have fallen."""
        night, since = self.night, len(flow.strokes)
        before, after = night.gauge
        flow.rule()
        flow.space(12)
        flow.stroke(round(self.desk.size(46) * 1.15), lambda surface, rect: self._figure(surface, rect, before, after))
        for line in night.changes:
            flow.text(line, Role.TEXT, 16, ASH)
        if not self.morning:
            del flow.strokes[since:]

    def _figure(self, surface: Surface, rect: Rect, before: int, after: int) -> None:
        desk, night = self.desk, self.night
        base = rect.bottom - desk.size(46) // 5
        gap = desk.size(14)
        words = night.name if night.alert[0] == night.alert[1] else f"{night.name}, {night.alert[0]}"
        x = desk.text(surface, words, Role.SIGN, 16, (rect.x, base), ASH).right + gap
        x = desk.text(surface, str(before), Role.STRONG, 30, (x, base), BONE if before == after else ASH).right + gap
        if before != after:
            middle = base - desk.type.capitals(Role.STRONG, desk.size(30)) // 2
            colour = DANGER if after > before else BONE
            signs.stamp(surface, "right", (x + desk.size(10), middle), desk.size(20), colour)
            x = desk.text(surface, str(after), Role.STRONG, 46, (x + desk.size(20) + gap, base), colour).right + gap
        desk.text(surface, night.alert[1], Role.SIGN, 16, (x, base), BONE)

    def _papers(self, flow: Flow, least: int = 0) -> Pane:
        """Sets the papers on a sheet that reaches down to `least` at least."""
        night, pad = self.night, max(14, self.grid.space(32))
        first = len(night.dice) + 1
        top, since = flow.y, len(flow.strokes)
        page = flow.inset(pad)
        page.y += pad
        page.text(night.morning, Role.TITLE, 30, INK)
        page.text(night.head, Role.DOCUMENT, 15, STAMP)
        page.space(8)
        page.stroke(3, lambda surface, rect: surface.fill(INK, rect))
        page.space(14)
        lead, rest = night.papers[:1], night.papers[1:]
        for item in lead:
            self._dispatch(page, item, 28, shown=self.at > first)
        parts = page.columns(2 if page.width > self.desk.width("n" * 68, Role.TEXT, 16) and len(rest) > 1 else 1)
        dateline = [lead[0].dateline if lead else ""] * len(parts)
        for number, item in enumerate(rest, 1):
            part = min(range(len(parts)), key=lambda n: parts[n].y)
            shown = self.at > first + number
            self._dispatch(parts[part], item, 20, shown=shown, dated=item.dateline != dateline[part])
            dateline[part] = item.dateline
        page.join(parts)
        if night.quiet:
            page.text(night.quiet, Role.TEXT, 16, INK_FAINT)
        flow.y = max(page.y + pad, least)
        flow.behind(since, lambda surface, rect: pygame.draw.rect(surface, PAPER, rect), top)
        if not self.morning:
            del flow.strokes[since:]
        return flow.close()

    def _dispatch(self, page: Flow, item: Dispatch, size: int, *, shown: bool, dated: bool = True) -> None:
        since = len(page.strokes)
        words = [item.dateline.upper() if dated else "", "FOR YOU ALONE" if item.private else ""]
        if any(words):
            page.text(", ".join(filter(None, words)), Role.DOCUMENT, 15, STAMP)
        page.text(item.text, Role.STRONG, size, INK)
        if item.more:
            page.text(item.more, Role.TEXT, 17, INK_FAINT)
        page.space(20)
        if not shown:
            del page.strokes[since:]

    # -- time and keys ---------------------------------------------------------------------------------------------

    def animate(self, now: float) -> bool:
        """Lets the dice fall and lays the papers down, one after another."""
        if self.over:
            return False
        if self._due is None:
            self._due = now + self.beats[self.at]
        if now >= self._due:
            self.at, self._due = self.at + 1, None
            self.rebuild()
        return not self.over

    def handle(self, event: pygame.event.Event) -> Command | None:
        """Goes on at any key or click, but for the keys and the mouse that scroll."""
        scrolls = any(isinstance(widget, Pane) and widget.most for widget in self.widgets)
        if event.type == pygame.KEYDOWN and not (event.key == pygame.K_TAB or (scrolls and event.key in _SCROLLING)):
            return _command(self._go_on())
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            dragged, self._pressed = self._pressed, None
            return None if scrolls and isinstance(dragged, Pane) else _command(self._go_on())
        return super().handle(event)

    def back(self) -> Command:
        """Goes on."""
        return self.table.go_on()

    def _go_on(self) -> Response:
        """Shows all that is left, or goes on to the day."""
        if self.over:
            return self.table.go_on()
        self.at = len(self.beats)
        self.rebuild()
        return STAY


def _command(response: Response) -> Command | None:
    return None if response is STAY else response


def _mark(surface: Surface, at: tuple[int, int], size: int, colour: tuple[int, int, int], fell: bool) -> None:
    """Draws a die's mark: filled if it befell, outlined if it did not."""
    box = Rect(0, 0, size * 3 // 4, size * 3 // 4)
    box.center = at
    pygame.draw.rect(surface, colour, box, 0 if fell else 2)
