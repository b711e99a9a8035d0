"""A clause in the composer: a box to check and a switch for each form in which it can be given."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect, Surface

from game.frontends.desktop import signs
from game.frontends.desktop.desk import Desk
from game.frontends.desktop.theme import ASH, BONE, EDGE, HOVER, INK, PANEL, RADIUS, RAISE, Role
from game.frontends.desktop.war_room.cards import dashed
from game.frontends.desktop.war_room.fit import em, one
from game.frontends.desktop.war_room.wording import signed
from game.frontends.desktop.widgets.still import hint_width, keycap
from game.frontends.desktop.widgets.widget import STAY, Response, Widget
from game.frontends.presenter.models import ClauseChoice, FormChoice

SHORT = {"within weeks": "weeks", "within months": "months", "within months, in secret": "secret"}


class ClauseCard(Widget):
    """A clause: Enter puts it in or takes it out, F or plus and minus choose its form."""

    def __init__(
        self,
        key: str,
        rect: Rect,
        clause: ClauseChoice,
        form: int | None,
        choose: Callable[[int | None], Response],
        mark: str = "",
    ) -> None:
        """Places the card; `form` is the index of the form chosen, or None where the clause is left out.

        `mark` says how that differs from the letter that is answered.
        """
        super().__init__(key, rect)
        self.clause, self.form, self.mark, self._choose = clause, form, mark, choose

    @staticmethod
    def height(desk: Desk) -> int:
        """Returns the height of a card."""
        return desk.line(Role.STRONG, 16) + max(32, em(desk, 22)) + em(desk, 14)

    def draw(self, surface: Surface) -> None:
        """Draws the card, dashed where the clause is left out or closed."""
        box, desk, clause, chosen = self.box, self.desk, self.clause, self.form is not None
        if chosen or self.hovered:
            pygame.draw.rect(surface, HOVER if self.hovered else RAISE, box, border_radius=RADIUS)
        if chosen:
            pygame.draw.rect(surface, EDGE, box, 1, border_radius=RADIUS)
        else:
            dashed(surface, box)
        pad, tick = em(desk, 8), desk.size(20)
        line = Rect(box.x, box.y + em(desk, 4), box.w, desk.line(Role.STRONG, 16))
        mark: signs.SignName = "box-checked" if chosen else "box"
        signs.stamp(surface, mark, (box.x + pad + tick / 2, line.centery), tick, BONE if clause.open else EDGE)
        form = clause.forms[self.form or 0]
        base = desk.middle(line, Role.STRONG, 16)
        ink = BONE if chosen else ASH
        right = desk.text(surface, signed(form.points), Role.STRONG, 16, (box.right - pad, base), ink, "right").left
        left = box.x + 2 * pad + tick
        name = one(desk, clause.name, Role.STRONG if chosen else Role.MEDIUM, 16, right - left - pad)
        end = desk.text(surface, name, Role.STRONG if chosen else Role.MEDIUM, 16, (left, base), ink).right
        self._flag(surface, Rect(end + pad, line.y, right - end - 2 * pad, line.h))
        self._below(
            surface, Rect(left, line.bottom, box.right - pad - left, box.bottom - line.bottom - em(desk, 5)), form
        )

    def _flag(self, surface: Surface, room: Rect) -> None:
        """Draws how the clause differs from the letter that is answered, if there is room."""
        desk, pad = self.desk, em(self.desk, 6)
        box = Rect(room.x, room.y, desk.width(self.mark, Role.MEDIUM, 14) + 2 * pad, round(desk.size(14) * 1.4))
        if not self.mark or box.w > room.w:
            return
        box.centery = room.centery
        pygame.draw.rect(surface, BONE, box, 1, border_radius=RADIUS)
        at = box.x + pad, desk.middle(box, Role.MEDIUM, 14)
        desk.text(surface, self.mark, Role.MEDIUM, 14, at, BONE)

    def _below(self, surface: Surface, row: Rect, form: FormChoice) -> None:
        desk, clause = self.desk, self.clause
        if not clause.open:
            text = one(desk, clause.reason, Role.TEXT, 14, row.w)
            desk.text(surface, text, Role.TEXT, 14, (row.x, desk.middle(row, Role.TEXT, 14)), ASH)
            return
        them = self.guess(form)
        end = row.right - desk.width(them, Role.TEXT, 14)
        parts = self.parts()
        if not parts or parts[-1].right < end - 4:
            desk.text(surface, them, Role.TEXT, 14, (row.right, desk.middle(row, Role.TEXT, 14)), ASH, "right")
        for number, part in enumerate(parts):
            chosen, choice = number == self.form, clause.forms[number]
            pygame.draw.rect(surface, BONE if chosen else PANEL, part, border_radius=RADIUS)
            pygame.draw.rect(surface, EDGE, part, 1, border_radius=RADIUS)
            ink = INK if chosen else BONE if choice.open else ASH
            role = Role.STRONG if chosen else Role.TEXT
            middle = desk.middle(part, role, 14)
            desk.text(surface, self.words(number), role, 14, (part.centerx, middle), ink, "centre")
        if parts and self.has_focus and self.form is not None:
            cap = parts[-1].right + em(desk, 6)
            if cap + hint_width(desk, "F", "") < end:
                keycap(desk, surface, "F", cap, parts[-1].centery)

    @staticmethod
    def guess(form: FormChoice) -> str:
        """Returns what a form may be worth to the other side."""
        return f"them {signed(form.them[0])} to {signed(form.them[1])}"

    def words(self, number: int) -> str:
        """Returns the words of a form, shortened where all together would be too wide."""
        forms = [form.words or "at once" for form in self.clause.forms]
        wide = sum(self.desk.width(text, Role.STRONG, 14) + em(self.desk, 14) for text in forms)
        guess = max(self.desk.width(self.guess(form), Role.TEXT, 14) for form in self.clause.forms)
        if wide + guess + hint_width(self.desk, "F", "") <= self.rect.w - em(self.desk, 60):
            return forms[number]
        return SHORT.get(forms[number], forms[number])

    def parts(self) -> list[Rect]:
        """Returns the boxes of the form switches; a clause with one form needs none."""
        if len(self.clause.forms) < 2:
            return []
        box, desk = self.box, self.desk
        x = box.x + 2 * em(desk, 8) + desk.size(20)
        top = box.y + em(desk, 4) + desk.line(Role.STRONG, 16)
        tall = min(box.bottom - top - em(desk, 5), max(24, em(desk, 22)))
        found = []
        for number in range(len(self.clause.forms)):
            width = desk.width(self.words(number), Role.STRONG, 14) + em(desk, 12)
            found.append(Rect(x, top, width, tall))
            x += width
        return found

    def press(self) -> Response:
        """Puts the clause in, in its first open form, or takes it out."""
        if not self.clause.open:
            return STAY
        if self.form is not None:
            return self._choose(None)
        return self._choose(next((n for n, form in enumerate(self.clause.forms) if form.open), 0))

    def take(self, event: pygame.event.Event) -> Response:
        """Chooses the next form by F, plus and minus."""
        if event.type != pygame.KEYDOWN or self.form is None:
            return None
        step = _STEPS.get(event.key)
        return self._choose((self.form + step) % len(self.clause.forms)) if step else None

    def click(self, place: tuple[int, int]) -> Response:
        """Chooses the form under the mouse, or puts the clause in or out."""
        for number, part in enumerate(self.parts()):
            if part.inflate(0, 8).collidepoint(place) and self.clause.open:
                return self._choose(number)
        return self.press()


_STEPS = {
    pygame.K_PLUS: 1,
    pygame.K_KP_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_f: 1,
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}
