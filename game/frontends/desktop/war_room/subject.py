"""What is previewed: an act, or an answer to a letter; nothing of it is played before it is confirmed."""

from __future__ import annotations

from dataclasses import dataclass

from game.frontends.presenter.models import ActCard, Figure, Letter, Voice


@dataclass(frozen=True)
class Subject:
    """A move under consideration with its figures and what the advisers say of it; `move` is empty if it is closed."""

    key: str
    title: str
    move: str
    figures: tuple[Figure, ...]
    voices: tuple[Voice, ...]
    act: ActCard | None = None
    letter: Letter | None = None

    @property
    def confirm(self) -> str:
        """Returns the words of the main button."""
        if self.act:
            return "Confirm and end turn"
        return "Sign the deal" if self.letter and self.move == self.letter.accept else "Refuse this letter"
