"""Sources that err more or less than the scenario says, for one side."""

from dataclasses import replace

from game.rules.ruleset import Ruleset, StudyInfo

WHOLE = 10_000
Odds = tuple[tuple[int, int], ...]


def with_errors(rules: Ruleset, side: int, percent: int) -> Ruleset:
    """Returns the rules with the odds that the sources of a side (0 or 1) err changed to a percentage of them.

    What may come out stays the same, and no source becomes worse than a guess.
    """
    if percent == 100:
        return rules
    studies = {
        number: _scaled(study, rules.ids.die, percent) if study.side == side else study
        for number, study in rules.studies.items()
    }
    return replace(rules, studies=studies)


def error_odds(rules: Ruleset, study: StudyInfo) -> dict[int, int]:
    """Returns the odds (in 10,000) of each error of a study, 0 being none; of a mandate only of none."""
    if not study.slot:
        return {0: dict(study.outcomes[1])[rules.ids.die]}
    return {study.errors[face - rules.ids.die]: odds for face, odds in study.outcomes[0]}


def _scaled(study: StudyInfo, die: int, percent: int) -> StudyInfo:
    if study.slot:
        right = die + study.errors.index(0) if 0 in study.errors else None
        return replace(study, outcomes=tuple(_row(row, right, percent) for row in study.outcomes))
    blind, *rows = study.outcomes
    return replace(study, outcomes=(blind, *(_row(row, die + true, percent) for true, row in enumerate(rows))))


def _row(row: Odds, right: int | None, percent: int) -> Odds:
    """Returns the faces of a die with the odds of all but the right one changed, as far as a guess would err."""
    wrong = sum(odds for face, odds in row if face != right)
    if right not in dict(row) or not wrong:
        return row
    percent = min(percent, 100 * WHOLE * (len(row) - 1) // (len(row) * wrong))
    new = {face: max(1, odds * percent // 100) for face, odds in row if face != right}
    return tuple((face, new.get(face, WHOLE - sum(new.values()))) for face, _ in row)
