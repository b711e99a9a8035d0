"""The panels of the replay: the story on paper, letters, how things stand, the expert, the other path."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.step_row import StepRow
from game.frontends.desktop.theme import (
    ASH,
    BONE,
    BUTTON,
    HEMP,
    INK,
    INK_FAINT,
    PANEL,
    PAPER,
    RADIUS,
    SIDE_COLOURS,
    STAMP,
    Colour,
    Role,
)
from game.frontends.desktop.war_room.advisers import mixed
from game.frontends.desktop.war_room.fit import em, one
from game.frontends.desktop.war_room.wording import clause
from game.frontends.desktop.widgets import still
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.progress import Progress
from game.frontends.presenter.replay.divergence import Divergence
from game.frontends.presenter.replay.moment import OpenLetter
from game.frontends.presenter.words import day_date, short_date

if TYPE_CHECKING:
    from game.frontends.desktop.screens.replay import ReplayScreen
    from game.frontends.presenter.replay.watching import Watch

_VOICES = 4
_STEPS = 3
"""How many marks at most show how far apart two states are."""


def story(screen: ReplayScreen, rect: Rect) -> None:
    """Adds the paper: when, who, what, what came of it, who knew, what is disputed, where it stands."""
    watch, step, desk = screen.watch, screen.step, screen.desk
    screen.ground.fill(PAPER, rect)
    pad = max(8, screen.grid.space(18))
    flow = Flow(screen, f"story {watch.side} {watch.at}", rect.inflate(-pad, -pad), PAPER)
    flow.text(step.stamp.upper(), Role.DOCUMENT, 15, STAMP)
    if step.turning:
        flow.text(f"Turning point: {step.turning}", Role.STRONG, 15, STAMP)
    flow.space(8)
    if step.described:
        flow.text(watch.spoken, Role.STRONG, 20, INK)
        flow.space(8)
    if step.text:
        flow.text(step.text, units=18, colour=INK)
        flow.space(10)
    for line in step.lines:
        _dashed(flow, line, desk.size(16))
    if not (step.text or step.lines):
        flow.text(watch.silence, units=16, colour=INK_FAINT)
    flow.space(6)
    if step.odds and step.odds != "certain":
        flow.text(f"The odds of that: {step.odds}.", units=15, colour=INK_FAINT)
    if step.knew:
        flow.text(step.knew, Role.MEDIUM, 15, INK)
    if watch.mark:
        flow.space(6)
        flow.text(f"The debrief {watch.mark.mark}".rstrip(), Role.DOCUMENT, 15, STAMP)
        flow.text(watch.mark.sentence, units=16, colour=INK)
    _heard(flow, watch)
    for word, text, colour in (
        ("In this game", step.bend, INK_FAINT),
        ("Disputed", step.disputed, STAMP),
        ("Source", step.source, INK_FAINT),
    ):
        if text:
            flow.space(4)
            flow.text(f"{word}: {text}", units=15, colour=colour)
    flow.close()


def _heard(flow: Flow, watch: Watch) -> None:
    """Sets what advisers said of a step, and the news that came with it."""
    if watch.voices:
        flow.space(8)
        flow.text("The advisers, imagined", Role.DOCUMENT, 15, STAMP)
        for voice in mixed(watch.voices, _VOICES):
            flow.text(f"{voice.name}, {voice.verdict}: {voice.text}", units=15, colour=INK)
            flow.space(3)
    for item in watch.news:
        flow.space(6)
        flow.text(f"In the morning's news: {item.text}", units=15, colour=INK)
        if item.source:
            flow.text(f"Source: {item.source}", units=14, colour=INK_FAINT)


def _dashed(flow: Flow, text: str, indent: int) -> None:
    """Sets a line that tells what came of a step, with a mark before it."""
    x, y, half = flow.x, flow.y, flow.desk.line(Role.TEXT, 16) // 2
    flow.strokes.append(lambda surface: surface.fill(INK_FAINT, Rect(x + 2, y + half - 1, indent // 2, 2)))
    flow.text(text, units=16, colour=INK, indent=indent)


def the_day(screen: ReplayScreen, rect: Rect) -> None:
    """Adds the steps of the day, each to be gone to."""
    inner = still.panel(screen.desk, screen.ground, rect, "The day, step by step")
    room = Rect(rect.x + 4, inner.y - 6, rect.w - 8, rect.bottom - inner.y + 2)
    flow = Flow(screen, f"day {screen.watch.side} {screen.at}", room, PANEL)
    flow.y, shown = 4, None
    for number, step in enumerate(screen.steps):
        if step.day == screen.step.day:
            row = flow.rect(StepRow.height(screen.desk))
            here = number == screen.at
            added = flow.add(StepRow(f"step {number}", row, step, partial(screen.go, number), shown=here))
            shown = added if here else shown
    pane = flow.close()
    if shown:
        pane.reveal(shown.rect)


def _flow(screen: ReplayScreen, key: str, rect: Rect) -> Flow:
    pygame.draw.rect(screen.ground, PANEL, rect, border_radius=RADIUS)
    return Flow(screen, f"{key} {screen.watch.side}", rect.inflate(-8, -8), PANEL)


def letters(screen: ReplayScreen, rect: Rect) -> None:
    """Adds the letters under way and lying open, and the deal once there is one."""
    flow, moment = _flow(screen, f"letters {screen.at}", rect), screen.watch.moment
    if moment.deal:
        flow.text(f"Signed {moment.deal.signed}", Role.SIGN, 16, HEMP)
        for line in moment.deal.clauses:
            flow.text(f"{clause(line)}: {line.status}", units=15, colour=SIDE_COLOURS[line.giver])
        flow.space(12)
    for letter in moment.letters:
        _letter(flow, letter)
    if not moment.letters and not moment.deal:
        flow.text("No letter is open or under way.", units=16, colour=ASH)
    flow.close()


def _letter(flow: Flow, letter: OpenLetter) -> None:
    """Sets a letter on a paper of its own."""
    top, since, pad = flow.y, len(flow.strokes), em(flow.desk, 10)
    inner = flow.inset(pad)
    inner.y += pad
    inner.text(letter.head.upper(), Role.DOCUMENT, 15, STAMP)
    inner.text(letter.when, Role.DOCUMENT, 15, INK_FAINT)
    inner.y += 4
    inner.text(f"{letter.terms[:1].upper()}{letter.terms[1:]}.", Role.DOCUMENT, 15, INK)
    inner.y += 4
    for line in letter.worth:
        inner.text(f"{line}.", units=15, colour=INK_FAINT)
    flow.y = inner.y + pad
    flow.behind(since, lambda surface, rect: surface.fill(PAPER, rect), top)
    flow.space(12)


def standing(screen: ReplayScreen, rect: Rect) -> None:
    """Adds mandates, meters and regions as they are known."""
    flow, names = _flow(screen, "standing", rect), screen.watch.parties
    for side, name in screen.watch.moment.mandates:
        _row(flow, names[side].name, f"Mandate: {name}", SIDE_COLOURS[side])
    for reading in screen.watch.moment.readings:
        word = f"{reading.value} {reading.word}".strip() if reading.role in _METERS else reading.word
        colour = ASH if reading.side is None else SIDE_COLOURS[reading.side]
        _row(flow, reading.name, f"{word} ({reading.reported})" if reading.reported else word, colour)
    flow.close()


_METERS = ("home", "standing", "trust", "world", "meter")


def _row(flow: Flow, name: str, word: str, colour: Colour) -> None:
    """Sets a name and its value, in one line where both find room."""
    desk = flow.desk
    room = desk.width(name, Role.TEXT, 15) + desk.width(word, Role.MEDIUM, 15) + em(desk, 14)
    if room <= flow.width:

        def draw(surface: Surface, rect: Rect) -> None:
            base = desk.middle(rect, Role.TEXT, 15)
            desk.text(surface, name, Role.TEXT, 15, (rect.x, base), colour)
            desk.text(surface, word, Role.MEDIUM, 15, (rect.right, base), BONE, "right")

        flow.stroke(desk.line(Role.TEXT, 15) + 3, draw)
    else:
        flow.text(name, units=15, colour=colour)
        flow.text(word, Role.MEDIUM, 15, BONE, indent=em(desk, 14))
    flow.rule()
    flow.y += 3


def expert(screen: ReplayScreen, rect: Rect) -> None:
    """Adds the question to the expert, how far it has thought, or what it says."""
    flow, desk = _flow(screen, "expert", rect), screen.desk
    reason, card, share = screen.no_question, screen.opinion, screen.thinking
    flow.text("What would the expert have done?", Role.SIGN, 16, BONE)
    flow.space(6)
    if card:
        flow.text(card.verdict, Role.STRONG, 17, BONE)
        flow.space(10)
        for line in card.lines:
            flow.text(line.head, Role.SIGN, 14, HEMP if line is card.lines[0] else ASH)
            flow.text(line.move, Role.MEDIUM, 16, BONE)
            flow.text(line.figures, units=15, colour=ASH)
            flow.space(10)
        flow.text(card.rests, units=14, colour=ASH)
    elif share is not None:
        flow.text("It plays the game on in its head.", units=16, colour=ASH)
        flow.space(8)
        bar = Progress("thinking", flow.rect(max(10, desk.size(12))), share)
        flow.add(bar)
        flow.space(12)
        _button(screen, flow, "cancel", "Stop asking", screen.ask)
    elif reason:
        flow.text(reason, units=16, colour=ASH)
    else:
        flow.text(screen.watch.spoken, Role.MEDIUM, 16, BONE)
        flow.space(8)
        _button(screen, flow, "ask", "Ask the expert", screen.ask)
        flow.text("It knows only what the side knew then.", units=14, colour=ASH)
    flow.close()


def _button(screen: ReplayScreen, flow: Flow, key: str, label: str, press: Callable[[], object]) -> None:
    desk = screen.desk
    width = min(flow.width, desk.width(label, Role.STRONG, 16) + desk.size(48))
    rect = flow.rect(max(44, screen.grid.control(BUTTON)), width)
    flow.add(Button(key, rect, label, press))  # type: ignore[arg-type]
    flow.space(10)


def beside(screen: ReplayScreen, rect: Rect) -> None:
    """Adds where the match left what happened, and how far apart the two are on the evening of the day."""
    flow, told = _flow(screen, f"beside {screen.step.day}", rect), screen.watch.divergence
    assert told is not None
    _parted(screen, flow, told)
    day, date = screen.step.day, short_date(day_date(screen.rules, screen.step.day))
    found = told.on(day)
    flow.text(f"On the evening of {date}", Role.SIGN, 16, BONE)
    flow.space(4)
    if not found:
        over = day > told.past.day
        flow.text("By then it was over." if over else "All is where it was.", units=16, colour=ASH)
    for one_apart in found:
        _apart(screen, flow, one_apart.name, one_apart.ours, one_apart.theirs, one_apart.steps)
    flow.close()


def _parted(screen: ReplayScreen, flow: Flow, told: Divergence) -> None:
    year, parting = screen.watch.year, told.parting
    if parting is None:
        flow.text(f"This game goes as {year} went.", Role.STRONG, 16, BONE)
    else:
        flow.text(f"This game left {year} on {parting.date}.", Role.STRONG, 17, BONE)
        flow.space(4)
        flow.text(f"Here: {parting.ours}", units=15, colour=BONE)
        flow.text(f"{year}: {parting.theirs}", units=15, colour=HEMP)
    flow.space(14)


def _apart(screen: ReplayScreen, flow: Flow, name: str, ours: str, theirs: str, steps: int) -> None:
    """Sets a region with both its states, and how many states lie between them as marks."""
    desk = flow.desk

    def draw(surface: Surface, rect: Rect) -> None:
        size, base = em(desk, 10), desk.middle(rect, Role.STRONG, 15)
        x = rect.right
        for number in range(min(_STEPS, steps)):
            signs.stamp(surface, "right", (x - size / 2 - number * size, rect.centery), size, HEMP)
        word = f"{steps} {'step' if steps == 1 else 'steps'} apart"
        x -= size * min(_STEPS, steps) + em(desk, 6)
        left = desk.text(surface, word, Role.TEXT, 14, (x, base), ASH, "right").left
        shown = one(desk, name, Role.STRONG, 15, left - rect.x - em(desk, 8))
        desk.text(surface, shown, Role.STRONG, 15, (rect.x, base), BONE)

    flow.stroke(desk.line(Role.STRONG, 15), draw)
    flow.text(f"Here: {ours}", units=15, colour=BONE, indent=em(desk, 10))
    flow.text(f"{screen.watch.year}: {theirs}", units=15, colour=HEMP, indent=em(desk, 10))
    flow.space(8)
