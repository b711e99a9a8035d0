"""What is kept takes no more room than it may."""

import pytest
from pygame import Surface

from game.frontends.desktop.kept import Kept, weight


def picture(bytes_: int) -> Surface:
    return Surface((bytes_ // 4, 1), depth=32)


@pytest.fixture
def kept() -> Kept[Surface]:
    return Kept(1000, weight)


def test_what_was_drawn_once_is_not_drawn_again(kept: Kept[Surface]) -> None:
    first = kept.once("rope", lambda: picture(400))
    assert kept.once("rope", lambda: picture(4)) is first
    assert kept.get("rope") is first
    assert kept.get("knot") is None


def test_the_longest_unused_is_let_go_of_first(kept: Kept[Surface]) -> None:
    for key in "abc":
        kept.put(key, picture(400))
        kept.get("a")
    assert [kept.get(key) is not None for key in "abc"] == [True, False, True]


def test_never_more_than_it_may_but_for_one_that_is_too_heavy_alone(kept: Kept[Surface]) -> None:
    for number in range(1, 60):
        kept.put(number % 7, picture(4 * (number * 37 % 200)))
        assert kept.bytes <= 1000
    kept.put("whole", picture(4000))
    assert kept.bytes == 4000
    assert kept.get("whole") is not None
    kept.put("small", picture(40))
    assert kept.bytes == 40


def test_the_last_used_that_fits_is_found(kept: Kept[Surface]) -> None:
    for key, size in (("a", 40), ("b", 80), ("c", 40)):
        kept.put(key, picture(size))
    assert kept.latest(lambda each: weight(each) == 80) is kept.get("b")
    kept.get("a")
    assert kept.latest(lambda each: weight(each) == 40) is kept.get("a")
    assert kept.latest(lambda each: weight(each) == 4) is None
