"""The war room: the screen of a side's turn; a move is previewed as soon as it has the focus, played on Confirm."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.frontends import presenter
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.focus import next_for
from game.frontends.desktop.screen import STAY, Command, Response, Screen, Show
from game.frontends.desktop.table import Table
from game.frontends.desktop.theme import Grid
from game.frontends.desktop.war_room import lessons, notes, panels
from game.frontends.desktop.war_room.cards import Card
from game.frontends.desktop.war_room.foresight import Foresight
from game.frontends.desktop.war_room.layout import TABS, Form, plan
from game.frontends.desktop.war_room.map_screen import MapScreen
from game.frontends.desktop.war_room.map_view import MapView
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.rope_view import RopeView
from game.frontends.desktop.war_room.strip import Strip
from game.frontends.desktop.war_room.subject import Subject
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.widget import Widget
from game.frontends.presenter.models import ActCard, Letter, NewsItem, Voice
from game.rules.view import view

_TAB_KEYS = {getattr(pygame, f"K_{number}"): number - 1 for number in range(1, 7)}


class WarRoom(Screen):
    """The main screen of play; reads the match through the presenter and plays through the table."""

    name = "War room"

    def __init__(self, desk: Desk, table: Table) -> None:
        """Reads the view of the side that sits at the table."""
        super().__init__(desk)
        self.table, self.match = table, table.match
        self.rules, self.side = table.match.rules, table.match.actor or 0
        self.view = view(self.rules, self.match.state, self.side)
        self.facts = presenter.facts_of(self.match, self.side)
        self.foresight = Foresight(desk, self.rules, self.view, self.side)
        self.model = presenter.war_room(self.rules, self.view, self.facts)
        self.plan = plan(desk.grid, letter=bool(self.model.inbox))
        self.subject: Subject | None = None
        self.letter, self.frame, self.ranges = 0, 0, False
        today = self.side, self.model.header.day
        self.sails, table.charted = table.charted != today, today
        self.tab = TABS.index("act")
        self.rung = next((n for n, rung in enumerate(self.model.rungs) if rung.rung >= 0), 0)
        self._considered: dict[str, Subject] = {}
        self._choosing = True
        self.strip: RopeView | None = None
        self.preview_plate: Plate | None = None
        self.advisers_plate: Plate | None = None
        self.confirm_button: Button | None = None
        desk.later(self._all_acts, self._considered.update)

    def _all_acts(self) -> dict[str, Subject]:
        """Returns every act considered, made in idle time so that a preview only has to be drawn."""
        return {f"act.{act.id}": self._of_act(act) for rung in self.model.rungs for act in rung.acts}

    # -- what the panels read --------------------------------------------------------------------------------------

    @property
    def open_letter(self) -> Letter | None:
        """Returns the letter that lies on the table, or None."""
        return self.model.inbox[min(self.letter, len(self.model.inbox) - 1)] if self.model.inbox else None

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Returns the advisers on what is previewed, or on the state of things."""
        return self.subject.voices if self.subject else self.model.voices

    @property
    def strip_model(self) -> Strip:
        """Returns what the strip shows."""
        figures = shown.figures if (shown := self.shown) else ()
        return Strip(self.model.gauge, self.model.ladders, figures, self.foresight.foreseen())

    @property
    def shown(self) -> Subject | None:
        """Returns what is previewed, with what is known of how it would go on."""
        subject = self.subject
        return subject and replace(subject, figures=self.foresight.ahead(subject.figures, subject.move))

    @property
    def rival_count(self) -> int:
        """Returns of how many mandates the other side knows this one to be."""
        return len(self.rules.mandates[self.side])

    # -- building --------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Adds the panels for the form that the window's size asks for."""
        self.plan = plan(self.grid, letter=bool(self.model.inbox))
        self.strip = self.preview_plate = self.advisers_plate = self.confirm_button = None
        self._ask()
        lessons.turn(self)
        panels.build(self)
        lessons.add(self)
        self.sails = False
        if self.subject and self.subject.act:
            self.focus_on(self.subject.key)
        self.focus_on(self.focused or self._first())
        self._mark_cards()

    def layout(self, grid: Grid) -> None:
        """Builds the room for a window's size and text setting; once something is chosen it stays chosen."""
        self._choosing = self.focused is None
        super().layout(grid)
        self._choosing = True

    def _first(self) -> Widget | None:
        """Returns what has the focus at first: the letter to answer, a calm act that is open, or what a tab shows."""
        paper = next((w for w in self.widgets if w.key == "letter.0"), None)
        if paper and self.plan.form is not Form.TABS:
            return paper
        cards = [widget for widget in self.widgets if isinstance(widget, Card)]
        calm = [card for card in cards if card.act.open and card.act.rung == 0]
        below = [w for w in self.widgets if w.focusable and w.rect.y >= self.plan["strip"].bottom]
        below.sort(key=lambda widget: widget.key == "tabs")
        return next(iter(calm or [card for card in cards if card.act.open] or cards or below), None)

    def focus_on(self, widget: Widget | str | None) -> None:
        """Moves the focus; an act that gets it is chosen and previewed."""
        super().focus_on(widget)
        if not self._choosing or not isinstance(self.focused, Card):
            return
        if self.subject is None or self.subject.key != self.focused.key:
            self._choose(self.focused.act)

    def _choose(self, act: ActCard) -> Response:
        self.rung = next(number for number, rung in enumerate(self.model.rungs) if act in rung.acts)
        return self.consider(self._of_act(act))

    def _tab(self, event: pygame.event.Event) -> Response:
        """Moves the focus without choosing, so that passing over cards on the way to Confirm changes nothing."""
        super().focus_on(next_for(event, self.widgets, self.focused))
        return STAY

    # -- considering -----------------------------------------------------------------------------------------------

    def _of_act(self, act: ActCard) -> Subject:
        key = f"act.{act.id}"
        if key not in self._considered:
            figures = presenter.preview_figures(self.rules, self.view, act.move) if act.move else ()
            voices = presenter.advice(self.rules, self.view, self.side, act.id)
            self._considered[key] = Subject(key, act.name, act.move, figures, voices, act=act)
        return self._considered[key]

    def _of_letter(self, letter: Letter, *, accept: bool) -> Subject:
        clauses = tuple(line.id for line in (*letter.gives, *letter.wants))
        voices = presenter.advice(self.rules, self.view, self.side, clauses)
        title = f"{'Accept' if accept else 'Refuse'}: {letter.channel_name}"
        if not accept:
            turned = {"for": "against", "against": "for", "unsure": "unsure"}
            voices = tuple(replace(voice, verdict=turned[voice.verdict]) for voice in voices)  # type: ignore[arg-type]
        move, figures = (letter.accept, letter.accepting) if accept else (letter.refuse, letter.refusing)
        return Subject(f"{title}.{letter.number}", title, move, figures, voices, letter=letter)

    def consider(self, subject: Subject | None) -> Response:
        """Previews a move on every panel that it touches; plays nothing."""
        self.subject = subject
        self._ask()
        self._foretold()
        if self.advisers_plate:
            self.advisers_plate.renew()
        self.label_confirm()
        self._mark_cards()
        return STAY

    def _ask(self) -> None:
        """Asks how it goes on as things stand and after what is previewed."""
        self.foresight.ask([self.subject.move] if self.subject else [], self._foretold)

    def _foretold(self) -> None:
        """Has the figures drawn anew of which more may be known."""
        if self.strip:
            self.strip.preview(self.strip_model)
        if self.preview_plate:
            self.preview_plate.renew()

    def _mark_cards(self) -> None:
        for widget in self.widgets:
            if isinstance(widget, Card):
                chosen = self.subject is not None and widget.key == self.subject.key
                if chosen is not widget.chosen:
                    widget.chosen = chosen
                    widget.touch()

    def label_confirm(self) -> None:
        """Names the main button after what it would play, or says why it plays nothing."""
        button, subject = self.confirm_button, self.subject
        if button is None:
            return
        button.label = subject.confirm if subject else ""
        reason = subject.act.reason if subject and subject.act else "choose an act or a letter first"
        button.why = "" if subject and subject.move else reason
        button.touch()

    def pick(self, act: ActCard) -> Response:
        """Goes on from a chosen act to the button that plays it."""
        self._choose(act)
        if act.move:
            self.focus_on("confirm")
        return STAY

    def consider_accept(self) -> Response:
        """Previews accepting the letter on the table."""
        return self._consider_letter(accept=True)

    def consider_refuse(self) -> Response:
        """Previews refusing the letter on the table."""
        return self._consider_letter(accept=False)

    def _consider_letter(self, *, accept: bool) -> Response:
        if self.open_letter:
            self.consider(self._of_letter(self.open_letter, accept=accept))
            self.focus_on("confirm")
        return STAY

    # -- acting ----------------------------------------------------------------------------------------------------

    def confirm(self) -> Response:
        """Plays what is previewed."""
        return self.table.play(self.subject.move) if self.subject and self.subject.move else STAY

    def undo(self) -> Response:
        """Takes back the last own decision where that is allowed."""
        return self.table.undo() if self.match.history and self.match.undoable else STAY

    def compose(self) -> Response:
        """Opens the deal composer, on the letter that lies on the table if there is one."""
        from game.frontends.desktop.war_room.composer import ComposerScreen

        return Show(ComposerScreen(self), instead=True) if self.model.can_offer else STAY

    def lay_out(self, number: int) -> Response:
        """Lays a letter of the inbox on the table and opens it in full; the answers have the focus afterwards."""
        if self.plan.form in (Form.BESIDE, Form.TABS):
            self.tab = TABS.index("deal")
        self.letter, letter = number, self.model.inbox[number]
        if self.subject and self.subject.letter and self.subject.letter.number != letter.number:
            self.subject = None
        self.rebuild()
        self.focus_on("accept")
        return self.read_letter(letter)

    def swap_map(self) -> Response:
        """Shows the next theatre on the map."""
        if self.model.chart:
            self.frame = (self.frame + 1) % len(self.model.chart.frames)
            self.rebuild()
        return STAY

    def turn_tab(self, number: int) -> Response:
        """Shows another pane of the tabbed forms."""
        self.tab = number
        self.rebuild()
        return STAY

    def turn_rung(self, step: int) -> Response:
        """Shows the acts of another rung where only one is shown, and chooses its first one that is open."""
        if not 0 <= self.rung + step < len(self.model.rungs):
            return STAY
        self.rung += step
        on_bar = self.focused is not None and self.focused.key == "rungs"
        self.rebuild()
        acts = self.model.rungs[self.rung].acts
        act = next((act for act in acts if act.open), acts[0])
        self.focus_on("rungs" if on_bar else f"act.{act.id}")
        return self._choose(act)

    def read_figures(self) -> Response:
        """Opens every figure of the preview, with what the advisers say."""
        return Show(notes.figures(self))

    def read_news(self, item: NewsItem) -> Response:
        """Opens an item of news with its source."""
        return Show(notes.news(self, item))

    def read_since(self) -> Response:
        """Opens what has happened since the last turn."""
        return Show(notes.since(self))

    def read_letter(self, letter: Letter | None = None) -> Response:
        """Opens a letter in full, the one that lies on the table if none is named."""
        shown = letter or self.open_letter
        return Show(notes.letter(self, shown)) if shown else STAY

    def read_map(self) -> Response:
        """Opens the map in full, with the list of all that stands on it."""
        return self.point_at("")

    def point_at(self, key: str) -> Response:
        """Opens the map in full with a thing chosen."""
        return Show(MapScreen(self, self.model.header, self.model.chart, key)) if self.model.chart else STAY

    def show_ranges(self) -> Response:
        """Draws the circles of ranges on the map, or leaves them out."""
        self.ranges = not self.ranges
        self.rebuild()
        return STAY

    def animate(self, now: float) -> bool:
        """Lets the ships sail a day on; returns whether some still do."""
        return sum(widget.animate(now) for widget in self.widgets if isinstance(widget, MapView)) > 0

    def read_mandate(self) -> Response:
        """Opens the mandate."""
        return Show(notes.mandate(self))

    def keys(self, event: pygame.event.Event) -> Response:
        """Deals with the war room's own keys, which stand on the screen beside what they do."""
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return None
        if event.key == pygame.K_TAB:
            return self._tab(event)
        tabbed = self.plan.form in (Form.BESIDE, Form.TABS)
        if tabbed and event.key in _TAB_KEYS:
            number, names = _TAB_KEYS[event.key], panels.tab_names(self)
            return self.turn_tab(TABS.index(names[number])) if number < len(names) else STAY
        press = {
            pygame.K_z: self.undo,
            pygame.K_n: self.swap_map,
            pygame.K_l: self.read_map,
            pygame.K_r: self.show_ranges,
            pygame.K_o: self.compose,
            pygame.K_p: self.read_figures,
            pygame.K_d: self.read_mandate,
            pygame.K_f: self.read_letter,
            pygame.K_c: self._to_confirm,
        }.get(event.key)
        return press() if press else lessons.keys(self, event, self.table, self.side)

    def _to_confirm(self) -> Response:
        self.focus_on("confirm")
        return STAY

    def back(self) -> Command:
        """Leaves the match, which is saved; from Confirm it goes back to the card first."""
        if self.focused and self.focused.key == "confirm" and self.subject:
            self.focus_on(self.subject.key if self.subject.act else "accept")
            if self.focused.key != "confirm":
                return STAY
        return self.table.leave()
