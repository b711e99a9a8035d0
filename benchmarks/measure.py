"""Interleaved measuring: contenders take turns on one core, so that what disturbs one disturbs all."""

import os
import time
from collections.abc import Callable
from statistics import median

Contender = Callable[[], int]


def pin() -> None:
    """Keeps this process on one core, where the system allows it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def interleave(contenders: dict[str, Contender], rounds: int = 7, seconds: float = 0.5) -> dict[str, list[float]]:
    """Returns each contender's rates (units of work a second), round by round."""
    rates: dict[str, list[float]] = {name: [] for name in contenders}
    for work in contenders.values():
        work()
    for _ in range(rounds):
        for name, work in contenders.items():
            done, start = 0, time.perf_counter()
            while (spent := time.perf_counter() - start) < seconds:
                done += work()
            rates[name].append(done / spent)
    return rates


def ratio(rates: dict[str, list[float]], name: str, peer: str) -> float:
    """Returns the median of the rounds' own ratios of one contender to another."""
    return median(a / b for a, b in zip(rates[name], rates[peer], strict=True))
