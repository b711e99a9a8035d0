"""A small share of `benchmarks/balance.py`: what is claimed of the crisis is possible by a few hundred games a row.

A claim fails here only if the whole 95 % interval lies outside its band.  That the measuring itself is sound is tested
below: what is kept, what is reckoned, what is written.
"""

from itertools import product
from math import isnan
from pathlib import Path

import pytest

from benchmarks import balance, best_acts, claims, expert_claims, overlays, rows
from benchmarks.claims import LEADERS, Claim, Plan
from benchmarks.findings import Estimate, apart, exact, mean, middle_of, paired, proportion, share
from benchmarks.rows import SCHEME, Row, Table
from cuba1962.crisis import cuba
from cuba1962.wandering import wander
from game.players.rollout import historical
from game.rules.slots import ACTOR, DEAL, MOVE, NO_DEAL, NODE
from game.scenario.loader import load_scenario
from game.simulation.statistics import paired as paired_by_rows
from game.simulation.tournament import Pairing, simulate

GAMES = 300
SOME = 100
PARTS = (
    claims.leaders,
    claims.course,
    claims.doves,
    claims.hawks,
    claims.mixed,
    claims.chance,
    claims.sides,
    claims.threats,
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """Returns a table that keeps what it plays for this run."""
    return Table(tmp_path_factory.mktemp("rows"))


@pytest.mark.parametrize("claim", PARTS)
def test_the_crisis_can_be_what_is_claimed_of_it(claim: Claim, table: Table) -> None:
    found = list(claim(Plan(table, games=GAMES)))
    assert found
    assert not [f"{one.name}: {one.shown}, wanted {one.band}" for one in found if not one.possible]


def test_no_simple_scheme_clearly_beats_a_leader(table: Table) -> None:
    found = list(claims.simple(Plan(table, games=SOME)))
    assert len(found) == 2 * 2 * 10
    assert not [f"{one.name}: {one.shown}, wanted {one.band}" for one in found if not one.possible]


def test_a_leader_decides_within_a_fifth_of_a_millisecond_or_little_more(table: Table) -> None:
    (one,) = claims.speed(Plan(table, games=GAMES))
    assert 0 < one.figure < 1, "five times the claim, since tests share their core"


def test_deals_leave_little_on_the_table(table: Table) -> None:
    plan = Plan(table, games=SOME, rollouts=6, expert_games=3)
    records = table.records(plan.row(*LEADERS))[:20]
    found = expert_claims.efficiency(plan, records)
    assert 60 < found.figure <= 100
    assert [one.name for one in expert_claims.pair(plan)].count("mean peak tension") == 1
    assert not expert_claims.dated(cuba())


# What is kept


def test_a_row_is_played_once_and_then_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row(*LEADERS, 1, 4)
    played = Table(tmp_path).games(row)
    monkeypatch.setattr(rows, "play", None)
    assert Table(tmp_path).games(row) == played
    with pytest.raises(TypeError):
        Table(tmp_path).games(Row(*LEADERS, 2, 4))


def test_after_an_interruption_only_what_is_missing_is_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "PART", 2)
    row, done = Row(*LEADERS, 1, 6), []
    whole = Table(tmp_path / "whole").games(row)
    Table(tmp_path).games(Row(*LEADERS, 1, 2))
    play = rows.play
    monkeypatch.setattr(rows, "play", lambda part, wanted: done.append(part.seed) or play(part, wanted))
    assert Table(tmp_path).games(row) == whole
    assert done == [3, 5]


def test_a_row_is_what_simulate_plays(table: Table) -> None:
    pairing = Pairing("cuba1962", players=tuple(zip(("us", "ussr"), LEADERS, strict=True)))
    assert table.tally(Row(*LEADERS, 1, 10)) == simulate(pairing, 10, seed=1)


