"""What was done in fact on the same day, with its source, beside what was done in a match."""

from datetime import datetime

from game.errors import KnotError
from game.frontends.presenter.debrief.debriefing import DayBeside, PastStep
from game.frontends.presenter.describe import describe
from game.frontends.presenter.words import clock, day_date, short_date
from game.match.match import Match
from game.match.replay import HISTORY, past
from game.rules.ruleset import Ruleset
from game.scenario.story import Step


def beside(match: Match) -> tuple[DayBeside, ...]:
    """Returns each day of a match beside the same day of the historical path, if the scenario tells one."""
    rules = match.rules
    told = past_days(rules)
    return tuple(
        DayBeside(day, short_date(day_date(rules, day)), _ours(match, day), told.get(day, ()))
        for day in range(1, match.day + 1)
    )


def is_past(match: Match) -> bool:
    """Returns whether a match is the historical path itself."""
    try:
        return past(match.rules).match.moves == match.moves
    except KnotError:
        return False


def told_with(match: Match) -> tuple[tuple[int, Step], ...]:
    """Returns what the historical path tells of the moves a match shares with it, by the number of the move."""
    try:
        path = past(match.rules)
    except KnotError:
        return ()
    if path.match.moves == match.moves:
        return path.told
    shared = match.parent.ply if match.parent and match.parent.chain == HISTORY else 0
    return tuple((ply, step) for ply, step in path.told if ply < shared)


def past_days(rules: Ruleset) -> dict[int, tuple[PastStep, ...]]:
    """Returns, by day, what happened in fact, in the order of its own dates and hours; only what has a source is told.

    It stands under the day on which it happened, which is not always the one on which the game plays it.
    """
    path, first = rules.scenario.history, rules.scenario.calendar.first_day
    found: dict[int, tuple[PastStep, ...]] = {}
    for step in sorted(path.steps if path else (), key=_moment):
        if step.text and step.source:
            day = (step.at.date() - first).days + 1
            found[day] = (*found.get(day, ()), PastStep(clock(step.at), step.text, step.source, step.disputed or ""))
    return found


def _moment(of: Step) -> datetime:
    """Returns when something happened, by the clock it is told in."""
    return of.at.replace(tzinfo=None)


def _ours(match: Match, day: int) -> tuple[str, ...]:
    rules = match.rules
    return tuple(
        f"{rules.scenario.sides[entry.by].short}: {describe(rules, match.states[entry.ply], entry.move)}"
        for entry in match.history
        if entry.day == day and entry.by != "chance"
    )
