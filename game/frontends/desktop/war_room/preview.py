"""The preview: what the move under consideration changes, and the one button that plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, EDGE, HEMP, LINE, PANEL, RADIUS, Colour, Role
from game.frontends.desktop.war_room import figures
from game.frontends.desktop.war_room.decide import Decide
from game.frontends.desktop.war_room.fit import one, paragraph, wide
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.subject import Subject
from game.frontends.desktop.widgets.button import Button
from game.frontends.presenter.models import Reading

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.room import WarRoom


def add(room: WarRoom, box: Rect) -> None:
    """Adds the panel with its two buttons."""
    desk = room.desk
    pad = max(8, desk.grid.space(14))
    tall = max(44, desk.grid.control(44))
    low = Rect(box.x + pad, box.bottom - pad - tall, box.w - 2 * pad, tall)

    def paint(surface: Surface, area: Rect) -> None:
        draw(desk, surface, area, room.shown, room.model.meters, below=tall + pad)

    room.preview_plate = room.add(Plate("preview", box, paint))
    buttons(room, low)


def draw(
    desk: Desk,
    surface: Surface,
    area: Rect,
    subject: Subject | None,
    meters: tuple[Reading, ...],
    below: int = 0,
) -> None:
    """Draws the panel, leaving so many pixels free below for buttons."""
    inner = _head(desk, surface, area, subject)
    inner.h = area.bottom - max(6, desk.grid.space(14)) - below - inner.y
    _body(desk, surface, inner, subject, meters)


def buttons(room: WarRoom, low: Rect) -> None:
    """Adds Confirm and Back in a row."""
    desk = room.desk
    back = wide(desk, "All figures", Role.STRONG, 16) + desk.size(24)
    gap = max(8, desk.grid.space(8))
    room.confirm_button = room.add(
        Decide("confirm", Rect(low.x, low.y, low.w - back - gap, low.h), "", room.confirm, kind="main")
    )
    room.add(Button("figures", Rect(low.right - back, low.y, back, low.h), "All figures", room.read_figures))
    room.label_confirm()


def _head(desk: Desk, surface: Surface, area: Rect, subject: Subject | None) -> Rect:
    """Draws the frame with the name of what is previewed; returns the room inside."""
    pygame.draw.rect(surface, PANEL, area, border_radius=RADIUS)
    pygame.draw.rect(surface, BONE if subject else LINE, area, 1, border_radius=RADIUS)
    pad, tall = max(8, desk.grid.space(14)), desk.grid.control(36)
    top = Rect(area.x, area.y, area.w, tall)
    title = f"Preview: {subject.title}" if subject else "Where you stand"
    size = 16
    if wide(desk, title, Role.SIGN, size) > area.w - 2 * pad:
        title = one(desk, title.removeprefix("Preview: "), Role.SIGN, size, area.w - 2 * pad)
    desk.text(surface, title, Role.SIGN, size, (area.x + pad, desk.middle(top, Role.SIGN, size)), BONE)
    pygame.draw.line(surface, EDGE if subject else LINE, (area.x, top.bottom), (area.right - 1, top.bottom))
    return Rect(area.x + pad, top.bottom + pad // 2, area.w - 2 * pad, 0)


def _body(desk: Desk, surface: Surface, inner: Rect, subject: Subject | None, meters: tuple[Reading, ...]) -> None:
    if subject is None:
        _standing(desk, surface, inner, meters)
        return
    notes = note_lines(subject)
    step, size = desk.line(Role.TEXT, 14), desk.size(14)
    wrapped = [(line, colour) for text, colour in notes for line in desk.type.wrap(text, Role.TEXT, size, inner.w)]
    keep = max(1, (inner.h - figures.row_height(desk) * 4) // step)
    wrapped = wrapped[:keep]
    rows = Rect(inner.x, inner.y, inner.w, inner.h - step * len(wrapped))
    changing = figures.pressing(subject.figures)
    figures.draw(desk, surface, rows, changing)
    if not changing and subject.move:
        paragraph(desk, surface, "Nothing that can be measured changes.", Role.TEXT, 15, rows, ASH)
    y = inner.bottom - step * len(wrapped)
    for line, colour in wrapped:
        desk.block(surface, line, Role.TEXT, 14, (inner.x, y), inner.w, colour)
        y += step


def note_lines(subject: Subject) -> list[tuple[str, Colour]]:
    """Returns who will see the move, how it can be undone, and what the record says, each with its colour."""
    act = subject.act
    if act is None:
        return []
    if not act.open:
        return [(f"Closed: {act.reason}.", DANGER), (act.text, ASH)]
    seen = f"{act.visibility[:1].upper()}{act.visibility[1:]}."
    undone = f" Undone by: {act.undone_by}." if act.undone_by else ""
    notes: list[tuple[str, Colour]] = [(seen + undone, ASH)]
    if act.record:
        notes.insert(0, (f"{act.record.words}.", HEMP))
    return [*notes, (act.text, ASH)]


def _standing(desk: Desk, surface: Surface, inner: Rect, meters: tuple[Reading, ...]) -> None:
    step = figures.row_height(desk)
    for number, meter in enumerate(meters[: inner.h // step]):
        box = Rect(inner.x, inner.y + number * step, inner.w, step)
        base = desk.middle(box, Role.TEXT, 15)
        value = f"{meter.value}  {meter.word}".strip() if meter.word else str(meter.value)
        left = desk.text(surface, value, Role.STRONG, 15, (box.right, base), BONE, "right").left
        if wide(desk, meter.name, Role.TEXT, 15) < left - box.x:
            desk.text(surface, meter.name, Role.TEXT, 15, (box.x, base), ASH)
