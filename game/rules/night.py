"""A night: incidents until it is quiet, certain changes, dice, the timetable; then a new day.

What falls due and what lapses does so in the morning, before the first side's turn.
"""

from game.rules.deals import end, end_settling, lapse_letters, months
from game.rules.ruleset import Draft, Ruleset
from game.rules.slots import (
    ACTOR,
    BARRED,
    BARRED_UNTIL,
    BUSY,
    CHANCE,
    CLIMBED,
    CLOSE,
    DAY,
    DEAL,
    DRAWN,
    DRAWS,
    ENDING,
    FATE,
    NIGHT,
    NO_DEAL,
    NODE,
    PENDING,
    SUBJECT,
    TIME,
    WAR,
)

CERTAIN = 10_000


def chance(draft: Draft, node: int, subject: int) -> None:
    """Puts a die on the table."""
    draft[ACTOR], draft[NODE], draft[SUBJECT] = CHANCE, node, subject


def fall_of_night(rules: Ruleset, n: Draft, face: int) -> None:
    """Draws an incident, or a quiet rest of the night."""
    if face == len(rules.incidents):
        dawn(rules, n)
        return
    war = rules.space["war"][face](n)
    n[DRAWN] |= 1 << face
    n[PENDING] |= 1 << face
    n[DRAWS] += 1
    rules.space["incident"][face](n)
    if n[ENDING]:
        rules.finish(n)
    elif war <= 0:
        draw_again(rules, n)
    elif war >= CERTAIN:
        ends_in_war(rules, n, face)
    else:
        chance(n, WAR, face | war << 8)


def draw_again(rules: Ruleset, n: Draft) -> None:
    """Goes on with the night: another draw, or dawn when no more may come."""
    if n[DRAWS] < rules.scenario.hazard.draws:
        chance(n, NIGHT, 0)
    else:
        dawn(rules, n)


def fall_of_war(rules: Ruleset, n: Draft, no: int) -> None:
    """Starts the war by an incident, or not."""
    if no:
        n[SUBJECT] = 0
        draw_again(rules, n)
    else:
        ends_in_war(rules, n, n[SUBJECT] & 255)


def ends_in_war(rules: Ruleset, n: Draft, incident: int) -> None:
    """Ends the game as an incident does; it stays in question, so that the ending can name it."""
    name = rules.incidents[incident]
    n[SUBJECT] = incident
    n[ENDING] = rules.endings.index(rules.scenario.incidents[name].ends_in) + 1
    rules.finish(n)


def dawn(rules: Ruleset, n: Draft) -> None:
    """Makes the certain changes of a night, then casts its dice."""
    n[SUBJECT] = 0
    rules.nightly(n)
    if n[ENDING]:
        rules.finish(n)
    else:
        fates(rules, n, 0)


def fates(rules: Ruleset, n: Draft, first: int) -> None:
    """Casts the nightly dice from number `first` on, then the timetable's; certain ones are not cast."""
    while (fate := rules.next_fate(n, first)) is not None:
        number, odds = fate
        if odds < CERTAIN:
            chance(n, FATE, number)
            return
        rules.space["fate"][number](n)
        if n[ENDING]:
            rules.finish(n)
            return
        first = number + 1
    odds = rules.timetable[n[DAY]]
    if not odds or n[DEAL] != NO_DEAL:
        morning(rules, n)
    elif odds >= CERTAIN:
        time_is_up(rules, n)
    else:
        chance(n, CLOSE, 0)


def fall_of_fate(rules: Ruleset, n: Draft, no: int) -> None:
    """Makes a nightly change come about, or not."""
    number = n[SUBJECT]
    if not no:
        rules.space["fate"][number](n)
    if n[ENDING]:
        rules.finish(n)
    else:
        fates(rules, n, number + 1)


def fall_of_close(rules: Ruleset, n: Draft, no: int) -> None:
    """Ends the game by the timetable, or goes on."""
    if no:
        morning(rules, n)
    else:
        time_is_up(rules, n)


def time_is_up(rules: Ruleset, n: Draft) -> None:
    """Ends the game without a deal."""
    n[TIME] = 1
    rules.settle["time"](n)
    end(rules, n)


def morning(rules: Ruleset, n: Draft) -> None:
    """Begins a new day: letters lapse, clauses fall due, the first side is to move."""
    n[DAY] += 1
    n[DRAWS] = n[SUBJECT] = n[CLIMBED] = n[CLIMBED + 1] = 0
    if n[BARRED] and n[DAY] > n[BARRED_UNTIL]:
        n[BARRED] = 0
    if n[BUSY] or n[BUSY + 1]:
        lapse_letters(rules, n)
    over = n[DEAL] != NO_DEAL and end_settling(rules, n)
    rules.settle["day"](n)
    if n[ENDING]:
        rules.finish(n)
    elif over:
        months(rules, n)
    else:
        rules.begin(n, 0)
