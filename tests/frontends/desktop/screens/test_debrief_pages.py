"""The debrief in the window: worked out behind a bar, called off, and told with the presenter's figures at any size."""

import threading
import time
from collections.abc import Callable

import pygame
import pytest
from looks import DEBRIEF, WINDOWS, Looks
from window import Window

from game.analysis.debrief import debrief
from game.errors import KnotError
from game.frontends.desktop.debrief.course import apart, places
from game.frontends.desktop.debrief.entry import offered, opened
from game.frontends.desktop.debrief.pages import TABS, DebriefPages
from game.frontends.desktop.debrief.working import WorkingPage
from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.library import LibraryScreen
from game.frontends.desktop.screens.replay import ReplayScreen, historical
from game.frontends.desktop.table import Table
from game.frontends.desktop.widgets.progress import Progress
from game.frontends.desktop.widgets.widget import Widget
from game.frontends.page.debrief import debrief_page
from game.frontends.presenter.debrief.debrief import debrief_screen
from game.frontends.presenter.debrief.debriefing import DebriefScreen
from game.match.match import Match
from game.match.replay import past
from game.players.rollout import historical as historical_leaders
from game.scenario.loader import load_scenario

TAB, ENTER, ESC, LEFT, RIGHT, END = (
    pygame.K_TAB,
    pygame.K_RETURN,
    pygame.K_ESCAPE,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_END,
)
COURSE, MOVES, DANGER, DEALS, SIDES, PAST, DISCUSS = range(len(TABS))


class Known:
    """Knows a debrief at once."""

    def __init__(self, model: DebriefScreen) -> None:
        self.model, self.stopped = model, False

    def work_out(self, match: Match, bar: Callable[[int, int], object]) -> DebriefScreen:
        bar(0, 3)
        bar(3, 3)
        return self.model

    def stop(self) -> None:
        self.stopped = True


class Slow(Known):
    """Goes on when it is let to; has done one part of four until then."""

    def __init__(self, model: DebriefScreen) -> None:
        super().__init__(model)
        self.go = threading.Event()
        self.called_off = False

    def work_out(self, match: Match, bar: Callable[[int, int], object]) -> DebriefScreen:
        bar(1, 4)
        self.go.wait()
        try:
            bar(2, 4)
        except KnotError:
            self.called_off = True
            raise
        return self.model

    def stop(self) -> None:
        super().stop()
        self.go.set()


@pytest.fixture(scope="session")
def match(crisis) -> Match:
    return past(crisis.rules).match


@pytest.fixture(scope="session")
def short() -> DebriefScreen:
    """Returns the debrief of a match of the teaching scenario, which has no history and few days."""
    played = Match(load_scenario("tutorial"), seed=3)
    leaders = historical_leaders(played.rules)
    while played.actor is not None:
        played.play(played.ask(leaders[played.actor]).move)
    return debrief_screen(played, debrief(played, 20))


@pytest.fixture
def open_pages(open_window, match: Match, history: DebriefScreen) -> Callable[..., Window]:
    def open_(size: tuple[int, int] = (1280, 720), text: int = 100, **chosen: int) -> Window:
        window = open_window(size, text)
        screen = DebriefPages(window.app.desk, history, match)
        for name, value in chosen.items():
            setattr(screen, name, value)
        window.app.obey(Show(screen))
        window.settle()
        return window

    return open_


def words(looks: Looks, window: Window) -> str:
    """Returns everything that is written on a page."""
    texts: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        kept = type(window.app.desk.type).block

        def block(type_, text, *rest, **more):
            texts.append(text)
            return kept(type_, text, *rest, **more)

        patch.setattr(type(window.app.desk.type), "block", block)
        window.top.forget()
        looks.draw_whole(window)
    return "\n".join([*texts, *(one.text for one in looks.drawn)])


PAGES = {
    "ended": {"tab": COURSE},
    "move": {"tab": COURSE, "move": 1},
    "last move": {"tab": COURSE, "move": -1},
    "decisions": {"tab": MOVES},
    "last decision": {"tab": MOVES, "decision": -1},
    "nights": {"tab": DANGER},
    "night": {"tab": DANGER, "night": 7},
    "deals": {"tab": DEALS},
    "sides": {"tab": SIDES},
    "days": {"tab": PAST},
    "day": {"tab": PAST, "day": 12},
    "questions": {"tab": DISCUSS},
    "saved": {"tab": COURSE, "notice": "The page is saved: /home/somebody/.local/share/knot-of-war/debriefs/a.html"},
}


