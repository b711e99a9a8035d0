"""What the map says in words, of what day, and to whom."""

from toy import load_toy

from game.frontends import presenter
from game.frontends.presenter.map.charts import Chart, Thing
from game.frontends.terminal.pages import chart as words
from game.match.match import Match

SEA = """
meters: {guns: {to: 9, starts: 2, seen_by: blue}}
regions:
  ships: {states: [sailing, stopped, turned], seen_by: blue, moved_by: blue}
  line: {states: [none, drawn], moved_by: red}
acts:
  red: {look: {reveals: [ships, guns]}, draw: {changes: {line: drawn}}, search: {}}
  blue: {turn: {changes: {ships: turned}}, arm: {changes: {guns: +4}}}
map:
  frames: {sea: {name: Sea, centre: [0, 0], half_width: 500, half_height: 500}}
  places:
    fort:
      name: Fort
      at: [1, 1]
      kind: site
      side: blue
      marks: 3
      looks: [{when: guns >= 5, sign: ready}, {when: guns >= 0, sign: building, note: half built}]
    sea: {name: The sea, at: [0, 0], kind: name}
  vessels:
    freighter:
      name: Freighter
      kind: ship
      side: blue
      legs:
        - {when: after search, note: Searched, does: boarded, track: [[7, 0], [8, 0]]}
        - {when: ships is turned, note: Homeward, does: turned, track: [[1, 0], [2, 0], [3, 0]]}
        - {when: ships is sailing, note: Outward, track: [[5, 0], [4, 0], [3, 0], [2, 0]]}
    kite:
      {name: Kite, kind: aircraft, side: red, legs: [{when: line is none, note: Up, track: [[0, 0], [1, 0], [2, 0]]}]}
    shark: {name: Shark, kind: submarine, side: blue, legs: [{when: line is none, note: Heard, track: [[0, 0]]}]}
  arcs:
    limit: {name: Limit, side: red, centre: [0, 0], radius_km: 1852, when: line is drawn, note: no further}
"""

NIGHT = """
incidents:
  shot: {odds: 10000, ends_in: war, answered_by: red, seen_by: red, at: [3, 4], options: {hold: {}, fire: {}}}
hazard: {at_most: 10000}
"""


def played(*moves: str, more: str = "") -> Match:
    match = Match(load_toy(SEA + more), seed=1)
    for move in moves:
        match.play(move)
    return match


def seen(match: Match, side: int) -> Chart:
    chart = presenter.war_room(match.rules, match.view(side), presenter.facts_of(match, side)).chart
    assert chart is not None
    return chart


def thing(match: Match, side: int, key: str) -> Thing:
    return next(thing for thing in seen(match, side).things if thing.key == key)


def test_a_site_is_shown_as_it_was_reported_and_never_as_it_is() -> None:
    match = played("act wait", "act arm")
    assert (seen(match, 1).places[0].sign, seen(match, 0).places[0].sign) == ("ready", "building")
    assert thing(match, 0, "place.fort").words == "Site, Blue, 3 positions. Half built."
    assert thing(match, 0, "place.fort").report == "assumed"
    assert thing(match, 1, "place.fort").report == "as of 2 Jan"
    match.play("act look")
    match.play("act wait")
    assert seen(match, 0).places[0].sign == "ready"
    assert thing(match, 0, "place.fort").report == "reported 2 Jan"


def test_a_line_has_a_side() -> None:
    limit = thing(played("act draw"), 1, "line.limit")
    assert (limit.side, limit.words) == (0, "Line, Red. No further.")
    assert limit.where.startswith("1,852 km, 1,000 nautical miles, about 0.0°")


def test_an_incident_is_told_where_it_happened_to_those_who_know_of_it() -> None:
    match = played("act wait", "act wait", more=NIGHT)
    assert thing(match, 0, "incident.shot").report == "night of 1 Jan"
    assert [mark.fresh for mark in seen(match, 0).incidents] == [True]
    match.play("answer hold")
    assert not seen(match, 1).incidents
    for _ in range(5):
        match.play("act wait")
    assert [mark.fresh for mark in seen(match, 0).incidents] == [False]
    assert thing(match, 0, "incident.shot").report == "night of 1 Jan"


def test_a_ship_is_boarded_on_the_day_and_goes_on_after_it() -> None:
    match = played("act search", "act wait")
    (ship,) = (mark for mark in seen(match, 0).vessels if mark.id == "freighter")
    assert (ship.does, ship.at) == ("boarded", (7, 0))
    match.play("act wait")
    match.play("act wait")
    (ship,) = (mark for mark in seen(match, 0).vessels if mark.id == "freighter")
    assert (ship.does, ship.at, ship.was) == ("", (8, 0), (7, 0))


def test_the_map_knows_where_it_had_a_ship_the_morning_before() -> None:
    match = played("act wait", "act turn", "act wait")
    mine = next(mark for mark in seen(match, 1).vessels if mark.id == "freighter")
    assert (mine.at, mine.was, mine.does) == ((2, 0), (5, 0), "turned")
    match.play("act wait")
    theirs = next(mark for mark in seen(match, 0).vessels if mark.id == "freighter")
    assert (theirs.at, theirs.was, theirs.does) == ((3, 0), (4, 0), "")


def test_a_flight_is_over_in_a_day_and_a_submarine_of_the_others_is_a_contact() -> None:
    kite, shark = (mark for mark in seen(played(), 0).vessels if mark.id != "freighter")
    assert (len(kite.track), kite.at, kite.reported) == (3, (1, 0), "")
    assert shark.reported == "contact 1 Jan"
    assert not seen(played("act wait"), 1).vessels[-1].reported


def test_after_a_signature_the_map_is_that_day_s_report_and_says_so() -> None:
    match = played("offer post give for take", "act wait")
    before = seen(match, 1)
    assert before.report == "Report of 1 January"
    match.play("accept 1")
    after = seen(match, 1)
    assert after.report == "Signed · report of 1 January"
    assert (after.places, after.vessels) == (before.places, before.vessels)


def test_all_that_is_on_the_map_is_said_in_the_terminal() -> None:
    chart = seen(played("act draw", "act wait"), 0)
    said = "\n".join(words(chart))
    assert chart.report in said
    assert len(chart.things) == 3
    for each in chart.things:
        assert each.name in said and each.words in said and each.report in said and each.where in said
