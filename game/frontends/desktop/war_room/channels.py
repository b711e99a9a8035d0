"""A channel in the composer: who carries the letter, when it arrives, who may see it."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, EDGE, HOVER, PANEL, RADIUS, RAISE, Role
from game.frontends.desktop.war_room.cards import dashed
from game.frontends.desktop.war_room.fit import em, one, paragraph
from game.frontends.desktop.widgets.widget import STAY, Response, Widget
from game.frontends.presenter.models import ChannelChoice


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
    """A channel to choose."""

    def __init__(
        self, key: str, rect: Rect, channel: ChannelChoice, chosen: bool, choose: Callable[[], Response]
    ) -> None:
        """Places the card."""
        super().__init__(key, rect)
        self.channel, self.chosen, self._choose = channel, chosen, choose

    @staticmethod
    def height(desk: Desk) -> int:
        """Returns the height of a card that shows everything."""
        return desk.line(Role.STRONG, 16) + 6 * desk.line(Role.TEXT, 14) + em(desk, 14)

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
        step, foot = desk.line(Role.TEXT, 14), facts(channel)
        end = box.bottom - em(desk, 5)
        used = sum(len(desk.type.wrap(text, Role.TEXT, desk.size(14), width)) for text in foot)
        told = max(0, (end - line.bottom) // step - used)
        y = paragraph(desk, surface, channel.text, Role.TEXT, 14, Rect(left, line.bottom, width, told * step), ASH)
        for text in foot:
            y = paragraph(desk, surface, text, Role.TEXT, 14, Rect(left, y, width, end - y), ink)

    def press(self) -> Response:
        """Chooses the channel."""
        return self._choose() if self.channel.open else STAY
