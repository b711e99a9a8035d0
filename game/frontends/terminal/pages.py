"""The war room as pages of plain text."""

from collections.abc import Iterable, Iterator

from game.frontends.presenter.map.charts import Thing
from game.frontends.presenter.models import (
    ActCard,
    Chart,
    ClauseLine,
    Figure,
    Gauge,
    Letter,
    MandateCard,
    NewsItem,
    OfferSheet,
    PastLetter,
    Reading,
    Voice,
    WarRoom,
)
from game.frontends.presenter.words import AS_SEEN, minus, signed
from game.frontends.terminal.console import WIDTH
from game.scenario.story import Term

BAR = 20
ARROWS = {"better": "v", "worse": "!", "plain": " "}
MAPPED = {
    "incident": "What happened there",
    "vessel": "Ships and aircraft",
    "site": "Sites",
    "line": "Lines and ranges",
    "place": "Places",
}
"""The headings of the map in words, by the kinds of its things."""
SIGNS = {"for": "FOR    ", "against": "AGAINST", "unsure": "UNSURE "}


def situation(room: WarRoom) -> Iterator[str]:
    """Yields the main screen: where things stand, what is new, what lies on the table."""
    head = room.header
    left, right = f"{head.date} · day {head.day} of {head.days}", f"{head.side_name} · {head.phase}"
    yield f"{left}{right.rjust(max(1, WIDTH - len(left)))}"
    yield from strip(room.gauge)
    ours, theirs = sorted(room.ladders, key=lambda ladder: ladder.side != head.side)
    climbed = f" ({signed(ours.climbed)} today)" if ours.climbed else ""
    refused = f"refused: yours {ours.refused}, theirs {theirs.refused}"
    yield f"Ladder: you {ours.value}{climbed}, they {theirs.value} · {refused}"
    yield from meters(room.meters, head.side)
    yield from told("What runs out", head.notices)
    yield from told("Since your last turn", [event.text for event in room.since])
    yield from told("News", [item.text for item in room.news])
    yield from ("", room.quiet) if room.quiet else ()
    if room.deal:
        yield from told(f"The deal of {room.deal.signed}", [*map(clause_words, room.deal.clauses), room.deal.next])
    for letter in room.inbox:
        yield ""
        yield from letter_words(letter)


def strip(gauge: Gauge) -> Iterator[str]:
    """Yields the gauge, tonight's odds and the balance of threats."""
    full = (gauge.value - gauge.low) * BAR // max(1, gauge.high - gauge.low)
    bar = "#" * full + "-" * (BAR - full)
    yield f"{gauge.name} {gauge.value} {gauge.word} [{bar}]  {gauge.alert.name}: {gauge.alert.word}"
    hazard, war = gauge.hazard, gauge.war
    yield f"Tonight: incident {hazard.percent} ({hazard.one_in}) · war by it {war.percent} ({war.one_in})"
    dial = gauge.balance
    worth = f"no deal {dial.no_deal}, {AS_SEEN}" if dial.deal is None else f"the deal is worth {dial.deal} to you"
    yield f"{dial.name} {dial.value} (0 {dial.low_end}, 100 {dial.high_end}) · {worth}"


def meters(readings: Iterable[Reading], side: int) -> Iterator[str]:
    """Yields the meters in three lines: the reader's own, the other side's, those of both."""
    groups: dict[str, list[str]] = {}
    for reading in readings:
        whose = "Both" if reading.side is None else "You" if reading.side == side else "They"
        groups.setdefault(whose, []).append(reading_words(reading))
    yield from (f"{whose}: {' · '.join(words)}" for whose, words in groups.items())


def reading_words(reading: Reading) -> str:
    """Returns a meter as `name value (word)`, with the age of a report."""
    extra = ", ".join(part for part in (reading.word, reading.reported) if part)
    return f"{reading.plain} {reading.value}{f' ({extra})' if extra else ''}"


def told(title: str, texts: Iterable[str]) -> Iterator[str]:
    """Yields a titled list after an empty line, or nothing if it is empty."""
    lines = [text for text in texts if text]
    if lines:
        yield ""
        yield f"{title}:"
        yield from (f"  - {line}" for line in lines)


def clause_words(line: ClauseLine) -> str:
    """Returns a clause with its form, its points and what has become of it."""
    form = f", {line.form}" if line.form else ""
    status = f": {line.status}" if line.status else ""
    return f"{line.name}{form} ({signed(line.points)} to you){status}"


def letter_words(letter: Letter) -> Iterator[str]:
    """Yields a letter with both halves, its worth to the reader, and what answering does."""
    state = f"lapses {letter.lapses}" if letter.open else f"under way, arrives {letter.arrives}"
    yield f"Letter {letter.number} by {letter.channel_name}, {state}"
    mine = bool(letter.accept or letter.refuse)
    if letter.said:
        yield f"  “{letter.said}”"
    gives, wants = ("They give", "You give") if mine else ("Writer gives", "Writer wants")
    yield f"  {gives}: {'; '.join(map(clause_words, letter.gives)) or 'nothing'}"
    yield f"  {wants}: {'; '.join(map(clause_words, letter.wants)) or 'nothing'}"
    better = letter.worth - letter.no_deal
    yield f"  Worth {letter.worth} to you; no deal is worth {letter.no_deal} {AS_SEEN} ({signed(better)})"
    if mine:
        yield f"  accept {letter.number}: {figure_row(letter.accepting)}"
        yield f"  refuse {letter.number}: {figure_row(letter.refusing)}"


