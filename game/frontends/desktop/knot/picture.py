"""Pictures of the rope, drawn several times too large, scaled down, and kept: equal arguments give equal pixels."""

from functools import lru_cache
from itertools import groupby
from random import Random

import pygame

from game.frontends.desktop.knot import fray
from game.frontends.desktop.knot.path import form, hanging, knotted, slack
from game.frontends.desktop.knot.rope import Rope
from game.frontends.desktop.theme import mix, ramp

_GLOW = (232, 66, 40)
_UNDONE_STRAIN, _CUT_STRAIN = 8, 98
_SEED = 7

Centre = tuple[float, float] | None
Ladders = tuple[float, float]


@lru_cache(maxsize=2)
def picture(
    width: int,
    height: int,
    radius: float,
    strain: float,
    ladders: Ladders,
    *,
    centre: Centre = None,
    oversample: int | None = None,
) -> pygame.Surface:
    """Returns the knot between two ropes that reach the picture's edges, on a clear ground.

    `radius` is that of the rope in pixels, the strain 0 to 100, `ladders` how far each side has climbed its own,
    0 to 1, `centre` where the knot is in pixels, `oversample` how many times larger it is drawn at first (2 while it
    moves). The picture is kept: nobody may draw on it. The function is pure and may run in a thread.
    """
    bench = _Bench(width, height, radius, strain, centre, oversample)
    half = form(strain).half
    for seat in (0, 1):
        bench.lay(seat, knotted(strain, bench.reach(seat), ladders[seat]))
        fray.tear(bench.ropes[seat], half)
    left, right = bench.ropes
    chance = Random(_SEED)
    for rope in bench.ropes:
        fray.fibres(bench.surface, rope, chance)
    near = half + 2
    bench.rope(left, chance, near + 6)
    bench.shadow(right, [i for i, point in enumerate(right.points) if abs(point[0]) < near])
    bench.rope(right, chance, near + 6)
    bench.over(left)
    for rope in bench.ropes:
        fray.fibres(bench.surface, rope, chance)
        fray.ends_of_torn(bench.surface, rope, chance)
    return bench.finished()


@lru_cache(maxsize=2)
def undone(
    width: int, height: int, radius: float, *, centre: Centre = None, oversample: int | None = None
) -> pygame.Surface:
    """Returns two ropes that lie slack beside each other, the knot undone; kept, so nobody may draw on it."""
    bench = _Bench(width, height, radius, _UNDONE_STRAIN, centre, oversample)
    chance = Random(_SEED)
    for seat in (0, 1):
        bench.lay(seat, slack(seat, bench.reach(seat)))
        rope = bench.ropes[seat]
        bench.rope(rope, chance, 48)
        bench.over(rope)
        fray.whipping(bench.surface, rope)
    return bench.finished()


@lru_cache(maxsize=2)
def cut(
    width: int, height: int, radius: float, *, centre: Centre = None, oversample: int | None = None
) -> pygame.Surface:
    """Returns two ropes that were cut through and hang from the edges; kept, so nobody may draw on it."""
    bench = _Bench(width, height, radius, _CUT_STRAIN, centre, oversample)
    chance = Random(_SEED)
    for seat in (0, 1):
        bench.lay(seat, hanging(seat, bench.reach(seat)))
        rope = bench.ropes[seat]
        fray.fibres(bench.surface, rope, chance)
        fray.brush(bench.surface, rope, chance, 2.5)
        bench.body(rope, 26)
        fray.brush(bench.surface, rope, chance, 1.5)
        fray.fibres(bench.surface, rope, chance)
    return bench.finished(glow=False)


