"""Letters and clauses in words, with what they are worth to the side that reads."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.frontends.presenter.basics import ClauseLine
from game.frontends.presenter.figures import figures
from game.frontends.presenter.models import Deal, Letter
from game.frontends.presenter.table.breakdown import deal_lines, no_deal_lines, standing_lines
from game.frontends.presenter.words import FORMS, day_date, full_date, short_date
from game.rules.moves import legal_moves
from game.rules.notation import format_move
from game.rules.preview import preview
from game.rules.ruleset import LETTERS_OF_A_SIDE, Ruleset, arrives, bundle_of, channel_of, lapses
from game.rules.sides import bits, other
from game.rules.slots import (
    ACTOR,
    BROKEN,
    DAY,
    DEAL,
    DEAL_DAY,
    FACE,
    FEIGNED,
    KEPT,
    MANDATE,
    NO_DEAL,
    STRUCK,
    TERMS,
    State,
)
from game.rules.worth import no_deal, worth

Tonight = tuple[int, int] | None
"""Tonight's odds of an incident and of war in 10,000, where they are known already."""


def clause_line(rules: Ruleset, view: State, side: int, number: int, status: str = "") -> ClauseLine:
    """Returns a clause form in words; the points are those of the reader's mandate."""
    form = rules.bundles.forms[number]
    clause = rules.scenario.clauses[form.clause]
    words = FORMS[form.form] if len(clause.forms) > 1 or form.form != "at_once" else ""
    points = rules.values[side][view[MANDATE + side] - 1][number] if view[MANDATE + side] else 0
    return ClauseLine(form.clause, number, clause.name, clause.text, words, form.giver, points, status)


def clause_lines(rules: Ruleset, view: State, side: int, numbers: Iterable[int]) -> tuple[ClauseLine, ...]:
    """Returns clause forms in words."""
    return tuple(clause_line(rules, view, side, number) for number in numbers)


def inbox(
    rules: Ruleset, view: State, side: int, tonight: Tonight = None, said: Sequence[str] = ()
) -> tuple[Letter, ...]:
    """Returns the letters of the other side that lie open, with what accepting and refusing each does.

    `said` is what the sender put to each, by number.
    """
    letters = _letters(rules, view, side, other(side), tonight)
    return tuple(replace(letter, said=said[letter.number - 1]) for letter in letters) if said else letters


def sent(rules: Ruleset, view: State, side: int) -> tuple[Letter, ...]:
    """Returns the side's own letters, under way or lying open."""
    return _letters(rules, view, side, side, None)


def _letters(rules: Ruleset, view: State, side: int, sender: int, tonight: Tonight) -> tuple[Letter, ...]:
    held = [(n, rules.letter(view, sender, n)) for n in range(LETTERS_OF_A_SIDE)]
    return tuple(_letter(rules, view, side, sender, n, letter, tonight) for n, letter in held if letter)


def _letter(rules: Ruleset, view: State, side: int, sender: int, number: int, letter: int, tonight: Tonight) -> Letter:
    mask = bundle_of(rules, letter)
    channel = rules.channels[channel_of(rules, letter)]
    gives = clause_lines(rules, view, side, bits(mask & rules.bundles.given[sender]))
    wants = clause_lines(rules, view, side, bits(mask & rules.bundles.given[other(sender)]))
    legal = legal_moves(rules, view).listed if view[ACTOR] == side and sender != side else ()
    accept, refuse = (rules.ids.answer + 2 * number + k for k in (0, 1))
    answers = [move for move in (accept, refuse) if move in legal]
    answer = [(format_move(rules, view, move), preview(rules, view, move, tonight)) for move in answers]
    texts, previews = zip(*answer, strict=True) if answer else (("", ""), ())
    return Letter(
        number=number + 1,
        channel=channel,
        channel_name=rules.scenario.channels[channel].name,
        sender=sender,
        gives=gives,
        wants=wants,
        arrives=short_date(day_date(rules, arrives(letter))),
        lapses=short_date(day_date(rules, lapses(letter))),
        days_left=lapses(letter) - view[DAY],
        open=arrives(letter) <= view[DAY],
        worth=worth(rules, view, side, mask),
        no_deal=no_deal(rules, view, side),
        accept=texts[0],
        refuse=texts[1],
        accepting=figures(rules, previews[0], side) if previews else (),
        refusing=figures(rules, previews[1], side) if previews else (),
        breakdown=deal_lines(rules, view, side, mask),
        no_deal_breakdown=no_deal_lines(rules, view, side),
        mask=mask,
    )


def deal(rules: Ruleset, view: State, side: int) -> Deal | None:
    """Returns the deal that has been signed as a side knows it, or None."""
    if view[DEAL] == NO_DEAL:
        return None
    lines = tuple(
        clause_line(rules, view, side, number, _status(rules, view, side, number)) for number in bits(view[TERMS])
    )
    last = view[DEAL_DAY] + rules.scenario.deals.settling_nights
    following = f"The months after begin on {full_date(day_date(rules, last))}." if view[DEAL] == STRUCK else ""
    signed = full_date(day_date(rules, view[DEAL_DAY]))
    return Deal(signed, lines, (view[FACE], view[FACE + 1]), following, standing_lines(rules, view, side))


def _status(rules: Ruleset, view: State, side: int, number: int) -> str:
    form, bit = rules.bundles.forms[number], 1 << number
    if view[BROKEN] & bit:
        return "broken"
    if view[FEIGNED] & bit:
        return "feigned"
    if view[KEPT] & bit:
        return "carried out"
    if form.deferred:
        return "owed in the months after"
    return f"due {short_date(day_date(rules, view[DEAL_DAY] + form.due))}"
