"""Acting: rules first, in their order; then the act nearest to where a leader wants to stand, climbed for a purpose."""

import random

import pytest
from views import views

from game.match.dice import draws
from game.players.acting import DEEPEST, WAITING, act, answer, behind, by_rule, wanted_step
from game.players.script import STEEPEST, TELLING, Rule, Script, leverage, make_script
from game.rules.conditions import compiled
from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset
from game.rules.slots import DAY, DEAL, INCIDENT, LADDER, LETTER, MOVE, NO_DEAL, NODE, State
from game.rules.transition import apply

Met = list[tuple[State, State, int]]
NAMES = ("kennedy", "us_hawk", "us_dove", "khrushchev", "ussr_hawk", "ussr_dove")


@pytest.fixture(scope="module")
def met(cuba: Ruleset) -> Met:
    """Returns the decisions of some games between leaders of every kind."""
    pairs = zip(NAMES[:3], NAMES[3:], strict=True)
    return [each for first, second in pairs for each in views(cuba, first, second, 15)]


def bare(script: Script) -> Script:
    """Returns a leader without rules of its own."""
    fields = {name: getattr(script, name) for name in Script.__slots__}
    return Script(**{**fields, "acts": (), "answers": ()})


def test_conditions_compiled_apart_mean_what_they_mean_in_the_rules(cuba: Ruleset, met: Met) -> None:
    trees = [tree for place, tree in cuba.resolved.conditions.items() if place[0] == "personas"]
    holds = compiled(cuba, trees, "rules of leaders")
    for state, _, _ in met[::11]:
        evaluator = cuba.evaluator(state)
        assert [bool(one(state)) for one in holds] == [evaluator.all(tree) for tree in trees]


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_names_moves_of_its_side(cuba: Ruleset, name: str) -> None:
    script, written = make_script(cuba, name), cuba.scenario.personas[name]
    assert len(script.acts) + len(script.answers) == len(written.rules)
    assert all(cuba.acts[move].side == script.side for rule in script.acts for move in rule.moves)
    assert all(rule.moves for rule in (*script.acts, *script.answers))


@pytest.mark.parametrize("name", NAMES)
def test_a_threat_is_an_act_that_makes_no_deal_worth_more(cuba: Ruleset, name: str) -> None:
    script = make_script(cuba, name)
    assert script.threats
    for move, rung in script.rungs.items():
        assert (move in script.threats) == (rung > 0 and leverage(cuba, move) >= TELLING)


def test_the_first_rule_that_holds_and_is_drawn_is_played(cuba: Ruleset) -> None:
    yes, no = (lambda state: True), (lambda state: False)
    rules = (Rule((1,), no, 100, "a"), Rule((2, 3), yes, 40, "b"), Rule((4,), yes, 100, "c"))
    state = cuba.start
    assert by_rule(rules, state, (1, 3, 4), lambda n: 39).move == 3  # type: ignore[union-attr]
    assert by_rule(rules, state, (1, 3, 4), lambda n: 40).because == "c"  # type: ignore[union-attr]
    assert by_rule(rules, state, (1,), lambda n: 0) is None


def test_nobody_climbs_without_a_purpose_unless_he_is_behind(cuba: Ruleset, met: Met) -> None:
    scripts = {side: bare(make_script(cuba, ("kennedy", "khrushchev")[side])) for side in (0, 1)}
    climbed = 0
    for number, (_, seen, side) in enumerate(met):
        if seen[NODE] != MOVE:
            continue
        script, acts = scripts[side], cuba.listed[side](seen)
        move = act(script, seen, acts, draws(3, number, side)).move
        assert move in acts and move in script.rungs
        if script.rungs[move] > 0 and not behind(script, seen):
            assert move in script.threats
            climbed += 1
    assert climbed


def test_a_step_is_never_steeper_than_a_leader_dares(cuba: Ruleset, met: Met) -> None:
    for _, seen, side in met:
        script = make_script(cuba, ("kennedy", "khrushchev")[side])
        step = wanted_step(script, seen)
        if seen[DEAL] != NO_DEAL:
            assert step == -1
        elif seen[script.gauge] > script.temper.cap:
            assert step < 0
        else:
            assert DEEPEST <= step <= STEEPEST


def test_a_leader_holds_back_while_his_own_letter_waits(cuba: Ruleset, met: Met) -> None:
    held = 0
    for _, seen, side in met:
        script = make_script(cuba, ("kennedy", "khrushchev")[side])
        if seen[DEAL] != NO_DEAL or seen[script.gauge] > script.temper.cap:
            continue
        silent, waiting = [*seen], [*seen]
        silent[LETTER + 2 * side] = silent[LETTER + 2 * side + 1] = 0
        waiting[LETTER + 2 * side] = 1
        steps = wanted_step(script, tuple(silent)), wanted_step(script, tuple(waiting))
        assert steps[0] - WAITING <= steps[1] <= steps[0]
        held += steps[1] < steps[0]
    assert held


def test_an_incident_is_answered_calmly_or_hotly_by_restraint(cuba: Ruleset, met: Met) -> None:
    tried = 0
    for _, seen, side in met:
        if seen[NODE] != INCIDENT:
            continue
        script, options = bare(make_script(cuba, ("kennedy", "khrushchev")[side])), legal_moves(cuba, seen).listed
        heat = [apply(cuba, seen, move)[script.gauge] for move in options]
        calm = answer(cuba, script, seen, options, lambda n: 0).move
        hot = answer(cuba, script, seen, options, lambda n: n - 1).move
        assert heat[options.index(calm)] == min(heat)
        if script.temper.restraint + max(0, (seen[script.gauge] - 50) // 2) < 100:
            assert heat[options.index(hot)] == max(heat)
            tried += 1
    assert tried


def test_a_leader_does_not_let_the_other_get_too_far_ahead(cuba: Ruleset, met: Met) -> None:
    script, dice = make_script(cuba, "khrushchev"), random.Random(4)
    for _, seen, side in met[::5]:
        if side != 1 or seen[DEAL] != NO_DEAL or seen[script.gauge] > script.temper.cap:
            continue
        n = [*seen]
        n[DAY], n[LADDER], n[LADDER + 1] = 1, 12 + dice.randrange(5), 0
        n[LETTER + 2] = n[LETTER + 3] = 0
        assert behind(script, tuple(n)) and wanted_step(script, tuple(n)) == STEEPEST
