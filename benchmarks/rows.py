"""Rows of games between two players: played once, kept in files, and what is left of a row played when it is asked for.

A row's file is called by the digest of all that it follows from: scenario with overlays, players, mandates, seeds, and
the sources of rules, players and simulation.  So a second run plays nothing that the first one has played.
"""

import gzip
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from sys import stderr
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.schemes import schemes
from game.match.match import mandate_numbers
from game.players.player import Player
from game.players.roster import is_expert, player
from game.rules.outcome import outcome
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import State
from game.rules.transition import apply
from game.simulation.game import Game, summed_up
from game.simulation.statistics import statistics
from game.simulation.tally import Tally
from game.simulation.tournament import Pairing, opened, play_game

ROOT = Path(__file__).parent.parent
SCENARIO = "cuba1962"
SCHEME = "scheme: "
"""How the name of a player begins that is a simple scheme."""
PART, EXPERT_PART = 250, 5
"""How many games are played, and kept, together."""
ROWS_AT_HAND = 12
"""How many rows are held in memory; others are read again."""
SOURCES = ("game/rules", "game/players", "game/simulation", "game/match/dice.py", "benchmarks/schemes.py")


@dataclass(frozen=True)
class Row:
    """Games of two players with the seeds from `seed` on, under overlays, with mandates fixed where they are named."""

    first: str
    second: str
    seed: int
    games: int
    overlays: tuple[Path, ...] = ()
    mandates: tuple[tuple[str, str], ...] = ()

    @property
    def pairing(self) -> Pairing:
        """Returns what the games are played by."""
        return Pairing(SCENARIO, tuple(map(str, self.overlays)), mandates=self.mandates)

    @property
    def searches(self) -> bool:
        """Returns whether a player searches, so that a game takes long."""
        return is_expert(self.first) or is_expert(self.second)

    def parts(self) -> list["Row"]:
        """Returns the row cut into parts, each a row of its own; rows of different length share their first parts."""
        size = EXPERT_PART if self.searches else PART
        end = self.seed + self.games
        return [replace(self, seed=at, games=min(size, end - at)) for at in range(self.seed, end, size)]

    def __str__(self) -> str:
        laid = "".join(f" with {overlay.stem}" for overlay in self.overlays)
        dealt = "".join(f", {side} {mandate}" for side, mandate in self.mandates)
        return f"{self.first} – {self.second}{laid}{dealt}"


class Record(NamedTuple):
    """A game's summary and all its moves and dice."""

    game: Game
    moves: tuple[int, ...]


def seat(rules: Ruleset, who: str, side: int) -> Player:
    """Returns the player of that name for a side (0 or 1), a scheme's name with SCHEME before it."""
    if who.startswith(SCHEME):
        return schemes(rules, side)[who.removeprefix(SCHEME)]
    return player(rules, who, side)


def play(row: Row, wanted: str) -> list[Record]:
    """Returns the records of a row's games, played now; raises KnotError if the scenario's digest is not `wanted`."""
    rules, _ = opened(replace(row.pairing, digest=wanted))
    seats, mandates = BySide(seat(rules, row.first, 0), seat(rules, row.second, 1)), dict(row.mandates)
    found = []
    for seed in range(row.seed, row.seed + row.games):
        played = play_game(rules, seats, mandate_numbers(rules, mandates), seed)
        found.append(Record(summed_up(rules, seed, *played), tuple(played.moves)))
    return found


@cache
def digest(overlays: tuple[Path, ...]) -> str:
    """Returns the digest of the scenario under overlays, as it is when this process asks first."""
    _, pairing = opened(Pairing(SCENARIO, tuple(map(str, overlays))))
    assert pairing.digest
    return pairing.digest


@cache
def sources() -> str:
    """Returns the digest of the sources that games follow from, as they are when this process asks first."""
    files = [file for name in SOURCES for file in sorted((ROOT / name).rglob("*.py")) or [ROOT / name]]
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def states(rules: Ruleset, record: Record) -> Iterator[tuple[State, int]]:
    """Yields every state of a game with the move or die that follows, from the start."""
    state = rules.start
    for move in record.moves:
        yield state, move
        state = apply(rules, state, move)
    assert outcome(rules, state)


class Table:
    """All rows asked for: those kept in a folder are read, the others played by an executor (or here) and kept."""

    def __init__(self, keep: Path, executor: Executor | None = None, *, shown: bool = False) -> None:
        self.keep, self.executor, self.shown, self.start = keep, executor, shown, perf_counter()
        self.used: dict[Row, Tally] = {}
        self.records = lru_cache(maxsize=ROWS_AT_HAND)(self._records)
        keep.mkdir(parents=True, exist_ok=True)

    def rules(self, overlays: tuple[Path, ...] = ()) -> Ruleset:
        """Returns the rules of the scenario under overlays."""
        return opened(replace(Pairing(SCENARIO, tuple(map(str, overlays))), digest=digest(overlays)))[0]

    def games(self, row: Row) -> list[Game]:
        """Returns the summaries of a row's games, in the order of their seeds."""
        return [record.game for record in self.records(row)]

    def tally(self, row: Row) -> Tally:
        """Returns what is counted over a row."""
        if row not in self.used:
            self.records(row)
        return self.used[row]

    def statistics(self, row: Row) -> dict[str, Any]:
        """Returns what can be said of a row, as `knot simulate --json` says it."""
        return statistics(self.rules(row.overlays), self.tally(row))

    def kept(self, name: str, key: object) -> Path:
        """Returns the file that keeps what follows from a key and from today's sources."""
        return self.keep / f"{name}-{sha256(repr((key, sources())).encode()).hexdigest()[:32]}.pickle.gz"

    def _records(self, row: Row) -> list[Record]:
        files = {part: self._file(part) for part in row.parts()}
        missing = [part for part, file in files.items() if not file.exists()]
        done = row.games - sum(part.games for part in missing)
        for part, records in self._played(missing):
            save(files[part], records)
            done += part.games
            self.tell(f"{row}: {done} of {row.games} games")
        found = [record for file in files.values() for record in load(file)]
        tally = self.used[row] = Tally()
        for record in found:
            tally.count(record.game)
        return found

    def _file(self, row: Row) -> Path:
        key = (digest(row.overlays), row.first, row.second, row.mandates, row.seed, row.games)
        return self.kept("row", key)

    def _played(self, rows: Sequence[Row]) -> Iterator[tuple[Row, list[Record]]]:
        if self.executor is None:
            yield from ((row, play(row, digest(row.overlays))) for row in rows)
            return
        waiting = {self.executor.submit(play, row, digest(row.overlays)): row for row in rows}
        for future in as_completed(waiting):
            yield waiting[future], future.result()

    def tell(self, text: str) -> None:
        """Shows how far the work has come, if that is wanted: in one line of a terminal, elsewhere in many."""
        if self.shown:
            minutes, seconds = divmod(int(perf_counter() - self.start), 60)
            line = f"[{minutes}:{seconds:02}] {text}"
            print(*(("\r\033[K", line) if stderr.isatty() else (line, "\n")), sep="", end="", file=stderr, flush=True)


def save(file: Path, what: object) -> None:
    """Writes a file whole or not at all."""
    part = file.with_suffix(".part")
    part.write_bytes(gzip.compress(pickle.dumps(what), 1))
    part.replace(file)


def load(file: Path) -> Any:
    """Returns what a file keeps; only files of one's own folder are read."""
    return pickle.loads(gzip.decompress(file.read_bytes()))
