"""Whole games in text: the moves in notation, and the state after each day.

A file begins with the scenario and with what made the game: `seed N` (random play) or `history`.  The moves of
the file are played again and the text is written anew; it has to be the same.  `pytest --update-goldens`
makes the games anew first.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from toy import load_toy

from game.match.replay import historical_record
from game.rules.compile import compile_ruleset
from game.rules.moves import legal_moves
from game.rules.notation import format_move, parse_move
from game.rules.outcome import aftermath, outcome
from game.rules.play import pick, play, roll
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, OVER, State
from game.rules.view import view
from game.scenario.loader import Loaded, load_file, load_scenario

HERE = Path(__file__).parent
TESTS = HERE.parent
GAMES = sorted(HERE.glob("*.txt"))


def load(name: str) -> Loaded:
    if name == "minimal":
        return load_file(TESTS / "scenario" / "minimal.yaml")
    if name == "busy":
        return load_toy((TESTS / "rules" / "busy.yaml").read_text("utf-8"))
    return load_scenario(name)


def made(loaded: Loaded, rules: Ruleset, how: str) -> list[str]:
    """Returns the moves of a game anew."""
    if how == "history":
        return [move.m for move in historical_record(loaded).moves]
    chance, state, moves = random.Random(how).random, rules.start, []
    while state[ACTOR] != OVER:
        move = roll(rules, state, chance) if state[ACTOR] == CHANCE else pick(rules, legal_moves(rules, state), chance)
        moves.append(format_move(rules, state, move))
        state = play(rules, state, move)
    return moves


def shown(rules: Ruleset, state: State, who: str) -> str:
    """Returns the meters and regions of a state on one line, by their names."""
    regions = rules.resolved.names.regions
    named = [name for name in rules.slots.spans if rules.slots.names[name] not in ("day", "time", "deal")]
    parts = []
    for slot in sorted(named):
        name, value = rules.slots.names[slot], state[slot]
        parts.append(f"{name}={regions[name][value] if name in regions else value}")
    return f"  {who}: {' '.join(parts)}"


def told(rules: Ruleset, moves: list[str]) -> Iterator[str]:
    """Yields the lines of a game."""
    state, day = rules.start, 0
    for text in moves:
        if state[DAY] != day and state[ACTOR] != CHANCE:
            day = state[DAY]
            yield f"day {day}"
            yield shown(rules, state, "state")
            yield from (shown(rules, view(rules, state, k), side) for k, side in enumerate(rules.scenario.side_names))
        yield f"> {text}"
        state = play(rules, state, parse_move(rules, state, text))
    result = outcome(rules, state)
    assert result, "the game is not over"
    yield f"ending {result.ending}, day {result.day}, scores {result.scores.first} {result.scores.second}"
    yield shown(rules, state, "state")
    yield "aftermath " + " ".join(name if follows else f"no-{name}" for name, follows in aftermath(rules, state))


@pytest.mark.parametrize("file", GAMES, ids=lambda file: file.stem)
def test_a_game_in_text_plays_as_it_is_written(
    file: Path, golden: Callable[[Path, str], None], request: pytest.FixtureRequest
) -> None:
    head, *lines = file.read_text("utf-8").splitlines()
    name, _, how = head.partition(" ")
    loaded = load(name)
    rules = compile_ruleset(loaded.scenario, loaded.resolved)
    moves = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
    if request.config.getoption("--update-goldens"):
        moves = made(loaded, rules, how)
    golden(file, "\n".join([head, *told(rules, moves)]) + "\n")


def test_there_are_games_to_play() -> None:
    assert len(GAMES) >= 4
