"""The library: every saved game, to go on with, to replay, to take up from a day, or, once asked, to delete."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.errors import KnotError
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Command, Response, Show
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.screens.saves import DELETED, Save, match_of, saved_screen, saves, taken_from
from game.frontends.desktop.theme import ASH, BUTTON, DANGER, Role
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.save_row import SaveRow, draw_curve
from game.frontends.desktop.widgets.widget import Press, Widget

_ROW = "save "
_SIDE_BY_SIDE = 1150


class LibraryScreen(Page):
    """A list of saves; what can be done with the chosen one stands beside it, or under it in a narrow window."""

    name = "Library"

    def __init__(self, desk: Desk) -> None:
        """Opens the library; what was deleted at an earlier visit goes for good."""
        super().__init__(desk)
        for path in desk.saves.glob(f"*{DELETED}"):
            path.unlink(missing_ok=True)
        self.chosen = 0
        self.asked = False
        self.deleted: Path | None = None
        self.trouble = ""
        self.saves: list[Save] = []

    def fill(self, body: pygame.Rect) -> None:
        """Lists the saves."""
        self.saves = saves(self.desk)
        self.chosen = max(0, min(self.chosen, len(self.saves) - 1))
        gap = self.grid.space(32)
        if self.grid.effective_width >= _SIDE_BY_SIDE:
            side = max(self.grid.space(460), self.desk.size(16) * 20)
            self._list(pygame.Rect(body.x, body.y, body.w - side - gap, body.h))
            self._chosen(pygame.Rect(body.right - side, body.y, side, body.h))
        else:
            half = body.h * 45 // 100
            self._list(pygame.Rect(body.x, body.y, body.w, half))
            self._chosen(pygame.Rect(body.x, body.y + half + gap, body.w, body.h - half - gap))
        self.focus_on("keep" if self.asked else f"{_ROW}{self.chosen}")  # before the first row would be, and chosen

    def focus_on(self, widget: Widget | str | None) -> None:
        """Chooses a save when its row is given the focus."""
        super().focus_on(widget)
        key = self.focused.key if self.focused else ""
        if key.startswith(_ROW) and int(key.removeprefix(_ROW)) != self.chosen:
            self.chosen = int(key.removeprefix(_ROW))
            self.trouble, self.asked = "", False
            self.rebuild()

    def back(self) -> Command:
        """Keeps the game that was to be deleted, or leaves the library."""
        if not self.asked:
            return super().back()
        self._keep()
        return STAY

    def _list(self, rect: pygame.Rect) -> None:
        flow = Flow(self, "list", rect)
        if not self.saves:
            flow.text("Nothing is saved yet. Every match is saved by itself after each move.", colour=ASH, units=17)
        for number, save in enumerate(self.saves):
            rect = flow.rect(SaveRow.height(self.desk))
            flow.add(SaveRow(f"{_ROW}{number}", rect, save, self._first, chosen=number == self.chosen))
        flow.close()

    def _chosen(self, rect: pygame.Rect) -> None:
        flow = Flow(self, "chosen", rect)
        if self.saves:
            self._describe(flow, self.saves[self.chosen])
        if self.deleted:
            flow.space(8)
            flow.text("Deleted.", colour=ASH)
            flow.space(6)
            self._button(flow, "undo", "Undo", self._undo)
        flow.close()

    def _describe(self, flow: Flow, save: Save) -> None:
        flow.text(save.place, Role.SIGN, 18)
        for line in (save.reached, save.sides, f"Saved {save.written}", taken_from(self.desk, save)):
            if line:
                flow.text(line, units=15, colour=ASH)
        flow.space(12)
        if save.curve and self.grid.effective_width >= _SIDE_BY_SIDE:
            flow.stroke(max(36, self.grid.space(90)), lambda surface, rect: draw_curve(surface, rect, save))
            flow.text(f"{self._gauge} at each nightfall", units=14, colour=ASH)
            flow.space(16)
        if self.asked:
            self._ask(flow, save)
            return
        if save.fault or self.trouble:
            flow.text(save.fault or self.trouble, units=15, colour=DANGER)
            if save.detail:
                flow.text(f"{save.detail[:1].upper()}{save.detail[1:]}", units=14, colour=ASH)
            flow.space(12)
        if not save.fault:
            label = "See how it ended" if save.over else "Go on"
            self._button(flow, "open", label, lambda: self._try(lambda: Show(saved_screen(self.desk, save))), main=True)
            self._button(flow, "replay", "Replay, or take up from a day", lambda: self._try(lambda: self._replay(save)))
            if save.over and self.desk.debriefer:
                self._button(flow, "debrief", "Debrief", lambda: self._try(lambda: self._debrief(save)))
        self._button(flow, "delete", "Delete", self._question)

    def _ask(self, flow: Flow, save: Save) -> None:
        flow.text("Delete this game? Until you leave the library it can be brought back.", units=17)
        flow.space(12)
        self._button(flow, "keep", "Keep it", self._keep, main=True)
        self._button(flow, "really", "Delete it", lambda: self._delete(save))

    def _question(self) -> Response:
        self.asked = True
        self.rebuild()
        self.focus_on("keep")
        return STAY

    def _keep(self) -> Response:
        self.asked = False
        self.rebuild()
        self.focus_on("delete")
        return STAY

    @property
    def _gauge(self) -> str:
        assert self.desk.crisis
        scenario = self.desk.crisis.scenario
        return scenario.meters[scenario.roles.gauge].name

    def _button(self, flow: Flow, key: str, label: str, press: Press, main: bool = False) -> None:
        rect = flow.rect(max(44, self.grid.control(BUTTON)))
        flow.add(Button(key, rect, label, press, kind="main" if main else "plain"))
        flow.space(10)

    def _first(self) -> Response:
        self.focus_on("open")
        return STAY

    def _try(self, do: Press) -> Response:
        try:
            return do()
        except KnotError as error:
            self.trouble = str(error)
            self.rebuild()
            return STAY

    def _replay(self, save: Save) -> Response:
        from game.frontends.desktop.screens.replay import ReplayScreen

        return Show(ReplayScreen(self.desk, match_of(self.desk, save.path)))

    def _debrief(self, save: Save) -> Response:
        from game.frontends.desktop.debrief.entry import opened

        return Show(opened(self.desk, match_of(self.desk, save.path)))

    def _delete(self, save: Save) -> Response:
        self.asked = False
        gone = save.path.with_name(save.path.name + DELETED)
        try:
            save.path.replace(gone)
            self.deleted = gone
        except OSError as error:
            self.trouble = f"It cannot be deleted: {error.strerror}"
        self.rebuild()
        self.focus_on("undo")
        return STAY

    def _undo(self) -> Response:
        if self.deleted and self.deleted.exists():
            self.deleted.replace(self.deleted.with_name(self.deleted.name.removesuffix(DELETED)))
        self.deleted = None
        self.rebuild()
        return STAY
