"""A persona made ready to play: its rules as moves with compiled conditions, its acts with their rungs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.errors import KnotError
from game.rules.conditions import Holds, compiled
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, TURN, State
from game.rules.worth import no_deal
from game.scenario.story import Persona, Sayings, Temper

TELLING = 3
"""The points by which an act must raise what no deal is worth to be a threat; prestige alone comes to less."""
STEEPEST = 3
"""The highest rung that a leader climbs at once without a rule that says so."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The moves a rule names (of which at most one is legal at a time), when, how often in 100, and why."""

    moves: tuple[int, ...]
    holds: Holds
    chance: int
    because: str


@dataclass(frozen=True, slots=True)
class Script:
    """All that a scripted leader goes by.

    `rungs` holds the acts it may choose without a rule; `threats` are those of them that climb for a purpose, since
    they make no deal worth more to its side.
    """

    side: int
    temper: Temper
    sayings: Sayings
    acts: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    rungs: Mapping[int, int]
    threats: Sequence[int]
    gauge: int
    home: int
    fear: str

    def fears(self, rules: Ruleset, view: State) -> int:
        """Returns how much the leader fears to go on, 0 to 100, as the scenario reckons it from public things."""
        fear: int = rules.space["RECKONINGS"][self.fear](view)
        return max(0, min(100, fear))


def make_script(rules: Ruleset, name: str) -> Script:
    """Returns the persona called `name` made ready; raises KnotError if the scenario has none of that name."""
    if name not in rules.scenario.personas:
        raise KnotError(f"'{name}' is no persona of {rules.scenario.id}")
    written, roles = rules.scenario.personas[name], rules.scenario.roles
    side = rules.side(written.side)
    made = _rules(rules, written, name)
    rungs = {move: info.rung for move, info in enumerate(rules.acts) if info.side == side and _plain(rules, move)}
    return Script(
        side=side,
        temper=written.temper,
        sayings=written.sayings,
        acts=tuple(rule for rule in made if rule.moves and rule.moves[0] < rules.ids.answer),
        answers=tuple(rule for rule in made if rule.moves and rule.moves[0] >= rules.ids.answer),
        rungs=rungs,
        threats=tuple(move for move in rungs if rungs[move] > 0 and leverage(rules, move) >= TELLING),
        gauge=rules.slots.index[roles.gauge],
        home=rules.slots.index[f"{written.side}.{roles.home}"],
        fear=f"{written.side}.{roles.fear}" if roles.fear in rules.resolved.names.side_reckonings else roles.fear,
    )


def _rules(rules: Ruleset, written: Persona, name: str) -> Iterable[Rule]:
    numbers = _numbers(rules, rules.side(written.side))
    trees = [rules.resolved.conditions[("personas", name, "rules", i, "when")] for i in range(len(written.rules))]
    return [
        Rule(tuple(numbers[rule.play]), holds, rule.chance, rule.because)
        for rule, holds in zip(written.rules, compiled(rules, trees, name), strict=True)
    ]


def _numbers(rules: Ruleset, side: int) -> Mapping[str, list[int]]:
    """Returns the moves by the texts that rules name them with; incidents may share the name of an answer."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for move, info in enumerate(rules.acts):
        if info.side == side:
            numbers[f"act {info.id}"].append(move)
    for k, option in enumerate(rules.option_names):
        numbers[f"answer {option}"].append(rules.ids.option + k)
    return numbers


def leverage(rules: Ruleset, move: int) -> int:
    """Returns by how many points an act makes no deal worth more to its side, from how things stand at first."""
    side, after = rules.acts[move].side, list(rules.start)
    after[ACTOR] = after[TURN] = side
    rules.act[move](after)
    return no_deal(rules, tuple(after), side) - no_deal(rules, rules.start, side)


def _plain(rules: Ruleset, move: int) -> bool:
    """Returns whether an act may be chosen without a rule: it ends nothing, breaks no deal and starts no clock."""
    info = rules.acts[move]
    written = rules.scenario.acts[rules.scenario.side_names[info.side]][info.id]
    clock = rules.scenario.roles.deadline
    return not (written.ends_in or written.repudiates or info.rung > STEEPEST or (clock and clock in written.changes))
