"""The replay in plain text: stepped, jumped about in, seen as one side, asked about, taken over, by typed commands."""

import io
from pathlib import Path

import pytest

from game.analysis.opinion import opinion
from game.frontends import terminal
from game.match.match import Match
from game.match.record import load_record
from game.match.replay import dawn_of, historical_record, past
from game.players.player import random_player
from game.scenario.loader import Loaded, load_scenario


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_scenario("cuba1962")


def said(loaded: Loaded, *lines: str, record=None, **more) -> str:
    """Returns what the replay answers to typed lines, without what it says before the first and after the last day."""
    output = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in (*lines, "quit")))
    assert terminal.replay(record or historical_record(loaded), loaded, input=typed, output=output, **more) == 0
    text = output.getvalue()
    return text[text.index("Within a day") :]


def test_steps_days_and_turning_points_are_gone_to(loaded: Loaded) -> None:
    assert said(loaded).count("· day ") == 1
    assert "17 October 1962 · day 2" in said(loaded, "")
    assert said(loaded, "day 26").count("Friday 26 October 1962 · day 11") == 1
    assert said(loaded, "day 27 October").count("· day 12") == 1
    first = said(loaded, "turn")
    assert "Speak to the nation" in first
    assert "Enforce the quarantine" in said(loaded, "turn", "turn")
    there, back = said(loaded, "day 24", "step"), said(loaded, "day 24", "step", "back")
    assert back.startswith(there.rstrip("\n"))
    assert len(back) > len(there)


def test_the_end_tells_all_that_is_left_once(loaded: Loaded) -> None:
    whole, output = said(loaded, "end"), io.StringIO()
    terminal.replay(historical_record(loaded), loaded, input=io.StringIO(), output=output)
    assert output.getvalue().endswith(whole)
    assert "After\n" in whole


def test_as_one_side_nothing_is_told_that_it_did_not_know(loaded: Loaded) -> None:
    rules = past(loaded).match.rules
    for side, name in enumerate(rules.scenario.side_names):
        text = said(loaded, f"as {name}", *[""] * 13)
        told = text[text.index(" knew it.") :]
        other = rules.scenario.side_names[1 - side]
        secret = [act.name for act in rules.scenario.acts[other].values() if act.visibility != "public"]
        done = [name for name in secret if f": {name}  [" in told]
        assert done == []
        assert "source:" not in told
    assert "who knew:" in said(loaded, "as us", "as all", "")


def test_the_expert_sources_letters_and_standing_are_asked_for(loaded: Loaded) -> None:
    quick = {"opine": lambda rules, view, made: opinion(rules, view, made, games=60)}
    text = said(loaded, "day 26", "step", "sources", "expert", "letters", "standing", **quick)
    assert "The expert would have done" in text
    assert "Also weighed:" in text
    assert "Private letter" in text
    assert "mandate" in text
    assert "no expert can be asked here" in said(loaded, "expert")
    assert "nobody decides in this step" in said(loaded, "expert", **quick)


def test_what_cannot_be_done_is_said_in_a_line(loaded: Loaded) -> None:
    text = said(loaded, "dance", "day 99", "step far", "as spain", "take us nobody", "compare", "take")
    for line in (
        "'dance' is nothing",
        "day 99 is not reached",
        "'far' is no number",
        "this is what happened",
        "take SIDE",
        "is nobody who plays",
    ):
        assert line in text


def test_a_game_is_compared_with_what_happened(loaded: Loaded) -> None:
    path = past(loaded).match
    game = path.branch(dawn_of(path, 9), seed=5, origin="history")
    while game.actor is not None:
        game.play(game.ask(random_player).move)
    text = said(loaded, "day 11", "compare", record=game.record())
    assert "This game left 1962 on " in text
    assert " apart)" in text


@pytest.mark.parametrize("side", ["us", "ussr"])
def test_taking_over_keeps_parent_and_moment(loaded: Loaded, tmp_path: Path, side: str) -> None:
    said(loaded, "day 24", f"take {side}", "quit", saves=tmp_path)
    file, *more = tmp_path.glob("*.json")
    assert not more
    record = load_record(file)
    assert record.parent is not None
    assert record.parent.chain == "history"
    assert record.players[side] == "human"
    match, path = Match(loaded, record=record), past(loaded).match
    assert match.moves[: record.parent.ply] == path.moves[: record.parent.ply]
    assert path.history[record.parent.ply].day == 9
