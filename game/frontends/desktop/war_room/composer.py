"""The deal composer: clauses in two columns, the scales, the letter, who carries it, and what it is worth."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends import presenter
from game.frontends.desktop import signs
from game.frontends.desktop.drafts import Draft, answer_to, carrier, change, still_open
from game.frontends.desktop.screen import STAY, Command, Response, Screen, Show
from game.frontends.desktop.theme import GUTTER, MARGIN, PANEL, ROOM, SIDE_COLOURS, Role
from game.frontends.desktop.war_room import (
    channels,
    header,
    layout,
    lessons,
    offer_view,
    scales,
    sending,
    strip,
    weighing,
)
from game.frontends.desktop.war_room.clauses import ClauseCard
from game.frontends.desktop.war_room.fit import em, one, paragraph
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.rope_view import RopeView
from game.frontends.desktop.war_room.strip import Strip
from game.frontends.desktop.war_room.weighing import Weighing
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.desktop.widgets.tabs import Tabs
from game.frontends.desktop.widgets.widget import Widget
from game.frontends.presenter.models import ClauseChoice
from game.frontends.presenter.words import AS_SEEN

if TYPE_CHECKING:
    from game.frontends.desktop.war_room.room import WarRoom

_TABS = ("we give", "they give", "carried by", "letter", "worth")
_EDGE = 8


class ComposerScreen(Screen):
    """Writes an offer; nothing goes out before Send."""

    name = "Offer"

    def __init__(self, room: WarRoom) -> None:
        """Goes on with the draft of this answer, or else begins with the letter on the table, or with nothing."""
        super().__init__(room.desk)
        self.room, self.drafts = room, room.table.drafts
        self.composer = presenter.composer(room.rules, room.view, room.side)
        self.foresight = room.foresight
        self.choices = {choice.id: choice for choice in (*self.composer.ours, *self.composer.theirs)}
        letter = room.open_letter
        self.key = room.side, (letter.channel, letter.arrives, letter.mask) if letter else None
        kept = self.drafts.find(self.key)
        self.first, self.past = answer_to(letter, self.choices), list[Draft]()
        self.tab, self.notice = 0, "Your draft, as you left it." if kept else ""
        self._write(kept or self.first)
        self._keep_secret()
        self._weigh()

    def _write(self, draft: Draft) -> None:
        """Takes over what is still open of a draft."""
        self.draft = still_open(draft, self.choices)
        self.channel = carrier(draft, self.composer.channels)

    @property
    def written(self) -> Draft:
        """Returns the draft as it stands."""
        return Draft(dict(self.draft), self.channel.id)

    @property
    def mask(self) -> int:
        """Returns the draft as bits of clause forms."""
        return sum(1 << self.choices[name].forms[form].number for name, form in self.draft.items())

    def _keep_secret(self) -> str:
        """Changes to a channel that carries the draft if the chosen one cannot; returns its name, or `` if kept."""
        if self.channel.secret or not self.mask & self.room.rules.bundles.secret:
            return ""
        fit = next((channel for channel in self.composer.channels if channel.open and channel.secret), None)
        if fit is None:
            return ""
        self.channel = fit
        return fit.name

    def _weigh(self) -> None:
        room = self.room
        self.sheet = presenter.offer_sheet(room.rules, room.view, room.side, self.channel.id, self.mask)
        self.foresight.ask([self.sheet.move], self._foretold)

    def _foretold(self) -> None:
        for widget in self.widgets:
            if isinstance(widget, RopeView):
                widget.preview(self._strip)
            elif isinstance(widget, Plate | Weighing) and widget.key in ("worth", "sum"):
                widget.renew()

    @property
    def _strip(self) -> Strip:
        return Strip(self.room.model.gauge, self.room.model.ladders, foreseen=self.foresight.foreseen())

    # -- building --------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Adds the panels, in two columns or, where it is narrow, behind tabs."""
        desk, grid, model = self.desk, self.grid, self.room.model
        head, low = layout.header_height(grid), layout.slim_strip_height(grid)
        keys: list[header.Key] = [("Z", "Undo", self.undo), ("X", "Clear", self.clear)]
        keys += [("F1", "Help", desk.help), ("Esc", "War room", self.back)]
        header.add(self, Rect(0, 0, grid.width, head), model.header, keys, turn="Your offer")
        self.add(RopeView(desk, Rect(0, head, grid.width, low), self._strip, strip.draw_slim, slim=True))
        margin = max(12, grid.space(MARGIN))
        top = head + low + max(6, grid.space(GUTTER))
        body = Rect(margin, top, grid.width - 2 * margin, grid.height - grid.foot - top)
        if grid.effective_width >= 1150:
            self._wide(body)
        else:
            self._narrow(body)
        lessons.add_to_offer(self, self.room.table, self.room.side)
        self.focus_on(next((w for w in self.widgets if w.focusable and w.key != "days"), None))

    def _wide(self, body: Rect) -> None:
        gap = self.grid.space(GUTTER)
        left = round(body.w * 0.675)
        tall = channels.height(self.desk, self.composer.channels, left, body.h)
        deal = Rect(body.x, body.y, left, body.h - tall - gap)
        self._deal(deal)
        channels.add(self, Rect(body.x, deal.bottom + gap, left, tall), body.h)
        right = Rect(body.x + left + gap, body.y, body.w - left - gap, body.h)
        letter = Rect(right.x, right.y, right.w, round(right.h * 0.40))
        self._letter(letter)
        self._worth(Rect(right.x, letter.bottom + gap, right.w, right.bottom - letter.bottom - gap))

    def _narrow(self, body: Rect) -> None:
        gap, bar = max(6, self.grid.space(GUTTER)), layout.tab_height(self.grid)
        labels = list(_TABS)
        self.add(Tabs("tabs", Rect(body.x, body.y, body.w, bar), labels, self.tab, self._turn))
        tall = max(44, self.grid.control(44))
        foot = Rect(body.x, body.bottom - tall, body.w, tall)
        top = sending.add_words(self, foot, ROOM)
        room = Rect(body.x, body.y + bar + gap, body.w, top - body.y - bar - 2 * gap)
        if self.tab in (0, 1):
            self._column(room, (self.composer.ours, self.composer.theirs)[self.tab], across=2)
        elif self.tab == 2:
            channels.add_cards(self, room, across=2)
        elif self.tab == 3:
            self._letter(room)
        else:
            weighing.add(self, room)
        words = f"Send: {self.channel.name}"
        width = min(body.w // 2, self.desk.width(words, Role.STRONG, 16) + em(self.desk, 40))
        sending.add(self, Rect(foot.right - width, foot.y, width, tall))

        def paint(surface: Surface, area: Rect) -> None:
            if self.notice:
                paragraph(self.desk, surface, self.notice, Role.TEXT, 15, area)
            else:
                offer_view.line(self.desk, surface, area, self.sheet, self.room.side, weighing.accepted(self))

        self.add(Plate("sum", Rect(foot.x, foot.y, body.w - width - gap, tall), paint))

    def _deal(self, box: Rect) -> None:
        desk, pad = self.desk, max(8, self.grid.space(14))

        def paint(surface: Surface, area: Rect) -> None:
            note = self.notice or f"a deal's worth to you is exact · no deal is {AS_SEEN} · theirs are guesses"
            still.panel(desk, surface, area, "The deal", one(desk, note, Role.TEXT, 14, round(area.w * 0.7)))

        self.add(Plate("deal", box, paint))
        head = self.grid.control(36)
        tall = max(em(desk, 76), round(box.h * 0.19))
        beam = Rect(box.x + pad, box.y + head + 2, box.w - 2 * pad, tall)
        self.add(Plate("scales", beam, self._paint_scales))
        apart = pad + 2 * _EDGE  # so that the bar of the one column stands clear of the other
        half = (box.w - 2 * pad - apart) // 2
        top = beam.bottom
        for seat, choices in enumerate((self.composer.ours, self.composer.theirs)):
            column = Rect(box.x + pad + seat * (half + apart), top, half, box.bottom - pad - top)
            self._headed(column, choices, seat)

    def _headed(self, column: Rect, choices: tuple[ClauseChoice, ...], which: int) -> None:
        desk, tall = self.desk, self.desk.line(Role.SIGN, 16) + 6
        seat = self.room.side if which == 0 else 1 - self.room.side

        def paint(surface: Surface, area: Rect) -> None:
            surface.fill(PANEL)
            signs.side(surface, seat, (desk.size(14) * 0.6, area.centery), desk.size(15))
            words = "We give" if which == 0 else "They give"
            at = (desk.size(14) * 1.4, desk.middle(area, Role.SIGN, 16))
            desk.text(surface, words, Role.SIGN, 16, at, SIDE_COLOURS[seat])

        self.add(Plate(f"head.{which}", Rect(column.x, column.y, column.w, tall), paint))
        self._column(Rect(column.x - _EDGE, column.y + tall, column.w + 2 * _EDGE, column.h - tall), choices, across=1)

    def _column(self, box: Rect, choices: tuple[ClauseChoice, ...], across: int) -> None:
        gap, tall = max(6, self.grid.space(8)), ClauseCard.height(self.desk)
        if across > 1 and box.w < em(self.desk, 660):
            across = 1
        width = (box.w - 2 * _EDGE - 8 - gap * (across - 1)) // across
        rows = -(-len(choices) // across)
        pane = self.add(Pane(f"column.{choices[0].giver if choices else 0}", box, rows * (tall + gap) + 2 * _EDGE))
        pane.focusable = False
        for number, choice in enumerate(choices):
            row, column = divmod(number, across)
            rect = Rect(_EDGE + column * (width + gap), _EDGE + row * (tall + gap), width, tall)
            form = self.draft.get(choice.id)
            mark = change(self.first, choice.id, form)
            self.add(ClauseCard(f"clause.{choice.id}", rect, choice, form, partial(self._choose, choice), mark), pane)

    def focus_on(self, widget: Widget | str | None) -> None:
        """Moves the focus; the panel of channels tells of the one that gets it."""
        super().focus_on(widget)
        plate = next((w for w in self.widgets if w.key == "channels"), None)
        if isinstance(plate, Plate):
            plate.renew()

    def _letter(self, box: Rect) -> None:
        content = offer_view.letter(self.desk, box.w, box.h, self.sheet, self.channel)
        self.add(Pane("letter", box, content.get_height(), content))

    def _worth(self, box: Rect) -> None:
        pad, tall = max(8, self.grid.space(14)), max(44, self.grid.control(44))
        low = Rect(box.x + pad, box.bottom - pad - tall, box.w - 2 * pad, tall)
        weighing.add(self, box, low.bottom - sending.top(self, low))
        sending.add_words(self, low, PANEL)
        sending.add(self, low)

    def _paint_scales(self, surface: Surface, area: Rect) -> None:
        surface.fill(PANEL)
        scales.draw(self.desk, surface, area, self.sheet.cost, self.sheet.gain, self.room.side)

    # -- acting ----------------------------------------------------------------------------------------------------

    def _choose(self, choice: ClauseChoice, form: int | None) -> Response:
        self.past.append(self.written)
        told: list[str] = []
        self.draft.pop(choice.id, None)
        if form is not None:
            told = [f"{choice.name} replaces {name}." for name in self._drop_rivals(choice)]
            self.draft[choice.id] = form
        if secret := self._keep_secret():
            told.append(f"Secret, so now by {secret}.")
        return self._changed(" ".join(told))

    def _drop_rivals(self, choice: ClauseChoice) -> list[str]:
        """Takes out what excludes a clause; returns the names of it."""
        rivals = [each for each in self.choices.values() if (each.issue, each.giver) == (choice.issue, choice.giver)]
        return [each.name for each in rivals if self.draft.pop(each.id, None) is not None]

    def carry(self, number: int) -> Response:
        """Chooses the channel that carries the letter, by its number."""
        self.past.append(self.written)
        self.channel = self.composer.channels[number]
        return self._changed("")

    def _changed(self, notice: str) -> Response:
        """Keeps the draft and weighs it anew."""
        self.notice = notice
        self.drafts.keep(self.key, self.written)
        self._weigh()
        self.rebuild()
        return STAY

    def undo(self) -> Response:
        """Takes back the last change of the draft."""
        if not self.past:
            return STAY
        self._write(self.past.pop())
        return self._changed("Taken back.")

    def clear(self) -> Response:
        """Begins the draft again; that can be taken back."""
        self.past.append(self.written)
        self._write(self.first)
        self._keep_secret()
        self._changed("Begun again.")
        self.drafts.clear(self.key)
        return STAY

    def _turn(self, number: int) -> Response:
        self.tab = number
        self.rebuild()
        return STAY

    def send(self) -> Response:
        """Sends the offer."""
        if not self.sheet.move:
            return STAY
        command = self.room.table.play(self.sheet.move)
        self.drafts.send(self.key, self.written)
        return command

    def keys(self, event: pygame.event.Event) -> Response:
        """Goes to Send by C, as to Confirm in the war room, and between the tabs by their numbers."""
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return None
        if event.key == pygame.K_c:
            self.focus_on("send")
            return STAY
        if event.key in (pygame.K_z, pygame.K_x):
            return self.undo() if event.key == pygame.K_z else self.clear()
        number = event.key - pygame.K_1
        if self.grid.effective_width < 1150 and 0 <= number < len(_TABS):
            return self._turn(number)
        return lessons.keys(self, event, self.room.table, self.room.side)

    def back(self) -> Command:
        """Returns to the war room; the draft is kept."""
        return Show(self.room, instead=True)
