"""Where the panels of the war room stand, for every size of window and text."""

from dataclasses import dataclass
from enum import Enum

from pygame import Rect

from game.frontends.desktop.theme import GUTTER, MARGIN, SMALLEST_TYPE, Grid


class Form(Enum):
    """How the war room folds: all panels, fewer columns, map beside tabs, or tabs alone."""

    FULL = "full"
    MIDDLE = "middle"
    BESIDE = "beside"
    TABS = "tabs"


TABS = ("map", "inbox", "deal", "act", "advice", "mandate")
"""The panes of the tabbed forms, in order."""


def form(grid: Grid) -> Form:
    """Returns how the war room folds in a window."""
    width = grid.effective_width
    if width >= 1600:
        return Form.FULL
    if width >= 1150:
        return Form.MIDDLE
    return Form.BESIDE if width >= 850 else Form.TABS


@dataclass(frozen=True)
class Plan:
    """The rectangles of one window; a panel without one is not on the screen."""

    grid: Grid
    form: Form
    zones: dict[str, Rect]

    def __getitem__(self, name: str) -> Rect:
        """Returns the rectangle of a panel; raises KeyError if it has none in this form."""
        return self.zones[name]

    def __contains__(self, name: str) -> bool:
        """Returns whether a panel is on the screen."""
        return name in self.zones


def plan(grid: Grid, *, letter: bool = False) -> Plan:
    """Returns where everything stands in a window, perhaps with a letter that is to be answered."""
    shape = form(grid)
    build = {Form.FULL: _full, Form.MIDDLE: _middle, Form.BESIDE: _beside, Form.TABS: _tabs}[shape]
    zones = build(grid)
    return Plan(grid, shape, _lettered(grid, zones) if letter and shape is Form.MIDDLE else zones)


def header_height(grid: Grid) -> int:
    """Returns the height of the line at the top of every screen of play."""
    least = round(grid.type(25) * 1.55)
    if form(grid) in (Form.MIDDLE, Form.BESIDE):
        least = round(grid.type(18) * 1.3 + grid.type(14) * 1.5)
    return max(round(grid.height * 0.052), least)


def strip_height(grid: Grid) -> int:
    """Returns the height of the war room's knot strip."""
    if form(grid) is not Form.TABS:
        return round(max(grid.height * 0.190, grid.type(14) * 8.6))
    share = 0.21 if grid.text < 1.9 or grid.height >= 720 else 0.18
    return round(grid.height * share)


def slim_strip_height(grid: Grid) -> int:
    """Returns the height of the strip on the other screens of play."""
    return round(max(grid.height * 0.104, grid.type(14) * 5))


def _frame(grid: Grid) -> tuple[dict[str, Rect], int, int, int]:
    """Returns header and strip, and the margin, top and bottom of what lies below them."""
    head, strip = header_height(grid), strip_height(grid)
    zones = {"header": Rect(0, 0, grid.width, head), "strip": Rect(0, head, grid.width, strip)}
    margin = max(grid.space(MARGIN), 12)
    return zones, margin, head + strip + grid.space(GUTTER), grid.height - grid.foot


def _columns(grid: Grid, margin: int, *widths: float) -> list[tuple[int, int]]:
    """Returns left edge and width of columns of these widths (at 1920); the first takes what is left over."""
    gap = grid.space(GUTTER)
    fixed = [grid.space(width) for width in widths]
    first = grid.width - 2 * margin - sum(fixed) - gap * len(fixed)
    columns, x = [], margin
    for width in (first, *fixed):
        columns.append((x, width))
        x += width + gap
    return columns


def _rows(grid: Grid, top: int, bottom: int, *shares: float) -> list[tuple[int, int]]:
    """Returns top edge and height of rows that share the height."""
    gap = grid.space(GUTTER)
    room = bottom - top - gap * (len(shares) - 1)
    rows, y = [], top
    for number, share in enumerate(shares):
        height = bottom - y if number == len(shares) - 1 else round(room * share / sum(shares))
        rows.append((y, height))
        y += height + gap
    return rows


