# ruff: noqa: E501 - scenario lines are read across
"""What a search looks at: every answer and duty, acts, and of thousands of offers the few that are worth it."""

from toy import Game

from game.match.match import Match
from game.players.bargaining import Ledger
from game.players.candidates import CHANNELS, candidates, spread
from game.players.player import random_player
from game.rules.moves import legal_moves
from game.rules.notation import format_move
from game.rules.ruleset import Ruleset
from game.rules.slots import LETTER
from game.rules.view import view

TWO_CHANNELS = "channels: {post: {}, wire: {secret: true}, envoy: {secret: true}}"


def named(game: Game, most: int = 30) -> list[str]:
    seen = view(game.rules, game.state, game.state[0])
    return [format_move(game.rules, seen, move) for move in candidates(game.rules, Ledger(game.rules), seen, most)]


def test_all_that_is_looked_at_is_legal_and_there_are_few(busy: Ruleset) -> None:
    ledger, looked_at = Ledger(busy), 0
    for seed in range(20):
        match = Match(busy, seed=seed)
        while match.actor is not None:
            seen = match.view(match.actor)
            found, legal = candidates(busy, ledger, seen, 12), legal_moves(busy, match.state)
            answers = [move for move in legal.listed if move >= busy.ids.answer]
            assert set(answers) <= set(found) and all(move in legal for move in found)
            assert len(found) == len(set(found)) <= len(answers) + 12
            looked_at += len(found)
            match.play(match.ask(random_player).move)
    assert looked_at > 500


def test_offers_leave_the_other_no_less_than_no_deal_and_more_from_level_to_level() -> None:
    game = Game(
        "clauses: {more: {given_by: red}}\nmandates: {red: {plain: {wants: {more: -5}}}, blue: {plain: {wants: {more: 20}}}}"
    )
    offers = [text for text in named(game) if text.startswith("offer")]
    assert offers == ["offer post more for take", "offer post give for take", "offer post give + more for take"]


def test_an_offer_is_thought_of_in_the_discreetest_channels() -> None:
    game = Game(TWO_CHANNELS)
    offers = [text for text in named(game) if text.startswith("offer")]
    assert offers == ["offer wire give for take", "offer envoy give for take"]
    assert len(offers) == CHANNELS


def test_an_offer_answers_an_open_letter_through_its_channel_first() -> None:
    game = Game(TWO_CHANNELS).play("act wait", "offer post give for nothing").pass_days()
    assert game.state[LETTER + 2]
    found = named(game)
    assert found[:2] == ["accept 1", "refuse 1"] and found[2].startswith("offer post")


def test_when_there_is_room_for_few_offers_and_acts_share_it() -> None:
    many = "acts: {red: {" + ", ".join(f"a{k}: {{}}" for k in range(9)) + "}}"
    found = named(Game(many + "\n" + TWO_CHANNELS), 4)
    assert [text.split()[0] for text in found] == ["offer", "offer", "act", "act"]


def test_some_of_many_are_taken_evenly() -> None:
    assert spread(range(10), 3) == [0, 3, 6] and spread(range(3), 9) == [0, 1, 2] and spread(range(3), 0) == []


def test_nothing_is_offered_where_nothing_can_be() -> None:
    game = Game("channels: {post: {when: phase is hot}}")
    assert named(game) == ["act wait"]
