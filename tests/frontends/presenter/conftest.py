"""Three scenarios that front ends are tried on."""

from pathlib import Path

import pytest
from toy import toy

from game.match.match import rules_of
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario

TESTS = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def strait() -> Ruleset:
    """Returns the rules of the smallest scenario."""
    return rules_of(load_scenario(TESTS / "scenario" / "minimal.yaml"))


@pytest.fixture(scope="session", params=["strait", "busy", "cuba1962"])
def rules(request: pytest.FixtureRequest, strait: Ruleset) -> Ruleset:
    """Returns the rules of each of three scenarios."""
    if request.param == "busy":
        return toy((TESTS / "rules" / "busy.yaml").read_text("utf-8"))
    return strait if request.param == "strait" else rules_of(load_scenario(request.param))
