"""The whole game in plain text: at a terminal of 80 columns, by screen reader, or through a pipe."""

from functools import partial
from pathlib import Path
from typing import TextIO

from game.frontends import presenter
from game.frontends.presenter.forecasts import Foretell
from game.frontends.presenter.past import is_past, told_with
from game.frontends.terminal import papers
from game.frontends.terminal.console import Console
from game.frontends.terminal.menu import menu
from game.frontends.terminal.table import Players, Study, Table
from game.match.match import Match
from game.match.record import Record
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


def replay(record: Record, loaded: Loaded, *, input: TextIO | None = None, output: TextIO | None = None) -> int:
    """Narrates a record, with what history tells where it is the historical path; returns the exit status, 0.

    Raises RecordError if the record cannot be replayed.
    """
    console = Console(input, output)
    match = Match(loaded, record=record)
    rules = match.rules
    historical, told = is_past(match), told_with(match)
    names = [rules.scenario.sides[side].short for side in rules.scenario.side_names]
    gauge = rules.scenario.meters[rules.scenario.roles.gauge].name
    console.page(rules.scenario.title, [rules.scenario.summary])
    if historical:
        console.page("Before", papers.cards(presenter.prologue(rules)))
    steps = presenter.replay_steps(match, told)
    clock = "Times are GMT. " if any(step.at.endswith("GMT") for step in steps) else ""
    console.say("", f"{clock}Within a day each side's turn is told in the order of the turns.")
    day, pausing = 0, console.interactive
    for step in steps:
        if step.day != day:
            if day and pausing:
                pausing = console.ask("-- Enter: next day, q: to the end -- ") == ""
            day = step.day
            console.head(f"{step.date} · day {day}")
        console.say(*papers.step(step, (names[0], names[1]), gauge))
    if match.outcome is not None:
        screen = presenter.ending_screen(match)
        console.page(screen.name, papers.ending(screen))
    if historical and (cards := presenter.closing(rules)):
        console.page("After", papers.cards(cards))
    return 0


def title(
    loaded: Loaded,
    saves: Path,
    *,
    foretell: Foretell | None = None,
    debrief: Study | None = None,
    input: TextIO | None = None,
    output: TextIO | None = None,
) -> int:
    """Shows the title and does what is chosen there; returns the exit status, 0."""
    return menu(Console(input, output), loaded, saves, partial(play, foretell=foretell, debrief=debrief), replay)
