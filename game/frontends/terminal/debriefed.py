"""The debrief as plain text of 80 columns, with small curves of block letters beside their figures."""

from collections.abc import Iterable, Iterator, Sequence

from game.frontends.presenter.dangers import AT_NIGHTFALL, die_words
from game.frontends.presenter.debrief.debriefing import (
    BrushCard,
    DayBeside,
    DayRow,
    DebriefScreen,
    LeaderCard,
    MarkedMove,
    NightRow,
    OfferCard,
    RiskPart,
)
from game.frontends.presenter.words import IN_TRUTH, capital
from game.frontends.terminal.console import Console
from game.frontends.terminal.pages import sourced

BLOCKS = "▁▂▃▄▅▆▇█"
LABEL, CELL, ACROSS = 15, 4, 16
BAR = 30
WHOLE = 100


def show(screen: DebriefScreen, console: Console) -> None:
    """Writes a debrief, section by section; on a terminal a long one stops where the screen is full."""
    for title, lines in sections(screen):
        found = [*lines]
        if found:
            console.page(title, found)


def sections(of: DebriefScreen) -> Iterator[tuple[str, Iterable[str]]]:
    """Yields the sections of a debrief, each with its title and lines."""
    yield f"Debrief: {of.title}", [of.subtitle, f"{of.ending}. {of.ending_text}", *of.summary]
    yield "How it stood, morning by morning", curves(of)
    yield "Moves on which it hung", marked(of)
    yield "All decisions", decisions(of)
    yield "Where the danger came from", dangers(of)
    yield "What stood between an incident and war", brushes(of.brushes)
    yield "Offers", offers(of)
    yield "What might have been signed", deals(of)
    yield "Mandates, and what each side could make of the other's", mandates(of)
    yield "Endings that were near", (f"{near.share.text:>14}  {near.name}, on {near.date}" for near in of.near)
    yield "The same days in fact", days_beside(of.beside)
    yield "To discuss", (f"{number}. {text}" for number, text in enumerate(of.questions, 1))
    yield "How these figures came about", of.how


def spark(values: Sequence[float], top: float = 0) -> list[str]:
    """Returns a block for each of some values, the tallest for the largest of them or for `top`."""
    most = max(top, *values) if len(values) > 1 else max([top, *values])
    return [BLOCKS[min(len(BLOCKS) - 1, round(value / most * (len(BLOCKS) - 1)))] if most else " " for value in values]


def row(label: str, cells: Iterable[object]) -> str:
    """Returns a line of a table: a label and narrow cells."""
    return f"{label[:LABEL]:<{LABEL}}" + "".join(f"{cell!s:>{CELL}}" for cell in cells)


def curves(of: DebriefScreen) -> Iterator[str]:
    """Yields the curves in parts that fit the width: risk of war by the end and scores by morning, then evenings."""
    for first in range(0, len(of.curve), ACROSS):
        part = of.curve[first : first + ACROSS]
        wars = [point.war.value for point in part]
        yield row("", (point.date.split(" ")[0] for point in part))
        yield row("war, %", spark(wars, WHOLE / 2))
        yield row("", (f"{war:.0f}" for war in wars))
        for side, name in enumerate(of.shorts):
            scores = [point.scores[side].value for point in part]
            yield row(f"score of {name}", spark(scores, WHOLE))
            yield row("", (f"{score:.0f}" for score in scores))
    for first in range(0, len(of.days), ACROSS):
        yield from days(of, of.days[first : first + ACROSS])
    halves = [max(point.war.high - point.war.value, *(s.high - s.value for s in point.scores)) for point in of.curve]
    yield f"Each figure of the first three curves lies within ± {max(halves):.1f} of the truth in 95 of 100 cases."


def days(of: DebriefScreen, part: Sequence[DayRow]) -> Iterator[str]:
    """Yields what the evenings of some days were like."""
    yield row("", (day.date.split(" ")[0] for day in part))
    yield row(of.gauge, spark([day.gauge for day in part], WHOLE))
    yield row("", (day.gauge for day in part))
    if any(day.history is not None for day in part):
        yield row("  in fact", ("" if day.history is None else day.history for day in part))
    for side, name in enumerate(of.shorts):
        yield row(f"ladder of {name}", (day.ladders[side] for day in part))
    for side, name in enumerate(of.shorts):
        yield row(f"no deal, {name}", (day.no_deal[side] for day in part))


def marked(of: DebriefScreen) -> Iterator[str]:
    """Yields the marked moves and the turning points."""
    for move in of.marked:
        yield from marked_move(move)
    if of.caution:
        yield of.caution
    if not of.marked:
        yield "No decision of this match stands out for sure."


def marked_move(move: MarkedMove) -> Iterator[str]:
    """Yields a move with its mark and what is to be said of it."""
    turning = " (turning point)" if move.turning else ""
    yield f"{move.mark or '·':>2}  {move.date}, {move.who}: {move.move}{turning}"
    yield f"    {move.sentence}"


