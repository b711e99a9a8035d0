# ruff: noqa: E501 - scenario lines are read across
"""Signing, settling, the months after, and what a deal is worth."""

import pytest
from toy import Game

from game.rules.outcome import outcome
from game.rules.slots import FEIGNED, KEPT
from game.rules.view import view
from game.rules.worth import no_deal, worth

OFFER = "offer post give for take"
SIGNED = (OFFER, "act wait", "accept 1")


def scores(game: Game) -> tuple[int, int]:
    result = outcome(game.rules, game.state)
    assert result is not None
    return tuple(result.scores)


def test_signing_counts_for_both_sides_then_promises_then_the_channel() -> None:
    game = Game("""deals: {signed: {our trust: +5, heat: -4, our standing: {per their face: 1}}}
clauses: {give: {face: 12, weight: 2, promised: {in_public: {our home: -3, world: {percent of heat: 100}}}}, take: {face: 4, weight: 1}}
channels: {post: {accepted: {our standing: +1, world: {per world: 1}}}}""").play(*SIGNED)
    assert (game["red.trust"], game["blue.trust"], game["heat"]) == (55, 55, 22)
    assert (game["red.face"], game["blue.face"], game["red.weight"], game["blue.weight"]) == (12, 4, 2, 1)
    assert (game["red.standing"], game["blue.standing"]) == (55, 62)
    assert (game["red.home"], game["world"]) == (47, 44), (
        "the promise reads the heat of after signing; the channel doubles"
    )


def test_secret_clauses_cost_a_share_of_the_face_and_promise_in_secret() -> None:
    rules = """channels: {post: {secret: true}}
deals: {secret_face: 30}
clauses: {give: {face: 11, forms: [within_months, within_months secret], promised: {in_public: {world: +1}, in_secret: {world: -1}}}}"""
    openly = Game(rules).play("offer post give within_months for take", "act wait", "accept 1")
    secretly = Game(rules).play("offer post give within_months secret for take", "act wait", "accept 1")
    assert (openly["red.face"], openly["world"]) == (11, 1)
    assert (secretly["red.face"], secretly["world"]) == (3, -1)


def test_settling_days_allow_calm_acts_and_repudiating_alone() -> None:
    sides = "up: {rung: 1}, still: {}, down: {rung: -1}, tear: {rung: 2, repudiates: true}"
    game = Game(f"acts: {{red: {{{sides}}}, blue: {{{sides}}}}}")
    assert game.acts == {"wait", "up", "still", "down"}
    game.play(*SIGNED)
    assert game.acts == {"wait", "still", "down", "tear"}
    assert game.play("act wait", "chance quiet").acts == {"wait", "still", "down", "tear"}


def test_repudiating_forgets_the_deal_and_is_charged() -> None:
    game = Game(
        "acts: {red: {tear: {repudiates: true}}}\nclauses: {give: {face: 9}}\ndeals: {repudiated: {their trust: -30}, settling_nights: 3}"
    )
    game.play(*SIGNED).pass_days().play("act tear")
    assert (game["deal"], game["red.face"], game["blue.trust"], game["red.trust"]) == ("none", 0, 20, 50)
    assert game.offers, "letters are open again"
    assert game.pass_days(3)["deal"] == "none"


def test_what_is_to_be_done_at_once_is_done_by_the_night_it_is_due() -> None:
    game = Game("""deals: {settling_nights: 3}
clauses: {give: {due: 1, carried_out: {world: +1}}, take: {due: 2, carried_out: {world: +10}}, late: {given_by: red, due: 3, carried_out: {alert: top}}}""")
    game.play("offer post give + late for take", "act wait", "accept 1")
    worlds = [game.pass_days()["world"] for _ in range(2)]
    assert worlds == [1, 11]
    assert game["alert"] == "low"
    assert (game.pass_days()["alert"], game.ending) == ("top", "peace")


def test_what_is_not_yet_due_is_done_when_the_settling_ends() -> None:
    game = Game("deals: {settling_nights: 1}\nclauses: {give: {due: 3, carried_out: {world: +1}}}").play(*SIGNED)
    assert (game.pass_days()["world"], game.ending) == (1, "peace")


def test_the_timetable_waits_while_a_deal_settles() -> None:
    game = Game("calendar: {days: 2}\ndeals: {settling_nights: 3}").pass_days().play(*SIGNED)
    assert game.pass_days(3).ending == "peace"
    assert Game("calendar: {days: 2}").pass_days(2).ending == "drift"


