"""A debrief rests on the record alone: the same on every run, with any number of workers; it can be called off."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from random_matches import played
from toy import toy

from game.analysis import bench
from game.analysis.curves import PART, dawns, end_point, point
from game.analysis.days import standings
from game.analysis.debrief import debrief
from game.analysis.marks import TURNING
from game.errors import KnotError
from game.match.findings import Debrief
from game.match.match import Match
from game.rules.slots import ACTOR, CHANCE

BUSY = (Path(__file__).parents[1] / "rules" / "busy.yaml").read_text("utf-8")
FEW = 20


def finished(seed: int) -> Match:
    *_, match = played(toy(BUSY), seed)
    return match


@pytest.fixture(scope="module")
def match() -> Match:
    return next(match for match in map(finished, range(100)) if match.day > 4)


@pytest.fixture(scope="module")
def told(match: Match) -> Debrief:
    return debrief(match, FEW)


class Elsewhere(ThreadPoolExecutor):
    """An executor that hands on what a process would be handed, out of order."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Submits a call whose arguments went through a pickle."""
        return super().submit(fn, *bench.pickle.loads(bench.pickle.dumps(args)), **kwargs)


def test_a_debrief_is_the_same_again_and_with_any_number_of_workers(match: Match, told: Debrief) -> None:
    assert debrief(match, FEW) == told
    for workers in (1, 3):
        with Elsewhere(workers) as executor:
            assert debrief(match, FEW, executor) == told


def test_a_debrief_follows_from_the_record_alone(match: Match, told: Debrief) -> None:
    record = match.record().model_copy(update={"seed": 99, "undone": 3})
    assert debrief(Match(match.rules, record=record), FEW) == told


def test_a_debrief_has_all_its_parts(match: Match, told: Debrief) -> None:
    decisions = [ply for ply, state in enumerate(match.states) if state[ACTOR] < CHANCE]
    assert {judgement.ply for judgement in told.judgements} <= set(decisions)
    assert len(told.turning) == min(TURNING, len(told.judgements))
    assert set(told.turning) <= {judgement.ply for judgement in told.judgements}
    assert [point.ply for point in told.curve] == [*dawns(match.states), match.ply]
    assert [standing.day for standing in told.standings] == list(range(1, match.day + 1))
    assert told.curve[-1].endings[0][0] not in {near.ending for near in told.near}


def test_a_turning_point_is_looked_at_in_five_times_the_games(told: Debrief) -> None:
    for judgement in told.judgements:
        assert judgement.lead.games == FEW * 5 // 2 if judgement.ply in told.turning else judgement.lead.games <= FEW


def test_progress_is_told_at_once_and_to_the_end(match: Match) -> None:
    seen: list[tuple[int, int]] = []
    debrief(match, FEW, progress=lambda done, parts: seen.append((done, parts)))
    assert seen[0][0] == 0 and seen[-1][0] == seen[-1][1]
    assert seen == sorted(seen) and len({parts for _, parts in seen}) == 1


def test_it_can_be_called_off(match: Match) -> None:
    def stop(done: int, parts: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with Elsewhere(1) as executor, pytest.raises(KeyboardInterrupt):
        debrief(match, FEW, executor, stop)


def test_there_is_no_debrief_before_the_end() -> None:
    with pytest.raises(KnotError, match="not over"):
        debrief(Match(toy(BUSY), seed=1), FEW)


def test_a_point_is_played_until_it_is_sure_and_shares_stay_within_bounds(match: Match) -> None:
    ply = dawns(match.states)[0]
    found = point(bench.tools(match.rules), match.states[ply], ply, 1, 2_000)
    assert found.war.games % PART == 0 or found.war.games == 2_000
    assert max(found.war.high - found.war.low, (found.scores.first.high - found.scores.first.low) / 100) <= 0.06
    assert sum(share.mean for _, share in found.endings) == pytest.approx(1)
    assert all(0 <= share.low <= share.high <= 1 for _, share in (*found.endings, ("war", found.war)))


def test_the_end_is_known_exactly(match: Match) -> None:
    found = end_point(match.rules, match.state, match.ply)
    assert match.outcome and found.scores.first.mean == match.outcome.scores.first
    assert found.war.low == found.war.high and found.war.games == 0


def test_readings_are_shares_of_the_mandates_beside_the_truth(match: Match) -> None:
    readings = [reading for standing in standings(match) for reading in standing.readings if reading]
    assert readings
    for reading in readings:
        assert sum(reading.likely) == pytest.approx(1)
        assert reading.likely[reading.guess] == max(reading.likely)
    for side in (0, 1):
        truths = {reading.truth for standing in standings(match) if (reading := standing.readings[side])}
        assert len(truths) == 1


class Slow(ThreadPoolExecutor):
    """An executor that keeps what it was given."""

    def __init__(self) -> None:
        super().__init__(1)
        self.given: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Submits a call and keeps it."""
        self.given.append(super().submit(fn, *args, **kwargs))
        return self.given[-1]


def nap(tools: bench.Tools) -> None:
    sleep(0.01)


def test_work_called_off_is_not_begun() -> None:
    with Slow() as executor:
        results = bench.Bench(toy(BUSY), executor).results([nap] * 50)
        next(results)
        results.close()
    assert sum(future.cancelled() for future in executor.given) > 40
