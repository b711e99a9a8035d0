"""The account of risk of what happened: an act that does nothing by the file has no share, what weighs most has."""

from pathlib import Path

import pytest

from cuba1962.crisis import changed, cuba
from game.analysis.risk import is_nightfall, nights
from game.match.match import Match
from game.match.replay import historical_record
from game.rules.odds import war_tonight
from game.rules.ruleset import Ruleset

ACTS = [
    ("us", "raise_alert"),
    ("us", "board_ship"),
    ("us", "ultimatum_in_private"),
    ("us", "let_ship_pass"),
    ("ussr", "raise_alert"),
    ("ussr", "turn_ships"),
    ("ussr", "recall_release"),
]
"""Acts of the path without whose effects the rest of it can still be played."""

MUCH = 100
"""What a move adds in 10,000 that does not come to nothing by the leave of another."""


def account(rules: Ruleset) -> dict[tuple[str, str], int]:
    """Returns what each move of the path adds to its nights by some rules; the parts make up each night's odds."""
    match, shares = Match(rules, record=historical_record(cuba())), dict[tuple[str, str], int]()
    fell = [war_tonight(rules, state) for state in match.states if is_nightfall(state)]
    for night, war in zip(nights(match), fell, strict=True):
        assert night.itself + sum(share.odds for share in night.shares) == night.war == war
        for share in night.shares:
            played = rules.scenario.side_names[share.side], share.move
            shares[played] = shares.get(played, 0) + abs(share.odds)
    return shares


@pytest.mark.parametrize(("side", "act"), ACTS)
def test_an_act_whose_lines_are_taken_out_by_an_overlay_has_no_share(side: str, act: str, tmp_path: Path) -> None:
    played, before = (side, f"act {act}"), account(cuba())
    lines = [name for name in ("changes", "rung") if getattr(cuba().scenario.acts[side][act], name)]
    after = account(changed(tmp_path, f"acts: {{{side}: {{{act}: {{{', '.join(f'{n}: ~' for n in lines)}}}}}}}"))
    assert before[played] > 0
    assert after.get(played, 0) == 0
    assert {other for other, odds in before.items() if odds > MUCH and other != played} <= set(after)
