"""The summary of a game tells what the record of the same match tells."""

from collections import Counter

import pytest
from simulated import random_game, tallied
from toy import toy

from game.match.match import Match
from game.players.player import Choice, random_player
from game.rules.moves import legal_moves
from game.rules.notation import format_bundle, format_move, parse_move
from game.rules.ruleset import Ruleset, arrives
from game.rules.sides import BySide
from game.rules.slots import DAY, LADDER, State
from game.rules.worth import terms
from game.simulation.game import Game, evenings, summed_up
from game.simulation.tournament import play_game

SEEDS = range(60)


def as_match(rules: Ruleset, seed: int) -> Match:
    """Returns the match of a seed between two random players."""
    match = Match(rules, seed=seed)
    while match.actor is not None:
        match.play(match.ask(random_player).move)
    return match


def test_what_was_done_is_what_the_record_holds(busy: Ruleset) -> None:
    for seed in SEEDS:
        game, match = random_game(busy, seed), as_match(busy, seed)
        entries = [(entry.by, *entry.move.split(" ", 2), match.states[entry.ply][DAY]) for entry in match.history]
        acts = Counter(f"{by} {rest[0]}" for by, word, *rest, _ in entries if word == "act")
        assert {f"{side} {busy.acts[m].id}": n for m, n in game.acts.items() for side in [side_of(busy, m)]} == acts
        for side, name in enumerate(busy.scenario.side_names):
            days = [day for by, word, *_, day in entries if (by, word) == (name, "offer")]
            assert (game.letters[side], game.first_letters[side]) == (len(days), days[0] if days else 0)
            refused = [by for by, word, *_ in entries if word == "refuse" and by != name]
            assert game.refused[side] == len(refused)
            assert busy.mandates[side][game.mandates[side]] == entries[side][2]
        channels = Counter(rest[0] for _, word, *rest, _ in entries if word == "offer")
        assert {busy.channels[number]: n for number, n in game.channels.items()} == channels
        incidents = {rest[0] for _, word, *rest, _ in entries if word == "chance"} & {*busy.incidents}
        assert {name for k, name in enumerate(busy.incidents) if game.incidents >> k & 1} == incidents
        assert game.moves == len(match.history)


def side_of(rules: Ruleset, act: int) -> str:
    """Returns the id of the side an act belongs to."""
    return rules.scenario.side_names[rules.acts[act].side]


def test_how_it_ended_is_the_outcome_of_the_match(busy: Ruleset) -> None:
    for seed in SEEDS:
        game, match = random_game(busy, seed), as_match(busy, seed)
        result = match.outcome
        assert result and busy.endings[game.ending] == result.ending
        assert (game.settled, game.day, game.scores) == (result.settled, result.day, result.scores)
        assert game.tops == tuple(max(state[LADDER + side] for state in match.states) for side in (0, 1))
        assert (game.deal is not None) >= game.settled
        assert game.breaches == tuple(busy.read(match.state, f"{side}.breaches") for side in busy.scenario.side_names)


def test_a_signing_tells_what_lay_on_the_table(busy: Ruleset) -> None:
    signed = 0
    for seed in SEEDS:
        game, match = random_game(busy, seed), as_match(busy, seed)
        plies = [entry.ply for entry in match.history if entry.move.startswith("accept")]
        assert len(game.signings) == len(plies)
        for signing, ply in zip(game.signings, plies, strict=True):
            before, after, mover = match.states[ply], match.states[ply + 1], busy.side(match.history[ply].by)
            letters = [letter for k in (0, 1) if (letter := busy.letter(before, 1 - mover, k))]
            assert signing.day == before[DAY] and signing.balance == busy.reckon(before, "balance")
            assert signing.terms == (terms(busy, after, 0), terms(busy, after, 1))
            assert signing.letters == sum(arrives(letter) <= before[DAY] for letter in letters) >= 1
            assert format_bundle(busy, signing.deal) in {
                entry.move.split(" ", 2)[2] for entry in match.history if entry.move.startswith("offer")
            }
        signed += len(plies)
    assert signed > 20


