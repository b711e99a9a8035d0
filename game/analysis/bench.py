"""Work shared out: parts of an analysis done here or by an executor, with the same result either way.

Every part is told apart by what it is asked for alone, so that neither their order nor the number of workers counts.
"""

import pickle
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, TypeAlias

from game.players.bargaining import Ledger
from game.players.player import Player
from game.players.rollout import historical
from game.rules.compile import compile_ruleset
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide


@dataclass(frozen=True)
class Tools:
    """What every part needs: the rules, the historical leaders who play on, and what bundles are worth."""

    rules: Ruleset
    players: BySide[Player]
    ledger: Ledger


Work: TypeAlias = Callable[[Tools], Any]
"""A part of the work; to be given to another process it must be a function of a module, or a partial of one."""
Progress: TypeAlias = Callable[[int, int], object]
"""Is told how many parts are done, and of how many; to raise in it calls everything off."""


def tools(rules: Ruleset) -> Tools:
    """Returns the tools for some rules."""
    return Tools(rules, historical(rules), Ledger(rules))


class Bench:
    """Does parts of the work by one set of rules, in this process or with an executor."""

    def __init__(self, rules: Ruleset, executor: Executor | None = None) -> None:
        self.tools, self.executor = tools(rules), executor
        self._told = pickle.dumps((rules.scenario, rules.resolved, rules.studies)) if executor else b""
        self._key = sha256(self._told).hexdigest()

    def results(self, parts: Sequence[Work]) -> Generator[Any]:
        """Yields what the parts come to, in their order; what has not begun is called off when this is closed."""
        if self.executor is None:
            yield from (part(self.tools) for part in parts)
            return
        waiting = [self.executor.submit(_done, self._key, self._told, part) for part in parts]
        try:
            for future in waiting:
                yield future.result()
        finally:
            for future in waiting:
                future.cancel()


_kept: dict[str, Tools] = {}
"""In another process: the tools for the rules it was told of last."""


def _done(key: str, told: bytes, part: Work) -> Any:
    if key not in _kept:
        scenario, resolved, studies = pickle.loads(told)
        _kept.clear()
        _kept[key] = tools(replace(compile_ruleset(scenario, resolved), studies=studies))
    return part(_kept[key])


def seed_of(chain: str, *what: object) -> int:
    """Returns where chance comes from in a part of the analysis of the match with this chain."""
    return int.from_bytes(sha256("/".join([chain, *map(str, what)]).encode()).digest()[:8], "big")
