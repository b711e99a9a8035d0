"""Source of a ceiling over a night's odds: a sum of tables that is never below the odds of all incidents together.

Most nights are quiet, and a draw above the ceiling shows it without any incident's odds being worked out.
"""

from collections import Counter
from functools import partial
from typing import NamedTuple

from game.rules.evaluate import Evaluator
from game.rules.tables import Values
from game.rules.writer import Writer
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.words import Call, Line, Sum

HUNDRED = 100


class Part(NamedTuple):
    """The source of one number of the ceiling, in hundredths, and the most it can be, or None if that is open."""

    source: str
    most: int | None


class Ceiling:
    """Weighs the lines of sums, in hundredths; what a line can bring below nothing counts as nothing."""

    def __init__(self, w: Writer, resolved: Resolved) -> None:
        self.w, self.reckonings = w, resolved.reckonings
        self.weights = Counter[Line]()
        self.known = True

    def add(self, total: Sum, hundredths: int = HUNDRED) -> None:
        """Adds a sum, so many hundredths of it."""
        self.known &= total.percent is None and total.least is None
        for line in total.lines:
            shared = isinstance(line.number, Call) and line.percent and self.w.tables.only(line) < 0
            if shared and hundredths == HUNDRED and line.amount > 0:
                self.add(self.reckonings[line.number.name], line.amount)  # type: ignore[union-attr]
            else:
                self.weights[line] += hundredths

    def parts(self) -> list[Part]:
        """Returns the parts: what has no known limit first, then by how much they can be."""
        rows: dict[int, Values] = {}
        others, rest = list[Part](), 0
        for line, weight in self.weights.items():
            if (slot := self.w.tables.only(line)) >= 0:
                row = self.w.tables.row(slot, partial(_above, line, weight))
                rows[slot] = tuple(map(sum, zip(row, rows.get(slot, (0,) * len(row)), strict=True)))
            elif line.when is not None or line.number is None:
                rest += max(0, line.amount) * weight
            else:
                self.known &= line == Line(line.amount, line.number) and line.amount > 0
                value = self.w.number(line.number, "s")
                others.append(Part(f"({line.amount * weight} * {value} if {value} > 0 else 0)", None))
        tables = [Part(f"{self.w.tables.name(row)}[s[{slot}]]", max(row)) for slot, row in rows.items()]
        return [*others, *sorted([*tables, Part(str(rest), rest)], key=lambda part: -(part.most or 0))]


def _above(line: Line, hundredths: int, evaluator: Evaluator) -> int:
    return max(0, evaluator.line(line)) * hundredths


def write_ceiling(w: Writer, scenario: Scenario, resolved: Resolved, quiet: int) -> list[str]:
    """Returns the lines that leave `draw_night` with a quiet night: by the widest part alone, then by all of them."""
    ceiling = Ceiling(w, resolved)
    for name in scenario.incidents:
        ceiling.add(resolved.sums[("incidents", name, "odds")])
    parts = ceiling.parts()
    if not ceiling.known:
        return []
    wide = 1 + sum(part.most is None for part in parts)
    first, rest = parts[:wide], parts[wide:]
    most = sum(part.most or 0 for part in rest)
    most, sources = sum(part.most or 0 for part in rest), [f"u + {most}", " + ".join(["u", *(p.source for p in rest)])]
    leave = [f"    if x >= ({source}) * percent // 10000: return {quiet}" for source in sources]
    return [f"    u = {' + '.join(part.source for part in first)}", *leave]
