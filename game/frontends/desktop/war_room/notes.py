"""The reading pages that the war room opens: figures, news, letters, the mandate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.frontends import presenter
from game.frontends.desktop.theme import DANGER, HEMP, SIDE_COLOURS
from game.frontends.desktop.war_room.advisers import ranked
from game.frontends.desktop.war_room.preview import note_lines
from game.frontends.desktop.war_room.reading import Entry, Reading
from game.frontends.desktop.war_room.wording import clause, signed
from game.frontends.presenter.forecasts import LED, MEANT
from game.frontends.presenter.models import Letter, NewsItem
from game.frontends.presenter.words import AS_SEEN, capital

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.room import WarRoom


def figures(room: WarRoom) -> Reading:
    """Returns every figure of the preview and every adviser, or where the side stands."""
    subject = room.shown
    entries: list[Entry] = []
    if subject:
        entries += [Entry(text=text, colour=colour) for text, colour in note_lines(subject)]
        if subject.act and subject.act.record and subject.act.record.source:
            record = subject.act.record
            disputed = f" Disputed: {record.disputed}" if record.disputed else ""
            entries.append(Entry(small=f"Source: {record.source}.{disputed}"))
        for figure in subject.figures:
            before = f"{figure.compared} → " if figure.before else ""
            words = {"better": "better for you", "worse": "worse for you", "plain": ""}[figure.tone]
            entries.append(
                Entry(figure.name, f"{before}{figure.after}", words, DANGER if figure.tone == "worse" else HEMP)
            )
        if subject.letter and subject.move == subject.letter.accept:
            entries += worth(room, subject.letter)
        if any(figure.against for figure in subject.figures):
            entries.append(Entry(capital(LED), MEANT))
    else:
        entries += foreseen(room)
    for meter in room.model.meters:
        entries.append(Entry(meter.name, f"{meter.value} {meter.word}".strip(), meter.reported or meter.text))
    for voice in ranked(room.voices):
        entries.append(Entry(f"{voice.name} · {voice.verdict}", voice.text, f"{voice.post}. Imagined."))
    return Reading(room.desk, subject.title if subject else "Where you stand", "all figures", entries)


def foreseen(room: WarRoom) -> list[Entry]:
    """Returns how it may go on as things stand; nothing where the player wants no forecast."""
    said = room.foresight.foreseen()
    if said is None:
        return []
    led = f"{capital(LED)}. Counted over games played on from what you know."
    return [
        Entry(
            "War if nobody moves", said.tonight, "From the most careful answers to tonight's incidents to the worst."
        ),
        Entry("War by the end", said.war.full, led),
        Entry("Settled by the end", said.settled.full, led),
        Entry("Your score, on average", said.score, led),
        Entry(capital(LED), MEANT),
    ]


def news(room: WarRoom, item: NewsItem) -> Reading:
    """Returns an item of news with its source and what is disputed about it."""
    return Reading(room.desk, "News", room.model.header.date, [Entry("", item.text, small(item.source, item.disputed))])


def small(source: str, disputed: str) -> str:
    """Returns the small print of something that claims to be history."""
    parts = [f"Source: {source}." if source else "", f"Disputed: {disputed}" if disputed else ""]
    return " ".join(part for part in parts if part)


def since(room: WarRoom) -> Reading:
    """Returns what has happened since the side's last turn, as far as it could know."""
    entries = [
        Entry(f"Day {event.day}", event.text, "", SIDE_COLOURS[event.side] if event.side is not None else HEMP)
        for event in room.model.since
    ]
    return Reading(room.desk, "Since your last turn", "", entries)


def letter(room: WarRoom, item: Letter) -> Reading:
    """Returns a letter with each clause in full and what it is worth."""
    names = [ladder.name for ladder in room.model.ladders]
    entries = [
        Entry(
            f"{names[line.giver]}: {clause(line)}", line.text, f"{signed(line.points)} to you", SIDE_COLOURS[line.giver]
        )
        for line in (*item.gives, *item.wants)
    ]
    when = f"lies open until {item.lapses}" if item.open else f"arrives {item.arrives}"
    return Reading(room.desk, item.channel_name, when, [*entries, *worth(room, item)])


def worth(room: WarRoom, item: Letter) -> list[Entry]:
    """Returns what signing a letter and having no deal are worth to the reader, each with its parts and their sum."""
    signing, nothing = (
        presenter.own_lines(room.rules, room.side, lines) for lines in (item.breakdown, item.no_deal_breakdown)
    )
    return [
        Entry("What signing it is worth to you", parts=signing, total=item.worth),
        Entry(f"What no deal is worth to you, {AS_SEEN}", parts=nothing, total=item.no_deal),
    ]


def mandate(room: WarRoom) -> Reading:
    """Returns the mandate in full."""
    card = room.model.mandate
    entries = [
        Entry(card.name, card.text),
        Entry("Red line", card.red_line, f"crossing it costs {card.costs} points", DANGER),
    ]
    entries += [Entry(want.name, f"{signed(want.points)} points") for want in card.wants]
    return Reading(room.desk, "Your mandate", "secret", entries)
