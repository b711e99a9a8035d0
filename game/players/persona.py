"""The scripted leader: one way of bargaining, in whole numbers, with a temper that the scenario gives."""

from dataclasses import dataclass
from functools import cached_property

from game.players.acting import act, answer
from game.players.bargaining import Ledger, Prospect, Table
from game.players.player import Choice, Draw, Player
from game.players.script import Script, make_script
from game.rules.moves import duties, forms_in
from game.rules.ruleset import Parts, Ruleset, bundle_of, channel_of, readable
from game.rules.sides import other
from game.rules.slots import (
    BREACHES,
    DAY,
    DEAL,
    INCIDENT,
    LETTER,
    LETTERS,
    MANDATE,
    MONTHS,
    NO_DEAL,
    NODE,
    REFUSED,
    State,
)
from game.rules.worth import worth

EAGER = 8
"""Percent of its claim that each further letter of the other side adds to a leader's claim."""
GRUDGE = 10
"""Percent of its claim that each broken promise of the other side adds."""
LATE_DAY, LATE_COST = 12, 3
LOW_HOME = 30
SLACK = 2
NOISE = 4
FEAR_WEIGHT = 75
OFFER_MARGIN = 4
WAY_OUT = 4
"""Points by which a leader gives more once the gauge stands above its cap, so that the other finds a way out."""
BAD = 20
"""Points below its reservation at which a leader refuses the worse of two letters outright."""


def persona(rules: Ruleset, name: str) -> Player:
    """Returns the scripted leader called `name`; raises KnotError if the scenario has none of that name."""
    script, ledger = make_script(rules, name), Ledger(rules)

    def player(rules: Ruleset, view: State, draw: Draw) -> Choice:
        return choose(rules, script, ledger, view, draw)

    return player


def choose(rules: Ruleset, script: Script, ledger: Ledger, view: State, draw: Draw) -> Choice:
    """Returns what a persona does in a view in which its side is to move."""
    node = view[NODE]
    if node == INCIDENT:
        return answer(rules, script, view, duties(rules, view), draw)
    if node == MONTHS:
        return comply(script, duties(rules, view), draw)
    talk = Talk(rules, script, ledger, view, draw).move() if view[DEAL] == NO_DEAL else None
    return talk or act(script, view, rules.listed[script.side](view), draw)


