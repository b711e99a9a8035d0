"""The palette can be read, by everybody."""

import pytest
from colour_vision import DICHROMACIES, NORMAL, Matrix, difference, lab

from game.frontends.desktop import theme
from game.frontends.desktop.theme import SIDE_COLOURS, Grid, contrast, mix, ramp, rgb
from game.frontends.desktop.war_room import gauges
from game.frontends.desktop.war_room.cards import head_colours

FIRST, SECOND = SIDE_COLOURS


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("BONE", (15.2, 13.7, 12.1, 10.7)),
        ("ASH", (8.9, 8.0, 7.1, 6.3)),
        ("VERDIGRIS", (13.2, 12.0, 10.6, 9.4)),
        ("VIOLET", (6.5, 5.9, 5.2, 4.6)),
        ("DANGER", (7.1, 6.4, 5.7, 5.0)),
        ("HEMP", (9.0, 8.2, 7.2, 6.4)),
        ("FOCUS", (14.3, 13.0, 11.4, 10.1)),
    ],
)
def test_text_colours_have_the_contrast_the_standard_gives(name: str, figures: tuple[float, ...]) -> None:
    grounds = (theme.ROOM, theme.PANEL, theme.RAISE, theme.LAND)
    assert [contrast(getattr(theme, name), ground) for ground in grounds] == pytest.approx(figures, abs=0.06)


@pytest.mark.parametrize(
    ("front", "ground", "figure"),
    [
        ("COAST", "SEA", 5.4),
        ("EDGE", "ROOM", 4.0),
        ("EDGE", "PANEL", 3.6),
        ("EDGE", "RAISE", 3.2),
        ("INK", "PAPER", 12.3),
        ("INK_FAINT", "PAPER", 6.1),
        ("STAMP", "PAPER", 6.0),
        ("INK", "TAB", 4.5),
        ("INK", "FOLDER", 5.8),
        ("SEAL", "FOLDER", 4.7),
        ("INK", "VERDIGRIS", 11.7),
        ("INK", "VIOLET", 5.7),
    ],
)
def test_other_pairs_have_the_contrast_the_standard_gives(front: str, ground: str, figure: float) -> None:
    assert contrast(getattr(theme, front), getattr(theme, ground)) == pytest.approx(figure, abs=0.06)


GROUNDS = {
    "the dark": (theme.ROOM, theme.PANEL, theme.RAISE, theme.SEA),
    "what is hovered": (theme.HOVER,),
    "paper": (theme.PAPER,),
    "folder": (theme.FOLDER,),
    "light": (theme.BONE, *SIDE_COLOURS, theme.TAB),
}
WRITTEN = {
    "the dark": (theme.BONE, theme.ASH, *SIDE_COLOURS, theme.DANGER, theme.HEMP, theme.FOCUS),
    "what is hovered": (theme.BONE, theme.ASH, theme.DANGER, theme.HEMP),
    "paper": (theme.INK, theme.INK_FAINT, theme.STAMP),
    "folder": (theme.INK, theme.SEAL),
    "light": (theme.INK,),
}


@pytest.mark.parametrize("where", GROUNDS)
def test_every_text_colour_can_be_read_on_its_grounds(where: str) -> None:
    for colour in WRITTEN[where]:
        for ground in GROUNDS[where]:
            assert contrast(colour, ground) >= 4.5


@pytest.mark.parametrize("rung", range(-3, 10))
@pytest.mark.parametrize("chosen", [False, True])
def test_the_head_of_every_rung_can_be_read(rung: int, chosen: bool) -> None:
    assert contrast(*head_colours(rung, chosen)) >= 4.5


def test_contrast_of_black_on_white_is_21_both_ways() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)


def test_colour_difference_agrees_with_published_pairs() -> None:
    assert difference(rgb("#FF0000"), rgb("#00FF00")) == pytest.approx(86.6, abs=0.1)
    assert difference(FIRST, FIRST) == 0


@pytest.mark.parametrize(("vision", "figure"), [("protan", 34), ("deutan", 28), ("tritan", 30)])
def test_sides_differ_under_each_dichromacy(vision: str, figure: int) -> None:
    seen = difference(FIRST, SECOND, DICHROMACIES[vision])
    assert seen >= 20
    assert seen == pytest.approx(figure, abs=1)


def test_sides_differ_in_full_colour_and_in_grey() -> None:
    assert difference(FIRST, SECOND) >= 20
    assert abs(lab(FIRST)[0] - lab(SECOND)[0]) >= 20


MEANT = {
    "worse and better": (theme.DANGER, theme.BONE, 20),
    "first side and worse": (FIRST, theme.DANGER, 20),
    "second side and worse": (SECOND, theme.DANGER, 20),
    "the sides": (FIRST, SECOND, 20),
    "focus and a border": (theme.FOCUS, theme.EDGE, 40),
    "focus and a chosen border": (theme.FOCUS, theme.BONE, 10),
    "coast and sea": (theme.COAST, theme.SEA, 40),
    "on record and not": (theme.HEMP, theme.ASH, 15),
}


@pytest.mark.parametrize("vision", [NORMAL, *DICHROMACIES.values()], ids=["full", *DICHROMACIES])
@pytest.mark.parametrize("pair", MEANT)
def test_colours_that_carry_meaning_differ_in_every_vision(pair: str, vision: Matrix) -> None:
    first, second, least = MEANT[pair]
    assert difference(first, second, vision) >= least


BANDS = (10, 30, 50, 72, 92)


@pytest.mark.parametrize("vision", [NORMAL, *DICHROMACIES.values(), None], ids=["full", *DICHROMACIES, "grey"])
@pytest.mark.parametrize(("here", "there"), [pair for n in range(4) for pair in ((n, n + 1), (n + 1, n))])
def test_the_band_of_tension_stands_out_from_its_neighbours(here: int, there: int, vision: Matrix | None) -> None:
    bright = mix(theme.ROOM, ramp(BANDS[here]), gauges.LIT)
    dull = mix(theme.ROOM, ramp(BANDS[there]), gauges.UNLIT)
    seen = difference(bright, dull, vision) if vision else abs(lab(bright)[0] - lab(dull)[0])
    assert seen >= 20


def test_ramp_passes_through_its_marks_and_stays_within() -> None:
    assert ramp(45) == rgb("#D8AC66")
    assert ramp(100) == ramp(98) == rgb("#F2472F")
    assert ramp(-5) == ramp(0)
    assert all(0 <= part <= 255 for strain in range(101) for part in ramp(strain))


@pytest.mark.parametrize(
    ("width", "height", "text"), [(1920, 1080, 1), (1024, 640, 1), (1024, 640, 2), (3840, 2160, 1.5)]
)
def test_type_is_never_under_14_and_keeps_its_order(width: int, height: int, text: float) -> None:
    grid = Grid(width, height, text)
    sizes = [grid.type(size) for size in (14, 17, 20, 30, 46, 72)]
    assert sizes[0] >= 14 * text - 0.5
    assert sizes == sorted(set(sizes))


def test_grid_is_one_to_one_at_1920_by_1080() -> None:
    grid = Grid(1920, 1080)
    assert (grid.scale, grid.space(24), grid.type(17), grid.effective_width) == (1, 24, 17, 1920)
