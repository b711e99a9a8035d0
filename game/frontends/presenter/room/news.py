"""The morning's news of a side: each item on the first morning on which its condition holds."""

from game.frontends.presenter.facts import Facts
from game.frontends.presenter.models import NewsItem
from game.rules.ruleset import Ruleset

NO_NEWS = "No news this morning."


def news(rules: Ruleset, facts: Facts) -> tuple[NewsItem, ...]:
    """Returns the news that reached a side at the start of its present turn."""
    if not facts.openings:
        return ()
    own = rules.scenario.side_names[facts.side]
    *before, now = (rules.evaluator(view) for view in facts.openings)
    found = []
    for name, item in rules.scenario.news.items():
        when = rules.resolved.conditions[("news", name, "when")]
        if own in item.to and now.all(when) and not any(past.all(when) for past in before):
            found.append(NewsItem(name, item.text, item.source or "", item.disputed or ""))
    return tuple(found)
