"""Random games summed up, for the tests of what is counted and told of them."""

from collections.abc import Iterable

from game.players.player import random_player
from game.rules.ruleset import Ruleset
from game.rules.sides import BySide
from game.simulation.game import Game, summed_up
from game.simulation.tally import Tally
from game.simulation.tournament import play_game


def random_game(rules: Ruleset, seed: int) -> Game:
    """Returns the summary of a game between two random players."""
    return summed_up(rules, seed, *play_game(rules, BySide(random_player, random_player), {}, seed))


def tallied(games: Iterable[Game]) -> Tally:
    """Returns the tally of games."""
    tally = Tally()
    for game in games:
        tally.count(game)
    return tally
