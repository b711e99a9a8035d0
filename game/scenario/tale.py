"""The texts of players and of the story: personas, advisers, news, map, and the moves of the path."""

from game.scenario.model import Scenario
from game.scenario.reader import Path, Reader
from game.scenario.story import Adviser
from game.scenario.words import Condition

Conditions = dict[Path, Condition]
MOVES = ("act", "answer", "offer", "accept", "refuse", "keep", "feign", "lapse")
"""The words with which moves begin."""


def read_tale(scenario: Scenario, reader: Reader, out: Conditions) -> None:
    """Reads what players and front ends ask of a view; conditions land in `out` by their paths."""
    sides = scenario.side_names
    for name, persona in scenario.personas.items():
        path: Path = ("personas", name)
        if not reader.known((*path, "side"), persona.side, sides, "side"):
            continue
        k = sides.index(persona.side)
        for channel in persona.temper.channels:
            reader.known((*path, "temper", "channels", channel), channel, scenario.channels, "channel", key=True)
        for i, rule in enumerate(persona.rules):
            place = (*path, "rules", i)
            out[(*place, "when")] = reader.condition((*place, "when"), rule.when, k)
            check_play(scenario, reader, (*place, "play"), rule.play, k)
    for side, voices in scenario.advisers.items():
        if reader.known(("advisers", side), side, sides, "side", key=True):
            _advisers(scenario, reader, out, sides.index(side), voices)
    for name, item in scenario.news.items():
        out[("news", name, "when")] = reader.condition(("news", name, "when"), item.when, None, dated=True)
        for i, side in enumerate(item.to):
            reader.known(("news", name, "to", i), side, sides, "side")
    _lessons(scenario, reader, out)
    _map(scenario, reader, out)
    _path(scenario, reader)


def _advisers(scenario: Scenario, reader: Reader, out: Conditions, k: int, voices: dict[str, Adviser]) -> None:
    side = scenario.side_names[k]
    known = [*scenario.acts.get(side, {}), *scenario.clauses]
    for name, adviser in voices.items():
        for i, saying in enumerate(adviser.says):
            place: Path = ("advisers", side, name, "says", i)
            out[(*place, "when")] = reader.condition((*place, "when"), saying.when, k)
            for j, word in enumerate(saying.about):
                reader.known((*place, "about", j), word, known, "act of this side or clause")


def _lessons(scenario: Scenario, reader: Reader, out: Conditions) -> None:
    sides = scenario.side_names
    for i, lesson in enumerate(scenario.lessons):
        path: Path = ("lessons", i)
        if not reader.known((*path, "side"), lesson.side, sides, "side"):
            continue
        k = sides.index(lesson.side)
        out[(*path, "when")] = reader.condition((*path, "when"), lesson.when, k, dated=True)
        if lesson.until is None:
            continue
        if not names_move(lesson.until):
            out[(*path, "until")] = reader.condition((*path, "until"), lesson.until, k, dated=True)
        elif lesson.until not in MOVES:
            check_play(scenario, reader, (*path, "until"), lesson.until, k)


def names_move(text: str) -> bool:
    """Returns whether a text is the notation of a move, or its first word, and no condition."""
    return text.partition(" ")[0] in MOVES


def _map(scenario: Scenario, reader: Reader, out: Conditions) -> None:
    if scenario.map is None:
        return
    for name, spot in scenario.map.places.items():
        place: Path = ("map", "places", name)
        out[(*place, "when")] = reader.condition((*place, "when"), spot.when, None)
        for i, look in enumerate(spot.looks):
            out[(*place, "looks", i, "when")] = reader.condition((*place, "looks", i, "when"), look.when, None)
    for name, vessel in scenario.map.vessels.items():
        for i, leg in enumerate(vessel.legs):
            place = ("map", "vessels", name, "legs", i, "when")
            out[place] = reader.condition(place, leg.when, None)
    for name, arc in scenario.map.arcs.items():
        place = ("map", "arcs", name, "when")
        out[place] = reader.condition(place, arc.when, None)
    for section in ("places", "vessels", "arcs"):
        for name, thing in getattr(scenario.map, section).items():
            if thing.side is not None:
                reader.known(("map", section, name, "side"), thing.side, scenario.side_names, "side")


def _path(scenario: Scenario, reader: Reader) -> None:
    if scenario.history is None:
        return
    sides = scenario.side_names
    for side, mandate in scenario.history.mandates.items():
        if reader.known(("history", "mandates", side), side, sides, "side", key=True):
            reader.known(
                ("history", "mandates", side), mandate, scenario.mandates.get(side, {}), "mandate of this side"
            )
    for i, step in enumerate(scenario.history.steps):
        if step.play is not None:
            check_play(scenario, reader, ("history", "steps", i, "play"), step.play, None)


def check_play(scenario: Scenario, reader: Reader, path: Path, text: str, side: int | None) -> None:
    """Checks that the words of a move name things of the scenario; its legality shows in play only."""
    verb, _, rest = text.partition(" ")
    sides = scenario.side_names if side is None else (scenario.side_names[side],)
    if verb == "act":
        reader.known(path, rest, [act for name in sides for act in scenario.acts.get(name, {})], "act of this side")
    elif verb == "answer":
        options = [o for i in scenario.incidents.values() if i.answered_by in sides for o in i.options]
        reader.known(path, rest, options, "answer to an incident of this side")
    elif verb in ("keep", "feign", "lapse"):
        reader.known(path, rest, scenario.clauses, "clause")
    elif verb == "offer":
        _check_offer(scenario, reader, path, rest)
    elif verb not in MOVES:
        reader.complain(path, f"'{verb}' begins no move: act, answer, offer, accept, refuse, keep, feign or lapse")


def _check_offer(scenario: Scenario, reader: Reader, path: Path, text: str) -> None:
    channel, _, halves = text.partition(" ")
    if not reader.known(path, channel, scenario.channels, "channel"):
        return
    if " for " not in halves:
        reader.complain(path, "an offer reads: offer CHANNEL what we give for what we want")
        return
    for part in halves.replace(" for ", " + ").split(" + "):
        if part == "nothing":
            continue
        name, _, form = part.partition(" ")
        if reader.known(path, name, scenario.clauses, "clause") and form:
            reader.known(path, form, scenario.clauses[name].forms, "form of that clause")
