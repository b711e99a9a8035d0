"""Questions to discuss, drawn from what happened in a match."""

from collections.abc import Iterator

from game.frontends.presenter.dangers import AT_NIGHTFALL, die_words
from game.frontends.presenter.debrief.debriefing import DayRow, DebriefScreen, MarkedMove

MOST = 8
"""How many questions fit a page with room to write."""
ALL_BUT_BEST = 90
"""From how many percent of the best deal on nobody need be asked why a better one was not written."""


def questions(of: DebriefScreen) -> tuple[str, ...]:
    """Returns questions on what happened in a match, the weightiest first."""
    return tuple([*_of_risk(of), *_of_marks(of), *_of_deals(of), *_of_readings(of), *_of_past(of)][:MOST])


def _of_risk(of: DebriefScreen) -> Iterator[str]:
    worst = max(of.nights, key=lambda night: night.war.of_ten_thousand, default=None)
    if worst and worst.war.of_ten_thousand:
        yield (
            f"The night of {worst.date} was the most dangerous: {AT_NIGHTFALL}, the chance of war was "
            f"{worst.war.percent}. Who had decided what it came from, and did anybody mean it to?"
        )
    grave = [part for part in of.sources_of_risk if part.side is not None and part.odds > 0]
    if grave:
        most = max(grave, key=lambda part: part.odds)
        yield (
            f"“{most.name}” by {of.capitals[most.side or 0]} added more to the risk than anything else. What was it to "
            "gain, and could the same have been had at a smaller risk?"
        )
    if of.brushes:
        closest = max(of.brushes, key=lambda brush: brush.odds.of_ten_thousand)
        stood = f" In fact: {closest.averted_by}" if closest.averted_by else ""
        what = f"{closest.name}, answered: {closest.answer}" if closest.answer else closest.name
        yield f"{closest.date}, {what}. {die_words(closest)}{stood} On whom should such a thing depend?"


def _of_marks(of: DebriefScreen) -> Iterator[str]:
    worst = min((move for move in of.moves if "?" in move.mark), key=_lead, default=None)
    if worst:
        capital = of.capitals[worst.side]
        did = worst.omission or f"{capital} chose “{worst.move}”"
        yield (
            f"On {worst.date} {did}; “{worst.other}” promised more. What could {capital} "
            "know that morning that would have shown it, and what could it not know?"
        )
    best = max((move for move in of.moves if move.mark == "!"), key=_lead, default=None)
    if best:
        yield f"On {best.date} “{best.move}” was the only good move. What made every other one so much worse?"


def _lead(move: MarkedMove) -> float:
    return move.lead.value


def _of_deals(of: DebriefScreen) -> Iterator[str]:
    written = {offer.terms for offer in of.offers}
    content = of.frontier and of.frontier.signed and of.frontier.percent >= ALL_BUT_BEST
    missed = [] if content else [chance for chance in of.chances if chance.terms not in written]
    if missed:
        first, best = missed[0], max(missed, key=lambda chance: chance.joint)
        yield (
            f"From {first.date} on there were deals that both sides would have signed; the best was that of "
            f"{best.date} ({best.terms}). Why did nobody write it?"
        )
    refused = next((offer for offer in of.offers if offer.why and "Both would have gained" in offer.why), None)
    if refused:
        yield (
            f"The letter of {refused.date} by {of.capitals[refused.side]} would have been better for both than no "
            f"deal. It was {refused.fate.split(',')[0]}. What stood in its way?"
        )


def _of_readings(of: DebriefScreen) -> Iterator[str]:
    for side in (0, 1):
        wrong = next((day for day in reversed(of.days) if _misread(day, side)), None)
        if wrong and (cell := wrong.readings[side]):
            truth = of.leaders[1 - side].mandate.name
            yield (
                f"On {wrong.date} all that {of.capitals[side]} had before it spoke for “{cell.guess}” on the other "
                f"side; the truth was “{truth}”. What had misled it, and what did that cost?"
            )


def _misread(day: DayRow, side: int) -> bool:
    cell = day.readings[side]
    return cell is not None and bool(cell.guess) and not cell.right


def _of_past(of: DebriefScreen) -> Iterator[str]:
    parted = next((day for day in of.days if day.history is not None and abs(day.gauge - day.history) >= 10), None)
    if parted:
        higher = "higher" if parted.gauge > (parted.history or 0) else "lower"
        yield (
            f"On {parted.date} {of.gauge} stood at {parted.gauge}, {higher} than in fact ({parted.history}). Which "
            "decision parted the two, and who took it?"
        )
    yield "Which of the leaders' decisions would you defend today, knowing only what was known to them?"
    yield f"It ended so: {of.ending}. Was that skill, luck, or both? Name a figure of these pages that supports you."
