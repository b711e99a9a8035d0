"""What lies on the table: an offer to answer with its clauses in two columns, a signed deal, or nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, LINE, PANEL, Role
from game.frontends.desktop.war_room.fit import em, note, one, wide
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.wording import clause, sent, signed
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.key_button import KeyButton
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.widget import Response
from game.frontends.presenter.models import ClauseLine, Deal, Letter
from game.frontends.presenter.words import AS_SEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.frontends.desktop.war_room.room import WarRoom

_HEAD, _FULL = "2 On the table", "In full"
_PAST = 3
"""How many letters of the past are told of."""


def add(room: WarRoom, box: Rect, *, framed: bool = True) -> None:
    """Adds the panel; without a frame where a tab is its frame."""
    desk, inner = room.desk, Rect(box)
    if framed:
        _frame(room, box)
        head, pad = desk.grid.control(36), max(6, desk.grid.space(12))
        inner = Rect(box.x + pad, box.y + head + 4, box.w - 2 * pad, box.h - head - 4 - pad)
    buttons = _buttons(room, inner, framed=framed)
    view = Rect(
        inner.x,
        inner.y,
        inner.w,
        min((button.rect.y - _gap(desk) for button in buttons), default=inner.bottom) - inner.y,
    )
    content = _content(room, view.w - 10, view.h)
    room.add(Pane("table.pane", view, content.get_height(), content))
    for button in buttons:
        room.add(button)


def _frame(room: WarRoom, box: Rect) -> None:
    """Adds the panel with its heading, when the letter lapses, and the key that opens it in full."""
    desk, letter, end = room.desk, room.open_letter, box.right - room.desk.grid.space(14)
    full: KeyButton | None = None
    if letter:
        width, head = still.hint_width(desk, "F", _FULL) + desk.size(14), desk.grid.control(36)
        rect = Rect(0, 0, width, max(32, head - 2))
        rect.midright = box.right - desk.grid.space(6), box.y + head // 2
        if wide(desk, _HEAD, Role.SIGN, 16) + em(desk, 12) + 2 * desk.grid.space(14) + width <= box.w:
            full, end = KeyButton("table.F", rect, "F", _FULL, room.read_letter), rect.x - em(desk, 4)
    lapses = note(desk, _HEAD, f"lapses {letter.lapses}" if letter else "", end - box.x)

    def paint(surface: Surface, area: Rect) -> None:
        still.panel(desk, surface, area, _HEAD)
        line = Rect(area.x, area.y, area.w, desk.grid.control(36))
        at = area.x + end - box.x, desk.middle(line, Role.TEXT, 14)
        desk.text(surface, lapses, Role.TEXT, 14, at, ASH, "right")

    room.add(Plate("table", box, paint))
    if full:
        room.add(full)


def _gap(desk: Desk) -> int:
    return max(6, desk.grid.space(8))


def _buttons(room: WarRoom, inner: Rect, *, framed: bool) -> list[Button]:
    """Returns the buttons at the foot, in as many rows as they need."""
    letter = room.open_letter
    entries: list[tuple[str, str, Callable[[], Response]]] = []
    if letter:
        if letter.accept:
            entries.append(("accept", "Accept", room.consider_accept))
        if letter.refuse:
            entries.append(("refuse", "Refuse", room.consider_refuse))
        if room.model.can_offer:
            entries.append(("offer", "Counter-offer", room.compose))
        if not framed:
            entries.append(("full", _FULL, room.read_letter))
    elif room.model.can_offer:
        entries.append(("offer", "Write an offer", room.compose))
    desk, gap = room.desk, _gap(room.desk)
    tall = max(32, desk.grid.control(34))
    rows: list[list[tuple[str, str, Callable[[], Response], int]]] = [[]]
    for key, label, press in entries:
        width = desk.width(label, Role.STRONG, 16) + desk.size(18)
        if rows[-1] and sum(w + gap for *_, w in rows[-1]) + width > inner.w:
            rows.append([])
        rows[-1].append((key, label, press, width))
    buttons: list[Button] = []
    y = inner.bottom - len(rows) * (tall + gap) + gap
    for row in rows:
        spare = (inner.w - gap * (len(row) - 1) - sum(w for *_, w in row)) // max(1, len(row))
        x = inner.x
        for key, label, press, width in row:
            buttons.append(Button(key, Rect(x, y, width + spare, tall), label, press))
            x += width + spare + gap
        y += tall + gap
    return buttons


def _content(room: WarRoom, width: int, least: int) -> Surface:
    """Returns the picture of what lies on the table."""
    desk = room.desk
    canvas = Surface((width, max(least, 2000)))
    canvas.fill(PANEL)
    if room.open_letter:
        bottom = draw_letter(desk, canvas, Rect(0, 0, width, 0), room.open_letter, room.model.header.side)
    elif room.model.deal:
        bottom = _draw_deal(desk, canvas, width, room.model.deal)
    else:
        bottom = _draw_nothing(room, canvas, width)
    height = max(min(least, 2000), bottom + 2)
    return canvas.subsurface(Rect(0, 0, width, min(height, canvas.get_height()))).copy()


def _draw_nothing(room: WarRoom, canvas: Surface, width: int) -> int:
    desk, model = room.desk, room.model
    y = 2
    for letter in model.sent:
        y = desk.block(canvas, sent(letter), Role.MEDIUM, 15, (0, y), width, BONE).bottom + 2
    for past in model.past_letters[:_PAST]:
        text = f"Your letter of {past.date}, {past.channel_name}: {past.fate}."
        y = desk.block(canvas, text, Role.TEXT, 14, (0, y), width, ASH).bottom + 2
    text = "" if model.sent else "No letter is open."
    if not model.can_offer and model.no_offer:
        text = f"{text} No offer can go out: {model.no_offer}.".strip()
    if text:
        y = desk.block(canvas, text, Role.TEXT, 15, (0, y), width, ASH).bottom
    y += em(desk, 6)
    dial = model.gauge.balance
    for name, value in (
        (f"No deal, {AS_SEEN}", str(dial.no_deal)),
        ("Price of yielding", str(dial.yielding)),
    ):
        line = Rect(0, y, width, desk.line(Role.TEXT, 15))
        base = desk.middle(line, Role.TEXT, 15)
        left = desk.text(canvas, value, Role.STRONG, 15, (width, base), BONE, "right").left
        desk.text(canvas, one(desk, name, Role.TEXT, 15, left - em(desk, 8)), Role.TEXT, 15, (0, base), ASH)
        y = line.bottom
    return y


def draw_letter(desk: Desk, canvas: Surface, box: Rect, letter: Letter, reader: int) -> int:
    """Draws an open offer: who sends it how, both columns of clauses, what it is worth; returns the bottom."""
    y = desk.block(canvas, letter.channel_name, Role.SIGN, 16, (box.x, box.y), box.w, BONE).bottom
    if letter.said:
        y = desk.block(canvas, f"“{letter.said}”", Role.TEXT, 14, (box.x, y), box.w, ASH).bottom
    y = _worth(desk, canvas, Rect(box.x, y, box.w, 0), letter)
    canvas.fill(LINE, Rect(box.x, y + 1, box.w, 1))
    half, gap, y = box.w // 2, em(desk, 8), y + 4
    bottoms = [
        _column(desk, canvas, Rect(box.x + seat * half, y, half - gap, 0), seat, _given(letter, seat), reader)
        for seat in (0, 1)
    ]
    canvas.fill(LINE, Rect(box.x + half - gap // 2, y + 2, 1, max(bottoms) - y - 4))
    return max(bottoms)


def _given(letter: Letter, seat: int) -> Sequence[ClauseLine]:
    return letter.gives if letter.sender == seat else letter.wants


def _column(desk: Desk, canvas: Surface, box: Rect, seat: int, lines: Sequence[ClauseLine], reader: int) -> int:
    y, size, left = box.y + 2, em(desk, 12), desk.size(18)
    for line in lines:
        tall = desk.line(Role.MEDIUM, 15)
        signs.side(canvas, seat, (box.x + size / 2, y + tall / 2), size)
        y = desk.block(canvas, line.name, Role.MEDIUM, 15, (box.x + left, y), box.w - left, BONE).bottom
        text = f"{signed(line.points)} to you" + (f", {line.form}" if line.form else "")
        y = desk.block(canvas, text, Role.TEXT, 14, (box.x + left, y), box.w - left, ASH).bottom + 3
    if not lines:
        y = desk.block(canvas, "nothing", Role.TEXT, 15, (box.x + left, y), box.w - left, ASH).bottom
    return y


def _worth(desk: Desk, canvas: Surface, box: Rect, letter: Letter) -> int:
    """Draws what signing is worth and what no deal is, side by side where there is room; returns the bottom."""
    colour = BONE if letter.worth >= letter.no_deal else DANGER
    pairs = ("Signing is worth", str(letter.worth), colour), (f"No deal, {AS_SEEN}", str(letter.no_deal), BONE)
    tall, half = desk.line(Role.STRONG, 15), box.w // 2
    widest = max(wide(desk, name, Role.TEXT, 15) + wide(desk, value, Role.STRONG, 17) for name, value, _ in pairs)
    beside = widest + em(desk, 16) <= half
    for number, (name, value, ink) in enumerate(pairs):
        line = Rect(box.x, box.y + number * tall, box.w, tall)
        if beside:
            line = Rect(box.x + number * half, box.y, half - em(desk, 16) * (1 - number), tall)
        base = desk.middle(line, Role.STRONG, 15)
        left = desk.text(canvas, value, Role.STRONG, 17, (line.right, base), ink, "right").left
        words = one(desk, name, Role.TEXT, 15, left - line.x - em(desk, 8))
        desk.text(canvas, words, Role.TEXT, 15, (line.x, base), ASH)
    return line.bottom


def _draw_deal(desk: Desk, canvas: Surface, width: int, deal: Deal) -> int:
    y = desk.block(canvas, f"Signed {deal.signed}", Role.SIGN, 16, (0, 0), width, BONE).bottom + 2
    worth = f"Worth {deal.worth} to you as things stand"
    y = desk.block(canvas, worth, Role.MEDIUM, 15, (0, y), width, BONE).bottom + 2
    for line in deal.clauses:
        size, left = em(desk, 12), desk.size(18)
        tall = desk.line(Role.MEDIUM, 15)
        signs.side(canvas, line.giver, (size / 2, y + tall / 2), size)
        y = desk.block(canvas, clause(line), Role.MEDIUM, 15, (left, y), width - left, BONE).bottom
        y = desk.block(canvas, line.status, Role.TEXT, 14, (left, y), width - left, ASH).bottom + 2
    return desk.block(canvas, deal.next, Role.TEXT, 14, (0, y + 2), width, ASH).bottom if deal.next else y
