"""The war room: the main screen of a side, put together."""

from game.frontends.presenter.facts import Facts
from game.frontends.presenter.map.chart import chart
from game.frontends.presenter.models import WarRoom
from game.frontends.presenter.readings import meters
from game.frontends.presenter.room.acts import rungs
from game.frontends.presenter.room.advice import advice
from game.frontends.presenter.room.header import gauge, header, ladders
from game.frontends.presenter.room.intelligence import read_mandate
from game.frontends.presenter.room.news import NO_NEWS, news
from game.frontends.presenter.scenes.briefing import mandate_card, mandate_cards
from game.frontends.presenter.table.composer import no_offer
from game.frontends.presenter.table.letters import deal, inbox, sent
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import MANDATE, State


def war_room(rules: Ruleset, view: State, facts: Facts) -> WarRoom:
    """Returns the whole main screen of a side from its view."""
    side = facts.side
    closed = no_offer(rules, view, side)
    top = gauge(rules, view, side)
    items = news(rules, facts)
    tonight = (top.hazard.of_ten_thousand, top.war.of_ten_thousand)
    return WarRoom(
        header=header(rules, view, facts),
        gauge=top,
        ladders=ladders(rules, view),
        meters=meters(rules, view, side),
        news=items,
        since=facts.since,
        inbox=inbox(rules, view, side, tonight, facts.said),
        sent=sent(rules, view, side),
        can_offer=not closed,
        no_offer=closed,
        rungs=rungs(rules, view, side),
        voices=advice(rules, view, side),
        mandate=mandate_card(rules, side, view[MANDATE + side] - 1),
        deal=deal(rules, view, side),
        chart=chart(rules, view, side, facts.openings),
        others=mandate_cards(rules, other(side), read_mandate(rules, view, side)),
        past_letters=facts.past_letters,
        quiet=_quiet(facts, bool(items) or not rules.scenario.news),
    )


def _quiet(facts: Facts, told: bool) -> str:
    """Returns in a line what of the morning brought nothing, `` if there was news, if any, and something else."""
    learned = "" if facts.since or facts.parting is None else "Nothing has come to be known since your last turn."
    return f"{learned} {'' if told else NO_NEWS}".strip()
