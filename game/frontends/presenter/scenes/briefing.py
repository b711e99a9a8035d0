"""What is read before and between turns: briefing, mandate, curtain, prologue."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.frontends.presenter.models import MandateCard, Want
from game.frontends.presenter.room.intelligence import how_right, read_mandate
from game.frontends.presenter.stories import Briefing, Card, Curtain
from game.frontends.presenter.words import (
    FORMS,
    MONTHS_AFTER,
    date_of,
    day_date,
    full_date,
    in_months,
    plain_date,
    short_date,
)
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import DAY, MANDATE, State
from game.scenario import story


def mandate_card(rules: Ruleset, side: int, number: int) -> MandateCard:
    """Returns a mandate of a side by number."""
    own = rules.scenario.mandates[rules.scenario.side_names[side]]
    id_, mandate = [*own.items()][number]
    wants: list[Want] = []
    for name, points in mandate.wants.items():
        clause = rules.scenario.clauses[name]
        if isinstance(points, int):
            wants.append(Want(clause.name, points))
        else:
            wants += [Want(f"{clause.name}, {FORMS[form]}", value) for form, value in points.items()]
    wants.sort(key=lambda want: -want.points)
    return MandateCard(id_, mandate.name, mandate.text, tuple(wants), mandate.red_line.text, mandate.red_line.costs)


def mandate_cards(rules: Ruleset, side: int, reading: int | None = None) -> tuple[MandateCard, ...]:
    """Returns every mandate that a side may have: both sides know them all, not which was drawn.

    `reading` is the number of the one that the other side's intelligence takes it to be, if it has looked.
    """
    cards = [mandate_card(rules, side, number) for number in range(len(rules.mandates[side]))]
    if reading is not None:
        cards[reading] = replace(cards[reading], read=how_right(rules, other(side)))
    return tuple(cards)


def briefing(rules: Ruleset, view: State, side: int, told: Mapping[int, tuple[str, ...]] | None = None) -> Briefing:
    """Returns what a side reads before its first turn; `told` is, by day, what it did and was told."""
    party = rules.scenario.sides[rules.scenario.side_names[side]]
    return Briefing(
        side,
        party.name,
        party.capital,
        party.leader,
        party.home,
        tuple(party.briefing),
        party.sees_other,
        mandate_card(rules, side, view[MANDATE + side] - 1),
        mandate_cards(rules, other(side), read_mandate(rules, view, side)),
        tuple((short_date(day_date(rules, day)), said) for day, said in (told or {}).items() if day < view[DAY]),
        date_of(rules, view),
    )


def curtain(rules: Ruleset, side: int, state: State) -> Curtain:
    """Returns what stands on the screen until the side that is to move sits down."""
    mine, theirs = (rules.scenario.sides[rules.scenario.side_names[k]] for k in (side, other(side)))
    return Curtain(
        side,
        mine.name,
        mine.capital,
        theirs.capital,
        MONTHS_AFTER.lower() if in_months(state) else f"day {state[DAY]}, {full_date(day_date(rules, state[DAY]))}",
        f"For {mine.capital} only",
        f"{theirs.capital} has moved. Change seats.",
    )


def prologue(rules: Ruleset) -> tuple[Card, ...]:
    """Returns the dated cards of the prologue."""
    return _cards(rules.scenario.prologue)


def closing(rules: Ruleset) -> tuple[Card, ...]:
    """Returns what followed in the real crisis, as dated cards."""
    return _cards(rules.scenario.history.closing if rules.scenario.history else ())


def _cards(cards: Iterable[story.Card]) -> tuple[Card, ...]:
    return tuple(Card(plain_date(c.date), c.title, c.text, c.source, c.disputed or "") for c in cards)
