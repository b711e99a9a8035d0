"""Which panels stand on the screen, for each form of the war room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends.desktop.theme import GUTTER, PANEL, RADIUS, Role
from game.frontends.desktop.war_room import (
    acts,
    advisers,
    header,
    inbox,
    mandate,
    on_table,
    preview,
    strip,
)
from game.frontends.desktop.war_room.layout import TABS, Form
from game.frontends.desktop.war_room.map_view import MapView
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.rope_view import RopeView
from game.frontends.desktop.widgets.key_button import KeyButton
from game.frontends.desktop.widgets.still import hint_width
from game.frontends.desktop.widgets.tabs import Tabs

if TYPE_CHECKING:
    from game.frontends.desktop.screen import Screen
    from game.frontends.desktop.war_room.room import WarRoom


def build(room: WarRoom) -> None:
    """Adds every panel of the form that fits the window."""
    _top(room)
    plan = room.plan
    if plan.form is Form.TABS:
        _tabs(room)
        return
    if plan.form is Form.BESIDE:
        _beside(room)
        return
    if plan["table"].y < plan["inbox"].y:
        on_table.add(room, plan["table"])
        inbox.add(room, plan["inbox"])
    else:
        inbox.add(room, plan["inbox"])
        on_table.add(room, plan["table"])
    acts.add(room, plan["acts"])
    preview.add(room, plan["preview"])
    advisers.add(room, plan["advisers"])
    if "mandate" in plan:
        mandate.add(room, plan["mandate"])
    _map(room, plan["map"], room.frame, keyed=True)
    if "map2" in plan:
        _map(room, plan["map2"], 0 if room.frame else 1, keyed=False)


def _top(room: WarRoom) -> None:
    """Adds header and strip."""
    desk, plan, model = room.desk, room.plan, room.model
    keys: list[header.Key] = [
        ("D", "Mandate", room.read_mandate),
        ("F1", "Help", desk.help),
        ("Z", "Undo", room.undo),
        ("Esc", "Title", room.table.leave),
    ]
    below = (
        ""
        if plan.form in (Form.FULL, Form.TABS)
        else f"Mandate: {model.mandate.name}. Red line: {model.mandate.red_line} All of it: D"
    )
    header.add(room, plan["header"], model.header, keys if plan.form is not Form.FULL else keys[1:], below)
    draw = strip.draw_small if plan.form is Form.TABS else strip.draw
    room.strip = room.add(RopeView(desk, plan["strip"], room.strip_model, draw))


def _map(room: WarRoom, box: Rect, number: int, *, keyed: bool) -> None:
    """Adds the map of a theatre, with its keys on the first."""
    model = room.model.chart
    if model is None:
        return
    keys = [("L", "List", room.read_map), ("N", "Next map", room.swap_map), ("R", "Ranges", room.show_ranges)]
    buttons = map_buttons(room, box, keys if keyed else [])
    taken = [button.rect for button in buttons]
    frame = model.frames[number % len(model.frames)]
    key = f"map.{number}"
    view = MapView(room.desk, key, box, model, frame, room.point_at, ranges=room.ranges, taken=taken)
    room.add(view)
    for button in buttons:
        room.add(button)
    if room.sails:
        view.sail()


def map_buttons(screen: Screen, box: Rect, keys: Sequence[header.Key]) -> list[KeyButton]:
    """Returns the buttons at the foot of a map, from the right, in as many rows as they need."""
    desk, tall, edge = screen.desk, max(32, screen.desk.size(30)), box.right - 6
    found: list[KeyButton] = []
    right, top = edge, box.bottom - tall - 5
    for cap, label, press in keys:
        width = hint_width(desk, cap, label) + desk.size(14)
        if right < edge and right - width < box.x + 6:
            right, top = edge, top - tall
        rect = Rect(right - width, top, width, tall)
        found.append(KeyButton(f"map.{cap}", rect, cap, label, press))
        right -= width
    return found


def tab_names(room: WarRoom) -> tuple[str, ...]:
    """Returns the panes that are tabs; beside the map there is none for it."""
    return TABS if room.plan.form is Form.TABS else TABS[1:]


def _tab_bar(room: WarRoom) -> str:
    """Adds the row of tabs with their counts; returns the name of the one shown."""
    names = tab_names(room)
    shown = TABS[room.tab] if TABS[room.tab] in names else "act"
    counts = {"inbox": len(room.model.inbox), "deal": len(room.model.inbox) or int(bool(room.model.deal))}
    labels = [f"{name} {counts[name]}" if counts.get(name) else name for name in names]
    bar = Tabs(
        "tabs", room.plan["tabs"], labels, names.index(shown), lambda number: room.turn_tab(TABS.index(names[number]))
    )
    room.add(bar)
    return shown


def _sheet(room: WarRoom, key: str, box: Rect) -> Rect:
    """Adds an empty panel and returns the room inside."""

    def paint(surface: Surface, area: Rect) -> None:
        pygame.draw.rect(surface, PANEL, area, border_radius=RADIUS)

    room.add(Plate(key, box, paint))
    return box.inflate(-16, -12)


def _pane(room: WarRoom, name: str, box: Rect) -> None:
    """Adds one pane by its name."""
    if name == "map":
        _map(room, box, room.frame, keyed=True)
    elif name == "inbox":
        inbox.add(room, _sheet(room, "sheet", box), framed=False)
    elif name == "deal":
        on_table.add(room, _sheet(room, "sheet", box), framed=False)
    elif name == "act":
        acts.add(room, box, framed=False)
    elif name == "advice":
        advisers.add(room, box)
    else:
        mandate.add(room, box)


def _beside(room: WarRoom) -> None:
    """Adds the map at the left, tabs at the right, the preview under them."""
    _pane(room, _tab_bar(room), room.plan["pane"])
    preview.add(room, room.plan["preview"])
    _map(room, room.plan["map"], room.frame, keyed=True)


def _tabs(room: WarRoom) -> None:
    """Adds the one pane, and for acts and answers the preview beside it with Confirm below both."""
    shown, box, desk = _tab_bar(room), room.plan["pane"], room.desk
    if shown not in ("act", "deal"):
        _pane(room, shown, box)
        return
    gap, tall = max(8, room.grid.space(GUTTER)), max(44, room.grid.control(44))
    body = Rect(box.x, box.y, box.w, box.h - tall - gap)
    half = round((body.w - gap) * 0.49)
    _pane(room, shown, Rect(body.x, body.y, half, body.h))
    right = Rect(body.x + half + gap, body.y, body.w - half - gap, body.h)

    def paint(surface: Surface, area: Rect) -> None:
        preview.draw(desk, surface, area, room.shown, room.model.meters)

    room.preview_plate = room.add(Plate("preview", right, paint))
    width = desk.width("Confirm and end turn", Role.STRONG, 16) + desk.width("All figures", Role.STRONG, 16)
    low = Rect(0, box.bottom - tall, min(box.w, width + desk.size(80)), tall)
    low.right = box.right
    _strongest(room, Rect(box.x, low.y, low.x - box.x - gap, tall))
    preview.buttons(room, low)


def _strongest(room: WarRoom, box: Rect) -> None:
    """Adds the one adviser there is room for, the strongest against."""
    desk = room.desk
    if box.w < desk.size(15) * 12:
        return

    def paint(surface: Surface, area: Rect) -> None:
        voices = advisers.ranked(room.voices)
        if voices:
            advisers.draw_line(desk, surface, area, voices[0])

    room.advisers_plate = room.add(Plate("adviser", box, paint))
