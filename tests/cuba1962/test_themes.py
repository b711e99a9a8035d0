"""What the crisis was about, played: tension, mistrust, the standoff at sea, the ultimatum."""

from math import cos, hypot, radians

import pytest

from cuba1962.crisis import Crisis, cuba, exposed, standoff
from game.frontends.presenter.scenes.briefing import briefing
from game.frontends.presenter.table.composer import offer_sheet
from game.rules.notation import parse_offer
from game.rules.odds import hazard, war_tonight

SCENARIO = cuba().scenario
CLIMB = [
    ("broadcast", "raise_alert"),
    ("enforce_quarantine", "run_the_line"),
    ("raise_alert", "press_berlin"),
    ("total_blockade", "free_fire"),
    ("ultimatum_in_public", "denounce"),
]


def band(crisis: Crisis) -> str:
    """Returns the word for the tension as it is."""
    return next(band.text for band in SCENARIO.meters["tension"].bands if crisis["tension"] <= band.to)


def odds_of_war(crisis: Crisis) -> int:
    """Returns the chance in 10,000 that a strike on the sites grows into nuclear war."""
    return crisis.us("act strike_sites").outcomes["chance turns yes"]


def brink() -> Crisis:
    """Returns a morning on the brink, with the invasion force assembling."""
    crisis = Crisis().sleep().days(*CLIMB[:3]).us("act assemble_invasion").sleep()
    assert crisis["crisis"] == "on_the_brink"
    return crisis


# --- tension ---------------------------------------------------------------------------------------------------------


def test_tension_cuba_is_ninety_miles_away_on_the_map_and_in_the_prologue() -> None:
    assert SCENARIO.map
    (north, west), (south, further) = (SCENARIO.map.places[name].at for name in ("key_west", "havana"))
    miles = hypot(north - south, (west - further) * cos(radians(north))) * 60
    assert 85 <= miles <= 100
    card = next(card for card in SCENARIO.prologue if card.title == "Ninety miles")
    assert "ninety miles" in card.text and card.date < SCENARIO.calendar.first_day


def test_tension_rises_through_every_band_as_both_climb_until_there_is_war() -> None:
    crisis = Crisis().sleep()
    bands, gauge = [band(crisis)], [crisis["tension"]]
    for pair in CLIMB:
        crisis.days(pair)
        bands.append(band(crisis))
        gauge.append(crisis["tension"])
    assert list(dict.fromkeys(bands)) == ["calm", "watchful", "alarmed", "brink", "edge"]
    assert gauge == sorted(gauge)
    crisis.us("act go_to_maximum")
    assert crisis["tension"] == 100 and crisis.ending == "nuclear_war_by_decision"
    assert crisis.result.war == "nuclear" and tuple(crisis.result.scores) == (0, 0)


def test_tension_each_climb_makes_the_night_more_dangerous_and_falls_again_when_nobody_pulls() -> None:
    crisis = Crisis().sleep()
    for pair in CLIMB[:4]:
        before = crisis.twin().sleep(0)
        crisis.days(pair)
        assert hazard(crisis.rules, crisis.state) > hazard(before.rules, before.state)
        assert war_tonight(crisis.rules, crisis.state) > war_tonight(before.rules, before.state)
    top = crisis["tension"]
    crisis.days(("lower_alert", "stand_easy"), ("ease_quarantine", "hold_fire"), ("watch", "ease_berlin"))
    assert crisis["tension"] < top - 25


# --- mistrust --------------------------------------------------------------------------------------------------------


def test_mistrust_each_briefing_says_how_that_side_sees_the_other() -> None:
    crisis = Crisis()
    for number, side in enumerate(SCENARIO.side_names):
        paper = briefing(crisis.rules, crisis.state, number)
        assert SCENARIO.sides[side].sees_other in str(paper)
        assert len(SCENARIO.sides[side].sees_other.split()) >= 15
    assert SCENARIO.sides["us"].sees_other != SCENARIO.sides["ussr"].sees_other


def test_mistrust_a_denial_that_is_found_false_costs_trust_and_standing() -> None:
    lied, silent = (Crisis().us("act fly_u2").ussr(act).us("act watch") for act in ("act deny", "act watch"))
    assert lied["us.trust"] == silent["us.trust"], "nobody knows it for a lie yet"
    assert lied["ussr.home"] > silent["ussr.home"] and lied["tension"] < silent["tension"]
    for crisis in (lied, silent):
        crisis.us("act broadcast")
    assert lied["denial"] == "found_false" and silent["denial"] == "none"
    assert lied["us.trust"] == silent["us.trust"] - 6
    assert lied["ussr.standing"] < silent["ussr.standing"]
    assert lied["world"] > silent["world"], "the world believes Washington the more"
    assert "act deny" not in lied.ussr("act watch").us("act watch").listed


def price_of_a_word(crisis: Crisis) -> int:
    """Returns how many points less a promise for the coming weeks is worth on the offer than the deed at once."""
    values = []
    for form in ("at_once", "within_weeks"):
        offer = f"offer private_letter nothing for withdraw_missiles {form}"
        mask = crisis.rules.bundles.masks[
            (parse_offer(crisis.rules, offer) - crisis.rules.ids.offer) % len(crisis.rules.bundles.masks)
        ]
        sheet = offer_sheet(crisis.rules, crisis.view("us"), 0, "private_letter", mask)
        assert sheet.move == offer, sheet.reason
        values.append(sheet.worth)
    return values[0] - values[1]


