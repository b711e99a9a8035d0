"""Where a war came from: the night, what happened, its odds and the largest lines in them."""

from game.frontends.presenter.describe import describe
from game.frontends.presenter.reasons import Wording, largest_lines
from game.frontends.presenter.stories import WarAccount
from game.frontends.presenter.words import capital, day_date, full_date, odds
from game.match.match import Match
from game.rules.moves import yes_odds
from game.rules.ruleset import Ruleset
from game.rules.slots import DAY, ENDING, SUBJECT, State
from game.scenario.words import Sum

DECISIVE = ("chance war yes", "chance out_of_hand yes", "chance turns yes")
CERTAIN = 10_000


def war_account(match: Match) -> WarAccount:
    """Returns what the war of a match that ended in one came of."""
    rules = match.rules
    for ply in range(match.ply - 1, -1, -1):
        move, state = match.moves[ply], match.states[ply]
        if move in DECISIVE:
            return _of_die(match, ply, state, move)
        if not move.startswith("chance"):
            break
    return _of_move(rules, match)


def _of_die(match: Match, ply: int, state: State, move: str) -> WarAccount:
    rules = match.rules
    chance = odds(yes_odds(rules, state))
    if move == "chance turns yes":
        ending = rules.endings[state[ENDING] - 1]
        total: Sum = rules.resolved.sums[("endings", ending, "turns_into", "odds")]
        name, text, averted = rules.scenario.endings[ending].name, rules.scenario.endings[ending].text, ""
    else:
        id_ = rules.incidents[state[SUBJECT] & 255]
        incident = rules.scenario.incidents[id_]
        name, text, averted = incident.name, incident.text, incident.averted_by
        total = rules.resolved.sums[_path(match, ply, id_)]
    before = match.states[max(0, ply - 1)]
    return WarAccount(_night(rules, state), name, text, chance, largest_lines(rules, before, total), averted)


def _path(match: Match, ply: int, incident: str) -> tuple[str | int, ...]:
    if match.moves[ply] == "chance war yes":
        return ("incidents", incident, "war")
    option = match.moves[ply - 1].removeprefix("answer ")
    return ("incidents", incident, "options", option, "out_of_hand")


def _of_move(rules: Ruleset, match: Match) -> WarAccount:
    """Returns the account of a war that no die of its own began: the last move, and what it fulfilled."""
    last = max((n for n, entry in enumerate(match.history) if entry.by != "chance"), default=0)
    state = match.states[last]
    scenario, name = rules.scenario, rules.endings[match.state[ENDING] - 1]
    when = rules.resolved.conditions.get(("endings", name, "when"), ())
    who = scenario.sides[match.history[last].by].short
    text = f"{who}: {describe(rules, state, match.moves[last])}."
    reason = f" {capital(Wording(rules).needs(when))}." if when else ""
    gauge = scenario.roles.gauge
    pulled = rules.resolved.sums.get(("meters", gauge, "pulled", "to"))
    lines = largest_lines(rules, match.state, pulled) if pulled else ()
    return WarAccount(_night(rules, state), scenario.endings[name].name, text + reason, odds(CERTAIN), lines, "")


def _night(rules: Ruleset, state: State) -> str:
    return f"day {state[DAY]}, {full_date(day_date(rules, state[DAY]))}"
