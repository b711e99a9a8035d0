"""The course of a match: the risk of war and both scores by morning, with the moves on which it hung."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop.debrief.bars import expected
from game.frontends.desktop.debrief.moves import MoveRow
from game.frontends.desktop.debrief.picker import Picker, badge, badge_size
from game.frontends.desktop.debrief.plot import Key, Plot, between, legend_height, sheet
from game.frontends.desktop.ink import Ink
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, DANGER, EDGE, GUTTER, PANEL, SIDE_COLOURS, Role
from game.frontends.presenter.debrief.debriefing import SIGNS, DebriefScreen, MarkedMove

if TYPE_CHECKING:
    from game.frontends.desktop.debrief.pages import DebriefPages

HEAD = "War and points, morning by morning"
WHOLE = 100
WIDE = 1500
"""The effective width from which on the page has a look at all others."""


def places(of: DebriefScreen) -> list[float]:
    """Returns where between the mornings each marked move lies: those of a day evenly spread over it."""
    mornings = {point.day: number for number, point in reversed([*enumerate(of.curve)])}
    counts, seen, found = Counter(move.day for move in of.marked), Counter[int](), []
    for move in of.marked:
        seen[move.day] += 1
        found.append(mornings.get(move.day, len(of.curve) - 1) + seen[move.day] / (counts[move.day] + 1))
    return found


def chart(screen: DebriefPages, rect: Rect) -> Picker:
    """Returns the chart on which the marked moves are chosen."""
    desk, of = screen.desk, screen.model
    names = of.sides if rect.w > desk.width(" ".join(of.sides), Role.TEXT, 14) * 3 else of.shorts
    keys: list[Key] = [
        *((f"points of {name}", ("disc", "lozenge")[n], SIDE_COLOURS[n]) for n, name in enumerate(names)),
        ("war by the end, %", "up", DANGER),
    ]
    lane = badge_size(desk) * 5 // 4
    lanes = 2 if rect.h > 11 * lane else 1
    head = legend_height(desk, rect.w, keys)
    inner = Rect(0, head, rect.w, rect.h - head)
    plot = Plot(desk, inner, [point.date.split(" ")[0] for point in of.curve], WHOLE, lanes * lane)
    spots = _spots(of, plot, lane, lanes)

    def picture() -> Surface:
        surface = sheet(plot, rect.size, keys)
        _curves(surface, plot, of)
        _leaders(surface, plot, of, spots)
        return surface

    def drawn(surface: Surface, spot: Rect, number: int, chosen: bool) -> None:
        move = of.marked[number]
        badge(desk, surface, spot.center, move.side, move.mark, chosen)

    return Picker("course", rect, screen.kept("course", rect.size, picture), spots, screen.move, screen.choose, drawn)


def _spots(of: DebriefScreen, plot: Plot, lane: int, lanes: int) -> list[Rect]:
    """Returns where the badges lie: above their day, in one row or one for each side, none over another."""
    size = badge_size(plot.desk)
    wanted = [plot.x(place) - size / 2 for place in places(of)]
    lefts = [0.0] * len(wanted)
    for row in range(lanes):
        own = [number for number, move in enumerate(of.marked) if move.side % lanes == row]
        spread = apart([wanted[number] for number in own], size, plot.field.x, plot.rect.right)
        for number, left in zip(own, spread, strict=True):
            lefts[number] = left
    pairs = zip(of.marked, lefts, strict=True)
    return [Rect(round(left), plot.rect.y + move.side % lanes * lane, size, size) for move, left in pairs]


def apart(wanted: list[float], size: float, left: float, right: float) -> list[float]:
    """Returns places in a row, as near to those wanted (in order) as may be with none over another."""
    size = min(size, (right - left) / max(1, len(wanted)))
    up, down = list[float](), list[float]()
    for number, place in enumerate(wanted):
        most = right - size * (len(wanted) - number)
        up.append(min(most, max([place, left, *(end + size for end in up[-1:])])))
    for number, place in enumerate(reversed(wanted)):
        least = left + size * (len(wanted) - 1 - number)
        down.append(max(least, min([place, right - size, *(end - size for end in down[-1:])])))
    return [(low + high) / 2 for low, high in zip(up, reversed(down), strict=True)]


def _curves(surface: Surface, plot: Plot, of: DebriefScreen) -> None:
    ink = Ink(surface.get_size())
    wars = [point.war for point in of.curve]
    scores = [[point.scores[side] for point in of.curve] for side in (0, 1)]
    for colour, found in zip((*SIDE_COLOURS, DANGER), (*scores, wars), strict=True):
        plot.band(ink, [(value.low, value.high) for value in found], colour)
    for side in (0, 1):
        plot.curve(ink, [value.value for value in scores[side]], SIDE_COLOURS[side], dashed=side == 1)
    plot.curve(ink, [value.value for value in wars], DANGER)
    ink.onto(surface)
    plot.marks(surface, [value.value for value in scores[0]], "disc", SIDE_COLOURS[0])
    plot.marks(surface, [value.value for value in scores[1]], "lozenge", SIDE_COLOURS[1])
    plot.marks(surface, [value.value for value in wars], "up", DANGER)


def _leaders(surface: Surface, plot: Plot, of: DebriefScreen, spots: list[Rect]) -> None:
    """Leads from each badge to its place on the curve of its side's points."""
    ink = Ink(surface.get_size())
    for move, place, spot in zip(of.marked, places(of), spots, strict=True):
        scores = [point.scores[move.side].value for point in of.curve]
        at = plot.x(place), plot.y(between(scores, place))
        ink.line(EDGE, [(spot.centerx, spot.bottom), at], 1.2)
        ink.disc(SIDE_COLOURS[move.side], at, max(2.5, plot.desk.size(14) / 5))
    ink.onto(surface)


