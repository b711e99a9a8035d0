"""The card of a lesson over a screen of play, beside the part it points to, which it outlines and never covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends import presenter
from game.frontends.desktop.theme import BONE, FOCUS, HEMP, RADIUS, RAISE, ROOM, Role
from game.frontends.desktop.war_room.decide import Decide
from game.frontends.desktop.widgets.key_button import KeyButton
from game.frontends.desktop.widgets.still import hint_width
from game.frontends.desktop.widgets.widget import STAY, Response, Widget
from game.frontends.presenter.teaching.hints import TIMES
from game.frontends.presenter.teaching.lessons import LessonCard

if TYPE_CHECKING:
    from game.frontends.desktop.screen import Screen
    from game.frontends.desktop.table import Table

KEY = "lesson.next"
HIDDEN = "Lesson hidden: T brings it back."
_WIDTHS = 480, 380, 640, 1000, 1500
_GAP = 10


def current(table: Table, side: int) -> LessonCard | None:
    """Returns the lesson that the player of a side is shown, or None."""
    return presenter.lesson_of(table.match, side, table.read)


def add(screen: Screen, table: Table, card: LessonCard, points: Sequence[Rect], keep: Sequence[Rect] = ()) -> None:
    """Adds the card of a lesson or hint, clear of what it points to and if possible of `keep`."""
    for number, rect in enumerate(points):
        screen.add(Outline(f"lesson.outline.{number}", rect))
    face = Face(card, _place(screen, card, points, keep))
    screen.add(face)
    inner = face.rect.inflate(-2 * screen.desk.size(10), -2 * screen.desk.size(10))
    tall = _button_height(screen)
    cap, label = _button(card)
    wide = hint_width(screen.desk, cap, label) + screen.desk.size(14)
    place = Rect(inner.right - wide, inner.bottom - tall, wide, tall)
    screen.add(KeyButton(KEY, place, cap, label, lambda: _put_away(screen, table, card)))


def _button(card: LessonCard) -> tuple[str, str]:
    """Returns key and words of a card's button: what asks for something is not put away by the key for the next."""
    return ("S", "Hide") if card.task else ("T", "Next" if card.number else "Close")


def _put_away(screen: Screen, table: Table, card: LessonCard) -> Response:
    """Puts a card away and says how to get back what is still to be done; a hint closed by hand does not come again."""
    table.read.add(card.number)
    if card.task:
        screen.desk.sound.caption.say(HIDDEN)
    if not card.number and table.hinted and table.hinted[1]:
        screen.desk.settings.hinted[table.hinted[1].id] = TIMES
        screen.desk.settings.save()
    screen.rebuild()
    return STAY


def press(screen: Screen, table: Table, side: int, cap: str) -> Response:
    """Does what the card's button does if this is its key; T brings back a lesson put away that is still to be done."""
    face = next((widget for widget in screen.widgets if isinstance(widget, Face)), None)
    if face:
        return _put_away(screen, table, face.card) if _button(face.card)[0] == cap else STAY
    for number in sorted(table.read - {0}, reverse=True) if cap == "T" else ():
        card = presenter.lesson_of(table.match, side, table.read - {number})
        if card and card.number == number:
            table.read.remove(number)
            screen.rebuild()
            break
    return STAY


def _button_height(screen: Screen) -> int:
    return max(32, screen.desk.size(30))


def _size(screen: Screen, card: LessonCard, width: int) -> tuple[int, int]:
    """Returns width and height of the card at a width."""
    desk = screen.desk
    pad = desk.size(10)
    text = desk.block_height(card.text, Role.TEXT, 16, width - 2 * pad)
    return width, text + _button_height(screen) + desk.size(8) + 2 * pad


def _place(screen: Screen, card: LessonCard, points: Sequence[Rect], keep: Sequence[Rect]) -> Rect:
    """Returns where the card lies: off what it points to, then off what is to be kept free, then near to the former."""
    area = screen.area.inflate(-2 * _GAP, -2 * _GAP)
    area.h -= max(0, screen.grid.foot - _GAP)
    aim = points[0].unionall(list(points[1:])) if points else Rect(area.center, (0, 0))
    plays = [widget.box for widget in screen.widgets if isinstance(widget, Decide)]
    spots: list[tuple[int, int, int, Rect]] = []
    for width in _WIDTHS:
        size = _size(screen, card, min(area.w, screen.desk.size(width)))
        for x in (area.x, area.centerx - size[0] // 2, area.right - size[0], aim.right + _GAP, aim.x - size[0] - _GAP):
            for y in _heights(area, aim, size[1]):
                rect = Rect((x, y), size).clamp(area)
                never = _covered(rect, [*points, *plays])
                spots.append((never, _covered(rect, keep), _distance(rect, aim), rect))
    return min(spots, key=lambda spot: spot[:3])[3]


def _heights(area: Rect, aim: Rect, tall: int) -> tuple[int, ...]:
    return area.y, area.centery - tall // 2, area.bottom - tall, aim.y, aim.bottom + _GAP, aim.y - tall - _GAP


def _covered(rect: Rect, others: Sequence[Rect]) -> int:
    """Returns how many pixels of other rectangles a rectangle covers."""
    return sum(each.w * each.h for each in (rect.inflate(8, 8).clip(other) for other in others))


def _distance(rect: Rect, aim: Rect) -> int:
    """Returns the gap between two rectangles in pixels, or how far their middles are apart."""
    return abs(rect.centerx - aim.centerx) + abs(rect.centery - aim.centery)


class Outline(Widget):
    """A line round the part of the screen that a lesson points to."""

    focusable = False
    mouse = False

    def draw(self, surface: Surface) -> None:
        """Draws the line, dark on both sides of the light so that it shows on every ground."""
        box = self.box.inflate(4, 4)
        pygame.draw.rect(surface, ROOM, box.inflate(2, 2), 5, border_radius=RADIUS)
        pygame.draw.rect(surface, FOCUS, box, 3, border_radius=RADIUS)


class Face(Widget):
    """The card on which a lesson stands; it takes the mouse, so that nothing beneath it is pressed by mistake."""

    focusable = False

    def __init__(self, card: LessonCard, rect: Rect) -> None:
        """Places a card."""
        super().__init__("lesson", rect)
        self.card = card

    def draw(self, surface: Surface) -> None:
        """Draws the card with its text and its number."""
        desk, card, box = self.desk, self.card, self.box
        pad = desk.size(10)
        pygame.draw.rect(surface, ROOM, box.inflate(6, 6), border_radius=RADIUS)
        pygame.draw.rect(surface, RAISE, box, border_radius=RADIUS)
        pygame.draw.rect(surface, FOCUS, box, 2, border_radius=RADIUS)
        desk.block(surface, card.text, Role.TEXT, 16, (box.x + pad, box.y + pad), box.w - 2 * pad, BONE)
        words = f"Lesson {card.number} of {card.count}" if card.number else "Hint"
        foot = Rect(box.x + pad, box.bottom - pad - max(32, desk.size(30)), box.w, max(32, desk.size(30)))
        base = desk.middle(foot, Role.SIGN, 15)
        desk.text(surface, words, Role.SIGN, 15, (foot.x, base), HEMP)
