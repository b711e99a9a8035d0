"""Draws the pictures of the game from the historical path, without a display: every picture of a fixed state.

python tools/make_screenshots.py                                           docs/screenshots, at 1920x1080
python tools/make_screenshots.py FOLDER --size 1024x640 --text 150         the same states, small with large text
python tools/make_screenshots.py FOLDER --size 2560x1440 --only map night  some of them, large
"""

import argparse
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
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.analysis.debrief import debrief
from game.analysis.worker import Worker
from game.debriefs import Studies
from game.frontends.desktop.app import App
from game.frontends.desktop.crisis import Crisis, load_crisis
from game.frontends.desktop.debrief.pages import DebriefPages
from game.frontends.desktop.screen import Screen, Show
from game.frontends.desktop.screens.briefing import BriefingScreen
from game.frontends.desktop.screens.curtain import CurtainScreen
from game.frontends.desktop.screens.nightfall import NightScreen
from game.frontends.desktop.screens.prologue import PrologueScreen
from game.frontends.desktop.screens.replay import ReplayScreen, historical
from game.frontends.desktop.settings import Settings
from game.frontends.desktop.table import Table
from game.frontends.desktop.war_room.layout import TABS
from game.frontends.desktop.war_room.room import WarRoom
from game.frontends.presenter.debrief.debrief import debrief_screen
from game.frontends.presenter.scenes.nights import night
from game.match.match import Match
from game.match.replay import HISTORY, dawn_of

FOLDER = "docs/screenshots"
FIRST, SECOND = 0, 1
GAMES = 60
"""How many games the debrief plays on from each decision."""
BLOCKADE, PEAK, LAST = 9, 12, 13
"""Days of the crisis: the line is drawn at sea, both sides stand highest, it ends."""


class AtOnce(Executor):
    """Does in this thread what it is given, so that the pictures show forecasts that have come."""

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        """Returns a result that is there."""
        future: Future[Any] = Future()
        future.set_result(work(*given, **named))
        return future


class Stage:
    """A window without a display in which the states of the pictures are set up."""

    def __init__(self, crisis: Crisis, saves: Path, size: tuple[int, int], text: int) -> None:
        """Opens the window on its title."""
        assert crisis.past
        self.history, self.size = crisis.past.match, size
        self.app = App(Settings(text=text, reduced_motion=True, hints=False, captions=False), saves)
        self.app.open(size)
        self.desk = self.app.desk
        self.desk.crisis, self.desk.worker = crisis, Worker(self.desk.soon, AtOnce())
        self.desk.debriefer = Studies()

    def settle(self) -> None:
        """Lets the event loop turn, and some time pass, until no thread works any more."""
        for second in range(3):
            self.app.top.animate(float(second))
            while True:
                events = pygame.event.get()
                for event in events:
                    self.app.dispatch(event)
                self.app.redraw()
                if not events and threading.active_count() == 1:
                    break
                time.sleep(0.005)

    def show(self, screen: Screen) -> None:
        """Shows a screen over the others, with all that is drawn in the background."""
        self.app.obey(Show(screen))
        self.settle()

    def table(self, match: Match, seat: int) -> Table:
        """Returns a match on the desk with a side at the window, briefed and past its last night."""
        table = Table(self.desk, match)
        table.seat, table.briefed = seat, {FIRST, SECOND}
        return table

    def play(self, ply: int, seat: int, act: str = "") -> None:
        """Shows what a side sees to play on after so many moves of the historical path, perhaps with an act chosen."""
        self.show(self.table(self.history.branch(ply), seat).screen())
        room = self.app.top
        if act and isinstance(room, WarRoom):
            room.rung = next(n for n, rung in enumerate(room.model.rungs) if any(card.id == act for card in rung.acts))
            room.rebuild()
            room.focus_on(f"act.{act}")
            self.settle()

    def dawn(self, day: int) -> int:
        """Returns the number of moves before a day's first decision."""
        return dawn_of(self.history, day)

    def before(self, move: str) -> int:
        """Returns the number of moves before the last one of the historical path that begins with these words."""
        moves = enumerate(entry.move for entry in self.history.history)
        return max(ply for ply, each in moves if each.startswith(move))

    def press(self, *keys: int) -> None:
        """Presses keys, one after another."""
        for key in keys:
            letter = chr(key) if 32 <= key < 127 else ""
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                self.app.dispatch(pygame.event.Event(kind, key=key, mod=0, unicode=letter))
            self.settle()

    def save(self, path: Path) -> None:
        """Writes what the window shows."""
        pygame.image.save(pygame.display.get_surface(), path)


def title(stage: Stage) -> None:
    """Shows the first screen, with a game to go on with."""
    stage.table(stage.history.branch(stage.dawn(BLOCKADE)), FIRST).save()
    stage.app.top.rebuild()
    stage.settle()


