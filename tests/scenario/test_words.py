"""Trees: what they read, what they are worth, and that code made of them says the same as reading them."""

import random

from hypothesis import given
from hypothesis import strategies as st
from oracle import Oracle
from toy import toy

from game.rules.tables import Tables
from game.rules.writer import Writer
from game.scenario.words import (
    Add,
    Call,
    Compare,
    Const,
    Days,
    Done,
    Expr,
    In,
    Join,
    Line,
    Not,
    OpenLetters,
    Slot,
    Sum,
    Test,
    slots,
    walk,
)

RULES = toy("""acts: {red: {push: {}, pull: {}}}
triggers: {keep_date: {when: alert is top for 3 days, changes: {alert: low}}}
reckonings: {steep: {per heat above 50: 3, base: -4}}""")
METERS = ("heat", "world", "red.home", "blue.trust", "red.ladder")
small = st.integers(-60, 120)


def lines(numbers: st.SearchStrategy[Expr], tests: st.SearchStrategy[Test]) -> st.SearchStrategy[Line]:
    every = st.integers(1, 12)
    return st.one_of(
        st.builds(Line, small),
        st.builds(Line, small, numbers, every),
        st.builds(lambda a, n, e, f: Line(a, n, e, floor=f), small, numbers, every, small),
        st.builds(lambda a, n, e, c: Line(a, n, e, ceiling=c), small, numbers, every, small),
        st.builds(lambda a, n: Line(a, n, percent=True), small, numbers),
        st.builds(lambda a, t: Line(a, when=t), small, tests),
    )


def sums(numbers: st.SearchStrategy[Expr], tests: st.SearchStrategy[Test]) -> st.SearchStrategy[Sum]:
    maybe = st.none() | small
    return st.builds(Sum, st.lists(lines(numbers, tests), max_size=4).map(tuple), st.none() | numbers, maybe, maybe)


leaf_numbers: st.SearchStrategy[Expr] = st.one_of(
    st.builds(Const, st.integers(0, 200)),
    st.builds(Slot, st.sampled_from(METERS)),
    st.builds(OpenLetters, st.integers(0, 1)),
    st.builds(Call, st.sampled_from(["steep", "balance", "red.no_deal"])),
    st.builds(Days, st.just("alert"), st.sampled_from([(0,), (1, 2), (0, 1, 2)])),
)
leaf_tests: st.SearchStrategy[Test] = st.one_of(
    st.builds(In, st.just("phase"), st.sets(st.integers(0, 2)).map(lambda some: tuple(sorted(some))), st.just(3)),
    st.builds(Done, st.just(0), st.sampled_from(["push", "pull"])),
    st.builds(Compare, leaf_numbers, st.sampled_from([">=", "<=", ">", "<", "=="]), leaf_numbers),
)
tests = st.recursive(
    leaf_tests,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(Join, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=5,
)
numbers = st.recursive(
    leaf_numbers,
    lambda inner: (
        st.builds(Add, st.lists(st.tuples(st.sampled_from([1, -1]), inner), min_size=1, max_size=3).map(tuple))
        | sums(inner, leaf_tests)
    ),
    max_leaves=6,
)


def state_of(seed: int) -> tuple[int, ...]:
    """Returns a state with everything that trees read set at random."""
    draw, index, state = random.Random(seed), RULES.slots.index, [*RULES.start]
    for name in METERS:
        low, high = RULES.slots.spans[index[name]]
        state[index[name]] = draw.randint(low, high)
    for name in ("phase", "alert"):
        state[index[name]] = draw.randrange(3)
    state[index["day"]], state[index["since.alert"]] = draw.randint(5, 9), draw.randint(1, 5)
    state[index["red.done"]] = draw.randrange(8)
    for name in ("red.letter1", "blue.letter1", "blue.letter2"):
        state[index[name]] = draw.choice([0, 1 << 12 | 3 << 6 | 4])
    return tuple(state)


def value(writer: Writer, source: str, state: tuple[int, ...]) -> int:
    """Returns what a piece of source comes to, with the tables it reads."""
    space = dict(RULES.space)
    exec("\n".join(writer.tables.source()), space)
    found: int = eval(source, space, {"s": state})
    return found


@given(tests, st.integers(0, 10_000))
def test_a_test_means_the_same_read_written_and_by_the_plain_interpreter(tree: Test, seed: int) -> None:
    state, writer = state_of(seed), Writer(Tables(RULES.slots, RULES.resolved))
    assert (
        bool(value(writer, writer.test(tree, "s"), state))
        == RULES.evaluator(state).holds(tree)
        == ORACLE.holds(ORACLE.scribe.read(state), tree)
    )


@given(numbers | sums(numbers, tests), st.integers(0, 10_000))
def test_a_number_means_the_same_read_written_and_by_the_plain_interpreter(tree: Expr, seed: int) -> None:
    state, writer = state_of(seed), Writer(Tables(RULES.slots, RULES.resolved))
    assert (
        value(writer, writer.number(tree, "s"), state)
        == RULES.evaluator(state).number(tree)
        == ORACLE.value(ORACLE.scribe.read(state), tree)
    )


ORACLE = Oracle(RULES)


def test_whole_tens_are_counted_downwards_only_beyond_the_floor() -> None:
    def worth(line: Line, heat: int) -> int:
        state = [*RULES.start]
        state[RULES.slots.index["heat"]] = heat
        return RULES.evaluator(tuple(state)).number(Sum((line,)))

    tens = Line(3, Slot("heat"), 10, floor=50)
    assert [worth(tens, heat) for heat in (0, 50, 59, 60, 79)] == [0, 0, 0, 3, 6]
    below = Line(3, Slot("heat"), 10, ceiling=50)
    assert [worth(below, heat) for heat in (0, 40, 41, 50, 99)] == [15, 3, 0, 0, 0]
    assert worth(Line(25, Slot("heat"), percent=True), 30) == 7


def test_a_sum_is_taken_by_percent_before_it_is_clamped() -> None:
    evaluator = RULES.evaluator(RULES.start)
    assert evaluator.number(Sum((Line(50),), Const(150), least=None, most=60)) == 60
    assert evaluator.number(Sum((Line(50),), Const(10), least=8)) == 8
    assert evaluator.number(Sum((Line(-50),), Const(33))) == -17


def test_a_sum_that_reads_nothing_is_known_beforehand() -> None:
    assert Sum((Line(3), Line(4)), least=9).constant == 9
    assert Sum((Line(3), Line(4)), most=5).constant == 5
    assert Sum(()).constant == 0
    assert Sum((Line(3, Slot("heat")),)).constant is None
    assert Sum((Line(3),), Call("steep")).constant is None


def test_what_a_tree_reads_is_told_through_the_reckonings_it_calls() -> None:
    tree = Join("or", (Compare(Call("steep"), ">=", Days("alert", (1,))), Not(Done(0, "push"))))
    found = slots(tree, RULES.resolved.reckonings, ("red", "blue"))
    assert found == {"heat", "alert", "since.alert", "day", "red.done"}
    assert slots(Compare(OpenLetters(1), ">", Const(0)), {}, ("red", "blue")) == {"blue.letter1", "blue.letter2"}


@given(tests)
def test_walking_a_tree_meets_every_tree_inside(tree: Test) -> None:
    met = list(walk(tree))
    assert met[0] == tree
    assert all(
        isinstance(part, In | Done | Compare | Not | Join | Const | Slot | OpenLetters | Call | Days | Add | Sum | Line)
        for part in met
    )
