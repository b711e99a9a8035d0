"""The command line: its names, its JSON, its faults in one line each with status 2, and never a traceback."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import game.__main__ as knot
from game import background
from game.errors import KnotError
from game.match.match import Match
from game.match.record import Record, load_record
from game.match.replay import past
from game.players.player import random_player
from game.scenario.loader import load_file

ROOT = Path(__file__).parents[1]
MINIMAL = str(ROOT / "tests" / "scenario" / "minimal.yaml")
RANDOM = ["--player", "north=random", "--player", "south=random"]


class Run:
    """What a command line did: status, output, faults, and which front end it would have shown what."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.started, self.forecasts = capsys, [], []
        monkeypatch.setattr(knot, "in_terminal", self._in_terminal)
        monkeypatch.setattr(knot, "replay_in_terminal", lambda *what: self.started.append(what) or 0)
        monkeypatch.setattr(knot, "title_in_terminal", lambda: self.started.append(("title",)) or 0)
        monkeypatch.setattr(knot, "in_window", self._in_window)
        monkeypatch.setattr(knot, "no_window", lambda: "there is no display")

    def _in_terminal(self, match: Match, players: object, file: object, foretell: object) -> int:
        self.started.append((match, players, file))
        self.forecasts.append(foretell)
        return 0

    def _in_window(self, forecaster: object, **what: object) -> int:
        self.started.append(what)
        self.forecasts.append(forecaster)
        return 0

    def __call__(self, *words: object) -> int:
        try:
            status = knot.main([str(word) for word in words])
        except SystemExit as stop:
            status = stop.code
        said = self.capsys.readouterr()
        self.out, self.faults = said.out, said.err.splitlines()
        return status


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Returns what runs a command line with the front ends replaced and saves in a folder of the test."""
    monkeypatch.setattr("game.match.library.user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    return Run(capsys, monkeypatch)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["paly"], "'paly' is no command - did you mean 'play'?"),
        (["dance"], "(there are: play, replay, debrief, classroom, check, simulate)"),
        (["--loud"], "unrecognized arguments: --loud"),
        (["play", MINIMAL, "--seed", "abc"], "'abc' is no whole number from 0 to"),
        (["play", MINIMAL, "--seed", "-1"], "--seed"),
        (["play", MINIMAL, "--seed", "1" * 30], "is no whole number"),
        (["play", MINIMAL, "--player", "north"], "'north' does not read SIDE=NAME"),
        (["play", MINIMAL, "--player", "nroth=human"], "'nroth' is no side - did you mean 'north'?"),
        (["play", MINIMAL, "--player", "north=clark"], "did you mean 'clerk'?"),
        (["play", MINIMAL, "--player", "south=clerk"], "clerk plays north, not south"),
        (["play", MINIMAL, "--player", "north=human", "--player", "north=random"], "--player: one for each side"),
        (["play", MINIMAL, "--player", "north=expert"], "'expert' does not say how long it may think"),
        (["play", MINIMAL, "--level", "hard"], "'hard' is no level of strait"),
        (["simulate", MINIMAL, *RANDOM[:2], "--player", "south=expert:2s", "--games", "5"], "south=expert:200"),
        (["play", MINIMAL, "--mandate", "north=pace"], "did you mean 'peace'?"),
        (["play", MINIMAL, "--from", "soon"], "'soon' is no day here: write a day of the game (1 to "),
        (["play", MINIMAL, "--from", "soon"], "), a day of the month, 1901-04-02 or '2 April'"),
        (["play", MINIMAL, "--from", "2 May"], "'2 May' is no day here"),
        (["play", MINIMAL, "--from", "99"], "day 99 is not reached"),
        (["play", MINIMAL, "--from", "1900-01-01"], "is not reached"),
        (["play", MINIMAL, "--window"], "--window: no window can be opened (there is no display)"),
        (["play", MINIMAL, "--window", "--terminal"], "not allowed with argument"),
        (["play", str(ROOT)], "cannot be read: Is a directory"),
        (["play", "no/such/record.json"], "no/such/record.json: cannot be read: No such file or directory"),
        (["play", "no/such.yaml"], "no/such.yaml:1:1: cannot be read: No such file or directory"),
        (["play", "cuba1926"], "cuba1926:1:1: no scenario of this name is shipped"),
        (["replay", "no/such.json"], "cannot be read"),
        (["check"], "required: FILE"),
        (["check", str(ROOT)], "cannot be read: Is a directory"),
        (["simulate", MINIMAL, *RANDOM], "required: --games"),
        (["simulate", MINIMAL, *RANDOM, "--games", "0"], "at least 1 is wanted"),
        (["simulate", MINIMAL, *RANDOM, "--games", "5", "--jobs", "x"], "'x' is no whole number"),
        (["simulate", MINIMAL, *RANDOM[:2], "--games", "5"], "a program on each side: south has none"),
        (["simulate", MINIMAL, *RANDOM, *RANDOM, "--games", "5"], "--player: one for each side"),
        (["simulate", MINIMAL, "--matrix", "--player", "west=random", "--games", "5"], "'west' is no side"),
        (["simulate", MINIMAL, "--matrix", "--player", "south=clerk", "--games", "5"], "clerk plays north, not south"),
        (["simulate", MINIMAL, *RANDOM, "--games", "5", "--csv", "no/such/folder.csv"], "No such file or directory"),
        (["simulate", MINIMAL, *RANDOM, "--games", "5", "--with", "none.yaml"], "none.yaml:1:1: cannot be read"),
        (["simulate", MINIMAL, *RANDOM, "--games", "5", "--seed", str((1 << 63) - 2)], "too large"),
    ],
)
def test_a_fault_of_input_is_one_line_and_status_2(run: Run, words: list[str], line: str) -> None:
    assert run(*words) == 2
    assert len(run.faults) == 1 and line in run.faults[0] and not run.out and not run.started


def test_a_faulty_scenario_is_told_with_all_its_lines(run: Run, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    text = (
        Path(MINIMAL)
        .read_text("utf-8")
        .replace("undone_by: hide", "undone_by: hied")
        .replace("any -> gone", "any -> gon")
    )
    faulty.write_text(text, "utf-8")
    for words in (["play"], ["replay"], ["check"], ["simulate", "--games", "3"]):
        assert run(*words, faulty) == 2
        assert len(run.faults) >= 2 and all(fault.startswith(f"{faulty}:") for fault in run.faults)


def test_check_says_which_files_are_sound(run: Run, tmp_path: Path) -> None:
    assert run("check", MINIMAL) == 0
    assert run.out.endswith(f"{MINIMAL}: no fault\n") and not run.faults
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("format: 1\n", "utf-8")
    assert run("check", MINIMAL, faulty, "--json") == 2
    sound, wrong = json.loads(run.out)
    assert (sound["file"], sound["ok"], sound["faults"]) == (MINIMAL, True, [])
    assert wrong["ok"] is False and wrong["faults"][0].keys() == {"line", "column", "text"}


def test_a_new_match_is_saved_before_its_first_move(run: Run, tmp_path: Path) -> None:
    assert run("play", MINIMAL, "--seed", 7, "--mandate", "north=peace", "--player", "south=random") == 0
    ((match, players, file),) = run.started
    assert match.seed == 7 and match.mandates == {"north": "peace"} and players == (None, random_player)
    assert file == tmp_path / "data" / "saves" / "strait-7.json" and load_record(file) == match.record()
    assert run.faults == ["No window can be opened (there is no display): going on in the terminal."]


def test_a_level_seats_its_program_and_stays_with_the_record(run: Run, tmp_path: Path) -> None:
    assert run("play", "cuba1962", "--level", "expert", "--player", "ussr=human", "--seed", 3) == 0
    match, players, file = run.started[-1]
    assert match.players == {"us": "expert:200", "ussr": "human"} and players[0] and not players[1]
    assert load_record(file).level == "expert"
    assert run("play", file) == 0 and run.started[-1][0].level == "expert"
    assert run("play", file, "--level", "calm") == 2
    assert run.faults == ["--level: a record has its own (with --from a new one can be given)"]
    assert run("play", file, "--from", "1", "--level", "calm") == 0
    assert run.started[-1][0].players == {"us": "human", "ussr": "ussr_dove"}


def test_a_match_is_saved_where_it_is_asked_to(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "one.json"
    assert run("play", MINIMAL, "--terminal", "--record", file) == 0
    assert load_record(file).scenario == "strait" and not run.faults
    file.write_text("my notes", "utf-8")
    assert run("play", MINIMAL, "--terminal", "--record", file) == 2
    assert "nothing is saved over it" in run.faults[0] and file.read_text("utf-8") == "my notes"


def test_two_programs_leave_no_record_unless_asked(run: Run, tmp_path: Path) -> None:
    assert run("play", MINIMAL, *RANDOM, "--terminal") == 0
    assert run.started[0][2] is None and not (tmp_path / "data").exists()


def saved_match(tmp_path: Path) -> Path:
    match = Match(load_file(MINIMAL), seed=5)
    for move in ("act listen", "act wait", "act wait", "act mount"):
        match.play(move)
    (tmp_path / "strait.yaml").write_text(Path(MINIMAL).read_text("utf-8"), "utf-8")
    match.record().save(tmp_path / "old.json")
    return tmp_path / "old.json"


def test_a_record_is_resumed_and_saved_where_it_was(run: Run, tmp_path: Path) -> None:
    file = saved_match(tmp_path)
    assert run("play", file, "--terminal", "--player", "south=random") == 0
    ((match, players, where),) = run.started
    assert match.day == 3 and where == file and players == (None, random_player)
    for words in (["--seed", "4"], ["--mandate", "north=peace"]):
        assert run("play", file, "--terminal", *words) == 2 and len(run.faults) == 1


def test_a_record_can_be_taken_up_on_one_of_its_days(run: Run, tmp_path: Path) -> None:
    file = saved_match(tmp_path)
    assert run("play", file, "--terminal", "--from", "1901-04-03", "--seed", 12) == 0
    ((match, _, where),) = run.started
    assert (match.day, match.seed) == (2, 12) and where != file
    assert match.record().parent.chain == load_record(file).chain


def test_history_can_be_taken_up_on_a_day(run: Run) -> None:
    assert run("play", MINIMAL, "--terminal", "--from", 1, "--seed", 3) == 0
    match = run.started[0][0]
    assert match.record().parent.chain == "history" and match.mandates == {"north": "peace", "south": "pride"}


@pytest.mark.parametrize("day", ["2", "1901-04-03", "3 April", "3 apr", "3"])
def test_a_day_is_named_by_its_number_or_its_date(run: Run, tmp_path: Path, day: str) -> None:
    file = saved_match(tmp_path)
    assert run("play", file, "--terminal", "--from", day) == 0
    assert run.started[0][0].day == (3 if day == "3" else 2)


def test_a_number_that_is_no_day_of_the_path_is_one_of_the_month(run: Run) -> None:
    assert run("play", "--terminal", "--from", "26") == 0
    assert run.started[0][0].day == 11


def test_an_altered_or_unreadable_record_is_refused(run: Run, tmp_path: Path) -> None:
    file = saved_match(tmp_path)
    text = file.read_text("utf-8")
    for wrong in (text.replace("act mount", "act hide"), text[:-20], "{}", "\x00", '{"format": 1}'):
        file.write_text(wrong, "utf-8")
        assert run("play", file, "--terminal") == 2 and len(run.faults) == 1
        assert run("replay", file, "--terminal") == 2 and len(run.faults) == 1


def test_a_record_of_a_changed_scenario_says_so(run: Run, tmp_path: Path) -> None:
    file = saved_match(tmp_path)
    (tmp_path / "strait.yaml").write_text(Path(MINIMAL).read_text("utf-8").replace("Let a day pass.", "Wait."), "utf-8")
    assert run("play", file, "--terminal") == 0
    assert len(run.faults) == 1 and "the scenario has changed" in run.faults[0]


def over(tmp_path: Path) -> Path:
    file = saved_match(tmp_path)
    match = Match(load_file(MINIMAL), record=load_record(file))
    while match.actor is not None:
        match.play(next(iter(match.legal_moves)))
    match.record().save(file)
    return file


def test_a_debrief_is_told_in_lines_as_json_or_as_a_page(run: Run, tmp_path: Path) -> None:
    file, page = over(tmp_path), tmp_path / "page.html"
    assert run("debrief", file, "--rollouts", 20) == 0
    assert run.out.startswith("\nDebrief: The strait\n") and not run.faults
    assert run("debrief", file, "--rollouts", 20, "--json") == 0
    said = json.loads(run.out)
    assert said["title"] == "The strait" and said["rollouts"] == 20
    for _ in range(2):
        assert run("debrief", file, "--rollouts", 20, "--html", page) == 0
        assert run.out == f"The debrief is in {page}.\n"
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_scenario_s_debrief_is_that_of_what_happened(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Match] = []
    monkeypatch.setattr("game.debriefs.worked_out", lambda match, *_: asked.append(match))
    monkeypatch.setattr("game.debriefs.show", lambda *_: None)
    assert run("debrief") == 0
    (match,) = asked
    assert match.moves == past(match.rules).match.moves


def test_faults_of_a_debrief_are_told_in_a_line(run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine", "utf-8")
    for words, line in (
        ([saved_match(tmp_path)], "the match is not over"),
        ([MINIMAL], "the match is not over"),
        (["no/such.json"], "cannot be read"),
        ([MINIMAL, "--html", tmp_path / "no" / "page.html"], "there is no folder"),
        ([MINIMAL, "--html", notes], "is no page, so nothing is written over it"),
        ([MINIMAL, "--rollouts", 19], "at least 20 are wanted"),
    ):
        assert run("debrief", *words) == 2
        assert len(run.faults) == 1 and line in run.faults[0]
    assert notes.read_text("utf-8") == "mine"


def test_simulate_prints_the_json_other_tools_read(run: Run) -> None:
    words = ["simulate", MINIMAL, *RANDOM, "--games", 30, "--seed", 2, "--json"]
    assert run(*words) == 0
    said = json.loads(run.out)
    assert list(said)[:4] == ["scenario", "players", "seed", "games"]
    assert (said["scenario"], said["players"], said["games"]) == ("strait", {"north": "random", "south": "random"}, 30)
    for key in ("settled", "war", "war_any"):
        assert said[key].keys() == {"count", "rate", "low", "high"}
    assert said["peak"].keys() == {"tension", "day"} and said["days"].keys() == {"mean", "median"}
    assert said.pop("moves_per_second") > 0
    assert run(*words, "--jobs", 2) == 0
    again = json.loads(run.out)
    del again["moves_per_second"]
    assert again == said and not run.faults


def test_simulate_plays_every_pair_and_writes_a_row_a_game(run: Run, tmp_path: Path) -> None:
    def matrix(*words: object) -> tuple[list[dict[str, object]], bytes]:
        assert (
            run("simulate", MINIMAL, "--matrix", "--games", 12, "--csv", tmp_path / "games.csv", "--json", *words) == 0
        )
        said = json.loads(run.out)
        for one in said:
            del one["moves_per_second"]
        return said, (tmp_path / "games.csv").read_bytes()

    said, rows = matrix("--seed", 4)
    assert [one["players"]["north"] for one in said] == ["random", "clerk"]
    assert matrix("--seed", 4, "--jobs", 2) == (said, rows)
    assert [line.split(b",")[:3] for line in rows.splitlines()[12:14]] == [
        [b"15", b"random", b"random"],
        [b"4", b"clerk", b"random"],
    ]
    assert run("simulate", MINIMAL, *RANDOM, "--games", 12, "--seed", 4, "--csv", tmp_path / "one.csv", "--json") == 0
    alone = json.loads(run.out)
    del alone["moves_per_second"]
    assert alone == said[0]
    assert (tmp_path / "one.csv").read_bytes() == b"".join(rows.splitlines(keepends=True)[:13])


def test_simulate_prints_a_row_for_each_pair_named(run: Run) -> None:
    named = ["--player", "north=clerk", "--player", "north=random"]
    assert run("simulate", MINIMAL, "--matrix", *named, "--games", 5) == 0
    assert [line.split()[:2] for line in run.out.splitlines()[3:]] == [["clerk", "random"], ["random", "random"]]


def test_simulate_tells_a_reader_in_lines(run: Run) -> None:
    assert run("simulate", MINIMAL, *RANDOM, "--games", 5) == 0
    assert run.out.startswith("strait: 5 games, north random, south random\n")


def test_a_bar_is_drawn_on_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    knot.bar(5, 10)
    assert terminal.getvalue() == ""
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    knot.bar(5, 10)
    assert terminal.getvalue() == "\r[" + "#" * 15 + "." * 15 + "] 5/10"


def test_the_bar_of_a_debrief_tells_the_wait_from_the_speed_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = io.StringIO(), iter([100.0, 110.0, 160.0, 170.0])
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(knot, "perf_counter", lambda: next(clock))
    draw = knot.paced()
    for done in (50, 60, 100):
        draw(done, 100)
    first, second, end = terminal.getvalue().removeprefix("\r").split("\r")[:3]
    assert first.rstrip().endswith("50/100, about 10 seconds left")
    assert second.rstrip().endswith("60/100, about 40 seconds left")
    assert end == " " * len(first) == " " * len(second)


def test_the_window_is_given_match_and_file(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(knot, "no_window", lambda: None)
    assert run() == 0 and run("play", MINIMAL) == 0 and run("replay", saved_match(tmp_path)) == 0
    title, match, replay = run.started
    assert title == {} and match["file"].parent.name == "saves" and isinstance(match["match"], Match)
    assert replay["replay"] and replay["match"].day == 3
    assert run("replay", MINIMAL) == 0 and run.started[3] == {"scenario": MINIMAL, "replay": True}


@pytest.mark.parametrize("window", [True, False])
def test_forecasts_are_made_unless_the_player_wants_none(
    run: Run, monkeypatch: pytest.MonkeyPatch, window: bool
) -> None:
    monkeypatch.setattr(knot, "no_window", lambda: None if window else "there is no display")
    assert run("play", MINIMAL) == 0 and run("play", MINIMAL, "--no-forecast") == 0
    assert run.forecasts == [background.worker if window else background.foretell, None]


def test_without_a_window_the_terminal_shows_title_or_history(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knot, "first_shipped", lambda: MINIMAL)
    (empty, typed) = (io.TextIOWrapper(io.BufferedReader(io.BytesIO(text))) for text in (b"", b"1\n"))
    for stdin, what in ((empty, Record), (None, Record), (typed, str)):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert run() == 0 and isinstance(run.started[-1][0], what)
        assert run.faults == ["No window can be opened (there is no display): going on in the terminal."]


def test_faults_of_every_kind_end_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for error, status in ((KnotError("no"), 2), (PermissionError(13, "no"), 2), (KeyboardInterrupt(), 130)):

        def fail(*_: object, error: BaseException = error) -> int:
            raise error

        monkeypatch.setattr(knot, "in_terminal", fail)
        assert run("play", MINIMAL, "--terminal") == status and len(run.faults) == 1


def test_a_closed_pipe_is_no_fault() -> None:
    command = f"{sys.executable} -m game check {MINIMAL} {MINIMAL} --json"
    done = subprocess.run(
        f"({command}; echo status $? >&2) | true", shell=True, cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


def test_importing_the_package_or_the_command_line_reads_no_rules() -> None:
    script = "import game, game.__main__, sys; sys.exit(any(n in sys.modules for n in ('pydantic', 'yaml', 'pygame')))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=60).returncode == 0


def test_every_public_name_is_there() -> None:
    import game

    assert all(getattr(game, name) for name in game.__all__) and set(game.__all__) <= set(dir(game))
    with pytest.raises(AttributeError):
        game.nothing  # noqa: B018


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == 0 and run.out.startswith("knot ")
