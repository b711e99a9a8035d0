"""Sentences of the war room that are made of several parts of a screen model."""

from __future__ import annotations

from collections.abc import Iterable

from game.frontends.presenter.models import ClauseLine, Letter


def signed(points: int) -> str:
    """Returns points with their sign."""
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"


def clause(line: ClauseLine) -> str:
    """Returns a clause with the words of its form."""
    return f"{line.name}, {line.form}" if line.form else line.name


def listed(lines: Iterable[ClauseLine]) -> str:
    """Returns clauses one after another, or that there is nothing."""
    return "; ".join(clause(line) for line in lines) or "nothing"


def summary(letter: Letter, reader: int) -> str:
    """Returns what a letter says in two sentences, from the reader's side of the table."""
    ours, theirs = letter.wants, letter.gives
    if letter.sender == reader:
        return f"We give: {listed(letter.gives)}. We ask: {listed(letter.wants)}."
    return f"They give: {listed(theirs)}. They ask: {listed(ours)}."


def sent(letter: Letter) -> str:
    """Returns where an own letter is: under way or lying open, and until when."""
    channel = letter.channel_name[:1].lower() + letter.channel_name[1:]
    where = "lies open" if letter.open else f"arrives {letter.arrives}"
    return f"Your letter, {channel}: {where}, lapses {letter.lapses}. Until then no other can go that way."


def typed(gives: Iterable[ClauseLine], wants: Iterable[ClauseLine]) -> str:
    """Returns an offer as the text of a letter: what we do, what we ask."""
    ours = [_sentence(line) for line in gives]
    theirs = [_sentence(line) for line in wants]
    parts = []
    if theirs:
        parts.append("We ask of you:\n" + "\n".join(f"– {text}" for text in theirs))
    if ours:
        parts.append("For our part:\n" + "\n".join(f"– {text}" for text in ours))
    return "\n \n".join(parts)


def _sentence(line: ClauseLine) -> str:
    """Returns a clause's text with what its form adds: a text that speaks of months needs no `within months`."""
    text = line.text.rstrip(".")
    said = text.lower().split()
    added = [part for part in line.form.split(", ") if part and part.split()[-1] not in said]
    return f"{', '.join([text, *added])}."
