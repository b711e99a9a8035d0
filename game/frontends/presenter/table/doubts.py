"""Why the other side may well say no to an offer, from nothing but what its writer knows and guesses itself."""

from collections.abc import Iterator, Sequence

from game.frontends.presenter.forecasts import UNKNOWN, Estimate
from game.frontends.presenter.models import PastLetter
from game.frontends.presenter.room.intelligence import how_right, read_mandate
from game.frontends.presenter.words import day_date, listed, minus, short_date
from game.rules.preview import worth_to_them
from game.rules.ruleset import Ruleset
from game.rules.sides import bits, other
from game.rules.slots import DAY, State
from game.rules.worth import no_deal

UNLIKELY = 3_333
"""A chance of a yes, in 10,000, below which it is told why."""
HOPE = "leaders hold out for more than that as long as they have time"


def unlikely(accepted: Estimate | None) -> bool:
    """Returns whether the chance of a yes is known, and low."""
    return accepted is not None and accepted.percent != UNKNOWN and accepted.of_ten_thousand < UNLIKELY


def doubts(rules: Ruleset, view: State, side: int, move: int, past: Sequence[PastLetter]) -> tuple[str, ...]:
    """Returns why a legal offer may be turned down, the weightiest reason first; `past` are the writer's own letters.

    What the other side would gain is guessed over all mandates it may have, as in the composer.
    """
    channel, bundle = divmod(move - rules.ids.offer, len(rules.bundles.masks))
    mask = rules.bundles.masks[bundle]
    found = (_gain(rules, view, side, mask), *_declined(rules, side, mask, past), *_promised(rules, side, mask))
    return (*found, *_slow(rules, view, side, channel))


def _gain(rules: Ruleset, view: State, side: int, mask: int) -> str:
    """Returns what advisers guess the deal is worth to them beside what no deal is, under which mandates."""
    them, nothing = other(side), no_deal(rules, view, other(side))
    names = [card.name for card in rules.scenario.mandates[rules.scenario.side_names[them]].values()]
    values, read = worth_to_them(rules, view, side, mask), read_mandate(rules, view, side)
    less = [name for name, value in zip(names, values, strict=True) if value < nothing]
    when = "Whatever their mandate" if len(less) in (0, len(names)) else f"If their mandate is {listed(less, 'or')}"
    hope = f"; under another, {HOPE}" if 0 < len(less) < len(names) else "" if less else f", but {HOPE}"
    if read is not None:
        less = less if values[read] < nothing else []
        when, hope = f"If their mandate is {names[read]} ({how_right(rules, side)})", "" if less else f", but {HOPE}"
    gain = "less" if less else "no less"
    return f"{when}, advisers guess, it is worth {gain} to them than no deal ({minus(nothing)}){hope}."


def _declined(rules: Ruleset, side: int, mask: int, past: Sequence[PastLetter]) -> Iterator[str]:
    """Yields that a letter which was no worse to them has come to nothing, of several the latest."""
    ours, theirs = rules.bundles.given[side], rules.bundles.given[other(side)]
    for letter in past:
        if letter.declined and not (mask & ours & ~letter.mask) and not (letter.mask & theirs & ~mask):
            yield f"Your letter of {letter.date} gave as much and asked no more: it was {letter.fate}."
            return


def _promised(rules: Ruleset, side: int, mask: int) -> Iterator[str]:
    """Yields that promises for later count with them only as far as they trust."""
    given = bits(mask & rules.bundles.given[side] & rules.bundles.deferred)
    if any(rules.bundles.forms[number].rests_on_word for number in given):
        yield "What you only promise for later counts with them as far as they trust you."


def _slow(rules: Ruleset, view: State, side: int, channel: int) -> Iterator[str]:
    """Yields when a letter that is long under way arrives."""
    delay = max(rules.scenario.channels[rules.channels[channel]].delay, side)
    if delay > 1:
        yield f"It is slow: it arrives on {short_date(day_date(rules, view[DAY] + delay))}."
