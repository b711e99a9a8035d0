"""Equal states of the rope give equal pixels, and unequal ones can be told apart."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.frontends.desktop.knot import cut, picture, undone
from game.frontends.desktop.knot.path import curve, form, hanging, knotted, slack
from game.frontends.desktop.knot.strands import PITCH, cuts, fineness

SIZE = 480, 200


def fresh(strain: float, ladders: tuple[float, float] = (0.3, 0.4), oversample: int = 2) -> bytes:
    return pixels(picture.__wrapped__(*SIZE, 9, strain, ladders, oversample=oversample))


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGBA")


def ink(surface: pygame.Surface, box: tuple[int, int, int, int]) -> int:
    return pygame.mask.from_surface(surface.subsurface(box), 100).count()


@pytest.mark.parametrize("strain", [5, 45, 65, 98])
def test_equal_states_give_equal_pixels(strain: int) -> None:
    first, _, again = fresh(strain), fresh(strain - 1), fresh(strain)
    assert first == again


def test_a_kept_picture_is_the_one_drawn_first() -> None:
    assert picture(*SIZE, 9, 30, (0.1, 0.2)) is picture(*SIZE, 9, 30, (0.1, 0.2))


def test_strain_and_each_ladder_can_be_seen() -> None:
    states = [fresh(30), fresh(40), fresh(30, (0.6, 0.4)), fresh(30, (0.3, 0.7))]
    assert len(set(states)) == len(states)


def test_endings_differ_from_the_knot_and_are_drawn_the_same_again() -> None:
    for ending in (undone, cut):
        assert pixels(ending.__wrapped__(900, 200, 9)) == pixels(ending.__wrapped__(900, 200, 9))


@pytest.mark.parametrize("strain", [0, 50, 100])
@pytest.mark.parametrize("width", [100, 480, 1024])
def test_both_ropes_reach_the_edges_of_the_picture(width: int, strain: int) -> None:
    drawn = picture(width, 200, 3.6 if width == 100 else 8, strain, (0.5, 0.5), oversample=2)
    assert ink(drawn, (0, 0, 1, 200)) > 2
    assert ink(drawn, (width - 1, 0, 1, 200)) > 2


def test_the_eye_of_the_knot_closes() -> None:
    def eye(strain: int) -> int:
        drawn, x, middle = picture(*SIZE, 9, strain, (0.5, 0.5)), SIZE[0] // 2, round(SIZE[1] * 0.46)
        clear = [y for y in range(SIZE[1]) if drawn.get_at((x, y)).a < 200]
        return sum(1 for y in clear if abs(y - middle) < 30)

    openings = [eye(strain) for strain in (5, 35, 65, 95)]
    assert openings == sorted(openings, reverse=True)
    assert openings[-1] < openings[0] / 2


def test_the_knot_shrinks_as_it_tightens() -> None:
    forms = [form(strain) for strain in range(101)]
    for before, after in zip(forms, forms[1:], strict=False):
        assert after.half <= before.half
        assert after.inner <= before.inner
        assert after.outer <= before.outer


@given(strain=st.floats(0, 100), reach=st.floats(12, 200), pull=st.floats(0, 1))
def test_ropes_run_unbroken_from_beyond_the_edge(strain: float, reach: float, pull: float) -> None:
    points = curve(knotted(strain, reach, pull), 0.1)
    assert points[0][0] <= -reach
    assert all((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 <= 0.1001**2 for a, b in zip(points, points[1:], strict=False))


@pytest.mark.parametrize("seat", [0, 1])
@pytest.mark.parametrize("reach", [10, 60, 150])
def test_loose_ropes_start_beyond_the_edge(seat: int, reach: float) -> None:
    assert slack(seat, reach)[0][0] < -reach
    assert hanging(seat, reach)[0][0] < -reach


@pytest.mark.parametrize("seat", [0, 1])
def test_a_cut_shows_two_or_three_strands_that_cover_the_rope(seat: int) -> None:
    for cut_ in cuts("usual", seat, frozenset()):
        seen = sorted((s.edges[0], s.edges[-1]) for s in cut_ if s.seen)
        assert len(seen) in (2, 3)
        assert seen[0][0] < -0.65
        assert seen[-1][1] > 0.65
        assert all(b[0] - a[1] < 0.15 for a, b in zip(seen, seen[1:], strict=False))


def test_a_torn_strand_is_not_seen() -> None:
    assert all(len(cut_) == 2 for cut_ in cuts("usual", 0, frozenset({2})))


def test_fineness_follows_the_size_on_the_screen() -> None:
    assert [fineness(radius) for radius in (3.6, 13, 37)] == ["small", "usual", "large"]
    assert PITCH > 4
