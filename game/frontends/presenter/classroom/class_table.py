"""A class's finished matches beside each other and beside what happened."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from game.errors import KnotError
from game.frontends.presenter.basics import Odds
from game.frontends.presenter.debrief.parting import parted
from game.frontends.presenter.facts import nightfalls
from game.frontends.presenter.players import player_name
from game.frontends.presenter.words import day_date, listed, odds_of_any
from game.match.match import Match
from game.match.replay import past
from game.rules.odds import war_tonight
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, CHANCE, DAY, MANDATE, NIGHT, NODE

IN_FACT = "In fact"


@dataclass(frozen=True)
class ClassRow:
    """A match that is over: who played, with which mandate, from when to which ending, and what it risked.

    Peak and risk are those of the days that were played; `parted` is the first date on which it was no longer as in
    fact, None if it was to the end or nothing is told of that; `score` is 0 to 100 a side.
    """

    name: str
    players: BySide[str]
    mandates: BySide[str]
    began: date
    ending: str
    war: bool
    ended: date
    peak: int
    peak_date: date
    scores: BySide[int]
    risk: Odds
    parted: date | None

    @property
    def together(self) -> int:
        """Returns both scores added up, 0 to 200."""
        return self.scores.first + self.scores.second


@dataclass(frozen=True)
class ClassTable:
    """The matches of a class in the order of their names, what happened in fact, and what was left out and why."""

    title: str
    sides: BySide[str]
    gauge: str
    rows: tuple[ClassRow, ...]
    in_fact: ClassRow | None
    summary: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


def class_table(rules: Ruleset, matches: dict[str, Match], left_out: tuple[tuple[str, str], ...] = ()) -> ClassTable:
    """Returns the table of matches that are over, by name; raises ValueError if one of them is not."""
    path = _path(rules)
    rows = tuple(class_row(match, name, path) for name, match in matches.items())
    first, second = (rules.scenario.sides[side].name for side in rules.scenario.side_names)
    return ClassTable(
        title=rules.scenario.title,
        sides=BySide(first, second),
        gauge=rules.scenario.meters[rules.scenario.roles.gauge].name,
        rows=rows,
        in_fact=class_row(path, IN_FACT, path) if path else None,
        summary=_summary(rows),
        left_out=left_out,
    )


def class_row(match: Match, name: str, path: Match | None) -> ClassRow:
    """Returns a match in a line, beside the historical path if one is given; raises ValueError while it lasts."""
    rules, result = match.rules, match.outcome
    if result is None:
        raise ValueError("the match is not over")
    since = match.parent.ply if match.parent else 0
    peak, day = _peak(match, since)
    left = parted(match, path) if path else None
    ending = rules.scenario.endings[result.ending]
    return ClassRow(
        name=name,
        players=_players(match, path),
        mandates=BySide(*(_mandate(match, side) for side in (0, 1))),
        began=day_date(rules, match.states[since][DAY]),
        ending=ending.name,
        war=ending.war is not None,
        ended=day_date(rules, result.day),
        peak=peak,
        peak_date=day_date(rules, day),
        scores=result.scores,
        risk=_risk(match, since),
        parted=None if left is None else day_date(rules, left),
    )


def _path(rules: Ruleset) -> Match | None:
    """Returns the historical path if one is told to its end."""
    try:
        path = past(rules).match
    except KnotError:
        return None
    return path if path.outcome else None


def _players(match: Match, path: Match | None) -> BySide[str]:
    """Returns who played, in names; in fact it was the leaders."""
    scenario = match.rules.scenario
    if match is path:
        return BySide(*(scenario.sides[side].leader for side in scenario.side_names))
    return BySide(*(player_name(match.rules, match.players[side]) for side in scenario.side_names))


def _mandate(match: Match, side: int) -> str:
    mandates = match.rules.scenario.mandates[match.rules.scenario.side_names[side]]
    return [*mandates.values()][match.state[MANDATE + side] - 1].name


def _peak(match: Match, since: int) -> tuple[int, int]:
    """Returns the highest evening of the gauge, or its value at the end, and the first day of it."""
    slot = match.rules.slots.index[match.rules.scenario.roles.gauge]
    evenings = {**nightfalls(match.rules, match.states[since:])}
    evenings.setdefault(match.day, match.state[slot])
    value = max(evenings.values())
    return value, min(day for day, found in evenings.items() if found == value)


def _risk(match: Match, since: int) -> Odds:
    """Returns the chance that one of the nights that were played brought a war that nobody ordered."""
    nights = {
        state[DAY]: state for state in reversed(match.states[since:]) if state[ACTOR] == CHANCE and state[NODE] == NIGHT
    }
    return odds_of_any(war_tonight(match.rules, state) for state in nights.values())


def _summary(rows: tuple[ClassRow, ...]) -> tuple[str, ...]:
    if not rows:
        return ()
    endings = Counter(row.ending for row in rows).most_common()
    best, boldest = max(rows, key=lambda row: row.together), max(rows, key=lambda row: row.risk.of_ten_thousand)
    ends = listed(f"{ending} ({count})" for ending, count in endings)
    return (
        f"Games: {len(rows)}. They ended so: {ends}. Wars: {sum(row.war for row in rows)}.",
        f"Most points together: {best.name}, {best.together} of 200.",
        f"The greatest risk of war was run in {boldest.name}: {boldest.risk.percent}.",
    )
