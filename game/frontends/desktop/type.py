"""Text as kept pictures: loaded faces, letter-spaced signage, wrapping, map labels with a halo."""

import math
import re
from functools import partial
from pathlib import Path
from typing import Literal

import pygame

from game.frontends.desktop.kept import MEGABYTE, Kept, weight
from game.frontends.desktop.theme import SEA, Colour, Role

_TYPED = (
    ("--", "–—‒―"),
    ("-", "‐\u2011−·"),
    ('"', "“”„«»"),
    ("'", "’‘"),
    (" ", "\u00a0"),
    ("...", "…"),
    ("Е", "Ё"),
    ("No.", "№"),
    ("x", "×"),
    ("/", "÷"),
    ("->", "→"),
    ("and", "&"),
    (" deg.", "°"),
    ("1/2", "½"),
    ("par.", "§"),
    ("<", "[{"),
    (">", "]}"),
    ("Th", "Þ"),
    ("th", "þ"),
    ("d", "ð"),
)
_TYPIST = {ord(letter): typed for typed, letters in _TYPED for letter in letters}
_OPENED, _CLOSED, _ENDED = re.compile(r"(?<=\S) *\("), re.compile(r"\)(?= *\w)"), re.compile(r"[()]")
"""A parenthesis that begins after something, one after which the sentence goes on, and any other."""
Anchor = Literal["left", "centre", "right"]
_KEPT = 16 * MEGABYTE
_MEASURES = 8192
_HALO = 3
_MEASURED = 240
_UNASSIGNED = "\u0378"


def typist(text: str) -> str:
    """Returns the text as a typist without our special characters would have typed it: an aside stands in commas."""
    aside = _ENDED.sub("", _CLOSED.sub(",", _OPENED.sub(", ", text)))
    return aside.translate(_TYPIST)


