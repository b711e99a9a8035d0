"""The title in the terminal: a new match, a saved one, what happened."""

import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.errors import KnotError
from game.frontends.presenter.teaching.starts import NOT_DRAWN, start_cards
from game.frontends.terminal.console import Console
from game.match.library import fresh, saved, scenario_of
from game.match.match import Match, rules_of
from game.match.record import load_record
from game.match.replay import HISTORY, dawn_of, historical_record, past
from game.players.roster import HUMAN, facing_lessons, seat
from game.rules.ruleset import Ruleset
from game.scenario.loader import Loaded, load_scenario, teaching

SEEDS = 10_000
LISTED = 8

LEARN = "Learn to play (10 minutes)"

Play = Callable[..., int]
Choice = tuple[str, Callable[[], int]]


def menu(console: Console, loaded: Loaded, saves: Path, play: Play, replay: Play) -> int:
    """Shows the title, asks what to do and does it; returns the exit status, 0."""
    scenario = loaded.scenario
    console.page("Knot of War", [f"{scenario.title}. {scenario.summary}"])
    new = partial(_new, console, loaded, saves, play)
    choices: list[Choice] = [("Two players at this keyboard", partial(new, {}))]
    for side in scenario.side_names:
        other = next(name for name in scenario.side_names if name != side)
        play_it = f"You play {scenario.sides[side].name}"
        for id_, persona in () if scenario.levels else scenario.personas.items():
            if persona.side == other:
                choices.append((f"{play_it} against {persona.name}", partial(new, {other: id_})))
        for id_, level in scenario.levels.items():
            choices.append((f"{play_it}, {level.name}: {level.text}", partial(new, {side: HUMAN}, id_)))
    if lessons := teaching():
        choices.insert(0, (LEARN, partial(_learn, console, lessons, saves, play)))
    if scenario.history:
        choices.append(("What happened, day by day", partial(_history, console, loaded, replay)))
    for file in saved(saves)[:LISTED]:
        choices.append((f"Go on with {file.name}", partial(_resume, console, file, play)))
    return _choose(console, choices)


def _choose(console: Console, choices: list[Choice]) -> int:
    console.page("Choose", [f"{number:3}  {text}" for number, (text, _) in enumerate(choices, 1)])
    while (number := _number(console, len(choices))) is not None:
        try:
            return choices[number - 1][1]()
        except KnotError as error:
            console.say(str(error))
    return 0


def _number(console: Console, most: int) -> int | None:
    """Returns the number from 1 to `most` that is typed, or None for an end."""
    while (line := console.ask("A number, or quit: ")) is not None and line.lower() not in ("quit", "exit", "q"):
        if line.isdecimal() and 0 < int(line) <= most:
            return int(line)
        console.say(f"Type a number from 1 to {most}, or quit.")
    return None


def _history(console: Console, loaded: Loaded, replay: Play) -> int:
    return replay(historical_record(loaded), loaded, input=console.source, output=console.output)


def _new(
    console: Console, loaded: Loaded, saves: Path, play: Play, players: dict[str, str], level: str | None = None
) -> int:
    seed, rules = secrets.randbelow(SEEDS), rules_of(loaded)
    day = _first_day(console, rules)
    if day is None:
        return 0
    if day == 1:
        match = Match(rules, seed=seed, players=players, level=level)
    else:
        path = past(rules).match
        match = path.branch(dawn_of(path, day), seed=seed, players=players, level=level, origin=HISTORY)
    return _sit(console, match, fresh(saves, loaded.scenario.id, seed), play)


def _first_day(console: Console, rules: Ruleset) -> int | None:
    """Returns the day to begin on, asked for where a path of history offers several, or None for an end."""
    if rules.scenario.history is None or len(cards := start_cards(past(rules).match)) < 2:
        return 1
    listed = [f"{number:3}  {card.name}: {card.text}" for number, card in enumerate(cards, 1)]
    console.page("Begin", [*listed, "", NOT_DRAWN])
    number = _number(console, len(cards))
    return None if number is None else cards[number - 1].day


def _learn(console: Console, name: str, saves: Path, play: Play) -> int:
    loaded = load_scenario(name)
    return _new(console, loaded, saves, play, facing_lessons(loaded.scenario))


def _resume(console: Console, file: Path, play: Play) -> int:
    record = load_record(file)
    return _sit(console, Match(scenario_of(record, file), record=record), file, play)


def _sit(console: Console, match: Match, file: Path, play: Play) -> int:
    names = match.rules.scenario.side_names
    first, second = (seat(match.rules, match.players[side], number) for number, side in enumerate(names))
    return play(match, (first, second), file, input=console.source, output=console.output)
