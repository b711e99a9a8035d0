"""What the advisers of a side say of a move, or of the state of things."""

from collections.abc import Iterator

from game.frontends.presenter.models import Verdict, Voice
from game.rules.ruleset import Ruleset
from game.rules.slots import State
from game.scenario.story import Adviser, Saying


def advice(rules: Ruleset, view: State, side: int, about: str | tuple[str, ...] = ()) -> tuple[Voice, ...]:
    """Returns each adviser's word on an act or on clauses by id; with nothing, on the state of things.

    Those who spoke of the very thing come first; one who said nothing of it has the verdict of his stance.
    """
    subjects = (about,) if isinstance(about, str) else about
    voices = [
        _voice(rules, view, side, name, adviser, subjects)
        for name, adviser in rules.scenario.advisers.get(rules.scenario.side_names[side], {}).items()
    ]
    heard = [voice for voice in voices if voice is not None]
    return tuple(sorted(heard, key=lambda voice: not voice.sure))


def _voice(
    rules: Ruleset, view: State, side: int, name: str, adviser: Adviser, subjects: tuple[str, ...]
) -> Voice | None:
    sayings = list(_holding(rules, view, side, name, adviser))
    said = [saying for saying in sayings if set(saying.about) & set(subjects)]
    general = [saying for saying in sayings if not saying.about]
    chosen = (said or general)[:1]
    if not chosen and not subjects:
        return None
    sure = bool(said) or not subjects
    verdict: Verdict = chosen[0].verdict if chosen and sure else _leaning(rules, side, adviser, subjects)
    text = chosen[0].text if chosen and sure else ""
    return Voice(name, adviser.name, adviser.post, adviser.stance, verdict, text, sure)


def _holding(rules: Ruleset, view: State, side: int, name: str, adviser: Adviser) -> Iterator[Saying]:
    evaluator = rules.evaluator(view)
    own = rules.scenario.side_names[side]
    for i, saying in enumerate(adviser.says):
        if evaluator.all(rules.resolved.conditions[("advisers", own, name, "says", i, "when")]):
            yield saying


def _leaning(rules: Ruleset, side: int, adviser: Adviser, subjects: tuple[str, ...]) -> Verdict:
    """Returns what a stance alone makes of a move: hawks climb, doves calm and deal, owls weigh."""
    acts = rules.scenario.acts[rules.scenario.side_names[side]]
    rung = next((acts[word].rung for word in subjects if word in acts), None)
    if adviser.stance == "owl" or rung == 0:
        return "unsure"
    climbs = rung is not None and rung > 0
    return "for" if climbs == (adviser.stance == "hawk") else "against"
