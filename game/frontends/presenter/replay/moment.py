"""A moment of a replay as panels: who is to move, the knot, the map, the letters, how things stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.frontends.presenter.basics import Reading
from game.frontends.presenter.describe import terms_words
from game.frontends.presenter.facts import Facts, facts, said_in
from game.frontends.presenter.map.chart import chart
from game.frontends.presenter.map.charts import Chart
from game.frontends.presenter.map.things import things
from game.frontends.presenter.models import DayMark, Deal, Gauge, Header, Ladder, NewsItem
from game.frontends.presenter.readings import meters, regions
from game.frontends.presenter.room.header import gauge, header, ladders
from game.frontends.presenter.room.news import news
from game.frontends.presenter.stories import ReplayStep
from game.frontends.presenter.table.letters import deal
from game.frontends.presenter.words import day_date, short_date
from game.match.match import Match
from game.rules.ruleset import LETTERS_OF_A_SIDE, Ruleset, arrives, bundle_of, channel_of, lapses
from game.rules.slots import ACTOR, CHANCE, DAY, MANDATE, OVER, TURN, State
from game.rules.view import view
from game.rules.worth import no_deal, worth


@dataclass(frozen=True)
class OpenLetter:
    """A letter under way or lying open: who writes how, until when, its terms, and what it is worth to whom."""

    sender: int
    head: str
    when: str
    terms: str
    worth: tuple[str, ...]


@dataclass(frozen=True)
class Moment:
    """What there is to be seen at a moment of a replay; `mandates` are those that the reader knows, by side."""

    header: Header
    gauge: Gauge
    ladders: tuple[Ladder, Ladder]
    letters: tuple[OpenLetter, ...]
    deal: Deal | None
    readings: tuple[Reading, ...]
    mandates: tuple[tuple[int, str], ...]
    chart: Chart | None
    news: tuple[NewsItem, ...] = ()


def moment(match: Match, ply: int, side: int | None, steps: Sequence[ReplayStep] = ()) -> Moment:
    """Returns a match as it was before move number `ply`, as a side saw it or, with None, as it was in truth.

    `steps` are those of the replay: without a side, the time line tells them.
    """
    rules, states = match.rules, match.states[: ply + 1]
    reader = side or 0
    told = facts(rules, states, match.moves[:ply], reader, said_in(match)[:ply])
    seen = states[-1] if side is None else view(rules, states[-1], side)
    return Moment(
        header=_header(rules, seen, told, side, steps),
        gauge=gauge(rules, seen, reader),
        ladders=ladders(rules, seen),
        letters=tuple(_letters(rules, seen, side)),
        deal=deal(rules, seen, reader),
        readings=(*meters(rules, seen, reader), *regions(rules, seen, reader)),
        mandates=tuple(_mandates(rules, seen, side)),
        chart=_truth(rules, match, ply) if side is None else chart(rules, seen, side, told.openings),
        news=() if side is None else news(rules, told),
    )


def _header(rules: Ruleset, seen: State, told: Facts, side: int | None, steps: Sequence[ReplayStep]) -> Header:
    """Returns the line at the top; it says who is to move, whoever reads."""
    said, actor = header(rules, seen, told), seen[ACTOR]
    line = said.line if side is not None else tuple(_day(rules, day, steps) for day in said.line)
    if actor < CHANCE:
        turn = f"{rules.scenario.sides[rules.scenario.side_names[actor]].capital} to move"
        return replace(said, side=actor, turn=turn, yours=False, line=line, notices=())
    turn = "It is over" if actor == OVER else "Chance"
    return replace(said, side=seen[TURN] & 1, turn=turn, yours=False, line=line, notices=())


def _day(rules: Ruleset, day: DayMark, steps: Sequence[ReplayStep]) -> DayMark:
    """Returns a day of the time line with all that was done on it."""
    names = list(rules.scenario.sides.values())
    told = tuple(
        f"{names[step.side].capital}: {step.described}"
        for step in steps
        if step.day == day.day and step.side is not None and (day.gauge is not None or day.today)
    )
    return replace(day, told=(*told, *day.told[-1:]) if day.gauge is not None else told)


def _letters(rules: Ruleset, seen: State, side: int | None) -> list[OpenLetter]:
    held = [(sender, rules.letter(seen, sender, n)) for sender in (0, 1) for n in range(LETTERS_OF_A_SIDE)]
    return [_letter(rules, seen, side, sender, letter) for sender, letter in held if letter]


def _letter(rules: Ruleset, seen: State, side: int | None, sender: int, letter: int) -> OpenLetter:
    scenario, mask = rules.scenario, bundle_of(rules, letter)
    parties = [scenario.sides[name] for name in scenario.side_names]
    open_, last = arrives(letter) <= seen[DAY], short_date(day_date(rules, lapses(letter)))
    readers = (0, 1) if side is None else (side,)
    return OpenLetter(
        sender,
        f"{parties[sender].capital} writes: {scenario.channels[rules.channels[channel_of(rules, letter)]].name}",
        f"lies open until {last}" if open_ else f"arrives {short_date(day_date(rules, arrives(letter)))}",
        terms_words(rules, mask, sender),
        tuple(
            f"Worth {worth(rules, seen, k, mask)} to {parties[k].capital}; no deal is worth {no_deal(rules, seen, k)}"
            for k in readers
            if seen[MANDATE + k]
        ),
    )


def _mandates(rules: Ruleset, seen: State, side: int | None) -> list[tuple[int, str]]:
    """Returns the mandates that the reader knows for certain: its own, or both."""
    sides = (0, 1) if side is None else (side,)
    cards = [list(rules.scenario.mandates[name].values()) for name in rules.scenario.side_names]
    return [(k, cards[k][seen[MANDATE + k] - 1].name) for k in sides if seen[MANDATE + k]]


def _truth(rules: Ruleset, match: Match, ply: int) -> Chart | None:
    """Returns the map as it was: what is each side's own as that side knew it, with every incident."""
    states, state = match.states, match.states[ply]
    dawns = tuple(
        after for before, after in zip(states[:ply], states[1 : ply + 1], strict=True) if before[DAY] != after[DAY]
    )
    first, second = (chart(rules, state, side, dawns) for side in (0, 1))
    if first is None or second is None:
        return None
    own = {id_: mark for told in (first, second) for mark in told.places for id_ in [mark.id] if not mark.reported}
    sail = {mark.id: mark for mark in first.vessels} | {mark.id: mark for mark in second.vessels if mark.side == 1}
    today = short_date(day_date(rules, state[DAY]))
    whole = replace(
        first,
        places=tuple(own.get(mark.id, mark) for mark in first.places),
        vessels=tuple(sail.values()),
        incidents=tuple({mark.id: mark for mark in (*first.incidents, *second.incidents)}.values()),
        report=f"As it was on {today}",
    )
    return replace(whole, things=things(rules, whole, f"as of {today}"))
