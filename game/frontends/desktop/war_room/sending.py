"""The foot of the composer: the button that sends, and over it in full what to know before or why it cannot be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends import presenter
from game.frontends.desktop.theme import BONE, Colour, Role
from game.frontends.desktop.war_room.decide import Decide
from game.frontends.desktop.war_room.fit import em
from game.frontends.desktop.war_room.plate import Plate

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.composer import ComposerScreen

_TYPE = 15


def words(composer: ComposerScreen) -> str:
    """Returns why a draft cannot be sent or what sending it uses up, and at first which channels are closed."""
    sheet = composer.sheet
    said = [sheet.answers if sheet.move else f"{sheet.reason[:1].upper()}{sheet.reason[1:]}."]
    if composer.draft == composer.first.forms:
        said.append(presenter.busy_channels(composer.composer))
    return " ".join(filter(None, said))


def top(composer: ComposerScreen, button: Rect) -> int:
    """Returns where the words over a button begin, in pixels from the top."""
    said, desk = words(composer), composer.desk
    return button.top - (desk.block_height(said, Role.TEXT, _TYPE, button.w) + em(desk, 6) if said else 0)


def add_words(composer: ComposerScreen, button: Rect, ground: Colour) -> int:
    """Adds the words over a button, if there are any, on a ground; returns where they begin."""
    said, desk, start = words(composer), composer.desk, top(composer, button)

    def paint(surface: Surface, area: Rect) -> None:
        surface.fill(ground)
        desk.block(surface, said, Role.TEXT, _TYPE, area.topleft, area.w, BONE)

    if said:
        composer.add(Plate("sending", Rect(button.x, start, button.w, button.top - start), paint))
    return start


def add(composer: ComposerScreen, box: Rect) -> None:
    """Adds the button that sends."""
    label, desk = f"Send: {composer.channel.name}", composer.desk
    label = label if desk.width(label, Role.STRONG, 16) <= box.w - 12 else "Send"
    why = "" if composer.sheet.move else "cannot go out yet"
    composer.add(Decide("send", box, label, composer.send, kind="main", why=why))
