"""Knot of War: a negotiation game of a nuclear crisis.

What is named in `__all__` is what programs should use; it is imported when it is first asked for, so that the window
opens before the rules are read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.errors import IllegalMove, KnotError
    from game.match.match import Match
    from game.match.record import Record, load_record
    from game.match.replay import historical_record, resume
    from game.players.player import Choice
    from game.rules.outcome import Outcome
    from game.scenario.loader import load_scenario
    from game.simulation.tournament import Pairing, simulate

__all__ = [
    "Choice",
    "IllegalMove",
    "KnotError",
    "Match",
    "Outcome",
    "Pairing",
    "Record",
    "historical_record",
    "load_record",
    "load_scenario",
    "resume",
    "simulate",
]

_HOMES = {
    "Choice": "game.players.player",
    "IllegalMove": "game.errors",
    "KnotError": "game.errors",
    "Match": "game.match.match",
    "Outcome": "game.rules.outcome",
    "Pairing": "game.simulation.tournament",
    "Record": "game.match.record",
    "historical_record": "game.match.replay",
    "load_record": "game.match.record",
    "load_scenario": "game.scenario.loader",
    "resume": "game.match.replay",
    "simulate": "game.simulation.tournament",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'game' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
