"""The adviser thinks in another process: it answers as the search does, is called off at once, and ends with us."""

import multiprocessing
import time
from collections.abc import Callable
from queue import Empty, Queue

import pytest
from toy import toy

from game.analysis.adviser import Adviser
from game.analysis.opinion import opinion
from game.match.match import Match
from game.rules.moves import legal_moves

LONG = 60.0


@pytest.fixture
def asked() -> Match:
    """Returns a match of a small scenario in which somebody decides."""
    return Match(toy(), seed=1)


class Loop:
    """Calls back in this thread what the adviser's own thread leaves here."""

    def __init__(self) -> None:
        self.left: Queue[Callable[[], object]] = Queue()

    def until(self, done: Callable[[], bool], seconds: float = LONG) -> bool:
        """Calls back until something is true; returns whether it became so in time."""
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            try:
                self.left.get(timeout=0.05)()
            except Empty:
                continue
        return done()


def test_an_answer_is_that_of_the_search_and_asking_takes_no_time(asked: Match) -> None:
    loop, told = Loop(), []
    adviser = Adviser(loop.left.put, games=60)
    known = asked.view(asked.actor)
    made = legal_moves(asked.rules, known).listed[0]
    adviser.ask(asked.rules, known, made, lambda: told.append(adviser.share))
    assert adviser.share == 0
    assert adviser.found is None
    assert loop.until(lambda: adviser.found is not None)
    assert adviser.found == opinion(asked.rules, known, made, games=60)
    assert told[-1] is None
    assert all(0 <= share <= 1 for share in told[:-1])
    children = multiprocessing.active_children()
    adviser.close()
    for child in children:
        child.join(LONG)
        assert not child.is_alive()


def test_what_is_called_off_is_never_answered_and_the_next_question_is(asked: Match) -> None:
    loop, told = Loop(), []
    adviser = Adviser(loop.left.put, games=200_000)
    known = asked.view(asked.actor)
    made = legal_moves(asked.rules, known).listed[0]
    adviser.ask(asked.rules, known, made, lambda: told.append("first"))
    assert loop.until(lambda: len(told) > 2)
    adviser.cancel()
    assert adviser.share is None
    count = len(told)
    adviser._games = 60
    adviser.ask(asked.rules, known, made, lambda: None)
    assert loop.until(lambda: adviser.found is not None)
    assert len(told) == count
    adviser.close()


def test_an_end_of_the_other_process_is_told(asked: Match) -> None:
    loop = Loop()
    adviser = Adviser(loop.left.put, games=200_000)
    known = asked.view(asked.actor)
    before = {child.pid for child in multiprocessing.active_children()}
    adviser.ask(asked.rules, known, legal_moves(asked.rules, known).listed[0], lambda: None)
    assert loop.until(lambda: bool(adviser.share))
    for child in multiprocessing.active_children():
        if child.pid not in before:
            child.terminate()
    assert loop.until(lambda: bool(adviser.trouble))
    assert adviser.share is None
