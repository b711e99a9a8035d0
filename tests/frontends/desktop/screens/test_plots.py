"""Charts by day: what lies where, and words that have room."""

import pytest
from pygame import Rect

from game.frontends.desktop.debrief.picker import Picker
from game.frontends.desktop.debrief.plot import Key, Plot, between, legend_height
from game.frontends.desktop.theme import ASH, Role


@pytest.fixture
def desk(open_window):
    return open_window().app.desk


@pytest.mark.parametrize("top", [1, 4, 100])
def test_values_lie_between_foot_and_top_with_their_words_inside(desk, top: float) -> None:
    plot = Plot(desk, Rect(10, 20, 400, 200), ["16", "17", "18"], top, 30)
    assert (plot.y(0), plot.y(top)) == (plot.field.bottom, plot.field.top)
    assert plot.y(2 * top) == plot.field.top
    assert plot.field.top >= 20 + 30 and plot.rect.contains(plot.field)
    assert all(plot.field.x - desk.width(f"{value:g}", Role.TEXT, 14) >= 10 for value in plot.steps)


def test_columns_share_the_width_and_hold_their_place(desk) -> None:
    plot = Plot(desk, Rect(0, 0, 500, 200), [str(day) for day in range(13)], 100)
    columns = [plot.column(place) for place in range(13)]
    assert all(one.right == other.left for one, other in zip(columns, columns[1:], strict=False))
    assert all(column.left <= plot.x(place) <= column.right for place, column in enumerate(columns))
    assert columns[-1].right == plot.field.right


def test_low_charts_name_fewer_values(desk) -> None:
    counts = [len(Plot(desk, Rect(0, 0, 300, high), ["1"], 100).steps) for high in (60, 110, 300)]
    assert counts == sorted(counts) and counts[0] == 2 and counts[-1] == 5


@pytest.mark.parametrize(("place", "value"), [(0, 10), (0.5, 15), (1, 20), (1.25, 15), (2, 0), (9, 0), (-1, 10)])
def test_between_two_places_a_curve_is_straight(place: float, value: float) -> None:
    assert between([10, 20, 0], place) == value


def test_a_legend_takes_more_rows_where_it_is_narrow(desk) -> None:
    keys: list[Key] = [("this match", "disc", ASH), ("in fact, by the same rules", "lozenge", ASH)]
    line = desk.line(Role.TEXT, 14)
    assert [legend_height(desk, width, keys) for width in (800, 200)] == [line, 2 * line]
    assert legend_height(desk, 100, []) == 0


def test_a_picker_never_leaves_its_spots() -> None:
    import pygame

    picker = Picker("p", Rect(0, 0, 9, 9), pygame.Surface((9, 9)), [Rect(0, 0, 3, 9)] * 2, 0, lambda n: None, print)
    pressed = lambda key: picker.take(pygame.event.Event(pygame.KEYDOWN, key=key))  # noqa: E731
    assert pressed(pygame.K_LEFT) is None
    for _ in range(2):
        assert pressed(pygame.K_RIGHT) is not None
    assert pressed(pygame.K_RIGHT) is None and picker.chosen == 2
    picker.press()
    assert picker.chosen == 0
    picker.click((8, 4))
    assert picker.chosen == 0