def test_the_walk_shows_every_screen_of_the_debrief() -> None:
    assert {DebriefPages.__name__, WorkingPage.__name__} == {*DEBRIEF}


@pytest.mark.parametrize(("size", "text"), WINDOWS)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits(
    open_pages, monkeypatch: pytest.MonkeyPatch, history: DebriefScreen, name: str, size: tuple[int, int], text: int
) -> None:
    looks = Looks(monkeypatch)
    window = open_pages(size, text, **PAGES[name])
    window.top.move %= len(history.marked) + 1
    window.top.decision %= len(history.moves) + 1
    window.top.forget()
    looks.check(looks.draw_whole(window))


@pytest.mark.parametrize(("size", "text"), WINDOWS)
def test_the_wait_fits(
    open_window, monkeypatch: pytest.MonkeyPatch, match: Match, size: tuple[int, int], text: int
) -> None:
    looks = Looks(monkeypatch)
    window = open_window(size, text)
    screen = WorkingPage(window.app.desk, match)
    screen._begun, screen.done, screen.parts, screen._since = True, 31, 120, -500.0
    window.app.obey(Show(screen))
    window.settle()
    looks.check(looks.draw_whole(window))


@pytest.mark.parametrize(("size", "text"), [((1024, 640), 200), ((1280, 720), 100), ((2560, 1440), 150)])
@pytest.mark.parametrize("tab", range(len(TABS)))
def test_a_short_match_of_another_scenario_fits(
    open_window, monkeypatch: pytest.MonkeyPatch, tab: int, size: tuple[int, int], text: int, short: DebriefScreen
) -> None:
    looks = Looks(monkeypatch)
    window = open_window(size, text)
    screen = DebriefPages(window.app.desk, short, Match(load_scenario("tutorial")))
    screen.tab, screen.move = tab, 1
    window.app.obey(Show(screen))
    window.settle()
    screen.forget()
    looks.check(looks.draw_whole(window))
    assert window.widget("tabs").labels[PAST] == "Days"


# -- the same figures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_a_move_is_told_with_the_better_one_and_the_presenter_s_figures(
    open_pages, monkeypatch: pytest.MonkeyPatch, history: DebriefScreen, size: tuple[int, int]
) -> None:
    looks = Looks(monkeypatch)
    window = open_pages(size, 150)
    for number, move in enumerate(history.marked, 1):
        window.top.choose(number)
        told = words(looks, window)
        assert move.verdict in told and move.toll in told
        assert move.own.text in told and move.others.text in told
        for text in (move.move, move.other):
            assert text in " ".join(told.split()) or text.split()[-1] in told


def test_every_figure_of_danger_deals_and_days_is_the_presenter_s(
    open_pages, monkeypatch: pytest.MonkeyPatch, history: DebriefScreen
) -> None:
    looks = Looks(monkeypatch)
    window = open_pages((1920, 1080), 100, tab=DANGER)
    told = words(looks, window)
    assert all(part.text in told for part in history.sources_of_risk) and history.all_nights[0] in told
    assert all(brush.odds.percent in told for brush in history.brushes)
    for number, night in enumerate(history.nights, 1):
        window.top.choose_night(number)
        told = words(looks, window)
        assert night.war.percent in told and all(part.text in told for part in night.largest)
    window.top._turn(DEALS)
    told = words(looks, window)
    assert history.frontier and history.frontier.sentence in told
    assert all(offer.terms in told and offer.why in told for offer in history.offers)
    assert all(f"= {chance.joint} points" in told for chance in history.chances)


def test_the_same_day_in_fact_is_told_with_every_source(
    open_pages, monkeypatch: pytest.MonkeyPatch, history: DebriefScreen
) -> None:
    looks = Looks(monkeypatch)
    window = open_pages((1920, 1080), 100, tab=PAST)
    for number, day in enumerate(history.beside, 1):
        window.top.choose_day(number)
        told = words(looks, window)
        assert all(step.text in told and f"Source: {step.source}" in told for step in day.past)
        assert all(text in told for text in day.ours)


