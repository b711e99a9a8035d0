"""What every screen of the window is: the protocol between the event loop, screens and widgets.

A screen owns a flat list of widgets in reading order and one kept picture of what never changes, its `ground`.
`app` calls `layout` (at first, at every new size or text setting), `handle` (every event) and `draw` (where `dirty`).
To write a screen, derive from `Screen` and define

    build()      draws what stands still on `self.ground` and adds widgets with `self.add`; reads `self.grid`
    keys(event)  the screen's own shortcuts, asked after the focused widget; answers None for "not mine"
    animate(now) moves things with the clock (seconds) and answers whether it must be called again soon
    back()       what Esc does
    paint(s)     optional: draws what changes and is no widget, over the ground and under the widgets; obeys the clip

Callbacks and `keys` answer a `Command` (`Show`, `Back`, `Home`, `Rearrange`, `Quit`), `STAY` for "done here", or None.
Play goes through `desk`'s `table.Table`: `return self.table.play(move)`; `war_room.entry` holds its two doors.
When little changes: `widget.touch()` or `self.invalidate(rect)`. When much changes: `self.rebuild()`, which keeps
focus (by `widget.key`) and scrolling (by `pane.key`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pygame

from game.frontends.desktop import focus
from game.frontends.desktop.theme import MARGIN, ROOM, Grid
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.widget import STAY, Command, Response, Widget

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk

__all__ = ["PRESSING", "STAY", "Back", "Command", "Home", "Quit", "Rearrange", "Response", "Screen", "Show"]

AnyWidget = TypeVar("AnyWidget", bound=Widget)
PRESSING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
"""The keys that press what has the focus."""


class Show(Command):
    """Opens a screen: over this one, or `instead` of it."""

    def __init__(self, screen: Screen, *, instead: bool = False) -> None:
        """Names the screen."""
        self.screen, self.instead = screen, instead


class Back(Command):
    """Closes this screen and shows the one beneath."""


class Home(Command):
    """Closes every screen but the first, the title."""


class Rearrange(Command):
    """Applies changed settings: text size and full screen."""


class Quit(Command):
    """Closes the window."""


class Screen:
    """One screen of the window; see the module for what a derived class defines."""

    name = ""

    def __init__(self, desk: Desk) -> None:
        """Opens the screen; nothing is drawn before `layout`."""
        self.desk = desk
        self.grid: Grid = desk.grid
        self.widgets: list[Widget] = []
        self.focused: Widget | None = None
        self.ground = pygame.Surface((1, 1))
        self.dirty: list[pygame.Rect] = []
        self._pressed: Widget | None = None
        self._hovered: Widget | None = None
        self._place = (0, 0)
        self._covered: tuple[str, dict[str, int]] = "", {}

    # -- for derived classes -------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Draws the ground and adds the widgets for the size in `self.grid`."""

    def paint(self, surface: pygame.Surface) -> None:
        """Draws what changes and is no widget."""

    def keys(self, event: pygame.event.Event) -> Response:
        """Returns what a shortcut of this screen does, or None."""
        return None

    def animate(self, now: float) -> bool:
        """Moves things with the clock; returns whether something still moves."""
        return False

    def ready(self) -> Response:
        """Takes notice that the scenario is loaded (`desk.crisis`) or faulty (`desk.fault`)."""
        self.rebuild()
        return None

    def back(self) -> Command:
        """Returns what Esc does."""
        return Back()

    def add(self, widget: AnyWidget, pane: Pane | None = None) -> AnyWidget:
        """Adds a widget after the others in reading order, inside a scrolling pane if given."""
        widget.desk, widget.pane = self.desk, pane
        if pane and widget.focusable:
            pane.focusable = False
        self.widgets.append(widget)
        return widget

    def invalidate(self, rect: pygame.Rect | None = None) -> None:
        """Marks a part of the window, or all of it, to be drawn again."""
        self.dirty.append(pygame.Rect(rect) if rect else self.area)

    def rebuild(self) -> None:
        """Builds the screen anew after much has changed, keeping focus and scrolling."""
        self.layout(self.grid)

    def focus_on(self, widget: Widget | str | None) -> None:
        """Gives a widget, or the one with this key, the keyboard and scrolls it into sight."""
        if isinstance(widget, str):
            widget = next((w for w in self.widgets if w.key == widget and w.focusable), None)
        if widget is None or widget is self.focused:
            return
        before, self.focused = self.focused, widget
        for each in (before, widget):
            if each is not None:
                each.has_focus = each is widget
                each.touch()
        if widget.pane:
            widget.pane.reveal(widget.rect)

    # -- for the event loop --------------------------------------------------------------------------------------------

    @property
    def area(self) -> pygame.Rect:
        """Returns the whole window."""
        return pygame.Rect(0, 0, self.grid.width, self.grid.height)

    @property
    def inner(self) -> pygame.Rect:
        """Returns the window without its margins and its foot."""
        margin, grid = self.grid.space(MARGIN), self.grid
        return pygame.Rect(margin, margin, grid.width - 2 * margin, grid.height - margin - grid.foot)

    def layout(self, grid: Grid) -> None:
        """Builds the screen for a window's size and text setting."""
        key = self.focused.key if self.focused else self._covered[0]
        held = self._pressed.key if self._pressed else None
        offsets = self._offsets() or self._covered[1]
        self.grid, self.widgets, self.focused = grid, [], None
        self._hovered = None
        self.ground = pygame.Surface((grid.width, grid.height))
        self.ground.fill(ROOM)
        self.build()
        self._scroll_back(offsets)
        self._pressed = next((w for w in self.widgets if w.key == held), None)
        self.focus_on(key)
        if self.focused is None:
            self.focus_on(next((w for w in self.widgets if w.focusable), None))
        if self.focused and self.focused.key != key and self.focused.pane:
            self.focused.pane.reveal(self.focused.rect)  # what has the focus anew is seen, however far was scrolled
        self.dirty = [self.area]

    def cover(self) -> None:
        """Lets go of all that was drawn once another screen lies over this one; `layout` builds it again as it was."""
        self._covered = (self.focused.key if self.focused else ""), self._offsets()
        self.widgets, self.focused, self._pressed, self._hovered = [], None, None, None
        self.ground = pygame.Surface((1, 1))

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the screen as far as the surface's clip reaches."""
        clip = surface.get_clip()
        surface.blit(self.ground, clip, clip)
        self.paint(surface)
        for widget in self.widgets:
            view = widget.pane.rect.clip(clip) if widget.pane else clip
            if widget.reach.colliderect(view):
                surface.set_clip(view)
                widget.draw(surface)
                surface.set_clip(clip)
        for widget in self.widgets:
            if isinstance(widget, Pane):
                widget.fade(surface, self.widgets)
        if self.focused:
            focus.ring(surface, self.focused, clip)

    def take_dirty(self) -> list[pygame.Rect]:
        """Returns what must be drawn again, as few rectangles inside the window, and forgets it."""
        for widget in self.widgets:
            if widget.dirty:
                widget.dirty = False
                self.dirty.append(widget.reach)
        merged: list[pygame.Rect] = []
        for rect in (rect.clip(self.area) for rect in self.dirty):
            if not rect.w or not rect.h:
                continue
            while (hit := rect.collidelist(merged)) >= 0:
                rect = rect.union(merged.pop(hit))
            merged.append(rect)
        self.dirty = []
        return merged

    def handle(self, event: pygame.event.Event) -> Command | None:
        """Gives an event to the widget it is for; returns what the event loop must do."""
        response = self._mouse(event) if event.type in _MOUSE else self._keyboard(event)
        return None if response is STAY else response

    def _keyboard(self, event: pygame.event.Event) -> Response:
        if self.focused:
            answer = self.focused.take(event)
            if answer is not None:
                return answer
        answer = self.keys(event)
        if answer is not None or event.type != pygame.KEYDOWN:
            return answer
        if event.key == pygame.K_ESCAPE:
            return self.back()
        if self.focused and event.key in PRESSING:
            return self.focused.press()
        target = focus.next_for(event, self.widgets, self.focused)
        if target is not None:
            self.focus_on(target)
        elif self.focused and self.focused.pane:
            return self.focused.pane.take(event)
        return STAY

    def _mouse(self, event: pygame.event.Event) -> Response:
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event)
        self._place = event.pos
        over = self._under(event.pos)
        if event.type == pygame.MOUSEMOTION:
            self._hover(over)
            if over:
                over.hover(event.pos)
            return self._pressed.drag(event.pos) if self._pressed else STAY
        if event.button != 1:
            return STAY
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._pressed = over
            if over is None:
                return STAY
            if over.focusable:
                offsets = self._offsets()
                self.focus_on(over)
                self._scroll_back(offsets)  # what is half in sight must lie still until the button is released
            return over.grab(event.pos)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed is over:
            return pressed.click(event.pos)
        return STAY

    def _offsets(self) -> dict[str, int]:
        return {pane.key: pane.offset for pane in self.widgets if isinstance(pane, Pane)}

    def _scroll_back(self, offsets: dict[str, int]) -> None:
        for pane in self.widgets:
            if isinstance(pane, Pane) and pane.key in offsets:
                pane.scroll_to(offsets[pane.key])

    def _hover(self, over: Widget | None) -> None:
        if over is self._hovered:
            return
        if self._hovered:
            self._hovered.leave()
        for widget in (self._hovered, over):
            if widget:
                widget.hovered = widget is over
                widget.touch()
        self._hovered = over

    def _wheel(self, event: pygame.event.Event) -> Response:
        for widget in reversed(self.widgets):
            if isinstance(widget, Pane) and widget.rect.collidepoint(self._place):
                widget.scroll_by(-event.y * 3 * widget.step)
                break
        return STAY

    def _under(self, place: tuple[int, int]) -> Widget | None:
        for widget in reversed(self.widgets):
            if widget.mouse and widget.target.collidepoint(place):
                return widget
        return None


_MOUSE = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)
