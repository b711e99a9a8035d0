# ruff: noqa: E501 - scenario lines are read across
"""What a night brings: incidents, their answers, certain changes, pulls, dice, the timetable."""

import pytest
from toy import Game

from game.rules.slots import SUBJECT

NIGHT = ("act wait", "act wait")


def incidents(*rows: str, more: str = "") -> str:
    options = "options: {one: {}, two: {changes: {heat: +10}}}"
    texts = [
        f"{row.partition(':')[0]}: {{ends_in: war, answered_by: red, {options}, {row.partition(': ')[2]}}}"
        for row in rows
    ]
    return f"incidents: {{{', '.join(texts)}}}\n{more}"


def test_the_hazard_is_the_sum_of_the_odds_of_what_is_open() -> None:
    rows = ("spark: odds: 700", "fire: odds: 300, when: phase is hot", "flood: odds: {per heat above 10: 10}")
    game = Game(incidents(*rows)).play(*NIGHT)
    assert game.outcomes == {"chance spark": 700, "chance flood": 200, "chance quiet": 9100}


@pytest.mark.parametrize(("heat", "odds"), [(0, 100), (50, 100), (51, 104), (70, 180), (71, 190), (90, 380)])
def test_a_broken_line_makes_odds_convex(heat: int, odds: int) -> None:
    rows = ("spark: odds: {base: 100, per heat above 50: 4, per heat above 70: 6}",)
    game = Game(incidents(*rows, more=f"meters: {{heat: {{starts: {heat}}}}}")).play(*NIGHT)
    assert game.outcomes["chance spark"] == odds


def test_haste_makes_the_night_more_dangerous_and_is_forgotten_by_morning() -> None:
    more = "acts: {red: {climb: {rung: 3}}}\nhazard: {percent: {base: 100, per red climbed: 10, per blue climbed: 10}}"
    game = Game(incidents("spark: odds: 1000", more=more)).play("act climb", "act wait")
    assert game.outcomes["chance spark"] == 1300
    game.play("chance quiet")
    assert game["red.climbed"] == 0
    assert game.play(*NIGHT).outcomes["chance spark"] == 1000


def test_a_struck_deal_makes_incidents_less_likely() -> None:
    more = "hazard: {percent: {base: 100, if deal is struck: -40}}"
    game = Game(incidents("spark: odds: 1000", more=more)).play(
        "offer post give for take", "act wait", "accept 1", "act wait"
    )
    assert game.outcomes["chance spark"] == 600


def test_the_hazard_has_a_top_that_cuts_the_last_incidents() -> None:
    more = "hazard: {at_most: 5000}"
    game = Game(incidents("a: odds: 3000", "b: odds: 4000", "c: odds: 2000", more=more)).play(*NIGHT)
    assert game.outcomes == {"chance a": 3000, "chance b": 2000, "chance quiet": 5000}


def test_a_night_that_cannot_be_quiet_does_not_list_quiet() -> None:
    game = Game(incidents("a: odds: 9999999", more="hazard: {at_most: 10000}")).play(*NIGHT)
    assert game.outcomes == {"chance a": 10_000}


def test_odds_below_zero_are_none() -> None:
    assert Game(incidents("a: odds: -5", "b: odds: 9")).play(*NIGHT).outcomes == {"chance b": 9, "chance quiet": 9991}


def test_a_night_draws_until_it_is_quiet_and_each_incident_once_a_game() -> None:
    game = Game(incidents("a: odds: 2000", "b: odds: 1000", "c: odds: 500")).play(*NIGHT, "chance b")
    assert game.outcomes == {"chance a": 2000, "chance c": 500, "chance quiet": 7500}
    game.play("chance a", "chance quiet")
    assert (game["day"], game.to_move, game.legal) == (2, "red", ["answer one", "answer two"])
    game.play("answer one", "answer one", *NIGHT)
    assert game.outcomes == {"chance c": 500, "chance quiet": 9500}


