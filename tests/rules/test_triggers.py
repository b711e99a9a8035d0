# ruff: noqa: E501 - scenario lines are read across
"""Triggers and endings, looked for after every move."""

from toy import Game

PUSH = "acts: {red: {push: {changes: {heat: +20}}}}\n"


def test_a_trigger_fires_when_its_condition_comes_true() -> None:
    game = Game(PUSH + "triggers: {tense: {when: phase is calm and heat >= 50, changes: {phase: tense, world: -5}}}")
    game.pass_days()
    assert game["phase"] == "calm"
    game.play("act push")
    assert (game["phase"], game["world"]) == ("tense", -5)


def test_triggers_wake_each_other_in_any_order_of_the_file() -> None:
    game = Game(
        PUSH
        + """triggers:
  last: {when: alert is not top and phase is hot, changes: {alert: top}}
  second: {when: phase is tense, changes: {phase: hot}}
  first: {when: phase is calm and heat >= 50, changes: {phase: tense}}"""
    )
    assert game.play("act push")["alert"] == "top"


def test_a_trigger_fires_at_most_once_a_move() -> None:
    game = Game(PUSH + "triggers: {cool: {when: heat >= 50, changes: {heat: -1}}}")
    assert game.play("act push")["heat"] == 49
    game = Game("meters: {heat: {starts: 45}}\n" + PUSH + "triggers: {cool: {when: heat >= 50, changes: {heat: -1}}}")
    assert game.play("act push")["heat"] == 64


def test_after_a_trigger_has_fired_it_is_begun_from_the_top() -> None:
    game = Game(
        PUSH
        + """triggers:
  reward: {when: phase is hot, changes: {phase: tense, world: +1}}
  climb: {when: phase is calm and heat >= 50, changes: {phase: hot}}
  spoil: {when: phase is hot, changes: {phase: calm, world: -9}}"""
    )
    assert game.play("act push")["world"] == 1


def test_what_holds_from_the_start_has_its_consequence() -> None:
    game = Game("triggers: {tense: {when: phase is calm and heat >= 30, changes: {phase: tense}}}")
    assert game["phase"] == "tense"


def test_a_condition_for_days_wakes_by_itself() -> None:
    game = Game(
        "acts: {red: {go: {changes: {alert: high}}}}\ntriggers: {late: {when: alert is high for 2 days, changes: {alert: top}}}"
    )
    game.pass_days(3).play("act go").pass_days()
    assert game["alert"] == "high"
    assert game.pass_days()["alert"] == "top"


def test_days_are_counted_anew_when_a_region_leaves_and_comes_back() -> None:
    game = Game(
        "acts: {red: {up: {changes: {alert: high}}, down: {changes: {alert: low}}, late: {when: alert is low for 2 days}, odd: {when: days of alert is high >= 2}}}"
    )
    assert "late" not in game.acts
    assert "late" in game.pass_days(2).acts
    game.play("act up").pass_days()
    assert game.acts == {"wait", "down"}
    assert "odd" in game.pass_days().acts
    game.play("act down").pass_days()
    assert "late" not in game.acts
    assert "late" in game.pass_days().acts


def test_letters_wake_what_asks_for_them() -> None:
    counted = "triggers: {many: {when: phase is calm and red letters >= 2, changes: {phase: tense}}}"
    game = Game("channels: {wire: {}}\n" + counted).play("offer post give for nothing")
    assert game["phase"] == "calm"
    assert game.play("offer wire give for take")["phase"] == "tense"


def test_letters_lying_open_wake_what_asks_for_them() -> None:
    lying = """triggers:
  some: {when: phase is calm and red letters_open >= 1, changes: {phase: tense}}
  none: {when: phase is tense and red letters_open = 0, changes: {phase: hot}}"""
    game = Game(lying).play("offer post give for nothing")
    assert game["phase"] == "tense"
    assert game.play("act wait", "refuse 1")["phase"] == "hot"


def test_a_letter_that_lapses_wakes_what_asks_for_letters() -> None:
    game = Game("""channels: {post: {lasts: 1}}
triggers: {some: {when: phase is calm and red letters_open >= 1, changes: {phase: tense}}, none: {when: phase is tense and red letters_open < 1, changes: {phase: hot}}}""")
    game.play("offer post give for nothing").pass_days()
    assert game["phase"] == "tense"
    assert game.pass_days()["phase"] == "hot"


def test_the_face_of_a_deal_wakes_what_asks_for_it_and_repudiating_again() -> None:
    game = Game("""clauses: {give: {face: 7, weight: 2}}
acts: {blue: {tear: {repudiates: true}}}
triggers: {proud: {when: phase is calm and red face + red weight >= 9, changes: {phase: tense}}, torn: {when: phase is tense and red face = 0, changes: {phase: hot}}}""")
    game.play("offer post give for take", "act wait", "accept 1")
    assert game["phase"] == "tense"
    assert game.play("act tear")["phase"] == "hot"


def test_the_first_ending_of_the_file_that_holds_is_reached() -> None:
    ends = "endings: {war: {when: heat >= 50}, fall: {when: heat >= 40}, peace: {}, drift: {}}"
    game = Game("acts: {red: {push: {changes: {heat: +20}}, nudge: {changes: {heat: +10}}}}\n" + ends)
    twin = Game(game.rules)
    assert game.play("act push").ending == "war"
    assert twin.play("act nudge").ending == "fall"


def test_an_ending_may_turn_into_another_by_a_die() -> None:
    chain = """acts: {red: {strike: {ends_in: strike}}}
endings: {strike: {war: limited, turns_into: {ending: fire, odds: 2500}}, fire: {war: limited, turns_into: {ending: war, odds: {per heat: 100}}}}"""
    game = Game(chain).play("act strike")
    assert game.outcomes == {"chance turns yes": 2500, "chance turns no": 7500}
    no = Game(game.rules).play("act strike", "chance turns no")
    assert (no.to_move, no.ending) == ("over", "strike")
    game.play("chance turns yes")
    assert game.outcomes == {"chance turns yes": 3000, "chance turns no": 7000}
    assert game.play("chance turns yes").ending == "war"


def test_an_ending_turns_for_certain_or_never_without_a_die() -> None:
    def odds(number: int) -> Game:
        rules = f"acts: {{red: {{strike: {{ends_in: strike}}}}}}\nendings: {{strike: {{turns_into: {{ending: war, odds: {number}}}}}}}"
        return Game(rules).play("act strike")

    assert (odds(10_000).to_move, odds(10_000).ending) == ("over", "war")
    assert (odds(0).to_move, odds(0).ending) == ("over", "strike")


def test_where_no_ending_asks_for_what_has_come_to_be_the_last_of_the_file_is_reached() -> None:
    game = Game("calendar: {days: 2}\nendings: {drift: {when: time is up and heat > 90}, other: {when: heat >= 99}}")
    game.pass_days(9)
    assert (game.to_move, game.ending) == ("over", "other")
