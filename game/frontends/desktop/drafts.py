"""Offers that were begun and neither sent nor cleared, kept while the match is on the desk."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.frontends.presenter.models import ChannelChoice, ClauseChoice, Letter


@dataclass(frozen=True)
class Draft:
    """What was chosen so far: the number of the form of each clause in it, and the channel."""

    forms: dict[str, int]
    channel: str


class Drafts:
    """Drafts by what they answer; one that was sent comes back if the sending is taken back."""

    def __init__(self) -> None:
        """Keeps nothing yet."""
        self._kept: dict[Hashable, Draft] = {}
        self._sent: tuple[Hashable, Draft] | None = None

    def keep(self, key: Hashable, draft: Draft) -> None:
        """Keeps a draft instead of the one before."""
        self._kept[key] = draft

    def find(self, key: Hashable) -> Draft | None:
        """Returns the draft that was kept, or None."""
        return self._kept.get(key)

    def clear(self, key: Hashable) -> None:
        """Drops a draft."""
        self._kept.pop(key, None)

    def send(self, key: Hashable, draft: Draft) -> None:
        """Takes a draft out because it has been sent."""
        self.clear(key)
        self._sent = key, draft

    def played(self) -> None:
        """Forgets what was sent before: another move has been played since."""
        self._sent = None

    def unsend(self) -> None:
        """Brings back what was sent last."""
        if self._sent:
            self.keep(*self._sent)
            self._sent = None


def change(first: Draft, clause: str, form: int | None) -> str:
    """Returns in a word how a clause differs from the letter that is answered, or `` if it does not."""
    asked = first.forms.get(clause)
    if asked == form or not first.forms:
        return ""
    return "added" if asked is None else "left out" if form is None else "changed"


def answer_to(letter: Letter | None, choices: Mapping[str, ClauseChoice]) -> Draft:
    """Returns the draft that an answer begins with: the terms of the letter and its channel, or nothing."""
    forms = {}
    for line in (*letter.gives, *letter.wants) if letter else ():
        forms[line.id] = [form.number for form in choices[line.id].forms].index(line.number)
    return Draft(forms, letter.channel if letter else "")


def still_open(draft: Draft, choices: Mapping[str, ClauseChoice]) -> dict[str, int]:
    """Returns the clauses of a draft that may still be offered, with their forms."""
    return {name: form for name, form in draft.forms.items() if choices[name].open}


def carrier(draft: Draft, channels: Sequence[ChannelChoice]) -> ChannelChoice:
    """Returns the channel of a draft if it is open, or else the first one that is."""
    opened = [channel for channel in channels if channel.open]
    same = [channel for channel in opened if channel.id == draft.channel]
    return (same or opened or [*channels])[0]
