"""Where the parts of the replay stand, for every size of window and text."""

from __future__ import annotations

from pygame import Rect

from game.frontends.desktop.theme import BUTTON, GUTTER, MARGIN, Grid
from game.frontends.desktop.war_room.layout import Form, Plan, form, header_height, strip_height, tab_height

_SHARES = {Form.FULL: (0.45, 0.28), Form.MIDDLE: (0.36, 0.34)}
"""Which parts of the width the map and the story take, beside which the tabs have the rest."""


def plan(grid: Grid) -> Plan:
    """Returns the rectangles of header, strip, map, story, tabs, pane, curve and foot, as far as each is there."""
    shape, margin, gap = form(grid), max(grid.space(MARGIN), 12), max(8, grid.space(GUTTER))
    head, strip = header_height(grid), strip_height(grid)
    zones = {"header": Rect(0, 0, grid.width, head), "strip": Rect(0, head, grid.width, strip)}
    width, high = grid.width - 2 * margin, max(44, grid.control(BUTTON))
    zones["foot"] = Rect(margin, grid.height - grid.foot - high, width, high)
    tall = _curve_height(grid, shape)
    zones["curve"] = Rect(margin, zones["foot"].top - gap - tall, width, tall)
    top = head + strip + (4 if shape is Form.TABS else gap)
    body = Rect(margin, top, width, zones["curve"].top - gap - top)
    zones |= _columns(grid, body, gap, shape)
    return Plan(grid, shape, zones)


def _curve_height(grid: Grid, shape: Form) -> int:
    if shape is Form.TABS:
        return max(40, round(grid.type(14) * (1.6 if grid.height < 700 else 4.6)))
    return max(grid.space(170), round(grid.type(14) * (4.6 if shape is Form.BESIDE else 6)))


def _columns(grid: Grid, body: Rect, gap: int, shape: Form) -> dict[str, Rect]:
    """Returns the columns between strip and curve: fewer, the narrower the window."""
    tall = tab_height(grid)
    if shape is Form.TABS:
        return _tabbed(body, tall, 6)
    if shape is Form.BESIDE:
        left = round(body.w * 0.42)
        return {
            "map": Rect(body.x, body.y, left, body.h),
            **_tabbed(Rect(body.x + left + gap, body.y, body.w - left - gap, body.h), tall, 0),
        }
    first, second = (round((body.w - 2 * gap) * share) for share in _SHARES[shape])
    middle = body.x + first + gap
    right = middle + second + gap
    story = round(body.h * 0.7) if shape is Form.FULL and body.h >= 14 * grid.type(15) * 2 else body.h
    low = Rect(middle, body.y + story + gap, second, body.h - story - gap)
    return {
        "map": Rect(body.x, body.y, first, body.h),
        "story": Rect(middle, body.y, second, story),
        **({"day": low} if low.h > 0 else {}),
        **_tabbed(Rect(right, body.y, body.right - right, body.h), tall, 0),
    }


def _tabbed(box: Rect, tall: int, gap: int) -> dict[str, Rect]:
    pane = Rect(box.x, box.y + tall + gap, box.w, box.h - tall - gap)
    return {"tabs": Rect(box.x, box.y, box.w, tall), "pane": pane}
