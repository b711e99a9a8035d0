"""Source of the functions that list a night's incidents, or draw one without listing them."""

import re

from game.rules.ceiling import write_ceiling
from game.rules.ruleset import MoveIds
from game.rules.slots import DRAWN
from game.rules.writer import Writer
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.words import Call, walk

Row = tuple[int, str, str]
SHARE = re.compile(r"\bc\d+ \* -?\d+ // 100\b")


def write_hazard(w: Writer, scenario: Scenario, resolved: Resolved, ids: MoveIds) -> None:
    """Writes `night` and `night_faces`, which list (number or face, weight), and `draw_night`."""
    load, rows = _load(w, scenario, resolved), _rows(w, scenario, resolved)
    draw = list(load), list(rows)
    more, rows = _shares(rows)
    load += more
    top, quiet = scenario.hazard.at_most, len(rows)
    w("def most_of(out, first):", f"    kept, rest = [], {top}", "    for k, p in out:")
    w("        if p > rest: p = rest", "        if p > 0: rest -= p; kept.append((k, p))")
    w(f"    if rest + {10_000 - top}: kept.append((first + {quiet}, rest + {10_000 - top}))", "    return (*kept,)", "")
    for name, first in (("night", 0), ("night_faces", ids.die)):
        w(f"def {name}(s):", *load, "    out, total = [], 0")
        w("    if not drawn and percent == 100:  # the commonest night, without what cannot matter in it")
        for k, when, odds in rows:
            pad = _guard(w, when, " " * 8)
            w(f"{pad}p = {odds}", f"{pad}if p > 0: total += p; out.append(({first + k}, p))")
        w(*(["        pass"] if not rows else []), "    else:", *(["        pass"] if not rows else []))
        for k, when, odds in rows:
            w(f"        if not drawn & {1 << k}{when and ' and ' + when}:", f"            p = {odds} * percent // 100")
            w(f"            if p > 0: total += p; out.append(({first + k}, p))")
        w(f"    if total > {top}: return most_of(out, {first})")
        w(f"    if total < 10000: out.append(({first + quiet}, 10000 - total))", "    return (*out,)", "")
    w.local = {}
    _write_draw(w, *draw, top, write_ceiling(w, scenario, resolved, quiet))


def _write_draw(w: Writer, load: list[str], rows: list[Row], top: int, ceiling: list[str]) -> None:
    quiet = len(rows)
    w("def draw_night(s, x):", *([f"    if x >= {top}: return {quiet}"] if top < 10_000 else []))
    w(load[-1], *ceiling, *load[:-1])
    w("    if not drawn and percent == 100:")
    for k, when, odds in rows:
        pad = _guard(w, when, " " * 8)
        w(f"{pad}p = {odds}", f"{pad}if p > 0:", f"{pad}    if x < p: return {k}", f"{pad}    x -= p")
    w(f"        return {quiet}")
    for k, when, odds in rows:
        w(f"    if not drawn & {1 << k}{when and ' and ' + when}:", f"        p = {odds} * percent // 100")
        w("        if p > 0:", f"            if x < p: return {k}", "            x -= p")
    w(f"    return {quiet}", "")


def _guard(w: Writer, when: str, pad: str) -> str:
    """Writes a guard, if there is one, and returns the indent of what it guards."""
    if not when:
        return pad
    w(f"{pad}if {when}:")
    return pad + "    "


def _load(w: Writer, scenario: Scenario, resolved: Resolved) -> list[str]:
    """Returns the lines that work out once what several incidents ask for."""
    sums = [resolved.sums[("incidents", name, "odds")] for name in scenario.incidents]
    calls = [part.name for total in sums for part in walk(total) if isinstance(part, Call)]
    shared = {name: f"c{i}" for i, name in enumerate(sorted({c for c in calls if calls.count(c) > 1}))}
    load = [f"    {local} = {w.sum(resolved.reckonings[name], 's')}" for name, local in shared.items()]
    percent = resolved.sums[("hazard", "percent")]
    load.append(f"    drawn, percent = s[{DRAWN}], {w.sum(percent, 's')}")
    w.local = shared
    return load


def _shares(rows: list[Row]) -> tuple[list[str], list[Row]]:
    """Returns rows in which a share that several incidents have alike is worked out once, and the lines for that."""
    shares = [share for *_, odds in rows for share in SHARE.findall(odds)]
    names = {share: f"d{i}" for i, share in enumerate(sorted({s for s in shares if shares.count(s) > 1}))}
    load = [f"    {name} = {share}" for share, name in names.items()]
    return load, [(k, when, SHARE.sub(lambda m: names.get(m.group(), m.group()), odds)) for k, when, odds in rows]


def _rows(w: Writer, scenario: Scenario, resolved: Resolved) -> list[Row]:
    """Returns each incident's number, the source of its further guards, and that of its odds."""
    rows = []
    for k, name in enumerate(scenario.incidents):
        when = w.tests(resolved.conditions[("incidents", name, "when")], "s")
        odds = w.sum(resolved.sums[("incidents", name, "odds")], "s")
        rows.append((k, "" if when == "True" else when, odds))
    return rows
