"""The strip as a plate: the rope is drawn in a thread when the state has changed, marks when a preview moves."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.war_room import strip
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.strip import Strip

Draw = Callable[[Desk, Surface, Rect, Strip], None]
_Key = tuple[int, int, int, int, int, bool]


class RopeView(Plate):
    """The knot strip; a preview moves the marks, never the rope."""

    def __init__(
        self, desk: Desk, rect: Rect, model: Strip, draw: Draw, *, slim: bool = False, later: bool = False
    ) -> None:
        """Places the strip; the rope of the state before is shown until the new one is drawn, with `later` for good."""
        super().__init__("strip", rect, self._paint)
        self.desk, self.model, self._draw, self._slim = desk, model, draw, slim
        self._key: _Key = (*rect.size, model.gauge.value, model.ladders[0].value, model.ladders[1].value, slim)
        drawn = desk.ropes.get(self._key) is not None
        self.late = later and not drawn and self._before() is not None
        if not drawn and not self.late:
            desk.later(strip.rope(desk, rect, model, slim), self._arrived)

    def preview(self, model: Strip) -> None:
        """Shows other marks on the same rope."""
        self.model = model
        self.renew()

    def _arrived(self, picture: Surface) -> None:
        self.desk.ropes.put(self._key, picture)
        self.renew()

    def _paint(self, surface: Surface, area: Rect) -> None:
        rope = self.desk.ropes.get(self._key) or self._before()
        if rope:
            surface.blit(rope, (0, 0))
        self._draw(self.desk, surface, area, self.model)

    def _before(self) -> Surface | None:
        size = self.rect.size
        return self.desk.ropes.latest(lambda picture: picture.get_size() == size)
