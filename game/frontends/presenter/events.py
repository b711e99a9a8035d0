"""What happened, as one side may know it: derived from the states before and after when somebody looks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from game.frontends.presenter.dangers import once
from game.frontends.presenter.figures import name_of, spell, whose_trust
from game.frontends.presenter.models import Event
from game.frontends.presenter.room.intelligence import finding, found_nothing, report
from game.frontends.presenter.table.post import gone, its_own
from game.frontends.presenter.words import act_names, band_word, capital, odds
from game.rules.preview import Line, changed
from game.rules.ruleset import Ruleset, bundle_of, channel_of, lapses
from game.rules.sides import bits, other
from game.rules.slots import (
    ACTOR,
    BROKEN,
    DAY,
    DEAL,
    FATE,
    FOUND,
    LETTER,
    NO_DEAL,
    NODE,
    STRUCK,
    STUDY,
    SUBJECT,
    WAR,
    State,
    beliefs,
)
from game.rules.view import view

Step = tuple[State, str, State]
SPOKEN = ("letter", "night")
"""The kinds of events with which a side says something."""
TOLD_BY_STATES = ("region", "phase", "alert", "deadline")
TOLD_BY_NUMBERS = ("gauge", "world", "standing", "home", "trust")


def events(
    rules: Ruleset, steps: Sequence[Step], side: int, own: Step | None = None, said: Sequence[str] = ()
) -> tuple[Event, ...]:
    """Returns what a side learned over some steps: what was done openly, then what is different now.

    `own` is the side's own move that went before, of which it is told only what it found out by it; `said` has the
    sentence openly put to each step, or nothing.
    """
    if not steps:
        return ()
    told = [*_own(rules, own, side)] if own else []
    for step, words in zip(steps, said or repeat(""), strict=False):
        told += [_quoted(event, words, other(side)) for event in told_of(rules, step, side)]
    before, after = view(rules, steps[0][0], side), view(rules, steps[-1][2], side)
    lines = changed(rules, before, after, side)
    told += [state_event(rules, line, after[DAY]) for line in lines if line.kind in TOLD_BY_STATES and line.seen]
    told += [number_event(rules, line, after[DAY]) for line in lines if line.kind in TOLD_BY_NUMBERS and line.seen]
    return tuple(told)


def told_of(rules: Ruleset, step: Step, side: int) -> Iterator[Event]:
    """Yields what a side is told of one step."""
    before, move, _ = step
    verb, _, rest = move.partition(" ")
    if before[ACTOR] == other(side):
        yield from _theirs(rules, step, side, verb, rest)
    elif verb == "chance":
        yield from _chance(rules, step, side, rest)
    yield from _letters(rules, step, side)
    yield from _deal(rules, step)


def _quoted(event: Event, words: str, speaker: int) -> Event:
    """Returns an event with what a side said to it, where it was that side's doing."""
    return (
        replace(event, text=f"{event.text}. “{words}”")
        if words and event.side == speaker and event.kind in SPOKEN
        else event
    )


def _own(rules: Ruleset, step: Step, side: int) -> Iterator[Event]:
    """Yields what a side's own act has found out for it."""
    before, move, after = step
    verb, _, name = move.partition(" ")
    if verb == "act" and (found := report(rules, side, name, view(rules, after, side))):
        yield Event(before[DAY], f"Report: {found}", "found", other(side), "found")
    uncovered = [*_uncovered(rules, step, side)]
    if verb == "act" and not uncovered and (nothing := found_nothing(rules, side, name)):
        yield Event(before[DAY], nothing, "found", other(side))
    yield from uncovered


def _theirs(rules: Ruleset, step: Step, side: int, verb: str, rest: str) -> Iterator[Event]:
    before, _, _ = step
    them = other(side)
    party = rules.scenario.sides[rules.scenario.side_names[them]]
    if verb == "act":
        act = rules.scenario.acts[rules.scenario.side_names[them]][rest]
        if act.visibility == "public":
            yield Event(before[DAY], f"{party.capital}: {act.name}", "act", them)
    elif verb == "refuse":
        letter = rules.letter(before, side, int(rest) - 1)
        text = f"{party.capital} has refused your {_channel(rules, letter)}"
        yield Event(before[DAY], text, "letter", them, "refused")
    elif verb in ("accept", "offer"):
        yield from _met(rules, step, side, verb, rest)
    elif verb == "answer":
        name = rules.incidents[before[SUBJECT]]
        incident = rules.scenario.incidents[name]
        if incident.seen_by in (None, rules.scenario.side_names[side]):
            text = f"{party.capital} on {incident.name}: {incident.options[rest].name}"
            yield Event(before[DAY], text, "night", them, "incident")
    elif verb in ("keep", "lapse"):
        name = rules.scenario.clauses[rest].name
        done = "has carried out" if verb == "keep" else "has let lapse"
        yield Event(before[DAY], f"{party.capital} {done}: {name}", "deal", them)
    elif verb == "feign":
        yield Event(before[DAY], f"{party.capital} has carried out: {rules.scenario.clauses[rest].name}", "deal", them)


def _met(rules: Ruleset, step: Step, side: int, verb: str, rest: str) -> Iterator[Event]:
    """Yields what an acceptance or a letter of the other side makes of the side's own letters."""
    before, _, after = step
    them = other(side)
    named = rules.scenario.sides[rules.scenario.side_names[them]].capital
    for number, letter in gone(before, after, side):
        text = f"{named} has answered your {_channel(rules, letter)}{its_own(rules, before, after, them)}"
        if verb == "accept" and str(number) == rest:
            text = f"{named} has accepted your {_channel(rules, letter)}"
        elif verb == "accept":
            text = f"Your {_channel(rules, letter)} is void: another was signed"
        yield Event(before[DAY], text, "letter", them if text.startswith(named) else None)


