"""The plan of a lesson as a page for the teacher."""

from collections.abc import Iterator

from game.frontends.page.debrief import past_step
from game.frontends.page.markup import Markup, fixed, table, tag
from game.frontends.page.sheet import sheet
from game.frontends.presenter.classroom.lesson_plan import Dispute, Lesson, LessonPlan

Handout = tuple[str, str]
"""A file and what it is."""


def plan_page(of: LessonPlan, handouts: tuple[Handout, ...]) -> str:
    """Returns the plan as a page, with the files that can be handed out."""
    return sheet(f"{of.title}: lesson plan", (*_opening(of, handouts), *_beginning(of), *_talking(of), *_days(of)))


def _opening(of: LessonPlan, handouts: tuple[Handout, ...]) -> Iterator[Markup]:
    yield tag("p", "For the teacher", class_="stamp")
    yield tag("h1", f"{of.title}: lesson plan")
    yield tag("p", of.summary)
    yield tag("p", "Two teams, one for each side, play against each other at one computer. What each knows is its own.")
    for lesson in of.lessons:
        yield from _lesson(lesson)
    yield tag("h2", "What to print")
    yield table(("File", "What it is"), handouts)


def _lesson(of: Lesson) -> Iterator[Markup]:
    yield tag("h2", f"{of.minutes} minutes: {of.start.name[0].lower()}{of.start.name[1:]}")
    yield tag("p", of.start.text)
    rows = ((fixed(f"{phase.begins}–{phase.ends}"), tag("b", fixed(phase.name)), phase.text) for phase in of.phases)
    yield table(("Minute", "", "What is done"), rows)


def _beginning(of: LessonPlan) -> Iterator[Markup]:
    yield tag("h2", "How to begin a game")
    yield tag(
        "p",
        "In the window: New match; the first day; “Human” for both sides; and for each side the mandate that its team "
        "holds. Or by a command, which also says where the record goes:",
    )
    yield from (tag("p", tag("code", lesson.command)) for lesson in of.lessons)
    yield table(("First day", "What it means"), ((start.name, start.text) for start in of.starts))
    yield tag("h3", "Mandates")
    yield tag("p", "Give different ones to different teams: what is a good deal depends on them. * as it was in fact.")
    rows = (
        (
            fixed(note.side),
            fixed(f"{note.name}{' *' if note.in_fact else ''}"),
            note.text,
            fixed(f"--mandate {note.word}"),
        )
        for note in of.mandates
    )
    yield table(("Side", "Mandate", "", "In a command"), rows)
    yield tag("h2", "Afterwards")
    yield tag(
        "p",
        "Put the records (the .json files) of the class into the folder of these pages and give the command that made "
        "them again: summary.html and summary.csv compare the games with each other and with what happened. One game "
        "in depth, as a page to hand in with questions of its own: ",
        tag("code", "knot debrief team-1.json --html team-1.html"),
    )


def _talking(of: LessonPlan) -> Iterator[Markup]:
    yield tag("h2", "To discuss before the game", class_="new")
    yield tag("ol", *(tag("li", question) for question in of.before))
    yield tag("h2", "To discuss after the game")
    yield tag("ol", *(tag("li", question) for question in of.after))
    if of.disputes:
        yield tag("h2", "Work with sources: what is disputed")
        yield tag("p", "For each: what would have to be found to settle it, and what in your game depends on it?")
        yield tag("ul", *map(_dispute, of.disputes))


def _dispute(of: Dispute) -> Markup:
    source = tag("span", f"[{of.source}]", class_="source")
    return tag("li", tag("b", f"{of.date}. "), f"{of.text} ", source, f" {of.disputed}")


def _days(of: LessonPlan) -> Iterator[Markup]:
    if not of.days:
        return
    yield tag("h2", "What happened in fact, by the days of the game", class_="new")
    yield tag("p", "Not to be handed out before the game. The signs after a fact stand for the sources below.")
    for date, steps in of.days:
        yield tag("h3", date)
        yield from (past_step(step, "") for step in steps)
    yield tag("h2", "Sources")
    yield tag("ul", *(tag("li", tag("b", sign), f" {text}") for sign, text in of.sources), class_="two small")
