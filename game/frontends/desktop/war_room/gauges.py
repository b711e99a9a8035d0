"""The small instruments of the knot strip: rungs of a ladder, the worded scale, the dial of threats."""

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.theme import ASH, BONE, DANGER, EDGE, LINE, ROOM, SIDE_COLOURS, Colour, Role, mix, ramp
from game.frontends.desktop.type import Type

LIT, AHEAD, UNLIT = 1.0, 0.55, 0.32
"""How bright a band of the scale is: that of the mark, that of the previewed mark, any other."""
_SEEN = 0.1
"""How much of the rope is seen behind text."""
_APART = 0.8
"""The least distance between two words under the scale, in parts of their size."""


def veil(surface: Surface, box: Rect) -> None:
    """Dims the rope where text so large that it finds no other place stands over it."""
    surface.fill(mix((0, 0, 0), (255, 255, 255), _SEEN), box, pygame.BLEND_RGB_MULT)
    surface.fill(mix((0, 0, 0), ROOM, 1 - _SEEN), box, pygame.BLEND_RGB_ADD)


def rungs(surface: Surface, box: Rect, seat: int, climbed: int, previewed: int | None, count: int) -> None:
    """Draws a ladder of `count` rungs from the outer end: climbed ones filled, previewed hatched, the rest outlined."""
    colour, step = SIDE_COLOURS[seat], box.w / max(1, count)
    width = max(3, round(step * 0.78))
    low, high = sorted((climbed, climbed if previewed is None else previewed))
    for number in range(count):
        x = box.left + step * number if seat == 0 else box.right - step * number - width
        rung = Rect(round(x), box.top, width, box.h)
        if number < low:
            surface.fill(colour, rung)
        elif number < high:
            signs.hatch(surface, rung, colour, gap=max(4, width // 2), width=1.2)
            pygame.draw.rect(surface, colour, rung, 1)
        else:
            pygame.draw.rect(surface, EDGE, Rect(rung.x, rung.y + rung.h // 4, rung.w, max(3, rung.h // 2)), 1)


def scale(
    surface: Surface,
    box: Rect,
    bands: Sequence[tuple[int, str]],
    value: int,
    previewed: int | None,
    type_: Type,
    size: int,
    words: bool = True,
) -> None:
    """Draws the scale from 0 to 100 in its worded bands (upper end, word), with its mark and the previewed one.

    The box holds the bar; marks stand above it and words below.
    """
    start, named = 0, _band(bands, value)
    ahead = named if previewed is None else _band(bands, previewed)
    for number, (end, _) in enumerate(bands):
        left, right = _at(box, start), _at(box, end if number < len(bands) - 1 else 100)
        middle = (start + end) / 2
        lit = LIT if number == named else AHEAD if number == ahead else UNLIT
        surface.fill(mix(ROOM, ramp(middle), lit), Rect(left, box.top, right - left - 1, box.h))
        start = end + 1
    if words:
        _words(surface, box, bands, named, ahead, type_, size)
    for tick in range(0, 101, 10):
        surface.fill(EDGE, Rect(_at(box, tick), box.top - max(2, box.h // 2), 1, max(2, box.h // 2)))
    _marks(surface, box, value, previewed)


def _words(
    surface: Surface, box: Rect, bands: Sequence[tuple[int, str]], named: int, ahead: int, type_: Type, size: int
) -> None:
    """Draws the words of the bands under them: all, moved apart where it is narrow, or else what there is room for."""
    base = box.bottom + type_.ascent(Role.SIGN, size) * 0.98
    for number, left in _word_starts(box, bands, (named, ahead), type_, size).items():
        colour = BONE if number == named else (DANGER if ahead > named else BONE) if number == ahead else ASH
        type_.draw(surface, bands[number][1], Role.SIGN, size, colour, (left, base))


def _word_starts(
    box: Rect, bands: Sequence[tuple[int, str]], first: tuple[int, int], type_: Type, size: int
) -> dict[int, float]:
    """Returns where the words begin, by band: under the middle of it, or as near as the other words let them."""
    starts = [0, *(end + 1 for end, _ in bands)]
    widths = [type_.text(word, Role.SIGN, size, BONE).get_width() for _, word in bands]
    kept, apart = list(range(len(bands))), round(size * _APART)
    while len(kept) > 1 and sum(widths[n] for n in kept) + apart * (len(kept) - 1) > box.w:
        kept.remove(max(kept, key=lambda n: (n not in first, abs(n - first[0]))))
    left: dict[int, float] = {}
    edge: float = box.left
    for number in kept:
        middle = (_at(box, starts[number]) + _at(box, bands[number][0])) / 2
        left[number] = max(edge, middle - widths[number] / 2)
        edge = left[number] + widths[number] + apart
    edge = box.right
    for number in reversed(kept):
        left[number] = min(left[number], edge - widths[number])
        edge = left[number] - apart
    return left


def _marks(surface: Surface, box: Rect, value: int, previewed: int | None) -> None:
    size = max(12, box.h * 2)
    here = _at(box, value)
    if previewed is not None and previewed != value:
        there = _at(box, previewed)
        for x in range(min(here, there) + 4, max(here, there) - 2, 6):
            surface.fill(BONE, Rect(x, box.centery - 1, 3, 2))
        colour = DANGER if previewed > value else BONE
        signs.stamp(surface, "down-open", (there, box.top - size * 0.4), size, colour)
    signs.stamp(surface, "down", (here, box.top - size * 0.4), size, BONE)
    surface.fill(BONE, Rect(here - 1, box.top - 2, 2, box.h + 4))


def _at(box: Rect, value: float) -> int:
    return round(box.left + box.w * max(0.0, min(100.0, value)) / 100)


def _band(bands: Sequence[tuple[int, str]], value: int) -> int:
    return next((number for number, (end, _) in enumerate(bands) if value <= end), len(bands) - 1)


def dial(surface: Surface, box: Rect, low: int, high: int, value: int, previewed: int | None) -> None:
    """Draws the thin dial of threats: a line with a filled mark, and a hollow one where a preview would move it."""
    colours: tuple[Colour, Colour] = SIDE_COLOURS
    surface.fill(LINE, Rect(box.left, box.centery, box.w, 1))
    for seat, x in ((1, box.left), (0, box.right - 1)):
        surface.fill(colours[seat], Rect(x, box.centery - box.h // 3, 2, 2 * (box.h // 3)))
    surface.fill(EDGE, Rect(box.centerx, box.centery - box.h // 4, 1, box.h // 2))
    size = max(10, box.h)

    def spot(at: int) -> tuple[float, float]:
        share = (at - low) / max(1, high - low)
        return box.left + box.w * max(0.0, min(1.0, share)), box.centery

    if previewed is not None and previewed != value:
        signs.stamp(surface, "lozenge-open" if previewed < value else "disc-open", spot(previewed), size, BONE)
    signs.stamp(surface, "disc", spot(value), size, BONE)
