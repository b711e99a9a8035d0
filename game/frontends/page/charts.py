"""Charts as inline SVG, told apart by strokes, signs and words and not by colour alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.frontends.page.markup import Markup, tag

WIDTH, HEIGHT = 680, 240
LEFT, RIGHT, TOP, BOTTOM, INSET = 44, 12, 18, 30, 16
At = Callable[[int, float], tuple[float, float]]
"""Where a value at a place across stands in a chart."""
Pair = tuple[int, int]
INK, SOFT, DARK, PALE = "#1b2126", "#9aa4ab", "#1f6f63", "#6a4c93"
STROKES: tuple[dict[str, object], ...] = (
    {"stroke": DARK, "stroke_width": 2},
    {"stroke": PALE, "stroke_width": 2, "stroke_dasharray": "7 4"},
    {"stroke": SOFT, "stroke_width": 1.5, "stroke_dasharray": "2 3"},
)
"""The first and the second side, and what happened in fact."""


@dataclass(frozen=True)
class Curve:
    """A curve: its name, a value for each place across or None, the bounds of values that have any, its stroke."""

    name: str
    values: Sequence[float | None]
    bounds: Sequence[tuple[float, float]] = ()
    stroke: int = 0


def lines(
    title: str, curves: Sequence[Curve], labels: Sequence[str], top: float, bars: Sequence[tuple[float, str]] = ()
) -> Markup:
    """Returns a chart of curves from 0 to `top` over labelled places; bars have a height in that scale and a word."""
    count = max(1, len(labels) - 1)

    def at(place: int, value: float) -> tuple[float, float]:
        return across(place, count), up(value, top)

    parts = [*([HATCH] if bars else []), *frame(labels, count, top)]
    for place, (value, word) in enumerate(bars):
        parts += bar(*at(place, value), word)
    for curve in curves:
        parts += _band(curve, at)
        known = [at(place, value) for place, value in enumerate(curve.values) if value is not None]
        parts.append(tag("polyline", points=spelled(known), fill="none", **STROKES[curve.stroke]))
        parts += [sign(x, y, curve.stroke) for x, y in known]
    return figure(title, parts, [(curve.name, curve.stroke) for curve in curves])


def across(place: float, count: int) -> float:
    """Returns where a place of 0 to `count` stands from the left."""
    return LEFT + INSET + (WIDTH - LEFT - RIGHT - 2 * INSET) * place / count


def up(value: float, top: float) -> float:
    """Returns where a value of 0 to `top` stands from above."""
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(value, top) / top


def spelled(points: Sequence[tuple[float, float]]) -> str:
    """Returns points as SVG has them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def frame(labels: Sequence[str], count: int, top: float) -> list[Markup]:
    """Returns the lines and the words round a chart."""
    parts = []
    for quarter in range(5):
        value = top * quarter / 4
        y = round(up(value, top), 1)
        parts.append(tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, stroke="#d7dde0", stroke_width=1))
        parts.append(word(LEFT - 6, y + 4, f"{value:g}", "end"))
    parts += [word(across(place, count), HEIGHT - 10, label) for place, label in enumerate(labels)]
    return parts


def word(x: float, y: float, text: str, anchor: str = "middle") -> Markup:
    """Returns a word of a chart, with a rim of paper that keeps lines from running through it."""
    rim: dict[str, object] = {"stroke": "#fff", "stroke_width": 3, "paint_order": "stroke"}
    return tag("text", text, x=round(x, 1), y=round(y, 1), text_anchor=anchor, font_size=12, fill=INK, **rim)


def bar(x: float, y: float, text: str) -> list[Markup]:
    """Returns a bar with its figure above."""
    height = max(0.0, HEIGHT - BOTTOM - y)
    box = tag(
        "rect",
        x=round(x - 9, 1),
        y=round(y, 1),
        width=18,
        height=round(height, 1),
        fill="url(#hatch)",
        stroke="#b5452f",
    )
    return [box, word(x, y - 4, text)] if text else [box]


def sign(x: float, y: float, kind: int) -> Markup:
    """Returns the sign of a side at a point: a disc, a diamond, or for what happened in fact a small ring."""
    x, y = round(x, 1), round(y, 1)
    if kind == 1:
        return tag("polygon", points=spelled([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)]), fill=PALE)
    return tag("circle", cx=x, cy=y, r=3.5 if kind == 0 else 2.5, fill=DARK if kind == 0 else "#fff", stroke=INK)


def _band(curve: Curve, at: At) -> list[Markup]:
    if not curve.bounds:
        return []
    highs = [at(place, high) for place, (_, high) in enumerate(curve.bounds)]
    lows = [at(place, low) for place, (low, _) in enumerate(curve.bounds)]
    colour = STROKES[curve.stroke]["stroke"]
    return [tag("polygon", points=spelled([*highs, *reversed(lows)]), fill=colour, fill_opacity=0.15)]


def scatter(
    title: str, edge: Sequence[Pair], signs: Sequence[tuple[str, Pair, int, bool]], axes: tuple[str, str]
) -> Markup:
    """Returns a chart of pairs from 0 to 100: an edge that nothing lies beyond, and points with their signs.

    A point has a name, its kind of sign, and whether the name stands to its right.
    """
    labels = [f"{value}" for value in range(0, 101, 25)]
    parts = [*frame(labels, len(labels) - 1, 100)]
    parts.append(tag("polyline", points=spelled([_pair(pair) for pair in edge]), fill="none", **STROKES[2]))
    parts += [word(WIDTH - RIGHT - 4, HEIGHT - BOTTOM - 6, axes[0], "end"), word(LEFT + 6, TOP + 10, axes[1], "start")]
    for name, pair, kind, right in signs:
        x, y = _pair(pair)
        parts += [sign(x, y, kind), word(x + (8 if right else -8), y + 4, name, "start" if right else "end")]
    return figure(title, parts, [])


def _pair(pair: Pair) -> tuple[float, float]:
    return across(pair[0], 100), up(pair[1], 100)


def figure(title: str, parts: Sequence[Markup], legend: Sequence[tuple[str, int]]) -> Markup:
    """Returns a chart with its title and legend."""
    keys = [tag("span", _key(stroke), name, class_="key") for name, stroke in legend]
    drawn = tag("svg", tag("title", title), *parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img")
    return tag("figure", tag("figcaption", tag("b", title), " ", *keys), drawn)


def _key(stroke: int) -> Markup:
    line = tag("line", x1=0, x2=34, y1=6, y2=6, **STROKES[stroke])
    return tag("svg", line, sign(17, 6, stroke), viewBox="0 0 34 12", width=34, height=12, class_="sign")


HATCH = tag(
    "defs",
    tag(
        "pattern",
        tag("rect", width=6, height=6, fill="#fff"),
        tag("line", x1=0, y1=0, x2=0, y2=6, stroke="#b5452f", stroke_width=3),
        id="hatch",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    ),
)