MONTHS = """deals: {settling_nights: 1, found_out: {base: 3500, if phase is tense: 7000}, breach: {our standing: -8, their trust: -20}}
clauses:
  give: {forms: [within_weeks], can_be_feigned: true, carried_out: {world: +5}}
  take: {forms: [within_months], rests_on_word: 50, carried_out: {world: +7}}
  more: {given_by: red, forms: [within_months], carried_out: {world: +9}}
mandates: {red: {plain: {wants: {take: 30, give: -10, more: -4}}}, blue: {plain: {wants: {give: 30, take: -10, more: 4}}}}
scores: {red: {base: 20, per our terms: 1, per our breaches: -2}, blue: {base: 20, per our terms: 1}}
endings: {drift: {}, war: {when: world >= 40}}
"""


def months(more: str = "") -> Game:
    return Game(MONTHS + more).play(
        "offer post give + more for take", "act wait", "accept 1", "act wait", "chance quiet"
    )


def test_in_the_months_after_each_side_is_asked_for_every_deferred_clause_it_owes() -> None:
    game = months()
    assert (game.to_move, game.legal) == ("red", ["keep give", "feign give", "lapse give"])
    game.play("keep give")
    assert (game.to_move, game.legal) == ("red", ["keep more", "lapse more"])
    game.play("lapse more")
    assert (game.to_move, game.legal) == ("blue", ["keep take", "lapse take"])
    game.play("keep take")
    assert (game.to_move, game.ending, game["world"]) == ("over", "peace", 12)


def test_a_clause_kept_counts_in_full_and_one_that_lapsed_brings_its_receiver_nothing() -> None:
    kept = months().play("keep give", "keep more", "keep take")
    assert scores(kept) == (20 + 30 - 10 - 4, 20 + 30 - 10 + 4)
    broken = months().play("keep give", "keep more", "lapse take")
    assert scores(broken) == (20 + 0 - 14, 20 + 34 - 5)
    assert (broken["blue.breaches"], broken["blue.standing"], broken["red.trust"]) == (1, 42, 30)


def test_a_clause_feigned_casts_a_die_and_is_a_breach_if_found_out() -> None:
    game = months().play("feign give")
    assert game.outcomes == {"chance found_out yes": 3500, "chance found_out no": 6500}
    found = months().play("feign give", "chance found_out yes", "keep more", "keep take")
    hidden = months().play("feign give", "chance found_out no", "keep more", "keep take")
    assert (found["red.breaches"], found["blue.trust"], found["world"]) == (1, 30, 16)
    assert (hidden["red.breaches"], hidden["blue.trust"], hidden["world"]) == (0, 50, 16)
    assert scores(hidden) == (20 + 30 - 4, 20 - 10 + 4), "a clause feigned is worth nothing to either"
    assert scores(found) == (20 + 30 - 4 - 2, 20 - 10 + 4)


def test_a_feigned_clause_looks_kept_to_the_other_side() -> None:
    game = months().play("feign give", "chance found_out no")
    twin = months().play("keep give")
    seen, of_twin = (view(game.rules, state, 1) for state in (game.state, twin.state))
    assert seen[KEPT] == of_twin[KEPT] != game.state[KEPT]
    assert seen[FEIGNED] == of_twin[FEIGNED] != game.state[FEIGNED]


@pytest.mark.parametrize(("odds", "breaches"), [(0, 0), (-100, 0), (10_000, 1), (12_000, 1)])
def test_being_found_out_for_certain_or_never_casts_no_die(odds: int, breaches: int) -> None:
    game = Game(MONTHS.replace("{base: 3500, if phase is tense: 7000}", str(odds)))
    game.play("offer post give + more for take", "act wait", "accept 1", "act wait", "chance quiet", "feign give")
    assert (game.to_move, game["red.breaches"]) == ("red", breaches)


def test_an_ending_can_come_while_clauses_are_carried_out() -> None:
    game = months("acts: {red: {x: {}}}\nmeters: {world: {starts: 36}}").play("keep give")
    assert (game.to_move, game.ending) == ("over", "war")


def test_a_deal_without_deferred_clauses_is_done_after_the_settling_nights() -> None:
    game = Game().play(*SIGNED).pass_days()
    assert (game["deal"], game.to_move) == ("struck", "red")
    game.pass_days()
    result = outcome(game.rules, game.state)
    assert result and (result.ending, result.settled, result.day, tuple(result.scores)) == ("peace", True, 1, (20, 20))


