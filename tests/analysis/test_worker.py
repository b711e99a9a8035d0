"""The worker plays small parts elsewhere, drops what is no longer wanted, forgets other rules, and ends cleanly."""

import subprocess
import sys
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest
from toy import Game, toy

from game.analysis import worker as module
from game.analysis.forecast import FIRST, MOST, STEP, Foresight, Question, forecast
from game.analysis.worker import Worker
from game.rules.intelligence import with_errors
from game.rules.odds import war_range
from game.rules.view import view

CLASH = "incidents: {clash: {odds: 900, war: 5000, ends_in: war, answered_by: red, options: {shrug: {}, frown: {}}}}"


class Elsewhere(Executor):
    """An executor that does its tasks one by one, when it is told to."""

    def __init__(self) -> None:
        self.tasks: list[tuple[Future, object]] = []
        self.done = 0
        self.shut = False

    def submit(self, work, /, *given, **named) -> Future:
        future: Future = Future()
        self.tasks.append((future, lambda: work(*given, **named)))
        return future

    def do(self, count: int = 1) -> None:
        """Does so many tasks, as far as there are any."""
        for _ in range(count):
            if self.tasks:
                future, work = self.tasks.pop(0)
                self.done += 1
                future.set_result(work())

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.shut = True


class Broken(Executor):
    """An executor for which no process can be made."""

    def submit(self, work, /, *given, **named) -> Future:
        raise OSError("no processes here")


@pytest.fixture
def elsewhere() -> Elsewhere:
    return Elsewhere()


@pytest.fixture
def game() -> Game:
    return Game(CLASH)


def begun(elsewhere: Elsewhere, game: Game, moves: tuple[int | None, ...] = (None,)) -> Worker:
    """Returns a worker that has the rules ready and was asked about some moves."""
    worker = Worker(lambda then: then(), elsewhere)
    worker.use(game.rules)
    elsewhere.do()
    worker.want(0, view(game.rules, game.state, 0), moves, lambda: None)
    return worker


def test_nothing_is_done_in_the_calling_thread(elsewhere: Elsewhere, game: Game) -> None:
    worker, mine = begun(elsewhere, game), view(game.rules, game.state, 0)
    assert worker.known(0, mine) is None
    assert len(elsewhere.tasks) == 1
    elsewhere.do()
    said = worker.known(0, mine)
    assert said and said.games == FIRST


def test_what_is_heard_is_what_one_would_have_reckoned_oneself(elsewhere: Elsewhere, game: Game) -> None:
    worker, mine = begun(elsewhere, game), view(game.rules, game.state, 0)
    elsewhere.do(100)
    question = Question(mine, 0)
    assert worker.known(0, mine) == forecast(question, Foresight(game.rules).count(question, 0, MOST), game.rules)
    assert worker.tonight(mine) == war_range(game.rules, mine)
    assert not elsewhere.tasks


def test_one_part_is_played_at_a_time_and_all_questions_take_turns(elsewhere: Elsewhere, game: Game) -> None:
    worker, mine = begun(elsewhere, game, (None, 0)), view(game.rules, game.state, 0)
    for _ in range(8):
        assert len(elsewhere.tasks) == 1
        elsewhere.do()
    first, second = worker.known(0, mine), worker.known(0, mine, 0)
    assert first and second
    assert abs(first.games - second.games) <= STEP


def test_what_is_no_longer_wanted_is_dropped_but_not_forgotten(elsewhere: Elsewhere, game: Game) -> None:
    worker, mine = begun(elsewhere, game, (0,)), view(game.rules, game.state, 0)
    elsewhere.do(3)
    before = worker.known(0, mine, 0)
    worker.want(0, mine, (), lambda: None)
    elsewhere.do(100)
    after = worker.known(0, mine, 0)
    assert before and after
    assert after.games <= before.games + STEP


def test_other_rules_make_what_is_known_unknown(elsewhere: Elsewhere, game: Game) -> None:
    worker, mine = begun(elsewhere, game), view(game.rules, game.state, 0)
    elsewhere.do(3)
    worker.use(toy("calendar: {days: 5}"))
    assert worker.known(0, mine) is None
    elsewhere.do(100)
    assert worker.known(0, mine) is None
    assert worker.tonight(mine) is None


def test_rules_whose_sources_err_differently_stay_as_they_are(elsewhere: Elsewhere) -> None:
    plain = toy((Path(__file__).parents[1] / "rules" / "busy.yaml").read_text("utf-8"))
    rules = with_errors(plain, 0, 0)
    assert rules.studies != plain.studies
    Worker(lambda then: then(), elsewhere).use(rules)
    elsewhere.do()
    assert module._foresight[0].rules.studies == rules.studies


def test_those_who_wait_are_told_of_each_part(elsewhere: Elsewhere, game: Game) -> None:
    worker, mine, told = begun(elsewhere, game, ()), view(game.rules, game.state, 0), []
    worker.want(0, mine, (None,), lambda: told.append(worker.known(0, mine)))
    elsewhere.do(100)
    games = [said.games for said in told]
    assert games == sorted(games)
    assert (games[0], games[-1]) == (FIRST, MOST)


def test_only_so_much_is_remembered(elsewhere: Elsewhere, game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 1)
    worker, mine = begun(elsewhere, game, (None, 0)), view(game.rules, game.state, 0)
    elsewhere.do(3)
    assert (worker.known(0, mine) is None) is not (worker.known(0, mine, 0) is None)


def test_without_processes_nothing_is_ever_known_and_nothing_breaks(game: Game) -> None:
    worker, mine = Worker(lambda then: then(), Broken()), view(game.rules, game.state, 0)
    worker.use(game.rules)
    worker.want(0, mine, (None,), lambda: None)
    assert worker.known(0, mine) is None
    assert worker.tonight(mine) is None


def test_a_worker_that_died_is_given_up(elsewhere: Elsewhere, game: Game) -> None:
    worker, mine = begun(elsewhere, game), view(game.rules, game.state, 0)
    elsewhere.tasks.pop()[0].set_exception(RuntimeError("it died"))
    worker.want(0, mine, (None,), lambda: None)
    assert not elsewhere.tasks
    assert worker.known(0, mine) is None


def test_closing_stops_it_for_good(elsewhere: Elsewhere, game: Game) -> None:
    worker = begun(elsewhere, game)
    worker.close()
    elsewhere.do(100)
    assert elsewhere.shut
    assert elsewhere.done <= 2


PROGRAM = """
import queue, sys
sys.path.insert(0, {tests!r})
from toy import Game
from game.analysis.worker import Worker
from game.rules.view import view

def main():
    game, heard = Game({scenario!r}), queue.Queue()
    worker, mine = Worker(heard.put), view(game.rules, game.state, 0)
    worker.use(game.rules)
    worker.want(0, mine, [None], lambda: None)
    while {patient} and worker.known(0, mine) is None:
        heard.get(timeout=30)()
    worker.close()
    print("closed")

if __name__ == "__main__":
    main()
"""


@pytest.mark.parametrize("patient", [True, False])
def test_a_real_process_answers_and_ends_with_no_word(tmp_path: Path, patient: bool) -> None:
    program = tmp_path / "program.py"
    tests = str(Path(__file__).parents[1])
    program.write_text(PROGRAM.format(tests=tests, scenario=CLASH, patient=patient), "utf-8")
    ran = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "closed\n", "")
