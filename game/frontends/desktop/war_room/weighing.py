"""What a draft is worth: the panel of the composer that scrolls, and is drawn anew when a forecast comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends import presenter
from game.frontends.desktop.war_room import offer_view
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.presenter.forecasts import Estimate
from game.rules.notation import parse_offer

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.composer import ComposerScreen

_BAR = 10


class Weighing(Pane):
    """A pane whose picture is made by a function, and made again by `renew`."""

    def __init__(self, key: str, rect: Rect, make: Callable[[], Surface]) -> None:
        """Shows what `make` draws."""
        self._make = make
        content = make()
        super().__init__(key, rect, content.get_height(), content)

    def renew(self) -> None:
        """Has the picture made again, and stays as far down as there still is something."""
        self.content = self._make()
        self.height = self.content.get_height()
        self.offset, self.focusable = min(self.offset, self.most), self.most > 0
        self.touch()


def add(composer: ComposerScreen, box: Rect, spared: int = 0) -> None:
    """Adds the panel, with so many pixels left free at its foot."""
    desk, pad = composer.desk, max(8, composer.grid.space(14))

    def paint(surface: Surface, area: Rect) -> None:
        still.panel(desk, surface, area, "What it does")

    composer.add(Plate("worth.frame", box, paint))
    top = box.y + desk.grid.control(36) + 2
    view = Rect(box.x + pad, top, box.w - pad - 4, box.bottom - pad - spared - top)
    composer.add(Weighing("worth", view, partial(_picture, composer, view.w - _BAR, view.h)))


def accepted(composer: ComposerScreen) -> Estimate | None:
    """Returns how likely a yes is, or None where the player wants no forecast or the draft cannot be sent."""
    return composer.foresight.accepted(composer.sheet.move)


def _picture(composer: ComposerScreen, width: int, least: int) -> Surface:
    sheet, room, likely = composer.sheet, composer.room, accepted(composer)
    why: tuple[str, ...] = ()
    if presenter.unlikely(likely):
        move = parse_offer(room.rules, sheet.move)
        why = presenter.doubts(room.rules, room.view, room.side, move, room.model.past_letters)
    sheet = replace(
        sheet,
        figures=composer.foresight.ahead(sheet.figures, sheet.move),
        breakdown=presenter.own_lines(room.rules, room.side, sheet.breakdown),
        no_deal_breakdown=presenter.own_lines(room.rules, room.side, sheet.no_deal_breakdown),
    )
    return offer_view.worth(composer.desk, (width, least), sheet, room.side, likely, why)
