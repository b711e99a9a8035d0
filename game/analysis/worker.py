"""Forecasts made in another process, so that the one that draws the screen never waits for them.

The front end says what it would like to know; whatever was wanted before is dropped.  Games are played in small parts,
one part at a time, so that what is no longer wanted costs a part at most.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, TypeVar

from game.analysis.forecast import Counts, Forecast, Foresight, Question, forecast, step
from game.players.precedents import precedents
from game.rules.compile import compile_ruleset
from game.rules.odds import Range, war_range
from game.rules.ruleset import Ruleset, StudyInfo
from game.rules.slots import State
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved

KEPT = 256
"""How many questions are remembered with what was counted for them."""

Key = TypeVar("Key")
Value = TypeVar("Value")

Soon = Callable[[Callable[[], object]], object]
"""Has a function called a little later in the thread that draws the screen."""


class Worker:
    """Has forecasts by one set of rules made elsewhere, and remembers what it heard.

    Every method is called in the thread that draws the screen.  Where no process can be made nothing is ever known.
    """

    def __init__(self, soon: Soon, executor: Executor | None = None) -> None:
        """Begins nothing yet; without an executor, which must have one worker only, a process is made for it."""
        self._soon, self._executor = soon, executor
        self._rules: Ruleset | None = None
        self._ready: Ruleset | None = None
        self._wanted: Sequence[Question] = ()
        self._told: Callable[[], object] = lambda: None
        self._counts: dict[Question, Counts] = {}
        self._ranges: dict[State, Range] = {}
        self._busy = self._broken = False

    def use(self, rules: Ruleset) -> None:
        """Gets ready to forecast by some rules; what is known by others is forgotten."""
        if self._rules is not rules:
            self._rules, self._wanted = rules, ()
            self._counts, self._ranges = {}, {}
            self._go_on()

    def want(self, side: int, view: State, moves: Sequence[int | None], told: Callable[[], object]) -> None:
        """Asks how it goes on for a side from its view after each of some moves; None is without any.

        `told` is called whenever more is known.  Nothing that was wanted before is pursued any further.
        """
        self._wanted, self._told = [Question(view, side, move) for move in moves], told
        self._go_on()

    def known(self, side: int, view: State, move: int | None = None) -> Forecast | None:
        """Returns what is known so far of how it goes on, or None."""
        question = Question(view, side, move)
        counts = self._counts.get(question)
        return forecast(question, counts, self._rules) if counts and self._rules else None

    def tonight(self, view: State) -> Range | None:
        """Returns the chances of war in 10,000 until tonight's incidents have been answered, or None if unknown."""
        return self._ranges.get(view)

    def close(self) -> None:
        """Stops; the process ends as soon as the part that it plays is over."""
        self._broken = True
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _go_on(self) -> None:
        """Has the next thing done: of the questions, a part of that for which the fewest games were played."""
        if self._busy or self._broken or self._rules is None:
            return
        rules, counts, ranges = self._rules, self._counts, self._ranges
        games = {q: counts[q].games if q in counts else 0 for q in self._wanted}
        unknown = [q.view for q in self._wanted if games[q] and q.view not in ranges]
        unsure = [q for q in self._wanted if step(games[q])]
        if self._ready is not rules:
            self._submit(
                partial(_prepare, rules.scenario, rules.resolved, rules.studies),
                lambda _: setattr(self, "_ready", rules),
            )
        elif unknown:
            self._submit(partial(_range, unknown[0]), partial(_keep, ranges, unknown[0]))
        elif unsure:
            question = min(unsure, key=games.__getitem__)
            so_far = counts.get(question, Counts())
            part = partial(_count, question, so_far.games, step(so_far.games))
            self._submit(part, lambda found: _keep(counts, question, so_far + found))

    def _submit(self, work: Callable[[], Any], keep: Callable[[Any], object]) -> None:
        try:
            self._executor = self._executor or ProcessPoolExecutor(1, get_context("spawn"))
            with _no_interrupt():
                future = self._executor.submit(work)
        except (OSError, ImportError, RuntimeError):
            self._broken = True
            return
        self._busy = True
        future.add_done_callback(lambda done: self._soon(partial(self._done, done, keep)))

    def _done(self, future: Future[Any], keep: Callable[[Any], object]) -> None:
        self._busy = False
        if future.cancelled() or future.exception():
            self._broken = True
            return
        keep(future.result())
        self._told()
        self._go_on()


def _keep(kept: dict[Key, Value], key: Key, found: Value) -> None:
    kept[key] = found
    while len(kept) > KEPT:
        kept.pop(next(iter(kept)))


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Lets a process that begins meanwhile never see Ctrl-C, which is for the one that draws; where there are masks."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_foresight: list[Foresight] = []
"""In the other process: what it forecasts with."""


def _prepare(scenario: Scenario, resolved: Resolved, studies: dict[int, StudyInfo]) -> None:
    """Compiles the rules, with sources that err as given, and plays what samples rest on, in the other process.

    That process ends when this one does, however it ends.
    """
    if not _foresight:
        attend()
    _foresight[:] = [Foresight(replace(compile_ruleset(scenario, resolved), studies=studies))]
    precedents(_foresight[0].rules)


def attend(line: Connection | None = None) -> None:
    """Leaves Ctrl-C to the process that began this one, and ends this one when that one does; does nothing there.

    With a line this one ends, whatever it is doing, as soon as the other end of it is closed.
    """
    if parent := parent_process():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        ends = [parent.sentinel, *([line] if line else [])]
        Thread(target=_end_with, args=(ends,), daemon=True).start()


def _end_with(ends: list[int | Connection]) -> None:
    wait(ends)
    os._exit(0)


def _count(question: Question, first: int, number: int) -> Counts:
    return _foresight[0].count(question, first, number)


def _range(view: State) -> Range:
    return war_range(_foresight[0].rules, view)
