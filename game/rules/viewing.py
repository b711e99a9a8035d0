"""Source of the functions in which hidden information ends: a state as one side may know it.

A view has the shape of a state: what a side cannot see holds what it believes, so that legal moves,
previews and search run on it unchanged.  What the other side believes is the other side's secret too.
"""

from game.rules.bundles import Bundles
from game.rules.slots import (
    ACTOR,
    BELIEFS,
    BUSY,
    DAY,
    DONE,
    DRAWN,
    DRAWS,
    FEIGNED,
    FOUND,
    KEPT,
    LETTER,
    LETTERS,
    MANDATE,
    MOVE,
    NODE,
    PENDING,
    READING,
    SUBJECT,
    WROTE,
    Slots,
)
from game.rules.writer import Writer
from game.scenario.model import Scenario


def write_view(w: Writer, scenario: Scenario, slots: Slots, bundles: Bundles, side: int) -> None:
    """Writes `view_SIDE`."""
    them = 1 - side
    w(f"def view_{side}(s):", "    n = list(s)")
    w(f"    b = list(s[{BELIEFS}])")
    assumed = slots.start[BELIEFS]
    for slot, blind in slots.hidden_from.items():
        at = slots.belief[slot]
        if blind == side:
            w(f"    n[{slot}] = b[{at}]  # {slots.names[slot]}")
            if slot in slots.since:
                w(f"    n[{slots.since[slot]}] = b[{at + 1}] or 1")
        else:
            w(f"    b[{at}] = {assumed[at]}; b[{at + 1}] = 0")  # type: ignore[index]
    w(f"    n[{BELIEFS}] = tuple(b)")
    w(f"    n[{MANDATE + them}] = n[{READING + them}] = n[{WROTE + them}] = n[{FOUND + them}] = 0")
    w(f"    n[{DONE + them}] = s[{DONE + them}] & ({_told(scenario, them, 'public')} | s[{FOUND + side}])")
    unseen = sum(
        1 << k
        for k, incident in enumerate(scenario.incidents.values())
        if incident.seen_by == scenario.side_names[them]
    )
    w(f"    n[{DRAWN}] = s[{DRAWN}] & {~unseen}; n[{PENDING}] = s[{PENDING}] & {~unseen}")
    w(f"    n[{KEPT}] = s[{KEPT}] | s[{FEIGNED}] & {bundles.given[them]}")
    w(f"    n[{FEIGNED}] = s[{FEIGNED}] & {bundles.given[side]}")
    w(f"    if s[{ACTOR}] != {side}: n[{NODE}] = {MOVE}; n[{SUBJECT}] = n[{DRAWS}] = 0")
    for j in (0, 1):
        letter = LETTER + 2 * them + j
        w(f"    if s[{letter}] and (s[{letter}] >> 6 & 63) > s[{DAY}]:")
        w(f"        n[{letter}] = 0; n[{LETTERS + them}] -= 1")
        w(f"        n[{BUSY + them}] &= ~(1 << (s[{letter}] >> 12) // {len(bundles.masks)})")
    w("    return tuple(n)", "")


def _told(scenario: Scenario, side: int, visibility: str) -> int:
    acts = scenario.acts[scenario.side_names[side]].values()
    return sum(1 << bit for bit, act in enumerate(acts) if act.visibility == visibility)
