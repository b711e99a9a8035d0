"""The war room says what the rules say, in the scenario's words, and nothing that its side cannot know."""

from dataclasses import replace

from hidden import scrambled
from random_matches import played
from toy import load_toy

from game.frontends import presenter
from game.frontends.presenter.room.header import ends
from game.match.match import Match
from game.rules.moves import legal_moves
from game.rules.notation import format_move
from game.rules.odds import hazard, war_tonight
from game.rules.ruleset import Ruleset
from game.rules.slots import LETTER
from game.rules.worth import no_deal


def test_open_cards_are_the_legal_acts_and_closed_ones_say_why(rules: Ruleset) -> None:
    for seed in range(4):
        for match in played(rules, seed):
            for side in (0, 1):
                view = match.view(side)
                room = presenter.war_room(rules, view, presenter.facts_of(match, side))
                cards = [card for rung in room.rungs for card in rung.acts]
                legal = (
                    {format_move(rules, view, move) for move in legal_moves(rules, view)}
                    if match.actor == side
                    else set()
                )
                assert {card.move for card in cards if card.open} == {text for text in legal if text.startswith("act")}
                assert all(card.reason for card in cards if not card.open)
                assert [rung.rung for rung in room.rungs] == sorted({card.rung for card in cards})
                assert {letter.accept for letter in room.inbox} - {""} == {t for t in legal if t.startswith("accept")}


def test_the_gauge_shows_the_figures_of_the_view(rules: Ruleset) -> None:
    for match in played(rules, 7):
        for side in (0, 1):
            view = match.view(side)
            gauge = presenter.gauge(rules, view, side)
            assert gauge.value == rules.read(view, rules.scenario.roles.gauge)
            assert gauge.hazard.of_ten_thousand == hazard(rules, view)
            assert gauge.war.of_ten_thousand == war_tonight(rules, view)
            assert gauge.balance.no_deal == no_deal(rules, view, side)
            assert gauge.alert.word == gauge.alert.words[gauge.alert.index]


def test_screens_are_the_same_whatever_the_other_side_hides(rules: Ruleset) -> None:
    for match in played(rules, 11):
        for side in (0, 1):
            states = [scrambled(rules, state, side) for state in match.states]
            other = presenter.facts(rules, states, match.moves, side)
            facts = presenter.facts_of(match, side)
            assert facts.openings == other.openings
            if match.actor == side:
                assert facts == other
            view = rules.viewers[side](states[-1])
            assert presenter.war_room(rules, view, other) == presenter.war_room(rules, match.view(side), other)


def test_a_letter_under_way_is_seen_by_its_writer_alone(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    for move in ("act raise_watch", "act wait", "offer envoy stand_down for remove_guns at_once"):
        match.play(move)
    assert match.state[LETTER]
    mine = presenter.war_room(strait, match.view(0), presenter.facts_of(match, 0))
    theirs = presenter.war_room(strait, match.view(1), presenter.facts_of(match, 1))
    assert [letter.open for letter in mine.sent] == [False]
    assert theirs.inbox == ()


def test_secret_acts_are_not_told_and_public_ones_are(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    match.play("act listen")
    assert presenter.facts_of(match, 1).since == ()
    match.play("act wait")
    match.play("act raise_watch")
    told = [event.text for event in presenter.facts_of(match, 1).since]
    assert "Nordhaven: Raise the watch" in told
    assert "watch: as always → raised" in told


def test_news_is_told_on_the_first_morning_it_holds(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    told = []
    for _ in range(3):
        facts = presenter.facts_of(match, 0)
        told.append([item.text for item in presenter.war_room(strait, match.view(0), facts).news])
        match.play("act wait")
        match.play("act wait")
    assert told == [[], ["Ships pass."], []]


def test_a_morning_that_brought_nothing_says_so_in_a_line(rules: Ruleset) -> None:
    seen = set()
    for match in played(rules, 3):
        side = match.actor
        if side is None:
            continue
        facts = presenter.facts_of(match, side)
        room = presenter.war_room(rules, match.view(side), facts)
        assert ("No news" in room.quiet) == (not room.news and bool(rules.scenario.news))
        assert ("since your last turn" in room.quiet) == (not room.since and facts.parting is not None)
        seen.add(bool(room.quiet))
        bare = presenter.war_room(rules, match.view(side), replace(facts, since=()))
        assert "Nothing has come to be known" in bare.quiet or facts.parting is None
    assert len(seen) == 2 or not rules.scenario.news


def test_the_ends_of_the_balance_have_the_sides_names_without_endings_there(strait: Ruleset) -> None:
    assert ends(strait) == ("The South", "The North")


def test_advisers_speak_of_the_very_act_and_are_left_out_where_they_have_no_words(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    assert not presenter.advice(strait, match.view(0), 0, "lower_watch")
    match.play("act raise_watch")
    match.play("act wait")
    hot = [*match.view(0)]
    hot[strait.slots.index["heat"]] = 60
    (miller,) = presenter.advice(strait, tuple(hot), 0, ("stand_down",))
    assert (miller.verdict, miller.text) == ("against", "Not now.")


def test_closed_acts_name_the_guard_that_fails(strait: Ruleset) -> None:
    match = Match(strait, seed=1)
    room = presenter.war_room(strait, match.view(0), presenter.facts_of(match, 0))
    reasons = {card.id: card.reason for rung in room.rungs for card in rung.acts if not card.open}
    assert reasons == {"lower_watch": "watch must be raised"}


SHIPS = """
regions: {ships: {states: [sailing, turned], seen_by: blue, moved_by: blue}}
acts:
  red: {look: {reveals: [ships]}}
  blue: {turn: {changes: {ships: turned}}, hush: {when: days of ships is turned >= 90}}
map:
  frames: {sea: {name: Sea, centre: [0, 0], half_width: 500, half_height: 500}}
  vessels:
    freighter:
      name: Freighter
      kind: ship
      side: blue
      legs:
        - {when: ships is turned, note: Homeward, track: [[1, 0], [2, 0], [3, 0]]}
        - {when: ships is sailing, note: Outward, track: [[5, 0], [4, 0], [3, 0], [2, 0]]}
"""


def test_a_ship_sails_on_as_its_owner_knows_and_as_the_other_side_was_told() -> None:
    match = Match(load_toy(SHIPS), seed=1)

    def seen(side: int) -> tuple[str, float, str]:
        room = presenter.war_room(match.rules, match.view(side), presenter.facts_of(match, side))
        assert room.chart is not None
        (ship,) = room.chart.vessels
        return ship.note, ship.at[0], ship.reported

    assert seen(0) == ("Outward", 5, "assumed")
    for move in ("act wait", "act turn", "act wait", "act wait"):
        match.play(move)
    assert seen(1) == ("Homeward", 3, "")
    assert seen(0) == ("Outward", 3, "assumed")
    for move in ("act look", "act wait"):
        match.play(move)
    assert seen(1) == ("Homeward", 3, "")
    assert seen(0) == ("Homeward", 1, "reported 3 Jan")
    for move in ("act wait", "act wait"):
        match.play(move)
    assert seen(0) == ("Homeward", 2, "reported 3 Jan")