def decisions(of: DebriefScreen) -> Iterator[str]:
    """Yields every decision that was judged, with the points its side could expect and how far it led or fell short."""
    if of.moves:
        yield "Points its side could expect; then above (below: −) the best other move:"
    for move in of.moves:
        figures = f"{move.own.text:>12}{move.lead.text:>13}"
        yield f"{move.mark:>2} {move.date:>6}{figures}  {of.shorts[move.side]}: {move.short}"


def dangers(of: DebriefScreen) -> Iterator[str]:
    """Yields the odds of the nights and where they came from."""
    most = max((night.war.of_ten_thousand for night in of.nights), default=0)
    if of.nights:
        yield f"The chance of a war that nobody ordered, {AT_NIGHTFALL}:"
    for night in of.nights:
        yield from night_lines(night, most)
    ours, past = of.all_nights
    if ours:
        yield f"Over all nights together: {ours}." + (f" In fact, by the same rules: {past}." if past else "")
        yield "Whose moves that came from, in the odds of all nights added up:"
    yield from (part_words(part, of.shorts) for part in of.sources_of_risk)


def night_lines(night: NightRow, most: int) -> Iterator[str]:
    """Yields a night with its odds as a bar, and its largest parts."""
    war = night.war.of_ten_thousand
    bar = "#" * (BAR * war // most if most else 0)
    past = f"  in fact {night.history.percent}" if night.history else ""
    yield f"{night.date:>7}  war {night.war.percent:>11}  {bar:<{BAR}}{past}"
    if largest := night.largest[:4]:
        yield "         " + ", ".join(f"{part.name} {part.text}" for part in largest)


def part_words(part: RiskPart, sides: tuple[str, str]) -> str:
    """Returns a part of the risk as a line."""
    who = "" if part.side is None else f" · {sides[part.side]}"
    return f"{part.text:>9}  {part.name}{who}"


def brushes(found: Iterable[BrushCard]) -> Iterator[str]:
    """Yields every die on war with what stood in between."""
    for brush in found:
        answer = f", answered: {brush.answer}" if brush.answer else ""
        yield f"{brush.date}, {brush.name}{answer}. {die_words(brush)}"
        if brush.averted_by and not brush.answer:
            yield f"    In fact: {brush.averted_by}"


def offers(of: DebriefScreen) -> Iterator[str]:
    """Yields every letter with its worth to each side, against no deal."""
    for offer in of.offers:
        yield f"{offer.date}, {of.sides[offer.side]}, {offer.channel}: {offer.terms}"
        yield f"    {worths(of, offer)}. {capital(offer.fate)}."
        if offer.why:
            yield f"    {offer.why}"


def worths(of: DebriefScreen, offer: OfferCard) -> str:
    """Returns what a letter was worth to each side when it was written."""
    pairs = zip(of.shorts, offer.worth, offer.no_deal, strict=True)
    return f"Worth then, {IN_TRUTH}: " + "; ".join(
        f"{name} {worth} (no deal {nothing})" for name, worth, nothing in pairs
    )


def deals(of: DebriefScreen) -> Iterator[str]:
    """Yields the best deal that both would have signed, day by day, and how near the end came to the best."""
    before = ""
    for chance in of.chances:
        terms = "the same" if chance.terms == before else chance.terms
        (first, second), (one, two) = chance.worth, chance.no_deal
        yield f"{chance.date}: {first} + {second} = {chance.joint} (no deal {IN_TRUTH} {one}, {two}): {terms}"
        before = chance.terms
    if of.frontier:
        yield of.frontier.sentence


def mandates(of: DebriefScreen) -> Iterator[str]:
    """Yields who played, with which mandate, and what the other could make of it from its reports and letters."""
    for leader in of.leaders:
        yield from leader_words(of, leader)
    for side, name in enumerate(of.capitals):
        told = [(day.date, cell) for day in of.days if (cell := day.readings[side]) and cell.guess]
        if not told:
            yield f"{name} had nothing to read the other's mandate from."
        for date, cell in told:
            right = "right" if cell.right else "wrong"
            yield f"{date}: to {name} reports and letters spoke for {cell.guess} ({cell.percent} %): {right}."


def leader_words(of: DebriefScreen, leader: LeaderCard) -> Iterator[str]:
    """Yields who played a side, with the mandate and, of a leader of the scenario, the card."""
    yield f"{of.sides[leader.side]}: {leader.name}, {leader.score} points. Mandate: {leader.mandate.name}."
    yield f"    {leader.mandate.text}"
    yield from (f"    {value:>3}  {name}: {text}" for name, value, text in leader.figures)


def days_beside(found: Iterable[DayBeside]) -> Iterator[str]:
    """Yields each day beside what happened in fact, with its sources."""
    for day in found:
        yield f"{day.date}"
        yield from (f"    {text}" for text in day.ours)
        for step in day.past:
            yield f"    In fact, {step.at}: {step.text}"
            yield from sourced(step.source, step.disputed)