def _chance(rules: Ruleset, step: Step, side: int, rest: str) -> Iterator[Event]:
    before, _, after = step
    own = rules.scenario.side_names[side]
    if rest in rules.scenario.incidents:
        incident = rules.scenario.incidents[rest]
        if incident.seen_by in (None, own):
            yield Event(before[DAY], f"In the night: {incident.name}. {incident.text}", "night")
    elif before[NODE] == WAR and rest.endswith(" no"):
        number = before[SUBJECT] & 255
        incident = rules.scenario.incidents[rules.incidents[number]]
        if incident.seen_by in (None, own):
            chance = odds(rules.space["war"][number](view(rules, before, side)))
            yield Event(before[DAY], f"It could have come to war, {once('')}: {chance.one_in}.", "night")
    elif before[NODE] == FATE and rest.endswith(" yes"):
        nightly = rules.scenario.each_night[rest.removesuffix(" yes")]
        seen = own in nightly.reveals if nightly.reveals else nightly.changes
        if nightly.text and seen and _differs(rules, before, after, side):
            yield Event(before[DAY], nightly.text, "night")
    elif before[NODE] == STUDY and rules.acts[before[SUBJECT]].side == side:
        said = finding(rules, before, rest.removeprefix("reading "), view(rules, after, side))
        yield Event(before[DAY], said, "found", other(side), "found")
    elif rest == "found_out yes":
        form = rules.bundles.forms[before[SUBJECT]]
        text = f"Found out: {rules.scenario.clauses[form.clause].name} was feigned"
        yield Event(before[DAY], text, "deal", form.giver, "broken")


def _differs(rules: Ruleset, before: State, after: State, side: int) -> bool:
    return bool(changed(rules, view(rules, before, side), view(rules, after, side), side)) or any(
        beliefs(before)[at : at + 2] != beliefs(after)[at : at + 2]
        for hidden, at in rules.slots.belief.items()
        if rules.slots.hidden_from[hidden] == side
    )


def _letters(rules: Ruleset, step: Step, side: int) -> Iterator[Event]:
    before, move, after = step
    party = rules.scenario.sides[rules.scenario.side_names[other(side)]]
    for slot in range(LETTER, LETTER + 4):
        mine = (slot - LETTER) // 2 == side
        if before[slot] and not after[slot] and lapses(before[slot]) < after[DAY] and after[DAY] != before[DAY]:
            whose = "Your" if mine else f"{capital(party.capital)}'s"
            text = f"{whose} {_channel(rules, before[slot])} was not answered in time and has lapsed"
            yield Event(after[DAY], text, "letter")
    if move == "chance leak yes":
        slot = LETTER + before[SUBJECT]
        clauses = [rules.bundles.forms[i].clause for i in bits(bundle_of(rules, before[slot]) & rules.bundles.secret)]
        names = ", ".join(rules.scenario.clauses[clause].name for clause in clauses)
        yield Event(before[DAY], f"A letter has leaked: {names}", "letter", (slot - LETTER) // 2, "leaked")
    yield from _uncovered(rules, step, side)


def _uncovered(rules: Ruleset, step: Step, side: int) -> Iterator[Event]:
    before, _, after = step
    party = rules.scenario.sides[rules.scenario.side_names[other(side)]]
    new = after[FOUND + side] & ~before[FOUND + side]
    names_by_id = act_names(rules)
    them = rules.scenario.side_names[other(side)]
    for bit, name in enumerate(rules.scenario.acts[them]):
        if new >> bit & 1:
            text = f"Found out about {party.short}: {names_by_id[name]}"
            yield Event(before[DAY], text, "found", other(side), "found")


def _deal(rules: Ruleset, step: Step) -> Iterator[Event]:
    before, _, after = step
    if before[DEAL] == NO_DEAL and after[DEAL] == STRUCK:
        yield Event(before[DAY], "A deal has been signed", "deal", cue="signed")
    elif before[DEAL] == STRUCK and after[DEAL] == NO_DEAL:
        yield Event(before[DAY], "The deal has been torn up", "deal", cue="broken")
    for i in bits(after[BROKEN] & ~before[BROKEN]):
        form = rules.bundles.forms[i]
        yield Event(before[DAY], f"Broken: {rules.scenario.clauses[form.clause].name}", "deal", form.giver, "broken")


def _channel(rules: Ruleset, letter: int) -> str:
    name = rules.scenario.channels[rules.channels[channel_of(rules, letter)]].name
    return f"letter ({name})"


def state_event(rules: Ruleset, line: Line, day: int) -> Event:
    """Returns a region that is different now."""
    region = rules.scenario.regions[line.name]
    return Event(day, f"{region.name}: {spell(rules, line, line.before)} → {spell(rules, line, line.after)}", "state")


def number_event(rules: Ruleset, line: Line, day: int) -> Event:
    """Returns a meter that is different now."""
    meter = rules.scenario.meters[line.name]
    name = name_of(rules, line.kind, line.name, line.side)
    if line.kind == "trust" and line.side is not None:
        name = whose_trust(rules, line.side)
    text = f"{name}: {spell(rules, line, line.before)} → {spell(rules, line, line.after)}"
    if meter.low < 0 and meter.bands:
        text = f"{text} ({band_word(rules, line.name, line.after)})"
    return Event(day, text, "meter", line.side)
