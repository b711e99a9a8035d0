"""What a team reads to play a side from some morning on: its own view and nothing that the other side keeps to itself.

Its mandate is not in it: mandates are handed out one by one.
"""

from dataclasses import dataclass, replace

from game.frontends.presenter.describe import bundle_words
from game.frontends.presenter.facts import Facts, facts_of
from game.frontends.presenter.models import Gauge, Ladder, Letter, NewsItem, Reading, Rung
from game.frontends.presenter.readings import meters, regions
from game.frontends.presenter.room.acts import rungs
from game.frontends.presenter.room.header import gauge, ladders
from game.frontends.presenter.room.news import news
from game.frontends.presenter.table.letters import inbox, sent
from game.frontends.presenter.words import FORMS, day_date, full_date, short_date
from game.match.match import Match
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import ACTOR, DAY, MOVE, NODE, State


@dataclass(frozen=True)
class Seat:
    """A voice in the room, for a pupil to take: name, post, and what he leans to."""

    name: str
    post: str
    stance: str


@dataclass(frozen=True)
class Term:
    """A clause that may be put into a letter, with the forms it may have."""

    name: str
    text: str
    forms: str


@dataclass(frozen=True)
class PastDay:
    """A day that is over: what the side did and was told, in sentences, and the news of its morning."""

    date: str
    told: tuple[str, ...]
    news: tuple[NewsItem, ...]


@dataclass(frozen=True)
class Dossier:
    """All that a side knows on a morning; `ours` and `theirs` are what each side could give."""

    side: int
    title: str
    name: str
    short: str
    capital: str
    leader: str
    home: str
    date: str
    briefing: tuple[str, ...]
    sees_other: str
    seats: tuple[Seat, ...]
    before: tuple[PastDay, ...]
    today: tuple[NewsItem, ...]
    gauge: Gauge
    ladders: tuple[Ladder, Ladder]
    meters: tuple[Reading, ...]
    regions: tuple[Reading, ...]
    letters: tuple[str, ...]
    rungs: tuple[Rung, ...]
    ours: tuple[Term, ...]
    theirs: tuple[Term, ...]
    channels: tuple[tuple[str, str], ...]


LEANS = {"hawk": "trusts in force", "owl": "weighs, and fears accidents", "dove": "trusts in talks"}
"""What the stances of advisers mean."""


def dossier(match: Match, side: int) -> Dossier:
    """Returns the dossier of a side (0 or 1) for the present moment of a match, as if it were to move."""
    rules, facts = match.rules, facts_of(match, side)
    view = _at_its_turn(match.view(side), side)
    party = rules.scenario.sides[rules.scenario.side_names[side]]
    news_of = _news_by_day(rules, facts)
    return Dossier(
        side=side,
        title=rules.scenario.title,
        name=party.name,
        short=party.short,
        capital=party.capital,
        leader=party.leader,
        home=party.home,
        date=full_date(day_date(rules, match.day)),
        briefing=tuple(party.briefing),
        sees_other=party.sees_other,
        seats=_seats(rules, side),
        before=_before(rules, facts, news_of, match.day),
        today=news_of.get(match.day, ()),
        gauge=gauge(rules, view, side),
        ladders=ladders(rules, view),
        meters=meters(rules, view, side),
        regions=regions(rules, view, side),
        letters=tuple(_letter(rules, view, side, letter) for letter in _letters(rules, view, side)),
        rungs=rungs(rules, view, side),
        ours=_terms(rules, side),
        theirs=_terms(rules, other(side)),
        channels=tuple((channel.name, channel.text) for channel in rules.scenario.channels.values()),
    )


def _at_its_turn(view: State, side: int) -> State:
    """Returns a view as it is once the side is to move, if the other one does nothing before."""
    n = [*view]
    n[ACTOR], n[NODE] = side, MOVE
    return tuple(n)


def _seats(rules: Ruleset, side: int) -> tuple[Seat, ...]:
    advisers = rules.scenario.advisers.get(rules.scenario.side_names[side], {}).values()
    return tuple(Seat(adviser.name, adviser.post, LEANS[adviser.stance]) for adviser in advisers)


def _news_by_day(rules: Ruleset, facts: Facts) -> dict[int, tuple[NewsItem, ...]]:
    mornings = facts.openings
    return {
        morning[DAY]: news(rules, replace(facts, openings=mornings[: number + 1]))
        for number, morning in enumerate(mornings)
    }


def _before(rules: Ruleset, facts: Facts, news_of: dict[int, tuple[NewsItem, ...]], today: int) -> tuple[PastDay, ...]:
    return tuple(
        PastDay(short_date(day_date(rules, day)), facts.told.get(day, ()), news_of.get(day, ()))
        for day in range(1, today)
        if facts.told.get(day) or news_of.get(day)
    )


def _letters(rules: Ruleset, view: State, side: int) -> tuple[Letter, ...]:
    return (*inbox(rules, view, side), *sent(rules, view, side))


def _letter(rules: Ruleset, view: State, side: int, letter: Letter) -> str:
    """Returns a letter in a sentence, without what it is worth: that depends on the mandate."""
    capital = rules.scenario.sides[rules.scenario.side_names[other(side)]].capital
    whose = f"You wrote to {capital}" if letter.sender == side else f"{capital} wrote to you"
    rest = f"It can be answered until {letter.lapses}."
    return f"{letter.channel_name}. {whose}: {bundle_words(rules, letter.mask, side)}. {rest}"


def _terms(rules: Ruleset, giver: int) -> tuple[Term, ...]:
    own = rules.scenario.side_names[giver]
    return tuple(
        Term(clause.name, clause.text, " or ".join(FORMS[form] for form in clause.forms))
        for clause in rules.scenario.clauses.values()
        if clause.given_by == own
    )
