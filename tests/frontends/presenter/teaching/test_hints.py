"""Hints: each fits what is on the screen, is shown twice and then no more, and can be had in some game."""

from random_matches import played

from game.frontends import presenter
from game.frontends.presenter.teaching.hints import HINTS, TIMES, hint
from game.rules.ruleset import Ruleset


def rooms(rules: Ruleset):
    for seed in range(3):
        for match in played(rules, seed):
            if match.actor is not None:
                facts = presenter.facts_of(match, match.actor)
                yield presenter.war_room(rules, match.view(match.actor), facts)


def test_each_hint_is_shown_twice_where_it_fits_and_no_more(rules: Ruleset) -> None:
    shown: dict[str, int] = {}
    for room in rooms(rules):
        found = hint(room, shown)
        if found:
            assert found.holds(room)
            shown[found.id] = shown.get(found.id, 0) + 1
        else:
            assert all(shown.get(each.id) == TIMES for each in HINTS if each.holds(room))
    assert shown and set(shown.values()) <= set(range(1, TIMES + 1))


def test_a_hint_on_a_letter_comes_before_any_other(rules: Ruleset) -> None:
    found = [hint(room, {}) for room in rooms(rules) if room.inbox]
    assert found and all(each and each.id == "letter" for each in found)
