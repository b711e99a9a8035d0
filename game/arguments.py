"""What can be written on the command line; imports nothing heavy, so that the window opens at once."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

FAULT = 2
MOST = (1 << 63) - 1
FEWEST_ROLLOUTS = 20


class Parser(ArgumentParser):
    """An argument parser that tells a fault in one line."""

    def error(self, message: str) -> NoReturn:
        """Prints one line and exits with status 2."""
        print(f"{self.prog}: {' '.join(message.split())}", file=sys.stderr)
        sys.exit(FAULT)


def parsed(arguments: list[str]) -> Namespace:
    """Returns what a command line says; exits with status 2 if it says nothing sensible."""
    parser = Parser(prog="knot", description="Knot of War: a negotiation game of a nuclear crisis.", allow_abbrev=False)
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.set_defaults(command="title")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    add_play(commands)
    add_replay(commands)
    add_debrief(commands)
    add_classroom(commands)
    add_check(commands)
    add_simulate(commands)
    known = list(commands.choices)
    if arguments and not arguments[0].startswith("-") and arguments[0] not in known:
        close = get_close_matches(arguments[0], known, 1, 0.6)
        hint = f" - did you mean '{close[0]}'?" if close else f" (there are: {', '.join(known)})"
        parser.error(f"'{arguments[0]}' is no command{hint}")
    args = parser.parse_args(arguments)
    if args.version:
        print(f"knot {version()}")
        sys.exit(0)
    return args


def version() -> str:
    """Returns the version that is installed, or says that this is a checkout."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("knot-of-war")
    except PackageNotFoundError:
        return "(a checkout, not installed)"


def add_play(commands: Any) -> None:
    """Declares `knot play`."""
    parser = commands.add_parser("play", help="play, or go on with a saved match", allow_abbrev=False)
    parser.add_argument("file", nargs="?", metavar="SCENARIO|RECORD", help="a shipped scenario, its file or a record")
    add_seats(parser)
    parser.add_argument("--level", metavar="LEVEL", help="a level of the scenario: who plays against you, and more")
    parser.add_argument("--seed", type=whole, metavar="N", help="where chance comes from; any if not given")
    parser.add_argument(
        "--from",
        dest="day",
        metavar="DAY",
        help="take over on a day of history, with its mandates: its number or date, as in 22",
    )
    add_front_ends(parser)
    parser.add_argument("--no-forecast", action="store_true", help="a harder game: no odds of how it may go on")
    parser.add_argument("--record", type=Path, metavar="FILE", help="where the match is saved")
    parser.set_defaults(command="play")


def add_replay(commands: Any) -> None:
    """Declares `knot replay`."""
    parser = commands.add_parser("replay", help="watch what happened, or a saved match", allow_abbrev=False)
    parser.add_argument("file", nargs="?", metavar="SCENARIO|RECORD", help="a shipped scenario, its file or a record")
    add_front_ends(parser)
    parser.set_defaults(command="replay")


def add_debrief(commands: Any) -> None:
    """Declares `knot debrief`."""
    parser = commands.add_parser("debrief", help="what a match that is over can teach", allow_abbrev=False)
    parser.add_argument("file", nargs="?", metavar="RECORD|SCENARIO", help="a record; of a scenario, what happened")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page to hand in, all in one file")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rollouts", type=rollouts, metavar="N",
                        help="how many games a close decision is played on, at least 20; 400 if not given")  # fmt: skip
    parser.set_defaults(command="debrief")


def add_classroom(commands: Any) -> None:
    """Declares `knot classroom`."""
    parser = commands.add_parser(
        "classroom",
        help="write what a lesson needs into a folder",
        description="Writes a lesson plan, a rules sheet, a dossier for each side and first day, and each mandate on a "
        "sheet of its own into a folder, as pages to print; and where finished records lie in it, a summary of "
        "the class. What was changed by hand is kept as it is.",
        allow_abbrev=False,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the pages go; made if it is not there")
    parser.add_argument("file", nargs="?", metavar="SCENARIO", help="a shipped scenario or its file")
    parser.add_argument("--records", type=Path, metavar="DIR", help="where the records of the class lie, if elsewhere")
    parser.add_argument("--overwrite", action="store_true", help="write over what was changed by hand, too")
    parser.set_defaults(command="classroom")


def add_check(commands: Any) -> None:
    """Declares `knot check`."""
    parser = commands.add_parser("check", help="find what is wrong with scenario files", allow_abbrev=False)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command="check")


def add_simulate(commands: Any) -> None:
    """Declares `knot simulate`."""
    parser = commands.add_parser("simulate", help="let programs play many games", allow_abbrev=False)
    parser.add_argument("file", nargs="?", metavar="SCENARIO", help="a shipped scenario or its file")
    add_seats(parser)
    parser.add_argument("--with", dest="overlays", action="append", default=[], metavar="OVERLAY",
                        help="a file merged over the scenario")  # fmt: skip
    parser.add_argument("--games", type=positive, required=True, metavar="N")
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="of the first game; 0 if not given")
    parser.add_argument("--jobs", type=positive, default=1, metavar="J", help="how many processes share the games")
    parser.add_argument("--matrix", action="store_true",
                        help="play every pair: of the players named, any number for a side, or of all")  # fmt: skip
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a row for each game (see docs/simulation.md)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command="simulate")


def add_seats(parser: ArgumentParser) -> None:
    """Declares who plays, with which mandates."""
    for name, what, text in (
        ("--player", "SIDE=WHO", "human, random, a leader of the scenario, expert:200 (games) or expert:2s"),
        (
            "--mandate",
            "SIDE=ID",
            "choose a side's mandate; if not, it is dealt, or with --from that of history",
        ),
    ):
        parser.add_argument(name, action="append", type=pair, default=[], metavar=what, help=text)


def add_front_ends(parser: ArgumentParser) -> None:
    """Declares the choice of a front end."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--terminal", action="store_true", help="play in the terminal")
    either.add_argument("--window", action="store_true", help="play in a window")


def whole(text: str) -> int:
    """Returns a whole number from 0 up; raises ArgumentTypeError."""
    if not text.isascii() or not text.isdigit() or len(text) > 19 or int(text) > MOST:
        raise ArgumentTypeError(f"'{text}' is no whole number from 0 to {MOST}")
    return int(text)


def positive(text: str) -> int:
    """Returns a whole number from 1 up; raises ArgumentTypeError."""
    if whole(text) == 0:
        raise ArgumentTypeError("at least 1 is wanted")
    return int(text)


def rollouts(text: str) -> int:
    """Returns a number of games from 20 up; raises ArgumentTypeError."""
    if whole(text) < FEWEST_ROLLOUTS:
        raise ArgumentTypeError(f"at least {FEWEST_ROLLOUTS} are wanted")
    return int(text)


def pair(text: str) -> tuple[str, str]:
    """Returns side and name of a text SIDE=NAME; raises ArgumentTypeError."""
    side, equals, name = text.partition("=")
    if not (side and equals and name):
        raise ArgumentTypeError(f"'{text}' does not read SIDE=NAME")
    return side, name


def any_seed() -> int:
    """Returns a seed that nobody chose, short enough to be told to a friend."""
    from secrets import randbelow

    return randbelow(1_000_000)
