"""Generated code to be read in review, and the number of ways a match can begin."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_properties import NAMES, rules_of
from toy import toy

from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, State
from game.rules.transition import apply

GOLDEN = Path(__file__).parent / "golden"
Check = Callable[[Path, str], None]
SMALL = """
regions: {store: {states: [empty, full], seen_by: blue, moved_by: blue}}
acts:
  red: {raise_alert: {rung: 2, when: heat < 90, changes: {alert: high, heat: {base: 3, per 10 heat above 20: 2}}, undone_by: stand_down}, stand_down: {rung: -2, changes: {alert: low}}}
  blue: {fill: {visibility: secret, once: true, changes: {store: full}}}
triggers: {tense: {when: phase is calm and heat >= 50, changes: {phase: tense, world: -5}}}
each_night: {report: {when: store is full for 2 days, odds: {percent of heat: 900}, reveals: {red: [store]}}}
channels: {envoy: {delay: 1, secret: true, leak: {base: 200, per our refused: 100}, refused: {our trust: -3}}}
clauses: {vow: {given_by: red, forms: [within_months, within_months secret], face: 12}}
incidents: {shot: {when: phase is tense, odds: {base: 90, per heat above 40: 9}, war: 50, ends_in: war, answered_by: red, options: {fire: {changes: {heat: +9}, out_of_hand: 300}, ask: {}}}}
"""  # noqa: E501
DEPTHS = {"minimal": 6, "busy": 4}


def test_the_generated_module_of_a_small_scenario_is_the_one_reviewed(golden: Check) -> None:
    golden(GOLDEN / "small.py.txt", toy(SMALL).source + "\n")


def perft(rules: Ruleset, state: State, depth: int) -> int:
    """Returns the number of ways, dice included, in which `depth` moves can follow."""
    legal = legal_moves(rules, state)
    if depth == 1:
        return len(legal)
    return sum(perft(rules, apply(rules, state, move), depth - 1) for move in legal)


def acts_alone(rules: Ruleset, state: State, depth: int) -> int:
    """Returns the number of ways in which `depth` moves other than offers can follow."""
    moves = legal_moves(rules, state).listed
    return len(moves) if depth == 1 else sum(acts_alone(rules, apply(rules, state, m), depth - 1) for m in moves)


def test_a_match_can_begin_in_as_many_ways_as_counted(golden: Check) -> None:
    lines = []
    for name in NAMES:
        rules = rules_of(name)
        state = rules.start
        while state[ACTOR] == CHANCE:
            state = apply(rules, state, rules.ids.die)
        count, depths = (acts_alone, 3) if name not in DEPTHS else (perft, DEPTHS[name])
        what = "without offers" if count is acts_alone else "all moves"
        lines += [f"{name}, {what}, {depth}: {count(rules, state, depth)}" for depth in range(1, depths + 1)]
    golden(GOLDEN / "perft.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_an_author_stands_in_the_generated_code(name: str) -> None:
    code = "\n".join(line.partition("#")[0] for line in rules_of(name).source.splitlines())
    texts = {act.text for acts in rules_of(name).scenario.acts.values() for act in acts.values()}
    assert not any(text in code for text in texts if len(text) > 8)