def test_all_questions_are_asked(open_pages, monkeypatch: pytest.MonkeyPatch, history: DebriefScreen) -> None:
    told = words(Looks(monkeypatch), open_pages(tab=DISCUSS))
    assert all(text in told for text in (*history.questions, *history.how))


# -- choosing --------------------------------------------------------------------------------------------------------


def test_moves_are_chosen_by_the_keyboard_alone(open_pages, history: DebriefScreen) -> None:
    window = open_pages()
    assert window.top.focused.key == "course"
    window.key(RIGHT, RIGHT)
    assert window.top.move == 2 and window.top.focused.key == "course"
    window.key(LEFT, LEFT, LEFT)
    assert window.top.move == 0
    window.key(END)
    assert window.top.move == len(history.marked)
    window.tab_to("move 1")
    window.key(ENTER)
    assert window.top.move == 1


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1024, 640), 200)])
def test_every_decision_is_reached_and_told_by_the_keyboard_alone(
    open_pages, monkeypatch: pytest.MonkeyPatch, history: DebriefScreen, size: tuple[int, int], text: int
) -> None:
    looks = Looks(monkeypatch)
    window = open_pages(size, text, tab=MOVES)
    window.tab_to("decision 1")
    for number, move in enumerate(history.moves, 1):
        assert window.top.focused.key == f"decision {number}"
        window.key(ENTER)
        assert window.top.decision == number
        if number in (1, len(history.moves)):
            told = words(looks, window)
            assert move.verdict in told and move.own.text in told and move.others.text in told
        window.key(TAB)
    window.key(pygame.K_TAB)
    window.press("watch")
    assert window.name == "ReplayScreen" and window.top.step.ply == history.moves[-1].ply


def test_pages_are_turned_and_everything_is_reached_by_the_keyboard_alone(open_pages) -> None:
    window = open_pages()
    window.tab_to("tabs")
    for page, key in (
        (MOVES, "decision 2"),
        (DANGER, "nights"),
        (DEALS, "save"),
        (SIDES, "save"),
        (PAST, "gauge"),
        (DISCUSS, "save"),
    ):
        window.key(RIGHT)
        assert window.top.tab == page
        window.tab_to(key)
        window.tab_to("tabs")
    window.key(pygame.K_PAGEDOWN, mod=pygame.KMOD_CTRL)
    assert window.top.tab == COURSE
    window.key(pygame.K_5)
    assert window.top.tab == SIDES
    window.key(pygame.K_8, pygame.K_0)
    assert window.top.tab == SIDES
    window.key(ESC)
    assert window.name == "TitleScreen"


def test_what_is_told_under_the_chart_is_scrolled_by_the_keyboard(open_pages) -> None:
    window = open_pages((1024, 640), 200, move=1)
    pane = window.widget("story")
    assert window.top.focused.key == "course" and pane.most
    window.key(pygame.K_PAGEDOWN)
    assert pane.offset
    window.key(pygame.K_PAGEDOWN)
    assert pane.offset == pane.most


def test_moves_nights_and_days_are_chosen_by_the_mouse(open_pages, history: DebriefScreen) -> None:
    window = open_pages((1920, 1080))
    for key, name in (("course", "move"), ("nights", "night"), ("gauge", "day")):
        window.top._turn({"course": COURSE, "nights": DANGER, "gauge": PAST}[key])
        picker = window.widget(key)
        for number, spot in enumerate(picker.spots, 1):
            window.click(spot.move(window.widget(key).box.topleft).center)
            assert getattr(window.top, name) == number
    window.top._turn(COURSE)
    window.press("move 0")
    assert window.top.move == 0
    assert len(history.marked) == len(window.widget("course").spots)


def test_a_move_chosen_on_the_chart_is_brought_into_sight_in_the_list(open_pages, history: DebriefScreen) -> None:
    window = open_pages((1024, 640), 100)
    window.key(END)
    row: Widget = window.widget(f"move {len(history.marked)}")
    assert row.pane and row.target.h == row.rect.h


