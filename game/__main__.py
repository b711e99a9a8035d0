"""The command line, and the only place where everything is put together."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from game import background
from game.arguments import FAULT, MOST, any_seed, parsed
from game.errors import KnotError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.debriefs import Studies
    from game.frontends.presenter.forecasts import Foretell
    from game.frontends.terminal.console import Console
    from game.match.match import Match
    from game.match.record import Record
    from game.players.player import Player
    from game.scenario.loader import Loaded
    from game.simulation.tournament import Pairing

STOPPED, PIPE_CLOSED = 130, 141
BAR, LINE = 30, 78
PARTS_FOR_EACH_JOB = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status; faults of input are told in lines on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    args = parsed(sys.argv[1:] if arguments is None else list(arguments))
    try:
        status = COMMANDS[args.command](args)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (KnotError, OSError) as error:
        print(str(error), file=sys.stderr)
        return FAULT
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return STOPPED
    return status


def by_side(pairs: list[tuple[str, str]], option: str) -> dict[str, str]:
    """Returns pairs as a mapping; raises KnotError if a side is named twice."""
    named = dict(pairs)
    if len(named) < len(pairs):
        raise KnotError(f"{option}: one for each side")
    return named


def title(args: Namespace) -> int:
    """Shows the title; without a display the terminal's, without a terminal what happened."""
    if (reason := no_window()) is None:
        return in_window(forecaster=background.worker)
    from game.frontends.terminal.console import at_its_end

    print(f"No window can be opened ({reason}): going on in the terminal.", file=sys.stderr)
    if at_its_end(sys.stdin):
        return replay(parsed(["replay", "--terminal"]))
    return title_in_terminal()


def play(args: Namespace) -> int:
    """Plays a match in the front end asked for."""
    from game.players.roster import seat

    loaded, record = opened(args.file)
    match = begun(args, loaded, record)
    names = match.rules.scenario.side_names
    players = [seat(match.rules, match.players[side], number) for number, side in enumerate(names)]
    file = save_file(args, match, record, all(players))
    if file:
        match.record().save(file)
    for note in match.notes:
        print(note, file=sys.stderr)
    if wants_window(args):
        return in_window(match=match, file=file, forecaster=None if args.no_forecast else background.worker)
    return in_terminal(match, (players[0], players[1]), file, None if args.no_forecast else background.foretell)


def replay(args: Namespace) -> int:
    """Replays a record, or the historical path of a scenario."""
    from game.match.match import Match
    from game.match.replay import historical_record

    loaded, record = opened(args.file)
    match = Match(loaded, record=record) if record else None
    for note in match.notes if match else ():
        print(note, file=sys.stderr)
    if not wants_window(args):
        return replay_in_terminal(record or historical_record(loaded), loaded)
    if match:
        return in_window(match=match, replay=True, forecaster=background.worker)
    return in_window(scenario=args.file, replay=True, forecaster=background.worker)


def opened(name: str | None) -> tuple[Loaded, Record | None]:
    """Returns the scenario a name stands for, or the scenario of a record and the record; raises KnotError."""
    from game.match.library import scenario_of
    from game.match.record import is_record, load_record
    from game.scenario.loader import load_scenario

    if name is None:
        return load_scenario(first_shipped()), None
    if not is_record(Path(name)):
        return load_scenario(name), None
    record = load_record(name)
    return scenario_of(record, Path(name)), record


def first_shipped() -> str:
    """Returns the id of the scenario that is meant when none is named."""
    from game.scenario.loader import shipped

    names = shipped()
    if not names:
        raise KnotError("no scenario is shipped: name a file")
    return names[0]


def begun(args: Namespace, loaded: Loaded, record: Record | None) -> Match:
    """Returns the match a command line asks for: a new one, one resumed, or one taken up on some day."""
    from game.match.match import Match
    from game.match.replay import HISTORY, dawn_of, day_named, past
    from game.players.roster import facing_lessons

    players, mandates = by_side(args.player, "--player"), by_side(args.mandate, "--mandate")
    if record and mandates:
        raise KnotError("--mandate: the mandates of a record have been dealt")
    if record and args.level and args.day is None:
        raise KnotError("--level: a record has its own (with --from a new one can be given)")
    if args.day is None:
        if record and args.seed is not None:
            raise KnotError("--seed: a record has its own (with --from a new one can be given)")
        seed = any_seed() if args.seed is None else args.seed
        if not (record or players or args.level):
            players = facing_lessons(loaded.scenario)
        return Match(loaded, seed=seed, mandates=mandates, players=players, level=args.level, record=record)
    match = Match(loaded, record=record) if record else past(loaded, mandates).match
    seed = any_seed() if args.seed is None else args.seed
    ply = dawn_of(match, day_named(match, args.day))
    return match.branch(ply, seed=seed, players=players, level=args.level, origin=None if record else HISTORY)


def save_file(args: Namespace, match: Match, record: Record | None, programs: bool) -> Path | None:
    """Returns where a match is saved: as asked for, where it was, or among the saves; nowhere for two programs."""
    from game.match.library import fresh, saves
    from game.match.record import check_free

    resumed = record is not None and args.day is None
    file: Path | None = args.record
    if file:
        check_free(file)
        return file
    if resumed:
        return Path(args.file)
    return None if programs else fresh(saves(), match.rules.scenario.id, match.seed)


def wants_window(args: Namespace) -> bool:
    """Returns whether to open a window; says in a line why not if one could have been expected."""
    if args.terminal:
        return False
    reason = no_window()
    if reason is None:
        return True
    if args.window:
        raise KnotError(f"--window: no window can be opened ({reason})")
    print(f"No window can be opened ({reason}): going on in the terminal.", file=sys.stderr)
    return False


