"""The scenario that is played, loaded and compiled after the first frame."""

from dataclasses import dataclass

from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.scenario.loader import Loaded, load_scenario, shipped
from game.scenario.model import Scenario


@dataclass(frozen=True)
class Crisis:
    """A loaded scenario with its compiled rules."""

    loaded: Loaded
    rules: Ruleset

    @property
    def scenario(self) -> Scenario:
        """Returns the scenario's texts and data."""
        return self.loaded.scenario


def load_crisis(name: str | None) -> Crisis:
    """Returns the scenario of that name or path, the first shipped one by default; raises KnotError or OSError."""
    loaded = load_scenario(name or next(iter(shipped()), ""))
    return Crisis(loaded, compile_ruleset(loaded.scenario, loaded.resolved))
