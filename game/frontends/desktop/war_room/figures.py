"""Rows of a preview: a name, the value before, an arrow, the value after, and which way it goes."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, Role
from game.frontends.desktop.war_room.fit import em, wide
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


def height(desk: Desk, figures: Sequence[Figure], width: int, units: float = SIZE) -> int:
    """Returns the height in pixels of rows of that width, one under the other."""
    return row_height(desk, units) * sum(len(_names(desk, figure, width, units)) for figure in figures)


def draw(
    desk: Desk, surface: Surface, box: Rect, figures: Sequence[Figure], units: float = SIZE, most: int = 30
) -> None:
    """Draws the rows that fit, in two columns where one is too short and there is width.

    A row is at most `most` times as wide as its type is high; one too long for its column has both for itself.
    """
    step, whole = row_height(desk, units), min(box.w, desk.size(units) * most)
    columned = height(desk, figures, whole, units) > box.h and box.w >= desk.size(units) * 29
    gap = desk.size(units) * 2
    width = min((box.w - gap) // 2, whole) if columned else whole
    alone = [figure for figure in figures if not columned or len(_names(desk, figure, width, units)) > 1]
    y = box.y
    for figure in alone:
        tall = height(desk, [figure], box.w if columned else whole, units)
        if y + tall > box.bottom:
            break
        row(desk, surface, Rect(box.x, y, box.w if columned else whole, step), figure, units)
        y += tall
    rows = max(0, box.bottom - y) // step
    short = [figure for figure in figures if figure not in alone]
    for number, figure in enumerate(short[: rows * 2]):
        column, line = divmod(number, rows)
        row(desk, surface, Rect(box.x + column * (width + gap), y + line * step, width, step), figure, units)


def _brief(figure: Figure) -> str:
    """Returns the value after without its span."""
    return figure.after.partition(" (")[0]


def _names(desk: Desk, figure: Figure, width: int, units: float) -> list[str]:
    """Returns the name in as many lines as it needs beside the value after, as that is at its shortest."""
    size = desk.size(units)
    free = width - em(desk, 11) - size - wide(desk, _brief(figure), Role.STRONG, units)
    longest = max(wide(desk, word, Role.TEXT, units) for word in figure.name.split())
    return desk.type.wrap(figure.name, Role.TEXT, size, max(free, longest))


def row(desk: Desk, surface: Surface, box: Rect, figure: Figure, units: float = SIZE) -> None:
    """Draws a row whose first line is the box: better is bone, worse is danger, a triangle shows where it goes."""
    base, size = desk.middle(box, Role.TEXT, units), desk.size(units)
    colour = DANGER if figure.tone == "worse" else BONE
    mark = em(desk, 11)
    x = box.right - mark - size // 2  # the column of triangles stays free where there is none
    if figure.low != figure.high:
        sign: signs.SignName = "up" if figure.high > figure.low else "down"
        signs.stamp(surface, sign, (box.right - mark / 2, box.centery), mark, colour)
    names = _names(desk, figure, box.w, units)
    room = x - box.x - size // 2 - max(wide(desk, line, Role.TEXT, units) for line in names)
    words = figure.after if wide(desk, figure.after, Role.STRONG, units) <= room else _brief(figure)
    free = room - wide(desk, words, Role.STRONG, units) - size * 2
    spelt = (figure.compared, figure.before)
    before = next((text for text in spelt if text and wide(desk, text, Role.MEDIUM, units) <= free), "")
    left = desk.text(surface, words, Role.STRONG, units, (x, base), colour, "right").left
    if before:
        signs.stamp(surface, "right", (left - size, box.centery), size, ASH)
        desk.text(surface, before, Role.MEDIUM, units, (left - size * 2, base), BONE, "right")
    for number, name in enumerate(names):
        desk.text(surface, name, Role.TEXT, units, (box.x, base + number * row_height(desk, units)), ASH)
