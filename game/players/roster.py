"""Who can sit at the table, by name."""

import re

from game.errors import KnotError
from game.players.persona import persona
from game.players.player import Player, random_player
from game.players.search import Limit, expert
from game.rules.ruleset import Ruleset
from game.scenario.model import Scenario
from game.scenario.vocabulary import near

HUMAN, RANDOM, EXPERT = "human", "random", "expert"
LIMIT = re.compile(r"([1-9][0-9]{0,5})(s?)")
WANTED = "expert:200 plays 200 games on before it moves, expert:2s thinks for two seconds"


def player(rules: Ruleset, who: str, side: int) -> Player:
    """Returns the program of that name for a side (0 or 1); raises KnotError if there is none."""
    if who == RANDOM:
        return random_player
    check(rules, who, side)
    return expert(rules, limit_of(who)) if is_expert(who) else persona(rules, who)


def seat(rules: Ruleset, who: str, side: int) -> Player | None:
    """Returns the program of that name for a side (0 or 1), or None for a human; raises KnotError."""
    return None if who == HUMAN else player(rules, who, side)


def check(rules: Ruleset, who: str, side: int) -> None:
    """Raises KnotError unless `who` can play a side (0 or 1)."""
    names, personas = rules.scenario.side_names, rules.scenario.personas
    if who in (HUMAN, RANDOM) or (who in personas and personas[who].side == names[side]):
        return
    if who in personas:
        raise KnotError(f"{who} plays {personas[who].side}, not {names[side]}")
    if is_expert(who):
        limit_of(who)
        return
    known = [HUMAN, *programs(rules, side)]
    there = ", ".join([*known, f"{EXPERT}:N"])
    raise KnotError(f"'{who}' is nobody who plays {names[side]}{near(who, known)} (there are: {there})")


def programs(rules: Ruleset, side: int) -> list[str]:
    """Returns the names of the programs that can play a side (0 or 1): `random`, then its leaders."""
    name = rules.scenario.side_names[side]
    return [RANDOM, *(who for who, persona in rules.scenario.personas.items() if persona.side == name)]


def facing_lessons(scenario: Scenario) -> dict[str, str]:
    """Returns who plays, by side, against the side that the lessons of a scenario teach: the side's own leader."""
    taught = {lesson.side for lesson in scenario.lessons}
    leaders = {persona.side: who for who, persona in scenario.personas.items() if persona.historical}
    return {side: who for side, who in leaders.items() if taught and side not in taught}


def is_expert(who: str) -> bool:
    """Returns whether a name asks for the search, rightly written or not."""
    return who.partition(":")[0] == EXPERT


def is_timed(who: str) -> bool:
    """Returns whether a name asks for a search by seconds, which nobody can repeat; raises KnotError as `limit_of`."""
    return is_expert(who) and limit_of(who).seconds > 0


def limit_of(who: str) -> Limit:
    """Returns how long the search of that name may think; raises KnotError if the name does not say so."""
    found = LIMIT.fullmatch(who.partition(":")[2])
    if found is None:
        raise KnotError(f"'{who}' does not say how long it may think: {WANTED}")
    number = int(found[1])
    return Limit(seconds=number) if found[2] else Limit(rollouts=number)
