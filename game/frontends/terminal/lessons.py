"""The lesson of the moment as a paragraph, and the hints of a first game."""

from game.frontends import presenter
from game.frontends.presenter.teaching.lessons import LessonCard
from game.frontends.terminal.console import Console
from game.match.match import Match

WHERE = {
    "days": "what stands above",
    "knot": "what stands above",
    "mandate": "`mandate`",
    "map": "`map`",
    "news": "`news`",
    "letters": "`letters`",
    "offer": "`offer`",
    "acts": "`acts`",
    "preview": "the number of an act",
    "advisers": "`advice`",
    "end_turn": "`acts`",
    "answers": "the answers above",
    "promises": "the ways above",
}
"""Where in the terminal the parts are that lessons point to."""


class Lessons:
    """The lessons of one side, told one at a time."""

    def __init__(self, match: Match, side: int, console: Console) -> None:
        self.match, self.side, self.console = match, side, console
        self.read: set[int] = set()
        self.told = 0

    @property
    def card(self) -> LessonCard | None:
        """Returns the lesson of this moment, or None."""
        return presenter.lesson_of(self.match, self.side, self.read)

    def tell(self) -> None:
        """Writes the lesson of this moment, if there is one."""
        card = self.card
        self.told = card.number if card else 0
        if card is None:
            return
        where = f" See {WHERE[card.points_to]}." if card.points_to else ""
        way = "Do that, or type skip." if card.task else "Enter: next."
        self.console.say("", f"Lesson {card.number} of {card.count}. {card.text}{where} {way}")

    def tell_new(self) -> None:
        """Writes the lesson of this moment unless it is the one that was told last."""
        card = self.card
        if card and card.number != self.told:
            self.tell()

    def next(self) -> bool:
        """Puts a lesson away that asks for nothing and tells the one after it; returns whether there was one."""
        card = self.card
        if card is None or card.task:
            return False
        self._put_away(card)
        return True

    def skip(self) -> None:
        """Puts the lesson away, whatever it asks for."""
        card = self.card
        if card:
            self._put_away(card)
        else:
            self.console.say("There is no lesson to skip.")

    def _put_away(self, card: LessonCard) -> None:
        self.read.add(card.number)
        self.tell()
