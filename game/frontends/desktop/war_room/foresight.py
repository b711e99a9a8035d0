"""What a screen of play asks of the forecast, and has drawn anew when an answer comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.frontends import presenter
from game.frontends.desktop.desk import Desk
from game.frontends.presenter.basics import Figure
from game.frontends.presenter.forecasts import Estimate, Foreseen
from game.rules.notation import parse_move
from game.rules.ruleset import Ruleset
from game.rules.slots import State

_AFTER = ("war", "hazard", "gauge")
"""The roles of the figures that those of the forecast stand behind: the first of them that there is."""


class Foresight:
    """The forecast as a side sees it on one screen; everything is empty where the player wants none."""

    def __init__(self, desk: Desk, rules: Ruleset, view: State, side: int) -> None:
        """Looks ahead from a view of a side."""
        self.desk, self.rules, self.view, self.side = desk, rules, view, side

    def ask(self, moves: Sequence[str], told: Callable[[], object]) -> None:
        """Asks how it goes on after some moves in notation and without one; has `told` called with each answer."""
        forecaster = self.desk.forecaster
        if forecaster:
            forecaster.use(self.rules)
            numbers = [parse_move(self.rules, self.view, move) for move in moves if move]
            forecaster.want(self.side, self.view, [None, *dict.fromkeys(numbers)], told)

    def foreseen(self) -> Foreseen | None:
        """Returns how it goes on, whatever move is looked at, or None where the player wants no forecast."""
        forecaster = self.desk.forecaster
        if forecaster is None:
            return None
        return presenter.foreseen(forecaster.known(self.side, self.view), forecaster.tonight(self.view))

    def ahead(self, figures: tuple[Figure, ...], move: str) -> tuple[Figure, ...]:
        """Returns figures of a preview with those of the forecast behind the odds of tonight."""
        forecaster = self.desk.forecaster
        if forecaster is None or not move:
            return figures
        number = parse_move(self.rules, self.view, move)
        before, after = (forecaster.known(self.side, self.view, of) for of in (None, number))
        role = next((role for role in _AFTER if any(figure.role == role for figure in figures)), "")
        place = next((n for n, figure in enumerate(figures, 1) if figure.role == role), 0)
        return (*figures[:place], *presenter.figures_ahead(before, after), *figures[place:])

    def accepted(self, move: str) -> Estimate | None:
        """Returns how likely a letter is accepted, or None where the player wants no forecast or it cannot be sent."""
        forecaster = self.desk.forecaster
        if forecaster is None or not move:
            return None
        known = forecaster.known(self.side, self.view, parse_move(self.rules, self.view, move))
        return presenter.estimate(known.accepted if known else None)