def no_window() -> str | None:
    """Returns why no window can be opened, or None if one can."""
    from game.frontends.desktop.display import available

    return available()


def in_window(**start: Any) -> int:
    """Runs the window."""
    from game.frontends.desktop.app import run

    return run(start.pop("scenario", None), debriefer=studies, adviser=background.adviser, **start)


def studies() -> Studies:
    """Returns what works out debriefs beside a window."""
    from game.debriefs import Studies

    return Studies()


def in_terminal(
    match: Match, players: tuple[Player | None, Player | None], file: Path | None, foretell: Foretell | None
) -> int:
    """Plays a match in the terminal."""
    from game.frontends import terminal

    return terminal.play(match, players, file, foretell=foretell, debrief=study)


def title_in_terminal() -> int:
    """Shows the title in the terminal."""
    from game.frontends import terminal
    from game.match.library import saves

    how: dict[str, Any] = {"foretell": background.foretell, "debrief": study, "opine": background.opine}
    return terminal.title(opened(None)[0], saves(), **how)


def replay_in_terminal(record: Record, loaded: Loaded) -> int:
    """Replays a record in the terminal."""
    from game.frontends import terminal
    from game.match.library import saves

    how: dict[str, Any] = {"foretell": background.foretell, "debrief": study, "opine": background.opine}
    return terminal.replay(record, loaded, saves=saves(), **how)


def study(match: Match, console: Console) -> None:
    """Tells the debrief of a match that has just ended in the terminal."""
    from game.debriefs import told_at_the_end

    told_at_the_end(match, console, paced())


def debrief(args: Namespace) -> int:
    """Tells the debrief of a record, or of what happened."""
    from game.debriefs import debriefed

    return debriefed(*opened(args.file), args, paced())


def classroom(args: Namespace) -> int:
    """Writes what a lesson needs into a folder."""
    from game.classrooms import prepared

    return prepared(opened(args.file)[0], args)


def check(args: Namespace) -> int:
    """Tells what is wrong with scenario files."""
    from game.checks import checked

    return checked(args)


def simulate(args: Namespace) -> int:
    """Plays many games between programs and prints what came of them."""
    from game.simulation.report import table, told

    if args.seed + args.games > MOST:
        raise KnotError("--seed: too large for so many games")
    results = list(simulated(args))
    if args.json:
        print(json.dumps(results if args.matrix else results[0], ensure_ascii=False, indent=2))
    else:
        print("\n".join(table(results) if args.matrix else told(results[0])))
    return 0


def simulated(args: Namespace) -> Iterator[dict[str, Any]]:
    """Yields the statistics of each pairing that a command line asks for; writes the rows of its games if asked to."""
    from game.simulation.statistics import statistics
    from game.simulation.tournament import GAMES_IN_A_PART, opened, tournament

    pairings = pairings_of(args)
    rules, _ = opened(pairings[0])
    whole = args.games * len(pairings)
    with ExitStack() as stack:
        options: dict[str, Any] = {
            "seed": args.seed,
            "executor": stack.enter_context(ProcessPoolExecutor(args.jobs)) if args.jobs > 1 else None,
            "part": max(1, min(GAMES_IN_A_PART, args.games // (args.jobs * PARTS_FOR_EACH_JOB))),
            "rows": stack.enter_context(args.csv.open("w", encoding="utf-8", newline="")) if args.csv else None,
        }
        started = perf_counter()
        for pairing, tally in zip(
            pairings, tournament(pairings, args.games, progress=lambda done: bar(done, whole), **options), strict=True
        ):
            ended = perf_counter()
            result = {"scenario": rules.scenario.id, "players": dict(pairing.players), "seed": args.seed}
            yield {**result, **statistics(rules, tally), "moves_per_second": round(tally.moves / (ended - started), 1)}
            started = ended


def pairings_of(args: Namespace) -> list[Pairing]:
    """Returns who is to play in a simulation; raises KnotError for any wrong name."""
    from game.simulation.tournament import Pairing, checked, matrix

    players = args.player if args.matrix else by_side(args.player, "--player").items()
    mandates = by_side(args.mandate, "--mandate")
    asked = Pairing(args.file or first_shipped(), tuple(args.overlays), tuple(players), tuple(mandates.items()))
    pairings = matrix(asked) if args.matrix else [asked]
    return [checked(pairing)[1] for pairing in pairings]


def bar(done: int, games: int, note: str = "") -> None:
    """Draws how far a simulation has come, on a terminal only; wipes it at the end."""
    if not sys.stderr.isatty():
        return
    filled = BAR * done // games
    line = f"[{'#' * filled}{'.' * (BAR - filled)}] {done}/{games}"
    line = f"{line}, {note}".ljust(LINE) if note else line  # a shorter note leaves nothing of the longer one before it
    sys.stderr.write(f"\r{line}" if done < games else f"\r{' ' * LINE}\r")
    sys.stderr.flush()


def paced() -> Callable[[int, int], None]:
    """Returns a bar that also says how much longer it takes, reckoned from the speed since now."""
    from game.frontends.presenter.waits import time_left

    begun = perf_counter()
    return lambda done, parts: bar(done, parts, time_left(perf_counter() - begun, done, parts))


COMMANDS = {
    "title": title,
    "play": play,
    "replay": replay,
    "debrief": debrief,
    "classroom": classroom,
    "check": check,
    "simulate": simulate,
}

if __name__ == "__main__":
    sys.exit(main())
