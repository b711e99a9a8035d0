"""From wherever play may lead there is a way down: an act that calms, and a settlement within reach."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from cuba1962.crisis import changed, cuba
from cuba1962.wandering import wander
from game.rules.moves import bundle_list, chance_outcomes, legal_moves
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, DEAL, ENDING, LADDER, MOVE, NODE, OVER, State
from game.rules.transition import apply
from game.rules.worth import no_deal, sign, worth

TENSE = 20
REACH = 12
"""In how many moves of the sides a settlement must be within reach."""
TRIES = 3_000
"""How many moves the search for it may try."""
OFFERS = 3
AT_HOME = 8
"""What a leader keeps at home at the least when he signs: less, and he may fall over it within the settling days."""

few_and_many = pytest.mark.parametrize("games", [300, pytest.param(20_000, marks=[pytest.mark.slow])])


def tense(rules: Ruleset, seed: int) -> list[State]:
    """Returns the tense positions of one random game."""
    gauge = rules.slots.index["tension"]
    return [
        state
        for state, _ in wander(rules, seed)
        if state[ACTOR] < CHANCE and state[NODE] == MOVE and not state[DEAL] and state[gauge] >= TENSE
    ]


def calms(rules: Ruleset, state: State, move: int) -> bool:
    """Returns whether a move lowers the tension or its own side's ladder."""
    after, gauge, ladder = apply(rules, state, move), rules.slots.index["tension"], LADDER + state[ACTOR]
    return after[gauge] < state[gauge] or after[ladder] < state[ladder]


def is_act(rules: Ruleset, move: int) -> bool:
    """Returns whether a move is an act other than waiting."""
    return move < rules.ids.answer and rules.acts[move].id != "watch"


def stuck(rules: Ruleset, state: State, hints: list[int]) -> bool:
    """Returns whether no act calms; what calmed last is tried first, and `hints` keeps it in front."""
    acts = [move for move in rules.listed[state[ACTOR]](state) if is_act(rules, move)]
    for move in sorted(acts, key=hints.index):
        if calms(rules, state, move):
            hints.remove(move)
            hints.insert(0, move)
            return False
    return True


def without_way(rules: Ruleset, games: int) -> tuple[int, list[str]]:
    """Returns how many positions were looked at, and those in which no act calms."""
    hints, seen, lost = list(range(len(rules.acts))), 0, []
    for seed in range(games):
        for state in tense(rules, seed):
            seen += 1
            if stuck(rules, state, hints):
                lost.append(f"game {seed}, day {state[DAY]}, {rules.scenario.side_names[state[ACTOR]]}")
    return seen, lost


@cache
def favourites() -> dict[str, str]:
    """Returns for each side the act that calmed most often in random games."""
    rules, calmed = cuba(), Counter[int]()
    for seed in range(500):
        for state, move in wander(rules, seed):
            if state[ACTOR] < CHANCE and state[NODE] == MOVE and not state[DEAL] and is_act(rules, move):
                calmed[move] += calms(rules, state, move)
    best: dict[str, str] = {}
    for move, _ in calmed.most_common():
        best.setdefault(rules.scenario.side_names[rules.acts[move].side], rules.acts[move].id)
    return best


@few_and_many
@pytest.mark.timeout(1_800)
def test_a_side_can_always_calm(games: int) -> None:
    seen, lost = without_way(cuba(), games)
    print(f"{seen} positions of {games} games, {len(lost)} without a way down")
    assert seen > 8 * games
    assert not lost


@few_and_many
@pytest.mark.timeout(1_800)
def test_a_side_can_always_calm_without_the_act_it_uses_most(games: int, tmp_path: Path) -> None:
    taken = favourites()
    closed = "".join(f"  {side}: {{{act}: {{when: tension < 0}}}}\n" for side, act in taken.items())
    rules = changed(tmp_path, f"acts:\n{closed}")
    seen, lost = without_way(rules, games)
    print(f"without {taken}: {seen} positions of {games} games, {len(lost)} without a way down")
    assert seen > 8 * games
    assert not lost


def acceptable(rules: Ruleset, state: State, allowed: int) -> list[int]:
    """Returns the bundles that no leader falls over, those first that bring the side worse off most over no deal."""
    homes = [rules.slots.index[f"{side}.{rules.scenario.roles.home}"] for side in rules.scenario.side_names]
    floor = [no_deal(rules, state, side) for side in (0, 1)]
    masks = rules.bundles.masks

    def gain(bundle: int) -> int:
        return min(worth(rules, state, side, masks[bundle]) - floor[side] for side in (0, 1))

    def holds(bundle: int) -> bool:
        signed = list(state)
        sign(rules, signed, masks[bundle])
        return all(signed[home] > min(state[home] - 1, AT_HOME) for home in homes)

    return sorted(filter(holds, bundle_list(rules, allowed)), key=gain, reverse=True)[:OFFERS]


def ways_on(rules: Ruleset, state: State, offered: Callable[[int], list[int]]) -> Iterator[int]:
    """Yields the moves worth trying: accept, offer what both can take, speak out, then calm or wait."""
    legal = legal_moves(rules, state)
    if state[NODE] != MOVE:
        yield from legal.listed
        return
    texts = {format_move(rules, state, move): move for move in legal.listed}
    yield from (texts[name] for name in ("accept 1", "accept 2") if name in texts)
    for base, allowed in legal.offers:
        yield from (base + bundle for bundle in offered(allowed))
    yield from (texts[name] for name in ("act broadcast", "act fly_u2", "act watch") if name in texts)
    yield from [move for move in legal.listed if is_act(rules, move) and calms(rules, state, move)][:2]


def way_out(rules: Ruleset, start: State) -> list[str] | None:
    """Returns a way to a settled ending in at most REACH moves of the sides, dice falling well, or None.

    One letter is enough, so only one is written.
    """
    known: dict[int, list[int]] = {}
    tries = TRIES

    def offered(allowed: int) -> list[int]:
        if allowed not in known:
            known[allowed] = acceptable(rules, start, allowed)
        return known[allowed]

    def nothing(_: int) -> list[int]:
        return []

    def seek(state: State, left: int, written: bool) -> list[str] | None:
        nonlocal tries
        if state[ACTOR] == OVER:
            ending = rules.scenario.endings[rules.endings[state[ENDING] - 1]]
            return [] if ending.settled else None
        if state[ACTOR] == CHANCE:
            faces = [face for face, weight in chance_outcomes(rules, state) if weight]
            moves, left_then = [faces[-1], *faces[:-1]][:2], left
        else:
            moves, left_then = list(ways_on(rules, state, nothing if written else offered)), left - 1
        for move in moves:
            tries -= 1
            if left_then < 0 or tries < 0:
                return None
            found = seek(apply(rules, state, move), left_then, written or move >= rules.ids.offer)
            if found is not None:
                return [format_move(rules, state, move), *found]
        return None

    return seek(start, REACH, False)


@pytest.mark.parametrize("count", [10, pytest.param(500, marks=[pytest.mark.slow])])
@pytest.mark.timeout(1_800)
def test_a_settlement_is_within_reach(count: int) -> None:
    """One position of each game, whatever the day."""
    rules = cuba()
    looked, lost, seed = 0, [], 0
    while looked < count:
        positions = tense(rules, seed)
        seed += 1
        if not positions:
            continue
        state = positions[seed * 7 % len(positions)]
        looked += 1
        if way_out(rules, state) is None:
            lost.append(f"game {seed - 1}, day {state[DAY]}")
    print(f"{looked} positions, {len(lost)} without a settlement in {REACH} moves")
    assert not lost