def prologue(stage: Stage) -> None:
    """Shows a card of what led here."""
    screen = PrologueScreen(stage.desk, Table(stage.desk, stage.history.branch(0)))
    screen.at = len(screen.cards) - 1
    stage.show(screen)


def briefing(stage: Stage) -> None:
    """Shows the second side's first morning, its mandate still sealed."""
    match = stage.history.branch(stage.dawn(1))
    stage.show(BriefingScreen(stage.desk, Table(stage.desk, match), SECOND))


def war_room(stage: Stage) -> None:
    """Shows the first side with an act before it, as ships near the line."""
    stage.play(stage.dawn(BLOCKADE), FIRST, "raise_alert")


def peak(stage: Stage) -> None:
    """Shows the second side on the worst day."""
    stage.play(stage.before("act recall_release"), SECOND, "press_berlin")


def chart(stage: Stage) -> None:
    """Shows the map in full with its list."""
    stage.play(stage.dawn(BLOCKADE), FIRST)
    stage.press(pygame.K_r, pygame.K_l)


def letters(stage: Stage) -> None:
    """Shows two letters to be answered, one of them on the table."""
    stage.play(stage.before("offer back_channel"), FIRST)
    room = stage.app.top
    assert isinstance(room, WarRoom)
    room.turn_tab(TABS.index("deal"))
    stage.settle()


def composer(stage: Stage) -> None:
    """Shows a counter-offer being written to the second of them."""
    stage.play(stage.before("offer back_channel"), FIRST)
    stage.press(pygame.K_o)
    for tab, clause, *keys in (
        (pygame.K_2, "withdraw_missiles", pygame.K_f),
        (pygame.K_2, "inspection_at_sea", pygame.K_RETURN),
        (pygame.K_1, "withdraw_jupiters", pygame.K_RETURN),
    ):
        stage.press(tab)
        stage.app.top.focus_on(f"clause.{clause}")
        stage.press(*keys)


def incident(stage: Stage) -> None:
    """Shows what nobody ordered, to be answered."""
    stage.play(stage.dawn(PEAK), FIRST)


def nightfall(stage: Stage) -> None:
    """Shows the night of the worst day with the newspapers after it."""
    morning = stage.history.branch(stage.dawn(LAST))
    told = night(morning, (FIRST,))
    assert told is not None
    stage.show(NightScreen(stage.desk, Table(stage.desk, morning), told))


def curtain(stage: Stage) -> None:
    """Shows the closed folder between two players at one window."""
    stage.app.settings.reduced_motion = False
    table = stage.table(stage.history.branch(stage.dawn(BLOCKADE)), FIRST)
    stage.show(CurtainScreen(stage.desk, table, SECOND))


def ending(stage: Stage) -> None:
    """Shows how it ended."""
    stage.play(stage.history.ply, FIRST)


def replay(stage: Stage) -> None:
    """Shows the replay where the worst day begins."""
    screen = historical(stage.desk)
    assert isinstance(screen, ReplayScreen)
    stage.show(screen)
    ply = stage.before("chance u2_shot_down")
    screen.go(next(n for n, step in enumerate(screen.steps) if step.ply == ply and step.described))
    stage.settle()


def debriefed(stage: Stage) -> None:
    """Shows the debrief with the last of the moves on which it hung."""
    model = debrief_screen(stage.history, debrief(stage.history, GAMES))
    screen = DebriefPages(stage.desk, model, stage.history, HISTORY)
    stage.show(screen)
    screen.choose(len(model.marked))
    stage.settle()


PICTURES: dict[str, Callable[[Stage], None]] = {
    "title": title,
    "prologue": prologue,
    "briefing": briefing,
    "war-room": war_room,
    "peak": peak,
    "map": chart,
    "composer": composer,
    "letters": letters,
    "incident": incident,
    "night": nightfall,
    "curtain": curtain,
    "ending": ending,
    "replay": replay,
    "debrief": debriefed,
}


def asked(words: list[str]) -> argparse.Namespace:
    """Returns what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(FOLDER))
    parser.add_argument("--size", default="1920x1080", help="WIDTHxHEIGHT in pixels")
    parser.add_argument("--text", type=int, default=100, help="text setting in per cent, 100 to 200")
    parser.add_argument("--only", nargs="+", choices=PICTURES, default=list(PICTURES), metavar="NAME")
    return parser.parse_args(words)


def main(words: list[str]) -> None:
    """Writes the pictures."""
    want = asked(words)
    width, height = map(int, want.size.split("x"))
    want.folder.mkdir(parents=True, exist_ok=True)
    crisis = load_crisis(None)
    for name in want.only:
        with tempfile.TemporaryDirectory() as saves:
            stage = Stage(crisis, Path(saves), (width, height), want.text)
            PICTURES[name](stage)
            stage.save(want.folder / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
