"""The look of the window: palette, strain ramp, type roles and the grid, all without a toolkit."""

from enum import Enum
from itertools import pairwise
from typing import NamedTuple

Colour = tuple[int, int, int]


def rgb(text: str) -> Colour:
    """Returns the colour written as `#RRGGBB`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


ROOM = rgb("#0C1214")
PANEL = rgb("#141D21")
RAISE = rgb("#1C282D")
SEA = rgb("#0F181C")
LAND = rgb("#24322F")
COAST = rgb("#7C9187")
GRID = rgb("#1A282E")
LINE = rgb("#34454C")
EDGE = rgb("#62767E")
BONE = rgb("#EDE6D4")
ASH = rgb("#AAB4AE")
VERDIGRIS = rgb("#AEE3D3")
VIOLET = rgb("#A588E2")
DANGER = rgb("#FF7458")
HEMP = rgb("#D8AC66")
FOCUS = rgb("#FFDD80")
PAPER = rgb("#E6DCC3")
INK = rgb("#221D17")
INK_FAINT = rgb("#584C3C")
STAMP = rgb("#94281B")
FOLDER = rgb("#AD9569")
TAB = rgb("#99825B")
SEAL = rgb("#33206B")

SIDE_COLOURS: tuple[Colour, Colour] = (VERDIGRIS, VIOLET)
"""The colours of the first and of the second side, by seat."""

_RAMP = tuple(
    (at, rgb(text))
    for at, text in (
        (0, "#AFAE9C"),
        (25, "#CBB98C"),
        (45, "#D8AC66"),
        (65, "#DC8B4E"),
        (85, "#DE5A40"),
        (98, "#F2472F"),
        (100, "#F2472F"),
    )
)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Returns the colour at `share` (0 to 1) of the way from the first to the second."""
    a, b, c = (round(x + (y - x) * share) for x, y in zip(first, second, strict=True))
    return a, b, c


def ramp(strain: float) -> Colour:
    """Returns the colour of rope, scale and rungs at a strain of 0 (loose) to 100 (torn)."""
    for (low, first), (high, second) in pairwise(_RAMP):
        if strain <= high:
            return mix(first, second, max(0.0, strain - low) / (high - low))
    return _RAMP[-1][1]


def luminance(colour: Colour) -> float:
    """Returns the relative luminance of a colour, 0 (black) to 1 (white)."""
    parts = [c / 255 for c in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Colour, second: Colour) -> float:
    """Returns the contrast of two colours, 1 (none) to 21 (black on white)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


HOVER = mix(RAISE, BONE, 0.08)
"""The ground of what the mouse is over: as light as every text colour that stands on it can still be read on."""


class Face(NamedTuple):
    """A way of setting type: font file, letter spacing and line height in parts of the size."""

    file: str
    spacing: float = 0.0
    leading: float = 1.35
    capitals: bool = False
    typewritten: bool = False


class Role(Enum):
    """What a text is for, and so the face it is set in."""

    SIGN = Face("Oswald-Medium.ttf", spacing=0.06, capitals=True)
    TITLE = Face("Oswald-SemiBold.ttf", spacing=0.06, capitals=True)
    TEXT = Face("IBMPlexSans-Regular.ttf")
    MEDIUM = Face("IBMPlexSans-Medium.ttf")
    STRONG = Face("IBMPlexSans-SemiBold.ttf")
    DOCUMENT = Face("GNUTypewriter.ttf", leading=1.45, typewritten=True)


SMALLEST_TYPE = 14
UNIT, MARGIN, GUTTER, PADDING, CARD_GAP = 8, 24, 16, 14, 8
HEAD, BUTTON, RADIUS, BORDER = 36, 44, 3, 1
FOCUS_WIDTH, FOCUS_GAP = 3, 2
SMALLEST_TARGET, SMALLEST_MAIN_TARGET = 32, 44


def scale(width: int, height: int) -> float:
    """Returns how large space is drawn in a window of this size, 1 at 1920 by 1080."""
    return min(width / 1920, height / 1080)


class Grid(NamedTuple):
    """The measures of one window: its size in pixels and the text setting, 1.0 to 2.0."""

    width: int
    height: int
    text: float = 1.0

    @property
    def scale(self) -> float:
        """Returns the scale of space."""
        return scale(self.width, self.height)

    @property
    def effective_width(self) -> float:
        """Returns the width on which reflow depends."""
        return self.width / self.text

    def space(self, units: float) -> int:
        """Returns a distance given at 1920 by 1080 in pixels of this window, at least 1."""
        return max(1, round(units * self.scale))

    def type(self, size: float) -> int:
        """Returns a type size given at 1920 by 1080 in pixels of this window, never under 14."""
        readable = SMALLEST_TYPE + (size - SMALLEST_TYPE) / 4
        return round(max(size * self.scale, readable, SMALLEST_TYPE) * self.text)

    @property
    def foot(self) -> int:
        """Returns the height of the row at the foot of every screen that is kept free for captions."""
        return max(self.space(MARGIN), round(self.type(SMALLEST_TYPE) * 1.4) + 2)

    def control(self, units: float) -> int:
        """Returns the height of something that holds type (head, button, card) in pixels of this window."""
        return max(self.space(units), round(self.type(SMALLEST_TYPE) * units / 26))
