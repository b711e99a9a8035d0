"""A saved game in a list: a knot as tight as it stands, where it stands, who plays, when it was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop import knot
from game.frontends.desktop.theme import ASH, BONE, LINE, RADIUS, RAISE, ROOM, Role, mix, ramp
from game.frontends.desktop.war_room.fit import one
from game.frontends.desktop.widgets.widget import Press, Response, Widget, answer

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk
    from game.frontends.desktop.screens.saves import Save

_STRAINS = (5, 25, 45, 65, 85, 98)
_HIGHEST = 100


class SaveRow(Widget):
    """A row with a thumbnail; chosen by focus, opened by pressing."""

    def __init__(self, key: str, rect: pygame.Rect, save: Save, press: Press, *, chosen: bool) -> None:
        """Places the row of a save."""
        super().__init__(key, rect)
        self.save, self.chosen, self._press = save, chosen, press

    @staticmethod
    def height(desk: Desk) -> int:
        """Returns the height of a row."""
        words = desk.line(Role.MEDIUM, 17) + desk.line(Role.TEXT, 15)
        return max(48, words + desk.size(14), desk.grid.space(76))

    def draw(self, surface: pygame.Surface) -> None:
        """Draws thumbnail and words on a raised ground while focused, hovered or chosen."""
        box, desk, save = self.box, self.desk, self.save
        if self.has_focus or self.chosen:
            pygame.draw.rect(surface, RAISE, box, border_radius=RADIUS)
        elif self.hovered:
            pygame.draw.rect(surface, mix(RAISE, BONE, 0.12), box, border_radius=RADIUS)
        else:
            pygame.draw.line(surface, LINE, (box.x, box.bottom), (box.right, box.bottom))
        frame = pygame.Rect(box.x + 6, box.y + 5, round(box.h * 2.1), box.h - 10)
        pygame.draw.rect(surface, ROOM, frame)
        if not save.fault and (picture := thumbnail(desk, save, frame.size)):
            surface.blit(picture, frame)
        pygame.draw.rect(surface, LINE, frame, 1)
        left, pad = frame.right + desk.size(14), desk.size(12)
        top = box.centery - (desk.line(Role.MEDIUM, 17) + desk.line(Role.TEXT, 15)) // 2
        base = top + desk.type.ascent(Role.MEDIUM, desk.size(17))
        right = box.right - pad
        date = desk.width(save.written, Role.TEXT, 15)
        if left + desk.width(save.place, Role.MEDIUM, 17) + date + 2 * pad < right:
            desk.text(surface, save.written, Role.TEXT, 15, (right, base), ASH, "right")
        desk.text(surface, one(desk, save.place, Role.MEDIUM, 17, right - left), Role.MEDIUM, 17, (left, base), BONE)
        low = top + desk.line(Role.MEDIUM, 17) + desk.type.ascent(Role.TEXT, desk.size(15))
        words = " · ".join(part for part in (save.reached, save.sides) if part)
        desk.text(surface, one(desk, words, Role.TEXT, 15, right - left), Role.TEXT, 15, (left, low), ASH)

    def press(self) -> Response:
        """Calls back."""
        return answer(self._press)


def thumbnail(desk: Desk, save: Save, size: tuple[int, int]) -> pygame.Surface | None:
    """Returns the knot of a save in miniature, in one of few strains, or None until it is drawn; it is kept."""
    radius = round(size[1] / 13, 1)
    if save.fate == "settled":
        return desk.drawn(("save", "settled", size), lambda: knot.undone(*size, radius / 2))
    if save.fate == "war":
        return desk.drawn(("save", "war", size), lambda: knot.cut(*size, radius))
    strain = min(_STRAINS, key=lambda each: abs(each - save.strain))
    return desk.drawn(("save", strain, size), lambda: knot.picture(*size, radius, strain, (0.5, 0.5)))


def draw_curve(surface: pygame.Surface, rect: pygame.Rect, save: Save) -> None:
    """Draws the gauge at each nightfall as bars, with room for all the days there may be."""
    step = rect.w / max(1, save.days, len(save.curve))
    pygame.draw.line(surface, LINE, (rect.x, rect.bottom - 1), (rect.right - 1, rect.bottom - 1))
    for number, value in enumerate(save.curve):
        high = max(2, round((rect.h - 2) * min(_HIGHEST, value) / _HIGHEST))
        bar = pygame.Rect(rect.x + round(step * number), rect.bottom - high, max(2, round(step) - 2), high)
        pygame.draw.rect(surface, ramp(value), bar)
