# ruff: noqa: E501 - scenario lines are read across
"""What an act needs and what it does: guards, arrows, rungs, secrecy, intelligence."""

import pytest
from toy import Game

from game.errors import IllegalMove
from game.rules.play import play

HIDDEN = """
regions: {store: {states: [empty, full], seen_by: blue, moved_by: blue}}
meters: {stock: {to: 9, starts: 4, seen_by: blue, others_assume: 1}}
"""


def acts(red: str, more: str = "") -> str:
    return f"acts: {{red: {{{red}}}}}\n{more}"


def test_an_act_ends_the_turn_and_the_second_act_the_day() -> None:
    game = Game()
    assert game.to_move == "red"
    game.play("act wait")
    assert game.to_move == "blue"
    game.play("act wait")
    assert game.outcomes == {"chance quiet": 10_000}
    game.play("chance quiet")
    assert (game.to_move, game["day"]) == ("red", 2)


def test_an_act_is_open_only_while_its_condition_holds() -> None:
    game = Game(acts("push: {when: heat < 40, changes: {heat: +10}}"))
    assert "push" in game.acts
    game.play("act push").pass_days()
    assert "push" not in game.acts


def test_a_change_of_region_needs_its_arrow() -> None:
    game = Game(acts("high: {changes: {alert: high}}, top: {changes: {alert: top}}, low: {changes: {alert: low}}"))
    assert game.acts == {"wait", "high"}
    game.play("act high").pass_days()
    assert game.acts == {"wait", "top", "low"}
    game.play("act top").pass_days()
    assert game.acts == {"wait", "high"}


def test_an_arrow_from_any_state_leads_everywhere_but_nowhere_back() -> None:
    arrows = "regions: {alert: {arrows: [low -> high, any -> top]}}"
    game = Game(acts("high: {changes: {alert: high}}, top: {changes: {alert: top}}", arrows))
    assert game.acts == {"wait", "high", "top"}
    game.play("act top").pass_days()
    assert game.acts == {"wait"}


def test_an_act_that_moves_two_regions_is_open_if_it_moves_one_and_none_is_barred() -> None:
    both = "both: {changes: {alert: high, phase: tense}}"
    game = Game(acts(f"{both}, high: {{changes: {{alert: high}}}}, top: {{changes: {{alert: top}}}}"))
    game.play("act high").pass_days()
    assert "both" in game.acts, "one region is there already"
    game.play("act both").pass_days()
    assert "both" not in game.acts, "both are there"
    game.play("act top").pass_days()
    assert "both" in game.acts
    closed = Game(acts("both: {changes: {alert: top, phase: tense}}"))
    assert "both" not in closed.acts, "no arrow leads from low to top"


def test_an_act_by_force_needs_no_arrow() -> None:
    assert "seize" in Game("acts: {red: {seize: {by_force: true, changes: {alert: top}}}}").acts


def test_an_act_that_brings_intelligence_stays_open_where_it_moves_nothing() -> None:
    game = Game(HIDDEN + acts("look: {changes: {phase: tense}, reveals: [store]}"))
    game.play("act look").pass_days()
    assert "look" in game.acts


def test_once_is_once() -> None:
    game = Game(acts("speak: {once: true}"))
    game.play("act speak").pass_days()
    assert "speak" not in game.acts


def test_rungs_climb_the_ladder_and_never_below_the_ground() -> None:
    game = Game(acts("up: {rung: 3}, down: {rung: -2}"))
    game.play("act down")
    assert game["red.ladder"] == 0
    game.pass_days().play("act up")
    assert (game["red.ladder"], game["red.climbed"], game["blue.ladder"]) == (3, 3, 0)
    game.pass_days().play("act down")
    assert (game["red.ladder"], game["red.climbed"]) == (1, 0)


def test_the_ladder_has_a_top() -> None:
    game = Game(acts("up: {rung: 6}", "calendar: {days: 30}"))
    for _ in range(17):
        game.play("act up").pass_days()
    assert game["red.ladder"] == 99


def test_rung_and_a_change_of_the_own_ladder_add_up_under_one_clamp() -> None:
    game = Game(
        acts("up: {rung: 3, changes: {our ladder: +2, their ladder: +1}}, back: {rung: -4, changes: {our ladder: +5}}")
    )
    game.play("act up")
    assert (game["red.ladder"], game["red.climbed"], game["blue.ladder"]) == (5, 3, 1)
    game.pass_days().play("act back")
    assert game["red.ladder"] == 6


def test_all_right_sides_are_read_before_anything_is_written() -> None:
    swap = "changes: {heat: {per our home: 1, per heat: -1}, our home: {per heat: 1, per our home: -1}}"
    game = Game(acts(f"swap: {{{swap}}}")).play("act swap")
    assert (game["heat"], game["red.home"]) == (50, 30)


def test_a_sum_asks_for_a_region_as_it_was_before_the_move() -> None:
    game = Game(acts("go: {changes: {alert: high, heat: {if alert is low: 5, if alert is high: 50}}}")).play("act go")
    assert game["heat"] == 35


def test_a_meter_is_kept_in_its_range_once() -> None:
    game = Game(acts("flood: {changes: {heat: {base: 200, if alert is low: -150}, world: -99}}")).play("act flood")
    assert (game["heat"], game["world"]) == (80, -50)


def test_meters_below_zero_are_asked_like_others() -> None:
    deep = "meters: {depth: {from: -9, to: -1, starts: -5}}"
    game = Game(
        acts("sink: {when: depth > -7, changes: {depth: -1}}, rise: {when: depth < -6, changes: {depth: +3}}", deep)
    )
    assert game.acts == {"wait", "sink"}
    for _ in range(2):
        game.play("act sink").pass_days()
    assert (game["depth"], game.acts) == (-7, {"wait", "rise"})


