"""Records: canonical text, safe saving, round trips, and what is said of records that do not fit."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import RecordError
from game.match.library import fresh, saved, scenario_of
from game.match.match import Match, rules_of
from game.match.record import Record, is_record, load_record, parse
from game.match.replay import resume
from game.players.player import random_player
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_file, load_scenario, load_text, shipped

MINIMAL = Path(__file__).parents[1] / "scenario" / "minimal.yaml"


def played(rules: Ruleset, seed: int, decisions: int = 1_000) -> Match:
    match = Match(rules, seed=seed)
    while match.actor is not None and decisions:
        choice = match.ask(random_player)
        match.play(choice.move, "Because.")
        decisions -= 1
    return match


def changed(record: Record, **keys: object) -> Record:
    return parse(json.dumps(record.model_dump(mode="json") | keys))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1 << 62), decisions=st.integers(0, 60))
def test_every_random_match_replays_to_the_same_chain(busy: Ruleset, seed: int, decisions: int) -> None:
    match = played(busy, seed, decisions)
    again = resume(parse(match.record().text()), busy)
    assert (again.chain, again.states, again.history) == (match.chain, match.states, match.history)
    assert again.record() == match.record() and not again.notes


@pytest.mark.parametrize("name", shipped())
def test_random_matches_of_shipped_scenarios_replay_to_the_same_chain(name: str) -> None:
    rules = rules_of(load_scenario(name))
    for seed in range(25):
        match = played(rules, seed)
        assert match.outcome and resume(parse(match.record().text()), rules).chain == match.chain


def test_a_resumed_match_goes_on_as_if_nothing_had_been(busy: Ruleset) -> None:
    whole, part = played(busy, 8), resume(played(busy, 8, 7).record(), busy)
    while part.actor is not None:
        part.play(part.ask(random_player).move, "Because.")
    assert part.chain == whole.chain


def test_the_text_is_canonical(strait: Ruleset) -> None:
    text = played(strait, 5).record().text()
    assert text.endswith("}\n") and text == parse(text).text()
    said = json.loads(text)
    assert list(said) == sorted(said) and said["format"] == 1 and said["scenario"] == "strait"
    assert said["moves"][0].keys() == {"m", "by", "link"}


def test_every_link_vouches_for_all_before_it(strait: Ruleset) -> None:
    first, other = played(strait, 5), played(strait, 6)
    assert first.chain != other.chain
    match = Match(strait, seed=5)
    match.play("act listen")
    chain = match.chain
    match.undo(match.ply - 2)
    match.play("act wait")
    assert match.chain != chain


@pytest.mark.parametrize("key", ["m", "by", "link"])
def test_an_altered_move_is_found_at_its_place(strait: Ruleset, key: str) -> None:
    record = played(strait, 5, 4).record()
    moves = [move.model_dump() for move in record.moves]
    moves[2][key] = {"m": "act listen", "by": "south", "link": "0" * 16}[key]
    with pytest.raises(RecordError, match=r"^move 3 \(day 1, "):
        resume(changed(record, moves=moves), strait)


def test_an_altered_chain_is_found(strait: Ruleset) -> None:
    with pytest.raises(RecordError, match="its chain does not belong to its moves"):
        resume(changed(played(strait, 5, 4).record(), chain="0" * 64), strait)


def test_a_record_of_another_scenario_is_refused(strait: Ruleset, busy: Ruleset) -> None:
    with pytest.raises(RecordError, match="of scenario strait, not of toy"):
        resume(played(strait, 5, 4).record(), busy)


def test_comments_do_not_break_a_record(strait: Ruleset) -> None:
    loaded = load_text("# A word.\n" + MINIMAL.read_text("utf-8"))
    assert not resume(played(strait, 5).record(), loaded).notes


def test_a_changed_text_is_told_and_the_match_goes_on(strait: Ruleset) -> None:
    loaded = load_text(MINIMAL.read_text("utf-8").replace("Let a day pass.", "Let the day pass."))
    (note,) = resume(played(strait, 5).record(), loaded).notes
    assert "the scenario has changed" in note and "every state is the same" in note


def test_a_changed_rule_names_the_first_state_that_differs(strait: Ruleset) -> None:
    match = Match(strait, seed=3)
    for move in ("act listen", "act wait", "act raise_watch"):
        match.play(move)
    loaded = load_text(MINIMAL.read_text("utf-8").replace("{watch: raised, heat: +8}", "{watch: raised, heat: +9}"))
    (note,) = resume(match.record(), loaded).notes
    assert "follows move" in note and "act raise_watch" in note and "day 2" in note


def test_a_move_refused_by_changed_rules_is_named(strait: Ruleset) -> None:
    match = Match(strait, seed=3)
    for move in ("act listen", "act mount"):
        match.play(move)
    loaded = load_text(MINIMAL.read_text("utf-8").replace("our home >= 20", "our home >= 60"))
    with pytest.raises(RecordError, match=r"^move 4 \(day 1, south: act mount\) cannot be replayed.*has changed"):
        resume(match.record(), loaded)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "this is not JSON (line 1, column 1)"),
        ("[1, 2]", "a record is a JSON object"),
        ("[" * 100_000, "this is not JSON"),
        ('{"format": ' + "9" * 5_000 + "}", "this is not JSON"),
        ('{"format": 2}', "format 1 is wanted; this is 2"),
        ("{}", "format 1 is wanted; this is None"),
        ('{"format": 1}', "scenario: field required"),
    ],
)
def test_what_is_no_record_is_told_in_one_line(text: str, line: str) -> None:
    with pytest.raises(RecordError) as error:
        parse(text)
    assert line in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seed", "1"),
        ("seed", -1),
        ("seed", 1.5),
        ("moves", [{"m": "act\nx", "by": "north", "link": "0" * 16}]),
        ("moves", [{"m": "act \ud800", "by": "north", "link": "0" * 16}]),
        ("moves", {}),
        ("players", {"north": "\x1b[2J"}),
        ("chain", "short"),
        ("surprise", 1),
        ("undone", -1),
    ],
)
def test_wrong_values_are_told_with_their_key(strait: Ruleset, key: str, value: object) -> None:
    with pytest.raises(RecordError, match=f"^{key}") as error:
        changed(played(strait, 5, 4).record(), **{key: value})
    assert str(error.value).isprintable()


def test_saving_and_loading_gives_the_same_record(strait: Ruleset, tmp_path: Path) -> None:
    record, path = played(strait, 5).record(), tmp_path / "deep" / "one.json"
    record.save(path)
    assert load_record(path) == record and is_record(path)
    assert [file.name for file in path.parent.iterdir()] == ["one.json"]


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_crash_while_saving_leaves_the_old_record(
    strait: Ruleset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "one.json"
    old, new = played(strait, 5, 3).record(), played(strait, 5, 6).record()
    old.save(path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((Path, "replace") if step == "replace" else (os, "fsync")), fail)
    with pytest.raises(RecordError, match=r"one\.json: cannot be saved: No space left on device"):
        new.save(path)
    monkeypatch.undo()
    assert load_record(path) == old
    assert [file.name for file in tmp_path.iterdir()] == ["one.json"]


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    big, latin = tmp_path / "big.json", tmp_path / "latin.json"
    big.write_bytes(b" " * ((4 << 20) + 1))
    latin.write_bytes(b'{"format": "\xe9"}')
    for path, line in (
        (tmp_path, "Is a directory"),
        (tmp_path / "none.json", "No such file"),
        (big, "larger"),
        (latin, "UTF-8"),
    ):
        with pytest.raises(RecordError, match=line) as error:
            load_record(path)
        assert str(path) in str(error.value) and "\n" not in str(error.value)


def test_new_records_never_take_an_old_ones_name(strait: Ruleset, tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = fresh(tmp_path, "strait", 7)
        played(strait, 7, 1).record().save(path)
        names.append(path.name)
    assert names == ["strait-7.json", "strait-7-2.json", "strait-7-3.json"]
    os.utime(tmp_path / names[1], ns=(1 << 62, 1 << 62))
    assert saved(tmp_path)[0].name == names[1] and len(saved(tmp_path)) == 3
    assert saved(tmp_path / "none") == []


def test_the_scenario_of_a_record_may_lie_beside_it(strait: Ruleset, tmp_path: Path) -> None:
    record, path = played(strait, 5, 1).record(), tmp_path / "one.json"
    with pytest.raises(RecordError, match=r"put strait\.yaml beside the record"):
        scenario_of(record, path)
    text = MINIMAL.read_text("utf-8")
    (tmp_path / "strait.yaml").write_text(text, "utf-8")
    assert scenario_of(record, path).digest == record.digest == load_file(MINIMAL).digest
    (tmp_path / "strait.yaml").write_text(text.replace("Let a day pass.", "Wait."), "utf-8")
    assert scenario_of(record, path).digest != record.digest
