"""The door to the debrief, from the ending, the library and the replay."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk
    from game.frontends.desktop.screen import Screen
    from game.match.match import Match


def offered(desk: Desk, match: Match) -> bool:
    """Returns whether a match has a debrief that this window can show."""
    return desk.debriefer is not None and match.outcome is not None


def opened(desk: Desk, match: Match, origin: str | None = None) -> Screen:
    """Returns the screen that leads to the debrief of a match that is over; at once if it was worked out before.

    `origin` says what the match is taken up from, if not from a record.
    """
    from game.frontends.desktop.debrief.pages import DebriefPages
    from game.frontends.desktop.debrief.working import WorkingPage

    kept = desk.debriefs.get(match.chain)
    return DebriefPages(desk, kept, match, origin) if kept else WorkingPage(desk, match, origin)
