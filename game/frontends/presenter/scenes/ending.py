"""How it ended, for both sides' eyes: everything that was secret is told."""

from game.frontends.presenter.basics import ClauseLine
from game.frontends.presenter.debrief.parting import parting
from game.frontends.presenter.describe import describe
from game.frontends.presenter.reasons import largest_lines
from game.frontends.presenter.scenes.accounts import near_misses, war_account
from game.frontends.presenter.scenes.briefing import mandate_card
from game.frontends.presenter.stories import AftermathItem, EndingScreen, ScoreCard, SecretDone, Thought
from game.frontends.presenter.table.breakdown import own_lines, score_lines
from game.frontends.presenter.table.letters import deal
from game.frontends.presenter.words import day_date, full_date, short_date, state_word
from game.match.match import Match
from game.rules.outcome import Outcome, aftermath, outcome
from game.rules.ruleset import Ruleset
from game.rules.slots import MANDATE, State
from game.scenario.words import Sum

SCORE_LINES = 6


def ending_screen(match: Match) -> EndingScreen:
    """Returns the last screen of a match; raises ValueError while the match lasts."""
    rules, state = match.rules, match.state
    result = outcome(rules, state)
    if result is None:
        raise ValueError("the match is not over")
    ending = rules.scenario.endings[result.ending]
    cards = (_score(rules, state, result, 0), _score(rules, state, result, 1))
    return EndingScreen(
        id=result.ending,
        name=ending.name,
        text=ending.text,
        date=full_date(day_date(rules, result.day)),
        day=result.day,
        signed=result.settled,
        war=result.war,
        settled=result.settled,
        source=ending.source or "",
        disputed=ending.disputed or "",
        scores=cards,
        together=cards[0].score + cards[1].score,
        account=war_account(match) if result.war else None,
        deal=_deal(rules, state),
        aftermath=tuple(_item(rules, name, follows) for name, follows in aftermath(rules, state)),
        states=_states(rules, state),
        secrets=_secrets(match),
        history=parting(match),
        misses=near_misses(match),
        thoughts=_thoughts(match),
    )


def _thoughts(match: Match) -> tuple[Thought, ...]:
    """Returns the reasons that were given for moves, those of hidden acts included."""
    rules = match.rules
    return tuple(
        Thought(
            short_date(day_date(rules, entry.day)),
            rules.side(entry.by),
            describe(rules, match.states[entry.ply], entry.move),
            entry.because,
        )
        for entry in match.history
        if entry.because
    )


def _states(rules: Ruleset, state: State) -> tuple[tuple[str, str], ...]:
    """Returns every region with the words of its true state."""
    regions = rules.scenario.regions
    return tuple((region.name, state_word(rules, name, rules.read(state, name))) for name, region in regions.items())


def _secrets(match: Match) -> tuple[SecretDone, ...]:
    """Returns what was done in secret, in order."""
    rules, found = match.rules, []
    for entry in match.history:
        verb, _, name = entry.move.partition(" ")
        if verb != "act":
            continue
        act = rules.scenario.acts[entry.by][name]
        if act.visibility != "public":
            found.append(SecretDone(rules.side(entry.by), short_date(day_date(rules, entry.day)), act.name))
    return tuple(found)


def _deal(rules: Ruleset, state: State) -> tuple[ClauseLine, ...]:
    signed = deal(rules, state, 0)
    return signed.clauses if signed else ()


def _score(rules: Ruleset, state: State, result: Outcome, side: int) -> ScoreCard:
    name = rules.scenario.side_names[side]
    own = ("endings", result.ending, "scores", name)
    total: Sum = rules.resolved.sums[own if own in rules.resolved.sums else ("scores", name)]
    return ScoreCard(
        side,
        rules.scenario.sides[name].name,
        result.scores[side],
        own_lines(rules, side, largest_lines(rules, state, total, SCORE_LINES)),
        mandate_card(rules, side, state[MANDATE + side] - 1),
        own_lines(rules, side, score_lines(rules, state, side, total, result.scores[side])),
    )


def _item(rules: Ruleset, name: str, follows: bool) -> AftermathItem:
    item = rules.scenario.aftermath[name]
    text = item.text if follows else item.otherwise or ""
    return AftermathItem(name, item.name, follows, text, item.source or "", item.disputed or "")
