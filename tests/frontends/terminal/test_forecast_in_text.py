"""The forecast in plain text: on demand only, the same each time, and nowhere for those who want none."""

import io
from dataclasses import replace

from game.analysis import forecast as analysis
from game.analysis.forecast import foretell
from game.frontends import terminal
from game.frontends.terminal.foretelling import page
from game.match.match import Match
from game.rules.ruleset import Ruleset

ASKED = "forecast\nf raise_watch\nforecast act raise_watch\nforecast 9999\nforecast envoys\nquit\n"
WRITTEN = "act raise_watch\nact wait\noffer\n1\n1\nenvoy\nforecast\nno\nquit\n"


def told(rules: Ruleset, typed: str, foretell=None) -> str:
    """Returns what a terminal shows two players who type lines."""
    output = io.StringIO()
    terminal.play(Match(rules, seed=4), (None, None), None, foretell=foretell, input=io.StringIO(typed), output=output)
    return output.getvalue()


def test_a_forecast_is_told_when_it_is_asked_for(strait: Ruleset, monkeypatch) -> None:
    monkeypatch.setattr(analysis, "AT_ONCE", 20)
    text = told(strait, ASKED, foretell)
    assert text.count("From 20 games played on") == 3
    assert text.count("War if nobody moves") == 1
    assert text.count("Forecast: ") == 2
    assert "'9999' is no move" in text
    assert "'envoys' is no move" in text
    assert told(strait, ASKED, foretell) == text


def test_a_forecast_plays_nothing(strait: Ruleset, monkeypatch) -> None:
    monkeypatch.setattr(analysis, "AT_ONCE", 5)
    match = Match(strait, seed=4)
    ply = match.ply
    terminal.play(match, (None, None), None, foretell=foretell, input=io.StringIO(ASKED), output=io.StringIO())
    assert match.ply == ply


def test_a_written_offer_can_be_forecast_before_it_is_sent(strait: Ruleset, monkeypatch) -> None:
    monkeypatch.setattr(analysis, "AT_ONCE", 20)
    text = told(strait, WRITTEN, foretell)
    assert "Enter or yes sends it, anything else keeps it as a draft; or forecast:" in text
    assert "Chance of a yes:" in text
    assert "Nothing was sent." in text


def test_without_a_forecast_no_word_of_it_is_said(strait: Ruleset) -> None:
    text = told(strait, "help\nforecast\nf\n" + WRITTEN)
    assert "'forecast' is not understood" in text
    assert "by the end" not in text
    assert "Chance of a yes" not in text


def test_what_is_not_asked_for_is_not_told(strait: Ruleset) -> None:
    typed = "show acts\n1\nlook\nquit\n"
    assert told(strait, typed, foretell) == told(strait, typed)


def test_why_a_yes_is_unlikely_stands_under_its_chance_and_only_then(strait: Ruleset) -> None:
    match = Match(strait, seed=4)
    view, move = match.view(0), strait.ids.offer + 1
    made = analysis.foretell(strait, 0, view, None)
    for rate in (0.1, 0.9):
        share = analysis.Share(rate, rate, rate)
        lines = [*page(lambda *asked, share=share: replace(made, accepted=share), strait, view, 0, move)]
        at = next(n for n, line in enumerate(lines) if line.startswith("  Chance of a yes"))
        assert ("advisers guess" in lines[at + 1]) == (rate < 0.5)
