"""What a preview says in words: the end a move brings, the readings it pays for, what runs out."""

from toy import Game, toy

from game.frontends import presenter
from game.match.match import Match
from game.rules.view import view

STRIKE = """
acts: {red: {wait: {}, strike: {rung: 5, ends_in: strike}}, blue: {wait: {}}}
endings:
  war: {war: nuclear, scores: {red: 0, blue: 0}}
  strike:
    name: Air strike
    war: limited
    turns_into: {ending: war, odds: {base: 1000, per heat: 40}}
    scores: {red: 9, blue: 9}
  peace: {when: deal is done, settled: true}
  drift: {when: time is up}
"""


def test_an_act_that_ends_the_game_says_so_with_the_odds_its_die_will_have() -> None:
    rules = toy(STRIKE)
    game = Game(rules)
    seen = view(rules, game.state, 0)
    words = presenter.outlook(rules, seen, "act strike")
    assert words == ("Ends the crisis: Air strike, for certain.", "It may become A name: 22 % (1 in 5).")
    assert not [figure for figure in presenter.preview_figures(rules, seen, "act strike") if figure.role == "war"]
    assert game.play("act strike").outcomes == {"chance turns yes": 2200, "chance turns no": 7800}


def test_the_account_tells_the_decision_from_the_die() -> None:
    rules = toy(STRIKE)
    falls = set()
    for seed in range(12):
        match = Match(rules, seed=seed)
        match.play("act strike")
        account = presenter.ending_screen(match).account
        assert account is not None
        assert account.decision == "Red: A name. That alone meant: Air strike, for certain."
        assert account.die.startswith("The die: from there to A name, 22 % (1 in 5); it did")
        assert account.odds.of_ten_thousand == 2200
        falls.add(account.die)
    assert len(falls) == 2
