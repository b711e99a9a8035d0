"""What a preview says in words: the end a move brings, the readings it pays for, what runs out."""

from toy import Game, toy

from game.frontends import presenter
from game.match.match import Match, rules_of
from game.match.replay import dawn_of, past
from game.rules.intelligence import with_errors
from game.rules.view import view
from game.scenario.loader import load_scenario

STRIKE = """
acts: {red: {wait: {}, strike: {rung: 5, ends_in: strike}}, blue: {wait: {}}}
endings:
  war: {war: nuclear, scores: {red: 0, blue: 0}}
  strike:
    name: Air strike
    war: limited
    turns_into: {ending: war, odds: {base: 1000, per heat: 40}}
    scores: {red: 9, blue: 9}
  peace: {when: deal is done, settled: true}
  drift: {when: time is up}
"""


def test_an_act_that_ends_the_game_says_so_with_the_odds_its_die_will_have() -> None:
    rules = toy(STRIKE)
    game = Game(rules)
    seen = view(rules, game.state, 0)
    words = presenter.outlook(rules, seen, "act strike")
    assert words == ("Ends the crisis: Air strike, for certain.", "It may become A name: 22 % (1 in 5).")
    assert not [figure for figure in presenter.preview_figures(rules, seen, "act strike") if figure.role == "war"]
    assert game.play("act strike").outcomes == {"chance turns yes": 2200, "chance turns no": 7800}


def test_a_preview_names_nothing_that_reads_as_before() -> None:
    shown = 0
    match = past(rules_of(load_scenario("cuba1962"))).match
    for day in (3, 7, 9, 12):
        on = match.branch(dawn_of(match, day))
        seen = on.view(on.actor)
        for move in on.legal_moves:
            if move.startswith("act "):
                figures = presenter.preview_figures(on.rules, seen, move)
                shown += len(figures)
                assert not [figure for figure in figures if figure.before == figure.after]
    assert shown


def test_the_account_tells_the_decision_from_the_die() -> None:
    rules = toy(STRIKE)
    falls = set()
    for seed in range(12):
        match = Match(rules, seed=seed)
        match.play("act strike")
        account = presenter.ending_screen(match).account
        assert account is not None
        assert account.decision == "Red: A name. That alone meant: Air strike, for certain."
        assert account.die.startswith("The die: from there to A name, 22 % (1 in 5); it did")
        assert account.odds.of_ten_thousand == 2200
        falls.add(account.die)
    assert len(falls) == 2


SPIES = """
meters: {stock: {name: stores, to: 9, starts: 6, seen_by: blue, others_assume: 1}}
regions: {store: {name: the store, states: [empty, full], seen_by: blue}}
acts:
  red:
    spy: {visibility: secret, reveals: [store, stock]}
    count: {visibility: secret, studies: {what: stock, error: {-2: 2500, 0: 5000, 2: 2500}}}
    ask: {visibility: secret, studies: {what: their mandate, right: 6000}}
    look: {visibility: secret, uncovers: true}
  blue:
    hide: {visibility: discoverable}
mandates: {blue: {plain: {name: Plain}, grand: {name: Grand, wants: {give: 40, take: -5}}}}
"""


def told(match: Match, side: int) -> list[str]:
    return [event.text for event in presenter.facts_of(match, side).since]


def test_an_act_of_intelligence_says_what_it_looks_at_and_how_far_it_can_be_trusted() -> None:
    rules = toy(SPIES)
    seen = view(rules, Game(rules).state, 0)
    assert presenter.outlook(rules, seen, "act spy") == ("It reports for certain: the store and stores.",)
    assert presenter.outlook(rules, seen, "act ask") == ("It looks at which mandate they have: right 6 times in 10.",)
    assert presenter.outlook(rules, seen, "act count") == (
        "It looks at stores: right 5 times in 10; wrong by −2: 25 %, +2: 25 %.",
    )


