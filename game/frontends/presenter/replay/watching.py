"""A match being watched: at which step, through whose eyes, and everything that is told of that moment."""

from collections.abc import Iterable
from functools import cached_property
from itertools import groupby

from game.frontends.presenter.debrief.debriefing import MarkedMove
from game.frontends.presenter.debrief.past import told_with
from game.frontends.presenter.models import NewsItem, Voice
from game.frontends.presenter.replay.divergence import Divergence, divergence
from game.frontends.presenter.replay.moment import Moment, moment
from game.frontends.presenter.replay.replaying import replay_steps
from game.frontends.presenter.room.advice import advice
from game.frontends.presenter.stories import ReplayStep
from game.match.match import Match
from game.match.replay import Past
from game.rules.notation import parse_move
from game.rules.slots import State
from game.rules.view import view
from game.scenario.schema import Party
from game.scenario.story import Step

EYES: tuple[int | None, ...] = (None, 0, 1)
"""Through whose eyes a match can be watched: all revealed, the first side's, the second's."""

Told = Iterable[tuple[int, Step]]
Point = tuple[float, int]
"""A time in days (the first day is 0 to 1) and the public gauge then."""


class Watch:
    """A match with a step of it that is shown; `past` is what happened in fact, if it is to be told beside it.

    `marked` are the moves that a debrief judges, by number, once there is one.
    """

    def __init__(self, match: Match, told: Told = (), past: Past | None = None) -> None:
        """Begins with the first step that is told of; `told` is what a historical path tells of its moves."""
        self.match, self.rules, self.past = match, match.rules, past
        self.side: int | None = None
        self._told = tuple(told) or told_with(match)
        self._steps: dict[int | None, tuple[ReplayStep, ...]] = {}
        self._apart: dict[int | None, Divergence] = {}
        self._moments: dict[tuple[int | None, int], Moment] = {}
        self.marked: dict[int, MarkedMove] = {}
        self.at = self._ply = 0
        self.go(next((number for number, step in enumerate(self.steps) if step.text), 0))

    @cached_property
    def parties(self) -> list[Party]:
        """Returns the sides, by number."""
        return list(self.rules.scenario.sides.values())

    @property
    def year(self) -> str:
        """Returns what the historical path is called: its year."""
        return str(self.rules.scenario.calendar.first_day.year)

    @property
    def steps(self) -> tuple[ReplayStep, ...]:
        """Returns the steps as they are seen now."""
        if self.side not in self._steps:
            self._steps[self.side] = replay_steps(self.match, self._told, self.side)
        return self._steps[self.side]

    @property
    def step(self) -> ReplayStep:
        """Returns the step that is shown."""
        return self.steps[self.at]

    @property
    def moment(self) -> Moment:
        """Returns the panels after the step that is shown."""
        return self._moment(self.step)

    def _moment(self, step: ReplayStep) -> Moment:
        key = self.side, step.after
        if key not in self._moments:
            self._moments[key] = moment(self.match, step.after, self.side, self.steps)
        return self._moments[key]

    @property
    def news(self) -> tuple[NewsItem, ...]:
        """Returns the news that came with this step."""
        before = self._moment(self.steps[self.at - 1]).news if self.at else ()
        return tuple(item for item in self.moment.news if item not in before)

    @property
    def divergence(self) -> Divergence | None:
        """Returns the match beside what happened in fact, or None where that is not told beside it."""
        if self.past is None:
            return None
        if self.side not in self._apart:
            self._apart[self.side] = divergence(self.match, self.past, self.side)
        return self._apart[self.side]

    @property
    def last_day(self) -> int:
        """Returns the last day of the match, and of what happened where that is told beside it."""
        return max(self.match.day, self.past.match.day if self.past else 0)

    @property
    def points(self) -> tuple[Point, ...]:
        """Returns the gauge after each step."""
        return points_of(self.steps)

    @property
    def turns(self) -> tuple[int, ...]:
        """Returns the numbers of the turning points, with all revealed also of those that a debrief has found."""
        return tuple(n for n, step in enumerate(self.steps) if step.turning or ((m := self._mark(step)) and m.turning))

    @property
    def mark(self) -> MarkedMove | None:
        """Returns what a debrief says of this step, if one has been worked out; a side could not know it."""
        return self._mark(self.step)

    def _mark(self, step: ReplayStep) -> MarkedMove | None:
        return self.marked.get(step.ply) if self.side is None and step.move else None

    @property
    def eyes(self) -> str:
        """Returns in words through whose eyes it is seen."""
        return "All revealed" if self.side is None else f"As {self.parties[self.side].capital} knew it"

    @property
    def spoken(self) -> str:
        """Returns what was done in the step, with the capital that did it."""
        step = self.step
        own = step.side is not None and step.move
        return f"{self.parties[step.side or 0].capital}: {step.described}" if own else step.described

    @property
    def silence(self) -> str:
        """Returns what is said of a step of which there is nothing to tell."""
        if self.side is None or self.step.move:
            return "Nothing else changed."
        return f"Nothing that {self.parties[self.side].capital} was told of."

    @property
    def decision(self) -> tuple[State, int] | None:
        """Returns what a side knew before it made the move of this step, and the move; None where nobody decided."""
        step = self.step
        if step.side is None or not step.move:
            return None
        state = self.match.states[step.ply]
        return view(self.rules, state, step.side), parse_move(self.rules, state, step.move)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Returns what the advisers of the side that watches said of the act it chose in this step."""
        if self.side is None or self.decision is None or not self.step.move.startswith("act "):
            return ()
        return advice(self.rules, self.decision[0], self.side, self.step.move.removeprefix("act "))

    @property
    def playable(self) -> bool:
        """Returns whether there is still something to decide from here on."""
        return self.step.ply < self.match.ply or self.match.outcome is None

    def go(self, number: int) -> None:
        """Goes to a step by its number, or to the nearest there is."""
        self.at = max(0, min(len(self.steps) - 1, number))
        self._ply = self.step.ply

    def go_to_move(self, ply: int) -> None:
        """Goes to the step with move number `ply`."""
        self._ply = ply
        self.at = max((n for n, step in enumerate(self.steps) if step.ply <= ply), default=0)

    def next_turn(self) -> None:
        """Goes to the next turning point, from the last one to the first."""
        if self.turns:
            self.go(next((turn for turn in self.turns if turn > self.at), self.turns[0]))

    def see_as(self, side: int | None) -> None:
        """Shows the same moment through other eyes."""
        self.side = side
        self.go_to_move(self._ply)

    def turn_eyes(self) -> None:
        """Shows the same moment through the next eyes."""
        self.see_as(EYES[(EYES.index(self.side) + 1) % len(EYES)])

    def sources(self) -> tuple[tuple[str, str], ...]:
        """Returns the signs of this step's sources with what each stands for."""
        known = self.rules.scenario.sources
        cited = [part.strip() for part in self.step.source.split(";") if part.strip()]
        return tuple((part, known.get(part.partition(":")[0], "")) for part in cited)


def points_of(steps: Iterable[ReplayStep]) -> tuple[Point, ...]:
    """Returns the gauge after each step, the steps of a day spread evenly over it."""
    points: list[Point] = []
    for day, group in groupby(steps, key=lambda step: step.day):
        told = list(group)
        points += [(day - 1 + (number + 0.5) / len(told), step.gauge) for number, step in enumerate(told)]
    return tuple(points)
