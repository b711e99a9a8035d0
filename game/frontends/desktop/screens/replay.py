"""The replay: what happened, step by step, as both sides or one of them knew it, to be taken over at every point."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frontends.desktop.debrief.entry import offered, opened
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Response, Screen, Show
from game.frontends.desktop.screens import replay_panels, replay_parts
from game.frontends.desktop.screens.curve import Curve
from game.frontends.desktop.screens.replay_plan import plan
from game.frontends.desktop.war_room.map_view import MapView
from game.frontends.desktop.war_room.reading import Entry, Reading
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.progress import Progress
from game.frontends.presenter.debrief.past import is_past
from game.frontends.presenter.replay.opinions import OpinionCard, opinion_card
from game.frontends.presenter.replay.watching import Told, Watch
from game.frontends.presenter.stories import ReplayStep
from game.match.match import Match
from game.match.replay import HISTORY
from game.rules.slots import State

SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0)
_READ, _LETTERS, _CALM = 1.6, 26, 0.12


def historical(desk: Desk) -> Screen:
    """Returns the replay of the historical path, or the library where the scenario tells none."""
    from game.frontends.desktop.screens.library import LibraryScreen

    past = desk.crisis.past if desk.crisis else None
    return ReplayScreen(desk, past.match, past.told, HISTORY) if past else LibraryScreen(desk)


class ReplayScreen(Screen):
    """A match told step by step, with the knot, the map, the letters and the expert's opinion of each moment."""

    name = "Replay"

    def __init__(self, desk: Desk, match: Match, told: Told = (), origin: str | None = None) -> None:
        """Begins with the first step that is told of; `told` is what a historical path tells of its moves."""
        super().__init__(desk)
        self.match, self.origin, self.rules = match, origin, match.rules
        past = desk.crisis.past if desk.crisis and desk.crisis.rules is match.plain else None
        alone = past is None or origin == HISTORY or is_past(match)
        self.watch = Watch(match, told, None if alone else past)
        self.playing, self.speed, self.tab, self.frame, self.ranges = False, 1.0, "", 0, False
        self.plan = plan(desk.grid)
        self.map: tuple[object, MapView] | None = None
        self.curve: Curve | None = None
        self.waits = self.calm = self.sails = False
        self._asked: tuple[State, int] | None = None
        self._due = 0.0
        self._late: float | None = None

    @property
    def steps(self) -> tuple[ReplayStep, ...]:
        """Returns the steps as they are seen now."""
        return self.watch.steps

    @property
    def at(self) -> int:
        """Returns the number of the step that is shown."""
        return self.watch.at

    @property
    def step(self) -> ReplayStep:
        """Returns the step that is shown."""
        return self.watch.step

    @property
    def no_question(self) -> str:
        """Returns why the expert cannot be asked about this step, or ``."""
        adviser = self.desk.adviser
        if adviser is None or adviser.trouble:
            return f"It cannot be asked: {adviser.trouble if adviser else 'nobody is there'}."
        return "" if self.watch.decision else "Nobody decides here. Go to a step in which a side does something."

    @property
    def thinking(self) -> float | None:
        """Returns how far the expert has thought about this step, 0 to 1, or None."""
        adviser = self.desk.adviser
        return adviser.share if adviser and self._asked == self.watch.decision else None

    @property
    def opinion(self) -> OpinionCard | None:
        """Returns what the expert has said about this step, or None."""
        adviser, decision = self.desk.adviser, self.watch.decision
        if adviser is None or adviser.found is None or decision is None or self._asked != decision:
            return None
        return opinion_card(self.rules, decision[0], adviser.found)

    # -- building --------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Adds header, strip, panels, curve and buttons."""
        self.plan = plan(self.grid)
        judged = self.desk.debriefs.get(self.match.chain)
        self.watch.marked = {move.ply: move for move in judged.marked} if judged else {}
        replay_parts.top(self)
        if "map" in self.plan:
            replay_parts.add_map(self, self.plan["map"])
        if "story" in self.plan:
            replay_panels.story(self, self.plan["story"])
        if "day" in self.plan:
            replay_panels.the_day(self, self.plan["day"])
        replay_parts.tabbed(self)
        replay_parts.add_curve(self, self.plan["curve"])
        replay_parts.buttons(self, self.plan["foot"])
        if self.focused is None:
            self.focus_on("curve")

    # -- the clock -------------------------------------------------------------------------------------------------

    def animate(self, now: float) -> bool:
        """Goes on when a step has been shown long enough to be read, and brings a late map up to date."""
        if self.playing:
            self._due = self._due or now + self._reading()
            if now >= self._due:
                self._next(now)
        if self.waits:
            self._late = self._late or now
            if now - self._late < _CALM:
                return True
            self._at_once(self.rebuild)
        return self.map[1].animate(now) if self.map and self.map[1] in self.widgets else False

    def _next(self, now: float) -> None:
        if self.at == len(self.steps) - 1:
            self.playing = False
            self.rebuild()
        else:
            self.go(self.at + 1)
            self._due = now + self._reading()

    def _reading(self) -> float:
        """Returns how many seconds a step is shown."""
        step = self.step
        letters = len(step.text) + len(step.described) + sum(map(len, step.lines)) // 2
        return (_READ + letters / _LETTERS) / self.speed

    def _at_once(self, do: Callable[[], object]) -> Response:
        """Does something with the map drawn anew without waiting until nobody steps on any more."""
        self.calm, self._late = True, None
        do()
        self.calm = False
        return STAY

    # -- what can be done ------------------------------------------------------------------------------------------

    def keys(self, event: pygame.event.Event) -> Response:
        """Deals with the replay's own keys, which stand on the screen beside what they do."""
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return None
        if event.key in (pygame.K_LEFT, pygame.K_RIGHT) and isinstance(self.focused, Button):
            return self.curve.take(event) if self.curve else None
        if event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END):
            return self.curve.take(event) if self.curve else None
        press: Callable[[], Response] | None = {
            pygame.K_p: self.play,
            pygame.K_v: self.turn_eyes,
            pygame.K_s: self.read_sources,
            pygame.K_t: self.next_turn,
            pygame.K_e: self.ask,
            pygame.K_n: self.swap_map,
            pygame.K_r: self.show_ranges,
            pygame.K_d: self.debrief,
            pygame.K_COMMA: lambda: self.go(self.at - 1),
            pygame.K_PERIOD: lambda: self.go(self.at + 1),
            pygame.K_PLUS: lambda: self.change_speed(1),
            pygame.K_EQUALS: lambda: self.change_speed(1),
            pygame.K_KP_PLUS: lambda: self.change_speed(1),
            pygame.K_MINUS: lambda: self.change_speed(-1),
            pygame.K_KP_MINUS: lambda: self.change_speed(-1),
        }.get(event.key)
        return press() if press else None

    def go(self, number: int) -> Response:
        """Goes to a step by its number; the ships sail on where that is the next day."""
        before = self.step.day
        self.watch.go(number)
        self._due, self._late = 0.0, None
        self.sails = self.step.day == before + 1
        self.rebuild()
        return STAY

    def day(self, step: int) -> Response:
        """Goes to the beginning of this day, or of a day before or after."""
        return self.go(self.curve.day_from(step)) if self.curve else STAY

    def next_turn(self) -> Response:
        """Goes to the next turning point, from the last one to the first."""
        self.watch.next_turn()
        return self.go(self.at)

    def play(self) -> Response:
        """Plays on by itself, or stops; from the end it begins again."""
        if not self.playing and self.at == len(self.steps) - 1:
            self.watch.go(0)
        self.playing, self._due = not self.playing, 0.0
        self.rebuild()
        return STAY

    def change_speed(self, step: int) -> Response:
        """Plays faster or slower by so many speeds, as far as there are any."""
        self.speed = SPEEDS[max(0, min(len(SPEEDS) - 1, SPEEDS.index(self.speed) + step))]
        self._due = 0.0
        self.rebuild()
        return STAY

    def faster(self) -> Response:
        """Plays at the next speed, from the highest at the lowest."""
        return self.change_speed(1 if self.speed < SPEEDS[-1] else -len(SPEEDS))

    def turn_eyes(self) -> Response:
        """Shows the same moment through the next eyes."""
        self.watch.turn_eyes()
        return self._at_once(self.rebuild)

    def swap_map(self) -> Response:
        """Shows the next theatre on the map."""
        self.frame += 1
        return self._at_once(self.rebuild)

    def show_ranges(self) -> Response:
        """Draws the circles of ranges on the map, or leaves them out."""
        self.ranges = not self.ranges
        return self._at_once(self.rebuild)

    def turn_tab(self, name: str) -> Response:
        """Shows another of the tabs."""
        self.tab = name
        return self._at_once(self.rebuild)

    def read_sources(self) -> Response:
        """Opens the step in full, with what its sources' signs stand for."""
        step = self.step
        entries = [Entry(self.watch.spoken or step.date, step.text, step.bend)]
        entries += [Entry("Disputed", step.disputed)] if step.disputed else []
        entries += [Entry(sign, text) for sign, text in self.watch.sources()]
        if len(entries) == 1 and not step.source:
            entries.append(Entry("Sources", "Nothing here claims to be history: it is what came of this game."))
        page = Reading(self.desk, "Sources", step.date, entries)
        page.leaves_to = "Replay"
        return Show(page)

    def ask(self) -> Response:
        """Asks the expert about the step, or calls that off while it thinks; the answer stands in its tab."""
        adviser, decision = self.desk.adviser, self.watch.decision
        thinking, self.tab = self.thinking is not None, "expert"
        if adviser and thinking:
            adviser.cancel()
        elif adviser and decision and not self.no_question and self.opinion is None:
            self._asked = decision
            adviser.ask(self.rules, *decision, self._heard)
        self.rebuild()
        self.focus_on("cancel" if self.thinking is not None else "curve" if thinking else "tabs")
        return STAY

    def _heard(self) -> None:
        """Shows how far the expert has thought, or its answer."""
        bar = next((widget for widget in self.widgets if isinstance(widget, Progress)), None)
        share = self.thinking
        if bar and share is not None:
            bar.fill(share)
        elif self.desk.top is self:
            self.rebuild()

    def take_over(self) -> Response:
        """Goes on from here with other players: as the side through whose eyes it is seen, or as the one to move."""
        from game.frontends.desktop.screens.new_match import NewMatchScreen

        self.playing = False
        seat = self.watch.side if self.watch.side is not None else self.step.side or 0
        return Show(NewMatchScreen(self.desk, (self.match, self.step.ply, self.origin), seat))

    def debrief(self) -> Response:
        """Looks back on the match, if it is over."""
        self.playing = False
        return Show(opened(self.desk, self.match, self.origin)) if offered(self.desk, self.match) else None
