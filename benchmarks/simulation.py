"""What simulating costs: a second process, a game among few and among many, and memory.

    python benchmarks/simulation.py [--games 10000] [--most] [--player SIDE=WHO]...

Runs take turns, so that what disturbs one disturbs all.  A game's cost is processor time after the first games;
`--most` adds runs of 100,000 games.  On a machine that is busy otherwise the ratio of two processes to one says
little: its load is printed beside it, and what two processes may at best come to by the processor time they take.
"""

import argparse
import os
import subprocess
import sys
import time
from statistics import median

PLAYERS = ["us=kennedy", "ussr=khrushchev"]
FEW, MANY, MOST = 1_000, 10_000, 100_000
ROUNDS = 5
WARM = 100

ALONE = f"""
import resource, sys, time
from game.simulation.tournament import Pairing, checked, simulate
games, *players = sys.argv[1:]
_, pairing = checked(Pairing("cuba1962", players=tuple(tuple(who.split("=")) for who in players)))
simulate(pairing, {WARM})
start = time.process_time()
simulate(pairing, int(games))
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def command(games: int, players: list[str], jobs: int) -> tuple[float, float]:
    """Returns the seconds that `knot simulate` takes, by the clock and of processor time."""
    seats = [word for who in players for word in ("--player", who)]
    knot = [sys.executable, "-m", "game", "simulate", *seats, "--games", str(games), "--jobs", str(jobs)]
    start, before = time.perf_counter(), os.times()
    subprocess.run(knot, stdout=subprocess.DEVNULL, check=True)
    seconds, after = time.perf_counter() - start, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, used


def load() -> str:
    """Returns what the machine had to do in the last minute, for the reader to judge by."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def processes(games: int, players: list[str]) -> None:
    """Prints how much faster two processes are than one."""
    ratios, bests = [], []
    for _ in range(ROUNDS):
        before, (_, start) = load(), command(1, players, 1)
        (alone, used), (shared, used_by_two) = command(games, players, 1), command(games, players, 2)
        ratios.append(alone / shared)
        bests.append(used / (start + (used_by_two - start) / 2))
        print(f"  {before}: one process {alone:.1f} s, two {shared:.1f} s, ratio {ratios[-1]:.2f}")
    print(f"{games} games: two processes are {median(ratios):.2f} times as fast as one (wanted: 1.8 on two free cores)")
    print(f"by processor time they would come to {median(bests):.2f} if both cores were free")


def cost(lengths: list[int], players: list[str]) -> None:
    """Prints what a game costs in runs of different length, each in a process of its own, and the memory they take."""
    costs: dict[int, list[float]] = {games: [] for games in lengths}
    memory = dict.fromkeys(lengths, 0.0)
    for _ in range(ROUNDS):
        for games in lengths:
            words = [sys.executable, "-c", ALONE, str(games), *players]
            seconds, peak = map(float, subprocess.run(words, capture_output=True, check=True).stdout.split())
            costs[games].append(seconds / games)
            memory[games] = max(memory[games], peak)
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
