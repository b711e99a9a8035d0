"""The parser of the small languages: one condition, number or line of a sum, with the place of each fault."""

import re
from collections.abc import Callable
from typing import NoReturn, TypeVar

from game.scenario.vocabulary import Vocabulary, near
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
    Test,
)

TOKEN = re.compile(r"\s*(?:(\d{1,9})|([A-Za-z_][A-Za-z0-9_]*)|(>=|<=|[<>=()+,-]))")
SIGNS = {">=": ">=", "<=": "<=", ">": ">", "<": "<", "=": "=="}
LONGEST = 500
T = TypeVar("T")


class Misread(Exception):
    """A text that means nothing, with the offset where it stops making sense."""

    def __init__(self, text: str, offset: int) -> None:
        super().__init__(text)
        self.text, self.offset = text, offset


class Parser:
    """Reads one text; `side` is the side (0 or 1) that `our` means, or None where it means nothing."""

    def __init__(self, text: str, names: Vocabulary, side: int | None, dated: bool = False) -> None:
        if len(text) > LONGEST:
            raise Misread(f"longer than {LONGEST} characters", LONGEST)
        self.names, self.side, self.dated = names, side, dated
        self.tokens: list[tuple[str, int]] = []
        at = 0
        while at < len(text.rstrip()):
            found = TOKEN.match(text, at)
            if not found:
                rest = text[at:].lstrip()
                raise Misread(f"'{rest[0]}' means nothing here", len(text) - len(rest))
            self.tokens.append((found.group().strip(), found.start(found.lastindex or 0)))
            at = found.end()
        self.tokens.append(("", len(text.rstrip())))
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        """Returns the word `ahead` of here, or an empty text at the end."""
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)][0]

    def take(self) -> str:
        """Returns the word here and moves on."""
        word = self.peek()
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return word

    def found(self, *words: str) -> bool:
        """Takes `words` if they stand here and returns whether they did."""
        if tuple(self.peek(k) for k in range(len(words))) != words:
            return False
        self.at += len(words)
        return True

    def fail(self, text: str) -> NoReturn:
        """Raises Misread for the word here."""
        raise Misread(text, self.tokens[self.at][1])

    def whole(self, rule: Callable[[], T]) -> T:
        """Returns what `rule` reads, which must be all there is."""
        tree = rule()
        if self.peek():
            self.fail(f"'{self.peek()}' was not expected here")
        return tree

    def condition(self) -> Test:
        """Reads tests joined by `and`, or by `or`."""
        tests, word = [self.test()], ""
        while True:
            if self.peek() == "," and self.peek(1) in ("and", "or"):
                self.take()
            if self.peek() not in ("and", "or"):
                return tests[0] if len(tests) == 1 else Join(word, tuple(tests))
            if word and word != self.peek():
                self.fail("'and' and 'or' together: put one of them in brackets, or on a line of its own")
            word = self.take()
            tests.append(self.test())

    def test(self) -> Test:
        """Reads one test: of a region, of an act done, a comparison, a denial or a bracket."""
        if self.found("not"):
            return Not(self.test())
        if self.found("("):
            tree = self.condition()
            if not self.found(")"):
                self.fail("a bracket is not closed")
            return tree
        if self.found("after"):
            return self.done()
        if self.peek() in self.names.regions:
            return self.region_test()
        left = self.number()
        if self.peek() not in SIGNS:
            self.fail("expected >=, <=, >, < or = after a number")
        return Compare(left, SIGNS[self.take()], self.number())

    def done(self) -> Test:
        """Reads the act of `after ACT`; an act that both sides have is the own one."""
        word = self.peek()
        owners = [k for k, side in enumerate(self.names.sides) if word in self.names.acts[side]]
        if not owners:
            acts = [act for side in self.names.sides for act in self.names.acts[side]]
            self.fail(f"no act is called '{word}'{near(word, acts)}")
        if len(owners) == 2 and self.side is None:
            self.fail(f"both sides have an act '{word}': it cannot be asked for here")
        self.take()
        return Done(self.side if len(owners) == 2 and self.side is not None else owners[0], word)

    def region_test(self) -> Test:
        """Reads `R is [not] [at least|at most] s [or t] [for n days]`."""
        region = self.take()
        if not self.found("is"):
            self.fail("expected 'is' after the name of a region")
        negative = self.found("not")
        states = self.states(region)
        count = len(self.names.regions[region])
        wanted = tuple(k for k in range(count) if (k in states) != negative)
        test = In(region, wanted, count)
        if not self.found("for"):
            return test
        days = self.integer("a number of days after 'for'")
        if not (self.found("days") or self.found("day")):
            self.fail("expected 'days'")
        return Join("and", (test, Compare(self.days(region, wanted), ">=", Const(days))))

    def states(self, region: str) -> set[int]:
        """Reads one or more states of a region."""
        count = len(self.names.regions[region])
        if self.found("at", "least"):
            return set(range(self.state(region), count))
        if self.found("at", "most"):
            return set(range(self.state(region) + 1))
        wanted = {self.state(region)}
        while self.peek() == "or" and self.peek(2) != "is" and self.peek(1) in self.names.regions[region]:
            self.take()
            wanted.add(self.state(region))
        return wanted

    def state(self, region: str) -> int:
        """Reads one state of a region."""
        states = self.names.regions[region]
        if self.peek() not in states:
            self.fail(f"'{self.peek()}' is none of {', '.join(states)}{near(self.peek(), states)}")
        return states.index(self.take())

    def days(self, region: str, states: tuple[int, ...]) -> Expr:
        """Returns the days a region has been where it is, and notes that its date is to be kept."""
        self.names.since.add(region)
        return Days(region, states)

    def integer(self, what: str) -> int:
        """Reads a whole number, which may have a sign."""
        sign = -1 if self.found("-") else 1
        self.found("+")
        if not self.peek().isdigit():
            self.fail(f"expected {what}")
        return sign * int(self.take())

    def number(self) -> Expr:
        """Reads terms added or subtracted."""
        terms, sign = [], -1 if self.found("-") else 1
        while True:
            terms.append((sign, self.term()))
            if self.peek() not in ("+", "-"):
                return terms[0][1] if len(terms) == 1 and terms[0][0] == 1 else Add(tuple(terms))
            sign = 1 if self.take() == "+" else -1

    def term(self) -> Expr:
        """Reads an integer, a meter, a reckoning or `days of R is s`."""
        if self.peek().isdigit():
            return Const(int(self.take()))
        if self.found("days", "of"):
            region = self.peek()
            if region not in self.names.regions:
                self.fail(f"'{region}' is no region{near(region, self.names.regions)}")
            self.take()
            if not self.found("is"):
                self.fail("expected 'is' after the name of a region")
            return self.days(region, tuple(sorted(self.states(region))))
        return self.named()

    def named(self) -> Expr:
        """Reads a meter or reckoning, with its owner where each side has one."""
        owner = self.names.owner(self.peek(), self.side)
        if owner is not None:
            self.take()
            return self.owned(owner)
        word = self.peek()
        if word in ("our", "their"):
            self.fail(f"'{word}' has no meaning here: name the side")
        if word in self.names.each or word in self.names.side_reckonings or word == "letters_open":
            self.fail(f"whose {word}? write 'our {word}', 'their {word}' or the side's name")
        if word == "day" and not self.dated:
            self.fail("'day' may be asked by the news only: ask how long something has lasted instead")
        if word == "nights_left":
            self.take()
            return Add(((1, Const(self.names.days)), (-1, Slot("day"))))
        if word in self.names.shared_reckonings:
            return Call(self.take())
        if word not in self.names.shared:
            self.fail(f"'{word}' is not a name this scenario knows{near(word, self.names.known())}")
        return Slot(self.names.shared[self.take()])

    def owned(self, owner: int) -> Expr:
        """Reads what the side `owner` has."""
        word, side = self.peek(), self.names.sides[owner]
        if self.found("letters_open"):
            return OpenLetters(owner)
        if word in self.names.side_reckonings:
            return Call(f"{side}.{self.take()}")
        if word not in self.names.each:
            known = [*self.names.each, *self.names.side_reckonings]
            self.fail(f"'{word}' is no meter that each side has{near(word, known)}")
        return Slot(f"{side}.{self.take()}")

    def line(self, amount: int) -> Line:
        """Reads the key of a line of a sum, whose value is `amount`."""
        if self.found("base"):
            return Line(amount)
        if self.found("if"):
            return Line(amount, when=self.condition())
        if self.found("percent", "of"):
            return Line(amount, self.number(), percent=True)
        if not self.found("per"):
            self.fail("a line of a sum begins with base, if, per, percent of, at least or at most")
        every = int(self.take()) if self.peek().isdigit() else 1
        if every < 1:
            self.fail("'per' wants a number above 0")
        number = self.number()
        if self.found("above"):
            return Line(amount, number, every, floor=self.integer("a number after 'above'"))
        if self.found("below"):
            return Line(amount, number, every, ceiling=self.integer("a number after 'below'"))
        return Line(amount, number, every)
