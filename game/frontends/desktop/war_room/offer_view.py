"""What a draft offer is worth and does, and the letter that would carry it."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, INK, INK_FAINT, LINE, PANEL, PAPER, STAMP, Role
from game.frontends.desktop.war_room import figures, scales
from game.frontends.desktop.war_room.fit import em, one
from game.frontends.desktop.war_room.wording import signed, typed
from game.frontends.presenter.forecasts import Estimate
from game.frontends.presenter.models import ChannelChoice, OfferSheet
from game.frontends.presenter.words import AS_SEEN, minus

_MOST = 6000
"""The highest picture of a worth, in pixels; what is not needed of it is cut off."""
_EMPTY = "Choose a clause to see what the deal is worth."


def letter(desk: Desk, width: int, least: int, sheet: OfferSheet, channel: ChannelChoice) -> Surface:
    """Returns the letter on paper, at least so high; where it is higher it leaves room for the bar that scrolls."""
    pad, step = em(desk, 18), desk.line(Role.DOCUMENT, 14)
    text = typed(sheet.gives, sheet.wants) or "Nothing is written yet."
    room, inner = least - 2 * pad - 3 * step, width - 2 * pad
    size = next((size for size in (17, 16, 15) if desk.block_height(text, Role.DOCUMENT, size, inner) <= room), 0)
    if not size:
        size, width = 17, width - 10
    tall = desk.block_height(text, Role.DOCUMENT, size, width - 2 * pad)
    picture = Surface((width, max(least, tall + 2 * pad + 3 * step)))
    picture.fill(PAPER)
    head = one(desk, channel.name.upper(), Role.DOCUMENT, 14, width - 2 * pad)
    y = desk.block(picture, head, Role.DOCUMENT, 14, (pad, pad), width - 2 * pad, STAMP).bottom
    y = desk.block(picture, text, Role.DOCUMENT, size, (pad, y + step // 3), width - 2 * pad, INK).bottom
    if sheet.arrives:
        foot = f"arrives {sheet.arrives}, lapses {sheet.lapses}"
        desk.block(picture, foot, Role.DOCUMENT, 14, (pad, y + step // 3), width - 2 * pad, INK_FAINT)
    return picture


def _rows(sheet: OfferSheet) -> list[tuple[str, str]]:
    """Returns name and value of what is to be known besides, line by line."""
    rows = [
        (f"No deal, {AS_SEEN}", str(sheet.no_deal)),
        ("No deal to them, a guess", str(sheet.them_no_deal)),
    ]
    if sheet.leak.of_ten_thousand:
        rows.append(("May leak", f"{sheet.leak.percent}, {sheet.leak.one_in}"))
    return [*rows, ("Face you lose", str(sheet.face[0])), ("Face they lose", str(sheet.face[1]))]


def worth(
    desk: Desk,
    size: tuple[int, int],
    sheet: OfferSheet,
    seat: int,
    accepted: Estimate | None = None,
    why: Sequence[str] = (),
) -> Surface:
    """Returns the picture of what a draft is worth and does, of a width and at least so high.

    It has the worth to the writer, the guess of what it is to them, how likely a yes is and `why` that is so low, what
    sending changes, and the parts of which both worths of the writer are made.
    """
    canvas = Surface((size[0], _MOST))
    canvas.fill(PANEL)
    if sheet.gives or sheet.wants:
        bottom = _drawn(desk, canvas, Rect(0, 0, *size), sheet, seat, accepted, why)
    else:
        bottom = desk.block(canvas, _EMPTY, Role.TEXT, 15, (0, em(desk, 6)), size[0], ASH).bottom
    return canvas.subsurface(Rect(0, 0, size[0], max(bottom + em(desk, 6), size[1]))).copy()


def _drawn(
    desk: Desk, canvas: Surface, box: Rect, sheet: OfferSheet, seat: int, accepted: Estimate | None, why: Sequence[str]
) -> int:
    """Draws everything in the width of a box; returns the bottom."""
    y = _values(desk, canvas, box, sheet, seat)
    spread = Rect(box.x, y, box.w, em(desk, 56))
    scales.spread(desk, canvas, spread, *sheet.them, sheet.them_no_deal, 1 - seat)
    y = spread.bottom + em(desk, 6)
    canvas.fill(LINE, Rect(box.x, y - em(desk, 3), box.w, 1))
    if sheet.red_line:
        y = desk.block(canvas, f"Your red line: {sheet.red_line}", Role.TEXT, 14, (0, y), box.w, DANGER).bottom
    if accepted:
        y = _row(desk, canvas, y, "Chance of a yes", accepted.full)
    for reason in why:
        y = desk.block(canvas, reason, Role.TEXT, 14, (em(desk, 10), y), box.w - em(desk, 10), BONE).bottom
    for name, value in _rows(sheet):
        y = _row(desk, canvas, y, name, value)
    for figure in figures.changing(sheet.figures):
        row = Rect(0, y, min(box.w, desk.size(figures.SIZE) * 60), figures.row_height(desk))
        figures.row(desk, canvas, row, figure)
        y += figures.height(desk, [figure], row.w)
    y = _parts(desk, canvas, y + em(desk, 8), "If signed, to you", sheet.breakdown, sheet.worth)
    return _parts(desk, canvas, y + em(desk, 8), f"No deal, to you, {AS_SEEN}", sheet.no_deal_breakdown, sheet.no_deal)


def _parts(desk: Desk, canvas: Surface, y: int, head: str, parts: Sequence[tuple[str, int]], total: int) -> int:
    """Draws every part that adds up to a worth, and the sum under a line; returns the bottom."""
    y = desk.block(canvas, head, Role.SIGN, 16, (0, y), canvas.get_width(), BONE).bottom
    for name, amount in parts:
        y = _row(desk, canvas, y, name, signed(amount))
    canvas.fill(LINE, Rect(0, y, canvas.get_width(), 1))
    return _row(desk, canvas, y + 1, "Together", minus(total))


def _row(desk: Desk, canvas: Surface, y: int, name: str, value: str) -> int:
    """Draws a name, in as many lines as it needs, and its value at the right; returns the bottom."""
    width = canvas.get_width()
    line = Rect(0, y, width, figures.row_height(desk))
    base = desk.middle(line, Role.TEXT, 15)
    left = desk.text(canvas, value, Role.STRONG, 15, (width, base), BONE, "right").left
    top = y + (line.h - desk.line(Role.TEXT, 15)) // 2
    drawn = desk.block(canvas, name, Role.TEXT, 15, (0, top), left - em(desk, 8), ASH)
    return max(line.bottom, drawn.bottom + top - y)


def _values(desk: Desk, surface: Surface, box: Rect, sheet: OfferSheet, seat: int) -> int:
    """Draws both worths, the exact one larger; returns the bottom."""
    y, size = box.y, 30 if box.h > em(desk, 190) else 20
    low, high = sheet.them
    for value, text, side in (
        (str(sheet.worth), "to you if signed, exactly", seat),
        (f"{low} to {high}", "to them, a guess", 1 - seat),
    ):
        line = Rect(box.x, y, box.w, desk.line(Role.STRONG, size))
        base = desk.middle(line, Role.STRONG, size)
        end = desk.text(surface, value, Role.STRONG, size, (box.x, base), BONE).right + em(desk, 12)
        signs.side(surface, side, (end, line.centery), desk.size(14))
        left = end + em(desk, 12)
        words = one(desk, text, Role.TEXT, 15, box.right - left)
        desk.text(surface, words, Role.TEXT, 15, (left, base), BONE)
        y, size = line.bottom, min(size, 20)
    return y


def line(
    desk: Desk, surface: Surface, box: Rect, sheet: OfferSheet, seat: int, accepted: Estimate | None = None
) -> None:
    """Draws the two worths in one line beside the button that sends, and how likely a yes is where there is room."""
    if not (sheet.gives or sheet.wants):
        text = one(desk, _EMPTY, Role.TEXT, 15, box.w)
        desk.text(surface, text, Role.TEXT, 15, (box.x, desk.middle(box, Role.TEXT, 15)), ASH)
        return
    low, high = sheet.them
    x, base = box.x, desk.middle(box, Role.STRONG, 20)
    parts = ((str(sheet.worth), seat), (f"{low} to {high}", 1 - seat))
    for value, side in parts:
        signs.side(surface, side, (x + em(desk, 8), box.centery), desk.size(14))
        x = desk.text(surface, value, Role.STRONG, 20, (x + em(desk, 20), base), BONE).right + em(desk, 16)
    left = box.right - x
    sums = f"{signed(sheet.cost)} given, {signed(sheet.gain)} got"
    likely = (f"yes {accepted.full} · {sums}", f"yes {accepted.full}", f"yes {accepted.percent}") if accepted else ()
    for text in (*likely, sums, f"no deal {sheet.no_deal}"):
        if desk.width(text, Role.TEXT, 15) < left:
            desk.text(surface, text, Role.TEXT, 15, (x, base), ASH)
            return
