"""The scales of a deal: what it costs at the left, what it brings at the right."""

from __future__ import annotations

import math

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.ink import Ink, Place
from game.frontends.desktop.theme import ASH, BONE, DANGER, SIDE_COLOURS, Role
from game.frontends.desktop.war_room.fit import em
from game.frontends.desktop.war_room.wording import signed

_MOST = 0.16
_WORDS = ("what it costs you", "what it brings you")


def draw(desk: Desk, surface: Surface, box: Rect, cost: int, gain: int, seat: int) -> None:
    """Draws the beam tilted by cost against gain, both in points, with the figures beside the pans."""
    pan, middle = box.w * 0.075, (box.centerx, box.y + round(box.h * 0.3))
    beside = max(desk.width(words, Role.TEXT, 14) for words in _WORDS) + em(desk, 16)
    arm = min(box.w * 0.30, box.w / 2 - pan - beside)
    tilt = math.tanh((gain + cost) / 60) * _MOST * box.h / arm
    ink = Ink(box.size)
    left, right = (
        (middle[0] - box.x + way * arm * math.cos(tilt), middle[1] - box.y + way * arm * math.sin(tilt))
        for way in (-1, 1)
    )
    ink.line(BONE, [left, right], max(2.0, box.h * 0.035))
    centre = middle[0] - box.x, middle[1] - box.y
    foot = box.h * 0.55
    ink.line(
        BONE, [(centre[0] - foot * 0.22, centre[1] + foot), centre, (centre[0] + foot * 0.22, centre[1] + foot)], 1.5
    )
    ink.line(BONE, [(centre[0] - foot * 0.22, centre[1] + foot), (centre[0] + foot * 0.22, centre[1] + foot)], 1.5)
    ink.disc(BONE, centre, max(4, box.h * 0.06))
    for end, owner in ((left, seat), (right, 1 - seat)):
        _pan(ink, end, box.h * 0.36, pan, owner)
    ink.onto(surface, box.topleft)
    size = 30 if box.h > em(desk, 84) else 20
    base = box.y + box.h * 0.60
    at = desk.text(surface, signed(cost), Role.STRONG, size, (box.x + em(desk, 8), base), DANGER if cost < 0 else BONE)
    desk.text(surface, _WORDS[0], Role.TEXT, 14, (at.x, base + em(desk, 18)), ASH)
    desk.text(surface, signed(gain), Role.STRONG, size, (box.right - em(desk, 8), base), BONE, "right")
    desk.text(surface, _WORDS[1], Role.TEXT, 14, (box.right - em(desk, 8), base + em(desk, 18)), ASH, "right")


def _pan(ink: Ink, end: Place, drop: float, half: float, owner: int) -> None:
    """Draws a pan hanging from an end of the beam."""
    x, y = end
    ink.line(ASH, [(x - half, y + drop), (x, y), (x + half, y + drop)], 1.0)
    bowl = [(x + half * math.cos(turn), y + drop + half * 0.3 * math.sin(turn)) for turn in _ARC]
    ink.line(SIDE_COLOURS[owner], bowl, 2.0, closed=True)


_ARC = [math.pi * part / 16 for part in range(17)]


def spread(desk: Desk, surface: Surface, box: Rect, low: int, high: int, holding: int, seat: int) -> None:
    """Draws a line of points with the range of a guess hatched in a side's colour and the mark of holding out."""
    reach = max(30, abs(low), abs(high), abs(holding)) + 5
    first, last = (min(0, low, holding) - 5, reach)

    def at(value: int) -> int:
        return round(box.x + box.w * (value - first) / (last - first))

    line = box.y + round(box.h * 0.52)
    surface.fill(ASH, Rect(box.x, line, box.w, 1))
    step = 20 if last - first <= 120 else 50
    for tick in range(-(-first // step) * step, last + 1, step):
        surface.fill(ASH, Rect(at(tick), line - 3, 1, 7))
        if at(tick) + em(desk, 12) < box.right:
            desk.text(surface, signed(tick), Role.TEXT, 14, (at(tick), box.bottom - 2), ASH, "centre")
    tall = em(desk, 14)
    bar = Rect(at(low), line - tall // 2, max(4, at(high) - at(low)), tall)
    signs.hatch(surface, bar, SIDE_COLOURS[seat], gap=5)
    pygame.draw.rect(surface, SIDE_COLOURS[seat], bar, 1)
    mark = at(holding)
    surface.fill(BONE, Rect(mark, line - tall, 2, tall * 2))
    word = "no deal"
    half = desk.width(word, Role.TEXT, 14) // 2
    spot = max(box.x + half, min(box.right - half, mark))
    desk.text(surface, word, Role.TEXT, 14, (spot, line - tall - 3), BONE, "centre")
