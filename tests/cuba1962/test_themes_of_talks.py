"""What the crisis was about, played: secret talks, the ways it could be settled, and what came after."""

from collections.abc import Callable
from functools import cache

import pytest

from cuba1962.crisis import BUNDLE, Crisis, cuba, exposed, settle, standoff
from game.frontends.presenter.table.letters import inbox
from game.match.replay import past

SCENARIO = cuba().scenario
SECRET_OFFER = f"offer back_channel {BUNDLE}"
OPENLY = BUNDLE.replace("within_months secret", "within_months")
WITHOUT_TURKEY = BUNDLE.replace(" + withdraw_jupiters within_months secret", "")
PRIVATE_LETTER = "lift_quarantine + pledge_not_to_invade for withdraw_missiles within_weeks"
PUBLIC_LETTER = "pledge_not_to_invade + withdraw_jupiters within_months for withdraw_missiles within_weeks"

# --- secret talks ----------------------------------------------------------------------------------------------------


def two_letters() -> Crisis:
    """Returns the morning on which two different letters of Moscow lie open in Washington."""
    crisis = standoff("alliance", "parity").ussr(f"offer private_letter {PRIVATE_LETTER}", "act watch")
    return crisis.ussr(f"offer public_letter {PUBLIC_LETTER}", "act watch").morning()


def test_talks_two_letters_lie_open_and_the_better_one_is_answered() -> None:
    crisis = two_letters()
    letters = inbox(crisis.rules, crisis.view("us"), 0)
    assert {letter.channel for letter in letters} == {"private_letter", "public_letter"}
    assert all(letter.open and letter.accept in crisis.listed and letter.refuse in crisis.listed for letter in letters)
    better, worse = sorted(letters, key=lambda letter: letter.worth, reverse=True)
    assert better.channel == "private_letter" and better.worth >= worse.worth + 10, "the second asks for Turkey aloud"
    crisis.play(better.accept)
    assert crisis["deal"] and crisis["turkey_bargain"] == "none"
    assert not inbox(crisis.rules, crisis.view("us"), 0), "to accept one letter voids the other"
    assert crisis.end().ending == "bare_pledge"


def test_talks_the_other_letter_could_be_taken_as_well_and_each_can_be_refused() -> None:
    crisis = two_letters()
    public = next(letter for letter in inbox(crisis.rules, crisis.view("us"), 0) if letter.channel == "public_letter")
    assert crisis.twin().play(public.accept).end().ending == "open_trade"
    refused = crisis.twin().play(public.refuse)
    assert refused["tension"] > crisis["tension"] and refused["ussr.trust"] < crisis["ussr.trust"]
    assert refused["ussr.refused"] > crisis["ussr.refused"]
    assert len(inbox(refused.rules, refused.view("us"), 0)) == 1


def test_talks_an_answer_through_the_same_channel_is_no_refusal() -> None:
    crisis = two_letters()
    crisis.play("offer private_letter pledge_not_to_invade for withdraw_missiles at_once + inspection_at_sea")
    assert crisis["ussr.refused"] == 0
    assert [letter.channel for letter in inbox(crisis.rules, crisis.view("us"), 0)] == ["public_letter"]


def test_talks_what_goes_by_the_back_channel_is_seen_by_nobody_until_it_leaks() -> None:
    crisis = standoff().us(SECRET_OFFER)
    leaked, kept = crisis.twin().play("chance leak yes"), crisis.twin().play("chance leak no")
    assert 0 < crisis.outcomes["chance leak yes"] < 2_000
    assert leaked["us.standing"] < kept["us.standing"] and leaked["us.home"] < kept["us.home"]
    assert leaked["allies"] == "restive" and kept["allies"] == "loyal"
    assert kept["us.letter1"] and not leaked["us.letter1"], "what is in the newspapers is no offer any more"


def test_talks_a_leak_is_likelier_after_refusals_and_on_the_brink() -> None:
    crisis = standoff()
    refused = crisis.twin().us("offer public_letter nothing for halt_ships").ussr("refuse 1").sleep()
    first, second = (each.us(SECRET_OFFER).outcomes["chance leak yes"] for each in (crisis, refused))
    assert first < second


