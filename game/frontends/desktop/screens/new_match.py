"""A new match: at which level, who plays each side, with which mandate, from which day and seed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from secrets import randbelow

import pygame

from game.errors import KnotError
from game.frontends import presenter
from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.screen import STAY, Response, Show
from game.frontends.desktop.screens.flow import Flow
from game.frontends.desktop.screens.page import Page
from game.frontends.desktop.screens.saves import day_name
from game.frontends.desktop.theme import ASH, BONE, BUTTON, DANGER, SIDE_COLOURS, Role
from game.frontends.desktop.widgets.button import Button
from game.frontends.desktop.widgets.card import Card
from game.frontends.desktop.widgets.choice import Choice
from game.frontends.desktop.widgets.field import Field
from game.frontends.desktop.widgets.progress import Scrubber
from game.frontends.presenter.teaching.starts import AS_IT_WAS, DRAWN_LATER, start_card, start_cards
from game.match.level import seats_at
from game.match.match import Match
from game.match.replay import HISTORY, dawn_of, dealt, mornings
from game.players.roster import HUMAN
from game.rules.slots import DAY

_SEEDS, _DIGITS = 1_000_000, 9
_FREE = "Who plays is as you choose below, and your sources err as they did."
_DRAWN = "Drawn in secret: you learn it in your briefing. The other side knows all of them, but not which one is yours."
_DRAW = "?"
_BEFORE = "You take over before the move that was shown: whoever makes it may choose otherwise."


Branch = tuple[Match, int, str | None]
"""A match, how many of its moves and dice are shared, and what it is, if not a record."""


class NewMatchScreen(Page):
    """What a match begins with; each choice says in a sentence what it means."""

    name = "New match"
    note = "Enter begins · arrows or Space choose"

    def __init__(self, desk: Desk, branch: Branch | None = None, seat: int = 0) -> None:
        """Proposes to play a side (0 or 1) against the other's leader; a branch takes a match up after some moves."""
        super().__init__(desk)
        self.branch = branch
        if branch:
            self.name = "Take over"
        assert desk.crisis
        self.crisis = desk.crisis
        first, second = self.crisis.scenario.side_names
        self.who = {
            side: HUMAN if number == seat else presenter.opponents(self.crisis.rules, number)[0]
            for number, side in enumerate((first, second))
        }
        self.level: str | None = next(
            (name for name in self.crisis.scenario.levels if self._seats(name) == self.who), None
        )
        self.mandates = {first: "", second: ""}
        self.day, self.any_day = 1, False
        self.seed = str(randbelow(_SEEDS))
        self.trouble = ""

    def fill(self, body: pygame.Rect) -> None:
        """Sets the two sides side by side, or one under the other, and the rest below, with the button at the foot."""
        high = max(44, self.grid.control(BUTTON))
        foot = pygame.Rect(body.x, body.bottom - high, body.w, high)
        gap = self.grid.space(20)
        flow = Flow(self, "match", pygame.Rect(body.x, body.y, body.w, body.h - high - gap))
        self._set(flow, 2 if self.grid.effective_width >= 1000 else 1)
        flow.close()
        width = max(self.grid.space(320), self.desk.width("Begin", Role.STRONG, 16) * 3)
        self.add(
            Button("begin", pygame.Rect(foot.right - width, foot.y, width, high), "Begin", self._begin, kind="main")
        )
        word, colour = (self.trouble, DANGER) if self.trouble else (self._summary(), ASH)
        lines = self.desk.type.wrap(word, Role.TEXT, self.desk.size(15), foot.w - width - gap)[:2]
        y = foot.centery - len(lines) * self.desk.line(Role.TEXT, 15) // 2
        self.desk.block(self.ground, "\n".join(lines), Role.TEXT, 15, (foot.x, y), foot.w - width - gap, colour)

    def keys(self, event: pygame.event.Event) -> Response:
        """Begins by Enter, unless a button has the focus: choices are made by arrows and Space."""
        if event.type != pygame.KEYDOWN or event.key not in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return None
        return None if isinstance(self.focused, Button) else self._begin()

    def _set(self, flow: Flow, columns: int) -> None:
        """Sets level and first day, the two sides, and the seed, in one or two columns."""
        if self.branch:
            flow.text(_BEFORE, units=17, colour=BONE)
            flow.space(16)
        parts = flow.columns(columns)
        if self.crisis.scenario.levels:
            self._levels(parts[0])
            parts[0].space(28)
        part = parts[-1] if self.crisis.scenario.levels else parts[0]
        self._beginning(part)
        part.space(28)
        flow.join(parts)
        parts = flow.columns(columns)
        for seat, side in enumerate(self.crisis.scenario.sides):
            part = parts[seat % columns]
            self._side(part, seat, side)
            part.space(28)
        flow.join(parts)
        self._chance(flow)

    def _levels(self, flow: Flow) -> None:
        levels = self.crisis.scenario.levels
        names = [*levels, None]
        words = [*(level.name for level in levels.values()), "Your own"]
        self._choice(flow, "level", "Level", words, names.index(self.level), lambda n: self._set_level(names[n]))
        flow.text(levels[self.level].text if self.level else _FREE, units=15, colour=ASH)

    def _side(self, flow: Flow, seat: int, side: str) -> None:
        scenario = self.crisis.scenario
        size = self.desk.size(25)

        def heading(surface: pygame.Surface, rect: pygame.Rect) -> None:
            signs.side(surface, seat, (rect.x + size // 2, rect.centery), size)
            at = rect.x + round(size * 1.5), self.desk.middle(rect, Role.SIGN, 25)
            self.desk.text(surface, scenario.sides[side].name, Role.SIGN, 25, at, SIDE_COLOURS[seat])

        flow.stroke(round(size * 1.5), heading)
        flow.space(8)
        players = self._players(side)
        if self._roomy:
            self._cards(flow, side, players)
        else:
            names, chosen = [self._name(who) for who in players], players.index(self.who[side])
            self._choice(flow, f"who {side}", "Played by", names, chosen, lambda n: self._seat(side, n))
            flow.text(self._about(self.who[side]), units=15, colour=ASH)
        flow.space(16)
        if self.branch:
            return
        mandates = [*self._undecided, *scenario.mandates[side]]
        names = [*self._undecided.values(), *(mandate.name for mandate in scenario.mandates[side].values())]
        chosen = mandates.index(self.mandates[side])
        self._choice(flow, f"mandate {side}", "Mandate", names, chosen, lambda n: self._instruct(side, mandates[n]))
        flow.text(self._mandate(side), units=15, colour=ASH)

    @property
    def _undecided(self) -> dict[str, str]:
        """Returns the choices that name no mandate: on a later day that of history stands before one that is drawn."""
        return {"": "Drawn"} if self.day == 1 else {"": "As it was", _DRAW: "Drawn"}

    @property
    def _roomy(self) -> bool:
        """Returns whether every player can be shown as a card."""
        return self.grid.effective_width >= 1250 and self.grid.height / self.grid.text >= 800

    def _cards(self, flow: Flow, side: str, players: list[str]) -> None:
        """Adds a card for everybody who can play the side, the human's over the others'."""
        flow.text("Played by", Role.SIGN, 16, ASH)
        flow.space(10)
        gap = max(16, self.grid.space(16))
        half = (flow.width - gap) // 2
        for number, who in enumerate(players):
            alone = number == 0
            column = 0 if alone else (number - 1) % 2
            part = flow.part((half + gap) * column, flow.width if alone else half)
            pair = [who] if alone else players[number - column : number - column + 2]
            high = max(self._card_height(part.width, each) for each in pair)
            press = partial(self._seat, side, number)
            rect, chosen = part.rect(high), self.who[side] == who
            flow.add(Card(f"{side} {who}", rect, self._name(who), self._about(who), press, chosen=chosen))
            if alone or column == 1 or number == len(players) - 1:
                flow.y = part.y + gap

    def _card_height(self, width: int, who: str) -> int:
        desk, pad = self.desk, self.grid.space(14)
        return (
            desk.line(Role.STRONG, 17) + desk.block_height(self._about(who), Role.TEXT, 15, width - 2 * pad) + 3 * pad
        )

    def _beginning(self, flow: Flow) -> None:
        scenario, path = self.crisis.scenario, self.crisis.past
        flow.text("First day", Role.SIGN, 16, ASH)
        if self.branch:
            match, ply, _ = self.branch
            flow.text(
                f"{day_name(scenario, match.states[ply][DAY])}: what came before stays as it was. So do the mandates."
            )
            return
        if path is None or path.match.day < 2:
            flow.text(f"{day_name(scenario, 1)}, as it began.")
            return
        cards = start_cards(path.match)
        names = [*(card.name for card in cards), "Another day"]
        days = [card.day for card in cards]
        chosen = len(days) if self.any_day else days.index(self.day)
        self._segments(flow, "start", names, chosen, lambda n: self._open(days[n] if n < len(days) else None))
        if self.any_day:
            stops = len(mornings(path.match))
            flow.add(Scrubber("day", flow.rect(max(32, self.desk.size(30))), stops, self.day - 1, self._start))
            flow.space(4)
        flow.text(start_card(path.match, self.day).text, units=15, colour=ASH)

    def _chance(self, flow: Flow) -> None:
        flow.text("Seed of the dice", Role.SIGN, 16, ASH)
        flow.y += 9
        rect = flow.rect(max(44, self.grid.control(BUTTON)))
        width = min(rect.w, max(self.grid.space(240), self.desk.size(16) * 9))
        box = pygame.Rect(rect.x, rect.y, width, rect.h)
        flow.add(Field("seed", box, self.seed, self._reseed, allowed=str.isdecimal, longest=_DIGITS))
        flow.space(4)
        flow.text("The same seed and the same moves give the same nights.", units=15, colour=ASH)

    def _choice(
        self, flow: Flow, key: str, head: str, names: list[str], chosen: int, change: Callable[[int], Response]
    ) -> None:
        flow.text(head, Role.SIGN, 16, ASH)
        self._segments(flow, key, names, chosen, change)

    def _segments(self, flow: Flow, key: str, names: list[str], chosen: int, change: Callable[[int], Response]) -> None:
        flow.y += 8
        high = max(40, self.desk.size(16) * 2) * Choice.rows(self.desk, names, flow.width)
        flow.add(Choice(key, flow.rect(high), names, chosen, change))
        flow.y += 9

    def _players(self, side: str) -> list[str]:
        return [HUMAN, *presenter.opponents(self.crisis.rules, self.crisis.rules.side(side))]

    def _name(self, who: str) -> str:
        return presenter.player_name(self.crisis.rules, who)

    def _about(self, who: str) -> str:
        return presenter.player_text(self.crisis.rules, who)

    def _seats(self, level: str) -> dict[str, str]:
        """Returns who plays at a level: the one human stays where he is."""
        humans = [side for side, who in self.who.items() if who == HUMAN]
        return seats_at(self.crisis.rules, level, dict.fromkeys(humans, HUMAN) if len(humans) == 1 else {})

    def _mandate(self, side: str) -> str:
        if self.mandates[side] in self._undecided:
            later = DRAWN_LATER if self.mandates[side] else AS_IT_WAS
            return _DRAWN if self.day == 1 else later
        mandate = self.crisis.scenario.mandates[side][self.mandates[side]]
        return f"{mandate.text} Red line: {mandate.red_line.text}"

    def _summary(self) -> str:
        parties = self.crisis.scenario.sides
        return ". ".join(f"{parties[side].name}: {self._name(who)}" for side, who in self.who.items()) + "."

    def _set_level(self, level: str | None) -> Response:
        self.level = level
        if level:
            self.who = self._seats(level)
        self.rebuild()
        return STAY

    def _seat(self, side: str, number: int) -> Response:
        """Seats somebody; what a level does not say is no longer that level."""
        self.who[side] = self._players(side)[number]
        if self.level and self.who != self._seats(self.level):
            self.level = None
        self.rebuild()
        return STAY

    def _instruct(self, side: str, mandate: str) -> Response:
        self.mandates[side] = mandate
        self.rebuild()
        return STAY

    def _open(self, day: int | None) -> Response:
        """Begins on one of the days that are offered; None leaves the day to be chosen among all."""
        self.any_day = day is None
        return self._start((day or self.day) - 1)

    def _start(self, stop: int) -> Response:
        self.day = stop + 1
        if self.day == 1:
            self.mandates = {side: mandate.removeprefix(_DRAW) for side, mandate in self.mandates.items()}
        self.rebuild()
        return STAY

    def _reseed(self, text: str) -> Response:
        self.seed = text
        return STAY

    def _begin(self) -> Response:
        from game.frontends.desktop.screens.prologue import PrologueScreen
        from game.frontends.desktop.table import Table

        try:
            table = Table(self.desk, self._match())
        except KnotError as error:
            self.trouble = str(error)
            self.rebuild()
            return STAY
        table.save()
        told = self.day == 1 and not self.branch and self.crisis.scenario.prologue
        return Show(PrologueScreen(self.desk, table) if told else table.screen(), instead=True)

    def _match(self) -> Match:
        seed = int(self.seed or randbelow(_SEEDS))
        mandates = {side: mandate for side, mandate in self.mandates.items() if mandate not in self._undecided}
        if self.branch:
            match, ply, origin = self.branch
            return match.branch(ply, seed=seed, players=self.who, level=self.level, origin=origin)
        if self.day == 1:
            return Match(self.crisis.rules, seed=seed, mandates=mandates, players=self.who, level=self.level)
        drawn = dealt(self.crisis.rules, seed, mandates)
        past = self.crisis.past_with({side: drawn[side] for side, mandate in self.mandates.items() if mandate})
        ply = dawn_of(past.match, self.day)
        return past.match.branch(ply, seed=seed, players=self.who, level=self.level, origin=HISTORY)
