"""Where a war came from: the night, what happened, its odds and the largest lines in them."""

from game.frontends.presenter.dangers import once
from game.frontends.presenter.describe import describe
from game.frontends.presenter.reasons import Wording, largest_lines
from game.frontends.presenter.stories import NearMiss, WarAccount
from game.frontends.presenter.words import capital, day_date, full_date, odds
from game.match.match import Match
from game.rules.moves import yes_odds
from game.rules.preview import ends
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, ENDING, HAND, NODE, SUBJECT, WAR, State
from game.scenario.words import Sum

DECISIVE = ("chance war yes", "chance out_of_hand yes")
TURNS = ("chance turns yes", "chance turns no")
CERTAIN = 10_000
IN_ODDS = "The largest lines in these odds"


def war_account(match: Match) -> WarAccount:
    """Returns what the war of a match that ended in one came of: a decision, a die, or one after the other."""
    turned = match.ply - 1 if match.moves[-1] in TURNS else None
    for ply in range(match.ply - 1, -1, -1):
        move = match.moves[ply]
        if move in DECISIVE:
            return _of_night(match, ply, move)
        if not move.startswith("chance"):
            break
    return _of_move(match) if turned is None else _of_turn(match, turned)


def _of_night(match: Match, ply: int, move: str) -> WarAccount:
    """Returns the account of a war that an incident or the answer to one began."""
    rules, state = match.rules, match.states[ply]
    chance = odds(yes_odds(rules, state))
    id_ = rules.incidents[state[SUBJECT] & 255]
    incident = rules.scenario.incidents[id_]
    total = rules.resolved.sums[_path(match, ply, id_)]
    lines = largest_lines(rules, match.states[max(0, ply - 1)], total)
    at = f"at {chance.percent} ({chance.one_in})"
    die = f"Nobody decided it; {once('')}, the die did, {at}."
    if move != "chance war yes":
        die = f"{_who(match, ply - 1)}. That it got out of hand {once(True)} was the die, {at}."
    night = _night(rules, state)
    return WarAccount(night, incident.name, incident.text, chance, lines, incident.averted_by, "", die, IN_ODDS)


def near_misses(match: Match) -> tuple[NearMiss, ...]:
    """Returns every die of war that was cast in a match, with who knew of it then."""
    return tuple(
        _miss(match, ply)
        for ply, state in enumerate(match.states[:-1])
        if state[ACTOR] == CHANCE and state[NODE] in (WAR, HAND)
    )


def _miss(match: Match, ply: int) -> NearMiss:
    rules, state = match.rules, match.states[ply]
    incident = rules.scenario.incidents[rules.incidents[state[SUBJECT] & 255]]
    seen = incident.seen_by
    return NearMiss(
        _night(rules, state),
        incident.name,
        incident.options[match.moves[ply - 1].removeprefix("answer ")].name if state[NODE] == HAND else "",
        odds(state[SUBJECT] >> 8),
        match.moves[ply].endswith(" yes"),
        f"only {rules.scenario.sides[seen].capital} knew then" if seen else "both sides knew then",
        incident.averted_by,
    )


def _path(match: Match, ply: int, incident: str) -> tuple[str | int, ...]:
    if match.moves[ply] == "chance war yes":
        return ("incidents", incident, "war")
    option = match.moves[ply - 1].removeprefix("answer ")
    return ("incidents", incident, "options", option, "out_of_hand")


def _of_turn(match: Match, ply: int) -> WarAccount:
    """Returns the account of an ending on which a die was cast to see whether it turns into another."""
    rules, state = match.rules, match.states[ply]
    name, becomes = ends(rules, state)
    assert name is not None and becomes is not None
    ending, into = (rules.scenario.endings[word] for word in (name, becomes))
    chance = odds(yes_odds(rules, state))
    total: Sum = rules.resolved.sums[("endings", name, "turns_into", "odds")]
    fell = "it did" if match.moves[ply] == TURNS[0] else "it did not"
    die = f"The die: from there to {into.name}, {chance.percent} ({chance.one_in}); {fell}."
    lines = largest_lines(rules, state, total)
    by_act = match.history[ply - 1].by != "chance"
    decision = f"{_who(match, ply - 1)}. That alone meant: {ending.name}, for certain." if by_act else ""
    text = ending.text if by_act else f"Time was up. {ending.text}"
    return WarAccount(_night(rules, state), ending.name, text, chance, lines, "", decision, die, IN_ODDS)


def _of_move(match: Match) -> WarAccount:
    """Returns the account of a war that no die of its own began: the last move, and what it fulfilled."""
    rules = match.rules
    last = max((n for n, entry in enumerate(match.history) if entry.by != "chance"), default=0)
    state = match.states[last]
    scenario, name = rules.scenario, rules.endings[match.state[ENDING] - 1]
    when = rules.resolved.conditions.get(("endings", name, "when"), ())
    reason = f" {capital(Wording(rules).needs(when))}." if when else ""
    gauge = scenario.roles.gauge
    pulled = rules.resolved.sums.get(("meters", gauge, "pulled", "to"))
    lines = largest_lines(rules, match.state, pulled) if pulled else ()
    about = f"What pulls {scenario.meters[gauge].name}"
    ending = scenario.endings[name].name
    decision, text = f"{_who(match, last)}.", f"{_who(match, last)}.{reason}"
    die = "No die was cast on it." if last == match.ply - 1 else "The night after it did the rest."
    return WarAccount(_night(rules, state), ending, text, odds(CERTAIN), lines, "", decision, die, about)


def _who(match: Match, ply: int) -> str:
    """Returns who made a move, and the move, in words."""
    scenario, entry = match.rules.scenario, match.history[ply]
    return f"{scenario.sides[entry.by].short}: {describe(match.rules, match.states[ply], entry.move)}"


def _night(rules: Ruleset, state: State) -> str:
    return f"day {state[DAY]}, {full_date(day_date(rules, state[DAY]))}"
