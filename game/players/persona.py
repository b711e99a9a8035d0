"""The scripted leader: one way of bargaining, in whole numbers, with a temper that the scenario gives."""

from dataclasses import dataclass

from game.errors import KnotError
from game.players.acting import act, answer
from game.players.bargaining import Prospect, Table, lay_table
from game.players.player import Choice, Draw, Player
from game.rules.moves import LegalMoves, legal_moves
from game.rules.ruleset import Ruleset, arrives, bundle_of, channel_of
from game.rules.sides import other
from game.rules.slots import ACTOR, DAY, DEAL, INCIDENT, LETTERS, MONTHS, NO_DEAL, NODE, REFUSED, State
from game.rules.worth import worth
from game.scenario.story import Persona, Temper

EAGER = 5
"""Percent of its claim that each further letter of the other side adds to a leader's claim."""
LATE_DAY, LATE_COST = 12, 3
LOW_HOME = 30
SLACK = 2
NOISE = 4
FEAR_WEIGHT = 75
OFFER_MARGIN = 4


def persona(rules: Ruleset, name: str) -> Player:
    """Returns the scripted leader called `name`; raises KnotError if the scenario has none of that name."""
    if name not in rules.scenario.personas:
        raise KnotError(f"'{name}' is no persona of {rules.scenario.id}")
    written = rules.scenario.personas[name]

    def player(rules: Ruleset, view: State, draw: Draw) -> Choice:
        return choose(rules, view, written, name, draw)

    return player


def choose(rules: Ruleset, view: State, written: Persona, name: str, draw: Draw) -> Choice:
    """Returns what a persona does in a view in which its side is to move."""
    legal = legal_moves(rules, view)
    if view[NODE] == INCIDENT:
        return answer(rules, view, written, name, legal.listed, draw)
    if view[NODE] == MONTHS:
        return comply(written, legal, draw)
    talk = bargain(rules, view, written, legal, draw) if view[DEAL] == NO_DEAL else None
    return talk or act(rules, view, written, name, legal.listed, draw)


def comply(written: Persona, legal: LegalMoves, draw: Draw) -> Choice:
    """Returns whether a promise is kept, or feigned where it can be, or let lapse."""
    kept = draw(100) < written.temper.honest
    return Choice(legal.listed[0] if kept else legal.listed[1], written.sayings["comply"])


@dataclass(frozen=True)
class Stance:
    """Where a leader stands today: the worth below which it does not sign, and what it thinks the other needs."""

    reservation: int
    need: int


def bargain(rules: Ruleset, view: State, written: Persona, legal: LegalMoves, draw: Draw) -> Choice | None:
    """Returns an answer to a letter or an offer, or None when there is nothing more to say today."""
    side = view[ACTOR]
    letters = [
        (number, letter)
        for number in (0, 1)
        if (letter := rules.letter(view, other(side), number)) and arrives(letter) <= view[DAY]
    ]
    if not letters and not legal.offers:
        return None
    allowed = 0
    for _, forms in legal.offers:
        allowed |= forms
    table = lay_table(rules, view, side, allowed)
    stance = take_stance(rules, view, written.temper, table, side, draw)
    reply = reply_to(rules, view, written, stance, letters, draw)
    return reply or write(rules, view, written, legal, table, stance, letters, draw)


