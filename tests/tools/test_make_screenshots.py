"""The pictures of the game are all there, of one size, small enough to be kept, and made anew by the tool."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_screenshots as maker  # noqa: E402
import pygame  # noqa: E402

LARGEST = 6_000_000
FOLDER = ROOT / maker.FOLDER


def test_every_picture_is_kept_once_at_the_size_of_a_store_page() -> None:
    kept = sorted(FOLDER.glob("*.png"))
    assert [path.stem for path in kept] == sorted(maker.PICTURES)
    assert len(kept) >= 12
    assert {pygame.image.load(path).get_size() for path in kept} == {(1920, 1080)}
    assert sum(path.stat().st_size for path in kept) <= LARGEST


@pytest.mark.parametrize("name", ["curtain", "peak"])
def test_a_state_is_drawn_at_any_size_twice_alike(tmp_path: Path, name: str) -> None:
    for folder in "ab":
        maker.main([str(tmp_path / folder), "--size", "1024x640", "--text", "150", "--only", name])
    pictures = [pygame.image.load(tmp_path / folder / f"{name}.png") for folder in "ab"]
    assert pictures[0].get_size() == (1024, 640)
    assert pygame.image.tobytes(pictures[0], "RGB") == pygame.image.tobytes(pictures[1], "RGB")
