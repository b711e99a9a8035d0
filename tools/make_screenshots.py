"""Draws the pictures of the README from the historical path, without a display.

python tools/make_screenshots.py [FOLDER]      (default docs/screenshots)
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.analysis.worker import Worker
from game.frontends.desktop.app import App
from game.frontends.desktop.crisis import Crisis
from game.frontends.desktop.screen import Screen, Show
from game.frontends.desktop.screens.briefing import BriefingScreen
from game.frontends.desktop.screens.nightfall import NightScreen
from game.frontends.desktop.settings import Settings
from game.frontends.desktop.table import Table
from game.frontends.presenter.nights import night
from game.match.match import Match
from game.match.replay import dawn_of, past
from game.rules.compile import compile_ruleset
from game.scenario.loader import load_scenario

SIZE = (1920, 1080)


class AtOnce(Executor):
    """Does in this thread what it is given, so that the pictures show forecasts that have come."""

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        """Returns a result that is there."""
        future: Future[Any] = Future()
        future.set_result(work(*given, **named))
        return future


def settle(app: App) -> None:
    """Lets the event loop turn until no thread works any more."""
    for _ in range(3):
        while True:
            events = pygame.event.get()
            for event in events:
                app.dispatch(event)
            app.redraw()
            if not events and threading.active_count() == 1:
                break
            time.sleep(0.005)


def open_at(match: Match, seat: int, saves: Path) -> App:
    """Returns a window in which a side is to move."""
    app = App(Settings(reduced_motion=True, hints=False, captions=False), saves)
    app.open(SIZE)
    app.desk.crisis, app.desk.worker = Crisis(match.rules), Worker(app.desk.soon, AtOnce())
    table = Table(app.desk, match)
    table.seat, table.briefed = seat, {0, 1}
    app.obey(Show(table.screen()))
    settle(app)
    return app


def show(app: App, screen: Screen) -> None:
    """Shows a screen over the others, with all that is drawn in the background."""
    app.obey(Show(screen))
    settle(app)


def press(app: App, *keys: int) -> None:
    """Presses keys, one after another."""
    for key in keys:
        letter = chr(key) if 32 <= key < 127 else ""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            app.dispatch(pygame.event.Event(kind, key=key, mod=0, unicode=letter))
        settle(app)


def main() -> None:
    """Writes the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    loaded = load_scenario("cuba1962")
    history = past(compile_ruleset(loaded.scenario, loaded.resolved)).match
    with tempfile.TemporaryDirectory() as saves:
        app = open_at(history.branch(dawn_of(history, 9)), 0, Path(saves))
        press(app, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_DOWN)
        save(folder, "war-room")
        app = open_at(history.branch(dawn_of(history, 12) + 1), 0, Path(saves))
        save(folder, "letters")
        press(app, pygame.K_o)
        save(folder, "composer")
        morning = history.branch(dawn_of(history, 13))
        told = night(morning, (0,))
        assert told is not None
        show(app, NightScreen(app.desk, Table(app.desk, morning), told))
        save(folder, "night")
        show(app, BriefingScreen(app.desk, Table(app.desk, history.branch(dawn_of(history, 1))), 1))
        save(folder, "briefing")


def save(folder: Path, name: str) -> None:
    """Writes what the window shows."""
    pygame.image.save(pygame.display.get_surface(), folder / f"{name}.png")


if __name__ == "__main__":
    main()
