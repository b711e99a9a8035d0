"""The window: opens it, shows the first frame before anything heavy is loaded, and runs the event loop."""

from __future__ import annotations

import os
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.data import data
from game.frontends.desktop.desk import WAKE, Desk
from game.frontends.desktop.display import doubled, icon, suitable
from game.frontends.desktop.memory import give_back, settle, tidy
from game.frontends.desktop.screen import Back, Command, Home, Quit, Rearrange, Response, Screen, Show
from game.frontends.desktop.screens.title import TitleScreen
from game.frontends.desktop.settings import Settings, own_saves, own_settings
from game.frontends.desktop.theme import ROOM, Grid

if TYPE_CHECKING:
    from game.frontends.desktop.crisis import Crisis
    from game.frontends.presenter.debrief.debriefing import Debriefer
    from game.frontends.presenter.forecasts import Forecaster
    from game.frontends.presenter.replay.opinions import Adviser
    from game.match.match import Match

    Soon = Callable[[Callable[[], Any]], None]
    Make = Callable[[Soon], Forecaster]
    Ask = Callable[[Soon], Adviser]

NAME = "Knot of War"
SMALLEST = 1024, 640
_MOVING, _AWAKE, _IDLE, _AWAKE_FOR = 1 / 60, 0.01, 0.03, 1.0
_HELD = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
_SIZES = {
    pygame.K_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_KP_PLUS: 1,
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
    pygame.K_0: 0,
}


def run(
    scenario: str | None = None,
    *,
    match: Match | None = None,
    file: Path | None = None,
    replay: bool = False,
    forecaster: Make | None = None,
    debriefer: Callable[[], Debriefer] | None = None,
    adviser: Ask | None = None,
) -> int:
    """Opens the window and plays until it is closed; returns the exit status.

    Shows the title, or goes straight into `match` (saved to `file`, or else among the saves), or with `replay` into a
    replay of `match`, without one of the historical path.  `scenario` is a name or path, by default the shipped one.
    `forecaster` makes what forecasts, given what calls a function back in the event loop; without it there are none.
    `debriefer` makes what works out debriefs, `adviser` what asks the expert.
    """
    app = App(own_settings(), own_saves(), scenario, forecaster, debriefer, adviser)
    app.open(None)
    if line := doubled():
        print(line, file=sys.stderr)
    app.opening = _opening(app.desk, match, file, replay)
    app.load(match)
    try:
        app.loop()
    finally:
        app.close()
    app.settings.save()
    return 0


def _opening(desk: Desk, match: Match | None, file: Path | None, replay: bool) -> Callable[[], Response]:
    """Returns what is shown once the scenario is there."""

    def opening() -> Response:
        from game.frontends.desktop.screens.replay import ReplayScreen, historical
        from game.frontends.desktop.table import Table

        if replay:
            return Show(ReplayScreen(desk, match) if match else historical(desk))
        return Show(Table(desk, match, file).screen()) if match else None

    return opening


