"""Forecasts in words: war if nobody moves, how it may end, whether an offer is accepted; each with how sure that is.

Front ends are given something that forecasts, or nothing where the player wants none; it is made elsewhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from game.frontends.presenter.basics import Figure, Tone
from game.frontends.presenter.words import WHOLE, odds
from game.rules.ruleset import Ruleset
from game.rules.slots import State

UNKNOWN = "–"
ALIKE = "about the same"
"""What is said where the figure before lies within the interval after."""

LED = "if your leader decides"
"""What every forecast starts from, so that its figure means the same everywhere; a move is compared with it."""
MEANT = "Both sides are led as in history, yours from now on. Every act, letter and answer is compared with this."


class Share(Protocol):
    """A share from 0 to 1, or a score, with its 95 % interval."""

    @property
    def rate(self) -> float:
        """Returns the share."""

    @property
    def low(self) -> float:
        """Returns the lower end of the interval."""

    @property
    def high(self) -> float:
        """Returns the upper end of the interval."""


class Forecast(Protocol):
    """What games played on from a view came to; `accepted` only of an offer."""

    @property
    def games(self) -> int:
        """Returns how many games it rests on."""

    @property
    def war(self) -> Share:
        """Returns how often it came to war of any kind."""

    @property
    def settled(self) -> Share:
        """Returns how often it was settled."""

    @property
    def score(self) -> Share:
        """Returns the mean score, 0 to 100, of the side that asked."""

    @property
    def accepted(self) -> Share | None:
        """Returns how often the letter in question was accepted."""


class Forecaster(Protocol):
    """What makes forecasts in the background; see `game.analysis.worker.Worker`, which is one."""

    def use(self, rules: Ruleset) -> None:
        """Gets ready to forecast by some rules."""

    def want(self, side: int, view: State, moves: Sequence[int | None], told: Callable[[], object]) -> None:
        """Asks how it goes on for a side after each of some moves; drops what was asked before."""

    def known(self, side: int, view: State, move: int | None = None) -> Forecast | None:
        """Returns what is known so far."""

    def tonight(self, view: State) -> tuple[int, int] | None:
        """Returns the range of war odds in 10,000 until tonight's incidents have been answered."""

    def close(self) -> None:
        """Stops for good."""


Foretell = Callable[[Ruleset, int, State, int | None], Forecast]
"""Forecasts at once: how it goes on for a side from its view, after a move if one is given."""


@dataclass(frozen=True)
class Estimate:
    """A chance found by playing on: `24 %`, and `24 % (21–27)` with the span that holds it in 95 of 100 cases."""

    percent: str
    full: str
    of_ten_thousand: int


@dataclass(frozen=True)
class Foreseen:
    """What may come of it if both go on as their leaders would; a dash stands for what is not known yet.

    `tonight` spans the chance of war if nobody moves, from the most careful answers to tonight's incidents to the most
    reckless ones. What the rest starts from is `MEANT`.
    """

    tonight: str
    war: Estimate
    settled: Estimate
    score: str


NOTHING = Estimate(UNKNOWN, UNKNOWN, 0)


def foreseen(forecast: Forecast | None, tonight: tuple[int, int] | None) -> Foreseen:
    """Returns what is known of how it goes on, in words."""
    unmoved = spread(*tonight) if tonight else UNKNOWN
    if forecast is None:
        return Foreseen(unmoved, NOTHING, NOTHING, UNKNOWN)
    war, settled = estimate(forecast.war), estimate(forecast.settled)
    return Foreseen(unmoved, war, settled, _points(forecast.score))


def estimate(share: Share | None) -> Estimate:
    """Returns a chance in words, a dash for none."""
    if share is None:
        return NOTHING
    low, middle, high = (round(100 * value) for value in (share.low, share.rate, share.high))
    return Estimate(f"{middle} %", f"{middle} %{_bracket(low, middle, high)}", round(WHOLE * share.rate))


def _bracket(low: int, middle: int, high: int) -> str:
    """Returns the span of a figure in brackets, nothing where both ends are the figure itself."""
    return "" if low == middle == high else f" ({low}–{high})"


def spread(low: int, high: int) -> str:
    """Returns a range of odds in 10,000, as in `0.4–0.8 %`."""
    least, most = odds(low).percent, odds(high).percent
    return most if least == most else f"{least.removesuffix(' %')}–{most}"


def figures_ahead(before: Forecast | None, after: Forecast | None) -> tuple[Figure, ...]:
    """Returns what a move does to the forecast, where both are known; `before` is that without a move."""
    if before is None or after is None:
        return ()
    return (
        _figure("war_by_end", "War by the end", before.war, after.war, better_low=True),
        _figure("settled_by_end", "Settled by the end", before.settled, after.settled),
        _ahead(
            Figure(
                "score_by_end",
                "Your score, on average",
                f"{before.score.rate:.0f}",
                _points(after.score),
                round(before.score.rate),
                round(after.score.rate),
                _tone(before.score, after.score, better_low=False),
            ),
            _alike(before.score, after.score, scale=1),
        ),
    )


def _figure(role: str, name: str, before: Share, after: Share, *, better_low: bool = False) -> Figure:
    low, high = estimate(before), estimate(after)
    tone = _tone(before, after, better_low)
    figure = Figure(role, name, low.percent, high.full, low.of_ten_thousand, high.of_ten_thousand, tone)
    return _ahead(figure, _alike(before, after))


def _ahead(figure: Figure, alike: bool) -> Figure:
    """Returns a figure that names what is compared; where it stays within its interval, it is called alike."""
    if not alike:
        return replace(figure, against=LED)
    _, bracket, span = figure.after.partition("(")
    return replace(figure, against=LED, after=f"{ALIKE} {bracket}{span}".strip(), high=figure.low)


def _alike(before: Share, after: Share, scale: int = 100) -> bool:
    """Returns whether the figure before lies within the interval after, both as they are shown."""
    low, middle, high = (round(scale * value) for value in (after.low, before.rate, after.high))
    return low <= middle <= high


def _tone(before: Share, after: Share, better_low: bool) -> Tone:
    """Returns which way a move pulls; plain where the intervals overlap, so that luck may be all there is to it."""
    if before.low <= after.high and after.low <= before.high:
        return "plain"
    return "better" if (after.rate < before.rate) is better_low else "worse"


def _points(score: Share) -> str:
    low, middle, high = (round(value) for value in (score.low, score.rate, score.high))
    return f"{middle}{_bracket(low, middle, high)}"
