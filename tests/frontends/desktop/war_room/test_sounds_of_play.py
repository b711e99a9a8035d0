"""The window plays the sound of what happens, says it in words, and keeps silent where it must."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from moments import cut_short, dawn
from window import SIZES, TEXTS, Window

from game.data import data
from game.frontends.desktop.crisis import Crisis
from game.frontends.desktop.screen import Show
from game.frontends.desktop.sound import CUES, NO_DEVICE, SAMPLE, Sound
from game.frontends.desktop.table import Table
from game.frontends.desktop.theme import ROOM
from game.frontends.presenter.cues import MOST, Cue
from game.match.match import Match
from game.players.roster import HUMAN
from game.rules.slots import INCIDENT, MOVE

Begin = Callable[..., Window]


@pytest.fixture(autouse=True)
def no_mixer() -> Iterator[None]:
    """Closes the mixer before and after each test."""
    pygame.mixer.quit()
    yield
    pygame.mixer.quit()


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Returns the list that fills with the files played."""
    names: list[str] = []
    queue = Sound._queue

    def noted(self: Sound, sounds: dict[str, pygame.mixer.Sound], files: list[str]) -> None:
        names.extend(files)
        queue(self, sounds, files)

    monkeypatch.setattr(Sound, "_queue", noted)
    return names


@pytest.fixture
def begin(tmp_path: Path, history: Match) -> Begin:
    """Opens a window on the path after so many moves, against a program unless `shared`, with some settings."""

    def begin_(ply: int, *, shared: bool = False, text: int = 100, size=(1280, 720), **settings: object) -> Window:
        match = cut_short(history, ply)
        seat = match.actor
        match.players = {name: HUMAN if shared or n == seat else "random" for n, name in enumerate(match.players)}
        window = Window(tmp_path / "saves", Crisis(match.rules), size, text)
        window.app.settings.__dict__.update(settings)
        table = Table(window.app.desk, match)
        table.seat, table.briefed = seat, {0, 1}
        window.app.obey(Show(table.screen()))
        for _ in range(2):
            window.settle()
        return window

    return begin_


def words(window: Window) -> str:
    return window.app.desk.sound.caption.words


def first(history: Match, move: str) -> int:
    """Returns the number of moves before the first one that begins like this."""
    return next(n for n, text in enumerate(history.moves) if text.startswith(move))


def on_day_8(history: Match) -> int:
    return dawn(history, 8, 0, MOVE)


def test_every_cue_has_a_sound_and_every_sound_a_cue() -> None:
    files = {path.stem for path in (data("assets") / "sounds").glob("*.wav")}
    assert {name for name, _ in CUES.values()} == files
    assert SAMPLE in files


@pytest.mark.parametrize(
    ("day", "node", "cues"),
    [
        (2, MOVE, ["found", "day"]),
        (8, MOVE, ["climb", "day"]),
        (11, MOVE, ["letter", "climb_down"]),
        (12, INCIDENT, ["incident"]),
    ],
)
def test_a_turn_begins_with_the_sounds_of_what_happened(
    begin: Begin, history: Match, played: list[str], day: int, node: int, cues: list[Cue]
) -> None:
    window = begin(dawn(history, day, 0, node))
    assert played == [CUES[cue][0] for cue in cues]
    assert words(window) == " ".join(CUES[cue][1] for cue in cues)
    assert pygame.mixer.get_busy()


def test_a_turn_is_heard_once(begin: Begin, history: Match, played: list[str]) -> None:
    window = begin(on_day_8(history))
    before = [*played]
    for key in (pygame.K_p, pygame.K_ESCAPE, pygame.K_d, pygame.K_ESCAPE):
        window.key(key)
    window.app.obey(window.top.table.go_on())
    window.settle()
    assert played == before != []


@pytest.mark.parametrize(
    ("move", "cue"),
    [("act broadcast", "climb"), ("act turn_ships", "climb_down"), ("offer", "sent"), ("accept", "signed")],
)
def test_own_moves_are_heard(begin: Begin, history: Match, played: list[str], move: str, cue: Cue) -> None:
    ply = first(history, move)
    window = begin(ply)
    played.clear()
    window.top.table.play(history.moves[ply])
    assert played == [CUES[cue][0]]
    assert CUES[cue][1] in words(window)


def test_a_refusal_is_heard_and_an_ending(begin: Begin, history: Match, played: list[str]) -> None:
    window = begin(dawn(history, 11, 0, MOVE))
    table: Table = window.top.table
    played.clear()
    table.play(next(move for move in table.match.legal_moves if move.startswith("refuse")))
    window.app.obey(Show(Table(window.app.desk, history).screen()))
    assert window.name == "EndingScreen"
    assert played == ["pen", "notes"]


def test_what_is_taken_back_is_heard_again_when_it_happens_again(
    begin: Begin, history: Match, played: list[str]
) -> None:
    window = begin(first(history, "offer"))
    table: Table = window.top.table
    table.play(history.moves[first(history, "offer")])
    played.clear()
    window.app.obey(table.undo())
    assert played == []
    table.play(history.moves[first(history, "offer")])
    assert played == ["paper"]