def test_after_an_act_means_ever_after() -> None:
    game = Game("acts: {red: {speak: {}, reply: {when: after shout}}, blue: {shout: {}}}")
    assert "reply" not in game.acts
    game.play("act speak", "act shout").pass_days(3)
    assert "reply" in game.acts


def test_an_act_both_sides_have_is_the_own_one_where_it_is_asked_for() -> None:
    game = Game("acts: {red: {shout: {}, more: {when: after shout}}, blue: {shout: {}, more: {when: after shout}}}")
    game.play("act shout")
    assert "more" not in game.acts
    game.play("act wait").pass_days()
    assert "more" in game.acts


def test_an_act_can_end_the_game() -> None:
    game = Game(acts("strike: {ends_in: war}")).play("act strike")
    assert (game.to_move, game.ending) == ("over", "war")


def test_what_is_revealed_is_believed_with_its_date() -> None:
    game = Game(
        HIDDEN
        + "acts: {red: {fly: {reveals: [store, stock]}}, blue: {fill: {visibility: secret, changes: {store: full, stock: +2}}}}"
    )
    game.play("act wait", "act fill").pass_days()
    assert (game.seen("red", "store"), game.seen("red", "stock"), game.seen("blue", "stock")) == ("empty", 1, 6)
    game.play("act fly")
    assert (game.seen("red", "store"), game.seen("red", "stock")) == ("full", 6)
    assert game.seen("red", "reported.stock") == 2


def test_a_secret_act_is_never_told_and_a_discoverable_one_after_it_is_uncovered() -> None:
    game = Game(
        "acts: {red: {dig: {uncovers: true}}, blue: {plot: {visibility: secret}, hide: {visibility: discoverable}, show: {}}}"
    )
    for act, told in (("plot", False), ("hide", False), ("show", True)):
        before = game.seen("red", "blue.done")
        game.play("act wait", f"act {act}").pass_days()
        assert (game.seen("red", "blue.done") != before) == told, act
    before = game.seen("red", "blue.done")
    game.play("act dig")
    after = game.seen("red", "blue.done")
    assert after & ~before == 1 << game.rules.resolved.names.acts["blue"].index("hide")


STUDY = (
    HIDDEN
    + """acts: {red: {count: {studies: {what: stock, error: {-2: 2500, 0: 5000, 9: 2500}}}, poll: {studies: {what: their home, error: {0: 10000}}},
    sound: {studies: {what: their mandate, right: 7000}}}}
mandates: {blue: {shy: {wants: {}}, hard: {wants: {}}}}"""
)


def test_a_study_casts_a_die_for_a_reading_that_errs() -> None:
    game = Game(STUDY).play("act count")
    assert game.outcomes == {"chance reading -2": 2500, "chance reading 0": 5000, "chance reading 9": 2500}
    game.play("chance reading -2")
    assert (game.seen("red", "stock"), game.to_move) == (2, "blue")


def test_a_reading_is_kept_in_the_range_of_its_meter() -> None:
    assert Game(STUDY).play("act count", "chance reading 9").seen("red", "stock") == 9


def test_a_study_of_what_each_side_has_reads_the_other_side() -> None:
    game = Game(STUDY)
    assert game.seen("red", "blue.home") == 50
    assert game.play("act poll", "chance reading 0").seen("red", "blue.home") == 50


def test_a_study_of_the_mandate_is_right_at_the_odds_written() -> None:
    game = Game(STUDY, mandates=("plain", "shy")).play("act sound")
    assert game.outcomes == {"chance reading plain": 1500, "chance reading shy": 7000, "chance reading hard": 1500}


def test_the_second_sides_study_is_read_before_the_night() -> None:
    game = Game("acts: {blue: {poll: {studies: {what: their home, error: {5: 10000}}}}}").play("act wait", "act poll")
    assert game.play("chance reading 5").outcomes == {"chance quiet": 10_000}
    assert game.seen("blue", "red.home") == 55


@pytest.mark.parametrize(("move", "reason"), [(0, "OVER"), (10_000_000, "OVER"), (1, "OVER")])
def test_nothing_may_be_played_when_it_is_over(move: int, reason: str) -> None:
    game = Game(acts("strike: {ends_in: war}")).play("act strike")
    with pytest.raises(IllegalMove) as caught:
        play(game.rules, game.state, move)
    assert caught.value.refusal.name == reason


def test_a_refusal_names_its_reason_move_side_and_day() -> None:
    game = Game(acts("push: {when: heat > 90}")).pass_days()
    blue_waits = next(m for m, act in enumerate(game.rules.acts) if act.side == 1)
    push = next(m for m, act in enumerate(game.rules.acts) if act.id == "push")
    for move, name, text in (
        (push, "NOT_OPEN", "act push: it is not open now (side red, day 2)"),
        (blue_waits, "NOT_YOUR_TURN", "act wait: it is not this side's turn (side red, day 2)"),
        (
            game.rules.ids.end,
            "NO_SUCH_MOVE",
            f"die {game.rules.ids.end - game.rules.ids.die}: there is no such move (side red, day 2)",
        ),
        (game.rules.ids.die, "NOT_YOUR_TURN", "die 0: it is not this side's turn (side red, day 2)"),
    ):
        with pytest.raises(IllegalMove) as caught:
            play(game.rules, game.state, move)
        assert caught.value.refusal.name == name
        if name != "NO_SUCH_MOVE":
            assert str(caught.value) == text
