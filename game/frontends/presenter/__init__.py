"""What a player sees, with no toolkit in it: screen models made from a view and the scenario's words.

The war room and what belongs to it (`side` is 0 or 1; `view` is `game.rules.view.view(rules, state, side)`):

    facts_of(match, side) -> Facts
        what the side could know of the match so far; made once a screen
    war_room(rules, view, facts) -> WarRoom
        the whole main screen
    preview_figures(rules, view, move, tonight=None) -> tuple[Figure, ...]
        before -> after of any legal move, in notation; `tonight` saves time: (hazard, war) of the gauge in 10,000
    outlook(rules, view, move) -> tuple[str, ...]
        what a move leads to in sentences: the end it brings, what it looks at, what runs out tonight
    foreseen(forecast, tonight) -> Foreseen;  figures_ahead(before, after) -> tuple[Figure, ...]
        what games played on came to, and what a move does to that; `estimate` for a single chance
    advice(rules, view, side, about) -> tuple[Voice, ...]
        about an act's id or clause ids; () for the state of things
    composer(rules, view, side) -> Composer
        clauses in two columns, channels
    offer_sheet(rules, view, side, channel, mask) -> OfferSheet
        what a draft (clause forms as bits) is worth and does
    doubts(rules, view, side, move, past) -> tuple[str, ...]
        why an offer may be turned down; to be told where its chance is `unlikely`
    incident_screen(rules, view, facts) -> IncidentScreen | None
    duty_screen(rules, view, facts) -> DutyScreen | None
        where an incident is to be answered, where a deferred clause falls due
    briefing(rules, view, side) -> Briefing;  curtain(rules, side, state) -> Curtain
    prologue(rules) -> tuple[Card, ...];  closing(rules) -> tuple[Card, ...]
    ending_screen(match) -> EndingScreen
        both sides' secrets are told: only when the match is over
    replay_steps(match, told) -> tuple[ReplayStep, ...]
        a record step by step; `told` is that of `game.match.replay.past`
    lesson_of(match, side, read) -> LessonCard | None
        what the scenario teaches a side at this moment; `read` are the lessons put away by hand
    refusal(rules, view, facts, move) -> str
        why a move in notation may not be played now
    debrief.debrief.debrief_screen(match, found) -> debriefing.DebriefScreen
        what `game.analysis.debrief.debrief(match, …)` found, in words; to be imported from there, since few need it
    opponents(rules, side) -> list[str];  player_name(rules, who) -> str;  player_text(rules, who) -> str
        the programs that can play a side, and what they are like
    describe(rules, state, move) -> str
        a move in notation as a sentence
"""

from game.frontends.presenter.debrief.parting import same_ending
from game.frontends.presenter.describe import bundle_words, describe
from game.frontends.presenter.facts import Facts, facts, facts_of
from game.frontends.presenter.figures import preview_figures
from game.frontends.presenter.forecasts import estimate, figures_ahead, foreseen
from game.frontends.presenter.players import opponents, player_name, player_text
from game.frontends.presenter.replay.replaying import replay_steps
from game.frontends.presenter.room.advice import advice
from game.frontends.presenter.room.header import gauge, header, ladders
from game.frontends.presenter.room.outlook import outlook
from game.frontends.presenter.room.refusals import refusal
from game.frontends.presenter.room.room import war_room
from game.frontends.presenter.scenes.briefing import briefing, closing, curtain, mandate_cards, prologue
from game.frontends.presenter.scenes.duties import duty_screen, incident_screen
from game.frontends.presenter.scenes.ending import ending_screen
from game.frontends.presenter.table.breakdown import no_deal_lines, own_lines
from game.frontends.presenter.table.composer import busy_channels, composer, offer_sheet
from game.frontends.presenter.table.doubts import doubts, unlikely
from game.frontends.presenter.teaching.lessons import LessonCard, lesson_of
from game.frontends.presenter.words import day_date, plain_date

__all__ = [
    "Facts",
    "LessonCard",
    "advice",
    "briefing",
    "bundle_words",
    "busy_channels",
    "closing",
    "composer",
    "curtain",
    "day_date",
    "describe",
    "doubts",
    "duty_screen",
    "ending_screen",
    "estimate",
    "facts",
    "facts_of",
    "figures_ahead",
    "foreseen",
    "gauge",
    "header",
    "incident_screen",
    "ladders",
    "lesson_of",
    "mandate_cards",
    "no_deal_lines",
    "offer_sheet",
    "opponents",
    "outlook",
    "own_lines",
    "plain_date",
    "player_name",
    "player_text",
    "preview_figures",
    "prologue",
    "refusal",
    "replay_steps",
    "same_ending",
    "unlikely",
    "war_room",
]
