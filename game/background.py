"""What thinks ahead for the front ends: in other processes for the window, at once for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.analysis.adviser import Adviser
    from game.analysis.forecast import Forecast
    from game.analysis.opinion import Opinion
    from game.analysis.worker import Soon, Worker
    from game.rules.ruleset import Ruleset
    from game.rules.slots import State


def worker(soon: Soon) -> Worker:
    """Returns what makes forecasts in a process of its own."""
    from game.analysis.worker import Worker

    return Worker(soon)


def adviser(soon: Soon) -> Adviser:
    """Returns what asks the expert in a process of its own."""
    from game.analysis.adviser import Adviser

    return Adviser(soon)


def foretell(rules: Ruleset, side: int, view: State, move: int | None) -> Forecast:
    """Returns at once how it goes on for a side."""
    from game.analysis.forecast import foretell

    return foretell(rules, side, view, move)


def opine(rules: Ruleset, view: State, made: int) -> Opinion:
    """Returns at once what the expert thinks of a decision in which `made` was the move."""
    from game.analysis.opinion import opinion

    return opinion(rules, view, made)
