"""A chart on which one of several things is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import BONE, FOCUS_GAP, FOCUS_WIDTH, INK, SIDE_COLOURS, Role
from game.frontends.desktop.widgets.chooser import Chooser
from game.frontends.desktop.widgets.widget import Response

Draw = Callable[[Surface, Rect, int, bool], object]
"""Draws a spot in its rectangle, by its number, and whether it is the chosen one."""


class Picker(Chooser):
    """A picture with spots in an order: the arrows choose the next or last, Home and End the ends, the mouse any.

    Number 0 is none of them: the whole.
    """

    def __init__(
        self,
        key: str,
        rect: Rect,
        picture: Surface,
        spots: Sequence[Rect],
        chosen: int,
        change: Callable[[int], Response],
        draw: Draw,
    ) -> None:
        """Places the picture; spots lie within it, `change` is called with a spot's number from 1, or 0."""
        super().__init__(key, rect, 1 + len(spots), chosen, change)
        self.picture, self.spots, self._draw = picture, spots, draw

    @property
    def ring(self) -> Rect:
        """Returns a box around the picture, whose words and figures reach to its edges."""
        return self.box.inflate(2 * (FOCUS_WIDTH + FOCUS_GAP), 2 * (FOCUS_WIDTH + FOCUS_GAP))

    def draw(self, surface: Surface) -> None:
        """Draws the picture and the spots over it, the chosen one last."""
        box = self.box
        surface.blit(self.picture, box)
        order = sorted(range(len(self.spots)), key=lambda number: number + 1 == self.chosen)
        for number in order:
            self._draw(surface, self.spots[number].move(box.topleft), number, number + 1 == self.chosen)

    def take(self, event: pygame.event.Event) -> Response:
        """Chooses by keys; past the ends the focus may go on."""
        ends = {pygame.K_HOME: 0, pygame.K_END: len(self.spots)}
        if event.type == pygame.KEYDOWN and event.key in ends:
            return self.choose(ends[event.key])
        return super().take(event)

    def click(self, place: tuple[int, int]) -> Response:
        """Chooses the spot under the mouse, the whole where there is none."""
        at = place[0] - self.box.x, place[1] - self.box.y
        return self.choose(next((n for n, spot in enumerate(self.spots, 1) if spot.collidepoint(at)), 0))


def badge_size(desk: Desk) -> int:
    """Returns how many pixels across a badge is, its ring included."""
    return max(32, desk.size(15) * 2)


def badge(desk: Desk, surface: Surface, middle: tuple[float, float], seat: int, mark: str, chosen: bool) -> None:
    """Draws the mark of a move in the sign of its side; without a mark, a turning point, the sign is open."""
    size = badge_size(desk)
    round_, open_ = signs.SIDE_SIGNS[seat], ("disc-open", "lozenge-open")[seat]
    box = round(size * (1.2, 1.3)[seat])
    if chosen:
        signs.stamp(surface, round_, middle, round(box * 1.25), BONE)
    signs.stamp(surface, round_ if mark else open_, middle, box, SIDE_COLOURS[seat])  # type: ignore[arg-type]
    if mark:
        base = middle[1] + desk.type.capitals(Role.STRONG, desk.size(15)) / 2
        desk.text(surface, mark, Role.STRONG, 15, (middle[0], base), INK, "centre")
