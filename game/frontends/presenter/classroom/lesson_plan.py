"""A plan for a lesson with a scenario: what fits into how many minutes, what to do when, what to discuss."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.frontends.presenter.debrief.debriefing import PastStep
from game.frontends.presenter.debrief.past import past_days
from game.frontends.presenter.teaching.starts import Start
from game.frontends.presenter.words import day_date, full_date, plain_date
from game.rules.ruleset import Ruleset
from game.scenario.model import Scenario

LESSONS = (45, 90)
"""How many minutes a lesson may have."""
PLAY_AT_MOST = 60
"""The percent of a lesson that may go to the game itself, so that there is time to speak of it."""
STEP = 5
MOST_DISPUTES = 6


@dataclass(frozen=True)
class Phase:
    """A part of a lesson, from one minute to another: its name and what is done."""

    begins: int
    ends: int
    name: str
    text: str


@dataclass(frozen=True)
class Lesson:
    """A lesson of some minutes: the day the game begins on, the parts, and how to begin by command."""

    minutes: int
    start: Start
    phases: tuple[Phase, ...]
    command: str


@dataclass(frozen=True)
class MandateNote:
    """A mandate as the teacher sees it: side, name, text, its word in commands, and whether it was so in fact."""

    side: str
    name: str
    text: str
    word: str
    in_fact: bool


@dataclass(frozen=True)
class Dispute:
    """A statement of the historical path that is disputed, with its date, its source and what is disputed."""

    date: str
    text: str
    source: str
    disputed: str


@dataclass(frozen=True)
class LessonPlan:
    """All that a teacher needs besides what is handed out; `days` are what happened in fact, by date,
    `sources` what the signs of their sources stand for."""

    title: str
    summary: str
    lessons: tuple[Lesson, ...]
    starts: tuple[Start, ...]
    mandates: tuple[MandateNote, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    days: tuple[tuple[str, tuple[PastStep, ...]], ...]
    sources: tuple[tuple[str, str], ...]


def lesson_plan(rules: Ruleset, name: str, starts: tuple[Start, ...]) -> LessonPlan:
    """Returns the plan for a scenario, called `name` in commands, whose matches can begin on some days."""
    scenario, told = rules.scenario, past_days(rules)
    return LessonPlan(
        title=scenario.title,
        summary=scenario.summary,
        lessons=tuple(_lesson(rules, name, starts, minutes) for minutes in LESSONS),
        starts=starts,
        mandates=tuple(_mandates(scenario)),
        before=_before(scenario),
        after=_after(scenario),
        disputes=tuple(_disputes(scenario))[:MOST_DISPUTES],
        days=tuple((full_date(day_date(rules, day)), steps) for day, steps in told.items()),
        sources=tuple(_sources(scenario, told)),
    )


def _lesson(rules: Ruleset, name: str, starts: tuple[Start, ...], minutes: int) -> Lesson:
    """Returns a lesson with the longest game that leaves time to speak of it, or else the shortest there is."""
    fitting = [start for start in starts if 100 * start.minutes <= PLAY_AT_MOST * minutes]
    start = max(fitting or [min(starts, key=_minutes)], key=_minutes)
    play = min(start.minutes, PLAY_AT_MOST * minutes // 100)
    rest = minutes - play
    opening, debrief = STEP * round(rest / 4 / STEP), STEP * round(rest * 9 / 20 / STEP)
    parts = (
        (opening, "Opening", "Say in three sentences what it is about. Hand out the rules sheet; form teams of two to "
         "five, two teams to a computer, one for each side."),
        (rest - opening - debrief, "Reading", "Hand out to each team the dossier of its side for this day and exactly "
         "one mandate. Each pupil takes a seat in the room; the team names who decides."),
        (play, "The game", f"From {start.name if start.day > 1 else 'the first day'}. A curtain falls between the "
         f"turns: who is not on turn looks away and confers. About {STEP} minutes a day of the crisis; a game that is "
         "not over can be gone on with, every move is saved."),
        (debrief, "Debrief", "Open the mandates. Read the ending and where the danger came from; then the questions."),
    )  # fmt: skip
    return Lesson(minutes, start, tuple(_timed(parts)), _command(rules, name, start))


def _minutes(start: Start) -> int:
    return start.minutes


def _timed(parts: tuple[tuple[int, str, str], ...]) -> Iterator[Phase]:
    now = 0
    for minutes, name, text in parts:
        yield Phase(now, now + minutes, name, text)
        now += minutes


def _command(rules: Ruleset, name: str, start: Start) -> str:
    """Returns how to begin by command, with the first mandate of each side for an example."""
    date = day_date(rules, start.day)
    day = date.day if date.day > rules.scenario.calendar.days else date
    later = f" --from {day}" if start.day > 1 else ""
    mandates = " ".join(f"--mandate {side}={next(iter(own))}" for side, own in rules.scenario.mandates.items())
    return f"knot play {name}{later} {mandates} --record team-1.json"


def _sources(scenario: Scenario, told: dict[int, tuple[PastStep, ...]]) -> Iterator[tuple[str, str]]:
    cited = {sign.strip() for steps in told.values() for step in steps for sign in step.source.split(";")}
    return ((sign, text) for sign, text in scenario.sources.items() if sign in cited)


def _mandates(scenario: Scenario) -> Iterator[MandateNote]:
    in_fact = scenario.history.mandates if scenario.history else {}
    for side, own in scenario.mandates.items():
        for id_, mandate in own.items():
            yield MandateNote(
                scenario.sides[side].name, mandate.name, mandate.text, f"{side}={id_}", in_fact.get(side) == id_
            )


def _before(scenario: Scenario) -> tuple[str, ...]:
    first, second = scenario.sides.values()
    return (
        f"What could each side, {first.name} and {second.name}, least afford to lose?",
        "Why may both climb although neither wants a war?",
        "What do you not know this morning, and what would you give to know it?",
    )


def _after(scenario: Scenario) -> tuple[str, ...]:
    gauge = scenario.meters[scenario.roles.gauge].name.lower()
    known = scenario.history is not None
    return (
        f"When did you believe that war was near? Compare with the day on which {gauge} was highest and with the most "
        "dangerous night of the debrief: were they the same?",
        "What did you take the other side's mandate to be, and from what? Open it now: who had misled whom?",
        "Which letter would have been better for both than what came of it? What stood in its way?",
        "Which of your steps could not be taken back, and who told you so before you took it?",
        "What happened that nobody had ordered? On whom did it depend that it did not become worse?",
        "Did the side with the stronger threat get the better deal? What had its threat cost?",
        *(
            ["On which day did your game leave the path of history? Was your way better, and for whom?"]
            if known
            else []
        ),
        "What mattered in fact and has no place in this game? Does leaving it out change what the game teaches?",
    )


def _disputes(scenario: Scenario) -> Iterator[Dispute]:
    for step in scenario.history.steps if scenario.history else ():
        if step.text and step.source and step.disputed:
            yield Dispute(plain_date(step.at.date()), step.text, step.source, step.disputed)
