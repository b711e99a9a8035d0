"""What may stand in an offer: clause forms as bits, bundles as masks of forms, and tables by bundle."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.rules.sides import bits
from game.scenario.model import Scenario

MOST_BUNDLES = 5_000


@dataclass(frozen=True)
class ClauseForm:
    """One way of giving a clause: when, and whether in secret."""

    clause: str
    number: int
    form: str
    giver: int
    due: int
    face: int
    weight: int
    rests_on_word: int
    can_be_feigned: bool

    @property
    def deferred(self) -> bool:
        """Returns whether it is carried out only in the months after."""
        return self.form != "at_once"

    @property
    def secret(self) -> bool:
        """Returns whether nobody else is to know."""
        return self.form.endswith("secret")


@dataclass(frozen=True, eq=False)
class Bundles:
    """The forms of a scenario, every bundle of them (as bits and as numbers of forms), and what one costs in face."""

    forms: tuple[ClauseForm, ...]
    issues: tuple[int, ...]
    masks: tuple[int, ...]
    members: tuple[tuple[int, ...], ...]
    index: dict[int, int]
    clause_masks: dict[str, int]
    given: tuple[int, int]
    deferred: int
    secret: int
    feignable: int

    def sum(self, mask: int, side: int, what: str) -> int:
        """Returns the face or weight that a side gives in a bundle."""
        return sum(getattr(form, what) for i, form in enumerate(self.forms) if mask >> i & 1 and form.giver == side)


def make_bundles(scenario: Scenario) -> Bundles:
    """Returns every bundle of a scenario: of each issue no form or one, in the order of the file."""
    forms = tuple(_forms(scenario))
    issues: dict[str, list[int]] = {}
    for i, form in enumerate(forms):
        issues.setdefault(scenario.clauses[form.clause].issue or form.clause, []).append(i)
    choices = [[0, *(1 << i for i in numbers)] for numbers in issues.values()]
    masks = tuple(sum(choice) for choice in itertools.product(*choices))

    def those(test: Callable[[ClauseForm], bool]) -> int:
        return sum(1 << i for i, form in enumerate(forms) if test(form))

    return Bundles(
        forms=forms,
        issues=tuple(sum(1 << i for i in numbers) for numbers in issues.values()),
        masks=masks,
        members=tuple(tuple(bits(mask)) for mask in masks),
        index={mask: i for i, mask in enumerate(masks)},
        clause_masks={name: _clause_mask(forms, name) for name in scenario.clauses},
        given=(those(lambda f: f.giver == 0), those(lambda f: f.giver == 1)),
        deferred=those(lambda f: f.deferred),
        secret=those(lambda f: f.secret),
        feignable=those(lambda f: f.can_be_feigned),
    )


def _forms(scenario: Scenario) -> Iterator[ClauseForm]:
    for number, (name, clause) in enumerate(scenario.clauses.items()):
        giver = scenario.side_names.index(clause.given_by)
        for form in clause.forms:
            face = clause.face * scenario.deals.secret_face // 100 if form.endswith("secret") else clause.face
            word, feigned = clause.rests_on_word, clause.can_be_feigned
            yield ClauseForm(name, number, form, giver, clause.due, face, clause.weight, word, feigned)


def _clause_mask(forms: Sequence[ClauseForm], name: str) -> int:
    return sum(1 << i for i, form in enumerate(forms) if form.clause == name)
