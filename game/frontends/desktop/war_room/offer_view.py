"""What a draft offer is worth and does, and the letter that would carry it."""

from __future__ import annotations

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, INK, INK_FAINT, LINE, PAPER, STAMP, Role
from game.frontends.desktop.war_room import figures, scales
from game.frontends.desktop.war_room.fit import em, one, paragraph
from game.frontends.desktop.war_room.wording import signed, typed
from game.frontends.presenter.forecasts import Estimate
from game.frontends.presenter.models import ChannelChoice, OfferSheet

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


def _rows(sheet: OfferSheet, accepted: Estimate | None) -> list[tuple[str, str, bool]]:
    """Returns name, value and whether it is a warning, line by line."""
    rows = [("Chance of a yes", accepted.full, False)] if accepted else []
    rows += [
        ("No deal is worth to you", str(sheet.no_deal), False),
        ("No deal is worth to them", str(sheet.them_no_deal), False),
    ]
    if sheet.leak.of_ten_thousand:
        rows.append(("May leak", f"{sheet.leak.percent}, {sheet.leak.one_in}", False))
    rows.append(("Face you lose", str(sheet.face[0]), False))
    rows.append(("Face they lose", str(sheet.face[1]), False))
    if sheet.red_line:
        rows.insert(0, ("Your red line", sheet.red_line, True))
    return rows


def worth(
    desk: Desk, surface: Surface, box: Rect, sheet: OfferSheet, seat: int, accepted: Estimate | None = None
) -> None:
    """Draws the worth to the writer, the guess of what it is to them, how likely a yes is, and what sending changes."""
    if not (sheet.gives or sheet.wants):
        paragraph(desk, surface, _EMPTY, Role.TEXT, 15, box, ASH)
        return
    y = _values(desk, surface, box, sheet, seat)
    spread = Rect(box.x, y, box.w, em(desk, 56))
    if spread.bottom < box.bottom:
        scales.spread(desk, surface, spread, *sheet.them, sheet.them_no_deal, 1 - seat)
        y = spread.bottom + em(desk, 6)
        surface.fill(LINE, Rect(box.x, y - em(desk, 3), box.w, 1))
    y = _facts(desk, surface, Rect(box.x, y, box.w, box.bottom - y), _rows(sheet, accepted))
    figures.draw(desk, surface, Rect(box.x, y, box.w, box.bottom - y), figures.changing(sheet.figures), most=60)


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


def _facts(desk: Desk, surface: Surface, box: Rect, rows: list[tuple[str, str, bool]]) -> int:
    """Draws as many lines of facts as fit; returns the bottom."""
    y, step = box.y, figures.row_height(desk)
    for name, value, warning in rows:
        if y + step > box.bottom:
            break
        if warning:
            room = Rect(box.x, y, box.w, min(2 * desk.line(Role.TEXT, 14), box.bottom - y))
            y = paragraph(desk, surface, f"{name}: {value}", Role.TEXT, 14, room, DANGER)
            continue
        line = Rect(box.x, y, box.w, step)
        base = desk.middle(line, Role.TEXT, 15)
        left = desk.text(surface, value, Role.STRONG, 15, (box.right, base), BONE, "right").left
        desk.text(surface, one(desk, name, Role.TEXT, 15, left - box.x - 8), Role.TEXT, 15, (box.x, base), ASH)
        y = line.bottom
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
