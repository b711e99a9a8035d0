"""The forecast in plain text: how it may go on, and what a move makes of that."""

from collections.abc import Iterator

from game.frontends import presenter
from game.frontends.presenter.forecasts import Forecast, Foretell, held_against
from game.frontends.terminal.pages import figure_table
from game.rules.odds import war_range
from game.rules.ruleset import Ruleset
from game.rules.slots import State


def page(foretell: Foretell, rules: Ruleset, view: State, side: int, move: int | None = None) -> Iterator[str]:
    """Yields how it goes on for a side from its view and, with a move, what that changes."""
    held, against = held_against(rules, view, move) if move is not None else (None, "")
    now = foretell(rules, side, view, held)
    if move is None:
        yield from _now(now, war_range(rules, view))
    else:
        yield from after(now, foretell(rules, side, view, move), against)
    yield ""
    yield f"From {now.games} games played on from what you know, each side led as in history;"
    yield "in brackets what holds the true figure in 95 of 100 cases."


def _now(now: Forecast, tonight: tuple[int, int]) -> Iterator[str]:
    said = presenter.foreseen(now, tonight)
    yield f"  War if nobody moves     {said.tonight}, by how what happens tonight is answered"
    yield f"  War by the end          {said.war.full}"
    yield f"  Settled by the end      {said.settled.full}"
    yield f"  Your score, on average  {said.score}"


def after(now: Forecast, then: Forecast, against: str = "") -> Iterator[str]:
    """Yields what a move makes of a forecast, with the chance of a yes where it is an offer."""
    if then.accepted:
        yield f"  Chance of a yes: {presenter.estimate(then.accepted).full}"
    yield from figure_table(presenter.figures_ahead(now, then, against))
