"""The command `knot debrief`: the analysis of a record put into words, told in the terminal, as JSON or as a page."""

import sys
from argparse import Namespace
from collections.abc import Callable
from concurrent.futures import CancelledError, ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from multiprocessing.connection import Connection
from os import cpu_count
from pathlib import Path

from game.analysis.debrief import ROLLOUTS, debrief
from game.analysis.worker import attend
from game.errors import KnotError
from game.frontends.page.debrief import debrief_page
from game.frontends.presenter.debrief.debrief import debrief_screen
from game.frontends.presenter.debrief.debriefing import DebriefScreen, to_json
from game.frontends.terminal.console import Console
from game.frontends.terminal.debriefed import show
from game.match.match import Match
from game.match.record import Record
from game.match.replay import past
from game.scenario.loader import Loaded

JOBS = min(4, cpu_count() or 1)
"""How many processes work on a debrief."""
DOCTYPE = b"<!DOCTYPE html>"
Bar = Callable[[int, int], object]
"""Draws how far the work has come: parts done, and of how many."""


def debriefed(loaded: Loaded, record: Record | None, args: Namespace, bar: Bar) -> int:
    """Tells the debrief of a record, or of the historical path, and returns the exit status, 0.

    Raises KnotError for a match that is not over, for a page that may not be written, and where nothing is told.
    """
    page: Path | None = args.html
    if page:
        check_page(page)
    match = Match(loaded, record=record) if record else past(loaded).match
    for note in match.notes:
        print(note, file=sys.stderr)
    screen = worked_out(match, args.rollouts or ROLLOUTS, bar)
    if page:
        page.write_text(debrief_page(screen), "utf-8", newline="\n")
    if args.json:
        print(to_json(screen))
    elif page:
        print(f"The debrief is in {page}.")
    else:
        show(screen, Console())
    return 0


def worked_out(match: Match, rollouts: int, bar: Bar) -> DebriefScreen:
    """Returns the debrief of a match in words, made by as many processes as there are processors to spare."""
    with ExitStack() as stack:
        several = JOBS > 1 and match.outcome is not None
        executor = stack.enter_context(ProcessPoolExecutor(JOBS, initializer=attend)) if several else None
        found = debrief(match, rollouts, executor, bar)
    return debrief_screen(match, found)


def told_at_the_end(match: Match, console: Console, bar: Bar) -> None:
    """Tells the debrief of a match in the terminal where it was played; Ctrl-C calls it off."""
    try:
        screen = worked_out(match, ROLLOUTS, bar)
    except KeyboardInterrupt:
        console.say("", "Stopped.")
    else:
        show(screen, console)


class Studies:
    """Works out debriefs beside a window, one at a time, in other processes."""

    def __init__(self, rollouts: int = ROLLOUTS) -> None:
        """Begins nothing yet."""
        self._rollouts = rollouts
        self._line: Connection | None = None

    def work_out(self, match: Match, bar: Bar) -> DebriefScreen:
        """Returns the debrief of a match in words, the same as `worked_out`; called in a thread.

        Raises KnotError for a match that is not over, and when it is called off or no process can be made.
        """
        context = get_context("spawn")
        theirs, line = context.Pipe(duplex=False)
        self._line = line
        executor = ProcessPoolExecutor(JOBS, context, attend, (theirs,))
        try:
            return debrief_screen(match, debrief(match, self._rollouts, executor, bar))
        except (CancelledError, RuntimeError, OSError) as error:
            raise KnotError("it was called off before it was done") from error
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            theirs.close()
            line.close()

    def stop(self) -> None:
        """Calls off what is being worked out: its processes end at once."""
        if self._line:
            self._line.close()


def check_page(file: Path) -> None:
    """Raises KnotError unless a page may be written to a file: its folder is there, and it is new or a page."""
    if not file.parent.is_dir():
        raise KnotError(f"--html: {file}: there is no folder {file.parent}")
    if file.exists() and not (file.is_file() and file.read_bytes()[: len(DOCTYPE)] == DOCTYPE):
        raise KnotError(f"--html: {file}: is there already and is no page, so nothing is written over it")
