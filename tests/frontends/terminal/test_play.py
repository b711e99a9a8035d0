"""The game in plain text, through a pipe: golden playthroughs, commands, saving, secrets."""

import io
import re
import time
from pathlib import Path

import pytest
from random_matches import played

from game.frontends import presenter, terminal
from game.frontends.terminal.console import WIDTH, Console
from game.frontends.terminal.turn import Turn
from game.match.match import Match, rules_of
from game.match.record import load_record
from game.match.replay import dawn_of, dealt, past
from game.players.player import random_player
from game.players.roster import seat
from game.rules.ruleset import Ruleset
from game.rules.slots import MANDATE
from game.scenario.loader import load_scenario

GOLDEN = Path(__file__).parent / "golden"
MINIMAL = Path(__file__).parents[2] / "scenario" / "minimal.yaml"
SETTLED = """
show acts
raise_watch
yes
2
act wait
preview accept 1
offer envoy stand_down for remove_guns at_once
show letters
act wait
show map
act wait
act wait
show letters
accept 1
show table
act wait
act wait
act wait
act wait
act wait
act wait
"""
TALK = """
help
show news
show mandate
show briefing
show advice raise_watch
show acs
raise_wach
lower_watch
preview raise_watch
act raise_watch
act wait
offer
9
1
1
envoy
no
offer
1
1
1
yes
offer
undo
look
save
quit
"""


def told(match: Match, typed: str, players: tuple[str, str] = ("human", "human"), save: Path | None = None) -> str:
    """Returns what a terminal shows while lines are typed."""
    output = io.StringIO()
    seats = tuple(seat(match.rules, who, side) for side, who in enumerate(players))
    status = terminal.play(match, (seats[0], seats[1]), save, input=io.StringIO(typed), output=output)
    assert status == 0
    return output.getvalue()


@pytest.mark.parametrize(("name", "typed"), [("settled", SETTLED), ("talk", TALK)])
def test_a_hot_seat_game_reads_as_written_down(golden, strait: Ruleset, name: str, typed: str) -> None:
    golden(GOLDEN / f"{name}.txt", told(Match(strait, seed=4), typed.lstrip("\n")))


def test_two_programs_play_to_the_end_without_asking(golden, strait: Ruleset) -> None:
    golden(GOLDEN / "programs.txt", told(Match(strait, seed=2), "", ("random", "random")))


def test_history_is_narrated(golden) -> None:
    from game.match.replay import historical_record

    loaded = load_scenario(MINIMAL)
    output = io.StringIO()
    assert terminal.replay(historical_record(loaded), loaded, input=io.StringIO(), output=output) == 0
    golden(GOLDEN / "history.txt", output.getvalue())


