"""The command `knot classroom`: a folder with what a teacher needs for a lesson, and a summary of a class's records."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from game.arguments import FAULT
from game.errors import KnotError
from game.frontends.page.class_table import class_cells, class_page
from game.frontends.page.dossier import dossier_page, mandate_page
from game.frontends.page.lesson_plan import plan_page
from game.frontends.page.rules import rules_sheet
from game.frontends.presenter.classroom.class_table import class_table
from game.frontends.presenter.classroom.dossier import dossier
from game.frontends.presenter.classroom.lesson_plan import lesson_plan
from game.frontends.presenter.scenes.briefing import mandate_cards
from game.frontends.presenter.teaching.starts import Start, only_start, start_cards
from game.frontends.presenter.words import day_date, listed, month_day
from game.match.match import Match, rules_of
from game.match.record import load_record
from game.match.replay import dawn_of, past
from game.rules.ruleset import Ruleset
from game.scenario.loader import Loaded
from game.simulation.rows import written

NOTED = ".knot-classroom"
"""The file that keeps the digest of each file as it was written, so that what was changed by hand is known."""

Files = dict[str, tuple[str, str]]
"""By name: what a file is, and its text."""


def prepared(loaded: Loaded, args: Namespace) -> int:
    """Writes what a lesson needs into a folder and says so; returns 2 if a record could not be read, else 0.

    Raises KnotError where there is no folder for it; a file that was not written so is never written over unasked.
    """
    rules, folder = rules_of(loaded), args.folder
    source = args.records or folder
    if args.records and not source.is_dir():
        raise KnotError(f"--records: {source}: there is no such folder")
    if folder.exists() and not folder.is_dir():
        raise KnotError(f"{folder}: is there already and is no folder")
    if not folder.absolute().parent.is_dir():
        raise KnotError(f"{folder}: there is no folder {folder.parent}")
    files, faults = handouts(rules, args.file or rules.scenario.id), list[str]()
    matches, left_out = finished(rules, source, faults)
    if matches:
        files |= summary(rules, matches, left_out)
    for fault in faults:
        print(fault, file=sys.stderr)
    told(folder, source, files, put(folder, files, args.overwrite), len(matches))
    return FAULT if faults else 0


def handouts(rules: Ruleset, name: str) -> Files:
    """Returns the pages of a lesson with a scenario, called `name` in commands: those for pupils and the plan."""
    openings = [*_openings(rules)]
    files: Files = {"rules.html": ("The rules on one sheet, for everybody", rules_sheet(rules.scenario))}
    for number, (side, party) in enumerate(rules.scenario.sides.items()):
        for start, match in openings:
            date = month_day(day_date(rules, start.day))
            file = f"dossier-{side}-{date.lower().replace(' ', '-')}.html"
            files[file] = f"{party.name}: dossier, {date}", dossier_page(dossier(match, number))
        for card in mandate_cards(rules, number):
            page = mandate_page(rules.scenario.title, party.name, party.capital, card)
            files[f"mandate-{side}-{card.id}.html"] = f"{party.name}: mandate {card.name}, for one team", page
    plan = lesson_plan(rules, name, tuple(start for start, _ in openings))
    listing = tuple((file, what) for file, (what, _) in files.items())
    return {"plan.html": ("The lesson plan, for the teacher", plan_page(plan, listing)), **files}


def _openings(rules: Ruleset) -> Iterator[tuple[Start, Match]]:
    """Yields each day that is good to begin on, with a match as it stands that morning."""
    if rules.scenario.history is None:
        yield only_start(rules), Match(rules)
        return
    path = past(rules).match
    for start in start_cards(path):
        yield start, path.branch(dawn_of(path, start.day))


def finished(rules: Ruleset, folder: Path, faults: list[str]) -> tuple[dict[str, Match], list[tuple[str, str]]]:
    """Returns the matches in a folder that are over, by name, and what was left out and why; adds to the faults."""
    matches, left_out = dict[str, Match](), list[tuple[str, str]]()
    for file in sorted(folder.glob("*.json")):
        try:
            match = Match(rules, record=load_record(file))
        except KnotError as error:
            fault = str(error) if str(error).startswith(f"{file}: ") else f"{file}: {error}"
            faults.append(f"{fault} (left out of the summary)")
            left_out.append((file.name, fault.removeprefix(f"{file}: ")))
            continue
        for note in match.notes:
            print(f"{file}: {note}", file=sys.stderr)
        if match.outcome is None:
            left_out.append((file.name, f"not over yet: day {match.day}"))
        else:
            matches[file.stem] = match
    return matches, left_out


def summary(rules: Ruleset, matches: dict[str, Match], left_out: list[tuple[str, str]]) -> Files:
    """Returns the table of a class as a page and for a spreadsheet."""
    table = class_table(rules, matches, tuple(left_out))
    return {
        "summary.html": ("The games of the class beside each other and beside what happened", class_page(table)),
        "summary.csv": ("The same for a spreadsheet", written(class_cells(table))),
    }


def put(folder: Path, files: Files, overwrite: bool) -> list[str]:
    """Writes files into a folder, made if need be, and returns the names of those that were kept as they are.

    A file that is there is written over only if it is as this command left it, or if asked to.
    """
    folder.mkdir(exist_ok=True)
    noted, kept = _noted(folder), list[str]()
    try:
        for name, (_, text) in files.items():
            if _may_write(folder / name, {noted.get(name), _digest(text)}, overwrite):
                (folder / name).write_text(text, "utf-8", newline="\n")
                noted[name] = _digest(text)
            else:
                kept.append(name)
    finally:
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(noted.items()))
        (folder / NOTED).write_text(lines, "utf-8", newline="\n")
    return kept


def _may_write(file: Path, known: set[str | None], overwrite: bool) -> bool:
    """Returns whether a file is new, is one with a known digest, or is a file that may be written over unseen."""
    if not file.is_file():
        return not file.exists()
    return overwrite or sha256(file.read_bytes()).hexdigest() in known


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _noted(folder: Path) -> dict[str, str]:
    """Returns the digests of files by name as they were noted; none where nothing can be read."""
    try:
        lines = (folder / NOTED).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def told(folder: Path, source: Path, files: Files, kept: list[str], games: int) -> None:
    """Prints what was written and what was kept."""
    for name, (what, _) in files.items():
        if name not in kept:
            print(f"{name}: {what}")
    print(f"{len(files) - len(kept)} files are in {folder}; begin with plan.html.")
    if kept:
        print(f"Kept as they are, not being as this command wrote them: {listed(kept)}. --overwrite writes over them.")
    if games:
        print(f"The summary is of {games} finished {'record' if games == 1 else 'records'} in {source}.")
    else:
        print(f"No finished record (.json) lies in {source}, so there is no summary yet.")
