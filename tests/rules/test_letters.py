# ruff: noqa: E501 - scenario lines are read across
"""How letters travel: delay, lapse, silence, refusal, counter-offers, leaks."""

import pytest
from toy import Game

from game.errors import IllegalMove, NotationError

TWO_CHANNELS = "channels: {post: {}, envoy: {delay: 1, lasts: 1, secret: true}}\n"
SECRET = "clauses: {vow: {given_by: red, forms: [within_months, within_months secret], leaked: {our home: -7}}}\n"
OFFER = "offer post give for take"


def answers(game: Game) -> set[str]:
    return {text for text in game.legal if text.split()[0] in ("accept", "refuse")}


def test_a_first_sides_letter_can_be_answered_the_same_day() -> None:
    game = Game().play(OFFER)
    assert answers(game) == set()
    game.play("act wait")
    assert answers(game) == {"accept 1", "refuse 1"}


def test_a_second_sides_letter_is_read_the_next_morning() -> None:
    game = Game().play("act wait", OFFER, "act wait", "chance quiet")
    assert answers(game) == {"accept 1", "refuse 1"}


@pytest.mark.parametrize("delay", [1, 2, 3])
def test_a_letter_arrives_after_its_channels_delay(delay: int) -> None:
    game = Game(f"channels: {{post: {{delay: {delay}}}}}").play(OFFER, "act wait")
    for _ in range(delay):
        assert answers(game) == set()
        game.pass_days().play("act wait")
    assert answers(game) == {"accept 1", "refuse 1"}


def test_a_letter_under_way_leaves_no_trace_in_the_others_view() -> None:
    game = Game("channels: {post: {delay: 1}}").play(OFFER)
    for name in ("red.letter1", "red.letters"):
        assert (game.seen("red", name) != 0, game.seen("blue", name)) == (True, 0)


def test_a_letter_lapses_after_its_last_day_and_silence_is_half_a_refusal() -> None:
    game = Game("channels: {post: {lasts: 2}}\ndeals: {silence: {our standing: -3}}").play(OFFER).pass_days(2)
    assert (game["red.letter1"] != 0, game["red.refused"]) == (True, 0)
    game.pass_days()
    assert (game["red.letter1"], game["red.refused"], game["blue.standing"], game["red.standing"]) == (0, 1, 47, 50)


def test_refusing_counts_against_the_sender_and_has_its_price() -> None:
    game = Game("channels: {post: {sent: {world: +2}, refused: {our trust: -4, their standing: -5}}}").play(OFFER)
    assert game["world"] == 2
    game.play("act wait", "refuse 1")
    assert (game["red.refused"], game["red.trust"], game["blue.standing"]) == (2, 46, 45)
    assert game.to_move == "blue", "an answer does not end the turn"
    assert game["red.letter1"] == 0


def test_one_letter_a_channel_and_two_in_all() -> None:
    game = Game("channels: {post: {}, wire: {}, radio: {}}").play(OFFER)
    assert {text.split()[1] for text in game.offers} == {"wire", "radio"}
    game.play("offer wire give for nothing")
    assert game.offers == set()
    game.play("act wait", "refuse 1").play("act wait", "chance quiet")
    assert {text.split()[1] for text in game.offers} == {"post", "radio"}


def test_a_counter_offer_through_the_same_channel_is_an_answer_and_no_refusal() -> None:
    game = Game().play(OFFER, "act wait", "offer post nothing for take")
    assert (game["red.letter1"], game["red.refused"]) == (0, 0)
    game.play("act wait", "chance quiet")
    assert answers(game) == {"accept 1", "refuse 1"}
    assert "offer post give for nothing" in game.offers, "the channel is free again"


def test_an_offer_through_another_channel_answers_nothing() -> None:
    game = Game(TWO_CHANNELS).play(OFFER, "act wait", "offer envoy nothing for take")
    assert game["red.letter1"] != 0


def test_a_letter_under_way_is_not_answered_by_an_offer_that_crosses_it() -> None:
    game = Game("channels: {post: {delay: 1}}").play(OFFER, "act wait", "offer post nothing for take")
    assert game["red.letter1"] != 0
    game.play("act wait", "chance quiet")
    assert answers(game) == {"accept 1", "refuse 1"}


def test_accepting_voids_every_other_letter() -> None:
    game = Game(TWO_CHANNELS).play(OFFER, "offer envoy give for nothing", "act wait", "offer envoy nothing for take")
    game.play("accept 1")
    assert [game[f"{side}.letter{j}"] for side in ("red", "blue") for j in (1, 2)] == [0, 0, 0, 0]
    assert game["deal"] == "struck"


