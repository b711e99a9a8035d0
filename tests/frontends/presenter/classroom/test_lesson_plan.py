"""The plan of a lesson: it fills its minutes, leaves time to speak, and says nothing without a source."""

import pytest

from game.frontends.presenter.classroom.lesson_plan import LESSONS, LessonPlan, lesson_plan
from game.frontends.presenter.teaching.starts import only_start, start_cards
from game.match.match import rules_of
from game.match.replay import past
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario


@pytest.fixture(scope="module")
def plan() -> LessonPlan:
    rules = rules_of(load_scenario("cuba1962"))
    return lesson_plan(rules, "cuba1962", start_cards(past(rules).match))


def test_every_minute_of_a_lesson_is_planned(plan: LessonPlan) -> None:
    assert [lesson.minutes for lesson in plan.lessons] == [*LESSONS]
    for lesson in plan.lessons:
        times = [time for phase in lesson.phases for time in (phase.begins, phase.ends)]
        assert times[0] == 0 and times[-1] == lesson.minutes and times[1:-1:2] == times[2::2]
        assert all(phase.ends - phase.begins >= 5 and phase.begins % 5 == 0 for phase in lesson.phases)
        assert lesson.phases[2].ends - lesson.phases[2].begins == lesson.start.minutes


def test_a_shorter_lesson_has_a_shorter_game(plan: LessonPlan) -> None:
    assert [lesson.start.name for lesson in plan.lessons] == ["26 October", "22 October"]
    assert [lesson.command.split(" --mandate")[0] for lesson in plan.lessons] == [
        "knot play cuba1962 --from 26",
        "knot play cuba1962 --from 22",
    ]


def test_where_no_game_fits_the_shortest_is_cut(strait: Ruleset) -> None:
    start = only_start(strait)
    short, long = lesson_plan(strait, "strait", (start,)).lessons
    assert start.minutes == 45 and long.phases[-1].ends == 90
    assert short.phases[2].ends - short.phases[2].begins == 27 and short.phases[-1].ends == 45
    assert "--from" not in short.command and "--mandate north=peace --mandate south=pride" in short.command


def test_what_happened_is_told_with_its_sources_and_disputes(plan: LessonPlan) -> None:
    signs = {sign for sign, _ in plan.sources}
    cited = {sign.strip() for _, steps in plan.days for step in steps for sign in step.source.split(";")}
    assert len(plan.days) >= 13 and signs == {sign for sign in cited if not sign.startswith("GK")}
    assert plan.disputes and all(dispute.source and dispute.disputed for dispute in plan.disputes)


def test_the_mandates_of_history_are_marked_for_the_teacher(plan: LessonPlan) -> None:
    assert [note.word for note in plan.mandates if note.in_fact] == ["us=remove", "ussr=shield"]
    assert len(plan.mandates) == 6