def comply(script: Script, duties: tuple[int, ...], draw: Draw) -> Choice:
    """Returns whether a promise is kept, or feigned where it can be, or let lapse."""
    kept = draw(100) < script.temper.honest
    return Choice(duties[0] if kept else duties[1], script.sayings.comply)


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a leader stands today: the worth below which it does not sign, and what it thinks the other needs."""

    reservation: int
    need: int


class Talk:
    """One leader's talking of one moment: what it answers, what it writes."""

    def __init__(self, rules: Ruleset, script: Script, ledger: Ledger, view: State, draw: Draw) -> None:
        self.rules, self.script, self.ledger, self.view, self.draw = rules, script, ledger, view, draw
        self.side, self.them = script.side, other(script.side)
        self.letters = readable(view, self.them)

    @cached_property
    def fear(self) -> int:
        """Returns how much the leader fears to go on, 0 to 100."""
        return self.script.fears(self.rules, self.view)

    def move(self) -> Choice | None:
        """Returns an answer to a letter or an offer, or None when there is nothing more to say today."""
        writes = self.would_write()
        if not self.letters and not writes:
            return None
        offers = self.rules.offers[self.side](self.view)
        if not self.letters and not offers:
            return None
        table = Table(self.ledger, self.view, self.side, forms_in(offers))
        stance = self.take_stance(table)
        reply = self.reply(stance)
        return reply or (self.write(offers, table, stance) if writes and offers else None)

    def would_write(self) -> bool:
        """Returns whether this is the time for a letter."""
        view, temper = self.view, self.script.temper
        gauge = view[self.script.gauge]
        if not self.letters and gauge < temper.opens_at and view[DAY] <= temper.opens_after:
            return False
        own = view[LETTER + 2 * self.side] or view[LETTER + 2 * self.side + 1]
        return not own or (self.fear >= temper.two_letters_from and self.draw(100) < 50)

    def take_stance(self, table: Table) -> Stance:
        """Returns the reservation and the other's supposed need, both moving with time, fear and letters.

        The reservation is a share of the way from no deal to the own ideal; the ideal leaves the other a little
        more than its fear makes no deal worth to it.
        """
        view, temper, side = self.view, self.script.temper, self.side
        time, fear = percent_of_time(self.rules, view), self.fear
        soft = 100 - fear * temper.yields_to_fear // 100
        frightened = 100 - fear * FEAR_WEIGHT // 100
        ideal = table.best(table.theirs * frightened // 100 + SLACK)
        kindest = table.kindest(table.mine)
        share = temper.aspires_from - (temper.aspires_from - temper.aspires_to) * time * time * time // 1_000_000
        share += EAGER * max(0, view[LETTERS + self.them] - 1) + GRUDGE * view[BREACHES + self.them]
        top = ideal.mine if ideal else table.mine
        reservation = (table.mine + share * max(0, top - table.mine) // 100) * soft // 100
        reservation -= max(0, LOW_HOME - view[self.script.home]) * 3 // 10
        reservation -= LATE_COST * max(0, view[DAY] - LATE_DAY + 1)
        gives = temper.gives_from + (temper.gives_to - temper.gives_from) * time // 100
        most = kindest.theirs if kindest else table.theirs
        need = (table.theirs + gives * max(0, most - table.theirs) // 100) * frightened // 100
        need += view[REFUSED + side] // 2 + self.draw(2 * NOISE + 1) - NOISE
        return Stance(reservation, need + WAY_OUT * (view[self.script.gauge] > temper.cap))

    def reply(self, stance: Stance) -> Choice | None:
        """Returns the acceptance of the best letter if it is good enough, the refusal of a very bad one, or None."""
        rules, answers, draw = self.rules, self.rules.ids.answer, self.draw
        if not self.letters:
            return None
        ranked = sorted(
            (worth(rules, self.view, self.side, bundle_of(rules, letter)), -n) for n, letter in self.letters
        )
        value, best = ranked[-1]
        if value + draw(2 * SLACK + 1) - SLACK >= stance.reservation:
            return Choice(answers - 2 * best, self.script.sayings.accept)
        value, worst = ranked[0]
        if value < stance.reservation - BAD and len(ranked) > 1 and draw(100) < 40:
            return Choice(answers - 2 * worst + 1, self.script.sayings.refuse)
        return None

    def write(self, offers: Parts, table: Table, stance: Stance) -> Choice | None:
        """Returns an offer worth making, or None: first as if under another mandate while it dares to bluff."""
        least = max(stance.reservation - OFFER_MARGIN, table.mine + 1)
        prospect = self.bluff(table, stance, offers) if self.fear < self.script.temper.bluffs_below else None
        if prospect is None or prospect.mine < least:
            prospect = table.best(stance.need)
        if prospect is None or prospect.mine < least:
            return None
        move = self.through(offers, prospect)
        if move is None:
            return None
        says = self.script.sayings
        return Choice(move, says.counter if self.letters else says.offer)

    def bluff(self, table: Table, stance: Stance, offers: Parts) -> Prospect | None:
        """Returns the offer that a leader with the next mandate of the list would make."""
        count = len(self.rules.mandates[self.side])
        feigned = self.view[MANDATE + self.side] % count
        return Table(self.ledger, self.view, self.side, forms_in(offers), feigned).best(stance.need)

    def through(self, offers: Parts, prospect: Prospect) -> int | None:
        """Returns the offer of a bundle through a fitting channel, an answering one first, or None if none is open."""
        rules, size = self.rules, len(self.rules.bundles.masks)
        number = rules.bundles.index[prospect.mask]
        fitting = [base for base, forms in offers if not prospect.mask & ~forms]
        theirs = [channel_of(rules, letter) for _, letter in self.letters]
        for base in fitting:
            if (base - rules.ids.offer) // size in theirs:
                return base + number
        weights = self.script.temper.channels
        names = rules.channels
        shares = [weights.get(names[(base - rules.ids.offer) // size], 1) for base in fitting]
        left = self.draw(sum(shares)) if fitting else 0
        for base, share in zip(fitting, shares, strict=True):
            left -= share
            if left < 0:
                return base + number
        return None


def percent_of_time(rules: Ruleset, view: State) -> int:
    """Returns how much of the time before the timetable begins has gone, from 0 to 100."""
    first = min(rules.scenario.calendar.timetable, default=rules.scenario.calendar.days)
    return min(100, (view[DAY] - 1) * 100 // max(1, first - 1))
