"""A wait is reckoned from the speed so far: twice as slow a machine is told twice the time."""

import pytest

from game.frontends.presenter.waits import time_left


@pytest.mark.parametrize(
    ("passed", "done", "parts", "said"),
    [
        (10.0, 50, 100, "about 10 seconds left"),
        (20.0, 50, 100, "about 20 seconds left"),
        (4.0, 99, 100, "about 5 seconds left"),
        (58.0, 50, 100, "about a minute left"),
        (100.0, 25, 100, "about 5 minutes left"),
        (50.0, 3, 300, "about 82 minutes left"),
    ],
)
def test_the_rest_takes_as_long_as_it_went_so_far(passed: float, done: int, parts: int, said: str) -> None:
    assert time_left(passed, done, parts) == said


@pytest.mark.parametrize(("passed", "done", "parts"), [(0.0, 0, 0), (9.0, 2, 100), (1.0, 50, 100), (9.0, 100, 100)])
def test_nothing_is_said_before_there_is_a_speed_and_when_it_is_done(passed: float, done: int, parts: int) -> None:
    assert time_left(passed, done, parts) == ""
