"""Decisions in words: what is to be expected of a move and of another, and the sentence on it."""

from dataclasses import dataclass

from game.frontends.presenter.debrief.debriefing import MarkedMove, Measure
from game.frontends.presenter.describe import describe
from game.frontends.presenter.words import capital, day_date, short_date
from game.match.findings import Debrief, Estimate, Judgement
from game.match.match import Match

PERCENT = 100
ACT = "act "
LETTERS = ("offer ", "accept ", "refuse ")


@dataclass(frozen=True)
class LeftOut:
    """What was not done before an act: that a side did not, a note behind the act, and that it should have."""

    said: str
    note: str
    first: str


NO_LETTER = LeftOut("wrote no letter", "no letter before it", "first have written a letter")
NO_ANSWER = LeftOut("gave no answer", "no answer before it", "first have answered a letter")
TELLING = 2
"""The points by which a move must make war likelier for that to be said."""


def measure(of: Estimate, times: int = 1, unit: str = "") -> Measure:
    """Returns an estimate as a figure, multiplied and with a unit."""
    value, low, high = times * of.mean, times * of.low, times * of.high
    half = max(value - low, high - value)
    about = f" ± {half:.1f}" if of.games else ""
    return Measure(f"{tenths(value)}{about}{unit}", round(value, 6), round(low, 6), round(high, 6), of.games)


def tenths(value: float) -> str:
    """Returns a figure to one digit behind the point, with a true minus sign."""
    return f"{round(value, 1) + 0:.1f}".replace("-", "−")


def marked_move(match: Match, of: Debrief, judgement: Judgement) -> MarkedMove:
    """Returns a judgement in words."""
    rules, state = match.rules, match.states[judgement.ply]
    move, other = (describe(rules, state, text) for text in (judgement.move, judgement.other))
    party = rules.scenario.sides[rules.scenario.side_names[judgement.side]]
    short, note, omission = brief(judgement.move, move), "", ""
    if judgement.lead.mean < 0 and (missed := left_out(judgement.move, judgement.other)):
        omission, note = f"before “{short}” {party.capital} {missed.said}", f" ({missed.note})"
    verdict, toll = _verdict(judgement, omission), _toll(judgement.war)
    return MarkedMove(
        ply=judgement.ply,
        day=judgement.day,
        date=short_date(day_date(rules, judgement.day)),
        side=judgement.side,
        who=party.name,
        mark=judgement.mark,
        turning=judgement.ply in of.turning,
        move=move + note,
        short=short + note,
        other=other,
        instead=brief(judgement.other, other),
        sentence=" ".join([verdict, _expected(judgement, other), *([toll] if toll else [])]),
        verdict=verdict,
        toll=toll,
        own=measure(judgement.own),
        others=measure(judgement.others),
        lead=measure(judgement.lead),
        war=measure(judgement.war, PERCENT, " %"),
        omission=omission,
    )


def left_out(move: str, other: str) -> LeftOut | None:
    """Returns what was not done before a move if the other, both in notation, is one that leaves the turn open.

    An act ends the turn; a letter and an answer to one can always come before it.
    """
    if not move.startswith(ACT) or not other.startswith(LETTERS):
        return None
    return NO_LETTER if other.startswith(LETTERS[0]) else NO_ANSWER


def brief(move: str, said: str) -> str:
    """Returns a move in words without what a letter says; `move` is its notation."""
    return said.partition(": ")[0] if move.startswith(LETTERS) else said


def _verdict(of: Judgement, omission: str) -> str:
    """Returns how far a move stood below the better one, or above the rest."""
    lead = of.lead.mean
    gap = f"{tenths(abs(lead))} ± {tenths(of.lead.high - lead)}"
    if of.mark == "!":
        return f"The only move: everything else costs its side at least {gap} points."
    if not round(lead, 1):
        return "Another move promised as much."
    if omission:
        return f"{capital(omission)}: that promised {gap} points more."
    if of.mark:
        return f"It costs its side {gap} points."
    if lead < 0:
        return f"Another move promised {gap} points more."
    return f"It was {gap} points better than the next best."


def _expected(of: Judgement, other: str) -> str:
    return f"{measure(of.own).text} points were to be expected of it, {measure(of.others).text} of: {other}."


def _toll(war: Estimate) -> str:
    change = PERCENT * war.mean
    if abs(change) < TELLING or abs(change) < 2 * PERCENT * war.error:
        return ""
    about = f"{abs(change):.1f} ± {PERCENT * (war.high - war.mean):.1f}"
    return f"Of 100 games {about} {'more' if change > 0 else 'fewer'} end in war after it."
