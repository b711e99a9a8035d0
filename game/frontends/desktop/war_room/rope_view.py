"""The strip as a plate: the rope is drawn in a thread when the state has changed, marks when a preview moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.war_room import strip
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.strip import Strip

Draw = Callable[[Desk, Surface, Rect, Strip], None]
_Key = tuple[int, int, int, int, int, bool]


class RopeView(Plate):
    """The knot strip; a preview moves the marks, never the rope."""

    _kept: ClassVar[dict[_Key, Surface]] = {}
    _last: ClassVar[dict[tuple[int, int], Surface]] = {}

    def __init__(
        self, desk: Desk, rect: Rect, model: Strip, draw: Draw, *, slim: bool = False, later: bool = False
    ) -> None:
        """Places the strip; the rope of the state before is shown until the new one is drawn, with `later` for good."""
        super().__init__("strip", rect, self._paint)
        self.model, self._draw, self._slim = model, draw, slim
        self._key: _Key = (*rect.size, model.gauge.value, model.ladders[0].value, model.ladders[1].value, slim)
        self.late = later and self._key not in self._kept and rect.size in self._last
        if self._key not in self._kept and not self.late:
            desk.later(strip.rope(desk, rect, model, slim), self._arrived)

    def preview(self, model: Strip) -> None:
        """Shows other marks on the same rope."""
        self.model = model
        self.renew()

    def _arrived(self, picture: Surface) -> None:
        if len(self._kept) > 24:
            self._kept.pop(next(iter(self._kept)))
        self._kept[self._key] = self._last[self.rect.size] = picture
        self.renew()

    def _paint(self, surface: Surface, area: Rect) -> None:
        rope = self._kept.get(self._key) or self._last.get(self.rect.size)
        if rope:
            surface.blit(rope, (0, 0))
        self._draw(self.desk, surface, area, self.model)
