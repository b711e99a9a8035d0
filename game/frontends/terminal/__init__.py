"""The whole game in plain text: at a terminal of 80 columns, by screen reader, or through a pipe."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from secrets import randbelow
from typing import TextIO

from game.errors import KnotError
from game.frontends.presenter.debrief.past import is_past
from game.frontends.presenter.forecasts import Foretell
from game.frontends.terminal.console import Console
from game.frontends.terminal.menu import SEEDS, menu
from game.frontends.terminal.table import Players, Study, Table
from game.frontends.terminal.watching import Opine, Replay
from game.match.library import fresh
from game.match.match import Match
from game.match.record import Record
from game.match.replay import HISTORY, Past, past
from game.players.roster import seat
from game.scenario.loader import Loaded

__all__ = ["play", "replay", "title"]


def play(
    match: Match,
    players: Players,
    save: Path | None,
    *,
    foretell: Foretell | None = None,
    debrief: Study | None = None,
    input: TextIO | None = None,
    output: TextIO | None = None,
) -> int:
    """Plays a match, None being a human; saves it to `save` after every move; returns the exit status, 0.

    Without `foretell` there are no forecasts. `debrief` tells a match that is over, if the player asks for it.
    """
    return Table(match, players, save, Console(input, output), foretell, debrief).run()


def replay(
    record: Record,
    loaded: Loaded,
    *,
    saves: Path | None = None,
    foretell: Foretell | None = None,
    debrief: Study | None = None,
    opine: Opine | None = None,
    input: TextIO | None = None,
    output: TextIO | None = None,
) -> int:
    """Narrates a record, with what history tells of it; returns the exit status, 0.

    At a terminal, or with an `input`, it is asked after each day what to do.  `opine` asks the expert; what is taken
    over is saved among the `saves`, and played as by `play`.  Raises RecordError if the record cannot be replayed.
    """
    console, match = Console(input, output), Match(loaded, record=record)
    go_on = partial(play, foretell=foretell, debrief=debrief)
    told = Replay(match, console, _past(match), opine, partial(_take_over, console, saves, go_on))
    return told.run(asks=console.interactive or input is not None)


def _past(match: Match) -> Past | None:
    try:
        return past(match.rules)
    except KnotError:
        return None


def _take_over(
    console: Console, saves: Path | None, go_on: Callable[..., int], match: Match, ply: int, players: dict[str, str]
) -> int:
    """Plays a match on from a move with other players; the new record keeps which match it was, and the move."""
    seed, names = randbelow(SEEDS), match.rules.scenario.side_names
    taken = match.branch(ply, seed=seed, players=players, origin=HISTORY if is_past(match) else None)
    file = fresh(saves, match.rules.scenario.id, seed) if saves else None
    seats = tuple(seat(taken.rules, taken.players[side], number) for number, side in enumerate(names))
    return go_on(taken, seats, file, input=console.source, output=console.output)


def title(
    loaded: Loaded,
    saves: Path,
    *,
    foretell: Foretell | None = None,
    debrief: Study | None = None,
    opine: Opine | None = None,
    input: TextIO | None = None,
    output: TextIO | None = None,
) -> int:
    """Shows the title and does what is chosen there; returns the exit status, 0."""
    begin, watch = (partial(how, foretell=foretell, debrief=debrief) for how in (play, replay))
    return menu(Console(input, output), loaded, saves, begin, partial(watch, saves=saves, opine=opine))
