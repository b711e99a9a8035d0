"""The night before a morning, as those who are to read of it may know it: dice, what changed, papers and telegrams.

Two readers before one screen are told only what is known to everybody: nothing here may then rest on what is hidden
from either of them, not even the odds of a die.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.frontends.presenter.basics import Odds
from game.frontends.presenter.dangers import told_at_night
from game.frontends.presenter.events import Step, number_event, state_event, told_of
from game.frontends.presenter.facts import facts_of
from game.frontends.presenter.models import Event, Ladder
from game.frontends.presenter.room.header import ladders
from game.frontends.presenter.room.news import news
from game.frontends.presenter.words import MONTHS_AFTER, day_date, full_date, odds, short_date, state_word
from game.match.match import Match
from game.rules.odds import hazard, war_tonight
from game.rules.preview import Line, changed, ends
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import (
    ACTOR,
    CHANCE,
    CLOSE,
    DAY,
    ENDING,
    FATE,
    MONTHS,
    NIGHT,
    NODE,
    OVER,
    SUBJECT,
    TIME,
    TURNS,
    WAR,
    State,
)
from game.rules.view import view as view_of

_STATES = ("region", "phase")
ONWARD = {MONTHS: MONTHS_AFTER}
"""What comes after a night, where that is not the day."""
_TOLD = (*_STATES, "world", "standing", "home", "trust")


@dataclass(frozen=True)
class Die:
    """A die of the night: what was at stake, how it fell, its odds where the reader knows them; `fell` if it befell."""

    text: str
    odds: Odds | None
    fell: bool
    more: str = ""


@dataclass(frozen=True)
class Dispatch:
    """Something in the morning's papers or telegrams, with its date line and the side it comes from, if any."""

    dateline: str
    text: str
    more: str = ""
    side: int | None = None
    private: bool = False


@dataclass(frozen=True)
class Night:
    """A night from nightfall to the morning; `gauge` and `alert` are those before and after it.

    `head` is what the papers are, `onward` what comes after them, `quiet` says so where nothing of them is public.
    """

    evening: str
    morning: str
    head: str
    onward: str
    day: int
    name: str
    gauge: tuple[int, int]
    alert: tuple[str, str]
    ladders: tuple[Ladder, Ladder]
    dice: tuple[Die, ...]
    changes: tuple[str, ...]
    papers: tuple[Dispatch, ...]
    quiet: str


def morning_after(match: Match) -> int:
    """Returns the day on which the last night of a match ends, 1 if none has fallen yet."""
    return max((state[DAY] + 1 for state in match.states if _falls(state)), default=1)


def night(match: Match, readers: Sequence[int]) -> Night | None:
    """Returns the last night of a match for one side, or for both together; None where there was none.

    For one reader what the other side has done openly since, on the new morning, is told as well.
    """
    rules, states, day = match.rules, match.states, morning_after(match) - 1
    if not day:
        return None
    fell = next(n for n, state in enumerate(states) if _falls(state) and state[DAY] == day)
    steps = [(states[n], match.moves[n], states[n + 1]) for n in range(match.ply)]
    dark = [step for step in steps[fell:] if step[0][DAY] == day]
    told = [step for step in steps if step[0][DAY] >= day and (step[0][DAY] == day or len(readers) == 1)]
    dusk, dawn = dark[0][0], dark[-1][2]
    last = dawn[DAY] == day and _war(rules, dawn)
    papers = (*_news(match, readers, day + 1), *_dispatches(rules, told, readers))
    role, alert = rules.scenario.roles.gauge, rules.scenario.roles.alert
    return Night(
        full_date(day_date(rules, day)),
        full_date(day_date(rules, day if last else day + 1)),
        "The last papers and telegrams" if last else "The morning's papers and telegrams",
        "See how it ended" if match.actor is None else ONWARD.get(match.state[NODE], "Begin the day"),
        day + 1,
        rules.scenario.meters[role].name,
        (rules.read(dusk, role), rules.read(dawn, role)),
        (state_word(rules, alert, rules.read(dusk, alert)), state_word(rules, alert, rules.read(dawn, alert))),
        ladders(rules, view_of(rules, match.state, readers[0])),
        tuple(_dice(rules, dark, readers)),
        tuple(_changes(rules, dusk, dawn, readers)),
        papers,
        "" if any(not item.private for item in papers) else "Nothing new in the papers.",
    )


