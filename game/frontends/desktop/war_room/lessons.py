"""Where the parts of the war room are that a lesson can point to, and the tab on which each lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.frontends.desktop import lesson_card
from game.frontends.desktop.war_room.layout import TABS, Form
from game.frontends.desktop.widgets.widget import Response
from game.frontends.presenter.teaching.hints import hint
from game.frontends.presenter.teaching.lessons import LessonCard

if TYPE_CHECKING:
    from game.frontends.desktop.screen import Screen
    from game.frontends.desktop.table import Table
    from game.frontends.desktop.war_room.room import WarRoom
    from game.frontends.presenter.teaching.hints import Hint
    from game.scenario.story import Part

HINT = 0
"""The number of a card that is a hint."""
_TAB: dict[Part, str] = {
    "mandate": "mandate",
    "map": "map",
    "news": "inbox",
    "letters": "deal",
    "offer": "deal",
    "acts": "act",
    "advisers": "advice",
    "end_turn": "act",
}
_KEYS: dict[Part, tuple[str, ...]] = {
    "days": ("header",),
    "mandate": ("mandate", "sheet", "header"),
    "map": ("map.0", "map.1", "map.2", "map.3"),
    "news": ("inbox", "inbox.pane"),
    "letters": ("table", "table.pane"),
    "offer": ("offer", "table", "table.pane"),
    "acts": ("acts", "acts.pane"),
    "preview": ("preview",),
    "advisers": ("advisers", "adviser"),
    "end_turn": ("confirm",),
}
"""The widgets that are a part, by their keys: the first that is on the screen."""
_FREE = ("confirm", "preview", "tabs", "acts.pane")
"""What a card leaves free where it can."""


def _card(room: WarRoom) -> LessonCard | None:
    """Returns the lesson of the moment, or in a first game its hint."""
    if room.rules.scenario.lessons:
        return lesson_card.current(room.table, room.side)
    found = _hint(room)
    if found is None or HINT in room.table.read:
        return None
    return LessonCard(HINT, 0, found.text, found.points_to, False)


def _hint(room: WarRoom) -> Hint | None:
    """Returns the hint of a side's day, chosen and counted once."""
    table, settings, moment = room.table, room.desk.settings, (room.side, room.match.day)
    if not settings.hints or settings.games:
        return None
    if table.hinted is None or table.hinted[0] != moment:
        chosen = hint(room.model, settings.hinted)
        table.hinted = moment, chosen
        table.read.discard(HINT)
        if chosen:
            settings.hinted[chosen.id] = settings.hinted.get(chosen.id, 0) + 1
            settings.save()
    return table.hinted[1]


def turn(room: WarRoom) -> None:
    """Turns to the tab that a new lesson points to, where there are tabs."""
    card = _card(room)
    if card is None or card.number in (HINT, room.table.taught):
        return
    room.table.taught = card.number
    name = _TAB.get(card.points_to) if card.points_to else None
    if name and room.plan.form in (Form.BESIDE, Form.TABS):
        room.tab = TABS.index(name)


def add(room: WarRoom) -> None:
    """Adds the card of the lesson beside what it points to."""
    card = _card(room)
    if card is None:
        return
    if card.points_to == "knot":
        points = [room.plan["strip"]]
    else:
        points = _boxes(room, _KEYS.get(card.points_to, ()) if card.points_to else ())[:1]
    if points and room.plan.form is Form.TABS and points[0].h > room.grid.height // 2:
        points = _boxes(room, ("tabs",))  # the pane leaves no room beside it; its open tab is outlined instead
    lesson_card.add(room, room.table, card, points, _boxes(room, _FREE))


def add_to_answers(screen: Screen, table: Table, side: int) -> None:
    """Adds the card of the lesson to a screen of answers."""
    answers = [widget.box for widget in screen.widgets if widget.key.startswith(("option.", "answer."))]
    points = [answers[0].unionall(answers[1:])] if answers else []
    if card := lesson_card.current(table, side):
        lesson_card.add(screen, table, card, points, _boxes(screen, ("paper",)))


def add_to_offer(screen: Screen, table: Table, side: int) -> None:
    """Adds the card of a lesson on offers to the composer, over header and strip if it finds room there."""
    card = lesson_card.current(table, side)
    if card and card.points_to == "offer":
        lesson_card.add(screen, table, card, (), [w.box for w in screen.widgets if w.key != "header" and w.box.y > 60])


def keys(screen: Screen, event: pygame.event.Event, table: Table, side: int) -> Response:
    """Goes on to the next lesson by T or hides one by S, where one is shown; answers None for any other key."""
    cap = {pygame.K_t: "T", pygame.K_s: "S"}.get(event.key) if event.type == pygame.KEYDOWN else None
    return lesson_card.press(screen, table, side, cap) if cap else None


def _boxes(screen: Screen, keys: Sequence[str]) -> list[Rect]:
    """Returns the boxes of the widgets with these keys, in their order."""
    return [widget.box for key in keys for widget in screen.widgets if widget.key == key]
