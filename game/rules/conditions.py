"""Conditions compiled apart from the rules, for those who ask the same of many states."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from game.rules.generate import execute
from game.rules.ruleset import Draft, Ruleset
from game.rules.slots import State
from game.rules.tables import Tables
from game.rules.writer import Writer
from game.scenario.words import Condition

Holds: TypeAlias = Callable[[State | Draft], bool]


def compiled(rules: Ruleset, conditions: Iterable[Condition], title: str) -> tuple[Holds, ...]:
    """Returns, for each condition, the function that says whether it holds in a state; `title` shows in tracebacks."""
    writer = Writer(Tables(rules.slots, rules.resolved))
    tests = "".join(f"lambda s: {writer.tests(condition, 's')}, " for condition in conditions)
    source = "\n".join([*writer.tables.source(), f"HOLDS = ({tests})"])
    found: tuple[Holds, ...] = execute(source, title, rules.space)["HOLDS"]
    return found