def test_badges_stand_in_order_and_apart_and_near_their_day(open_pages, history: DebriefScreen) -> None:
    for size, text in (((1024, 640), 200), ((1280, 720), 100), ((2560, 1440), 100)):
        spots = open_pages(size, text).widget("course").spots
        assert all(not spot.colliderect(other) for n, spot in enumerate(spots) for other in spots[n + 1 :])
        for side in (0, 1):
            own = [spot.x for spot, move in zip(spots, history.marked, strict=True) if move.side == side]
            assert own == sorted(own)
    assert places(history) == sorted(places(history))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [([10, 50], [10, 50]), ([50, 50], [45, 55]), ([0, 95], [0, 90]), ([90, 90, 90], [70, 80, 90]), ([], [])],
)
def test_what_is_too_near_moves_apart_and_stays_inside(wanted: list[float], found: list[float]) -> None:
    assert apart(wanted, 10, 0, 100) == found


def test_more_badges_than_fit_still_stay_inside() -> None:
    lefts = apart([50.0] * 20, 10, 0, 100)
    assert lefts == sorted(lefts)
    assert lefts[0] >= 0 and lefts[-1] <= 95


# -- what can be done ------------------------------------------------------------------------------------------------


def test_the_page_is_saved_with_a_notice_where(open_pages, history: DebriefScreen) -> None:
    window = open_pages()
    window.tab_to("save")
    window.key(ENTER)
    file = window.top.file
    assert file.read_text("utf-8") == debrief_page(history)
    assert str(file) in window.top.notice and file.parent.name == "debriefs"
    file.unlink()
    window.key(pygame.K_s, mod=pygame.KMOD_CTRL)
    assert file.exists()


def test_a_page_that_cannot_be_written_says_so(open_pages) -> None:
    window = open_pages()
    window.top.file.parent.parent.mkdir(parents=True, exist_ok=True)
    window.top.file.parent.write_text("in the way")
    window.press("save")
    assert window.top.failed and "cannot be written" in window.top.notice


def test_one_watches_or_takes_over_from_a_marked_move(open_pages, history: DebriefScreen) -> None:
    window = open_pages(move=2)
    ply = history.marked[1].ply
    window.press("watch")
    assert window.name == "ReplayScreen" and window.top.step.ply == ply
    window.key(ESC)
    window.press("take")
    assert window.name == "NewMatchScreen"
    window.tab_to("begin")
    window.key(ENTER)
    assert window.top.table.match.parent.ply == ply


# -- the wait --------------------------------------------------------------------------------------------------------


def begin(window: Window, match: Match, debriefer: Known) -> Window:
    """Opens a match's debrief without waiting for it."""
    window.app.desk.debriefer = debriefer
    window.app.obey(Show(opened(window.app.desk, match)))
    return window


def turn(window: Window, until: Callable[[], object]) -> None:
    """Lets the event loop turn until something is so, while a thread may still work."""
    end = time.monotonic() + 5
    while not until():
        assert time.monotonic() < end
        for event in pygame.event.get():
            window.app.dispatch(event)
        window.top.animate(time.monotonic())
        window.app.redraw()
        time.sleep(0.002)


def test_the_bar_is_there_at_once_and_fills_with_the_work(open_window, match: Match, history: DebriefScreen) -> None:
    slow = Slow(history)
    window = begin(open_window(), match, slow)
    bar = next(widget for widget in window.top.widgets if isinstance(widget, Progress))
    turn(window, lambda: bar.share)
    assert bar.share == 0.25
    assert window.name == "WorkingPage"
    slow.go.set()
    turn(window, lambda: window.name == "DebriefPages")
    assert window.top.model is history


@pytest.mark.parametrize(("pace", "wait"), [(0.5, "about 35 seconds left"), (2.0, "about 2 minutes left")])
def test_the_wait_is_reckoned_from_the_speed_of_the_machine(
    open_window, match: Match, history: DebriefScreen, pace: float, wait: str
) -> None:
    window = begin(open_window(), match, slow := Slow(history))
    turn(window, lambda: window.top.parts)
    screen = window.top
    assert screen.wait == "" and "minute" not in screen.sentence
    screen._since = 100.0
    screen.done, screen.parts = 30, 100
    screen.animate(100.0 + 30 * pace)
    assert screen.wait == wait
    slow.go.set()
    turn(window, lambda: window.name == "DebriefPages")


def test_the_work_is_called_off_by_escape(open_window, match: Match, history: DebriefScreen) -> None:
    slow = Slow(history)
    window = begin(open_window(), match, slow)
    turn(window, lambda: window.top.parts)
    window.key(ESC)
    assert window.name == "TitleScreen"
    assert slow.stopped and slow.called_off
    assert window.app.desk.debriefs == {}


