"""The replay is stepped, played, seen through either side's eyes, asked about and taken over; it keeps secrets."""

from itertools import pairwise
from types import SimpleNamespace

import pygame
import pytest
from window import Thinker, Window

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Show
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.library import LibraryScreen
from game.frontends.desktop.screens.replay import SPEEDS, ReplayScreen, historical
from game.match.match import Match
from game.match.replay import dawn_of
from game.players.player import random_player
from game.rules.slots import ACTOR, CHANCE, State
from game.rules.view import view

ENTER, ESC = pygame.K_RETURN, pygame.K_ESCAPE


def watch(window: Window, match: Match | None = None) -> ReplayScreen:
    """Opens the replay of a match, without one of the historical path."""
    desk = window.app.desk
    window.app.obey(Show(ReplayScreen(desk, match) if match else historical(desk)))
    for _ in range(2):
        window.settle()
    return window.top


def path_of(window: Window) -> Match:
    return window.app.desk.crisis.past.match


def played(window: Window, day: int, seed: int = 5) -> Match:
    """Returns a match that leaves the historical path on a day and is played on by chance."""
    match = path_of(window).branch(dawn_of(path_of(window), day), seed=seed, origin="history")
    while match.actor is not None:
        match.play(match.ask(random_player).move)
    return match


def twin(match: Match, side: int) -> Match:
    """Returns the match with everything hidden from a side changed, as far as may be, whenever somebody decides."""
    other, slots = match.branch(match.ply), match.rules.slots
    hidden = [slot for slot, blind in slots.hidden_from.items() if blind == side and slot in slots.spans]
    other._states = [changed(state, hidden, slots.spans) if state[ACTOR] < CHANCE else state for state in match.states]
    assert other.states != match.states
    for before, after in zip(match.states, other.states, strict=True):
        assert view(match.rules, before, side) == view(match.rules, after, side)
    return other


def changed(state: State, hidden: list[int], spans: dict[int, tuple[int, int]]) -> State:
    found = list(state)
    for slot in hidden:
        low, high = spans[slot]
        found[slot] = high if found[slot] != high else low
    return tuple(found)


def frames(window: Window, screen: ReplayScreen, side: int) -> list[bytes]:
    """Returns what the window shows of some moments, on every tab, as a side knew them."""
    seen = []
    screen.watch.see_as(side)
    for number in range(0, len(screen.steps), 6):
        for tab in ("letters", "standing", "expert", "1962")[number % 2 :: 2]:
            screen.watch.go(number)
            screen.turn_tab(tab)
            for _ in range(3):
                window.settle()
            seen.append(window.pixels())
    return seen


@pytest.mark.parametrize("side", [0, 1])
def test_seen_as_one_side_the_other_s_secrets_change_no_pixel(open_window, side: int) -> None:
    window = open_window()
    path = path_of(window)
    first, second = (frames(window, watch(window, match), side) for match in (path, twin(path, side)))
    assert len(set(first)) > len(first) // 2
    assert first == second


def test_a_secret_act_instead_of_another_changes_no_pixel(open_window) -> None:
    """Where two secret acts of the other side leave the same view, the replays that end with each are the same."""
    window = open_window()
    path, seen = path_of(window), []
    secret = {f"act {id_}" for id_, act in path.rules.scenario.acts["ussr"].items() if act.visibility != "public"}
    for ply, state in enumerate(path.states):
        if state[ACTOR] == 1 and not seen:
            games = [acted(path, ply, move) for move in path.branch(ply).legal_moves if move in secret]
            known = [view(path.rules, game.state, 0) for game in games]
            alike = [game for game, at in zip(games, known, strict=True) if at in known[:1]]
            seen = [frames(window, watch(window, game), 0) for game in alike[:2]] if len(alike) > 1 else []
    assert len(seen) == 2
    assert seen[0] == seen[1]


def acted(path: Match, ply: int, move: str) -> Match:
    game = path.branch(ply)
    game.push(move)
    return game


def test_revealed_shows_what_each_side_could_not_see(open_window) -> None:
    window = open_window()
    screen = watch(window)
    screen.watch.go_to_move(47)
    looks = []
    for _ in range(3):
        screen.turn_eyes()
        for _ in range(3):
            window.settle()
        looks.append((screen.watch.side, window.pixels(), {letter.head for letter in screen.watch.moment.letters}))
    assert [side for side, _, _ in looks] == [0, 1, None]
    assert len({pixels for _, pixels, _ in looks}) == 3
    assert looks[1][2] < looks[2][2]  # what Washington has just written has not arrived


