"""Many games: every one of them a match of its seed, and the same sums however the work is shared."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from game.errors import KnotError, ScenarioError
from game.match.match import Match
from game.players.player import random_player
from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.rules.slots import DAY, LETTER
from game.simulation.statistics import statistics
from game.simulation.tally import Tally, Teller
from game.simulation.tournament import Pairing, play_game, simulate

MINIMAL = str(Path(__file__).parents[1] / "scenario" / "minimal.yaml")
RANDOM = (("north", "random"), ("south", "random"))
BOTH = BySide(random_player, random_player)


def as_match(rules: Ruleset, seed: int, **options: dict) -> Match:
    match = Match(rules, seed=seed, **options)
    while match.actor is not None:
        match.play(match.ask(random_player).move)
    return match


def test_a_simulated_game_is_the_match_of_its_seed(busy: Ruleset) -> None:
    for seed in range(60):
        assert play_game(busy, BOTH, {}, seed) == as_match(busy, seed).state


def test_chosen_mandates_are_dealt_in_simulated_games_too(busy: Ruleset) -> None:
    side, mandate = busy.scenario.side_names[1], busy.mandates[1][-1]
    chosen = {1: len(busy.mandates[1]) - 1}
    for seed in range(10):
        assert play_game(busy, BOTH, chosen, seed) == as_match(busy, seed, mandates={side: mandate}).state


def test_leaders_play_the_same_alone_and_in_a_match(strait: Ruleset) -> None:
    from game.players.roster import player

    clerk = player(strait, "clerk", 0)
    for seed in range(10):
        match = Match(strait, seed=seed, players={"north": "clerk", "south": "random"})
        while match.actor is not None:
            move = match.ask(clerk if match.actor == 0 else random_player).move
            assert move in legal_moves(strait, match.state)
            match.play(move)
        assert play_game(strait, BySide(clerk, random_player), {}, seed) == match.state


def test_results_do_not_depend_on_parts_and_processes() -> None:
    pairing = Pairing(MINIMAL, players=RANDOM)
    alone = simulate(pairing, 60, seed=5)
    assert simulate(pairing, 60, seed=5, part=7) == alone
    with ProcessPoolExecutor(2) as executor:
        assert simulate(pairing, 60, seed=5, part=11, executor=executor) == alone
    halves = simulate(pairing, 25, seed=5)
    halves += simulate(pairing, 35, seed=30)
    assert halves == alone


def test_progress_counts_every_game_once() -> None:
    done: list[int] = []
    with ThreadPoolExecutor(2) as executor:
        simulate(Pairing(MINIMAL, players=RANDOM), 25, part=10, executor=executor, progress=done.append)
    assert done == [10, 20, 25]


def test_order_of_the_players_named_does_not_matter() -> None:
    assert simulate(Pairing(MINIMAL, players=RANDOM[::-1]), 20) == simulate(Pairing(MINIMAL, players=RANDOM), 20)


def test_the_tally_counts_what_matches_record(busy: Ruleset) -> None:
    teller, acts, offers, incidents, endings, two, accepted = Teller(busy), Counter(), 0, Counter(), Counter(), 0, 0
    for seed in range(40):
        play_game(busy, BOTH, {}, seed, teller)
        match = as_match(busy, seed)
        for entry in match.history:
            word, _, rest = entry.move.partition(" ")
            state = match.states[entry.ply]
            if word == "act":
                acts[f"{entry.by} {rest}"] += 1
            elif word == "accept":
                theirs = LETTER + 2 * (1 - busy.side(entry.by))
                accepted += 1
                two += all(state[k] and state[k] >> 6 & 63 <= state[DAY] for k in (theirs, theirs + 1))
            offers += word == "offer"
            incidents[rest] += word == "chance" and rest in busy.incidents
        endings[match.outcome.ending] += 1
    tally = teller.tally
    assert {
        f"{busy.scenario.side_names[busy.acts[m].side]} {busy.acts[m].id}": n for m, n in tally.acts.items()
    } == acts
    assert sum(tally.channels.values()) == offers and (tally.accepted, tally.of_two) == (accepted, two)
    said = statistics(busy, tally)
    assert {name: count for name, count in said["incidents"].items() if count} == {
        k: v for k, v in incidents.items() if v
    }
    assert {name: count for name, count in said["endings"].items() if count} == endings


def test_the_gauge_is_read_each_evening(strait: Ruleset) -> None:
    teller = Teller(strait)
    end = play_game(strait, BOTH, {}, 4, teller)
    match, slot = as_match(strait, 4), strait.slots.index["heat"]
    evenings = {
        state[DAY]: state[slot]
        for entry, state in zip(match.history, match.states[1:], strict=True)
        if entry.by == "south" and entry.move.startswith("act")
    }
    tally = teller.tally
    assert {day: tally.gauge[day] for day in evenings} == evenings
    assert set(tally.gauged) <= {*evenings, end[DAY]} and tally.peaks == max(tally.gauge.values())


@pytest.mark.parametrize(
    ("pairing", "line"),
    [
        (Pairing(MINIMAL, players=RANDOM[:1]), "a simulation needs a program on each side: south has none"),
        (Pairing(MINIMAL, players=(*RANDOM[:1], ("south", "humam"))), "'humam' is nobody who plays south"),
        (Pairing(MINIMAL, players=RANDOM, mandates=(("north", "war"),)), "'war' is no mandate of north"),
    ],
)
def test_wrong_pairings_are_refused(pairing: Pairing, line: str) -> None:
    with pytest.raises(KnotError, match=line):
        simulate(pairing, 5)


def test_overlays_are_merged_over_the_scenario(tmp_path: Path) -> None:
    overlay = tmp_path / "hot.yaml"
    overlay.write_text("meters: {heat: {starts: 99}}\n", "utf-8")
    plain, hot = (simulate(Pairing(MINIMAL, with_, RANDOM), 20) for with_ in ((), (str(overlay),)))
    assert hot.peaks > plain.peaks
    overlay.write_text("meters: {haet: {starts: 99}}\n", "utf-8")
    with pytest.raises(ScenarioError):
        simulate(Pairing(MINIMAL, (str(overlay),), RANDOM), 1)


def test_no_games_make_an_empty_tally() -> None:
    assert simulate(Pairing(MINIMAL, players=RANDOM), 0) == Tally()
