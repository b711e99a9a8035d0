"""The first game: a match of the shipped scenario that has lessons."""

from __future__ import annotations

from secrets import randbelow

from game.frontends.desktop.crisis import load_crisis
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.desktop.table import Table
from game.match.match import Match
from game.players.roster import facing_lessons
from game.scenario.loader import teaching

SEEDS = 10_000


def first_lesson(desk: Desk) -> Screen:
    """Returns the first screen of a new match with lessons; raises KnotError if the scenario is faulty."""
    rules = load_crisis(teaching()).rules
    players = facing_lessons(rules.scenario)
    return Table(desk, Match(rules, seed=randbelow(SEEDS), players=players)).screen()
