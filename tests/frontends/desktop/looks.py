"""What must be true of every screen at every size: its text, its targets and its focus, as drawn and laid out."""

from dataclasses import dataclass
from itertools import pairwise

import pygame
import pytest
from window import SIZES, TEXTS, Window

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.theme import (
    BONE,
    FOCUS_WIDTH,
    SMALLEST_MAIN_TARGET,
    SMALLEST_TARGET,
    Colour,
    Role,
    contrast,
)
from game.frontends.desktop.type import Type
from game.frontends.desktop.war_room.cards import RungBar
from game.frontends.desktop.war_room.decide import Decide
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.choice import Choice
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.tabs import Tabs
from game.frontends.desktop.widgets.widget import Widget

LEAST_CONTRAST = 4.5
_ORDINARY = {(1024, 640, 100), (1024, 640, 200), (1280, 720, 150), (1920, 1080, 100), (2560, 1440, 200)}
WINDOWS = [
    pytest.param(
        (width, height),
        text,
        id=f"{width}x{height}-{text}",
        marks=() if (width, height, text) in _ORDINARY else pytest.mark.slow,
    )
    for width, height in SIZES
    for text in TEXTS
]
"""Every size with every text setting; the ordinary run looks at the ends and the middle of both."""

SCREENS = (
    "BriefingScreen",
    "CurtainScreen",
    "HelpScreen",
    "LibraryScreen",
    "NewMatchScreen",
    "NightScreen",
    "PrologueScreen",
    "ReplayScreen",
    "SettingsScreen",
    "ThinkingScreen",
    "TitleScreen",
    "WaitingScreen",
)
ROOMS = ("ComposerScreen", "DutyRoom", "EndingScreen", "IncidentRoom", "MapScreen", "Reading", "WarRoom")
DEBRIEF = ("DebriefPages", "WorkingPage")
"""The classes that the walks over all screens show: those of the window, of the war room, and of the debrief."""


@dataclass(frozen=True)
class Drawn:
    """A text that was drawn: on which surface, where, how much could be drawn on, in what, and on what ground."""

    surface: pygame.Surface
    rect: pygame.Rect
    clip: pygame.Rect
    text: str
    colour: Colour
    grounds: tuple[Colour, ...]
    missing: frozenset[str]


