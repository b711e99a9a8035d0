"""The debrief as one file of HTML to hand in: no script, nothing from outside it, made to be printed on A4."""

from collections.abc import Iterable, Iterator

from game.frontends.page.charts import Curve, lines, scatter
from game.frontends.page.markup import Markup, table, tag
from game.frontends.page.sheet import sheet
from game.frontends.presenter.dangers import AT_NIGHTFALL, die_words
from game.frontends.presenter.debrief.debriefing import (
    ChanceCard,
    DebriefScreen,
    LeaderCard,
    MarkedMove,
    NightRow,
    OfferCard,
    PastStep,
    ReadingCell,
    RiskPart,
)
from game.frontends.presenter.words import IN_TRUTH, capital

WHOLE, QUARTER = 100, 25


def debrief_page(of: DebriefScreen) -> str:
    """Returns the whole page."""
    return sheet(f"Debrief: {of.title}", (section for part in PARTS for section in part(of)))


def opening(of: DebriefScreen) -> Iterator[Markup]:
    """Yields what it was, how it ended, and the sentences that say most."""
    yield tag("h1", f"Debrief: {of.title}")
    yield tag("p", of.subtitle, class_="small")
    yield tag("p", tag("b", of.ending), f". {of.ending_text}")
    yield tag("ul", *(tag("li", sentence) for sentence in of.summary))
    yield tag("div", *(leader(of, card) for card in of.leaders))


def leader(of: DebriefScreen, card: LeaderCard) -> Markup:
    """Returns who played a side, with mandate, score and, of a leader of the scenario, the card."""
    figures = [tag("li", f"{name} {value}: {text}") for name, value, text in card.figures]
    return tag(
        "article",
        tag("h3", f"{of.sides[card.side]}: {card.name}, {card.score} points"),
        tag("p", f"Mandate: {card.mandate.name}. {card.mandate.text} Red line: {card.mandate.red_line}"),
        *([tag("ul", *figures, class_="small")] if figures else []),
    )


