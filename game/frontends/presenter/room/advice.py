"""What the advisers of a side say of a move, or of the state of things."""

from collections.abc import Iterator

from game.frontends.presenter.models import Voice
from game.rules.ruleset import Ruleset
from game.rules.slots import State
from game.scenario.story import Adviser, Saying


def advice(rules: Ruleset, view: State, side: int, about: str | tuple[str, ...] = ()) -> tuple[Voice, ...]:
    """Returns the advisers' words on an act or on clauses by id; with nothing, on the state of things.

    Who has no word on it is left out.
    """
    subjects = {about} if isinstance(about, str) else {*about}
    voices = (
        _voice(rules, view, side, name, adviser, subjects)
        for name, adviser in rules.scenario.advisers.get(rules.scenario.side_names[side], {}).items()
    )
    return tuple(voice for voice in voices if voice is not None)


def _voice(rules: Ruleset, view: State, side: int, name: str, adviser: Adviser, subjects: set[str]) -> Voice | None:
    sayings = _holding(rules, view, side, name, adviser)
    said = next((saying for saying in sayings if set(saying.about) & subjects or not (saying.about or subjects)), None)
    if said is None:
        return None
    return Voice(name, adviser.name, adviser.post, adviser.stance, said.verdict, said.text)


def _holding(rules: Ruleset, view: State, side: int, name: str, adviser: Adviser) -> Iterator[Saying]:
    evaluator = rules.evaluator(view)
    own = rules.scenario.side_names[side]
    for i, saying in enumerate(adviser.says):
        if evaluator.all(rules.resolved.conditions[("advisers", own, name, "says", i, "when")]):
            yield saying
