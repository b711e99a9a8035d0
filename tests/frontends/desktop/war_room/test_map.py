"""The map: nothing on it collides, everything is said, ships end where they are reported, secrets stay away."""

import math
from itertools import combinations

import pygame
import pytest
from moments import cut_short, dawn
from test_secrets import twin

from game.data import data
from game.frontends import presenter
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.settings import Settings
from game.frontends.desktop.theme import LAND, SEA, Grid
from game.frontends.desktop.war_room import chart_panel
from game.frontends.desktop.war_room.layout import Form
from game.frontends.desktop.war_room.map_screen import Row
from game.frontends.desktop.war_room.map_view import MapView
from game.frontends.desktop.war_room.sailing import SECONDS
from game.frontends.presenter.map.chart import chart
from game.frontends.presenter.map.charts import Chart
from game.match.match import Match
from game.rules.slots import DRAWN, INCIDENT, MOVE
from game.rules.view import view as view_of

WINDOWS = [((1024, 640), 100), ((1024, 640), 150), ((1280, 720), 100), ((1920, 1080), 200), ((2560, 1440), 100)]
BOXES = [(0.39, 0.41), (0.19, 0.41), (0.68, 0.8)]


def seen(history: Match, day: int, side: int):
    match = cut_short(history, dawn(history, day, side, MOVE))
    facts = presenter.facts_of(match, side)
    chart = presenter.war_room(match.rules, view_of(match.rules, match.state, side), facts).chart
    assert chart is not None
    return chart


@pytest.fixture
def desk(tmp_path):
    pygame.font.init()
    return lambda size, text: Desk(data("assets"), Settings(text=text), tmp_path, Grid(*size, text / 100))


@pytest.mark.parametrize(("size", "text"), WINDOWS)
@pytest.mark.parametrize("day", [2, 9, 13])
def test_labels_never_cover_each_other_or_a_mark(desk, history: Match, day: int, size, text: int) -> None:
    chart, on = seen(history, day, day % 2), desk(size, text)
    labels = 0
    for frame in chart.frames:
        for share in BOXES:
            box = round(size[0] * share[0]), round(size[1] * share[1])
            drawn = chart_panel.drawn(on, box, chart, frame, ranges=True, taken=[pygame.Rect(0, box[1] - 30, 90, 30)])
            assert not [pair for pair in combinations(drawn.labels, 2) if pair[0].colliderect(pair[1])]
            assert all(label.collidelist(drawn.marks) < 0 for label in drawn.labels)
            assert all(drawn.still.get_rect().contains(label) for label in drawn.labels)
            labels += len(drawn.labels)
    assert labels > 60


def test_vessels_lie_apart(desk, history: Match) -> None:
    chart = seen(history, 12, 0)
    drawn = chart_panel.drawn(desk((1920, 1080), 100), (760, 450), chart, chart.frames[0])
    ships = [box for keys, box in drawn.spots if keys[0].startswith("vessel.") and box.w == box.h]
    assert len(ships) > 12
    assert not [pair for pair in combinations(ships, 2) if pair[0].inflate(-6, -6).colliderect(pair[1].inflate(-6, -6))]


@pytest.fixture
def room(lay, history: Match):
    return lay(cut_short(history, dawn(history, 12, 0, MOVE)), size=(1280, 720), seat=0)


@pytest.mark.parametrize(("size", "text"), WINDOWS)
def test_list_next_map_and_ranges_have_a_button_in_every_window(lay, history: Match, size, text: int) -> None:
    window = lay(cut_short(history, dawn(history, 9, 0, MOVE)), size=size, text=text, seat=0)
    if window.top.plan.form is Form.TABS:
        window.key(pygame.K_1)
    buttons = [window.widget(f"map.{cap}") for cap in "LNR"]
    assert all(the_map(window).whole.contains(button.rect) for button in buttons)
    assert not [pair for pair in combinations(buttons, 2) if pair[0].rect.colliderect(pair[1].rect)]
    before = window.pixels()
    window.press("map.R")
    assert window.pixels() != before


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720)])
@pytest.mark.parametrize("by", [pygame.K_l, "map.L", "key.L"])
def test_an_incident_has_the_list_of_all_on_the_map(lay, history: Match, size, by) -> None:
    window = lay(cut_short(history, dawn(history, 12, 0, INCIDENT)), size=size, seat=0)
    if not isinstance(by, int) and by not in {widget.key for widget in window.top.widgets}:
        return
    before = window.pixels()
    window.key(by) if isinstance(by, int) else window.press(by)
    assert window.name == "MapScreen"
    assert window.top.focused.key == "incident.u2_shot_down"
    assert the_map(window).frame.id == "eastern_cuba"
    window.key(pygame.K_DOWN)
    assert isinstance(window.top.focused, Row)
    window.key(pygame.K_l)
    assert window.name == "IncidentRoom"
    if by == pygame.K_l:
        assert window.pixels() == before


