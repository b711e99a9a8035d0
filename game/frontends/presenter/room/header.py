"""The top of every screen: date, gauge, alert, tonight's odds, balance of threats, ladders."""

from game.frontends.presenter.facts import Facts
from game.frontends.presenter.models import Alert, Band, DayMark, Dial, Gauge, Header, Ladder
from game.frontends.presenter.room.deadlines import notices
from game.frontends.presenter.words import band_word, date_of, day_date, halves, in_months, odds, short_date, state_word
from game.rules.odds import hazard, war_tonight
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import (
    ACTOR,
    CHANCE,
    CLIMBED,
    DAY,
    DEAL,
    LADDER,
    NO_DEAL,
    OVER,
    OWED,
    REFUSED,
    STRUCK,
    TURN,
    State,
)
from game.rules.worth import no_deal, standing
from game.scenario.words import Call, Compare, Const, Join, Test

LEAST_SCALE = 18
AS_REPORTED = "as last reported"


def header(rules: Ruleset, view: State, facts: Facts) -> Header:
    """Returns where and when a side is, and whose turn it is."""
    scenario, side, day = rules.scenario, facts.side, view[DAY]
    party = scenario.sides[scenario.side_names[side]]
    return Header(
        title=scenario.title,
        date=date_of(rules, view),
        day=day,
        days=scenario.calendar.days,
        months=in_months(view),
        side=side,
        side_name=party.name,
        short=party.short,
        capital=party.capital,
        turn=_turn(rules, view, side),
        yours=view[ACTOR] == side,
        phase=state_word(rules, scenario.roles.phase, rules.read(view, scenario.roles.phase)),
        line=tuple(_day_mark(rules, view, facts, day) for day in range(1, scenario.calendar.days + 1)),
        notices=() if view[ACTOR] == OVER else notices(rules, view, side),
    )


def _turn(rules: Ruleset, view: State, side: int) -> str:
    if view[ACTOR] == OVER:
        return "It is over"
    if view[ACTOR] == side:
        return "Your turn"
    if view[ACTOR] == CHANCE and view[TURN] == other(side):
        return "Night"
    return f"{rules.scenario.sides[rules.scenario.side_names[other(side)]].capital} is to move"


def _day_mark(rules: Ruleset, view: State, facts: Facts, day: int) -> DayMark:
    closing = rules.timetable[day] if view[DEAL] == NO_DEAL and day >= view[DAY] else 0
    date = short_date(day_date(rules, day))
    ends, fell, told = odds(closing) if closing else None, facts.nightfalls.get(day), list(facts.told.get(day, ()))
    if fell is not None:
        told.append(f"{rules.scenario.meters[rules.scenario.roles.gauge].name} at nightfall: {fell}")
    elif ends:
        told.append(f"The timetable may end it this night: {ends.one_in}")
    return DayMark(day, date, fell, day == view[DAY] and not in_months(view), ends, tuple(told))


def gauge(rules: Ruleset, view: State, side: int) -> Gauge:
    """Returns the public gauge with the alert and tonight's odds as a side can reckon them."""
    roles = rules.scenario.roles
    meter = rules.scenario.meters[roles.gauge]
    value = rules.read(view, roles.gauge)
    bands = tuple(Band(band.to, band.text) for band in meter.bands)
    return Gauge(
        meter.name,
        value,
        meter.low,
        meter.high,
        band_word(rules, roles.gauge, value),
        bands,
        alert(rules, view),
        odds(hazard(rules, view)),
        odds(war_tonight(rules, view)),
        balance(rules, view, side),
    )


def alert(rules: Ruleset, view: State) -> Alert:
    """Returns the alert with all its words."""
    region = rules.scenario.regions[rules.scenario.roles.alert]
    words, index = tuple(region.states.values()), rules.read(view, rules.scenario.roles.alert)
    return Alert(region.name, words[index], index, words)


def balance(rules: Ruleset, view: State, side: int) -> Dial:
    """Returns the balance of threats with the names of its ends, and what it makes no deal worth."""
    roles = rules.scenario.roles
    low, high = ends(rules)
    return Dial(
        "Balance of threats",
        rules.reckon(view, roles.balance),
        low,
        high,
        no_deal(rules, view, side),
        _side_reckoning(rules, view, roles.yielding, side),
        _side_reckoning(rules, view, roles.fear, side),
        None if view[DEAL] == NO_DEAL else standing(rules, view, side),
        AS_REPORTED if view[DEAL] == STRUCK and view[OWED] else "",
    )


def _side_reckoning(rules: Ruleset, view: State, name: str, side: int) -> int:
    shared = name in rules.resolved.reckonings
    return rules.reckon(view, name, None if shared else side)


def ends(rules: Ruleset) -> tuple[str, str]:
    """Returns the names of the endings that lie at the low and the high end of the balance, or the sides' names."""
    second, first = (rules.scenario.sides[name].name for name in reversed(rules.scenario.side_names))
    found = {"<": second, ">": first}
    for name in reversed(rules.endings):
        for test in rules.resolved.conditions.get(("endings", name, "when"), ()):
            sign = _end(test, rules.scenario.roles.balance)
            if sign:
                found[sign] = rules.scenario.endings[name].name
    return found["<"], found[">"]


def _end(test: Test, name: str) -> str:
    match test:
        case Compare(Call(called), sign, Const()) if called == name:
            return sign[0] if sign[0] in "<>" else ""
        case Join("and", parts):
            return next((sign for part in parts if (sign := _end(part, name))), "")
    return ""


def ladders(rules: Ruleset, view: State) -> tuple[Ladder, Ladder]:
    """Returns the escalation ladders of both sides."""
    tops = [max(persona.temper.ladder) for persona in rules.scenario.personas.values()]
    scale = max(LEAST_SCALE, view[LADDER], view[LADDER + 1], *tops)
    names = [rules.scenario.sides[side].name for side in rules.scenario.side_names]
    first, second = (
        Ladder(k, names[k], view[LADDER + k], view[CLIMBED + k], scale, halves(view[REFUSED + k])) for k in (0, 1)
    )
    return first, second
