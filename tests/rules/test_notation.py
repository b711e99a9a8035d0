# ruff: noqa: E501 - scenario lines are read across
"""The one spelling of moves, and what is said of a text that spells none."""

import pytest
from toy import Game

from game.errors import NotationError
from game.rules.notation import format_move, parse_move, parse_offer

FORMS = """clauses: {vow: {given_by: red, forms: [within_months, within_months secret]}, more: {given_by: blue, issue: one}, less: {given_by: blue, issue: one}}
channels: {post: {}, envoy: {secret: true}}"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("act wiat", "'act wiat' is no move here - did you mean 'act wait'?"),
        ("act", "'act' is no move here"),
        ("", "'' is no move here"),
        ("accept 1", "'accept 1' is no move here"),
        ("chance quiet", "'chance quiet' is no move here"),
        ("offer envoi give for take", "'envoi' is no channel - did you mean 'envoy'?"),
        ("offer post give", "an offer reads: offer CHANNEL what one gives for what the other gives"),
        ("offer post gve for take", "'gve' is no clause - did you mean 'give'?"),
        ("offer post vow for take", "'vow' is not clear: vow can be within_months, within_months secret"),
        (
            "offer post vow at_once for take",
            "'vow at_once' is not clear: vow can be within_months, within_months secret",
        ),
        ("offer post nothing for nothing", "an offer needs at least one clause"),
        (
            "offer post give for more + less",
            "these clauses exclude each other: only one of an issue can stand in an offer",
        ),
    ],
)
def test_a_text_that_spells_no_move_is_told_why(text: str, says: str) -> None:
    game = Game(FORMS)
    with pytest.raises(NotationError) as caught:
        parse_move(game.rules, game.state, text)
    assert says in str(caught.value)


def test_an_offer_is_spelled_with_what_the_first_side_gives_first() -> None:
    game = Game(FORMS)
    one = parse_offer(game.rules, "offer envoy vow within_months secret + give for more")
    assert parse_offer(game.rules, "offer envoy  more for give + vow within_months secret") == one
    assert format_move(game.rules, game.state, one) == "offer envoy give + vow within_months secret for more"


def test_a_form_is_left_out_where_there_is_one_and_may_be_written() -> None:
    game = Game(FORMS)
    assert parse_offer(game.rules, "offer post give at_once for take") == parse_offer(
        game.rules, "offer post give for take"
    )


def test_spaces_do_not_matter() -> None:
    game = Game()
    assert parse_move(game.rules, game.state, "  act   wait ") == parse_move(game.rules, game.state, "act wait")


def test_a_die_is_spelled_by_what_it_decides() -> None:
    night = (
        "incidents: {a: {odds: 500, war: 500, ends_in: war, answered_by: red, options: {x: {out_of_hand: 5}, y: {}}}}\n"
    )
    night += "each_night: {drip: {odds: 500}}\ncalendar: {timetable: {1: 500}}\nendings: {drift: {turns_into: {ending: war, odds: 5}}}"
    game = Game(night).play("act wait", "act wait")
    seen = [[*game.outcomes]]
    for face in ("chance a", "chance war no", "chance quiet", "chance drip no", "chance close no", "answer x"):
        game.play(face)
        seen.append([*game.outcomes])
    assert seen[0] == ["chance a", "chance quiet"]
    assert seen[1] == ["chance war yes", "chance war no"]
    assert seen[3] == ["chance drip yes", "chance drip no"]
    assert seen[4] == ["chance close yes", "chance close no"]
    assert seen[6] == ["chance out_of_hand yes", "chance out_of_hand no"]