def _falls(state: State) -> bool:
    return state[ACTOR] == CHANCE and state[NODE] == NIGHT


def _war(rules: Ruleset, state: State) -> bool:
    """Returns whether a match is over in a state, and in war."""
    return state[ACTOR] == OVER and rules.scenario.endings[rules.endings[state[ENDING] - 1]].war is not None


def _dice(rules: Ruleset, steps: Sequence[Step], readers: Sequence[int]) -> Iterator[Die]:
    """Yields the dice of the night that every reader is told of; a night without incident says what the odds were."""
    dusk = steps[0][0]
    found = [die for step in steps if step[0][ACTOR] == CHANCE for die in _die(rules, step, readers, dusk)]
    if not any(die.fell and die.more for die in found) and not _war(rules, steps[-1][2]):
        stood = _quiet(rules, dusk, readers)
        yield Die("A quiet night. An incident could have come." if stood else "A quiet night.", stood, False)
    yield from found
    if steps[-1][2][ACTOR] == OVER and steps[-1][0][NODE] in (NIGHT, FATE):
        yield _end(rules, steps[-1][2])


def _end(rules: Ruleset, state: State) -> Die:
    """Returns what ended the match in the night without a die of its own."""
    named = _ending(rules, state)
    if _war(rules, state):
        return Die("It has come to war.", None, True, named)
    return Die("Time is up." if state[TIME] else named, None, True)


def _ending(rules: Ruleset, state: State) -> str:
    return f"{rules.scenario.endings[rules.endings[state[ENDING] - 1]].name}."


def _quiet(rules: Ruleset, dusk: State, readers: Sequence[int]) -> Odds | None:
    """Returns the odds of an incident as one reader saw them, or None for two readers or where none could come."""
    chance = hazard(rules, view_of(rules, dusk, readers[0])) if len(readers) == 1 else 0
    return odds(chance) if chance else None


def _die(rules: Ruleset, step: Step, readers: Sequence[int], dusk: State) -> Iterator[Die]:
    before, move, _ = step
    rest = move.removeprefix("chance ")
    alone = len(readers) == 1
    seen = view_of(rules, before, readers[0])
    if before[NODE] == NIGHT and _shown(rules, rest, readers):
        incident, face = rules.scenario.incidents[rest], rules.incidents.index(rest)
        chance = dict(rules.night(seen)).get(face) if alone else None
        yield Die(incident.name, odds(chance) if chance else None, True, incident.text)
    elif before[NODE] == WAR:
        yield from _war_die(rules, step, readers, dusk)
    elif before[NODE] == CLOSE:
        fell = rest.endswith(" yes")
        said = "Time is up." if fell else "The timetable could have ended it."
        yield Die(said, odds(rules.timetable[before[DAY]]), fell)
    elif before[NODE] == TURNS:
        yield _turn(rules, before, rest.endswith(" yes"), odds(rules.space["turns"](seen)[0]) if alone else None)
    elif before[NODE] == FATE and rest.endswith(" yes"):
        if not alone and rules.scenario.each_night[rest.removesuffix(" yes")].reveals:
            return
        for event in _told(rules, step, readers):
            yield Die(event.text, _fate_odds(rules, seen, before[SUBJECT]) if alone else None, True)


def _war_die(rules: Ruleset, step: Step, readers: Sequence[int], dusk: State) -> Iterator[Die]:
    """Yields a die of war: to one who knew of the incident with its odds, to others only if it was war."""
    before, move, after = step
    number = before[SUBJECT] & 255
    known = len(readers) == 1 and _shown(rules, rules.incidents[number], readers)
    stood = odds(rules.space["war"][number](view_of(rules, before, readers[0]))) if known else None
    apart = told_at_night(odds(war_tonight(rules, view_of(rules, dusk, readers[0])))) if known else ""
    if move.endswith(" yes"):
        yield Die("It has come to war.", stood, True, f"{_ending(rules, after)} {apart}".strip())
    elif known:
        yield Die("It could have come to war.", stood, False, apart)


