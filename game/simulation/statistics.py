"""Counts made into shares, means and intervals, as `knot simulate` tells them."""

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Any

from game.rules.notation import format_bundle
from game.rules.ruleset import Ruleset
from game.rules.sides import bits
from game.simulation.tally import Tally

Z95 = 1.959964
"""How many standard deviations on either side hold 95 % of a normal distribution."""

DIGITS = 6


def statistics(rules: Ruleset, tally: Tally) -> dict[str, Any]:
    """Returns what a tally says, ready for JSON; every id of the scenario is there, also where its count is 0."""
    names, scenario = rules.scenario.side_names, rules.scenario
    endings = {name: tally.endings[number] for number, name in enumerate(rules.endings)}
    of_war = {name: scenario.endings[name].war for name in rules.endings}
    return {
        "games": tally.games,
        "endings": endings,
        "settled": share(sum(endings[name] for name in endings if scenario.endings[name].settled), tally.games),
        "war": share(sum(endings[name] for name in endings if of_war[name] == "nuclear"), tally.games),
        "war_any": share(sum(endings[name] for name in endings if of_war[name]), tally.games),
        "scores": {name: _spread(tally.scores[k], tally.squares[k], tally.games) for k, name in enumerate(names)},
        "days": {"mean": _mean(sum(tally.days.elements()), tally.games), "median": median(tally.days)},
        "peak": {"tension": _mean(tally.peaks, tally.games), "day": _mean(tally.peak_days, tally.games)},
        "tension": {str(day): _mean(tally.gauge[day], tally.gauged[day]) for day in sorted(tally.gauged)},
        "acts": {
            name: {act.id: tally.acts[number] for number, act in enumerate(rules.acts) if act.side == k}
            for k, name in enumerate(names)
        },
        "clauses": clauses(rules, tally),
        "channels": {name: tally.channels[number] for number, name in enumerate(rules.channels)},
        "incidents": {name: tally.incidents[number] for number, name in enumerate(rules.incidents)},
        "deals": {format_bundle(rules, mask): tally.deals[mask] for mask in sorted(tally.deals)},
        "two_letters": _mean(tally.of_two, tally.accepted),
    }


def clauses(rules: Ruleset, tally: Tally) -> dict[str, int]:
    """Returns in how many deals each clause stood, in whatever form."""
    counts = dict.fromkeys(rules.scenario.clauses, 0)
    for mask, games in tally.deals.items():
        for form in bits(mask):
            counts[rules.bundles.forms[form].clause] += games
    return counts


def share(count: int, games: int) -> dict[str, float]:
    """Returns a count, its share of all games and the 95 % interval of that share, by Wilson's method."""
    if not games:
        return {"count": 0, "rate": 0.0, "low": 0.0, "high": 1.0}
    rate, spread = count / games, Z95 * Z95 / games
    middle = (rate + spread / 2) / (1 + spread)
    half = Z95 * sqrt(rate * (1 - rate) / games + spread / games / 4) / (1 + spread)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return {"count": count, **_rounded({"rate": rate, "low": low, "high": high})}


def median(counts: Mapping[int, int]) -> float:
    """Returns the median of values given as value -> count; 0 of none."""
    values = [value for value in sorted(counts) for _ in range(counts[value])]
    half = len(values) // 2
    return (values[half] + values[~half]) / 2 if values else 0.0


def told(result: Mapping[str, Any]) -> Iterable[str]:
    """Yields what statistics say, line by line, for a reader in a terminal."""
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
        yield f"  score of {side:<17} {score['mean']:>8.1f} (sd {score['sd']:.1f})"
    yield f"  day of the ending          {result['days']['mean']:>8.1f} (median {result['days']['median']:g})"
    yield f"  highest tension            {result['peak']['tension']:>8.1f} (on day {result['peak']['day']:.1f})"
    yield f"  {result['moves_per_second']:.0f} moves per second"


def _mean(total: int, count: int) -> float:
    return round(total / count, DIGITS) if count else 0.0


def _spread(total: int, squares: int, count: int) -> dict[str, float]:
    """Returns mean and standard deviation (of the games played, not of a sample) from exact sums."""
    variance = (count * squares - total * total) / (count * count) if count else 0.0
    return {"mean": _mean(total, count), "sd": round(sqrt(variance), DIGITS)}


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, DIGITS) for name, value in values.items()}
