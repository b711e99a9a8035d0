"""What was offered, what might have been signed, and how near the end came to the best of it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.debrief.plot import Plot
from game.frontends.desktop.ink import Ink, Place
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.theme import ASH, BONE, GUTTER, HEMP, PANEL, SIDE_COLOURS, Colour, Role
from game.frontends.presenter.debrief.debriefing import DebriefScreen, FrontierCard, OfferCard
from game.frontends.presenter.words import IN_TRUTH, capital

if TYPE_CHECKING:
    from game.frontends.desktop.debrief.pages import DebriefPages

WHOLE = 100
QUARTERS = ("0", "25", "50", "75", "100")
OPEN: tuple[signs.SignName, signs.SignName] = ("disc-open", "lozenge-open")
Spot = tuple[str, tuple[int, int], signs.SignName, Colour]


def fill(screen: DebriefPages, room: Rect) -> None:
    """Fills the page: the frontier of possible deals, and every letter."""
    if screen.narrow:
        flow = Flow(screen, "offers", room, PANEL)
        _reached(screen, flow, screen.desk.size(14) * 14)
        flow.space(14)
        _told(screen, flow)
        flow.close()
        return
    gap = screen.grid.space(GUTTER)
    left = (room.w - gap) * 45 // 100
    flow = screen.column("reached", Rect(room.x, room.y, left, room.h), "Left on the table")
    _reached(screen, flow, room.h * 55 // 100)
    flow.close()
    flow = screen.column("offers", Rect(room.x + left + gap, room.y, room.w - left - gap, room.h), "Letters and deals")
    _told(screen, flow)
    flow.close()


def summary(screen: DebriefPages, rect: Rect) -> None:
    """Fills a panel with the frontier and the point reached."""
    flow = screen.column("reached", rect, "Left on the table")
    _reached(screen, flow, rect.h * 62 // 100)
    flow.close()


def _reached(screen: DebriefPages, flow: Flow, high: int) -> None:
    of = screen.model
    found = of.frontier
    if found is None:
        flow.text("No deal could be written.", colour=ASH)
        return
    rect = flow.rect(high)
    picture = screen.kept("frontier", rect.size, lambda: _chart(screen, rect.size, of, found))
    flow.strokes.append(lambda surface: surface.blit(picture, rect))
    flow.space(8)
    flow.text(found.sentence)
    if of.offers:
        flow.text("Small open signs are letters, by what they were worth when written.", units=14, colour=ASH)
    flow.text(f"The best on {found.date}: {found.terms}.", units=15, colour=HEMP)


def _chart(screen: DebriefPages, size: tuple[int, int], of: DebriefScreen, found: FrontierCard) -> Surface:
    """Returns the chart of what deals were worth: to the first side across, to the second up."""
    desk = screen.desk
    surface = Surface(size)
    surface.fill(PANEL)
    line = desk.line(Role.TEXT, 14)
    plot = Plot(desk, Rect(0, line, size[0], size[1] - 2 * line), QUARTERS, WHOLE)
    plot.frame(surface)
    across, up = (f"worth to {name}" for name in of.capitals)
    desk.text(surface, up, Role.TEXT, 14, (plot.field.x, line * 3 // 4), SIDE_COLOURS[1])
    desk.text(surface, across, Role.TEXT, 14, (size[0], size[1] - line // 4), SIDE_COLOURS[0], "right")
    ink = Ink(size)
    points = [_at(plot, pair) for pair in found.points]
    if len(points) > 1:
        ink.dashed(HEMP, points, max(1.6, desk.size(14) / 8), (5, 4))
    ink.onto(surface)
    letters = [
        signs.stamp(surface, OPEN[offer.side], _at(plot, offer.worth), desk.size(13), SIDE_COLOURS[offer.side])
        for offer in of.offers
    ]
    spots: list[Spot] = [
        ("no deal", found.no_deal, "cross", ASH),
        ("best", found.best, "lozenge-open", HEMP),
        ("reached", found.reached, "disc", BONE),
    ]
    _name(plot, surface, spots, letters + _along(points))
    return surface


def _at(plot: Plot, pair: tuple[int, int]) -> tuple[float, float]:
    return plot.x(pair[0] / 25), plot.y(pair[1])


def _name(plot: Plot, surface: Surface, spots: list[Spot], taken: list[Rect]) -> None:
    """Puts the signs of points with their names beside them, a name where it covers nothing that is there."""
    desk, line = plot.desk, plot.desk.line(Role.MEDIUM, 14)
    for _, pair, name, colour in spots:
        taken.append(signs.stamp(surface, name, _at(plot, pair), desk.size(16), colour))
    for text, pair, _, colour in spots:
        size = desk.width(text, Role.MEDIUM, 14), line
        boxes = _around(_at(plot, pair), size, desk.size(14))
        fitting = [box for box in boxes if plot.field.contains(box)] or boxes
        box = min(fitting, key=lambda box: len(box.collidelistall(taken)))
        taken.append(box)
        desk.text(surface, text, Role.MEDIUM, 14, (box.x, desk.middle(box, Role.MEDIUM, 14)), colour)


def _around(at: tuple[float, float], size: tuple[int, int], off: int) -> list[Rect]:
    """Returns boxes of a size beside a point, the nearest first."""
    boxes = []
    for reach in (off, off * 2, off * 3):
        for x, y in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            box = Rect(0, 0, *size)
            box.center = round(at[0] + x * (reach + size[0] / 2)), round(at[1] + y * (reach + size[1] / 2))
            boxes.append(box)
    return boxes


def _along(points: list[Place]) -> list[Rect]:
    """Returns small boxes all along a line."""
    boxes = []
    for here, there in pairwise(points):
        parts = 1 + int(math.dist(here, there) // 4)
        for part in range(parts + 1):
            x, y = (a + (b - a) * part / parts for a, b in zip(here, there, strict=True))
            boxes.append(Rect(round(x) - 2, round(y) - 2, 5, 5))
    return boxes


def _told(screen: DebriefPages, flow: Flow) -> None:
    """Tells every letter, and morning by morning the best deal that both would have signed; side by side with room."""
    parts = flow.columns(2 if flow.width > screen.desk.width("n" * 90, Role.TEXT, 16) else 1)
    _offers(parts[0], screen.model)
    if len(parts) == 1:
        parts[0].space(14)
    _chances(parts[-1], screen.model)
    flow.join(parts)


def _offers(flow: Flow, of: DebriefScreen) -> None:
    flow.text("Offers", Role.SIGN, 18)
    if not of.offers:
        flow.text("Nobody wrote an offer.", colour=ASH)
    for offer in of.offers:
        _offer(flow, of, offer)


def _chances(flow: Flow, of: DebriefScreen) -> None:
    if of.chances:
        flow.text("The best deal that both would have signed, each morning", Role.SIGN, 18)
    before = ""
    for chance in of.chances:
        flow.space(8)
        (first, second), (one, two) = chance.worth, chance.no_deal
        flow.text(f"{chance.date}: {first} + {second} = {chance.joint} points", Role.MEDIUM, 16)
        flow.text(f"No deal was {IN_TRUTH} worth {one} and {two}.", units=15, colour=ASH)
        flow.text("The same deal." if chance.terms == before else f"{chance.terms}.", units=15)
        before = chance.terms


def _offer(flow: Flow, of: DebriefScreen, offer: OfferCard) -> None:
    flow.space(8)
    flow.text(f"{offer.date}, {of.sides[offer.side]}, {offer.channel}", Role.MEDIUM, 16, SIDE_COLOURS[offer.side])
    flow.text(f"{offer.terms}.")
    pairs = zip(of.shorts, offer.worth, offer.no_deal, strict=True)
    worth = "; ".join(f"{name} {value} (no deal {nothing})" for name, value, nothing in pairs)
    flow.text(f"Worth then, {IN_TRUTH}: {worth}.", units=15, colour=ASH)
    flow.text(f"{capital(offer.fate)}. {offer.why}".strip(), units=15, colour=BONE)
