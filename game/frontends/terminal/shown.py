"""The pages that can be asked for on one's turn."""

from collections.abc import Iterator

from game.frontends import presenter
from game.frontends.presenter.models import WarRoom
from game.frontends.presenter.room.news import NO_NEWS
from game.frontends.presenter.words import AS_SEEN, by_name
from game.frontends.terminal import pages, papers
from game.frontends.terminal.dialogue import clause_ids
from game.match.match import Match
from game.rules.ruleset import Ruleset
from game.rules.slots import State

SHOWS = (
    "acts",
    "letters",
    "map",
    "news",
    "mandate",
    "advice",
    "preview",
    "briefing",
    "table",
    "glossary",
    "people",
    "sources",
    "score",
    "clauses",
)
LONGEST = 40


def page(
    rules: Ruleset, view: State, room: WarRoom, numbers: dict[str, int], what: str
) -> tuple[str, list[str]] | None:
    """Returns the title and the lines of a page, or None if there is no such page."""
    scenario, side = rules.scenario, room.header.side
    match what:
        case "acts":
            return "Acts: one ends the turn", [*pages.acts(room, numbers)]
        case "letters" | "table":
            return "Letters", [*letters(room)]
        case "map":
            return "The map", [*pages.chart(room.chart)] if room.chart else ["There is no map."]
        case "news":
            return "News", [*pages.news(room.news)] or [NO_NEWS]
        case "mandate":
            return room.mandate.name, [*pages.mandate(room.mandate), "", *pages.mandates(room.others)]
        case "briefing":
            paper = presenter.briefing(rules, view, side)
            return paper.capital, [*papers.briefing(paper)]
        case "glossary":
            return "Glossary", [*pages.terms(by_name(scenario.glossary.values()))]
        case "people":
            return "Who is who", [*pages.terms(scenario.people.values())]
        case "sources":
            return "What the signs of sources stand for", [f"{sign}: {text}" for sign, text in scenario.sources.items()]
        case "clauses":
            return "Clauses and channels", [*clause_ids(presenter.composer(rules, view, side))]
        case "score":
            return "What it is worth", [*score(rules, view, room)]
    return None


def score(rules: Ruleset, view: State, room: WarRoom) -> Iterator[str]:
    """Yields what no deal and each open letter, or the deal signed, are worth now, in lines that add up."""
    if room.deal:
        yield from pages.added_up("The deal, to you, as it stands", room.deal.breakdown, room.deal.worth)
        return
    lines = presenter.no_deal_lines(rules, view, room.header.side)
    yield from pages.added_up(f"No deal, to you, {AS_SEEN}", lines, sum(amount for _, amount in lines))
    for letter in room.inbox:
        yield from pages.added_up(f"Letter {letter.number}, signed now", letter.breakdown, letter.worth)


def letters(room: WarRoom) -> Iterator[str]:
    """Yields what lies on the table and what is under way."""
    for title, held in (("To answer:", room.inbox), ("Yours:", room.sent)):
        if held:
            yield title
        for letter in held:
            yield from pages.letter_words(letter)
    yield from pages.told("Yours, no longer open", map(pages.past_letter, room.past_letters))
    if room.deal:
        yield from pages.told(f"The deal of {room.deal.signed}", map(pages.clause_words, room.deal.clauses))
    if not (room.inbox or room.sent or room.deal or room.past_letters):
        yield "Nothing lies on the table."
    yield f"No offer now: {room.no_offer}." if room.no_offer else "Type offer to write one."


def shortened(text: str) -> str:
    """Returns what was typed, cut where it is long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def taken_back(match: Match, count: int) -> str:
    """Returns what taking the last `count` moves and dice of a match back undoes, in words."""
    entries = match.history[match.ply - count :]
    moves = sum(entry.by != "chance" for entry in entries)
    days = range(entries[0].day, match.day)
    dates = [presenter.plain_date(presenter.day_date(match.rules, day)) for day in days]
    nights = f"the night{'s' if len(dates) > 1 else ''} of {' and '.join(dates)}" if dates else ""
    played = "" if not moves else "1 move" if moves == 1 else f"{moves} moves"
    return " and ".join(part for part in (nights, played) if part)
