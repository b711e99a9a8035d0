"""The saved games as the library lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.errors import KnotError
from game.frontends.desktop.crisis import Crisis, load_crisis
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Screen
from game.frontends.presenter.facts import nightfalls
from game.frontends.presenter.words import MONTHS, plain_date
from game.match.library import saved
from game.match.match import Match
from game.match.record import Record, load_record
from game.match.replay import HISTORY
from game.players.roster import HUMAN, RANDOM
from game.rules.slots import DAY
from game.scenario.loader import shipped

if TYPE_CHECKING:
    from game.scenario.model import Scenario

DELETED = ".deleted"
Fate = Literal["", "settled", "war", "over"]
_SHOWN = 200
_OTHER_SCENARIO = "This match was played with another version of the scenario."
_BROKEN = "This match cannot be gone on with."


@dataclass(frozen=True)
class Save:
    """A record among the saves: when it was written, where the game stands, who plays; or why it cannot be read.

    `reached` is the day it has come to, of `days`; `curve` the public gauge at each nightfall, `strain` that of the
    last view; `fate` is how it ended, if it did.  `links` vouch for its moves one by one, `parent` for the match it was
    taken up from on the day `taken`, `` where it began by itself.
    """

    path: Path
    written: str
    place: str
    sides: str
    over: bool
    fault: str = ""
    detail: str = ""
    reached: str = ""
    days: int = 0
    curve: tuple[int, ...] = ()
    strain: int = 0
    fate: Fate = ""
    links: frozenset[str] = frozenset()
    parent: str = ""
    taken: str = ""


def taken_from(desk: Desk, save: Save) -> str:
    """Returns what a game was taken up from and on which day, as a sentence, or `` where it began by itself."""
    if not save.parent:
        return ""
    if save.parent == HISTORY:
        return f"Taken up from what happened, on {save.taken}."
    source = next((each for each in saves(desk) if save.parent in each.links and each.path != save.path), None)
    if source is None:
        return f"Taken up from a game that is not among these, on {save.taken}."
    return f"Taken up on {save.taken} from the game saved {source.written} ({source.place})."


def saves(desk: Desk) -> list[Save]:
    """Returns the saved games, the latest first."""
    crisis = desk.crisis
    if crisis is None:
        return []
    found = saved(desk.saves)[:_SHOWN]
    return [_read(crisis, path, path.stat().st_mtime_ns) for path in found]


def saved_screen(desk: Desk, save: Save) -> Screen:
    """Returns the screen on which a saved game goes on; raises KnotError if it cannot be read any more."""
    from game.frontends.desktop.table import Table

    return Table(desk, match_of(desk, save.path), save.path).screen()


def match_of(desk: Desk, path: Path) -> Match:
    """Returns the match in a file; raises KnotError."""
    if desk.crisis is None:
        raise KnotError("the scenario is not loaded yet")
    record = load_record(path)
    return Match(_crisis_of(desk.crisis, record).rules, record=record)


def _crisis_of(crisis: Crisis, record: Record) -> Crisis:
    """Returns the scenario of a record where that is another one that is shipped, or else the one on the desk."""
    name = record.scenario
    return _shipped(name) if name != crisis.scenario.id and name in shipped() else crisis


@lru_cache(maxsize=4)
def _shipped(name: str) -> Crisis:
    return load_crisis(name)


def day_name(scenario: Scenario, day: int) -> str:
    """Returns the date of a day of the crisis, as `24 October`."""
    return plain_date(scenario.calendar.first_day + timedelta(days=day - 1)).rpartition(" ")[0]


def who_name(scenario: Scenario, who: str) -> str:
    """Returns how a player is called: a human, chance, or a persona's name."""
    if who in scenario.personas:
        return scenario.personas[who].name
    return {HUMAN: "a human", RANDOM: "chance"}.get(who, who)


@lru_cache(maxsize=512)
def _read(crisis: Crisis, path: Path, stamp: int) -> Save:
    written = datetime.fromtimestamp(stamp / 1e9)
    when = f"{written.day} {MONTHS[written.month - 1][:3]} {written:%Y, %H:%M}"
    record: Record | None = None
    try:
        record = load_record(path)
        crisis = _crisis_of(crisis, record)
        match = Match(crisis.rules, record=record)
    except KnotError as error:
        return _unreadable(crisis, path, when, record, str(error).removeprefix(f"{path}: "))
    scenario, outcome = crisis.scenario, match.outcome
    parties = list(scenario.sides.values())
    if outcome:
        place = f"{day_name(scenario, outcome.day)}, {scenario.endings[outcome.ending].name}"
    else:
        place = f"{day_name(scenario, match.day)}, {parties[match.actor or 0].capital} to move"
    fate: Fate = "" if outcome is None else "war" if outcome.war else "settled" if outcome.settled else "over"
    return Save(
        path,
        when,
        place,
        _sides(scenario, match.players),
        outcome is not None,
        reached=f"Day {outcome.day if outcome else match.day} of {scenario.calendar.days}",
        days=scenario.calendar.days,
        curve=tuple(nightfalls(match.rules, match.states).values()),
        strain=match.rules.read(match.state, scenario.roles.gauge),
        fate=fate,
        links=frozenset(match.chains),
        parent=match.parent.chain if match.parent else "",
        taken=day_name(scenario, match.states[match.parent.ply][DAY]) if match.parent else "",
    )


def _sides(scenario: Scenario, players: Mapping[str, str]) -> str:
    seated = [(party.short, players.get(side, "")) for side, party in scenario.sides.items()]
    return ", ".join(f"{short}: {who_name(scenario, who)}" for short, who in seated if who)


def _unreadable(crisis: Crisis, path: Path, when: str, record: Record | None, detail: str) -> Save:
    """Returns a save that cannot be gone on with, with all that can still be told of it."""
    if record is None:
        return Save(path, when, path.stem, "", True, _BROKEN, detail)
    other = record.digest != Match(crisis.rules).digest
    return Save(
        path,
        when,
        path.stem,
        _sides(crisis.scenario, record.players),
        True,
        _OTHER_SCENARIO if other else _BROKEN,
        detail,
    )
