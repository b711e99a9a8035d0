"""Statistics as lines of text for a reader in a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Result = Mapping[str, Any]


def told(result: Result) -> Iterable[str]:
    """Yields what statistics say, line by line."""
    yield f"{result['scenario']}: {result['games']} games, " + ", ".join(
        f"{side} {who}" for side, who in result["players"].items()
    )
    yield ""
    for name, count in sorted(result["endings"].items(), key=lambda pair: -pair[1]):
        yield f"  {name:<26} {count:>8} {count / max(1, result['games']):>7.1%}"
    yield ""
    for key, text in (("settled", "settled"), ("war", "nuclear war"), ("war_any", "war of any kind")):
        one = result[key]
        yield f"  {text:<26} {one['count']:>8} {one['rate']:>7.1%}  (95 %: {one['low']:.1%} to {one['high']:.1%})"
    yield ""
    for side, score in result["scores"].items():
        yield f"  score of {side:<17} {score['mean']:>8.1f} ± {score['half']:.1f} (sd {score['sd']:.1f})"
    yield f"  day of the ending          {result['days']['mean']:>8.1f} (median {result['days']['median']:g})"
    yield f"  highest tension            {result['peak']['tension']:>8.1f} (on day {result['peak']['day']:.1f})"
    yield f"  {result['moves_per_second']:.0f} moves per second"


def table(results: Sequence[Result]) -> Iterable[str]:
    """Yields a table with a row for each pair of players, line by line; one result or more."""
    first = results[0]
    yield f"{first['scenario']}: {first['games']} games a row, seeds {first['seed']} to " + (
        f"{first['seed'] + first['games'] - 1}; scores with half their 95 % interval"
    )
    yield ""
    sides = list(first["players"])
    rows = [[*sides, "settled", "nuclear", "war", *sides, "day", "peak", "on day"], *map(_cells, results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        named = [cell.ljust(width) for cell, width in zip(cells[:2], widths[:2], strict=True)]
        numbers = [cell.rjust(width) for cell, width in zip(cells[2:], widths[2:], strict=True)]
        yield "  ".join(named + numbers)


def _cells(result: Result) -> list[str]:
    shares = [f"{result[key]['rate']:.1%}" for key in ("settled", "war", "war_any")]
    scores = [f"{score['mean']:.1f} ±{score['half']:4.1f}" for score in result["scores"].values()]
    peak = result["peak"]
    return [
        *result["players"].values(),
        *shares,
        *scores,
        f"{result['days']['median']:g}",
        f"{peak['tension']:.1f}",
        f"{peak['day']:.1f}",
    ]