def with_all_incidents(history: Match) -> Chart:
    n = [*view_of(history.rules, history.states[dawn(history, 9, 0, MOVE)], 0)]
    n[DRAWN] = (1 << len(history.rules.incidents)) - 1
    found = chart(history.rules, tuple(n), 0)
    assert found is not None
    return found


def test_every_incident_lies_in_a_frame_and_one_nobody_knows_of_in_none_of_its_own(history: Match) -> None:
    known, plain = with_all_incidents(history), seen(history, 9, 0)
    placed = [incident for incident in history.rules.scenario.incidents.values() if incident.at]
    assert len(placed) == len(known.incidents) > 8
    for incident in known.incidents:
        assert any(frame.holds(incident.at) for frame in known.frames)
    assert [frame.id for frame in plain.frames] == [*history.rules.scenario.map.frames]
    assert known.frames[: len(plain.frames)] == plain.frames
    assert len(known.frames) > len(plain.frames)


def test_every_frame_shows_a_coast(desk, history: Match) -> None:
    on = desk((1280, 720), 100)
    for frame in with_all_incidents(history).frames:
        picture = chart_panel.projection(on.assets, frame, (300, 180)).picture
        colours = [tuple(picture.get_at((x, y)))[:3] for x in range(0, 300, 6) for y in range(0, 180, 6)]
        assert colours.count(LAND) > 20
        assert colours.count(SEA) > 20


def the_map(window) -> MapView:
    return next(widget for widget in window.top.widgets if isinstance(widget, MapView))


def move_to(window, place: tuple[int, int]) -> None:
    window.app.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
    window.settle()


def test_the_mouse_shows_what_is_said_of_every_mark_and_takes_it_away_again(room) -> None:
    shown, before = the_map(room), room.pixels()
    for keys, box in shown.drawn.spots:
        x, y = box.center
        place = x + shown.inside.x, y + shown.inside.y
        if room.top._under(place) is not shown:
            continue
        move_to(room, place)
        assert shown.marked and shown.inside.contains(shown.tip)
        assert keys == shown.marked or math.dist(box.center, (x, y)) < box.w
    move_to(room, (2, 2))
    assert not shown.marked
    assert room.pixels() == before


def test_a_click_opens_the_map_in_full_at_that_thing(room) -> None:
    shown = the_map(room)
    key, box = next((keys[0], box) for keys, box in shown.drawn.spots if keys[0] == "vessel.grozny")
    room.click((box.centerx + shown.inside.x, box.centery + shown.inside.y))
    assert room.name == "MapScreen"
    assert room.top.focused.key == key


def test_the_arrows_step_through_everything_and_mark_it_on_a_map_that_shows_it(room) -> None:
    things = room.top.model.chart.things
    room.key(pygame.K_l)
    passed = []
    for _ in things:
        focused, shown = room.top.focused, room.top.map
        assert isinstance(focused, Row)
        assert focused.thing.words and focused.thing.where
        assert focused.key in shown.marked and shown.shows(focused.key)
        assert shown.inside.contains(shown.tip)
        passed.append(focused.thing)
        room.key(pygame.K_DOWN)
    assert passed == list(things)


def test_every_dated_thing_says_of_when_it_is(history: Match) -> None:
    for side in (0, 1):
        dated = [thing for thing in seen(history, 12, side).things if thing.kind != "place"]
        assert len(dated) > 30
        assert all(thing.report for thing in dated)


