"""Offers, the deals that were to be had, and how near the end came to the best of them, in words."""

from game.frontends.presenter.debrief.debriefing import ChanceCard, FrontierCard, OfferCard
from game.frontends.presenter.describe import terms_words
from game.frontends.presenter.words import IN_TRUTH, day_date, short_date
from game.match.findings import Debrief, Offer
from game.match.match import Match
from game.rules.ruleset import Ruleset
from game.rules.sides import other

FATES = {
    "accepted": "accepted",
    "refused": "refused",
    "answered": "answered by another letter",
    "lapsed": "left unanswered",
    "leaked": "leaked, and was off the table",
    "void": "void: something else was settled",
    "open": "open to the end",
}


def offer_cards(match: Match, of: Debrief) -> tuple[OfferCard, ...]:
    """Returns every letter with what came of it."""
    rules = match.rules
    return tuple(
        OfferCard(
            offer.day,
            short_date(day_date(rules, offer.day)),
            offer.side,
            rules.scenario.channels[offer.channel].name,
            terms_words(rules, offer.terms.mask),
            _pair(offer.terms.worth),
            _pair(offer.no_deal),
            _fate(match, offer),
            _why(match, offer),
        )
        for offer in of.offers
    )


def _pair(values: tuple[int, int]) -> tuple[int, int]:
    return values[0], values[1]


def _fate(match: Match, offer: Offer) -> str:
    if offer.fate == "open":
        return FATES["open"]
    return f"{FATES[offer.fate]}, {short_date(day_date(match.rules, match.history[offer.ended].day))}"


def _why(match: Match, offer: Offer) -> str:
    """Returns why a letter came to what it came to: its worth to reader and writer, and what the reader said."""
    if offer.fate == "accepted":
        return ""
    reader = other(offer.side)
    capital = match.rules.scenario.sides[match.rules.scenario.side_names[reader]].capital
    gain = offer.terms.worth[reader] - offer.no_deal[reader]
    said = [
        f"To {capital} it was then {IN_TRUTH} worth {abs(gain)} points {'less' if gain < 0 else 'more'} than no deal."
    ]
    if offer.crossed:
        said.append("It crossed the reader's red line.")
    if gain >= 0 and offer.terms.worth[offer.side] >= offer.no_deal[offer.side]:
        said.append("Both would have gained by it.")
    because = match.history[offer.ended].because if offer.fate in ("refused", "answered") else ""
    return " ".join([*said, *([f"“{because}”"] if because else [])])


def chance_cards(rules: Ruleset, of: Debrief) -> tuple[ChanceCard, ...]:
    """Returns the best deal that both would have signed on each morning, where there was one."""
    return tuple(
        ChanceCard(
            chance.day,
            short_date(day_date(rules, chance.day)),
            terms_words(rules, chance.best.mask),
            _pair(chance.best.worth),
            _pair(chance.no_deal),
            chance.best.joint,
        )
        for chance in of.chances
        if chance.best
    )


def _since(match: Match, of: Debrief) -> str:
    """Returns what a deal that was signed came to in the end, `` where that is what it was worth at first."""
    found, result = of.frontier, match.outcome
    if found is None or result is None or tuple(found.reached) == tuple(result.scores):
        return ""
    first, second = result.scores
    return f" With all that came after it was {first} + {second} = {first + second} at the end."


def frontier_card(match: Match, of: Debrief) -> FrontierCard | None:
    """Returns the frontier of possible deals and the point reached."""
    found, rules = of.frontier, match.rules
    if found is None:
        return None
    first, second = found.reached
    what = "The deal signed came to" if found.signed else "Without a deal it came to"
    when = " on the day it was signed" if found.signed else ""
    best = f"{found.percent} % of the best deal of {'that day' if found.signed else 'the last day for one'}"
    told = f"{what} {first} + {second} = {first + second} points{when}: {best}, {found.best.joint}."
    return FrontierCard(
        date=short_date(day_date(rules, found.day)),
        signed=found.signed,
        points=tuple(_pair(terms.worth) for terms in found.points),
        no_deal=_pair(found.no_deal),
        reached=(first, second),
        best=_pair(found.best.worth),
        terms=terms_words(rules, found.best.mask),
        percent=found.percent,
        sentence=told + _since(match, of),
    )