def curves(of: DebriefScreen) -> Iterator[Markup]:
    """Yields the charts of the gauge with the odds of the nights, of the risk of war, of scores and ladders."""
    yield tag("h2", "Day by day")
    dates = [day.date.split(" ")[0] for day in of.days]
    yield gauge_chart(of, dates)
    if of.nights:
        yield night_chart(of)
    mornings = [point.date.split(" ")[0] for point in of.curve]
    risk = Curve(
        "this match, with its 95 % interval",
        [point.war.value for point in of.curve],
        [(point.war.low, point.war.high) for point in of.curve],
    )
    top = QUARTER * (1 + int(max(point.war.high for point in of.curve) - 0.01) // QUARTER)
    yield lines("Risk of war by the end, in percent, each morning", [risk], mornings, top)
    scores = [
        Curve(
            name,
            [point.scores[side].value for point in of.curve],
            [(point.scores[side].low, point.scores[side].high) for point in of.curve],
            side,
        )
        for side, name in enumerate(of.sides)
    ]
    yield lines("Expected final scores, each morning", scores, mornings, WHOLE)
    ladders = [Curve(name, [day.ladders[side] for day in of.days], (), side) for side, name in enumerate(of.sides)]
    highest = max((max(day.ladders) for day in of.days), default=0)
    yield lines("Ladders of escalation", ladders, dates, 4 * (1 + highest // 4))


def gauge_chart(of: DebriefScreen, dates: list[str]) -> Markup:
    """Returns the chart of the gauge, beside that of the historical path."""
    found = [Curve("this match", [day.gauge for day in of.days])]
    if any(day.history is not None for day in of.days):
        found.append(Curve("in fact", [day.history for day in of.days], (), 2))
    return lines(f"{capital(of.gauge)} each evening", found, dates, WHOLE)


def night_chart(of: DebriefScreen) -> Markup:
    """Returns the chart of the odds of war of each night, in percent, beside those of the historical path."""
    percents = [night.war.of_ten_thousand / WHOLE for night in of.nights]
    past = [night.history.of_ten_thousand / WHOLE if night.history else None for night in of.nights]
    top = of.nights_top
    words = [night.war.percent if 10 * value > top else "" for night, value in zip(of.nights, percents, strict=True)]
    curve = [Curve("in fact", past, (), 2)] if any(value is not None for value in past) else []
    dates = [night.date.split(" ")[0] for night in of.nights]
    title = "Odds of war that nobody ordered, at each nightfall, in percent (bars)"
    return lines(title, curve, dates, top, [*zip(percents, words, strict=True)])


def moves(of: DebriefScreen) -> Iterator[Markup]:
    """Yields the moves on which it hung, and every judgement as a table."""
    yield tag("h2", "Moves on which it hung")
    if not of.marked:
        yield tag("p", "No decision of this match stands out for sure.")
    for move in of.marked:
        yield marked_move(move)
    if of.caution:
        yield tag("p", of.caution)
    rows = [
        (move.date, move.who, f"{move.mark} {move.move}".strip(), move.own.text, move.lead.text) for move in of.moves
    ]
    head = ("Day", "Who", "Decision", "Own points expected", "Against the best other move")
    yield tag("h3", "All decisions")
    yield table(head, rows)


def marked_move(move: MarkedMove) -> Markup:
    """Returns a move with its mark and what is to be said of it."""
    turning = " · turning point" if move.turning else ""
    return tag(
        "article",
        tag("h3", tag("span", move.mark or "·", class_="mark"), f" {move.date}, {move.who}: {move.move}"),
        tag("p", move.sentence, tag("span", turning, class_="small")),
    )


def dangers(of: DebriefScreen) -> Iterator[Markup]:
    """Yields the account of risk: nights, what they came from, and what stood between an incident and war."""
    yield tag("h2", "Where the danger came from")
    ours, past = of.all_nights
    if ours:
        beside = f"; in fact, by the same rules, {past}" if past else ""
        yield tag("p", f"The chance that some night brought a war that nobody ordered: {ours}{beside}.")
    yield tag("p", f"The chances of each night, {AT_NIGHTFALL}:")
    yield table(("Night", "Incident", "War", "In fact", "What it came from"), map(_night, of.nights))
    most = max((abs(part.odds) for part in of.sources_of_risk), default=0) or 1
    yield tag("h3", "All nights together")
    yield table(("Move or cause", "Side", "", ""), (_part(of, part, most) for part in of.sources_of_risk))
    if of.brushes:
        yield tag("h3", "What stood between an incident and war")
        rows = (
            (
                brush.date,
                f"{brush.name}, answered: {brush.answer}" if brush.answer else brush.name,
                die_words(brush),
                "" if brush.answer else brush.averted_by,
            )
            for brush in of.brushes
        )
        yield table(("Day", "What", "How near it was", "In fact"), rows)


def _night(night: NightRow) -> Iterable[str]:
    told = "; ".join(f"{part.name} {part.text}" for part in night.largest)
    return night.date, night.hazard.percent, night.war.percent, night.history.percent if night.history else "", told


def _part(of: DebriefScreen, part: RiskPart, most: int) -> Iterable[str]:
    width = round(10 * abs(part.odds) / most, 2)
    meter = tag("span", class_="meter", style=f"width:{width}rem")
    return part.name, "" if part.side is None else of.shorts[part.side], part.text, meter


def bargains(of: DebriefScreen) -> Iterator[Markup]:
    """Yields the letters, the deals that were to be had, and the frontier of what was possible."""
    yield tag("h2", "Offers, and what might have been signed")
    sides = [f"{name} (no deal, {IN_TRUTH})" for name in of.shorts]
    if of.offers:
        rows = [
            (offer.date, of.shorts[offer.side], f"{offer.channel}: {offer.terms}", *_worths(offer), _fate(offer))
            for offer in of.offers
        ]
        yield table(("Day", "By", "Offer", *sides, "What came of it"), rows)
    if of.chances:
        yield tag("h3", "The best deal that both would have signed, each morning")
        deals = [(chance.date, chance.terms, *_worths(chance), str(chance.joint)) for chance in of.chances]
        yield table(("Day", "Deal", *sides, "Together"), deals)
    if found := of.frontier:
        signs = [
            ("no deal", found.no_deal, 2, True),
            ("best together", found.best, 1, True),
            ("reached", found.reached, 0, False),
        ]
        axes = (f"points of {of.capitals[0]}", f"points of {of.capitals[1]}")
        yield scatter(f"What could be reached on {found.date}", found.points, signs, axes)
        yield tag("p", f"{found.sentence} The best: {found.terms}.")


def _worths(of: OfferCard | ChanceCard) -> Iterator[str]:
    return (f"{worth} ({nothing})" for worth, nothing in zip(of.worth, of.no_deal, strict=True))


def _fate(offer: OfferCard) -> str:
    return f"{capital(offer.fate)}. {offer.why}".strip()


def readings(of: DebriefScreen) -> Iterator[Markup]:
    """Yields what each side could make of the other's mandate, and the endings that were near."""
    yield tag("h2", "What each could know of the other")
    rows: list[tuple[str, ...]] = [(day.date, *map(_reading, day.readings)) for day in of.days]
    yield table(("Day", *(f"To {name} the other's mandate seemed" for name in of.capitals)), rows)
    yield tag("p", "From reports and letters alone; – where there was nothing to go by.", class_="small")
    if of.near:
        yield tag("h2", "Endings that were near")
        rows = [(near.name, near.date, near.share.text) for near in of.near]
        yield table(("Ending", "Likeliest on", "In so many of 100 games"), rows)


def _reading(cell: ReadingCell | None) -> str:
    if cell is None or not cell.guess:
        return "–"
    return f"{cell.guess} ({cell.percent} %), {'right' if cell.right else 'wrong'}"


def days_beside(of: DebriefScreen) -> Iterator[Markup]:
    """Yields each day beside what happened in fact, with its sources."""
    yield tag("h2", "The same days in fact")
    for day in of.beside:
        ours = tag("ul", *(tag("li", text) for text in day.ours))
        yield tag("section", tag("h3", day.date), ours, *map(past_step, day.past))


def past_step(step: PastStep, lead: str = "In fact, ") -> Markup:
    """Returns what happened in fact, with its source and what is disputed about it."""
    disputed = f" Disputed: {step.disputed}" if step.disputed else ""
    source = tag("span", f"[{step.source}]{disputed}", class_="source")
    return tag("p", tag("b", f"{lead}{step.at}. "), f"{step.text} ", source)


def closing(of: DebriefScreen) -> Iterator[Markup]:
    """Yields how the figures came about, and the page of questions with room to write."""
    yield tag("h2", "How these figures came about")
    yield tag("ul", *(tag("li", text) for text in of.how), class_="small")
    yield tag("p", f"Record {of.chain[:16]}.", class_="small")
    yield tag("h2", "To discuss", class_="new")
    yield tag("ol", *(tag("li", text, tag("div", class_="room")) for text in of.questions))


PARTS = (opening, curves, moves, dangers, bargains, readings, days_beside, closing)
"""The parts of the page, in order."""