@pytest.mark.parametrize("captions", [True, False])
def test_in_one_room_own_moves_are_silent_and_the_curtain_wipes_the_words(
    begin: Begin, history: Match, played: list[str], captions: bool
) -> None:
    window = begin(on_day_8(history), shared=True, captions=captions)
    window.key(pygame.K_m, pygame.K_m)
    assert words(window)
    played.clear()
    window.app.obey(window.top.table.play(history.moves[on_day_8(history)]))
    assert window.name == "CurtainScreen"
    assert played == ["folder"]
    assert words(window) == (CUES["curtain"][1] if captions else "")


@pytest.mark.parametrize("settings", [{"mute": True}, {"volume": 0}], ids=str)
def test_without_sound_the_mixer_stays_shut_and_the_words_stand(
    begin: Begin, history: Match, played: list[str], settings: dict[str, object]
) -> None:
    window = begin(on_day_8(history), **settings)
    assert played == []
    assert pygame.mixer.get_init() is None
    assert CUES["climb"][1] in words(window)


def test_without_captions_there_are_sounds_and_no_words(begin: Begin, history: Match, played: list[str]) -> None:
    window = begin(on_day_8(history), captions=False)
    assert played == ["creak", "clock"]
    assert words(window) == ""


def test_without_a_device_there_is_silence_and_one_notice(
    begin: Begin, history: Match, played: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "none such")
    window = begin(on_day_8(history))
    assert words(window).endswith(NO_DEVICE)
    assert words(window).startswith(CUES["climb"][1])
    window.app.desk.sound.caption.fade(time.monotonic() + 60)
    for _ in range(4):
        window.key(pygame.K_m)
        assert NO_DEVICE not in words(window)
    window.app.desk.sound.play(("letter",))
    window.settle()
    assert NO_DEVICE not in words(window)
    assert played == []


def test_what_the_system_says_of_a_missing_device_is_not_printed(
    begin: Begin, history: Match, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        os.write(2, b"cannot find card '0'")
        raise pygame.error("no device")

    monkeypatch.setattr(pygame.mixer, "init", fails)
    window = begin(on_day_8(history))
    assert words(window).endswith(NO_DEVICE)
    os.write(2, b"heard again")
    assert capfd.readouterr().err == "heard again"


def test_without_its_files_the_game_goes_on(begin: Begin, history: Match, tmp_path: Path) -> None:
    window = begin(on_day_8(history), mute=True)
    window.app.desk.assets, window.app.settings.mute = tmp_path, False
    window.app.desk.sound.play(("letter", "day"))
    window.settle()
    assert words(window).endswith(NO_DEVICE)


def test_m_ends_what_is_heard_and_says_so_and_is_kept(begin: Begin, history: Match, tmp_path: Path) -> None:
    window = begin(on_day_8(history), path=tmp_path / "settings.json")
    assert pygame.mixer.get_busy()
    window.key(pygame.K_m)
    assert not pygame.mixer.get_busy()
    assert words(window) == "Sound off."
    assert '"mute": true' in (tmp_path / "settings.json").read_text("utf-8")
    window.key(pygame.K_m)
    assert words(window) == "Sound on, volume 60."
    assert '"mute": false' in (tmp_path / "settings.json").read_text("utf-8")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_longest_captions_of_a_turn_stand_whole_in_one_line(
    begin: Begin, history: Match, size: tuple[int, int], text: int
) -> None:
    window = begin(on_day_8(history), size=size, text=text)
    sound = window.app.desk.sound
    longest = sorted(CUES, key=lambda cue: len(CUES[cue][1]))[-MOST:]
    sound.caption.say("")
    sound.play(longest)
    window.settle()
    assert words(window) == " ".join(CUES[cue][1] for cue in longest)
    assert pygame.display.get_surface().get_rect().contains(sound.caption.box)


def test_what_was_said_before_gives_way_where_there_is_no_room_for_both(begin: Begin, history: Match) -> None:
    window = begin(on_day_8(history), size=(1024, 640), text=200)
    caption = window.app.desk.sound.caption
    for said in ("", "One.", "Two.", "w" * 60):
        before = words(window)
        caption.say(said)
    assert before == "One. Two."
    assert words(window) == "w" * 60


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("day", "node", "keys"),
    [(8, MOVE, (pygame.K_p, pygame.K_ESCAPE, pygame.K_l, pygame.K_ESCAPE, pygame.K_o)), (12, INCIDENT, (pygame.K_1,))],
    ids=["turn", "incident"],
)
def test_a_caption_covers_nothing_of_a_turn(
    begin: Begin, history: Match, size: tuple[int, int], text: int, day: int, node: int, keys: tuple[int, ...]
) -> None:
    window = begin(dawn(history, day, 0, node), size=size, text=text)
    for key in keys:
        box = window.app.desk.sound.caption.box
        assert box.w
        assert not [widget.key for widget in window.top.widgets if widget.target.colliderect(box)]
        assert {tuple(window.top.ground.get_at((x, box.centery))[:3]) for x in range(box.left, box.right)} == {ROOM}
        window.key(key)


def test_a_caption_goes_after_some_seconds_and_leaves_the_screen_as_it_was(begin: Begin, history: Match) -> None:
    window = begin(on_day_8(history))
    window.app.desk.sound.caption.say("")
    window.settle()
    before = window.pixels()
    window.app.desk.sound.play(("letter",))
    window.settle()
    assert window.pixels() != before
    now = time.monotonic()
    window.app.desk.sound.caption.fade(now + 2)
    assert words(window)
    window.app.desk.sound.caption.fade(now + 10)
    window.settle()
    assert window.pixels() == before
