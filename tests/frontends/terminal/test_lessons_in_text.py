"""Lessons in the terminal: told above the choices, gone on with by Enter, and the way in from the menu."""

import io
from pathlib import Path

import pytest

from game.frontends import terminal
from game.frontends.terminal.lessons import WHERE
from game.match.match import Match
from game.match.record import load_record
from game.players.roster import facing_lessons, seat
from game.scenario.loader import load_scenario, teaching
from game.scenario.story import Part

GOLDEN = Path(__file__).parent / "golden"
SEED = 1
TYPED = """\






send_boats
yes


offer herald drop_toll for remove_guns + free_ferry

look_closer
yes
1
yes
call_boats_back
yes
accept 1
wait
yes
wait
yes
wait
yes
quit
"""


def seated(match: Match):
    names = match.rules.scenario.side_names
    return tuple(seat(match.rules, match.players[name], number) for number, name in enumerate(names))


def played(typed: str, save: Path) -> str:
    loaded = load_scenario(teaching() or "")
    mandates = {side: next(iter(known)) for side, known in loaded.scenario.mandates.items()}
    match = Match(loaded, seed=SEED, mandates=mandates, players=facing_lessons(loaded.scenario))
    output = io.StringIO()
    terminal.play(match, seated(match), save, input=io.StringIO(typed), output=output)  # type: ignore[arg-type]
    return output.getvalue().replace(str(save), "FILE")


def test_the_tutorial_is_played_to_its_end(tmp_path: Path, golden) -> None:
    text = played(TYPED, tmp_path / "tutorial.json")
    golden(GOLDEN / "tutorial.txt", text)
    assert "Saved. See it again with" in text


def test_enter_goes_on_to_what_is_to_be_done_and_skip_beyond(tmp_path: Path) -> None:
    text = " ".join(played("\n\n\n\n\nskip\nskip\n", tmp_path / "tutorial.json").split())
    assert text.count("Enter: next.") == 4 and text.count("or type skip.") == 1
    assert "Nothing is chosen." in text and "There is no lesson to skip." in text


def test_the_menu_offers_to_learn_first(tmp_path: Path) -> None:
    output = io.StringIO()
    terminal.title(load_scenario("cuba1962"), tmp_path, input=io.StringIO("1\nquit\n"), output=output)
    assert "1  Learn to play (10 minutes)" in output.getvalue() and "Lesson 1 of" in output.getvalue()
    (file,) = tmp_path.glob("*.json")
    assert load_record(file).scenario == teaching()


@pytest.mark.parametrize("part", Part.__args__)
def test_the_terminal_says_where_each_part_is(part: str) -> None:
    assert WHERE[part]
