"""A step of a day in the list beside the story: whose it was, what was done, and whether it is the one shown."""

from __future__ import annotations

import pygame

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, HEMP, RADIUS, RAISE, Role
from game.frontends.desktop.war_room.fit import em, one
from game.frontends.desktop.widgets.widget import Press, Response, Widget, answer
from game.frontends.presenter.stories import ReplayStep


class StepRow(Widget):
    """A line with the mark of its side; pressed, the replay goes there."""

    def __init__(self, key: str, rect: pygame.Rect, step: ReplayStep, press: Press, *, shown: bool) -> None:
        """Places the row of a step."""
        super().__init__(key, rect)
        self.step, self.shown, self._press = step, shown, press

    @staticmethod
    def height(desk: Desk) -> int:
        """Returns the height of a row."""
        return max(32, desk.line(Role.TEXT, 15) + desk.size(8))

    def draw(self, surface: pygame.Surface) -> None:
        """Draws mark and words, on a raised ground if it is the step shown; a turning point has its sign."""
        box, desk, step = self.box, self.desk, self.step
        if self.shown or self.hovered or self.has_focus:
            pygame.draw.rect(surface, RAISE, box, border_radius=RADIUS)
        if self.shown:
            surface.fill(HEMP, pygame.Rect(box.x, box.y, 3, box.h))
        size, left = em(desk, 12), box.x + em(desk, 10)
        if step.side is not None:
            signs.side(surface, step.side, (left + size / 2, box.centery), size)
        left, right = left + size + em(desk, 8), box.right - em(desk, 8)
        if step.turning:
            signs.stamp(surface, "down", (right - size / 2, box.centery), size, BONE)
            right -= size + em(desk, 6)
        words = one(desk, step.described or step.text, Role.TEXT, 15, right - left)
        base = desk.middle(box, Role.TEXT, 15)
        desk.text(surface, words, Role.TEXT, 15, (left, base), BONE if self.shown or step.described else ASH)

    def press(self) -> Response:
        """Calls back."""
        return answer(self._press)
