"""Settings: text size, motion, full screen, forecast; every change shows at once."""

from __future__ import annotations

from functools import partial

import pygame

from game.frontends.desktop.screen import Rearrange, Response
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.settings import LARGEST_TEXT, SMALLEST_TEXT, TEXT_STEP
from game.frontends.desktop.theme import ASH, BUTTON, Role
from game.frontends.desktop.widgets.choice import Choice, Toggle

_SIZES = range(SMALLEST_TEXT, LARGEST_TEXT + 1, TEXT_STEP)


class SettingsScreen(Page):
    """The settings, kept as soon as they are changed."""

    name = "Settings"

    def fill(self, body: pygame.Rect) -> None:
        """Sets the settings one under the other."""
        desk, settings = self.desk, self.desk.settings
        width = min(body.w, desk.grid.space(760) if desk.grid.text < 1.5 else body.w)
        flow = Flow(self, "settings", pygame.Rect(body.centerx - width // 2, body.y, width, body.h))
        flow.text("Text size", Role.SIGN, 18)
        flow.text("Ctrl + and Ctrl - do the same on every screen.", Role.TEXT, 15, ASH)
        flow.space(10)
        chosen = min(range(len(_SIZES)), key=lambda n: abs(_SIZES[n] - settings.text))
        control = max(44, desk.grid.control(BUTTON))
        labels = [f"{size} %" for size in _SIZES]
        flow.add(Choice("text", flow.rect(control), labels, chosen, self._resize))
        flow.space(32)
        flow.text("Window", Role.SIGN, 18)
        flow.space(6)
        high = max(48, round(desk.size(16) * 3.4))
        toggles = (
            ("motion", "Reduced motion", "Pictures change at once; nothing slides or counts.", "reduced_motion"),
            ("full", "Full screen", "F11 does the same.", "full_screen"),
            (
                "forecast",
                "Forecast",
                "How likely war is by the end, and a yes to an offer. Harder without.",
                "forecast",
            ),
        )
        for key, label, note, name in toggles:
            value = getattr(settings, name)
            flow.add(Toggle(key, flow.rect(high), label, value, partial(self._turn, name), note))
            flow.space(8)
        flow.close()

    def _resize(self, number: int) -> Response:
        self.desk.settings.text = _SIZES[number]
        return Rearrange()

    def _turn(self, name: str, value: bool) -> Response:
        setattr(self.desk.settings, name, value)
        return Rearrange()
