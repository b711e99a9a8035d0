"""The table with one row a game: what its codebook says of it holds."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from simulated import random_game
from toy import toy

from game.rules.notation import format_bundle
from game.rules.ruleset import Ruleset
from game.simulation.rows import header, row, written

RULES = Path(__file__).parents[1] / "rules"
CODEBOOK = Path(__file__).parents[2] / "docs" / "simulation.md"
PLAYERS = ("random", "random")


def codebook(rules: Ruleset) -> dict[str, tuple[str, str]]:
    """Returns type and range of every column as the codebook has them, by its name in a scenario's table."""
    found = {}
    for line in re.findall(r"^\| `\w+` \| \S.* \| .* \| .* \|$", CODEBOOK.read_text("utf-8"), re.MULTILINE):
        name, kind, limits, meaning = (cell.strip() for cell in line.strip("|").split("|"))
        assert meaning
        for side in rules.scenario.side_names if "SIDE" in name else ("",):
            found[name.strip("`").replace("SIDE", side)] = kind, limits
    return found


def table(rules: Ruleset, seeds: range) -> list[dict[str, str]]:
    """Returns the rows of random games as another program reads them."""
    text = written([header(rules), *(row(rules, PLAYERS, random_game(rules, seed)) for seed in seeds)])
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("rules", ["strait", "busy"])
def test_the_codebook_has_every_column_in_its_order(rules: str, request: pytest.FixtureRequest) -> None:
    scenario: Ruleset = request.getfixturevalue(rules)
    assert header(scenario) == list(codebook(scenario))


def known(rules: Ruleset, column: str, limits: str) -> set[str]:
    """Returns the words that may stand in a column, of ids by what they name."""
    side = next((k for k, name in enumerate(rules.scenario.side_names) if column.startswith(name)), 0)
    named = {"players": PLAYERS, "mandates": rules.mandates[side], "endings": rules.endings}
    named["sides"] = rules.scenario.side_names
    return set(named.get(limits, rules.incidents if limits == "incidents" else limits.split(", ")))


def limits_of(text: str) -> tuple[int, int]:
    """Returns the lowest and the highest whole number of a range as the codebook writes it."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return (numbers[0], numbers[-1] if " to " in text else 10**9) if numbers else (-(10**9), 10**9)


def test_every_cell_is_of_the_type_and_range_the_codebook_gives() -> None:
    busy = toy((RULES / "busy.yaml").read_text("utf-8") + "roles: {deadline: bell}\n")
    book, rows = codebook(busy), table(busy, range(150))
    for name, (kind, limits) in book.items():
        cells = [line[name] for line in rows]
        assert any(cells), f"{name} is never filled"
        if "or empty" not in kind:
            assert all(cells), name
        for cell in filter(None, cells):
            if kind.startswith("whole"):
                low, high = limits_of(limits)
                assert low <= int(cell) <= high, (name, cell)
            elif kind.startswith(("id", "word")):
                assert {*cell.split(" ")} <= known(busy, name, limits), (name, cell)


def test_a_row_tells_its_game(busy: Ruleset) -> None:
    for line, seed in zip(table(busy, range(40)), range(40), strict=True):
        game = random_game(busy, seed)
        assert int(line["seed"]) == seed and line["ending"] == busy.endings[game.ending]
        assert (line["red_score"], line["blue_score"]) == tuple(map(str, game.scores))
        assert (line["peak"], line["peak_day"]) == tuple(map(str, game.peak))
        deal = game.deal
        assert line["deal"] == (format_bundle(busy, deal.deal) if deal else "")
        sides = busy.scenario.side_names
        of_deal = (deal.day, deal.balance, sides[deal.by], deal.letters, *deal.terms) if deal else ("",) * 6
        names = ("deal_day", "balance", "signed_by", "open_letters", "red_terms", "blue_terms")
        assert tuple(line[name] for name in names) == tuple(map(str, of_deal))


def test_lines_end_the_same_on_every_system() -> None:
    assert written([["a", "b"], [1, "x, y"]]) == 'a,b\n1,"x, y"\n'
