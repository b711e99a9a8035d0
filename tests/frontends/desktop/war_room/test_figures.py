"""Rows of figures say their names and values whole, however narrow they are."""

import pytest
from pygame import Rect, Surface

from game.frontends.desktop.war_room import figures
from game.frontends.presenter.models import Figure
from game.match.match import Match

ALIKE = Figure("war_by_end", "War by the end", "5 %", "about the same (3–7)", 500, 500, "plain")
LONG = Figure("hazard", "Incident tonight, by all that is known", "12 %", "24 %", 1_200, 2_400, "worse")


@pytest.mark.parametrize("text", [100, 200])
def test_a_figure_in_a_narrow_row_or_column_is_never_shortened(lay, history: Match, texts, text: int) -> None:
    desk = lay(history, text=text, seat=0).app.desk
    for units in (16, 22, 29, 31, 40, 60):
        for rows in (3, 8):
            width = desk.size(figures.SIZE) * units
            canvas = Surface((width, figures.row_height(desk) * rows))
            texts.clear()
            figures.draw(desk, canvas, canvas.get_rect(), [ALIKE, LONG])
            assert not [each for each in texts if "…" in each]
            assert "War by the end" in texts
            assert any(each.startswith("about the same") for each in texts)


def test_the_height_of_rows_is_that_of_what_they_draw(lay, history: Match, texts) -> None:
    desk = lay(history, seat=0).app.desk
    width = desk.size(figures.SIZE) * 15
    tall = figures.height(desk, [LONG], width)
    assert tall > figures.row_height(desk) == figures.height(desk, [ALIKE], desk.size(figures.SIZE) * 40)
    texts.clear()
    figures.row(desk, Surface((width, tall)), Rect(0, 0, width, figures.row_height(desk)), LONG)
    assert sum(each in LONG.name for each in texts) * figures.row_height(desk) == tall
