"""A match told again step by step, with all that was secret: records and the historical path alike."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.frontends.presenter.describe import describe
from game.frontends.presenter.events import TOLD_BY_NUMBERS, TOLD_BY_STATES, number_event, state_event, told_of
from game.frontends.presenter.replay.seeing import seen_steps
from game.frontends.presenter.replay.turning import turning
from game.frontends.presenter.stories import ReplayStep
from game.frontends.presenter.words import WHOLE, clock, date_of, day_date, odds, short_date
from game.match.fates import new_letter
from game.match.match import Match
from game.rules.moves import chance_outcomes
from game.rules.notation import format_move
from game.rules.preview import Line, named_slots
from game.rules.ruleset import Ruleset, arrives
from game.rules.sides import other
from game.rules.slots import ACTOR, CHANCE, DAY, FOUND, NIGHT, NODE, State
from game.scenario.story import Step

EVERYBODY = "Both sides knew."


def replay_steps(
    match: Match, told: Iterable[tuple[int, Step]] = (), side: int | None = None
) -> tuple[ReplayStep, ...]:
    """Returns every move and die of a match with what is told of it, or with a side what that knew while it went on.

    `told` gives the number of the move each step of a historical path goes with; several steps may go with one,
    and those that tell but play nothing have an empty `move`.  It is told with hindsight, so a side is not told it.
    """
    if side is not None:
        return seen_steps(match, side)
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
    told = _step(match.rules, ply, side, entry.move, described, step, entry.because, before, after)
    return replace(
        told,
        after=ply + 1,
        lines=tuple(_changes(match.rules, before, after)),
        knew=_knew(match, ply),
        turning=turning(match.rules, [(before, entry.move, after)], None, lambda state: state),
    )


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
        date=date_of(rules, before),
        at=clock(step.at) if step else "",
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
        after=ply,
    )


def _changes(rules: Ruleset, before: State, after: State) -> Iterator[str]:
    """Yields in words what a move or die has changed, whoever knew."""
    for slot, (kind, name, owner) in named_slots(rules).items():
        if before[slot] != after[slot]:
            line = Line(kind, name, owner, before[slot], after[slot])
            if kind in TOLD_BY_STATES:
                yield state_event(rules, line, after[DAY]).text
            elif kind in TOLD_BY_NUMBERS:
                yield number_event(rules, line, after[DAY]).text


def _knew(match: Match, ply: int) -> str:
    """Returns who learned of a move or die when it was made, as a sentence, or `` where it needs none."""
    rules, before = match.rules, match.states[ply]
    names = [rules.scenario.sides[side].capital for side in rules.scenario.side_names]
    step = before, match.moves[ply], match.states[ply + 1]
    verb, _, name = match.moves[ply].partition(" ")
    if before[ACTOR] < CHANCE:
        them = other(before[ACTOR])
        if verb == "offer":
            letter = new_letter(before, step[2], before[ACTOR])
            return f"{names[them]} can read it from {_day(rules, arrives(letter))}." if letter else ""
        if any(True for _ in told_of(rules, step, them)):
            return EVERYBODY
        return f"{names[them]} did not know.{_found(match, ply, name)}" if verb == "act" else ""
    knowing = [side for side in (0, 1) if any(True for _ in told_of(rules, step, side))]
    if len(knowing) == 1:
        return f"Only {names[knowing[0]]} knew."
    return EVERYBODY if knowing else ""


def _found(match: Match, ply: int, act: str) -> str:
    """Returns on which day a secret act was found out, as a sentence after a blank, or ``."""
    rules, side = match.rules, match.states[ply][ACTOR]
    bit = [*rules.scenario.acts[rules.scenario.side_names[side]]].index(act)
    slot = FOUND + other(side)
    if match.states[ply][slot] >> bit & 1:
        return ""
    found = next((state for state in match.states[ply + 1 :] if state[slot] >> bit & 1), None)
    return f" It found out on {_day(rules, found[DAY])}." if found else ""


def _day(rules: Ruleset, day: int) -> str:
    return short_date(day_date(rules, day))


def _odds(rules: Ruleset, before: State, move: str) -> str:
    """Returns the odds of the face that a die fell on, or `` where none was cast."""
    faces = {format_move(rules, before, face): weight for face, weight in chance_outcomes(rules, before)}
    weight = faces.get(move, 0)
    return odds(weight * WHOLE // sum(faces.values())).one_in if weight else ""
