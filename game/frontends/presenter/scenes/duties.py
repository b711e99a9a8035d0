"""What must be answered at once: an incident of the night, a clause that falls due in the months after."""

from collections.abc import Iterator

from game.frontends.presenter.basics import Figure, Tone
from game.frontends.presenter.facts import Facts
from game.frontends.presenter.figures import figures
from game.frontends.presenter.reasons import unmet
from game.frontends.presenter.room.acts import on_record
from game.frontends.presenter.room.advice import advice
from game.frontends.presenter.room.header import header
from game.frontends.presenter.room.outlook import outlook
from game.frontends.presenter.stories import DutyScreen, IncidentScreen, OptionCard
from game.frontends.presenter.table.letters import clause_line
from game.frontends.presenter.words import minus, odds
from game.rules.moves import duties
from game.rules.notation import COMPLY, format_move
from game.rules.outcome import outcome
from game.rules.preview import preview
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, FOUND_OUT, INCIDENT, MONTHS, NODE, SUBJECT, State
from game.rules.transition import apply
from game.rules.worth import standing

WAYS = {
    "keep": ("Keep it", "Carried out as promised."),
    "feign": ("Feign it", "It will look carried out, until somebody looks closely."),
    "lapse": ("Let it lapse", "In the open: a broken promise."),
}


def incident_screen(rules: Ruleset, view: State, facts: Facts) -> IncidentScreen | None:
    """Returns the incident that the side must answer now, or None."""
    if view[ACTOR] != facts.side or view[NODE] != INCIDENT:
        return None
    number = view[SUBJECT]
    name = rules.incidents[number]
    incident = rules.scenario.incidents[name]
    return IncidentScreen(
        header(rules, view, facts),
        name,
        incident.name,
        incident.text,
        (incident.at[0], incident.at[1]) if incident.at else None,
        incident.averted_by,
        on_record(rules, incident.on_record, view[DAY]),
        tuple(_option(rules, view, number, move) for move in rules.option_ids[number]),
        advice(rules, view, facts.side),
    )


def _option(rules: Ruleset, view: State, incident: int, move: int) -> OptionCard:
    name, id_ = rules.incidents[incident], rules.option_names[move - rules.ids.option]
    option = rules.scenario.incidents[name].options[id_]
    if move not in duties(rules, view):
        reason = unmet(rules, view, rules.resolved.conditions[("incidents", name, "options", id_, "when")])
        return OptionCard(id_, "", option.name, option.text, False, reason, (), None, "")
    of, text = preview(rules, view, move), format_move(rules, view, move)
    notes = outlook(rules, view, text)
    die = odds(0 if of.ending else of.die or 0)
    ending = rules.scenario.endings[rules.scenario.incidents[name].ends_in].name
    cast = f"{ending}: {die.one_in}" if die.of_ten_thousand else ""
    return OptionCard(
        id_,
        text,
        option.name,
        option.text,
        True,
        "",
        figures(rules, of, view[ACTOR]),
        die if cast else None,
        cast,
        notes,
    )


def duty_screen(rules: Ruleset, view: State, facts: Facts) -> DutyScreen | None:
    """Returns the deferred clause that the side must meet now, or None."""
    if view[ACTOR] != facts.side or view[NODE] != MONTHS:
        return None
    line = clause_line(rules, view, facts.side, view[SUBJECT])
    return DutyScreen(header(rules, view, facts), line, tuple(_way(rules, view, move) for move in duties(rules, view)))


def _way(rules: Ruleset, view: State, move: int) -> OptionCard:
    how = COMPLY[(move - rules.ids.comply) % 3]
    name, text = WAYS[how]
    of = preview(rules, view, move)
    die, text_of = odds(of.die or 0), format_move(rules, view, move)
    return OptionCard(
        how,
        text_of,
        name,
        text,
        True,
        "",
        (*scores(rules, view, move), *figures(rules, of, view[ACTOR])),
        die if of.die else None,
        f"Found out: {die.one_in}" if of.die else "",
        outlook(rules, view, text_of),
    )


def scores(rules: Ruleset, view: State, move: int) -> Iterator[Figure]:
    """Yields what a way to meet a clause makes of the score; where it is feigned, also if that is found out."""
    side, after = view[ACTOR], apply(rules, view, move)
    now = _score(rules, view, side)
    falls = [after]
    if after[ACTOR] == CHANCE and after[NODE] == FOUND_OUT:
        falls = [apply(rules, after, rules.ids.die + no) for no in (1, 0)]
    for name, state in zip(("Your score, the rest as it stands", "Your score if it is found out"), falls, strict=False):
        then = _score(rules, state, side)
        tone: Tone = "plain" if then == now else "better" if then > now else "worse"
        yield Figure("score", name, minus(now), minus(then), now, then, tone)


def _score(rules: Ruleset, state: State, side: int) -> int:
    over = outcome(rules, state)
    return over.scores[side] if over else standing(rules, state, side)