def test_help_over_the_wait_does_not_lose_the_debrief(open_window, match: Match, history: DebriefScreen) -> None:
    slow = Slow(history)
    window = begin(open_window(), match, slow)
    turn(window, lambda: window.top.parts)
    window.app.dispatch(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F1, mod=0, unicode=""))
    slow.go.set()
    window.settle()
    assert window.name == "HelpScreen"
    window.key(ESC)
    assert window.name == "DebriefPages"


def test_a_debrief_that_was_made_opens_at_once(open_window, match: Match, history: DebriefScreen) -> None:
    window = begin(open_window(), match, Known(history))
    window.settle()
    assert window.name == "DebriefPages"
    assert isinstance(opened(window.app.desk, match), DebriefPages)


def test_a_fault_is_told_on_the_page(open_window, match: Match, history: DebriefScreen) -> None:
    class Faulty(Known):
        def work_out(self, match: Match, bar: Callable[[int, int], object]) -> DebriefScreen:
            raise KnotError("no process can be made")

    window = begin(open_window(), match, Faulty(history))
    window.settle()
    assert window.name == "WorkingPage" and "no process can be made" in window.top.sentence


def test_closing_the_window_calls_the_work_off(open_window, history: DebriefScreen, monkeypatch) -> None:
    window = open_window()
    window.app.desk.debriefer = known = Known(history)
    monkeypatch.setattr(pygame, "quit", lambda: None)
    window.app.close()
    assert known.stopped


# -- where it is offered ---------------------------------------------------------------------------------------------


def test_the_ending_offers_the_debrief(open_window, match: Match, history: DebriefScreen) -> None:
    window = open_window()
    window.app.desk.debriefer = Known(history)
    window.app.obey(Show(Table(window.app.desk, match).screen()))
    window.settle()
    assert window.top.focused.key == "debrief"
    window.key(ENTER)
    assert window.name == "DebriefPages"
    window.key(ESC)
    assert window.name == "EndingScreen"


def test_the_library_offers_it_for_games_that_are_over(open_window, match: Match, history: DebriefScreen) -> None:
    window = open_window()
    window.app.desk.debriefer = Known(history)
    window.app.desk.saves.mkdir(parents=True)
    for name, one in (("a", match.branch(9)), ("b", match)):
        one.record().save(window.app.desk.saves / f"{name}.json")
    window.app.obey(Show(LibraryScreen(window.app.desk)))
    window.settle()
    offers = {}
    for number, save in enumerate(window.top.saves):
        window.press(f"save {number}")
        offers[save.path.stem] = any(widget.key == "debrief" for widget in window.top.widgets)
    assert offers == {"a": False, "b": True}
    window.press(f"save {[save.path.stem for save in window.top.saves].index('b')}")
    window.press("debrief")
    assert window.name == "DebriefPages"


@pytest.mark.parametrize(
    ("size", "text", "keys"),
    [
        ((2560, 1440), 100, ()),
        ((1024, 640), 200, (END,)),
        ((1024, 640), 200, (pygame.K_d,)),
    ],
)
def test_the_replay_offers_it_where_there_is_room_at_the_end_and_by_a_key(
    open_window, history: DebriefScreen, size: tuple[int, int], text: int, keys: tuple[int, ...]
) -> None:
    window = open_window(size, text)
    window.app.desk.debriefer = Known(history)
    replay = historical(window.app.desk)
    window.app.obey(Show(replay))
    window.key(*keys)
    if window.top is replay:
        window.press("debrief")
    assert window.name == "DebriefPages" and window.top.origin == replay.origin


def test_the_replay_of_a_game_that_goes_on_offers_none(open_window, match: Match, history: DebriefScreen) -> None:
    window = open_window()
    window.app.desk.debriefer = Known(history)
    window.app.obey(Show(ReplayScreen(window.app.desk, match.branch(9))))
    window.key(END, pygame.K_d)
    assert window.name == "ReplayScreen" and not any(widget.key == "debrief" for widget in window.top.widgets)


def test_without_means_or_an_end_there_is_no_offer(open_window, match: Match, history: DebriefScreen) -> None:
    desk = open_window().app.desk
    assert not offered(desk, match)
    desk.debriefer = Known(history)
    assert offered(desk, match) and not offered(desk, match.branch(9))
