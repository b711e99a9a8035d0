"""Settings outlast the game, and a spoilt file only costs the settings in it."""

from pathlib import Path

import pytest

from game.frontends.desktop.settings import Settings, load_settings


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    kept = Settings(text=150, reduced_motion=True, forecast=False, volume=20, mute=True, captions=False, path=path)
    kept.hints, kept.games, kept.hinted = False, 2, {"letter": 1}
    kept.save()
    assert load_settings(path) == kept


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 100),
        ("[1]", 100),
        ('{"text": "large", "other": 1}', 100),
        ('{"text": 900}', 200),
        ('{"text": 125, "full_screen": 1}', 125),
        ('{"text": true}', 100),
    ],
)
def test_what_is_not_understood_is_left_out(tmp_path: Path, text: str, size: int) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    settings = load_settings(path)
    assert settings.text == size
    assert settings.full_screen is False


@pytest.mark.parametrize(("text", "volume"), [("-5", 0), ("101", 100), ("40", 40), ("0.5", 60)])
def test_volume_is_a_whole_number_from_0_to_100(tmp_path: Path, text: str, volume: int) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"volume": {text}}}', encoding="utf-8")
    assert load_settings(path).volume == volume


def test_text_size_stays_between_its_ends() -> None:
    settings = Settings()
    assert not settings.enlarge(-1)
    assert [settings.enlarge(1) for _ in range(5)] == [True, True, True, True, False]
    assert settings.text == 200


def test_a_folder_that_cannot_be_written_to_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    Settings(path=tmp_path / "file" / "settings.json").save()
