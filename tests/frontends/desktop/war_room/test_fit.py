"""At every size and text setting the text of the war room is whole and apart, and nothing lies over anything else."""

from dataclasses import dataclass

import pygame
import pytest
from conftest import cut_short, dawn
from window import SIZES, TEXTS, Oracle

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.theme import SMALLEST_TARGET
from game.frontends.desktop.widgets.pane import Pane
from game.match.match import Match
from game.rules.slots import INCIDENT, MONTHS, MOVE


@dataclass(frozen=True)
class Drawn:
    """A text that was drawn: on which surface and where."""

    surface: pygame.Surface
    rect: pygame.Rect
    text: str


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """Returns a list to which every text drawn through the desk is added."""
    seen: list[Drawn] = []
    for name in ("text", "block"):
        plain = getattr(Desk, name)

        def noted(self: Desk, surface, text: str, role, units, *rest, plain=plain, name=name, **more) -> pygame.Rect:
            clip = surface.get_clip()
            surface.set_clip(None)
            rect = full = plain(self, surface, text, role, units, *rest, **more)
            if name == "block":
                lines = self.type.wrap(text, role, self.size(units), rect.w)
                rect = pygame.Rect(rect.x, rect.y, max(self.width(line, role, units) for line in lines), rect.h)
            rect = rect.inflate(0, -2 * (self.size(units) // 4))
            seen.append(Drawn(surface, rect.clip(clip) if clip != surface.get_rect() else rect, text))
            surface.set_clip(clip)
            return full

        monkeypatch.setattr(Desk, name, noted)
    return seen


def check_text(drawn: list[Drawn]) -> None:
    for number, one in enumerate(drawn):
        if not one.text.strip():
            continue
        whole = one.surface.get_rect()
        assert whole.left <= one.rect.left, f"cut at the left: {one.text!r}"
        assert one.rect.right <= whole.right, f"cut at the right: {one.text!r}"
        for other in drawn[number + 1 :]:
            if one.surface is other.surface and one.text != other.text:
                assert not one.rect.colliderect(other.rect), f"{one.text!r} over {other.text!r}"


def check_widgets(screen: Screen) -> None:
    for widget in screen.widgets:
        if widget.pane is None:
            assert screen.area.contains(widget.box), f"{widget.key} leaves the window"
        elif not isinstance(widget, Pane):
            assert widget.rect.right <= widget.pane.rect.w, f"{widget.key} leaves its pane"
            assert widget.rect.bottom <= widget.pane.height, f"{widget.key} leaves its pane"
        if widget.focusable and not isinstance(widget, Pane):
            assert widget.rect.h >= SMALLEST_TARGET, f"{widget.key} is {widget.rect.h} px high"
    controls = [w for w in screen.widgets if w.focusable and not isinstance(w, Pane)]
    for one in controls:
        for other in controls:
            if one is not other and one.pane is other.pane:
                assert not one.rect.colliderect(other.rect), f"{one.key} over {other.key}"


def opened(lay, match: Match, what: str, size: tuple[int, int], text: int):
    """Returns a window that shows what is named."""
    if what in ("incident", "months"):
        node = INCIDENT if what == "incident" else MONTHS
        ply = max(p for p, s in enumerate(match.states) if s[1] == node and s[0] < 2)
        return lay(cut_short(match, ply), size, text, seat=match.states[ply][0], forecaster=Oracle())
    if what == "ending":
        return lay(cut_short(match, match.ply), size, text)
    side = 1 if what == "other side" else 0
    ply = dawn(match, 12 if what == "letters" else 9, side, MOVE)
    oracle = None if what == "other side" else Oracle()
    window = lay(cut_short(match, ply), size, text, seat=side, forecaster=oracle)
    if what == "composer":
        window.key(pygame.K_o)
        assert window.name == "ComposerScreen"
    elif what in ("inbox", "deal", "map", "advice", "mandate"):
        from game.frontends.desktop.war_room.layout import TABS

        window.app.obey(window.top.turn_tab(TABS.index(what)))
        window.settle()
    return window


WHAT = [
    "room",
    "other side",
    "letters",
    "composer",
    "incident",
    "months",
    "ending",
    "inbox",
    "deal",
    "advice",
    "map",
    "mandate",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("what", WHAT)
def test_war_room_fits(lay, history: Match, drawn: list[Drawn], what: str, size: tuple[int, int], text: int) -> None:
    window = opened(lay, history, what, size, text)
    drawn.clear()
    window.top.rebuild()
    window.app.redraw()
    assert len(drawn) > 3
    check_widgets(window.top)
    check_text(drawn)
