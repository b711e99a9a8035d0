"""Writing an offer: clauses in two columns, channels, and what a draft is worth and does."""

from game.frontends.presenter.basics import Odds
from game.frontends.presenter.figures import figures
from game.frontends.presenter.reasons import unmet
from game.frontends.presenter.room.intelligence import how_right, read_mandate
from game.frontends.presenter.table.breakdown import deal_lines, no_deal_lines
from game.frontends.presenter.table.letters import clause_lines
from game.frontends.presenter.table.offers import ChannelChoice, ClauseChoice, Composer, FormChoice, OfferSheet
from game.frontends.presenter.words import FORMS, day_date, odds, short_date
from game.rules.moves import legal_moves
from game.rules.notation import format_offer
from game.rules.preview import OfferFacts, preview, worth_to_them
from game.rules.ruleset import LETTERS_OF_A_SIDE, Ruleset, channel_of, readable
from game.rules.sides import BySide, bits, other
from game.rules.slots import ACTOR, BARRED, BUSY, DAY, DEAL, MANDATE, MOVE, NO_DEAL, NODE, State
from game.rules.worth import no_deal, worth
from game.scenario.schema import Clause

ANSWERS = "This answers their letter; that can then no longer be signed."
"""What to know before an offer goes out by a channel in which a letter of the other side lies open."""


def composer(rules: Ruleset, view: State, side: int) -> Composer:
    """Returns what a side may put into an offer now."""
    closed = no_offer(rules, view, side)
    choices = [_clause(rules, view, side, name, clause) for name, clause in rules.scenario.clauses.items()]
    channels = tuple(_channel(rules, view, side, number) for number in range(len(rules.channels)))
    ours = tuple(choice for choice in choices if choice.giver == side)
    theirs = tuple(choice for choice in choices if choice.giver != side)
    return Composer(ours, theirs, channels, not closed, closed)


def no_offer(rules: Ruleset, view: State, side: int) -> str:
    """Returns why a side can send no offer now, or `` if it can."""
    if view[DEAL] != NO_DEAL:
        return "a deal has been signed"
    if view[ACTOR] != side or view[NODE] != MOVE:
        return "it is not the moment to write"
    if all(rules.letter(view, side, number) for number in range(LETTERS_OF_A_SIDE)):
        return "two letters of yours are open already"
    if not legal_moves(rules, view).offers:
        reasons = [_channel(rules, view, side, number).reason for number in range(len(rules.channels))]
        return next((reason for reason in reasons if reason), "no clause is open now")
    return ""


def _clause(rules: Ruleset, view: State, side: int, name: str, clause: Clause) -> ClauseChoice:
    reason = unmet(rules, view, rules.resolved.conditions[("clauses", name, "when")])
    barred = bool(view[BARRED] & rules.bundles.clause_masks[name])
    forms = tuple(
        _form(rules, view, side, number, not reason and not barred) for number in bits(rules.bundles.clause_masks[name])
    )
    why = "off the table since it leaked" if barred else reason
    giver = rules.side(clause.given_by)
    return ClauseChoice(name, clause.name, clause.text, giver, clause.issue or name, forms, not why, why)


def _form(rules: Ruleset, view: State, side: int, number: int, is_open: bool) -> FormChoice:
    theirs = [values[number] for values in rules.values[other(side)]]
    mine = rules.values[side][view[MANDATE + side] - 1][number]
    reading = read_mandate(rules, view, side)
    read = None if reading is None else theirs[reading]
    form = rules.bundles.forms[number].form
    return FormChoice(number, FORMS[form], is_open, mine, (min(theirs), max(theirs)), read, form)


def _channel(rules: Ruleset, view: State, side: int, number: int) -> ChannelChoice:
    name = rules.channels[number]
    channel = rules.scenario.channels[name]
    busy = bool(view[BUSY + side] >> number & 1)
    reason = unmet(rules, view, rules.resolved.conditions[("channels", name, "when", side)])
    why = "your last letter by it is still open" if busy else reason
    day = view[DAY] + max(channel.delay, side)
    leak = rules.space["leak"][side * len(rules.channels) + number](view) if channel.secret else 0
    answered = [letter for _, letter in readable(view, other(side)) if channel_of(rules, letter) == number]
    return ChannelChoice(
        name,
        number,
        channel.name,
        channel.text,
        not why,
        why,
        short_date(day_date(rules, day)),
        short_date(day_date(rules, day + channel.lasts)),
        channel.secret,
        odds(leak),
        ANSWERS if answered else "",
        busy,
    )


def busy_channels(desk: Composer) -> str:
    """Returns a sentence for each channel that an own open letter closes, or ``."""
    return " ".join(f"{channel.name} is closed: {channel.reason}." for channel in desk.channels if channel.busy)


