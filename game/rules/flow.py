"""Source of the flow: how a turn begins, how an ending is reached, and how a night's dice lead to a new day.

Functions of the night take the ruleset as well, for what they leave to functions that are not generated.
"""

from collections.abc import Sequence

from game.rules.slots import (
    ACTOR,
    BARRED,
    BARRED_UNTIL,
    BUSY,
    CHANCE,
    CLIMBED,
    CLOSE,
    DAY,
    DEAL,
    DRAWS,
    ENDING,
    FATE,
    INCIDENT,
    MOVE,
    NODE,
    OVER,
    PENDING,
    SUBJECT,
    TURN,
    TURNS,
)
from game.rules.writer import Writer
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved

CERTAIN = 10_000


def write_turns(w: Writer, scenario: Scenario, resolved: Resolved) -> list[int]:
    """Writes `begin`, `turns` and `finish`: an ending may turn into another. Returns what each side answers."""
    answered = [0, 0]
    for k, incident in enumerate(scenario.incidents.values()):
        answered[scenario.side_names.index(incident.answered_by)] |= 1 << k
    w("def begin(n, k):", f"    n[{ACTOR}] = n[{TURN}] = k")
    w(f"    p = n[{PENDING}] and n[{PENDING}] & ({answered[0]}, {answered[1]})[k]")
    w(f"    if p: n[{NODE}] = {INCIDENT}; n[{SUBJECT}] = (p & -p).bit_length() - 1")
    w(f"    else: n[{NODE}] = {MOVE}; n[{SUBJECT}] = 0", "")
    w("def turns(n):", f"    e = n[{ENDING}]")
    names = list(scenario.endings)
    for k, (name, ending) in enumerate(scenario.endings.items()):
        if ending.turns_into:
            odds = w.sum(resolved.sums[("endings", name, "turns_into", "odds")], "n")
            w(f"    if e == {k + 1}: return {odds}, {names.index(ending.turns_into.ending) + 1}")
    w("    return 0, 0", "", "def finish(n):", "    while 1:", "        p, t = turns(n)")
    w(f"        if p <= 0: n[{ACTOR}] = {OVER}; return")
    w(f"        if p < {CERTAIN}: n[{ACTOR}] = {CHANCE}; n[{NODE}] = {TURNS}; return")
    w(f"        n[{ENDING}] = t", "")
    return answered


def write_fates(w: Writer, fates: Sequence[tuple[str, str]]) -> None:
    """Writes `next_fate` and `fates`, which casts the dice from `first` on; each has a condition and odds.

    What is certain is not cast.  The die of the timetable comes last, and only where there is no deal.
    """
    w("def next_fate(n, first):")
    for k, (when, odds) in enumerate(fates):
        w(f"    if first <= {k} and {when}:", f"        p = {odds}", f"        if p > 0: return {k}, p")
    w("    return None", "", "def fates(rules, n, first):")
    for k, (when, odds) in enumerate(fates):
        w(f"    if first <= {k} and {when}:", f"        p = {odds}", f"        if p >= {CERTAIN}:")
        w(f"            fate_{k}(n)", f"            if n[{ENDING}]: return finish(n)")
        w(f"        elif p > 0: {_die(FATE, k)}; return")
    w(f"    p = rules.timetable[n[{DAY}]]", f"    if not p or n[{DEAL}]: morning(rules, n)")
    w(f"    elif p >= {CERTAIN}: time_is_up(rules, n)", f"    else: {_die(CLOSE, 0)}", "")


def write_morning(w: Writer, settle: list[str], answered: int) -> None:
    """Writes `morning`, which begins a new day: letters lapse, clauses fall due, the first side is to move."""
    w("def morning(rules, n):", f"    n[{DAY}] = n[{DAY}] + 1")
    w(f"    n[{DRAWS}] = n[{SUBJECT}] = n[{CLIMBED}] = n[{CLIMBED + 1}] = 0")
    w(f"    if n[{BARRED}] and n[{DAY}] > n[{BARRED_UNTIL}]: n[{BARRED}] = 0")
    w(f"    if n[{BUSY}] or n[{BUSY + 1}]: lapse_letters(rules, n)")
    w(f"    over = n[{DEAL}] and end_settling(rules, n)", *settle)
    w(f"    if n[{ENDING}]: return finish(n)", "    if over: return months(rules, n)")
    w(f"    n[{ACTOR}] = n[{TURN}] = 0")
    w(f"    if n[{PENDING}] and n[{PENDING}] & {answered}: begin(n, 0)", f"    else: n[{NODE}] = {MOVE}", "")


def _die(node: int, subject: int) -> str:
    return f"n[{ACTOR}] = {CHANCE}; n[{NODE}] = {node}; n[{SUBJECT}] = {subject}"
