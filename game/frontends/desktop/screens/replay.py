"""The replay: what happened, step by step, with sources and disputes, the map and the knot of that moment."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pygame

from game.frontends.desktop import knot, signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Response, Screen, Show
from game.frontends.desktop.screens.curve import Curve, Point
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    BUTTON,
    INK,
    INK_FAINT,
    PAPER,
    STAMP,
    Role,
)
from game.frontends.desktop.widgets.button import Button
from game.frontends.presenter.chart import chart
from game.frontends.presenter.header import ladders
from game.frontends.presenter.replaying import replay_steps
from game.frontends.presenter.stories import ReplayStep
from game.frontends.presenter.words import band_word, day_date, short_date
from game.match.match import Match
from game.match.replay import HISTORY
from game.rules.slots import State
from game.scenario.story import Step

_SPEEDS = (1, 2, 4)
_READ, _LETTERS = 1.6, 26
_CALM = 0.12
Told = Iterable[tuple[int, Step]]


def historical(desk: Desk) -> Screen:
    """Returns the replay of the historical path, or the library where the scenario tells none."""
    from game.frontends.desktop.screens.library import LibraryScreen

    past = desk.crisis.past if desk.crisis else None
    return ReplayScreen(desk, past.match, past.told, HISTORY) if past else LibraryScreen(desk)


class ReplayScreen(Page):
    """A match told for both sides' eyes; at every point it can be taken over."""

    name = "Replay"

    def __init__(self, desk: Desk, match: Match, told: Told = (), origin: str | None = None) -> None:
        """Begins with the first step that is told of; `told` is what a historical path tells of its moves."""
        super().__init__(desk)
        self.match, self.origin, self.rules = match, origin, match.rules
        self.steps = replay_steps(match, told)
        self.note = self.rules.scenario.title
        self.points = _points(self.steps)
        self.first = next((number for number, step in enumerate(self.steps) if step.text), 0)
        self.at, self.playing, self.speed = self.first, False, 1
        self._due = 0.0
        self._rope: pygame.Surface | None = None
        self._map: tuple[object, pygame.Surface] | None = None
        self._plot: Curve | None = None
        self._late: float | None = None
        self._waits = self._calm = False

    @property
    def step(self) -> ReplayStep:
        """Returns the step that is shown."""
        return self.steps[self.at]

    @property
    def state(self) -> State:
        """Returns the state after the step that is shown."""
        return self.match.states[self.step.ply + bool(self.step.move)]

    def fill(self, body: pygame.Rect) -> None:
        """Draws strip, narration, map, curve and buttons."""
        grid, desk = self.grid, self.desk
        gap = max(8, grid.space(16))
        high = max(44, grid.control(BUTTON))
        foot = pygame.Rect(body.x, body.bottom - high, body.w, high)
        tall = max(grid.space(190), desk.size(14) * 6)
        curve = pygame.Rect(body.x, foot.top - gap - tall, body.w, tall)
        strip = pygame.Rect(0, body.y - grid.space(24), grid.width, max(grid.space(170), desk.size(25) * 3))
        self._strip(strip)
        room = pygame.Rect(body.x, strip.bottom + gap // 2, body.w, curve.top - gap - strip.bottom - gap // 2)
        if grid.effective_width >= 1000 and self.rules.scenario.map:
            width = round(room.w * 0.4)
            self._paper(pygame.Rect(room.x, room.y, width, room.h))
            self._chart(pygame.Rect(room.x + width + gap, room.y, room.w - width - gap, room.h))
        else:
            self._paper(room)
        self._curve(curve)
        self._buttons(foot)

    def keys(self, event: pygame.event.Event) -> Response:
        """Steps by the arrows where the focus has no use for them, and turns days by the Page keys."""
        if event.type != pygame.KEYDOWN:
            return None
        curve = next(widget for widget in self.widgets if isinstance(widget, Curve))
        if event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END):
            return curve.take(event)
        if event.key == pygame.K_p:
            return self._play()
        return None

    def animate(self, now: float) -> bool:
        """Goes on when a step has been shown long enough to be read, and brings a late map up to date."""
        if self._waits:
            self._late = self._late or now
            if now - self._late < _CALM:
                return True
            self._calm = True
            self.rebuild()
            self._calm = False
        if not self.playing:
            return False
        if not self._due:
            self._due = now + self._reading()
        if now >= self._due:
            self._due = 0.0
            if self.at == len(self.steps) - 1:
                self.playing = False
                self.rebuild()
            else:
                self._go(self.at + 1)
        return False

    def _reading(self) -> float:
        words = len(self.step.text) + len(self.step.described)
        return (_READ + words / _LETTERS) / self.speed

    def _strip(self, rect: pygame.Rect) -> None:
        desk, grid = self.desk, self.grid
        pair = ladders(self.rules, self.state)
        pulls = pair[0].value / pair[0].scale, pair[1].value / pair[1].scale
        size, strain = rect.size, float(self.step.gauge)
        radius = round(max(4.0, rect.h * 0.075), 1)
        key = ("replay", size, strain, pulls)
        kept = desk.drawn(key, lambda: knot.picture(*size, radius, strain, pulls))
        self._rope = kept or self._rope
        if self._rope and self._rope.get_size() == size:
            self.ground.blit(self._rope, rect)
        margin = grid.space(24)
        gauge = self.rules.scenario.meters[self.rules.scenario.roles.gauge]
        base = rect.bottom - max(6, grid.space(14))
        left = desk.text(self.ground, str(self.step.gauge), Role.STRONG, 30, (margin, base)).right + desk.size(8)
        word = band_word(self.rules, self.rules.scenario.roles.gauge, self.step.gauge)
        desk.text(self.ground, f"{gauge.name}, {word}" if word else gauge.name, Role.SIGN, 16, (left, base), ASH)
        right = grid.width - margin
        for seat in (1, 0):
            mark = desk.size(16)
            right = desk.text(self.ground, str(pair[seat].value), Role.STRONG, 20, (right, base), BONE, "right").left
            signs.side(self.ground, seat, (right - mark, base - desk.size(20) * 0.36), mark)
            right -= mark * 3
        desk.text(self.ground, "Ladders", Role.SIGN, 16, (right + desk.size(8), base), ASH, "right")

    def _paper(self, rect: pygame.Rect) -> None:
        step, pad = self.step, max(10, self.grid.space(26))
        pygame.draw.rect(self.ground, PAPER, rect)
        flow = Flow(self, f"paper {self.at}", rect.inflate(-pad, -pad), PAPER)
        flow.text(step.date.upper() + (f" · {step.at.split(' ', 2)[-1]}" if step.at else ""), Role.DOCUMENT, 15, STAMP)
        flow.space(6)
        if step.described:
            flow.text(self._speaker(step), Role.STRONG, 20, INK)
            flow.space(8)
        if step.text:
            flow.text(step.text, units=20, colour=INK)
            flow.space(10)
        for word, text, colour in (
            ("In this game", step.bend, INK_FAINT),
            ("Disputed", step.disputed, STAMP),
            ("Source", step.source, INK_FAINT),
        ):
            if text:
                flow.text(f"{word}: {text}", units=15, colour=colour)
        flow.close()

    def _speaker(self, step: ReplayStep) -> str:
        if step.side is None:
            return step.described
        party = list(self.rules.scenario.sides.values())[step.side]
        return f"{party.capital}: {step.described}"

    def _chart(self, rect: pygame.Rect) -> None:
        from game.frontends.desktop.war_room import chart_panel

        told = chart(self.rules, self.state, 0)
        if told is None:
            return
        key = (rect.size, self.grid, told)
        if self._map is None or self._map[1].get_size() != rect.size or (self._calm and self._map[0] != key):
            picture = pygame.Surface(rect.size)
            chart_panel.draw(self.desk, picture, picture.get_rect(), told, told.frames[0])
            self._map = key, picture
        self._waits = self._map[0] != key
        self.ground.blit(self._map[1], rect)

    def _curve(self, rect: pygame.Rect) -> None:
        crisis = self.desk.crisis
        last = max(step.day for step in self.steps)
        beside: tuple[Point, ...] = ()
        if self.origin != HISTORY and crisis and crisis.past and crisis.rules is self.rules:
            past = crisis.past
            beside = tuple(_points(replay_steps(past.match, past.told)))
            last = max(last, past.match.day)
        year = str(self.rules.scenario.calendar.first_day.year)
        gauge = self.rules.scenario.meters[self.rules.scenario.roles.gauge]
        days = [short_date(day_date(self.rules, day)) for day in range(1, last + 1)]
        curve = self.add(
            Curve(
                "curve",
                rect,
                self.points,
                self.at,
                days,
                self._go,
                beside,
                year,
                gauge.name,
            )
        )
        if self._plot:
            curve.take_after(self._plot)
        self._plot = curve

    def _buttons(self, foot: pygame.Rect) -> None:
        desk, gap = self.desk, max(8, self.grid.space(10))
        over = self.origin is None and self.step.ply >= self.match.ply
        items = [
            (3, "day back", "Day before", lambda: self._day(-1)),
            (4, "back", "Back", lambda: self._go(self.at - 1)),
            (0, "play", "Pause" if self.playing else "Play", self._play),
            (1, "on", "On", lambda: self._go(self.at + 1)),
            (2, "day on", "Next day", lambda: self._day(1)),
            (5, "speed", f"Speed {self.speed}", self._faster),
        ]
        width = {
            key: max(desk.width(label, Role.STRONG, 16), desk.size(30)) + desk.size(28) for _, key, label, _ in items
        }
        width["play"] = desk.width("Pause", Role.STRONG, 16) + desk.size(40)
        take = "Take over here"
        wide = desk.width(take, Role.STRONG, 16) + desk.size(32)
        while sum(width[key] + gap for _, key, _, _ in items) + wide > foot.w:
            items.remove(max(items))
        left = foot.x
        for _, key, label, press in items:
            rect = pygame.Rect(left, foot.y, width[key], foot.h)
            self.add(Button(key, rect, label, press, kind="main" if key == "play" else "plain"))
            left = rect.right + gap
        rect = pygame.Rect(foot.right - wide, foot.y, wide, foot.h)
        self.add(Button("take", rect, take, self._take_over, why="it is over" if over else ""))
        if self.focused is None:
            self.focus_on("play")

    def _go(self, number: int) -> Response:
        self.at = max(0, min(len(self.steps) - 1, number))
        self._due, self._late = 0.0, None
        self.rebuild()
        return STAY

    def _day(self, step: int) -> Response:
        curve = next(widget for widget in self.widgets if isinstance(widget, Curve))
        return self._go(curve.day_from(step))

    def _play(self) -> Response:
        if not self.playing and self.at == len(self.steps) - 1:
            self.at = self.first
        self.playing, self._due = not self.playing, 0.0
        self.rebuild()
        return STAY

    def _faster(self) -> Response:
        self.speed = _SPEEDS[(_SPEEDS.index(self.speed) + 1) % len(_SPEEDS)]
        self.rebuild()
        return STAY

    def _take_over(self) -> Response:
        from game.frontends.desktop.screens.new_match import NewMatchScreen

        self.playing = False
        return Show(NewMatchScreen(self.desk, (self.match, self.step.ply, self.origin)))


def _points(steps: Iterable[ReplayStep]) -> list[Point]:
    """Returns the gauge after each step, the steps of a day spread evenly over it."""
    points: list[Point] = []
    for day, group in groupby(steps, key=lambda step: step.day):
        told = list(group)
        points += [(day - 1 + (number + 0.5) / len(told), step.gauge) for number, step in enumerate(told)]
    return points