def offer_sheet(rules: Ruleset, view: State, side: int, channel: str, mask: int) -> OfferSheet:
    """Returns what a draft (clause forms as bits) is worth and does; `move` is empty where it cannot be sent."""
    sendable = bool(mask) and mask in rules.bundles.index
    number = rules.ids.offer + rules.channels.index(channel) * len(rules.bundles.masks)
    number += rules.bundles.index[mask] if sendable else 0
    is_open = sendable and view[ACTOR] == side and number in legal_moves(rules, view)
    of = preview(rules, view, number) if is_open else None
    them = worth_to_them(rules, view, side, mask) if mask in rules.bundles.index else (0,)
    facts = of.offer if of and of.offer else _unsent(rules, view, side, mask, them)
    values = rules.values[side][view[MANDATE + side] - 1]
    given, wanted = (list(bits(mask & rules.bundles.given[k])) for k in (side, other(side)))
    return OfferSheet(
        move=format_offer(rules, number) if is_open else "",
        reason="" if is_open else _why_not(rules, view, side, channel, mask),
        gives=clause_lines(rules, view, side, given),
        wants=clause_lines(rules, view, side, wanted),
        cost=sum(values[i] for i in given),
        gain=sum(values[i] for i in wanted),
        worth=facts.worth,
        no_deal=facts.no_deal,
        them=(min(facts.them), max(facts.them)),
        them_no_deal=facts.them_no_deal,
        them_by_mandate=_by_mandate(rules, side, facts.them),
        face=(facts.face.first, facts.face.second),
        leak=_leak(of.offer if of else None),
        arrives=short_date(day_date(rules, facts.arrives)) if is_open else "",
        lapses=short_date(day_date(rules, facts.lapses)) if is_open else "",
        red_line=crosses(rules, view, side, mask),
        figures=figures(rules, of, side) if of else (),
        read=_read(rules, view, side, facts.them),
        breakdown=deal_lines(rules, view, side, mask) if mask in rules.bundles.index else (),
        no_deal_breakdown=no_deal_lines(rules, view, side),
        answers=_channel(rules, view, side, rules.channels.index(channel)).answers if is_open else "",
    )


def _leak(facts: OfferFacts | None) -> Odds:
    return odds(facts.leak if facts else 0)


def _by_mandate(rules: Ruleset, side: int, them: tuple[int, ...]) -> tuple[tuple[str, int], ...]:
    mandates = rules.scenario.mandates[rules.scenario.side_names[other(side)]].values()
    return tuple((mandate.name, value) for mandate, value in zip(mandates, them, strict=False))


def _read(rules: Ruleset, view: State, side: int, them: tuple[int, ...]) -> tuple[str, int, str] | None:
    reading = read_mandate(rules, view, side)
    if reading is None or reading >= len(them):
        return None
    name, value = _by_mandate(rules, side, them)[reading]
    return name, value, how_right(rules, side)


def _unsent(rules: Ruleset, view: State, side: int, mask: int, them: tuple[int, ...]) -> OfferFacts:
    """Returns the worth of a draft that cannot be sent as it stands."""
    bundle = rules.bundles.index.get(mask)
    value = 0 if bundle is None else worth(rules, view, side, mask)
    face = BySide(0, 0) if bundle is None else BySide(rules.faces[0][bundle], rules.faces[1][bundle])
    return OfferFacts(value, no_deal(rules, view, side), them, no_deal(rules, view, other(side)), face, 0, 0, 0)


def _why_not(rules: Ruleset, view: State, side: int, channel: str, mask: int) -> str:
    if not mask:
        return "an offer needs at least one clause"
    if mask not in rules.bundles.index:
        return "these clauses exclude each other"
    number = rules.channels.index(channel)
    if mask & rules.bundles.secret and not rules.scenario.channels[channel].secret:
        return f"{rules.scenario.channels[channel].name} carries no secret clause"
    closed = [
        choice
        for i in bits(mask)
        if not (
            choice := _clause(rules, view, side, name := rules.bundles.forms[i].clause, rules.scenario.clauses[name])
        ).open
    ]
    if closed:
        return f"{closed[0].name}: {closed[0].reason}"
    return no_offer(rules, view, side) or _channel(rules, view, side, number).reason


def crosses(rules: Ruleset, view: State, side: int, mask: int) -> str:
    """Returns the side's own red line if a bundle breaks it, else ``."""
    number = view[MANDATE + side] - 1
    needs, never, _ = rules.red_lines[side][number]
    broken = bool(needs and not mask & needs) or bool(mask & never)
    mandates = [*rules.scenario.mandates[rules.scenario.side_names[side]].values()]
    return mandates[number].red_line.text if broken else ""