def test_mistrust_the_same_promise_is_worth_more_on_the_offer_where_there_is_more_trust() -> None:
    trusted = Crisis().sleep().us("act broadcast").ussr("act halt_work")
    trusted.ussr("act turn_ships", "act sound_out", "act sound_out", "act sound_out").sleep()
    doubted = Crisis().ussr("act deny").us("act broadcast").ussr("act halt_work", "act resume_work")
    doubted.us("offer private_letter nothing for halt_ships").ussr("act watch", "refuse 1", "act watch").sleep()
    doubted.ussr("act halt_work", "act resume_work").sleep()
    for crisis in (trusted, doubted):
        while crisis.to_move != "us":
            crisis.step()
    assert trusted["us.trust"] > doubted["us.trust"] + 10
    assert 0 < price_of_a_word(trusted) < price_of_a_word(doubted)


# --- standoff at sea -------------------------------------------------------------------------------------------------


def test_sea_a_ship_hailed_and_let_pass_calms_and_one_boarded_does_not() -> None:
    passed, boarded, still = (standoff().us(f"act {name}") for name in ("let_ship_pass", "board_ship", "watch"))
    assert passed["tension"] < still["tension"] < boarded["tension"]
    assert passed["us.home"] < still["us.home"] < boarded["us.home"]
    assert passed["us.standing"] < still["us.standing"] < boarded["us.standing"]
    assert passed["ussr.trust"] > still["ussr.trust"] == boarded["ussr.trust"]
    assert passed["us.ladder"] < still["us.ladder"] < boarded["us.ladder"]
    assert {"act let_ship_pass", "act board_ship"} & set(exposed().listed) == set(), "first the line, then the ships"


def test_sea_ships_turned_back_are_news_the_next_morning_and_shift_the_balance() -> None:
    crisis = standoff().us("act watch")
    turned, still = crisis.twin().ussr("act turn_ships"), crisis.twin().ussr("act watch")
    assert turned["shipping"] == "turned_back" and turned.seen("us", "shipping") == "sailing"
    assert turned.reckon("balance") > still.reckon("balance")
    for each in (turned, still):
        each.morning()
    assert turned.seen("us", "shipping") == "turned_back"
    assert turned["tension"] < still["tension"] and turned["us.trust"] > still["us.trust"]


def test_sea_running_the_line_pulls_the_other_way_and_may_end_in_a_clash() -> None:
    crisis = standoff().us("act watch")
    run, still = crisis.twin().ussr("act run_the_line"), crisis.twin().ussr("act watch")
    assert run["tension"] > still["tension"] and run.reckon("balance") < still.reckon("balance")
    assert run.outcomes["chance boarding_clash"] > still.outcomes["chance boarding_clash"] + 800
    run.night("boarding_clash", "war no").morning()
    assert set(run.listed) == {"answer let_her_go", "answer shot_across_the_bow"}
    let_go = run.twin().us("answer let_her_go")
    shot = run.twin().us("answer shot_across_the_bow").play("chance out_of_hand no")
    assert let_go["tension"] < run["tension"] < shot["tension"]
    assert let_go["us.standing"] < shot["us.standing"] and let_go["ussr.trust"] > shot["ussr.trust"]
    lost = run.twin().us("answer shot_across_the_bow").play("chance out_of_hand yes")
    assert lost.ending == "nuclear_war_by_accident"
    held = let_go.twin().us("act watch").ussr("act hold_ships")
    assert held["shipping"] == "holding" and held["tension"] < let_go["tension"]


def test_sea_warheads_landed_before_the_line_closes_raise_readiness_and_what_a_strike_risks() -> None:
    ways = {
        "none": ("watch", "watch"),
        "landed": ("land_warheads", "watch"),
        "mated": ("land_warheads", "mate_warheads"),
    }
    games = {name: Crisis().sleep().ussr(f"act {acts[0]}", f"act {acts[1]}") for name, acts in ways.items()}
    assert games["none"]["readiness"] < games["landed"]["readiness"] < games["mated"]["readiness"]
    assert len({game.seen("us", "readiness") for game in games.values()}) == 1, "Washington does not see it"
    assert len({game["tension"] for game in games.values()}) == 1
    risks = {}
    for name, game in games.items():
        game.days(*CLIMB[:3]).us("act assemble_invasion").sleep()
        assert game["crisis"] == "on_the_brink"
        risks[name] = odds_of_war(game)
    assert risks["none"] + 200 <= risks["landed"] and risks["landed"] + 500 <= risks["mated"]
    assert "act land_warheads" not in standoff().us("act watch").listed, "the line is closed"


# --- confrontation and ultimatum -------------------------------------------------------------------------------------

IN_PRIVATE, IN_PUBLIC = "act ultimatum_in_private", "act ultimatum_in_public"
BARGAIN = "pledge_not_to_invade for withdraw_missiles at_once"


