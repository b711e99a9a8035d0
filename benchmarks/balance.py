"""Whether cuba1962 is balanced: every claim that is made of it, measured anew.

    python benchmarks/balance.py [--games 2000] [--seed 1] [--expert 200] [--expert-games 100] [--jobs 2]
                                 [--only NAME...] [--best-acts] [--list] [--keep FOLDER] [--markdown]

Prints a line a claim: what, the figure with its 95 % interval, the band it must lie in, and whether it holds; where a
band is marked `figure` the figure alone must lie in it, elsewhere the whole interval.  Exits with 1 if a claim fails.
Rows of games are kept in a folder, so that a second run, or one after an interruption, plays only what is missing.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

from benchmarks import claims, expert_claims, overlays
from benchmarks.best_acts import best_acts
from benchmarks.claims import PERSONAS, SIDES, Claim, Plan
from benchmarks.findings import Finding
from benchmarks.rows import ROOT, SCENARIO, Table
from game.errors import KnotError
from game.simulation.report import table

CLAIMS: dict[str, tuple[str, Claim]] = {
    "leaders": ("kennedy – khrushchev", claims.leaders),
    "course": ("the course of the crisis, kennedy – khrushchev", claims.course),
    "doves": ("us_dove – ussr_dove", claims.doves),
    "hawks": ("us_hawk – ussr_hawk", claims.hawks),
    "mixed": ("leaders against hawks, in order", claims.mixed),
    "random": ("leaders above random play, same opponent", claims.chance),
    "sides": ("both seats alike, kennedy – khrushchev", claims.sides),
    "schemes": ("simple schemes above the leader of their seat", claims.simple),
    "threats": ("terms follow threats", claims.threats),
    "expert": ("the search above the leader of its seat", expert_claims.against_leaders),
    "expert-pair": ("search – search", expert_claims.pair),
    "acts": ("no act is all", claims.acts),
    "everything": ("everything occurs, over all rows", claims.everything),
    "ablations": ("what each rule moves, paired", overlays.ablations),
    "speed": ("cost of a decision", claims.speed),
    "best-acts": ("acts that are best somewhere (slow: only if asked for)", best_acts),
}
ELSEWHERE = "forecasts come true, and the fast policy agrees with the leaders: python benchmarks/calibration.py"
SLOW = ("best-acts",)
DOCUMENT = ROOT / "docs" / "balance.md"


def parsed(words: list[str] | None = None) -> argparse.Namespace:
    """Returns what the command line says; exits with status 2 if it says nothing sensible."""
    parser = argparse.ArgumentParser(description="Measures the balance of cuba1962.")
    parser.add_argument("--games", type=int, default=2_000, help="games of a row (2000)")
    parser.add_argument("--seed", type=int, default=1, help="the first seed (1)")
    parser.add_argument("--expert", type=int, default=200, metavar="N", help="rollouts a decision of searches (200)")
    parser.add_argument("--expert-games", type=int, default=100, metavar="N", help="games of a row with a search (100)")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes share the games (2)")
    parser.add_argument("--only", nargs="+", choices=CLAIMS, metavar="NAME", help="measure only these (see --list)")
    parser.add_argument("--best-acts", action="store_true", help="also which acts are best somewhere: slow")
    parser.add_argument("--list", action="store_true", help="say what can be measured")
    parser.add_argument("--keep", type=Path, default=ROOT / ".balance", help="where games are kept (.balance)")
    parser.add_argument("--markdown", action="store_true", help=f"write the tables into docs/{DOCUMENT.name} too")
    args = parser.parse_args(words)
    if args.markdown and args.only:
        parser.error("--markdown wants every claim, not --only some")
    return args


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yields findings as lines for a terminal."""
    for one in findings:
        note = f"  [{one.note}]" if one.note else ""
        yield f"  {one.verdict}  {one.name:<58} {one.shown:>24}   {one.band}{note}"


def markdown(findings: Iterable[tuple[str, list[Finding]]]) -> Iterator[str]:
    """Yields findings as the lines of one Markdown table."""
    yield from ("| claim | figure, 95 % | band | | |", "|---|---|---|---|---|")
    for name, found in findings:
        yield f"| **{CLAIMS[name][0]}** | | | | |"
        for one in found:
            yield f"| {one.name} | {one.shown} | {one.band} | {one.verdict} | {one.note} |"


def overview(plan: Plan) -> Iterator[str]:
    """Yields the table of all pairs of leaders, as `knot simulate --matrix` prints it."""
    yield "```text"
    results = [
        {
            "scenario": SCENARIO,
            "players": dict(zip(SIDES, (first, second), strict=True)),
            "seed": plan.seed,
            **plan.table.statistics(plan.row(first, second)),
        }
        for first in PERSONAS[0]
        for second in PERSONAS[1]
    ]
    yield from table(results)
    yield "```"


def written(text: str, block: str, content: Iterable[str]) -> str:
    """Returns a document with other content between the marks of a block; raises ValueError if it has no such marks."""
    head, mark, rest = text.partition(f"<!-- {block} -->\n")
    _, end, tail = rest.partition(f"<!-- end of {block} -->\n")
    if not (mark and end):
        raise ValueError(f"there are no marks of '{block}'")
    return head + mark + "\n" + "".join(f"{line}\n" for line in content) + "\n" + end + tail


def document(plan: Plan, found: dict[str, list[Finding]]) -> None:
    """Writes what was found into the document of balance."""
    moved = {name: found.pop(name) for name in ["ablations"] if name in found}
    last = plan.seed + plan.games - 1
    title = f"Seeds {plan.seed:,} to {last:,}; searches: {plan.expert}, {plan.expert_games} games a row."
    text = DOCUMENT.read_text("utf-8")
    text = written(text, f"rows from seed {plan.seed}", overview(plan))
    text = written(text, f"claims from seed {plan.seed}", [title, "", *markdown(found.items())])
    text = written(text, f"ablations from seed {plan.seed}", [title, "", *markdown(moved.items())])
    DOCUMENT.write_text(text, "utf-8")


def measured(args: argparse.Namespace, names: Iterable[str], executor: Executor | None) -> list[Finding]:
    """Measures claims by their names, prints what is found as soon as it is there, and returns it."""
    plan = Plan(Table(args.keep, executor, shown=True), args.games, args.seed, args.expert, args.expert_games)
    found: dict[str, list[Finding]] = {}
    for name in names:
        title, claim = CLAIMS[name]
        found[name] = list(claim(plan))
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        print(f"{name}: {title}", *lines(found[name]), sep="\n", flush=True)
    every = [one for findings in found.values() for one in findings]
    if args.markdown:
        document(plan, found)
    return every


def main() -> None:
    """Measures, prints, and exits with 1 if a claim fails."""
    args = parsed()
    if args.list:
        print(*(f"{name:<12} {title}" for name, (title, _) in CLAIMS.items()), f"{'':<12} {ELSEWHERE}", sep="\n")
        return
    names = args.only or [name for name in CLAIMS if name not in SLOW or args.best_acts]
    executor = ProcessPoolExecutor(args.jobs) if args.jobs > 1 else None
    try:
        every = measured(args, names, executor)
    except KeyboardInterrupt:
        sys.exit("\nStopped. What was played is kept; the same command goes on from there.")
    except KnotError as error:
        sys.exit(f"\n{error}. Start again: rows of what has not changed are kept.")
    finally:
        if executor:
            executor.shutdown(wait=False, cancel_futures=True)
    failed = sum(not one.holds for one in every)
    print(f"{len(every)} findings, {failed} fail.  Not measured here: {ELSEWHERE}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
