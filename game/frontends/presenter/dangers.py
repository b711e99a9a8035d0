"""The chances of war told of one night, each named for what it is, so that nobody takes them for one figure.

One is that of the whole night at nightfall. Another is that of a single die, once an incident has happened or has been
answered; it is larger as a rule, and a side may have reckoned it otherwise than it truly stood.
"""

from typing import Protocol

from game.frontends.presenter.basics import Odds

AT_NIGHTFALL = "at nightfall, before anything had happened"
NAMED = (
    "A night has two chances of war. That at nightfall holds for the whole night, before anything had happened. Once "
    "an incident has happened, or has been answered, its own die is cast: that chance is another one, as a rule "
    "larger. Here both are told as things truly stood; on the morning after, each side was told what it could reckon "
    "itself."
)
"""What tells the chances of war of one night apart, where both are told after the end."""


class WarDie(Protocol):
    """A die of war: its odds, whether it was war, and the answer that got out of hand or did not, if it was that."""

    @property
    def odds(self) -> Odds:
        """Returns what it stood at."""

    @property
    def war(self) -> bool:
        """Returns whether it was war."""

    @property
    def answer(self) -> str:
        """Returns the answer in words, `` where the incident itself was the danger."""


def once(answered: object) -> str:
    """Returns from when on the chance of a die of war held."""
    return "once it was answered so" if answered else "once it had happened"


def die_words(die: WarDie) -> str:
    """Returns what a die of war stood at, and how it fell, in two sentences."""
    fell = "It came to war." if die.war else "It did not come to war."
    when = once(die.answer).capitalize()
    return f"{when}, the chance of war was {die.odds.percent} ({die.odds.one_in}). {fell}"


def told_at_night(nightfall: Odds) -> str:
    """Returns what sets a die of war apart from the chance of its night, for the side that reckoned both."""
    before = f"Before it, at nightfall, war stood at {nightfall.percent}."
    return f"Its chance once that had happened, as far as you knew. {before}"
