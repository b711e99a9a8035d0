"""How it ended: the rope undone or cut, what followed, both sides' scores and mandates, and why, after a war."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect, Surface

from game.frontends import presenter
from game.frontends.desktop import knot, signs
from game.frontends.desktop.debrief.entry import offered, opened
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import Command, Response, Screen, Show
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.table import Table
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    DANGER,
    GUTTER,
    HEMP,
    INK,
    INK_FAINT,
    LINE,
    MARGIN,
    PANEL,
    PAPER,
    ROOM,
    SIDE_COLOURS,
    STAMP,
    Role,
)
from game.frontends.desktop.war_room import layout
from game.frontends.desktop.war_room.fit import em, paragraph
from game.frontends.desktop.war_room.plate import Plate
from game.frontends.desktop.war_room.wording import clause, signed
from game.frontends.desktop.widgets.button import Button
from game.frontends.presenter.dangers import die_words
from game.frontends.presenter.stories import AftermathItem, ScoreCard, WarAccount
from game.frontends.presenter.words import capital


class EndingScreen(Screen):
    """The last screen of a match, for both sides' eyes."""

    name = "Ending"
    _ropes: dict[tuple[int, int, bool], Surface] = {}

    def __init__(self, desk: Desk, table: Table) -> None:
        """Reads how it ended, with every secret."""
        super().__init__(desk)
        self.table = table
        self.model = presenter.ending_screen(table.match)
        self._rope: Plate | None = None

    def build(self) -> None:
        """Adds date, rope, name and story, both scores, the aftermath, and what can be done now."""
        grid = self.grid
        head = layout.header_height(grid)
        self.add(Plate("header", Rect(0, 0, grid.width, head), self._paint_header))
        tall = round(grid.height * (0.175 if grid.effective_width >= 850 else 0.13))
        self._add_rope(Rect(0, head, grid.width, tall))
        margin, gap = max(12, grid.space(MARGIN)), max(8, grid.space(GUTTER))
        foot = max(44, grid.control(48))
        top = head + tall
        body = Rect(margin, top, grid.width - 2 * margin, grid.height - grid.foot - foot - gap - top)
        flow = Flow(self, "story", body)
        self._fill(flow)
        flow.close()
        self._buttons(Rect(margin, body.bottom + gap, body.w, foot))
        self.focus_on(next(widget for widget in self.widgets if isinstance(widget, Button)))

    def _paint_header(self, surface: Surface, area: Rect) -> None:
        desk, model = self.desk, self.model
        surface.fill(PANEL, area)
        surface.fill(LINE, Rect(area.x, area.bottom - 1, area.w, 1))
        x = max(12, self.grid.space(MARGIN))
        base = desk.middle(area, Role.SIGN, 25)
        end = desk.text(surface, model.date, Role.SIGN, 25, (x, base), BONE).right
        note = f"Day {model.day} · signed" if model.signed else f"Day {model.day}"
        desk.text(surface, note, Role.SIGN, 16, (end + em(desk, 16), base), ASH)

    # -- the rope --------------------------------------------------------------------------------------------------

    def _add_rope(self, box: Rect) -> None:
        cut = self.model.war is not None
        key = (*box.size, cut)
        if key not in self._ropes:
            radius = round(box.h * 0.07, 1)
            draw: Callable[[], Surface] = lambda: (knot.cut if cut else knot.undone)(*box.size, radius)  # noqa: E731
            self.desk.later(draw, lambda picture: self._rope_drawn(key, picture))
        self._rope = self.add(Plate("rope", box, lambda surface, area: self._paint_rope(surface, key)))

    def _rope_drawn(self, key: tuple[int, int, bool], picture: Surface) -> None:
        self._ropes[key] = picture
        if self._rope:
            self._rope.renew()

    def _paint_rope(self, surface: Surface, key: tuple[int, int, bool]) -> None:
        surface.fill(ROOM)
        if key in self._ropes:
            surface.blit(self._ropes[key], (0, 0))

    # -- the story -------------------------------------------------------------------------------------------------

    def _fill(self, flow: Flow) -> None:
        """Sets the story; beside it both scores where there is room."""
        model, wide = self.model, self.grid.effective_width >= 1000
        start = flow.y
        left = flow.part(0, round(flow.width * 0.6)) if wide else flow
        title = 72 if self.grid.effective_width >= 1150 else 46 if wide else 30
        while title > 25 and self.desk.width(model.name, Role.TITLE, title) > left.width:
            title -= 4
        left.text(model.name, Role.TITLE, title, DANGER if model.war else BONE)
        left.text(model.text, Role.TEXT, 24 if title > 46 else 20 if wide else 17)
        left.space(6)
        if self._as_in_history():
            left.text(presenter.same_ending(self.table.match), Role.TEXT, 17, HEMP)
        if model.disputed:
            left.text(f"Disputed: {model.disputed}", Role.TEXT, 14, ASH)
        left.text(f"Together {model.together} of 200.", Role.MEDIUM, 17, BONE)
        if model.account:
            self._why(left, model.account)
        if wide:
            right = flow.part(round(flow.width * 0.63), round(flow.width * 0.37))
            right.y = start
            self._scores(right)
            flow.join([left, right])
        else:
            self._scores(flow)
        flow.space(12)
        self._aftermath(flow)
        parts = flow.columns(3 if wide else 1)
        self._deal(parts[0])
        self._taken(parts[len(parts) // 2])
        self._secrets(parts[-1])
        flow.join(parts)
        self._misses(flow)
        self._thoughts(flow)

    def _misses(self, flow: Flow) -> None:
        """Sets every die of war that was cast."""
        if self.model.misses:
            flow.text("How near it came", Role.SIGN, 20, BONE)
        for die in self.model.misses:
            how = f"{die.incident}, answered: {die.answer}" if die.answer else die.incident
            flow.text(f"Night of {die.night}: {how}", Role.MEDIUM, 16, DANGER if die.war else BONE)
            flow.text(f"{die_words(die)} {capital(die.knew)}. {die.averted_by}".strip(), Role.TEXT, 15, ASH)
        flow.space(10)

    def _thoughts(self, flow: Flow) -> None:
        """Sets the reasons of programs by day."""
        if self.model.thoughts:
            flow.text("What they thought", Role.SIGN, 20, BONE)
        for thought in self.model.thoughts:
            text = f"{thought.date}: {thought.move}. “{thought.because}”"
            flow.text(text, Role.TEXT, 15, SIDE_COLOURS[thought.side])

    def _as_in_history(self) -> bool:
        """Returns whether the real crisis ended so."""
        past = self.desk.crisis.past if self.desk.crisis else None
        end = past.match.outcome if past else None
        return end is not None and end.ending == self.model.id

    def _why(self, flow: Flow, account: WarAccount) -> None:
        """Sets which night the war came of, by what, at which odds, and the largest lines in them."""
        flow.space(10)
        flow.text(f"{account.night}: {account.incident}", Role.SIGN, 18, DANGER)
        flow.text(account.text, Role.TEXT, 16)
        flow.text(f"The odds stood at {account.odds.percent}, {account.odds.one_in}.", Role.MEDIUM, 16)
        for name, value in account.lines:
            flow.text(f"{name}: {signed(value)} in 10,000", Role.TEXT, 15, ASH, indent=em(self.desk, 16))
        if account.averted_by:
            flow.text(f"What averted it: {account.averted_by}", Role.TEXT, 15, ASH)

    def _scores(self, flow: Flow) -> None:
        parts = flow.columns(2)
        for part, score in zip(parts, self.model.scores, strict=True):
            self._score(part, score)
        flow.join(parts)

    def _score(self, flow: Flow, score: ScoreCard) -> None:
        """Sets one side's score, the lines it is made of, and its mandate, now told."""
        desk, colour, indent = self.desk, SIDE_COLOURS[score.side], em(self.desk, 14)
        start = flow.y

        def mark(surface: Surface, rect: Rect) -> None:
            signs.side(surface, score.side, (rect.x + indent + desk.size(16) / 2, rect.centery), desk.size(16))
            base = desk.middle(rect, Role.SIGN, 18)
            desk.text(surface, score.name, Role.SIGN, 18, (rect.x + indent + desk.size(16) + em(desk, 8), base), colour)

        flow.stroke(desk.line(Role.SIGN, 18), mark)

        def figure(surface: Surface, rect: Rect) -> None:
            base = desk.middle(rect, Role.STRONG, 46)
            end = desk.text(surface, str(score.score), Role.STRONG, 46, (rect.x + indent, base), BONE).right
            desk.text(surface, "of 100", Role.TEXT, 17, (end + em(desk, 6), base), ASH)

        flow.stroke(desk.line(Role.STRONG, 46), figure)
        for name, value in score.lines:
            self._line(flow, name, signed(value), indent)
        flow.text(f"Mandate: {score.mandate.name}", Role.MEDIUM, 15, BONE, indent)
        flow.text(f"Red line: {score.mandate.red_line}", Role.TEXT, 14, ASH, indent)
        left, top, bottom = flow.x, start, flow.y
        flow.strokes.append(lambda surface: surface.fill(colour, Rect(left, top, 2, bottom - top)))

    def _line(self, flow: Flow, name: str, value: str, indent: int) -> None:
        desk = self.desk
        width = flow.width - indent - desk.width(value, Role.STRONG, 15) - em(desk, 8)
        wrapped = desk.type.wrap(name, Role.TEXT, desk.size(15), width)

        def draw(surface: Surface, rect: Rect) -> None:
            step = desk.line(Role.TEXT, 15)
            for number, text in enumerate(wrapped):
                row = Rect(rect.x, rect.y + number * step, rect.w, step)
                desk.text(surface, text, Role.TEXT, 15, (rect.x + indent, desk.middle(row, Role.TEXT, 15)), ASH)
            row = Rect(rect.x, rect.y, rect.w, step)
            desk.text(surface, value, Role.STRONG, 15, (rect.right, desk.middle(row, Role.STRONG, 15)), BONE, "right")

        flow.stroke(desk.line(Role.TEXT, 15) * len(wrapped), draw)

    def _aftermath(self, flow: Flow) -> None:
        """Sets the years after as papers on the thread of time: filled dots for what came about."""
        items = [item for item in self.model.aftermath if item.text]
        flow.text("Aftermath", Role.SIGN, 20, BONE)
        gap = self.grid.space(GUTTER)
        across = max(1, min(7, (flow.width + gap) // em(self.desk, 190)))
        width = (flow.width - gap * (across - 1)) // across
        for first in range(0, len(items), across):
            row = items[first : first + across]
            tall = max(_paper_height(self.desk, item, width) for item in row)

            def draw(surface: Surface, rect: Rect, row: list[AftermathItem] = row, tall: int = tall) -> None:
                line = rect.y + em(self.desk, 8)
                surface.fill(HEMP, Rect(rect.x, line, rect.w, 2))
                for number, item in enumerate(row):
                    paper = Rect(rect.x + number * (width + gap), rect.bottom - tall, width, tall)
                    _draw_paper(self.desk, surface, paper, item, line)

            flow.stroke(tall + em(self.desk, 22), draw)
            flow.space(12)

    def _taken(self, flow: Flow) -> None:
        if self.model.states:
            flow.text("How things stood", Role.SIGN, 20, BONE)
            for name, word in self.model.states:
                self._line(flow, name, word, 0)
            flow.space(10)

    def _secrets(self, flow: Flow) -> None:
        if self.model.secrets:
            flow.text("Done in secret", Role.SIGN, 20, BONE)
            for done in self.model.secrets:
                flow.text(f"{done.date}: {done.text}", Role.TEXT, 16, SIDE_COLOURS[done.side])
            flow.space(10)

    def _deal(self, flow: Flow) -> None:
        if not self.model.deal:
            return
        flow.text("The deal", Role.SIGN, 20, BONE)
        for line in self.model.deal:
            flow.text(f"{clause(line)}: {line.status}", Role.TEXT, 16, SIDE_COLOURS[line.giver])

    # -- what can be done now --------------------------------------------------------------------------------------

    def _buttons(self, box: Rect) -> None:
        gap = self.grid.space(GUTTER)
        entries = [("replay", "Replay", self._replay), ("title", "Title", self.table.leave)]
        if offered(self.desk, self.table.match):
            entries.insert(0, ("debrief", "Debrief", self._debrief))
        width = min(em(self.desk, 260), (box.w - gap * (len(entries) - 1)) // len(entries))
        x = box.right - len(entries) * width - (len(entries) - 1) * gap
        for key, label, press in entries:
            kind = "main" if key == entries[0][0] else "plain"
            self.add(Button(key, Rect(x, box.y, width, box.h), label, press, kind=kind))  # type: ignore[arg-type]
            x += width + gap

    def _replay(self) -> Response:
        from game.frontends.desktop.screens.replay import ReplayScreen

        return Show(ReplayScreen(self.desk, self.table.match))

    def _debrief(self) -> Response:
        return Show(opened(self.desk, self.table.match))

    def back(self) -> Command:
        """Goes to the title."""
        return self.table.leave()

    def keys(self, event: pygame.event.Event) -> Response:
        """Scrolls the story from the buttons by Page Up and Page Down."""
        pane = next((widget for widget in self.widgets if widget.key == "story"), None)
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and pane:
            return pane.take(event)
        return None


def _paper_height(desk: Desk, item: AftermathItem, width: int) -> int:
    inner = width - 2 * em(desk, 12)
    head = desk.block_height(item.name, Role.DOCUMENT, 16, inner)
    return head + desk.block_height(item.text, Role.TEXT, 15, inner) + desk.line(Role.SIGN, 14) + em(desk, 26)


def _draw_paper(desk: Desk, surface: Surface, paper: Rect, item: AftermathItem, thread: int) -> None:
    pad = em(desk, 12)
    surface.fill(PAPER, paper)
    x = paper.x + pad
    surface.fill(HEMP, Rect(x - 1, thread, 2, paper.y - thread))
    signs.stamp(surface, "disc" if item.follows else "disc-open", (x, thread + 1), em(desk, 14), HEMP)
    inner = Rect(paper.x + pad, paper.y + pad, paper.w - 2 * pad, paper.h - 2 * pad)
    y = paragraph(desk, surface, item.name, Role.DOCUMENT, 16, inner, STAMP if item.follows else INK_FAINT)
    room = Rect(inner.x, y, inner.w, inner.bottom - y - desk.line(Role.SIGN, 14))
    paragraph(desk, surface, item.text, Role.TEXT, 15, room, INK)
    word = "It followed" if item.follows else "It did not follow"
    desk.text(surface, word, Role.SIGN, 14, (inner.x, paper.bottom - pad), INK_FAINT)
