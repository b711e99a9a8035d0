"""The debrief in the terminal: 80 columns, every section, colour only where it belongs."""

import io

import pytest

from game.frontends.presenter.debriefing import DebriefScreen
from game.frontends.terminal.console import Console
from game.frontends.terminal.debriefed import BLOCKS, sections, show, spark


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


@pytest.mark.parametrize(
    ("values", "top", "blocks"),
    [([0, 5, 10], 0, "▁▅█"), ([10], 20, "▅"), ([0, 0], 0, "  "), ([], 0, "")],
)
def test_a_spark_is_as_tall_as_its_value(values: list[float], top: float, blocks: str) -> None:
    assert "".join(spark(values, top)) == blocks