def test_the_better_of_two_letters_can_be_accepted() -> None:
    game = Game("channels: {post: {}, wire: {}}").play(
        "offer post nothing for take", "offer wire give for take", "act wait"
    )
    assert answers(game) == {"accept 1", "refuse 1", "accept 2", "refuse 2"}
    game.play("accept 2", "act wait").pass_days(2)
    assert game["red.terms"] == 20


def test_a_channel_and_a_clause_are_open_while_their_conditions_hold() -> None:
    game = Game("""channels: {post: {when: our home >= 50}, wire: {when: phase is not calm}}
clauses: {give: {when: heat >= 40}}
acts: {red: {push: {changes: {heat: +20, our home: -1, phase: tense}}}}""")
    assert game.offers == {"offer post nothing for take"}
    game.play("act push")
    assert game.offers == {
        f"offer {channel} {what}"
        for channel in ("post", "wire")
        for what in ("give for nothing", "nothing for take", "give for take")
    }
    game.play("act wait", "chance quiet")
    assert {text.split()[1] for text in game.offers} == {"wire"}


def test_only_a_secret_channel_carries_secret_clauses() -> None:
    game = Game(TWO_CHANNELS + SECRET)
    assert "offer envoy vow within_months secret for take" in game.offers
    assert "offer post vow within_months secret for take" not in game.offers
    assert "offer post vow within_months for take" in game.offers


def test_forms_of_an_issue_exclude_each_other() -> None:
    game = Game(
        "clauses: {more: {given_by: blue, issue: one, forms: [at_once, within_weeks]}, less: {given_by: blue, issue: one}}"
    )
    assert "offer post give for more at_once" in game.offers
    with pytest.raises(NotationError, match="exclude each other"):
        game.play("offer post give for more at_once + less")


LEAKY = (
    "channels: {post: {}, envoy: {secret: true, delay: 1, leak: {base: 3000, per our letters: 500}, leaked: {heat: +4}}}\n"
    + SECRET
)


def test_an_offer_with_a_secret_clause_may_leak() -> None:
    game = Game(LEAKY).play("offer envoy vow within_months for take")
    assert game.to_move == "red", "nothing secret, nothing to leak"
    game = Game(LEAKY).play("offer envoy vow within_months secret for take")
    assert game.outcomes == {"chance leak yes": 3500, "chance leak no": 6500}
    game.play("chance leak no")
    assert (game.to_move, game["heat"], game["red.home"]) == ("red", 30, 50)
    assert game["red.letter1"] != 0


def test_a_leak_publishes_the_clause_voids_the_letter_and_bars_the_clause_for_a_while() -> None:
    game = Game(LEAKY).play("offer envoy vow within_months secret for take", "chance leak yes")
    assert (game.to_move, game["heat"], game["red.home"], game["red.letter1"]) == ("red", 34, 43, 0)
    for _ in range(3):
        assert not any("vow" in text for text in game.offers)
        game.play("act wait")
        assert not any("vow" in text for text in game.offers), "for both sides"
        game.play("act wait", "chance quiet")
    assert any("vow" in text for text in game.offers)
    assert game["day"] == 4, "the day of the leak and two more"


@pytest.mark.parametrize(("odds", "home"), [(0, 50), (-5, 50), (10_000, 43), (20_000, 43)])
def test_a_leak_that_is_certain_or_impossible_casts_no_die(odds: int, home: int) -> None:
    game = Game(f"channels: {{envoy: {{secret: true, leak: {odds}}}}}\n" + SECRET)
    game.play("offer envoy vow within_months secret for take")
    assert (game.to_move, game["red.home"]) == ("red", home)


def test_a_gesture_with_a_letter_is_believed_and_only_then() -> None:
    soft = "acts: {red: {soften: {rung: -1}}}\ndeals: {gesture: {their trust: +4}}"
    assert Game(soft).play(OFFER, "act soften")["blue.trust"] == 54
    assert Game(soft).play("act soften")["blue.trust"] == 50
    assert Game(soft).play(OFFER, "act wait")["blue.trust"] == 50
    game = Game(soft).play(OFFER).pass_days().play("act soften")
    assert game["blue.trust"] == 50, "the letter was yesterday's"


def test_no_letters_once_a_deal_is_struck() -> None:
    game = Game().play(OFFER, "act wait", "accept 1")
    assert game.offers == set()
    with pytest.raises(IllegalMove):
        game.play(OFFER)
