"""Comparable games: how the historical leaders stood on each day, for a side that sees little to judge by."""

from random import Random

from game.players.rollout import historical, stepper
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, MOVE, NODE, OVER, State
from game.rules.view import view as view_of

GAMES = 60
NEAREST = 16
"""How many precedents are thought of; the next days' too if there are not as many of one day."""
REGION, METER = 4, 8
"""How much it counts that a region is in another state, and that a meter stands at its other end."""

Precedent = tuple[State, State]
"""A state as a side saw it, and as it was."""


class Precedents:
    """Games that the historical leaders played, as they stood at the beginning of each turn."""

    def __init__(self, rules: Ruleset) -> None:
        self.rules = rules
        self.by_turn: dict[tuple[int, int], list[Precedent]] = {}
        regions = {rules.slots.index[name] for name in rules.scenario.regions}
        self.scales = [(slot, 0 if slot in regions else high - low) for slot, (low, high) in rules.slots.spans.items()]
        leaders = historical(rules)
        for game in range(GAMES):
            random = Random(game).random
            step, n, last = stepper(rules, leaders, random), list(rules.start), (0, 0)
            while n[ACTOR] != OVER:
                turn = n[DAY], n[ACTOR]
                if turn != last and n[ACTOR] < CHANCE and n[NODE] == MOVE:
                    last, state = turn, tuple(n)
                    self.by_turn.setdefault(turn, []).append((view_of(rules, state, n[ACTOR]), state))
                step(n)

    def nearest(self, view: State, side: int) -> list[Precedent]:
        """Returns the precedents most like what a side (0 or 1) sees, the likest first; none if there are none."""
        day, pool = view[DAY], list[Precedent]()
        for away in range(self.rules.scenario.calendar.days):
            for near in dict.fromkeys((day - away, day + away)):
                pool += self.by_turn.get((near, side), [])
            if len(pool) >= NEAREST:
                break
        return sorted(pool, key=lambda precedent: self._distance(precedent[0], view))[:NEAREST]

    def _distance(self, one: State, two: State) -> int:
        total = 0
        for slot, span in self.scales:
            if one[slot] != two[slot]:
                total += abs(one[slot] - two[slot]) * METER // span if span else REGION
        return total


_kept: list[Precedents] = []


def precedents(rules: Ruleset) -> Precedents:
    """Returns the precedents of a scenario, which are played when they are first asked for and then kept."""
    for found in _kept:
        if found.rules is rules:
            return found
    _kept[:] = [Precedents(rules), *_kept[:1]]
    return _kept[0]