def test_other_sources_overlays_or_mandates_are_other_rows(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row(*LEADERS, 1, 4)
    others = [
        Row(*LEADERS, 2, 4),
        Row("us_hawk", LEADERS[1], 1, 4),
        Row(*LEADERS, 1, 4, mandates=(("us", "remove"),)),
        Row(*LEADERS, 1, 4, (expert_claims.CONSTANT,)),
    ]
    names = {table._file(one) for one in [row, *others]}
    assert len(names) == 5
    monkeypatch.setattr(rows, "sources", lambda: "others")
    assert table._file(row) not in names


def test_the_states_of_a_kept_game_lead_to_its_end(table: Table) -> None:
    for record in table.records(Row("random", SCHEME + "low-ball", 1, 5)):
        assert len(list(rows.states(cuba(), record))) == record.game.moves == len(record.moves)


# What is reckoned


@pytest.mark.parametrize(
    ("estimate", "low", "high", "holds", "possible"),
    [
        (Estimate(60, 55, 65), 50, 80, True, True),
        (Estimate(60, 45, 65), 50, 80, False, True),
        (Estimate(90, 85, 95), 50, 80, False, False),
        (Estimate(82, 78, 86), 50, 80, False, True),
        (Estimate(), 50, 80, False, True),
    ],
)
def test_a_claim_holds_if_the_whole_interval_lies_in_the_band(
    estimate: Estimate, low: int, high: int, holds: bool, possible: bool
) -> None:
    one = estimate.within("share", low, high)
    assert (one.holds, one.possible) == (holds, possible)
    figure = estimate.within("share", low, high, whole=False)
    assert figure.holds == (low <= estimate.figure <= high)
    assert one.verdict == ("holds" if holds else "FAILS")


def test_figures_are_shown_with_what_they_must_be() -> None:
    one = Estimate(60.25, 55, 65.5).within("share", 50, 80)
    assert (one.shown, one.band) == ("60.2 (55 to 65.5)", "50 to 80")
    assert exact(3).within("acts", at_least=12).shown == "3"
    assert Estimate(1.5, 1, 2).within("gain", at_most=5, whole=False).band == "≤ 5, figure"


def test_intervals_are_those_of_the_textbook() -> None:
    assert share(50, 100) == pytest.approx((50, 40.38, 59.62), abs=0.01)
    some, others = [3, 5, 9, 1], [1, 6, 2, 1]
    pairs = paired_by_rows(some, others)
    assert paired(some, others) == pytest.approx((pairs["mean"], pairs["low"], pairs["high"]), abs=1e-5)
    assert apart(60, 100, 40, 100) == pytest.approx((20, 6.42, 33.58), abs=0.01)
    assert middle_of([*range(1, 101)]) == pytest.approx((50.5, 41, 60))
    assert proportion([1, 2, 3], [2, 4, 6]) == pytest.approx((50, 50, 50))
    assert mean([4]).figure == 4 and isnan(mean([]).figure) and isnan(share(0, 0).figure)


def test_what_an_overlay_moves_most_is_told_by_what_is_asked() -> None:
    moved = [overlays.Effect("settled", Estimate(-4, -6, -2), 3), overlays.Effect("score", Estimate(2.2, -1, 5.4), 2)]
    one = overlays.finding("trust", moved)
    assert (one.name, one.figure, one.low, one.high, one.holds) == ("trust (settled)", 4, 2, 6, True)
    assert overlays.finding("trust", moved[1:]).low == 0


def test_an_act_counts_only_where_it_is_clearly_best(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Plan(table, rollouts=6, expert_games=3)
    for side, gap in product((0, 1), (0, 1)):
        (state,) = best_acts.met(plan, side, 1)
        assert state[ACTOR] == side and state[NODE] == MOVE and state[DEAL] == NO_DEAL
        acts = [move for move in cuba().listed[side](state) if move < cuba().ids.answer]
        monkeypatch.setattr(best_acts, "scores", lambda *_, gap=gap: [gap * _[3] + seed % 3 for seed in _[4]])
        assert best_acts.judge([state], rows.digest(())) == [max(acts) if gap else None]


def test_every_act_meets_the_same_dice() -> None:
    rules, leaders = cuba(), historical(cuba())
    state = next(state for state, _ in wander(rules, 1) if state[ACTOR] == 0)
    moves = [move for move in rules.listed[0](state) if move < rules.ids.answer][:2]
    one, again, other = (best_acts.scores(rules, leaders, state, move, range(4)) for move in (moves[0], *moves))
    assert one == again != other and all(0 <= score <= 100 for score in one)


# What it is reckoned from


@pytest.mark.parametrize("file", sorted(expert_claims.ABLATIONS.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_ablation_is_another_scenario(file: Path) -> None:
    assert load_scenario("cuba1962", [file]).digest != load_scenario("cuba1962").digest
    assert file.read_text("utf-8").startswith("# ")


def test_mandates_are_known_where_there_is_one_for_each_side(tmp_path: Path) -> None:
    for mandates in product(*cuba().mandates):
        scenario = load_scenario("cuba1962", [overlays.alone(tmp_path, cuba(), mandates)]).scenario
        assert tuple(tuple(scenario.mandates[side]) for side in scenario.side_names) == tuple((m,) for m in mandates)


def test_waiting_is_to_do_nothing() -> None:
    assert {cuba().acts[move].id for move in claims.waiting(cuba())} == {"watch"}


def test_a_document_takes_tables_between_its_marks() -> None:
    text = "a\n<!-- rows -->\nold\n<!-- end of rows -->\nb\n"
    assert balance.written(text, "rows", ["new"]) == "a\n<!-- rows -->\n\nnew\n\n<!-- end of rows -->\nb\n"
    with pytest.raises(ValueError, match="acts"):
        balance.written(text, "acts", ["new"])
    found = {"leaders": [Estimate(60, 55, 65).within("settled, %", 50, 80)]}
    assert "| settled, % | 60 (55 to 65) | 50 to 80 | holds |  |" in balance.markdown(found.items())


def test_the_document_has_a_place_for_every_table() -> None:
    text = balance.DOCUMENT.read_text("utf-8")
    for seed, block in product((1, 100_001), ("rows", "claims", "ablations")):
        assert "anew" in balance.written(text, f"{block} from seed {seed}", ["anew"])
