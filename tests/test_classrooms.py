"""`knot classroom`: what it writes, what it never writes over, and the records it cannot use."""

import csv
import io
import json
from pathlib import Path

import pytest

import game.__main__ as knot
from game.classrooms import NOTED, put
from game.match.match import Match, rules_of
from game.match.record import Record
from game.players.player import random_player
from game.scenario.loader import load_file

MINIMAL = Path(__file__).parent / "scenario" / "minimal.yaml"


class Classroom:
    """Runs the command on the smallest scenario and keeps what it said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def __call__(self, *words: object, folder: Path | None = None) -> int:
        status = knot.main(["classroom", str(folder or self.folder), str(MINIMAL), *map(str, words)])
        said = self.capsys.readouterr()
        self.out, self.faults = said.out, said.err.splitlines()
        return status

    @property
    def files(self) -> dict[str, str]:
        """Returns what lies in the folder, but for the digests."""
        found = [file for file in self.folder.iterdir() if file.is_file() and file.name != NOTED]
        return {file.name: file.read_text("utf-8") for file in found}


@pytest.fixture
def classroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Classroom:
    return Classroom(tmp_path / "lesson", capsys)


def record(seed: int, over: bool = True) -> Record:
    """Returns the record of a random match, at its end or in its middle."""
    match = Match(rules_of(load_file(MINIMAL)), seed=seed, players={"north": "random"})
    while match.outcome is None and (over or match.day < 2):
        match.play(match.ask(random_player).move)
    return match.record()


def test_it_makes_the_folder_and_says_what_is_in_it(classroom: Classroom) -> None:
    assert classroom() == 0 and not classroom.faults
    assert "6 files are in" in classroom.out and "begin with plan.html" in classroom.out
    assert "No finished record" in classroom.out and "summary.html" not in classroom.files
    assert all(name in classroom.out for name in classroom.files)


def test_the_finished_records_of_a_class_are_summed_up(classroom: Classroom, tmp_path: Path) -> None:
    records = tmp_path / "records"
    for seed in range(3):
        record(seed).save(records / f"team-{seed}.json")
    record(7, over=False).save(records / "late.json")
    assert classroom("--records", records) == 0
    assert (
        "of 3 finished records" in classroom.out and "late.json: not over yet: day 2" in classroom.files["summary.html"]
    )
    rows = [*csv.DictReader(io.StringIO(classroom.files["summary.csv"]))]
    assert [row["Record"] for row in rows] == ["team-0", "team-1", "team-2"]
    assert {row["The North played by"] for row in rows} == {"Chance"}


def test_records_may_lie_in_the_folder_itself_and_stay_as_they_are(classroom: Classroom) -> None:
    record(1).save(classroom.folder / "a.json")
    before = (classroom.folder / "a.json").read_bytes()
    assert classroom() == 0 and "of 1 finished record in" in classroom.out
    assert (classroom.folder / "a.json").read_bytes() == before


def test_a_record_that_cannot_be_used_is_told_in_a_line_and_the_others_count(classroom: Classroom) -> None:
    good = record(1)
    good.save(classroom.folder / "good.json")
    other = json.loads(good.text()) | {"scenario": "elsewhere"}
    (classroom.folder / "other.json").write_text(json.dumps(other), "utf-8")
    (classroom.folder / "torn.json").write_text(good.text()[:200], "utf-8")
    (classroom.folder / "tampered.json").write_text(good.text().replace("act wait", "act listen", 1), "utf-8")
    (classroom.folder / "dir.json").mkdir()
    assert classroom() == 2
    faults = "\n".join(classroom.faults)
    assert len(classroom.faults) == 4 and faults.count("(left out of the summary)") == 4
    assert "other.json: the record is of scenario elsewhere, not of strait" in faults
    assert "torn.json: this is not JSON" in faults and "tampered.json: " in faults
    assert "dir.json: cannot be read: Is a directory" in faults
    assert "of 1 finished record" in classroom.out and "torn.json" in classroom.files["summary.html"]
    assert "copy it once more" in classroom.files["summary.html"]


def test_a_record_of_the_scenario_as_it_was_counts_and_says_so(classroom: Classroom) -> None:
    record(1).model_copy(update={"digest": "a" * 64}).save(classroom.folder / "old.json")
    assert classroom() == 0 and "of 1 finished record" in classroom.out
    assert len(classroom.faults) == 1 and "old.json: the scenario has changed" in classroom.faults[0]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--records", "no/such"), "--records: no/such: there is no such folder"),
        (("--records", MINIMAL), "there is no such folder"),
    ],
)
def test_a_folder_that_is_not_there_is_told_and_nothing_is_written(
    classroom: Classroom, words: tuple[object, ...], line: str
) -> None:
    assert classroom(*words) == 2
    assert len(classroom.faults) == 1 and line in classroom.faults[0] and not classroom.folder.exists()


def test_a_place_that_cannot_be_a_folder_is_told(classroom: Classroom, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    for folder, line in (
        (tmp_path / "file", "is no folder"),
        (tmp_path / "a" / "b", f"there is no folder {tmp_path}/a"),
    ):
        assert classroom(folder=folder) == 2
        assert len(classroom.faults) == 1 and line in classroom.faults[0] and not classroom.out
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_what_was_not_written_so_is_kept_and_named_unless_one_asks(classroom: Classroom) -> None:
    classroom.folder.mkdir()
    (classroom.folder / "rules.html").write_text("mine", "utf-8")
    assert classroom() == 0 and classroom.files["rules.html"] == "mine"
    assert "Kept as they are" in classroom.out and "rules.html. --overwrite" in classroom.out
    plan = classroom.files["plan.html"]
    (classroom.folder / "plan.html").write_text(plan + "<!-- my notes -->", "utf-8")
    assert classroom() == 0 and "my notes" in classroom.files["plan.html"] and "4 files are in" in classroom.out
    assert classroom("--overwrite") == 0 and "Kept" not in classroom.out
    assert classroom.files["plan.html"] == plan and classroom.files["rules.html"] != "mine"


def test_what_it_wrote_itself_is_written_anew(tmp_path: Path) -> None:
    for text in ("one", "two", "two", "three"):
        assert put(tmp_path, {"a.html": ("", text)}, overwrite=False) == []
        assert (tmp_path / "a.html").read_text("utf-8") == text
    (tmp_path / NOTED).unlink()
    assert put(tmp_path, {"a.html": ("", "three")}, overwrite=False) == []
    (tmp_path / NOTED).write_bytes(b"\xff\xfe")
    assert put(tmp_path, {"a.html": ("", "four")}, overwrite=False) == ["a.html"]
    (tmp_path / "b.html").mkdir()
    assert put(tmp_path, {"b.html": ("", "x")}, overwrite=True) == ["b.html"]
