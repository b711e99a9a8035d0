"""Boxes at the edge of a map that point to ships beyond it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.chart import Chart
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.ink import Place
from game.frontends.desktop.theme import BONE, EDGE, SEA, Role
from game.frontends.desktop.war_room import marks
from game.frontends.desktop.war_room.fit import one
from game.frontends.presenter.map.charts import VesselMark

Edged = tuple[str, Rect]
"""The key of a thing and the box that points to it."""


def boxes(
    desk: Desk, picture: Surface, base: Chart, outside: Sequence[VesselMark], bounds: Rect, taken: Sequence[Rect]
) -> list[Edged]:
    """Draws a box for each of the nearest ships beyond the frame; returns what was drawn."""
    most = 3 if bounds.w > 560 and bounds.h > 300 else 2 if bounds.w > 300 and bounds.h > 240 else 0
    near = sorted(outside, key=lambda mark: (not mark.does, math.dist(base.point(*mark.at), bounds.center)))
    found: list[Edged] = []
    for mark in [mark for mark in near if _near(base, mark)][: 2 * most]:
        at = base.point(*mark.at)
        note = one(desk, mark.note.split(",")[0].split(";")[0], Role.TEXT, 14, round(bounds.w * 0.36))
        width = max(desk.width(mark.name, Role.STRONG, 14) + 3 * desk.size(18), desk.width(note, Role.TEXT, 14))
        box = Rect(0, 0, width + 16, desk.line(Role.TEXT, 14) * 2 + 6)
        box.center = round(at[0]), round(at[1])
        free = _free(box.clamp(bounds), bounds, [*taken, *(rect for _, rect in found)])
        if free and len(found) < most:
            _draw(desk, picture, base, free, mark, note, at)
            found.append((f"vessel.{mark.id}", free))
    return found


def _near(base: Chart, mark: VesselMark) -> bool:
    """Returns whether a vessel is near enough to this theatre to be pointed to."""
    (x, y), (width, height) = base.point(*mark.at), base.size
    return mark.kind == "ship" and -2.2 * width < x < 3.2 * width and -2.2 * height < y < 3.2 * height


def _free(box: Rect, bounds: Rect, taken: Sequence[Rect]) -> Rect | None:
    """Returns the box moved along the edge until it covers nothing, or None."""
    upright = box.left == bounds.left or box.right == bounds.right
    for step in range(40):
        for way in (1, -1):
            moved = box.move(0, way * step * 10) if upright else box.move(way * step * 10, 0)
            if bounds.contains(moved) and moved.inflate(8, 8).collidelist(list(taken)) < 0:
                return moved
    return None


def _draw(desk: Desk, picture: Surface, base: Chart, box: Rect, mark: VesselMark, note: str, at: Place) -> None:
    colour = marks.colour_of(mark.side)
    picture.fill(SEA, box)
    pygame.draw.rect(picture, colour if mark.side is not None else EDGE, box, 1)
    line, size = desk.line(Role.TEXT, 14), desk.size(18)
    top = Rect(box.x, box.y + 3, box.w, line)
    turn = 0 if mark.kind == "submarine" else marks.course(base, mark)
    signs.stamp(picture, marks.vessel_sign(mark), (box.x + 8 + size / 2, top.centery), size, colour, turn)
    left = box.x + 14 + size
    desk.text(picture, mark.name, Role.STRONG, 14, (left, desk.middle(top, Role.STRONG, 14)), colour)
    angle = math.degrees(math.atan2(at[1] - box.centery, at[0] - box.centerx))
    signs.stamp(picture, "right", (box.right - 8 - size / 2, top.centery), size, colour, angle)
    low = Rect(box.x, top.bottom, box.w, line)
    desk.text(picture, note, Role.TEXT, 14, (box.x + 8, desk.middle(low, Role.TEXT, 14)), BONE)
