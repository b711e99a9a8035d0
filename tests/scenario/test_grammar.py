"""The small languages: what a text means, and where it stops meaning anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import load_toy

from game.scenario.grammar import Misread, Parser
from game.scenario.vocabulary import Vocabulary
from game.scenario.words import Add, Call, Compare, Const, Days, Done, In, Join, Line, Not, OpenLetters, Slot, Test

TOY = load_toy("acts: {red: {push: {}, both: {}}, blue: {pull: {}, both: {}}}")
HEAT = Compare(Slot("heat"), ">=", Const(5))
TENSE = In("phase", (1,), 3)


def names() -> Vocabulary:
    return Vocabulary(TOY.scenario)


def condition(text: str, side: int | None = None) -> Test:
    parser = Parser(text, names(), side)
    return parser.whole(parser.condition)


def number(text: str, side: int | None = None) -> object:
    parser = Parser(text, names(), side)
    return parser.whole(parser.number)


def line(text: str, amount: int = 1, side: int | None = None) -> Line:
    parser = Parser(text, names(), side)
    return parser.whole(lambda: parser.line(amount))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("phase is tense", TENSE),
        ("phase is calm or hot", In("phase", (0, 2), 3)),
        ("phase is not tense", In("phase", (0, 2), 3)),
        ("phase is not calm or hot", In("phase", (1,), 3)),
        ("phase is at least tense", In("phase", (1, 2), 3)),
        ("phase is at most tense", In("phase", (0, 1), 3)),
        ("phase is not at least tense", In("phase", (0,), 3)),
        ("phase is tense for 2 days", Join("and", (TENSE, Compare(Days("phase", (1,)), ">=", Const(2))))),
        ("phase is tense for 1 day", Join("and", (TENSE, Compare(Days("phase", (1,)), ">=", Const(1))))),
        ("heat >= 5", HEAT),
        ("heat = 5", Compare(Slot("heat"), "==", Const(5))),
        ("not heat >= 5", Not(HEAT)),
        ("not not heat >= 5", Not(Not(HEAT))),
        ("(heat >= 5)", HEAT),
        ("heat >= 5 and phase is tense", Join("and", (HEAT, TENSE))),
        ("heat >= 5, and phase is tense", Join("and", (HEAT, TENSE))),
        ("heat >= 5 or phase is tense", Join("or", (HEAT, TENSE))),
        ("(heat >= 5 or heat >= 5) and phase is tense", Join("and", (Join("or", (HEAT, HEAT)), TENSE))),
        ("phase is tense or alert is high", Join("or", (TENSE, In("alert", (1,), 3)))),
        ("deal is struck", In("deal", (1,), 3)),
        ("after push", Done(0, "push")),
        ("after pull", Done(1, "pull")),
        ("world >= -3", None),
    ],
)
def test_a_condition_is_read(text: str, tree: Test | None) -> None:
    if tree is None:
        assert condition(text) == Compare(Slot("world"), ">=", Add(((-1, Const(3)),)))
    else:
        assert condition(text) == tree


def test_our_and_their_depend_on_whose_text_it_is() -> None:
    for side, ours, theirs in ((0, "red", "blue"), (1, "blue", "red")):
        assert number("our home - their home", side) == Add(((1, Slot(f"{ours}.home")), (-1, Slot(f"{theirs}.home"))))
        assert number("blue home", side) == Slot("blue.home")
        assert condition("after both", side) == Done(side, "both")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("12", Const(12)),
        ("heat", Slot("heat")),
        ("balance", Call("balance")),
        ("red no_deal", Call("red.no_deal")),
        ("red ladder", Slot("red.ladder")),
        ("blue letters_open", OpenLetters(1)),
        ("days of phase is calm or tense", Days("phase", (0, 1))),
        ("nights_left", Add(((1, Const(20)), (-1, Slot("day"))))),
        ("heat + 3 - world", Add(((1, Slot("heat")), (1, Const(3)), (-1, Slot("world"))))),
        ("- heat", Add(((-1, Slot("heat")),))),
    ],
)
def test_a_number_is_read(text: str, tree: object) -> None:
    assert number(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("base", Line(7)),
        ("if heat >= 5", Line(7, when=HEAT)),
        ("per heat", Line(7, Slot("heat"))),
        ("per 10 heat", Line(7, Slot("heat"), 10)),
        ("per heat above 50", Line(7, Slot("heat"), floor=50)),
        ("per 10 heat below -5", Line(7, Slot("heat"), 10, ceiling=-5)),
        ("per heat + world above 3", Line(7, Add(((1, Slot("heat")), (1, Slot("world")))), floor=3)),
        ("percent of balance", Line(7, Call("balance"), percent=True)),
    ],
)
def test_a_line_of_a_sum_is_read(text: str, tree: Line) -> None:
    assert line(text, 7) == tree


@pytest.mark.parametrize(
    ("text", "offset", "says"),
    [
        ("heet >= 5", 0, "did you mean 'heat'?"),
        ("heat >= ", 7, "'' is not a name"),
        ("heat 5", 5, "expected >=, <=, >, < or ="),
        ("heat >= 5 phase is tense", 10, "was not expected"),
        ("phase is tens", 9, "did you mean 'tense'?"),
        ("phase tense", 6, "expected 'is'"),
        ("phase is tense for days", 19, "a number of days"),
        ("phase is tense for 2", 20, "expected 'days'"),
        ("heat >= 5 and heat < 9 or heat = 7", 23, "put one of them in brackets"),
        ("(heat >= 5", 10, "a bracket is not closed"),
        ("home >= 5", 0, "whose home?"),
        ("our home >= 5", 0, "'our' has no meaning here"),
        ("red heat >= 5", 4, "is no meter that each side has"),
        ("day >= 5", 0, "may be asked by the news only"),
        ("after pus", 6, "did you mean 'push'?"),
        ("after both", 6, "both sides have an act"),
        ("heat >= 5 !", 10, "'!' means nothing here"),
        ("days of heat is 5", 8, "is no region"),
        ("", 0, "is not a name"),
        ("heat >= 5" + " " * 500 + "x", 500, "longer than 500"),
    ],
)
def test_a_condition_that_means_nothing_is_told_where(text: str, offset: int, says: str) -> None:
    with pytest.raises(Misread) as caught:
        condition(text)
    assert says in caught.value.text
    assert caught.value.offset == offset


@pytest.mark.parametrize("text", ["", "bas", "per", "per 0 heat", "if", "percent heat", "per heat above", "base 3"])
def test_a_line_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        line(text)


def test_the_news_may_ask_for_the_day() -> None:
    parser = Parser("day >= 3", names(), None, dated=True)
    assert parser.whole(parser.condition) == Compare(Slot("day"), ">=", Const(3))


def test_asking_for_days_notes_that_the_date_is_kept() -> None:
    words = names()
    parser = Parser("phase is tense for 2 days", words, None)
    parser.whole(parser.condition)
    assert words.since == {"phase"}


WORDS = "heat phase is not tense ( ) and or >= 5 for days of our - + , after push"


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS.split())).map(" ".join))
def test_any_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    try:
        condition(text, 0)
    except Misread as fault:
        assert 0 <= fault.offset <= len(text)
        assert fault.text
