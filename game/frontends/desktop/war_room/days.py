"""The line of days at the top of every screen of play: how taut each was, and in a tooltip what happened on it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Response, Screen, Show
from game.frontends.desktop.theme import ASH, BONE, EDGE, LINE, PANEL, RAISE, Role, ramp
from game.frontends.desktop.war_room.fit import em, lines, wide
from game.frontends.desktop.war_room.reading import Entry, Reading
from game.frontends.desktop.widgets.widget import Widget
from game.frontends.presenter.models import DayMark
from game.frontends.presenter.words import sentence

_HIGHEST = 100
_STEPS = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_HOME: -1_000, pygame.K_END: 1_000}
_MOST, _LINES = 8, 2
"""How many sentences a tooltip holds, and how many lines of each."""


class DayLine(Widget):
    """A cell for each day, walked by the arrows and by the mouse; where there is no room only today's number."""

    def __init__(self, screen: Screen, rect: Rect, days: Sequence[DayMark], step: int = 0) -> None:
        """Places a line with cells of `step` pixels, or else lays it on the words that stand for today."""
        super().__init__("days", rect)
        self.screen, self.days, self.step = screen, days, step
        self.today = next((number for number, day in enumerate(days) if day.today), 0)
        self.at = self.today
        self._tip: DayTip | None = None

    @property
    def ring(self) -> Rect:
        """Returns a box inside its own, since the window ends above it."""
        return self.box.inflate(-2, -2)

    def draw(self, surface: Surface) -> None:
        """Draws the days with the gauge of each nightfall as a bar; the one spoken of is raised."""
        if not self.step:
            return
        desk, box = self.desk, self.box
        foot = box.bottom - desk.size(15) - 5
        for number, day in enumerate(self.days):
            cell = Rect(box.x + number * self.step, box.y + 4, self.step, box.h - 6)
            if self._tip and number == self.at:
                surface.fill(RAISE, cell)
            _cell(desk, surface, cell, foot, day)

    def touch(self) -> None:
        """Shows or hides the tooltip when focus or mouse come or go."""
        super().touch()
        if not self.has_focus and not self.hovered:
            self.at = self.today
        self._tell()

    def hover(self, place: tuple[int, int]) -> None:
        """Tells of the day under the mouse."""
        if self.step:
            self._turn_to((place[0] - self.box.x) // self.step)

    def take(self, event: pygame.event.Event) -> Response:
        """Goes from day to day."""
        if event.type != pygame.KEYDOWN or event.key not in _STEPS:
            return None
        self._turn_to(self.at + _STEPS[event.key])
        return STAY

    def press(self) -> Response:
        """Opens every day so far on a page."""
        return Show(Reading(self.desk, "The days so far", "", entries(self.days)))

    def _turn_to(self, number: int) -> None:
        number = max(0, min(len(self.days) - 1, number))
        if number != self.at:
            self.at = number
            self.touch()

    def _tell(self) -> None:
        """Puts the tooltip over everything else of the screen, or takes it away."""
        if self._tip:
            self.screen.invalidate(self._tip.rect)
            self.screen.widgets.remove(self._tip)
            self._tip = None
        if self.has_focus or self.hovered:
            middle = self.box.x + self.at * self.step + self.step // 2 if self.step else self.box.centerx
            self._tip = self.screen.add(DayTip(self.desk, self.days[self.at], middle, self.box.bottom))
            self.screen.invalidate(self._tip.rect)


class DayTip(Widget):
    """What happened on a day, under its cell and over whatever is there."""

    focusable = False
    mouse = False

    def __init__(self, desk: Desk, day: DayMark, middle: int, top: int) -> None:
        """Draws the tooltip as high as what there is to tell."""
        self.picture = _told(desk, day)
        rect = self.picture.get_rect(midtop=(middle, top + 4))
        super().__init__("day tip", rect.clamp(Rect(4, 0, desk.grid.width - 8, desk.grid.height)))

    @property
    def reach(self) -> Rect:
        """Returns its box, since no ring is ever drawn around it."""
        return self.box

    def draw(self, surface: Surface) -> None:
        """Draws the kept picture."""
        surface.blit(self.picture, self.box)


def add(screen: Screen, room: Rect, today: Rect, days: Sequence[DayMark]) -> None:
    """Adds the days in the middle of a room, or else on the words that stand for today."""
    if not days:
        return
    step = min(screen.desk.grid.space(38), room.w // len(days))
    if step < cell_width(screen.desk):
        screen.add(DayLine(screen, today, days))
        return
    width = step * len(days)
    screen.add(DayLine(screen, Rect(room.x + (room.w - width) // 2, room.y, width, room.h), days, step))


def cell_width(desk: Desk) -> int:
    """Returns the least width of a day's cell in which its figures can be read."""
    return wide(desk, "28?", Role.TEXT, 14) + 6


def entries(days: Sequence[DayMark]) -> list[Entry]:
    """Returns the days up to today as paragraphs, the latest first."""
    past = [day for day in days if day.today or day.gauge is not None]
    return [Entry(day.date, "\n".join(sentences(day))) for day in reversed(past)]


def sentences(day: DayMark) -> list[str]:
    """Returns what there is to tell of a day."""
    told = [*map(sentence, day.told)]
    return told or ["Nothing yet." if day.today else "Still to come."]


def _cell(desk: Desk, surface: Surface, cell: Rect, foot: int, day: DayMark) -> None:
    text = day.date.split()[0] + ("?" if day.closing and day.closing.of_ten_thousand and not day.gauge else "")
    role, colour = (Role.STRONG, BONE) if day.today else (Role.TEXT, ASH)
    desk.text(surface, text, role, 14, (cell.centerx, cell.bottom - 5), colour, "centre")
    bar = Rect(cell.x + 2, 0, cell.w - 4, 1)
    if day.gauge is not None:
        bar.h = max(2, round((foot - cell.y - 4) * day.gauge / _HIGHEST))
    bar.bottom = foot
    surface.fill(LINE if day.gauge is None else ramp(day.gauge), bar)
    if day.today:
        pygame.draw.rect(surface, BONE, cell, 2)


def _short(desk: Desk, text: str, width: int) -> str:
    return "\n".join(lines(desk, text, Role.TEXT, 15, width, _LINES))


def _told(desk: Desk, day: DayMark) -> Surface:
    """Returns a day's date and what happened on it, the last sentences if there are too many."""
    pad = em(desk, 10)
    width = min(em(desk, 340), desk.grid.width - 2 * pad - 8)
    said = sentences(day)
    if len(said) > _MOST:
        said = [f"{len(said) - _MOST} more: press Enter.", *said[-_MOST:]]
    rows = [(day.date, Role.SIGN, 16, BONE), *((_short(desk, text, width), Role.TEXT, 15, BONE) for text in said)]
    blocks = [desk.type.block(text, role, desk.size(size), colour, width) for text, role, size, colour in rows]
    gap = em(desk, 4)
    high = sum(block.get_height() + gap for block in blocks) - gap + 2 * pad
    picture = Surface((width + 2 * pad, min(high, desk.grid.height * 3 // 4)))
    picture.fill(PANEL)
    y = pad
    for block in blocks:
        y = picture.blit(block, (pad, y)).bottom + gap
    pygame.draw.rect(picture, EDGE, picture.get_rect(), 1)
    return picture
