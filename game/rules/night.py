"""A night: incidents until it is quiet; what follows, up to the new day, is generated."""

from game.rules.deals import end
from game.rules.ruleset import Draft, Ruleset
from game.rules.slots import (
    ACTOR,
    CHANCE,
    DRAWN,
    DRAWS,
    ENDING,
    NIGHT,
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
        rules.dawn(rules, n)
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
        rules.dawn(rules, n)


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


def fall_of_fate(rules: Ruleset, n: Draft, no: int) -> None:
    """Makes a nightly change come about, or not."""
    number = n[SUBJECT]
    if not no:
        rules.space["fate"][number](n)
    if n[ENDING]:
        rules.finish(n)
    else:
        rules.fates(rules, n, number + 1)


def fall_of_close(rules: Ruleset, n: Draft, no: int) -> None:
    """Ends the game by the timetable, or goes on."""
    if no:
        rules.morning(rules, n)
    else:
        time_is_up(rules, n)


def time_is_up(rules: Ruleset, n: Draft) -> None:
    """Ends the game without a deal."""
    n[TIME] = 1
    rules.settle["time"](n)
    end(rules, n)
