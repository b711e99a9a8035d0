"""Cards of ways to answer, each with what it changes, its odds, and the button that plays it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pygame
from pygame import Rect, Surface

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.table import Table
from game.frontends.desktop.theme import ASH, BONE, DANGER, EDGE, INK, LINE, PANEL, RADIUS, Role
from game.frontends.desktop.war_room import figures
from game.frontends.desktop.war_room.decide import Decide
from game.frontends.desktop.war_room.fit import em, one, paragraph, wide
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.presenter.models import Figure
from game.frontends.presenter.stories import OptionCard

_BAR = 16
_LARGE = (17, 16)
"""Sizes that figures are set in where all cards are wide and high enough for it."""


Place = Callable[[Rect], Rect]
Ahead = Callable[[tuple[Figure, ...], str], tuple[Figure, ...]]
"""Adds to the figures of a move what is known of how it would go on."""


class Answer(Decide):
    """The button of an answer: the one with the focus alone is bright and bears Enter, so that what that does is seen.

    Its number gives it the focus, Enter plays it once it is `awake`.
    """

    awake = True

    def draw(self, surface: Surface) -> None:
        """Draws the button, with the key that plays it where there is room."""
        bright = self.has_focus and self.awake
        self.kind = "main" if bright else "plain"
        super().draw(surface)
        box, desk, cap = self.box, self.desk, still.hint_width(self.desk, "Enter", "")
        if bright and not self.why and (box.w - desk.width(self.label, Role.STRONG, 16)) // 2 > cap + 8:
            still.keycap(desk, surface, "Enter", box.right - cap, box.centery, INK)


def changes(option: OptionCard) -> list[Figure]:
    """Returns the figures that an answer changes."""
    return figures.pressing(option.figures)


def height(desk: Desk, option: OptionCard, width: int, units: float = figures.SIZE) -> int:
    """Returns the height of a card that shows everything, with room for a forecast that has not come yet."""
    rows = figures.height(desk, changes(option), width - 2 * em(desk, 14), units)
    rows += figures.row_height(desk, units) * (desk.forecaster is not None)
    return _told(desk, option, width) + rows + _foot(desk, width) + em(desk, 34)


def _told(desk: Desk, option: OptionCard, width: int) -> int:
    """Returns the height of name and text."""
    inner = width - 2 * em(desk, 14)
    return desk.line(Role.SIGN, 20) + desk.block_height(option.text, Role.TEXT, 15, inner)


def _beside(desk: Desk, width: int) -> bool:
    """Returns whether a card is wide enough for the odds beside the button."""
    return width >= em(desk, 440)


def _foot(desk: Desk, width: int) -> int:
    """Returns the height of odds and button."""
    button = max(44, desk.grid.control(44))
    if _beside(desk, width):
        return max(button, desk.line(Role.TEXT, 14) + desk.line(Role.STRONG, 20)) + em(desk, 8)
    return button + desk.line(Role.TEXT, 14) + em(desk, 8)


def add(screen: Screen, table: Table, box: Rect, options: Sequence[OptionCard], ahead: Ahead) -> None:
    """Adds the cards side by side, or one under the other where they would be too narrow."""
    desk, gap = screen.desk, max(8, screen.grid.space(16))
    across = len(options)
    while across > 1 and (box.w - gap * (across - 1)) // across < em(desk, 250):
        across -= 1
    rows = -(-len(options) // across)

    def fit(bar: int) -> tuple[int, int]:
        width = (box.w - bar - gap * (across - 1)) // across
        return width, max(height(desk, option, width) for option in options)

    width, tall = fit(0)
    scrolls = rows * (tall + gap) - gap > box.h
    if scrolls:
        width, tall = fit(_BAR)
    elif rows == 1:
        tall = box.h
    units = next((u for u in _LARGE if _beside(desk, width) and _fits(desk, options, width, tall, u)), figures.SIZE)
    pane = screen.add(Pane("options", box, rows * (tall + gap) - gap))
    pane.focusable = False
    for number, option in enumerate(options):
        row, column = divmod(number, across)
        rect = Rect(column * (width + gap), row * (tall + gap), width, tall)
        place = partial(_place, desk, option, scrolls)

        def paint(surface: Surface, area: Rect, option: OptionCard = option, place: Place = place) -> None:
            _draw(desk, surface, area, replace(option, figures=ahead(option.figures, option.move)), place(area), units)

        plate = screen.add(Plate(f"option.{number}", rect, paint), pane)
        plate.mouse = False
        _button(screen, table, pane, place(rect), option, number)


def _fits(desk: Desk, options: Sequence[OptionCard], width: int, tall: int, units: float) -> bool:
    return all(height(desk, option, width, units) <= tall for option in options)


def _place(desk: Desk, option: OptionCard, scrolls: bool, area: Rect) -> Rect:
    """Returns where odds and button stand: at the foot, or above the figures where the foot may be out of sight."""
    pad, tall = em(desk, 14), _foot(desk, area.w)
    top = area.y + pad // 2 + _told(desk, option, area.w) if scrolls else area.bottom - pad - tall
    return Rect(area.x + pad, top, area.w - 2 * pad, tall)


def _button(screen: Screen, table: Table, pane: Pane, foot: Rect, option: OptionCard, number: int) -> None:
    desk, tall = screen.desk, max(44, screen.desk.grid.control(44))
    left = foot.w * 2 // 5 if _beside(desk, foot.w + 2 * em(desk, 14)) else 0
    box = Rect(foot.x + left, foot.bottom - tall, foot.w - left, tall)
    label = f"{number + 1}  {one(desk, option.name, Role.STRONG, 16, box.w - em(desk, 50))}"
    why = "" if option.open else option.reason
    press = partial(table.play, option.move)
    screen.add(Answer(f"answer.{number}", box, label, press, kind="main" if option.open else "plain", why=why), pane)


def _draw(desk: Desk, surface: Surface, area: Rect, option: OptionCard, foot: Rect, units: float) -> None:
    pygame.draw.rect(surface, PANEL, area, border_radius=RADIUS)
    pygame.draw.rect(surface, EDGE, area, 1, border_radius=RADIUS)
    pad = em(desk, 14)
    box = area.inflate(-2 * pad, -pad)
    name = one(desk, option.name, Role.SIGN, 20, box.w)
    y = desk.block(surface, name, Role.SIGN, 20, box.topleft, box.w + em(desk, 20), BONE).bottom
    above = foot.top > y + desk.block_height(option.text, Role.TEXT, 15, box.w) + pad
    room = max(desk.line(Role.TEXT, 15), foot.y - y)
    y = paragraph(desk, surface, option.text, Role.TEXT, 15, Rect(box.x, y, box.w, room), BONE) + em(desk, 4)
    below = Rect(box.x, foot.bottom + pad, box.w, area.bottom - pad - foot.bottom)
    rows = Rect(box.x, y, box.w, foot.y - y) if above else below
    figures.draw(desk, surface, rows, changes(option), units, 40)
    if above:
        surface.fill(LINE, Rect(box.x, foot.y - 1, box.w, 1))
    _odds(desk, surface, foot, option, _beside(desk, area.w))


def _odds(desk: Desk, surface: Surface, foot: Rect, option: OptionCard, beside: bool) -> None:
    """Draws the odds of the die that an answer casts: over the button, or large beside it."""
    line = Rect(
        foot.x, foot.y + em(desk, 4), foot.w * 2 // 5 - em(desk, 8) if beside else foot.w, desk.line(Role.TEXT, 14)
    )
    base = desk.middle(line, Role.TEXT, 14)
    die = option.die if option.die and option.die.of_ten_thousand else None
    if die is None:
        desk.text(
            surface, one(desk, "No die is cast on it.", Role.TEXT, 14, line.w), Role.TEXT, 14, (line.x, base), ASH
        )
        return
    words = (option.die_text or die.one_in).removesuffix(f": {die.one_in}")
    if not beside or words == option.die_text or wide(desk, words, Role.TEXT, 14) > line.w:
        words = one(desk, option.die_text or die.one_in, Role.MEDIUM, 14, line.w)
        desk.text(surface, words, Role.MEDIUM, 14, (line.x, base), DANGER)
        return
    desk.text(surface, words, Role.TEXT, 14, (line.x, base), ASH)
    low = Rect(line.x, line.bottom, line.w, desk.line(Role.STRONG, 20))
    desk.text(surface, die.one_in, Role.STRONG, 20, (low.x, desk.middle(low, Role.STRONG, 20)), DANGER)
