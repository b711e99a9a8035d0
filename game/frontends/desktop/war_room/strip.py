"""The strip with the rope: both ladders, the gauge on its worded scale, tonight's odds, the dial of threats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pygame import Rect, Surface

from game.frontends.desktop import knot, signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, DANGER, LINE, MARGIN, SIDE_COLOURS, Colour, Role
from game.frontends.desktop.war_room import gauges, odds_view
from game.frontends.desktop.war_room.fit import em, wide
from game.frontends.desktop.war_room.layout import Form, form
from game.frontends.presenter.forecasts import LED, Foreseen
from game.frontends.presenter.models import Figure, Gauge, Ladder

Spot = tuple[float, float]
_ABOVE, _LOOSE = 5.3, 13.2
"""How far a loose knot reaches above its middle, and its whole height with its tails, in radii of the rope."""

_TAILS = 13.0
"""How far the ends of a loose knot reach to each side, in radii of the rope."""


@dataclass(frozen=True)
class Strip:
    """What the strip shows: the public gauge, both ladders, the figures of what is previewed, and the forecast.

    `foreseen` is None where the player wants no forecast.
    """

    gauge: Gauge
    ladders: tuple[Ladder, Ladder]
    figures: Sequence[Figure] = ()
    foreseen: Foreseen | None = None

    def ahead(self, role: str, seat: int | None = None) -> Figure | None:
        """Returns the previewed figure of a role, of a side where each has one, if it changes."""
        for figure in self.figures:
            if figure.role == role and (seat is None or figure.side == seat) and figure.low != figure.high:
                return figure
        return None

    def value(self, role: str, seat: int | None = None) -> int | None:
        """Returns the previewed value of a role, or None if it does not change."""
        figure = self.ahead(role, seat)
        return figure.high if figure else None


def radius(desk: Desk, height: int, slim: bool = False) -> float:
    """Returns the radius of the rope in a strip of that height, small enough for a loose knot above the scale."""
    if slim:
        return height * 0.068
    small = form(desk.grid) is Form.TABS
    below = em(desk, 12) if small else round(desk.size(14) * 2.45) + em(desk, 10)
    return min(height * 0.062, (height - below - max(6, height * 0.037)) / _LOOSE)


def rope(desk: Desk, box: Rect, strip: Strip, slim: bool = False) -> Callable[[], Surface]:
    """Returns what draws the rope of a strip: pure, and slow when its picture is not kept."""
    pulls = tuple(min(1.0, ladder.value / ladder.scale) if ladder.scale else 0.0 for ladder in strip.ladders)
    thick, width, height = round(radius(desk, box.h, slim), 1), box.w, box.h
    strain = float(strip.gauge.value)
    centre = width / 2, height * 0.42 if slim else thick * _ABOVE + 2

    def draw() -> Surface:
        return knot.picture(width, height, thick, strain, (pulls[0], pulls[1]), centre=centre)

    return draw


def draw(desk: Desk, surface: Surface, box: Rect, strip: Strip) -> None:
    """Draws the instruments of the war room's strip over the rope."""
    margin = max(12, desk.grid.space(MARGIN))
    surface.fill(LINE, Rect(box.x, box.bottom - 1, box.w, 1))
    roomy = desk.grid.effective_width >= 1500
    half = box.w * (0.145 if roomy else 0.15)
    middle = Rect(round(box.centerx - half), box.y, round(2 * half), box.h)
    _scale(desk, surface, middle, strip)
    ladder = desk.grid.space(300) if roomy else max(desk.grid.space(200), round(box.w * 0.115))
    _ladder(desk, surface, Rect(margin, box.y, ladder, box.h), strip, 0)
    _ladder(desk, surface, Rect(box.right - margin - ladder, box.y, ladder, box.h), strip, 1)
    gap = desk.grid.space(16)
    left = margin + ladder + gap
    _gauge(desk, surface, Rect(left, box.y, middle.left - gap - left, box.h), strip)
    right = box.right - margin - ladder - gap
    odds_view.draw(desk, surface, Rect(middle.right + gap, box.y, right - middle.right - gap, box.h), strip)


