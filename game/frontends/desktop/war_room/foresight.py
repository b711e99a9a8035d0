"""What a screen of play asks of the forecast, and has drawn anew when an answer comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from game.frontends import presenter
from game.frontends.desktop.desk import Desk
from game.frontends.presenter.basics import Figure
from game.frontends.presenter.forecasts import LED, Estimate, Foreseen, held_against, stands
from game.rules.notation import parse_move
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, State

_AFTER = ("war", "hazard", "gauge")
"""The roles of the figures that those of the forecast stand behind: the first of them that there is."""


class Foresight:
    """The forecast as a side sees it on one screen; everything is empty where the player wants none."""

    def __init__(self, desk: Desk, rules: Ruleset, view: State, side: int) -> None:
        """Looks ahead from a view of a side."""
        self.desk, self.rules, self.view, self.side = desk, rules, view, side

    def ask(self, moves: Sequence[str], told: Callable[[], object]) -> None:
        """Asks how it goes on after some moves in notation, and what to compare; has `told` called with each answer."""
        forecaster = self.desk.forecaster
        if forecaster:
            forecaster.use(self.rules)
            open_moves = [move for move in moves if move]
            held = [self._held(move)[0] for move in open_moves or [""]]
            numbers = [parse_move(self.rules, self.view, move) for move in open_moves]
            asked = dict.fromkeys([*held, *numbers])
            forecaster.want(self.side, self.view, [*asked], told)

    def foreseen(self, move: str = "") -> Foreseen | None:
        """Returns how it goes on from what a move is compared with, or None where the player wants no forecast.

        Without a move that is holding still, where it can be done.
        """
        forecaster = self.desk.forecaster
        if forecaster is None:
            return None
        held, against = self._held(move)
        known = forecaster.known(self.side, self.view, held)
        return presenter.foreseen(known, forecaster.tonight(self.view), against)

    @cached_property
    def _stands(self) -> tuple[int | None, str]:
        return stands(self.rules, self.view) if self.view[ACTOR] == self.side else (None, LED)

    def _held(self, move: str) -> tuple[int | None, str]:
        """Returns what a move in notation is compared with, or with `` what stands for none, and its name."""
        return held_against(self.rules, self.view, parse_move(self.rules, self.view, move)) if move else self._stands

    def ahead(self, figures: tuple[Figure, ...], move: str) -> tuple[Figure, ...]:
        """Returns figures of a preview with those of the forecast behind the odds of tonight."""
        forecaster = self.desk.forecaster
        if forecaster is None or not move:
            return figures
        number = parse_move(self.rules, self.view, move)
        held, against = self._held(move)
        before, after = (forecaster.known(self.side, self.view, of) for of in (held, number))
        role = next((role for role in _AFTER if any(figure.role == role for figure in figures)), "")
        place = next((n for n, figure in enumerate(figures, 1) if figure.role == role), 0)
        return (*figures[:place], *presenter.figures_ahead(before, after, against), *figures[place:])

    def accepted(self, move: str) -> Estimate | None:
        """Returns how likely a letter is accepted, or None where the player wants no forecast or it cannot be sent."""
        forecaster = self.desk.forecaster
        if forecaster is None or not move:
            return None
        known = forecaster.known(self.side, self.view, parse_move(self.rules, self.view, move))
        return presenter.estimate(known.accepted if known else None)
