"""How each sign is drawn: in a box of 24 by 24 units around its middle, several times too large."""

import math
from collections.abc import Callable
from functools import partial

from game.frontends.desktop.ink import Ink, Place, circle
from game.frontends.desktop.theme import ROOM, Colour

_BOX = 24.0
_OVERSAMPLE = 4
_LINE = 2.0


class Sheet:
    """A box of 24 by 24 units around its middle, drawn in one colour and turned clockwise by an angle in degrees."""

    def __init__(self, size: int, colour: Colour, turn: float) -> None:
        """Opens a box of `size` pixels."""
        self.ink = Ink((size, size), _OVERSAMPLE)
        self.colour, self.unit, self.middle = colour, size / _BOX, size / 2
        self._sin, self._cos = math.sin(math.radians(turn)), math.cos(math.radians(turn))

    def at(self, x: float, y: float) -> Place:
        """Returns a place of the box on the layer, in pixels."""
        return (
            self.middle + (x * self._cos - y * self._sin) * self.unit,
            self.middle + (x * self._sin + y * self._cos) * self.unit,
        )

    def all(self, points: list[Place]) -> list[Place]:
        """Returns places of the box on the layer."""
        return [self.at(x, y) for x, y in points]

    def fill(self, *corners: Place) -> None:
        """Fills a polygon."""
        self.ink.polygon(self.colour, self.all(list(corners)))

    def outline(self, *corners: Place, width: float = _LINE) -> None:
        """Draws the outline of a polygon."""
        self.ink.line(self.colour, self.all(list(corners)), width * self.unit, closed=True)

    def line(self, *points: Place, width: float = _LINE) -> None:
        """Draws a line through places."""
        self.ink.line(self.colour, self.all(list(points)), width * self.unit)

    def dotted(self, *corners: Place, pattern: tuple[float, float] = (2.0, 2.4), width: float = 1.8) -> None:
        """Draws the outline of a polygon in strokes."""
        lengths = [length * self.unit for length in pattern]
        self.ink.dashed(self.colour, self.all([*corners, corners[0]]), width * self.unit, lengths)

    def disc(self, x: float, y: float, radius: float) -> None:
        """Fills a circle."""
        self.ink.disc(self.colour, self.at(x, y), radius * self.unit)

    def ring(self, x: float, y: float, radius: float, width: float = _LINE) -> None:
        """Draws a circle."""
        self.ink.ring(self.colour, self.at(x, y), radius * self.unit, width * self.unit)


Pen = Callable[[Sheet], None]


def _lozenge(pen: Sheet, fill: bool) -> None:
    corners = (0, -9), (9, 0), (0, 9), (-9, 0)
    if fill:
        pen.fill(*corners)
    else:
        pen.outline(*(((x * 0.88), (y * 0.88)) for x, y in corners))


def _trend(pen: Sheet, way: int, fill: bool) -> None:
    corners = (0, -7.0 * way), (8.2, 7.0 * way), (-8.2, 7.0 * way)
    if fill:
        pen.fill(*corners)
    else:
        pen.outline(*((x * 0.88, y * 0.88) for x, y in corners))


def _same(pen: Sheet) -> None:
    for y in (-3.6, 3.6):
        pen.line((-7, y), (7, y), width=2.6)


def _arrow(pen: Sheet, way: int) -> None:
    pen.line((-9 * way, 0), (8 * way, 0))
    pen.line((3.2 * way, -5), (8.4 * way, 0), (3.2 * way, 5))


def _eye(pen: Sheet) -> None:
    upper = [(-10 + x * 1.0, -6.4 * math.sin(math.pi * x / 20)) for x in range(21)]
    pen.line(*upper, width=1.8)
    pen.line(*((x, -y) for x, y in upper), width=1.8)
    pen.disc(0, 0, 3.4)


def _eye_closed(pen: Sheet) -> None:
    lid = [(-10 + x * 1.0, -2 + 5.4 * math.sin(math.pi * x / 20)) for x in range(21)]
    pen.line(*lid, width=1.8)
    for x, y in ((-6.4, 1), (0, 3.4), (6.4, 1)):
        pen.line((x, y), (x * 1.25, y + 4.2), width=1.8)


