"""What is to be heard: what happened, as one side may know it, in cues that a front end gives a sound and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, get_args

from game.rules.outcome import outcome
from game.rules.ruleset import LETTERS_OF_A_SIDE, Ruleset, arrives, channel_of, lapses
from game.rules.sides import other
from game.rules.slots import DAY, DEAL, INCIDENT, LADDER, MONTHS, NO_DEAL, NODE, State
from game.rules.view import view as view_of

if TYPE_CHECKING:
    from game.frontends.presenter.facts import Facts

Cue = Literal[
    "war",
    "settled",
    "over",
    "brink",
    "signed",
    "broken",
    "leaked",
    "incident",
    "secret_letter",
    "letter",
    "refused",
    "declined",
    "due",
    "found",
    "strain",
    "climb",
    "climb_down",
    "sent",
    "tighten",
    "ease",
    "curtain",
    "day",
]
"""From the weightiest to the lightest."""

MOST = 2
_NOTABLE = 32
"""The part of its range by which the gauge must move to be heard; it moves a little every night."""
PRIVATE: frozenset[Cue] = frozenset(("incident", "found"))
"""What the other side must not hear when both sit in one room."""


def weightiest(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Returns the one or two cues that matter most, each once."""
    return tuple(sorted(set(cues), key=get_args(Cue).index)[:MOST])


def turn_cues(rules: Ruleset, view: State, facts: Facts, *, shared: bool = False) -> tuple[Cue, ...]:
    """Returns what a side hears as it is to decide; with `shared` only what the other side may hear as well."""
    if view[NODE] in (INCIDENT, MONTHS):
        heard: list[Cue] = ["incident" if view[NODE] == INCIDENT else "due"]
    else:
        before = facts.parting
        heard = [event.cue for event in facts.since if event.cue]
        heard += _letters(rules, before, view, facts.side)
        heard += _rope(rules, before, view, other(facts.side)) if before else ()
        heard += () if _gravest(rules, view) else ("day",)
    return weightiest(cue for cue in heard if not (shared and cue in PRIVATE))


def move_cues(rules: Ruleset, before: State, move: str, after: State, side: int) -> tuple[Cue, ...]:
    """Returns what a side hears of its own move, given in notation between two states."""
    verb = move.partition(" ")[0]
    if verb == "offer":
        return ("sent",)
    if verb == "refuse":
        return ("declined",)
    if before[DEAL] == NO_DEAL != after[DEAL]:
        return ("signed",)
    if verb != "act":
        return ()
    return weightiest(_rope(rules, view_of(rules, before, side), view_of(rules, after, side), side))


def end_cues(rules: Ruleset, state: State) -> tuple[Cue, ...]:
    """Returns what is heard at the end of a match; nothing while it lasts."""
    result = outcome(rules, state)
    if result is None:
        return ()
    return ("war" if result.war else "settled" if result.settled else "over",)


def _letters(rules: Ruleset, before: State | None, view: State, side: int) -> Iterator[Cue]:
    """Yields what came to be read since, and whether one of the letters that lie open lapses tonight."""
    them = other(side)
    known = [rules.letter(before, them, n) for n in range(LETTERS_OF_A_SIDE)] if before else []
    for n in range(LETTERS_OF_A_SIDE):
        letter = rules.letter(view, them, n)
        if not letter or arrives(letter) > view[DAY]:
            continue
        if letter not in known or (before and arrives(letter) > before[DAY]):
            channel = rules.scenario.channels[rules.channels[channel_of(rules, letter)]]
            yield "secret_letter" if channel.secret else "letter"
        if lapses(letter) == view[DAY]:
            yield "due"


def _rope(rules: Ruleset, before: State, after: State, climber: int) -> Iterator[Cue]:
    """Yields what becomes of the rope, by one side's ladder or else by the gauge; at the brink it is silent."""
    if _gravest(rules, after):
        if not _gravest(rules, before):
            yield "brink"
        return
    name = rules.scenario.roles.gauge
    meter, now = rules.scenario.meters[name], rules.read(after, name)
    steps, turns = after[LADDER + climber] - before[LADDER + climber], now - rules.read(before, name)
    taut = 2 * now >= meter.low + meter.high
    if steps:
        yield ("strain" if taut else "climb") if steps > 0 else "climb_down"
    elif abs(turns) * _NOTABLE >= meter.high - meter.low:
        yield "tighten" if turns > 0 else "ease"


def _gravest(rules: Ruleset, view: State) -> bool:
    """Returns whether the alert is at its last word."""
    role = rules.scenario.roles.alert
    return rules.read(view, role) == len(rules.scenario.regions[role].states) - 1
