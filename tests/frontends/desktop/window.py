"""A window without a display: opened, driven by real events, and looked at, for the tests of screens."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.frontends.desktop.app import App
from game.frontends.desktop.crisis import Crisis
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.settings import Settings
from game.frontends.desktop.widgets.widget import Widget
from game.frontends.presenter.forecasts import Forecaster
from game.rules.moves import legal_moves

SIZES = ((1024, 640), (1280, 720), (1920, 1080), (2560, 1440))
TEXTS = (100, 150, 200)


@dataclass(frozen=True)
class Chance:
    """A share with its interval."""

    rate: float
    low: float
    high: float


@dataclass(frozen=True)
class Said:
    """A forecast."""

    war: Chance
    settled: Chance
    score: Chance
    accepted: Chance | None
    games: int = 1_000


class Oracle:
    """Knows at once how everything goes on, in figures as long as they get; a move makes it worse."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, object, list[int | None]]] = []
        self.told = lambda: None

    def use(self, rules) -> None:
        """Takes any rules."""

    def want(self, side: int, view, moves, told) -> None:
        """Notes what is asked."""
        self.asked.append((side, view, [*moves]))
        self.told = told

    def known(self, side: int, view, move: int | None = None) -> Said:
        """Returns war by the end in 85 % of games as things stand and after the first act, in all after others."""
        if not move:
            return Said(Chance(0.85, 0.82, 0.88), Chance(0.15, 0.12, 0.18), Chance(48, 46, 50), None)
        return Said(Chance(1, 0.99, 1), Chance(0, 0, 0.01), Chance(10, 10, 10), Chance(1, 0.98, 1))

    def tonight(self, view) -> tuple[int, int]:
        """Returns a wide range."""
        return 1_012, 2_345

    def close(self) -> None:
        """Has nothing to end."""


@dataclass(frozen=True)
class Weighed:
    """A move that the expert looked at."""

    move: int
    score: float = 57.4
    war: float = 0.031
    games: int = 1_234


@dataclass(frozen=True)
class Opinion:
    """What the expert says."""

    best: Weighed
    others: tuple[Weighed, ...]
    made: Weighed


class Thinker:
    """An expert that says at once, or never, that something else would have been better."""

    trouble = ""

    def __init__(self, share: float | None = None) -> None:
        """Answers at once, or with a share thinks on for good."""
        self._share, self.share, self.found, self.cancelled = share, None, None, 0

    def ask(self, rules, view, made: int, told) -> None:
        """Thinks, or answers with the first legal moves."""
        self.asked, self.share = (view, made), self._share
        if self._share is None:
            *others, best = [*legal_moves(rules, view).listed][:3]
            self.found = Opinion(Weighed(best, 61.2, 0.0), tuple(map(Weighed, others)), Weighed(made, 48.9, 0.123))
        told()

    def cancel(self) -> None:
        """Counts how often it was called off."""
        self.share = self.found = None
        self.cancelled += 1

    def close(self) -> None:
        """Has nothing to end."""


class Window:
    """An open window whose events come from a test."""

    def __init__(
        self,
        saves: Path,
        crisis: Crisis,
        size: tuple[int, int] = (1280, 720),
        text: int = 100,
        forecaster: Forecaster | None = None,
        *,
        hints: bool = False,
    ) -> None:
        """Opens the title with the scenario already loaded."""
        self.app = App(Settings(text=text, reduced_motion=True, hints=hints), saves)
        self.app.desk.worker = forecaster
        self.app.open(size)
        self.app.desk.crisis = crisis
        self.app.obey(self.app.top.ready())
        self.settle()

    @property
    def top(self) -> Screen:
        """Returns the screen that is shown."""
        return self.app.top

    @property
    def name(self) -> str:
        """Returns the class of the screen that is shown."""
        return type(self.top).__name__

    def settle(self) -> None:
        """Lets the event loop turn until no thread works and nothing is left to be done."""
        while True:
            alone = threading.active_count() == 1  # asked first: a thread posts its result and is gone
            events = pygame.event.get()
            for event in events:
                self.app.dispatch(event)
            if not self.app.stack:
                return
            self.app.redraw()
            if not events and alone and threading.active_count() == 1:
                return
            time.sleep(0.002)

    def key(self, *keys: int, mod: int = 0) -> None:
        """Presses and releases keys, one after another."""
        for key in keys:
            letter = chr(key) if 32 <= key < 127 else ""
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                if self.app.stack:
                    self.app.dispatch(pygame.event.Event(kind, key=key, mod=mod, unicode=letter))
        self.settle()

    def click(self, place: tuple[int, int]) -> None:
        """Moves the mouse to a place and clicks."""
        self.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.app.dispatch(pygame.event.Event(kind, pos=place, button=1))
        self.settle()

    def wheel(self, place: tuple[int, int], up: int) -> None:
        """Turns the wheel over a place."""
        self.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
        self.app.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=up))
        self.settle()

    def widget(self, key: str) -> Widget:
        """Returns the widget with a key; raises StopIteration if there is none."""
        return next(widget for widget in self.top.widgets if widget.key == key)

    def press(self, key: str) -> None:
        """Clicks in the middle of a widget, which is scrolled into sight first."""
        widget = self.widget(key)
        for _ in range(200):
            if widget.pane is None or widget.target.h >= min(widget.box.h, 20):
                break
            up = 1 if widget.box.centery < widget.pane.rect.centery else -1
            self.wheel(widget.pane.rect.center, up)
            widget = self.widget(key)
        self.click(widget.target.center)

    def tab_to(self, key: str) -> None:
        """Presses Tab until a widget has the focus."""
        for _ in range(len(self.top.widgets) + 1):
            if self.top.focused and self.top.focused.key == key:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab does not lead to {key!r} on {self.name}")

    def pixels(self) -> bytes:
        """Returns what the window shows."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return pygame.image.tobytes(surface, "RGB")