class App:
    """The window with its stack of screens, the title at the bottom."""

    def __init__(
        self,
        settings: Settings,
        saves: Path,
        scenario: str | None = None,
        forecaster: Make | None = None,
        debriefer: Callable[[], Debriefer] | None = None,
        adviser: Ask | None = None,
    ) -> None:
        """Prepares the window; nothing is opened before `open`."""
        self.settings, self.scenario = settings, scenario
        self._forecaster, self._debriefer, self._adviser = forecaster, debriefer, adviser
        self.desk = Desk(data("assets"), settings, saves, Grid(*SMALLEST, settings.text / 100))
        self.stack: list[Screen] = []
        self.opening: Callable[[], Response] = lambda: None
        self._resized = False
        self._held: set[int] = set()
        self._woken = 0.0

    @property
    def top(self) -> Screen:
        """Returns the screen that is shown."""
        return self.stack[-1]

    def open(self, size: tuple[int, int] | None) -> None:
        """Opens the window, in a size that suits the desktop if none is given, and draws the title in it."""
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(NAME)
        pygame.display.set_icon(icon())  # before the window, which would load another
        pygame.key.set_repeat(400, 40)
        self.size = size or suitable(SMALLEST)
        self._set_mode()
        self._show([TitleScreen(self.desk)])
        self.redraw()

    def load(self, match: Match | None = None) -> None:
        """Loads and compiles the scenario in a thread, unless a match brings it, and tells the screens."""

        def work() -> Crisis | str:
            from game.errors import KnotError
            from game.frontends.desktop.crisis import Crisis, load_crisis

            try:
                if self._forecaster:
                    self.desk.worker = self._forecaster(self.desk.soon)
                if self._debriefer:
                    self.desk.debriefer = self._debriefer()
                if self._adviser:
                    self.desk.adviser = self._adviser(self.desk.soon)
                if match:
                    return Crisis(match.plain)
                return load_crisis(self.scenario)
            except (KnotError, OSError) as error:
                return str(error)

        give_back()
        self.desk.later(work, self._loaded)

    def loop(self) -> None:
        """Runs until the window is closed, asleep while nothing happens."""
        while self.stack:
            for event in pygame.event.get():
                self._woken = time.monotonic()
                self.dispatch(event)
            if not self.stack:
                return
            moving = self.top.animate(time.monotonic())
            if self.desk.caption:
                self.desk.caption.fade(time.monotonic())
            self.redraw()
            time.sleep(self._pause(moving))

    def close(self) -> None:
        """Closes the window and ends the work in the background."""
        for helper in (self.desk.worker, self.desk.adviser):
            if helper:
                helper.close()
        if debriefer := self.desk.debriefer:
            debriefer.stop()
        pygame.quit()

    def dispatch(self, event: pygame.event.Event) -> None:
        """Deals with one event; those that come after the window was closed do nothing."""
        if not self.stack:
            return
        if event.type == pygame.QUIT:
            self.stack.clear()
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
        elif event.type == WAKE:
            self.obey(event.done())
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.VIDEOEXPOSE):
            self._resized = True
        elif event.type in _FOR_SCREENS and not self._repeated(event) and not self._shared(event):
            self.obey(self.top.handle(event))

    def obey(self, command: Command | None) -> None:
        """Does what a screen asked for."""
        match command:
            case Show(screen=screen, instead=instead):
                under = self.stack[:-1] if instead and len(self.stack) > 1 else self.stack
                self._show([*under, screen])
            case Back():
                self._show(self.stack[:-1] or self.stack)
            case Home():
                self._show(self.stack[:1])
            case Rearrange():
                self._rearrange()
            case Quit():
                self.stack.clear()

    def redraw(self) -> None:
        """Draws what has changed and shows it."""
        if self._resized:
            self._resized = False
            self._relayout()
        surface = pygame.display.get_surface()
        if not self.stack or surface is None:
            return
        caption = self.desk.caption
        rects = self.top.take_dirty() + (caption.take_dirty() if caption else [])
        for rect in rects:
            surface.set_clip(rect)
            self.top.draw(surface)
            if caption:
                caption.draw(surface)
        surface.set_clip(None)
        if rects:
            pygame.display.update(rects)

    def _loaded(self, result: Crisis | str) -> Response:
        if isinstance(result, str):
            self.desk.fault = result
        else:
            self.desk.crisis = result
        settle()
        command = self.top.ready()
        return self.opening() or command

    def _show(self, stack: list[Screen]) -> None:
        """Shows the last of these screens instead of the one shown now, which lets go of what was drawn."""
        if self.stack and self.top is not stack[-1]:
            self.top.cover()
            self.desk.soon(tidy)  # the frame of the next screen comes first
        self.stack = stack
        self.desk.top = self.top
        self.top.layout(self.desk.grid)

    def _repeated(self, event: pygame.event.Event) -> bool:
        """Returns whether a key only repeats itself that must not: held Space would press on the next screen, too."""
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        if event.type != pygame.KEYDOWN or event.key in _REPEATING:
            return False
        again = event.key in self._held
        self._held.add(event.key)
        return again

    def _shared(self, event: pygame.event.Event) -> bool:
        """Deals with the keys that mean the same on every screen; returns whether this was one."""
        if event.type != pygame.KEYDOWN:
            return False
        if event.key == pygame.K_F1:
            self.obey(self.desk.help())
        elif event.key == pygame.K_F11:
            self.settings.full_screen = not self.settings.full_screen
            self._rearrange()
        elif event.key == pygame.K_F12:
            from game.frontends.desktop.screenshot import save_screenshot

            pygame.display.set_caption(f"{NAME} · {save_screenshot(self.desk.saves.parent / 'screenshots')}")
        elif event.key == pygame.K_m and not event.mod & _HELD and not (self.top.focused and self.top.focused.typing):
            self.desk.sound.mute()
            self.settings.save()
            self.top.rebuild()
        elif event.mod & pygame.KMOD_CTRL and event.key in _SIZES:
            steps = _SIZES[event.key]
            if self.settings.enlarge(steps or -100):
                self._rearrange()
        else:
            return False
        return True

    def _rearrange(self) -> None:
        surface = pygame.display.get_surface()
        full = bool(surface and surface.get_flags() & pygame.FULLSCREEN)
        if full != self.settings.full_screen:
            self._set_mode()
        self._relayout()
        self.settings.save()

    def _set_mode(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # said where the desktop decides on another size
            if self.settings.full_screen:
                pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
            else:
                pygame.display.set_mode(self.size, pygame.RESIZABLE)
        if not self.settings.full_screen and pygame.display.get_driver() != "dummy":
            window = pygame.Window.from_display_module()
            window.minimum_size = SMALLEST
            window.size = self.size  # window managers forget it on the way back from full screen
        self._measure()

    def _measure(self) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            return
        surface.fill(ROOM)
        if not self.settings.full_screen:
            self.size = surface.get_size()
        self.desk.grid = Grid(*surface.get_size(), self.settings.text / 100)

    def _relayout(self) -> None:
        before = self.desk.grid
        self._measure()
        if self.desk.grid != before and self.stack:
            self.top.layout(self.desk.grid)
        elif self.stack:
            self.top.invalidate()

    def _pause(self, moving: bool) -> float:
        if moving:
            return _MOVING
        return _AWAKE if time.monotonic() - self._woken < _AWAKE_FOR else _IDLE


_REPEATING = (
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_PAGEUP,
    pygame.K_PAGEDOWN,
    pygame.K_TAB,
    pygame.K_BACKSPACE,
    pygame.K_DELETE,
)
_FOR_SCREENS = (
    pygame.KEYDOWN,
    pygame.KEYUP,
    pygame.TEXTINPUT,
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
)
