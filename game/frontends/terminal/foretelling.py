"""The forecast in plain text: how it may go on, and what a move makes of that."""

from collections.abc import Iterator, Sequence

from game.frontends import presenter
from game.frontends.presenter.forecasts import LED, MEANT, Forecast, Foretell
from game.frontends.presenter.models import PastLetter
from game.frontends.presenter.words import capital
from game.frontends.terminal.pages import figure_table
from game.rules.odds import war_range
from game.rules.ruleset import Ruleset
from game.rules.slots import State


def page(
    foretell: Foretell,
    rules: Ruleset,
    view: State,
    side: int,
    move: int | None = None,
    past: Sequence[PastLetter] = (),
) -> Iterator[str]:
    """Yields how it goes on for a side from its view and, with a move, what that changes.

    `past` are its letters of the past, by which it can tell why an offer is likely to be turned down.
    """
    now = foretell(rules, side, view, None)
    if move is None:
        yield from _now(now, war_range(rules, view))
    else:
        then = foretell(rules, side, view, move)
        why = presenter.doubts(rules, view, side, move, past) if then.accepted else ()
        yield from after(now, then, why)
    yield ""
    yield f"{capital(LED)}: {MEANT}"
    yield f"From {now.games} games played on from what you know;"
    yield "in brackets what holds the true figure in 95 of 100 cases."


def _now(now: Forecast, tonight: tuple[int, int]) -> Iterator[str]:
    said = presenter.foreseen(now, tonight)
    yield f"  War if nobody moves     {said.tonight}, by how what happens tonight is answered"
    yield f"  War by the end          {said.war.full} {LED}"
    yield f"  Settled by the end      {said.settled.full} {LED}"
    yield f"  Your score, on average  {said.score} {LED}"


def after(now: Forecast, then: Forecast, why: Sequence[str] = ()) -> Iterator[str]:
    """Yields what a move makes of a forecast; of an offer the chance of a yes and, if that is low, why."""
    if then.accepted:
        accepted = presenter.estimate(then.accepted)
        yield f"  Chance of a yes: {accepted.full}"
        yield from (f"    {reason}" for reason in why if presenter.unlikely(accepted))
    yield from figure_table(presenter.figures_ahead(now, then))
