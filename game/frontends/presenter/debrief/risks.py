"""The account of risk in words: nights, what their odds came from, and what stood between an incident and war."""

from collections import Counter

from game.frontends.presenter.debrief.debriefing import BrushCard, NightRow, RiskPart
from game.frontends.presenter.debrief.judging import brief
from game.frontends.presenter.describe import describe
from game.frontends.presenter.words import day_date, odds, short_date
from game.match.findings import Debrief, Night
from game.match.match import Match

ITSELF, REST = "The crisis itself, with no move at all", "Everything else"
PERCENT = 100
LARGEST = 9
"""How many moves are named among the sources of all nights' risk."""


def part(name: str, side: int | None, of_ten_thousand: int) -> RiskPart:
    """Returns something that a risk came from, with what it added in words."""
    whole, rest = divmod(abs(of_ten_thousand), PERCENT)
    sign = "+" if of_ten_thousand > 0 else "−" if of_ten_thousand else ""
    return RiskPart(name, side, of_ten_thousand, f"{sign}{whole}.{rest:02} %")


def night_rows(match: Match, of: Debrief) -> tuple[NightRow, ...]:
    """Returns every night with what its odds of war came from, the largest part first behind the crisis itself."""
    history = {night.day: night.war for night in of.history}
    return tuple(
        NightRow(
            night.day,
            short_date(day_date(match.rules, night.day)),
            odds(night.hazard),
            odds(night.war),
            odds(history[night.day]) if night.day in history else None,
            (part(ITSELF, None, night.itself), *_parts(match, night)),
        )
        for night in of.nights
    )


def causes(night: NightRow) -> tuple[RiskPart, ...]:
    """Returns what a night's odds of war came from, the small parts as one: they add up to the odds."""
    found = night.largest or tuple(part for part in night.parts if part.odds)
    rest = night.war.of_ten_thousand - sum(part.odds for part in found)
    return (*found, *([part(REST, None, rest)] if rest else []))


def _parts(match: Match, night: Night) -> list[RiskPart]:
    shares = sorted(night.shares, key=lambda share: -abs(share.odds))
    return [part(_named(match, share.ply), share.side, share.odds) for share in shares]


def _named(match: Match, ply: int) -> str:
    entry = match.history[ply]
    said = brief(entry.move, describe(match.rules, match.states[ply], entry.move))
    return f"{said} ({short_date(day_date(match.rules, entry.day))})"


def sources_of_risk(match: Match, of: Debrief) -> tuple[RiskPart, ...]:
    """Returns what all nights' odds together came from: they add up to the sum of the odds."""
    totals: Counter[tuple[int, int]] = Counter()
    for night in of.nights:
        for share in night.shares:
            totals[share.ply, share.side] += share.odds
    ranked = sorted(totals.items(), key=lambda total: (-abs(total[1]), total[0]))
    named = [part(_named(match, ply), side, total) for (ply, side), total in ranked[:LARGEST]]
    named.append(part(ITSELF, None, sum(night.itself for night in of.nights)))
    rest = sum(total for _, total in ranked[LARGEST:])
    return (*sorted(named, key=lambda found: -found.odds), *([part(REST, None, rest)] if rest else []))


def brush_cards(match: Match, of: Debrief) -> tuple[BrushCard, ...]:
    """Returns every die on war, with what stood between it and the war."""
    rules, cards = match.rules, []
    for brush in of.brushes:
        incident = rules.scenario.incidents[brush.incident]
        answer = incident.options[brush.answer.removeprefix("answer ")].name if brush.answer else ""
        date = short_date(day_date(rules, brush.day))
        cards.append(BrushCard(date, incident.name, answer, odds(brush.odds), brush.war, incident.averted_by or ""))
    return tuple(cards)
