"""The two doors into this package: the screen of a side's move, and the ending."""

from __future__ import annotations

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.table import Table
from game.frontends.desktop.war_room.ending import EndingScreen
from game.frontends.desktop.war_room.incident import DutyRoom, IncidentRoom
from game.frontends.desktop.war_room.room import WarRoom
from game.rules.slots import INCIDENT, MONTHS, NODE


def turn(desk: Desk, table: Table) -> Screen:
    """Returns the screen of the side to move: an incident to answer, a clause that falls due, or the war room."""
    node = table.match.state[NODE]
    if node == INCIDENT:
        return IncidentRoom(desk, table)
    if node == MONTHS:
        return DutyRoom(desk, table)
    return WarRoom(desk, table)


def ending(desk: Desk, table: Table) -> Screen:
    """Returns the screen that tells how it ended."""
    return EndingScreen(desk, table)
