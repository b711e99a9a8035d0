"""Forecasts in words: war if nobody moves, how it may end, whether an offer is accepted; each with how sure that is.

Front ends are given something that forecasts, or nothing where the player wants none; it is made elsewhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from game.frontends.presenter.basics import Figure, Tone
from game.frontends.presenter.words import WHOLE, odds
from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, State
from game.scenario.schema import Act

UNKNOWN = "–"
ALIKE = "about the same"
"""What is said where the figure before lies within the interval after."""

STILL, LED = "if you hold still", "if your leader decides"
"""What a forecast starts from: a day on which the side waits, or one that is left to its own leader of history."""
MEANT = {
    STILL: "You wait today; from then on both sides are led as in history. An act is compared with this.",
    LED: "Both sides are led as in history, yours from now on. A letter or an answer is compared with this.",
}


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
    reckless ones. `against` names what the rest starts from, see `MEANT`.
    """

    tonight: str
    war: Estimate
    settled: Estimate
    score: str
    against: str = LED


NOTHING = Estimate(UNKNOWN, UNKNOWN, 0)


def foreseen(forecast: Forecast | None, tonight: tuple[int, int] | None, against: str = LED) -> Foreseen:
    """Returns what is known of how it goes on, in words; `against` names what it starts from."""
    unmoved = spread(*tonight) if tonight else UNKNOWN
    if forecast is None:
        return Foreseen(unmoved, NOTHING, NOTHING, UNKNOWN, against)
    war, settled = estimate(forecast.war), estimate(forecast.settled)
    return Foreseen(unmoved, war, settled, _points(forecast.score), against)


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


def stands(rules: Ruleset, view: State) -> tuple[int | None, str]:
    """Returns the move that stands for a side doing nothing, and what that is called.

    It is the first open act that neither climbs nor changes nor finds out anything; where there is none, None, and
    the side is left to its own leader.
    """
    if view[ACTOR] >= CHANCE:
        return None, LED
    acts = rules.scenario.acts[rules.scenario.side_names[view[ACTOR]]]
    legal = (move for move in legal_moves(rules, view).listed if move < rules.ids.answer)
    held = next((act for act in legal if _is_still(acts[rules.acts[act].id])), None)
    return held, LED if held is None else STILL


def held_against(rules: Ruleset, view: State, move: int) -> tuple[int | None, str]:
    """Returns the move whose forecast another's is compared with, and what that is called.

    An act is held against holding still, where that is open; a letter or an answer, after which the leader plays the
    rest of the day, against a day that is all the leader's.
    """
    return stands(rules, view) if move < rules.ids.answer else (None, LED)


def _is_still(act: Act) -> bool:
    return not (act.rung or act.changes or act.reveals or act.studies)


def figures_ahead(before: Forecast | None, after: Forecast | None, against: str = "") -> tuple[Figure, ...]:
    """Returns what a move does to the forecast, where both are known; `against` names what it is compared with."""
    if before is None or after is None:
        return ()
    return (
        _figure("war_by_end", "War by the end", before.war, after.war, against, better_low=True),
        _figure("settled_by_end", "Settled by the end", before.settled, after.settled, against),
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
            against,
            _alike(before.score, after.score, scale=1),
        ),
    )


def _figure(role: str, name: str, before: Share, after: Share, against: str, *, better_low: bool = False) -> Figure:
    low, high = estimate(before), estimate(after)
    tone = _tone(before, after, better_low)
    figure = Figure(role, name, low.percent, high.full, low.of_ten_thousand, high.of_ten_thousand, tone)
    return _ahead(figure, against, _alike(before, after))


def _ahead(figure: Figure, against: str, alike: bool) -> Figure:
    """Returns a figure that names what is compared; where it stays within its interval, it is called alike."""
    if not alike:
        return replace(figure, against=against)
    _, bracket, span = figure.after.partition("(")
    return replace(figure, against=against, after=f"{ALIKE} {bracket}{span}".strip(), high=figure.low)


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
