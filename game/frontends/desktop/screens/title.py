"""The title: the name, the rope across the ocean, the menu, and what was written of the rope."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frontends.desktop.screen import Command, Quit, Response, Screen
from game.frontends.desktop.theme import ASH, BONE, DANGER, Grid, Role
from game.frontends.desktop.widgets.row import Row
from game.frontends.desktop.widgets.still import hints, paper, paper_height
from game.frontends.desktop.widgets.widget import STAY

NAME = "Knot of War"
_HINTS = [("↑ ↓", "choose"), ("Enter", "open"), ("F11", "full screen"), ("Ctrl +", "larger text")]
_ROWS = 8
"""The rows of the longest menu: the picture is the same whether there is a game to continue or not."""
_MOST = 0.56
"""The part of the height that the longest menu takes at most, so that the rope keeps its room."""
Item = tuple[str, str, str, Callable[[], Response]]


class TitleScreen(Screen):
    """The first screen; its first frame needs neither the scenario nor the picture behind it."""

    name = NAME
    _newest = 0
    _played = False

    def layout(self, grid: Grid) -> None:
        """Builds the menu; when a game has been played since, the focus goes to Continue."""
        folder = self.desk.saves
        saves = folder.iterdir() if folder.is_dir() else ()
        newest = max((path.stat().st_mtime_ns for path in saves if path.suffix == ".json"), default=0)
        self._played = newest > 0
        super().layout(grid)
        if newest > self._newest:
            self.focus_on("continue")
        self._newest = newest

    def build(self) -> None:
        """Draws name and menu, and what is there already of the rest."""
        grid, desk = self.grid, self.desk
        items, left = self._items(), grid.space(118)
        row = max(32, round(desk.size(25) * 1.62), grid.space(46))
        row = max(32, min(row, round(grid.height * _MOST / _ROWS)))
        foot = grid.height - max(grid.space(64), round(desk.size(15) * 1.6) + grid.foot)
        top = foot - row * _ROWS - grid.space(6)
        above = min(grid.space(92), round(top * 0.14))
        head = max(40, min(grid.space(178), round(top * 0.42) - above))
        base = above + round(head * 0.81)
        under = base + round(max(desk.size(20) * 1.6, head * 0.27))
        radius = max(6.0, min(34 * grid.scale, (top - under) / 13))
        middle = (under + top) // 2 - round(radius * 0.4)
        spec = grid.width, grid.height, round(radius, 1), middle
        if picture := desk.drawn(("title", *spec), lambda: self._backdrop(spec)):
            self.ground.blit(picture, (0, 0))
        desk.type.draw(self.ground, NAME, Role.TITLE, head, BONE, (left, base))
        if line := self._subtitle():
            desk.text(self.ground, line, Role.TEXT, 24, (left, under), BONE)
        edge = self._menu(items, left, foot - row * len(items) - grid.space(6), row)
        if desk.crisis or desk.fault:  # not in the first frame, which must be quick
            self._foot(left, foot)
        self._quotation(edge, foot - grid.space(2), max(under, middle + round(radius * 6.5)))

    def back(self) -> Command:
        """Stays: the title is left by Quit alone, not by a key pressed once too often."""
        return STAY

    def _backdrop(self, spec: tuple[int, int, float, int]) -> pygame.Surface:
        from game.frontends.desktop.screens import backdrop

        return backdrop.draw(self.desk.assets, spec)

    def _items(self) -> list[Item]:
        desk = self.desk
        items: list[Item] = [
            ("new", "New match", "two players, or one against the machine", self._new_match),
            ("learn", "Learn to play", "10 minutes, on a small crisis of its own", self._learn),
            ("replay", "Replay", "the crisis as it happened, day by day", self._replay),
            ("library", "Library", "saved games and records", self._library),
            ("settings", "Settings", "text size, motion, sound, window", self._settings),
            ("help", "Help", "rules, and the source of every fact", desk.help),
            ("quit", "Quit", "", Quit),
        ]
        if self._played:
            items.insert(0, ("continue", "Continue", self._latest(), self._continue))
        return items

    def _latest(self) -> str:
        if not self.desk.crisis:
            return ""
        from game.frontends.desktop.screens.saves import saves

        return next((save.place for save in saves(self.desk) if not save.fault), "")

    def _subtitle(self) -> str:
        if self.desk.crisis:
            return self.desk.crisis.scenario.summary.split(". ")[0] + ". Two sides. One rope."
        return "Two sides. One rope."

    def _menu(self, items: list[Item], left: int, top: int, row: int) -> int:
        """Adds the rows of the menu and returns their right edge."""
        desk, pad = self.desk, self.grid.space(20)
        column = max(desk.width(label, Role.SIGN, 25) for _, label, _, _ in items) + self.grid.space(48)
        notes = max(desk.width(note, Role.TEXT, 16) for _, _, note, _ in items)
        roomy = left + column + notes + pad < self.grid.width * 0.58
        width = min(column + (notes if roomy else 0) + 3 * pad, self.grid.width - left)
        width = max(width, min(self.grid.space(644), self.grid.width // 2))
        for number, (key, label, note, press) in enumerate(items):
            rect = pygame.Rect(left - pad, top + number * row, width, row)
            self.add(Row(key, rect, label, note if roomy else "", press, column=column, sign=True, line=False))
        return left - pad + width

    def _foot(self, left: int, foot: int) -> None:
        desk, grid = self.desk, self.grid
        y = (foot + grid.height - grid.foot) // 2
        word = self.desk.fault.splitlines()[0] if self.desk.fault else "every fact sourced, every dispute marked"
        right = grid.width - grid.space(112)
        size = desk.width(word, Role.TEXT, 15)
        end = hints(desk, self.ground, left, y, _HINTS, right - size - grid.space(40))
        if end + size < right:
            base = y + desk.type.capitals(Role.TEXT, desk.size(15)) // 2
            colour = DANGER if self.desk.fault else ASH
            desk.text(self.ground, word, Role.TEXT, 15, (right, base), colour, "right")

    def _quotation(self, edge: int, bottom: int, top: int) -> None:
        """Draws the first quotation on paper, right of the menu, if there is room for it."""
        crisis = self.desk.crisis
        if crisis is None or not crisis.scenario.quotations:
            return
        said = crisis.scenario.quotations[0]
        text = f'"{said.text}"'
        stamp = f"{said.speaker.split(',')[0]}, {said.date.day} {said.date:%B %Y}"
        right = self.grid.width - self.grid.space(112)
        for width, size in ((660, 22), (660, 18), (760, 18), (760, 15), (900, 15)):
            across = min(
                self.grid.space(width) if self.grid.text <= 1.25 else right, right - edge - self.grid.space(40)
            )
            if across > 240 and paper_height(self.desk, across, text, stamp, size) <= bottom - top:
                paper(self.desk, self.ground, right - across, bottom, across, text, stamp, size)
                return

    def _continue(self) -> Response:
        def screen() -> Screen:
            from game.frontends.desktop.screens.library import LibraryScreen
            from game.frontends.desktop.screens.saves import saved_screen, saves

            whole = [save for save in saves(self.desk) if not save.fault]
            return saved_screen(self.desk, whole[0]) if whole else LibraryScreen(self.desk)

        return self.desk.with_crisis(screen)

    def _new_match(self) -> Response:
        def screen() -> Screen:
            from game.frontends.desktop.screens.new_match import NewMatchScreen

            return NewMatchScreen(self.desk)

        return self.desk.with_crisis(screen)

    def _learn(self) -> Response:
        def screen() -> Screen:
            from game.frontends.desktop.screens.learning import first_lesson

            return first_lesson(self.desk)

        return self.desk.with_crisis(screen)

    def _replay(self) -> Response:
        def screen() -> Screen:
            from game.frontends.desktop.screens.replay import historical

            return historical(self.desk)

        return self.desk.with_crisis(screen)

    def _library(self) -> Response:
        def screen() -> Screen:
            from game.frontends.desktop.screens.library import LibraryScreen

            return LibraryScreen(self.desk)

        return self.desk.with_crisis(screen)

    def _settings(self) -> Response:
        from game.frontends.desktop.screen import Show
        from game.frontends.desktop.screens.settings import SettingsScreen

        return Show(SettingsScreen(self.desk))