def _turn(rules: Ruleset, before: State, fell: bool, stood: Odds | None) -> Die:
    """Returns the die on whether one ending turns into another."""
    name, into = (rules.scenario.endings[word].name for word in ends(rules, before) if word)
    return Die(f"{name}. It goes on from there: {into}." if fell else f"{name}. It ends there.", stood, fell)


def _fate_odds(rules: Ruleset, seen: State, which: int) -> Odds | None:
    """Returns the odds of a nightly change as a side reckons them, or None where it did not expect one."""
    fate = rules.next_fate(seen, which)
    return odds(fate[1]) if fate and fate[0] == which else None


def _shown(rules: Ruleset, name: str, readers: Sequence[int]) -> bool:
    incident = rules.scenario.incidents.get(name)
    names = rules.scenario.side_names
    return incident is not None and all(incident.seen_by in (None, names[side]) for side in readers)


def _told(rules: Ruleset, step: Step, readers: Sequence[int]) -> list[Event]:
    """Returns what every reader is told of a step: what a side does openly the other is told, and itself knows."""
    lists = [[*told_of(rules, step, side)] for side in (0, 1)]
    actor = step[0][ACTOR]
    if actor == CHANCE:
        return [event for event in lists[readers[0]] if all(event in lists[side] for side in readers)]
    if len(readers) == 1 and actor != readers[0]:
        return lists[readers[0]]
    return [event for event in lists[other(actor)] if event.kind in ("act", "deal")]


def _changes(rules: Ruleset, dusk: State, dawn: State, readers: Sequence[int]) -> Iterator[str]:
    """Yields what is different in the morning, as every reader may know it."""
    side = readers[0]
    for line in changed(rules, view_of(rules, dusk, side), view_of(rules, dawn, side), side):
        if line.kind not in _TOLD or not line.seen or (len(readers) > 1 and not _open(rules, line)):
            continue
        tell = state_event if line.kind in _STATES else number_event
        yield tell(rules, line, dawn[DAY]).text


def _open(rules: Ruleset, line: Line) -> bool:
    """Returns whether what a line tells is hidden from nobody and belongs to both."""
    return line.side is None and rules.slots.index[line.name] not in rules.slots.hidden_from


def _news(match: Match, readers: Sequence[int], day: int) -> Iterator[Dispatch]:
    """Yields the morning's news: that for both sides is in the papers, that for one reader alone a telegram."""
    rules, scenario = match.rules, match.rules.scenario
    date = short_date(day_date(rules, day))
    known = [facts_of(match, side) for side in readers if side == match.actor or len(readers) == 1]
    lists = [news(rules, facts) for facts in known if facts.openings and facts.openings[-1][DAY] == day]
    for item in lists[0] if lists else ():
        private = len(scenario.news[item.id].to) == 1
        if len(readers) == 1 or not private:
            yield Dispatch(date, item.text, private=private)


def _dispatches(rules: Ruleset, steps: Sequence[Step], readers: Sequence[int]) -> Iterator[Dispatch]:
    """Yields what was done openly and what came to be known, with the place and the date it comes from."""
    for step in steps:
        before, move, _ = step
        if before[ACTOR] == CHANCE and before[NODE] in (NIGHT, WAR, FATE, CLOSE):
            events = [event for event in _told(rules, step, readers) if event.kind != "night"]
        else:
            events = _told(rules, step, readers)
        for event in events:
            yield _dispatch(rules, event, move)


def _dispatch(rules: Ruleset, event: Event, move: str) -> Dispatch:
    scenario, date = rules.scenario, short_date(day_date(rules, event.day))
    if event.kind not in ("act", "night", "deal") or event.side is None:
        return Dispatch(date, event.text, private=event.kind in ("letter", "found") and event.cue != "leaked")
    name = scenario.side_names[event.side]
    capital = scenario.sides[name].capital
    more = scenario.acts[name][move.partition(" ")[2]].text if event.kind == "act" else ""
    more = more.partition(". ")[0].rstrip(".") + "." if more else ""  # what follows are the rules of it
    text = event.text.removeprefix(f"{capital}: ").removeprefix(f"{capital} on ").removeprefix(f"{capital} ")
    return Dispatch(f"{capital}, {date}", text[:1].upper() + text[1:], more, event.side)
