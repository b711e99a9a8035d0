"""Many games: every one of them a match of its seed, and the same results however the work is shared."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import KnotError, ScenarioError
from game.match.match import Match
from game.players.player import random_player
from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.simulation import tournament as module
from game.simulation.statistics import mean
from game.simulation.tally import Tally
from game.simulation.tournament import Pairing, checked, games_of, matrix, play_game, simulate, tournament

MINIMAL = str(Path(__file__).parents[1] / "scenario" / "minimal.yaml")
RANDOM = (("north", "random"), ("south", "random"))
CLERK = (("north", "clerk"), ("south", "random"))
BOTH = BySide(random_player, random_player)


def as_match(rules: Ruleset, seed: int, **options: Any) -> Match:
    """Returns the match of a seed between two random players."""
    match = Match(rules, seed=seed, **options)
    while match.actor is not None:
        match.play(match.ask(random_player).move)
    return match


def test_a_simulated_game_is_the_match_of_its_seed(busy: Ruleset) -> None:
    for seed in range(60):
        match, played = as_match(busy, seed), play_game(busy, BOTH, {}, seed)
        assert played.states == list(match.states) and len(played.moves) == len(match.history)


def test_chosen_mandates_are_dealt_in_simulated_games_too(busy: Ruleset) -> None:
    side, mandate = busy.scenario.side_names[1], busy.mandates[1][-1]
    chosen = {1: len(busy.mandates[1]) - 1}
    for seed in range(10):
        assert play_game(busy, BOTH, chosen, seed).states[-1] == as_match(busy, seed, mandates={side: mandate}).state


def test_leaders_play_the_same_alone_and_in_a_match(strait: Ruleset) -> None:
    from game.players.roster import player

    clerk = player(strait, "clerk", 0)
    for seed in range(10):
        match = Match(strait, seed=seed, players={"north": "clerk", "south": "random"})
        while match.actor is not None:
            move = match.ask(clerk if match.actor == 0 else random_player).move
            assert move in legal_moves(strait, match.state)
            match.play(move)
        assert play_game(strait, BySide(clerk, random_player), {}, seed).states[-1] == match.state


class Disorderly(Executor):
    """Plays what it was given last first, as soon as anybody waits."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.most = 0

    def submit(self, play: Callable[..., Any], /, *words: Any) -> Future[Any]:  # type: ignore[override]
        """Returns a future that plays all others before itself when asked for its result."""
        future: Future[Any] = Future()
        self.waiting.append(lambda: future.set_result(play(*words)))
        self.most = max(self.most, len(self.waiting))
        told = future.result

        def result(timeout: float | None = None) -> Any:
            while self.waiting:
                self.waiting.pop()()
            return told()

        future.result = result  # type: ignore[method-assign]
        return future


def both_rows(pairings: list[Pairing], games: int, **how: Any) -> tuple[list[Tally], str]:
    """Returns the tallies of a tournament and the rows it writes."""
    rows = StringIO()
    return list(tournament(pairings, games, rows=rows, **how)), rows.getvalue()