def percent_of_time(rules: Ruleset, view: State) -> int:
    """Returns how much of the time before the timetable begins has gone, from 0 to 100."""
    first = min(rules.scenario.calendar.timetable, default=rules.scenario.calendar.days)
    return min(100, (view[DAY] - 1) * 100 // max(1, first - 1))


def fear_of(rules: Ruleset, view: State, side: int) -> int:
    """Returns a side's fear of going on, 0 to 100, as the scenario reckons it from public things."""
    name = rules.scenario.roles.fear
    own = name in rules.resolved.names.side_reckonings
    return max(0, min(100, rules.reckon(view, name, side if own else None)))


def take_stance(rules: Ruleset, view: State, temper: Temper, table: Table, side: int, draw: Draw) -> Stance:
    """Returns the reservation and the other's supposed need, both moving with time, fear and letters.

    The reservation is a share of the way from no deal to the own ideal; the ideal leaves the other a little
    more than its fear makes no deal worth to it.
    """
    time, fear = percent_of_time(rules, view), fear_of(rules, view, side)
    soft = 100 - fear * temper.yields_to_fear // 100
    frightened = 100 - fear * FEAR_WEIGHT // 100
    ideal = table.best(table.theirs * frightened // 100 + SLACK)
    theirs = max((p.theirs for p in table.prospects if p.mine >= table.mine), default=table.theirs)
    share = temper.aspires_from - (temper.aspires_from - temper.aspires_to) * time * time // 10_000
    share += EAGER * max(0, view[LETTERS + other(side)] - 1)
    top = ideal.mine if ideal else table.mine
    reservation = (table.mine + share * max(0, top - table.mine) // 100) * soft // 100
    home = rules.read(view, f"{rules.scenario.side_names[side]}.{rules.scenario.roles.home}")
    reservation -= max(0, LOW_HOME - home) * 3 // 10 + LATE_COST * max(0, view[DAY] - LATE_DAY + 1)
    gives = temper.gives_from + (temper.gives_to - temper.gives_from) * time // 100
    need = (table.theirs + gives * max(0, theirs - table.theirs) // 100) * frightened // 100
    need += view[REFUSED + side] // 2 + draw(2 * NOISE + 1) - NOISE
    return Stance(reservation, need)


def reply_to(
    rules: Ruleset, view: State, written: Persona, stance: Stance, letters: list[tuple[int, int]], draw: Draw
) -> Choice | None:
    """Returns the acceptance of the best letter if it is good enough, the refusal of a very bad one, or None."""
    side = view[ACTOR]
    values = {number: worth(rules, view, side, bundle_of(rules, letter)) for number, letter in letters}
    if not values:
        return None
    best = max(values, key=lambda number: (values[number], -number))
    if values[best] + draw(2 * SLACK + 1) - SLACK >= stance.reservation:
        return Choice(rules.ids.answer + 2 * best, written.sayings["accept"])
    worst = min(values, key=lambda number: (values[number], number))
    if values[worst] < stance.reservation - 20 and len(values) > 1 and draw(100) < 40:
        return Choice(rules.ids.answer + 2 * worst + 1, written.sayings["refuse"])
    return None


def write(
    rules: Ruleset,
    view: State,
    written: Persona,
    legal: LegalMoves,
    table: Table,
    stance: Stance,
    letters: list[tuple[int, int]],
    draw: Draw,
) -> Choice | None:
    """Returns an offer, if it is time for one and there is one worth making, else None."""
    side, temper = view[ACTOR], written.temper
    gauge = rules.read(view, rules.scenario.roles.gauge)
    if not letters and gauge < temper.opens_at and view[DAY] <= temper.opens_after:
        return None
    own = sum(rules.letter(view, side, number) != 0 for number in (0, 1))
    if own and (fear_of(rules, view, side) < temper.two_letters_from or draw(100) >= 50):
        return None
    prospect = table.best(stance.need)
    if prospect is None or prospect.mine < stance.reservation - OFFER_MARGIN or prospect.mine <= table.mine:
        return None
    move = through(rules, view, legal, prospect, letters, draw)
    return None if move is None else Choice(move, written.sayings["offer"])


def through(
    rules: Ruleset, view: State, legal: LegalMoves, prospect: Prospect, letters: list[tuple[int, int]], draw: Draw
) -> int | None:
    """Returns the offer of a bundle through a fitting channel, an answering one first, or None if none is open."""
    number, size = rules.bundles.index[prospect.mask], len(rules.bundles.masks)
    fitting = [base for base, forms in legal.offers if not prospect.mask & ~forms]
    if not fitting:
        return None
    answering = [
        base for base in fitting if (base - rules.ids.offer) // size in {channel_of(rules, x) for _, x in letters}
    ]
    if answering:
        return answering[0] + number
    channels = list(rules.scenario.channels.values())
    weights = [3 if channels[(base - rules.ids.offer) // size].secret else 1 for base in fitting]
    left = draw(sum(weights))
    for base, weight in zip(fitting, weights, strict=True):
        left -= weight
        if left < 0:
            return base + number
    return fitting[-1] + number