def _box(pen: Sheet, checked: bool) -> None:
    pen.outline((-8, -8), (8, -8), (8, 8), (-8, 8), width=1.8)
    if checked:
        pen.line((-4.6, 0.2), (-1.2, 3.8), (5, -4.2), width=2.6)


def _radio(pen: Sheet, chosen: bool) -> None:
    pen.ring(0, 0, 9, 1.8)
    if chosen:
        pen.disc(0, 0, 4.8)


def _loss(pen: Sheet) -> None:
    pen.line((-6, -6), (6, 6), width=4)
    pen.line((6, -6), (-6, 6), width=4)
    pen.dotted(*circle((0, 0), 10.6, 40)[:-1], pattern=(4.2, 2.7), width=1.4)


_TRIANGLE: tuple[Place, ...] = ((0, -9), (9.5, 8), (-9.5, 8))


def _site(pen: Sheet, state: str) -> None:
    small = [(x * 0.84, y * 0.84 + 0.3) for x, y in _TRIANGLE]
    if state == "ready":
        pen.fill(*_TRIANGLE)
    elif state == "withdrawn":
        pen.dotted(*small)
    elif state == "building":
        pen.outline(*small, width=1.8)
        for y, half in ((1.2, 3.4), (4.4, 5.4)):
            pen.line((-half, y), (half, y), width=1.6)
    else:
        pen.outline(*((x * 0.8, y * 0.8 - 3.2) for x, y in _TRIANGLE), width=1.8)
        pen.fill((-4.6, 5.8), (4.6, 5.8), (0, 11))


def _ringed(pen: Sheet, state: str) -> None:
    pen.ring(0, 0, 11.2, 1.6)
    pen.unit *= 0.62
    _site(pen, state)


def _bow(tip: float, back: float, half: float) -> list[Place]:
    """Returns the rounded fore part of a hull that points up, from its left to its right shoulder."""
    steps = [part / 8 for part in range(-8, 9)]
    return [(half * math.sin(s * math.pi / 2), back + (tip - back) * math.cos(s * math.pi / 2) ** 1.1) for s in steps]


_HULLS: dict[str, list[Place]] = {
    "0": [*_bow(-11.5, 0, 4), (3.8, 8.6), (2.6, 10.5), (-2.6, 10.5), (-3.8, 8.6)],
    "1": [(0, -11), (4.4, -3.5), (4.4, 11), (0, 6.6), (-4.4, 11), (-4.4, -3.5)],
    "neutral": [(0, -11), (3.6, -5), (3.6, 10), (-3.6, 10), (-3.6, -5)],
}


def _hull(pen: Sheet, kind: str, fill: bool) -> None:
    if fill:
        pen.fill(*_HULLS[kind])
    else:
        pen.dotted(*((x * 0.9, y * 0.94) for x, y in _HULLS[kind]), pattern=(2.6, 1.8), width=1.5)


def _carrier(pen: Sheet) -> None:
    pen.fill((-1.6, -11.5), (3, -10), (4.8, -5), (4.8, 11), (-4.8, 11), (-4.8, -6))
    pen.colour = ROOM
    pen.ink.dashed(pen.colour, pen.all([(0.4, -7.5), (0.4, 9)]), 1.6 * pen.unit, (2.6 * pen.unit, 2.2 * pen.unit))


def _holding(pen: Sheet) -> None:
    for y in (-2.2, 2.2):
        pen.line((-6, y), (6, y))


def _turned(pen: Sheet) -> None:
    bend = [(5 * math.cos(a), -3 - 5 * math.sin(a)) for a in (math.pi * step / 12 for step in range(13))]
    pen.line((5, 8), *bend, (-5, 6))
    pen.line((-9.2, 2.2), (-5, 6.8), (-0.8, 2.2))


_LENS: tuple[Place, ...] = (
    *((x, -4.6 * math.cos(x / 11 * math.pi / 2)) for x in range(-11, 12)),
    *((x, 4.6 * math.cos(x / 11 * math.pi / 2)) for x in range(11, -12, -1)),
)


