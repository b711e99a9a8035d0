"""What a pane cuts off fades into its ground; what it shows whole, and all where it cannot scroll, is left alone."""

import pygame

from game.frontends.desktop.theme import BONE, PANEL
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.widget import Widget

BOX = pygame.Rect(10, 20, 200, 100)


def shown(height: int, offset: int, content: pygame.Surface | None, *held: Widget) -> pygame.Surface:
    """Returns a picture that is bright over the whole pane but its margin, after the pane has faded its edges."""
    surface = pygame.Surface((220, 140))
    surface.fill(PANEL)
    surface.fill(BONE, BOX.inflate(-16, 0))
    pane = Pane("pane", BOX, height, content)
    pane.scroll_to(offset)
    for widget in held:
        widget.pane = pane
    pane.fade(surface, held)
    return surface


def edges(surface: pygame.Surface) -> tuple[bool, bool]:
    """Returns whether the top and the bottom edge of the pane have faded; its middle never does."""
    assert surface.get_at(BOX.center) == BONE
    return tuple(surface.get_at((BOX.centerx, y)) == PANEL for y in (BOX.top, BOX.bottom - 1))


def sheet(height: int) -> pygame.Surface:
    """Returns content with an empty last row."""
    content = pygame.Surface((BOX.w, height))
    content.fill(PANEL)
    return content


def test_content_fades_where_there_is_more_of_it() -> None:
    assert edges(shown(300, 0, sheet(300))) == (False, True)
    assert edges(shown(300, 90, sheet(300))) == (True, True)
    assert edges(shown(300, 200, sheet(300))) == (True, False)
    assert edges(shown(100, 0, sheet(100))) == (False, False)


def test_widgets_fade_only_where_one_is_cut() -> None:
    cut = Widget("cut", pygame.Rect(10, 80, 100, 60))
    whole = Widget("whole", pygame.Rect(10, 40, 100, 60))
    assert edges(shown(300, 0, None, cut)) == (False, True)
    assert edges(shown(300, 0, None, whole)) == (False, False)


def test_only_what_is_drawn_anew_fades_again() -> None:
    surface = shown(300, 0, sheet(300))
    before = pygame.image.tobytes(surface, "RGB")
    pane = Pane("pane", BOX, 300, sheet(300))
    surface.set_clip(pygame.Rect(0, 0, 220, 60))
    pane.fade(surface, ())
    assert pygame.image.tobytes(surface, "RGB") == before
