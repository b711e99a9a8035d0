"""Pages for a class: whole, self-contained, each for one pair of eyes."""

from datetime import date
from pathlib import Path

import pytest
from strict_page import assert_self_contained

from game.classrooms import handouts
from game.frontends.page.class_table import class_cells, class_page
from game.frontends.page.rules import rules_sheet
from game.frontends.presenter.basics import Odds
from game.frontends.presenter.classroom.class_table import ClassRow, ClassTable
from game.match.match import rules_of
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.scenario.loader import load_scenario

MINIMAL = Path(__file__).parents[2] / "scenario" / "minimal.yaml"


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rules_of(load_scenario("cuba1962"))


@pytest.fixture(scope="module")
def pages(rules: Ruleset) -> dict[str, str]:
    """Returns what is said on each page that is handed out or kept by the teacher."""
    return {name: " ".join(assert_self_contained(text).said) for name, (_, text) in handouts(rules, "cuba1962").items()}


def test_there_is_a_page_for_every_team_and_day(rules: Ruleset, pages: dict[str, str]) -> None:
    days = ("16-october", "22-october", "26-october")
    dossiers = {f"dossier-{side}-{day}.html" for side in rules.scenario.side_names for day in days}
    mandates = {f"mandate-{side}-{id_}.html" for side, own in rules.scenario.mandates.items() for id_ in own}
    assert {*pages} == {"plan.html", "rules.html", *dossiers, *mandates}
    assert all(name in pages["plan.html"] for name in pages if name != "plan.html")


def test_no_page_of_a_side_has_anything_of_the_other_sides_mandates_or_secrets(
    rules: Ruleset, pages: dict[str, str]
) -> None:
    scenario = rules.scenario
    for side, other in (scenario.side_names, scenario.side_names[::-1]):
        theirs, mandates = scenario.sides[other], scenario.mandates[other].values()
        secrets = [theirs.sees_other, *theirs.briefing, *(act.text for act in scenario.acts[other].values())]
        secrets += [text for mandate in mandates for text in (mandate.text, mandate.red_line.text)]
        secrets += [adviser.post for adviser in scenario.advisers[other].values()]
        shared = {act.text for act in scenario.acts[side].values()}
        mine = [text for name, text in pages.items() if name.startswith((f"dossier-{side}-", f"mandate-{side}-"))]
        assert len(mine) == 6
        for text in mine:
            assert not [secret for secret in secrets if secret in text and secret not in shared]


def test_a_mandate_stands_on_its_own_sheet_and_nowhere_else(rules: Ruleset, pages: dict[str, str]) -> None:
    for side, own in rules.scenario.mandates.items():
        for id_, mandate in own.items():
            found = {name for name, text in pages.items() if mandate.text in text or mandate.red_line.text in text}
            assert found == {"plan.html", f"mandate-{side}-{id_}.html"}


def test_the_rules_sheet_says_nothing_that_one_side_does_not_know(rules: Ruleset, pages: dict[str, str]) -> None:
    assert rules.scenario.setting not in pages["rules.html"] and rules.scenario.summary in pages["rules.html"]
    assert all(channel.text in pages["rules.html"] for channel in rules.scenario.channels.values())
    assert rules_sheet(rules.scenario).count("<h2>") == 4


def test_a_page_of_any_scenario_can_be_made() -> None:
    pages = handouts(rules_of(load_scenario(MINIMAL)), "strait")
    assert {*pages} > {"plan.html", "rules.html", "dossier-north-2-april.html", "mandate-south-pride.html"}
    for _, text in pages.values():
        assert_self_contained(text)


def row(name: str, **changes: object) -> ClassRow:
    values: dict[str, object] = {
        "name": name, "players": BySide("Human", "Expert"), "mandates": BySide("Calm", "Storm"),
        "began": date(1901, 4, 2), "ending": "War", "war": True, "ended": date(1901, 4, 9), "peak": 100,
        "peak_date": date(1901, 4, 9), "scores": BySide(3, 40), "risk": Odds(1234, "12 %", "1 in 8"), "parted": None,
    }  # fmt: skip
    return ClassRow(**{**values, **changes})


def test_the_class_is_told_as_a_page_and_in_cells() -> None:
    rows = (row("<team> & 1"), row("team 2", parted=date(1901, 4, 3)))
    table = ClassTable(
        "The strait", BySide("North", "South"), "Heat", rows, None, ("One.",), (("x.json", "is faulty"),)
    )
    said = " ".join(assert_self_contained(class_page(table)).said)
    for text in (
        "<team> & 1",
        "Human (Calm)",
        "2 Apr",
        "100 on 9 Apr",
        "43",
        "12 %",
        "3 Apr",
        "x.json: is faulty",
        "One.",
    ):
        assert text in said
    head, first, second = class_cells(table)
    peak = f"Peak of {table.gauge.lower()} at nightfall"
    assert peak in head and peak in said
    assert len(head) == len(first) == len(second) and len({*head}) == len(head)
    assert dict(zip(head, second, strict=True))["Left history on"] == "1901-04-03"
    assert dict(zip(head, first, strict=True)) | {
        "Record": "<team> & 1", "From": "1901-04-02", "Together": 43, "Risk of war (%)": "12.34", "Left history on": "",
    } == dict(zip(head, first, strict=True))  # fmt: skip
