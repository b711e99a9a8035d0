"""What a side could know of the match so far: its own views, and what it was told since its last turn.

This is the only place of the presenter in which states are read before the match is over; what leaves it has
gone through the side's view.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.frontends.presenter.days import day_by_day
from game.frontends.presenter.events import events
from game.frontends.presenter.models import Event, PastLetter
from game.frontends.presenter.table.post import answered, past_letters
from game.match.fates import new_letter
from game.match.match import Match
from game.rules.ruleset import LETTERS_OF_A_SIDE, Ruleset
from game.rules.sides import other
from game.rules.slots import ACTOR, CHANCE, DAY, LETTER, NIGHT, NODE, TURN, State
from game.rules.view import view as view_of


@dataclass(frozen=True)
class Facts:
    """What a side could know besides its view of this moment.

    `openings` are its views at the start of each of its turns so far, `nightfalls` the gauge at the end of each
    past day by day, `since` what has happened since it last ended a turn, `parting` its view at that moment or None.
    `past_letters` are its own that are no longer open, `said` what was put to the other side's open ones, by number,
    `told` what it did and was told, by day.
    `answered` has the channels of the letters that it answered by its own this turn, by number.
    """

    side: int
    openings: tuple[State, ...]
    nightfalls: dict[int, int]
    since: tuple[Event, ...]
    parting: State | None = None
    past_letters: tuple[PastLetter, ...] = ()
    said: tuple[str, ...] = ("",) * LETTERS_OF_A_SIDE
    answered: dict[int, str] = field(default_factory=dict)
    told: dict[int, tuple[str, ...]] = field(default_factory=dict)


OPEN = ("offer", "accept", "refuse", "answer")
"""The moves whose reasons are told to the other side with them, as far as it learns of them."""


def facts_of(match: Match, side: int) -> Facts:
    """Returns what a side (0 or 1) could know of a match so far."""
    return facts(match.rules, match.states, match.moves, side, said_in(match))


def said_in(match: Match) -> tuple[str, ...]:
    """Returns what the leaders of the scenario said with each move, the same sentence not twice running.

    What other programs reckon stays with them.
    """
    leaders = {by: who in match.rules.scenario.personas for by, who in match.players.items()}
    told, last = list[str](), dict[str, str]()
    for entry in match.history:
        words = entry.because if leaders.get(entry.by) and entry.move.startswith(OPEN) else ""
        told.append("" if last.get(entry.by) == words else words)
        last[entry.by] = words or last.get(entry.by, "")
    return tuple(told)


def facts(
    rules: Ruleset, states: Sequence[State], moves: Sequence[str], side: int, said: Sequence[str] | None = None
) -> Facts:
    """Returns what a side could know; `moves[n]` in notation led from `states[n]` to `states[n + 1]`.

    `said[n]` is the sentence that was openly put to it, if any.
    """
    said = said or ("",) * len(moves)
    firsts = _openings(states, side)
    now = firsts[-1] if firsts else 0
    last = _parting(states, side, now)
    return Facts(
        side,
        tuple(view_of(rules, states[n], side) for n in firsts),
        nightfalls(rules, states),
        _since(rules, states, moves, side, last, now, said),
        view_of(rules, states[last], side) if last else None,
        past_letters(rules, states, moves, side),
        _put_to_letters(states, moves, said, other(side)),
        answered(rules, states, moves, side),
        day_by_day(rules, states, moves, side),
    )


def _put_to_letters(states: Sequence[State], moves: Sequence[str], said: Sequence[str], writer: int) -> tuple[str, ...]:
    """Returns what a side said in each of its letters that lie open, by number."""
    first, words = LETTER + 2 * writer, dict[int, str]()
    for ply, move in enumerate(moves):
        if said[ply] and move.startswith("offer ") and states[ply][ACTOR] == writer:
            words[new_letter(states[ply], states[ply + 1], writer)] = said[ply]
    return tuple(words.get(letter, "") for letter in states[-1][first : first + LETTERS_OF_A_SIDE])


def nightfalls(rules: Ruleset, states: Sequence[State]) -> dict[int, int]:
    """Returns the public gauge at the end of both turns of each past day."""
    slot = rules.slots.index[rules.scenario.roles.gauge]
    found: dict[int, int] = {}
    for state in states:
        if state[ACTOR] == CHANCE and state[NODE] == NIGHT:
            found.setdefault(state[DAY], state[slot])
    return found


def _openings(states: Sequence[State], side: int) -> tuple[int, ...]:
    """Returns the numbers of the states in which a day's turn of a side begins."""
    found: dict[int, int] = {}
    for n, state in enumerate(states):
        if state[ACTOR] == side:
            found.setdefault(state[DAY], n)
    return tuple(found.values())


def _parting(states: Sequence[State], side: int, now: int) -> int:
    """Returns the number of the state in which a side's last turn had ended, or 0 if it had none."""
    first = now
    while first > 0 and not (states[first - 1][TURN] == side and states[first - 1][ACTOR] == side):
        first -= 1
    return first


def _since(
    rules: Ruleset,
    states: Sequence[State],
    moves: Sequence[str],
    side: int,
    first: int,
    now: int,
    said: Sequence[str],
) -> tuple[Event, ...]:
    """Returns what was told between the end of a side's last turn and the beginning of this one."""
    steps = [(states[n], moves[n], states[n + 1]) for n in range(first, now)] if first else []
    own = (states[first - 1], moves[first - 1], states[first]) if first else None
    answers = ["" if moves[n].startswith("offer") else said[n] for n in range(first, now)]
    return events(rules, steps, side, own, answers)
