"""Keyboard focus: the ring that shows it, and where Tab and the arrow keys move it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop.theme import FOCUS, FOCUS_GAP, FOCUS_WIDTH, RADIUS, ROOM

if TYPE_CHECKING:
    from game.frontends.desktop.widgets.widget import Widget

_ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
_ASIDE = 3


def ring(surface: pygame.Surface, widget: Widget, clip: pygame.Rect) -> None:
    """Draws the ring along the inner edge of the focused widget, as far as its pane and the clip let it be seen.

    It leaves its neighbours whole; a dark line within parts it from what is as bright as itself.
    """
    surface.set_clip(widget.pane.rect.clip(clip) if widget.pane else clip)
    box = widget.ring
    within = box.inflate(-2 * FOCUS_WIDTH, -2 * FOCUS_WIDTH)
    pygame.draw.rect(surface, ROOM, within.inflate(2, 2), FOCUS_GAP + 1, border_radius=RADIUS)
    pygame.draw.rect(surface, FOCUS, box, FOCUS_WIDTH, border_radius=RADIUS)
    surface.set_clip(clip)


def next_for(event: pygame.event.Event, widgets: Sequence[Widget], now: Widget | None) -> Widget | None:
    """Returns the widget to which a key moves the focus: Tab in reading order, arrows to the nearest that way."""
    order = [widget for widget in widgets if widget.focusable]
    if not order:
        return None
    if event.key == pygame.K_TAB:
        step = -1 if event.mod & pygame.KMOD_SHIFT else 1
        return order[(order.index(now) + step) % len(order)] if now in order else order[0]
    if event.key not in _ARROWS:
        return None
    return neighbour(order, now, _ARROWS[event.key]) if now in order else order[0]


def neighbour(order: Sequence[Widget], now: Widget, way: tuple[int, int]) -> Widget | None:
    """Returns the widget nearest to `now` in a direction, those straight ahead first, or None."""
    best: tuple[float, Widget] | None = None
    for other in order:
        if other is now:
            continue
        ahead, aside = _distance(now.box, other.box, way)
        if ahead <= 0:
            continue
        cost = ahead + _ASIDE * aside
        if best is None or cost < best[0]:
            best = cost, other
    return best[1] if best else None


def _distance(here: pygame.Rect, there: pygame.Rect, way: tuple[int, int]) -> tuple[float, float]:
    """Returns how far ahead and how far aside one box lies of another, by nearest edges."""
    if way[0]:
        ahead = (there.centerx - here.centerx) * way[0]
        past = there.left - here.right if way[0] > 0 else here.left - there.right
        aside = max(0, there.top - here.bottom + 1, here.top - there.bottom + 1)
    else:
        ahead = (there.centery - here.centery) * way[1]
        past = there.top - here.bottom if way[1] > 0 else here.top - there.bottom
        aside = max(0, there.left - here.right + 1, here.left - there.right + 1)
    if past < -2:
        return 0, 0
    near = abs(there.centerx - here.centerx) if way[1] else abs(there.centery - here.centery)
    return max(1, ahead), aside + near / 50
