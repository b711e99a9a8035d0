"""What a scenario can get wrong without a single false name: dead ends, endings nobody reaches, lost sources.

Every rule yields complaints; none of them stops a scenario from being played.
"""

from collections.abc import Callable, Iterator
from math import prod
from typing import TypeAlias

from pydantic import BaseModel

from game.scenario.lint_regions import regions_complaints
from game.scenario.model import Scenario
from game.scenario.resolve import Resolved
from game.scenario.schema import Act, OnRecord
from game.scenario.vocabulary import EACH_BUILT_IN
from game.scenario.words import Complaint, In, Join, Not, PathPart, Test

Complaints: TypeAlias = Iterator[Complaint]
Path: TypeAlias = tuple[PathPart, ...]

MOST_BUNDLES = 5_000
GENERAL_KNOWLEDGE = "GK: "
TAKEN = {
    *EACH_BUILT_IN, "letters_open", "day", "nights_left", "draws", "deal", "time", "ending",
    "our", "their", "own", "is", "not", "and", "or", "for", "days", "of", "after", "at", "least", "most",
    "base", "if", "per", "percent", "above", "below", "each", "any", "nothing",
}  # fmt: skip
"""Names with a meaning of their own in conditions, sums and moves."""


def lint(scenario: Scenario, resolved: Resolved) -> list[Complaint]:
    """Returns what is doubtful about a scenario, rule by rule."""
    rules: tuple[Callable[[Scenario, Resolved], Complaints], ...] = (
        names_complaints,
        ways_down_complaints,
        regions_complaints,
        endings_complaints,
        triggers_complaints,
        bundles_complaints,
        secrets_complaints,
        personas_complaints,
        sources_complaints,
    )
    return [complaint for rule in rules for complaint in rule(scenario, resolved)]


def names_complaints(scenario: Scenario, _: Resolved) -> Complaints:
    """Yields every name that two things bear, or that the small languages need for themselves."""
    sections = {"meters": "meter", "regions": "region", "reckonings": "reckoning", "sides": "side"}
    bearers: dict[str, str] = dict.fromkeys(TAKEN, "word of the rules")
    for section, what in sections.items():
        for name in getattr(scenario, section):
            if name in bearers:
                yield Complaint((section, name), f"'{name}' is also the name of a {bearers[name]}", key=True)
            bearers.setdefault(name, what)
    for name, region in scenario.regions.items():
        for state in region.states:
            if state in scenario.meters or state in scenario.regions:
                text = f"a state cannot be called as a {bearers[state]} is"
                yield Complaint(("regions", name, "states", state), text, key=True)


def ways_down_complaints(scenario: Scenario, _: Resolved) -> Complaints:
    """Yields every act that climbs and that no act or clause of the same side takes back."""
    for side, acts in scenario.acts.items():
        down = [set(act.changes) for act in acts.values() if act.rung < 0]
        down += [set(clause.carried_out) for clause in scenario.clauses.values() if clause.given_by == side]
        for name, act in acts.items():
            moved = set(act.changes) & set(scenario.regions)
            if act.rung <= 0 or act.undone_by or act.ends_in or any(moved & way for way in down):
                continue
            text = "climbs, but nothing takes it back: name an act in undone_by, or give a way down for what it moves"
            yield Complaint(("acts", side, name), text, key=True)


def endings_complaints(scenario: Scenario, _: Resolved) -> Complaints:
    """Yields every ending without a condition that nothing names."""
    named = {act.ends_in for acts in scenario.acts.values() for act in acts.values()}
    named |= {incident.ends_in for incident in scenario.incidents.values()}
    named |= {ending.turns_into.ending for ending in scenario.endings.values() if ending.turns_into}
    for name, ending in scenario.endings.items():
        if ending.when is None and name not in named:
            text = "cannot be reached: it has no 'when', and no act, incident or other ending leads to it"
            yield Complaint(("endings", name), text, key=True)


