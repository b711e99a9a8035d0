"""Rows of a preview: a name, the value before, an arrow, the value after, and which way it goes."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, Role
from game.frontends.desktop.war_room.fit import em, one, wide
from game.frontends.presenter.models import Figure

SIZE = 15
_APART = ("settled_by_end", "score_by_end")


def row_height(desk: Desk, units: float = SIZE) -> int:
    """Returns the height of a row in type of that size."""
    return round(desk.size(units) * 1.5)


def changing(figures: Sequence[Figure]) -> list[Figure]:
    """Returns the figures that can be seen to change, and always that of war by the end."""
    return [
        figure
        for figure in figures
        if figure.role == "war_by_end" or (figure.low != figure.high and figure.before != figure.after)
    ]


def pressing(figures: Sequence[Figure]) -> list[Figure]:
    """Returns the figures that can be seen to change, without those of the forecast that can wait for a larger page."""
    return [figure for figure in changing(figures) if figure.role not in _APART]


def draw(
    desk: Desk, surface: Surface, box: Rect, figures: Sequence[Figure], units: float = SIZE, most: int = 30
) -> int:
    """Draws as many rows as fit, in two columns where one is too short and there is width; returns how many.

    A row is at most `most` times as wide as its type is high.
    """
    step = row_height(desk, units)
    rows = max(0, box.h // step)
    across = 2 if len(figures) > rows and box.w >= desk.size(units) * 29 else 1
    gap = desk.size(units) * 2
    width = min((box.w - gap * (across - 1)) // across, desk.size(units) * most)
    shown = figures[: rows * across]
    for number, figure in enumerate(shown):
        column, line = divmod(number, max(1, rows))
        row(desk, surface, Rect(box.x + column * (width + gap), box.y + line * step, width, step), figure, units)
    return len(shown)


def row(desk: Desk, surface: Surface, box: Rect, figure: Figure, units: float = SIZE) -> None:
    """Draws one row: better is bone, worse is danger, and the triangle shows the way the number goes."""
    base, size = desk.middle(box, Role.TEXT, units), desk.size(units)
    colour = DANGER if figure.tone == "worse" else BONE
    mark = em(desk, 11)
    x = box.right - mark - size // 2  # the column of triangles stays free where there is none
    if figure.low != figure.high:
        sign: signs.SignName = "up" if figure.high > figure.low else "down"
        signs.stamp(surface, sign, (box.right - mark / 2, box.centery), mark, colour)
    after = wide(desk, figure.after, Role.STRONG, units)
    room = box.w - (box.right - x) - size // 2
    free = room - wide(desk, figure.name, Role.TEXT, units) - after - size * 2
    spelt = (figure.compared, figure.before)
    before = next((text for text in spelt if text and wide(desk, text, Role.MEDIUM, units) <= free), "")
    words = one(desk, figure.after, Role.STRONG, units, room - size * 5) if after > room - size * 4 else figure.after
    left = desk.text(surface, words, Role.STRONG, units, (x, base), colour, "right").left
    if before:
        signs.stamp(surface, "right", (left - size, box.centery), size, ASH)
        end = left - size * 2
        left = desk.text(surface, before, Role.MEDIUM, units, (end, base), BONE, "right").left
    name = one(desk, figure.name, Role.TEXT, units, left - box.x - size // 2)
    desk.text(surface, name, Role.TEXT, units, (box.x, base), ASH)
