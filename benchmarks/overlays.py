"""What each rule moves: the same games with and without it, the rule taken away by an overlay."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from benchmarks.claims import DOVES, LEADERS, SIDES, Plan, of_war
from benchmarks.expert_claims import ABLATIONS
from benchmarks.findings import Estimate, Finding, paired
from benchmarks.rows import Row
from game.rules.ruleset import Ruleset
from game.simulation.game import Game

POINTS_OF_SHARE, POINTS_OF_SCORE = 3, 2
AMONG_DOVES = ("win_set",)
"""The overlays that are looked at between doves, who offer while little is at stake."""


@dataclass(frozen=True)
class Effect:
    """By how much an overlay moves something, and how much is asked of one of them."""

    what: str
    moved: Estimate
    asked: int

    @property
    def size(self) -> float:
        """Returns by how much it moves, as a multiple of what is asked."""
        return abs(self.moved.figure) / self.asked

    def __str__(self) -> str:
        half = (self.moved.high - self.moved.low) / 2
        return f"{self.what} {self.moved.figure:+.1f} ± {half:.1f}"


def ablations(plan: Plan) -> Iterator[Finding]:
    """Yields for each overlay what it moves most, with all that it moves; then what it does to know the mandates."""
    for file in sorted(ABLATIONS.glob("*.yaml")):
        pair = DOVES if file.stem in AMONG_DOVES else LEADERS
        found = effects(plan, plan.played(*pair, file), plan.played(*pair))
        yield finding(f"{file.stem.replace('_', ' ')}: {' – '.join(pair)}", found)
    yield finding(f"mandates known: {' – '.join(LEADERS)}", known(plan))


def finding(name: str, found: list[Effect]) -> Finding:
    """Returns that what is moved most is moved far enough."""
    most = max(found, key=lambda effect: effect.size)
    low, high = sorted((abs(most.moved.low), abs(most.moved.high)))
    if most.moved.low < 0 < most.moved.high:
        low = 0.0
    moved = Estimate(abs(most.moved.figure), low, high)
    return moved.within(f"{name} ({most.what})", most.asked, whole=False, note="; ".join(map(str, found)))


def effects(plan: Plan, changed: list[Game], base: list[Game]) -> list[Effect]:
    """Returns what is moved from games to those of the same seeds under an overlay: shares (of endings too), scores."""

    def shares(war: str | None) -> Estimate:
        found = [[100 * (of_war(plan, g) == war if war else g.settled) for g in games] for games in (changed, base)]
        return paired(*found)

    def ending(number: int) -> Estimate:
        return paired(*([100 * (game.ending == number) for game in games] for games in (changed, base)))

    scores = [[[game.scores[side] for game in games] for games in (changed, base)] for side in (0, 1)]
    return [
        Effect("settled", shares(None), POINTS_OF_SHARE),
        Effect("nuclear war", shares("nuclear"), POINTS_OF_SHARE),
        *(Effect(f"score of {SIDES[side]}", paired(*scores[side]), POINTS_OF_SCORE) for side in (0, 1)),
        *(Effect(name, ending(number), POINTS_OF_SHARE) for number, name in enumerate(plan.table.rules().endings)),
    ]


def known(plan: Plan) -> list[Effect]:
    """Returns what it moves that mandates are known: each pair of them, dealt as one of nine and as the only one."""
    rules, changed, base = plan.table.rules(), list[Game](), list[Game]()
    games = max(2, plan.games // len(list(product(*rules.mandates))))
    for mandates in product(*rules.mandates):
        dealt = tuple(zip(SIDES, mandates, strict=True))
        row = Row(*LEADERS, plan.seed, games, mandates=dealt)
        base += plan.table.games(row)
        changed += plan.table.games(replace(row, overlays=(alone(plan.table.keep, rules, mandates),), mandates=()))
    return effects(plan, changed, base)


def alone(folder: Path, rules: Ruleset, mandates: tuple[str, ...]) -> Path:
    """Returns the file of an overlay that leaves one mandate to each side."""
    file = folder / f"only_{'_'.join(mandates)}.yaml"
    lines = ["history: ~", "mandates:"]
    for side, mine in enumerate(mandates):
        others = [name for name in rules.mandates[side] if name != mine]
        lines.append(f"  {SIDES[side]}: {{{', '.join(f'{name}: ~' for name in others)}}}")
    file.write_text("\n".join(lines) + "\n")
    return file
