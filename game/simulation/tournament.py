"""Many games between programs, in this process or spread over others, with the same result in any number of parts."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple, TextIO

from game.errors import KnotError
from game.match.dice import cast, die, draws
from game.match.match import mandate_numbers, rules_of, seated, side_number
from game.players.player import Player
from game.players.roster import HUMAN, is_timed, player, programs
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, CHANCE, OVER, State
from game.rules.transition import apply
from game.rules.view import view
from game.scenario.loader import load_scenario
from game.simulation.game import Game, summed_up
from game.simulation.rows import header, row, written
from game.simulation.tally import Tally

GAMES_IN_A_PART = 500
"""Players are seated anew for each part: what they keep to be quick neither grows for ever nor is lost too soon."""

PARTS_AHEAD = 128
"""How many parts an executor holds at a time, so that memory does not grow with the number of games."""


@dataclass(frozen=True)
class Pairing:
    """Who plays what: a scenario (id or file) with its overlays, players by side, chosen mandates by side.

    `digest` is that of the scenario as it was when it was read first; it must not change any more.
    """

    scenario: str
    overlays: tuple[str, ...] = ()
    players: tuple[tuple[str, str], ...] = ()
    mandates: tuple[tuple[str, str], ...] = ()
    digest: str | None = None


class Part(NamedTuple):
    """Some games of a pairing: the first seed, how many, and whether a row is written for each."""

    pairing: Pairing
    first: int
    games: int
    rows: bool


class Played(NamedTuple):
    """A game from its start to its end: one state more than there are moves and dice."""

    states: list[State]
    moves: list[int]


_compiled: dict[tuple[str, tuple[str, ...], str], Ruleset] = {}
"""The rules this process plays by, with scenario, overlays and digest; one at a time."""


def opened(pairing: Pairing) -> tuple[Ruleset, Pairing]:
    """Returns the compiled rules of a pairing, and the pairing with the digest of its scenario.

    With a digest given rules are kept from call to call; raises ScenarioError, and KnotError if it is another by now.
    """
    name, overlays, wanted = pairing.scenario, pairing.overlays, pairing.digest
    if wanted and (name, overlays, wanted) in _compiled:
        return _compiled[name, overlays, wanted], pairing
    loaded = load_scenario(name, overlays)
    if wanted not in (None, loaded.digest):
        raise KnotError(f"{name}: was changed while it was being simulated")
    _compiled.clear()
    rules = _compiled[name, overlays, loaded.digest] = rules_of(loaded)
    return rules, replace(pairing, digest=loaded.digest)


def checked(pairing: Pairing) -> tuple[Ruleset, Pairing]:
    """Returns what `opened` does for a pairing of two programs; raises KnotError for any wrong name in it."""
    rules, pairing = opened(pairing)
    mandate_numbers(rules, dict(pairing.mandates))
    for side, who in seated(rules, dict(pairing.players)).items():
        if who == HUMAN:
            raise KnotError(f"a simulation needs a program on each side: {side} has none (say {side}=random)")
        if is_timed(who):
            raise KnotError(f"a simulation counts games and not seconds: say {side}=expert:200 instead of {who}")
    return rules, pairing


def matrix(pairing: Pairing) -> list[Pairing]:
    """Returns every pair of the players named, any number for a side, or of all programs where none is named.

    Raises KnotError for an unknown side.
    """
    rules, pairing = opened(pairing)
    asked: dict[str, list[str]] = {side: [] for side in rules.scenario.side_names}
    for side, who in pairing.players:
        asked[rules.scenario.side_names[side_number(rules, side)]].append(who)
    seats = [[(side, who) for who in named or programs(rules, rules.side(side))] for side, named in asked.items()]
    return [replace(pairing, players=players) for players in product(*seats)]


def tournament(
    pairings: Sequence[Pairing],
    games: int,
    *,
    seed: int = 0,
    executor: Executor | None = None,
    part: int = GAMES_IN_A_PART,
    rows: TextIO | None = None,
    progress: Callable[[int], object] = lambda done: None,
) -> Iterator[Tally]:
    """Yields for one pairing after another the tally of games with the seeds `seed`, `seed` + 1, …

    An executor plays parts of `part` games; `rows` is written a row for each game, in order; `progress` is told after
    each part how many games are done.  Raises KnotError for a wrong pairing before any game is played.
    """
    checks = [checked(pairing) for pairing in pairings]
    if rows and checks:
        rows.write(written([header(checks[0][0])]))
    parts = (
        Part(pairing, first, min(part, seed + games - first), rows is not None)
        for _, pairing in checks
        for first in range(seed, seed + games, part)
    )
    total, done = Tally(), 0
    for tally, text in in_order(executor, parts):
        total += tally
        done += tally.games
        if rows:
            rows.write(text)
        progress(done)
        if total.games == games:
            yield total
            total = Tally()


def simulate(
    pairing: Pairing,
    games: int,
    *,
    seed: int = 0,
    executor: Executor | None = None,
    part: int = GAMES_IN_A_PART,
    rows: TextIO | None = None,
    progress: Callable[[int], object] = lambda done: None,
) -> Tally:
    """Returns the tally of the games of one pairing, as `tournament` plays them; raises KnotError for a wrong one."""
    run = tournament([pairing], games, seed=seed, executor=executor, part=part, rows=rows, progress=progress)
    return next(run, Tally())


def in_order(executor: Executor | None, parts: Iterable[Part]) -> Iterator[tuple[Tally, str]]:
    """Yields what parts come to, in their order, while an executor plays those that follow."""
    if executor is None:
        yield from map(play_part, parts)
        return
    waiting: deque[Future[tuple[Tally, str]]] = deque()
    for part in parts:
        waiting.append(executor.submit(play_part, part))
        if len(waiting) == PARTS_AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def play_part(part: Part) -> tuple[Tally, str]:
    """Returns the tally of some games and their rows as text."""
    rules, pairing = opened(part.pairing)
    players, tally, rows = dict(pairing.players), Tally(), []
    who = [players[side] for side in rules.scenario.side_names]
    for game in games_of(pairing, part.first, part.games):
        tally.count(game)
        if part.rows:
            rows.append(row(rules, who, game))
    return tally, written(rows)


def games_of(pairing: Pairing, first: int, games: int) -> Iterator[Game]:
    """Yields the summaries of so many games of a pairing, the first with the seed `first`."""
    rules, pairing = opened(pairing)
    who, mandates = dict(pairing.players), mandate_numbers(rules, dict(pairing.mandates))
    seats = BySide(*(player(rules, who[side], k) for k, side in enumerate(rules.scenario.side_names)))
    for seed in range(first, first + games):
        yield summed_up(rules, seed, *play_game(rules, seats, mandates, seed))


def play_game(rules: Ruleset, players: BySide[Player], mandates: Mapping[int, int], seed: int) -> Played:
    """Returns a game between programs: move for move the game that a Match of this seed would be."""
    state = rules.start
    states, moves = [state], list[int]()
    while (actor := state[ACTOR]) != OVER:
        ply = len(moves)
        if actor == CHANCE:
            move = cast(rules, state, die(seed, ply), mandates)
        else:
            move = players[actor](rules, view(rules, state, actor), draws(seed, ply, actor)).move
        state = apply(rules, state, move)
        states.append(state)
        moves.append(move)
    return Played(states, moves)
