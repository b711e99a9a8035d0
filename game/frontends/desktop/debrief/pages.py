"""The debrief: tabs of charts and words on a match that is over, and what can be done from there."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.frontends.desktop.debrief import course, danger, deals, decisions, discuss, past, sides
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Response, Screen, Show
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.theme import BONE, BUTTON, DANGER, PADDING, PANEL, Grid, Role
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.still import panel
from game.frontends.desktop.widgets.tabs import TYPE, Tabs
from game.frontends.page.debrief import debrief_page
from game.frontends.presenter.debrief.debriefing import DebriefScreen, MarkedMove
from game.match.match import Match
from game.match.replay import HISTORY

FOLDER = "debriefs"
NARROW = 1000
"""The effective width under which a page has one column."""
TABS: tuple[tuple[str, Callable[[DebriefPages, Rect], object]], ...] = (
    ("Course", course.fill),
    ("Moves", decisions.fill),
    ("Danger", danger.fill),
    ("Deals", deals.fill),
    ("Sides", sides.fill),
    ("In fact", past.fill),
    ("Discuss", discuss.fill),
)


class DebriefPages(Page):
    """The debrief of a match; `move`, `night` and `day` are what is chosen on its pages, 0 the whole.

    `decision` is the one chosen among all of them, from 1.
    """

    name = "Debrief"

    def __init__(self, desk: Desk, model: DebriefScreen, match: Match, origin: str | None = None) -> None:
        """Opens the first page; `origin` says what the match is taken up from, if not from a record."""
        super().__init__(desk)
        self.model, self.match, self.origin = model, match, origin
        self.note = model.subtitle
        self.tab = self.move = self.night = self.day = 0
        self.decision = 1
        self.notice, self.failed = "", False
        self._kept: dict[Hashable, Surface] = {}
        self._kept_for: Grid | None = None

    def fill(self, body: Rect) -> None:
        """Draws the tabs, the chosen page, and the buttons beneath."""
        if self._kept_for != self.grid:
            self._kept, self._kept_for = {}, self.grid
        desk, gap = self.desk, max(8, self.grid.space(12))
        labels = [label if past.has_past(self.model) else label.replace("In fact", "Days") for label, _ in TABS]
        high = max(32, round(desk.size(TYPE) * 2.1)) * len(Tabs.rows(desk, labels, body.w))
        top = body.y - self.grid.space(16)
        self.add(Tabs("tabs", Rect(body.x, top, body.w, high), labels, self.tab, self._turn))
        foot = max(44, self.grid.control(BUTTON))
        bottom = self._notice(body.bottom - foot - gap, body)
        TABS[self.tab][1](self, Rect(body.x, top + high + gap, body.w, bottom - top - high - gap))
        self._buttons(Rect(body.x, body.bottom - foot, body.w, foot))
        if self.focused is None:
            self.focus_on("course")

    def _notice(self, bottom: int, body: Rect) -> int:
        """Says what became of the page; returns where the room above ends."""
        if not self.notice:
            return bottom
        high = self.desk.block_height(self.notice, Role.TEXT, 15, body.w)
        colour = DANGER if self.failed else BONE
        self.desk.block(self.ground, self.notice, Role.TEXT, 15, (body.x, bottom - high), body.w, colour)
        return bottom - high - self.grid.space(8)

    def _buttons(self, foot: Rect) -> None:
        entries = [("save", "Save as a page", self.save)]
        if move := self._chosen:
            entries.append(("watch", "Watch from here", partial(self._watch, move)))
            entries.append(("take", "Take over here", partial(self._take_over, move)))
        left, gap = foot.x, max(8, self.grid.space(12))
        for key, label, press in entries:
            width = self.desk.width(label, Role.STRONG, 16) + self.desk.size(28)
            self.add(Button(key, Rect(left, foot.y, width, foot.h), label, press))
            left += width + gap

    # -- for the pages ---------------------------------------------------------------------------------------------

    @property
    def narrow(self) -> bool:
        """Returns whether there is room for one column only."""
        return self.grid.effective_width < NARROW

    def kept(self, key: Hashable, size: tuple[int, int], draw: Callable[[], Surface]) -> Surface:
        """Returns a picture that is drawn once for each size."""
        whole = key, size
        if whole not in self._kept:
            self._kept[whole] = draw()
        return self._kept[whole]

    def forget(self) -> None:
        """Forgets every picture."""
        self._kept = {}

    def panel(self, rect: Rect, head: str, note: str = "") -> Rect:
        """Draws a panel with its heading, and a note where there is room for both; returns the room inside."""
        desk = self.desk
        both = desk.width(head, Role.SIGN, 16) + desk.width(note, Role.TEXT, 14) + self.grid.space(4 * PADDING)
        return panel(desk, self.ground, rect, head, note if both < rect.w else "")

    def column(self, key: str, rect: Rect, head: str, note: str = "") -> Flow:
        """Returns a column that scrolls in a panel of its own."""
        pad = self.grid.space(PADDING)
        return Flow(self, key, self.panel(rect, head, note).inflate(pad, pad), PANEL)

    def choose(self, number: int) -> Response:
        """Chooses a marked move, from 1, or the whole."""
        self.move = number
        return self._again(f"move {number}")

    def choose_decision(self, number: int) -> Response:
        """Chooses a decision among all of them, from 1."""
        self.decision = number
        return self._again(f"decision {number}")

    def choose_night(self, number: int) -> Response:
        """Chooses a night, from 1, or all of them."""
        self.night = number
        return self._again()

    def choose_day(self, number: int) -> Response:
        """Chooses a day, from 1, or all of them."""
        self.day = number
        return self._again()

    def _again(self, key: str = "") -> Response:
        """Draws everything anew and brings the widget with a key into sight."""
        self.rebuild()
        row = next((widget for widget in self.widgets if widget.key == key), None)
        if row and row.pane:
            row.pane.reveal(row.rect)
        return STAY

    # -- what can be done ------------------------------------------------------------------------------------------

    def keys(self, event: pygame.event.Event) -> Response:
        """Turns pages by the digits or by Ctrl with Page Up and Page Down, and saves by Ctrl S."""
        if event.type != pygame.KEYDOWN:
            return None
        if not event.mod & pygame.KMOD_CTRL:
            number = event.key - pygame.K_1
            return self._turn(number) if 0 <= number < len(TABS) else None
        if event.key == pygame.K_s:
            return self.save()
        step = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}.get(event.key)
        return None if step is None else self._turn((self.tab + step) % len(TABS))

    def _turn(self, number: int) -> Response:
        self.tab = number
        return self._again()

    @property
    def file(self) -> Path:
        """Returns where the page is written."""
        scenario = self.match.rules.scenario.id
        return self.desk.saves.parent / FOLDER / f"{scenario}-{self.match.seed}-{self.model.chain[:8]}.html"

    def save(self) -> Response:
        """Writes the debrief as a page, and says where."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(debrief_page(self.model), "utf-8", newline="\n")
            self.notice, self.failed = f"The page is saved: {self.file}", False
        except OSError as error:
            self.notice, self.failed = f"The page cannot be written to {self.file}: {error.strerror}.", True
        return self._again()

    @property
    def _chosen(self) -> MarkedMove | None:
        """Returns the move that is chosen on the page that is shown, if any."""
        moves, number = {0: (self.model.marked, self.move), 1: (self.model.moves, self.decision)}.get(self.tab, ((), 0))
        return moves[number - 1] if 0 < number <= len(moves) else None

    def _watch(self, move: MarkedMove) -> Response:
        from game.frontends.desktop.screens.replay import ReplayScreen, historical

        screen: Screen = historical(self.desk) if self.origin == HISTORY else ReplayScreen(self.desk, self.match)
        if isinstance(screen, ReplayScreen):
            screen.watch.go_to_move(move.ply)
        return Show(screen)

    def _take_over(self, move: MarkedMove) -> Response:
        from game.frontends.desktop.screens.new_match import NewMatchScreen

        return Show(NewMatchScreen(self.desk, (self.match, move.ply, self.origin), move.side))
