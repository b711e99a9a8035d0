"""What all screens share: type, grid, settings, folders, the crisis once loaded, and work in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pygame

from game.frontends.desktop.kept import MEGABYTE, Kept, weight
from game.frontends.desktop.settings import Settings
from game.frontends.desktop.theme import BONE, Colour, Grid, Role
from game.frontends.desktop.type import Anchor, Type

if TYPE_CHECKING:
    from game.frontends.desktop.caption import Caption
    from game.frontends.desktop.crisis import Crisis
    from game.frontends.desktop.screen import Command, Response, Screen
    from game.frontends.desktop.sound import Sound
    from game.frontends.desktop.war_room.chart_panel import Drawn
    from game.frontends.presenter.debrief.debriefing import Debriefer, DebriefScreen
    from game.frontends.presenter.forecasts import Forecaster
    from game.frontends.presenter.replay.opinions import Adviser

Result = TypeVar("Result")
_PICTURES, _ROPES, _CHARTS = 20 * MEGABYTE, 6 * MEGABYTE, 24 * MEGABYTE
"""How much is kept of each kind; all the pictures of one screen must find room, or each would drive out the other."""
WAKE = pygame.USEREVENT + 1
"""The event posted when background work is done: `done` is called in the main thread and answers a command."""


class Desk:
    """The things at hand while a screen is built and drawn; sizes are in units of 1920 by 1080."""

    def __init__(self, assets: Path, settings: Settings, saves: Path, grid: Grid) -> None:
        """Lays the desk; `crisis`, `worker`, which forecasts, `debriefer` and `adviser` are None until it is loaded.

        `debriefs` keeps those that were worked out, by the match's chain.
        """
        self.assets, self.settings, self.saves, self.grid = assets, settings, saves, grid
        self.type = Type(assets)
        self.crisis: Crisis | None = None
        self.fault = ""
        self.caption: Caption | None = None
        self.top: Screen | None = None
        self.worker: Forecaster | None = None
        self.debriefer: Debriefer | None = None
        self.debriefs: dict[str, DebriefScreen] = {}
        self.adviser: Adviser | None = None
        self.ropes = Kept(_ROPES, weight)
        self.charts: Kept[Drawn] = Kept(_CHARTS, lambda chart: chart.bytes)
        self._drawn = Kept(_PICTURES, weight)
        self._drawing: set[Hashable] = set()

    @cached_property
    def sound(self) -> Sound:
        """Returns what plays sounds; it is made, with its `caption`, when something is first to be heard."""
        from game.frontends.desktop.sound import Sound

        return Sound(self)

    @property
    def still(self) -> bool:
        """Returns whether motion is reduced."""
        return self.settings.reduced_motion

    @property
    def forecaster(self) -> Forecaster | None:
        """Returns what makes forecasts, or None where the player wants none."""
        return self.worker if self.settings.forecast else None

    def size(self, units: float) -> int:
        """Returns a type size in pixels."""
        return self.grid.type(units)

    def text(
        self,
        surface: pygame.Surface,
        text: str,
        role: Role,
        units: float,
        at: tuple[float, float],
        colour: Colour = BONE,
        anchor: Anchor = "left",
    ) -> pygame.Rect:
        """Draws one line of text whose baseline is at `at`; returns the rectangle drawn on."""
        if not text:
            return pygame.Rect(round(at[0]), round(at[1]), 0, 0)
        return self.type.draw(surface, text, role, self.size(units), colour, at, anchor)

    def block(
        self,
        surface: pygame.Surface,
        text: str,
        role: Role,
        units: float,
        at: tuple[float, float],
        width: int,
        colour: Colour = BONE,
    ) -> pygame.Rect:
        """Draws wrapped text with its left top corner at `at`; returns the rectangle drawn on."""
        return surface.blit(self.type.block(text, role, self.size(units), colour, width), at)

    def block_height(self, text: str, role: Role, units: float, width: int) -> int:
        """Returns the height in pixels of wrapped text."""
        return self.type.block_height(text, role, self.size(units), width)

    def width(self, text: str, role: Role, units: float) -> int:
        """Returns the width in pixels of one line of text."""
        return self.type.width(text, role, self.size(units))

    def line(self, role: Role, units: float) -> int:
        """Returns the height in pixels of a line of text."""
        return self.type.line_height(role, self.size(units))

    def middle(self, box: pygame.Rect, role: Role, units: float) -> int:
        """Returns the baseline on which one line of text stands in the middle of a box."""
        return box.centery + self.type.capitals(role, self.size(units)) // 2

    def later(self, work: Callable[[], Result], then: Callable[[Result], Response]) -> None:
        """Does work in a thread and gives its result to `then` in the main thread, which obeys its answer."""

        def run() -> None:
            result = work()
            self.soon(lambda: then(result))

        threading.Thread(target=run, daemon=True).start()

    def drawn(self, key: Hashable, work: Callable[[], pygame.Surface]) -> pygame.Surface | None:
        """Returns a picture that takes a while to draw, or None at first; the screen is built again with it."""
        if (picture := self._drawn.get(key)) or key in self._drawing:
            return picture
        self._drawing.add(key)

        def keep(picture: pygame.Surface) -> None:
            self._drawing.discard(key)
            self._drawn.put(key, picture)
            if self.top:
                self.top.rebuild()

        self.soon(lambda: self.later(work, keep))  # from the event loop: the frame that asks comes first
        return None

    def soon(self, then: Callable[[], Response]) -> None:
        """Calls back from the event loop, which obeys the answer; from any thread, and to nobody once it is closed."""
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(WAKE, done=then))

    def with_crisis(self, screen: Callable[[], Screen]) -> Command:
        """Returns the command that shows a screen, after a wait if the scenario is not loaded yet."""
        from game.frontends.desktop.screen import Show
        from game.frontends.desktop.screens.waiting import WaitingScreen

        return Show(screen() if self.crisis else WaitingScreen(self, screen))

    def help(self) -> Command:
        """Returns the command that shows help, or nothing if it is shown already."""
        from game.frontends.desktop.screens.help import HelpScreen
        from game.frontends.desktop.widgets.widget import STAY

        return STAY if isinstance(self.top, HelpScreen) else self.with_crisis(lambda: HelpScreen(self))
