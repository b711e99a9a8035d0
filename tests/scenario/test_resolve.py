# ruff: noqa: E501 - scenario lines are read across
"""The second pass: names get their meaning, and what has none, or asks too much, is told."""

import pytest
from toy import load_toy

from game.errors import ScenarioError
from game.scenario.words import Call, Change, In, Line, Slot, Sum


def faults(changes: str) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        load_toy(changes)
    return [fault.text for fault in caught.value.faults]


HIDDEN = "regions: {store: {states: [empty, full], seen_by: blue, moved_by: blue}}\nmeters: {stock: {to: 9, seen_by: blue}}\n"
LETTERS = "acts: {red: {push: {when: their letters_open >= 1}}}"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ("acts: {red: {push: {when: store is full}}}", "acts.red.push.when: asks for 'store', which red cannot see"),
        ("acts: {red: {push: {when: their home >= 5}}}", "acts.red.push.when: asks for 'blue.home', which red cannot see"),
        ("reckonings: {grip: {per stock: 2}}\nacts: {red: {push: {when: grip >= 5}}}", "acts.red.push.when: asks for 'stock', which red cannot see"),
        ("clauses: {take: {when: store is full}}", "clauses.take.when: asks for 'store', which red cannot see"),
        ("channels: {post: {when: our home >= their home}}", "channels.post.when: asks for 'blue.home', which red cannot see"),
        (
            "incidents: {a: {odds: 1, ends_in: war, answered_by: red, options: {x: {}, y: {when: stock > 2}}}}",
            "incidents.a.options.y.when: asks for 'stock', which red cannot see",
        ),
        ("acts: {red: {push: {when: their letters >= 1}}}", "acts.red.push.when: asks for 'blue.letters', which red cannot see"),
        (LETTERS, "acts.red.push.when: asks for 'blue.letters', which red cannot see"),
        (
            "acts: {red: {push: {when: after plot}}, blue: {plot: {visibility: secret}}}",
            "acts.red.push.when: asks for 'after plot', which red cannot see",
        ),
        (
            "reckonings: {grip: {if after plot: 2}}\nacts: {red: {push: {when: grip = 2}}, blue: {plot: {visibility: discoverable}}}",
            "acts.red.push.when: asks for 'after plot', which red cannot see",
        ),
    ],
)  # fmt: skip
def test_no_guard_asks_for_what_its_side_cannot_see(changes: str, fault: str) -> None:
    hidden = "".join(part + "\n" for part in HIDDEN.splitlines())
    assert fault in faults(hidden + changes)


def test_a_side_may_ask_for_what_is_its_own() -> None:
    load_toy(
        HIDDEN
        + "acts: {blue: {fill: {when: store is empty and stock < 3 and our home > 2 and our letters < 2 and after plot}, plot: {visibility: secret}}}"
    )


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ("acts: {red: {push: {changes: {our home: +1, red home: +2}}}}", "acts.red.push.changes.red home: 'red home' is changed twice here"),
        ("acts: {red: {push: {changes: {balance: +1}}}}", "acts.red.push.changes.balance: 'balance' is worked out by the rules and cannot be changed"),
        ("acts: {red: {push: {changes: {our letters: +1}}}}", "acts.red.push.changes.our letters: 'our letters' is worked out by the rules and cannot be changed"),
        ("acts: {red: {push: {changes: {deal: struck}}}}", "acts.red.push.changes.deal: 'deal' is moved by the rules alone"),
        ("triggers: {a: {when: heat > 5, changes: {our home: +1}}}", "triggers.a.changes.our home: 'our' has no meaning here: name the side"),
        ("reckonings: {a: {per b: 1}, b: {per a: 1}}", "reckonings.a: these reckonings ask for each other in a circle"),
        ("endings: {war: {turns_into: {ending: drift, odds: 1}}, drift: {turns_into: {ending: war, odds: 1}}}", "endings.war.turns_into: these endings turn into each other in a circle"),
        ("acts: {red: {wait: {when: heat < 90}}}", "acts.red: one act must be open always: without 'when', climbing, moving a region, 'once' and repudiating"),
        ("incidents: {a: {odds: 1, ends_in: war, answered_by: red, options: {x: {when: heat > 5}, y: {when: heat > 6}}}}", "incidents.a.options: one answer must be open always: leave the 'when' of one away"),
        ("acts: {red: {look: {studies: {what: their home, error: {0: 9000}}}}}", "acts.red.look.studies.error: the odds of all errors must come to 10,000"),
        ("acts: {red: {look: {studies: {what: our home, error: {0: 10000}}}}}", "acts.red.look.studies.what: 'our home' is no meter hidden from red"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_a_fault(changes: str, fault: str) -> None:
    assert fault in faults(changes)


def test_texts_are_found_by_their_paths_and_once_for_each_side_where_both_may_mean_them() -> None:
    resolved = load_toy("""acts: {blue: {push: {when: phase is hot, changes: {our home: +2, alert: top}}}}
channels: {post: {sent: {our home: {per heat: 1}}}}
scores: {red: {per our no_deal: 2}}""").resolved
    assert resolved.conditions[("acts", "blue", "push", "when")] == (In("phase", (2,), 3),)
    assert resolved.changes[("acts", "blue", "push", "changes")] == (
        Change("blue.home", by=Sum((Line(2),))),
        Change("alert", state=2),
    )
    for k, side in enumerate(("red", "blue")):
        assert resolved.changes[("channels", "post", "sent", k)] == (
            Change(f"{side}.home", by=Sum((Line(1, Slot("heat")),))),
        )
    assert resolved.sums[("scores", "red")] == Sum((Line(1, Slot("red.terms")), Line(2, Call("red.no_deal"))))


def test_a_list_of_conditions_and_one_joined_by_and_are_the_same() -> None:
    one = load_toy("acts: {red: {push: {when: phase is hot and heat > 5}}}").resolved
    two = load_toy("acts: {red: {push: {when: [phase is hot, heat > 5]}}}").resolved
    path = ("acts", "red", "push", "when")
    assert one.conditions[path] == two.conditions[path]
    assert len(one.conditions[path]) == 2