def _full(grid: Grid) -> dict[str, Rect]:
    zones, margin, top, bottom = _frame(grid)
    (a, aw), (b, bw), (c, cw), (d, dw) = _columns(grid, margin, 356, 352, 352)
    (upper, uh), (lower, lh) = _rows(grid, top, bottom, 0.419, 0.286)
    (_, ih), (advice, vh) = _rows(grid, upper, upper + uh, 0.233, 0.170)
    gap = grid.space(GUTTER)
    preview = grid.space(440)
    zones["map"], zones["map2"] = Rect(a, upper, aw, uh), Rect(b, upper, bw, uh)
    zones["acts"] = Rect(a, lower, b + bw - a, lh)
    zones["inbox"], zones["table"] = Rect(c, upper, cw, ih), Rect(d, upper, dw, ih)
    zones["advisers"] = Rect(c, advice, d + dw - c, vh)
    zones["preview"] = Rect(c, lower, preview, lh)
    zones["mandate"] = Rect(c + preview + gap, lower, d + dw - c - preview - gap, lh)
    return zones


def _middle(grid: Grid) -> dict[str, Rect]:
    zones, margin, top, bottom = _frame(grid)
    (a, aw), (c, cw), (d, dw) = _columns(grid, margin, 352, 352)
    (upper, uh), (lower, lh) = _rows(grid, top, bottom, 0.36, 0.34)
    right, width = c, d + dw - c
    zones["map"], zones["acts"] = Rect(a, upper, aw, uh), Rect(a, lower, aw, lh)
    (one, oh), (two, th), (three, rh) = _rows(grid, top, bottom, 0.25, 0.215, 0.275)
    zones["inbox"], zones["table"] = Rect(c, one, cw, oh), Rect(d, one, dw, oh)
    zones["advisers"] = Rect(right, two, width, th)
    zones["preview"] = Rect(right, three, width, rh)
    return zones


def _lettered(grid: Grid, zones: dict[str, Rect]) -> dict[str, Rect]:
    """Returns the zones with the table in the full width on top, inbox and advisers small under it."""
    inbox, table, advisers = (zones[name] for name in ("inbox", "table", "advisers"))
    (one, oh), (two, th) = _rows(grid, inbox.top, advisers.bottom, 0.69, 0.31)
    wide, gap = round(advisers.w * 0.56), table.x - inbox.right
    return zones | {
        "table": Rect(inbox.x, one, advisers.w, oh),
        "inbox": Rect(inbox.x, two, wide, th),
        "advisers": Rect(inbox.x + wide + gap, two, advisers.w - wide - gap, th),
    }


def tab_height(grid: Grid) -> int:
    """Returns the height of the bar of tabs."""
    return max(32, grid.control(44), round(grid.type(SMALLEST_TYPE) * 1.9))


def _beside(grid: Grid) -> dict[str, Rect]:
    zones, margin, top, bottom = _frame(grid)
    gap, width = grid.space(GUTTER), grid.width - 2 * margin
    left = round(width * 0.36)
    x = margin + left + gap
    zones["map"] = Rect(margin, top, left, bottom - top)
    zones["tabs"] = Rect(x, top, width - left - gap, tab_height(grid))
    body = top + tab_height(grid) + gap
    (pane, ph), (low, lh) = _rows(grid, body, bottom, 0.5, 0.5)
    zones["pane"] = Rect(x, pane, width - left - gap, ph)
    zones["preview"] = Rect(x, low, width - left - gap, lh)
    return zones


def _tabs(grid: Grid) -> dict[str, Rect]:
    zones, margin, _, bottom = _frame(grid)
    gap, width = grid.space(GUTTER), grid.width - 2 * margin
    start = zones["strip"].bottom
    zones["tabs"] = Rect(margin, start + 4, width, tab_height(grid))
    body = zones["tabs"].bottom + gap
    zones["pane"] = Rect(margin, body, width, bottom - body)
    return zones