class Looks:
    """Notes every text drawn in a window."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Begins to note."""
        self.drawn: list[Drawn] = []
        self._missing: dict[tuple[str, Role], frozenset[str]] = {}
        self._note_lines(patch)
        self._note_blocks(patch)
        self._note_kept(patch)

    def _note_lines(self, patch: pytest.MonkeyPatch) -> None:
        plain = Type.draw

        def draw(type_: Type, surface, text, role, size, colour, at, anchor="left") -> pygame.Rect:
            whole = type_.text(text, role, size, colour).get_rect(top=round(at[1]) - type_.ascent(role, size))
            whole.x = round(at[0] - {"left": 0.0, "centre": whole.w / 2, "right": whole.w}[anchor])
            self._note(type_, surface, whole, text, role, size, colour)
            return plain(type_, surface, text, role, size, colour, at, anchor)

        patch.setattr(Type, "draw", draw)

    def _note_blocks(self, patch: pytest.MonkeyPatch) -> None:
        plain = Desk.block

        def block(desk: Desk, surface, text, role, units, at, width, colour=BONE) -> pygame.Rect:
            size = desk.size(units)
            lines = desk.type.wrap(text, role, size, width)
            high = len(lines) * desk.type.line_height(role, size)
            wide = max(desk.type.width(line, role, size) for line in lines)
            self._note(desk.type, surface, pygame.Rect(*at, wide, high), text, role, size, colour)
            return plain(desk, surface, text, role, units, at, width, colour)

        patch.setattr(Desk, "block", block)

    def _note_kept(self, patch: pytest.MonkeyPatch) -> None:
        """Notes the letters of labels and of blocks that are set elsewhere than through the desk."""
        for name in ("label", "block"):
            plain = getattr(Type, name)

            def kept(type_: Type, text, role, *rest, plain=plain, **more) -> pygame.Surface:
                self._lost(type_, text, role)
                return plain(type_, text, role, *rest, **more)

            patch.setattr(Type, name, kept)

    def _note(self, type_: Type, surface, rect: pygame.Rect, text: str, role: Role, size: int, colour: Colour) -> None:
        rect = rect.inflate(0, -2 * (size // 4))
        lost = self._lost(type_, text, role)
        self.drawn.append(Drawn(surface, rect, surface.get_clip(), text, colour, _grounds(surface, rect), lost))

    def _lost(self, type_: Type, text: str, role: Role) -> frozenset[str]:
        if (text, role) not in self._missing:
            self._missing[text, role] = frozenset(type_.missing(text, role)) if text else frozenset()
        return self._missing[text, role]

    def draw_whole(self, window: Window) -> Screen:
        """Has a window's screen built and drawn anew, with its texts alone in `drawn`; returns the screen."""
        self.drawn.clear()
        window.top.rebuild()
        window.app.redraw()
        assert self.drawn
        return window.top

    def check(self, screen: Screen) -> None:
        """Checks everything of a screen that has just been drawn whole, also with the mouse over everything."""
        check_text([one for one in self.drawn if one.text.strip()])
        self.drawn.clear()
        for widget in screen.widgets:
            widget.hovered = True
        screen.draw(pygame.display.get_surface())
        check_contrast(self.drawn)
        check_rings(screen, self.drawn)
        assert {text: lost for (text, _), lost in self._missing.items() if lost} == {}
        check_targets(screen)
        check_focus(screen)


def _grounds(surface: pygame.Surface, rect: pygame.Rect) -> tuple[Colour, ...]:
    """Returns the colours under a text at some places, without those that are clear."""
    seen = rect.clip(surface.get_clip())
    spots = [
        (seen.left + seen.w * (2 * x + 1) // 18, seen.top + seen.h * (2 * y + 1) // 6)
        for x in range(9)
        for y in range(3)
    ]
    pixels = [surface.get_at(spot) for spot in spots] if seen.w and seen.h else []
    return tuple({(pixel.r, pixel.g, pixel.b) for pixel in pixels if pixel.a == 255})


def check_text(drawn: list[Drawn]) -> None:
    """Checks that every text lies inside its surface, over no other text, and can be read on its ground."""
    check_contrast(drawn)
    for number, one in enumerate(drawn):
        whole = one.surface.get_rect()
        assert whole.left <= one.rect.left, f"cut at the left: {one.text!r}"
        assert one.rect.right <= whole.right, f"cut at the right: {one.text!r}"
        if one.clip == whole:
            assert whole.top <= one.rect.top, f"cut at the top: {one.text!r}"
            assert one.rect.bottom <= whole.bottom, f"cut at the bottom: {one.text!r}"
        seen = one.rect.clip(one.clip)
        for other in drawn[number + 1 :]:
            if one.surface is other.surface and one.text != other.text:
                assert not seen.colliderect(other.rect.clip(other.clip)), f"{one.text!r} over {other.text!r}"


def check_contrast(drawn: list[Drawn]) -> None:
    """Checks that every text can be read on the ground it was drawn on."""
    for one in drawn:
        worst = min((contrast(one.colour, ground) for ground in one.grounds), default=21.0)
        assert worst >= LEAST_CONTRAST, f"contrast of {worst:.1f}: {one.text!r}"


def check_targets(screen: Screen) -> None:
    """Checks that everything that can be pressed is large enough, inside the window or its pane, and apart."""
    controls = [w for w in screen.widgets if w.mouse and not isinstance(w, Pane)]
    for widget in screen.widgets:
        if widget.pane is None:
            assert screen.area.contains(widget.box), f"{widget.key} leaves the window"
        else:
            pane = pygame.Rect(0, 0, widget.pane.rect.w, max(widget.pane.height, widget.pane.rect.h))
            assert pane.contains(widget.rect), f"{widget.key} leaves its pane"
    for widget in controls:
        least = SMALLEST_MAIN_TARGET if isinstance(widget, Button) and widget.kind == "main" else SMALLEST_TARGET
        for part in _parts(widget):
            assert min(part.size) >= least, f"{widget.key} is {part.w} by {part.h} px"
        if isinstance(widget, Button) and not (isinstance(widget, Decide) and widget.why):
            words = widget.desk.width(widget.label, Role.STRONG, 16), widget.desk.width(widget.why, Role.TEXT, 14)
            assert max(words) + 8 <= widget.rect.w, f"{widget.label!r} does not fit"
        for other in controls:
            if widget is not other and widget.pane is other.pane:
                assert not widget.rect.colliderect(other.rect), f"{widget.key} over {other.key}"


def _parts(widget: Widget) -> list[pygame.Rect]:
    """Returns the boxes of a widget that are clicked each for itself."""
    if isinstance(widget, Tabs):
        return widget.parts()
    if isinstance(widget, Choice):
        return [widget.part(number) for number in range(len(widget.labels))]
    if isinstance(widget, RungBar):
        return [widget.part(number) for number in range(len(widget.rungs))]
    return [widget.rect]


def check_rings(screen: Screen, drawn: list[Drawn]) -> None:
    """Checks that the ring around whatever can have the focus would strike through no text."""
    shown = [(one.text, one.rect.clip(one.clip)) for one in drawn if one.surface is pygame.display.get_surface()]
    for widget in screen.widgets:
        within = widget.ring.inflate(-2 * FOCUS_WIDTH, -2 * FOCUS_WIDTH)
        for text, seen in shown if widget.focusable else ():
            area = widget.ring.clip(widget.pane.rect) if widget.pane else widget.ring
            whole = not seen.colliderect(area) or within.contains(seen)
            assert whole or not seen.w, f"the ring of {widget.key} cuts {text!r}"


def check_focus(screen: Screen) -> None:
    """Checks that Tab reaches all in reading order, and that the ring is seen wherever it is."""
    order = [widget for widget in screen.widgets if widget.focusable]
    first = screen.focused
    assert first in order or not order, "nothing has the focus"
    for one, other in pairwise(order):
        if one.pane is other.pane:
            above = other.rect.bottom <= one.rect.top
            beneath = other.rect.left < one.rect.right and one.rect.left < other.rect.right
            assert not (above and beneath), f"Tab goes up from {one.key} to {other.key}"
    offsets = [(pane, pane.offset) for pane in screen.widgets if isinstance(pane, Pane)]
    for widget in order:
        Screen.focus_on(screen, widget)
        assert screen.area.contains(widget.ring), f"the ring of {widget.key} leaves the window"
        if widget.pane:
            seen = widget.box.clip(widget.pane.rect)
            assert seen.h >= min(widget.box.h, widget.pane.rect.h - widget.pane.step), (
                f"{widget.key} is not scrolled into sight"
            )
    Screen.focus_on(screen, first)
    for pane, offset in offsets:
        pane.scroll_to(offset)
