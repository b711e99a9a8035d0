"""How long two people take over one keyboard: `python benchmarks/reading.py [--games N]`.

The historical leaders decide, the terminal is read.  At the start of a turn a player looks at the acts, tries two of
them, and reads the letters if there are any.  Every line that its reader has not seen before is read at 220 words a
minute, one seen before is skimmed at five times that; a decision takes 20 seconds of thought, an offer or an answer
to one 60, handing over the keyboard 5.
"""

import argparse
import io
from statistics import median

from game.frontends import terminal
from game.match.match import Match, rules_of
from game.players.player import Player
from game.players.rollout import historical
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.slots import LETTER
from game.scenario.loader import load_scenario

WORDS_A_SECOND, SKIMMED = 220 / 60, 5
THOUGHT, WEIGHED, HANDED_OVER = 20, 60, 5
WEIGHTY = ("offer", "accept", "refuse", "keep", "feign")


class Reader(io.StringIO):
    """Stands for two people at a keyboard: reads what was written since, and types what the leaders would do."""

    def __init__(self, match: Match, players: tuple[Player, Player], screen: io.StringIO) -> None:
        super().__init__()
        self.match, self.players, self.screen = match, players, screen
        self.read, self.typed, self.decided, self.seated = 0, list[str](), -1, -1
        self.seen: tuple[set[str], set[str]] = (set(), set())
        self.opened = set[tuple[int, int]]()
        self.seconds = 0.0

    def readline(self, size: int = -1, /) -> str:
        """Returns the next line typed."""
        text = self.screen.getvalue()
        side = self.match.actor or 0
        self.seconds += sum(self.reading(line, side) for line in text[self.read :].splitlines())
        self.read = len(text)
        if side != self.seated:
            self.seated = side
            self.seconds += HANDED_OVER
        if self.match.ply != self.decided:
            self.decided = self.match.ply
            self.typed = self.turn(side)
        return (self.typed.pop(0) if self.typed else "yes") + "\n"

    def reading(self, line: str, side: int) -> float:
        """Returns the seconds that a line takes its reader."""
        known = line in self.seen[side]
        self.seen[side].add(line)
        return len(line.split()) / WORDS_A_SECOND / (SKIMMED if known else 1)

    def turn(self, side: int) -> list[str]:
        """Returns what somebody types to decide."""
        legal, opening = self.match.legal_moves, (self.match.day, side) not in self.opened
        self.opened.add((self.match.day, side))
        letters = ["show letters"] if any(self.match.view(side)[LETTER : LETTER + 4]) else []
        acts = [move.removeprefix("act ") for move in legal if move.startswith("act ")]
        looked = ["show acts", *letters, *(f"preview {act}" for act in acts[:2])] if opening else []
        move = format_move(self.match.rules, self.match.state, self.match.ask(self.players[side]).move)
        self.seconds += WEIGHED if move.startswith(WEIGHTY) else THOUGHT
        return [*looked, move]


def minutes(rules: Ruleset, seed: int) -> float:
    """Returns the minutes that one hot-seat game takes."""
    match, screen = Match(rules, seed=seed), io.StringIO()
    reader = Reader(match, tuple(historical(rules)), screen)
    terminal.play(match, (None, None), None, input=reader, output=screen)
    assert match.outcome is not None
    return reader.seconds / 60


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=20)
    args = parser.parse_args()
    rules = rules_of(load_scenario("cuba1962"))
    found = sorted(minutes(rules, seed) for seed in range(1, args.games + 1))
    print(f"minutes of a hot-seat game: median {median(found):.0f}, from {found[0]:.0f} to {found[-1]:.0f}")


if __name__ == "__main__":
    main()
