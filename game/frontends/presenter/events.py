"""What happened, as one side may know it: derived from the states before and after when somebody looks."""

from collections.abc import Iterator, Sequence

from game.frontends.presenter.figures import spell
from game.frontends.presenter.intelligence import finding, report
from game.frontends.presenter.models import Event
from game.frontends.presenter.words import act_names, capital, odds
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
TOLD_BY_STATES = ("region", "phase", "alert", "deadline")
TOLD_BY_NUMBERS = ("gauge", "world", "standing", "home", "trust")


def events(rules: Ruleset, steps: Sequence[Step], side: int, own: Step | None = None) -> tuple[Event, ...]:
    """Returns what a side learned over some steps: what was done openly, then what is different now.

    `own` is the side's own move that went before, of which it is told only what it found out by it.
    """
    if not steps:
        return ()
    told = [*_own(rules, own, side)] if own else []
    told += [event for step in steps for event in told_of(rules, step, side)]
    before, after = view(rules, steps[0][0], side), view(rules, steps[-1][2], side)
    lines = changed(rules, before, after, side)
    told += [_state(rules, line, after[DAY]) for line in lines if line.kind in TOLD_BY_STATES and line.seen]
    told += [_number(rules, line, after[DAY]) for line in lines if line.kind in TOLD_BY_NUMBERS and line.seen]
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


def _own(rules: Ruleset, step: Step, side: int) -> Iterator[Event]:
    """Yields what a side's own act has found out for it."""
    before, move, after = step
    verb, _, name = move.partition(" ")
    if verb == "act" and (found := report(rules, side, name, view(rules, after, side))):
        yield Event(before[DAY], f"Report: {found}", "found", other(side), "found")
    yield from _uncovered(rules, step, side)


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
            yield Event(before[DAY], f"It could have been war: {chance.one_in}.", "night")
    elif before[NODE] == FATE and rest.endswith(" yes"):
        nightly = rules.scenario.each_night[rest.removesuffix(" yes")]
        seen = nightly.changes or own in nightly.reveals
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
            yield Event(after[DAY], f"{whose} {_channel(rules, before[slot])} has lapsed unanswered", "letter")
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


def _state(rules: Ruleset, line: Line, day: int) -> Event:
    region = rules.scenario.regions[line.name]
    return Event(day, f"{region.name}: {spell(rules, line, line.before)} → {spell(rules, line, line.after)}", "state")


def _number(rules: Ruleset, line: Line, day: int) -> Event:
    meter = rules.scenario.meters[line.name]
    owner = "" if line.side is None else f" ({rules.scenario.sides[rules.scenario.side_names[line.side]].short})"
    text = f"{meter.name}{owner}: {spell(rules, line, line.before)} → {spell(rules, line, line.after)}"
    return Event(day, text, "meter", line.side)
