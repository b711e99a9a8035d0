"""What a debrief tells first: how it came out, what cost each side most, what was missed, and where danger stood."""

from collections.abc import Iterator

from game.frontends.presenter.dangers import AT_NIGHTFALL, once
from game.frontends.presenter.debrief.debriefing import DebriefScreen
from game.frontends.presenter.debrief.parting import parting
from game.frontends.presenter.words import day_date, full_date
from game.match.match import Match


def telling(match: Match, of: DebriefScreen) -> tuple[str, ...]:
    """Returns the sentences that say most, that on what happened in fact last."""
    said = (_points(of), _war(of), *_dearest(of), _deal(of), *_nights(match, of), parting(match))
    return tuple(sentence for sentence in said if sentence)


def _points(of: DebriefScreen) -> str:
    first, second = of.leaders
    return f"{of.capitals[0]} came to {first.score} points of 100, {of.capitals[1]} to {second.score}."


def _war(of: DebriefScreen) -> str:
    """Returns what a war that nobody ordered came of, and what had made that night dangerous; `` for none."""
    brush = next((brush for brush in of.brushes if brush.war), None)
    if brush is None:
        return ""
    answer = f", answered “{brush.answer}”" if brush.answer else ""
    grave = max(of.nights[-1].parts, key=lambda part: part.odds)
    by = f", by {of.capitals[grave.side]}" if grave.side is not None else ""
    behind = f" Most of that night's danger came of this: {grave.name}{by}." if grave.odds > 0 else ""
    return (
        f"Nobody ordered the war: it came of “{brush.name}”{answer}, on {brush.date}, at a chance of "
        f"{brush.odds.percent} {once(brush.answer)}.{behind}"
    )


def _dearest(of: DebriefScreen) -> Iterator[str]:
    """Yields for each side the move that fell furthest short, if any did for sure, or that none did."""
    if not any("?" in move.mark for move in of.moves):
        yield "No decision of either side fell short of a better one for sure."
    for side, name in enumerate(of.capitals):
        found = [move for move in of.moves if move.side == side and "?" in move.mark]
        if found:
            worst = min(found, key=lambda move: move.lead.value)
            gap = worst.lead.text.removeprefix("−")
            if worst.omission:
                yield (
                    f"What cost {name} most was left undone on {worst.date}: {worst.omission}. “{worst.instead}” "
                    f"promised it {gap} points more."
                )
                continue
            better = f"“{worst.instead}”" if worst.instead != worst.short else "A letter of other terms"
            yield f"What cost {name} most: “{worst.short}” on {worst.date}. {better} promised it {gap} points more."


def _deal(of: DebriefScreen) -> str:
    """Returns how near the deal came to the best one, or the best that was not made where none was."""
    if of.frontier and of.frontier.signed:
        return of.frontier.sentence
    if not of.chances:
        return "No deal was signed, and on no morning was there one that both would have gained by."
    best = max(of.chances, key=lambda chance: chance.joint)
    (first, second), mornings = best.worth, len(of.chances)
    return (
        f"No deal was signed, though on {mornings} morning{'s' * (mornings > 1)} there was one that both would have "
        f"gained by; the best, that of {best.date}, was then worth {first} points to {of.capitals[0]} and {second} "
        f"to {of.capitals[1]}."
    )


def _nights(match: Match, of: DebriefScreen) -> Iterator[str]:
    worst = max(of.nights, key=lambda night: night.war.of_ten_thousand, default=None)
    if worst and worst.war.of_ten_thousand:
        date = full_date(day_date(match.rules, worst.day))
        yield (
            f"The most dangerous night was that of {date}: {AT_NIGHTFALL}, the chance of war was {worst.war.percent} "
            f"({worst.war.one_in})."
        )
        yield f"Over all nights together the chance of a war that nobody ordered was {of.all_nights[0]}."