def past_letter(letter: PastLetter) -> str:
    """Returns an own letter of the past with what became of it."""
    return f"{letter.date}, {letter.channel_name}: {letter.fate} ({letter.terms})"


def added_up(title: str, lines: Iterable[tuple[str, int]], total: int) -> Iterator[str]:
    """Yields what a figure is made of, line by line, and the figure under them."""
    yield f"{title}:"
    yield from (f"  {signed(amount):>4}  {name}" for name, amount in lines)
    yield f"  {minus(total):>4}  together"


def worth_lines(of: Letter | OfferSheet) -> Iterator[str]:
    """Yields what a deal and having none are worth to the reader, each in lines that add up."""
    yield from added_up("The deal, to you", of.breakdown, of.worth)
    yield from added_up(f"No deal, to you, {AS_SEEN}", of.no_deal_breakdown, of.no_deal)


def figure_row(figures: Iterable[Figure]) -> str:
    """Returns a preview on one line."""
    return "; ".join(change(figure) for figure in figures) or "changes nothing you can see"


def change(figure: Figure) -> str:
    """Returns one line of a preview as `name before > after`."""
    if not figure.before:
        return f"{figure.name} {figure.after} (unseen)"
    return f"{figure.name} {figure.before} → {figure.after}{'' if figure.seen else ' (as you believe)'}"


def figure_table(figures: Iterable[Figure]) -> Iterator[str]:
    """Yields a preview as a table; `!` marks what is worse for the reader, `v` what is better."""
    lines = [*figures]
    width = max((len(figure.name) for figure in lines), default=0)
    for figure in lines:
        values = f"{figure.compared} → {figure.after}" if figure.before else f"{figure.after}  (unseen)"
        yield f"  {ARROWS[figure.tone]} {figure.name.ljust(width)}  {values}"
    if not lines:
        yield "    It changes nothing you can see."


def preview(words: Iterable[str], figures: Iterable[Figure]) -> Iterator[str]:
    """Yields what a move leads to, in words first and then in figures."""
    said, lines = [f"  {line}" for line in words], [*figures]
    yield from said
    if lines or not said:
        yield from figure_table(lines)


def acts(room: WarRoom, numbers: dict[str, int]) -> Iterator[str]:
    """Yields the open acts by rung with their numbers, then the closed ones with the reason."""
    gauge = room.gauge.name.lower()
    for rung in room.rungs:
        cards = [card for card in rung.acts if card.open]
        if cards:
            yield f"rung {signed(rung.rung)}"
        yield from (act_words(card, numbers[card.id], gauge) for card in cards)
    shut = [act_words(card, 0, gauge) for rung in room.rungs for card in rung.acts if not card.open]
    if shut:
        yield "closed now"
        yield from shut


def act_words(card: ActCard, number: int, gauge: str) -> str:
    """Returns an act on one line."""
    if not card.open:
        return f"   - {card.name} ({signed(card.rung)}) [{card.id}]: {card.reason}"
    notes = [f"{gauge} {signed(card.gauge)}"] if card.gauge else []
    notes += [card.visibility] if card.visibility != "seen by all" else []
    notes += [card.record.words] if card.record else []
    return f"{number:4} {card.name} [{card.id}]{'  ' if notes else ''}{'; '.join(notes)}"


def news(items: Iterable[NewsItem]) -> Iterator[str]:
    """Yields the morning's news with sources and disputes."""
    for item in items:
        yield f"- {item.text}"
        yield from sourced(item.source, item.disputed)


def sourced(source: str, disputed: str) -> Iterator[str]:
    """Yields where a statement stands and what is disputed about it."""
    if source:
        yield f"    source: {source}"
    if disputed:
        yield f"    disputed: {disputed}"


def terms(entries: Iterable[Term]) -> Iterator[str]:
    """Yields entries of the glossary or of who is who."""
    none = True
    for entry in entries:
        none = False
        yield f"{entry.name}: {entry.text}"
        yield from sourced(entry.source or "", entry.disputed or "")
    if none:
        yield "There are no entries."


def mandate(card: MandateCard) -> Iterator[str]:
    """Yields a mandate with its points and red line."""
    yield card.text
    for want in card.wants:
        yield f"  {signed(want.points):>4}  {want.name}"
    yield f"  Red line ({signed(-card.costs)}): {card.red_line}"


def mandates(cards: Iterable[MandateCard]) -> Iterator[str]:
    """Yields the mandates of which the other side has one, marking the one it is read to be."""
    yield "Theirs is one of these:"
    for card in cards:
        yield f"  - {card.name}{f'  <- {card.read}' if card.read else ''}"


def voices(said: Iterable[Voice]) -> Iterator[str]:
    """Yields who said what."""
    for voice in said:
        yield f"{SIGNS[voice.verdict]} {voice.name}, {voice.post} ({voice.stance}): {voice.text}"


def chart(charted: Chart) -> Iterator[str]:
    """Yields the map in words: of which day it is, states as known, and all that stands on it."""
    yield charted.report
    for reading in charted.states:
        yield f"{reading.name}: {reading.word}{f' ({reading.reported})' if reading.reported else ''}"
    for kind, title in MAPPED.items():
        yield from told(title, [thing_words(thing) for thing in charted.things if thing.kind == kind])


def thing_words(thing: Thing) -> str:
    """Returns something on the map with where it is and how old that is."""
    return f"{thing.name}: {thing.words} ({'; '.join(part for part in (thing.where, thing.report) if part)})"
