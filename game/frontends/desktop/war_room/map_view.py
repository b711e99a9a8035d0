"""The map on a screen: a kept picture, a tooltip under the mouse or beside what is chosen, ships that sail a day on."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, EDGE, LINE, PANEL, RADIUS, SIDE_COLOURS, Role
from game.frontends.desktop.war_room import chart_panel
from game.frontends.desktop.war_room.chart_panel import Drawn
from game.frontends.desktop.war_room.fit import em
from game.frontends.desktop.war_room.sailing import SECONDS, eased
from game.frontends.desktop.widgets.widget import Response, Widget
from game.frontends.presenter.map.charts import Chart, FrameMark, Thing

_MOST_LINES = 7
_REACH = 12

Choose = Callable[[str], Response]


class MapView(Widget):
    """A map of one frame; the mouse shows what is said of a thing, a click chooses it."""

    focusable = False

    def __init__(
        self,
        desk: Desk,
        key: str,
        rect: Rect,
        chart: Chart,
        frame: FrameMark,
        choose: Choose,
        *,
        ranges: bool = False,
        taken: Sequence[Rect] = (),
    ) -> None:
        """Places the map; `taken`, in the window, is kept free of labels since buttons stand there, at its foot.

        The mouse finds things above the buttons only; `whole` is where all of it is drawn.
        """
        low = min([rect.bottom, *(box.top for box in taken)])
        super().__init__(key, Rect(rect.x, rect.y, rect.w, low - rect.y))
        self.whole = Rect(rect)
        self.chart, self.frame, self._choose = chart, frame, choose
        self.inside = rect.inflate(-2, -2)
        size = self.inside.size
        kept = [box.move(-self.inside.x, -self.inside.y) for box in taken]
        self._buttons = tuple(taken)
        self.drawn: Drawn = chart_panel.drawn(desk, size, chart, frame, ranges=ranges, taken=kept)
        self.things = {thing.key: thing for thing in chart.things}
        self.desk, self.share = desk, 1.0
        self.kept: tuple[str, ...] = ()
        self.quiet = False  # whether what is chosen is said elsewhere, so that it has no tooltip here
        self.marked: tuple[str, ...] = ()
        self._began: float | None = None
        self._tip: tuple[Surface, Rect] | None = None

    @property
    def reach(self) -> Rect:
        """Returns all that is drawn on: no ring is ever drawn around it."""
        return self.whole

    @property
    def tip(self) -> Rect | None:
        """Returns where the tooltip lies in the window, or None if there is none."""
        return self._tip[1] if self._tip else None

    def sail(self) -> None:
        """Has what has moved since the morning before sail from there, unless motion is reduced."""
        if self.drawn.sailing and not self.desk.still:
            self.share, self._began = 0.0, None
            self.touch()

    def animate(self, now: float) -> bool:
        """Moves the ships with the clock; returns whether they still move."""
        if self.share >= 1:
            return False
        self._began = now if self._began is None else self._began
        self.share = min(1.0, (now - self._began) / SECONDS)
        self.touch()
        return self.share < 1

    def draw(self, surface: Surface) -> None:
        """Draws the kept picture, the ships under way, and the tooltip."""
        surface.blit(self.drawn.under if self.share < 1 else self.drawn.still, self.inside)
        if self.share < 1:
            clip = surface.get_clip()
            surface.set_clip(self.inside.clip(clip))
            for way in self.drawn.sailing:
                way.draw(surface, self.inside.topleft, eased(self.share))
            surface.set_clip(clip)
        for box in self._buttons:
            surface.fill(PANEL, box)
        pygame.draw.rect(surface, LINE, self.whole, 1, border_radius=RADIUS)
        if self.marked:
            pygame.draw.rect(surface, BONE, self._spot().inflate(6, 6), 2, border_radius=RADIUS)
        if self._tip:
            surface.blit(*self._tip)

    def hover(self, place: tuple[int, int]) -> None:
        """Shows what is said of the thing under the mouse."""
        self.mark(self.under(place) or self.kept)

    def leave(self) -> None:
        """Goes back to what is chosen when the mouse has gone."""
        self.mark(self.kept)

    def choose(self, key: str) -> None:
        """Keeps a thing marked, with all that lies with it, if it lies on this map; an empty key keeps none."""
        together = (keys for keys, _ in self.drawn.spots if key in keys)
        self.kept = next(together, (key,)) if key and self.shows(key) else ()
        self.mark(self.kept)

    def click(self, place: tuple[int, int]) -> Response:
        """Chooses the thing under the mouse, or the first of several."""
        found = self.under(place)
        return self._choose(found[0] if found else "")

    def under(self, place: tuple[int, int]) -> tuple[str, ...]:
        """Returns the keys of the things at a place of the window, those of the nearest mark first."""
        spot = place[0] - self.inside.x, place[1] - self.inside.y
        near = [(math.dist(box.center, spot), keys) for keys, box in self.drawn.spots if box.collidepoint(spot)]
        return min(near, key=lambda each: each[0])[1] if near else ()

    def shows(self, key: str) -> bool:
        """Returns whether a thing lies on this map."""
        drawn = any(key in keys for keys, _ in self.drawn.spots)
        return drawn or self.drawn.base.shows(*self.things[key].at, margin=_REACH)

    def mark(self, keys: tuple[str, ...]) -> None:
        """Marks things that lie together with a frame and a tooltip; none takes both away."""
        if keys != self.marked:
            self.marked = keys
            self._tip = self._told() if keys and not (self.quiet and keys == self.kept) else None
            self.touch()

    def _spot(self) -> Rect:
        """Returns where the marked things lie in the window."""
        for keys, box in self.drawn.spots:
            if self.marked[0] in keys:
                return box.move(self.inside.topleft)
        box = Rect(0, 0, _REACH, _REACH)
        x, y = self.drawn.base.point(*self.things[self.marked[0]].at)
        box.center = round(x) + self.inside.x, round(y) + self.inside.y
        return box.clamp(self.inside.inflate(-_REACH, -_REACH))

    def _told(self) -> tuple[Surface, Rect]:
        """Returns the tooltip and where it lies: beside the mark, inside the map."""
        picture = tooltip(self.desk, [self.things[key] for key in self.marked], self.inside.w - 16)
        spot, room = self._spot().inflate(12, 12), self.inside.inflate(-8, -8)
        room.h = min([room.bottom, *(box.top - 4 for box in self._buttons)]) - room.top
        box = picture.get_rect(midleft=spot.midright)
        if box.right > room.right:
            box.midright = spot.midleft
        if box.left < room.left:
            box.midtop = spot.midbottom
            if box.bottom > room.bottom:
                box.midbottom = spot.midtop
        return picture, box.clamp(room)


def tooltip(desk: Desk, things: Sequence[Thing], most: int) -> Surface:
    """Returns what is said of things that lie together: names, sentence, how old it is and where."""
    first, pad = things[0], em(desk, 10)
    width = min(most, em(desk, 300)) - 2 * pad
    colour = BONE if first.side is None else SIDE_COLOURS[first.side]
    rows = [(_names(things), Role.STRONG, 15, colour)]
    rows += [(words, Role.TEXT, 15, BONE) for words in dict.fromkeys(thing.words for thing in things)]
    rows.append((dated(first), Role.TEXT, 14, ASH))
    blocks = [
        desk.type.block(text, role, desk.size(size), tone, width, lines=_MOST_LINES) for text, role, size, tone in rows
    ]
    picture = Surface((width + 2 * pad, sum(block.get_height() for block in blocks) + 2 * pad))
    picture.fill(PANEL)
    pygame.draw.rect(picture, EDGE, picture.get_rect(), 1)
    y = pad
    for block in blocks:
        y = picture.blit(block, (pad, y)).bottom
    return picture


def dated(thing: Thing) -> str:
    """Returns how old a report is and where the thing is, as a sentence."""
    said = f"{thing.report}; {thing.where}" if thing.report else thing.where
    return f"{said[:1].upper()}{said[1:]}."


def _names(things: Sequence[Thing]) -> str:
    """Returns the names of things, what they begin with only once."""
    first = things[0].name
    stem = first.rstrip(" 0123456789")
    if len(things) > 1 and all(thing.name.startswith(stem) for thing in things):
        return f"{stem} {', '.join(thing.name.removeprefix(stem).strip() for thing in things)}"
    return ", ".join(thing.name for thing in things)
