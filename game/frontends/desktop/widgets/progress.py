"""A bar that fills, and a scrubber that is dragged."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frontends.desktop.theme import BONE, EDGE, LINE, RADIUS, RAISE
from game.frontends.desktop.widgets.widget import STAY, Response, Widget, answer


class Progress(Widget):
    """A bar filled to a share of 0 to 1; it takes neither focus nor mouse."""

    focusable = mouse = False

    def __init__(self, key: str, rect: pygame.Rect, share: float = 0.0) -> None:
        """Places the bar."""
        super().__init__(key, rect)
        self.share = share

    def fill(self, share: float) -> None:
        """Fills the bar to a share."""
        if share != self.share:
            self.share = share
            self.touch()

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the bar."""
        box = self.box
        pygame.draw.rect(surface, RAISE, box, border_radius=RADIUS)
        pygame.draw.rect(surface, BONE, (box.x, box.y, round(box.w * max(0.0, min(1.0, self.share))), box.h))
        pygame.draw.rect(surface, EDGE, box, 1, border_radius=RADIUS)


class Scrubber(Widget):
    """A rail with `count` stops of which one is chosen, by dragging, the arrows, Home and End."""

    def __init__(self, key: str, rect: pygame.Rect, count: int, at: int, change: Callable[[int], Response]) -> None:
        """Places the rail; `change` is called with the number of the stop."""
        super().__init__(key, rect)
        self.count, self.at, self._change = count, at, change

    def place(self, stop: int) -> int:
        """Returns the x of a stop in the window."""
        box = self.box
        return box.x + round(box.w * stop / max(1, self.count - 1))

    def draw(self, surface: pygame.Surface) -> None:
        """Draws rail, the part passed and the grip."""
        box = self.box
        y, x = box.centery, self.place(self.at)
        pygame.draw.line(surface, LINE, (box.x, y), (box.right, y), 4)
        pygame.draw.line(surface, BONE, (box.x, y), (x, y), 4)
        grip = pygame.Rect(0, 0, 12, min(24, box.h))
        grip.center = x, y
        pygame.draw.rect(surface, BONE, grip, border_radius=RADIUS)

    def take(self, event: pygame.event.Event) -> Response:
        """Moves by the arrows, Home and End."""
        if event.type != pygame.KEYDOWN:
            return None
        places = {
            pygame.K_LEFT: self.at - 1,
            pygame.K_RIGHT: self.at + 1,
            pygame.K_HOME: 0,
            pygame.K_END: self.count - 1,
        }
        return self.choose(places[event.key]) if event.key in places else None

    def grab(self, place: tuple[int, int]) -> Response:
        """Jumps to the stop under the mouse."""
        return self.drag(place)

    def drag(self, place: tuple[int, int]) -> Response:
        """Follows the mouse."""
        box = self.box
        return self.choose(round((place[0] - box.x) * (self.count - 1) / max(1, box.w)))

    def click(self, place: tuple[int, int]) -> Response:
        """Does nothing more: the stop was chosen when the button went down."""
        return STAY

    def choose(self, stop: int) -> Response:
        """Chooses a stop and calls back."""
        stop = max(0, min(self.count - 1, stop))
        if stop == self.at:
            return STAY
        self.at = stop
        self.touch()
        return answer(lambda: self._change(stop))