class _Bench:
    """The surface on which ropes are laid, several times as large as the picture that comes of it."""

    def __init__(
        self, width: int, height: int, radius: float, strain: float, centre: Centre, times: int | None
    ) -> None:
        oversample = times or (3 if radius < 22 else 2)
        x, y = centre or (width / 2, height * 0.46)
        self.size, self.drawn, self.strain = (width, height), radius, strain
        self.radius, self.middle = radius * oversample, (x * oversample, y * oversample)
        self.surface = pygame.Surface((width * oversample, height * oversample), pygame.SRCALPHA)
        # Clear pixels carry the rope's colour, or its rim would turn black when the picture is scaled down.
        self.surface.fill((*mix((0, 0, 0), ramp(strain), 0.5), 0))
        self.ropes: list[Rope] = []

    def reach(self, seat: int) -> float:
        """Returns how far the edge of a side's rope lies from the knot, in radii."""
        edge = self.surface.get_width() if seat else 0
        return abs(self.middle[0] - edge) / self.radius

    def lay(self, seat: int, points: list[tuple[float, float, float]]) -> None:
        """Adds a side's rope along the points."""
        self.ropes.append(Rope(seat, points, self.radius, self.drawn, self.middle, self.strain))

    def body(self, rope: Rope, near: float) -> None:
        """Draws a rope, exactly within `near` radii of the knot."""
        far = rope.straight(near)
        rope.draw(self.surface, far)
        rope.draw_far(self.surface, far)

    def rope(self, rope: Rope, chance: Random, near: float) -> None:
        """Draws a rope with brush and whipping at its end."""
        fray.brush(self.surface, rope, chance)
        self.body(rope, near)
        fray.whipping(self.surface, rope)

    def over(self, rope: Rope) -> None:
        """Draws again, with their shadows, the parts of a rope that lie above the other."""
        self.shadow(rope, [i for i, point in enumerate(rope.points) if point[2] > 0.35])
        high = [i for i, point in enumerate(rope.points) if point[2] > -0.6]
        for _, group in groupby(enumerate(high), key=lambda pair: pair[1] - pair[0]):
            run = [i for _, i in group]
            box = self._box(rope, run)
            layer = pygame.Surface(self.surface.get_size(), pygame.SRCALPHA)
            rope.draw(layer, run[0], run[-1], fade=1.5)
            self.surface.blit(layer, box, box)

    def shadow(self, rope: Rope, indices: list[int]) -> None:
        """Darkens what is drawn already where these spots of a rope will lie on it."""
        box = self._box(rope, indices)
        if not box.w or not box.h:
            return
        soft = max(1, round(self.radius * 0.2))
        small = max(1, box.w // soft), max(1, box.h // soft)
        veil = pygame.Surface(small)
        veil.fill((255, 255, 255))
        for index in indices:
            spot = rope.spots[index]
            at = (spot.x - box.x) / soft, (spot.y - box.y + self.radius * 0.18) / soft
            pygame.draw.circle(veil, (105, 105, 105), at, self.radius * 1.2 / soft)
        self.surface.blit(pygame.transform.smoothscale(veil, box.size), box, special_flags=pygame.BLEND_RGB_MULT)

    def _box(self, rope: Rope, indices: list[int]) -> pygame.Rect:
        spots = [rope.spots[i] for i in indices]
        left, top = min(s.x for s in spots), min(s.y for s in spots)
        box = pygame.Rect(left, top, max(s.x for s in spots) - left, max(s.y for s in spots) - top)
        return box.inflate(self.radius * 4, self.radius * 4).clip(self.surface.get_rect())

    def finished(self, *, glow: bool = True) -> pygame.Surface:
        """Returns the picture in its own size, with the glow of a strained knot behind it."""
        ropes = pygame.transform.smoothscale(self.surface, self.size)
        if not glow or self.strain <= 50:
            return ropes
        scene = pygame.Surface(self.size, pygame.SRCALPHA)
        scene.fill((*_GLOW, 0))
        share = self.size[0] / self.surface.get_width()
        reach = round(self.drawn * 15)
        halo = pygame.transform.smoothscale(_halo(self.strain), (reach * 2, round(reach * 1.3)))
        scene.blit(halo, (self.middle[0] * share - reach, self.middle[1] * share - reach * 0.65))
        scene.blit(ropes, (0, 0))
        return scene


def _halo(strain: float) -> pygame.Surface:
    halo = pygame.Surface((256, 256), pygame.SRCALPHA)
    halo.fill((*_GLOW, 0))
    strength = ((strain - 50) / 50) ** 1.3 * 105
    for radius in range(127, 0, -1):
        pygame.draw.circle(halo, (*_GLOW, round(strength * (1 - radius / 128) ** 2)), (128, 128), radius)
    return halo
