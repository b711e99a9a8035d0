"""Lines and shapes with smooth edges: drawn on a layer several times too large, which is scaled down once."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pygame

from game.frontends.desktop.theme import Colour

Place = tuple[float, float]
Line = Sequence[Place]


class Ink:
    """A layer to draw on in pixels of the screen; nothing is seen of it before `picture` or `onto`."""

    def __init__(self, size: tuple[int, int], oversample: int = 3, ground: Colour | None = None) -> None:
        """Opens a layer of that size, clear or filled with the ground."""
        self.size, self._times = size, oversample
        large = size[0] * oversample, size[1] * oversample
        self._layer = pygame.Surface(large, pygame.SRCALPHA)
        self._ground = ground is not None
        if ground:
            self._layer.fill(ground)

    def polygon(self, colour: Colour, corners: Line) -> None:
        """Fills a polygon of at least three corners."""
        pygame.draw.polygon(self._layer, colour, self._large(corners))

    def line(self, colour: Colour, points: Line, width: float = 1.0, *, closed: bool = False) -> None:
        """Draws a line through the points with round joints."""
        thick = width * self._times
        large = self._large([*points, points[0]] if closed else points)
        if thick < 4:
            pygame.draw.lines(self._layer, colour, False, large, max(1, round(thick)))
            return
        for (x, y), (u, v) in pairwise(large):
            length = math.hypot(u - x, v - y)
            if length:
                ax, ay = (v - y) / length * thick / 2, (x - u) / length * thick / 2
                quad = ((x + ax, y + ay), (u + ax, v + ay), (u - ax, v - ay), (x - ax, y - ay))
                pygame.draw.polygon(self._layer, colour, quad)
        for place in large if closed else large[1:-1]:
            pygame.draw.circle(self._layer, colour, place, thick / 2)

    def dashed(self, colour: Colour, points: Line, width: float = 1.0, pattern: Sequence[float] = (6, 4)) -> None:
        """Draws a broken line; the pattern gives the lengths of stroke and gap in turn, a stroke of 0 is a dot."""
        for number, part in enumerate(_parts(points, pattern)):
            if number % 2 == 0:
                if len(part) > 1 and math.dist(part[0], part[-1]) > 0.01:
                    self.line(colour, part, width)
                else:
                    self.disc(colour, part[0], width / 2)

    def dotted(self, colour: Colour, points: Line, width: float = 2.0, gap: float = 4.0) -> None:
        """Draws a row of dots of that width with clear gaps between."""
        self.dashed(colour, points, width, (0, width + gap))

    def ticked(self, colour: Colour, points: Line, width: float, *, every: float, length: float) -> None:
        """Draws a line with ticks on its left as one walks along it, `every` so many pixels (below 0: on its right)."""
        self.line(colour, points, width)
        step, length = abs(every), length if every > 0 else -length
        for part in _parts(points, (step,)):
            (x, y), (u, v) = part[0], part[1] if len(part) > 1 else part[0]
            reach = math.hypot(u - x, v - y)
            if reach:
                self.line(colour, [(x, y), (x + (v - y) / reach * length, y - (u - x) / reach * length)], width * 0.75)

    def disc(self, colour: Colour, centre: Place, radius: float) -> None:
        """Fills a circle."""
        pygame.draw.circle(self._layer, colour, self._large([centre])[0], radius * self._times)

    def ring(self, colour: Colour, centre: Place, radius: float, width: float = 1.0) -> None:
        """Draws a circle whose line lies inside the radius."""
        pygame.draw.circle(
            self._layer, colour, self._large([centre])[0], radius * self._times, max(1, round(width * self._times))
        )

    def onto(self, surface: pygame.Surface, at: tuple[int, int] = (0, 0)) -> None:
        """Draws the layer on a surface."""
        surface.blit(self.picture(), at, special_flags=pygame.BLEND_PREMULTIPLIED)

    def picture(self) -> pygame.Surface:
        """Returns the layer in its own size; where it is clear its colours are premultiplied by its alpha."""
        picture = pygame.transform.smoothscale(self._layer, self.size)
        if self._ground:
            # Scaling rounds every part of a colour down; on a full ground the alpha tells by how much.
            lost = 255 - picture.get_at((0, 0)).a
            picture.fill((lost, lost, lost, lost), special_flags=pygame.BLEND_RGBA_ADD)
        return picture

    def _large(self, points: Line) -> list[Place]:
        times = self._times
        return [(x * times, y * times) for x, y in points]


def circle(centre: Place, radius: float, parts: int = 72) -> list[Place]:
    """Returns a closed circle as a line, for dashes and dots."""
    turns = [2 * math.pi * part / parts for part in range(parts + 1)]
    return [(centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)) for turn in turns]


def _parts(points: Line, pattern: Sequence[float]) -> Iterator[list[Place]]:
    """Yields the line cut into parts of these lengths, over and over."""
    part, number, left = [points[0]], 0, float(pattern[0])
    for here, there in pairwise(points):
        length = math.dist(here, there)
        while length > 0 and length >= left:
            here = here[0] + (there[0] - here[0]) * left / length, here[1] + (there[1] - here[1]) * left / length
            length -= left
            yield [*part, here]
            number += 1
            part, left = [here], float(pattern[number % len(pattern)])
        left -= length
        part.append(there)
    if len(part) > 1:
        yield part
