"""Going through what was played: saved matches, the historical path, and taking over at some point of either."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from game.errors import KnotError, RecordError
from game.match.match import Match, rules_of
from game.match.record import Record
from game.rules.moves import chance_outcomes
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, MANDATE
from game.scenario.loader import Loaded
from game.scenario.story import Step

HISTORY = "history"
LATER_STARTS = 2


@dataclass(frozen=True)
class Past:
    """The historical path played through; `told` gives, for each of its steps, the number of the move it goes with."""

    match: Match
    told: tuple[tuple[int, Step], ...]

    def at(self, ply: int) -> tuple[Step, ...]:
        """Returns the steps that go with move number `ply`, in the order of the file."""
        return tuple(step for number, step in self.told if number == ply)


def resume(record: Record, source: Loaded | Ruleset) -> Match:
    """Returns the match where its record stops; raises RecordError at the first move that is refused."""
    return Match(source, record=record)


def past(source: Loaded | Ruleset, mandates: Mapping[str, str] | None = None) -> Past:
    """Returns what happened, played by the rules; a die that the path does not name falls on its last face.

    Raises KnotError if the scenario tells no history, RecordError at the first step that the rules refuse.
    """
    rules = rules_of(source)
    path = rules.scenario.history
    if path is None:
        raise KnotError(f"scenario {rules.scenario.id} tells no history")
    match = Match(rules, mandates={**path.mandates, **(mandates or {})})
    told = []
    for number, step in enumerate(path.steps):
        try:
            told.append((_retell(match, step), step))
        except KnotError as error:
            raise RecordError(f"history.steps[{number}]: {error}") from None
    while _at_chance(match):
        _fall_last(match)
    return Past(match, tuple(told))


def historical_record(source: Loaded | Ruleset) -> Record:
    """Returns the historical path as a record that names no players; raises KnotError if the scenario tells none."""
    return past(source).match.record().model_copy(update={"players": {}})


def mornings(match: Match) -> dict[int, int]:
    """Returns, by day, the number of moves before its first decision; a day on which nobody decides is left out."""
    found: dict[int, int] = {}
    for ply, state in enumerate(match.states):
        if state[ACTOR] < CHANCE:
            found.setdefault(state[DAY], ply)
    return found


def dawn_of(match: Match, day: int) -> int:
    """Returns the number of moves before the first decision of a day (from 1); raises KnotError if there is none."""
    found = mornings(match)
    if day not in found:
        raise KnotError(f"day {day} is not reached: there are days 1 to {match.states[-1][DAY]}")
    return found[day]


def starts(path: Match) -> tuple[int, ...]:
    """Returns the days (from 1) on which to begin: the first, then those on which the gauge rose most, by date."""
    slot, dawns = path.rules.slots.index[path.rules.scenario.roles.gauge], mornings(path)
    heights = {day: path.states[ply][slot] for day, ply in dawns.items()}
    rises = {day: heights[day + 1] - heights[day] for day in heights if day > 1 and day + 1 in heights}
    steepest = sorted((day for day in rises if rises[day] > 0), key=lambda day: -rises[day])
    return (1, *sorted(steepest[:LATER_STARTS]))


def dealt(rules: Ruleset, seed: int, mandates: Mapping[str, str]) -> dict[str, str]:
    """Returns a mandate for each side: the one chosen, or else the one that a seed deals."""
    start = Match(rules, seed=seed, mandates=mandates).state
    names = enumerate(rules.scenario.side_names)
    return {side: rules.mandates[number][start[MANDATE + number] - 1] for number, side in names}


def day_named(match: Match, text: str) -> int:
    """Returns the number of the day of a match that a text names; raises KnotError with the forms it may have.

    A number is a day of the match if it is one of its days, else a day of the month of one of them.
    """
    first = match.rules.scenario.calendar.first_day
    dates = {day: first + timedelta(days=day - 1) for day in range(1, match.day + 1)}
    if text.isascii() and text.isdigit() and len(text) < 4:
        number = int(text)
        return number if number in dates else next((day for day in dates if dates[day].day == number), number)
    try:
        return (date.fromisoformat(text) - first).days + 1
    except ValueError:
        named = [day for day, when in dates.items() if _is_named(when, text)]
    if not named:
        forms = f"a day of the game (1 to {match.day}), a day of the month, {first} or '{first.day} {first:%B}'"
        raise KnotError(f"--from: '{text[:40]}' is no day here: write {forms}")
    return named[0]


def _is_named(when: date, text: str) -> bool:
    """Returns whether a text is the day and the month of a date; the month may be cut to three letters."""
    day, _, month = text.strip().lower().partition(" ")
    return day == str(when.day) and len(month.strip()) >= 3 and f"{when:%B}".lower().startswith(month.strip())


def _retell(match: Match, step: Step) -> int:
    """Plays a step and returns the number of the move it goes with."""
    if step.chance is not None:
        return _fall(match, f"chance {step.chance}")
    day = (step.day - match.rules.scenario.calendar.first_day).days + 1
    while _at_chance(match) and (step.play is not None or match.day < day):
        _fall_last(match)
    if step.play is not None:
        match.push(step.play)
        return match.ply - 1
    return match.ply


def _fall(match: Match, text: str) -> int:
    while _at_chance(match):
        faces = chance_outcomes(match.rules, match.state)
        if text in (format_move(match.rules, match.state, face) for face, _ in faces):
            match.push(text)
            return match.ply - 1
        _fall_last(match)
    raise RecordError(f"no die that could fall on '{text}' is cast before {match.side or 'the end'} is to move")


def _fall_last(match: Match) -> None:
    match.push([face for face, weight in chance_outcomes(match.rules, match.state) if weight][-1])


def _at_chance(match: Match) -> bool:
    return match.state[ACTOR] == CHANCE
