"""Statistics in lines for a reader: what stands there is what the figures are, and it fits a terminal."""

from typing import Any

from simulated import random_game, tallied

from game.rules.ruleset import Ruleset
from game.simulation.report import table, told
from game.simulation.statistics import statistics


def result(rules: Ruleset, who: str, seeds: range) -> dict[str, Any]:
    """Returns what a simulation says of random games, as if `who` had played the first side."""
    players = dict(zip(rules.scenario.side_names, (who, "random"), strict=True))
    said = statistics(rules, tallied(random_game(rules, seed) for seed in seeds))
    return {"scenario": "toy", "players": players, "seed": seeds[0], **said, "moves_per_second": 1.0}


def test_a_reader_is_told_the_figures_in_lines(busy: Ruleset) -> None:
    said = result(busy, "random", range(30))
    lines = list(told(said))
    assert lines[0] == "toy: 30 games, red random, blue random" and all(len(line) < 80 for line in lines)
    score, text = said["scores"]["red"], "\n".join(lines)
    assert f"{score['mean']:.1f} ± {score['half']:.1f} (sd {score['sd']:.1f})" in text
    assert all(name in text for name in busy.endings)


def test_a_table_has_a_row_for_each_pair_in_straight_columns(busy: Ruleset) -> None:
    results = [result(busy, who, range(5, 25)) for who in ("random", "somebody_of_note")]
    title, _, head, *rows = table(results)
    assert title == "toy: 20 games a row, seeds 5 to 24; scores with half their 95 % interval"
    assert head.split() == ["red", "blue", "settled", "nuclear", "war", "red", "blue", "day", "peak", "on", "day"]
    assert len({len(line) for line in (head, *rows)}) == 1 and len(head) <= 100
    for row, said in zip(rows, results, strict=True):
        first, second, *shares = row.split()[:5]
        assert (first, second) == tuple(said["players"].values())
        assert shares == [f"{said[key]['rate']:.1%}" for key in ("settled", "war", "war_any")]
        assert row.split()[-3:] == [
            f"{said['days']['median']:g}",
            f"{said['peak']['tension']:.1f}",
            f"{said['peak']['day']:.1f}",
        ]
