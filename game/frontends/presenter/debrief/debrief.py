"""The debrief in words: figures made into what terminal, window and page show."""

from dataclasses import replace

from game.frontends.presenter.dangers import NAMED
from game.frontends.presenter.debrief.bargains import chance_cards, frontier_card, offer_cards
from game.frontends.presenter.debrief.debriefing import (
    CurvePoint,
    DayRow,
    DebriefScreen,
    LeaderCard,
    Measure,
    NearCard,
    ReadingCell,
)
from game.frontends.presenter.debrief.judging import marked_move, measure
from game.frontends.presenter.debrief.past import beside, is_past
from game.frontends.presenter.debrief.questions import questions
from game.frontends.presenter.debrief.risks import brush_cards, night_rows, sources_of_risk
from game.frontends.presenter.debrief.telling import telling
from game.frontends.presenter.players import player_name, player_text
from game.frontends.presenter.scenes.briefing import mandate_card
from game.frontends.presenter.words import IN_TRUTH, day_date, full_date, odds_of_any, short_date
from game.match.findings import Debrief, Estimate, Point, Reading
from game.match.match import Match
from game.players.card import card
from game.rules.ruleset import Ruleset
from game.rules.sides import other
from game.rules.slots import MANDATE

PERCENT = 100
NEAR = 0.01
"""The share from which on an ending is said to have been near."""
FIGURES = (
    ("resolve", "how little time and fear make it give way"),
    ("patience", "how long it waits before it talks"),
    ("face", "how much it minds to be the one that gives"),
    ("trust", "how far its word and its letters can be taken as they are"),
)


def debrief_screen(match: Match, of: Debrief) -> DebriefScreen:
    """Returns the debrief of a match that is over, in words; raises ValueError while it lasts."""
    rules, result = match.rules, match.outcome
    if result is None:
        raise ValueError("the match is not over")
    if itself := is_past(match):
        of = replace(of, history=())
    ending = rules.scenario.endings[result.ending]
    first, second = (rules.scenario.sides[side] for side in rules.scenario.side_names)
    nights, moves = night_rows(match, of), tuple(marked_move(match, of, judgement) for judgement in of.judgements)
    screen = DebriefScreen(
        title=rules.scenario.title,
        subtitle="As it happened" if itself else _subtitle(match),
        ending=ending.name,
        ending_text=ending.text,
        sides=(first.name, second.name),
        shorts=(first.short, second.short),
        capitals=(first.capital, second.capital),
        gauge=rules.scenario.meters[rules.scenario.roles.gauge].name,
        rollouts=of.rollouts,
        chain=match.chain,
        summary=(),
        leaders=(_leader(match, 0, itself), _leader(match, 1, itself)),
        curve=tuple(_point(rules, found, found is of.curve[-1]) for found in of.curve),
        days=_days(rules, of),
        moves=moves,
        nights=nights,
        all_nights=(_all_nights([n.war for n in of.nights]), _all_nights([n.war for n in of.history])),
        sources_of_risk=sources_of_risk(match, of),
        brushes=brush_cards(match, of),
        offers=offer_cards(match, of),
        chances=chance_cards(rules, of),
        frontier=frontier_card(match, of),
        near=_near(rules, of),
        beside=beside(match),
        questions=(),
        how=_how(of),
    )
    return replace(screen, summary=telling(match, screen), questions=questions(screen))


def _subtitle(match: Match) -> str:
    rules = match.rules
    seats = [f"{rules.scenario.sides[side].short}: {player_name(rules, who)}" for side, who in match.players.items()]
    return " · ".join([f"seed {match.seed}", *seats, _ended(match)])


def _ended(match: Match) -> str:
    """Returns the date of the ending; of a deal that was played on after its signing also when all was over."""
    result = match.outcome
    assert result is not None
    ended, over = (day_date(match.rules, day) for day in (result.day, match.day))
    return full_date(ended) if ended == over else f"signed {short_date(ended)}, over {short_date(over)}"


def _all_nights(wars: list[int]) -> str:
    """Returns the chance that at least one of some nights brings war, `` for no nights."""
    return odds_of_any(wars).percent if wars else ""


def _leader(match: Match, side: int, itself: bool) -> LeaderCard:
    rules, state = match.rules, match.state
    who = match.players[rules.scenario.side_names[side]]
    persona = rules.scenario.personas.get(who)
    drawn = card(persona.temper) if persona else None
    result = match.outcome
    assert result is not None
    return LeaderCard(
        side,
        "as it happened" if itself else player_name(rules, who),
        "" if itself else player_text(rules, who),
        tuple((name, getattr(drawn, name), text) for name, text in FIGURES) if drawn else (),
        result.scores[side],
        mandate_card(rules, side, state[MANDATE + side] - 1),
    )


def _point(rules: Ruleset, of: Point, last: bool) -> CurvePoint:
    first, second = (measure(score) for score in of.scores)
    date = "end" if last else short_date(day_date(rules, of.day))
    return CurvePoint(of.day, date, percent(of.war), (first, second))


def percent(share: Estimate) -> Measure:
    """Returns a share as a figure in percent."""
    return measure(share, PERCENT, " %")


def _days(rules: Ruleset, of: Debrief) -> tuple[DayRow, ...]:
    history = {night.day: night.gauge for night in of.history}
    return tuple(
        DayRow(
            day.day,
            short_date(day_date(rules, day.day)),
            day.gauge,
            history.get(day.day),
            (day.ladders.first, day.ladders.second),
            (day.no_deal.first, day.no_deal.second),
            (_cell(rules, day.readings.first, 0), _cell(rules, day.readings.second, 1)),
        )
        for day in of.standings
    )


def _cell(rules: Ruleset, reading: Reading | None, side: int) -> ReadingCell | None:
    if reading is None:
        return None
    names = [mandate.name for mandate in rules.scenario.mandates[rules.scenario.side_names[other(side)]].values()]
    told = len({round(share, 6) for share in reading.likely}) > 1 or len(names) == 1
    return ReadingCell(
        names[reading.guess] if told else "",
        round(PERCENT * reading.likely[reading.guess]),
        told and reading.guess == reading.truth,
        "" if reading.said is None else names[reading.said],
    )


def _near(rules: Ruleset, of: Debrief) -> tuple[NearCard, ...]:
    return tuple(
        NearCard(rules.scenario.endings[near.ending].name, short_date(day_date(rules, near.day)), percent(near.share))
        for near in of.near
        if near.share.mean >= NEAR
    )


def _how(of: Debrief) -> tuple[str, ...]:
    """Returns how the figures came about."""
    return (
        "Odds of nights, shares of moves in them, and worths of offers are exact: they follow from the rules.",
        f"What no deal was worth is told {IN_TRUTH}. In the game each side saw it as far as it knew of the other, "
        "which can be another figure.",
        NAMED,
        "The rest is counted. From each position games are played on, by the historical leader of each side, from how "
        "things truly stood: no side knew as much. A move is judged by what might come of it, not by what did, beside "
        "every act and answer then open and the letters that its side could have thought of.",
        f"Each counted figure has its 95 % interval (±). A close decision rests on {of.rollouts} games for each of two "
        f"moves, a turning point on {of.rollouts * 5 // 2}. The same record gives the same figures on every run.",
        "Marks, each at two standard errors: ?! at least 3 points worse than another move, ? at least 5, ?? at least "
        "10; ! no other move within 2 points and the others at least 5 worse on average.",
    )
