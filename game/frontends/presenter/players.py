"""Who can sit at the table, in words."""

from game.players.roster import HUMAN, RANDOM, is_expert, is_timed, limit_of, programs
from game.rules.ruleset import Ruleset

_NAMES = {HUMAN: "Human", RANDOM: "Chance"}
_TEXTS = {
    HUMAN: "Someone at this window. If both sides are human, a curtain falls between the turns.",
    RANDOM: "Any legal move, without a thought. Good for seeing what is possible, not for an opponent.",
}


def opponents(rules: Ruleset, side: int) -> list[str]:
    """Returns the programs that a side (0 or 1) can be given to: its leaders, the searches of the levels, chance."""
    random, *leaders = programs(rules, side)
    name = rules.scenario.side_names[side]
    searches = dict.fromkeys(who for level in rules.scenario.levels.values() if is_expert(who := level.plays[name]))
    return [*leaders, *searches, random]


def player_name(rules: Ruleset, who: str) -> str:
    """Returns how a player is called."""
    personas = rules.scenario.personas
    if who in personas:
        return personas[who].name
    return "Expert" if is_expert(who) else _NAMES[who]


def player_text(rules: Ruleset, who: str) -> str:
    """Returns a sentence or two about a player."""
    personas = rules.scenario.personas
    if who in personas:
        return personas[who].text
    if not is_expert(who):
        return _TEXTS[who]
    limit = limit_of(who)
    long = f"for {limit.seconds} seconds" if is_timed(who) else f"through {limit.rollouts} games"
    return f"Plays on in its head {long} before each move, from what its side may know and nothing else."