def test_talks_a_leaked_clause_is_denied_to_every_channel_for_two_days() -> None:
    crisis = standoff().us(SECRET_OFFER).play("chance leak yes")
    for _ in range(SCENARIO.deals.barred_days):
        assert not [offer for offer in crisis.offers if "withdraw_jupiters" in offer]
        assert [offer for offer in crisis.offers if "pledge_not_to_invade" in offer]
        crisis.sleep()
    crisis.sleep()
    assert SECRET_OFFER in crisis.offers


def test_talks_channels_are_denied_while_the_crisis_is_secret_or_the_clause_is() -> None:
    assert not Crisis().offers and not Crisis().us("act watch").offers, "nothing is written before it is in the open"
    open_ = {offer.split()[1] for offer in exposed().offers}
    assert open_ == set(SCENARIO.channels)
    assert {offer.split()[1] for offer in exposed().offers if "secret" in offer} == {"back_channel"}
    crisis = standoff().us(f"offer private_letter {PRIVATE_LETTER}", f"offer public_letter {PRIVATE_LETTER}")
    assert not crisis.offers, "two letters of a side are all that may lie open"


# --- resolution ------------------------------------------------------------------------------------------------------


def test_resolution_the_deal_of_1962_is_one_bundle_and_ends_in_the_secret_trade() -> None:
    match = past(cuba()).match
    assert SECRET_OFFER in match.moves and "accept 1" in match.moves
    assert match.outcome and match.outcome.ending == "secret_trade"
    gives, gets = (set(half.split(" + ")) for half in BUNDLE.split(" for "))
    assert gives == {"lift_quarantine", "pledge_not_to_invade", "withdraw_jupiters within_months secret"}
    assert gets == {"withdraw_missiles at_once", "inspection_at_sea"}


@pytest.mark.parametrize(
    ("bundle", "ending", "turkey"),
    [(BUNDLE, "secret_trade", "secret"), (OPENLY, "open_trade", "open"), (WITHOUT_TURKEY, "bare_pledge", "none")],
)
def test_resolution_what_is_said_of_turkey_makes_the_difference(bundle: str, ending: str, turkey: str) -> None:
    crisis = settle(standoff(), bundle)
    assert crisis.ending == ending and crisis.result.settled
    assert crisis["turkey_bargain"] == turkey
    assert crisis["turkey"] == ("deployed" if turkey == "none" else "withdrawn")
    assert crisis["cuba"] == "withdrawn" and crisis["pledge"] == "given" and crisis["quarantine"] == "lifted"


def test_resolution_on_the_path_itself_the_other_bundles_end_in_the_other_trades() -> None:
    match = past(cuba()).match
    for bundle, ending in ((OPENLY, "open_trade"), (WITHOUT_TURKEY, "bare_pledge"), (BUNDLE, "secret_trade")):
        crisis = Crisis()
        crisis.state = match.states[match.moves.index(SECRET_OFFER)]
        crisis.us(f"offer back_channel {bundle}", "act ultimatum_in_private").ussr("act recall_release", "accept 1")
        assert crisis.end().ending == ending


def test_resolution_a_promise_for_months_can_be_kept_feigned_or_dropped() -> None:
    crisis = standoff().us(SECRET_OFFER).ussr("act watch", "accept 1")
    while crisis.to_move == "chance" or "keep withdraw_jupiters" not in crisis.listed:
        crisis.step()
    kept, dropped = (crisis.twin().play(f"{how} withdraw_jupiters").end() for how in ("keep", "lapse"))
    feigned = crisis.twin().play("feign withdraw_jupiters")
    assert feigned.outcomes == {"chance found_out yes": 6_000, "chance found_out no": 4_000}, "counted at sea"
    found = feigned.twin().play("chance found_out yes").end()
    assert kept["turkey"] == "withdrawn" and dropped["turkey"] != "withdrawn"
    for broken in (dropped, found):
        assert broken["ussr.trust"] < kept["ussr.trust"] and broken["us.standing"] < kept["us.standing"]
        assert broken.result.scores.first < kept.result.scores.first


# --- aftermath -------------------------------------------------------------------------------------------------------


def with_talks() -> Crisis:
    """Returns a secret trade that also stops the raids and promises talks on a test ban."""
    more = BUNDLE.replace(" for ", " + stop_raids + test_ban_talks for ")
    return settle(standoff().ussr("act turn_ships", "act sound_out", "act sound_out", "act sound_out"), more)


