"""Sound is set on its page and by M everywhere, and never comes before the first frame."""

from collections.abc import Iterator

import pygame
import pytest

from game.frontends.desktop.sound import NO_DEVICE


@pytest.fixture(autouse=True)
def no_mixer() -> Iterator[None]:
    """Closes the mixer before and after each test."""
    pygame.mixer.quit()
    yield
    pygame.mixer.quit()


def test_title_and_menus_open_no_mixer(open_window) -> None:
    window = open_window()
    for key in ("new", "library", "settings", "help"):
        window.press(key)
        window.key(pygame.K_ESCAPE)
    assert pygame.mixer.get_init() is None
    assert not window.app.desk.sound.caption.words


def test_the_first_frame_comes_before_anything_of_sound(open_window) -> None:
    window = open_window()
    assert "sound" not in vars(window.app.desk)
    assert window.app.desk.caption is None


def test_volume_mute_and_captions_are_set_by_keys(open_window) -> None:
    window = open_window()
    window.press("settings")
    window.tab_to("volume")
    window.key(pygame.K_RIGHT, pygame.K_RIGHT)
    assert window.app.settings.volume == 100
    assert pygame.mixer.get_busy(), "the new volume is heard"
    window.tab_to("mute")
    window.key(pygame.K_SPACE)
    assert window.app.settings.mute
    window.tab_to("captions")
    window.key(pygame.K_SPACE)
    assert not window.app.settings.captions


@pytest.mark.parametrize("key", ["new", "replay", "library", "settings", "help"])
def test_m_turns_sound_off_and_on_on_every_screen(open_window, key: str) -> None:
    window = open_window()
    window.press(key)
    name = window.name
    for off in (True, False):
        window.key(pygame.K_m)
        assert window.app.settings.mute is off
        assert ("off" in window.app.desk.sound.caption.words) is off
        assert window.name == name


def test_the_box_on_the_page_follows_m(open_window) -> None:
    window = open_window()
    window.press("settings")
    window.key(pygame.K_m)
    assert window.widget("mute").checked
    window.press("mute")
    assert not window.app.settings.mute
    window.key(pygame.K_m)
    assert window.widget("mute").checked


def test_m_is_a_letter_in_a_field_and_nothing_with_control(open_window) -> None:
    window = open_window()
    window.key(pygame.K_m, mod=pygame.KMOD_CTRL)
    assert not window.app.settings.mute
    window.press("new")
    window.tab_to("seed")
    window.key(pygame.K_m)
    assert not window.app.settings.mute


def test_the_page_says_that_there_is_no_device(open_window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "none such")
    window = open_window()
    window.press("settings")
    window.tab_to("volume")
    window.key(pygame.K_RIGHT)
    assert window.app.desk.sound.missing
    assert window.app.desk.sound.caption.words == NO_DEVICE