def rows(screen: DebriefPages, flow: Flow) -> None:
    """Lists the whole and the marked moves."""
    of = screen.model
    width = flow.width
    for number, move in enumerate((None, *of.marked)):
        rect = flow.rect(MoveRow.height(flow.desk, of, move, width))
        press = partial(screen.choose, number)
        flow.add(MoveRow(f"move {number}", rect, of, move, press, chosen=number == screen.move))
    flow.space(8)
    for text in filter(None, (SIGNS, of.caution)):
        flow.text(text, units=14, colour=ASH)
        flow.space(6)


def told(screen: DebriefPages, flow: Flow) -> None:
    """Tells of what is chosen: a move, or how it all ended."""
    if screen.move:
        told_move(flow, screen.model.marked[screen.move - 1])
    else:
        told_whole(flow, screen.model)


def told_whole(flow: Flow, of: DebriefScreen) -> None:
    """Tells how it ended and what says most, and the endings that were near."""
    flow.text(of.ending, Role.SIGN, 25)
    flow.text(of.ending_text)
    flow.space(8)
    for sentence in of.summary:
        flow.text(sentence)
    if of.near:
        flow.space(8)
    for near in of.near:
        flow.text(f"Near on {near.date}: {near.name}, in {near.share.text} of games.", units=15, colour=ASH)
    if not of.marked:
        flow.text("No decision of this match stands out for sure.", colour=ASH)


def told_move(flow: Flow, move: MarkedMove) -> None:
    """Tells what a move cost or won its side, beside the best other one."""
    turning = " · turning point" if move.turning else ""
    flow.text(f"{move.date} · {move.who}{turning}", Role.SIGN, 16, ASH)
    flow.space(4)
    flow.text(move.verdict, Role.STRONG, 17)
    if move.toll:
        flow.text(move.toll, Role.TEXT, 16, DANGER if move.war.value > 0 else ASH)
    flow.space(10)
    expected(flow, f"Played: {move.move}", move.own, move.side)
    expected(flow, f"{move.beside}: {move.other}", move.others, move.side)
    flow.text("Points that its side could expect at the end, of 100, with the 95 % interval.", units=14, colour=ASH)


def fill(screen: DebriefPages, room: Rect) -> None:
    """Fills the page: chart, list and explanation side by side, or one above the other in a narrow window."""
    if screen.narrow:
        _narrow(screen, room)
    elif screen.grid.effective_width < WIDE or room.h < screen.desk.size(14) * 46:
        _medium(screen, room)
    else:
        _wide(screen, room)


def _narrow(screen: DebriefPages, room: Rect) -> None:
    """One column that scrolls: the chart, and beneath it what is chosen on it."""
    flow = Flow(screen, "story", room, PANEL)
    flow.add(chart(screen, flow.rect(max(room.h * 3 // 4, screen.desk.size(14) * 11))))
    flow.space(10)
    told(screen, flow)
    flow.close()


def _medium(screen: DebriefPages, room: Rect) -> None:
    """The chart over what is chosen, and the list at the right."""
    gap = screen.grid.space(GUTTER)
    left = (room.w - gap) * 58 // 100
    high = max((room.h - gap) * 52 // 100, min((room.h - gap) * 62 // 100, screen.desk.size(14) * 21))
    _chart_panel(screen, Rect(room.x, room.y, left, high))
    story(screen, Rect(room.x, room.y + high + gap, left, room.h - high - gap))
    listed(screen, Rect(room.x + left + gap, room.y, room.w - left - gap, room.h))


def _wide(screen: DebriefPages, room: Rect) -> None:
    """The chart and the list, and beneath them what is chosen and a look at the other pages."""
    from game.frontends.desktop.debrief import danger, deals, sides

    gap = screen.grid.space(GUTTER)
    high, left = (room.h - gap) * 54 // 100, (room.w - gap) * 68 // 100
    _chart_panel(screen, Rect(room.x, room.y, left, high))
    listed(screen, Rect(room.x + left + gap, room.y, room.w - left - gap, high))
    top, tall, x = room.y + high + gap, room.h - high - gap, room.x
    shares = ((34, story), (22, danger.summary), (22, sides.summary), (22, deals.summary))
    for share, draw in shares:
        width = (room.w - 3 * gap) * share // 100
        draw(screen, Rect(x, top, width, tall))
        x += width + gap


def _chart_panel(screen: DebriefPages, rect: Rect) -> None:
    of = screen.model
    ours, past = of.all_nights
    note = f"war over all nights {ours}" + (f", in fact {past}" if past else "") if ours else ""
    screen.add(chart(screen, screen.panel(rect, HEAD, note)))


def story(screen: DebriefPages, rect: Rect) -> None:
    """Fills a panel with what is chosen."""
    flow = screen.column("story", rect, "How it ended" if screen.move == 0 else "The move")
    told(screen, flow)
    flow.close()


def listed(screen: DebriefPages, rect: Rect) -> None:
    """Fills a panel with the list of marked moves."""
    flow = screen.column("moves", rect, "Moves on which it hung", f"{screen.model.rollouts} games each")
    rows(screen, flow)
    flow.close()