def _scale(desk: Desk, surface: Surface, box: Rect, strip: Strip) -> None:
    gauge = strip.gauge
    height = max(6, round(box.h * 0.037))
    word, dial = round(desk.size(14) * 1.2), round(desk.size(14) * 1.25)
    bar = Rect(box.x, box.bottom - dial - word - height - 3, box.w, height)
    bands = [(band.to, band.text) for band in gauge.bands] or [(gauge.high, gauge.word)]
    gauges.scale(surface, bar, bands, gauge.value, strip.value("gauge"), desk.type, desk.size(14))
    _dial(desk, surface, Rect(box.x, box.bottom - dial - 2, box.w, dial), strip)


def _dial(desk: Desk, surface: Surface, box: Rect, strip: Strip) -> None:
    """Draws the balance between its ends; once a deal is signed it says that this is as last reported."""
    dial, base, gap = strip.gauge.balance, desk.middle(box, Role.TEXT, 14), em(desk, 10)
    note = wide(desk, dial.reported, Role.TEXT, 14) + gap if dial.reported else 0
    low, high = wide(desk, dial.low_end, Role.TEXT, 14) + gap, wide(desk, dial.high_end, Role.TEXT, 14) + gap
    if note and box.w - low - high - note < desk.size(80):
        low = high = 0  # the note matters more than the names, and the ends keep the colours of the sides
    else:
        desk.text(surface, dial.low_end, Role.TEXT, 14, (box.x, base), ASH)
        desk.text(surface, dial.high_end, Role.TEXT, 14, (box.right, base), ASH, "right")
    line = Rect(box.x + low, box.y, box.w - low - high - note, box.h)
    if note:
        desk.text(surface, dial.reported, Role.TEXT, 14, (line.right + gap, base), BONE)
    if line.w > desk.size(40):
        line = Rect(line.x, box.centery - em(desk, 7), line.w, desk.size(14))
        gauges.dial(surface, line, 0, 100, dial.value, strip.value("balance"))


def _ladder(desk: Desk, surface: Surface, box: Rect, strip: Strip, seat: int) -> None:
    ladder, figure = strip.ladders[seat], strip.ahead("ladder", seat)
    rung = max(8, desk.grid.space(17))
    bar = Rect(box.x, box.bottom - desk.grid.space(26) - rung, box.w, rung)
    gauges.rungs(surface, bar, seat, ladder.value, figure.high if figure else None, ladder.scale)
    base = bar.top - em(desk, 10)
    size = desk.size(14)
    runs: list[tuple[str, Colour]] = [(f"{ladder.value} of {ladder.scale}", BONE)]
    if figure:  # the rungs beneath show out of how many
        runs = [(str(ladder.value), BONE), (f"→ {figure.high}", DANGER if figure.high > figure.low else BONE)]
    names: list[tuple[str, Colour]] = [(ladder.name, SIDE_COLOURS[seat])]
    words = wide(desk, "Ladder", Role.SIGN, 16)
    if _run_width(desk, [*names, *runs]) + words + size * 3 < box.w:
        runs.insert(0, ("Ladder", BONE))
    runs = names + runs if seat == 0 else runs + names
    total = _run_width(desk, runs) + size
    if total > box.w:
        low = base - desk.line(Role.SIGN, 16)
        _run(desk, surface, box, low, names, seat, mark=True)
        _run(desk, surface, box, base, [r for r in runs if r not in names], seat, mark=False)
    else:
        _run(desk, surface, box, base, runs, seat, mark=True)


def _run_width(desk: Desk, runs: Sequence[tuple[str, Colour]]) -> int:
    return sum(_word(desk, text) + em(desk, 8) for text, _ in runs)


def _arrow(desk: Desk) -> int:
    """Returns the width of an arrow with the gap after it."""
    return desk.size(16) + em(desk, 5)


def _word(desk: Desk, text: str) -> int:
    """Returns the width of signage in which an arrow is drawn as a sign."""
    if text.startswith("→ "):
        return _arrow(desk) + wide(desk, text[2:], Role.SIGN, 16)
    return wide(desk, text, Role.SIGN, 16)


