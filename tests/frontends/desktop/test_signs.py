"""Signs are all there, differ, and are drawn once."""

from typing import get_args

import pygame
import pytest

from game.frontends.desktop.ink import Ink, circle
from game.frontends.desktop.pens import PENS
from game.frontends.desktop.signs import SignName, hatch, side, sign, stamp
from game.frontends.desktop.theme import BONE, SIDE_COLOURS


def test_every_name_has_a_drawing_and_every_drawing_a_name() -> None:
    assert set(get_args(SignName)) == set(PENS)


@pytest.mark.parametrize("size", [14, 24, 48])
def test_no_two_signs_look_alike(size: int) -> None:
    pictures = {pygame.image.tobytes(sign(name, size, BONE), "RGBA") for name in get_args(SignName)}
    assert len(pictures) == len(PENS)


@pytest.mark.parametrize("name", PENS)
def test_signs_stay_inside_their_box(name: SignName) -> None:
    picture = sign(name, 48, BONE)
    rim = pygame.mask.from_surface(picture, 60)
    assert rim.count() > 20
    assert not any(rim.get_at((x, y)) for x in range(48) for y in (0, 47))


def test_the_sides_differ_in_grey_by_shape() -> None:
    shapes = [pygame.mask.from_surface(sign(name, 24, BONE)) for name in ("disc", "lozenge")]
    assert shapes[0].count() != shapes[1].count()


def test_a_sign_is_kept_and_stamped_around_its_point() -> None:
    assert sign("eye", 24, BONE) is sign("eye", 24, BONE)
    surface = pygame.Surface((60, 60))
    assert stamp(surface, "disc", (30, 30), 24, BONE).center == (30, 30)
    assert surface.get_at((30, 30))[:3] == BONE
    side(surface, 1, (30, 30), 24)
    assert surface.get_at((30, 30))[:3] == SIDE_COLOURS[1]


def test_dots_dashes_and_ticks_leave_gaps() -> None:
    def drawn(pen: str, **how: object) -> int:
        ink = Ink((200, 40))
        getattr(ink, pen)(BONE, [(10, 20), (190, 20)], **how)
        return pygame.mask.from_surface(ink.picture(), 100).count()

    line = drawn("line", width=2)
    assert 0 < drawn("dotted", width=2, gap=4) < drawn("dashed", width=2) < line
    assert drawn("ticked", width=2, every=20, length=8) > line


def test_a_circle_is_closed() -> None:
    line = circle((5, 5), 3)
    assert line[0] == pytest.approx(line[-1])


def test_hatching_stays_in_its_box() -> None:
    surface = pygame.Surface((100, 60))
    hatch(surface, pygame.Rect(20, 20, 40, 20), BONE)
    assert pygame.mask.from_threshold(surface, BONE, (90, 90, 90)).count() > 50
    assert surface.get_at((10, 30))[:3] == surface.get_at((70, 30))[:3] == (0, 0, 0)
    hatch(surface, pygame.Rect(0, 0, 0, 9), BONE)
