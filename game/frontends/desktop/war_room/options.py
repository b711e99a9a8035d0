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
from game.frontends.desktop.theme import ASH, BONE, DANGER, EDGE, LINE, PANEL, RADIUS, Role
from game.frontends.desktop.war_room import figures
from game.frontends.desktop.war_room.decide import Decide
from game.frontends.desktop.war_room.fit import em, one, paragraph
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.presenter.models import Figure
from game.frontends.presenter.stories import OptionCard

_EDGE = 8


Ahead = Callable[[tuple[Figure, ...], str], tuple[Figure, ...]]
"""Adds to the figures of a move what is known of how it would go on."""


def changes(option: OptionCard) -> list[Figure]:
    """Returns the figures that an answer changes."""
    return figures.pressing(option.figures)


def height(desk: Desk, option: OptionCard, width: int) -> int:
    """Returns the height of a card that shows everything, with room for a forecast that has not come yet."""
    inner = width - 2 * em(desk, 14)
    text = desk.block_height(option.text, Role.TEXT, 15, inner)
    rows = figures.row_height(desk) * (len(changes(option)) + (desk.forecaster is not None))
    return desk.line(Role.SIGN, 20) + text + rows + _foot(desk) + em(desk, 34)


def _foot(desk: Desk) -> int:
    return max(44, desk.grid.control(44)) + desk.line(Role.TEXT, 14) + em(desk, 4)


def add(screen: Screen, table: Table, box: Rect, options: Sequence[OptionCard], ahead: Ahead) -> None:
    """Adds the cards side by side, or one under the other where they would be too narrow."""
    desk, gap = screen.desk, max(8, screen.grid.space(16))
    across = len(options)
    while across > 1 and (box.w - gap * (across - 1)) // across < em(desk, 250):
        across -= 1
    width = (box.w - 2 * _EDGE - 8 - gap * (across - 1)) // across
    tall = max(height(desk, option, width) for option in options)
    rows = -(-len(options) // across)
    if rows == 1:
        tall = max(min(tall, box.h * 2), box.h - 2 * _EDGE)
    view = box.inflate(2 * _EDGE, 2 * _EDGE)
    pane = screen.add(Pane("options", view, rows * (tall + gap) - gap + 2 * _EDGE))
    pane.focusable = False
    for number, option in enumerate(options):
        row, column = divmod(number, across)
        rect = Rect(_EDGE + column * (width + gap), _EDGE + row * (tall + gap), width, tall)
        _card(screen, table, pane, rect, option, number, ahead)


def _card(screen: Screen, table: Table, pane: Pane, rect: Rect, option: OptionCard, number: int, ahead: Ahead) -> None:
    desk, pad = screen.desk, em(screen.desk, 14)

    def paint(surface: Surface, area: Rect) -> None:
        _draw(desk, surface, area, replace(option, figures=ahead(option.figures, option.move)))

    plate = screen.add(Plate(f"option.{number}", rect, paint), pane)
    plate.mouse = False
    tall = max(44, desk.grid.control(44))
    label = f"{number + 1}  {one(desk, option.name, Role.STRONG, 16, rect.w - 2 * pad - em(desk, 50))}"
    why = "" if option.open else option.reason
    box = Rect(rect.x + pad, rect.bottom - pad - tall, rect.w - 2 * pad, tall)
    press = partial(table.play, option.move)
    screen.add(Decide(f"answer.{number}", box, label, press, kind="main" if option.open else "plain", why=why), pane)


def _draw(desk: Desk, surface: Surface, area: Rect, option: OptionCard) -> None:
    pygame.draw.rect(surface, PANEL, area, border_radius=RADIUS)
    pygame.draw.rect(surface, EDGE, area, 1, border_radius=RADIUS)
    pad = em(desk, 14)
    box = area.inflate(-2 * pad, -pad)
    name = one(desk, option.name, Role.SIGN, 20, box.w)
    y = desk.block(surface, name, Role.SIGN, 20, box.topleft, box.w + em(desk, 20), BONE).bottom
    foot = area.bottom - pad - _foot(desk)
    room = max(desk.line(Role.TEXT, 15), foot - y - figures.row_height(desk) * len(changes(option)))
    y = paragraph(desk, surface, option.text, Role.TEXT, 15, Rect(box.x, y, box.w, room), BONE) + em(desk, 4)
    figures.draw(desk, surface, Rect(box.x, y, box.w, foot - y), changes(option))
    surface.fill(LINE, Rect(box.x, foot - 1, box.w, 1))
    line = Rect(box.x, foot, box.w, desk.line(Role.TEXT, 14))
    base = desk.middle(line, Role.TEXT, 14)
    if option.die and option.die.of_ten_thousand:
        words = one(desk, option.die_text or option.die.one_in, Role.MEDIUM, 14, box.w)
        desk.text(surface, words, Role.MEDIUM, 14, (box.x, base), DANGER)
    else:
        desk.text(surface, "No die is cast on it.", Role.TEXT, 14, (box.x, base), ASH)