class Type:
    """The faces of the window and every text drawn with them, kept: nobody may draw on the pictures."""

    def __init__(self, assets: Path) -> None:
        """Opens the faces in the folder `fonts` of the assets when they are first asked for."""
        pygame.font.init()
        self._folder = assets / "fonts"
        self._fonts: dict[tuple[Role, int], pygame.font.Font] = {}
        self._advances: dict[tuple[Role, str, str], int] = {}
        self._kept = Kept(_KEPT, weight)
        self._widths: dict[tuple[str, Role, int], int] = {}

    def font(self, role: Role, size: int) -> pygame.font.Font:
        """Returns the font of a role at a size in pixels."""
        key = role, size
        if key not in self._fonts:
            self._fonts[key] = pygame.font.Font(str(self._folder / role.value.file), size)
        return self._fonts[key]

    def line_height(self, role: Role, size: int) -> int:
        """Returns the distance between two baselines in pixels."""
        return round(size * role.value.leading)

    def ascent(self, role: Role, size: int) -> int:
        """Returns how far the baseline lies below the top of a text's picture, in pixels."""
        return self.font(role, size).get_ascent()

    def width(self, text: str, role: Role, size: int) -> int:
        """Returns the width of one line of text in pixels, measured once."""
        key = text, role, size
        if key not in self._widths:
            if len(self._widths) >= _MEASURES:
                self._widths.clear()
            self._widths[key] = self._measure(text, role, size)
        return self._widths[key]

    def _measure(self, text: str, role: Role, size: int) -> int:
        text = _spelled(text, role)
        if not role.value.spacing:
            return self.font(role, size).size(text)[0]
        return math.ceil(self._starts(text, role, size)[-1])

    def text(self, text: str, role: Role, size: int, colour: Colour) -> pygame.Surface:
        """Returns one line of text as a kept picture as high as its font."""
        return self._kept.once(("text", text, role, size, colour), lambda: self._line(text, role, size, colour))

    def label(self, text: str, role: Role, size: int, colour: Colour, halo: Colour = SEA) -> pygame.Surface:
        """Returns one line of text for the map, with a halo of 3 px on every side, as a kept picture."""
        return self._kept.once(
            ("label", text, role, size, colour, halo), lambda: self._haloed(text, role, size, colour, halo)
        )

    def draw(
        self,
        surface: pygame.Surface,
        text: str,
        role: Role,
        size: int,
        colour: Colour,
        at: tuple[float, float],
        anchor: Anchor = "left",
    ) -> pygame.Rect:
        """Draws one line of text with its left end, middle or right end at `at`, whose y is the baseline.

        Returns the rectangle drawn on.
        """
        picture = self.text(text, role, size, colour)
        back = {"left": 0.0, "centre": picture.get_width() / 2, "right": picture.get_width()}[anchor]
        return surface.blit(picture, (round(at[0] - back), round(at[1]) - self.ascent(role, size)))

    def capitals(self, role: Role, size: int) -> int:
        """Returns the height of capitals in pixels; half of it under a line's middle is its baseline."""
        metrics = self.font(role, size).metrics("H")[0]
        return metrics[3] if metrics else size

    def missing(self, text: str, role: Role) -> set[str]:
        """Returns the letters of a text for which the role's face would draw an empty box."""
        font = self.font(role, _MEASURED)
        shapes = {letter: font.render(letter, True, SEA) for letter in set(_spelled(text, role)) - {"\n"}}
        empty = font.render(_UNASSIGNED, True, SEA).get_buffer().raw
        return {letter for letter, shape in shapes.items() if shape.get_buffer().raw == empty}

    def wrap(self, text: str, role: Role, size: int, width: int) -> list[str]:
        """Returns the text broken into lines no wider than `width` pixels; a word that is wider is broken."""
        lines: list[str] = []
        for paragraph in _spelled(text, role).split("\n"):
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}" if line else word
                if self.width(longer, role, size) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                *full, line = self._broken(word, role, size, width)
                lines += full
            lines.append(line)
        return lines

    def block(
        self, text: str, role: Role, size: int, colour: Colour, width: int, *, lines: int | None = None
    ) -> pygame.Surface:
        """Returns wrapped text as one kept picture of that width, cut after `lines` lines if given."""
        return self._kept.once(
            ("block", text, role, size, colour, width, lines),
            lambda: self._block(self.wrap(text, role, size, width)[:lines], role, size, colour, width),
        )

    def block_height(self, text: str, role: Role, size: int, width: int) -> int:
        """Returns the height in pixels that `block` needs for the whole text."""
        return len(self.wrap(text, role, size, width)) * self.line_height(role, size)

    def _line(self, text: str, role: Role, size: int, colour: Colour) -> pygame.Surface:
        text, font = _spelled(text, role), self.font(role, size)
        if not role.value.spacing:
            return font.render(text, True, colour)
        *starts, end = self._starts(text, role, size)
        picture = pygame.Surface((math.ceil(end), font.get_height()), pygame.SRCALPHA)
        picture.fill((*colour, 0))
        for letter, start in zip(text, starts, strict=True):
            glyph = self._kept.once(("glyph", letter, role, size, colour), partial(font.render, letter, True, colour))
            picture.blit(glyph, (round(start), 0))
        return picture

    def _starts(self, text: str, role: Role, size: int) -> list[float]:
        """Returns where each letter of a spaced text starts and where the last one ends, in pixels.

        Measured in a large size, since a small one is hinted to whole pixels and kerns unevenly.
        """
        share, starts = size / _MEASURED, [0.0]
        for letter, after in zip(text, [*text[1:], ""], strict=True):
            advance = self._advance(letter, after, role) * share
            starts.append(starts[-1] + advance + (role.value.spacing * size if after else 0))
        return starts

    def _advance(self, letter: str, after: str, role: Role) -> int:
        """Returns how far a letter pushes the one after it, in the large size."""
        key = role, letter, after
        if key not in self._advances:
            font = self.font(role, _MEASURED)
            self._advances[key] = font.size(letter + after)[0] - (font.size(after)[0] if after else 0)
        return self._advances[key]

    def _haloed(self, text: str, role: Role, size: int, colour: Colour, halo: Colour) -> pygame.Surface:
        front, back = self._line(text, role, size, colour), self._line(text, role, size, halo)
        picture = pygame.Surface((front.get_width() + 2 * _HALO, front.get_height() + 2 * _HALO), pygame.SRCALPHA)
        picture.fill((*halo, 0))
        for reach in (_HALO, _HALO / 2):
            for turn in range(16):
                angle = turn * math.pi / 8
                picture.blit(back, (_HALO + round(reach * math.cos(angle)), _HALO + round(reach * math.sin(angle))))
        picture.blit(front, (_HALO, _HALO))
        return picture

    def _block(self, lines: list[str], role: Role, size: int, colour: Colour, width: int) -> pygame.Surface:
        step, font = self.line_height(role, size), self.font(role, size)
        lead = (step - font.get_height()) // 2
        picture = pygame.Surface((width, max(1, step * len(lines))), pygame.SRCALPHA)
        picture.fill((*colour, 0))
        for number, line in enumerate(lines):
            picture.blit(self._line(line, role, size, colour), (0, number * step + lead))
        return picture

    def _broken(self, word: str, role: Role, size: int, width: int) -> list[str]:
        parts = [""]
        for letter in word:
            if parts[-1] and self.width(parts[-1] + letter, role, size) > width:
                parts.append("")
            parts[-1] += letter
        return parts


def _spelled(text: str, role: Role) -> str:
    if role.value.capitals:
        text = text.upper()
    return typist(text) if role.value.typewritten else text
