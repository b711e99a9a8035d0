"""A folder under seal: one press breaks it, and its cover lifts off what lies inside."""

from __future__ import annotations

import pygame

from game.frontends.desktop import signs
from game.frontends.desktop.theme import FOLDER, INK, PAPER, SEAL, TAB, Role, mix
from game.frontends.desktop.widgets.widget import Press, Response, Widget, answer

OPENING = 0.45
"""How long the cover takes to lift, in seconds."""
_BAND = mix(FOLDER, INK, 0.28)


class Folder(Widget):
    """The cover of a folder with a band and a seal, in the sign of the side that may open it."""

    def __init__(self, rect: pygame.Rect, side: int, press: Press) -> None:
        """Places a sealed folder."""
        super().__init__("seal", rect)
        self.side, self._press, self._open = side, press, 0.0

    def lift(self, share: float) -> None:
        """Opens the cover so far (0 to 1)."""
        self._open = 1 - (1 - share) ** 3
        self.touch()

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the cover, and under it the sheet it uncovers from below."""
        box = self.box
        pygame.draw.rect(surface, FOLDER, box)
        if self._open:
            pad = self.desk.size(16)
            pygame.draw.rect(surface, PAPER, box.inflate(-2 * pad, -2 * pad))
            cover = pygame.Rect(box.x, box.y, box.w, round(box.h * (1 - self._open)))
            pygame.draw.rect(surface, mix(FOLDER, INK, 0.12 * self._open), cover)
            pygame.draw.line(surface, TAB, cover.bottomleft, (cover.right - 1, cover.bottom), 3)
            return
        self._sealed(surface, box)

    def press(self) -> Response:
        """Breaks the seal."""
        return answer(self._press)

    def _sealed(self, surface: pygame.Surface, box: pygame.Rect) -> None:
        desk = self.desk
        size = min(desk.size(132), box.h // 3)
        middle = box.y + round(box.h * 0.4)
        band = pygame.Rect(box.x, 0, box.w, size // 3)
        band.centery = middle
        pygame.draw.rect(surface, TAB if not self.hovered else _BAND, band)
        for edge in (band.top, band.bottom - 1):
            pygame.draw.line(surface, _BAND, (box.x, edge), (box.right - 1, edge))
        signs.stamp(surface, signs.SIDE_SIGNS[self.side], (box.centerx, middle), size, SEAL)
        signs.stamp(surface, signs.SIDE_SIGNS[self.side], (box.centerx, middle), size * 3 // 5, FOLDER)
        signs.stamp(surface, signs.SIDE_SIGNS[self.side], (box.centerx, middle), size * 2 // 5, SEAL)
        y = middle + size // 2 + desk.size(16)
        for text, role, units in (("For your eyes only", Role.SIGN, 25), ("Break the seal", Role.STRONG, 17)):
            y += desk.line(role, units)
            desk.text(surface, text, role, units, (box.centerx, y), INK, "centre")