@settings(max_examples=30)
@given(st.integers(1, 12), st.integers(0, 50), st.integers(1, 15), st.integers(1, 5), st.booleans())
def test_results_and_rows_do_not_depend_on_parts_nor_on_who_is_done_first(
    games: int, seed: int, part: int, ahead: int, spread: bool
) -> None:
    pairings = [Pairing(MINIMAL, players=players) for players in (CLERK, RANDOM)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PARTS_AHEAD", ahead)
        executor = Disorderly() if spread else None
        shared = both_rows(pairings, games, seed=seed, part=part, executor=executor)
    assert shared == both_rows(pairings, games, seed=seed)
    assert executor is None or executor.most <= ahead


def test_results_do_not_depend_on_processes() -> None:
    pairings = [Pairing(MINIMAL, players=players) for players in (CLERK, RANDOM)]
    with ProcessPoolExecutor(2) as executor:
        assert both_rows(pairings, 40, part=11, executor=executor) == both_rows(pairings, 40)


def test_tallies_add_up() -> None:
    pairing = Pairing(MINIMAL, players=RANDOM)
    halves = simulate(pairing, 25, seed=5)
    halves += simulate(pairing, 35, seed=30)
    assert halves == simulate(pairing, 60, seed=5)


def test_a_row_of_a_tournament_is_what_its_pairing_gives_alone() -> None:
    pairings = [Pairing(MINIMAL, players=players) for players in (CLERK, RANDOM)]
    assert list(tournament(pairings, 20, seed=3)) == [simulate(pairing, 20, seed=3) for pairing in pairings]


def test_progress_counts_every_game_once() -> None:
    done: list[int] = []
    with ThreadPoolExecutor(2) as executor:
        list(tournament([Pairing(MINIMAL, players=RANDOM)] * 2, 25, part=10, executor=executor, progress=done.append))
    assert done == [10, 20, 25, 35, 45, 50]


def test_order_of_the_players_named_does_not_matter() -> None:
    assert simulate(Pairing(MINIMAL, players=CLERK[::-1]), 20) == simulate(Pairing(MINIMAL, players=CLERK), 20)


def test_a_matrix_pairs_all_who_can_play_or_those_named() -> None:
    def pairs(*players: tuple[str, str]) -> list[dict[str, str]]:
        return [dict(pairing.players) for pairing in matrix(Pairing(MINIMAL, players=players))]

    assert pairs() == [dict(RANDOM), dict(CLERK)]
    assert pairs(("north", "clerk")) == [dict(CLERK)]
    assert pairs(("south", "random"), ("north", "random"), ("north", "clerk")) == [dict(RANDOM), dict(CLERK)]
    with pytest.raises(KnotError, match="'nroth' is no side"):
        pairs(("nroth", "clerk"))


def test_a_scenario_is_compiled_once_for_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    real = module.rules_of
    monkeypatch.setattr(module, "rules_of", lambda loaded: compiled.append(loaded) or real(loaded))
    assert len(list(tournament(matrix(Pairing(MINIMAL)), 30, part=5))) == 2
    assert len(compiled) == 1


def test_a_scenario_must_not_change_under_a_simulation(tmp_path: Path) -> None:
    file = tmp_path / "strait.yaml"
    text = Path(MINIMAL).read_text("utf-8")
    file.write_text(text, "utf-8")
    _, pairing = checked(Pairing(str(file), players=RANDOM))
    file.write_text(text.replace("north: 60, south: 50", "north: 61, south: 50"), "utf-8")
    assert simulate(pairing, 3).games == 3
    simulate(Pairing(MINIMAL, players=RANDOM), 1)
    with pytest.raises(KnotError, match="was changed while it was being simulated"):
        simulate(pairing, 3)


@pytest.mark.parametrize(
    ("pairing", "line"),
    [
        (Pairing(MINIMAL, players=RANDOM[:1]), "a simulation needs a program on each side: south has none"),
        (Pairing(MINIMAL, players=(*RANDOM[:1], ("south", "humam"))), "'humam' is nobody who plays south"),
        (Pairing(MINIMAL, players=RANDOM, mandates=(("north", "war"),)), "'war' is no mandate of north"),
        (Pairing(MINIMAL, players=(*RANDOM[:1], ("south", "expert:2s"))), "say south=expert:200 instead of expert:2s"),
    ],
)
def test_wrong_pairings_are_refused(pairing: Pairing, line: str) -> None:
    with pytest.raises(KnotError, match=line):
        simulate(pairing, 5)


def test_overlays_are_merged_over_the_scenario(tmp_path: Path) -> None:
    overlay = tmp_path / "hot.yaml"
    overlay.write_text("meters: {heat: {starts: 99}}\n", "utf-8")
    plain, hot = (simulate(Pairing(MINIMAL, with_, RANDOM), 20) for with_ in ((), (str(overlay),)))
    assert mean(hot.peaks) > mean(plain.peaks)
    overlay.write_text("meters: {haet: {starts: 99}}\n", "utf-8")
    with pytest.raises(ScenarioError):
        simulate(Pairing(MINIMAL, (str(overlay),), RANDOM), 1)


def test_no_games_make_an_empty_tally() -> None:
    assert simulate(Pairing(MINIMAL, players=RANDOM), 0) == Tally()


def test_games_come_one_by_one_in_order_of_their_seeds() -> None:
    games = games_of(Pairing(MINIMAL, players=RANDOM), 7, 1_000_000)
    assert [next(games).seed for _ in range(3)] == [7, 8, 9]