def triggers_complaints(scenario: Scenario, resolved: Resolved) -> Complaints:
    """Yields every trigger that does not leave a state it asks for, and so could fire for ever."""
    for name in scenario.triggers:
        path: Path = ("triggers", name)
        moved = {c.slot: c.state for c in resolved.changes[(*path, "changes")] if c.state is not None}
        if not any(_falsified(test, moved) for test in resolved.conditions[(*path, "when")]):
            text = "could fire for ever: it has to ask for a state of a region and leave that state"
            yield Complaint(path, text, key=True)


def _falsified(test: Test, moved: dict[str, int]) -> bool:
    """Returns whether a test is false for certain once the regions of `moved` are in their new states."""
    match test:
        case In(slot, states):
            return slot in moved and moved[slot] not in states
        case Not(In(slot, states)):
            return slot in moved and moved[slot] in states
        case Join(word, parts):
            return (any if word == "and" else all)(_falsified(part, moved) for part in parts)
        case _:
            return False


def bundles_complaints(scenario: Scenario, _: Resolved) -> Complaints:
    """Yields one complaint if the clauses can be put together in too many ways to be weighed."""
    forms: dict[str, int] = {}
    for name, clause in scenario.clauses.items():
        issue = f"issue {clause.issue}" if clause.issue else name
        forms[issue] = forms.get(issue, 0) + len(clause.forms)
    bundles = prod(1 + count for count in forms.values())
    if bundles > MOST_BUNDLES:
        yield Complaint(("clauses",), f"make {bundles:,} bundles; {MOST_BUNDLES:,} can be weighed", key=True)


def secrets_complaints(scenario: Scenario, resolved: Resolved) -> Complaints:
    """Yields what a secret act does that the other side sees."""
    for k, side in enumerate(scenario.side_names):
        for name, act in scenario.acts[side].items():
            if act.visibility == "secret":
                yield from _seen(("acts", side, name), act, 1 - k, resolved)


def _seen(path: Path, act: Act, other: int, resolved: Resolved) -> Complaints:
    if act.rung:
        yield Complaint((*path, "rung"), "a secret act has rung 0, since everybody sees the ladder")
    keys = list(act.changes)
    for key, change in zip(keys, resolved.changes[(*path, "changes")], strict=True):
        if resolved.names.hidden_from.get(change.slot) != other:
            text = f"'{key}' is seen by the other side, so it cannot change in secret"
            yield Complaint((*path, "changes", key), text, key=True)


def personas_complaints(scenario: Scenario, _: Resolved) -> Complaints:
    """Yields every side that is led by several historical leaders, or by none of those written for it."""
    for side in scenario.side_names:
        leaders = [name for name, persona in scenario.personas.items() if persona.side == side]
        historical = [name for name in leaders if scenario.personas[name].historical]
        if leaders and len(historical) != 1:
            found = "none" if not historical else " and ".join(historical)
            text = f"one leader of {side} has to be the historical one, whom forecasts expect; here it is {found}"
            yield Complaint(("personas", (historical or leaders)[-1]), text, key=True)


def sources_complaints(scenario: Scenario, _: Resolved) -> Complaints:
    """Yields every claim about what happened without a source, and every source that is not listed."""
    for path, model in _models(scenario, ()):
        source = getattr(model, "source", None)
        if isinstance(source, str):
            for part in _unlisted(source, scenario):
                text = f"'{part}' is no key of sources and does not begin with '{GENERAL_KNOWLEDGE}'"
                yield Complaint((*path, "source"), text)
        elif isinstance(model, OnRecord):
            yield Complaint(path, "is on record, but names no source", key=True)


def _unlisted(source: str, scenario: Scenario) -> list[str]:
    parts = [part.strip() for part in source.split(";")]
    cited = [key.strip() for part in parts if not part.startswith(GENERAL_KNOWLEDGE) for key in part.split(",")]
    return [key for key in cited if key not in scenario.sources]


def _models(value: object, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    """Yields every model inside a value, with its path in the file."""
    if isinstance(value, BaseModel):
        yield path, value
        for name, field in type(value).model_fields.items():
            yield from _models(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _models(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _models(inner, (*path, index))
