"""Debriefs beside a window: the same figures as the command's, in other processes, and called off at once."""

import os
import threading
import time

import pytest

from game.debriefs import Studies, worked_out
from game.errors import KnotError
from game.frontends.presenter.debriefing import to_json
from game.match.match import Match
from game.players.rollout import historical
from game.scenario.loader import load_scenario

FEW = 20


@pytest.fixture(scope="module")
def match() -> Match:
    played = Match(load_scenario("tutorial"), seed=3)
    leaders = historical(played.rules)
    while played.actor is not None:
        played.play(played.ask(leaders[played.actor]).move)
    return played


def test_the_figures_are_those_of_the_command(match: Match) -> None:
    told: list[tuple[int, int]] = []
    found = Studies(FEW).work_out(match, lambda done, parts: told.append((done, parts)))
    assert to_json(found) == to_json(worked_out(match, FEW, lambda done, parts: None))
    assert told[0][0] == 0 and told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@pytest.mark.parametrize(("rollouts", "done", "busy"), [(10_000_000, 0, 0), (10_000_000, 0, 3), (100, 1, 0)])
def test_it_is_called_off_from_another_thread_at_once(match: Match, rollouts: int, done: int, busy: int) -> None:
    studies, faults, begun = Studies(rollouts), list[KnotError](), threading.Event()

    def work() -> None:
        try:
            studies.work_out(match, lambda parts, _: begun.set() if parts == done else None)
        except KnotError as error:
            faults.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(30)
    time.sleep(busy)  # its processes are made by then, and in the middle of a part that takes for ever
    before = time.monotonic()
    studies.stop()
    assert time.monotonic() - before < 0.5
    thread.join(20)
    assert not thread.is_alive()
    assert "called off" in str(faults[0])


def test_to_stop_before_anything_was_begun_does_nothing() -> None:
    Studies().stop()


def test_a_match_that_goes_on_has_none() -> None:
    with pytest.raises(KnotError, match="not over"):
        Studies(FEW).work_out(Match(load_scenario("tutorial"), seed=1), lambda done, parts: None)


def test_what_is_said_while_it_works_can_call_it_off(match: Match) -> None:
    def enough(done: int, parts: int) -> None:
        raise KnotError("enough")

    before = os.times().children_user
    with pytest.raises(KnotError, match="enough"):
        Studies(FEW).work_out(match, enough)
    assert os.times().children_user - before < 1