def _submarine(pen: Sheet, known: bool) -> None:
    pen.unit *= 1 if known else 0.62
    if known:
        pen.fill(*_LENS)
        pen.colour = ROOM
        pen.line((-2.4, 0), (2.4, 0), width=2.6)
        return
    pen.dotted(*_LENS[::2], pattern=(3.4, 2.4), width=2.0)
    pen.line((-2.4, 0), (2.4, 0), width=2.8)
    pen.dotted(*circle((0, 0), 17.4, 48)[:-1], pattern=(3.4, 2.6), width=1.7)


def _aircraft(pen: Sheet) -> None:
    pen.fill((-0.9, -9), (0, -10.5), (0.9, -9), (1.1, 9.5), (-1.1, 9.5))
    pen.fill((-11.6, -0.6), (0, -2.6), (11.6, -0.6), (11.6, 0.4), (0, 0.6), (-11.6, 0.4))
    pen.fill((-4.2, 8.2), (0, 7.2), (4.2, 8.2), (4.2, 9.2), (-4.2, 9.2))


def _clock(pen: Sheet) -> None:
    pen.ring(0, 0, 9.5, 1.8)
    pen.line((0, -6), (0, 0), (4.2, 2.6), width=1.8)


def _paper(pen: Sheet) -> None:
    pen.outline((-7, -9), (7, -9), (7, 9), (-7, 9), width=1.8)
    for y in (-4.4, 0, 4.4):
        pen.line((-3.8, y), (3.8 if y < 4 else 1, y), width=1.6)


def _cross(pen: Sheet) -> None:
    pen.line((-6.4, -6.4), (6.4, 6.4), width=2.6)
    pen.line((6.4, -6.4), (-6.4, 6.4), width=2.6)


_STATES = ("ready", "building", "standing-down", "withdrawn")
PENS: dict[str, Pen] = {
    "disc": lambda pen: pen.disc(0, 0, 8),
    "lozenge": lambda pen: _lozenge(pen, True),
    "disc-open": lambda pen: pen.ring(0, 0, 8),
    "lozenge-open": lambda pen: _lozenge(pen, False),
    "up": lambda pen: _trend(pen, 1, True),
    "down": lambda pen: _trend(pen, -1, True),
    "up-open": lambda pen: _trend(pen, 1, False),
    "down-open": lambda pen: _trend(pen, -1, False),
    "same": _same,
    "left": lambda pen: _arrow(pen, -1),
    "right": lambda pen: _arrow(pen, 1),
    "eye": _eye,
    "eye-closed": _eye_closed,
    "box": lambda pen: _box(pen, False),
    "box-checked": lambda pen: _box(pen, True),
    "radio": lambda pen: _radio(pen, False),
    "radio-chosen": lambda pen: _radio(pen, True),
    "check": lambda pen: pen.line((-8, 0.4), (-2.4, 6), (8, -6), width=2.6),
    "cross": _cross,
    "loss": _loss,
    "hull-0": lambda pen: _hull(pen, "0", True),
    "hull-1": lambda pen: _hull(pen, "1", True),
    "hull-0-open": lambda pen: _hull(pen, "0", False),
    "hull-1-open": lambda pen: _hull(pen, "1", False),
    "hull-neutral": lambda pen: _hull(pen, "neutral", True),
    "carrier": _carrier,
    "holding": _holding,
    "turned": _turned,
    "boarded": lambda pen: pen.ring(0, 0, 11.4, 1.6),
    "submarine": lambda pen: _submarine(pen, True),
    "submarine-suspected": lambda pen: _submarine(pen, False),
    "aircraft": _aircraft,
    "place": lambda pen: pen.fill((-5, -5), (5, -5), (5, 5), (-5, 5)),
    "clock": _clock,
    "paper": _paper,
    **{f"site-{state}": partial(_site, state=state) for state in _STATES},
    **{f"ringed-{state}": partial(_ringed, state=state) for state in _STATES},
}
"""What draws each sign, by its name."""
