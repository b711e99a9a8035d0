"""Settings: text size, motion, full screen, forecast, sound; every change shows at once."""

from __future__ import annotations

from functools import partial

import pygame

from game.frontends.desktop.screen import Rearrange, Response
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.settings import LARGEST_TEXT, LOUDEST, SMALLEST_TEXT, TEXT_STEP, VOLUME_STEP
from game.frontends.desktop.sound import NO_DEVICE
from game.frontends.desktop.theme import ASH, BUTTON, Role
from game.frontends.desktop.widgets.choice import Choice, Toggle

_VOLUMES = range(0, LOUDEST + 1, VOLUME_STEP)
_SIZES = range(SMALLEST_TEXT, LARGEST_TEXT + 1, TEXT_STEP)
Row = tuple[str, str, str, str]
"""A toggle: its key, its setting, its label and its note."""
_TOGGLES: tuple[Row, ...] = (
    ("motion", "reduced_motion", "Reduced motion", "Pictures change at once; nothing slides or counts."),
    ("full", "full_screen", "Full screen", "F11 does the same."),
    ("forecast", "forecast", "Forecast", "How likely war is by the end, and a yes to an offer. Harder without."),
    ("hints", "hints", "Hints", "Short ones in a first game; off and on again shows them anew."),
)
_HEARD: tuple[Row, ...] = (
    ("mute", "mute", "Sound off", "M does the same on every screen."),
    ("captions", "captions", "Captions", "Each sound in words, too, at the foot of the screen."),
)


class SettingsScreen(Page):
    """The settings, kept as soon as they are changed."""

    name = "Settings"

    def fill(self, body: pygame.Rect) -> None:
        """Sets the settings one under the other."""
        desk = self.desk
        least = max(desk.width(note, Role.TEXT, 14) for *_, note in (*_TOGGLES, *_HEARD)) + desk.size(22) + 60
        one = max(desk.grid.space(760), least)
        wide = 2 * one <= body.w
        width = min(body.w, 2 * one if wide else one)
        column = Flow(self, "settings", pygame.Rect(body.centerx - width // 2, body.y, width, body.h))
        parts = column.columns(2) if wide else [column, column]
        self._picture(parts[0])
        if not wide:
            column.space(24)
        self._sound(parts[1])
        column.join(parts)
        column.close()

    def _picture(self, flow: Flow) -> None:
        """Sets text size, window and forecast."""
        desk, settings = self.desk, self.desk.settings
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
        self._toggles(flow, _TOGGLES)

    def _sound(self, flow: Flow) -> None:
        """Sets volume, silence and captions."""
        desk, settings = self.desk, self.desk.settings
        flow.text("Sound", Role.SIGN, 18)
        flow.text(NO_DEVICE if desk.sound.missing else "How loud it is, in percent.", Role.TEXT, 15, ASH)
        flow.space(10)
        chosen = min(range(len(_VOLUMES)), key=lambda n: abs(_VOLUMES[n] - settings.volume))
        labels = [f"{volume}" for volume in _VOLUMES]
        flow.add(Choice("volume", flow.rect(max(44, desk.grid.control(BUTTON))), labels, chosen, self._louder))
        flow.space(12)
        self._toggles(flow, _HEARD)

    def _toggles(self, flow: Flow, rows: tuple[Row, ...]) -> None:
        high = max(48, round(self.desk.size(16) * 3.4))
        for key, name, label, note in rows:
            value = getattr(self.desk.settings, name)
            flow.add(Toggle(key, flow.rect(high), label, value, partial(self._turn, name), note))
            flow.space(8)

    def _louder(self, number: int) -> Response:
        self.desk.settings.volume = _VOLUMES[number]
        self.desk.sound.adjust()
        return Rearrange()

    def _resize(self, number: int) -> Response:
        self.desk.settings.text = _SIZES[number]
        return Rearrange()

    def _turn(self, name: str, value: bool) -> Response:
        if name == "mute":
            self.desk.sound.mute()
        elif name == "hints":
            self.desk.settings.hint_again(value)
        else:
            setattr(self.desk.settings, name, value)
        return Rearrange()
