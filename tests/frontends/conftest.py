"""What several front ends show: the debrief of the historical path, worked out once."""

import pytest

from game.analysis.debrief import debrief
from game.frontends.presenter.debrief.debrief import debrief_screen
from game.frontends.presenter.debrief.debriefing import DebriefScreen
from game.match.replay import past
from game.rules.compile import compile_ruleset
from game.scenario.loader import load_scenario


@pytest.fixture(scope="session")
def history() -> DebriefScreen:
    """Returns the debrief of the historical path of the crisis, from few games."""
    loaded = load_scenario("cuba1962")
    match = past(compile_ruleset(loaded.scenario, loaded.resolved)).match
    return debrief_screen(match, debrief(match, 20))