RED_LINES = """clauses: {vow: {given_by: red, forms: [at_once, within_months]}}
mandates: {red: {plain: {wants: {take: 60, give: -10, vow: {at_once: -7, within_months: -3}}, red_line: {never: [vow at_once], costs: 25}},
                 calm: {wants: {take: 20}}},
           blue: {plain: {wants: {give: 40, vow: 5, take: 0}, red_line: {needs: [give, vow within_months], costs: 30}}}}"""


@pytest.mark.parametrize(
    ("bundle", "red", "blue"),
    [
        ("give for take", 50, 40),
        ("vow at_once for take", 60 - 7 - 25, 5 - 30),
        ("vow within_months for take", 57, 5),
        ("give + vow at_once for take", 60 - 10 - 7 - 25, 45),
        ("nothing for take", 60, -30),
    ],
)
def test_a_mandate_weighs_clauses_by_form_and_charges_its_red_line(bundle: str, red: int, blue: int) -> None:
    game = Game(RED_LINES).play(f"offer post {bundle}", "act wait", "accept 1").pass_days(2)
    while game.to_move in ("red", "blue"):
        game.play(game.legal[0])
    assert (game["red.terms"], game["blue.terms"]) == (red, blue)
    assert scores(game) == (max(0, red), max(0, blue))


def test_the_mandate_dealt_is_the_one_that_scores() -> None:
    game = (
        Game(RED_LINES, mandates=("calm", "plain"))
        .play("offer post give for take", "act wait", "accept 1")
        .pass_days(2)
    )
    assert game["red.terms"] == 20


def mask(game: Game, text: str) -> int:
    forms = game.rules.bundles.forms
    return sum(1 << i for i, form in enumerate(forms) if f"{form.clause} {form.form}" in text.split(" + "))


def test_worth_is_what_signing_and_keeping_would_score() -> None:
    rules = "deals: {signed: {our standing: +5}}\nclauses: {give: {promised: {in_public: {our standing: -9}}}}\nscores: {red: {per our terms: 1, per our standing: 1}}"
    game = Game(rules)
    promised = [worth(game.rules, game.state, side, mask(game, "give at_once + take at_once")) for side in (0, 1)]
    assert promised == [20 + 46, 20]
    assert scores(game.play(*SIGNED).pass_days(2)) == (66, 20)


def test_a_promise_that_rests_on_the_word_is_worth_what_trust_makes_it() -> None:
    rules = "clauses: {take: {forms: [at_once, within_months], rests_on_word: 80}}\ndeals: {counts: {per our trust: 1}}\nmeters: {trust: {starts: {red: %d, blue: 50}}}\nmandates: {red: {plain: {wants: {take: 50}}}}"
    for trust, value in ((0, 10), (50, 30), (100, 50)):
        game = Game(rules % trust)
        assert worth(game.rules, game.state, 0, mask(game, "take within_months")) == value
        assert worth(game.rules, game.state, 0, mask(game, "take at_once")) == 50
        assert worth(game.rules, game.state, 1, mask(game, "take within_months")) == -10, (
            "what one gives counts in full"
        )


def test_worth_can_be_asked_for_another_mandate() -> None:
    game = Game(RED_LINES)
    assert worth(game.rules, game.state, 0, mask(game, "take at_once"), 1) == 20


def test_no_deal_is_read_from_the_state() -> None:
    game = Game(
        "reckonings: {no_deal: {each: ~, red: {base: 20, per 10 heat: 1}, blue: 7}}\nacts: {red: {push: {changes: {heat: +20}}}}"
    )
    assert [no_deal(game.rules, game.state, side) for side in (0, 1)] == [23, 7]
    assert no_deal(game.rules, game.play("act push").state, 0) == 25


def test_scores_stay_between_0_and_100() -> None:
    game = Game("scores: {red: {base: 500}, blue: {base: -50}}").play(*SIGNED).pass_days(2)
    assert scores(game) == (100, 0)


def test_an_ending_may_have_scores_of_its_own() -> None:
    game = Game("calendar: {days: 1}\nendings: {drift: {scores: {red: {per our no_deal: 2}, blue: 33}}}").pass_days()
    assert scores(game) == (20, 33)
