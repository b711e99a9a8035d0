"""Two screens of answers: an incident that nobody ordered, and a promise that falls due in the months after."""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.frontends import presenter
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import PRESSING, STAY, Command, Response, Screen, Show
from game.frontends.desktop.table import Table
from game.frontends.desktop.theme import GUTTER, INK, MARGIN, PAPER, STAMP, Role
from game.frontends.desktop.war_room import advisers, figures, header, layout, lessons, options, strip
from game.frontends.desktop.war_room.fit import em, paragraph
from game.frontends.desktop.war_room.foresight import Foresight
from game.frontends.desktop.war_room.map_screen import MapScreen
from game.frontends.desktop.war_room.map_view import MapView
from game.frontends.desktop.war_room.panels import map_buttons
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.rope_view import RopeView
from game.frontends.desktop.war_room.strip import Strip
from game.frontends.desktop.war_room.wording import clause
from game.frontends.desktop.widgets import still
from game.frontends.presenter.map.chart import chart
from game.frontends.presenter.models import Header, Voice
from game.frontends.presenter.stories import OptionCard
from game.rules.view import view

_WIDE = 1150
_LEAST, _MOST = 0.36, 0.56
"""Which parts of the height are above the answers to a duty where a map stands there."""


class AnswerRoom(Screen):
    """A paper with what has happened, and a card for each way to answer."""

    words = "You must answer"
    awake = False
    """Whether a key was pressed here: an Enter too many on the screen before must not answer."""

    def __init__(self, desk: Desk, table: Table) -> None:
        """Reads the view of the side that answers."""
        super().__init__(desk)
        self.table, match = table, table.match
        self.rules, self.side = match.rules, match.actor or 0
        self.view = view(self.rules, match.state, self.side)
        self.facts = presenter.facts_of(match, self.side)
        self.gauge = presenter.gauge(self.rules, self.view, self.side)
        self.ladders = presenter.ladders(self.rules, self.view)
        self.foresight = Foresight(desk, self.rules, self.view, self.side)
        self.head, self.stamp, self.text, self.options = self.read()
        self.voices: tuple[Voice, ...] = ()
        self.chart = chart(self.rules, self.view, self.side, self.facts.openings)
        self.frame, self.ranges = 0, False

    @property
    def maps(self) -> bool:
        """Returns whether there is room for a map, which has the key to the whole of it, and a place on it."""
        return self.grid.effective_width >= _WIDE and self._where() is not None

    def read_map(self) -> Response:
        """Opens the map in full, with the list of all that stands on it."""
        return self.point_at("")

    def point_at(self, key: str) -> Response:
        """Opens the map in full with a thing chosen."""
        return Show(MapScreen(self, self.head, self.chart, key)) if self.chart else STAY

    def read(self) -> tuple[Header, str, str, tuple[OptionCard, ...]]:
        """Returns header, heading and text of the paper, and the answers."""
        raise NotImplementedError

    def build(self) -> None:
        """Adds paper, map and advisers above, the answers below."""
        desk, grid = self.desk, self.grid
        head, low = layout.header_height(grid), layout.slim_strip_height(grid)
        keys: list[header.Key] = [("F1", "Help", desk.help), ("Esc", "Title", self.table.leave)]
        if self.chart and not self.maps:
            keys.insert(0, ("L", "Map", self.read_map))
        header.add(self, Rect(0, 0, grid.width, head), self.head, keys, turn=self.words)
        area = Rect(0, head, grid.width, low)
        self.add(RopeView(desk, area, self.strip_model, strip.draw_slim, slim=True))
        self.foresight.ask([option.move for option in self.options], self._foretold)
        margin, gap = max(12, grid.space(MARGIN)), max(8, grid.space(GUTTER))
        top = head + low + gap
        body = Rect(margin, top, grid.width - 2 * margin, grid.height - grid.foot - top)
        upper = Rect(body.x, body.y, body.w, self.upper_height(body))
        self.above(upper)
        self.below(Rect(body.x, upper.bottom + gap, body.w, body.bottom - upper.bottom - gap))
        lessons.add_to_answers(self, self.table, self.side)
        self._waken(self.awake)
        self.focus_on(next((f"answer.{n}" for n, option in enumerate(self.options) if option.open), None))

    def _waken(self, awake: bool) -> None:
        """Lets Enter play the answer that has the focus, or not yet."""
        self.awake = awake
        for widget in self.widgets:
            if isinstance(widget, options.Answer):
                widget.awake = awake
                widget.touch()

    def handle(self, event: pygame.event.Event) -> Command | None:
        """Takes an event; a first Enter only shows which answer it would play."""
        focused = self.focused
        pressed = event.type == pygame.KEYDOWN and event.key in PRESSING and isinstance(focused, options.Answer)
        if pressed and not self.awake:
            self._waken(True)
            return None
        command = super().handle(event)
        if self.focused is not focused and isinstance(self.focused, options.Answer):
            self._waken(True)
        return command

    @property
    def strip_model(self) -> Strip:
        """Returns what the strip shows."""
        return Strip(self.gauge, self.ladders, foreseen=self.foresight.foreseen())

    def upper_height(self, body: Rect) -> int:
        """Returns the height of the part above the answers: that of the paper."""
        pad = em(self.desk, 16)
        text = self.desk.block_height(self.text, Role.DOCUMENT, 22, body.w - 2 * pad)
        return min(round(body.h * 0.5), text + self.desk.line(Role.DOCUMENT, 15) + 2 * pad)

    def above(self, box: Rect) -> None:
        """Adds the map where it happened, and beside it what is told."""
        left = 0
        if self.maps:
            gap = max(8, self.grid.space(GUTTER))
            left = round((box.w - gap) * 0.53)
            self._map(Rect(box.x, box.y, left, box.h))
            left += gap
        self.beside(Rect(box.x + left, box.y, box.w - left, box.h))

    def beside(self, box: Rect) -> None:
        """Adds what has happened."""
        self.paper(box)

    def _where(self) -> int | None:
        """Returns the number of the frame that is shown, None without a map."""
        return 0 if self.chart else None

    def _map(self, box: Rect) -> None:
        assert self.chart is not None
        frame = self.chart.frames[self._where() or 0]
        buttons = map_buttons(self, box, [("L", "List", self.read_map)])
        taken = [button.rect for button in buttons]
        self.add(MapView(self.desk, "map", box, self.chart, frame, self.point_at, taken=taken))
        for button in buttons:
            self.add(button)

    def below(self, box: Rect) -> None:
        """Adds the answers."""
        options.add(self, self.table, box, self.options, self.foresight.ahead)

    def _foretold(self) -> None:
        for widget in self.widgets:
            if isinstance(widget, RopeView):
                widget.preview(self.strip_model)
            elif isinstance(widget, Plate) and widget.key.startswith("option."):
                widget.renew()

    def paper(self, box: Rect) -> None:
        """Adds the paper that tells it."""
        self.add(Plate("paper", box, self._paint_paper))

    def _paint_paper(self, surface: Surface, area: Rect) -> None:
        desk, pad = self.desk, em(self.desk, 16)
        surface.fill(PAPER, area)
        inner = area.inflate(-2 * pad, -2 * pad)
        y = paragraph(desk, surface, self.stamp.upper(), Role.DOCUMENT, 15, inner, STAMP)
        size = next(
            (
                size
                for size in (30, 26, 22, 18, 16)
                if desk.block_height(self.text, Role.DOCUMENT, size, inner.w) <= inner.bottom - y
            ),
            15,
        )
        paragraph(desk, surface, self.text, Role.DOCUMENT, size, Rect(inner.x, y, inner.w, inner.bottom - y), INK)

    def keys(self, event: pygame.event.Event) -> Response:
        """Goes to an answer by its number, played by Enter, and to the map."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_l and not event.mod & pygame.KMOD_CTRL:
            return self.read_map()
        if event.type == pygame.KEYDOWN and pygame.K_1 <= event.key <= pygame.K_9:
            self.focus_on(f"answer.{event.key - pygame.K_1}")
            return STAY
        return lessons.keys(self, event, self.table, self.side)

    def back(self) -> Command:
        """Leaves the match, which is saved."""
        return self.table.leave()


class IncidentRoom(AnswerRoom):
    """Something happened that nobody ordered."""

    name = "Incident"

    def read(self) -> tuple[Header, str, str, tuple[OptionCard, ...]]:
        """Returns the incident that is to be answered."""
        model = presenter.incident_screen(self.rules, self.view, self.facts)
        assert model is not None
        self.model = model
        return model.header, model.name, model.text, model.options

    def upper_height(self, body: Rect) -> int:
        """Returns the height of the part above the answers, with map and advisers where it is wide."""
        if self.grid.effective_width < _WIDE:
            return super().upper_height(body)
        row = figures.row_height(self.desk) if self.desk.forecaster else 0
        return round(body.h * 0.54) - row

    def beside(self, box: Rect) -> None:
        """Adds the paper, and the advisers where it is wide."""
        if self.grid.effective_width < _WIDE or not self.model.voices:
            self.paper(box)
            return
        gap = max(8, self.grid.space(GUTTER))
        paper = Rect(box.x, box.y, box.w, round(box.h * 0.5))
        self.paper(paper)
        self._advisers(Rect(box.x, paper.bottom + gap, box.w, box.bottom - paper.bottom - gap))

    def _advisers(self, box: Rect) -> None:
        desk, voices = self.desk, self.model.voices

        def paint(surface: Surface, area: Rect) -> None:
            inner = still.panel(desk, surface, area, "Advisers", "imagined")
            advisers.draw(desk, surface, inner, voices, 2)

        self.add(Plate("advisers", box, paint))

    def _where(self) -> int | None:
        """Returns the number of the closest frame that shows where it happened."""
        frames, at = self.chart.frames if self.chart else (), self.model.at
        shown = [(number, frame) for number, frame in enumerate(frames) if at and frame.holds(at)]
        return min(shown, key=lambda each: each[1].half_width)[0] if shown else None

    def point_at(self, key: str) -> Response:
        """Opens the map in full where it happened, with a thing chosen."""
        self.frame = self._where() or 0
        return super().point_at(key or f"incident.{self.model.id}")


class DutyRoom(AnswerRoom):
    """A promise falls due in the months after: keep it, feign it, or let it lapse."""

    name = "The months after"
    words = "The months after"

    def read(self) -> tuple[Header, str, str, tuple[OptionCard, ...]]:
        """Returns the clause that falls due."""
        model = presenter.duty_screen(self.rules, self.view, self.facts)
        assert model is not None
        text = f"{model.clause.text} This was promised. Now it is due."
        return model.header, clause(model.clause), text, model.options

    def upper_height(self, body: Rect) -> int:
        """Returns the height of the part above the answers: where it is wide, what these do not need."""
        if not self.maps:
            return super().upper_height(body)
        gap, count = max(8, self.grid.space(GUTTER)), len(self.options)
        width = (body.w - gap * (count - 1)) // count
        needed = max(options.height(self.desk, option, width) for option in self.options)
        return round(max(body.h * _LEAST, min(body.h * _MOST, body.h - gap - needed)))