def _run(
    desk: Desk, surface: Surface, box: Rect, base: int, runs: Sequence[tuple[str, Colour]], seat: int, *, mark: bool
) -> None:
    """Draws words one after another, from the outer edge; the side's mark stands outermost."""
    size, gap = desk.size(14), em(desk, 8)
    length = _run_width(desk, runs) - gap + (size + gap if mark else 0)
    x = box.x if seat == 0 else box.right - length
    middle = base - desk.type.capitals(Role.SIGN, desk.size(16)) / 2
    if mark and seat == 0:
        signs.side(surface, 0, (x + size / 2, middle), size + 2)
        x += size + gap
    for text, colour in runs:
        if text.startswith("→ "):
            signs.stamp(surface, "right", (x + desk.size(16) / 2, middle), desk.size(16), colour)
            desk.text(surface, text[2:], Role.SIGN, 16, (x + _arrow(desk), base), colour)
        else:
            desk.text(surface, text, Role.SIGN, 16, (x, base), colour)
        x += _word(desk, text) + gap
    if mark and seat == 1:
        signs.side(surface, 1, (x + size / 2, middle), size + 2)


def _gauge(desk: Desk, surface: Surface, box: Rect, strip: Strip) -> None:
    gauge, figure = strip.gauge, strip.ahead("gauge")
    base = box.bottom - desk.grid.space(28)
    ahead = str(figure.high) if figure else ""
    colour = DANGER if figure and figure.high > figure.low else BONE
    roomy = desk.grid.effective_width >= 1500
    size = 46 if roomy else 30
    width = odds_view.pair_width(desk, str(gauge.value), ahead, size)
    named = wide(desk, gauge.name, Role.SIGN, 16) + em(desk, 12) + wide(desk, gauge.alert.word, Role.SIGN, 16)
    x = max(box.x, box.right - max(width, named) - desk.grid.space(24 if roomy else 4))
    odds_view.pair(desk, surface, (x, base), str(gauge.value), ahead, colour, size)
    label = base - round(desk.size(size) * 0.95)
    end = desk.text(surface, gauge.name, Role.SIGN, 16, (x, label), ASH).right
    word = gauge.alert.word
    if end + em(desk, 12) + wide(desk, word, Role.SIGN, 16) <= box.right:
        desk.text(surface, word, Role.SIGN, 16, (end + em(desk, 12), label), BONE)
    else:
        desk.text(surface, word, Role.SIGN, 16, (x, label - desk.line(Role.SIGN, 16)), BONE)


def draw_small(desk: Desk, surface: Surface, box: Rect, strip: Strip) -> None:
    """Draws the instruments of the narrowest strip: marks and numbers, digits under the scale, two rows of odds."""
    margin = max(12, desk.grid.space(MARGIN))
    surface.fill(LINE, Rect(box.x, box.bottom - 1, box.w, 1))
    gauge = strip.gauge
    middle = Rect(round(box.w * 0.36), box.y, round(box.w * 0.27), box.h)
    height = max(6, round(box.h * 0.05))
    bar = Rect(middle.x, box.bottom - height - 6, middle.w, height)
    bands = [(band.to, band.text) for band in gauge.bands] or [(gauge.high, gauge.word)]
    gauges.scale(surface, bar, bands, gauge.value, strip.value("gauge"), desk.type, desk.size(14), words=False)
    base, tight = box.bottom - desk.grid.space(14), box.h < em(desk, 80)
    row = base - em(desk, 27) if tight else box.y + desk.line(Role.SIGN, 16)
    if tight:
        for part in (Rect(box.x, box.y, middle.x, box.h), Rect(middle.right, box.y, box.right - middle.right, box.h)):
            gauges.veil(surface, part.inflate(-em(desk, 8), 0))
    side = Rect(margin, box.y, box.w - 2 * margin, box.h)
    ends = [_small_ladder(desk, surface, side, row, strip, seat) for seat in (0, 1)]
    figure = strip.ahead("gauge")
    colour = DANGER if figure and figure.high > figure.low else BONE
    ahead = str(figure.high) if figure else ""
    pair = odds_view.pair(desk, surface, (margin, base), str(gauge.value), ahead, colour, 30)
    _beside(desk, surface, (pair + em(desk, 10), base), gauge.word, middle.left)
    label, end = base - em(desk, 29), margin
    if tight:
        label, end = row, margin + ends[0]
    else:
        end = desk.text(surface, gauge.name, Role.SIGN, 14, (margin, label), ASH).right + em(desk, 8)
    _beside(desk, surface, (end, label), gauge.alert.word, middle.left)
    odds_view.draw_small(
        desk, surface, Rect(middle.right, 0, box.right - margin - middle.right, base), strip, ends[1] * tight
    )


