"""How a match ended and what each side makes of it."""

from dataclasses import dataclass
from typing import Literal

from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, DAY, DEAL_DAY, ENDING, OVER, State


@dataclass(frozen=True)
class Outcome:
    """The ending, the day (of signing, if there is a deal; from 1) and the scores from 0 to 100."""

    ending: str
    scores: BySide[int]
    war: Literal["nuclear", "limited"] | None
    settled: bool
    day: int


def outcome(rules: Ruleset, state: State) -> Outcome | None:
    """Returns how the match ended, or None while it lasts."""
    if state[ACTOR] != OVER:
        return None
    number = state[ENDING] - 1
    name = rules.endings[number]
    ending = rules.scenario.endings[name]
    score = rules.space["score"]
    scores = [max(0, min(100, score[2 * number + side](state))) for side in (0, 1)]
    day = state[DEAL_DAY] if ending.settled else state[DAY]
    return Outcome(name, BySide(scores[0], scores[1]), ending.war, ending.settled, day)


def aftermath(rules: Ruleset, state: State) -> tuple[tuple[str, bool], ...]:
    """Returns, for each item of the aftermath, whether it follows from a final state."""
    evaluator = rules.evaluator(state)
    return tuple(
        (name, evaluator.all(rules.resolved.conditions[("aftermath", name, "when")]))
        for name in rules.scenario.aftermath
    )
