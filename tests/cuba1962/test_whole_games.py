"""Whole games: random ones that use everything, leaders against each other, and each the same when repeated."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cuba1962.crisis import cuba
from game.match.match import Match
from game.match.record import Record, load_record
from game.match.replay import resume
from game.players.roster import player
from game.rules.sides import BySide
from game.rules.slots import ACTOR, OVER
from game.simulation.statistics import statistics
from game.simulation.tournament import Pairing, play_game, simulate

ROOT = Path(__file__).parents[2]
SIDES = cuba().scenario.side_names
LEADERS = {side: [name for name, leader in cuba().scenario.personas.items() if leader.side == side] for side in SIDES}
PAIRS = [(first, second) for first in LEADERS["us"] for second in LEADERS["ussr"]]


def played(first: str, second: str, seed: int, **mandates: str) -> Match:
    """Returns the match of two programs, played to its end."""
    rules = cuba()
    match = Match(rules, seed=seed, players={"us": first, "ussr": second}, mandates=mandates)
    seats = [player(rules, who, side) for side, who in enumerate((first, second))]
    while (actor := match.actor) is not None:
        choice = match.ask(seats[actor])
        match.play(choice.move, choice.because)
    return match


def told(games: int, first: str = "random", second: str = "random") -> dict[str, Any]:
    """Returns what is counted over many games."""
    pairing = Pairing("cuba1962", players=(("us", first), ("ussr", second)))
    return statistics(cuba(), simulate(pairing, games))


def test_random_games_all_end_and_in_many_ways() -> None:
    result = told(300)
    assert sum(result["endings"].values()) == result["games"] == 300
    assert len([name for name, count in result["endings"].items() if count]) >= 9
    assert result["settled"]["count"] and result["war"]["count"]


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_twenty_thousand_random_games_use_everything() -> None:
    result = told(20_000)
    assert sum(result["endings"].values()) == 20_000
    reached = {name: count for name, count in result["endings"].items() if count}
    used = {
        **{f"act of {side}: {name}": count for side in SIDES for name, count in result["acts"][side].items()},
        **{f"{kind}: {name}": n for kind in ("clauses", "channels", "incidents") for name, n in result[kind].items()},
    }
    print(f"{len(reached)} endings: {reached}")
    print(f"least used: {sorted(used.items(), key=lambda pair: pair[1])[:12]}")
    assert len(reached) >= 9
    assert not [name for name, count in used.items() if not count]


@pytest.mark.parametrize("seeds", [range(1, 11), pytest.param(range(1, 501), marks=[pytest.mark.slow])])
@pytest.mark.timeout(1_800)
def test_the_leaders_of_1962_bring_every_game_to_an_end(seeds: range) -> None:
    rules, endings = cuba(), dict.fromkeys(cuba().endings, 0)
    for seed in seeds:
        match = played("kennedy", "khrushchev", seed)
        assert match.outcome and match.state[ACTOR] == OVER
        endings[match.outcome.ending] += 1
        seats = (player(rules, "kennedy", 0), player(rules, "khrushchev", 1))
        if seed % 10 == 1:
            simulated = play_game(rules, BySide(*seats), {}, seed)
            assert simulated.states[-1] == match.state, "simulation plays the same game"
    print({name: count for name, count in endings.items() if count})


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_every_pair_of_leaders_plays_and_explains_itself(first: str, second: str) -> None:
    for seed in (1, 2):
        match = played(first, second, seed)
        assert match.outcome
        decisions = [entry for entry in match.history if entry.by in SIDES]
        assert {entry.by for entry in decisions} == set(SIDES)
        assert all(entry.because for entry in decisions)


@pytest.mark.parametrize("side", SIDES)
def test_leaders_play_any_mandate_against_chance(side: str) -> None:
    for leader in LEADERS[side]:
        for mandate in cuba().scenario.mandates[side]:
            names = {"us": "random", "ussr": "random", side: leader}
            assert played(names["us"], names["ussr"], 3, **{side: mandate}).outcome


def again(record: Record) -> Match:
    """Returns the match of a record, played through the rules move by move."""
    return resume(record, cuba())


@pytest.mark.parametrize(("first", "second"), [*PAIRS, ("random", "random"), ("kennedy", "random")])
def test_a_record_leads_to_the_same_chain(first: str, second: str, tmp_path: Path) -> None:
    match = played(first, second, 11)
    match.record().save(tmp_path / "game.json")
    twin = again(load_record(tmp_path / "game.json"))
    assert twin.chain == match.chain
    assert twin.states == match.states
    assert twin.outcome == match.outcome
    assert not twin.notes


@pytest.mark.parametrize("games", [40, pytest.param(2_000, marks=[pytest.mark.slow])])
@pytest.mark.timeout(1_800)
def test_random_games_replay_to_the_same_chain(games: int) -> None:
    for seed in range(games):
        match = played("random", "random", seed)
        twin = again(match.record())
        assert (twin.chain, twin.state) == (match.chain, match.state)


def run(hash_seed: str, folder: Path, seed: int) -> tuple[bytes, bytes]:
    """Returns what a game of two leaders prints and saves under a seed of Python's hashes."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "game.json"
    players = ["--player", "us=kennedy", "--player", "ussr=khrushchev"]
    done = subprocess.run(
        [sys.executable, "-m", "game", "play", *players, "--seed", str(seed), "--terminal", "--record", "game.json"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr
    return done.stdout, file.read_bytes()


@pytest.mark.parametrize(
    "seed", [1, pytest.param(2, marks=pytest.mark.slow), pytest.param(500, marks=pytest.mark.slow)]
)
def test_two_runs_of_a_seed_are_equal_to_the_byte(seed: int, tmp_path: Path) -> None:
    first, second, third = (run(number, tmp_path / number, seed) for number in ("0", "1", "4242"))
    assert first == second == third
    assert len(first[0]) > 2_000
