"""Turning points of a replay: the steps on which the course of a crisis changed, told from states alone."""

from collections.abc import Callable, Sequence

from game.frontends.presenter.room.header import alert
from game.frontends.presenter.words import signed
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DEAL, NO_DEAL, OVER, STRUCK, State

Step = tuple[State, str, State]
LEAP = 6
"""By how much the gauge must change in one step for that to be a turning point."""


def turning(rules: Ruleset, steps: Sequence[Step], side: int | None, look: Callable[[State], State]) -> str:
    """Returns why some moves in a row are a turning point, as far as a side (None is both) learned of it, or ``.

    `look` returns what there is to be seen of a state.
    """
    if not steps:
        return ""
    before, after = look(steps[0][0]), look(steps[-1][2])
    told = [*_deal(before, after), *(_incident(rules, move, side) for _, move, _ in steps)]
    told += [*_alert(rules, before, after), *_leap(rules, before, after)]
    return next((text for text in told if text), "")


def _deal(before: State, after: State) -> list[str]:
    if before[DEAL] == NO_DEAL and after[DEAL] == STRUCK:
        return ["A deal is signed"]
    if before[DEAL] == STRUCK and after[DEAL] == NO_DEAL:
        return ["The deal is torn up"]
    return ["It is over"] if after[ACTOR] == OVER and after[DEAL] == NO_DEAL else []


def _incident(rules: Ruleset, move: str, side: int | None) -> str:
    """Returns the name of an incident that a die fell on, if a side learned of it when it happened."""
    incident = rules.scenario.incidents.get(move.removeprefix("chance "))
    if incident is None:
        return ""
    own = None if side is None else rules.scenario.side_names[side]
    return incident.name if own is None or incident.seen_by in (None, own) else ""


def _alert(rules: Ruleset, before: State, after: State) -> list[str]:
    first, then = alert(rules, before), alert(rules, after)
    return [f"{then.name}: {then.word}"] if first.index != then.index else []


def _leap(rules: Ruleset, before: State, after: State) -> list[str]:
    gauge = rules.scenario.roles.gauge
    by = rules.read(after, gauge) - rules.read(before, gauge)
    return [f"{rules.scenario.meters[gauge].name} {signed(by)}"] if abs(by) >= LEAP else []
