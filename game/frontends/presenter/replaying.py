"""A match told again step by step, for both sides' eyes: records and the historical path alike."""

from collections.abc import Iterable

from game.frontends.presenter.describe import describe
from game.frontends.presenter.stories import ReplayStep
from game.frontends.presenter.words import WHOLE, day_date, full_date, odds
from game.match.match import Match
from game.rules.moves import chance_outcomes
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, NIGHT, NODE, State
from game.scenario.story import Step


def replay_steps(match: Match, told: Iterable[tuple[int, Step]] = ()) -> tuple[ReplayStep, ...]:
    """Returns every move and die of a match with what is told of it.

    `told` gives the number of the move each step of a historical path goes with; several steps may go with one,
    and those that tell but play nothing have an empty `move`.
    """
    by_ply: dict[int, list[Step]] = {}
    for ply, step in told:
        by_ply.setdefault(ply, []).append(step)
    steps = []
    for ply in range(match.ply + 1):
        steps += [_told(match, ply, step) for step in by_ply.get(ply, []) if not _plays(step)]
        if ply < match.ply:
            steps.append(_played(match, ply, next((s for s in by_ply.get(ply, []) if _plays(s)), None)))
    return tuple(steps)


def _plays(step: Step) -> bool:
    return step.play is not None or step.chance is not None


def _played(match: Match, ply: int, step: Step | None) -> ReplayStep:
    """Returns a move with what the path tells of it, or with the reason its player gave."""
    before, after, entry = match.states[ply], match.states[ply + 1], match.history[ply]
    side = None if entry.by == "chance" else match.rules.side(entry.by)
    described = describe(match.rules, before, entry.move)
    return _step(match.rules, ply, side, entry.move, described, step, entry.because, before, after)


def _told(match: Match, ply: int, step: Step) -> ReplayStep:
    state = match.states[ply]
    return _step(match.rules, ply, None, "", "", step, "", state, state)


def _step(
    rules: Ruleset,
    ply: int,
    side: int | None,
    move: str,
    described: str,
    step: Step | None,
    because: str,
    before: State,
    after: State,
) -> ReplayStep:
    night = bool(move) and before[ACTOR] < CHANCE and after[ACTOR] == CHANCE and after[NODE] == NIGHT
    return ReplayStep(
        ply=ply,
        day=before[DAY],
        date=full_date(day_date(rules, before[DAY])),
        at=f"{step.at.day:d} {step.at:%b %H:%M} {'GMT' if step.at.tzinfo else ''}".rstrip() if step else "",
        side=side,
        move=move,
        described=described,
        text=(step.text or "") if step else because,
        source=(step.source or "") if step else "",
        disputed=(step.disputed or "") if step else "",
        bend=(step.bend or "") if step else "",
        gauge=rules.read(after, rules.scenario.roles.gauge),
        nightfall=night,
        odds=_odds(rules, before, move),
    )


def _odds(rules: Ruleset, before: State, move: str) -> str:
    """Returns the odds of the face that a die fell on, or `` where none was cast."""
    faces = {format_move(rules, before, face): weight for face, weight in chance_outcomes(rules, before)}
    weight = faces.get(move, 0)
    return odds(weight * WHOLE // sum(faces.values())).one_in if weight else ""
