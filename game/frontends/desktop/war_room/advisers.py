"""The advisers: who is for, who is against, and why, in a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.signs import SignName
from game.frontends.desktop.theme import ASH, BONE, DANGER, LINE, RADIUS, RAISE, VERDIGRIS, Colour, Role, mix
from game.frontends.desktop.war_room.fit import em, lines, one, paragraph, wide
from game.frontends.desktop.war_room.layout import Form
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.presenter.models import Voice

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.room import WarRoom

_SIGNS: dict[str, tuple[SignName, str]] = {
    "for": ("up", "For"),
    "against": ("down", "Against"),
    "unsure": ("same", "Unsure"),
}
_ORDER = {"against": 0, "for": 1, "unsure": 2}


def ranked(voices: Sequence[Voice]) -> list[Voice]:
    """Returns the voices against before those for, the unsure last."""
    return sorted(voices, key=lambda voice: _ORDER[voice.verdict])


def mixed(voices: Sequence[Voice], count: int) -> list[Voice]:
    """Returns so many voices, of every verdict given at least one if there is room."""
    order = ranked(voices)
    first: list[Voice] = []
    for verdict in ("against", "for", "unsure"):
        first += [voice for voice in order if voice.verdict == verdict][:1]
    chosen = (first + [voice for voice in order if voice not in first])[:count]
    return sorted(chosen, key=order.index)


def add(room: WarRoom, box: Rect) -> None:
    """Adds the panel."""
    desk = room.desk

    def paint(surface: Surface, area: Rect) -> None:
        subject = room.subject
        note = f"imagined · on: {subject.title}" if subject else "imagined · on the state of things"
        if wide(desk, note, Role.TEXT, 14) > area.w * 0.7:
            note = "imagined"
        inner = still.panel(desk, surface, area, "Advisers", note)
        inner = inner.inflate(0, desk.grid.space(12))
        draw(desk, surface, inner, room.voices, across=4 if room.plan.form is Form.FULL else 2)

    room.advisers_plate = room.add(Plate("advisers", box, paint))


def draw(desk: Desk, surface: Surface, box: Rect, voices: Sequence[Voice], across: int) -> None:
    """Draws four voices side by side if their sentences fit, else as many as there is room for, two by two."""
    if not voices:
        paragraph(desk, surface, "Nobody has a word on it.", Role.TEXT, 15, box, ASH)
        return
    gap = desk.grid.space(16)
    width = (box.w - gap * (across - 1)) // across
    four = mixed(voices, across)
    posts = all(wide(desk, voice.post, Role.TEXT, 15) <= width for voice in four)
    if across == 4 and all(_full_height(desk, voice, width, posts) <= box.h for voice in four):
        for number, voice in enumerate(four):
            cell = Rect(box.x + number * (width + gap), box.y, width, box.h)
            if number:
                surface.fill(LINE, Rect(cell.x - gap // 2, cell.y, 1, cell.h))
            _upright(desk, surface, cell, voice, posts)
        return
    across = 2 if box.w > desk.size(15) * 24 else 1
    width = (box.w - gap * (across - 1)) // across
    rows = max(1, box.h // voice_height(desk, 2))
    tall = box.h // rows
    for number, voice in enumerate(mixed(voices, across * rows)):
        line, column = divmod(number, across)
        cell = Rect(box.x + column * (width + gap), box.y + line * tall, width, tall)
        if column:
            surface.fill(LINE, Rect(cell.x - gap // 2, cell.y, 1, cell.h - 4))
        _level(desk, surface, cell, voice)


def _full_height(desk: Desk, voice: Voice, width: int, posts: bool) -> int:
    head = (1 + posts) * desk.line(Role.STRONG, 15) + round(desk.size(14) * 1.6) + em(desk, 12)
    return head + desk.block_height(voice.text, Role.TEXT, 15, width)


def voice_height(desk: Desk, lines: int) -> int:
    """Returns the height of a compact voice with so many lines of speech."""
    return desk.line(Role.STRONG, 15) + lines * desk.line(Role.TEXT, 15)


def badge(desk: Desk, surface: Surface, left: int, middle: int, verdict: str) -> int:
    """Draws a verdict as sign and word on a raised ground; returns its right edge."""
    name, word = _SIGNS[verdict]
    tint: Colour = DANGER if verdict == "against" else VERDIGRIS if verdict == "for" else ASH
    size, pad = em(desk, 11), em(desk, 8)
    width, height = wide(desk, word, Role.SIGN, 14) + size + 3 * pad, round(desk.size(14) * 1.6)
    box = Rect(left, middle - height // 2, width, height)
    pygame.draw.rect(surface, mix(RAISE, tint, 0.16), box, border_radius=RADIUS)
    signs.stamp(surface, name, (left + pad + size / 2, box.centery), size, BONE)
    desk.text(surface, word, Role.SIGN, 14, (left + 2 * pad + size, desk.middle(box, Role.SIGN, 14)), BONE)
    return box.right


def _upright(desk: Desk, surface: Surface, box: Rect, voice: Voice, posted: bool) -> None:
    """Draws one adviser in a narrow column: name, post if there is room for everybody's, verdict, sentence."""
    line = Rect(box.x, box.y, box.w, desk.line(Role.STRONG, 15))
    name = one(desk, voice.name, Role.STRONG, 16, box.w)
    desk.text(surface, name, Role.STRONG, 16, (box.x, desk.middle(line, Role.STRONG, 16)), BONE)
    if posted:
        line = line.move(0, line.h)
        desk.text(surface, voice.post, Role.TEXT, 15, (box.x, desk.middle(line, Role.TEXT, 15)), ASH)
    tall = round(desk.size(14) * 1.6)
    badge(desk, surface, box.x, line.bottom + tall // 2 + em(desk, 4), voice.verdict)
    y = line.bottom + tall + em(desk, 8)
    paragraph(desk, surface, voice.text, Role.TEXT, 15, Rect(box.x, y, box.w, box.bottom - y), BONE)


def _level(desk: Desk, surface: Surface, box: Rect, voice: Voice) -> None:
    """Draws one adviser in a wide and low cell: sign, name and verdict on one line, the sentence under them."""
    line = Rect(box.x, box.y, box.w, desk.line(Role.STRONG, 15))
    base = desk.middle(line, Role.STRONG, 15)
    name, _ = _SIGNS[voice.verdict]
    size = em(desk, 11)
    signs.stamp(surface, name, (box.x + size / 2, line.centery), size, BONE)
    left = box.x + size + em(desk, 7)
    word = _SIGNS[voice.verdict][1].lower()
    whole = left + wide(desk, voice.name, Role.STRONG, 15) + em(desk, 8) + wide(desk, word, Role.TEXT, 14) <= box.right
    who = voice.name if whole else voice.name.split()[-1]
    end = desk.text(surface, who, Role.STRONG, 15, (left, base), BONE).right + em(desk, 8)
    for text in (f"{word} · {voice.post}", word):
        if end + wide(desk, text, Role.TEXT, 14) <= box.right or text == word:
            desk.text(surface, text, Role.TEXT, 14, (end, base), ASH)
            break
    room = Rect(left, line.bottom, box.right - left, box.bottom - line.bottom)
    paragraph(desk, surface, voice.text, Role.TEXT, 15, room, BONE)


def draw_line(desk: Desk, surface: Surface, box: Rect, voice: Voice) -> None:
    """Draws one adviser beside the main button: sign, name and as many lines as fit."""
    name, word = _SIGNS[voice.verdict]
    size, step = em(desk, 12), desk.line(Role.TEXT, 15)
    said = voice.text or word.lower()
    room = (box.w - size * 2) * max(1, box.h // step)
    who = voice.name if wide(desk, f"{voice.name}: {said}", Role.TEXT, 15) <= room else voice.name.split()[-1]
    text = f"{who}: {said}"
    shown = lines(desk, text, Role.TEXT, 15, box.w - size * 2, max(1, box.h // step))
    top = box.y + (box.h - step * len(shown)) // 2
    signs.stamp(surface, name, (box.x + size / 2, top + step / 2), size, BONE)
    paragraph(desk, surface, text, Role.TEXT, 15, Rect(box.x + size * 2, top, box.w - size * 2, step * len(shown)))
