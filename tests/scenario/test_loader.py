"""What a scenario file may hold, how it is read, and that every fault is told at its place."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import ScenarioError
from game.scenario import loader
from game.scenario.loader import Loaded, load_file, load_scenario, load_text

HERE = Path(__file__).parent
MINIMAL = HERE / "minimal.yaml"
TEXT = MINIMAL.read_text("utf-8")
FAULTS = sorted(HERE.glob("faults/*.yaml"))
PLAIN = loader.read(TEXT, "file")[0].plain  # type: ignore[union-attr]
WORDS = (
    "",
    "8",
    "our",
    "their home",
    "not",
    "((",
    "after",
    "days of",
    "watch is",
    "heat >=",
    "percent",
    "per",
    "act",
    "->",
)
LINE = re.compile(r"[^:\n]+:[1-9]\d*:[1-9]\d*: [^\n]+")


def faults(text: str) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        load_text(text, "file.yaml")
    return str(caught.value).splitlines()


@pytest.mark.parametrize("file", FAULTS, ids=lambda file: file.stem)
def test_every_fault_of_a_faulty_file_is_told_at_its_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    changes = file.read_text("utf-8").startswith("# Changes minimal.yaml.")
    with pytest.raises(ScenarioError) as caught:
        load_file("../minimal.yaml", [file.name]) if changes else load_file(file.name)
    assert str(caught.value) == file.with_suffix(".txt").read_text("utf-8").rstrip("\n")
    assert not Path("owned").exists()


def test_faults_are_the_same_whether_a_file_is_whole_or_an_overlay() -> None:
    whole = TEXT.replace("when: watch is normal", "when: watch is nrmal")
    line = next(number for number, text in enumerate(whole.splitlines(), 1) if "nrmal" in text)
    column = whole.splitlines()[line - 1].index("nrmal") + 1
    wanted = "acts.north.raise_watch.when: 'nrmal' is none of normal, raised - did you mean 'normal'?"
    assert faults(whole) == [f"file.yaml:{line}:{column}: {wanted}"]


def test_a_comma_in_braces_is_suspected_where_a_key_has_no_value() -> None:
    line = faults(TEXT.replace("text: Let a day pass.", "text: Let a day pass, or two.", 1))[0]
    assert line.endswith("'or two.' is not a key here (in braces a text with a comma wants quotes)")


def test_scalars_are_read_by_the_rules_of_yaml_1_2() -> None:
    text = "a: [yes, no, on, NO, 10:30, 1901-04-02, 0123, +8, -3, 1.5, 1e5, true, false, null, ~, '8', .inf, True]"
    root, wrong = loader.read(text, "file")
    assert root and not wrong
    expected = ["yes", "no", "on", "NO", "10:30", "1901-04-02", 123, 8, -3, 1.5, "1e5", True, False, None, None, "8"]
    assert root.plain == {"a": [*expected, ".inf", "True"]}


def test_keys_stay_text() -> None:
    root, _ = loader.read("{on: 1, no: 2, 8: 3, 1901-04-02: 4, ~: 5}", "file")
    assert root and root.plain == {"on": 1, "no": 2, "8": 3, "1901-04-02": 4, "~": 5}


def test_numbers_as_keys_and_dates_become_numbers_and_dates() -> None:
    calendar = load_text(TEXT).scenario.calendar
    assert calendar.timetable == {8: 2000, 9: 10000}
    assert calendar.first_day == date(1901, 4, 2)


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_without_harm(sign: str) -> None:
    assert "more than 32 levels of nesting" in "\n".join(faults(sign * 50_000))


def test_without_the_fast_parser_a_scenario_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load_text(TEXT).scenario
    monkeypatch.setattr(loader, "PARSER", yaml.SafeLoader)
    assert load_text(TEXT).scenario == fast


def test_a_file_of_more_than_a_mebibyte_is_refused() -> None:
    assert faults(TEXT + "#" * (1 << 20)) == ["file.yaml:1:1: the file is larger than 1 MiB"]


def test_what_is_not_utf_8_is_refused_at_its_place(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(b"format: 1\ntitle: Stra\xdfe\n")
    with pytest.raises(ScenarioError, match=r":2:12: this is not UTF-8$"):
        load_file(file)


def test_letters_that_cannot_be_printed_are_refused_at_their_place() -> None:
    assert faults("a: 1\nb: \x1b[2J") == ["file.yaml:2:4: a letter that cannot be printed (U+001B)"]


def test_a_message_never_holds_what_a_terminal_would_obey() -> None:
    assert all(line.isprintable() for line in faults('format: 1\n"\\e[2J\\n": 1'))


def test_a_byte_order_mark_is_no_fault() -> None:
    assert load_text("\ufeff" + TEXT).digest == load_text(TEXT).digest


def test_a_missing_file_and_an_unknown_id_are_scenario_errors(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="cannot be read"):
        load_file(tmp_path / "nothing.yaml")
    with pytest.raises(ScenarioError, match="no scenario of this name is shipped"):
        load_scenario("nothing")


def test_comments_and_layout_do_not_change_the_digest() -> None:
    laid_out = yaml.safe_dump(loader.read(TEXT, "file")[0].plain, sort_keys=False)  # type: ignore[union-attr]
    assert load_text("# Hello.\n" + laid_out).digest == load_text(TEXT).digest


def test_what_is_said_changes_the_digest() -> None:
    assert load_text(TEXT.replace("starts: 30", "starts: 31")).digest != load_text(TEXT).digest


def overlaid(tmp_path: Path, *texts: str) -> Loaded:
    files = [tmp_path / f"over{number}.yaml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    return load_scenario(MINIMAL, files)


def test_an_overlay_merges_mappings_and_replaces_the_rest(tmp_path: Path) -> None:
    scenario = overlaid(tmp_path, "meters: {heat: {starts: 70, bands: [{to: 100, text: warm}]}}").scenario
    assert scenario.meters["heat"].starts == 70
    assert [band.text for band in scenario.meters["heat"].bands] == ["warm"]
    assert scenario.meters["heat"].pulled is not None
    assert list(scenario.meters) == list(load_text(TEXT).scenario.meters)


def test_an_overlay_removes_with_an_empty_value(tmp_path: Path) -> None:
    scenario = overlaid(tmp_path, "acts: {north: {listen: ~}}\nprologue:\n").scenario
    assert "listen" not in scenario.acts["north"]
    assert scenario.prologue == []


def test_overlays_are_laid_one_over_the_other(tmp_path: Path) -> None:
    assert overlaid(tmp_path, "title: One", "title: Two").scenario.title == "Two"


def test_an_overlay_equals_the_file_that_says_the_same(tmp_path: Path) -> None:
    changed = TEXT.replace("starts: 30", "starts: 31")
    assert overlaid(tmp_path, "meters: {heat: {starts: 31}}").digest == load_text(changed).digest


@given(st.text(max_size=200))
def test_any_text_loads_or_tells_its_faults_in_lines(text: str) -> None:
    assert all(LINE.fullmatch(line) for line in faults(text))


@given(st.data())
def test_a_damaged_scenario_loads_or_tells_its_faults_in_lines(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT)))
    length = data.draw(st.integers(0, 30))
    put = data.draw(st.text("{}[]:,'\"&*!|>#-? \n\tab0189~<", max_size=12))
    try:
        load_text(TEXT[:start] + put + TEXT[start + length :], "file.yaml")
    except ScenarioError as error:
        assert all(LINE.fullmatch(line) for line in str(error).splitlines())


def paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield from paths(below, (*path, key))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(list(paths(PLAIN))[1:]),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(-100, 20_000), st.sampled_from(WORDS)),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=2),
        max_leaves=4,
    ),
)
def test_any_value_in_any_place_loads_or_tells_its_faults_in_lines(path: tuple[str | int, ...], value: object) -> None:
    whole = json.loads(json.dumps(PLAIN))
    within = whole
    for part in path[:-1]:
        within = within[part]
    within[path[-1]] = value
    try:
        load_text(json.dumps(whole), "file.yaml")
    except ScenarioError as error:
        assert all(LINE.fullmatch(line) for line in str(error).splitlines())


def test_endless_brackets_and_denials_in_a_text_are_a_fault() -> None:
    for text in ("(" * 5_000, "not " * 5_000, "heat >= " + "9" * 5_000):
        assert faults(TEXT.replace("when: watch is normal", f"when: '{text}'"))