def test_one_key_goes_round_all_frames_and_one_draws_the_ranges(room) -> None:
    frames, plain = [], room.pixels()
    for _ in room.top.model.chart.frames:
        frames.append(the_map(room).frame.id)
        room.key(pygame.K_n)
    assert sorted(frames) == sorted(frame.id for frame in room.top.model.chart.frames)
    assert room.pixels() == plain
    room.key(pygame.K_r)
    assert room.pixels() != plain
    room.key(pygame.K_r)
    assert room.pixels() == plain


def test_ships_sail_from_yesterday_to_where_they_are_reported(room, history: Match) -> None:
    shown = the_map(room)
    room.app.settings.reduced_motion = False
    shown.sail()
    assert len(shown.drawn.sailing) > 5
    for way in shown.drawn.sailing:
        start, end = (shown.drawn.base.point(*spot) for spot in (way.mark.was or way.mark.track[0], way.mark.at))
        assert math.dist(way.at(0)[0], start) < 1
        assert math.dist(way.at(1)[0], end) < 70
        assert any(
            f"vessel.{way.mark.id}" in keys and box.collidepoint(way.at(1)[0]) for keys, box in shown.drawn.spots
        )
    assert shown.animate(5.0)
    assert shown.animate(5.0 + SECONDS / 2)
    room.app.redraw()
    moving = room.pixels()
    assert not shown.animate(5.0 + SECONDS)
    room.app.redraw()
    assert room.pixels() != moving
    assert not shown.animate(9.0)


def test_after_sailing_the_map_is_that_of_reduced_motion(lay, history: Match) -> None:
    still = lay(cut_short(history, dawn(history, 12, 0, MOVE)), seat=0).pixels()
    window = lay(cut_short(history, dawn(history, 12, 0, MOVE)), seat=0)
    window.app.settings.reduced_motion = False
    the_map(window).sail()
    for now in (1.0, 1.3, 1.6, 2.0):
        window.top.animate(now)
        window.app.redraw()
    assert window.pixels() == still


def test_nothing_moves_with_reduced_motion(room) -> None:
    shown = the_map(room)
    shown.sail()
    assert shown.share == 1
    assert not room.top.animate(1.0)


def test_a_frame_of_sailing_makes_no_surface_of_its_own_size(room, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, made = the_map(room), []
    room.app.settings.reduced_motion = False
    shown.sail()
    shown.animate(1.0)
    real = pygame.Surface

    class Counted(real):
        def __init__(self, size, *given, **named) -> None:
            made.append(size)
            super().__init__(size, *given, **named)

    monkeypatch.setattr(pygame, "Surface", Counted)
    shown.animate(1.2)
    room.app.redraw()
    assert max((max(size) for size in made), default=0) < 100


@pytest.mark.parametrize("side", [0, 1])
def test_the_map_in_full_shows_nothing_that_is_hidden(lay, history: Match, side: int) -> None:
    frames: list[list[bytes]] = []
    for other in (False, True):
        match = cut_short(history, dawn(history, 9, side, MOVE))
        if other:
            match._states = [*match._states[:-1], twin(match, side)]
        window = lay(match, seat=side)
        window.key(pygame.K_l, pygame.K_r)
        window.settle()  # a thread may post its result in the very moment it ends
        frames.append([])
        for _ in range(len(window.top.chart.frames)):
            frames[-1].append(window.pixels())
            window.key(pygame.K_n)
        assert len(set(frames[-1])) == len(window.top.chart.frames)
    assert frames[0] == frames[1]


@pytest.mark.parametrize(("size", "text"), WINDOWS)
def test_the_map_in_full_fits(lay, history: Match, size, text: int) -> None:
    window = lay(cut_short(history, dawn(history, 12, 0, MOVE)), size=size, text=text, seat=0)
    window.key(pygame.K_l)
    shown = the_map(window)
    assert window.top.area.contains(shown.whole)
    assert shown.whole.w > 300 and shown.whole.h > 150
    rows = [widget for widget in window.top.widgets if isinstance(widget, Row)]
    assert all(row.rect.h >= 32 and row.rect.right <= row.pane.rect.w for row in rows)
    assert not row_overlaps(rows)
    assert not shown.whole.colliderect(rows[0].pane.rect)


def row_overlaps(rows: list[Row]) -> list[tuple[str, str]]:
    return [(a.key, b.key) for a, b in zip(rows, rows[1:], strict=False) if a.rect.colliderect(b.rect)]
