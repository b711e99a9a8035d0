"""The card of an act, and the row of rungs above a list of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.ink import Ink
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    DANGER,
    EDGE,
    HEMP,
    HOVER,
    LINE,
    PANEL,
    RADIUS,
    RAISE,
    Colour,
    Role,
    mix,
    ramp,
)
from game.frontends.desktop.war_room.fit import em, lines, paragraph
from game.frontends.desktop.widgets.widget import STAY, Response, Widget
from game.frontends.presenter.models import ActCard, Rung

NAME, FOOT = 14, 14


def rung_colour(rung: int) -> Colour:
    """Returns the colour of a rung on the ramp of the rope."""
    return ramp(max(5, min(98, 40 + rung * 10)))


def rung_word(rung: int) -> str:
    """Returns a rung with its sign."""
    return f"+{rung}" if rung > 0 else f"−{-rung}" if rung < 0 else "0"


def card_height(desk: Desk, lines: int) -> int:
    """Returns the height of a card with so many lines of name."""
    return lines * desk.line(Role.STRONG, NAME) + desk.line(Role.TEXT, FOOT) + desk.size(16)


@lru_cache(maxsize=64)
def _dashes(size: tuple[int, int], colour: Colour) -> Surface:
    ink = Ink(size, 2)
    x, y = size[0] - 1.0, size[1] - 1.0
    ink.dashed(colour, [(0.5, 0.5), (x, 0.5), (x, y), (0.5, y), (0.5, 0.5)], 1.2, (4, 3))
    return ink.picture()


def dashed(surface: Surface, box: Rect, colour: Colour = EDGE) -> None:
    """Draws a broken border."""
    surface.blit(_dashes(box.size, colour), box, special_flags=pygame.BLEND_PREMULTIPLIED)


class Card(Widget):
    """An act on a card: its name, what it does to the gauge, who sees it, whether it is on record."""

    def __init__(
        self,
        key: str,
        rect: Rect,
        act: ActCard,
        press: Callable[[], Response],
        turn: Callable[[int], Response] | None = None,
        *,
        worded: bool = False,
        told: bool = False,
    ) -> None:
        """Places a card, with the first sentence of what it is if `told`.

        `turn` steps through the rungs by left and right where only one is shown.
        """
        super().__init__(key, rect)
        self.act, self.chosen, self.worded, self.told = act, False, worded, told
        self._press, self._turn = press, turn

    def draw(self, surface: Surface) -> None:
        """Draws the card, dashed if it is closed."""
        box, desk, act = self.box, self.desk, self.act
        if act.open:
            ground = HOVER if self.hovered else RAISE
            pygame.draw.rect(surface, ground, box, border_radius=RADIUS)
            pygame.draw.rect(surface, BONE if self.chosen else LINE, box, 2 if self.chosen else 1, border_radius=RADIUS)
        else:
            pygame.draw.rect(surface, PANEL, box)
            dashed(surface, box, BONE if self.chosen else EDGE)
        pad = em(desk, 7)
        width, foot = box.w - 2 * pad, desk.line(Role.TEXT, FOOT)
        rows = max(1, (box.h - foot - pad * 2) // desk.line(Role.STRONG, NAME))
        role = Role.STRONG if act.open else Role.TEXT
        ink = BONE if act.open else ASH
        named = paragraph(
            desk,
            surface,
            act.name,
            role,
            NAME,
            Rect(box.x + pad, box.y + pad - 1, width, rows * desk.line(role, NAME)),
            ink,
        )
        row = Rect(box.x + pad, box.bottom - pad - foot, width, foot)
        if act.open:
            self._foot(surface, row)
            if self.told:
                sentence = f"{act.text.split('. ')[0].removesuffix('.')}."
                paragraph(desk, surface, sentence, Role.TEXT, FOOT, Rect(row.x, named, width, row.y - named), ASH)
        else:
            self._reason(surface, row, box, pad, named - box.y - pad)

    def _reason(self, surface: Surface, row: Rect, box: Rect, pad: int, named: int) -> None:
        desk = self.desk
        room = box.h - named - 2 * pad
        step = desk.line(Role.TEXT, FOOT)
        shown = lines(desk, self.act.reason, Role.TEXT, FOOT, row.w, max(1, room // step))
        area = Rect(row.x, box.bottom - pad - step * len(shown), row.w, step * len(shown))
        paragraph(desk, surface, self.act.reason, Role.TEXT, FOOT, area, ASH)

    def _foot(self, surface: Surface, row: Rect) -> None:
        desk, act, size = self.desk, self.act, em(self.desk, 12)
        base = desk.middle(row, Role.STRONG, FOOT)
        colour = DANGER if act.gauge > 0 else BONE
        x = row.x
        if act.gauge:
            signs.stamp(surface, "up" if act.gauge > 0 else "down", (x + size / 2, row.centery), size, colour)
            x += size + 4
        end = desk.text(surface, rung_word(act.gauge), Role.STRONG, FOOT, (x, base), colour).right
        right = row.right
        if act.record:
            year = act.record.date.split()[-1]
            right = desk.text(surface, year, Role.TEXT, FOOT, (right, base), HEMP, "right").left - em(desk, 8)
        eye = desk.size(18)
        open_ = act.visibility.startswith(("public", "seen"))
        if self.worded:
            desk.text(surface, act.visibility, Role.TEXT, FOOT, (end + desk.size(16), base), ASH)
        elif right - eye > end + 2:
            signs.stamp(surface, "eye" if open_ else "eye-closed", (right - eye / 2, row.centery), eye, ASH)

    def press(self) -> Response:
        """Goes on to the button that confirms."""
        return self._press()

    def take(self, event: pygame.event.Event) -> Response:
        """Steps to the next rung by left and right where only one rung is shown."""
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key) if event.type == pygame.KEYDOWN else None
        return self._turn(step) if step and self._turn else None


class RungBar(Widget):
    """All rungs in a row, one chosen; left and right choose."""

    def __init__(
        self, key: str, rect: Rect, rungs: tuple[Rung, ...], chosen: int, turn: Callable[[int], Response]
    ) -> None:
        """Places the row; `turn` is called with the step from the chosen rung."""
        super().__init__(key, rect)
        self.rungs, self.chosen, self._turn = rungs, chosen, turn

    def part(self, number: int) -> Rect:
        """Returns the box of one rung."""
        box, count = self.box, len(self.rungs)
        left, right = box.w * number // count, box.w * (number + 1) // count
        return Rect(box.x + left, box.y, right - left - 4, box.h)

    def draw(self, surface: Surface) -> None:
        """Draws the rungs."""
        for number, rung in enumerate(self.rungs):
            head(self.desk, surface, self.part(number), rung.rung, number == self.chosen)

    def take(self, event: pygame.event.Event) -> Response:
        """Steps by left and right."""
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key) if event.type == pygame.KEYDOWN else None
        return self._turn(step) if step else None

    def click(self, place: tuple[int, int]) -> Response:
        """Chooses the rung under the mouse."""
        for number in range(len(self.rungs)):
            if self.part(number).collidepoint(place):
                return self._turn(number - self.chosen) if number != self.chosen else STAY
        return STAY


def head_colours(rung: int, chosen: bool) -> tuple[Colour, Colour]:
    """Returns the colours of a rung's number and of the ground it stands on."""
    ground = mix(RAISE, rung_colour(rung), 0.25 if chosen else 0.06)
    return DANGER if rung >= 4 and not chosen else BONE, ground


def head(desk: Desk, surface: Surface, box: Rect, rung: int, chosen: bool) -> None:
    """Draws the head of a rung: its number on a raised ground, underlined in its colour."""
    ink, ground = head_colours(rung, chosen)
    surface.fill(ground, box)
    surface.fill(rung_colour(rung), Rect(box.x, box.bottom - 2, box.w, 2))
    desk.text(
        surface, rung_word(rung), Role.STRONG, 16, (box.centerx, desk.middle(box, Role.STRONG, 16)), ink, "centre"
    )
    if chosen:
        pygame.draw.rect(surface, BONE, box, 1)