def scripted(*lines: str):
    """Returns a player that plays lines of notation as soon as they are legal, in order, and else waits."""
    left = list(lines)

    def play(rules: Ruleset, view: State, draw: object) -> Choice:
        if left and parse_known(rules, view, left[0]) is not None:
            return Choice(parse_known(rules, view, left.pop(0)))
        return Choice(legal_moves(rules, view).listed[0])

    return play


def parse_known(rules: Ruleset, view: State, text: str) -> int | None:
    """Returns the legal move that a text spells, or None."""
    legal = legal_moves(rules, view)
    move = parse_move(rules, view, text) if text.startswith("offer") else None
    found = [number for number in legal.listed if format_move(rules, view, number) == text]
    return found[0] if found else move if move in legal else None


REPUDIABLE = """
acts: {red: {tear: {repudiates: true}}}
roles: {deadline: fuse}
regions: {fuse: {states: [dry, lit]}}
triggers:
  stir: {when: phase is calm for 2 days, changes: {phase: tense}}
  light: {when: fuse is dry and phase is tense for 1 day, changes: {fuse: lit}}
"""


def scripted_game(red: tuple[str, ...], blue: tuple[str, ...]) -> Game:
    """Returns the summary of a game of the still scenario in which the sides play some lines."""
    rules = toy(REPUDIABLE)
    return summed_up(rules, 1, *play_game(rules, BySide(scripted(*red), scripted(*blue)), {}, 1))


def test_a_deal_that_was_repudiated_does_not_stand() -> None:
    offer = "offer post give for take"
    kept, torn = scripted_game((offer,), ("accept 1",)), scripted_game((offer, "act tear"), ("accept 1",))
    assert kept.settled and kept.deal and kept.deal.day == kept.day
    assert len(torn.signings) == 1 and torn.deal is None and not torn.settled
    assert tallied([kept, torn]).deals == {kept.deal.deal: 1}


def test_a_region_is_left_on_the_day_it_changes_and_never_is_no_day() -> None:
    game = scripted_game((), ())
    assert (game.exposed, game.deadline, game.letters, game.deal) == (3, 4, (0, 0), None)
    still = toy()
    quiet = summed_up(still, 1, *play_game(still, BySide(scripted(), scripted()), {}, 1))
    assert (quiet.exposed, quiet.deadline) == (0, 0)


def test_the_gauge_is_read_each_evening(strait: Ruleset) -> None:
    played, match, slot = play_game(strait, BySide(random_player, random_player), {}, 4), as_match(strait, 4), "heat"
    wanted = {
        state[DAY]: strait.read(state, slot)
        for entry, state in zip(match.history, match.states[1:], strict=True)
        if entry.by == "south" and entry.move.startswith("act")
    }
    read = evenings(strait, played.states)
    assert {day: read[day] for day in wanted} == wanted and set(read) <= {*wanted, match.state[DAY]}
    game = summed_up(strait, 4, *played)
    assert game.peak[0] == max(read.values()) == read[game.peak[1]]
    assert all(read[day] < game.peak[0] for day in read if day < game.peak[1])


@pytest.mark.parametrize("count", [0, 1, 25])
def test_a_tally_counts_each_game_once(busy: Ruleset, count: int) -> None:
    games = [random_game(busy, seed) for seed in range(count)]
    tally = tallied(games)
    assert tally.games == count == tally.endings.total() == tally.days.total() == tally.peaks.total()
    assert tally.scores.total() == 2 * count and tally.moves == sum(game.moves for game in games)
    assert tally.gauge == sum((Counter(game.gauge) for game in games), Counter())
    assert tally.first_letters.total() == sum(any(game.letters) for game in games)
    assert tally.exposed.total() == sum(game.exposed > 0 for game in games)
    assert tally.open_letters.total() == sum(len(game.signings) for game in games)
    assert tally.deals.total() == tally.terms.total() == tally.deal_days.total() == sum(g.settled for g in games)
