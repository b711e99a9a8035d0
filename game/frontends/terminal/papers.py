"""Briefing, incidents, duties, endings and replays as plain text."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from game.frontends.presenter.basics import ClauseLine
from game.frontends.presenter.dangers import die_words
from game.frontends.presenter.replay.replaying import EVERYBODY
from game.frontends.presenter.stories import (
    Briefing,
    Card,
    DutyScreen,
    EndingScreen,
    IncidentScreen,
    NearMiss,
    OptionCard,
    ReplayStep,
    ScoreCard,
    WarAccount,
)
from game.frontends.presenter.words import capital, signed
from game.frontends.terminal.pages import clause_words, mandate, mandates, preview, sourced, told, voices


def briefing(paper: Briefing) -> Iterator[str]:
    """Yields what a side reads before its first turn."""
    yield f"{paper.name}. Leader: {paper.leader}. At home: {paper.home}."
    if paper.since:
        yield ""
        yield f"It is {paper.today} now. What you did and learned until then:"
        yield from (f"  {date}: {'; '.join(text.rstrip('.') for text in said)}" for date, said in paper.since)
        yield ""
        yield "How it began for you:"
    for paragraph in paper.paragraphs:
        yield ""
        yield paragraph
    yield ""
    yield f"How you see them: {paper.sees_other}"
    yield ""
    yield f"Your mandate, secret: {paper.mandate.name}"
    yield from mandate(paper.mandate)
    yield ""
    yield from mandates(paper.others)


def cards(told_of: tuple[Card, ...]) -> Iterator[str]:
    """Yields dated cards."""
    for card in told_of:
        yield f"{card.date} · {card.title}"
        yield f"  {card.text}"
        yield from sourced(card.source, card.disputed)


def incident(screen: IncidentScreen) -> Iterator[str]:
    """Yields an incident with its answers."""
    yield screen.text
    if screen.record:
        yield from sourced(screen.record.source, screen.record.disputed)
    for number, option in enumerate(screen.options, 1):
        yield from option_words(number, option)
    said = [*voices(screen.voices)]
    if said:
        yield ""
        yield from said


def duty(screen: DutyScreen) -> Iterator[str]:
    """Yields a deferred clause with the ways to meet it."""
    yield f"You promised: {clause_words(screen.clause)}. {screen.clause.text}"
    for number, option in enumerate(screen.options, 1):
        yield from option_words(number, option)


def option_words(number: int, option: OptionCard) -> Iterator[str]:
    """Yields an answer with what it does and the odds of its die."""
    yield ""
    if not option.open:
        yield f" -  {option.name}: {option.reason}"
        return
    yield f" {number}  {option.name} [{option.move}]"
    yield f"    {option.text}"
    yield from preview(option.notes, option.figures)
    if option.die_text:
        yield f"    {option.die_text}"


def ending(screen: EndingScreen) -> Iterator[str]:
    """Yields how it ended, with everything that was secret."""
    yield screen.text
    yield from sourced(screen.source, screen.disputed)
    yield f"{'Signed' if screen.signed else 'Ended'} on {screen.date}, day {screen.day}."
    if screen.account:
        yield from account(screen.account)
    yield from told("The deal", [kept_words(line) for line in screen.deal])
    for card in screen.scores:
        yield ""
        yield from score(card)
    yield ""
    yield f"Together: {screen.together} of 200, the two scores added up: what the two made of it between them."
    if screen.history:
        yield screen.history
    yield from told("How things stood", [f"{name}: {word}" for name, word in screen.states])
    names = [card.name for card in screen.scores]
    yield from told("Done in secret", [f"{done.date}, {names[done.side]}: {done.text}" for done in screen.secrets])
    yield from told("How near it came", map(miss, screen.misses))
    yield from thoughts(screen, names)
    yield from aftermath(screen)


def miss(die: NearMiss) -> str:
    """Returns a die of war with what stood between it and war in fact."""
    how = f"{die.incident}, answered: {die.answer}" if die.answer else die.incident
    averted = f" In the real crisis: {die.averted_by}" if die.averted_by else ""
    return f"Night of {die.night}: {how}. {die_words(die)} {capital(die.knew)}.{averted}"


def thoughts(screen: EndingScreen, names: list[str]) -> Iterator[str]:
    """Yields the reasons of programs by day."""
    if screen.thoughts:
        yield ""
        yield "What they thought:"
    for date, held in groupby(screen.thoughts, attrgetter("date")):
        yield f"  {date}"
        yield from (f"    {names[thought.side]}: {thought.move}. “{thought.because}”" for thought in held)


def kept_words(line: ClauseLine) -> str:
    """Returns a clause of the deal with what has become of it."""
    return f"{line.name}{f', {line.form}' if line.form else ''}: {line.status}"


def account(war: WarAccount) -> Iterator[str]:
    """Yields where the war came from: the decision that ended it, and the die."""
    yield ""
    if war.decision:
        yield f"How it came, {war.night}:"
        yield f"  Decision: {war.decision}"
    else:
        yield f"The war came in the night of {war.night}: {war.incident}. {war.text}"
    yield f"  {war.die}" if war.die else f"Odds: {war.odds.percent} ({war.odds.one_in})."
    yield from told(war.about or "The largest lines in them", [f"{name}: {signed(n)}" for name, n in war.lines])
    if war.averted_by:
        yield f"In the real crisis this did not become war: {war.averted_by}"


def score(card: ScoreCard) -> Iterator[str]:
    """Yields a side's score, what it is made of, and its mandate."""
    yield f"{card.name}: {card.score} of 100"
    yield from (f"  {signed(amount):>4}  {name}" for name, amount in card.breakdown or card.lines)
    yield f"  Mandate: {card.mandate.name}. {card.mandate.text}"


def aftermath(screen: EndingScreen) -> Iterator[str]:
    """Yields what followed, and what did not."""
    items = [item for item in screen.aftermath if item.text]
    if items:
        yield ""
        yield "Aftermath:"
    for item in items:
        yield f"  {'*' if item.follows else 'o'} {item.name}: {item.text}"
        yield from sourced(item.source, item.disputed)


def step(told_of: ReplayStep, names: tuple[str, str], gauge: str) -> Iterator[str]:
    """Yields a step of a replay: when, who, what, why and where it stands."""
    when = f"{told_of.at}  " if told_of.at else ""
    if told_of.described:
        chance = f"  ({told_of.odds})" if told_of.odds else ""
        who = "Night and chance" if told_of.side is None else names[told_of.side]
        if told_of.move:
            yield f"  {when}{who}: {told_of.described}  [{told_of.move}]{chance}"
        else:
            yield f"  {told_of.described}"
            yield from (f"      {line}" for line in told_of.lines)
        if told_of.text:
            yield f"      {told_of.text}"
    elif told_of.text:
        yield f"  {when}{told_of.text}"
    yield from sourced(told_of.source, told_of.disputed)
    if told_of.knew and told_of.knew != EVERYBODY:
        yield f"    who knew: {told_of.knew}"
    if told_of.bend:
        yield f"    bent: {told_of.bend}"
    if told_of.nightfall:
        yield f"  Nightfall: {gauge} {told_of.gauge}"
