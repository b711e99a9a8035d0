"""What frames the panels of the replay: header and knot, map, tabs, curve and the row of buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from game.frontends.desktop.debrief.entry import offered
from game.frontends.desktop.screen import STAY, Response
from game.frontends.desktop.screens import replay_panels
from game.frontends.desktop.screens.curve import Curve, Plot
from game.frontends.desktop.theme import Role
from game.frontends.desktop.war_room import header, panels, strip
from game.frontends.desktop.war_room.layout import Form
from game.frontends.desktop.war_room.map_view import MapView
from game.frontends.desktop.war_room.rope_view import RopeView
from game.frontends.desktop.war_room.strip import Strip
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.tabs import Tabs
from game.frontends.presenter.replay.watching import points_of
from game.frontends.presenter.words import day_date, short_date

if TYPE_CHECKING:
    from game.frontends.desktop.screens.replay import ReplayScreen

_SPEEDS = {0.5: "½"}


def top(screen: ReplayScreen) -> None:
    """Adds the header, which says through whose eyes it is seen, and the strip with the knot.

    While one steps fast the rope before stays, since it takes a while to draw.
    """
    watch, plan, step = screen.watch, screen.plan, screen.step
    told = watch.moment.header
    days = tuple(replace(day, today=day.day == step.day) for day in told.line)
    keys: list[header.Key] = [
        ("S", "Sources", screen.read_sources),
        ("F1", "Help", screen.desk.help),
        ("Esc", "Back", screen.back),
    ]
    flat = plan.form in (Form.FULL, Form.TABS)
    below = "" if flat else f"{watch.eyes}. {screen.rules.scenario.title}"
    capital = watch.eyes if flat else "Replay"
    shown = replace(told, date=step.date, day=step.day, line=days, capital=capital)
    header.add(screen, plan["header"], shown, keys, below, told.turn)
    draw = strip.draw_small if plan.form is Form.TABS else strip.draw
    model = Strip(watch.moment.gauge, watch.moment.ladders)
    rope = RopeView(screen.desk, plan["strip"], model, draw, later=not screen.calm)
    screen.waits = screen.add(rope).late


def add_map(screen: ReplayScreen, box: Rect) -> None:
    """Adds the map; while one steps fast the map before stays, since it takes a while to draw."""
    told = screen.watch.moment.chart
    if told is None:
        return
    keys: list[header.Key] = [("N", "Next map", screen.swap_map), ("R", "Ranges", screen.show_ranges)]
    buttons = panels.map_buttons(screen, box, keys)
    key = tuple(box), screen.grid, told, screen.frame, screen.ranges
    kept = screen.map
    if kept is None or kept[1].whole != box or (screen.calm and kept[0] != key):
        frame, taken = told.frames[screen.frame % len(told.frames)], [button.rect for button in buttons]
        seen = MapView(screen.desk, "map", box, told, frame, _stay, ranges=screen.ranges, taken=taken)
        if screen.sails and kept and kept[0] != key:
            seen.sail()
        kept, screen.sails = (key, seen), False
        screen.map = kept
    screen.waits = screen.waits or kept[0] != key
    screen.add(kept[1])
    for button in buttons:
        screen.add(button)


def _stay(_: str) -> Response:
    return STAY


def tab_names(screen: ReplayScreen) -> tuple[str, ...]:
    """Returns the names of the panes that are tabs in this form."""
    names = ["letters", "standing", "expert"]
    if "story" not in screen.plan:
        names.insert(0, "story")
    if "map" not in screen.plan and screen.watch.moment.chart:
        names.insert(1, "map")
    return (*names, screen.watch.year) if screen.watch.past else tuple(names)


def tabbed(screen: ReplayScreen) -> None:
    """Adds the row of tabs and the pane that is chosen there."""
    names, count = tab_names(screen), len(screen.watch.moment.letters)
    shown = screen.tab if screen.tab in names else names[0]
    labels = [f"{name} {count}" if name == "letters" and count else name for name in names]
    box, pane = Rect(screen.plan["tabs"]), Rect(screen.plan["pane"])
    more = box.h * (len(Tabs.rows(screen.desk, labels, box.w)) - 1)
    box.h, pane.y, pane.h = box.h + more, pane.y + more, pane.h - more
    screen.add(Tabs("tabs", box, labels, names.index(shown), lambda number: screen.turn_tab(names[number])))
    draw: Callable[[ReplayScreen, Rect], None] = {
        "story": replay_panels.story,
        "map": add_map,
        "letters": replay_panels.letters,
        "standing": replay_panels.standing,
        "expert": replay_panels.expert,
    }.get(shown, replay_panels.beside)
    draw(screen, pane)


def add_curve(screen: ReplayScreen, rect: Rect) -> None:
    """Adds the curve of the gauge, which is the scrubber."""
    watch, scenario = screen.watch, screen.rules.scenario
    told = watch.divergence
    plot = Plot(
        scenario.meters[scenario.roles.gauge].name,
        watch.points,
        tuple(short_date(day_date(screen.rules, day)) for day in range(1, watch.last_day + 1)),
        watch.turns,
        points_of(told.steps) if told else (),
        watch.year,
        told.parting.day if told and told.parting else 0,
    )
    curve = screen.add(Curve("curve", rect, plot, screen.at, screen.go, screen.play))
    if screen.curve:
        curve.take_after(screen.curve)
    screen.curve = curve


class _Item(NamedTuple):
    """A button of the foot: how soon it gives way where there is little room, its key, label and what it does."""

    rank: int
    key: str
    label: str
    press: Callable[[], Response]


def buttons(screen: ReplayScreen, foot: Rect) -> None:
    """Adds the row of buttons; what finds no room is left to its key."""
    desk, gap, watch = screen.desk, max(8, screen.grid.space(10)), screen.watch
    speed = _SPEEDS.get(screen.speed, f"{screen.speed:.0f}")
    items = [
        _Item(4, "day back", "Day before", lambda: screen.day(-1)),
        _Item(6, "back", "Back", lambda: screen.go(screen.at - 1)),
        _Item(0, "play", "Pause" if screen.playing else "Play", screen.play),
        _Item(1, "on", "Forward", lambda: screen.go(screen.at + 1)),
        _Item(3, "day on", "Next day", lambda: screen.day(1)),
        _Item(5, "turn", "Turning point", screen.next_turn),
        _Item(7, "speed", f"Speed {speed}×", screen.faster),
        _Item(2, "eyes", watch.eyes, screen.turn_eyes),
    ]
    if offered(screen.desk, screen.match):
        at_end = screen.at == len(screen.steps) - 1
        items.append(_Item(-1 if at_end else 8, "debrief", "Debrief", screen.debrief))
    take = "Take over here"
    widths = {item.key: _width(screen, item) for item in items}
    wide = desk.width(take, Role.STRONG, 16) + desk.size(32)
    while sum(widths[item.key] + gap for item in items) + wide > foot.w:
        items.remove(max(items, key=lambda item: item.rank))
    left = foot.x
    for item in items:
        rect = Rect(left, foot.y, widths[item.key], foot.h)
        kind = "main" if item.key == "play" else "plain"
        screen.add(Button(item.key, rect, item.label, item.press, kind=kind))  # type: ignore[arg-type]
        left = rect.right + gap
    rect = Rect(foot.right - wide, foot.y, wide, foot.h)
    screen.add(Button("take", rect, take, screen.take_over, why="" if watch.playable else "it is over"))


def _width(screen: ReplayScreen, item: _Item) -> int:
    """Returns the width of a button, the same whatever it says."""
    desk = screen.desk
    words = {
        "play": ["Play", "Pause"],
        "speed": ["Speed 8×", "Speed ½×"],
        "eyes": ["All revealed", *(f"As {party.capital} knew it" for party in screen.watch.parties)],
    }.get(item.key, [item.label])
    return max(desk.width(word, Role.STRONG, 16) for word in words) + desk.size(28)