@pytest.mark.parametrize("draws", [1, 2, 3])
def test_a_night_draws_no_more_than_the_scenario_says(draws: int) -> None:
    rows = [f"{name}: odds: 1000" for name in "abcd"]
    game = Game(incidents(*rows, more=f"hazard: {{draws: {draws}}}")).play(*NIGHT)
    for name in "abcd"[:draws]:
        assert game.to_move == "chance"
        game.play(f"chance {name}")
    assert game["day"] == 2


def test_an_incident_changes_things_at_once_and_may_start_the_war_at_the_odds_of_before() -> None:
    game = Game(incidents("spark: odds: 1000, changes: {heat: +20}, war: {per heat: 10}")).play(*NIGHT, "chance spark")
    assert game["heat"] == 50
    assert game.outcomes == {"chance war yes": 300, "chance war no": 9700}
    twin = Game(game.rules).play(*NIGHT, "chance spark", "chance war no")
    assert twin.outcomes == {"chance quiet": 10_000}
    assert game.play("chance war yes").ending == "war"


def test_the_ending_names_the_incident_that_brought_it() -> None:
    game = Game(incidents("a: odds: 1", "b: odds: 1000, war: 5000")).play(*NIGHT, "chance b", "chance war yes")
    assert game.state[SUBJECT] == 1


@pytest.mark.parametrize(("odds", "ending"), [(0, "none"), (-9, "none"), (10_000, "war"), (99_999, "war")])
def test_war_that_is_certain_or_impossible_casts_no_die(odds: int, ending: str) -> None:
    game = Game(incidents(f"spark: odds: 1000, war: {odds}")).play(*NIGHT, "chance spark")
    assert game.ending == ending
    assert "chance war yes" not in game.outcomes


def test_an_incident_is_answered_in_the_morning_by_the_side_it_falls_to() -> None:
    rules = incidents("a: odds: 1000", "b: odds: 1000").replace("answered_by: red", "answered_by: blue", 1)
    game = Game(rules).play(*NIGHT, "chance a", "chance b", "chance quiet")
    assert (game.to_move, game.legal) == ("red", ["answer one", "answer two"])
    game.play("answer two")
    assert "act wait" in game.legal
    game.play("act wait")
    assert (game.to_move, game.legal) == ("blue", ["answer one", "answer two"])
    assert game["heat"] == 40


def test_answers_are_open_while_their_conditions_hold() -> None:
    options = "options: {one: {}, two: {when: heat >= 40}, three: {when: our home >= 50}}"
    game = Game(f"incidents: {{a: {{ends_in: war, answered_by: blue, odds: 1000, {options}}}}}")
    game.play(*NIGHT, "chance a", "chance quiet", "act wait")
    assert game.legal == ["answer one", "answer three"]


HAND = "incidents: {{a: {{ends_in: war, answered_by: red, odds: 1000, options: {{one: {{changes: {{heat: +40}}, out_of_hand: {odds}}}, two: {{}}}}}}}}"


def test_an_answer_may_get_out_of_hand_at_the_odds_shown() -> None:
    game = Game(HAND.format(odds="{per heat: 20}")).play(*NIGHT, "chance a", "chance quiet", "answer one")
    assert game.outcomes == {"chance out_of_hand yes": 600, "chance out_of_hand no": 9400}
    twin = Game(game.rules).play(*NIGHT, "chance a", "chance quiet", "answer one", "chance out_of_hand no")
    assert (twin.to_move, "act wait" in twin.legal, twin["heat"]) == ("red", True, 70)
    assert game.play("chance out_of_hand yes").ending == "war"


@pytest.mark.parametrize(("odds", "ending"), [(0, "none"), (-1, "none"), (10_000, "war"), (12_345, "war")])
def test_what_gets_out_of_hand_for_certain_or_never_casts_no_die(odds: int, ending: str) -> None:
    game = Game(HAND.format(odds=odds)).play(*NIGHT, "chance a", "chance quiet", "answer one")
    assert (game.to_move, game.ending) == ("red" if ending == "none" else "over", ending)


def test_an_incident_seen_by_its_answerer_leaves_no_trace_in_the_others_view() -> None:
    quiet = "incidents: {a: {ends_in: war, answered_by: blue, seen_by: blue, odds: 1000, options: {one: {}, two: {}}}}"
    game = Game(quiet).play(*NIGHT, "chance a")
    assert game.rules.viewers[0](game.state) == game.rules.viewers[0](Game(game.rules).play(*NIGHT).state)
    game.play("chance quiet")
    assert game.rules.viewers[0](game.state) == game.rules.viewers[0](
        Game(game.rules).play(*NIGHT, "chance quiet").state
    )