def test_every_key_of_the_replay_does_what_it_says(open_window) -> None:
    window = open_window()
    window.app.desk.adviser = Thinker()
    screen = watch(window)
    first = screen.at
    window.key(pygame.K_PERIOD, pygame.K_PERIOD, pygame.K_COMMA, pygame.K_RIGHT)
    assert screen.at == first + 2
    window.key(pygame.K_t)
    assert screen.step.turning
    turned = screen.at
    window.key(pygame.K_t)
    assert screen.at > turned
    assert screen.step.turning
    assert not any(step.turning for step in screen.steps[turned + 1 : screen.at])
    window.key(pygame.K_v)
    assert screen.watch.side == 0
    window.key(pygame.K_PLUS, pygame.K_PLUS)
    assert screen.speed == 4
    window.key(*[pygame.K_MINUS] * 9)
    assert screen.speed == SPEEDS[0] == 0.5
    window.key(*[pygame.K_EQUALS] * 9)
    assert screen.speed == SPEEDS[-1] == 8
    frame, shown = screen.frame, screen.ranges
    window.key(pygame.K_n, pygame.K_r)
    assert screen.frame == frame + 1
    assert screen.ranges is not shown
    window.key(pygame.K_p)
    assert screen.playing
    window.key(pygame.K_SPACE)
    assert not screen.playing
    window.key(pygame.K_s)
    assert window.name == "Reading"
    window.key(ESC)
    assert window.top is screen
    window.key(ESC)
    assert window.name == "TitleScreen"