def test_a_negotiated_end_is_reached_and_everything_is_told_then(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    text = told(match, SETTLED.lstrip("\n"))
    assert match.outcome is not None and match.outcome.settled
    assert "Mandate: Peace" in text and "Mandate: Pride" in text


def test_at_the_end_of_input_the_match_is_saved_and_says_how_to_go_on(strait: Ruleset, tmp_path: Path) -> None:
    file = tmp_path / "match.json"
    match = Match(strait, seed=4)
    text = told(match, "act wait\nact wait\n", save=file)
    assert text.endswith(f"Saved. Go on with: knot play {file}\n")
    again = Match(strait, record=load_record(file))
    assert again.state == match.state and again.moves == match.moves
    resumed = told(again, "", save=file)
    assert "The lamp" not in resumed and "Your mandate, secret: Peace" in resumed


@pytest.mark.parametrize("typed", ["offer\n", "offer\n\n", "offer\n\n1\n", "offer\n\n1\n1\n"])
def test_input_may_end_anywhere(strait: Ruleset, typed: str) -> None:
    assert told(Match(strait, seed=4), typed).endswith("The match was not saved: no file was named.\n")


def test_lines_are_no_wider_than_the_page(rules: Ruleset) -> None:
    typed = "show acts\nshow map\nshow letters\nshow mandate\nshow briefing\nact wait\n"
    lines = told(Match(rules, seed=5), typed * 3).splitlines()
    assert max(map(len, lines)) <= max(WIDTH, len("Type: "))


def test_unknown_words_get_a_hint_and_change_nothing(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    before = match.moves
    text = told(
        match, "rase_watch\nshow mpa\naccept 3\noffer envy nothing for remove_guns\nact mount\nanswer x\n99\nyes\n"
    )
    assert match.moves == before
    assert "did you mean 'raise_watch'?" in text
    assert "did you mean 'map'?" in text
    assert "did you mean 'envoy'?" in text


def test_a_closed_act_says_why(strait: Ruleset) -> None:
    text = told(Match(strait, seed=4), "lower_watch\nact lower_watch\npreview act lower_watch\n")
    assert text.count("Lower the watch. Closed: watch must be raised.") == 3


def test_a_number_is_previewed_and_then_confirmed(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    text = told(match, "2\nlook\nyes\n2\n\n")
    assert match.moves[-1] == "act raise_watch"
    assert "Nothing is chosen" in text
    assert "heat" in text and "30 → 38" in text


def test_undo_stays_within_ones_own_turn(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    text = told(match, "undo\noffer envoy nothing for remove_guns at_once\nundo\nact wait\nundo\n")
    assert text.count("There is nothing you may take back.") == 2
    assert text.count("Taken back: 1 move; marked in the record.") == 1
    assert match.moves[2:] == ("act wait",)


def test_against_a_program_undo_takes_its_moves_back_too(strait: Ruleset) -> None:
    match = Match(strait, seed=4, players={"south": "random"})
    text = told(match, "act wait\nundo\n", ("human", "random"))
    assert match.moves[2:] == ()
    assert re.search(r"Taken back: the night of 2 April 1901 and \d moves; marked in the record\.", text)


def test_undo_never_passes_the_moment_a_match_was_taken_up(strait: Ruleset) -> None:
    path = Match(strait, seed=4)
    for move in ("act wait", "act wait", "act wait"):
        path.play(move)
    match = path.branch(path.ply - 1, players={"south": "random"})
    begun = match.moves
    told(match, "act wait\nundo\nundo\nundo\n", ("human", "random"))
    assert match.moves == begun


def test_a_copy_is_saved_over_nothing_but_a_record_of_the_same_match(strait: Ruleset, tmp_path: Path) -> None:
    notes, other, own = tmp_path / "notes.txt", tmp_path / "other.json", tmp_path / "own.json"
    notes.write_text("mine", "utf-8")
    another = Match(strait, seed=9)
    another.play("act raise_watch")
    another.record().save(other)
    kept = other.read_text("utf-8")
    typed = f"save {notes}\nsave {tmp_path / 'none' / 'a.json'}\nsave {other}\nsave {own}\nact wait\nsave {own}\n"
    text = " ".join(told(Match(strait, seed=4), typed).split())
    assert text.count("Not saved:") == 3 and text.count("Saved.") == 2
    assert notes.read_text("utf-8") == "mine" and other.read_text("utf-8") == kept
    assert not (tmp_path / "none").exists() and own.exists()


def test_between_two_humans_a_curtain_is_drawn_and_the_other_s_screen_is_gone(strait: Ruleset) -> None:
    text = told(Match(strait, seed=4), "act listen\n")
    before, after = text.split("Nordhaven has moved. Change seats.")
    assert before.splitlines()[-2] == "=" * WIDTH
    assert "Listen" not in after and "Peace" not in after.split("Theirs is one of these")[0]


def test_what_one_side_hides_leaves_no_trace_on_the_other_s_screen(rules: Ruleset) -> None:
    """Two matches that differ only in what the other side hides show equal screens."""
    for match in played(rules, 9):
        side = match.actor
        if side is None or match.ply > 60:
            return
        screens = [_screen(match, side)]
        n = [*match.state]
        n[MANDATE + 1 - side] = n[MANDATE + 1 - side] % len(rules.mandates[1 - side]) + 1
        for slot, blind in rules.slots.hidden_from.items():
            if blind == side:
                low, high = rules.slots.spans[slot]
                n[slot] = low + (n[slot] - low + 1) % (high - low + 1)
        kept, match._states[-1] = match._states[-1], tuple(n)
        screens.append(_screen(match, side))
        match._states[-1] = kept
        assert screens[0] == screens[1]


def _screen(match: Match, side: int) -> str:
    output = io.StringIO()
    turn = Turn(match, side, Console(io.StringIO(), output), lambda file: True)
    turn.screen()
    for page in ("acts", "letters", "map", "news", "mandate", "briefing", "advice"):
        turn.show(page)
    return output.getvalue()


def test_random_matches_can_be_played_by_typing(rules: Ruleset) -> None:
    """Moves in notation, typed one a line, lead to the same end as the match they were taken from."""
    model = Match(rules, seed=3)
    while model.actor is not None:
        model.play(model.ask(random_player).move)
    typed = "".join(f"{entry.move}\n" for entry in model.history if entry.by != "chance")
    match = Match(rules, seed=3)
    text = told(match, typed)
    assert match.moves == model.moves
    assert rules.scenario.endings[match.outcome.ending].name in text


class Screen(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("name", "coloured"), [("NO_COLOR", False), ("UNRELATED", True)])
def test_colour_is_left_out_where_it_is_not_wanted(
    monkeypatch: pytest.MonkeyPatch, strait: Ruleset, name: str, coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, "1")
    screen = Screen()
    terminal.play(Match(strait, seed=4), (None, None), None, input=io.StringIO("act wait\n"), output=screen)
    assert ("\x1b[1m" in screen.getvalue()) == coloured


def test_a_terminal_stops_where_the_page_is_full_and_wipes_for_the_curtain(
    monkeypatch: pytest.MonkeyPatch, strait: Ruleset
) -> None:
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("COLUMNS", "80")
    screen, keys = Screen(), Screen("\n" * 9 + "act wait\n\n")
    terminal.play(Match(strait, seed=4), (None, None), None, input=keys, output=screen)
    assert "-- Enter: more, q: enough --" in screen.getvalue()
    assert screen.getvalue().count("\x1b[2J") >= 3


def test_the_title_offers_a_new_match_a_saved_one_and_what_happened(strait: Ruleset, tmp_path: Path) -> None:
    loaded = load_scenario(MINIMAL)
    for typed, word in (
        ("2\nact wait\n", "Saved."),
        ("4\n", "The lamp"),
        ("3\nact wait\n", "Saved."),
        ("x\nquit\n", ""),
    ):
        output = io.StringIO()
        assert terminal.title(loaded, tmp_path, input=io.StringIO(typed), output=output) == 0
        assert word in output.getvalue()
    assert len([*tmp_path.glob("*.json")]) == 2
    output = io.StringIO()
    terminal.title(loaded, tmp_path, input=io.StringIO("5\nact wait\n"), output=output)
    assert "Go on with strait-" in output.getvalue()


def test_short_forms_capitals_and_long_words_are_understood(strait: Ruleset) -> None:
    typed = "ACTS\nmap\nscore\nGlossary\npeople\nSHOW Mandate\n" + "x" * 300 + "\nACT Wait\nq\n"
    match = Match(strait, seed=4)
    text = told(match, typed)
    assert match.moves[2:] == ("act wait",)
    assert "Acts: one ends the turn" in text and "No deal, to you, as you see it:" in text
    assert f"'{'x' * 40}…' is not understood" in " ".join(text.split())


def test_one_open_letter_needs_no_number_and_can_be_countered(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    typed = "act raise_watch\nact wait\noffer envoy stand_down for remove_guns at_once\nact wait\n"
    told(match, typed)
    while match.actor != 1 or not presenter.war_room(strait, match.view(1), presenter.facts_of(match, 1)).inbox:
        match.play("act wait")
    text = told(match, "counter\nundo\naccept\n")
    assert "*Stand down" in text or "*Guns away" in text
    assert match.moves[-1] == "accept 1"


def test_clashing_forms_are_named_and_the_dialogue_can_be_left(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    text = told(match, "offer\n\n1 2\nundo\noffer\nquit\n")
    assert "Guns away (at once) and Guns away (within weeks) exclude each other" in " ".join(text.split())
    assert match.moves[2:] == () and text.endswith("The match was not saved: no file was named.\n")


def test_the_signs_of_the_sources_can_be_looked_up(rules: Ruleset) -> None:
    text = " ".join(told(Match(rules, seed=5), "show sources\n").split())
    assert all(f"{sign}: {' '.join(title.split())[:20]}" in text for sign, title in rules.scenario.sources.items())


def test_enter_goes_on_at_every_question_of_an_offer_and_what_is_written_is_kept(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    text = told(match, "act raise_watch\nact wait\noffer\n1\n1\ncancel\nlook\noffer\n\n\n\n\noffer\nquit\n")
    assert "Nothing was sent. Type offer to go on with the draft." in text
    assert match.moves[-1] == "offer envoy stand_down for remove_guns at_once"
    assert "1 *Stand" not in text.rpartition("Done: Write")[2]


def test_on_a_terminal_what_cannot_be_unsaid_waits_for_enter(monkeypatch, strait: Ruleset) -> None:
    line = "offer envoy nothing for remove_guns at_once"
    for answer, sent in (("no", False), ("", True)):
        match = Match(strait, seed=4)
        keys = Screen("\n" * 6 + f"look\n{line}\n{answer}\nquit\n")
        monkeypatch.setenv("LINES", "200")
        terminal.play(match, (None, None), None, input=keys, output=Screen())
        assert (line in match.moves) == sent


def test_a_replay_stops_at_each_day_until_the_end_is_asked_for(monkeypatch) -> None:
    from game.match.replay import historical_record

    loaded = load_scenario("cuba1962")
    monkeypatch.setenv("LINES", "9999")
    for typed, asked in (("\n\nend\n", 3), ("end\n", 1)):
        screen = Screen()
        terminal.replay(historical_record(loaded), loaded, input=Screen(typed), output=screen)
        assert screen.getvalue().count("-- Enter: next day, end: to the end, help --") == asked
    assert re.search(r"\(1 in \d+\)", screen.getvalue()) and "Times are GMT." in screen.getvalue()


@pytest.mark.parametrize(("seconds", "shown"), [(0.0, ""), (0.05, "\rOne moment.\r           \r")])
def test_a_terminal_says_that_something_takes_longer_and_wipes_it(
    seconds: float, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.frontends.terminal.console.PATIENCE", 0.01)
    for output, wanted in ((Screen(), shown), (io.StringIO(), "")):
        with Console(io.StringIO(), output).waiting("One moment."):
            time.sleep(seconds)
        assert output.getvalue() == wanted


def test_the_title_offers_the_levels_for_each_side(tmp_path: Path) -> None:
    output = io.StringIO()
    assert terminal.title(load_scenario("cuba1962"), tmp_path, input=io.StringIO("9\n1\nquit\n"), output=output) == 0
    assert "You play United States, Calm: " in output.getvalue()
    (file,) = tmp_path.glob("*.json")
    record = load_record(file)
    assert (record.level, record.players) == ("hard", {"us": "us_hawk", "ussr": "human"})


@pytest.mark.parametrize(("number", "day", "date"), [(1, 1, "16 October"), (2, 7, "22 October"), (3, 11, "26 October")])
def test_a_new_match_can_begin_on_a_later_day(tmp_path: Path, number: int, day: int, date: str) -> None:
    output, loaded = io.StringIO(), load_scenario("cuba1962")
    assert terminal.title(loaded, tmp_path, input=io.StringIO(f"2\nx\n{number}\nquit\n"), output=output) == 0
    assert "2  22 October: " in output.getvalue() and date in output.getvalue()
    (file,) = tmp_path.glob("*.json")
    match = Match(loaded, record=load_record(file))
    assert (match.day, match.parent.chain if match.parent else "") == (day, "history" if day > 1 else "")


def test_a_later_day_is_begun_with_the_mandates_of_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, loaded = io.StringIO(), load_scenario("cuba1962")
    deal = next(seed for seed in range(50) if dealt(rules_of(loaded), seed, {}) != loaded.scenario.history.mandates)
    monkeypatch.setattr("secrets.randbelow", lambda most: deal)
    assert terminal.title(loaded, tmp_path, input=io.StringIO("2\n2\nquit\n"), output=output) == 0
    assert load_record(next(tmp_path.glob("*.json"))).mandates == loaded.scenario.history.mandates
    assert "both sides have their mandates of history" in " ".join(output.getvalue().split())


def test_a_later_day_begins_with_a_briefing_on_what_came_before() -> None:
    path = past(load_scenario("cuba1962")).match
    match = path.branch(dawn_of(path, 11), players={})
    text = told(match, "act watch\nquit\n")
    assert "How it began for you:" in text and "25 Oct: You: Let a ship pass; Moscow: Accept U Thant's pause" in text
    assert text.count("It is Friday 26 October 1962 now. What you did and learned until then:") == 2
    assert "25 Oct: Washington: Let a ship pass" in text
    assert text.index("It is Friday 26 October") < text.index("How it began") < text.index("It is Tuesday, 16 October")


def test_who_leaves_at_the_first_day_has_begun_nothing(tmp_path: Path) -> None:
    assert terminal.title(load_scenario("cuba1962"), tmp_path, input=io.StringIO("2\nq\n"), output=io.StringIO()) == 0
    assert not [*tmp_path.iterdir()]