def test_certain_changes_of_a_night_come_in_the_order_of_the_file() -> None:
    game = Game(
        "each_night: {more: {changes: {heat: +10}}, half: {when: heat >= 40, changes: {heat: -20}}, never: {when: heat > 90, changes: {heat: -90}}}"
    )
    assert game.pass_days()["heat"] == 20


@pytest.mark.parametrize(
    ("start", "goal", "up", "down", "after"),
    [
        (30, 66, 6, 12, 36),
        (66, 30, 6, 12, 63),
        (30, 33, 6, 12, 31),
        (33, 30, 6, 12, 32),
        (30, 30, 6, 12, 30),
        (90, 250, 2, 2, 100),
        (10, -90, 2, 2, 0),
        (50, 61, 6, 12, 51),
    ],
)
def test_a_pulled_meter_goes_a_share_of_the_gap_and_at_least_one(
    start: int, goal: int, up: int, down: int, after: int
) -> None:
    game = Game(f"meters: {{heat: {{starts: {start}, pulled: {{to: {goal}, up: {up}, down: {down}}}}}}}")
    assert game.pass_days()["heat"] == after


def test_a_meter_below_zero_is_pulled_like_others() -> None:
    game = Game("meters: {world: {starts: -20, pulled: {to: {base: -10, if alert is low: -21}, up: 5, down: 4}}}")
    assert game.pass_days()["world"] == -22


def test_nightly_dice_are_cast_after_the_certain_changes_and_pulls() -> None:
    game = Game("""each_night: {die: {when: heat >= 35, odds: {per heat: 100}, changes: {world: +1}}, sure: {changes: {heat: +5}}}
meters: {heat: {pulled: {to: 45, up: 2, down: 2}}}""").play(*NIGHT, "chance quiet")
    assert game.outcomes == {"chance die yes": 4000, "chance die no": 6000}
    assert game.play("chance die yes")["world"] == 1
    assert game["day"] == 2


def test_nightly_dice_that_are_certain_or_impossible_are_not_cast() -> None:
    game = Game(
        "each_night: {a: {odds: 10000, changes: {world: +1}}, b: {odds: 0, changes: {world: +10}}, c: {odds: 5000, changes: {world: +5}}, d: {odds: -3}}"
    )
    game.play(*NIGHT, "chance quiet")
    assert (game["world"], list(game.outcomes)) == (1, ["chance c yes", "chance c no"])
    assert game.play("chance c no")["day"] == 2


def test_a_night_may_report_what_is_hidden() -> None:
    rules = "regions: {store: {states: [empty, full], seen_by: blue}}\nacts: {blue: {fill: {changes: {store: full}}}}\neach_night: {report: {when: heat >= 30, odds: 5000, reveals: {red: [store]}}}"
    game = Game(rules).play("act wait", "act fill", "chance quiet", "chance report no")
    assert game.seen("red", "store") == "empty"
    game.play(*NIGHT, "chance quiet", "chance report yes")
    assert (game.seen("red", "store"), game.seen("red", "reported.store")) == ("full", 2)


def test_the_timetable_may_end_the_game_after_a_night_and_the_last_day_does() -> None:
    game = Game("calendar: {days: 3, timetable: {2: 2500}}").pass_days()
    game.play(*NIGHT, "chance quiet")
    assert game.outcomes == {"chance close yes": 2500, "chance close no": 7500}
    twin = Game(game.rules).pass_days().play(*NIGHT, "chance quiet", "chance close no", *NIGHT, "chance quiet")
    assert (twin.to_move, twin.ending, twin["day"]) == ("over", "drift", 3)
    assert game.play("chance close yes").ending == "drift"


def test_nights_left_count_down() -> None:
    game = Game("calendar: {days: 4}\nacts: {red: {late: {when: nights_left <= 2}}}")
    assert "late" not in game.acts
    assert "late" in game.pass_days().acts
