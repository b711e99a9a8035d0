"""Debriefs in other processes: the same figures on every run, those of the command; called off at once."""

import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from game.debriefs import Studies, worked_out
from game.errors import KnotError
from game.frontends.presenter.debrief.debriefing import to_json
from game.match.match import Match
from game.players.rollout import historical
from game.scenario.loader import load_scenario

FEW = 20


def played(scenario: str) -> Match:
    """Returns a match of the historical leaders of a shipped scenario."""
    match = Match(load_scenario(scenario), seed=3)
    leaders = historical(match.rules)
    while match.actor is not None:
        match.play(match.ask(leaders[match.actor]).move)
    return match


@pytest.fixture(scope="module")
def match() -> Match:
    return played("tutorial")


def test_the_figures_are_those_of_the_command(match: Match) -> None:
    told: list[tuple[int, int]] = []
    found = Studies(FEW).work_out(match, lambda done, parts: told.append((done, parts)))
    assert to_json(found) == to_json(worked_out(match, FEW, lambda done, parts: None))
    assert told[0][0] == 0 and told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def ended(process: BaseProcess) -> bool:
    """Returns whether a process is gone soon, however far it had come in starting."""
    process.join(10)
    return not process.is_alive()


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
    assert multiprocessing.active_children() or not busy
    before = time.monotonic()
    studies.stop()
    assert time.monotonic() - before < 0.5
    thread.join(20)
    assert not thread.is_alive()
    assert all(ended(process) for process in multiprocessing.active_children())
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


SCRIPT = "from game import __main__, debriefs; debriefs.JOBS = {jobs}; __main__.main(['debrief', {file!r}, *{how}])"


def debrief_with(file: Path, hash_seed: int, jobs: int) -> str:
    """Returns the debrief of a record as JSON, by a new process whose sets and mappings hash by a seed of their own."""
    script = SCRIPT.format(jobs=jobs, file=str(file), how=["--json", "--rollouts", str(FEW)])
    given = os.environ | {"PYTHONHASHSEED": str(hash_seed)}
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=given).stdout


@pytest.mark.parametrize("scenario", ["tutorial", pytest.param("cuba1962", marks=pytest.mark.slow)])
def test_figures_are_the_same_on_every_run_whatever_hashes_and_processes(scenario: str, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    played(scenario).record().save(file)
    alone = debrief_with(file, hash_seed=1, jobs=1)
    assert json.loads(alone)["moves"]
    assert debrief_with(file, hash_seed=2, jobs=3) == alone
