"""The rules as a sheet of one page, for both sides."""

from game.frontends.page.markup import Markup, tag
from game.frontends.page.sheet import sheet
from game.frontends.presenter.teaching.rules_pages import Section, rules_for_both
from game.scenario.model import Scenario


def rules_sheet(scenario: Scenario) -> str:
    """Returns the rules of a scenario as a page that prints on one sheet of A4."""
    columns = (tag("div", tag("h2", name), *map(_section, part)) for name, part in rules_for_both(scenario))
    title = f"{scenario.title}: the rules"
    return sheet(title, (tag("h1", title), tag("div", *columns, class_="two")), "rules")


def _section(of: Section) -> Markup:
    head, text = of
    return tag("section", tag("h3", head), tag("p", text))
