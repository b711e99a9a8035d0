"""What is only looked at, drawn on a screen's ground: panels with a head, papers, lines of key hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop.theme import (
    ASH,
    BONE,
    BORDER,
    EDGE,
    HEAD,
    INK,
    LINE,
    PADDING,
    PANEL,
    PAPER,
    RADIUS,
    STAMP,
    Colour,
    Role,
)

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk

SHADOW = (4, 6, 7)


def panel(desk: Desk, surface: pygame.Surface, rect: pygame.Rect, head: str, note: str = "") -> pygame.Rect:
    """Draws a panel with its heading, a note at the right of it, and returns the room inside."""
    pygame.draw.rect(surface, PANEL, rect, border_radius=RADIUS)
    pygame.draw.rect(surface, LINE, rect, BORDER, border_radius=RADIUS)
    pad, height = desk.grid.space(PADDING), desk.grid.control(HEAD)
    top = pygame.Rect(rect.x, rect.y, rect.w, height)
    desk.text(surface, head, Role.SIGN, 16, (rect.x + pad, desk.middle(top, Role.SIGN, 16)), BONE)
    if note:
        desk.text(surface, note, Role.TEXT, 14, (rect.right - pad, desk.middle(top, Role.TEXT, 14)), ASH, "right")
    pygame.draw.line(surface, LINE, (rect.x, top.bottom), (rect.right - 1, top.bottom))
    return pygame.Rect(rect.x + pad, top.bottom + pad, rect.w - 2 * pad, rect.bottom - top.bottom - 2 * pad)


def sheet(surface: pygame.Surface, rect: pygame.Rect, shadow: int = 10, colour: Colour = PAPER) -> None:
    """Draws an empty sheet of paper with its shadow."""
    if shadow:
        pygame.draw.rect(surface, SHADOW, rect.move(shadow, shadow))
    pygame.draw.rect(surface, colour, rect)


def paper(
    desk: Desk,
    surface: pygame.Surface,
    left: int,
    bottom: int,
    width: int,
    text: str,
    stamp: str = "",
    size: float = 22,
) -> pygame.Rect:
    """Draws a typed document as high as its text, standing on `bottom`; returns its rectangle."""
    rect = pygame.Rect(left, 0, width, paper_height(desk, width, text, stamp, size))
    rect.bottom = bottom
    pad = desk.grid.space(40)
    sheet(surface, rect, desk.grid.space(10))
    block = desk.block(surface, text, Role.DOCUMENT, size, (rect.x + pad, rect.y + pad * 3 // 4), width - 2 * pad, INK)
    if stamp:
        at = rect.x + pad, block.bottom + pad // 4
        desk.block(surface, stamp.upper(), Role.DOCUMENT, 18, at, width - 2 * pad, STAMP)
    return rect


def paper_height(desk: Desk, width: int, text: str, stamp: str = "", size: float = 22) -> int:
    """Returns the height a document of that width needs."""
    pad = desk.grid.space(40)
    height = pad * 3 // 2 + desk.block_height(text, Role.DOCUMENT, size, width - 2 * pad)
    if stamp:
        height += pad // 4 + desk.block_height(stamp.upper(), Role.DOCUMENT, 18, width - 2 * pad)
    return height


def keycap(desk: Desk, surface: pygame.Surface, text: str, left: int, middle: int, colour: Colour = BONE) -> int:
    """Draws a key's cap around its name with its middle at a height; returns its right edge."""
    size = 15
    width = desk.width(text, Role.MEDIUM, size) + desk.size(size)
    height = desk.size(size) * 3 // 2 + 2
    box = pygame.Rect(left, middle - height // 2, width, height)
    pygame.draw.rect(surface, EDGE, box, 1, border_radius=RADIUS)
    desk.text(surface, text, Role.MEDIUM, size, (box.centerx, desk.middle(box, Role.MEDIUM, size)), colour, "centre")
    return box.right


def cap_gap(desk: Desk) -> int:
    """Returns the room between a key's cap and what follows it: less than between two hints, so that they pair up."""
    return desk.size(14) * 6 // 14


Hint = tuple[str, str]
"""Keys (parted by blanks) and what they do."""


def hints(desk: Desk, surface: pygame.Surface, left: int, middle: int, what: list[Hint], width: int) -> int:
    """Draws a line of key hints, leaving out what does not fit in the width; returns the right edge."""
    gap = cap_gap(desk)
    for keys, does in what:
        if left + hint_width(desk, keys, does) > width:
            break
        for key in keys.split():
            left = keycap(desk, surface, key, left, middle) + gap
        base = middle + desk.type.capitals(Role.TEXT, desk.size(15)) // 2
        left = desk.text(surface, does, Role.TEXT, 15, (left, base), ASH).right + gap * 4
    return left


def hint_width(desk: Desk, keys: str, does: str) -> int:
    """Returns the width of one key hint."""
    caps = sum(desk.width(key, Role.MEDIUM, 15) + desk.size(15) + cap_gap(desk) for key in keys.split())
    return caps + desk.width(does, Role.TEXT, 15)
