"""The expert asked in another process, so that the one that draws the screen never waits for it.

One question is thought about at a time: asking anew, or calling it off, ends what was begun within a few games.
"""

import signal
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

from game.analysis.opinion import GAMES, Opinion, opinion
from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.rules.slots import State

_CALLED_OFF, _END = "called off", "end"
Soon = Callable[[Callable[[], object]], object]
"""Has a function called a little later in the thread that draws the screen."""


class Adviser:
    """Has opinions made elsewhere; every method is called in the thread that draws the screen.

    `share` is how much of the search is done, 0 to 1, or None while nothing is asked; `trouble` says why nothing is.
    """

    def __init__(self, soon: Soon, games: int = GAMES) -> None:
        """Begins nothing yet."""
        self._soon, self._games = soon, games
        self._pipe: Connection | None = None
        self._rules: Ruleset | None = None
        self._number = 0
        self._told: Callable[[], object] = lambda: None
        self.share: float | None = None
        self.found: Opinion | None = None
        self.trouble = ""

    def ask(self, rules: Ruleset, view: State, made: int, told: Callable[[], object]) -> None:
        """Asks about a decision in which `made` was the move; `told` is called whenever more is known."""
        self.cancel()
        self._told = told
        try:
            pipe = self._open(rules)
            pipe.send((self._number, view, made, self._games))
            self.share = 0.0
        except (OSError, ImportError, RuntimeError) as error:
            self.trouble = f"no second process could be started ({error})"

    def cancel(self) -> None:
        """Calls off what was asked."""
        if self.share is not None and self._pipe:
            self._send(_CALLED_OFF)
        self._number += 1
        self.share = self.found = None

    def close(self) -> None:
        """Stops for good; the process ends within a few games."""
        self._number += 1
        self._send(_END)
        self._pipe = self.share = None

    def _open(self, rules: Ruleset) -> Connection:
        if self._pipe and self._rules is rules:
            return self._pipe
        self.close()
        context = get_context("spawn")
        self._pipe, far = context.Pipe()
        self._rules = rules
        args = far, rules.scenario, rules.resolved, rules.studies
        context.Process(target=_serve, args=args, daemon=True).start()
        far.close()
        Thread(target=self._listen, args=(self._pipe,), daemon=True).start()
        return self._pipe

    def _send(self, what: Any) -> None:
        try:
            if self._pipe:
                self._pipe.send(what)
        except OSError:
            self._ended()

    def _listen(self, pipe: Connection) -> None:
        while True:
            try:
                number, said = pipe.recv()
            except (EOFError, OSError):
                break
            self._soon(partial(self._heard, number, said))
        pipe.close()
        self._soon(lambda: self._ended() if pipe is self._pipe else None)

    def _heard(self, number: int, said: float | Opinion) -> None:
        if number != self._number:
            return
        if isinstance(said, Opinion):
            self.found, self.share = said, None
        else:
            self.share = said
        self._told()

    def _ended(self) -> None:
        self._pipe = self.share = None
        self.trouble = "the process that thinks has ended"
        self._told()


class _CalledOffError(Exception):
    """Says that something else is wanted by now."""


def _serve(pipe: Connection, scenario: Any, resolved: Any, studies: Any) -> None:
    """Answers questions, in the other process, until nobody can ask any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rules = replace(compile_ruleset(scenario, resolved), studies=studies)
    while True:
        try:
            asked = pipe.recv()
            if asked == _END:
                return
            if asked != _CALLED_OFF:
                number, view, made, games = asked
                pipe.send((number, opinion(rules, view, made, partial(_tick, pipe, number), games)))
        except _CalledOffError:
            continue
        except (EOFError, OSError):
            return


def _tick(pipe: Connection, number: int, share: float) -> None:
    if pipe.poll():
        raise _CalledOffError
    pipe.send((number, share))
