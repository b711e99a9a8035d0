"""Charts show the world where it is."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data import data
from game.frontends.desktop.chart import EARTH, Chart, Frame, between, destination, load_coast, project
from game.frontends.desktop.theme import LAND, SEA

MAPS = ("world.json", "west.json", "east.json", "globe.json")
EASTERN = Chart(Frame(46.6, 27.2, 6000, 4500), (800, 600), load_coast(data("assets") / "map" / "east.json"))

latitudes = st.floats(-85, 85)
longitudes = st.floats(-179, 179)


def distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    (p, m), (q, n) = ((math.radians(a), math.radians(b)) for a, b in (first, second))
    square = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin((n - m) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(square)))


def test_projection_agrees_with_snyders_worked_example() -> None:
    east, north = project(-20, 100, (40, -100))
    assert (3 * east, 3 * north) == pytest.approx((-4.2339303, 4.0257775), abs=1e-7)


def test_projection_keeps_areas() -> None:
    step = 1e-4
    for latitude, longitude in ((24, -74), (60, -30), (0, 10)):
        x, y = project(latitude, longitude, (24, -74))
        (a, b), (c, d) = (
            project(*place, (24, -74)) for place in ((latitude, longitude + step), (latitude + step, longitude))
        )
        drawn = abs((a - x) * (d - y) - (b - y) * (c - x))
        true = math.radians(step) ** 2 * math.cos(math.radians(latitude))
        assert drawn == pytest.approx(true, rel=1e-4)


@given(latitude=latitudes, longitude=longitudes, bearing=st.floats(0, 360), far=st.floats(1, 15000))
def test_a_destination_lies_at_its_distance(latitude: float, longitude: float, bearing: float, far: float) -> None:
    assert distance((latitude, longitude), destination((latitude, longitude), bearing, far)) == pytest.approx(
        far, rel=1e-6
    )


@given(latitude=latitudes, longitude=longitudes, share=st.floats(0, 1))
def test_a_great_circle_is_divided_evenly(latitude: float, longitude: float, share: float) -> None:
    start, end = (latitude, longitude), (12.0, 34.0)
    middle, whole = between(start, end, share), distance(start, end)
    assert distance(start, middle) == pytest.approx(share * whole, abs=0.01)


def test_the_centre_of_the_frame_is_the_middle_of_the_chart_and_north_is_up() -> None:
    x, y = EASTERN.point(46.6, 27.2)
    assert (x, y) == pytest.approx((400, 300))
    assert EASTERN.point(50, 27.2)[1] < y
    assert EASTERN.point(46.6, 30)[0] > x


def test_a_frame_fits_whole_into_any_size() -> None:
    for size in ((800, 300), (300, 800)):
        chart = Chart(Frame(46.6, 27.2, 2000, 1000), size, EASTERN.coast)
        assert chart.pixels(2000) <= size[0] + 1e-6
        assert chart.pixels(1000) <= size[1] + 1e-6


@pytest.mark.parametrize(
    ("place", "colour"), [((50.0, 30.0), LAND), ((43.0, 34.0), SEA), ((42.0, 51.0), SEA), ((39.0, 33.0), LAND)]
)
def test_land_is_land_and_inland_seas_are_sea(place: tuple[float, float], colour: tuple[int, int, int]) -> None:
    x, y = EASTERN.point(*place)
    assert EASTERN.picture.get_at((round(x), round(y)))[:3] == colour


def test_a_circle_is_closed_and_an_arc_starts_at_its_bearing() -> None:
    circle = EASTERN.circle(45, 30, 500)
    assert circle[0] == pytest.approx(circle[-1])
    assert EASTERN.arc(45, 30, 500, 350, 110)[0] == pytest.approx(EASTERN.point(*destination((45, 30), 350, 500)))


def test_a_track_passes_through_its_positions() -> None:
    track = EASTERN.track([(45, 30), (47, 35), (50, 36)])
    for position in ((45, 30), (47, 35), (50, 36)):
        assert min(math.dist(EASTERN.point(*position), place) for place in track) < 1e-6
    assert EASTERN.track([]) == []


@pytest.mark.parametrize("name", MAPS)
def test_maps_hold_closed_coastlines_and_no_borders(name: str) -> None:
    content = json.loads((data("assets") / "map" / name).read_text(encoding="utf-8"))
    assert set(content) == {"source", "box", "land", "water"}
    assert all(len(ring) > 3 for kind in ("land", "water") for ring in content[kind])
    assert "public domain" in content["source"]


def test_a_chart_drawn_twice_is_the_same() -> None:
    again = Chart(EASTERN.frame, EASTERN.size, EASTERN.coast)
    assert again.picture.get_buffer().raw == EASTERN.picture.get_buffer().raw