def _beside(desk: Desk, surface: Surface, at: Spot, word: str, right: int) -> None:
    """Draws a word if it ends before `right`."""
    if at[0] + wide(desk, word, Role.SIGN, 14) < right:
        desk.text(surface, word, Role.SIGN, 14, at, BONE)


def _small_ladder(desk: Desk, surface: Surface, box: Rect, base: int, strip: Strip, seat: int) -> int:
    """Draws mark and number of a ladder at its edge; returns the width used."""
    ladder, figure = strip.ladders[seat], strip.ahead("ladder", seat)
    runs: list[tuple[str, Colour]] = [(str(ladder.value), SIDE_COLOURS[seat])]
    if figure:
        runs.append((f"→ {figure.high}", DANGER if figure.high > figure.low else BONE))
    _run(desk, surface, box, base, runs, seat, mark=True)
    return _run_width(desk, runs) + em(desk, 30)


def draw_slim(desk: Desk, surface: Surface, box: Rect, strip: Strip) -> None:
    """Draws the low strip of the other screens of play: words and figures in one line under the rope."""
    margin = max(12, desk.grid.space(MARGIN))
    surface.fill(LINE, Rect(box.x, box.bottom - 1, box.w, 1))
    gauge, base = strip.gauge, box.bottom - desk.grid.space(20)
    ends = []
    for seat in (0, 1):
        ladder = strip.ladders[seat]
        names: list[tuple[str, Colour]] = [(ladder.name, SIDE_COLOURS[seat])]
        small = form(desk.grid) is Form.TABS
        runs: list[tuple[str, Colour]] = [(str(ladder.value) if small else f"{ladder.value} of {ladder.scale}", BONE)]
        if small or _run_width(desk, [*names, *runs]) > box.w * 0.22:
            names = []
        ordered = names + runs if seat == 0 else runs + names
        area = Rect(margin, box.y, box.w - 2 * margin, box.h)
        _run(desk, surface, area, base, ordered, seat, mark=True)
        ends.append(_run_width(desk, ordered) + desk.size(24))
    half = round(radius(desk, box.h, slim=True) * _TAILS)
    left = Rect(margin + ends[0], 0, box.centerx - half - margin - ends[0], box.h)
    right = Rect(box.centerx + half, 0, box.right - margin - ends[1] - box.centerx - half - em(desk, 10), box.h)
    _line(desk, surface, left, base, [(gauge.name, str(gauge.value)), ("", gauge.alert.word)])
    odds = [("Incident", gauge.hazard.one_in), ("War tonight", gauge.war.one_in)]
    if _line_width(desk, odds, 18, named=True) > right.w:
        odds[1] = ("War", gauge.war.one_in)
    if strip.foreseen:
        labels = (f"by the end {LED}", "by the end")
        longer = ([*odds, (name, strip.foreseen.war.percent)] for name in labels)
        odds = next((more for more in longer if _line_width(desk, more, 18, named=True) <= right.w), odds)
    _line(desk, surface, right, base, odds)


def _line(desk: Desk, surface: Surface, box: Rect, base: int, pairs: Sequence[tuple[str, str]]) -> None:
    """Draws names with their figures in a row in the middle of a box, without the names where it is narrow."""
    gap = em(desk, 10)
    sizes = ((25, True), (18, True), (18, False), (15, False))
    size, named = next((s for s in sizes if _line_width(desk, pairs, s[0], named=s[1]) <= box.w), sizes[-1])
    x = box.centerx - _line_width(desk, pairs, size, named=named) // 2
    for name, text in pairs:
        if name and named:
            x = desk.text(surface, name, Role.SIGN, 14, (x, base), ASH).right + gap
        x = desk.text(surface, text, Role.STRONG, size, (x, base), BONE).right + 2 * gap


def _line_width(desk: Desk, pairs: Sequence[tuple[str, str]], size: float, *, named: bool) -> int:
    gap = em(desk, 10)
    names = sum(wide(desk, name, Role.SIGN, 14) + gap for name, _ in pairs if name and named)
    return names + sum(wide(desk, text, Role.STRONG, size) + 2 * gap for _, text in pairs) - 2 * gap
