"""Speed of the rules engine in random legal play on cuba1962, in steps a second on one core.

    python benchmarks/rules.py

`listed` lists every act, answer and face of a die and the open offers at each step; `drawn` draws without
listing.  If PettingZoo or OpenSpiel are installed, they run in turns with ours and ratios are printed;
`rules:listed` and `rules:drawn` can be called by any other harness.
"""

import importlib
import random
import time
import warnings
from functools import cache

from measure import Contender, interleave, pin, ratio

from game.rules.compile import compile_ruleset
from game.rules.play import playout, playout_listed
from game.rules.ruleset import Ruleset
from game.scenario.loader import load_scenario

DICE = random.Random(1962).random


@cache
def rules() -> Ruleset:
    """Returns the ruleset that is measured."""
    loaded = load_scenario("cuba1962")
    return compile_ruleset(loaded.scenario, loaded.resolved)


def listed() -> int:
    """Plays one random game listing everything; returns its steps."""
    return playout_listed(rules(), DICE)[1]


def drawn() -> int:
    """Plays one random game drawing without listing; returns its steps."""
    return playout(rules(), DICE)[1]


def connect_four() -> Contender:
    """Returns one random game of PettingZoo's connect_four_v3."""
    numpy = importlib.import_module("numpy")
    env = importlib.import_module("pettingzoo.classic.connect_four_v3").env()

    def game() -> int:
        steps = 0
        env.reset()
        for _ in env.agent_iter():
            observation, _, over, cut, _ = env.last()
            if over or cut:
                env.step(None)
                continue
            env.step(int(random.choice(numpy.flatnonzero(observation["action_mask"]))))
            steps += 1
        return steps

    return game


def tic_tac_toe() -> Contender:
    """Returns one random game of OpenSpiel's tic-tac-toe written in Python."""
    game = importlib.import_module("open_spiel.python.games.tic_tac_toe").TicTacToeGame({})

    def play() -> int:
        state, steps = game.new_initial_state(), 0
        while not state.is_terminal():
            state.apply_action(random.choice(state.legal_actions()))
            steps += 1
        return steps

    return play


def peers() -> dict[str, Contender]:
    """Returns the peers that are installed."""
    found: dict[str, Contender] = {}
    for name, make in (("PettingZoo connect_four_v3", connect_four), ("OpenSpiel Python tic_tac_toe", tic_tac_toe)):
        try:
            found[name] = make()
        except ImportError:
            print(f"left out, not installed: {name}")
    return found


def one_off() -> None:
    """Prints how long loading and compiling take."""
    start = time.perf_counter()
    loaded = load_scenario("cuba1962")
    middle = time.perf_counter()
    compile_ruleset(loaded.scenario, loaded.resolved)
    end = time.perf_counter()
    print(f"load and check the scenario {1e3 * (middle - start):.0f} ms, compile it {1e3 * (end - middle):.0f} ms")


def main() -> None:
    """Measures and prints."""
    warnings.simplefilter("ignore")
    pin()
    one_off()
    others = peers()
    rates = interleave({"listed": listed, "drawn": drawn, **others})
    for name, found in rates.items():
        print(f"{name:32} {sorted(found)[len(found) // 2] / 1e3:8.1f} k steps/s")
    for peer in others:
        for name in ("listed", "drawn"):
            print(f"{name} is {ratio(rates, name, peer):.1f} x {peer}")


if __name__ == "__main__":
    main()
