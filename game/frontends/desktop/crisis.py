"""The scenario that is played, loaded and compiled after the first frame."""

from dataclasses import dataclass

from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.scenario.loader import Loaded, load_scenario
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


def load_crisis(name: str) -> Crisis:
    """Returns the scenario of that name or path, ready to play; raises ScenarioError or OSError."""
    loaded = load_scenario(name)
    return Crisis(loaded, compile_ruleset(loaded.scenario, loaded.resolved))
