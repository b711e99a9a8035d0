"""The debrief in the terminal: 80 columns, every section, colour only where it belongs."""

import io
from pathlib import Path

import pytest

from game import debriefs
from game.analysis.debrief import ROLLOUTS
from game.frontends import terminal
from game.frontends.presenter.debrief.debriefing import DebriefScreen
from game.frontends.terminal.console import Console, wrapped
from game.frontends.terminal.debriefed import BLOCKS, decisions, sections, show, spark
from game.match.match import Match
from game.players.rollout import historical
from game.scenario.loader import load_scenario


@pytest.fixture(scope="module")
def screen(history: DebriefScreen) -> DebriefScreen:
    return history


@pytest.fixture(scope="module")
def text(screen: DebriefScreen) -> str:
    output = io.StringIO()
    show(screen, Console(io.StringIO(), output))
    return output.getvalue()


def test_no_line_is_wider_than_the_terminal(text: str) -> None:
    assert max(map(len, text.splitlines())) < 80


def test_every_section_is_written_and_none_is_coloured_in_a_pipe(screen: DebriefScreen, text: str) -> None:
    titles = [title for title, _ in sections(screen)]
    assert all(title in text for title in titles) and len(titles) == len(set(titles))
    assert "\x1b" not in text


def test_curves_stand_beside_their_figures(screen: DebriefScreen, text: str) -> None:
    row = next(line for line in text.splitlines() if line.startswith("war, %"))
    assert len([sign for sign in row if sign in BLOCKS]) == len(screen.curve)


def test_every_decision_has_a_line_with_its_figures(screen: DebriefScreen, text: str) -> None:
    lines = text.partition("All decisions\n")[2].splitlines()
    for move in screen.moves:
        told = next(line for line in lines if move.own.text in line and move.lead.text in line)
        assert told.startswith(f"{move.mark:>2} {move.date:>6}")


@pytest.mark.parametrize(
    ("values", "top", "blocks"),
    [([0, 5, 10], 0, "▁▅█"), ([10], 20, "▅"), ([0, 0], 0, "  "), ([], 0, "")],
)
def test_a_spark_is_as_tall_as_its_value(values: list[float], top: float, blocks: str) -> None:
    assert "".join(spark(values, top)) == blocks


class Screen(io.StringIO):
    """A terminal, typed at and written on."""

    def isatty(self) -> bool:
        return True


def ended(typed: str, source: type[io.StringIO], save: Path | None = None) -> tuple[str, list[Match]]:
    """Returns what a finished match shows while something is typed at its end, and what was looked back on."""
    match, asked, output = Match(load_scenario("tutorial"), seed=3), list[Match](), source()
    leaders = historical(match.rules)
    while match.actor is not None:
        match.play(match.ask(leaders[match.actor]).move)
    typed = "q\n" * (source is Screen) + typed
    seats = leaders[0], leaders[1]
    study = lambda match, console: asked.append(match)  # noqa: E731
    assert terminal.play(match, seats, save, debrief=study, input=source(typed), output=output) == 0
    return output.getvalue(), asked


@pytest.mark.parametrize(("typed", "shown"), [("debrief\n", 1), ("x\nDEBRIEF\n", 1), ("\n", 0), ("q\n", 0), ("", 0)])
def test_a_finished_game_offers_its_debrief(typed: str, shown: int) -> None:
    text, asked = ended(typed, Screen)
    assert "debrief shows it now" in text
    assert len(asked) == shown


def test_at_a_pipe_no_debrief_runs_but_it_is_said_how_to_get_one(tmp_path: Path) -> None:
    file = tmp_path / "my game.json"
    text, asked = ended("debrief\n" * 3, io.StringIO, file)
    assert f"knot debrief '{file}'" in text
    assert "debrief shows it now" not in text and not asked


def test_the_debrief_offered_is_that_of_the_command(monkeypatch: pytest.MonkeyPatch, screen: DebriefScreen) -> None:
    asked, output = list[int](), io.StringIO()
    monkeypatch.setattr(debriefs, "worked_out", lambda match, rollouts, bar: asked.append(rollouts) or screen)
    debriefs.told_at_the_end(None, Console(io.StringIO(), output), lambda done, parts: None)  # type: ignore[arg-type]
    assert asked == [ROLLOUTS] and "To discuss" in output.getvalue()


def test_ctrl_c_calls_the_debrief_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*what: object) -> DebriefScreen:
        raise KeyboardInterrupt

    output = io.StringIO()
    monkeypatch.setattr(debriefs, "worked_out", interrupted)
    debriefs.told_at_the_end(None, Console(io.StringIO(), output), lambda done, parts: None)  # type: ignore[arg-type]
    assert output.getvalue() == "\nStopped.\n"


def test_what_stands_over_the_decisions_is_one_line(history: DebriefScreen) -> None:
    head, *_ = decisions(history)
    assert [*wrapped([head])] == [head]