def over_havana() -> Crisis:
    """Returns a secret trade after lies and refusals, over the head of Havana."""
    return settle(over_havana_before(), BUNDLE)


def over_havana_before() -> Crisis:
    """Returns a crisis of lies and refusals in which Havana was not asked."""
    crisis = Crisis().ussr("act deny").us("act broadcast", "act enforce_quarantine", "act low_flights")
    crisis.ussr("offer public_letter nothing for halt_ships", "act restrain_castro").us("refuse 1", "act watch")
    for act in ("restrain_castro", "watch", "watch"):
        crisis.us("offer public_letter nothing for freeze_sites", "act watch").ussr("refuse 1", f"act {act}")
    return crisis


def humbled() -> Crisis:
    """Returns a withdrawal for nothing but an end of the line, wrung out by an open ultimatum."""
    crisis = standoff().us("act ultimatum_in_public").ussr("act watch")
    return settle(crisis, "lift_quarantine for withdraw_missiles at_once + withdraw_bombers + inspection_on_site")


def forced() -> Crisis:
    """Returns the morning on which a notice has run out and the invasion force is ready."""
    crisis = standoff().us("act assemble_invasion", "act ultimatum_in_private")
    return crisis.ussr("act sound_out", "act show_calm", "act restrain_castro", "act sound_out").morning()


def fallen() -> Crisis:
    """Returns the fall of a President whom nobody follows any more."""
    crisis = standoff()
    draft = [*crisis.state]
    draft[crisis.rules.slots.index["us.home"]] = 1
    crisis.state = tuple(draft)
    return crisis.us("act ease_quarantine")


@cache
def ended(name: str) -> Crisis:
    """Returns one of some ways in which it may end."""
    bombers = BUNDLE.replace("inspection_at_sea", "withdraw_bombers + inspection_at_sea")
    ways: dict[str, Callable[[], Crisis]] = {
        "secret trade": lambda: settle(standoff(), BUNDLE),
        "open trade": lambda: settle(standoff(), OPENLY),
        "bare pledge": lambda: settle(standoff(), WITHOUT_TURKEY),
        "with talks": with_talks,
        "with bombers": lambda: settle(standoff(), bombers),
        "uncounted": lambda: settle(standoff(), bombers.replace(" + inspection_at_sea", "")),
        "leaked": lambda: settle(
            standoff()
            .us("offer back_channel withdraw_jupiters within_months secret for nothing")
            .play("chance leak yes")
            .sleep(3),
            BUNDLE,
        ),
        "over Havana": over_havana,
        "talks alone": lambda: settle(over_havana_before(), "test_ban_talks for halt_ships"),
        "humbled": humbled,
        "nothing": lambda: standoff().end(),
        "fall": fallen,
        "strike": lambda: forced().us("act strike_sites").play("chance turns no"),
        "landing": lambda: forced().us("act invade").play("chance turns no"),
        "nuclear war": lambda: forced().us("act strike_sites").play("chance turns yes"),
    }
    return ways[name]()


