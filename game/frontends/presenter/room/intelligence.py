"""What intelligence looks at, how far it can be trusted, and what it brought."""

from collections.abc import Iterator

from game.frontends.presenter.words import capital, listed, minus, odds, signed, state_word
from game.rules.intelligence import error_odds
from game.rules.ruleset import Ruleset, StudyInfo
from game.rules.sides import other
from game.rules.slots import READING, SUBJECT, State
from game.scenario.schema import THEIR_MANDATE, Act, Study

TENTH = 1_000


def prospects(rules: Ruleset, side: int, name: str) -> Iterator[str]:
    """Yields what an act of intelligence will look at, and how reliable that is."""
    act = _act(rules, side, name)
    if act.reveals:
        yield f"It reports for certain: {listed(_name(rules, what) for what in act.reveals)}."
    if act.studies:
        yield f"It looks at {_subject(rules, act.studies)}: {_reliable(rules, _info(rules, side, name))}."
    if act.uncovers:
        yield "It finds out what they have done under cover."


def report(rules: Ruleset, side: int, name: str, view: State) -> str:
    """Returns what an act reports for certain, read from the view after it, or `` if it reports nothing."""
    return ", ".join(_value(rules, side, view, what) for what in _act(rules, side, name).reveals)


def found_nothing(rules: Ruleset, side: int, name: str) -> str:
    """Returns what is told of an act that looked for what is done under cover in vain, `` if it did not look."""
    them = rules.scenario.sides[rules.scenario.side_names[other(side)]]
    return (
        f"Report: nothing new found of what {them.short} does under cover" if _act(rules, side, name).uncovers else ""
    )


def finding(rules: Ruleset, before: State, fall: str, view: State) -> str:
    """Returns what the die of a study (the word it fell on, the state before it and the view after it) brought."""
    info = rules.acts[before[SUBJECT]]
    study = _act(rules, info.side, info.id).studies
    assert study is not None
    if study.what == THEIR_MANDATE:
        them = rules.scenario.side_names[other(info.side)]
        said = f"their mandate is {rules.scenario.mandates[them][fall].name}"
    else:
        said = _value(rules, info.side, view, study.what.split()[-1])
    return f"The reading says: {said} ({_reliable(rules, rules.studies[before[SUBJECT]])})"


def read_mandate(rules: Ruleset, view: State, side: int) -> int | None:
    """Returns the number of the mandate that a side takes the other's to be, or None if it has no reading."""
    return view[READING + side] - 1 if view[READING + side] else None


def how_right(rules: Ruleset, side: int) -> str:
    """Returns how far a side's reading of the other's mandate can be trusted, in words."""
    rights = [error_odds(rules, study)[0] for study in rules.studies.values() if study.side == side and not study.slot]
    return f"our reading, {_times(min(rights))}" if rights else "our reading"


def _act(rules: Ruleset, side: int, name: str) -> Act:
    return rules.scenario.acts[rules.scenario.side_names[side]][name]


def _info(rules: Ruleset, side: int, name: str) -> StudyInfo:
    return next(rules.studies[k] for k, act in enumerate(rules.acts) if act.side == side and act.id == name)


def _subject(rules: Ruleset, study: Study) -> str:
    if study.what == THEIR_MANDATE:
        return "which mandate they have"
    return f"{'theirs of ' if ' ' in study.what else ''}{_name(rules, study.what.split()[-1])}"


def _reliable(rules: Ruleset, study: StudyInfo) -> str:
    errors = error_odds(rules, study)
    wrong = [f"{signed(error)}: {odds(weight).percent}" for error, weight in errors.items() if error]
    return f"{_times(errors.get(0, 0))}{'; wrong by ' if wrong else ''}{', '.join(wrong)}"


def _times(right: int) -> str:
    """Returns how often out of ten something is right."""
    whole, rest = divmod((right * 10 + TENTH // 2) // TENTH, 10)
    return f"right {whole}{f'.{rest}' if rest else ''} times in 10"


def _name(rules: Ruleset, what: str) -> str:
    things = rules.scenario.meters if what in rules.scenario.meters else rules.scenario.regions
    return things[what].name


def _value(rules: Ruleset, side: int, view: State, what: str) -> str:
    """Returns a meter or a region with its value as a side believes it."""
    meter = rules.scenario.meters.get(what)
    if meter is None:
        return f"{capital(_name(rules, what))}: {state_word(rules, what, rules.read(view, what))}"
    owner = f"{rules.scenario.side_names[other(side)]}." if meter.each else ""
    return f"{capital(meter.name)} {minus(rules.read(view, owner + what))}"
