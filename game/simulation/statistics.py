"""Counts made into shares, means and intervals, as `knot simulate` tells them."""

from collections.abc import Mapping, Sequence
from math import atanh, sqrt, tanh
from typing import Any

from game.intervals import Z95, of_share
from game.rules.notation import format_bundle
from game.rules.ruleset import Ruleset
from game.rules.sides import bits
from game.simulation.tally import Tally

DIGITS = 6


def statistics(rules: Ruleset, tally: Tally) -> dict[str, Any]:
    """Returns what a tally says, ready for JSON; every id of the scenario is there, also where its count is 0."""
    return {
        "games": tally.games,
        **of_endings(rules, tally),
        "days": {"mean": mean(tally.days), "median": median(tally.days)},
        "peak": {"tension": mean(tally.peaks), "day": mean(tally.peak_days)},
        "tension": {str(day): _ratio(tally.gauge[day], tally.gauged[day]) for day in sorted(tally.gauged)},
        **of_moves(rules, tally),
        "deals": {format_bundle(rules, mask): tally.deals[mask] for mask in sorted(tally.deals)},
        "two_letters": two_letters(rules, tally),
        "deal_day": {
            "mean": mean(tally.deal_days),
            "median": median(tally.deal_days),
            "games": {str(day): tally.deal_days[day] for day in sorted(tally.deal_days)},
        },
        "terms": correlation(tally.terms),
        "first_letter": {"mean": mean(tally.first_letters), "games": tally.first_letters.total()},
        "exposed": {str(day): _ratio(tally.exposed[day], tally.games) for day in sorted(tally.exposed)},
        "deadline": share(tally.deadlines.total(), tally.games),
    }


def of_endings(rules: Ruleset, tally: Tally) -> dict[str, Any]:
    """Returns how games ended: endings, shares settled and at war, scores of the sides."""
    names, scenario = rules.scenario.side_names, rules.scenario
    endings = {name: tally.endings[number] for number, name in enumerate(rules.endings)}
    of_war = {name: scenario.endings[name].war for name in rules.endings}
    return {
        "endings": endings,
        "settled": share(sum(endings[name] for name in endings if scenario.endings[name].settled), tally.games),
        "war": share(sum(endings[name] for name in endings if of_war[name] == "nuclear"), tally.games),
        "war_any": share(sum(endings[name] for name in endings if of_war[name]), tally.games),
        "scores": {
            name: spread({score: tally.scores[k, score] for side, score in tally.scores if side == k})
            for k, name in enumerate(names)
        },
    }


def of_moves(rules: Ruleset, tally: Tally) -> dict[str, Any]:
    """Returns how often each act was done, each clause signed, each channel used, and each incident happened."""
    return {
        "acts": {
            name: {act.id: tally.acts[number] for number, act in enumerate(rules.acts) if act.side == k}
            for k, name in enumerate(rules.scenario.side_names)
        },
        "clauses": clauses(rules, tally),
        "channels": {name: tally.channels[number] for number, name in enumerate(rules.channels)},
        "incidents": {name: tally.incidents[number] for number, name in enumerate(rules.incidents)},
    }


def clauses(rules: Ruleset, tally: Tally) -> dict[str, int]:
    """Returns in how many deals each clause stood, in whatever form."""
    counts = dict.fromkeys(rules.scenario.clauses, 0)
    for mask, games in tally.deals.items():
        for form in bits(mask):
            counts[rules.bundles.forms[form].clause] += games
    return counts


def two_letters(rules: Ruleset, tally: Tally) -> dict[str, dict[str, float]]:
    """Returns by accepting side in which share of acceptances two letters of the other side lay open to it."""
    opened = tally.open_letters
    return {
        name: share(opened[k, 2], sum(count for (side, _), count in opened.items() if side == k))
        for k, name in enumerate(rules.scenario.side_names)
    }


def share(count: int, games: int) -> dict[str, float]:
    """Returns a count, its share of all games and the 95 % interval of that share, by Wilson's method."""
    if not games:
        return {"count": 0, "rate": 0.0, "low": 0.0, "high": 1.0}
    low, high = of_share(count, games)
    return {"count": count, **_rounded({"rate": count / games, "low": low, "high": high})}


def mean(counts: Mapping[int, int]) -> float:
    """Returns the mean of values given as value -> count; 0 of none."""
    return _ratio(sum(value * count for value, count in counts.items()), sum(counts.values()))


def median(counts: Mapping[int, int]) -> float:
    """Returns the median of values given as value -> count; 0 of none."""
    total, below, middle = sum(counts.values()), 0, []
    for value in sorted(counts):
        middle += [value] * (below <= (total - 1) // 2 < below + counts[value])
        middle += [value] * (below <= total // 2 < below + counts[value])
        below += counts[value]
    return sum(middle) / 2


def spread(counts: Mapping[int, int]) -> dict[str, float]:
    """Returns mean, standard deviation (of the games played) and half the mean's 95 % interval, of value -> count."""
    games, total = sum(counts.values()), sum(value * count for value, count in counts.items())
    squares = sum(value * value * count for value, count in counts.items())
    deviation = sqrt(games * squares - total * total) / games if games else 0.0
    half = Z95 * deviation / sqrt(games - 1) if games > 1 else 0.0
    return {"mean": _ratio(total, games), **_rounded({"sd": deviation, "half": half})}


def correlation(counts: Mapping[tuple[int, int], int]) -> dict[str, float | None]:
    """Returns Pearson's correlation of pairs given as pair -> count, its 95 % interval by Fisher's method, and n.

    None stands where it is not defined: one of the two never varies, or for the interval fewer than four pairs.
    """
    n = sum(counts.values())

    def moment(i: int, j: int) -> int:
        return sum(x**i * y**j * count for (x, y), count in counts.items())

    x, y = moment(1, 0), moment(0, 1)
    of_x, of_y = n * moment(2, 0) - x * x, n * moment(0, 2) - y * y
    if not (of_x and of_y):
        return {"correlation": None, "low": None, "high": None, "n": n}
    found = (n * moment(1, 1) - x * y) / sqrt(of_x * of_y)
    if n < 4 or abs(found) >= 1:
        return {"correlation": round(found, DIGITS), "low": None, "high": None, "n": n}
    low, high = (tanh(atanh(found) + sign * Z95 / sqrt(n - 3)) for sign in (-1, 1))
    return {**_rounded({"correlation": found, "low": low, "high": high}), "n": n}


def paired(first: Sequence[float], second: Sequence[float]) -> dict[str, float]:
    """Returns by how much the first exceed the second of figures of the same games: mean, 95 % interval, and n.

    Figures at the same place belong to the same seed, so that luck which both had cancels out.  The interval takes the
    mean as normal, which asks for some thirty games.  Raises ValueError for fewer than two, or for unequal lengths.
    """
    differences = [a - b for a, b in zip(first, second, strict=True)]
    n = len(differences)
    if n < 2:
        raise ValueError("a paired comparison needs at least two games")
    middle = sum(differences) / n
    half = Z95 * sqrt(sum((d - middle) ** 2 for d in differences) / (n - 1) / n)
    return {**_rounded({"mean": middle, "low": middle - half, "high": middle + half}), "n": n}


def _ratio(total: int, count: int) -> float:
    return round(total / count, DIGITS) if count else 0.0


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, DIGITS) for name, value in values.items()}
