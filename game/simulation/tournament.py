"""Many games between programs, in this process or spread over others, with the same result in any number of parts."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass

from game.errors import KnotError
from game.match.dice import cast, die, draws
from game.match.match import mandate_numbers, rules_of, seated
from game.players.player import Player
from game.players.roster import HUMAN, player
from game.rules.outcome import outcome
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import ACTOR, CHANCE, OVER, State
from game.rules.transition import apply
from game.rules.view import view
from game.scenario.loader import load_scenario
from game.simulation.tally import Tally, Teller

GAMES_IN_A_PART = 100


@dataclass(frozen=True)
class Pairing:
    """Who plays what: a scenario (id or file) with its overlays, players by side, chosen mandates by side."""

    scenario: str
    overlays: tuple[str, ...] = ()
    players: tuple[tuple[str, str], ...] = ()
    mandates: tuple[tuple[str, str], ...] = ()


_compiled: dict[tuple[Pairing, str], Ruleset] = {}
"""The rules this process plays by, with the pairing and the digest they were made for; one at a time."""


def rules_for(pairing: Pairing, wanted: str | None = None) -> tuple[Ruleset, str]:
    """Returns the compiled rules of a pairing and the digest of its scenario, as its files are now.

    With `wanted` they are kept from call to call; raises ScenarioError, and KnotError if the digest is another.
    """
    if wanted and (pairing, wanted) in _compiled:
        return _compiled[pairing, wanted], wanted
    loaded = load_scenario(pairing.scenario, pairing.overlays)
    if wanted not in (None, loaded.digest):
        raise KnotError(f"{pairing.scenario}: was changed while it was being simulated")
    _compiled.clear()
    rules = _compiled[pairing, loaded.digest] = rules_of(loaded)
    return rules, loaded.digest


def checked(pairing: Pairing) -> tuple[Ruleset, str]:
    """Returns rules and digest for a pairing of two programs; raises KnotError for any wrong name in it."""
    rules, digest = rules_for(pairing)
    mandate_numbers(rules, dict(pairing.mandates))
    for side, who in seated(rules, dict(pairing.players)).items():
        if who == HUMAN:
            raise KnotError(f"a simulation needs a program on each side: {side} has none (say {side}=random)")
    return rules, digest


def simulate(
    pairing: Pairing,
    games: int,
    *,
    seed: int = 0,
    executor: Executor | None = None,
    part: int = GAMES_IN_A_PART,
    progress: Callable[[int], object] = lambda done: None,
) -> Tally:
    """Returns the tally of games with the seeds `seed`, `seed` + 1, …; raises KnotError for a wrong pairing.

    An executor plays parts of `part` games; `progress` is told after each how many games are done.
    """
    _, digest = checked(pairing)
    parts = [(pairing, digest, first, min(part, seed + games - first)) for first in range(seed, seed + games, part)]
    total = Tally()
    tallies: Iterator[Tally] = executor.map(play_part, parts) if executor else map(play_part, parts)
    for tally in tallies:
        total += tally
        progress(total.games)
    return total


def play_part(task: tuple[Pairing, str, int, int]) -> Tally:
    """Returns the tally of some games of a pairing: its digest, the first seed, and how many."""
    pairing, digest, first, games = task
    rules, _ = rules_for(pairing, digest)
    players = tuple(player(rules, who, rules.side(side)) for side, who in sorted_by_side(rules, pairing.players))
    mandates = mandate_numbers(rules, dict(pairing.mandates))
    teller = Teller(rules)
    for seed in range(first, first + games):
        play_game(rules, BySide(*players), mandates, seed, teller)
    return teller.tally


def sorted_by_side(rules: Ruleset, players: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Returns pairs of side and player in the order of the sides."""
    return sorted(players, key=lambda pair: rules.side(pair[0]))


def play_game(
    rules: Ruleset, players: BySide[Player], mandates: Mapping[int, int], seed: int, teller: Teller | None = None
) -> State:
    """Returns how a game between programs ends: move for move the game that a Match of this seed would be."""
    state, ply = rules.start, 0
    while (actor := state[ACTOR]) != OVER:
        if actor == CHANCE:
            move = cast(rules, state, die(seed, ply), mandates)
        else:
            move = players[actor](rules, view(rules, state, actor), draws(seed, ply, actor)).move
            if teller:
                teller.decided(state, move)
        state = apply(rules, state, move)
        ply += 1
        if teller:
            teller.reached(state)
    if teller:
        result = outcome(rules, state)
        assert result is not None
        teller.ended(state, ply, result)
    return state
