"""Where a match can begin: from the beginning, or on a later day of the historical path for a shorter game."""

from dataclasses import dataclass

from game.frontends.presenter.words import day_date, full_date, month_day
from game.match.match import Match
from game.match.replay import mornings, starts
from game.rules.ruleset import Ruleset
from game.scenario.model import Scenario

BEGINNING = "From the beginning"
MINUTES_A_DAY = 5
"""What two players need for a day of the crisis, by and large."""
AS_IT_WAS = "The mandate of history, under which what came before was done and every letter on the table was written."
DRAWN_LATER = "Drawn in secret: it may go against what was done and written before this day."
NOT_DRAWN = "On a later day both sides have their mandates of history, under which what came before was done."


@dataclass(frozen=True)
class Start:
    """A day (from 1) to begin on: its name, a sentence on it, and about how many minutes two players then need."""

    day: int
    name: str
    text: str
    minutes: int


def start_cards(path: Match) -> tuple[Start, ...]:
    """Returns the days of a historical path that are good to begin on, the first day first."""
    return tuple(start_card(path, day) for day in starts(path))


def only_start(rules: Ruleset) -> Start:
    """Returns the beginning of a scenario that tells no history."""
    minutes = MINUTES_A_DAY * rules.scenario.calendar.days
    return Start(1, BEGINNING, f"{full_date(day_date(rules, 1))}. Allow about {minutes} minutes for two.", minutes)


def how_long(scenario: Scenario) -> str:
    """Returns on which days a match without a deal may be over, and how long it can last at most."""
    last = scenario.calendar.days
    first = min((day for day, odds in scenario.calendar.timetable.items() if odds), default=last)
    if first >= last:
        return f"Without a deal it lasts until day {last}."
    return f"No last day is set: without a deal it may be over after day {first}, or go on until day {last}."


def start_card(path: Match, day: int) -> Start:
    """Returns what it means to begin on a day of the historical path."""
    date, minutes = day_date(path.rules, day), MINUTES_A_DAY * sum(later >= day for later in mornings(path))
    note = "as it began" if day == 1 else "what came before is played as it was"
    text = f"{full_date(date)}: {note}. Allow about {minutes} minutes for two."
    return Start(day, month_day(date) if day > 1 else BEGINNING, text, minutes)
