"""The sounds are what the script makes, byte for byte, and are alike in loudness, without clicks and small."""

import hashlib
import math
import struct
import sys
import wave
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_sounds as maker  # noqa: E402

FILES = sorted(maker.FOLDER.glob("*.wav"))
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
MINUS_3_DB = 10 ** (-3 / 20)


def samples(file: Path) -> list[float]:
    with wave.open(str(file)) as sound:
        data = sound.readframes(sound.getnframes())
    return [x / 32_768 for x in struct.unpack(f"<{len(data) // 2}h", data)]


def power(part: list[float]) -> float:
    return math.sqrt(sum(x * x for x in part) / len(part))


def test_every_sound_is_there_and_no_other() -> None:
    assert {file.stem for file in FILES} == set(maker.SOUNDS)
    assert len(FILES) >= 10


@every_file
def test_a_sound_made_again_is_the_same_to_the_byte(file: Path, tmp_path: Path) -> None:
    maker.write(file.stem, tmp_path / file.name)
    made = (tmp_path / file.name).read_bytes()
    assert hashlib.sha256(made).hexdigest() == hashlib.sha256(file.read_bytes()).hexdigest()


@every_file
def test_sounds_are_mono_of_16_bit_and_short(file: Path) -> None:
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, maker.RATE)
        assert sound.getnframes() <= 4 * maker.RATE


@every_file
def test_a_peak_stays_below_minus_3_db(file: Path) -> None:
    assert 0.1 < max(map(abs, samples(file))) < MINUS_3_DB


@every_file
def test_the_loudest_moment_of_all_sounds_is_alike(file: Path) -> None:
    heard, width = samples(file), round(maker.WINDOW * maker.RATE)
    loudest = max(power(heard[at : at + width]) for at in range(0, len(heard) - width, 441))
    assert -21.5 < 20 * math.log10(loudest) < -19.5


@every_file
def test_a_sound_begins_and_ends_without_a_click(file: Path) -> None:
    heard = samples(file)
    assert heard[0] == heard[-1] == 0
    assert max(map(abs, heard[-44:])) < 0.005
    assert abs(sum(heard)) / len(heard) < 0.002
    assert abs(heard[1]) < 0.05


def test_all_of_them_take_less_than_a_megabyte() -> None:
    assert sum(file.stat().st_size for file in FILES) < 1_000_000
