"""The inbox: letters to answer, the morning's news, what happened since, own letters under way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.frontends.desktop.theme import ASH, BONE, PANEL, Role
from game.frontends.desktop.war_room.fit import note
from game.frontends.desktop.war_room.papers import Item, Paper, paper_height
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.wording import summary
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.widget import Press

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.room import WarRoom

_EDGE = 8


def count(room: WarRoom) -> str:
    """Returns how many letters are to be answered, in words."""
    number = len(room.model.inbox)
    return "nothing to answer" if not number else "one to answer" if number == 1 else f"{number} to answer"


def add(room: WarRoom, box: Rect, *, framed: bool = True) -> None:
    """Adds the panel; without a frame where a tab is its frame."""
    desk = room.desk
    inner = Rect(box)
    if framed:

        def paint(surface: Surface, area: Rect) -> None:
            still.panel(desk, surface, area, "1 Inbox", note(desk, "1 Inbox", count(room), area.w))

        room.add(Plate("inbox", box, paint))
        head = desk.grid.control(36)
        inner = Rect(box.x + 4, box.y + head + 3, box.w - 8, box.h - head - 6)
    pane = room.add(Pane("inbox.pane", inner, inner.h))
    _fill(room, pane)


def _fill(room: WarRoom, pane: Pane) -> None:
    desk, model = room.desk, room.model
    width, y = pane.rect.w - 2 * _EDGE - 8, _EDGE
    under = "table" in room.plan and room.plan["table"].bottom < pane.rect.y  # the letter is read above
    for number, letter in enumerate(model.inbox):
        text = "" if under else summary(letter, model.header.side)
        rect = Rect(_EDGE, y, width, paper_height(desk, width, text))
        paper = Paper(f"letter.{number}", rect, letter, text, partial(room.lay_out, number))
        paper.chosen = number == room.letter and len(model.inbox) > 1
        room.add(paper, pane)
        y += rect.h + _EDGE
    for item in model.news:
        y = _item(room, pane, f"news.{item.id}", item.text, y, width, partial(room.read_news, item), True)
    for number, event in enumerate(reversed(model.since)):
        y = _item(room, pane, f"since.{number}", event.text, y, width, room.read_since, False)
    for number, letter in enumerate(model.sent):
        when = "lies open" if letter.open else f"arrives {letter.arrives}"
        text = f"Own offer, {letter.channel_name}, {when}. {summary(letter, model.header.side)}"
        y = _item(room, pane, f"sent.{number}", text, y, width, partial(room.read_letter, letter), False)
    pane.focusable = False
    text = f"{'No letters.' if y == _EDGE else ''} {model.quiet}".strip()
    pane.height = y + desk.block_height(text, Role.TEXT, 15, width) + 2 if text else y
    if text:
        pane.content = Surface((pane.rect.w, max(pane.rect.h, pane.height)))
        pane.content.fill(PANEL)
        desk.block(pane.content, text, Role.TEXT, 15, (_EDGE, y), width, ASH)


def _item(room: WarRoom, pane: Pane, key: str, text: str, y: int, width: int, press: Press, fresh: bool) -> int:
    tall = Item.height(room.desk, text, width)
    room.add(Item(key, Rect(_EDGE, y, width, tall), text, press, colour=BONE, fresh=fresh), pane)
    return y + tall + 2
