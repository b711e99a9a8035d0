"""Tonight's odds and the forecast in the strip: figures, what a preview makes of them, and the lines under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, Colour, Role
from game.frontends.desktop.war_room import gauges
from game.frontends.desktop.war_room.fit import em, wide
from game.frontends.presenter.forecasts import LED, Foreseen
from game.frontends.presenter.models import Figure
from game.frontends.presenter.words import odds

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.strip import Strip

Spot = tuple[float, float]


def draw(desk: Desk, surface: Surface, box: Rect, strip: Strip) -> None:
    """Draws the odds of an incident and of war side by side, or in two rows where it is narrow; forecasts below."""
    gauge, base = strip.gauge, box.bottom - desk.grid.space(28)
    tonight = [("Incident tonight", gauge.hazard.one_in, "hazard"), ("War tonight", gauge.war.one_in, "war")]
    if strip.foreseen:
        inner = Rect(box.x + desk.grid.space(8), box.y, box.w - desk.grid.space(8), box.h)
        base = _forecast(desk, surface, inner, strip, strip.foreseen)
    size, gap = 30 if desk.grid.effective_width >= 1500 else 20, desk.grid.space(24)
    rows = [(name, before, strip.ahead(role)) for name, before, role in tonight]
    widths = [
        max(pair_width(desk, before, following(figure), size), wide(desk, name, Role.SIGN, 16))
        for name, before, figure in rows
    ]
    if sum(widths) + gap <= box.w:
        x = box.x + desk.grid.space(8)
        label = (
            base - round(desk.size(size) * (0.95 if strip.foreseen else 1.05)) - em(desk, 2 if strip.foreseen else 4)
        )
        for (name, before, figure), width in zip(rows, widths, strict=True):
            high = desk.type.capitals(Role.SIGN, desk.size(16))
            gauges.veil(surface, Rect(x, label - high, wide(desk, name, Role.SIGN, 16), high).inflate(8, 8))
            pair(desk, surface, (x, base), before, following(figure), _colour(figure), size)
            desk.text(surface, name, Role.SIGN, 16, (x, label), ASH)
            x += width + gap
        return
    left, step = wide(desk, "Incident", Role.SIGN, 14) + em(desk, 8), em(desk, 18 if strip.foreseen else 24)
    widest = max(pair_width(desk, before, following(figure), 18) for _, before, figure in rows)
    size = 18 if left + widest <= box.w and not strip.foreseen else 14
    for number, (name, before, figure) in enumerate(rows):
        low = base - (1 - number) * step
        pair(desk, surface, (box.x + left, low), before, following(figure), _colour(figure), size)
        desk.text(surface, name.removesuffix(" tonight"), Role.SIGN, 14, (box.x, low), ASH)


def _forecast(desk: Desk, surface: Surface, box: Rect, strip: Strip, foreseen: Foreseen) -> int:
    """Draws the forecast at the foot of a box, shorter where it is narrow; returns the base of what stands above.

    In the narrowest the figure after the arrow is left to the preview.
    """
    figure = strip.ahead("war_by_end")
    moved = figure is not None and figure.low != figure.high
    full = foreseen.war.percent if moved else foreseen.war.full
    long, short = ("War if nobody moves", "War by the end"), ("If none moves", "By the end")
    longest = (long[0], f"{long[1]} {LED}")
    percent, ahead = foreseen.war.percent, following(figure)
    tries = ((longest, full, ahead), (long, full, ahead), (short, full, ahead), (short, percent, ahead))
    for names, war, then in (*tries, (short, percent, "")):
        rows = ((names[0], foreseen.tonight, ""), (names[1], war, then))
        column = max(wide(desk, name, Role.TEXT, 14) for name in names) + em(desk, 10)
        if column + max(pair_width(desk, value, after, 14) for _, value, after in rows) <= box.w:
            break
    step, low = round(desk.size(14) * 1.25), box.bottom - desk.grid.space(9)
    for name, value, after in reversed(rows):
        desk.text(surface, name, Role.TEXT, 14, (box.x, low), ASH)
        pair(desk, surface, (box.x + column, low), value, after, _colour(figure), 14)
        low -= step
    return low - em(desk, 2)


def following(figure: Figure | None) -> str:
    """Returns the figure after the arrow, `` if it reads like that before: after `1 in 16` of `1 in 20` only the 20."""
    if figure is None:
        return ""
    if figure.role == "war_by_end":
        before, after = (f"{round(value / 100)} %" for value in (figure.low, figure.high))
    else:
        before, after = (odds(value).one_in for value in (figure.low, figure.high))
    if before == after:
        return ""
    return after.removeprefix("1 in ") if before.startswith("1 in ") else after


def _colour(figure: Figure | None) -> Colour:
    """Returns the colour of what a preview brings: worse is danger, where it is sure to be worse."""
    return DANGER if figure and figure.tone == "worse" else BONE


def pair_width(desk: Desk, before: str, after: str, size: float) -> int:
    """Returns the width of a figure with the one previewed."""
    width = wide(desk, before, Role.STRONG, size)
    if after:
        width += desk.size(max(14, size * 0.6)) * 2 + wide(desk, after, Role.STRONG, max(14, size * 0.6))
    return width


def pair(desk: Desk, surface: Surface, at: Spot, before: str, after: str, colour: Colour, size: float) -> int:
    """Draws a figure and, after an arrow, the smaller figure previewed; returns the right edge."""
    box = desk.text(surface, before, Role.STRONG, size, at, BONE)
    if not after:
        return box.right
    small = desk.size(max(14, size * 0.6))
    middle = at[1] - desk.type.capitals(Role.STRONG, small) / 2
    signs.stamp(surface, "right", (box.right + small, middle), round(small * 1.1), colour)
    return desk.text(surface, after, Role.STRONG, max(14, size * 0.6), (box.right + small * 2, at[1]), colour).right


def draw_small(desk: Desk, surface: Surface, box: Rect, strip: Strip, inset: int) -> None:
    """Draws odds right-aligned in rows that end at the foot of a box, the top one `inset` from its edge.

    The forecast stands below them where there is height for a third row.
    """
    gauge, step = strip.gauge, em(desk, 24)
    rows = [("Incident", gauge.hazard.one_in, "hazard"), ("War", gauge.war.one_in, "war")]
    if strip.foreseen and box.bottom - 3 * step > desk.line(Role.SIGN, 16):
        rows.append(("War by the end", strip.foreseen.war.percent, "war_by_end"))
    for number, (name, before, role) in enumerate(rows):
        low = box.bottom - (len(rows) - 1 - number) * step
        right = box.right - (inset if number == 0 else 0)
        room, after = right - box.x - em(desk, 8), following(strip.ahead(role))
        label = wide(desk, name, Role.SIGN, 14) + em(desk, 8)
        size = next((s for s in (20, 16) if pair_width(desk, before, after, s) + label <= room), 14)
        start = max(box.x + em(desk, 8), right - pair_width(desk, before, after, size))
        pair(desk, surface, (start, low), before, after, _colour(strip.ahead(role)), size)
        if start - label > box.x:
            desk.text(surface, name, Role.SIGN, 14, (start - em(desk, 8), low), ASH, "right")
