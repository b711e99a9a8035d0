"""The scenario that is played, loaded and compiled after the first frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from game.errors import KnotError
from game.match.replay import Past, past
from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario, shipped
from game.scenario.model import Scenario


@dataclass(frozen=True, eq=False)
class Crisis:
    """A scenario with its compiled rules."""

    rules: Ruleset

    @property
    def scenario(self) -> Scenario:
        """Returns the scenario's texts and data."""
        return self.rules.scenario

    @cached_property
    def past(self) -> Past | None:
        """Returns the historical path played through, or None if the scenario tells none that the rules allow."""
        try:
            return past(self.rules)
        except KnotError:
            return None

    def past_with(self, mandates: Mapping[str, str]) -> Past:
        """Returns the historical path with other mandates; raises KnotError if it cannot be played."""
        return past(self.rules, mandates)


def load_crisis(name: str | None) -> Crisis:
    """Returns the scenario of that name or path, the first shipped one by default; raises KnotError or OSError."""
    loaded = load_scenario(name or next(iter(shipped()), ""))
    return Crisis(compile_ruleset(loaded.scenario, loaded.resolved))