def test_what_intelligence_brought_is_told_to_the_side_that_paid_and_to_no_other() -> None:
    match = Match(toy(SPIES), seed=2)
    for act in ("spy", "count", "ask"):
        match.play(f"act {act}")
        assert told(match, 1) == []
        match.play("act wait")
        found = [text for text in told(match, 0) if text.startswith(("Report", "The reading"))]
        assert len(found) == 1
        if act == "spy":
            assert found == ["Report: The store: empty, Stores 6"]
        if act == "count":
            assert found[0].startswith("The reading says: Stores ")
    assert found[0].startswith("The reading says: their mandate is ")


def test_a_search_for_what_is_done_under_cover_says_so_where_it_finds_nothing() -> None:
    match = Match(toy(SPIES), seed=2)
    for move in ("act look", "act hide", "act look", "act wait"):
        match.play(move)
        if match.actor == 0:
            found = [event for event in presenter.facts_of(match, 0).since if event.kind == "found"]
            empty = "Report: nothing new found of what Blue does under cover" in {event.text for event in found}
            assert len(found) == 1 and empty == (match.day == 2)
    assert match.day == 3


def test_the_mandate_that_was_read_is_marked_and_offers_are_reckoned_by_it() -> None:
    match = Match(toy(SPIES), seed=2)
    seen = match.view(0)
    assert {card.read for card in presenter.briefing(match.rules, seen, 0).others} == {""}
    assert presenter.offer_sheet(match.rules, seen, 0, "post", 3).read is None
    match.play("act ask")
    match.play("act wait")
    seen = match.view(0)
    room = presenter.war_room(match.rules, seen, presenter.facts_of(match, 0))
    marked = [card for card in room.others if card.read]
    assert [card.read for card in marked] == ["our reading, right 6 times in 10"]
    sheet = presenter.offer_sheet(match.rules, seen, 0, "post", 3)
    assert sheet.read is not None and sheet.read[:2] in sheet.them_by_mandate
    assert sheet.read[0] == marked[0].name
    assert not [card for card in presenter.briefing(match.rules, match.view(1), 1).others if card.read]


NOTICE = """
roles: {deadline: notice}
calendar: {days: 20, timetable: {4: 2000}}
regions: {notice: {name: The notice, states: [none, given, over]}}
triggers:
  it_runs_out: {when: notice is given for 2 days, changes: {notice: over, red home: -8}}
acts: {red: {wait: {}, warn: {rung: 1, changes: {notice: given}}}, blue: {wait: {}}}
endings: {drift: {name: Drift}}
"""


def test_the_running_notice_and_the_timetable_say_when_they_run_out() -> None:
    match = Match(toy(NOTICE), seed=2)
    notices, outlooks = [], []
    match.play("act warn")
    match.play("act wait")
    while match.day < 5:
        notices.append(presenter.header(match.rules, match.view(0), presenter.facts_of(match, 0)).notices)
        outlooks.append(presenter.outlook(match.rules, match.view(0), "act wait"))
        match.play("act wait")
        match.play("act wait")
        if match.outcome:
            break
    assert notices[0] == ("The notice: given, runs out on the morning of 3 Jan if nothing changes",)
    assert notices[1] == ()
    assert notices[2] == ("The timetable may end it tonight: 20 % (1 in 5), then: Drift",)
    assert outlooks[0] == ("The notice runs out tonight if nothing else changes: The notice over and Red: A name −8.",)
    assert outlooks[2] == ("The timetable may end it tonight: 20 % (1 in 5), then: Drift.",)


def test_how_far_intelligence_can_be_trusted_is_told_as_the_level_has_it() -> None:
    rules = with_errors(toy(SPIES), 0, 50)
    seen = view(rules, Game(rules).state, 0)
    assert presenter.outlook(rules, seen, "act ask") == ("It looks at which mandate they have: right 8 times in 10.",)
    assert "wrong by −2: 13 %" in presenter.outlook(rules, seen, "act count")[0]
