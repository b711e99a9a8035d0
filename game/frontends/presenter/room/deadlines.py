"""What runs out, and when: the running notice, the timetable, letters and what is owed."""

from collections.abc import Iterator

from game.frontends.presenter.reasons import Wording
from game.frontends.presenter.words import day_date, listed, odds, short_date, signed, state_word
from game.rules.moves import yes_odds
from game.rules.preview import ends
from game.rules.ruleset import Ruleset, channel_of, lapses, readable
from game.rules.sides import bits, other
from game.rules.slots import ACTOR, CHANCE, CLOSE, DAY, DEAL, DEAL_DAY, NO_DEAL, NODE, OWED, STRUCK, SUBJECT, State
from game.rules.transition import apply
from game.scenario.words import Change, Compare, Const, Days, walk


def notices(rules: Ruleset, view: State, side: int) -> tuple[str, ...]:
    """Returns, in sentences, everything a side knows of that runs out or falls due."""
    return (*_running(rules, view), *timetable(rules, view), *_letters(rules, view, side), *_owed(rules, view))


def deadline(rules: Ruleset, view: State) -> tuple[int, str] | None:
    """Returns the day on whose morning the running notice runs out, and the trigger that ends it, or None."""
    region = rules.scenario.roles.deadline
    if region is None:
        return None
    since, state = view[rules.slots.index.get(f"since.{region}", DAY)], rules.read(view, region)
    terms = [
        (since + nights, name)
        for name in rules.scenario.triggers
        for test in rules.resolved.conditions[("triggers", name, "when")]
        for part in walk(test)
        if (nights := _nights(part, region, state))
    ]
    return min(terms, default=None)


def _nights(test: object, region: str, state: int) -> int:
    """Returns how many days in its present state a test asks of a region, or 0."""
    match test:
        case Compare(Days(name, states), sign, Const(days)) if name == region and state in states and sign[0] == ">":
            return days + (sign == ">")
    return 0


def _running(rules: Ruleset, view: State) -> Iterator[str]:
    region, term = rules.scenario.roles.deadline, deadline(rules, view)
    if region and term:
        name, word = rules.scenario.regions[region].name, state_word(rules, region, rules.read(view, region))
        day = _date(rules, term[0])
        yield f"{name}: {word}, runs out on the morning of {day} if nothing changes"


def last_night(rules: Ruleset, after: State) -> Iterator[str]:
    """Yields what runs out this night, and what that brings, if the turn ends as it does in a state."""
    region, term = rules.scenario.roles.deadline, deadline(rules, after)
    if region and term and term[0] == after[DAY] + 1:
        changes = rules.resolved.changes[("triggers", term[1], "changes")]
        brings = listed(_change(rules, change) for change in changes)
        yield f"{rules.scenario.regions[region].name} runs out tonight if nothing else changes: {brings}."
    yield from (f"{line}." for line in timetable(rules, after))


def _change(rules: Ruleset, change: Change) -> str:
    word = Wording(rules)
    if change.state is not None:
        return f"{rules.scenario.regions[change.slot].name} {state_word(rules, change.slot, change.state)}"
    amount = change.by.constant if change.by else None
    return f"{word.slot(change.slot)} {'changes' if amount is None else signed(amount)}"


def timetable(rules: Ruleset, view: State) -> Iterator[str]:
    """Yields the odds that the timetable ends it tonight, and how it would end then."""
    closing = rules.timetable[view[DAY]] if view[DEAL] == NO_DEAL else 0
    if not closing:
        return
    n = [*view]
    n[ACTOR], n[NODE], n[SUBJECT] = CHANCE, CLOSE, 0
    chance, after = odds(closing), apply(rules, tuple(n), rules.ids.die)
    name, becomes = ends(rules, after)
    if name is None:
        return
    then = rules.scenario.endings[name].name
    if becomes:
        turning = odds(yes_odds(rules, after))
        then += f" (which may become {rules.scenario.endings[becomes].name}: {turning.percent})"
    yield f"The timetable may end it tonight: {chance.percent} ({chance.one_in}), then: {then}"


def _letters(rules: Ruleset, view: State, side: int) -> Iterator[str]:
    for sender in (other(side), side):
        for number, letter in readable(view, sender):
            channel = rules.scenario.channels[rules.channels[channel_of(rules, letter)]].name
            whose, last = "Your" if sender == side else "Their", _date(rules, lapses(letter))
            yield f"{whose} letter {number + 1} ({channel}) lapses after {last}"


def _owed(rules: Ruleset, view: State) -> Iterator[str]:
    if view[DEAL] != STRUCK:
        return
    for number in bits(view[OWED] & ~rules.bundles.deferred):
        form = rules.bundles.forms[number]
        name, day = rules.scenario.clauses[form.clause].name, _date(rules, view[DEAL_DAY] + form.due)
        yield f"Falls due on {day}: {name}"


def _date(rules: Ruleset, day: int) -> str:
    return short_date(day_date(rules, day))
