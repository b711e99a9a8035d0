"""The mandate: what this government wants, and its red line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, LINE, Role
from game.frontends.desktop.war_room.fit import em, wide
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.key_button import KeyButton
from game.frontends.presenter.models import MandateCard

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.room import WarRoom

HEAD = "Your mandate"


def add(room: WarRoom, box: Rect) -> None:
    """Adds the panel."""
    desk, card = room.desk, room.model.mandate

    def paint(surface: Surface, area: Rect) -> None:
        inner = still.panel(desk, surface, area, HEAD)
        draw(desk, surface, inner, card, room.rival_count)

    room.add(Plate("mandate", box, paint))
    head, pad = desk.grid.control(36), desk.grid.space(6)
    used = wide(desk, HEAD, Role.SIGN, 16) + em(desk, 12) + 2 * desk.grid.space(14)
    label = f"All {len(card.wants)}"
    width = still.hint_width(desk, "D", label) + desk.size(14)
    if used + width <= box.w:
        rect = Rect(box.right - width - pad, box.y + 1, width, max(32, head - 2))
        rect.centery = box.y + head // 2
        room.add(KeyButton("mandate.D", rect, "D", label, room.read_mandate))


def draw(desk: Desk, surface: Surface, box: Rect, card: MandateCard, among: int) -> None:
    """Draws name, wants with their points as bars, and the red line, as far as there is room for whole lines."""
    y = desk.block(surface, card.name, Role.STRONG, 15, (box.x, box.y), box.w, BONE).bottom
    step, bar = desk.line(Role.TEXT, 15), max(3, desk.grid.space(4))
    size, foot = desk.size(14), desk.line(Role.TEXT, 14)
    red = desk.type.wrap(f"Red line: {card.red_line}", Role.TEXT, size, box.w)
    tail = [f"They know it is one of {among}."] if among > 1 else []
    low = [
        *((line, DANGER) for line in red),
        *((line, ASH) for text in tail for line in desk.type.wrap(text, Role.TEXT, size, box.w)),
    ]
    most = max((abs(want.points) for want in card.wants), default=1) or 1
    wants = sorted(card.wants, key=lambda want: -abs(want.points))
    end = box.bottom - len(low) * foot
    for want in wants:
        points = f"{want.points:+d}".replace("-", "−")
        room = box.w - desk.width(points, Role.STRONG, 15) - 6
        name = desk.type.wrap(want.name, Role.TEXT, desk.size(15), room)
        if y + step * len(name) + bar + 4 > end:
            break
        base = desk.middle(Rect(box.x, y, box.w, step), Role.TEXT, 15)
        desk.text(surface, points, Role.STRONG, 15, (box.right, base), BONE, "right")
        for text in name:
            desk.text(
                surface, text, Role.TEXT, 15, (box.x, desk.middle(Rect(box.x, y, box.w, step), Role.TEXT, 15)), ASH
            )
            y += step
        surface.fill(LINE, Rect(box.x, y, box.w, bar))
        surface.fill(BONE if want.points > 0 else ASH, Rect(box.x, y, round(box.w * abs(want.points) / most), bar))
        y += bar + 4
    for text, colour in low[: max(0, (box.bottom - y) // foot)]:
        desk.block(surface, text, Role.TEXT, 14, (box.x, y), box.w, colour)
        y += foot
