"""A field for one line of text."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.frontends.desktop.theme import BONE, EDGE, RADIUS, ROOM, Role
from game.frontends.desktop.widgets.widget import STAY, Response, Widget, answer

TYPE = 16
_LONGEST = 60


class Field(Widget):
    """A field that takes what is typed; `allowed` keeps out letters that do not belong."""

    typing = True

    def __init__(
        self,
        key: str,
        rect: pygame.Rect,
        text: str,
        change: Callable[[str], Response],
        *,
        allowed: Callable[[str], bool] = str.isprintable,
        longest: int = _LONGEST,
    ) -> None:
        """Places the field; `change` is called with the text after every change."""
        super().__init__(key, rect)
        self.text, self.caret, self._change = text, len(text), change
        self._allowed, self._longest = allowed, longest

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the text and, while focused, the caret."""
        box, desk = self.box, self.desk
        pygame.draw.rect(surface, ROOM, box, border_radius=RADIUS)
        pygame.draw.rect(surface, BONE if self.hovered else EDGE, box, 1, border_radius=RADIUS)
        left, base = box.x + 12, desk.middle(box, Role.TEXT, TYPE)
        desk.text(surface, self.text, Role.TEXT, TYPE, (left, base), BONE)
        if self.has_focus:
            x = left + desk.width(self.text[: self.caret], Role.TEXT, TYPE)
            pygame.draw.line(surface, BONE, (x, box.y + box.h // 4), (x, box.bottom - box.h // 4), 2)

    def take(self, event: pygame.event.Event) -> Response:
        """Types, deletes and moves the caret."""
        if event.type == pygame.TEXTINPUT:
            return self._type("".join(letter for letter in event.text if self._allowed(letter)))
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return None
        if event.key == pygame.K_BACKSPACE and self.caret:
            self.caret -= 1
            return self._set(self.text[: self.caret] + self.text[self.caret + 1 :])
        if event.key == pygame.K_DELETE:
            return self._set(self.text[: self.caret] + self.text[self.caret + 1 :])
        places = {
            pygame.K_LEFT: self.caret - 1,
            pygame.K_RIGHT: self.caret + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.text),
        }
        if event.key in places:
            self.caret = max(0, min(len(self.text), places[event.key]))
            self.touch()
            return STAY
        return STAY if event.unicode.isprintable() and event.unicode else None

    def _type(self, letters: str) -> Response:
        letters = letters[: self._longest - len(self.text)]
        self.caret += len(letters)
        before = self.caret - len(letters)
        return self._set(self.text[:before] + letters + self.text[before:])

    def _set(self, text: str) -> Response:
        if text == self.text:
            return STAY
        self.text = text
        self.touch()
        return answer(lambda: self._change(text))
