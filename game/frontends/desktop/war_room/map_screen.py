"""The map as a screen: large, beside a list of all that stands on it; what has the focus there is marked here."""

from __future__ import annotations

from functools import partial
from typing import Protocol

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Back, Command, Response, Screen
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, BONE, GUTTER, HEMP, LINE, MARGIN, PANEL, RAISE, SIDE_COLOURS, Role
from game.frontends.desktop.war_room import header, layout, strip
from game.frontends.desktop.war_room.fit import em
from game.frontends.desktop.war_room.map_view import MapView, dated
from game.frontends.desktop.war_room.panels import map_buttons
from game.frontends.desktop.war_room.rope_view import RopeView
from game.frontends.desktop.war_room.strip import Strip
from game.frontends.desktop.widgets.widget import Press, Widget
from game.frontends.presenter.map.charts import Chart, Thing
from game.frontends.presenter.models import Header

_HEADS = {
    "incident": "What happened",
    "vessel": "Ships and aircraft",
    "site": "Sites",
    "line": "Lines and ranges",
    "place": "Places",
}
_WIDE = 1000


class Room(Protocol):
    """The screen that a map is opened from: `frame` is the number of the frame shown, `ranges` whether with circles."""

    desk: Desk
    name: str
    frame: int
    ranges: bool

    @property
    def strip_model(self) -> Strip:
        """Returns what the strip shows."""


