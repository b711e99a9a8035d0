"""What simulating costs: a second process, a game among few and among many, and memory.

    python benchmarks/simulation.py [--games 10000] [--most] [--player SIDE=WHO]...

Runs take turns, so that what disturbs one disturbs all.  A game's cost is processor time without what starting and
the first games take, which a short run tells; `--most` adds runs of 100,000 games.  On a machine that is busy
otherwise the ratio of two processes to one says little: its load is printed beside it, and what two processes may at
best come to by the processor time they take.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median

PLAYERS = ["us=kennedy", "ussr=khrushchev"]
WARM, FEW, MANY, MOST = 100, 1_000, 10_000, 100_000
ROUNDS = 3


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds by the clock, seconds of processor time, and mebibytes at the peak."""

    clock: float
    processor: float
    memory: float


def run(games: int, players: list[str], jobs: int = 1) -> Cost:
    """Returns what a simulation takes, in processes of its own."""
    seats = [word for who in players for word in ("--player", who)]
    knot = [sys.executable, "-m", "game", "simulate", *seats, "--games", str(games), "--jobs", str(jobs), "--json"]
    start = time.perf_counter()
    child = subprocess.Popen(knot, stdout=subprocess.PIPE)
    assert child.stdout
    said = json.loads(child.stdout.read())
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    assert said["games"] == games
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def load() -> str:
    """Returns what the machine had to do in the last minute, for the reader to judge by."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def processes(games: int, players: list[str]) -> None:
    """Prints how much faster two processes are than one."""
    ratios, bests = [], []
    for _ in range(ROUNDS):
        before, start = load(), run(1, players)
        alone, shared = run(games, players), run(games, players, jobs=2)
        ratios.append(alone.clock / shared.clock)
        bests.append(alone.processor / (start.processor + (shared.processor - start.processor) / 2))
        print(f"  {before}: one process {alone.clock:.1f} s, two {shared.clock:.1f} s, ratio {ratios[-1]:.2f}")
    print(f"{games} games: two processes are {median(ratios):.2f} times as fast as one (wanted: 1.8 on two free cores)")
    print(f"by processor time they would come to {median(bests):.2f} if both cores were free")


def cost(lengths: list[int], players: list[str]) -> None:
    """Prints what a game costs in runs of different length, and the memory they take."""
    costs: dict[int, list[float]] = {games: [] for games in lengths}
    memory = dict.fromkeys(lengths, 0.0)
    for _ in range(ROUNDS):
        start = run(WARM, players)
        for games in lengths:
            found = run(games, players)
            costs[games].append((found.processor - start.processor) / (games - WARM))
            memory[games] = max(memory[games], found.memory)
    few = lengths[0]
    for games in lengths:
        ratio = median(a / b for a, b in zip(costs[games], costs[few], strict=True))
        print(f"{games:>7} games: {1e3 * median(costs[games]):.3f} ms a game, {ratio:.2f} times", end=" ")
        print(f"that among {few} (wanted: 0.85 to 1.15); memory {memory[games]:.1f} MiB at the peak")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Measures what simulating costs.")
    parser.add_argument("--games", type=int, default=MANY, help=f"games of the longer runs ({MANY} if not given)")
    parser.add_argument("--most", action="store_true", help=f"add runs of {MOST} games")
    parser.add_argument("--player", action="append", metavar="SIDE=WHO")
    args = parser.parse_args()
    players = args.player or PLAYERS
    print(f"{load()}; {', '.join(players)}")
    processes(args.games, players)
    cost([FEW, args.games, *([MOST] if args.most else [])], players)


if __name__ == "__main__":
    main()
