"""A channel in the composer: who carries the letter, when it arrives, who may see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, EDGE, HOVER, PANEL, RADIUS, RAISE, Role
from game.frontends.desktop.war_room.cards import dashed
from game.frontends.desktop.war_room.fit import em, one, paragraph
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.widget import STAY, Response, Widget
from game.frontends.presenter.models import ChannelChoice

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.composer import ComposerScreen

_EDGE = 8
_MOST, _LIMIT = 0.36, 0.47
"""Which part of a screen's height the panel may have with texts on the cards, and at all."""


def facts(channel: ChannelChoice) -> list[str]:
    """Returns what is to be known of a channel, a line each."""
    if not channel.open:
        return [f"closed: {channel.reason}"]
    leak = channel.leak
    lines = [f"Arrives {channel.arrives}, lapses {channel.lapses}"]
    if channel.secret:
        leaks = f"may leak: {leak.one_in}" if leak.of_ten_thousand else "does not leak"
        lines.append(f"Carries secret clauses, {leaks}")
    else:
        lines.append("No secret clauses")
    return [*lines, "Answers their letter"] if channel.answers else lines


class ChannelCard(Widget):
    """A channel to choose; its text stands on it if `told`."""

    def __init__(
        self,
        key: str,
        rect: Rect,
        channel: ChannelChoice,
        chosen: bool,
        choose: Callable[[], Response],
        *,
        told: bool = True,
    ) -> None:
        """Places the card."""
        super().__init__(key, rect)
        self.channel, self.chosen, self.told, self._choose = channel, chosen, told, choose

    @staticmethod
    def height(desk: Desk, channels: Sequence[ChannelChoice], width: int, *, told: bool = True) -> int:
        """Returns the height of cards of that width that show everything, with the text of the channel if `told`."""
        inner = width - 2 * em(desk, 8)
        rows = (
            sum(desk.block_height(text, Role.TEXT, 14, inner) for text in [*facts(channel), *[channel.text] * told])
            for channel in channels
        )
        return desk.line(Role.STRONG, 16) + max(rows) + em(desk, 14)

    def draw(self, surface: Surface) -> None:
        """Draws the card."""
        box, desk, channel = self.box, self.desk, self.channel
        if channel.open:
            ground = HOVER if self.hovered else RAISE if self.chosen else PANEL
            pygame.draw.rect(surface, ground, box, border_radius=RADIUS)
            pygame.draw.rect(surface, BONE if self.chosen else EDGE, box, 2 if self.chosen else 1, border_radius=RADIUS)
        else:
            dashed(surface, box)
        pad, size = em(desk, 8), desk.size(16)
        line = Rect(box.x, box.y + em(desk, 5), box.w, desk.line(Role.STRONG, 16))
        mark: signs.SignName = "radio-chosen" if self.chosen else "radio"
        ink = BONE if channel.open else ASH
        signs.stamp(surface, mark, (box.x + pad + size / 2, line.centery), size, ink)
        left = box.x + 2 * pad + size
        width = box.right - pad - left
        base = desk.middle(line, Role.STRONG, 16)
        desk.text(surface, one(desk, channel.name, Role.STRONG, 16, width), Role.STRONG, 16, (left, base), ink)
        at, end = box.x + pad, box.bottom - em(desk, 5)
        y = line.bottom
        for text, colour in [(channel.text, ASH)] * self.told + [(text, ink) for text in facts(channel)]:
            y = paragraph(desk, surface, text, Role.TEXT, 14, Rect(at, y, box.w - 2 * pad, end - y), colour)

    def press(self) -> Response:
        """Chooses the channel."""
        return self._choose() if self.channel.open else STAY


def height(desk: Desk, channels: Sequence[ChannelChoice], width: int, screen: int) -> int:
    """Returns the height of the panel of channels, of that width on a screen of that height."""
    told = _told(desk, channels, width, screen)
    return min(_needed(desk, channels, width, told=told), round(screen * _LIMIT))


def _told(desk: Desk, channels: Sequence[ChannelChoice], width: int, screen: int) -> bool:
    """Returns whether there is room for the text of each channel on its card."""
    return _needed(desk, channels, width, told=True) <= screen * _MOST


def _needed(desk: Desk, channels: Sequence[ChannelChoice], width: int, *, told: bool) -> int:
    words = 0 if told else _text_height(desk, channels, width)
    cards = ChannelCard.height(desk, channels, _card_width(desk, width - 8, len(channels)), told=told)
    return desk.grid.control(36) + words + cards + 2 * _EDGE + 4


def _text_height(desk: Desk, channels: Sequence[ChannelChoice], width: int) -> int:
    """Returns the height of the longest text with the name of its channel."""
    inner = width - 2 * desk.grid.space(14)
    return max(desk.block_height(f"{channel.name}. {channel.text}", Role.TEXT, 14, inner) for channel in channels)


def _card_width(desk: Desk, width: int, across: int) -> int:
    return (width - 2 * _EDGE - 8 - max(6, desk.grid.space(8)) * (across - 1)) // across


def add(screen: ComposerScreen, box: Rect, tall: int) -> None:
    """Adds the panel; where the cards have no room for it, the text of the one with the focus stands over them."""
    desk, channels, pad = screen.desk, screen.composer.channels, screen.grid.space(14)
    head, told = desk.grid.control(36), _told(desk, channels, box.w, tall)

    def paint(surface: Surface, area: Rect) -> None:
        still.panel(desk, surface, area, "Channel", "who carries it")
        if not told:
            shown = screen.focused.channel if isinstance(screen.focused, ChannelCard) else screen.channel
            words, at = f"{shown.name}. {shown.text}", (area.x + pad, area.y + head + 2)
            desk.block(surface, words, Role.TEXT, 14, at, area.w - 2 * pad, BONE)

    screen.add(Plate("channels", box, paint))
    top = head + 2 + (0 if told else _text_height(desk, channels, box.w))
    add_cards(screen, Rect(box.x + 4, box.y + top, box.w - 8, box.h - top - 2), len(channels), told=told)


def add_cards(screen: ComposerScreen, box: Rect, across: int, *, told: bool = True) -> None:
    """Adds a card for each channel, so many side by side if they are wide enough."""
    desk, channels, gap = screen.desk, screen.composer.channels, max(6, screen.grid.space(8))
    across = max(1, min(across, box.w // em(desk, 150)))
    rows, width = -(-len(channels) // across), _card_width(desk, box.w, across)
    least = ChannelCard.height(desk, channels, width, told=told)
    tall = max(least, (box.h - 2 * _EDGE - gap * (rows - 1)) // rows)
    pane = screen.add(Pane("channels.pane", box, rows * (tall + gap) - gap + 2 * _EDGE))
    pane.focusable = False
    for number, channel in enumerate(channels):
        row, column = divmod(number, across)
        rect = Rect(_EDGE + column * (width + gap), _EDGE + row * (tall + gap), width, tall)
        chosen, carry = channel.id == screen.channel.id, partial(screen.carry, number)
        screen.add(ChannelCard(f"channel.{channel.id}", rect, channel, chosen, carry, told=told), pane)
