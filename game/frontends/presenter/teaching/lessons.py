"""The lesson of this moment: what a scenario teaches a side, judged by what the side has seen and done.

Everything follows from the side's own views and moves, so that a saved match goes on where its reader was.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.match.match import Match
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, INCIDENT, MONTHS, NODE, State
from game.rules.view import view as view_of
from game.scenario.story import Lesson, Part
from game.scenario.tale import names_move

ANSWERING: dict[int, Part] = {INCIDENT: "answers", MONTHS: "promises"}
"""The part that lessons point to where something other than a turn's move is asked for; there is no other then."""


@dataclass(frozen=True)
class LessonCard:
    """A lesson: its number from 1 of how many, where to look, and whether something is to be done (`task`).

    A hint has the number 0.
    """

    number: int
    count: int
    text: str
    points_to: Part | None
    task: bool


def lesson_of(match: Match, side: int, read: Collection[int] = ()) -> LessonCard | None:
    """Returns the lesson for a side (0 or 1) that is to move, or None; `read` are numbers of lessons put away."""
    if not match.rules.scenario.lessons or match.actor != side:
        return None
    own = [n for n, state in enumerate(match.states) if state[ACTOR] == side]
    views = [view_of(match.rules, match.states[n], side) for n in own]
    return lesson(match.rules, views, [match.moves[n] for n in own[:-1]], side, read)


def lesson(
    rules: Ruleset, views: Sequence[State], moves: Sequence[str], side: int, read: Collection[int]
) -> LessonCard | None:
    """Returns the first lesson that fits the last view and is not done; `moves[n]` was made in `views[n]`."""
    own = rules.scenario.side_names[side]
    taught = [(n, each) for n, each in enumerate(rules.scenario.lessons) if each.side == own]
    for number, (n, each) in enumerate(taught, 1):
        if number not in read and _fits(rules, n, each, views[-1]) and not _done(rules, n, each, views, moves):
            return LessonCard(number, len(taught), each.text, each.points_to, each.until is not None)
    return None


def _fits(rules: Ruleset, n: int, lesson: Lesson, view: State) -> bool:
    """Returns whether a lesson can be shown: its condition holds, and the part it points to is on the screen."""
    asked = ANSWERING.get(view[NODE])
    there = lesson.points_to == asked if asked else lesson.points_to not in ANSWERING.values()
    return there and _holds(rules, n, "when", view)


def _holds(rules: Ruleset, n: int, key: str, view: State) -> bool:
    return rules.evaluator(view).all(rules.resolved.conditions[("lessons", n, key)])


def _done(rules: Ruleset, n: int, lesson: Lesson, views: Sequence[State], moves: Sequence[str]) -> bool:
    """Returns whether a side has done what a lesson asks, or has moved on from one that asks for nothing."""
    if lesson.until is None:
        return any(_fits(rules, n, lesson, view) for view in views[: len(moves)])
    if names_move(lesson.until):
        return any(f"{move} ".startswith(f"{lesson.until} ") for move in moves)
    return any(_holds(rules, n, "until", view) for view in views)
