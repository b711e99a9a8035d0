"""What becomes of letters, read off the states and moves of a match."""

from collections.abc import Sequence

from game.rules.slots import ACTOR, LETTER, State


def new_letter(before: State, after: State, side: int) -> int:
    """Returns the letter of a side that is there after a move and was not before, or 0."""
    slots = (LETTER + 2 * side, LETTER + 2 * side + 1)
    return next((after[slot] for slot in slots if after[slot] != before[slot]), 0)


def fate(states: Sequence[State], moves: Sequence[str], ply: int, letter: int) -> tuple[str, int]:
    """Returns what came of a letter sent as move number `ply`, and the number of the move that brought it.

    That is `accepted`, `refused`, `answered` (by a letter), `lapsed`, `leaked`, `void` (another was signed or all was
    called off) or `open`.  A letter of 0 was gone as soon as it was sent, since it was sure to leak.
    """
    side = states[ply][ACTOR]
    first = LETTER + 2 * side
    slot = next((slot for slot in (first, first + 1) if letter and states[ply + 1][slot] == letter), None)
    if slot is None:
        return "leaked", ply
    end = next((n for n in range(ply + 1, len(moves)) if states[n + 1][slot] != letter), len(moves))
    if end == len(moves):
        return "open", end
    verb, _, rest = moves[end].partition(" ")
    if verb == "accept":
        meant = rest == str(slot - first + 1) and states[end][ACTOR] != side
        return ("accepted" if meant else "void"), end
    if verb == "chance":
        return ("leaked" if rest == "leak yes" else "lapsed"), end
    return {"refuse": "refused", "offer": "answered"}.get(verb, "void"), end
