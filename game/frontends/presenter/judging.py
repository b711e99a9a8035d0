"""Decisions in words: what is to be expected of a move and of another, and the sentence on it."""

from game.frontends.presenter.debriefing import MarkedMove, Measure
from game.frontends.presenter.describe import describe
from game.frontends.presenter.words import day_date, short_date
from game.match.findings import Debrief, Estimate, Judgement
from game.match.match import Match

PERCENT = 100
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
    other = describe(rules, state, judgement.other)
    return MarkedMove(
        ply=judgement.ply,
        day=judgement.day,
        date=short_date(day_date(rules, judgement.day)),
        side=judgement.side,
        who=rules.scenario.sides[rules.scenario.side_names[judgement.side]].name,
        mark=judgement.mark,
        turning=judgement.ply in of.turning,
        move=describe(rules, state, judgement.move),
        other=other,
        sentence=_sentence(judgement, other),
        own=measure(judgement.own),
        others=measure(judgement.others),
        lead=measure(judgement.lead),
        war=measure(judgement.war, PERCENT, " %"),
    )


def _sentence(of: Judgement, other: str) -> str:
    """Returns what is to be said of a move: the better one, or how far it stood above the rest."""
    lead = of.lead.mean
    gap = f"{tenths(abs(lead))} ± {tenths(of.lead.high - lead)}"
    expected = f"{measure(of.own).text} points were to be expected of it, {measure(of.others).text} of: {other}."
    if of.mark == "!":
        said = f"The only move: everything else costs its side at least {gap} points. {expected}"
    elif of.mark:
        said = f"It costs its side {gap} points. {expected}"
    elif lead < 0:
        said = f"Another move promised {gap} points more. {expected}"
    else:
        said = f"It was {gap} points better than the next best. {expected}"
    return said + _of_war(of.war)


def _of_war(war: Estimate) -> str:
    change = PERCENT * war.mean
    if abs(change) < TELLING or abs(change) < 2 * PERCENT * war.error:
        return ""
    about = f"{abs(change):.1f} ± {PERCENT * (war.high - war.mean):.1f}"
    return f" Of 100 games {about} {'more' if change > 0 else 'fewer'} end in war after it."
