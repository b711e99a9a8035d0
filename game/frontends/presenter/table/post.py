"""A side's own letters of the past: what became of each, as far as the side may know."""

from collections.abc import Iterator, Sequence

from game.frontends.presenter.describe import bundle_words
from game.frontends.presenter.models import PastLetter
from game.frontends.presenter.words import day_date, short_date
from game.match.fates import fate, new_letter
from game.rules.notation import parse_move
from game.rules.ruleset import Ruleset, arrives, channel_of
from game.rules.sides import other
from game.rules.slots import ACTOR, DAY, LETTER, State

DECLINED = ("refused", "answered", "lapsed")
"""What comes of a letter that the other side did not take."""


def past_letters(rules: Ruleset, states: Sequence[State], moves: Sequence[str], side: int) -> tuple[PastLetter, ...]:
    """Returns a side's letters that are no longer open, the latest first."""
    return tuple(reversed([*_past(rules, states, moves, side)]))


def _past(rules: Ruleset, states: Sequence[State], moves: Sequence[str], side: int) -> Iterator[PastLetter]:
    for ply, move in enumerate(moves):
        if states[ply][ACTOR] != side or not move.startswith("offer "):
            continue
        came, end = fate(states, moves, ply, new_letter(states[ply], states[ply + 1], side))
        if came == "open":
            continue
        channel, bundle = divmod(parse_move(rules, states[ply], move) - rules.ids.offer, len(rules.bundles.masks))
        name = rules.scenario.channels[rules.channels[channel]].name
        mask, fate_words = rules.bundles.masks[bundle], _became(rules, states, side, came, end)
        date, terms = _date(rules, states[ply][DAY]), bundle_words(rules, mask, side)
        yield PastLetter(date, name, terms, fate_words, mask, came in DECLINED)


def _became(rules: Ruleset, states: Sequence[State], side: int, came: str, end: int) -> str:
    """Returns what came of a letter by move number `end`, as a sentence without its subject."""
    them = rules.scenario.sides[rules.scenario.side_names[other(side)]].capital
    on = _date(rules, states[end][DAY])
    match came:
        case "accepted":
            return f"accepted by {them} on {on}"
        case "refused":
            return f"refused by {them} on {on}"
        case "answered":
            return f"answered by {them} on {on}{its_own(rules, states[end], states[end + 1], other(side))}"
        case "lapsed":
            return f"not answered in time: lapsed on {_date(rules, states[end + 1][DAY])}"
        case "leaked":
            return f"leaked on {on}, and off the table"
    return f"void since {on}: a deal was signed"


def its_own(rules: Ruleset, before: State, after: State, writer: int) -> str:
    """Returns what is known of the letter by which a side answers one of the other's: when it arrives."""
    letter = new_letter(before, after, writer)
    return f": its own letter arrives {_date(rules, arrives(letter))}" if letter else ": its own letter has leaked"


def answered(rules: Ruleset, states: Sequence[State], moves: Sequence[str], side: int) -> dict[int, str]:
    """Returns the other side's letters that a side has answered this turn by its own, by number: the channel's name."""
    found, ply = dict[int, str](), len(moves) - 1
    while ply >= 0 and states[ply][ACTOR] == states[ply + 1][ACTOR] == side:
        if moves[ply].startswith("offer "):
            for number, letter in gone(states[ply], states[ply + 1], other(side)):
                found[number] = rules.scenario.channels[rules.channels[channel_of(rules, letter)]].name
        ply -= 1
    return found


def gone(before: State, after: State, side: int) -> Iterator[tuple[int, int]]:
    """Yields the letters of a side, each with its number from 1, that a move has taken off the table."""
    for number, slot in enumerate((LETTER + 2 * side, LETTER + 2 * side + 1), 1):
        if before[slot] and after[slot] != before[slot]:
            yield number, before[slot]


def _date(rules: Ruleset, day: int) -> str:
    return short_date(day_date(rules, day))
