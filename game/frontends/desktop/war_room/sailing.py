"""How a vessel on a map goes from where it was the morning before to where it is reported now."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from pygame import Surface

from game.frontends.desktop.chart import Chart
from game.frontends.desktop.ink import Place
from game.frontends.desktop.war_room import marks
from game.frontends.presenter.map.charts import VesselMark
from game.frontends.presenter.map.globe import Position

SECONDS = 0.9
_TURN = 5


@dataclass(frozen=True)
class Sailing:
    """A vessel under way: the line it goes, in pixels of the map, and its course where it ends."""

    mark: VesselMark
    line: tuple[Place, ...]
    turn: float
    unit: float

    def at(self, share: float) -> tuple[Place, float]:
        """Returns where the vessel is at a share (0 to 1) of its way, and its course in degrees."""
        if share >= 1:
            return self.line[-1], self.turn
        left = share * sum(math.dist(a, b) for a, b in pairwise(self.line))
        for (x, y), (u, v) in pairwise(self.line):
            length = math.dist((x, y), (u, v))
            if length and left <= length:
                part = left / length
                turn = math.degrees(math.atan2(u - x, y - v))
                return (x + (u - x) * part, y + (v - y) * part), round(turn / _TURN) * _TURN
            left -= length
        return self.line[-1], self.turn

    def draw(self, surface: Surface, corner: tuple[int, int], share: float) -> None:
        """Draws the vessel at a share of its way on a map whose corner is given."""
        (x, y), turn = self.at(share)
        marks.draw_vessel(surface, self.mark, (x + corner[0], y + corner[1]), turn, self.unit)


def eased(share: float) -> float:
    """Returns the share of a way gone after a share of the time, quick at first."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


def sailing(base: Chart, mark: VesselMark, at: Place, unit: float) -> Sailing | None:
    """Returns the way of a vessel to the place where it is drawn, or None if it has not moved since the morning."""
    path = _path(mark)
    if len(path) < 2:
        return None
    return Sailing(mark, (*base.track(path)[:-1], at), marks.course(base, mark), unit)


def _path(mark: VesselMark) -> tuple[Position, ...]:
    """Returns the positions from where a vessel was: along its track if it was on it, else straight."""
    if mark.kind == "aircraft":
        return mark.track[: mark.track.index(mark.at) + 1] if mark.was is None else ()
    if mark.was is None or mark.was == mark.at:
        return ()
    if mark.was in mark.track:
        return mark.track[mark.track.index(mark.was) :]
    return mark.was, mark.at
