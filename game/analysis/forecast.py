"""What may come of it: games played on from states that fit a view, by one policy a side, and what they add up to.

Only the view is looked at, and chance is seeded from its digest: the same view gives the same figures.  Whatever move
is asked about, the games of one view draw the same numbers, so that what moves differ in is the moves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from hashlib import sha256
from random import Random as Stream

from game.intervals import of_mean, of_share
from game.match.fates import new_letter
from game.players.player import Choice, Draw, Player
from game.players.rollout import historical, rollout
from game.players.sampling import sampler
from game.rules.outcome import outcome
from game.rules.play import Random
from game.rules.ruleset import LETTERS_OF_A_SIDE, Ruleset, readable
from game.rules.sides import BySide, other
from game.rules.slots import ACTOR, LETTER, OVER, State
from game.rules.transition import apply

FIRST, STEP, MOST = 25, 75, 1_000
"""How many games the first figures rest on, how many are added at a time, and when it is enough."""
AT_ONCE = 300
"""How many games a forecast rests on for which somebody waits."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: how it goes on for a side (0 or 1) from its view, and if it plays a certain move now."""

    view: State
    side: int
    move: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted over some games: whole numbers that add up; scores are those of the side that asks."""

    games: int = 0
    war: int = 0
    settled: int = 0
    accepted: int = 0
    scores: int = 0
    squares: int = 0

    def __add__(self, more: "Counts") -> "Counts":
        return Counts(*(getattr(self, each.name) + getattr(more, each.name) for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Share:
    """A share from 0 to 1 with its 95 % interval."""

    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """How often it comes to war of any kind and to a settlement, and the asker's mean score from 0 to 100.

    `accepted` says, where the move asked about is an offer, how often the other side accepts that very letter, if its
    writer signs no other before it has been heard.
    """

    games: int
    war: Share
    settled: Share
    score: Share
    accepted: Share | None


def forecast(question: Question, counts: Counts, rules: Ruleset) -> Forecast:
    """Returns what counts of at least one game say."""
    n = counts.games
    is_offer = question.move is not None and question.move >= rules.ids.offer
    return Forecast(
        n,
        _share(counts.war, n),
        _share(counts.settled, n),
        Share(counts.scores / n, *of_mean(counts.scores, counts.squares, n)),
        _share(counts.accepted, n) if is_offer else None,
    )


def _share(count: int, of: int) -> Share:
    return Share(count / of, *of_share(count, of))


class Foresight:
    """Forecasts by one set of rules, with the historical leaders in both seats unless others are named."""

    def __init__(self, rules: Ruleset, players: BySide[Player] | None = None) -> None:
        self.rules, self.players = rules, players or historical(rules)

    def refined(self, question: Question, most: int = MOST) -> Iterator[Forecast]:
        """Yields the forecast, surer each time, until it rests on `most` games."""
        counts = Counts()
        while number := step(counts.games, most):
            counts += self.count(question, counts.games, number)
            yield forecast(question, counts, self.rules)

    def count(self, question: Question, first: int, number: int) -> Counts:
        """Returns the counts of the games numbered `first`, `first` + 1, … of a question."""
        rules, side = self.rules, question.side
        draw_state = sampler(rules, question.view, side)
        seed = int.from_bytes(sha256(repr(question.view).encode()).digest(), "big")
        total = Counts()
        for game in range(first, first + number):
            random = Stream(seed + game).random
            total += self._play(draw_state(_draws(random)), question, random)
        return total

    def _play(self, state: State, question: Question, random: Random) -> Counts:
        rules, players, letter = self.rules, self.players, None
        if question.move is not None:
            before, state = state, apply(rules, state, question.move)
            if question.move >= rules.ids.offer:
                letter = Letter(question.side, new_letter(before, state, question.side))
                players = letter.players(players)
        end = state if state[ACTOR] == OVER else rollout(rules, state, players, random)
        result = outcome(rules, end)
        assert result is not None
        score = result.scores[question.side]
        taken = letter is not None and letter.taken
        return Counts(1, result.war is not None, result.settled, taken, score, score * score)


def foretell(rules: Ruleset, side: int, view: State, move: int | None = None) -> Forecast:
    """Returns at once how it goes on for a side from its view, after a move if one is given."""
    question = Question(view, side, move)
    return forecast(question, Foresight(rules).count(question, 0, AT_ONCE), rules)


def step(games: int, most: int = MOST) -> int:
    """Returns how many games are to be played next when so many have been, 0 when that is enough."""
    return min(STEP if games else FIRST, most - games)


@dataclass(slots=True)
class Letter:
    """What has become of a letter of a side: whether the other has had it before it, whether it was accepted."""

    side: int
    written: int
    heard: bool = False
    taken: bool = False

    def players(self, players: BySide[Player]) -> BySide[Player]:
        """Returns the players: the writer waits for the answer, and what the other side does with it is noted."""
        mine, theirs = self._waiting(players[self.side]), self._watched(players[other(self.side)])
        return BySide(theirs, mine) if self.side else BySide(mine, theirs)

    def _waiting(self, me: Player) -> Player:
        """Returns the writer, to whom the other side's letters are as if not there until its own has been heard."""

        def waiting(rules: Ruleset, view: State, draw: Draw) -> Choice:
            waits = not self.heard and self.written in _letters(view, self.side)
            return me(rules, _without_letters(view, other(self.side)) if waits else view, draw)

        return waiting

    def _watched(self, them: Player) -> Player:
        def watched(rules: Ruleset, view: State, draw: Draw) -> Choice:
            self.heard |= any(letter == self.written for _, letter in readable(view, self.side))
            choice = them(rules, view, draw)
            number, refuse = divmod(choice.move - rules.ids.answer, 2)
            if number in (0, 1) and not refuse and rules.letter(view, self.side, number) == self.written:
                self.taken = True
            return choice

        return watched


def _letters(view: State, side: int) -> State:
    """Returns the letters of a side, 0 where there is none."""
    first = LETTER + LETTERS_OF_A_SIDE * side
    return view[first : first + LETTERS_OF_A_SIDE]


def _without_letters(view: State, side: int) -> State:
    """Returns a view in which there is no letter of a side."""
    first = LETTER + LETTERS_OF_A_SIDE * side
    return (*view[:first], *[0] * LETTERS_OF_A_SIDE, *view[first + LETTERS_OF_A_SIDE :])


def _draws(random: Random) -> Draw:
    def draw(below: int) -> int:
        return int(random() * below)

    return draw