FOLLOWS = {
    "what_it_means": ("nuclear war", "strike"),
    "no_use_for_it": ("nuclear war", "landing"),
    "what_nobody_knew": ("nuclear war", "nothing"),
    "the_count_of_the_dead": ("landing", "strike"),
    "what_was_not_hit": ("strike", "landing"),
    "what_met_them": ("landing", "nuclear war"),
    "the_answer_elsewhere": ("strike", "nuclear war"),
    "no_more_letters": ("strike", "nothing"),
    "the_successors": ("fall", "nothing"),
    "where_it_stands": ("fall", "strike"),
    "hotline": ("secret trade", "over Havana"),
    "no_hotline": ("over Havana", "secret trade"),
    "test_ban": ("with talks", "bare pledge"),
    "talks_without_a_ban": ("talks alone", "with talks"),
    "no_test_ban": ("bare pledge", "with talks"),
    "a_speech_on_peace": ("with talks", "over Havana"),
    "jupiters_out": ("secret trade", "bare pledge"),
    "jupiters_stay": ("bare pledge", "secret trade"),
    "the_secret_kept": ("secret trade", "open trade"),
    "the_secret_out": ("leaked", "secret trade"),
    "turkey_and_the_allies": ("secret trade", "open trade"),
    "the_allies_doubt": ("open trade", "secret trade"),
    "the_bombers": ("with bombers", "secret trade"),
    "the_bombers_uncounted": ("uncounted", "with bombers"),
    "the_bombers_stay": ("secret trade", "with bombers"),
    "the_pledge": ("bare pledge", "humbled"),
    "no_pledge": ("humbled", "bare pledge"),
    "havana": ("with talks", "over Havana"),
    "havana_offended": ("over Havana", "with talks"),
    "peking": ("secret trade", "nothing"),
    "the_chairman": ("humbled", "with talks"),
    "not_over_cuba": ("with talks", "humbled"),
    "the_build_up": ("secret trade", "open trade"),
    "the_build_up_all_the_same": ("open trade", "secret trade"),
    "the_generals": ("bare pledge", "nothing"),
    "for_the_record": ("nothing", "bare pledge"),
    "tactical_warheads": ("secret trade", "nothing"),
    "still_uncounted": ("nothing", "secret trade"),
}
"""For each item of the aftermath a game after which it follows, and one after which it does not."""


def test_aftermath_every_item_is_tried() -> None:
    assert set(FOLLOWS) == set(SCENARIO.aftermath)
    assert len(FOLLOWS) >= 12


@pytest.mark.parametrize("item", FOLLOWS)
def test_aftermath_each_item_follows_from_one_game_and_not_from_another(item: str) -> None:
    present, absent = FOLLOWS[item]
    assert ended(present).aftermath[item], f"{item} after {present}"
    assert not ended(absent).aftermath[item], f"{item} after {absent}"


def followed(name: str) -> set[str]:
    """Returns the items that follow from one of the ways in which it may end."""
    return {item for item, follows in ended(name).aftermath.items() if follows}


def test_aftermath_of_a_war_tells_nothing_of_the_peace() -> None:
    war = {"nuclear war": 3, "landing": 4, "strike": 4}
    items = {name: followed(name) for name in war}
    assert {name: len(found) for name, found in items.items()} == war
    assert not items["nuclear war"] & (items["landing"] | items["strike"])
    peace = {name for name in FOLLOWS if any(name in followed(way) for way in ("secret trade", "nothing", "humbled"))}
    assert not peace & set().union(*items.values())
    assert all(SCENARIO.aftermath[item].otherwise is None for item in FOLLOWS)


@pytest.mark.parametrize("way", ["secret trade", "open trade", "bare pledge", "humbled", "nothing", "fall"])
def test_aftermath_of_every_other_ending_has_something_to_tell(way: str) -> None:
    assert len(followed(way)) >= (4 if way == "fall" else 6)


@pytest.mark.parametrize("way", ["secret trade", "uncounted", "humbled", "over Havana"])
def test_a_settlement_that_takes_the_missiles_away_leaves_nobody_at_the_guns(way: str) -> None:
    crisis = ended(way)
    left = {name: crisis[name] for name in ("cuba", "warheads", "quarantine", "us_alert", "soviet_alert", "hunt")}
    assert left == {
        "cuba": "withdrawn",
        "warheads": "sent_home",
        "quarantine": "lifted",
        "us_alert": "defcon_5",
        "soviet_alert": "normal",
        "hunt": "at_a_distance",
    }


def read(crisis: Crisis) -> dict[str, str | None]:
    """Returns the aftermath as it is read."""
    items = SCENARIO.aftermath
    return {name: items[name].text if follows else None for name, follows in crisis.aftermath.items()}


def test_aftermath_two_secret_trades_read_differently_where_trust_and_havana_differ() -> None:
    good, bad = ended("with talks"), ended("over Havana")
    assert good.ending == bad.ending == "secret_trade"
    assert good["castro"] == "loyal" and bad["castro"] != "loyal"
    assert good["us.trust"] >= bad["us.trust"] + 10 and good["ussr.trust"] > bad["ussr.trust"]
    different = {item for item, text in read(good).items() if text != read(bad)[item]}
    assert different >= {"hotline", "test_ban", "a_speech_on_peace", "havana"}
