"""The two small scenarios that players are tried on: a quiet one and a busy one."""

from pathlib import Path

import pytest
from toy import toy

from game.match.match import rules_of
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_file, load_scenario

HERE = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def strait() -> Ruleset:
    """Returns the rules of the smallest scenario."""
    return rules_of(load_file(HERE / "scenario" / "minimal.yaml"))


@pytest.fixture(scope="session")
def busy() -> Ruleset:
    """Returns the rules of a small scenario in which much happens."""
    return toy((HERE / "rules" / "busy.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def cuba() -> Ruleset:
    """Returns the rules of the crisis."""
    return rules_of(load_scenario("cuba1962"))
