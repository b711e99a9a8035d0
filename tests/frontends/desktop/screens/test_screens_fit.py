"""At every size and text setting all text is whole and apart, every target is large enough, every glyph is there."""

import pytest
from looks import SCREENS as WALKED
from looks import WINDOWS, Looks
from window import Thinker

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.briefing import BriefingScreen
from game.frontends.desktop.screens.curtain import CurtainScreen
from game.frontends.desktop.screens.help import HelpScreen
from game.frontends.desktop.screens.library import LibraryScreen
from game.frontends.desktop.screens.new_match import NewMatchScreen
from game.frontends.desktop.screens.nightfall import NightScreen
from game.frontends.desktop.screens.prologue import PrologueScreen
from game.frontends.desktop.screens.replay import ReplayScreen, historical
from game.frontends.desktop.screens.settings import SettingsScreen
from game.frontends.desktop.screens.thinking import ThinkingScreen
from game.frontends.desktop.screens.title import TitleScreen
from game.frontends.desktop.screens.waiting import WaitingScreen
from game.frontends.desktop.table import Table
from game.frontends.presenter.scenes.nights import night
from game.match.match import Match
from game.match.replay import dawn_of, past
from game.rules.compile import Ruleset


def table(desk: Desk) -> Table:
    rules: Ruleset = desk.crisis.rules
    sitting = Table(desk, Match(rules, seed=3))
    sitting.seat = 0
    return sitting


def replay_late(desk: Desk) -> ReplayScreen:
    screen = historical(desk)
    assert isinstance(screen, ReplayScreen)
    steps = screen.steps
    screen.watch.go(max(range(len(steps)), key=lambda n: len(steps[n].text + steps[n].described)))
    return screen


def replay_of(side: int | None, tab: str, ply: int = 47):
    """Returns what shows a tab of the historical replay at a move, as a side knew it."""

    def make(desk: Desk) -> ReplayScreen:
        screen = historical(desk)
        assert isinstance(screen, ReplayScreen)
        screen.watch.see_as(side)
        screen.watch.go_to_move(ply)
        screen.tab = tab
        return screen

    return make


def replay_asked(thinking: float | None):
    """Returns what shows the replay while the expert thinks, or once it has answered."""

    def make(desk: Desk) -> ReplayScreen:
        desk.adviser = Thinker(thinking)
        screen = replay_of(None, "expert")(desk)
        screen.layout(desk.grid)
        screen.ask()
        return screen

    return make


def replay_apart(desk: Desk) -> ReplayScreen:
    """Returns a replay of a game that left the historical path."""
    match = past(desk.crisis.rules).match
    game = match.branch(dawn_of(match, 9), seed=5)
    for _ in range(12):
        game.play(next(iter(game.legal_moves)))
    screen = ReplayScreen(desk, game)
    screen.watch.go_to_move(game.ply)
    screen.tab = "1962"
    return screen


def help_at(page: int):
    def make(desk: Desk) -> HelpScreen:
        screen = HelpScreen(desk)
        screen.at = page
        return screen

    return make


def library(desk: Desk) -> LibraryScreen:
    table(desk).save()
    return LibraryScreen(desk)


def prologue_at(card: int):
    def make(desk: Desk) -> PrologueScreen:
        screen = PrologueScreen(desk, table(desk))
        screen.at = card % len(screen.cards)
        return screen

    return make


def thinking(desk: Desk) -> ThinkingScreen:
    screen = ThinkingScreen(desk, table(desk))
    screen._begun = True
    return screen


def opened(desk: Desk) -> BriefingScreen:
    screen = BriefingScreen(desk, table(desk), 0)
    screen.opened = 1.0
    return screen


def briefing_late(side: int):
    def make(desk: Desk) -> BriefingScreen:
        match = past(desk.crisis.rules).match
        return BriefingScreen(desk, Table(desk, match.branch(dawn_of(match, 11))), side)

    return make


def night_before(day: int, *readers: int):
    def make(desk: Desk) -> NightScreen:
        match = past(desk.crisis.rules).match
        morning = match.branch(dawn_of(match, day))
        return NightScreen(desk, Table(desk, morning), night(morning, readers))

    return make


def last_night(desk: Desk) -> NightScreen:
    match = past(desk.crisis.rules).match
    told = night(match, (0,))
    assert told
    return NightScreen(desk, Table(desk, match), told)


SCREENS = {
    "thinking": thinking,
    "waiting": lambda desk: WaitingScreen(desk, lambda: TitleScreen(desk)),
    "title": TitleScreen,
    "new": NewMatchScreen,
    "library": library,
    "settings": SettingsScreen,
    "curtain": lambda desk: CurtainScreen(desk, table(desk), 1),
    "briefing": lambda desk: BriefingScreen(desk, table(desk), 0),
    "briefing other": lambda desk: BriefingScreen(desk, table(desk), 1),
    "briefing opened": opened,
    "briefing late": briefing_late(0),
    "briefing late other": briefing_late(1),
    "night of two": night_before(8, 0, 1),
    "night of incidents": night_before(13, 0),
    "last night": last_night,
    "replay": historical,
    "replay late": replay_late,
    "replay as one side": replay_of(0, "standing"),
    "replay as the other": replay_of(1, "letters"),
    "replay map": replay_of(None, "map"),
    "replay thinking": replay_asked(0.4),
    "replay answered": replay_asked(None),
    "replay apart": replay_apart,
    **{f"help {page}": help_at(page) for page in range(10)},
    **{f"prologue {card}": prologue_at(card) for card in (0, 1, 4, -1)},
}


def test_the_walk_shows_every_screen_named_for_it(open_window) -> None:
    window = open_window()
    assert {type(make(window.app.desk)).__name__ for make in SCREENS.values()} == {*WALKED}


@pytest.mark.parametrize(("size", "text"), WINDOWS)
@pytest.mark.parametrize("name", SCREENS)
def test_screen_fits(open_window, monkeypatch: pytest.MonkeyPatch, name: str, size: tuple[int, int], text: int) -> None:
    looks = Looks(monkeypatch)
    window = open_window(size, text)
    window.app.obey(Show(SCREENS[name](window.app.desk)))
    window.settle()
    looks.check(looks.draw_whole(window))