def given(notice: str) -> Crisis:
    """Returns the crisis in which a notice has just been given and Moscow is to move."""
    return standoff().us(notice)


def test_confrontation_the_sites_are_found_operational_before_the_notice() -> None:
    crisis = standoff().ussr(*["act speed_work"] * 4, "act complete_sites")
    assert crisis["cuba"] == "operational" and crisis["photographs"] == "building"
    crisis.night("high_films_show_them_ready yes").morning()
    assert crisis["photographs"] == "operational" and crisis.seen("us", "cuba") == "operational"
    assert crisis.us(IN_PRIVATE)["ultimatum"] == "delivered_in_private"


def test_ultimatum_in_public_presses_harder_and_costs_the_world_and_yielding() -> None:
    quiet, loud, none = given(IN_PRIVATE), given(IN_PUBLIC), given("act watch")
    assert quiet["ultimatum"] == "delivered_in_private" and loud["ultimatum"] == "delivered_in_public"
    assert none["tension"] < quiet["tension"] < loud["tension"]
    assert none.reckon("balance") < quiet.reckon("balance")
    assert loud["world"] < quiet["world"] == none["world"]
    assert loud["us.standing"] > quiet["us.standing"]
    private, public = (crisis.reckon("stiffness", "ussr") + 33 * (crisis["tension"] // 4) for crisis in (quiet, loud))
    assert private < public, "at the same tension it is harder to yield in public"


@pytest.mark.parametrize("notice", [IN_PRIVATE, IN_PUBLIC])
def test_ultimatum_met(notice: str) -> None:
    crisis = standoff().us(f"offer private_letter {BARGAIN}", notice).ussr("act watch").us("act watch")
    crisis.ussr("accept 1")
    assert crisis["ultimatum"] == "met"
    assert crisis.end().result.settled


@pytest.mark.parametrize("notice", [IN_PRIVATE, IN_PUBLIC])
def test_ultimatum_extended_and_then_expired(notice: str) -> None:
    crisis, still = given(notice).sleep(), given(notice).sleep()
    crisis.us("act extend_ultimatum")
    still.us("act watch")
    assert crisis["ultimatum"] == "extended" and crisis["tension"] < still["tension"]
    assert crisis["us.home"] < still["us.home"] and crisis["ussr.trust"] > still["ussr.trust"]
    crisis.sleep(1)
    assert crisis["ultimatum"] == "extended"
    crisis.sleep(1)
    assert crisis["ultimatum"] == "expired"


def expired(notice: str, *, force: bool) -> Crisis:
    """Returns the morning after a notice ran out, with or without an invasion force to act on it."""
    crisis = standoff()
    if force:
        crisis.us("act assemble_invasion")
    crisis.us(notice).ussr("act sound_out", "act show_calm", "act restrain_castro").morning()
    assert crisis["ultimatum"] == "expired"
    return crisis


@pytest.mark.parametrize("notice", [IN_PRIVATE, IN_PUBLIC])
def test_ultimatum_expired_and_then_the_strike(notice: str) -> None:
    crisis = expired(notice, force=True)
    crisis.us("act strike_sites")
    assert 0 < crisis.outcomes["chance turns yes"] < 10_000
    struck, burnt = crisis.twin().play("chance turns no"), crisis.twin().play("chance turns yes")
    assert struck.ending == "air_strike" and struck.result.war == "limited"
    assert burnt.ending == "nuclear_war_by_decision" and burnt.result.war == "nuclear"


@pytest.mark.parametrize("notice", [IN_PRIVATE, IN_PUBLIC])
def test_ultimatum_expired_and_then_nothing(notice: str) -> None:
    crisis, before = expired(notice, force=False), given(notice)
    assert "act strike_sites" not in crisis.listed
    assert crisis["us.home"] <= before["us.home"] - 8
    assert crisis["us.standing"] <= before["us.standing"] - 6
    assert not {IN_PRIVATE, IN_PUBLIC} & set(crisis.listed), "nobody believes a second one"
    assert crisis.reckon("balance") < before.reckon("balance")
    assert crisis.end().ending != "air_strike"


@pytest.mark.parametrize("notice", [IN_PRIVATE, IN_PUBLIC])
def test_ultimatum_withdrawn_costs_but_less_than_letting_it_run_out(notice: str) -> None:
    start = given(notice).sleep()
    still = standoff().us("act watch").sleep().sleep(2)
    withdrawn, ran_out = start.twin().us("act withdraw_ultimatum").sleep().sleep(1), start.twin().sleep(2)
    assert withdrawn["ultimatum"] == "withdrawn" and ran_out["ultimatum"] == "expired"
    assert withdrawn["day"] == ran_out["day"] == still["day"]
    for meter in ("us.home", "us.standing"):
        assert ran_out[meter] < withdrawn[meter] < still[meter] + (2 if meter == "us.home" else 4)
    assert withdrawn["us.home"] + withdrawn["us.standing"] < still["us.home"] + still["us.standing"]
    assert withdrawn["tension"] < ran_out["tension"] and withdrawn["ussr.trust"] > ran_out["ussr.trust"]
