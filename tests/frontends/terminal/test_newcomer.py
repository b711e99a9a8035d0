"""What somebody who types for the first time stumbles over."""

import io

from game.frontends import terminal
from game.match.match import Match
from game.players.roster import seat
from game.rules.ruleset import Ruleset


def told(match: Match, typed: str) -> str:
    """Returns what a terminal shows while lines are typed, as one line."""
    output = io.StringIO()
    first, second = (
        seat(match.rules, match.players[name], k) for k, name in enumerate(match.rules.scenario.side_names)
    )
    terminal.play(match, (first, second), None, input=io.StringIO(typed), output=output)
    return " ".join(output.getvalue().split())


def test_at_the_end_it_is_told_what_the_programs_thought_and_how_near_it_came(strait: Ruleset) -> None:
    match = Match(strait, seed=4, players={"north": "clerk", "south": "random"})
    text = told(match, "")
    assert "What they thought: 2 Apr The North:" in text and "“" in text
    dice = sum(move.startswith(("chance war ", "chance out_of_hand ")) for move in match.moves)
    assert text.count("Night of day") == dice
