"""The gauge by day as a curve that is also the scrubber of a replay; a second curve shows what really happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.frontends.desktop import signs
from game.frontends.desktop.ink import Ink
from game.frontends.desktop.theme import ASH, BONE, EDGE, GRID, HEMP, PANEL, RADIUS, Colour, Grid, Role, mix, ramp
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.widget import STAY, Press, Response, Widget, answer

Point = tuple[float, int]
"""A time in days (the first day is 0 to 1) and the gauge then."""
_LEVELS = (20, 40, 60, 80)
_FILL = 0.16
_HINTS = [("← →", "step"), ("PgUp PgDn", "day"), ("T", "turning point"), ("+ -", "speed")]


@dataclass(frozen=True)
class Plot:
    """What a curve shows: the gauge's name, its points, the days' names, the numbers of the turning points.

    `beside` is another match, called `beside_name`; `parted` is the day (from 1) on which the two part, or 0.
    """

    name: str
    points: tuple[Point, ...]
    days: tuple[str, ...]
    turns: tuple[int, ...] = ()
    beside: tuple[Point, ...] = ()
    beside_name: str = ""
    parted: int = 0


class Curve(Widget):
    """Points of a match by time; the arrows move by points, Page Up and Page Down by days, Home and End to the ends."""

    def __init__(
        self, key: str, rect: pygame.Rect, plot: Plot, at: int, change: Callable[[int], Response], press: Press
    ) -> None:
        """Places the curve; `change` gets the number of a point, `press` is what Enter and Space do."""
        super().__init__(key, rect)
        self.plot, self.points, self.at, self._change, self._press = plot, plot.points, at, change, press
        self._picture: pygame.Surface | None = None
        self.drawn_for: Grid | None = None

    def take_after(self, other: Curve) -> None:
        """Takes over the picture of a curve that looked the same."""
        if (other.rect.size, other.drawn_for, other.plot) == (self.rect.size, self.desk.grid, self.plot):
            self._picture, self.drawn_for = other._picture, other.drawn_for

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the curve, kept, and the mark of the present over it."""
        box = self.box
        if self._picture is None:
            self._picture, self.drawn_for = self._drawn(), self.desk.grid
        surface.blit(self._picture, box)
        x, y = self._spot(self.points[self.at])
        x, y = x + box.x, y + box.y
        pygame.draw.line(
            surface, BONE, (x, box.y + (self._head if self._named else 4)), (x, box.bottom - self._foot), 2
        )
        pygame.draw.aacircle(surface, BONE, (x, y), 7)
        pygame.draw.aacircle(surface, ramp(self.points[self.at][1]), (x, y), 5)

    def press(self) -> Response:
        """Calls back."""
        return answer(self._press)

    def take(self, event: pygame.event.Event) -> Response:
        """Moves the present by keys."""
        if event.type != pygame.KEYDOWN:
            return None
        places = {
            pygame.K_LEFT: self.at - 1,
            pygame.K_RIGHT: self.at + 1,
            pygame.K_PAGEUP: self.day_from(-1),
            pygame.K_PAGEDOWN: self.day_from(1),
            pygame.K_HOME: 0,
            pygame.K_END: len(self.points) - 1,
        }
        return self.choose(places[event.key]) if event.key in places else None

    def day_from(self, step: int) -> int:
        """Returns the number of the first point of the day before or after the present one."""
        day = int(self.points[self.at][0])
        first = next(n for n, (time, _) in enumerate(self.points) if int(time) == day)
        if step < 0 and self.at > first:
            return first
        wanted = day + step
        near = [n for n, (time, _) in enumerate(self.points) if (time >= wanted if step > 0 else int(time) <= wanted)]
        if not near:
            return 0 if step < 0 else len(self.points) - 1
        if step > 0:
            return near[0]
        last = int(self.points[near[-1]][0])
        return next(n for n, (time, _) in enumerate(self.points) if int(time) == last)

    def grab(self, place: tuple[int, int]) -> Response:
        """Jumps to the point under the mouse."""
        return self.drag(place)

    def drag(self, place: tuple[int, int]) -> Response:
        """Follows the mouse."""
        x = place[0] - self.box.x
        return self.choose(min(range(len(self.points)), key=lambda n: abs(self._spot(self.points[n])[0] - x)))

    def click(self, place: tuple[int, int]) -> Response:
        """Does nothing more: the point was chosen when the button went down."""
        return STAY

    def choose(self, number: int) -> Response:
        """Chooses a point and calls back."""
        number = max(0, min(len(self.points) - 1, number))
        if number == self.at:
            return STAY
        self.at = number
        self.touch()
        return answer(lambda: self._change(number))

    @property
    def _dated(self) -> bool:
        """Returns whether there is room for the names of the days."""
        return self.rect.h >= self.desk.size(14) * 4

    @property
    def _named(self) -> bool:
        """Returns whether there is room for the gauge's name, hints and what is dashed."""
        return self.rect.h >= self.desk.size(14) * 5.5

    @property
    def _foot(self) -> int:
        return round(self.desk.size(14) * 1.5) if self._dated else 4

    @property
    def _head(self) -> int:
        """Returns the height of the row with the name and the signs of turning points."""
        return round(self.desk.size(14) * 2.2) if self._named else 12

    def _spot(self, point: Point) -> tuple[float, float]:
        time, value = point
        high = self.rect.h - self._foot - self._head - 8
        return 8 + (self.rect.w - 16) * time / max(1, len(self.plot.days)), self._head + high * (1 - value / 100)

    def _drawn(self) -> pygame.Surface:
        picture = pygame.Surface(self.rect.size)
        picture.fill(PANEL)
        for level in _LEVELS:
            y = self._spot((0, level))[1]
            pygame.draw.line(picture, GRID, (8, y), (self.rect.w - 8, y))
        self._days(picture)
        ink = Ink(self.rect.size)
        for here, there in pairwise(self.points):
            self._fill(ink, here, there)
        self._line(ink, self.plot.beside, 1.6, HEMP)
        self._line(ink, self.points, 2.4, None)
        ink.onto(picture)
        self._marks(picture)
        pygame.draw.rect(picture, EDGE, picture.get_rect(), 1, border_radius=RADIUS)
        return picture

    def _days(self, picture: pygame.Surface) -> None:
        """Draws a line for each morning and the names of the days, as many as there is room for."""
        desk, days = self.desk, self.plot.days
        widest = max((desk.width(day, Role.TEXT, 14) for day in days), default=1)
        every = max(1, -(-len(days) * (widest + 10) // max(1, self.rect.w - 16)))
        for number, day in enumerate(days):
            left, right = self._spot((number, 0))[0], self._spot((number + 1, 0))[0]
            pygame.draw.line(picture, GRID, (left, 4), (left, self.rect.h - self._foot))
            if self._dated and number % every == 0 and (every == 1 or left + widest < self.rect.w - 8):
                middle = (left + right) / 2 if every == 1 else left + widest / 2
                desk.text(picture, day, Role.TEXT, 14, (middle, self.rect.h - self._foot * 0.3), ASH, "centre")

    def _marks(self, picture: pygame.Surface) -> None:
        """Draws the signs of turning points over the curve, the day of parting, and the names."""
        desk = self.desk
        size = max(9, desk.size(14) * 2 // 3)
        if self.plot.parted:
            x = self._spot((self.plot.parted - 1, 0))[0]
            for y in range(self._head, self.rect.h - self._foot, 8):
                pygame.draw.line(picture, HEMP, (x, y), (x, y + 3))
            self._left(picture, x + 6)
        for number in self.plot.turns:
            left, above = self._spot(self.points[number])
            signs.stamp(picture, "down", (left, max(size / 2 + 2, above - size)), size, BONE)
        if not self._named:
            return
        base = round(self._head * 0.68)
        right = desk.text(picture, self.plot.name, Role.SIGN, 14, (14, base), ASH).right
        right += desk.size(24)
        if self.rect.w > desk.size(14) * 60:
            right = still.hints(desk, picture, right, self._head // 2 + 1, _HINTS, self.rect.w // 2)
        notes: Sequence[tuple[str, Colour]] = ((f"{self.plot.beside_name}, dashed", HEMP),) if self.plot.beside else ()
        edge = self.rect.w - desk.size(14)
        for text, colour in notes:
            if right + desk.width(text, Role.TEXT, 14) + desk.size(28) < edge:
                desk.text(picture, text, Role.TEXT, 14, (edge, base), colour, "right")

    def _left(self, picture: pygame.Surface, x: float) -> None:
        """Writes at the line of parting what was left, where neither curve strikes it through."""
        desk, said = self.desk, f"left {self.plot.beside_name}"
        wide, tall = desk.width(said, Role.TEXT, 14), desk.line(Role.TEXT, 14)
        if self.rect.h < desk.size(14) * 8 or x + wide + 6 >= self.rect.w:
            return
        curves = [[self._spot(point) for point in points] for points in (self.plot.beside, self.points)]
        low = self.rect.h - self._foot - tall - 2
        for y in range(low, self._head - 1, -2):
            box = pygame.Rect(round(x), y, wide, tall)
            if not any(box.clipline(*pair) for curve in curves for pair in pairwise(curve)):
                desk.text(picture, said, Role.TEXT, 14, (box.x, desk.middle(box, Role.TEXT, 14)), HEMP)
                return

    def _fill(self, ink: Ink, here: Point, there: Point) -> None:
        """Fills the ground under a stretch of the curve, the lighter the higher the gauge."""
        (left, above), (right, beneath) = self._spot(here), self._spot(there)
        low = self.rect.h - self._foot
        ink.polygon(mix(PANEL, ramp(there[1]), _FILL), [(left, above), (right, beneath), (right, low), (left, low)])

    def _line(self, ink: Ink, points: Sequence[Point], width: float, colour: Colour | None) -> None:
        for here, there in pairwise(points):
            if colour:
                ink.dashed(colour, [self._spot(here), self._spot(there)], width, (5, 4))
            else:
                ink.line(ramp(there[1]), [self._spot(here), self._spot(there)], width)