def test_the_curve_is_dragged(open_window) -> None:
    window = open_window()
    screen = watch(window)
    box = window.widget("curve").box
    window.click((box.x + box.w // 4, box.centery))
    quarter = screen.at
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(box.x + box.w // 4, box.centery), button=1))
    for x in (box.w // 2, box.w * 3 // 4):
        place = box.x + x, box.centery
        window.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 0), buttons=(1, 0, 0)))
    window.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    window.settle()
    assert screen.at > quarter > 0
    assert screen.step.day == round(screen.watch.last_day * 3 / 4) + 1 or screen.step.day == 12


def test_the_mark_of_the_present_strikes_through_no_word_of_the_curve(open_window) -> None:
    window = open_window((1920, 1080))
    screen, heads = watch(window), set()
    for number in (0, 3, len(screen.steps) - 1):
        screen.go(number)
        window.settle()
        box = window.widget("curve").box
        words = pygame.Rect(box.x + 6, box.y + 4, box.w // 2, window.app.desk.size(14) * 3 // 2)
        heads.add(pygame.image.tobytes(pygame.display.get_surface().subsurface(words), "RGB"))
    assert len(heads) == 1


def test_eight_times_the_speed_shows_sixteen_times_the_steps_of_half(open_window) -> None:
    window = open_window()
    screen = watch(window)
    passed = []
    for speed in (0.5, 8):
        screen.go(0)
        screen.speed, screen.playing = speed, True
        now = 1000.0
        while screen.at < 12:
            now += 0.01
            screen.animate(now)
        passed.append(now - 1000)
        screen.playing = False
    assert 15 < passed[0] / passed[1] < 17


def test_a_step_of_the_day_is_gone_to_by_a_click(open_window) -> None:
    window = open_window((1920, 1080))
    screen = watch(window)
    screen.watch.go_to_move(43)
    screen.rebuild()
    wanted = next(number for number, step in enumerate(screen.steps) if step.ply == 47)
    window.press(f"step {wanted}")
    assert screen.at == wanted


def test_sources_are_spelled_out_and_disputes_marked(open_window) -> None:
    window = open_window()
    screen = watch(window)
    sources = window.app.desk.crisis.scenario.sources
    number = next(n for n, step in enumerate(screen.steps) if step.disputed and step.source)
    screen.go(number)
    window.key(pygame.K_s)
    told = {entry.head: entry.text for entry in window.top.entries}
    assert told["Disputed"] == screen.step.disputed
    assert set(told.values()) & set(sources.values())


def test_the_expert_is_asked_about_the_decision_shown(open_window) -> None:
    window = open_window()
    window.app.desk.adviser = thinker = Thinker()
    screen = watch(window)
    screen.watch.go_to_move(24)
    window.key(pygame.K_e)
    known, made = thinker.asked
    assert known == view(screen.rules, screen.match.states[24], 1)
    assert screen.opinion
    assert screen.opinion.lines[0].head == "The expert's move"
    assert "12 more points and 12 fewer wars" in screen.opinion.verdict
    assert screen.watch.spoken.endswith(screen.opinion.lines[1].move)
    screen.go(screen.at + 1)
    assert screen.opinion is None
    screen.watch.go_to_move(39)  # a die
    assert screen.no_question
    window.key(pygame.K_e)
    assert thinker.asked == (known, made)


def test_a_question_is_called_off_by_the_key_that_asked_it(open_window) -> None:
    window = open_window()
    window.app.desk.adviser = thinker = Thinker(0.3)
    screen = watch(window)
    screen.watch.go_to_move(24)
    window.key(pygame.K_e)
    assert screen.thinking == 0.3
    assert window.top.focused.key == "cancel"
    window.key(ENTER)
    assert thinker.cancelled == 1
    assert screen.thinking is None
    assert not screen.no_question


def test_seen_as_a_side_the_other_s_decisions_cannot_be_asked_about(open_window) -> None:
    window = open_window()
    window.app.desk.adviser = Thinker()
    screen = watch(window)
    for side in (0, 1):
        screen.watch.see_as(side)
        for number, step in enumerate(screen.steps):
            screen.watch.go(number)
            assert bool(screen.watch.decision) == (step.side == side and bool(step.move))


@pytest.mark.parametrize("side", [0, 1])
def test_taking_over_keeps_parent_and_moment_and_the_library_says_so(open_window, side: int) -> None:
    window = open_window()
    game = played(window, 8)
    parent = window.app.desk.saves / "parent.json"
    game.record().save(parent)
    screen = watch(window, game)
    screen.watch.see_as(side)
    screen.watch.go_to_move(dawn_of(game, 9))
    ply, day = screen.step.ply, screen.step.day
    window.tab_to("take")
    drawn: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        plain = Flow.text
        patch.setattr(
            Flow, "text", lambda flow, text, *rest, **more: drawn.append(text) or plain(flow, text, *rest, **more)
        )
        window.key(ENTER)
    assert any("before the move that was shown" in text for text in drawn)
    names = screen.rules.scenario.side_names
    assert window.top.who[names[side]] == "human"
    assert window.top.who[names[1 - side]] != "human"
    window.tab_to("begin")
    window.key(ENTER)
    for _ in range(3):
        window.settle()
    new = window.top.table.match
    assert (new.parent.chain, new.parent.ply) == (game.chain, ply)
    assert new.moves[:ply] == game.moves[:ply]
    window.app.obey(Show(library := LibraryScreen(window.app.desk)))
    window.settle()
    taken = next(save for save in library.saves if save.parent == game.chain)
    assert taken.parent in next(save for save in library.saves if save.path == parent).links
    assert taken.taken.startswith(str(game.rules.scenario.calendar.first_day.day + day - 1))


def test_a_game_is_shown_beside_what_happened_from_the_day_it_left(open_window) -> None:
    window = open_window()
    screen = watch(window, played(window, 8))
    told = screen.watch.divergence
    assert told
    assert told.parting
    assert told.parting.day >= 8
    assert told.on(1) == ()
    assert told.on(screen.match.day)
    plot = window.widget("curve").plot
    assert plot.beside
    assert plot.parted == told.parting.day
    shared = [point for point in plot.points if point[0] < 7]
    assert shared == [point for point in plot.beside if point[0] < 7]


def test_no_curve_strikes_through_what_is_said_where_they_part(open_window, monkeypatch) -> None:
    window, said, plain = open_window(), [], Desk.text

    def noted(desk: Desk, surface: pygame.Surface, text: str, *rest) -> pygame.Rect:
        rect = plain(desk, surface, text, *rest)
        said.extend([rect] if text.startswith("left ") else [])
        return rect

    monkeypatch.setattr(Desk, "text", noted)
    for day in (3, 8, 10):
        watch(window, played(window, day))
        curve = window.widget("curve")
        lines = [[curve._spot(point) for point in points] for points in (curve.plot.beside, curve.points)]
        assert not [box for box in said for line in lines for pair in pairwise(line) if box.clipline(*pair)]
    assert said


def test_the_historical_path_stands_beside_nothing(open_window) -> None:
    window = open_window()
    for screen in (watch(window), watch(window, path_of(window))):
        assert screen.watch.divergence is None
        assert any(step.source for step in screen.steps)
        assert window.widget("curve").plot.beside == ()


def test_what_is_shared_with_history_is_told_with_its_sources(open_window) -> None:
    window = open_window()
    branch = path_of(window).branch(dawn_of(path_of(window), 8), seed=2, origin="history")
    screen = watch(window, branch)
    assert [step.source for step in screen.steps if step.day < 8 and step.source]


def test_what_a_debrief_has_found_is_told_where_all_is_revealed(open_window) -> None:
    window = open_window()
    screen = watch(window)
    quiet = next(step for step in screen.steps if step.move.startswith("act ") and not step.turning)
    judged = SimpleNamespace(ply=quiet.ply, mark="??", turning=True, sentence="Another would have been better.")
    window.app.desk.debriefs[screen.match.chain] = SimpleNamespace(marked=(judged,))
    before = len(screen.watch.turns)
    screen.rebuild()
    assert len(screen.watch.turns) == before + 1
    screen.watch.go_to_move(quiet.ply)
    assert screen.watch.mark is judged
    screen.watch.see_as(quiet.side)
    assert screen.watch.step.ply == quiet.ply
    assert screen.watch.mark is None


def test_the_end_cannot_be_taken_over(open_window) -> None:
    window = open_window()
    screen = watch(window)
    window.key(pygame.K_END)
    last = screen.steps[-1]
    assert screen.watch.playable == (last.ply < screen.match.ply)
    window.press("take")
    assert window.name == ("NewMatchScreen" if screen.watch.playable else "ReplayScreen")


@pytest.mark.parametrize("key", ["play", "on", "take"])
def test_left_and_right_step_while_a_button_has_the_focus(open_window, key: str) -> None:
    window = open_window()
    screen = watch(window)
    screen.focus_on(key)
    at = screen.at
    window.key(pygame.K_RIGHT)
    window.key(pygame.K_RIGHT)
    assert screen.at == at + 2
    window.key(pygame.K_LEFT)
    assert (screen.at, screen.focused.key) == (at + 1, key)