class Row(Widget):
    """A thing of the map in the list: its name, what is said of it, how old that is."""

    def __init__(self, rect: Rect, thing: Thing, press: Press) -> None:
        """Places the row."""
        super().__init__(thing.key, rect)
        self.thing, self._press = thing, press

    @staticmethod
    def height(desk: Desk, thing: Thing, width: int) -> int:
        """Returns the height of a row of that width."""
        room = width - 2 * em(desk, 10)
        told = desk.block_height(thing.words, Role.TEXT, 15, room)
        told += desk.block_height(dated(thing), Role.TEXT, 14, room)
        return max(32, desk.line(Role.STRONG, 16) + told + em(desk, 12))

    def draw(self, surface: Surface) -> None:
        """Draws the row."""
        box, desk, pad = self.box, self.desk, em(self.desk, 10)
        if self.hovered or self.has_focus:
            surface.fill(RAISE, box)
        side, width = self.thing.side, box.w - 2 * pad
        colour = BONE if side is None else SIDE_COLOURS[side]
        top = Rect(box.x + pad, box.y + pad // 2, width, desk.line(Role.STRONG, 16))
        left = top.x
        if side is not None:
            signs.side(surface, side, (left + em(desk, 5), top.centery), desk.size(14))
            left += em(desk, 18)
        name = desk.type.block(self.thing.name, Role.STRONG, desk.size(16), colour, top.right - left, lines=1)
        surface.blit(name, (left, top.y))
        said = desk.block(surface, self.thing.words, Role.TEXT, 15, top.bottomleft, width, BONE)
        desk.block(surface, dated(self.thing), Role.TEXT, 14, said.bottomleft, width, ASH)

    def press(self) -> Response:
        """Calls back."""
        return self._press()


class MapScreen(Screen):
    """The whole map with everything on it in words; leaves the map it was opened from at the frame shown last."""

    name = "Map"

    def __init__(self, room: Room, head: Header, chart: Chart, chosen: str = "") -> None:
        """Opens the map with a thing chosen, by its key, or else with the first of the list."""
        super().__init__(room.desk)
        self.room, self.head, self.chart = room, head, chart
        self.things = {thing.key: thing for thing in chart.things}
        self.chosen = chosen if chosen in self.things else next(iter(self.things), "")
        self.map: MapView | None = None
        self._place_of_map = Rect(0, 0, 0, 0)

    def build(self) -> None:
        """Adds the map and the list, side by side or one above the other."""
        desk, grid = self.desk, self.grid
        head, low = layout.header_height(grid), layout.slim_strip_height(grid)
        keys: list[header.Key] = [("F1", "Help", desk.help), ("Esc", self.room.name, self.back)]
        header.add(self, Rect(0, 0, grid.width, head), self.head, keys, turn=self.chart.report)
        area = Rect(0, head, grid.width, low)
        self.add(RopeView(desk, area, self.room.strip_model, strip.draw_slim, slim=True))
        margin, gap = max(12, grid.space(MARGIN)), max(8, grid.space(GUTTER))
        top = head + low + gap
        body = Rect(margin, top, grid.width - 2 * margin, grid.height - grid.foot - top)
        if grid.effective_width >= _WIDE:
            left = round(body.w * 0.69)
            self._place_of_map = Rect(body.x, body.y, left, body.h)
            self._list(Rect(body.x + left + gap, body.y, body.w - left - gap, body.h))
        else:
            tall = round(body.h * 0.54)
            self._place_of_map = Rect(body.x, body.y, body.w, tall)
            self._list(Rect(body.x, body.y + tall + gap, body.w, body.h - tall - gap))
        self.map = None
        self._show()
        if self.focused is None:
            self.focus_on(self.chosen)

    def _list(self, box: Rect) -> None:
        pygame.draw.rect(self.ground, PANEL, box)
        pygame.draw.rect(self.ground, LINE, box, 1)
        flow = Flow(self, "list", box.inflate(-2, -2), PANEL)
        last = ""
        for thing in self.chart.things:
            if thing.kind != last:
                flow.space(10 if last else 0)
                flow.text(_HEADS[thing.kind], Role.SIGN, 16, HEMP)
                flow.space(8)
                last = thing.kind
            rect = flow.rect(Row.height(self.desk, thing, flow.width))
            flow.add(Row(rect, thing, partial(self.choose, thing.key)))
            flow.space(6)
        flow.close()

    def _show(self) -> None:
        """Adds the map of the frame, in place of the one before."""
        self.widgets = [widget for widget in self.widgets if not widget.key.startswith("map.")]
        self._hovered = None
        frames, box = self.chart.frames, self._place_of_map
        buttons = map_buttons(self, box, [("N", "Next map", self.swap_map), ("R", "Ranges", self.show_ranges)])
        frame = frames[self.room.frame % len(frames)]
        taken = [button.rect for button in buttons]
        view = MapView(self.desk, "map.view", box, self.chart, frame, self.choose, ranges=self.room.ranges, taken=taken)
        self.map = self.add(view)
        view.quiet = self.grid.effective_width < _WIDE
        for button in buttons:
            self.add(button)
        self.map.choose(self.chosen)
        self.invalidate(box)

    def choose(self, key: str) -> Response:
        """Marks a thing, on the frame that is shown or on the first that shows it; nothing for an empty key."""
        if key and self.map:
            self.chosen = key
            if self.things[key].kind == "line" and not any(key in keys for keys, _ in self.map.drawn.spots):
                self.room.ranges = True
                self._show()
            if not self.map.shows(key):
                self._turn_to(key)
            self.map.choose(key)
            self.focus_on(key)
        return STAY

    def _turn_to(self, key: str) -> None:
        """Shows the first frame in which a thing lies."""
        before = self.room.frame
        for number in range(len(self.chart.frames)):
            self.room.frame = number
            self._show()
            if self.map and self.map.shows(key):
                return
        self.room.frame = before
        self._show()

    def focus_on(self, widget: Widget | str | None) -> None:
        """Moves the focus; a thing that gets it is marked on the map."""
        super().focus_on(widget)
        if isinstance(self.focused, Row) and self.focused.key != self.chosen:
            self.choose(self.focused.key)

    def swap_map(self) -> Response:
        """Shows the next frame."""
        self.room.frame = (self.room.frame + 1) % len(self.chart.frames)
        self._show()
        return STAY

    def show_ranges(self) -> Response:
        """Draws the circles of ranges, or leaves them out."""
        self.room.ranges = not self.room.ranges
        self._show()
        return STAY

    def keys(self, event: pygame.event.Event) -> Response:
        """Changes frame and ranges by their keys; L closes the map as it opened it."""
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return None
        press = {pygame.K_n: self.swap_map, pygame.K_r: self.show_ranges, pygame.K_l: self.back}.get(event.key)
        return press() if press else None

    def back(self) -> Command:
        """Returns to where it was opened from."""
        return Back()
