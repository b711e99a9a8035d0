"""The trees that conditions, changes and sums become: names of slots and integers only.

A slot is one integer of the state, called `heat`, `north.home` (owner and meter), `watch` (a region)
or `since.watch` (the day the region came to where it is).  What an author wrote never goes further.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

PathPart: TypeAlias = str | int


@dataclass(frozen=True)
class Complaint:
    """A fault of meaning: where in the file (a path of keys), how far into the text, and what is wrong."""

    path: tuple[PathPart, ...]
    text: str
    offset: int = 0
    key: bool = False


@dataclass(frozen=True)
class Const:
    """An integer."""

    value: int


@dataclass(frozen=True)
class Slot:
    """The integer a slot holds."""

    name: str


@dataclass(frozen=True)
class OpenLetters:
    """How many letters of a side (0 or 1) lie open or are under way."""

    side: int


@dataclass(frozen=True)
class Call:
    """A reckoning, by its full name: `balance`, or `us.no_deal` for one that each side has."""

    name: str


@dataclass(frozen=True)
class Days:
    """The days a region has been in the state it is in, or 0 when that is none of `states`."""

    region: str
    states: tuple[int, ...]


@dataclass(frozen=True)
class Add:
    """Terms added up, each with its sign."""

    terms: tuple[tuple[int, "Expr"], ...]


@dataclass(frozen=True)
class Line:
    """One line of a sum.

    `amount`, times what `number` has above `floor` or below `ceiling` in whole `every`s, or that many
    percent of `number`, or once if `when` holds.
    """

    amount: int
    number: "Expr | None" = None
    every: int = 1
    floor: int | None = None
    ceiling: int | None = None
    percent: bool = False
    when: "Test | None" = None


@dataclass(frozen=True)
class Sum:
    """Lines added up, times `percent` of a hundred, then kept between `least` and `most`."""

    lines: tuple[Line, ...]
    percent: "Expr | None" = None
    least: int | None = None
    most: int | None = None

    @property
    def constant(self) -> int | None:
        """Returns the value of a sum that reads nothing, else None."""
        if self.percent is not None or any(line.number or line.when for line in self.lines):
            return None
        value = sum(line.amount for line in self.lines)
        value = value if self.least is None else max(self.least, value)
        return value if self.most is None else min(self.most, value)


@dataclass(frozen=True)
class Compare:
    """A comparison of two numbers by `>=`, `<=`, `>`, `<` or `==`."""

    left: "Expr"
    sign: str
    right: "Expr"


@dataclass(frozen=True)
class In:
    """That a region is in one of some of its `count` states."""

    slot: str
    states: tuple[int, ...]
    count: int


@dataclass(frozen=True)
class Done:
    """That a side (0 or 1) has done an act at least once."""

    side: int
    act: str


@dataclass(frozen=True)
class Not:
    """That a test does not hold."""

    part: "Test"


@dataclass(frozen=True)
class Join:
    """That all (`and`) or any (`or`) of some tests hold."""

    word: str
    parts: "tuple[Test, ...]"


@dataclass(frozen=True)
class Change:
    """A slot that goes to a state, or by a sum up or down."""

    slot: str
    state: int | None = None
    by: Sum | None = None


Expr: TypeAlias = Const | Slot | OpenLetters | Call | Days | Add | Sum
Test: TypeAlias = Compare | In | Done | Not | Join
Tree: TypeAlias = Expr | Test | Line
Condition: TypeAlias = tuple[Test, ...]


def parts(tree: Tree) -> Iterator[Tree]:
    """Yields the trees directly inside a tree."""
    match tree:
        case Add(terms):
            yield from (term for _, term in terms)
        case Line(number=number, when=when):
            yield from (tree for tree in (number, when) if tree is not None)
        case Sum(lines, percent):
            yield from lines
            if percent is not None:
                yield percent
        case Compare(left, _, right):
            yield left
            yield right
        case Not(part):
            yield part
        case Join(_, inner):
            yield from inner
        case _:
            return


def walk(tree: Tree) -> Iterator[Tree]:
    """Yields a tree and every tree inside it."""
    yield tree
    for part in parts(tree):
        yield from walk(part)


def slots(tree: Tree, reckonings: dict[str, Sum], sides: tuple[str, str]) -> frozenset[str]:
    """Returns the names of the slots that a tree reads, through the reckonings it calls."""
    found: set[str] = set()
    for part in walk(tree):
        match part:
            case Slot(name) | In(slot=name):
                found.add(name)
            case Days(region, _):
                found |= {region, f"since.{region}", "day"}
            case Done(side, _):
                found.add(f"{sides[side]}.done")
            case OpenLetters(side):
                found |= {f"{sides[side]}.letter1", f"{sides[side]}.letter2"}
            case Call(name):
                found |= slots(reckonings[name], reckonings, sides)
            case _:
                pass
    return frozenset(found)
