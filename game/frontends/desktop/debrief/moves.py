"""A row of the list of moves on which it hung."""

from __future__ import annotations

from pygame import Rect, Surface, draw

from game.frontends.desktop.debrief.picker import badge, badge_size
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, HOVER, LINE, RADIUS, RAISE, Role
from game.frontends.desktop.widgets.widget import Press, Response, Widget, answer
from game.frontends.presenter.debrief.debriefing import DebriefScreen, MarkedMove

WHOLE = "How it ended"
_POINTS = "points"


class MoveRow(Widget):
    """A marked move with its verdict and the difference in points; without a move, the whole match."""

    def __init__(
        self, key: str, rect: Rect, of: DebriefScreen, move: MarkedMove | None, press: Press, *, chosen: bool
    ) -> None:
        """Places a row that calls `press`."""
        super().__init__(key, rect)
        self.of, self.move, self._press, self.chosen = of, move, press, chosen

    @staticmethod
    def height(desk: Desk, of: DebriefScreen, move: MarkedMove | None, width: int) -> int:
        """Returns the height that a row of some width needs."""
        head, note, lead = _words(of, move)
        room = _room(desk, lead, width)
        text = desk.block_height(head, Role.STRONG, 15, room) + desk.block_height(note, Role.TEXT, 14, room)
        return max(badge_size(desk), text) + desk.size(14)

    def draw(self, surface: Surface) -> None:
        """Draws badge, words and figure."""
        desk, box = self.desk, self.box
        ground = RAISE if self.chosen else HOVER if self.hovered else None
        if ground:
            draw.rect(surface, ground, box, border_radius=RADIUS)
        draw.line(surface, LINE, (box.x, box.bottom - 1), (box.right - 1, box.bottom - 1))
        pad, size = desk.size(14) // 2, badge_size(desk)
        if self.move:
            middle = box.x + pad + size / 2, box.y + pad + size / 2
            badge(desk, surface, middle, self.move.side, self.move.mark, False)
        head, note, lead = _words(self.of, self.move)
        room, left = _room(desk, lead, box.w), box.x + 2 * pad + size
        below = desk.block(surface, head, Role.STRONG, 15, (left, box.y + pad), room).bottom
        desk.block(surface, note, Role.TEXT, 14, (left, below), room, ASH)
        if lead:
            self._figure(surface, box, pad, lead)

    def _figure(self, surface: Surface, box: Rect, pad: int, lead: str) -> None:
        desk = self.desk
        line = Rect(box.x, box.y + pad, box.w, desk.line(Role.STRONG, 17))
        at = box.right - pad, desk.middle(line, Role.STRONG, 17)
        desk.text(surface, lead, Role.STRONG, 17, at, BONE, "right")
        line = Rect(box.x, line.bottom, box.w, desk.line(Role.TEXT, 14))
        desk.text(surface, _POINTS, Role.TEXT, 14, (at[0], desk.middle(line, Role.TEXT, 14)), ASH, "right")

    def press(self) -> Response:
        """Calls back."""
        return answer(self._press)


def _words(of: DebriefScreen, move: MarkedMove | None) -> tuple[str, str, str]:
    """Returns heading, note and figure of a row."""
    if move is None:
        return WHOLE, of.ending, ""
    sign = "+" if move.lead.value > 0 else ""
    return f"{move.date}. {move.short}", move.verdict, sign + move.lead.text.partition(" ±")[0]


def _room(desk: Desk, lead: str, width: int) -> int:
    """Returns the width for a row's words."""
    pad = desk.size(14) // 2
    figure = max(desk.width(lead, Role.STRONG, 17), desk.width(_POINTS, Role.TEXT, 14)) + pad if lead else 0
    return width - 4 * pad - badge_size(desk) - figure
